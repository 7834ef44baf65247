//! Whole sessions in virtual time: long runs, faults, a model and laws.
//!
//! The rules cited are those of `docs/spec/session.md`.

mod events;
mod faults;
mod hour;
mod laws;
mod machine;
mod model;
mod support;
