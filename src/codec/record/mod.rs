//! What the phone keeps: versioned records, each one JSON object under one key of `localStorage`.
//!
//! The rules are in `docs/spec/storage.md` (D1 to D25).

mod check;
mod favourites;
mod finder;
mod health;
mod history;
mod journal;
mod kept;
mod making;
mod missing;
mod outbox;
mod place;
mod plan;
mod replies;
mod reply_to;
mod settings;

use crate::codec::json::{self, Fields, Json, Out, Problems, ReadError};
use crate::domain::choice::Choice;
use crate::domain::screening::{Check, Health, Replies};

pub use favourites::Favourites;
pub use history::{History, PastEnding, PastSession};
pub use journal::{decode_entry, decode_row, encode_entry};
pub use kept::{Kept, ON_THE_WAY, Origin, decode_on_the_way, encode_on_the_way};
pub use making::Making;
pub use missing::Missing;
pub use outbox::Outbox;
pub use place::Place;
pub use plan::StoredPlan;
pub use reply_to::ReplyTo;
pub use settings::{AudioMode, Settings, SideOrder, TextSize, Theme, ToneSet, Tones, Voice};

/// Longest text of a record that is read, in bytes (D3).
pub const MAX_BYTES: usize = 64 * 1024;

/// The version that this app writes, and the newest that it reads (D2).
pub const VERSION: u32 = 1;

/// Longest slug that is read, in bytes.
const MAX_WORD_BYTES: usize = 64;

/// Something the phone keeps under one key.
pub trait Record: Sized {
    /// The key in `localStorage`.
    const KEY: &'static str;

    /// Writes the record as JSON.
    fn encode(&self) -> String;

    /// Reads a record that was written by this or an older version.
    ///
    /// # Errors
    /// [`RecordError`] when nothing of it can be used. The caller keeps the text as it is for
    /// [`RecordError::NewerVersion`] (D4).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError>;
}

/// A record that was read, and how much of it was not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<T> {
    /// What was read, with defaults where something was wrong.
    pub value: T,
    /// Fields or rows that were missing, wrong or out of range.
    pub problems: u16,
}

/// Why a record cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Longer than [`MAX_BYTES`].
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// Not JSON.
    NotJson {
        /// The first byte that breaks the grammar.
        at: usize,
    },
    /// Nested deeper than any record.
    TooDeep,
    /// Not an object with a version from 1.
    NoVersion,
    /// Written by a newer app.
    NewerVersion {
        /// Its version.
        found: i64,
    },
    /// A part that everything rests on is missing or wrong.
    Unreadable {
        /// The field.
        field: &'static str,
    },
}

impl core::fmt::Display for RecordError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::TooLong { bytes } => write!(out, "{bytes} bytes, more than {MAX_BYTES}"),
            Self::NotJson { at } => write!(out, "not JSON at byte {at}"),
            Self::TooDeep => write!(out, "nested deeper than {} levels", json::MAX_DEPTH),
            Self::NoVersion => write!(out, "no version"),
            Self::NewerVersion { found } => {
                write!(out, "version {found}, newer than {VERSION}")
            }
            Self::Unreadable { field } => write!(out, "field {field} cannot be read"),
        }
    }
}

impl core::error::Error for RecordError {}

impl From<ReadError> for RecordError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Syntax(at) => Self::NotJson { at },
            ReadError::TooDeep => Self::TooDeep,
        }
    }
}

/// Reads a record to see whether it can be.
type Reads = fn(&str) -> Result<(), RecordError>;

fn reads<T: Record>(text: &str) -> Result<(), RecordError> {
    T::decode(text).map(|_: Decoded<T>| ())
}

/// Every record of `localStorage`, in the order of the keys.
const KEYS: &[(&str, Reads)] = &[
    (Check::KEY, reads::<Check>),
    (Favourites::KEY, reads::<Favourites>),
    (Choice::KEY, reads::<Choice>),
    (Health::KEY, reads::<Health>),
    (History::KEY, reads::<History>),
    (Making::KEY, reads::<Making>),
    (Missing::KEY, reads::<Missing>),
    (Outbox::KEY, reads::<Outbox>),
    (Place::KEY, reads::<Place>),
    (StoredPlan::KEY, reads::<StoredPlan>),
    (Replies::KEY, reads::<Replies>),
    (ReplyTo::KEY, reads::<ReplyTo>),
    (Settings::KEY, reads::<Settings>),
];

/// Whether the record under `key` decides what this person may do: answers, what was done, how it felt the next day, and
/// the session that was cut off, which becomes part of both.
pub fn is_of_health(key: &str) -> bool {
    let keys = [Check::KEY, Health::KEY, History::KEY, Replies::KEY, StoredPlan::KEY, Place::KEY];
    keys.contains(&key)
}

/// The keys of all records of `localStorage`.
pub fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|it| it.0)
}

/// Whether the text of the record under `key` can be read by this version.
///
/// # Errors
/// Why not; a key that is none of the app's is [`RecordError::Unreadable`].
pub fn check_record(key: &str, text: &str) -> Result<(), RecordError> {
    let known =
        KEYS.iter().find(|it| it.0 == key).ok_or(RecordError::Unreadable { field: "key" })?;
    (known.1)(text)
}

/// Opens a record's text and hands its fields to `read_fields`.
fn decode_with<T>(
    text: &str,
    read_fields: impl FnOnce(Fields<'_>) -> Result<T, RecordError>,
) -> Result<Decoded<T>, RecordError> {
    if text.len() > MAX_BYTES {
        return Err(RecordError::TooLong { bytes: text.len() });
    }
    let record = json::read(text)?;
    let problems = Problems::default();
    let fields = Fields::of(&record, &problems).ok_or(RecordError::NoVersion)?;
    match fields.whole("v") {
        Some(found) if found > i64::from(VERSION) => Err(RecordError::NewerVersion { found }),
        Some(1..) => {
            let value = read_fields(fields)?;
            Ok(Decoded { value, problems: problems.count() })
        }
        Some(_) | None => Err(RecordError::NoVersion),
    }
}

/// Starts a record of the version that this app writes.
fn versioned() -> Out {
    Out::new().put("v", VERSION)
}

fn finish(out: Out) -> String {
    json::write(&Json::from(out))
}

/// A part that everything rests on.
fn need<T>(field: &'static str, value: Option<T>) -> Result<T, RecordError> {
    value.ok_or(RecordError::Unreadable { field })
}

/// A slug: lower-case words joined by hyphens, at most 64 bytes.
fn word(value: Option<&Json>) -> Option<&str> {
    let is_name_byte =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    value
        .and_then(Json::text)
        .filter(|name| (1..=MAX_WORD_BYTES).contains(&name.len()) && name.bytes().all(is_name_byte))
}
