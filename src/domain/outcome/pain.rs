//! Daily pain and its weekly middle (clinical-evidence 4.3).

use super::Rating;
use crate::domain::time::LocalDay;

/// Days that a weekly value looks back over, the day itself included.
const WINDOW_DAYS: u32 = 7;
/// Ratings among them that it needs (clinical-evidence 4.3).
const NEEDED: usize = 3;
/// Half points above the weekly value from which a day is a flare: two points (clinical-evidence 4.3).
const FLARE_HALVES: u8 = 4;

/// A value in half points: the middle of an even number of ratings may lie between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Half(u8);

impl Half {
    /// A value of so many half points.
    pub const fn from_halves(halves: u8) -> Self {
        Self(halves)
    }

    /// A whole rating.
    pub const fn of(rating: Rating) -> Self {
        Self(rating.get() * 2)
    }

    /// Its half points, 0 to 20.
    pub const fn halves(self) -> u8 {
        self.0
    }
}

/// The middle of the ratings of the seven days that end with `day`; `None` with fewer than three (P7).
///
/// `days` is sorted by day, each day once.
pub fn weekly_median(days: &[(LocalDay, Rating)], day: LocalDay) -> Option<Half> {
    let end = days.partition_point(|it| it.0 <= day);
    let first = days.partition_point(|it| in_days(day, it.0) >= i64::from(WINDOW_DAYS));
    median(days.get(first..end)?)
}

/// The weekly value on each rated day that has one; linear in the number of days.
pub fn medians(days: &[(LocalDay, Rating)]) -> Vec<(LocalDay, Half)> {
    let mut first = 0;
    let mut found = Vec::with_capacity(days.len());
    for (end, &(day, _)) in days.iter().enumerate() {
        while days.get(first).is_some_and(|it| in_days(day, it.0) >= i64::from(WINDOW_DAYS)) {
            first += 1;
        }
        found.extend(days.get(first..=end).and_then(median).map(|it| (day, it)));
    }
    found
}

/// Whether a day's rating is 2 points or more above the weekly value of that day.
pub fn flare_day(days: &[(LocalDay, Rating)], day: LocalDay) -> bool {
    let at = days.binary_search_by_key(&day, |it| it.0).ok();
    let today = at.and_then(|at| days.get(at)).map(|it| Half::of(it.1));
    today
        .zip(weekly_median(days, day))
        .is_some_and(|(today, week)| today.halves().saturating_sub(week.halves()) >= FLARE_HALVES)
}

fn in_days(later: LocalDay, earlier: LocalDay) -> i64 {
    i64::from(later.days()) - i64::from(earlier.days())
}

/// At most seven ratings, by counting.
fn median(days: &[(LocalDay, Rating)]) -> Option<Half> {
    if days.len() < NEEDED {
        return None;
    }
    let nth = |nth: usize| {
        let mut passed = 0;
        Rating::all().find(|rating| {
            passed += days.iter().filter(|it| it.1 == *rating).count();
            passed > nth
        })
    };
    let (low, high) = (nth((days.len() - 1) / 2)?, nth(days.len() / 2)?);
    Some(Half(low.get() + high.get()))
}
