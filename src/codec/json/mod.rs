//! A small JSON: read, written and looked into.
//!
//! Our own because of its size: the first five records with it take 9.5 KB of compressed WebAssembly, while
//! `serde_json` takes 18 to 25 KB for much less, of a budget of 100 KB (`docs/spec/storage.md`). Numbers
//! are whole; the app stores no fractions. Tests compare it with `serde_json`.

mod fields;
mod read;
mod write;

pub(in crate::codec) use fields::{Fields, Problems};
pub(in crate::codec) use read::{MAX_DEPTH, ReadError, read};
pub(in crate::codec) use write::{Out, write};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::codec) enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits.
    Whole(i64),
    /// A number with a fraction or exponent, or too large; never what the app wrote.
    OtherNumber,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object in written order; of keys given twice the last counts.
    Object(Vec<(String, Self)>),
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
