//! Reading a square code in a photo.
//!
//! <https://developer.mozilla.org/docs/Web/API/Barcode_Detection_API>: Chrome and Samsung on Android, and Chrome on a
//! Mac. Elsewhere nothing of ours reads codes (`docs/decisions/qr-reading.md`); phones' own cameras do. The photo comes
//! from a file field, which needs no camera permission, and stays in the page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement};

use super::js;

/// What came of a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The text of the first code in it.
    Code(String),
    /// There is no code in it, or it is no picture.
    Nothing,
    /// No photo was chosen.
    NoPhoto,
}

/// Whether this browser reads codes.
pub fn can_read() -> bool {
    js::get(&js::window(), "BarcodeDetector").is_function()
        && js::get(&js::window(), "createImageBitmap").is_function()
}

/// Reads the photo that was chosen in the file field `event` came from; the field is empty afterwards.
pub fn read(event: &Event, on_found: impl FnOnce(Found) + 'static) {
    let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return on_found(Found::NoPhoto) };
    let photo = js::get(&js::get(&field, "files"), "0");
    // Emptied only when it has been read: some browsers let go of the file with the field's value.
    let done = move |found: Found| {
        field.set_value("");
        on_found(found);
    };
    if photo.is_undefined() || photo.is_null() {
        return done(Found::NoPhoto);
    }
    let Ok(bitmap) = js::call(&js::window(), "createImageBitmap", &[photo]) else {
        return done(Found::Nothing);
    };
    js::answered(&bitmap, |bitmap| match bitmap {
        Ok(bitmap) => detect(bitmap, done),
        Err(_) => done(Found::Nothing),
    });
}

fn detect(bitmap: JsValue, on_found: impl FnOnce(Found) + 'static) {
    let formats = js::list(&[JsValue::from_str("qr_code")]);
    let options = js::record(&[("formats", formats.into())]);
    let detector = js::make("BarcodeDetector", &[options]);
    let asked = detector.and_then(|it| js::call(&it, "detect", core::slice::from_ref(&bitmap)));
    match asked {
        Ok(asked) => js::answered(&asked, move |codes| {
            // Its memory is large; a browser that cannot give it back at once does so later.
            js::call(&bitmap, "close", &[]).ok();
            let first = codes.map(|codes| js::get(&codes, "0"));
            let text = first.ok().and_then(|code| js::text(&code, "rawValue"));
            on_found(text.map_or(Found::Nothing, Found::Code));
        }),
        Err(_) => on_found(Found::Nothing),
    }
}
