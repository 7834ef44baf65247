//! The product's nouns and rules. Standard library only: no clock, no browser, no byte format.

#![deny(clippy::indexing_slicing)]

pub mod body;
pub mod body_map;
pub mod builder;
pub mod caution;
pub mod choice;
pub mod condition;
pub mod cue;
pub mod dose;
pub mod equipment;
pub mod exercise;
pub mod muscle;
pub mod outcome;
pub mod plan;
pub mod report;
pub mod routine;
pub mod screening;
pub mod session;
pub mod shared;
pub mod side;
pub(crate) mod slug;
pub mod technique;
pub mod time;
