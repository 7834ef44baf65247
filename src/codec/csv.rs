//! A table for spreadsheets (RFC 4180): one row a session or rating, by what they are
//! and then in the order of their days.
//!
//! No cell is ever taken for a formula (U8): one that begins like one gets an apostrophe before it.

use crate::domain::body::Area;
use crate::domain::outcome::{Entry, Journal, Key, Kind, Month, Rating, SessionDone, Week, What};
use crate::domain::session::{Ending, Outcome};
use crate::domain::time::LocalDay;

/// What the columns are called.
pub const COLUMNS: &str = "date,what,routine,minutes,ended,steps done,steps skipped,too much,eased off,\
    pain before,pain after,place,value,text";

/// Writes the table, with a byte order mark, without which spreadsheets misread names in other scripts.
pub fn write(journal: &Journal) -> String {
    let mut out = String::from("\u{feff}");
    out.push_str(COLUMNS);
    out.push_str("\r\n");
    for row in journal.entries().iter().filter_map(|it| row(journal, it)) {
        out.push_str(&row);
        out.push_str("\r\n");
    }
    out
}

/// A day as `2026-11-29`.
pub fn date(day: LocalDay) -> String {
    let (Month { year, month }, day) = Month::of(day);
    let two = |it: u8| [if it < 10 { "-0" } else { "-" }, &it.to_string()].concat();
    // Years before 1000 are no dates of ours.
    [year.to_string(), two(month), two(day)].concat()
}

/// The row of an entry; ratings before and after stand in the row of their session, if it is there.
fn row(journal: &Journal, entry: &Entry) -> Option<String> {
    let key = entry.key();
    let mut cells = [const { String::new() }; 14];
    let mut set = |at: usize, text: String| {
        if let Some(cell) = cells.get_mut(at) {
            *cell = text;
        }
    };
    set(0, date(entry.day));
    set(1, key.kind.slug().to_owned());
    match &entry.what {
        What::Session(it) => session(journal, key, it, &mut set),
        What::Felt(it) => {
            if journal.get(Key { kind: Kind::Session, ..key }).is_some() {
                return None;
            }
            set(11, it.place.map_or_else(String::new, |it| Area::slug(it).to_owned()));
            set(12, it.pain.get().to_string());
        }
        What::Pain(it) => set(12, it.get().to_string()),
        What::Week(it) => set(13, quoted(&week(journal, it))),
        What::Activity(it) => set(13, quoted(it.name.as_str())),
        What::Change(it) => set(12, it.get().to_string()),
        What::Reply(it) => set(13, it.slug().to_owned()),
        What::Note(it) => set(13, quoted(it.as_str())),
        What::Flare | What::Baseline => {}
        What::Plan(it) => {
            let days = it.schedule.map_or(0, |it| it.days.get());
            set(12, days.to_string());
        }
    }
    Some(cells.join(","))
}

fn session(journal: &Journal, key: Key, it: &SessionDone, set: &mut impl FnMut(usize, String)) {
    set(2, quoted(it.name.as_str()));
    set(3, it.minutes().to_string());
    set(4, if it.ending == Ending::Completed { "yes" } else { "early" }.to_owned());
    for (nth, count) in counts(it).into_iter().enumerate() {
        set(5 + nth, count.to_string());
    }
    for (nth, kind) in [Kind::Before, Kind::After].into_iter().enumerate() {
        let felt = journal.get(Key { kind, ..key });
        if let Some(What::Felt(felt)) = felt.map(|it| &it.what) {
            set(9 + nth, felt.pain.get().to_string());
            if let Some(place) = felt.place {
                set(11, place.slug().to_owned());
            }
        }
    }
}

fn week(journal: &Journal, it: &Week) -> String {
    let number = |it: Option<Rating>| it.map_or_else(|| "-".to_owned(), |it| it.get().to_string());
    let mut text = String::new();
    for (id, rating) in &it.activities {
        for part in [name_of(journal, *id), ": ", &rating.get().to_string(), "; "] {
            text.push_str(part);
        }
    }
    let sleep = ["sleep: ", &number(it.sleep), "; confidence: ", &number(it.confidence)];
    text.push_str(&sleep.concat());
    text
}

/// Steps done, skipped, left as too much and eased.
fn counts(session: &SessionDone) -> [usize; 4] {
    let of = |outcome| session.steps.iter().filter(|it| it.outcome == outcome).count();
    let eased = session.steps.iter().filter(|it| it.eases > 0).count();
    [of(Outcome::Done), of(Outcome::Skipped), of(Outcome::TooMuch), eased]
}

fn name_of(journal: &Journal, id: u64) -> &str {
    let number = i64::try_from(id).unwrap_or(i64::MAX);
    let found = journal.get(Key { kind: Kind::Activity, number });
    if let Some(What::Activity(it)) = found.map(|it| &it.what) { it.name.as_str() } else { "?" }
}

/// Text in quotation marks, its own doubled; what a spreadsheet would take for a formula gets an apostrophe.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    // Some spreadsheets skip blanks before they look for a formula, and read wide signs as the narrow ones.
    let first = text.chars().find(|it| !it.is_whitespace());
    if matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠')) {
        out.push('\'');
    }
    for letter in text.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    out.push('"');
    out
}
