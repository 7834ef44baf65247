//! Vibration, on the phones that have it.
//!
//! <https://developer.mozilla.org/docs/Web/API/Navigator/vibrate>. Chrome and Samsung on Android vibrate after
//! the first tap while the page is seen. iPhones never do, and Firefox on Android accepts the call and does
//! nothing, so nothing may depend on it.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::js;

/// Vibrates with `pattern`, in milliseconds on, off, on …; an empty pattern stops.
///
/// Answers `false` when the phone cannot or will not.
pub fn vibrate(pattern: &[u32]) -> bool {
    let steps: Array = pattern.iter().copied().map(JsValue::from).collect();
    js::call(&js::navigator(), "vibrate", &[steps.into()])
        .is_ok_and(|answer| answer.as_bool() == Some(true))
}

/// Whether the browser has the call at all; having it does not promise that anything is felt.
pub fn supported() -> bool {
    js::get(&js::navigator(), "vibrate").is_function()
}
