//! Every byte format of the app, as pure functions: text in, values out, and back.
//!
//! Nothing here reads a disk, a clock or a browser. Decoding never panics, takes bounded time and room,
//! and says what it could not read (rules D1 to D9 in `docs/spec/storage.md`).

#![deny(clippy::indexing_slicing)]

pub mod backup;
pub mod calendar;
pub mod csv;
pub mod date_field;
mod file_name;
mod json;
pub mod link;
pub mod qr;
pub mod record;
pub mod report;

pub use file_name::file_name;
