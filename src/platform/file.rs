//! Files that a person saves or chooses.
//!
//! <https://developer.mozilla.org/docs/Web/API/Blob> and <https://developer.mozilla.org/docs/Web/API/File>.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

use super::js;
use super::timer::Timer;
use crate::domain::time::Span;

/// How long a file may take to be saved before its text is let go.
const KEPT: Span = Span::from_secs(60);

/// Why a chosen file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than allowed.
    TooLarge,
    /// Gone, or the browser does not let it be read.
    Unreadable,
}

/// Saves `text` as a file; in a tap. Answers whether the browser took it.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_ok()
}

fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js::list(&[text.into()]);
    let blob = js::make("Blob", &[parts.into(), js::record(&[("type", kind.into())])])?;
    let urls = js::get(&js::window(), "URL");
    let address = js::call(&urls, "createObjectURL", &[blob])?;
    let document = js::get(&js::window(), "document");
    let link = js::call(&document, "createElement", &["a".into()])?;
    js::set(&link, "href", &address);
    js::set(&link, "download", &name.into());
    link.dyn_ref::<HtmlElement>().ok_or(JsValue::NULL)?.click();
    let let_go = Timer::after(KEPT, move || {
        js::call(&urls, "revokeObjectURL", &[address]).ok();
    });
    // The text has to outlive the screen that saved it.
    core::mem::forget(let_go);
    Ok(())
}

/// Reads the file that was chosen in the field that `event` came from; hands over its text, or why not. Nothing
/// happens where none was chosen. The field is emptied, so that the same file can be chosen again.
pub fn chosen(
    event: &Event,
    most_bytes: f64,
    on_read: impl FnOnce(Result<String, FileError>) + 'static,
) {
    let Some(field) = event.target() else { return };
    let files = js::get(&field, "files");
    let Ok(file) = js::call(&files, "item", &[0.into()]) else { return };
    if file.is_null() || file.is_undefined() {
        return;
    }
    if js::get(&file, "size").as_f64().is_none_or(|it| it > most_bytes) {
        js::set(&field, "value", &"".into());
        return on_read(Err(FileError::TooLarge));
    }
    match js::call(&file, "text", &[]) {
        Ok(text) => js::answered(&text, move |text| {
            let text = text.ok().as_ref().and_then(JsValue::as_string);
            on_read(text.ok_or(FileError::Unreadable));
        }),
        Err(_) => on_read(Err(FileError::Unreadable)),
    }
    js::set(&field, "value", &"".into());
}
