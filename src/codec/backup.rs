//! The backup: one JSON file with everything the phone keeps, and what taking one in would do.
//!
//! Rules U1 to U9 in `docs/spec/backup.md`. Rows are kept to the letter, those included that this version cannot
//! read, so that a backup is as good as what it was made of.

use super::json::{self, Fields, Json, Out, Problems};
use super::record::{RecordError, check_record, decode_row, encode_entry, is_of_health};
use super::report::OwnKey;
use crate::domain::outcome::{Entry, Journal, Merge};

/// Longest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: usize = 100_000;
/// Most rows of it that are none of the journal's: each is compared with all others.
pub const MAX_OTHERS: usize = 5_000;
/// The version that this app writes, and the newest that it reads.
const VERSION: u32 = 1;
/// What tells the file from other JSON.
const APP: &str = "unknot";
/// Longest key of a row, in bytes.
const MAX_KEY_BYTES: usize = 128;

/// A key and the text that is kept under it.
pub type Row = (String, String);

/// Everything that is kept, each list in the order of its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The records of `localStorage`.
    pub records: Vec<Row>,
    /// The rows of the journal.
    pub journal: Vec<Row>,
    /// The person's own and received routines.
    pub routines: Vec<Row>,
    /// The keys that open sealed replies.
    pub keys: Vec<Row>,
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Longer than [`MAX_BYTES`], or more rows than [`MAX_ROWS`] and [`MAX_OTHERS`].
    TooLarge,
    /// Not a backup of this app, or cut off.
    NotOurs,
    /// Written by a newer version of the app.
    Newer,
}

/// Writes a backup; the same content always gives the same bytes.
pub fn write(backup: &Backup) -> String {
    let file = Out::new()
        .put("app", APP)
        .put("v", VERSION)
        .put("records", rows_to_json(&backup.records))
        .put("routines", rows_to_json(&backup.routines))
        .put("journal", rows_to_json(&backup.journal));
    // Few have any, and files without stay as they were.
    let file =
        if backup.keys.is_empty() { file } else { file.put("keys", rows_to_json(&backup.keys)) };
    json::write(&Json::from(file))
}

fn rows_to_json(rows: &[Row]) -> Out {
    rows.iter().fold(Out::new(), |out, row| out.put(&row.0, row.1.as_str()))
}

/// Reads a backup, with or without a byte order mark.
///
/// # Errors
/// [`BackupError`]; nothing of such a file is used.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    if text.len() > MAX_BYTES {
        return Err(BackupError::TooLarge);
    }
    let file = json::read(text.trim_start_matches('\u{feff}')).or(Err(BackupError::NotOurs))?;
    let problems = Problems::default();
    let fields = Fields::of(&file, &problems).ok_or(BackupError::NotOurs)?;
    if fields.get("app").and_then(Json::text) != Some(APP) {
        return Err(BackupError::NotOurs);
    }
    match fields.whole("v") {
        Some(found) if found > i64::from(VERSION) => return Err(BackupError::Newer),
        Some(1..) => {}
        Some(_) | None => return Err(BackupError::NotOurs),
    }
    let rows = |key| rows_of(fields.get(key)).ok_or(BackupError::NotOurs);
    let (records, journal, routines) = (rows("records")?, rows("journal")?, rows("routines")?);
    let keys = if fields.get("keys").is_some() { rows("keys")? } else { Vec::new() };
    let others = records.len() + routines.len() + keys.len();
    if others > MAX_OTHERS || others + journal.len() > MAX_ROWS {
        return Err(BackupError::TooLarge);
    }
    Ok(Backup { records, journal, routines, keys })
}

fn rows_of(value: Option<&Json>) -> Option<Vec<Row>> {
    let Json::Object(entries) = value? else { return None };
    let row = |(key, value): &(String, Json)| {
        let text = value.text().filter(|_| key.len() <= MAX_KEY_BYTES)?;
        Some((key.clone(), text.to_owned()))
    };
    entries.iter().map(row).collect()
}

/// What taking in a backup would do: it is shown before anything is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// What becomes of the journal.
    pub journal: Merge,
    /// Records that this phone does not have yet.
    pub records: Vec<Row>,
    /// Routines that this phone does not have yet.
    pub routines: Vec<Row>,
    /// Keys that this phone does not have yet.
    pub keys: Vec<Row>,
    /// Records and routines that are the same here.
    pub known: usize,
    /// Records and routines that differ; those of this phone stay.
    pub kept: usize,
    /// Rows that a newer version wrote; they are left out.
    pub newer: usize,
    /// Rows that cannot be read; they are left out.
    pub unreadable: usize,
}

impl Import {
    /// Whether it changes nothing.
    pub const fn is_nothing(&self) -> bool {
        self.journal.added.is_empty()
            && self.journal.replaced.is_empty()
            && self.records.is_empty()
            && self.routines.is_empty()
            && self.keys.is_empty()
    }

    /// How many of the records say something of a person's health (U15).
    pub fn answers(&self) -> usize {
        self.records.iter().filter(|it| is_of_health(&it.0)).count()
    }

    /// Leaves out what says something of a person's health: it may be somebody else's (U15).
    pub fn leave_answers(&mut self) {
        self.records.retain(|it| !is_of_health(&it.0));
    }

    /// The rows of the journal to write.
    pub fn journal_rows(&self) -> Vec<Row> {
        let all = self.journal.added.iter().chain(&self.journal.replaced);
        all.map(|it| (it.key().to_string(), encode_entry(it))).collect()
    }
}

/// What taking `file` in would do to what is `here`; `reads` says whether a routine's row can be read.
pub fn import(
    file: &Backup,
    here: &Backup,
    journal: &Journal,
    reads: impl Fn(&Row) -> Result<(), RecordError>,
) -> Import {
    let mut look = Look::default();
    look.at_more(file, usize::MAX);
    look.end(file, here, journal, reads)
}

/// A look through a file, some rows of its journal at a time.
#[derive(Debug, Default)]
pub struct Look {
    entries: Vec<Entry>,
    plan: Import,
    /// Rows of the journal that were looked at.
    seen: usize,
}

impl Look {
    /// Looks at the next rows, at most so many; whether there are more.
    pub fn at_more(&mut self, file: &Backup, most: usize) -> bool {
        for (key, text) in file.journal.iter().skip(self.seen).take(most) {
            match decode_row(key, text) {
                Ok(entry) => self.entries.push(entry),
                Err(error) => self.plan.leave_out(error),
            }
        }
        self.seen = self.seen.saturating_add(most).min(file.journal.len());
        self.seen < file.journal.len()
    }

    /// How many rows were looked at.
    pub const fn seen(&self) -> usize {
        self.seen
    }

    /// What taking the file in would do, once all its rows were looked at.
    pub fn end(
        self,
        file: &Backup,
        here: &Backup,
        journal: &Journal,
        reads: impl Fn(&Row) -> Result<(), RecordError>,
    ) -> Import {
        let Self { entries, mut plan, .. } = self;
        // Between versions of the same millisecond the greater text wins, whichever phone asks (P5).
        plan.journal = journal.merge(entries, |one, other| encode_entry(one) > encode_entry(other));
        for row in &file.records {
            match check_record(&row.0, &row.1) {
                Ok(()) => plan.take(row, &here.records, |plan| &mut plan.records),
                Err(error) => plan.leave_out(error),
            }
        }
        for row in &file.routines {
            match reads(row) {
                Ok(()) => plan.take(row, &here.routines, |plan| &mut plan.routines),
                Err(error) => plan.leave_out(error),
            }
        }
        for row in &file.keys {
            match OwnKey::of_row(row) {
                Some(_) => plan.take(row, &here.keys, |plan| &mut plan.keys),
                None => plan.unreadable += 1,
            }
        }
        plan
    }
}

impl Import {
    fn take(&mut self, row: &Row, here: &[Row], list: fn(&mut Self) -> &mut Vec<Row>) {
        match here.iter().find(|it| it.0 == row.0) {
            None if list(self).iter().any(|it| it.0 == row.0) => self.kept += 1,
            None => list(self).push(row.clone()),
            Some(it) if it.1 == row.1 => self.known += 1,
            Some(_) => self.kept += 1,
        }
    }

    const fn leave_out(&mut self, error: RecordError) {
        if matches!(error, RecordError::NewerVersion { .. }) {
            self.newer += 1;
        } else {
            self.unreadable += 1;
        }
    }
}
