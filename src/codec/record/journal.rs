//! One row of the journal: a fact about a session or about how it feels, as one JSON object under its own key.
//!
//! A row is read whole or not at all: half a rating is none (D22). What the keys mean is in
//! `docs/spec/progress.md`.

mod rows;

use super::{RecordError, decode_with, finish, need, versioned};
use crate::codec::json::{Fields, Json, Out};
use crate::domain::outcome::{Entry, Key, Kind, What, When};
use crate::domain::time::LocalDay;

/// Days that a row may have, since 1970: from a year before to the year 2243. No clock of a phone shows others
/// but by mistake, and weeks are counted from the first to the last.
const DAYS: core::ops::RangeInclusive<i32> = -366..=100_000;

/// Writes an entry as JSON.
pub fn encode_entry(entry: &Entry) -> String {
    let head = versioned()
        .put("kind", entry.key().kind.slug())
        .put("at", entry.at)
        .put("day", entry.day.days());
    finish(fact(head, &entry.what))
}

/// Reads an entry that was written by this or an older version.
///
/// # Errors
/// [`RecordError`] when it cannot be used. The caller leaves the row where it is.
pub fn decode_entry(text: &str) -> Result<Entry, RecordError> {
    // Nothing is counted as a problem here: no field of a row has a default.
    decode_with(text, read).map(|it| it.value)
}

/// Reads the row that stands under `key`, which must be the entry's own.
///
/// # Errors
/// [`RecordError`] when it cannot be used.
pub fn decode_row(key: &str, text: &str) -> Result<Entry, RecordError> {
    let entry = decode_entry(text)?;
    let is_own = Key::parse(key).is_some_and(|key| key == entry.key());
    need("key", is_own.then_some(entry))
}

fn fact(head: Out, what: &What) -> Out {
    match what {
        What::Session(it) => rows::session(head, it),
        What::Felt(it) => rows::felt(head, it),
        What::Pain(it) => head.put("pain", u32::from(it.get())),
        What::Week(it) => rows::week(head, it),
        What::Activity(it) => rows::activity(head, it),
        What::Change(it) => head.put("change", i32::from(it.get())),
        What::Reply(it) => head.put("reply", it.slug()),
        What::Note(it) => head.put("note", it.as_str()),
        What::Flare | What::Baseline => head,
        What::Plan(it) => rows::plan(head, it),
    }
}

fn read(fields: Fields<'_>) -> Result<Entry, RecordError> {
    let kind = fields.get("kind").and_then(Json::text).and_then(Kind::from_slug);
    let kind = need("kind", kind)?;
    let at = need("at", fields.get("at").and_then(Json::fit))?;
    let day = fields.get("day").and_then(Json::fit).filter(|it| DAYS.contains(it));
    let day = need("day", day.map(LocalDay::from_days))?;
    let what = match kind {
        Kind::Session => rows::read_session(fields),
        Kind::Before => rows::read_felt(fields, When::Before),
        Kind::After => rows::read_felt(fields, When::After),
        Kind::Pain => rows::rating(fields.get("pain")).map(What::Pain),
        Kind::Week => rows::read_week(fields),
        Kind::Activity => rows::read_activity(fields),
        Kind::Change => rows::read_change(fields),
        Kind::Reply => rows::read_reply(fields),
        Kind::Note => rows::read_note(fields),
        Kind::Flare => Some(What::Flare),
        Kind::Baseline => Some(What::Baseline),
        Kind::Plan => rows::read_plan(fields),
    };
    Ok(Entry { at, day, what: need(kind.slug(), what)? })
}
