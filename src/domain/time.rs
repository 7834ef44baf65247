//! Time as an input: moments and spans in whole milliseconds, days as numbers.

use core::ops::Add;

mod steady;

pub use steady::{Reading, SteadyClock};

/// A length of time in whole milliseconds, 0 to about 49 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(u32);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Makes a span of `millis` milliseconds.
    pub const fn from_millis(millis: u32) -> Self {
        Self(millis)
    }

    /// Makes a span of `secs` seconds; longer than `u32::MAX` ms saturates.
    pub const fn from_secs(secs: u32) -> Self {
        Self(secs.saturating_mul(1000))
    }

    /// Its length in milliseconds.
    pub const fn millis(self) -> u32 {
        self.0
    }

    /// Its length in seconds, a part of a second counted as a whole one.
    ///
    /// This is what a countdown shows: 0.1 s left reads "1".
    pub const fn whole_secs_up(self) -> u32 {
        self.0.div_ceil(1000)
    }

    /// Whether it has no length.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, held at the largest span.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, held at zero.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// A point on the app's steady clock, in whole milliseconds since an arbitrary start.
///
/// Never a wall-clock time: the person changing the phone's clock must change nothing (rule S12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(u64);

impl Moment {
    /// Makes the moment `millis` milliseconds after the clock's start.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the clock's start.
    pub const fn millis(self) -> u64 {
        self.0
    }

    /// The time since `earlier`; zero if `earlier` is later, and held at the largest span.
    pub fn since(self, earlier: Self) -> Span {
        Span(u32::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(u32::MAX))
    }
}

impl Add<Span> for Moment {
    type Output = Self;

    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(u64::from(span.0)))
    }
}

/// A calendar day where the person is, counted from 1970-01-01 (day 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDay(i32);

impl LocalDay {
    /// Makes the day `days` after 1970-01-01; negative for earlier days.
    pub const fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Its year, month (1 to 12) and day of the month (1 to 31), by the Gregorian calendar.
    pub const fn civil(self) -> (i32, u8, u8) {
        // The days of 400 years, counted from a March the 1st, so that a leap day is the last of its year.
        let days = self.0 as i64 + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + (month <= 2) as i64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a month and a day are small and positive; the year of an i32 of days fits an i32"
        )]
        (year as i32, month as u8, day as u8)
    }

    /// Whole days since `earlier`; `None` when that day is still to come.
    pub fn days_since(self, earlier: Self) -> Option<u32> {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).ok()
    }
}
