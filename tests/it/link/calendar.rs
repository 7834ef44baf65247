//! Calendar files: C1 to C6, read back by a small parser of our own.

use std::collections::BTreeSet;

use proptest::prelude::*;
use unknot::codec::calendar::{Plan, days, minutes, write};
use unknot::domain::shared::{DaysAWeek, Schedule, TimesADay, Weeks};
use unknot::domain::time::LocalDay;

use super::made::any_text;

fn schedule(times: u16, days: u16, weeks: u16) -> Schedule {
    Schedule {
        times: TimesADay::held(times),
        days: DaysAWeek::held(days),
        weeks: Weeks::held(weeks),
    }
}

fn plan(schedule: Schedule) -> Plan<'static> {
    Plan {
        title: "Lower back; slow, easy",
        about: "Back \\ hip\nhttps://example.org/#r=1",
        schedule,
        // 2026-11-23, a Monday
        first: LocalDay::from_days(20_780),
        at: &[],
        minutes: 12,
        reminder: 10,
    }
}

/// The unfolded lines, each as name and value; panics where RFC 5545 would refuse the file.
fn lines(file: &str) -> Vec<(String, String)> {
    assert!(file.ends_with("\r\n"));
    let mut unfolded: Vec<String> = Vec::new();
    for line in file.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => unfolded.last_mut().unwrap().push_str(rest),
            None => unfolded.push(line.to_owned()),
        }
    }
    let part = |line: String| {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line:?}"));
        (name.to_owned(), value.to_owned())
    };
    unfolded.into_iter().map(part).collect()
}

fn values<'l>(lines: &'l [(String, String)], name: &str) -> Vec<&'l str> {
    lines.iter().filter(|(it, _)| it == name).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn a_plan_is_written_to_the_letter() {
    // C1 to C5
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unknot//Unknot//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:",
        "DTSTAMP:20261123T000000Z",
        "DTSTART:20261123T180000",
        "DURATION:PT12M",
        "RRULE:FREQ=WEEKLY;COUNT=18;BYDAY=MO,WE,FR",
        "SUMMARY:Lower back\\; slow\\, easy",
        "DESCRIPTION:Back \\\\ hip\\nhttps://example.org/#r=1",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Lower back\\; slow\\, easy",
        "TRIGGER:-PT10M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    let file = write(&plan(schedule(1, 3, 6)));
    let found: Vec<&str> = file.trim_end_matches("\r\n").split("\r\n").collect();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}");
        assert!(expected == "UID:" || *found == expected, "{found}");
    }
}

#[test]
fn days_are_spread_over_the_week_and_times_over_the_day() {
    // C1, C3
    assert_eq!(days(schedule(1, 1, 1)), [0]);
    assert_eq!(days(schedule(1, 2, 1)), [0, 3]);
    assert_eq!(days(schedule(1, 3, 1)), [0, 2, 4]);
    assert_eq!(days(schedule(1, 5, 1)), [0, 1, 2, 4, 5]);
    assert_eq!(days(schedule(1, 7, 1)), [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(minutes(TimesADay::held(1)), [18 * 60]);
    assert_eq!(minutes(TimesADay::held(2)), [8 * 60, 20 * 60]);
    assert_eq!(minutes(TimesADay::held(3)), [8 * 60, 14 * 60, 20 * 60]);
}

#[test]
fn wishes_for_the_time_of_day_are_kept_and_held_inside_the_day() {
    // C3
    let wished = Plan { at: &[7 * 60 + 5, 5_000], ..plan(schedule(3, 7, 1)) };
    let lines = lines(&write(&wished));
    let starts = values(&lines, "DTSTART");
    assert_eq!(starts, ["20261123T070500", "20261123T235900", "20261123T200000"]);
}

#[test]
fn each_day_has_its_date_and_day_of_the_week() {
    let cases = [
        (0, "19700101", "TH"),
        (11_016, "20000229", "TU"),
        (11_017, "20000301", "WE"),
        (20_513, "20260301", "SU"),
        (20_818, "20261231", "TH"),
        (20_819, "20270101", "FR"),
        (-5, "19700101", "TH"),
        (i32::MAX, "99991231", "FR"),
    ];
    for (day, date, weekday) in cases {
        let on = Plan { first: LocalDay::from_days(day), ..plan(schedule(1, 1, 1)) };
        let lines = lines(&write(&on));
        assert_eq!(values(&lines, "DTSTART"), [[date, "T180000"].concat()], "{day}");
        let rule = ["FREQ=WEEKLY;COUNT=1;BYDAY=", weekday].concat();
        assert_eq!(values(&lines, "RRULE"), [rule], "{day}");
    }
}

/// A value as the text that was escaped.
fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(it) = chars.next() {
        out.push(match it {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some(it @ ('\\' | ';' | ',')) => it,
                other => panic!("{other:?} is escaped"),
            },
            ';' | ',' => panic!("{it} is not escaped"),
            it => it,
        });
    }
    out
}

proptest! {
    #[test]
    fn no_text_adds_a_line_or_is_lost(
        title in any_text(),
        about in any_text(),
        times in 1..=8_u16,
        day in any::<i32>(),
    ) {
        // C5, C6
        let wild = Plan {
            title: &title,
            about: &about,
            first: LocalDay::from_days(day),
            ..plan(schedule(times, 4, 2))
        };
        let file = write(&wild);
        prop_assert_eq!(&write(&wild), &file);
        let lines = lines(&file);
        prop_assert_eq!(lines.len(), 5 + usize::from(times) * 14);
        let plain = |text: &str| text.replace(|it: char| it.is_control() && it != '\n', "");
        for summary in values(&lines, "SUMMARY") {
            prop_assert_eq!(unescaped(summary), plain(&title));
        }
        prop_assert_eq!(unescaped(values(&lines, "DESCRIPTION")[0]), plain(&about));
        let names: BTreeSet<&str> = values(&lines, "UID").into_iter().collect();
        prop_assert_eq!(names.len(), usize::from(times));
    }
}
