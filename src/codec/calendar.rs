//! A calendar file (iCalendar, RFC 5545) from the schedule of a routine.
//!
//! Times float: eight o'clock is eight o'clock wherever the person is. Each time of day is an event that comes
//! back on the days of the week until the plan is over, with a reminder before it. Rules C1 to C6 in
//! `docs/spec/calendar.md`.

use crate::domain::shared::{Schedule, TimesADay};
use crate::domain::time::LocalDay;

/// Longest line, in bytes, without its line break.
const MAX_LINE: usize = 75;
/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;
/// First and last minute of the day at which a session is proposed: 8 and 20 o'clock.
const FROM_MINUTE: u16 = 8 * 60;
const TO_MINUTE: u16 = 20 * 60;
/// Minute of the day at which the one session of a day is proposed: 18 o'clock.
const ALONE_MINUTE: u16 = 18 * 60;
/// Last day that has four digits for its year: 9999-12-31.
const LAST_DAY: i32 = 2_932_896;
/// Days of the week by their place in it, 1970-01-01 being a Thursday.
const WEEKDAYS: [&str; 7] = ["TH", "FR", "SA", "SU", "MO", "TU", "WE"];

/// A plan as it goes into a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// Its name.
    pub title: &'a str,
    /// What stands in each event, such as the link; may have line breaks.
    pub about: &'a str,
    /// How often, and for how many weeks.
    pub schedule: Schedule,
    /// Its first day, which is also the first of each of its weeks.
    pub first: LocalDay,
    /// Minutes of the day at which a session begins, one for each time a day; what is missing is proposed
    /// ([`minutes`]), what is too much is left out, and one past the day is held at its last minute.
    pub at: &'a [u16],
    /// How long a session takes, in minutes; at least one.
    pub minutes: u16,
    /// How long before it the reminder comes, in minutes.
    pub reminder: u16,
}

/// Minutes of the day that are proposed for so many times a day: spread from 8 to 20 o'clock.
pub fn minutes(times: TimesADay) -> Vec<u16> {
    let times = times.get();
    if times == 1 {
        return vec![ALONE_MINUTE];
    }
    (0..times).map(|nth| FROM_MINUTE + (TO_MINUTE - FROM_MINUTE) * nth / (times - 1)).collect()
}

/// Days of the first week on which there is a session, from 0, spread evenly.
pub fn days(schedule: Schedule) -> Vec<u16> {
    let days = schedule.days.get();
    (0..days).map(|nth| nth * 7 / days).collect()
}

/// Writes the calendar file.
pub fn write(plan: &Plan<'_>) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR", "");
    line(&mut out, "VERSION:2.0", "");
    line(&mut out, "PRODID:", "-//Unknot//Unknot//EN");
    line(&mut out, "CALSCALE:GREGORIAN", "");
    let proposed = minutes(plan.schedule.times);
    for (nth, proposed) in proposed.iter().enumerate() {
        let minute = plan.at.get(nth).unwrap_or(proposed);
        event(&mut out, plan, nth, (*minute).min(DAY_MINUTES - 1));
    }
    line(&mut out, "END:VCALENDAR", "");
    out
}

fn event(out: &mut String, plan: &Plan<'_>, nth: usize, minute: u16) {
    let first = plan.first.days().clamp(0, LAST_DAY);
    let day = date(LocalDay::from_days(first));
    let time = [two(minute / 60), two(minute % 60)].concat();
    let title = escaped(plan.title);
    let week = days(plan.schedule);
    let on: Vec<&str> = week.iter().map(|it| weekday(first, *it)).collect();
    let sessions = plan.schedule.days.get() * plan.schedule.weeks.get();
    line(out, "BEGIN:VEVENT", "");
    line(out, "UID:", &uid(plan, nth));
    // Required, and the same each time, so that nothing tells when the file was made.
    line(out, "DTSTAMP:", &[&day, "T000000Z"].concat());
    line(out, "DTSTART:", &[&day, "T", &time, "00"].concat());
    line(out, "DURATION:PT", &[&plan.minutes.max(1).to_string(), "M"].concat());
    let count = sessions.to_string();
    line(out, "RRULE:FREQ=WEEKLY;COUNT=", &[&count, ";BYDAY=", &on.join(",")].concat());
    line(out, "SUMMARY:", &title);
    line(out, "DESCRIPTION:", &escaped(plan.about));
    line(out, "BEGIN:VALARM", "");
    line(out, "ACTION:DISPLAY", "");
    line(out, "DESCRIPTION:", &title);
    line(out, "TRIGGER:-PT", &[&plan.reminder.to_string(), "M"].concat());
    line(out, "END:VALARM", "");
    line(out, "END:VEVENT", "");
}

/// A name for the event that the same plan always has, so that taking it in twice makes no second event.
fn uid(plan: &Plan<'_>, nth: usize) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let first = plan.first.days().to_le_bytes();
    for byte in plan.title.bytes().chain(plan.about.bytes()).chain(first) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    [&hash.to_string(), "-", &nth.to_string(), "@unknot.invalid"].concat()
}

/// The day of the week so many days after `first`.
fn weekday(first: i32, after: u16) -> &'static str {
    let place = (first + i32::from(after)).rem_euclid(7);
    usize::try_from(place).ok().and_then(|it| WEEKDAYS.get(it)).copied().unwrap_or("MO")
}

/// A day from 1970 to 9999 as eight digits.
fn date(day: LocalDay) -> String {
    let (year, month, day) = day.civil();
    // Eight digits in one number, since the year has four.
    (year * 10_000 + i32::from(month) * 100 + i32::from(day)).to_string()
}

fn two(number: u16) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

/// A text as a value: `\`, `;`, `,` and line breaks escaped, other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(it);
            }
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}

/// One line, folded before it has more than [`MAX_LINE`] bytes, never inside a character.
fn line(out: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for it in name.chars().chain(value.chars()) {
        if length + it.len_utf8() > MAX_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(it);
        length += it.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::shared::{DaysAWeek, Weeks};

    fn plan(title: &str) -> Plan<'_> {
        let (times, days, weeks) = (TimesADay::held(1), DaysAWeek::held(3), Weeks::held(6));
        let schedule = Schedule { times, days, weeks };
        let first = LocalDay::from_days(20_780);
        Plan { title, about: "", schedule, first, at: &[], minutes: 12, reminder: 10 }
    }

    #[test]
    fn plans_that_differ_in_one_letter_or_in_their_first_day_are_events_of_their_own() {
        // C6: of two events with one name a calendar keeps one.
        let titles: Vec<String> = ('A'..='z').map(String::from).collect();
        let days = (1..64).map(|it| Plan { first: LocalDay::from_days(20_780 + it), ..plan("A") });
        let names: BTreeSet<String> =
            titles.iter().map(|it| plan(it)).chain(days).map(|it| uid(&it, 0)).collect();
        assert_eq!(names.len(), titles.len() + 63);
    }

    #[test]
    fn an_hour_and_a_minute_have_two_digits_each() {
        // C3
        for (minute, time) in [(0, "T000000"), (9 * 60 + 9, "T090900"), (10 * 60 + 10, "T101000")] {
            let at = [minute];
            let file = write(&Plan { at: &at, ..plan("A") });
            assert!(file.contains(&["DTSTART:20261123", time, "\r\n"].concat()), "{file}");
        }
    }

    #[test]
    fn control_characters_are_left_out_of_a_text_and_line_breaks_are_kept() {
        // C5
        assert_eq!(escaped("a\r\nb\tc\u{0}d\u{7f}e\u{85}f"), "a\\nbcdef");
    }

    #[test]
    fn a_line_is_folded_before_it_has_more_than_75_bytes_and_never_inside_a_character() {
        // C5; the blank before the rest counts.
        let x = |count| "x".repeat(count);
        for (value, lines) in [
            (x(73), vec![["A:", &x(73)].concat()]),
            (x(74), vec![["A:", &x(73)].concat(), " x".to_owned()]),
            (x(147), vec![["A:", &x(73)].concat(), [" ", &x(74)].concat()]),
            (x(148), vec![["A:", &x(73)].concat(), [" ", &x(74)].concat(), " x".to_owned()]),
            (x(71) + "é", vec![["A:", &x(71), "é"].concat()]),
            (x(72) + "é", vec![["A:", &x(72)].concat(), " é".to_owned()]),
        ] {
            let mut out = String::new();
            line(&mut out, "A:", &value);
            assert_eq!(out, lines.join("\r\n") + "\r\n");
        }
    }
}
