//! The key to which replies are sealed.

/// The public part of a therapist's key: a point of the curve P-256, x and y, 32 bytes each, the highest byte first.
///
/// Whether it is a point of the curve is known when something is sealed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyKey(pub [u8; 64]);

impl ReplyKey {
    /// How many bytes it has.
    pub const BYTES: usize = 64;
}
