//! The link that is the routine: a whole shared routine in the fragment of an address.
//!
//! The format is `docs/spec/link.md`; why it is as it is, `docs/decisions/link-format.md`. Decoding never
//! panics, takes time in proportion to the text and room in proportion to the routine, and tells a link that
//! was cut short, one that was damaged and one that a newer app made apart.

pub(in crate::codec) mod bits;
mod defaults;
mod error;
mod find;
pub(in crate::codec) mod frame;
pub(in crate::codec) mod read;
pub(in crate::codec) mod write;

use crate::catalog;
use crate::domain::shared::{MAX_STEPS, MAX_TOTAL_SECS, SharedRoutine, totals};

pub use error::LinkError;

/// What stands between an address and the routine in it.
pub const MARK: &str = "#r=";

/// Longest routine in an address, in characters, without [`MARK`].
pub const MAX_CHARS: usize = 8192;

/// Longest text in which a link is looked for, in bytes.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;

/// Longest routine that is read from where the phone keeps it, in characters: a hundred steps with the longest
/// texts take less.
pub const MAX_KEPT_CHARS: usize = 1024 * 1024;

/// The version that this app writes, and the newest that it reads.
const VERSION: char = '1';

/// A routine that was read from a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The routine.
    pub routine: SharedRoutine,
    /// How many parts a newer app has put in that this one passes over.
    pub newer_parts: u16,
    /// Whether a text was longer, or held characters that are not shown, and was changed for that.
    pub text_changed: bool,
}

/// Writes a routine as it stands in an address after [`MARK`].
///
/// It begins with the version, ends with a letter or a digit, and holds letters, digits, `-` and `_` only.
///
/// # Errors
/// [`LinkError::Empty`] without steps, [`LinkError::TooManySteps`], [`LinkError::TooLongInAll`], and
/// [`LinkError::TooLong`] when it would have more than [`MAX_CHARS`] characters.
pub fn encode(routine: &SharedRoutine) -> Result<String, LinkError> {
    check(routine)?;
    frame::close(write::routine(routine).as_slice())
}

/// Reads what stands in an address after [`MARK`], as strictly as it is written.
///
/// # Errors
/// [`LinkError`] with the reason; nothing of it is used then.
pub fn decode(payload: &str) -> Result<Opened, LinkError> {
    open(&body_of(payload)?)
}

/// The bits of a payload, read as strictly as it is written.
pub(in crate::codec) fn body_of(payload: &str) -> Result<Vec<u8>, LinkError> {
    if payload.is_empty() {
        return Err(LinkError::Empty);
    }
    if payload.len() > MAX_CHARS {
        return Err(LinkError::TooLong { chars: payload.len() });
    }
    frame::open(frame::Source::strict(payload))
}

/// Finds the link in a text, such as a whole message, and reads it.
///
/// It may be percent-encoded once, broken over lines, quoted, or followed by punctuation.
///
/// # Errors
/// [`LinkError::NotALink`] when there is none, else as [`decode`].
pub fn find(text: &str) -> Result<Opened, LinkError> {
    find_behind(MARK, text, open)
}

/// Finds what stands behind `mark` in a text and can be read; of several the first.
pub(in crate::codec) fn find_behind<T>(
    mark: &str,
    text: &str,
    read: fn(&[u8]) -> Result<T, LinkError>,
) -> Result<T, LinkError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(LinkError::TooLong { chars: text.len() });
    }
    let mut first = None;
    for start in find::starts(text, mark) {
        match body_within(text.get(start..).unwrap_or_default()).and_then(|it| read(&it)) {
            Ok(found) => return Ok(found),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or(LinkError::NotALink))
}

/// Writes a routine as it is kept on the phone, such as a draft: it may have no steps yet, and may be too long
/// for a link.
pub fn keep(routine: &SharedRoutine) -> String {
    frame::keep(write::routine(routine).as_slice())
}

/// Reads what [`keep`] wrote.
///
/// # Errors
/// [`LinkError`] with the reason; [`LinkError::TooLong`] above [`MAX_KEPT_CHARS`].
pub fn kept(text: &str) -> Result<Opened, LinkError> {
    if text.len() > MAX_KEPT_CHARS {
        return Err(LinkError::TooLong { chars: text.len() });
    }
    let opened = read::routine(&frame::kept(text)?, true)?;
    if !opened.routine.steps.is_empty() {
        check(&opened.routine)?;
    }
    Ok(opened)
}

fn body_within(text: &str) -> Result<Vec<u8>, LinkError> {
    if text.trim().is_empty() {
        return Err(LinkError::Empty);
    }
    let chars = frame::run(text);
    if chars > MAX_CHARS {
        return Err(LinkError::TooLong { chars });
    }
    frame::open(frame::Source::within(text))
}

fn open(body: &[u8]) -> Result<Opened, LinkError> {
    let opened = read::routine(body, false)?;
    check(&opened.routine)?;
    Ok(opened)
}

fn check(routine: &SharedRoutine) -> Result<(), LinkError> {
    let steps = routine.steps.len();
    if steps == 0 {
        return Err(LinkError::Empty);
    }
    if steps > MAX_STEPS {
        return Err(LinkError::TooManySteps { steps });
    }
    let secs = totals(routine, catalog::exercises()).secs;
    if secs > MAX_TOTAL_SECS {
        return Err(LinkError::TooLongInAll { secs });
    }
    Ok(())
}
