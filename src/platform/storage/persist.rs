//! Asks the browser not to clear the app's data when space runs short.
//!
//! <https://developer.mozilla.org/docs/Web/API/StorageManager/persist> (Chrome 55, iOS 15.2). A browser may
//! ask the person, decide by itself, or not answer at all.

use wasm_bindgen::JsValue;

use crate::platform::js;

/// Hands over whether the browser keeps what is stored here until the person clears it, without asking for it.
///
/// `on_answer` gets `None` where the browser does not say, and is never called when it never answers.
pub fn persisted(on_answer: impl FnOnce(Option<bool>) + 'static) {
    answer("persisted", on_answer);
}

/// Asks for lasting storage and hands over the answer: `None` where the browser has no such promise to give.
///
/// `on_answer` is never called when the browser never answers.
pub fn persist(on_answer: impl FnOnce(Option<bool>) + 'static) {
    answer("persist", on_answer);
}

fn answer(question: &str, on_answer: impl FnOnce(Option<bool>) + 'static) {
    match js::call(&js::get(&js::navigator(), "storage"), question, &[]) {
        Ok(promise) => js::answered(&promise, move |answer| {
            on_answer(answer.ok().as_ref().and_then(JsValue::as_bool));
        }),
        Err(_) => on_answer(None),
    }
}
