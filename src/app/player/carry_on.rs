//! Carrying a session on that was cut off: what stands before it, and the way back to it (R56, R71).

use leptos::prelude::untrack;

use super::{Player, Unfinished};
use crate::app::context::App;
use crate::app::notices::Kind;
use crate::app::playable::Playable;
use crate::app::routes::Route;
use crate::domain::screening::Waiting;
use crate::domain::session::Session;
use crate::domain::time::Moment;
use crate::platform::location;

impl Player {
    /// Carries it on from a tap: it stands where it was, ready to go on.
    ///
    /// A question that was open, or the offer to end, is shown before anything else; the check follows the answer.
    pub fn resume_unfinished(&'static self, app: &'static App) {
        let Some(kept) = self.unfinished.peek() else { return };
        let has_question = kept.waiting != Waiting::default();
        if !has_question && !self.may_go_on(&kept) {
            return;
        }
        let plan = self.with_lengths(kept.routine, kept.plan);
        let Ok(session) = Session::restore(plan, &kept.snapshot) else {
            self.store.notices().add(Kind::SessionGone);
            return self.discard_unfinished();
        };
        let view = session.view(Moment::default());
        self.take_up(kept.routine, session, kept.started);
        self.unchecked.set(has_question);
        self.keep_plan();
        self.view.set(Some(view));
        self.ask_again(kept.waiting);
        app.go(&Route::Play(kept.routine.key().to_owned()));
    }

    /// The end of a check: goes on with the session that it was opened for, or starts anew.
    pub fn start_or_carry_on(&'static self, app: &'static App, routine: Playable) {
        if self.is_to_carry_on(routine) {
            self.resume_unfinished(app);
        } else {
            self.start(app, routine);
        }
    }

    /// Whether the check that is shown leads back to a session of `routine` that was cut off.
    pub fn is_to_carry_on(&'static self, routine: Playable) -> bool {
        let is_of = |it: &Unfinished| it.routine.key() == routine.key();
        self.carries_on.peek() && self.unfinished.peek().as_ref().is_some_and(is_of)
    }

    /// Another screen than the check is shown: whoever starts from there starts anew.
    pub fn goes_to(&'static self, route: &Route) {
        if !matches!(route, Route::Check(_)) {
            self.carries_on.set(false);
        }
    }

    /// Whether what was answered leads elsewhere before the session may go on.
    pub(super) fn must_be_checked(&'static self) -> bool {
        if !self.unchecked.peek() {
            return false;
        }
        self.unchecked.set(false);
        self.offer_again();
        let Some(kept) = self.unfinished.peek() else { return false };
        if self.may_go_on(&kept) {
            self.unfinished.set(None);
            return false;
        }
        self.put_away();
        true
    }

    /// Whether a session may go on now; where not, the address leads to what stands before it.
    fn may_go_on(&'static self, kept: &Unfinished) -> bool {
        let key = kept.routine.key().to_owned();
        if !self.screening.may_go_on(kept.routine) {
            self.carries_on.set(true);
            location::set_fragment(&Route::Check(Some(key)).fragment());
            return false;
        }
        let (plan, step) = (&kept.plan, kept.view.step);
        let is_allowed = untrack(|| self.health.allows(kept.routine, plan, step, kept.started));
        if !is_allowed {
            self.store.notices().add(Kind::SessionChanged);
            self.discard_unfinished();
            location::set_fragment(&Route::Routine(key).fragment());
        }
        is_allowed
    }
}
