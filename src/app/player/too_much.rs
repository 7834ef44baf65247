//! "Too much": the stop rules carried out (R20 to R27, clinical-evidence 3.5).

use leptos::prelude::*;

use super::{Asking, Player, TooMuch};
use crate::app::context::App;
use crate::app::library;
use crate::app::routes::Route;
use crate::domain::dose::Pressure;
use crate::domain::exercise::{Easier, Exercise, ExerciseId};
use crate::domain::plan::PlanStep;
use crate::domain::screening::{
    Action, Advice, Complaint, Fit, Question, Response, Said, Waiting, answer, eased_to,
    leaves_out, respond,
};
use crate::domain::session::{Command, ResumeFrom};
use crate::domain::side::Sides;
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::too_much as words;
use crate::i18n::screening as text;
use crate::i18n::speech::{self, Step};
use crate::platform::document::open_sheet;

/// Row of the slow seated breathing that ends a session that was too much.
const SLOW_BREATHING: &str = "BR02";

/// How long it lasts at the end of such a session.
const SLOW_BREATHING_SECS: u32 = 60;

impl Player {
    /// The "Too much" tap: eases at once, stands still, and asks.
    pub fn too_much(&'static self) {
        if self.is_held_up() {
            return open_sheet();
        }
        // Pausing stops what is being said, so it comes before the line that says to ease off (S9, S26).
        self.press(Command::Pause);
        self.press(Command::EaseOff);
        self.ask(Complaint::TooStrong, Question::EasedEnough, Advice::EaseByHalf);
    }

    /// "It is something else".
    pub fn ask_what(&'static self) {
        self.sheet.set(Asking::TooMuch(TooMuch::Menu));
    }

    /// Back from "something else" to the question that is open still.
    pub fn ask_first(&'static self) {
        self.ask_again(self.waiting.peek());
    }

    /// Whether "too much" is not settled yet: until then nothing moves, or the complaint would be about another exercise.
    pub(super) fn is_held_up(&'static self) -> bool {
        self.waiting.peek().asked.is_some() || matches!(self.sheet.peek(), Asking::TooMuch(_))
    }

    /// The person says what it is.
    pub fn complain(&'static self, app: &'static App, complaint: Complaint) {
        if let Some(view) = self.view.peek() {
            let said = Said { exercise: view.exercise, complaint };
            let started = self.machine.with_value(|machine| machine.started);
            self.health.complained(started, said);
        }
        self.carry_out(app, complaint, respond(complaint));
    }

    /// The person answers the question that is open.
    pub fn answer_question(&'static self, app: &'static App, question: Question, yes: bool) {
        let complaint = match self.sheet.peek() {
            Asking::TooMuch(TooMuch::Asked { complaint, .. }) => complaint,
            Asking::TooMuch(_)
            | Asking::Nothing
            | Asking::Leave
            | Asking::End
            | Asking::Stopped(_)
            | Asking::Enough => Complaint::TooStrong,
        };
        self.carry_out(app, complaint, answer(question, yes));
    }

    /// Goes on from the sheet, or to "enough for today" if that is due.
    pub fn go_on(&'static self) {
        self.answered();
        if self.waiting.peek().enough {
            self.sheet.set(Asking::Enough);
        } else {
            self.press(Command::Resume(ResumeFrom::Here));
        }
    }

    /// The person keeps on although it is enough.
    pub fn keep_on(&'static self) {
        self.waiting.set(Waiting::default());
        self.press(Command::Resume(ResumeFrom::Here));
    }

    /// Drops what is left and ends with slow breathing.
    pub fn end_with_breathing(&'static self) {
        self.waiting.set(Waiting::default());
        let breathing = library::exercises().iter().find(|it| it.code == SLOW_BREATHING);
        let Some(breathing) = breathing else { return self.press(Command::End) };
        let step = self.plan_step(breathing, Span::from_secs(SLOW_BREATHING_SECS), None);
        self.press(Command::Finish(Box::new(step)));
        self.press(Command::Resume(ResumeFrom::Here));
    }

    /// The words of the easier exercise's button, if the library has one for this step.
    pub fn easier_label(&'static self) -> Option<String> {
        let easier = self.easier()?;
        Some(format::fill(words::EASIER, &[library::text(easier.id).name]))
    }

    /// The gentler way of doing this same step, in words.
    pub fn easier_words(&'static self) -> &'static str {
        self.view.peek().map_or("", |it| self.step(it.exercise).text.easier)
    }

    /// Does the easier exercise in place of this step.
    pub fn use_easier(&'static self) {
        let Some(easier) = self.easier() else { return };
        let now = self.machine.with_value(|machine| {
            let step = self.view.peek()?.step;
            let plan = machine.session.as_ref()?.plan();
            plan.steps.get(step.saturating_sub(1)).map(|it| (it.hold, it.pressure, it.sides))
        });
        let (hold, pressure, sides) = now.unwrap_or((easier.hold.span(), None, easier.sides));
        let mut step = self.plan_step(easier, hold, pressure);
        step.hold = step.hold.min(step.longest);
        // One side alone, or the right first, stays so (G10).
        if step.sides != Sides::Together && sides != Sides::Together {
            step.sides = sides;
        }
        self.press(Command::Swap(Box::new(step)));
        self.go_on();
    }

    fn easier(&'static self) -> Option<&'static Exercise> {
        let now = self.view.peek()?.exercise;
        match self.step(now).exercise?.easier {
            Easier::Exercise(id) => library::exercise(id).filter(|it| self.may_do(it)),
            Easier::SameButGentler => None,
        }
    }

    /// Whether the person's own answers allow an exercise that no physio has to allow first.
    fn may_do(&'static self, exercise: &Exercise) -> bool {
        !exercise.needs_signoff && untrack(|| self.health.judge(exercise)).fit == Fit::Allowed
    }

    fn plan_step(
        &'static self,
        exercise: &Exercise,
        hold: Span,
        pressure: Option<Pressure>,
    ) -> PlanStep {
        let limits = untrack(|| self.health.limits());
        let pressure = limits.pressure_within(exercise, pressure);
        let words = Step { cap: pressure, ..library::step(exercise.id) };
        let longest = limits.longest(exercise);
        PlanStep {
            exercise: exercise.id,
            posture: exercise.position.posture(),
            sides: exercise.sides,
            hold,
            rest: Span::ZERO,
            longest: Span::from_secs(u32::from(longest)),
            is_pressed: exercise.technique.is_massage(),
            pressure,
            spoken: speech::lengths(words, self.settings.now().voice.rate_percent),
        }
    }

    /// Does what the stop rules say, then asks, tells or goes on.
    fn carry_out(&'static self, app: &'static App, complaint: Complaint, response: Response) {
        let advice = response.advice;
        self.answered();
        match response.action {
            Action::StopSession | Action::Urgent | Action::Emergency => {
                return self.stop(app, complaint, response);
            }
            Action::CarryOn => return self.go_on(),
            Action::Skip => self.press(Command::LeaveOut(self.with_it(complaint))),
            Action::Ease | Action::OfferBreathing => {}
        }
        // After the press, which stops whatever is being said.
        self.speak(text::advice(advice));
        self.sheet.set(Asking::TooMuch(match response.ask {
            _ if response.action == Action::OfferBreathing => TooMuch::Breathe(advice),
            Some(question) => return self.ask(complaint, question, advice),
            None if complaint == Complaint::TooStrong => return self.go_on(),
            None => TooMuch::Told(advice),
        }));
    }

    /// The exercises of the plan that are left out of the rest of this session with the one at hand.
    fn with_it(&'static self, complaint: Complaint) -> Vec<ExerciseId> {
        let Some(view) = self.view.peek() else { return Vec::new() };
        let exercise = |id: ExerciseId| self.step(id).exercise;
        let planned: Vec<ExerciseId> = self.machine.with_value(|machine| {
            let steps = machine.session.as_ref().map(|it| it.plan().steps.iter());
            steps.into_iter().flatten().map(|it| it.exercise).collect()
        });
        let Some(here) = exercise(view.exercise) else { return vec![view.exercise] };
        let goes =
            |id: &ExerciseId| exercise(*id).is_some_and(|it| leaves_out(complaint, here, it));
        planned.into_iter().filter(goes).collect()
    }

    /// Strongest of 10 that counts as eased in the step at hand (R20).
    pub fn eased_to(&'static self) -> u8 {
        let step = untrack(|| self.pressure());
        eased_to(step.unwrap_or_else(|| untrack(|| self.health.limits()).pressure_cap.rating()))
    }

    /// Opens a question; it stays open until it is answered, over a reload too (R56).
    fn ask(&'static self, complaint: Complaint, question: Question, advice: Advice) {
        self.waiting.update(|waiting| waiting.asked = Some((complaint, question)));
        self.sheet.set(Asking::TooMuch(match question {
            Question::EasedEnough => TooMuch::Eased,
            Question::Spreads | Question::GoneSoon | Question::BruiseGrowing => {
                TooMuch::Asked { complaint, question, advice }
            }
        }));
        self.keep_place();
    }

    fn answered(&'static self) {
        self.waiting.update(|waiting| waiting.asked = None);
    }

    /// Shows again what a session waits for.
    pub(super) fn ask_again(&'static self, waiting: Waiting) {
        self.waiting.set(waiting);
        match waiting.asked {
            Some((complaint, question)) => {
                self.ask(complaint, question, respond(complaint).advice);
            }
            None if waiting.enough => self.sheet.set(Asking::Enough),
            None => self.sheet.set(Asking::Nothing),
        }
    }

    fn stop(&'static self, app: &'static App, complaint: Complaint, response: Response) {
        self.screening.stopped_by(complaint);
        self.press(Command::End);
        self.speak(text::advice(response.advice));
        self.parting.set(Some(response.advice));
        if let Some(list) = response.show {
            self.screening.ask(list);
        }
        if response.show.is_some() || response.action != Action::StopSession {
            app.go(&Route::Check(None));
        }
    }
}
