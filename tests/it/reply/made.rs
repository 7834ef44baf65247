//! Journals and reports that tests share.

use proptest::prelude::*;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::outcome::{
    Activity, Change, Entry, Felt, Journal, PlanFrom, Rating, SessionDone, StepDone, Week, What,
    When,
};
use unknot::domain::report::{Part, Report, report};
use unknot::domain::screening::{Complaint, Mode};
use unknot::domain::session::{Ending, Outcome};
use unknot::domain::shared::{DaysAWeek, Line, Note, Schedule, TimesADay, Weeks};
use unknot::domain::time::LocalDay;

/// 2026-11-29, a Sunday.
pub(crate) const LAST: LocalDay = LocalDay::from_days(20_786);
const DAY_MILLIS: u64 = 86_400_000;

pub(crate) fn rating(it: u8) -> Rating {
    Rating::new(it).unwrap()
}

pub(crate) fn entry(day: i32, what: What) -> Entry {
    Entry { at: 1_764_000_000_000, day: LocalDay::from_days(day), what }
}

pub(crate) fn session(day: i32, minutes: u32, steps: Vec<StepDone>) -> SessionDone {
    SessionDone {
        started: u64::try_from(day).unwrap() * DAY_MILLIS + 64_800_000,
        routine: "link-00c0ffee".to_owned(),
        number: 0,
        name: Line::clean("Lower back, evenings"),
        secs: minutes * 60 + 11,
        mode: Mode::Starter,
        ending: Ending::Completed,
        steps,
    }
}

pub(crate) fn step(exercise: u16, outcome: Outcome, reasons: &[Complaint]) -> StepDone {
    StepDone {
        exercise: ExerciseId(exercise),
        outcome,
        eases: 0,
        secs: 45,
        reasons: reasons.to_vec(),
    }
}

/// Six weeks with a session each day, everything rated, and a step that was too much every third day.
pub(crate) fn six_weeks() -> Journal {
    let mut all = vec![];
    let first = LAST.days() - 41;
    let schedule =
        Schedule { times: TimesADay::held(1), days: DaysAWeek::held(7), weeks: Weeks::held(6) };
    let plan = PlanFrom { routine: "link-00c0ffee".to_owned(), schedule: Some(schedule) };
    all.push(entry(first, What::Plan(plan)));
    for (id, name) in [(1, "Put on socks"), (2, "Sit through a film"), (3, "Lift the little one")] {
        let activity = Activity { id, name: Line::clean(name), is_asked: true };
        all.push(entry(first, What::Activity(activity)));
    }
    for nth in 0..42_u8 {
        let day = first + i32::from(nth);
        let steps = match nth % 3 {
            0 => vec![
                step(101, Outcome::Done, &[]),
                step(34, Outcome::TooMuch, &[Complaint::TooStrong]),
                step(35, Outcome::Skipped, &[]),
            ],
            _ => vec![step(101, Outcome::Done, &[]), step(34, Outcome::Done, &[])],
        };
        let done = session(day, 12, steps);
        let pain = 6 - nth / 14;
        for (when, pain) in [(When::Before, pain + 1), (When::After, pain)] {
            let felt = Felt { session: done.started, when, pain: rating(pain), place: None };
            all.push(entry(day, What::Felt(felt)));
        }
        all.push(entry(day, What::Session(done)));
        all.push(entry(day, What::Pain(rating(pain))));
        if nth % 7 == 0 {
            let rated = (1..=3).map(|id| (id, rating(3 + nth / 10))).collect();
            let week =
                Week { activities: rated, sleep: Some(rating(6)), confidence: Some(rating(5)) };
            all.push(entry(day, What::Week(week)));
        }
        if nth % 14 == 0 {
            let change = Change::new(i8::try_from(nth / 14).unwrap()).unwrap();
            all.push(entry(day, What::Change(change)));
        }
    }
    Journal::of(all)
}

pub(crate) fn six_weeks_report() -> Report {
    let mut it = report(&six_weeks(), LAST, 42, &|_| true);
    it.who = Line::clean("Sam Hill");
    it.note = Note::clean(
        "Evenings are best. Stairs are still hard, and Tuesday was a long drive with a stop every hour. See you on Monday.",
    );
    it
}

fn any_rating() -> impl Strategy<Value = Rating> {
    (0..=10_u8).prop_map(rating)
}

fn any_text() -> impl Strategy<Value = String> {
    crate::link::made::any_text()
}

prop_compose! {
    fn any_step()(
        exercise in prop_oneof![0..=127_u16, 0..=0x7fff_u16],
        outcome in prop::sample::select(vec![Outcome::Done, Outcome::Skipped, Outcome::TooMuch, Outcome::NotReached]),
        eases in 0..=20_u8,
        reasons in prop::collection::vec(prop::sample::select(Complaint::ALL), 0..=StepDone::MAX_REASONS),
    ) -> StepDone {
        StepDone { exercise: ExerciseId(exercise), outcome, eases, secs: 9, reasons }
    }
}

prop_compose! {
    fn any_session()(
        ago in -2..600_i32,
        millis in 0..86_400_000_u64,
        routine in 0..6_u8,
        name in any_text(),
        secs in 0..=36_000_u32,
        is_early in any::<bool>(),
        steps in prop::collection::vec(any_step(), 0..40),
        felt in [prop::option::of(any_rating()), prop::option::of(any_rating())],
    ) -> Vec<Entry> {
        let day = LAST.days() - ago;
        let started = u64::try_from(day).unwrap() * DAY_MILLIS + millis;
        let ending = if is_early { Ending::EndedEarly } else { Ending::Completed };
        let session = SessionDone {
            started, routine: format!("r-{routine}"), number: 1, name: Line::clean(&name), secs,
            mode: Mode::Gentle, ending, steps,
        };
        let felt = [When::Before, When::After].into_iter().zip(felt);
        let mut all: Vec<Entry> = felt
            .filter_map(|(when, pain)| {
                Some(entry(day, What::Felt(Felt { session: started, when, pain: pain?, place: None })))
            })
            .collect();
        all.push(entry(day, What::Session(session)));
        all
    }
}

fn any_fact() -> impl Strategy<Value = Vec<Entry>> {
    let schedule = (1..=8_u16, 1..=7_u16, 1..=52_u16).prop_map(|(times, days, weeks)| Schedule {
        times: TimesADay::held(times),
        days: DaysAWeek::held(days),
        weeks: Weeks::held(weeks),
    });
    let ids = prop::sample::subsequence(vec![1_u64, 2, 3, 4, 5], 0..=5);
    let week = (ids, any_rating(), prop::option::of(any_rating()), prop::option::of(any_rating()))
        .prop_map(|(ids, it, sleep, confidence)| {
            let activities = ids.into_iter().map(|id| (id, it)).collect();
            What::Week(Week { activities, sleep, confidence })
        });
    let what = prop_oneof![
        any_rating().prop_map(What::Pain),
        (-5..=5_i8).prop_map(|it| What::Change(Change::new(it).unwrap())),
        any_text().prop_map(|it| What::Note(Note::clean(&it))),
        week,
        (1..=5_u64, any_text(), any::<bool>()).prop_map(|(id, name, is_asked)| {
            What::Activity(Activity { id, name: Line::clean(&["a", &name].concat()), is_asked })
        }),
        prop::option::of(schedule)
            .prop_map(|schedule| { What::Plan(PlanFrom { routine: "own".to_owned(), schedule }) }),
        Just(What::Baseline),
        Just(What::Flare),
    ];
    (-2..1200_i32, what).prop_map(|(ago, what)| vec![entry(LAST.days() - ago, what)])
}

prop_compose! {
    /// Any report of any journal.
    pub(crate) fn any_report()(
        entries in prop::collection::vec(prop_oneof![any_session(), any_fact(), any_fact()], 0..40),
        days in 1..=600_u16,
        parts in prop::collection::vec(any::<bool>(), Part::ALL.len()),
        who in any_text(),
        note in any_text(),
    ) -> Report {
        let journal = Journal::of(entries.into_iter().flatten().collect());
        let has = |part: Part| Part::ALL.iter().zip(&parts).any(|it| *it.0 == part && *it.1);
        let mut it = report(&journal, LAST, days, &has);
        it.who = Line::clean(&who);
        it.note = Note::clean(&note);
        it
    }
}
