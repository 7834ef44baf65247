//! The clipboard, in a tap.
//!
//! <https://developer.mozilla.org/docs/Web/API/Clipboard>. Writing works in every browser of today on a secure page;
//! reading asks the person (iPhones show a bubble, Chrome a question), and Firefox before 125 has no reading at all.

use wasm_bindgen::JsValue;

use super::js;

/// Whether the browser can be asked for what was copied.
pub fn can_read() -> bool {
    js::get(&clipboard(), "readText").is_function()
}

/// Asks for the text that was copied; `None` where the person or the browser refuses.
pub fn read(on_answer: impl FnOnce(Option<String>) + 'static) {
    match js::call(&clipboard(), "readText", &[]) {
        Ok(asked) => {
            js::answered(&asked, |text| on_answer(text.ok().and_then(|text| text.as_string())));
        }
        Err(_) => on_answer(None),
    }
}

/// Copies a text; whether it is on the clipboard now.
pub fn write(text: &str, on_answer: impl FnOnce(bool) + 'static) {
    match js::call(&clipboard(), "writeText", &[JsValue::from_str(text)]) {
        Ok(asked) => js::answered(&asked, |done| on_answer(done.is_ok())),
        Err(_) => on_answer(false),
    }
}

fn clipboard() -> JsValue {
    js::get(&js::navigator(), "clipboard")
}
