//! The browser's own way to print.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/print>. Some in-app browsers lack it; then nothing happens.

use super::js;

/// Opens it for the page as it stands, in a tap.
pub fn page() {
    // Nothing can be done where it is missing or refused.
    js::call(&js::window(), "print", &[]).ok();
}
