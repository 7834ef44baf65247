//! A routine as the phone keeps it: a few lines about it, then the routine itself as `codec::link` writes it.
//!
//! Not JSON, since a routine with the longest texts has a megabyte and a link's text needs no second quoting (D31).

use super::{MAX_WORD_BYTES, RecordError, VERSION};
use crate::codec::link;
use crate::domain::shared::{Line, SharedRoutine};
use crate::domain::slug::slugged;
use crate::domain::time::LocalDay;

slugged! {
    /// Where a routine that is kept came from.
    Origin {
        /// Made here.
        Own = "own",
        /// Sent by somebody.
        Received = "received",
        /// Made here for others to start from.
        Template = "template",
    }
}

/// A routine that is kept, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Tells it from all others, at most 64 bytes of `a-z`, `0-9` and `-`.
    pub id: String,
    /// Where it came from.
    pub origin: Origin,
    /// The day it came.
    pub added: LocalDay,
    /// The day it was changed last.
    pub changed: LocalDay,
    /// Whether it was not saved yet.
    pub is_draft: bool,
    /// What it is filed under; mostly empty.
    pub pack: String,
    /// The routine.
    pub routine: SharedRoutine,
}

/// Lines of a row.
const LINES: usize = 7;

impl Kept {
    /// Writes the row that is kept under its id.
    pub fn encode(&self) -> String {
        let days = [self.added, self.changed].map(|it| it.days().to_string());
        let [added, changed] = &days;
        let draft = if self.is_draft { "draft" } else { "saved" };
        let pack = Line::clean(&self.pack);
        [
            VERSION.to_string().as_str(),
            self.origin.slug(),
            added,
            changed,
            draft,
            pack.as_str(),
            &link::keep(&self.routine),
        ]
        .join("\n")
    }

    /// Reads a row.
    ///
    /// # Errors
    /// [`RecordError::NewerVersion`] for a row that stays as it is, else [`RecordError::Unreadable`] with the
    /// part that cannot be read.
    pub fn decode(id: &str, text: &str) -> Result<Self, RecordError> {
        let mut lines = text.splitn(LINES, '\n');
        let mut line = |field| lines.next().ok_or(RecordError::Unreadable { field });
        let version: i64 = line("v")?.parse().ok().ok_or(RecordError::NoVersion)?;
        if version > i64::from(VERSION) {
            return Err(RecordError::NewerVersion { found: version });
        }
        if version < 1 {
            return Err(RecordError::NoVersion);
        }
        if !is_id(id) {
            return Err(RecordError::Unreadable { field: "id" });
        }
        let origin = Origin::from_slug(line("origin")?);
        let day = |text: &str, field| {
            let days = text.parse().ok().ok_or(RecordError::Unreadable { field })?;
            Ok::<_, RecordError>(LocalDay::from_days(days))
        };
        let added = day(line("added")?, "added")?;
        let changed = day(line("changed")?, "changed")?;
        let is_draft = line("draft")? == "draft";
        let pack = Line::clean(line("pack")?).as_str().to_owned();
        let opened = link::kept(line("routine")?).ok();
        Ok(Self {
            id: id.to_owned(),
            origin: origin.ok_or(RecordError::Unreadable { field: "origin" })?,
            added,
            changed,
            is_draft,
            pack,
            routine: opened.ok_or(RecordError::Unreadable { field: "routine" })?.routine,
        })
    }
}

fn is_id(id: &str) -> bool {
    let is_kept = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=MAX_WORD_BYTES).contains(&id.len()) && id.bytes().all(is_kept)
}

/// Key in `localStorage` of rows that are on their way to the database.
pub const ON_THE_WAY: &str = "unknot.routines-on-the-way";

/// Writes rows that are on their way, each with its id before it.
pub fn encode_on_the_way(rows: &[Kept]) -> String {
    let mut text = String::new();
    for it in rows {
        text.push_str(&it.id);
        text.push('\n');
        text.push_str(&it.encode());
        text.push('\n');
    }
    text
}

/// Reads rows that were on their way when the page went; what cannot be read is left out.
pub fn decode_on_the_way(text: &str) -> Vec<Kept> {
    let lines: Vec<&str> = text.lines().collect();
    let rows = lines.chunks(LINES + 1).filter_map(|lines| {
        let (id, row) = lines.split_first()?;
        Kept::decode(id, &row.join("\n")).ok()
    });
    rows.collect()
}
