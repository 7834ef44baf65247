//! The tests' hands in the browser: put a fake in place, fire an event, wait, read a field.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/tests/browser/fakes.js")]
extern "C" {
    #[wasm_bindgen(js_name = replace)]
    fn replace_raw(object: &JsValue, name: &str, value: &JsValue) -> Function;
    #[wasm_bindgen(js_name = throwing)]
    fn throwing_raw(object: &JsValue, name: &str, kind: &str) -> Function;
    #[wasm_bindgen(js_name = keepContexts)]
    fn keep_contexts_raw() -> Function;
    #[wasm_bindgen(js_name = offlineContexts)]
    fn offline_contexts_raw(seconds: f64) -> Function;
    #[wasm_bindgen(js_name = steppedContexts)]
    fn stepped_contexts_raw(step_millis: f64) -> Function;
    #[wasm_bindgen(js_name = recordStarts)]
    fn record_starts_raw() -> Function;
    #[wasm_bindgen(js_name = forceState)]
    fn force_state_raw(context: &JsValue, state: &str) -> Function;

    #[wasm_bindgen(js_name = failNth)]
    fn fail_nth_raw(name: &str, nth: u32, kind: &str) -> Function;
    #[wasm_bindgen(js_name = heldDatabase)]
    fn held_database_raw(layout: u32, stores: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = removeDatabase)]
    fn remove_database_raw() -> Promise;
    #[wasm_bindgen(js_name = putRaw)]
    fn put_raw_raw(database: &JsValue, store: &str, key: &str, value: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = openDatabases)]
    fn open_databases_raw() -> Promise;

    /// A function that records its calls in `.calls` and answers `answer`.
    pub(crate) fn recorder(answer: &JsValue) -> JsValue;
    /// A function that throws.
    pub(crate) fn thrower(kind: &str) -> JsValue;
    /// A function whose promise is refused.
    pub(crate) fn rejected(kind: &str) -> JsValue;
    /// A function whose promise never settles.
    pub(crate) fn silent() -> JsValue;
    /// Keeps the page busy.
    pub(crate) fn block(millis: f64);
    /// Fires a cancelable event and answers whether its default was prevented.
    pub(crate) fn fire(target: &JsValue, kind: &str, fields: &JsValue) -> bool;
    /// Presses a key and answers whether its default was prevented.
    pub(crate) fn press(target: &JsValue, key: &str, fields: &JsValue) -> bool;
    #[wasm_bindgen(js_name = wakeLock)]
    pub(crate) fn wake_lock() -> JsValue;
    pub(crate) fn synthesis(voices: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = lineClass)]
    pub(crate) fn line_class() -> JsValue;
    #[wasm_bindgen(js_name = audioSession)]
    pub(crate) fn audio_session(known: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = mediaSession)]
    pub(crate) fn media_session(unknown: &str) -> JsValue;
    pub(crate) fn worker(state: &str) -> JsValue;
    pub(crate) fn registration(fields: &JsValue) -> JsValue;
    pub(crate) fn container(registration: &JsValue, controller: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = "move")]
    pub(crate) fn move_worker(registration: &JsValue, from: &str, to: &str, state: &str);
    #[wasm_bindgen(js_name = peak)]
    fn peak_raw(context: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = onsets)]
    fn onsets_raw(context: &JsValue) -> Promise;
}

/// The nth call of this method of the database throws, or aborts its transaction (`abort`).
pub(crate) fn fail_nth(name: &str, nth: u32, kind: &str) -> Undo {
    Undo(fail_nth_raw(name, nth, kind))
}

/// A connection as an old tab holds it: it never gives way. Layout 0 takes the database as it is.
pub(crate) async fn held_database(layout: u32, stores: &[&str]) -> JsValue {
    JsFuture::from(held_database_raw(layout, &list(stores))).await.unwrap()
}

/// Takes the whole database away.
pub(crate) async fn remove_database() {
    JsFuture::from(remove_database_raw()).await.unwrap();
}

/// Puts a value of any kind under a key.
pub(crate) async fn put_raw(database: &JsValue, store: &str, key: &str, value: &JsValue) {
    JsFuture::from(put_raw_raw(database, store, key, value)).await.unwrap();
}

/// Names and layouts of the databases there are.
pub(crate) async fn open_databases() -> Vec<String> {
    let all = JsFuture::from(open_databases_raw()).await.unwrap();
    Array::from(&all).iter().filter_map(|it| it.as_string()).collect()
}

/// Renders an offline context and answers its loudest sample, 0 to 1 and beyond.
pub(crate) async fn peak(context: &JsValue) -> f64 {
    JsFuture::from(peak_raw(context)).await.unwrap().as_f64().unwrap()
}

/// Puts the real thing back when dropped.
pub(crate) struct Undo(Function);

impl Undo {
    /// What the fake has recorded or kept under `name`.
    pub(crate) fn recorded(&self, name: &str) -> Array {
        get(&self.0, name).unchecked_into()
    }
}

impl Drop for Undo {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).unwrap();
    }
}

pub(crate) fn replace(object: &JsValue, name: &str, value: impl Into<JsValue>) -> Undo {
    Undo(replace_raw(object, name, &value.into()))
}

pub(crate) fn throwing(object: &JsValue, name: &str, kind: &str) -> Undo {
    Undo(throwing_raw(object, name, kind))
}

pub(crate) fn keep_contexts() -> Undo {
    Undo(keep_contexts_raw())
}

pub(crate) fn offline_contexts(seconds: f64) -> Undo {
    Undo(offline_contexts_raw(seconds))
}

pub(crate) fn stepped_contexts(step_millis: f64) -> Undo {
    Undo(stepped_contexts_raw(step_millis))
}

pub(crate) fn record_starts() -> Undo {
    Undo(record_starts_raw())
}

pub(crate) fn force_state(context: &JsValue, state: &str) -> Undo {
    Undo(force_state_raw(context, state))
}

/// Renders an offline context and answers where sound begins, in milliseconds.
pub(crate) async fn onsets(context: &JsValue) -> Vec<f64> {
    let found = JsFuture::from(onsets_raw(context)).await.unwrap();
    Array::from(&found).iter().filter_map(|at| at.as_f64()).collect()
}

pub(crate) fn window() -> JsValue {
    js_sys::global().into()
}

/// The page's clock, in milliseconds.
pub(crate) fn now() -> f64 {
    web_sys::window().unwrap().performance().unwrap().now()
}

pub(crate) fn navigator() -> JsValue {
    get(&window(), "navigator")
}

pub(crate) fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

pub(crate) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// Calls a method with the given numbers; what it answers as a number, or NaN.
pub(crate) fn ask(object: &JsValue, method: &str, given: &[f64]) -> f64 {
    let given: Array = given.iter().copied().map(JsValue::from_f64).collect();
    let answer = Function::from(get(object, method)).apply(object, &given).unwrap();
    answer.as_f64().unwrap_or(f64::NAN)
}

pub(crate) fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap()
}

pub(crate) fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap()
}

/// A plain object made of fields.
pub(crate) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new().into();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object
}

pub(crate) fn list(values: &[&str]) -> JsValue {
    values.iter().map(|value| JsValue::from_str(value)).collect::<Array>().into()
}

/// Lets `millis` pass; 0 lets everything that is ready run.
pub(crate) async fn wait(millis: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        gloo_timers::callback::Timeout::new(millis, move || {
            resolve.call0(&JsValue::NULL).unwrap();
        })
        .forget();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until `done`, at most five seconds.
pub(crate) async fn wait_until(done: impl Fn() -> bool) {
    let end = now() + 5_000.0;
    while !done() && now() < end {
        wait(10).await;
    }
}

/// A diary and a callback that writes into it.
pub(crate) fn diary<T: 'static>() -> (Rc<RefCell<Vec<T>>>, impl Fn(T) + 'static) {
    let diary = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&diary);
    (diary, move |entry| writer.borrow_mut().push(entry))
}

/// Adds an element to the page; it goes when dropped.
pub(crate) struct Scrap(pub(crate) web_sys::Element);

impl Scrap {
    pub(crate) fn add(tag: &str) -> Self {
        let element = document().create_element(tag).unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }
}

impl Drop for Scrap {
    fn drop(&mut self) {
        self.0.remove();
    }
}
