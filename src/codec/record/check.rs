//! `unknot.check`: the answers to the safety questions.
//!
//! Whatever cannot be read makes the app ask again; it never counts as "no risk" (D12, R4).

use super::{Decoded, Record, RecordError, decode_with, finish, versioned};
use crate::codec::json::{Fields, Json, Out, Problems};
use crate::domain::screening::{Check, Complaint, Flag, FlagSet, List, Stopped};
use crate::domain::time::LocalDay;

impl Record for Check {
    const KEY: &'static str = "unknot.check";

    fn encode(&self) -> String {
        let ticked: Json = self.ticked.iter().map(|flag| Json::from(flag.slug())).collect();
        let stopped = self
            .stopped
            .map(|it| Out::new().put("complaint", it.complaint.slug()).put("day", it.day.days()));
        finish(
            versioned()
                .put("list", list_word(self.list))
                .put("ticked", ticked)
                .put("day", self.asked.days())
                .put("stopped", stopped)
                .put("cleared", self.cleared.map(LocalDay::days))
                .put("last_session", self.last_session.map(LocalDay::days))
                .put("ask_full", self.ask_full),
        )
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        let decoded = decode_with(text, from_fields)?;
        let ask_full = decoded.value.ask_full || decoded.problems > 0;
        Ok(Decoded { value: Self { ask_full, ..decoded.value }, ..decoded })
    }
}

fn from_fields(fields: Fields<'_>) -> Result<Check, RecordError> {
    let ticked = fields.get("ticked").and_then(Json::items);
    let ticked = ticked.ok_or(RecordError::Unreadable { field: "ticked" })?;
    let day = fields.get("day").and_then(Json::day);
    Ok(Check {
        list: fields.choice("list", list_from_word, List::Full),
        ticked: flags(ticked, fields),
        asked: day.unwrap_or_else(|| fields.bad(LocalDay::from_days(0))),
        stopped: stopped(fields),
        cleared: fields.optional_day("cleared"),
        last_session: fields.optional_day("last_session"),
        ask_full: fields.flag("ask_full", true),
    })
}

/// The flags that are known; each that is not counts as a problem.
fn flags(ticked: &[Json], fields: Fields<'_>) -> FlagSet {
    ticked
        .iter()
        .filter_map(|id| id.text().and_then(Flag::from_slug).or_else(|| fields.bad(None)))
        .collect()
}

fn stopped(fields: Fields<'_>) -> Option<Stopped> {
    let value = fields.get("stopped");
    if value == Some(&Json::Null) {
        return None;
    }
    let inner_problems = Problems::default();
    let inner = value.and_then(|value| Fields::of(value, &inner_problems));
    let complaint = inner
        .and_then(|inner| inner.get("complaint"))
        .and_then(Json::text)
        .and_then(Complaint::from_slug);
    let Some(complaint) = complaint else { return fields.bad(None) };
    let day = inner.and_then(|inner| inner.get("day")).and_then(Json::day);
    // A stop whose day is lost still locks.
    let day = day.unwrap_or_else(|| fields.bad(LocalDay::from_days(0)));
    Some(Stopped { complaint, day })
}

/// Only these two lists are kept: the others ask about one moment (R22, R23).
const fn list_word(list: List) -> &'static str {
    match list {
        List::Full => "full",
        List::Short | List::Nerve | List::Head => "short",
    }
}

fn list_from_word(word: &str) -> Option<List> {
    match word {
        "full" => Some(List::Full),
        "short" => Some(List::Short),
        _ => None,
    }
}
