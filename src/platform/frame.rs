//! Work that can wait until what a tap changed has been painted.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/requestAnimationFrame>: the first callback runs before
//! the next paint, the second after it. A hidden page paints nothing, so there the work is done at once.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::{js, visibility};

/// Waits until what is shown now has been painted.
pub async fn painted() {
    let painted = Promise::new(&mut |resolve, _| {
        after_paint(move || {
            resolve.call0(&JsValue::UNDEFINED).ok();
        });
    });
    JsFuture::from(painted).await.ok();
}

/// Calls `run` once, after the next paint, some 16 to 33 ms from now; at once when nothing is painted.
pub fn after_paint(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    if visibility::is_hidden() {
        run();
    } else {
        next_frame(Box::new(move || next_frame(run)));
    }
}

/// Calls `run` before the next paint.
pub(super) fn next_frame(run: Box<dyn FnOnce()>) {
    // A browser without frames has nothing to wait for; the closure then goes away unused.
    let run: JsValue = Closure::once_into_js(run);
    js::call(&js::window(), "requestAnimationFrame", &[run]).ok();
}
