//! The rules of `docs/spec/progress.md`: formulas, cadence, what is said.

mod cadence;
mod calendar;
mod change;
mod merged;
mod pain;
mod planned;
mod routines;
mod said;

use unknot::domain::exercise::ExerciseId;
use unknot::domain::outcome::{
    Activity, Change, Entry, Felt, Journal, Rating, SessionDone, StepDone, Week, What, When,
};
use unknot::domain::screening::Mode;
use unknot::domain::session::{Ending, Outcome};
use unknot::domain::shared::Line;
use unknot::domain::time::LocalDay;

/// A Monday: 2026-11-30.
pub(crate) const MONDAY: i32 = 20_787;
const DAY_MILLIS: u64 = 86_400_000;

pub(crate) const fn day(days: i32) -> LocalDay {
    LocalDay::from_days(days)
}

pub(crate) fn rating(number: u8) -> Rating {
    Rating::new(number).unwrap()
}

/// Noon of a day.
pub(crate) fn noon(days: i32) -> u64 {
    u64::try_from(days).unwrap() * DAY_MILLIS + DAY_MILLIS / 2
}

pub(crate) fn entry(days: i32, what: What) -> Entry {
    Entry { at: noon(days), day: day(days), what }
}

pub(crate) fn pain(days: i32, number: u8) -> Entry {
    entry(days, What::Pain(rating(number)))
}

pub(crate) fn change(days: i32, by: i8) -> Entry {
    entry(days, What::Change(Change::new(by).unwrap()))
}

pub(crate) fn activity(id: u64, name: &str, is_asked: bool) -> Entry {
    entry(MONDAY, What::Activity(Activity { id, name: Line::clean(name), is_asked }))
}

pub(crate) fn week(days: i32, activities: &[(u64, u8)]) -> Entry {
    let activities = activities.iter().map(|it| (it.0, rating(it.1))).collect();
    entry(days, What::Week(Week { activities, sleep: Some(rating(6)), confidence: None }))
}

/// A session of ten minutes at noon; `nth` tells several of a day apart.
pub(crate) fn session(days: i32, nth: u64, routine: &str) -> Entry {
    let done = StepDone {
        exercise: ExerciseId(101),
        outcome: Outcome::Done,
        eases: 0,
        secs: 600,
        reasons: Vec::new(),
    };
    entry(
        days,
        What::Session(SessionDone {
            started: noon(days) + nth,
            routine: routine.to_owned(),
            number: 1,
            name: Line::clean("Lower back, 10 minutes"),
            secs: 600,
            mode: Mode::Standard,
            ending: Ending::Completed,
            steps: vec![done],
        }),
    )
}

pub(crate) fn felt(days: i32, nth: u64, when: When, number: u8) -> Entry {
    let (session, pain) = (noon(days) + nth, rating(number));
    entry(days, What::Felt(Felt { session, when, pain, place: None }))
}

pub(crate) fn journal(entries: impl IntoIterator<Item = Entry>) -> Journal {
    Journal::of(entries.into_iter().collect())
}

proptest::proptest! {
    // P2, P4
    #[test]
    fn a_journal_holds_each_key_once_in_order_with_its_latest_version(
        all in proptest::collection::vec(crate::records::journal::an_entry(), 0..40)
    ) {
        let twice: Vec<Entry> = all.iter().rev().chain(&all).cloned().collect();
        let kept = Journal::of(twice);
        let mut latest = std::collections::BTreeMap::new();
        for it in all {
            let at = latest.entry(it.key()).or_insert(it.at);
            *at = it.at.max(*at);
        }
        let found: Vec<_> = kept.entries().iter().map(|it| (it.key(), it.at)).collect();
        proptest::prop_assert_eq!(found, latest.into_iter().collect::<Vec<_>>());
    }
}
