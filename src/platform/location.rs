//! The address bar's fragment, which is the app's whole routing.
//!
//! <https://developer.mozilla.org/docs/Web/API/Location/hash>. Exists everywhere; a browser that refuses a
//! change (some do after very many in a few seconds) leaves the address as it was.

use wasm_bindgen::JsValue;

use super::js;
use super::listener::Listener;

pub use super::listener::Watch;

/// The fragment without its `#`, as written in the address; empty when there is none.
pub fn fragment() -> String {
    let hash = js::text(&location(), "hash").unwrap_or_default();
    hash.strip_prefix('#').map(String::from).unwrap_or(hash)
}

/// The address of the app itself, without a fragment; empty where the browser does not say.
pub fn page() -> String {
    let part = |name| js::text(&location(), name).unwrap_or_default();
    [part("origin"), part("pathname")].concat()
}

/// Goes to `fragment` (with or without `#`) as a new entry that the back gesture leaves again.
pub fn set_fragment(fragment: &str) {
    js::set(&location(), "hash", &fragment.into());
}

/// Writes `fragment` (with or without `#`) over the current entry; nothing is announced to [`on_change`].
pub fn replace_fragment(fragment: &str) {
    write_state("replaceState", &JsValue::NULL, Some(fragment));
}

/// The same, with a text that stays with the entry through a reload and is kept nowhere else.
pub fn replace_with_state(fragment: &str, state: &str) {
    write_state("replaceState", &JsValue::from_str(state), Some(fragment));
}

/// Keeps a text with the current entry, through a reload and nowhere else.
pub fn keep_state(state: &str) {
    write_state("replaceState", &JsValue::from_str(state), None);
}

/// The text kept with the current entry, if any.
pub fn state() -> Option<String> {
    js::text(&history(), "state")
}

/// Writes `fragment` (with or without `#`) as a new entry that the back gesture leaves again; nothing is
/// announced to [`on_change`], until the person comes back over it.
pub fn push_fragment(fragment: &str) {
    write_state("pushState", &JsValue::NULL, Some(fragment));
}

/// Without a fragment the address stays.
fn write_state(how: &str, state: &JsValue, fragment: Option<&str>) {
    let mut arguments = vec![state.clone(), JsValue::from_str("")];
    if let Some(fragment) = fragment {
        let address = ["#", fragment.strip_prefix('#').unwrap_or(fragment)].concat();
        arguments.push(JsValue::from_str(&address));
    }
    // A refusal leaves the old address, which still leads to a screen.
    js::call(&history(), how, &arguments).ok();
}

/// Calls `on` with the new fragment whenever it changes, until the watch is dropped.
pub fn on_change(mut on: impl FnMut(String) + 'static) -> Watch {
    Watch::holding([Listener::on(&js::window(), "hashchange", move |_| {
        on(fragment());
    })])
}

/// Goes back one entry, as the back gesture does.
pub fn back() {
    // Without a history there is nowhere to go back to.
    js::call(&history(), "back", &[]).ok();
}

/// Loads the app again.
pub fn reload() {
    // A browser that refuses leaves the page as it is.
    js::call(&location(), "reload", &[]).ok();
}

fn location() -> JsValue {
    js::get(&js::window(), "location")
}

fn history() -> JsValue {
    js::get(&js::window(), "history")
}
