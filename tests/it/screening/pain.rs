//! The pain of now: what is told right before a session, what takes it back, and passing it over.

use unknot::codec::record::Record;
use unknot::domain::body::Area;
use unknot::domain::screening::{Health, Mode};

use super::day;
use super::people::{TODAY, screen, well};

fn mode(health: &Health) -> Mode {
    screen(health).limits().mode
}

#[test]
fn strong_pain_told_right_before_a_session_counts_like_that_on_the_card() {
    // R57, R70: a 2 in the morning, a 9 before the second session of the day.
    let mut health = well();
    health.feel(2, None, day(TODAY));
    health.feel_before(9, day(TODAY));
    assert!(health.asks_list(day(TODAY)));
    assert_eq!(mode(&health), Mode::Comfort);
    // Told again later, the list is due again.
    health.listed();
    health.feel_before(8, day(TODAY));
    assert!(health.asks_list(day(TODAY)));
}

#[test]
fn a_milder_rating_before_a_session_does_not_take_strong_pain_of_the_day_back() {
    // R70
    let mut health = well();
    health.feel(8, Some(Area::Neck), day(TODAY));
    health.listed();
    let told = health.pain;
    health.feel_before(3, day(TODAY));
    assert_eq!(health.pain, told);
    assert_eq!(mode(&health), Mode::Comfort);
    // On the next day it is over, and the rating counts as it is.
    health.feel_before(3, day(TODAY + 1));
    assert_eq!(health.pain.map(|it| (it.rating, it.day)), Some((3, day(TODAY + 1))));
}

#[test]
fn strong_pain_told_after_a_session_counts_for_the_rest_of_the_day_and_milder_pain_does_not() {
    // R57, R70
    let mut health = well();
    health.feel(2, Some(Area::Neck), day(TODAY));
    let told = health.pain;
    health.feel_after(6, day(TODAY));
    assert_eq!(health.pain, told);
    health.feel_after(7, day(TODAY));
    assert_eq!(mode(&health), Mode::Comfort);
    assert!(health.asks_list(day(TODAY)) && !health.asks_list(day(TODAY + 1)));
    // What was told by mistake is taken back; what was told since is not.
    let mut again = health.clone();
    let slip = again.feel_after(10, day(TODAY)).unwrap();
    assert_eq!(again.pain.and_then(|it| it.area), Some(Area::Neck));
    again.unfeel(slip);
    assert_eq!(again, health);
    let slip = again.feel_after(10, day(TODAY)).unwrap();
    again.feel(8, None, day(TODAY));
    again.unfeel(slip);
    assert_eq!(again.pain.map(|it| it.rating), Some(8));
    // Who felt better after the second session does not take it back.
    health.feel_after(1, day(TODAY));
    assert_eq!(mode(&health), Mode::Comfort);
}

#[test]
fn an_answer_told_by_mistake_is_changed_on_its_card() {
    let mut health = well();
    health.feel(8, None, day(TODAY));
    health.listed();
    health.feel(2, None, day(TODAY));
    assert_ne!(mode(&health), Mode::Comfort);
}

#[test]
fn pain_that_cannot_be_read_stays_strong_whatever_is_rated_before_a_session() {
    // D16
    let text = well().encode().replace("\"pain\":null", "\"pain\":[\"?\"]");
    let mut health = Health::decode(&text).unwrap().value;
    assert!(health.strong_pain(day(TODAY)).is_some(), "{text}");
    health.feel_before(1, day(TODAY));
    assert!(health.strong_pain(day(TODAY)).is_some());
}

#[test]
fn pain_passed_over_is_not_asked_again_that_day_and_survives_a_restart() {
    let mut health = well();
    health.pain = None;
    assert!(!health.is_pain_settled(day(TODAY)));
    health.pass_pain(day(TODAY));
    let kept = Health::decode(&health.encode()).unwrap();
    assert_eq!((kept.problems, &kept.value), (0, &health));
    assert!(kept.value.is_pain_settled(day(TODAY)));
    assert!(!kept.value.is_pain_settled(day(TODAY + 1)));
    assert!(!kept.value.is_pain_settled(day(TODAY - 1)), "a clock set back asks again");
    let damaged = health.encode().replace("\"pain_passed\":", "\"pain_passed\":\"?\",\"x\":");
    let damaged = Health::decode(&damaged).unwrap();
    assert!(damaged.problems > 0 && !damaged.value.is_pain_settled(day(TODAY)));
}

#[test]
fn pain_told_today_is_settled_and_pain_told_yesterday_is_not() {
    // R70
    let mut health = well();
    health.feel(3, None, day(TODAY - 1));
    assert!(!health.is_pain_settled(day(TODAY)));
    health.feel(3, None, day(TODAY));
    assert!(health.is_pain_settled(day(TODAY)));
}
