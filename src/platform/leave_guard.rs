//! Asks before the page is closed or reloaded while a session runs.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/beforeunload_event>. The browser words the question
//! itself, and asks only after the person has touched the page. iPhones never ask, which is why a session
//! in progress is also stored.

use wasm_bindgen::JsValue;

use super::js;
use super::listener::{Listener, Watch};

/// A guard against closing by mistake; dropping it lets the page go without a question.
#[must_use = "the guard ends when this is dropped"]
pub struct LeaveGuard {
    _watch: Watch,
}

impl LeaveGuard {
    /// Starts to guard the page.
    pub fn hold() -> Self {
        let listener = Listener::on(&js::window(), "beforeunload", |event| {
            event.prevent_default();
            // Older Chromium and Safari ask only when this field is set.
            js::set(&event, "returnValue", &JsValue::TRUE);
        });
        Self { _watch: Watch::holding([listener]) }
    }
}
