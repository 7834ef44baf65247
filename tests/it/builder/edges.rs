//! Where what a phone makes of a shared routine turns from one thing to the other: G2 to G6, G9.

use unknot::catalog;
use unknot::domain::body::Area;
use unknot::domain::dose::Pressure;
use unknot::domain::screening::{Cause, Standing};
use unknot::domain::shared::{
    Aftercare, AftercareSecs, Amount, Dropped, Fitted, Number, RestSecs, SESSION_SECS, Sets,
    SharedRoutine, Step, What, Why,
};

use super::people::{health, played, ready, received, received_with};
use crate::link::made::{described, step};

fn routine(steps: Vec<Step>, aftercare: u16) -> SharedRoutine {
    let aftercare = Aftercare(AftercareSecs::held(aftercare));
    SharedRoutine { steps, aftercare, ..SharedRoutine::default() }
}

fn codes(fitted: &Fitted) -> Vec<&'static str> {
    fitted.steps.iter().map(|it| catalog::exercise(it.exercise).map_or("?", |it| it.code)).collect()
}

fn unknown() -> Step {
    Step::new(What::Library(Number::held(9000)), Amount::of_secs(30))
}

#[test]
fn pauses_stay_up_to_the_last_second_of_half_an_hour() {
    // G3
    let with = |aftercare| {
        let mut steps: Vec<Step> = ["MB08", "MB07", "MB06", "MB05"].map(step).into();
        for it in &mut steps {
            it.sets = Sets::held(4);
            it.rest = RestSecs::held(40);
        }
        played(&routine(steps, aftercare))
    };
    let free = SESSION_SECS - with(15).total_secs;
    let most = 15 + u16::try_from(free).unwrap();
    assert!(most < AftercareSecs::MAX, "{most} s of after-care fill the half hour");
    let full = with(most);
    assert_eq!((full.total_secs, full.pauses_cut), (SESSION_SECS, false));
    assert!(full.steps.iter().all(|it| it.rest.get() == 40));
    let over = with(most + 1);
    assert_eq!((over.total_secs, over.pauses_cut), (SESSION_SECS + 1 - 16 * 40, true));
}

#[test]
fn no_pause_is_told_to_be_cut_where_there_was_none() {
    // G3, G9: ten minutes of after-care alone are past what the first sessions may take
    let with = |rest| {
        let mut only = step("BR02");
        only.rest = RestSecs::held(rest);
        ready(received(&routine(vec![only], 600), &health(&[]), 0))
    };
    let (bare, rested) = (with(0), with(1));
    assert!(bare.total_secs > 600 && bare.steps.len() == 1, "{} s", bare.total_secs);
    assert_eq!((bare.pauses_cut, rested.pauses_cut), (false, true));
    assert_eq!(bare.total_secs, rested.total_secs);
}

#[test]
fn what_is_left_out_is_told_in_the_order_of_the_steps() {
    // G9: the third set of the roll is too much, and of what is too long the later ones go
    let mut roll = step("FR04");
    roll.sets = Sets::held(3);
    roll.amount = Amount::of_secs(56);
    let mut steps = vec![unknown(), roll, unknown()];
    steps.extend((0..20).map(|_| step("BR01")));
    steps.push(unknown());
    let last = steps.len() - 1;
    let fitted = played(&routine(steps, 15));
    let places: Vec<usize> = fitted.left_out.iter().map(|it| it.at).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!([0, 1, 2, last].iter().all(|it| places.contains(it)), "{places:?}");
    assert!(places.iter().any(|it| (3..last).contains(it)), "{places:?}");
}

#[test]
fn a_pressure_that_is_allowed_is_not_told_to_be_held() {
    // G4, G9: BL06 has 3 of its own
    let why = |rating| {
        let mut pressed = step("BL06");
        pressed.pressure = Pressure::new(rating).ok();
        played(&routine(vec![pressed], 15)).steps.remove(0).why
    };
    assert_eq!((why(2), why(3), why(4)), (vec![], vec![], vec![Why::PressureHeld]));
}

#[test]
fn while_massage_is_paused_a_described_exercise_is_left_out_and_nothing_stands_in_for_it() {
    // G6, R54: it may be just that
    let row = Step::new(What::Custom(Box::new(described("Towel row"))), Amount::of_secs(30));
    let shared = routine(vec![row, step("BR02")], 15);
    for area in Area::ALL {
        let standing = Standing { paused: vec![*area], ..Standing::default() };
        let fitted = ready(received_with(&shared, &health(&[]), 10, &standing, false));
        let why = vec![Why::Screening(Cause::Paused(Area::WholeBody))];
        assert_eq!(fitted.left_out, [Dropped { at: 0, sets: 1, why }], "{}", area.slug());
        assert_eq!(codes(&fitted), ["BR02"], "{}", area.slug());
    }
}
