//! The reply: a report in the fragment of an address, sealed or not.
//!
//! The format is `docs/spec/reply.md`. It has the frame, numbers and texts of `codec::link`; what that promises of hostile
//! text holds here too. Sealing itself is the browser's work: here a seal is a key and bytes.

mod key;
mod read;
mod write;

use super::link::bits::{CHAR_BITS, In, Out};
use super::link::{LinkError, body_of, find_behind, frame};
use crate::domain::report::Report;
use crate::domain::shared::ReplyKey;

pub use key::{OwnKey, from_text, to_text};

/// What stands between an address and the reply in it.
pub const MARK: &str = "#p=";

/// Most bytes of something sealed: as many as a link holds.
pub const MAX_SEALED_BYTES: usize = 6000;

/// Bytes by which sealing makes a text longer: the tag of AES-GCM.
pub const SEAL_BYTES: usize = 16;

/// What came with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// A report that anybody can read.
    Open(Box<Report>),
    /// A report that one key opens.
    Sealed(Sealed),
}

/// A report that one key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The key that was made for it alone, its public part.
    pub once: ReplyKey,
    /// The sealed bytes, the tag last: at least [`SEAL_BYTES`].
    pub bytes: Vec<u8>,
}

/// Writes a report that anybody can read, as it stands in an address after [`MARK`].
///
/// # Errors
/// [`LinkError::TooLong`] when it would be longer than any link.
pub fn encode(report: &Report) -> Result<String, LinkError> {
    let mut out = Out::default();
    out.flag(false);
    write::report(&mut out, report);
    frame::close(&out.into_sixes())
}

/// Writes what was sealed, as it stands in an address after [`MARK`].
///
/// # Errors
/// [`LinkError::TooLong`] when it would be longer than any link.
pub fn encode_sealed(sealed: &Sealed) -> Result<String, LinkError> {
    let mut out = Out::default();
    out.flag(true);
    out.bytes(&sealed.once.0);
    out.bytes(&sealed.bytes);
    frame::close(&out.into_sixes())
}

/// The bytes of a report, to be sealed.
pub fn to_bytes(report: &Report) -> Vec<u8> {
    let mut out = Out::default();
    write::report(&mut out, report);
    out.into_bytes()
}

/// Reads the bytes of a report whose seal was opened.
///
/// # Errors
/// [`LinkError`] with the reason; nothing of it is used then.
pub fn from_bytes(bytes: &[u8]) -> Result<Report, LinkError> {
    if bytes.len() > MAX_SEALED_BYTES {
        return Err(LinkError::TooLong { chars: bytes.len() });
    }
    let mut out = Out::default();
    out.bytes(bytes);
    let sixes = out.into_sixes();
    // What fills up the last byte, and then the last six.
    let spare = 8 + sixes.len() * CHAR_BITS - bytes.len() * 8;
    read::report(&mut In::new(&sixes), spare)
}

/// Reads what stands in an address after [`MARK`], as strictly as it is written.
///
/// # Errors
/// [`LinkError`] with the reason; nothing of it is used then.
pub fn decode(payload: &str) -> Result<Letter, LinkError> {
    letter(&body_of(payload)?)
}

/// Finds the reply in a text, such as a whole message or a file, and reads it.
///
/// # Errors
/// [`LinkError::NotALink`] when there is none, else as [`decode`].
pub fn find(text: &str) -> Result<Letter, LinkError> {
    find_behind(MARK, text, letter)
}

fn letter(body: &[u8]) -> Result<Letter, LinkError> {
    let mut bits = In::new(body);
    if !bits.flag()? {
        return Ok(Letter::Open(Box::new(read::report(&mut bits, CHAR_BITS)?)));
    }
    let once = ReplyKey(bits.bytes()?);
    let count = bits.left() / 8;
    if count < SEAL_BYTES {
        return Err(LinkError::Damaged);
    }
    let mut bytes = Vec::with_capacity(count);
    for _ in 0..count {
        bytes.push(u8::try_from(bits.take(8)?).unwrap_or(0));
    }
    if bits.ends(CHAR_BITS) {
        Ok(Letter::Sealed(Sealed { once, bytes }))
    } else {
        Err(LinkError::Damaged)
    }
}
