//! Words people read and hear outside the library, in English.
//!
//! Views and the player take every sentence from here; the library's own text lives in `data/text/`.

#![deny(clippy::indexing_slicing)]

pub mod body_map;
pub mod builder;
pub mod data;
pub mod figure;
pub mod format;
pub mod health;
pub mod messages;
pub mod progress;
pub mod received;
pub mod reply;
pub mod screening;
pub mod share;
pub mod sharing;
pub mod shelf;
pub mod speech;
pub mod words;

/// The language of this build's texts and voice, as a BCP 47 tag.
pub const LANGUAGE: &str = "en";
