//! Any text that somebody pastes or opens.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../property.rs"]
mod property;

fuzz_target!(|text: &str| property::text(text));
