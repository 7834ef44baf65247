//! Weekly pain values and flares: P7, P20.

use proptest::prelude::*;
use unknot::domain::outcome::{Half, Rating, flare_day, medians, weekly_median};
use unknot::domain::time::LocalDay;

use super::{MONDAY, day, rating};

fn days(ratings: &[(i32, u8)]) -> Vec<(LocalDay, Rating)> {
    ratings.iter().map(|it| (day(MONDAY + it.0), rating(it.1))).collect()
}

#[test]
fn a_weekly_value_needs_three_ratings_of_seven_days() {
    // P7
    let kept = days(&[(0, 8), (3, 5), (6, 6), (7, 2)]);
    let at = |nth| weekly_median(&kept, day(MONDAY + nth));
    assert_eq!(at(5), None);
    assert_eq!(at(6), Some(Half::of(rating(6))));
    // The first day has left the seven: 5, 6, 2.
    assert_eq!(at(7), Some(Half::of(rating(5))));
    assert_eq!(at(10), None);
}

#[test]
fn the_middle_of_an_even_number_may_be_a_half() {
    // P7
    let kept = days(&[(0, 3), (1, 4), (2, 6), (3, 7)]);
    assert_eq!(weekly_median(&kept, day(MONDAY + 3)), Some(Half::from_halves(10)));
    let kept = days(&[(0, 3), (1, 4), (2, 5), (3, 7)]);
    assert_eq!(weekly_median(&kept, day(MONDAY + 3)), Some(Half::from_halves(9)));
}

#[test]
fn a_day_two_points_above_its_week_is_a_flare_and_one_point_is_not() {
    // P20
    let kept = days(&[(0, 3), (1, 3), (2, 3), (3, 5), (4, 4)]);
    assert!(flare_day(&kept, day(MONDAY + 3)));
    assert!(!flare_day(&kept, day(MONDAY + 4)));
    assert!(!flare_day(&kept, day(MONDAY + 5)));
    assert!(!flare_day(&days(&[(0, 1), (1, 9)]), day(MONDAY + 1)));
}

proptest! {
    // P7: in one pass and day by day the same.
    #[test]
    fn weekly_values_in_one_pass_are_those_of_each_day(
        rated in proptest::collection::btree_map(0_i32..120, 0_u8..=10, 0..60)
    ) {
        let kept = days(&rated.into_iter().collect::<Vec<_>>());
        let each: Vec<_> = kept
            .iter()
            .filter_map(|it| weekly_median(&kept, it.0).map(|half| (it.0, half)))
            .collect();
        prop_assert_eq!(medians(&kept), each);
    }

    // P7: what sorting finds in the middle.
    #[test]
    fn the_weekly_value_is_the_middle(ratings in proptest::collection::vec(0_u8..=10, 3..=7)) {
        let kept: Vec<_> = (0..).zip(ratings.iter().copied()).collect();
        let mut sorted = ratings.clone();
        sorted.sort_unstable();
        let middle = sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2];
        let last = i32::try_from(ratings.len()).unwrap() - 1;
        let found = weekly_median(&days(&kept), day(MONDAY + last));
        prop_assert_eq!(found, Some(Half::from_halves(middle)));
    }
}
