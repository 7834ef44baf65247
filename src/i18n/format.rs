//! Numbers as people read and hear them.

use crate::domain::time::{LocalDay, Span};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A countdown: whole seconds below 100 (`42`), else minutes and seconds (`2:05`).
pub fn countdown(left: Span) -> String {
    let secs = left.whole_secs_up();
    if secs < 100 { secs.to_string() } else { clock(left) }
}

/// Minutes and seconds, a part of a second counted as a whole one (`6:40`).
pub fn clock(span: Span) -> String {
    let secs = span.whole_secs_up();
    let (minutes, rest) = (secs / 60, secs % 60);
    let mut text = minutes.to_string();
    text.push(':');
    if rest < 10 {
        text.push('0');
    }
    text.push_str(&rest.to_string());
    text
}

/// Whole minutes, rounded to the nearest and never below one (`5 min`).
pub fn minutes(span: Span) -> String {
    let mut text = (span.millis().saturating_add(30_000) / 60_000).max(1).to_string();
    text.push_str(" min");
    text
}

/// Whole seconds with their unit (`45 s`).
pub fn seconds(span: Span) -> String {
    let mut text = span.whole_secs_up().to_string();
    text.push_str(" s");
    text
}

/// A day with its month and year (`29 November 2026`).
pub fn date(day: LocalDay) -> String {
    let (year, month, day) = day.civil();
    let month = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    [&day.to_string(), " ", month, " ", &year.to_string()].concat()
}

/// `text` with each `{}` replaced by the next of `values`; spare `{}` stay, spare values are dropped.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::with_capacity(text.len() + 32);
    let mut parts = text.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some(after) = part.strip_prefix('}') {
            filled.push_str(values.next().copied().unwrap_or("{}"));
            filled.push_str(after);
        } else {
            filled.push('{');
            filled.push_str(part);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_shows_a_started_second_until_it_is_over() {
        assert_eq!(countdown(Span::from_millis(41_001)), "42");
        assert_eq!(countdown(Span::from_millis(1)), "1");
        assert_eq!(countdown(Span::ZERO), "0");
    }

    #[test]
    fn a_long_countdown_is_read_in_minutes_and_seconds() {
        assert_eq!(countdown(Span::from_secs(99)), "99");
        assert_eq!(countdown(Span::from_secs(100)), "1:40");
        assert_eq!(clock(Span::from_secs(605)), "10:05");
    }

    #[test]
    fn minutes_round_to_the_nearest_and_never_to_none() {
        assert_eq!(minutes(Span::from_secs(89)), "1 min");
        assert_eq!(minutes(Span::from_secs(291)), "5 min");
        assert_eq!(minutes(Span::from_secs(4)), "1 min");
    }

    #[test]
    fn a_day_is_named_as_the_calendar_does() {
        for (days, named) in [
            (0, "1 January 1970"),
            (-1, "31 December 1969"),
            (11_016, "29 February 2000"),
            (19_782, "29 February 2024"),
            (20_786, "29 November 2026"),
        ] {
            assert_eq!(date(LocalDay::from_days(days)), named);
        }
    }

    #[test]
    fn filling_keeps_the_text_when_values_run_out() {
        assert_eq!(fill("{} of {}", &["2"]), "2 of {}");
        assert_eq!(fill("{} left", &["6:40", "spare"]), "6:40 left");
    }
}
