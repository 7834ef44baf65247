//! Handing an address to other apps.
//!
//! <https://developer.mozilla.org/docs/Web/API/Navigator/share>. It needs a press and may be missing or refused;
//! then copying is left.

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
