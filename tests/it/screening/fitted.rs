//! What becomes of a routine's seconds, and the reasons that stand beside them (R47, R60 to R66).

use unknot::domain::routine::RoutineStep;
use unknot::domain::screening::{Cause, Mode, Person, Request, Screen, Shaped, Standing};

use super::day;
use super::people::{
    TODAY, calm, codes, person, request, row, rules, screen, shaped, step, well, with,
};

fn fitted(standing: &Standing, sessions: u32, steps: &[RoutineStep]) -> Shaped {
    let health = well();
    let person = Person { standing, sessions, ..person(&health, TODAY) };
    shaped(&Screen::new(rules(), person), &request(steps, 1800))
}

fn at_level(level: i8) -> Standing {
    Standing { level, ..Standing::default() }
}

/// Seconds and reasons of each step.
fn told(shaped: &Shaped) -> Vec<(u16, &[Cause])> {
    shaped.steps.iter().map(|it| (it.step.hold.secs(), it.why.as_slice())).collect()
}

#[test]
fn guided_work_beyond_15_minutes_is_dropped_though_the_session_has_time_for_it() {
    // R66
    let health = with(&["leg-nerve"]);
    let steps = vec![step("MB12", 45); 21];
    let request = Request { aftercare_secs: 0, ..request(&steps, 3600) };
    let it = shaped(&screen(&health), &request);
    assert_eq!((it.steps.len(), it.left_out.len()), (20, 1));
    assert_eq!(it.total_secs, 10 + 20 * 45 + 19 * 12, "there is no after-care");
}

#[test]
fn a_step_up_uses_guided_time_to_the_last_second_and_not_one_more() {
    // R47, R66
    let mut health = with(&["leg-nerve"]);
    health.told.iter_mut().for_each(|it| it.since = day(TODAY - 40));
    health.left_gentle = Some(day(TODAY - 10));
    let standing = at_level(1);
    let screen = Screen::new(rules(), Person { standing: &standing, ..person(&health, TODAY) });
    assert_eq!((screen.limits().mode, screen.limits().guided_secs), (Mode::Standard, Some(900)));
    let last = |secs| {
        let steps = [vec![step("MB12", 60); 14], vec![step("HN06", secs)]].concat();
        shaped(&screen, &request(&steps, 1800)).steps.last().map(|it| it.step.hold.secs())
    };
    assert_eq!(last(50), Some(60), "900 s in all");
    assert_eq!(last(51), Some(51));
}

#[test]
fn a_step_up_uses_the_session_to_its_last_second() {
    // R47
    let (health, standing) = (well(), at_level(1));
    let screen = Screen::new(rules(), Person { standing: &standing, ..person(&health, TODAY) });
    let steps = [step("HN06", 60)];
    let hold = |budget_secs| {
        let request = Request { budget_secs, aftercare_secs: 0, ..request(&steps, 0) };
        shaped(&screen, &request).steps[0].step.hold.secs()
    };
    assert_eq!((hold(10 + 70), hold(10 + 69)), (70, 60));
}

#[test]
fn a_massage_alone_is_held_longer_up_to_its_own_time() {
    // R47, R65
    let (up, steps) = (at_level(1), [step("HN06", 120)]);
    assert_eq!(told(&fitted(&up, 10, &steps)), [(130, &[Cause::LevelUp][..])]);
    let twice = [step("HN06", 90), step("HN06", 85)];
    assert_eq!(told(&fitted(&up, 10, &twice)), [(90, &[][..]), (85, &[][..])]);
}

#[test]
fn a_hold_that_is_shorter_says_whether_for_a_step_back_the_dose_or_because_it_was_enough() {
    // R40, R48, R65
    let hands = [step("HN05", 60)];
    let (back, calm) = (at_level(-1), calm());
    assert_eq!(told(&fitted(&back, 10, &hands)), [(45, &[Cause::LevelDown][..])]);
    assert_eq!(told(&fitted(calm, 0, &hands)), [(45, &[Cause::Dose][..])]);
    assert_eq!(told(&fitted(calm, 10, &hands)), [(60, &[][..])]);
    let much = [step("FR06", 120), step("FR16", 120)];
    assert_eq!(told(&fitted(calm, 10, &much)), [(120, &[][..]), (60, &[Cause::EnoughOfIt][..])]);
}

#[test]
fn what_takes_a_steps_place_on_both_sides_lasts_as_long_on_each() {
    // R63
    let standing =
        Standing { removed: vec![(row("BL04").id, Cause::Sharp)], ..Standing::default() };
    let it = fitted(&standing, 10, &[step("BL04", 60)]);
    assert_eq!((codes(&it), told(&it)), (vec!["HN15"], vec![(60, &[Cause::Sharp][..])]));
}

#[test]
fn chair_first_leaves_a_floor_step_whose_easier_way_is_on_the_floor_too() {
    // R45
    let health = with(&["age-70"]);
    let steps = [step("ST03", 20), step("ST04", 20)];
    let it = shaped(&screen(&health), &request(&steps, 600));
    assert_eq!(codes(&it), ["ST03", "ST04"]);
}
