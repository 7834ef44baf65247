//! Handing an address to other apps.
//!
//! <https://developer.mozilla.org/docs/Web/API/Navigator/share>. It needs a press and may be missing or refused;
//! then copying is left.

use wasm_bindgen::JsValue;

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

/// Opens that sheet with a text as a file; `false` where the browser hands on no files.
pub fn share_file(name: &str, text: &str) -> bool {
    let kind = js::record(&[("type", "text/plain".into())]);
    let parts = js::list(&[text.into()]).into();
    let Ok(file) = js::make("File", &[parts, name.into(), kind]) else { return false };
    let data = js::record(&[("files", js::list(&[file]).into())]);
    let can = js::call(&js::navigator(), "canShare", core::slice::from_ref(&data));
    if can.ok().as_ref().and_then(JsValue::as_bool) != Some(true) {
        return false;
    }
    if let Ok(answer) = js::call(&js::navigator(), "share", &[data]) {
        js::answered(&answer, drop);
    }
    true
}
