//! Tests of the platform adapters in a real browser.
//!
//! Each fault is put in by a fake in place of the browser's own object; the same test without the fault is
//! its control.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may stop at whatever it did not expect")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

mod audio;
mod database;
mod page;
mod phone;
mod service_worker;
mod sound;
mod speech;
mod storage;
mod support;
mod time;
mod wake_lock;
