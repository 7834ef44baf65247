//! Weeks and months over civil days.

use crate::domain::time::LocalDay;

/// Days of 400 years, after which the calendar comes round.
const ERA_DAYS: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const TO_1970: i64 = 719_468;

/// Day of the week, Monday 0 to Sunday 6.
pub fn weekday(day: LocalDay) -> u8 {
    // 1970-01-01 was a Thursday.
    u8::try_from((i64::from(day.days()) + 3).rem_euclid(7)).unwrap_or_default()
}

/// The Monday of the week that `day` is in.
pub fn week_start(day: LocalDay) -> LocalDay {
    LocalDay::from_days(day.days().saturating_sub(i32::from(weekday(day))))
}

/// A month of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 for January to 12 for December.
    pub month: u8,
}

impl Month {
    /// The month of a day, and which of its days it is, from 1.
    pub fn of(day: LocalDay) -> (Self, u8) {
        // Years are counted from March, so that the day that some years add comes last.
        let days = i64::from(day.days()) + TO_1970;
        let era = days.div_euclid(ERA_DAYS);
        let of_era = days.rem_euclid(ERA_DAYS);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |it: i64| u8::try_from(it).unwrap_or(1);
        let year = i32::try_from(year).unwrap_or_default();
        (Self { year, month: small(month) }, small(day_of_month))
    }

    /// Its first day.
    pub fn first_day(self) -> LocalDay {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let from_march = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * from_march + 2) / 5;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        let days = era * ERA_DAYS + of_era - TO_1970;
        let held = days.clamp(i64::from(i32::MIN), i64::from(i32::MAX));
        LocalDay::from_days(i32::try_from(held).unwrap_or_default())
    }

    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.month {
            12.. => Self { year: self.year.saturating_add(1), month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
    }

    /// The month before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self.month {
            0..=1 => Self { year: self.year.saturating_sub(1), month: 12 },
            month => Self { year: self.year, month: month - 1 },
        }
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = LocalDay> {
        (self.first_day().days()..self.next().first_day().days()).map(LocalDay::from_days)
    }
}
