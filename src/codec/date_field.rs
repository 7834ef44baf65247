//! What a browser's fields for a day and for a time of day hold (HTML: `2026-11-29`, `18:30`).

use crate::domain::time::LocalDay;

/// The day that a field holds; `None` where it is empty or no day of the years 1970 to 9999.
pub fn day_of(text: &str) -> Option<LocalDay> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let found = LocalDay::from_days(days(year, month, day)?);
    // What is no day of the calendar, such as 30 February, would come back as another one.
    let (y, m, d) = found.civil();
    ((y, i32::from(m), i32::from(d)) == (year, month, day)).then_some(found)
}

/// What a field for a day holds when it shows `day`.
pub fn day_text(day: LocalDay) -> String {
    let (year, month, day) = day.civil();
    [&year.to_string(), "-", &two(u16::from(month)), "-", &two(u16::from(day))].concat()
}

/// The minute of the day that a field holds, 0 to 1439; `None` where it is empty or no time.
pub fn minute_of(text: &str) -> Option<u16> {
    let mut parts = text.split(':');
    let hour: u16 = parts.next()?.parse().ok()?;
    let minute: u16 = parts.next()?.parse().ok()?;
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// What a field for a time holds when it shows this minute of the day.
pub fn minute_text(minute: u16) -> String {
    [&two(minute / 60 % 24), ":", &two(minute % 60)].concat()
}

/// Days since 1970-01-01, counted from a March the 1st so that a leap day is the last of its year.
fn days(year: i32, month: i32, day: i32) -> Option<i32> {
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let from_march = (month + 9) % 12;
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    let leap_days = year / 4 - year / 100 + year / 400;
    Some(year * 365 + leap_days + day_of_year - 719_468)
}

fn two(number: u16) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_read_back_from_its_own_field() {
        for days in (0..2_932_897).step_by(97).chain([0, 11_016, 20_786, 2_932_896]) {
            let day = LocalDay::from_days(days);
            assert_eq!(day_of(&day_text(day)), Some(day), "{}", day_text(day));
        }
        assert_eq!(day_text(LocalDay::from_days(20_786)), "2026-11-29");
    }

    #[test]
    fn months_days_hours_and_minutes_have_two_digits_each() {
        // A browser takes no other form.
        for (days, text) in [(20_462, "2026-01-09"), (20_736, "2026-10-10")] {
            assert_eq!(day_text(LocalDay::from_days(days)), text);
        }
        for (minute, text) in [(0, "00:00"), (9 * 60 + 9, "09:09"), (10 * 60 + 10, "10:10")] {
            assert_eq!(minute_text(minute), text);
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2026",
            "2026-02-30",
            "2025-02-29",
            "1969-12-31",
            "10000-01-01",
            "2026-13-01",
            "2026-1-1-1",
            "a-b-c",
        ] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }

    #[test]
    fn every_minute_is_read_back_from_its_own_field() {
        for minute in 0..1440 {
            assert_eq!(minute_of(&minute_text(minute)), Some(minute));
        }
        for text in ["", "24:00", "12:60", "12", "noon"] {
            assert_eq!(minute_of(text), None, "{text}");
        }
    }
}
