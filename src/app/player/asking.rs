//! What is asked over the player.

use super::Player;
use crate::app::routes::Route;
use crate::domain::screening::{Advice, Complaint, Question};
use crate::domain::session::Command;
use crate::domain::time::Span;

/// The sheet that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// None.
    Nothing,
    /// Leave the session?
    Leave,
    /// End the session?
    End,
    /// The page stopped running for this long: where to go on?
    Stopped(Span),
    /// "Too much".
    TooMuch(TooMuch),
    /// That is enough for now.
    Enough,
}

/// Where the person is behind "Too much".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// Eased by half: better now?
    Eased,
    /// What is it?
    Menu,
    /// Advice with a question.
    Asked {
        /// What the person reported.
        complaint: Complaint,
        /// The question.
        question: Question,
        /// The advice that goes with it.
        advice: Advice,
    },
    /// Advice alone.
    Told(Advice),
    /// Breathe slowly, go on, or stop.
    Breathe(Advice),
}

impl Player {
    /// Asks whether to end.
    pub fn ask_end(&'static self) {
        self.press(Command::Pause);
        self.sheet.set(Asking::End);
    }

    /// Asks whether to leave for another screen.
    pub fn ask_leave(&'static self, route: Route) {
        self.press(Command::Pause);
        self.leaving_for.set(Some(route));
        self.sheet.set(Asking::Leave);
    }

    /// Closes what is asked; the session stays paused, and what it waits for is shown again. A link that was opened
    /// waits for its end.
    pub fn stay(&'static self) {
        if let Some(Route::Routine(key)) = self.leaving_for.peek().filter(Route::is_made) {
            self.links.wait(&key);
        }
        self.leaving_for.set(None);
        self.ask_again(self.waiting.peek());
    }
}
