//! Routines by how it went: P21.

use unknot::domain::outcome::{Entry, When, liked};

use super::{MONDAY, felt, journal, session};

/// Sessions of a routine, each with pain before and after.
fn pairs(routine: &str, nth: u64, pairs: &[(u8, u8)]) -> Vec<Entry> {
    let at = |it: usize| MONDAY + i32::try_from(it).unwrap();
    let one = |(it, &(before, after)): (usize, &(u8, u8))| {
        [
            session(at(it), nth, routine),
            felt(at(it), nth, When::Before, before),
            felt(at(it), nth, When::After, after),
        ]
    };
    pairs.iter().enumerate().flat_map(one).collect()
}

#[test]
fn the_routine_that_went_best_comes_first_and_fewer_than_three_have_no_mean() {
    let mut all = pairs("neck", 0, &[(6, 5), (6, 5), (5, 4)]);
    all.extend(pairs("hip", 1, &[(6, 4), (6, 3), (5, 3)]));
    all.extend(pairs("calf", 2, &[(9, 1), (9, 1)]));
    let kept = journal(all);
    let found = liked(&kept);
    let rows: Vec<_> =
        found.iter().map(|it| (it.newest.routine.as_str(), it.pairs, it.mean_tenths())).collect();
    assert_eq!(rows, [("hip", 3, Some(23)), ("neck", 3, Some(10)), ("calf", 2, None)]);
}

#[test]
fn a_rating_before_without_one_after_is_no_pair() {
    let mut all = pairs("neck", 0, &[(6, 5), (6, 5)]);
    all.extend([session(MONDAY + 5, 0, "neck"), felt(MONDAY + 5, 0, When::Before, 9)]);
    let kept = journal(all);
    let found = liked(&kept);
    assert_eq!((found[0].sessions, found[0].pairs, found[0].mean_tenths()), (3, 2, None));
}

#[test]
fn means_round_to_the_nearest_tenth_either_way() {
    let mean = |all: &[(u8, u8)]| liked(&journal(pairs("a", 0, all)))[0].mean_tenths();
    assert_eq!(mean(&[(2, 1), (1, 1), (1, 1)]), Some(3));
    assert_eq!(mean(&[(1, 2), (1, 1), (1, 1)]), Some(-3));
    assert_eq!(mean(&[(5, 4), (5, 4), (5, 5)]), Some(7));
    assert_eq!(mean(&[(4, 4), (5, 5), (5, 5)]), Some(0));
}

#[test]
fn ratings_of_a_session_that_is_not_kept_count_for_nothing() {
    let mut all = vec![felt(MONDAY - 9, 0, When::Before, 9), felt(MONDAY - 9, 0, When::After, 1)];
    all.extend(pairs("neck", 0, &[(6, 5)]));
    assert_eq!(liked(&journal(all))[0].pairs, 1);
}

#[test]
fn the_better_mean_comes_first_however_many_sessions_are_behind_the_other() {
    // P21: three of two points each before ten of one
    for (few, many) in [(0, 1), (1, 0)] {
        let mut all = pairs("hip", few, &[(6, 4); 3]);
        all.extend(pairs("neck", many, &[(6, 5); 10]));
        let kept = journal(all);
        let found: Vec<_> =
            liked(&kept).iter().map(|it| (it.newest.routine.clone(), it.mean_tenths())).collect();
        assert_eq!(found, [("hip".to_owned(), Some(20)), ("neck".to_owned(), Some(10))]);
    }
}
