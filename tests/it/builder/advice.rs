//! What a maker is told: L7.

use unknot::catalog;
use unknot::domain::builder::{Advice, Draft, Edit, advice};
use unknot::domain::dose::Pressure;
use unknot::domain::shared::{Amount, Muscle, Number, Sets, SharedRoutine, Step, What};

use proptest::prelude::*;

use super::people::played;
use crate::link::made::{any_routine, described, step};

fn told(steps: Vec<Step>) -> Vec<Advice> {
    advice(&SharedRoutine { steps, ..SharedRoutine::default() }, catalog::exercises())
}

fn with(code: &str, change: impl FnOnce(&mut Step)) -> Step {
    let mut step = step(code);
    change(&mut step);
    step
}

#[test]
fn a_stock_routine_needs_no_advice() {
    for stock in catalog::routines() {
        let draft = Draft::from_stock(stock, "", catalog::exercises());
        assert_eq!(draft.advice(), [], "{}", stock.slug);
    }
}

#[test]
fn each_limit_that_phones_keep_is_told_to_the_maker() {
    // L7
    let secs = |secs| Amount::of_secs(secs);
    let press = |it| Pressure::new(it).ok();
    let cases = [
        (with("ST06", |it| it.amount = secs(61)), Advice::HoldHeld { at: 0, longest: 60 }),
        (with("MB08", |it| it.sets = Sets::held(5)), Advice::SetsHeld { at: 0 }),
        (with("ST06", |it| it.pressure = press(5)), Advice::PressureHeld { at: 0, cap: 4 }),
        (with("FR04", |it| it.pressure = press(5)), Advice::PressureStrong { at: 0 }),
        (step("BL03"), Advice::Flagged { at: 0 }),
        (
            with("FR04", |it| it.sets = Sets::held(3)),
            Advice::ExerciseFull { at: 0, secs: 180, longest: 120 },
        ),
        (Step::new(What::Library(Number::held(9000)), secs(30)), Advice::Unknown { at: 0 }),
        (
            Step::new(What::Custom(Box::new(described("Row"))), secs(45)),
            Advice::Described { at: 0 },
        ),
    ];
    for (step, expected) in cases {
        assert_eq!(told(vec![step]), [expected]);
    }
    for quiet in [
        with("ST06", |it| it.amount = secs(60)),
        with("MB08", |it| it.sets = Sets::held(4)),
        with("ST06", |it| it.pressure = press(4)),
        with("FR04", |it| it.sets = Sets::held(2)),
    ] {
        assert_eq!(told(vec![quiet]), []);
    }
    let row = |change: fn(&mut Step)| {
        let mut step = Step::new(What::Custom(Box::new(described("Row"))), secs(45));
        change(&mut step);
        told(vec![step])
    };
    let described = Advice::Described { at: 0 };
    let held = Advice::HoldHeld { at: 0, longest: 45 };
    assert_eq!(row(|it| it.amount = Amount::of_secs(46)), [held, described.clone()]);
    let pressed = Advice::PressureHeld { at: 0, cap: 2 };
    assert_eq!(row(|it| it.pressure = Pressure::new(3).ok()), [pressed, described.clone()]);
    let full = Advice::ExerciseFull { at: 0, secs: 135, longest: 90 };
    assert_eq!(row(|it| it.sets = Sets::held(3)), [described, full]);
}

#[test]
fn a_muscle_with_more_than_three_minutes_and_a_long_session_are_told_once() {
    // L7
    let steps = vec![
        with("FR04", |it| it.amount = Amount::of_secs(120)),
        step("MB08"),
        with("BL04", |it| it.amount = Amount::of_secs(61)),
    ];
    let full = Advice::MuscleFull { muscle: Muscle::Buttock, secs: 181, steps: vec![0, 2] };
    assert_eq!(told(steps), [full]);
    let long: Vec<Step> = (0..14).map(|_| step("BR01")).collect();
    assert_eq!(told(long), [Advice::SessionFull { secs: 14 * 120 + 10 + 13 * 12 + 20 + 15 }]);
}

#[test]
fn half_an_hour_is_not_too_long_and_a_second_more_is() {
    // L7, clinical-evidence 1.1: 201 s are get-ready and after-care, 13 holds take 120 s
    let of = |secs| {
        let mut steps: Vec<Step> = (0..14).map(|_| step("BR01")).collect();
        steps[0].amount = Amount::of_secs(secs);
        told(steps)
    };
    assert_eq!(of(39), []);
    assert_eq!(of(40), [Advice::SessionFull { secs: 1801 }]);
}

#[test]
fn described_exercises_count_as_one_muscle_together_and_as_no_other() {
    // L7, G6: four times 45 s are three minutes, the fifth is too much
    let of = |names: &[&str]| {
        let row = |it: &&str| Step::new(What::Custom(Box::new(described(it))), Amount::of_secs(45));
        told(names.iter().map(row).collect())
    };
    let described = |count: usize| (0..count).map(|at| Advice::Described { at });
    assert_eq!(of(&["A", "B", "C", "D"]), described(4).collect::<Vec<_>>());
    let full = Advice::MuscleFull { muscle: Muscle::Unknown, secs: 225, steps: (0..5).collect() };
    let all: Vec<Advice> = core::iter::once(full).chain(described(5)).collect();
    assert_eq!(of(&["A", "B", "C", "D", "E"]), all);
}

#[test]
fn of_an_exercise_that_the_library_lacks_no_longest_time_is_told() {
    // L7, G7
    let unknown = Step::new(What::Library(Number::held(9000)), Amount::of_secs(600));
    assert_eq!(told(vec![unknown]), [Advice::Unknown { at: 0 }]);
}

#[test]
fn a_draft_tells_what_is_to_be_known_of_the_routine_as_it_stands() {
    // L7
    let mut draft = Draft::new(catalog::exercises());
    assert_eq!(draft.advice(), []);
    let long = with("ST06", |it| it.amount = Amount::of_secs(61));
    draft.apply(Edit::Add { at: 0, step: Box::new(long) }).unwrap();
    assert_eq!(draft.advice(), [Advice::HoldHeld { at: 0, longest: 60 }]);
    assert!(draft.undo());
    assert_eq!(draft.advice(), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_healthy_phone_changes_nothing_without_advice(shared in any_routine()) {
        // L7: a maker is never surprised
        let advice = advice(&shared, catalog::exercises());
        let fitted = played(&shared);
        let changed = |at: usize| fitted.left_out.iter().any(|it| it.at == at)
            || fitted.steps.iter().any(|it| it.at == at && !it.why.is_empty());
        let is_changed = (0..shared.steps.len()).any(changed) || fitted.pauses_cut;
        prop_assert!(!is_changed || !advice.is_empty());
    }
}
