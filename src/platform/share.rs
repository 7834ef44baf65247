//! Handing a text or an address to other apps.
//!
//! <https://developer.mozilla.org/docs/Web/API/Navigator/share> and
//! <https://developer.mozilla.org/docs/Web/API/Clipboard/writeText>. Both need a press and may be missing or
//! refused; then the other way, or the address to copy by hand, is left.

use super::js;

/// Whether the browser can hand something to another app.
pub fn can_share() -> bool {
    js::find(&js::navigator(), "share").is_some()
}

/// Opens the phone's sheet to hand on an address; a person who closes it again is told nothing.
pub fn share(title: &str, address: &str) {
    let data = js::record(&[("title", title.into()), ("url", address.into())]);
    if let Ok(answer) = js::call(&js::navigator(), "share", &[data]) {
        js::answered(&answer, drop);
    }
}

/// Puts a text into the clipboard; `on_done` is told whether that was done.
pub fn copy(text: &str, on_done: impl FnOnce(bool) + 'static) {
    let clipboard = js::get(&js::navigator(), "clipboard");
    match js::call(&clipboard, "writeText", &[text.into()]) {
        Ok(answer) => js::answered(&answer, |outcome| on_done(outcome.is_ok())),
        Err(_) => on_done(false),
    }
}
