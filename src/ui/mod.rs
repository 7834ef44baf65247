//! Views only: every screen and component. No browser call, no byte format, no rule.

#![deny(clippy::indexing_slicing)]

mod body_map;
mod components;
mod icons;
mod markup;
mod screens;
mod shell;

pub use shell::root;
