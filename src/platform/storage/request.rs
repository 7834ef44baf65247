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

/// Kept when `on_done` fires on a request or transaction, refused with its error when it fails.
pub(super) fn settled(source: &JsValue, on_done: &str) -> Promise {
    Promise::new(&mut |resolve, reject| {
        js::set(source, on_done, &resolve);
        let of = source.clone();
        let fail: JsValue = Closure::<dyn FnMut()>::new(move || {
            reject.call1(&JsValue::UNDEFINED, &js::get(&of, "error")).ok();
        })
        .into_js_value();
        js::set(source, "onerror", &fail);
        js::set(source, "onabort", &fail);
    })
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
