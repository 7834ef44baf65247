//! Careful access to objects that a browser may lack, hide behind an error, or have half of.
//!
//! Every read of something absent is `undefined` and every call that cannot be made is an `Err`, so that the
//! adapters need no separate support check for each method.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Reads `object.name`; `undefined` when `object` is no object or the getter throws.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Reads `object.name` as something that is there: neither `undefined` nor `null`.
pub(super) fn find(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = get(object, name);
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Reads `object.name` as text.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// Reads `object.name` as a number; 0 where it is none.
pub(super) fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or(0.0)
}

/// Whether `object.name` is exactly `true`.
pub(super) fn is_true(object: &JsValue, name: &str) -> bool {
    get(object, name).as_bool() == Some(true)
}

/// Sets `object.name`, and answers whether that could be done.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) -> bool {
    Reflect::set(object, &JsValue::from_str(name), value).unwrap_or(false)
}

/// Calls `object.name(arguments)`; a missing method and a thrown error are both an `Err`.
pub(super) fn call(
    object: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let method = get(object, name).dyn_into::<Function>()?;
    method.apply(object, &list(arguments))
}

/// Makes `new class(arguments)` of the window's class of that name; a missing class is an `Err`.
pub(super) fn make(class: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let class = get(&window(), class).dyn_into::<Function>()?;
    Reflect::construct(&class, &list(arguments))
}

/// A plain object with the given fields.
pub(super) fn record(fields: &[(&str, JsValue)]) -> JsValue {
    let object = JsValue::from(Object::new());
    for (name, value) in fields {
        set(&object, name, value);
    }
    object
}

/// The window, or the global object where there is none.
pub(super) fn window() -> JsValue {
    JsValue::from(js_sys::global())
}

/// The window's `navigator`, or `undefined`.
pub(super) fn navigator() -> JsValue {
    get(&window(), "navigator")
}

/// Waits for `value` if it is a promise, then hands the outcome to `on_answer`.
pub(super) fn answered(
    value: &JsValue,
    on_answer: impl FnOnce(Result<JsValue, JsValue>) + 'static,
) {
    let promise = JsFuture::from(Promise::resolve(value));
    spawn_local(async move { on_answer(promise.await) });
}

/// Starts `object.name()` and takes its outcome in silence, so that a refusal is no "unhandled" error.
pub(super) fn settle(object: &JsValue, name: &str) {
    if let Ok(value) = call(object, name, &[]) {
        answered(&value, drop);
    }
}

/// The values as an array.
pub(super) fn list(values: &[JsValue]) -> Array {
    let list = Array::new();
    for value in values {
        list.push(value);
    }
    list
}
