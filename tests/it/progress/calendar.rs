//! Weeks and months over civil days.

use proptest::prelude::*;
use unknot::domain::outcome::{Month, week_start, weekday};
use unknot::domain::time::LocalDay;

use super::{MONDAY, day};

#[test]
fn known_days_fall_on_their_dates() {
    for (days, year, month, of_month) in [
        (0, 1970, 1, 1),
        (-1, 1969, 12, 31),
        (59, 1970, 3, 1),
        (11_016, 2000, 2, 29),
        (20_785, 2026, 11, 28),
        (20_786, 2026, 11, 29),
        (47_540, 2100, 2, 28),
        (47_541, 2100, 3, 1),
    ] {
        assert_eq!(Month::of(day(days)), (Month { year, month }, of_month), "{days}");
    }
}

#[test]
fn weeks_begin_on_monday() {
    assert_eq!(weekday(day(0)), 3);
    assert_eq!(weekday(day(MONDAY)), 0);
    assert_eq!(week_start(day(MONDAY + 6)), day(MONDAY));
    assert_eq!(week_start(day(MONDAY - 1)), day(MONDAY - 7));
    assert_eq!(weekday(day(-4)), 6);
}

proptest! {
    #[test]
    fn each_day_is_in_its_month_once(days in -800_000_i32..4_000_000) {
        let (month, of_month) = Month::of(day(days));
        prop_assert_eq!(month.first_day().days() + i32::from(of_month) - 1, days);
        prop_assert!((1..=12).contains(&month.month));
        prop_assert!(month.days().any(|it| it == day(days)));
        prop_assert!((28..=31).contains(&month.days().count()));
        prop_assert_eq!(month.next().previous(), month);
    }

    #[test]
    fn no_day_panics(days in any::<i32>()) {
        let day = LocalDay::from_days(days);
        weekday(day);
        week_start(day);
        Month::of(day).0.first_day();
    }
}
