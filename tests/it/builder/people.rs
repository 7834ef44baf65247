//! Whoever opens a shared routine.

use unknot::catalog;
use unknot::domain::condition::ConditionId;
use unknot::domain::equipment::ToolSet;
use unknot::domain::screening::{Health, Person, Standing};
use unknot::domain::shared::{Fitted, Received, Receiver, SharedRoutine, receive};
use unknot::domain::time::LocalDay;

/// The day of every test.
pub(super) const TODAY: LocalDay = LocalDay::from_days(20_500);

pub(super) fn id(slug: &str) -> ConditionId {
    catalog::conditions().iter().find(|it| it.slug == slug).unwrap().id
}

/// Someone who answered "none of these" to everything today, but for a "yes" to these.
pub(super) fn health(yes: &[&str]) -> Health {
    let mut health = Health::default();
    let ids: Vec<ConditionId> = catalog::conditions().iter().map(|it| it.id).collect();
    health.none_of(catalog::rules(), &ids, TODAY);
    health.looked_over(TODAY);
    for slug in yes {
        assert!(health.answer(catalog::rules(), id(slug), true, TODAY), "{slug}");
        for it in catalog::conditions().iter().filter(|it| it.after == Some(id(slug))) {
            health.answer(catalog::rules(), it.id, false, TODAY);
        }
    }
    health
}

/// What becomes of a routine for this person after `sessions` sessions.
pub(super) fn received(routine: &SharedRoutine, health: &Health, sessions: u32) -> Received {
    received_with(routine, health, sessions, &Standing::default(), false)
}

pub(super) fn received_with(
    routine: &SharedRoutine,
    health: &Health,
    sessions: u32,
    standing: &Standing,
    asked_physio: bool,
) -> Received {
    let person = Person { health, standing, sessions, today: TODAY };
    let tools = ToolSet::ALL;
    receive(routine, Receiver { person, rules: catalog::rules(), tools, asked_physio })
}

pub(super) fn ready(received: Received) -> Fitted {
    match received {
        Received::Ready(fitted) => fitted,
        Received::Locked(lock) => panic!("locked: {lock:?}"),
        Received::Ask(prompts) => panic!("asks {prompts:?}"),
    }
}

/// What a healthy person past the first sessions plays.
pub(super) fn played(routine: &SharedRoutine) -> Fitted {
    ready(received(routine, &health(&[]), 10))
}
