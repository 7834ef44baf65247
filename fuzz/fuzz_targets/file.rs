//! Any text that somebody chooses as a backup.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../property.rs"]
mod property;

fuzz_target!(|text: &str| drop(property::file(text)));
