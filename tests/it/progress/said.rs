//! Advice on the course: P18 to P20.

use unknot::domain::outcome::{Advice, Entry, What, advice, measures};

use super::{MONDAY, change, day, entry, journal, pain, session, week};

fn said(entries: Vec<Entry>, days: i32) -> Vec<Advice> {
    let kept = journal(entries);
    advice(&kept, &measures(&kept, day(days)), day(days))
}

/// Seven weeks of pain, the first week at one number, later ones at another.
fn weeks_of_pain(first: u8, later: u8) -> Vec<Entry> {
    (0..49).map(|nth| pain(MONDAY + nth, if nth < 7 { first } else { later })).collect()
}

#[test]
fn six_weeks_without_a_clear_change_are_worth_a_talk_and_41_days_are_not() {
    // P18
    let told = weeks_of_pain(6, 5);
    assert_eq!(said(told.clone(), MONDAY + 41), []);
    assert_eq!(said(told, MONDAY + 42), [Advice::SixWeeks]);
    assert_eq!(said(weeks_of_pain(6, 3), MONDAY + 42), []);
}

#[test]
fn one_clear_change_of_any_measure_is_enough() {
    // P18
    let mut told = weeks_of_pain(6, 6);
    told.push(change(MONDAY + 42, 2));
    assert_eq!(said(told, MONDAY + 42), []);
}

#[test]
fn where_nothing_was_rated_nothing_is_said() {
    // P7, P18
    assert_eq!(said(vec![session(MONDAY, 0, "a")], MONDAY + 60), []);
}

#[test]
fn worse_on_two_measures_is_said_at_once_and_on_one_not() {
    // P19
    let mut told: Vec<Entry> = (0..14)
        .map(|nth| pain(MONDAY + nth, if nth < 7 { 3 } else { 4 + u8::from(nth > 8) }))
        .collect();
    told.extend([week(MONDAY, &[(1, 8), (2, 8)]), week(MONDAY + 13, &[(1, 6), (2, 6)])]);
    assert_eq!(said(told.clone(), MONDAY + 13), [Advice::WorseOnTwo]);
    told.retain(|it| !matches!(it.what, What::Week(_)));
    assert_eq!(said(told, MONDAY + 13), []);
}

#[test]
fn a_flare_is_of_today_and_can_be_marked() {
    // P20
    let mut told: Vec<Entry> = (0..6).map(|nth| pain(MONDAY + nth, 3)).collect();
    told.push(pain(MONDAY + 6, 5));
    assert_eq!(said(told.clone(), MONDAY + 6), [Advice::Flare]);
    assert_eq!(said(told.clone(), MONDAY + 7), []);
    told.push(entry(MONDAY + 7, What::Flare));
    assert_eq!(said(told, MONDAY + 7), [Advice::Flare]);
}
