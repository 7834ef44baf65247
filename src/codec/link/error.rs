//! Why a link cannot be made or read.

use super::MAX_CHARS;
use crate::domain::shared::{MAX_STEPS, MAX_TOTAL_SECS};

/// Why a link cannot be made or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is nothing in it.
    Empty,
    /// There is no link in the text.
    NotALink,
    /// It ends too early.
    Truncated,
    /// Something in it is not as it was written.
    Damaged,
    /// A newer app made it.
    Newer,
    /// It is longer than any link.
    TooLong {
        /// How long it is, in characters.
        chars: usize,
    },
    /// It has more steps than a routine may have.
    TooManySteps {
        /// How many.
        steps: usize,
    },
    /// The routine lasts longer than one may.
    TooLongInAll {
        /// How long, in seconds.
        secs: u32,
    },
}

impl core::fmt::Display for LinkError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Empty => write!(out, "nothing in it"),
            Self::NotALink => write!(out, "no link"),
            Self::Truncated => write!(out, "cut short"),
            Self::Damaged => write!(out, "damaged"),
            Self::Newer => write!(out, "made by a newer app"),
            Self::TooLong { chars } => write!(out, "{chars} characters, more than {MAX_CHARS}"),
            Self::TooManySteps { steps } => write!(out, "{steps} steps, more than {MAX_STEPS}"),
            Self::TooLongInAll { secs } => {
                write!(out, "{secs} s in all, more than {MAX_TOTAL_SECS}")
            }
        }
    }
}

impl core::error::Error for LinkError {}
