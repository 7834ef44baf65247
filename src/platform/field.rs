//! Fields of a form, as the program writes them, and what an event came from.
//!
//! <https://developer.mozilla.org/docs/Web/API/HTMLInputElement/value>. Text areas and lists have the same
//! properties. Writing an attribute would not do: once a person has typed, the field no longer follows it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::js;

/// Writes `value` into a field; one in which the person is typing is left alone.
pub fn write(field: &Element, value: &str) {
    if !has_focus(field) || js::text(field, "type").is_some_and(|it| it.starts_with("select")) {
        js::set(field, "value", &value.into());
    }
}

/// Ticks a box, or takes its tick away.
pub fn tick(field: &Element, on: bool) {
    js::set(field, "checked", &on.into());
}

/// Writes `value` into the field that `event` came from, also while the person is in it.
pub fn write_target(event: &Event, value: &str) {
    let Some(target) = event.target() else { return };
    if js::text(&target, "value").is_some_and(|it| it != value) {
        js::set(&target, "value", &value.into());
    }
}

/// The attribute `name` of what `event` came from, or of the nearest element around that has it.
pub fn told(event: &Event, name: &str) -> Option<String> {
    let element = event.target().and_then(|it| it.dyn_into::<Element>().ok())?;
    let selector = ["[", name, "]"].concat();
    element.closest(&selector).ok().flatten()?.get_attribute(name)
}

fn has_focus(field: &Element) -> bool {
    let document = js::get(&js::window(), "document");
    js::get(&document, "activeElement") == JsValue::from(field.clone())
}
