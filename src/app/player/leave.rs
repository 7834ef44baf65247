//! Leaving and finishing.

use leptos::prelude::*;

use super::{Asking, Player};
use crate::app::context::App;
use crate::app::routes::Route;
use crate::domain::session::Command;

impl Player {
    /// The address of the session in progress, or home.
    pub fn address(&'static self) -> Route {
        self.routine.peek().map_or(Route::Home, |it| Route::Play(it.key().to_owned()))
    }

    /// Whether going to `route` would leave a session in progress, so that it must be asked first.
    pub fn holds_back(&'static self, route: &Route) -> bool {
        self.view.peek().is_some() && *route != self.address()
    }

    /// Leaves the session; it stays paused and kept, and is offered again.
    pub fn leave(&'static self, app: &'static App) {
        let target = self.leaving_for.peek().unwrap_or(Route::Home);
        self.press(Command::Pause);
        self.leaving_for.set(None);
        self.offer_again();
        self.put_away();
        app.go(&target);
    }

    /// Takes the session off the screen and gives the phone back.
    pub(super) fn put_away(&'static self) {
        self.sheet.set(Asking::Nothing);
        self.machine.update_value(|machine| {
            machine.voice.hush();
            machine.release();
            machine.tones = None;
        });
        self.view.set(None);
    }

    /// Leaves the done screen for home.
    pub fn finish(&'static self, app: &'static App) {
        self.forget_summary();
        app.go(&Route::Home);
    }

    /// Puts the summary of the last session away.
    pub fn forget_summary(&'static self) {
        self.machine.update_value(|machine| machine.tones = None);
        self.summary.set(None);
        self.view.set(None);
    }

    /// Goes back to what was done, or home when there is nothing.
    pub fn show_summary(&'static self, app: &'static App) {
        let has_summary = self.summary.peek().is_some();
        app.go(&if has_summary { self.address() } else { Route::Home });
    }
}
