//! What a request to the database comes to.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;

use crate::domain::time::Span;
use crate::platform::js;
use crate::platform::timer::Timer;

/// What is said instead of an answer that does not come.
const LATE: &str = "late";
/// The lock of a page that opens the database.
const LOCK: &str = "unknot.opening";

/// Kept when `on_done` fires on a request or transaction, refused with its error when it fails.
pub(super) fn settled(source: &JsValue, on_done: &str) -> Promise {
    Promise::new(&mut |resolve, reject| {
        js::set(source, on_done, &resolve);
        // Of the event's, so that this holds nothing that holds it: each request can be forgotten.
        let fail: JsValue = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let error = js::get(&js::get(&event, "target"), "error");
            reject.call1(&JsValue::UNDEFINED, &error).ok();
        })
        .into_js_value();
        js::set(source, "onerror", &fail);
        js::set(source, "onabort", &fail);
    })
}

/// Holds a lock until `opened` is settled, where the browser has locks. It is shared: nobody ever waits for it.
///
/// A page that is left while its database opens may be frozen, and every later opening waits behind that one. Chromium lets a
/// frozen page with a lock go, and its opening with it, as soon as somebody asks who has locks: see [`end_frozen`].
pub(super) fn locked_while(opened: &Promise) {
    let Some(locks) = locks() else { return };
    let opened = JsValue::from(opened.clone());
    let until = Closure::<dyn FnMut() -> JsValue>::new(move || opened.clone()).into_js_value();
    let shared = js::record(&[("mode", "shared".into())]);
    if let Ok(lock) = js::call(&locks, "request", &[LOCK.into(), shared, until]) {
        // It is refused with the opening, whose own failure is told where it is waited for.
        js::answered(&lock, drop);
    }
}

/// Has the browser let go of frozen pages that have a lock.
pub(super) fn end_frozen() {
    if let Some(locks) = locks() {
        js::settle(&locks, "query");
    }
}

fn locks() -> Option<JsValue> {
    js::find(&js::navigator(), "locks")
}

/// The promise, or a refusal when it takes longer than `patience`.
pub(super) async fn in_time(patience: Span, promise: Promise) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let late = Promise::new(&mut |_: Function, reject: Function| {
        timer = Some(Timer::after(patience, move || {
            reject.call1(&JsValue::UNDEFINED, &LATE.into()).ok();
        }));
    });
    let first = Promise::race(&js::list(&[promise.into(), late.into()]));
    let outcome = JsFuture::from(first).await;
    drop(timer);
    outcome
}
