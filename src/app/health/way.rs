//! The rules applied to whatever is to be played: a routine of the library or one that somebody made.

use super::HealthKeeper;
use crate::app::links::Shared;
use crate::app::playable::Playable;
use crate::catalog;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::plan::Plan;
use crate::domain::screening::{Lock, Person, Prompt, Screen, Shape, Standing};
use crate::domain::shared::{Received, Receiver, receive};
use crate::domain::technique::Technique;
use crate::domain::time::Span;
use crate::platform::clock;

/// What stands between the person and a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Everything is locked.
    Locked(Lock),
    /// Questions come first.
    Ask(Vec<Prompt>),
    /// No step is left for this person today.
    NothingLeft,
    /// Nothing.
    Open,
}

impl HealthKeeper {
    /// What stands between the person and a session; tracked.
    // Never inlined, nor are its neighbours: the first screen's part of the program must not grow by the rules.
    #[inline(never)]
    pub fn way(&self, routine: Playable) -> Way {
        let is_empty = match routine {
            Playable::Stock(routine) => match self.shape(routine) {
                Shape::Locked(lock) => return Way::Locked(lock),
                Shape::Ask(prompts) => return Way::Ask(prompts),
                Shape::Ready(shaped) => shaped.steps.is_empty(),
            },
            Playable::Shared(shared) => match self.received(shared) {
                Received::Locked(lock) => return Way::Locked(lock),
                Received::Ask(prompts) => return Way::Ask(prompts),
                Received::Ready(fitted) => fitted.steps.is_empty(),
            },
        };
        if is_empty { Way::NothingLeft } else { Way::Open }
    }

    /// What becomes of a routine that somebody made, today and with the tools at hand; tracked.
    #[inline(never)]
    pub fn received(&self, shared: &Shared) -> Received {
        let (tools, asked_physio) = (self.tools(), shared.asked_physio());
        self.with_person(|person| {
            let rules = catalog::rules();
            receive(&shared.routine, Receiver { person, rules, tools, asked_physio })
        })
    }

    /// The exercises that are played, or would be before the person has told anything; tracked.
    #[inline(never)]
    pub fn exercises(&self, routine: Playable) -> Vec<&'static Exercise> {
        let ids: Vec<ExerciseId> = match routine {
            Playable::Stock(stock) => {
                let shaped = self.shaped(stock).map(|it| it.routine_steps());
                shaped.as_deref().unwrap_or(stock.steps).iter().map(|it| it.exercise).collect()
            }
            Playable::Shared(shared) => match self.received(shared) {
                Received::Ready(fitted) => fitted.steps.iter().map(|it| it.exercise).collect(),
                Received::Locked(_) | Received::Ask(_) => shared.ids(),
            },
        };
        ids.into_iter().filter_map(|id| routine.exercise(id)).collect()
    }

    /// Whether every step of a kept plan from the one numbered `from` may still be done, and as long; tracked.
    ///
    /// The session itself, known by when it was `started`, is not held against its own steps (R71).
    pub fn allows(&self, routine: Playable, plan: &Plan, from: usize, started: u64) -> bool {
        let (told, today) = (self.told(), clock::today());
        let Some(earlier) = told.replies.to_carry_on(started) else { return false };
        let standing = Standing::of(&earlier, catalog::rules(), today, told.health.ill);
        let person = Person {
            health: &told.health,
            standing: &standing,
            sessions: self.history.finished(),
            today,
        };
        let screen = Screen::new(catalog::rules(), person);
        let left_out = told.replies.left_out_of(started);
        plan.steps.iter().skip(from.saturating_sub(1)).all(|step| {
            let may = |it: &Exercise| {
                let longest = Span::from_secs(u32::from(screen.limits().longest(it)));
                screen.allows(it) && step.hold <= longest
            };
            !left_out.contains(&step.exercise) && routine.exercise(step.exercise).is_some_and(may)
        })
    }
}

/// Whether a plan is breathing and nothing else.
pub(super) fn is_breathing(plan: &Plan) -> bool {
    let breathes = |id| catalog::exercise(id).map(|it| it.technique);
    plan.steps.iter().all(|it| breathes(it.exercise) == Some(Technique::Breathing))
}
