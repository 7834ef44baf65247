//! Versions of one entry, and what taking in others does: P2, P4, P5.

use unknot::domain::outcome::{Entry, Journal, Merge};

use super::{MONDAY, journal, pain};

/// Pain of a day, written at this moment.
fn written(at: u64, days: i32, number: u8) -> Entry {
    Entry { at, ..pain(days, number) }
}

#[test]
fn of_two_versions_the_later_written_one_stays_and_of_two_of_one_moment_the_first() {
    // P4
    let kept = |first: &Entry, second: &Entry| journal([first.clone(), second.clone()]);
    let (early, late, other) = (written(5, 0, 1), written(9, 0, 2), written(9, 0, 3));
    assert_eq!(kept(&early, &late).entries(), std::slice::from_ref(&late));
    assert_eq!(kept(&late, &early).entries(), std::slice::from_ref(&late));
    assert_eq!(kept(&late, &other).entries(), std::slice::from_ref(&late));
    assert_eq!(kept(&other, &late).entries(), [other]);
}

#[test]
fn a_journal_without_entries_is_empty_and_one_with_any_is_not() {
    assert!(Journal::default().is_empty() && journal([]).is_empty());
    let mut kept = journal([pain(MONDAY, 4)]);
    assert!(!kept.is_empty());
    let key = pain(MONDAY, 4).key();
    assert_eq!(kept.remove(key), Some(pain(MONDAY, 4)));
    assert!(kept.is_empty());
}

#[test]
fn what_is_taken_in_is_new_or_later_or_known_already() {
    // P4, P5: `wins` decides between two versions of one moment, and between no others
    let here = journal([written(5, 0, 1)]);
    let known = Merge { known: 1, ..Merge::default() };
    let replaced = |it: Entry| Merge { replaced: vec![it], ..Merge::default() };
    for wins in [false, true] {
        let merged = |other: Entry| here.merge(vec![other], |_, _| wins);
        let added = Merge { added: vec![written(5, 1, 1)], ..Merge::default() };
        assert_eq!(merged(written(5, 1, 1)), added, "another day, {wins}");
        assert_eq!(merged(written(5, 0, 1)), known, "the same, {wins}");
        assert_eq!(merged(written(4, 0, 7)), known, "an earlier one, {wins}");
        assert_eq!(merged(written(6, 0, 7)), replaced(written(6, 0, 7)), "a later one, {wins}");
    }
    let rival = written(5, 0, 7);
    assert_eq!(here.merge(vec![rival.clone()], |_, _| false), known);
    // The one that comes is named first.
    let wins =
        |other: &Entry, here: &Entry| *other == written(5, 0, 7) && *here == written(5, 0, 1);
    assert_eq!(here.merge(vec![rival.clone()], wins), replaced(rival));
}

#[test]
fn all_that_is_known_already_is_counted() {
    // P5
    let here = journal((0..4).map(|nth| written(5, nth, 1)));
    let others = vec![written(5, 0, 7), written(5, 1, 7), written(5, 2, 1), written(4, 3, 7)];
    assert_eq!(here.merge(others, |_, _| false), Merge { known: 4, ..Merge::default() });
}
