//! `unknot.history`: sessions that are over, for "again" and "recent".

use super::{Decoded, Record, RecordError, decode_with, finish, versioned, word};
use crate::codec::json::{Fields, Json, Out, Problems};
use crate::domain::slug::slugged;
use crate::domain::time::LocalDay;

slugged! {
    /// How a session ended.
    PastEnding {
        /// Played to its end.
        Completed = "completed",
        /// Ended early because the person wished so.
        EndedEarly = "ended-early",
        /// Ended by a stop rule (R20 to R27).
        Stopped = "stopped",
    }
}

/// One session that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastSession {
    /// The routine's slug, at most 64 bytes of `a-z`, `0-9` and `-`.
    pub routine: String,
    /// The day it ended.
    pub day: LocalDay,
    /// Minutes played, rounded, 0 to 600.
    pub minutes: u16,
    /// How it ended.
    pub ending: PastEnding,
}

/// The sessions that are over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// How many were played to their end, ever.
    pub finished: u32,
    /// The day of the last one of any ending.
    pub last_day: Option<LocalDay>,
    /// The newest, at most [`History::MAX_RECENT`], newest first.
    pub recent: Vec<PastSession>,
}

impl History {
    /// How many sessions are kept in detail.
    pub const MAX_RECENT: usize = 20;

    /// Puts a session first and forgets the oldest beyond [`History::MAX_RECENT`].
    pub fn add(&mut self, session: PastSession) {
        if session.ending == PastEnding::Completed {
            self.finished = self.finished.saturating_add(1);
        }
        self.last_day = Some(session.day);
        self.recent.insert(0, session);
        self.recent.truncate(Self::MAX_RECENT);
    }
}

impl Record for History {
    const KEY: &'static str = "unknot.history";

    fn encode(&self) -> String {
        let recent = self.recent.iter().map(|it| {
            Json::from(
                Out::new()
                    .put("routine", it.routine.as_str())
                    .put("day", it.day.days())
                    .put("minutes", u32::from(it.minutes))
                    .put("ending", it.ending.slug()),
            )
        });
        finish(
            versioned()
                .put("finished", self.finished)
                .put("last_day", self.last_day.map(LocalDay::days))
                .put("recent", recent.collect::<Json>()),
        )
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self {
                finished: fields.number("finished", 0..=u32::MAX, 0),
                last_day: fields.optional_day("last_day"),
                recent: recent(fields),
            })
        })
    }
}

/// The rows that can be read; each other one is left out and counted (D15).
fn recent(fields: Fields<'_>) -> Vec<PastSession> {
    let Some(rows) = fields.get("recent").and_then(Json::items) else {
        return fields.bad(Vec::new());
    };
    let read = |row| past_session(row).or_else(|| fields.bad(None));
    rows.iter().filter_map(read).take(History::MAX_RECENT).collect()
}

fn past_session(row: &Json) -> Option<PastSession> {
    let problems = Problems::default();
    let fields = Fields::of(row, &problems)?;
    Some(PastSession {
        routine: word(fields.get("routine"))?.to_owned(),
        day: fields.get("day")?.day()?,
        minutes: fields.get("minutes")?.fit().filter(|minutes| *minutes <= 600)?,
        ending: fields.get("ending")?.text().and_then(PastEnding::from_slug)?,
    })
}
