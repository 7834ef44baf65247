//! Word of an element that comes into view.
//!
//! <https://developer.mozilla.org/docs/Web/API/IntersectionObserver>. A browser without it counts everything as
//! in view.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::js;

/// How far from the screen's edge an element counts as in view.
const MARGIN: &str = "200px";

/// A watch on one element; dropping it ends the watch.
#[must_use = "the watch ends when this is dropped"]
pub struct InView {
    observer: JsValue,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl InView {
    /// Calls `on_seen` once the element is in view or nearly so; `None` where it was called at once.
    pub fn watch(element: &Element, on_seen: impl FnOnce() + 'static) -> Option<Self> {
        if js::find(&js::window(), "IntersectionObserver").is_none() {
            on_seen();
            return None;
        }
        let mut on_seen = Some(on_seen);
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if entries.iter().any(|it| js::is_true(&it, "isIntersecting"))
                && let Some(on_seen) = on_seen.take()
            {
                on_seen();
            }
        });
        let options = js::record(&[("rootMargin", MARGIN.into())]);
        let callback = seen.as_ref().unchecked_ref::<JsValue>().clone();
        let observer = js::make("IntersectionObserver", &[callback, options]).ok()?;
        js::call(&observer, "observe", &[element.into()]).ok()?;
        Some(Self { observer, _seen: seen })
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        // Nothing is left to do when the browser refuses: it watches an element that is gone.
        js::call(&self.observer, "disconnect", &[]).ok();
    }
}
