//! Keys as text: base64url, as browsers write them.

use crate::codec::link::bits::{In, Out};
use crate::codec::link::frame;
use crate::domain::shared::ReplyKey;

/// A therapist's own key, with the part that nobody else has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKey {
    /// What routines carry.
    pub public: ReplyKey,
    /// The number that opens replies, 32 bytes as base64url.
    secret: String,
}

impl OwnKey {
    /// A key of its coordinates and its number, each 32 bytes as base64url.
    pub fn of(x: &str, y: &str, secret: &str) -> Option<Self> {
        let mut both = [0; ReplyKey::BYTES];
        let halves = [from_text::<32>(x)?, from_text::<32>(y)?].concat();
        both.copy_from_slice(&halves);
        from_text::<32>(secret)?;
        Some(Self { public: ReplyKey(both), secret: secret.to_owned() })
    }

    /// The key of the database's row; `None` when it cannot be read.
    pub fn of_row((public, secret): &(String, String)) -> Option<Self> {
        from_text::<32>(secret)?;
        Some(Self { public: ReplyKey(from_text(public)?), secret: secret.clone() })
    }

    /// The row that the database keeps.
    pub fn row(&self) -> (String, String) {
        (to_text(&self.public.0), self.secret.clone())
    }

    /// Its coordinates and its number, each 32 bytes as base64url.
    pub fn parts(&self) -> [String; 3] {
        let (x, y) = self.public.0.split_at(ReplyKey::BYTES / 2);
        [to_text(x), to_text(y), self.secret.clone()]
    }
}

/// Bytes as base64url.
pub fn to_text(bytes: &[u8]) -> String {
    let mut out = Out::default();
    out.bytes(bytes);
    frame::letters(&out.into_sixes())
}

/// So many bytes from base64url; `None` for more, fewer, and any other character.
pub fn from_text<const N: usize>(text: &str) -> Option<[u8; N]> {
    let sixes = frame::sixes(text)?;
    let mut bits = In::new(&sixes);
    let bytes = bits.bytes().ok()?;
    bits.ends(6).then_some(bytes)
}
