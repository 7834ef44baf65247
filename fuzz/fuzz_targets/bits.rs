//! Any bits in a frame that checks.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/link/frame.rs"]
mod frame;
#[path = "../property.rs"]
mod property;

fuzz_target!(|bytes: &[u8]| property::bits(bytes, frame::close));
