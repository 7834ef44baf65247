//! The session's place, kept every second, and offered again after a reload, crash or kill.

use leptos::prelude::*;

use super::Player;
use crate::app::library;
use crate::app::notices::{Kind, Notices};
use crate::app::playable::Playable;
use crate::app::store::Loaded;
use crate::codec::record::{Place, StoredPlan};
use crate::domain::plan::Plan;
use crate::domain::screening::Waiting;
use crate::domain::session::{Session, Snapshot, View};
use crate::domain::time::Moment;
use crate::i18n::sharing;
use crate::i18n::speech::{self, Step};
use crate::platform::clock;

/// A session that can be carried on.
#[derive(Clone, PartialEq)]
pub struct Unfinished {
    /// Its routine.
    pub routine: Playable,
    /// What it would show.
    pub view: View,
    pub(super) started: u64,
    pub(super) saved: u64,
    pub(super) plan: Plan,
    pub(super) snapshot: Snapshot,
    pub(super) waiting: Waiting,
}

impl Player {
    /// The session that can be carried on, if any; tracked.
    pub fn unfinished(&'static self) -> Option<Unfinished> {
        self.unfinished.get()
    }

    /// Lets it go; what was done in it counts (R50).
    pub fn discard_unfinished(&'static self) {
        if let Some(kept) = self.unfinished.peek() {
            let Unfinished { routine, started, saved, plan, snapshot, waiting, .. } = kept;
            let (is_noted, counts) = match self.store.load::<Place>() {
                Loaded::Found(it) => (it.started == started, true),
                // Where its place was kept and is gone, another tab has finished it.
                Loaded::Nothing if !self.hints.no_place.peek() => (false, false),
                Loaded::Nothing => (true, true),
                Loaded::Unreadable => (false, true),
            };
            if is_noted && !routine.is_breathing() {
                let name = (routine.key(), routine.number(), routine.name());
                self.journalise(started, name, &snapshot.summary());
            }
            if counts {
                let plan = stored(routine, started, plan);
                self.health.after_cut_off(&plan, &Place { started, saved, snapshot, waiting });
            }
        }
        self.unfinished.set(None);
        self.forget_place();
    }

    /// Looks for a session that was cut off.
    pub fn look_for_unfinished(&'static self, notices: &Notices) {
        let (plan, place) = match (self.store.load::<StoredPlan>(), self.store.load::<Place>()) {
            (Loaded::Found(plan), Loaded::Found(place)) => (plan, place),
            (Loaded::Unreadable, _) | (_, Loaded::Unreadable) => {
                notices.add(Kind::SessionGone);
                return self.forget_place();
            }
            (Loaded::Nothing, _) | (_, Loaded::Nothing) => return,
        };
        let now = clock::wall_millis();
        if !place.belongs_to(&plan) {
            return self.forget_place();
        }
        if !place.is_fresh(now) {
            // What was done in it is also taken in with the health answers.
            return self.journalise_old(&plan, &place);
        }
        let offered = self.offer(plan, place);
        if offered.is_none() {
            notices.add(Kind::SessionGone);
            self.forget_place();
        }
        self.unfinished.set(offered);
    }

    /// Notes a session that is not offered again: it was cut off too long ago, or the clock was put back since.
    #[inline(never)]
    fn journalise_old(&'static self, plan: &StoredPlan, place: &Place) {
        let stock = library::routine(&plan.routine);
        let (number, name) = match (&plan.shared, stock) {
            (Some(shared), _) => (0, sharing::title(shared)),
            (None, Some(routine)) if !Playable::Stock(routine).is_breathing() => {
                (routine.id, library::routine_text(routine.id).name)
            }
            (None, _) => return,
        };
        self.journalise(plan.started, (&plan.routine, number, name), &place.snapshot.summary());
    }

    /// Offers the session that is being left.
    pub(super) fn offer_again(&'static self) {
        let Some(routine) = self.routine.peek() else { return };
        let waiting = self.waiting.peek();
        let unfinished = self.machine.try_update_value(|machine| {
            let now = machine.now();
            let session = machine.session.as_ref()?;
            let (plan, snapshot) = (session.plan().clone(), session.snapshot(now));
            Some(Unfinished {
                routine,
                view: session.view(now),
                started: machine.started,
                saved: clock::wall_millis(),
                plan,
                snapshot,
                waiting,
            })
        });
        self.unfinished.set(unfinished.flatten());
    }

    /// Keeps the plan; it changes only when a session starts or a step is swapped.
    pub(super) fn keep_plan(&'static self) {
        let Some(routine) = self.routine.peek() else { return };
        let stored = self.machine.with_value(|machine| {
            let plan = machine.session.as_ref()?.plan().clone();
            Some(stored(routine, machine.started, plan))
        });
        if let Some(stored) = stored {
            self.hints.no_plan.set(!self.store.save(&stored));
        }
    }

    /// Keeps the place.
    pub(super) fn keep_place(&'static self) {
        let waiting = self.waiting.peek();
        let place = self.machine.try_update_value(|machine| {
            let now = machine.now();
            let snapshot = machine.session.as_ref()?.snapshot(now);
            Some(Place { started: machine.started, saved: clock::wall_millis(), snapshot, waiting })
        });
        if let Some(place) = place.flatten() {
            self.hints.no_place.set(!self.store.save(&place));
        }
    }

    pub(super) fn forget_place(&'static self) {
        self.store.forget::<Place>();
        self.store.forget::<StoredPlan>();
    }

    /// A kept plan with the lengths its lines have in today's voice, and how strong and how long its holds may become.
    pub(super) fn with_lengths(&'static self, routine: Playable, mut plan: Plan) -> Plan {
        let rate = self.settings.now().voice.rate_percent;
        let limits = untrack(|| self.health.limits());
        for step in &mut plan.steps {
            let words = routine.step(step.exercise);
            step.pressure = words.exercise.and_then(|it| limits.pressure_within(it, step.pressure));
            let words = Step { cap: step.pressure, ..words };
            step.spoken = speech::lengths(words, rate);
        }
        plan.aftercare_spoken = speech::length(speech::AFTERCARE, rate);
        let longest: Vec<_> = plan.steps.iter().map(|it| it.longest).collect();
        self.limit(&mut plan, routine.exercises());
        // Never more than when the session began, or when something took its step's place (S8).
        for (step, longest) in plan.steps.iter_mut().zip(longest) {
            step.longest = step.longest.min(longest.max(step.hold));
        }
        plan
    }

    fn offer(&'static self, stored: StoredPlan, place: Place) -> Option<Unfinished> {
        let routine = match stored.shared {
            Some(shared) => Playable::Shared(self.links.hold(&stored.routine, *shared)),
            None => Playable::Stock(library::routine(&stored.routine)?),
        };
        let session = Session::restore(stored.plan.clone(), &place.snapshot).ok()?;
        let view = session.view(Moment::default());
        let Place { started, saved, snapshot, waiting } = place;
        Some(Unfinished { routine, view, started, saved, plan: stored.plan, snapshot, waiting })
    }
}

/// A plan as it is kept; a routine that somebody made goes with it.
fn stored(routine: Playable, started: u64, plan: Plan) -> StoredPlan {
    let shared = match routine {
        Playable::Stock(_) => None,
        Playable::Shared(shared) => Some(Box::new(shared.routine.clone())),
    };
    StoredPlan { routine: routine.key().to_owned(), started, plan, shared }
}
