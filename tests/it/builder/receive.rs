//! What a phone makes of a routine that somebody else wrote: G1 to G11.

use proptest::prelude::*;
use unknot::catalog;
use unknot::domain::body::Area;
use unknot::domain::builder::Draft;
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::{Exercise, ExerciseId};
use unknot::domain::plan::{SpokenLengths, Timing};
use unknot::domain::screening::{Cause, Health, Standing};
use unknot::domain::session::Session;
use unknot::domain::shared::{
    Aftercare, AftercareSecs, Amount, Breaths, CUSTOM_FROM, Dropped, Fitted, FittedStep, GapSecs,
    Muscle, Number, Pace, Received, RestSecs, SESSION_SECS, Sets, SharedRoutine, SideChoice, Step,
    What, Why, find, ids, muscles, with_custom,
};
use unknot::domain::side::Sides;
use unknot::domain::time::Span;

use super::people::{TODAY, health, id, played, ready, received, received_with};
use crate::link::made::{any_routine, described, step};

fn routine(steps: Vec<Step>) -> SharedRoutine {
    SharedRoutine { steps, ..SharedRoutine::default() }
}

fn custom(name: &str, secs: u16) -> Step {
    Step::new(What::Custom(Box::new(described(name))), Amount::of_secs(secs))
}

fn holds(fitted: &Fitted) -> Vec<u16> {
    fitted.steps.iter().map(|it| it.hold.secs()).collect()
}

fn code(id: ExerciseId) -> &'static str {
    catalog::exercise(id).map_or("?", |it| it.code)
}

fn codes(fitted: &Fitted) -> Vec<&'static str> {
    fitted.steps.iter().map(|it| code(it.exercise)).collect()
}

#[test]
fn a_stock_routine_that_was_shared_is_played_as_it_is() {
    // G1
    for stock in catalog::routines() {
        let draft = Draft::from_stock(stock, "", catalog::exercises());
        let fitted = played(draft.routine());
        let steps: Vec<_> =
            fitted.steps.iter().map(|it| (it.exercise, it.hold, it.why.as_slice())).collect();
        let own: Vec<_> = stock.steps.iter().map(|it| (it.exercise, it.hold, &[][..])).collect();
        assert_eq!(steps, own, "{}", stock.slug);
        assert!(fitted.left_out.is_empty() && !fitted.pauses_cut, "{}", stock.slug);
        assert_eq!(fitted.total_secs, catalog::total(stock).whole_secs_up(), "{}", stock.slug);
    }
}

#[test]
fn the_receivers_own_answers_lock_ask_and_leave_out() {
    // G1
    let shared = routine(vec![step("FR04"), step("ST06"), step("BR02")]);
    assert!(
        matches!(received(&shared, &Health::default(), 10), Received::Ask(it) if !it.is_empty())
    );
    let thin_blood = health(&["blood-thinners"]);
    let fitted = ready(received(&shared, &thin_blood, 10));
    let cause = Why::Screening(Cause::Condition(id("blood-thinners")));
    assert!(!codes(&fitted).contains(&"FR04"));
    assert!(fitted.steps.iter().any(|it| it.at == 0 && it.why.contains(&cause)));
    assert!(matches!(received(&shared, &health(&["fever-now"]), 10), Received::Locked(_)));
}

#[test]
fn at_most_four_sets_of_a_step_are_played() {
    // G2
    let mut many = step("MB08");
    many.sets = Sets::held(10);
    let fitted = played(&routine(vec![many]));
    assert_eq!(holds(&fitted), [45; 4]);
    assert_eq!(fitted.steps.iter().map(|it| it.set).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let dropped = Dropped { at: 0, sets: 6, why: vec![Why::TooManySets] };
    assert_eq!(fitted.left_out, [dropped]);
}

#[test]
fn all_sets_of_a_massage_stay_within_its_longest_time() {
    // G2, clinical-evidence 1.3: the buttock stops at 120 s
    let mut roll = step("FR04");
    roll.sets = Sets::held(3);
    roll.amount = Amount::of_secs(55);
    let fitted = played(&routine(vec![roll]));
    assert_eq!(holds(&fitted), [55, 55, 10]);
    assert_eq!(fitted.steps[2].why, [Why::Screening(Cause::Dose)]);
    let mut roll = step("FR04");
    roll.sets = Sets::held(3);
    roll.amount = Amount::of_secs(56);
    let fitted = played(&routine(vec![roll]));
    assert_eq!(holds(&fitted), [56, 56]);
    let enough = vec![Why::Screening(Cause::EnoughOfIt)];
    assert_eq!(fitted.left_out, [Dropped { at: 0, sets: 1, why: enough }]);
}

#[test]
fn no_muscle_gets_more_than_three_minutes_whatever_the_exercises() {
    // G2, R61, clinical-evidence 1.1: 120 s of the roll, 60 s of the ball, slow breathing for the fist
    let mut steps = vec![step("FR04"), step("BL04"), step("HN15")];
    steps[0].amount = Amount::of_secs(120);
    steps[1].amount = Amount::of_secs(90);
    let fitted = played(&routine(steps));
    assert_eq!(holds(&fitted), [120, 60, 120]);
    let enough = [Why::Screening(Cause::EnoughOfIt)];
    assert_eq!((&fitted.steps[1].why[..], &fitted.steps[2].why[..]), (&enough[..], &enough[..]));
    let on = |at: usize| muscles(fitted.steps[at].exercise);
    assert_eq!((on(0), on(1)), (&[Muscle::Buttock][..], &[Muscle::Buttock][..]));
    assert_eq!(catalog::exercise(fitted.steps[2].exercise).map(|it| it.code), Some("BR02"));
}

#[test]
fn every_exercise_that_presses_or_pulls_is_on_a_muscle() {
    for it in catalog::exercises().iter().filter(|it| it.pressure_cap.is_some()) {
        assert_ne!(muscles(it.id), [Muscle::Unknown], "{}", it.code);
    }
}

#[test]
fn a_long_routine_is_cut_to_half_an_hour_and_pauses_go_first() {
    // G3
    let mut steps: Vec<Step> = ["MB08", "MB07", "MB06", "MB05"].map(step).into();
    for it in &mut steps {
        it.sets = Sets::held(4);
        it.rest = RestSecs::held(50);
    }
    let shared = routine(steps.clone());
    let fitted = played(&shared);
    assert!(!fitted.pauses_cut, "{} s", fitted.total_secs);
    assert!(fitted.steps.iter().all(|it| it.rest.get() == 50));
    let with_rests = fitted.total_secs;
    assert_eq!(with_rests, Draft::from_shared(shared, catalog::exercises()).unwrap().totals().secs);
    for it in &mut steps {
        it.rest = RestSecs::held(60);
    }
    let fitted = played(&routine(steps.clone()));
    assert!(fitted.pauses_cut && fitted.steps.iter().all(|it| it.rest.get() == 0));
    assert_eq!(fitted.total_secs, with_rests - 16 * 50);
    let long = (0..20).map(|_| step("BR01")).collect();
    let fitted = played(&routine(long));
    assert!(fitted.total_secs <= SESSION_SECS && !fitted.left_out.is_empty());
    assert!(!fitted.pauses_cut, "there was no pause to cut");
}

#[test]
fn more_sets_than_a_plan_has_steps_are_told() {
    // G3, S3: 26 x 4 sets of 5 s stay within half an hour, a plan has 100
    let mut short = step("MB08");
    short.amount = Amount::of_secs(5);
    short.sets = Sets::held(4);
    let fitted = played(&routine(vec![short; 26]));
    assert_eq!(fitted.steps.len(), 100);
    let why = vec![Why::Screening(Cause::OutOfTime)];
    assert_eq!(fitted.left_out, [Dropped { at: 25, sets: 4, why }]);
}

#[test]
fn the_first_sessions_of_a_receiver_stay_short_whatever_the_link_says() {
    // G1, G3: R41
    let mut steps: Vec<Step> = (0..5).map(|_| step("BR01")).collect();
    for it in &mut steps {
        it.rest = RestSecs::held(30);
    }
    let fitted = ready(received(&routine(steps), &health(&[]), 0));
    assert!(fitted.total_secs <= 600, "{} s", fitted.total_secs);
}

#[test]
fn a_maker_can_lower_the_pressure_and_never_raise_it() {
    // G4: BL03 has 3 and FR04 5 of its own; the first sessions 4
    let mut low = step("FR04");
    low.pressure = Pressure::new(2).ok();
    let mut high = step("BL06");
    high.pressure = Pressure::new(5).ok();
    let fitted = played(&routine(vec![low, high, step("FR06"), step("BR02")]));
    let pressures: Vec<_> =
        fitted.steps.iter().map(|it| it.pressure.map(Pressure::rating)).collect();
    assert_eq!(pressures, [Some(2), Some(3), Some(5), None]);
    let why: Vec<_> = fitted.steps.iter().map(|it| it.why.as_slice()).collect();
    assert_eq!(why, [&[][..], &[Why::PressureHeld], &[], &[]]);
}

#[test]
fn a_flagged_exercise_is_played_only_when_the_receiver_asked_a_physio() {
    // G5: BL03 gives way to HN05; MB11 has no easier exercise
    let shared = routine(vec![step("BL03"), step("MB11"), step("BR02")]);
    let fitted = played(&shared);
    assert_eq!(codes(&fitted), ["HN05", "BR02"]);
    assert_eq!(fitted.steps[0].why, [Why::AskFirst]);
    assert_eq!(fitted.steps[0].was, catalog::exercise(ExerciseId(23)).unwrap().id);
    assert_eq!(fitted.left_out, [Dropped { at: 1, sets: 1, why: vec![Why::AskFirst] }]);
    let asked = received_with(&shared, &health(&[]), 10, &Standing::default(), true);
    assert_eq!(codes(&ready(asked)), ["BL03", "MB11", "BR02"]);
}

#[test]
fn a_described_exercise_has_the_lowest_limits() {
    // G6
    let mut row = custom("Towel row", 600);
    row.sets = Sets::held(4);
    row.pressure = Pressure::new(5).ok();
    let fitted = played(&routine(vec![row]));
    assert_eq!(holds(&fitted), [45, 45]);
    for it in &fitted.steps {
        assert_eq!(it.pressure.map(Pressure::rating), Some(2));
        assert!(it.exercise.0 >= CUSTOM_FROM && it.sides == Sides::Each);
        assert_eq!(it.why[0], Why::Unchecked);
        assert!(it.why.contains(&Why::Screening(Cause::Dose)));
        assert!(it.why.contains(&Why::PressureHeld));
    }
    assert_eq!(fitted.left_out.iter().map(|it| it.sets).sum::<u16>(), 2);
}

#[test]
fn a_described_exercise_is_never_easier_to_get_than_any_of_the_library() {
    // G6: whatever leaves out, guards or locks a library exercise does so here
    let shared = routine(vec![custom("Towel row", 30)]);
    let is_played = |health: &Health, sessions, standing: &Standing| match received_with(
        &shared, health, sessions, standing, true,
    ) {
        Received::Ready(it) => it.steps.iter().any(|it| it.exercise.0 >= CUSTOM_FROM),
        Received::Locked(_) | Received::Ask(_) => false,
    };
    let calm = Standing::default();
    assert!(is_played(&health(&[]), 10, &calm));
    for condition in catalog::conditions().iter().filter(|it| it.after.is_none()) {
        let told = health(&[condition.slug]);
        let alone = |it: &&Exercise| {
            let only = Step::new(What::library(it.id).unwrap(), Amount::of_secs(30));
            match received_with(&routine(vec![only]), &told, 10, &calm, true) {
                Received::Ready(fitted) => fitted.steps.iter().all(|step| step.exercise != it.id),
                Received::Locked(_) | Received::Ask(_) => true,
            }
        };
        if catalog::exercises().iter().any(|it| alone(&it)) {
            assert!(!is_played(&told, 10, &calm), "{}", condition.slug);
        }
    }
    for area in Area::ALL {
        let mut sore = health(&[]);
        sore.mark(*area, unknot::domain::condition::Trouble::Bruised, TODAY);
        sore.looked_over(TODAY);
        assert!(!is_played(&sore, 10, &calm), "{}", area.slug());
    }
    for area in Area::ALL {
        let paused = Standing { paused: vec![*area], ..Standing::default() };
        assert!(!is_played(&health(&[]), 10, &paused), "{}", area.slug());
    }
    let again = ids(&shared)[0];
    let removed = vec![(again, Cause::Sharp)];
    assert!(!is_played(&health(&[]), 10, &Standing { removed, ..Standing::default() }));
}

#[test]
fn a_described_exercise_is_known_again_by_its_name() {
    // G6
    let one = routine(vec![step("BR02"), custom("Towel row", 30), custom("Press", 20)]);
    let mut other = routine(vec![custom("Press", 60), custom("Towel row", 10)]);
    assert_eq!(ids(&one)[1], ids(&other)[1]);
    assert_eq!(ids(&one)[2], ids(&other)[0]);
    let mut changed = described("Press");
    changed.two_sided = false;
    other.steps.push(Step::new(What::Custom(Box::new(changed)), Amount::of_secs(5)));
    let numbers = ids(&other);
    assert!(numbers[2] != numbers[0] && numbers[2].0 >= CUSTOM_FROM);
    let all = with_custom(&other, catalog::exercises());
    assert_eq!(all.len(), catalog::exercises().len() + 3);
    assert!(all.is_sorted_by_key(|it| it.id));
    assert_eq!(find(&all, numbers[2]).map(|it| it.sides), Some(Sides::Together));
}

#[test]
fn an_exercise_that_the_library_does_not_hold_is_told_and_not_played() {
    // G7
    let unknown = Step::new(What::Library(Number::held(9000)), Amount::of_secs(30));
    let fitted = played(&routine(vec![unknown, step("BR02")]));
    assert_eq!(codes(&fitted), ["BR02"]);
    let why = vec![Why::Screening(Cause::NotInLibrary)];
    assert_eq!(fitted.left_out, [Dropped { at: 0, sets: 1, why }]);
}

#[test]
fn the_makers_pace_is_kept_but_nobody_is_hurried_to_the_floor() {
    // G8
    let gap = GapSecs::held(3);
    let pace = Pace { first: gap, same_posture: gap, new_posture: gap, switch: gap };
    let mut shared = routine(vec![step("BR02"), step("MB02")]);
    shared.pace = Some(pace);
    let fitted = played(&shared);
    let timing = fitted.timing(Timing::default());
    assert_eq!(timing.first, Span::from_secs(3));
    assert_eq!((timing.same_posture, timing.switch), (Span::from_secs(3), Span::from_secs(3)));
    assert_eq!(timing.new_posture, Span::from_secs(20));
    shared.pace = None;
    let own = Timing { first: Span::from_secs(90), ..Timing::default() };
    assert_eq!(played(&shared).timing(own), own);
}

#[test]
fn sides_are_played_as_the_maker_said_and_take_their_own_time() {
    // G10: a one-sided routine of 20 minutes is not cut as if it lasted 40
    let mut steps: Vec<Step> = ["ST06", "ST05", "ST07", "MB08"].map(step).into();
    let choices =
        [SideChoice::LeftOnly, SideChoice::RightOnly, SideChoice::RightFirst, SideChoice::LeftOnly];
    steps.iter_mut().zip(choices).for_each(|(step, choice)| step.sides = choice);
    let fitted = played(&routine(steps));
    let sides: Vec<_> = fitted.steps.iter().map(|it| it.sides).collect();
    assert_eq!(sides, [Sides::LeftOnly, Sides::RightOnly, Sides::RightFirst, Sides::Together]);
    let mut open_book = step("MB04");
    open_book.amount = Amount::of_secs(80);
    open_book.sets = Sets::held(4);
    open_book.sides = SideChoice::LeftOnly;
    let fitted = played(&routine(vec![open_book; 4]));
    assert_eq!(holds(&fitted), [80; 16]);
    assert_eq!(fitted.total_secs, 16 * 80 + 10 + 15 * 12 + 20 + 15);
}

#[test]
fn breaths_are_ten_seconds_and_the_shortest_hold_is_five() {
    // L5, G10
    let mut breaths = step("BR02");
    breaths.amount = Amount::Breaths(Breaths::held(6));
    let mut short = step("MB08");
    short.amount = Amount::of_secs(1);
    assert_eq!(holds(&played(&routine(vec![breaths, short]))), [60, 5]);
}

/// What must hold for any routine and person.
fn check(shared: &SharedRoutine, fitted: &Fitted) {
    let all = with_custom(shared, catalog::exercises());
    let mut muscle = [0_u32; Muscle::ALL.len()];
    for it in &fitted.steps {
        let exercise = find(&all, it.exercise).unwrap();
        let secs = u32::from(it.hold.secs());
        assert!(it.hold <= exercise.longest && it.set <= 4);
        assert!(it.pressure <= exercise.pressure_cap);
        assert!(!exercise.needs_signoff);
        for on in muscles(it.exercise).iter().filter(|_| exercise.pressure_cap.is_some()) {
            muscle[*on as usize] += secs;
        }
    }
    assert!(muscle.iter().all(|it| *it <= 180), "{muscle:?}");
    assert!(fitted.steps.is_sorted_by_key(|it| (it.at, it.set)));
    let told = |at: usize| {
        let played = fitted.steps.iter().filter(|it| it.at == at).count();
        let dropped = fitted.left_out.iter().filter(|it| it.at == at);
        played + dropped.map(|it| usize::from(it.sets)).sum::<usize>()
    };
    for (at, step) in shared.steps.iter().enumerate() {
        assert_eq!(told(at), usize::from(step.sets.get()), "step {at}");
    }
    // Only the one step that is never dropped may go over, with an after-care that is never cut.
    assert!(fitted.total_secs <= SESSION_SECS, "{} s", fitted.total_secs);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Fault: D31
    #[test]
    fn nothing_in_a_link_gets_past_the_guard_rails(
        shared in any_routine(),
        sessions in prop_oneof![Just(0), Just(10)],
        aftercare in 0..=600_u16,
    ) {
        // G2 to G7, G9: each set is either played or told
        let aftercare = Aftercare(AftercareSecs::held(aftercare));
        let shared = SharedRoutine { aftercare, ..shared };
        let fitted = ready(received(&shared, &health(&[]), sessions));
        check(&shared, &fitted);
        if !fitted.steps.is_empty() {
            let all = with_custom(&shared, catalog::exercises());
            let lengths = |_: &FittedStep| SpokenLengths::default();
            let plan = fitted.plan(&all, Timing::default(), &lengths, Span::ZERO);
            prop_assert_eq!(plan.steps.len(), fitted.steps.len());
            prop_assert!(Session::new(plan).is_ok());
        }
    }
}
