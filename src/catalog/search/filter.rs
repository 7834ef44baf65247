//! What someone looks for in the library.

use crate::domain::body::{Area, Position};
use crate::domain::equipment::Tool;
use crate::domain::slug::slugged;

/// Longest text that is searched for, in characters; the rest is not looked at.
pub const MAX_WORDS_CHARS: usize = 64;

slugged! {
    /// A part of the library that is the person's own.
    Shelf {
        /// What they marked.
        Favourites = "favourites",
        /// Routines they did lately.
        Recent = "recent",
    }
}

/// What someone looks for; an open field lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Filed under this area.
    pub area: Option<Area>,
    /// Done with this tool: the main one, or what the position rests on; for a routine, any of its own.
    pub tool: Option<Tool>,
    /// Done in this position; for a routine, every step of it.
    pub position: Option<Position>,
    /// Routines offered under this many minutes; no exercises.
    pub minutes: Option<u8>,
    /// Only what is on the person's own shelf.
    pub shelf: Option<Shelf>,
    /// Words as typed, at most [`MAX_WORDS_CHARS`] characters of them.
    pub words: String,
}

impl Filter {
    /// `words` as far as they are searched for.
    pub fn cut(words: &str) -> String {
        words.chars().take(MAX_WORDS_CHARS).collect()
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self { words: self.words.clone(), ..Self::default() }
            && self.words.trim().is_empty()
    }
}
