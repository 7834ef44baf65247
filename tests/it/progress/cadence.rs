//! When what is asked: P12; a clock that was wrong: P3.

use unknot::domain::outcome::{Ask, Entry, What, asks, course_start, week_number};

use super::{MONDAY, change, day, entry, journal, pain, session, week};

fn due(entries: Vec<Entry>, days: i32) -> Vec<Ask> {
    asks(&journal(entries), day(days))
}

#[test]
fn nothing_is_asked_before_the_first_session_and_all_of_it_after() {
    assert_eq!(due(Vec::new(), MONDAY), []);
    assert_eq!(due(vec![session(MONDAY, 0, "a")], MONDAY), Ask::ALL);
}

#[test]
fn pain_is_asked_once_a_day() {
    let told = vec![pain(MONDAY, 4), week(MONDAY, &[]), change(MONDAY, 0)];
    assert_eq!(due(told.clone(), MONDAY), []);
    assert_eq!(due(told, MONDAY + 1), [Ask::Pain]);
}

#[test]
fn the_questions_of_the_week_come_back_after_seven_days() {
    for (later, expected) in [(6, false), (7, true), (30, true)] {
        let told = vec![session(MONDAY, 0, "a"), week(MONDAY, &[])];
        assert_eq!(due(told, MONDAY + later).contains(&Ask::Week), expected, "{later}");
    }
}

#[test]
fn change_in_all_is_asked_in_weeks_0_2_4_and_6_and_then_every_four() {
    let mut told = vec![session(MONDAY, 0, "a")];
    let mut asked = Vec::new();
    for later in 0..150 {
        if due(told.clone(), MONDAY + later).contains(&Ask::Change) {
            asked.push(later / 7);
            assert_eq!(later % 7, 0);
            told.push(change(MONDAY + later, 1));
        }
    }
    assert_eq!(asked, [0, 2, 4, 6, 10, 14, 18]);
}

#[test]
fn a_question_that_was_passed_over_stays_due_and_is_asked_once() {
    let told = vec![session(MONDAY, 0, "a"), change(MONDAY, 0), change(MONDAY + 33, 1)];
    assert!(!due(told.clone(), MONDAY + 34).contains(&Ask::Change));
    assert!(due(told, MONDAY + 42).contains(&Ask::Change));
}

#[test]
fn the_course_starts_with_the_first_session_or_where_the_person_chose() {
    // P6
    let kept = journal([pain(MONDAY + 3, 4), session(MONDAY + 1, 0, "a")]);
    assert_eq!(course_start(&kept), Some(day(MONDAY + 1)));
    let kept = journal([session(MONDAY, 0, "a"), entry(MONDAY + 70, What::Baseline)]);
    assert_eq!(course_start(&kept), Some(day(MONDAY + 70)));
    assert_eq!(week_number(day(MONDAY), day(MONDAY + 41)), 5);
    assert_eq!(week_number(day(MONDAY), day(MONDAY - 1)), 0);
}

#[test]
fn ratings_of_a_clock_that_ran_ahead_silence_no_question() {
    // P3
    let ahead = MONDAY + 30_000;
    let told = vec![
        session(MONDAY, 0, "a"),
        pain(ahead, 1),
        week(ahead, &[]),
        change(ahead, 5),
        pain(MONDAY + 1, 4),
    ];
    // Tomorrow's can be a journey west, and is not asked twice.
    assert_eq!(due(told, MONDAY), [Ask::Week, Ask::Change]);
}
