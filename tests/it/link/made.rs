//! Routines that tests share.

use proptest::prelude::*;
use unknot::catalog;
use unknot::domain::body::{Area, Position};
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{
    Aftercare, AftercareSecs, Amount, Breaths, Custom, Dated, DaysAWeek, GapSecs, Line, Maker,
    Note, Number, Pace, ReplyKey, RestSecs, Schedule, Sets, SharedRoutine, SideChoice, Sound, Step,
    StepSecs, TimesADay, Weeks, What,
};

/// A step of a library exercise with its own time.
pub(crate) fn step(code: &str) -> Step {
    let exercise = catalog::exercises().iter().find(|it| it.code == code).unwrap();
    let what = What::library(exercise.id).unwrap();
    Step::new(what, Amount::of_secs(exercise.hold.secs()))
}

/// A described exercise of the upper back on a chair, once a side.
pub(crate) fn described(name: &str) -> Custom {
    Custom {
        name: Line::clean(name),
        lines: Note::clean("Sit tall.\nPull to the ribs."),
        area: Area::UpperBack,
        position: Position::Chair,
        two_sided: true,
    }
}

/// Ten steps, each with its own time, sets and sides, a name, a schedule and a note of 40 characters.
pub(super) fn ten_steps() -> SharedRoutine {
    let codes = ["BR02", "HN05", "BL04", "BL05", "FR16", "MB12", "ST06", "ST13", "MB03", "MB15"];
    let mut steps: Vec<Step> = codes.iter().map(|it| step(it)).collect();
    for (nth, step) in steps.iter_mut().enumerate() {
        step.amount = Amount::of_secs([20, 25, 35, 40, 50, 55, 25, 35, 40, 30][nth]);
        step.sets = Sets::held(2);
        step.sides = [SideChoice::RightFirst, SideChoice::RightOnly][nth % 2];
    }
    SharedRoutine {
        title: Line::clean("Lower back, evenings"),
        steps,
        schedule: Some(Schedule {
            times: TimesADay::held(1),
            days: DaysAWeek::held(5),
            weeks: Weeks::held(6),
        }),
        note: Note::clean("Slow and easy. Call me if it gets worse."),
        ..SharedRoutine::default()
    }
}

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9 ,.\\n]{0,40}",
        1 => "\\PC{0,40}",
        1 => any::<String>(),
    ]
}

fn any_line() -> impl Strategy<Value = Line> {
    any_text().prop_map(|it| Line::clean(&it))
}

fn any_note() -> impl Strategy<Value = Note> {
    any_text().prop_map(|it| Note::clean(&it))
}

fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        (1..=32_u16).prop_map(|it| Amount::of_secs(it * 5)),
        (1..=200_u16).prop_map(|it| Amount::Secs(StepSecs::held(it))),
        (1..=60_u16).prop_map(|it| Amount::Breaths(Breaths::held(it))),
    ]
}

prop_compose! {
    fn any_custom()(
        name in any_line(),
        lines in any_note(),
        area in prop::sample::select(Area::ALL),
        position in prop::sample::select(Position::ALL),
        two_sided in any::<bool>(),
    ) -> What {
        What::Custom(Box::new(Custom { name, lines, area, position, two_sided }))
    }
}

fn any_what() -> impl Strategy<Value = What> {
    let known: Vec<ExerciseId> = catalog::exercises().iter().map(|it| it.id).collect();
    prop_oneof![
        6 => prop::sample::select(known).prop_map(|it| What::library(it).unwrap()),
        1 => (1..=0x7fff_u16).prop_map(|it| What::Library(Number::held(it))),
        1 => any_custom(),
    ]
}

prop_compose! {
    pub(crate) fn any_step()(
        what in any_what(),
        amount in any_amount(),
        is_default in any::<bool>(),
        stated_name in prop_oneof![5 => Just(Line::default()), 1 => any_line()],
        sets in prop_oneof![Just(1), 1..=10_u16],
        sides in prop::sample::select(SideChoice::ALL),
        rest in prop_oneof![Just(0), 0..=120_u16],
        pressure in prop::option::of(0..=5_u8),
        note in prop_oneof![3 => Just(Note::default()), 1 => any_note()],
    ) -> Step {
        let library = match &what {
            What::Library(number) => catalog::exercise(ExerciseId(number.get())),
            What::Custom(_) => None,
        };
        let own = library.filter(|_| is_default).map(|it| Amount::of_secs(it.hold.secs()));
        Step {
            what,
            stated_name,
            amount: own.unwrap_or(amount),
            sets: Sets::held(sets),
            sides,
            rest: RestSecs::held(rest),
            pressure: pressure.map(Pressure::held),
            note,
        }
    }
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    (1..=8_u16, 1..=7_u16, 1..=52_u16).prop_map(|(times, days, weeks)| Schedule {
        times: TimesADay::held(times),
        days: DaysAWeek::held(days),
        weeks: Weeks::held(weeks),
    })
}

fn any_pace() -> impl Strategy<Value = Pace> {
    [0..=120_u16, 0..=120, 0..=120, 0..=120].prop_map(|gaps| {
        let [first, same_posture, new_posture, switch] = gaps.map(GapSecs::held);
        Pace { first, same_posture, new_posture, switch }
    })
}

prop_compose! {
    /// Any routine that can be shared, short enough for 4 hours.
    pub(crate) fn any_routine()(
        title in any_line(),
        steps in prop::collection::vec(any_step(), 1..=12),
        aftercare in prop_oneof![Just(15), 0..=600_u16],
        pace in prop::option::of(any_pace()),
        sound in prop::option::of(prop::sample::select(Sound::ALL)),
        schedule in prop::option::of(any_schedule()),
        note in any_note(),
        [name, profession, contact] in [any_line(), any_line(), any_line()],
        dated in prop::option::of(0..=0x7fff_u16),
        reply_to in prop::option::of(any::<[u8; 32]>()),
    ) -> SharedRoutine {
        SharedRoutine {
            title,
            steps,
            aftercare: Aftercare(AftercareSecs::held(aftercare)),
            pace,
            sound,
            schedule,
            note,
            from: Maker { name, profession, contact },
            dated: dated.and_then(Dated::from_days_since_2025),
            reply_to: reply_to.map(|half| {
                let mut both = [0; ReplyKey::BYTES];
                both[..32].copy_from_slice(&half);
                both[32..].copy_from_slice(&half);
                ReplyKey(both)
            }),
        }
    }
}
