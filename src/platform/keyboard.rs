//! Keys pressed anywhere on the page.
//!
//! <https://developer.mozilla.org/docs/Web/API/Element/keydown_event>. Keys held with Ctrl, Alt or Meta and
//! keys of an unfinished word in an input method are left to the browser.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::js;
use super::listener::Listener;

pub use super::listener::Watch;

const EDITABLE: &str = "input, textarea, select, [contenteditable]";
const CONTROL: &str = "button, a[href], summary, [role=button], [role=switch], [role=tab]";

/// What had the focus when a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing that uses keys itself.
    Page,
    /// A button or link, which uses space or enter itself.
    Control,
    /// A field that takes the keys as input.
    Editable,
}

/// One key press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The key's name, such as `" "`, `"ArrowRight"` or `"Escape"`.
    pub key: String,
    /// What had the focus.
    pub target: Target,
    /// Whether the key is being held down.
    pub repeated: bool,
}

/// Calls `on` for every key press until the watch is dropped.
///
/// `on` answers whether it used the key; then the browser does nothing else with it (space does not scroll).
pub fn watch(mut on: impl FnMut(&Press) -> bool + 'static) -> Watch {
    Watch::holding([Listener::on(&js::window(), "keydown", move |event| {
        if let Some(press) = read(&event)
            && on(&press)
        {
            event.prevent_default();
        }
    })])
}

/// A key press with what was held beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key's name, letters as typed, such as `"z"` or `"ArrowUp"`.
    pub key: String,
    /// Whether Ctrl, or Cmd on a Mac, was held.
    pub command: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held.
    pub shift: bool,
    /// What had the focus.
    pub target: Target,
}

/// What a key press was; `None` for another event, and for a key of an unfinished word.
pub fn chord(event: &Event) -> Option<Chord> {
    if js::is_true(event, "isComposing") || js::is_true(event, "defaultPrevented") {
        return None;
    }
    Some(Chord {
        key: js::text(event, "key")?,
        command: js::is_true(event, "ctrlKey") || js::is_true(event, "metaKey"),
        alt: js::is_true(event, "altKey"),
        shift: js::is_true(event, "shiftKey"),
        target: target(event),
    })
}

/// Calls `on` for every key press with Ctrl or Cmd until the watch is dropped.
///
/// `on` answers whether it used the key; then the browser does nothing else with it.
pub fn watch_commands(mut on: impl FnMut(&Chord) -> bool + 'static) -> Watch {
    Watch::holding([Listener::on(&js::window(), "keydown", move |event| {
        if let Some(chord) = chord(&event).filter(|it| it.command)
            && on(&chord)
        {
            event.prevent_default();
        }
    })])
}

fn read(event: &Event) -> Option<Press> {
    let left_alone = ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"];
    if left_alone.into_iter().any(|flag| js::is_true(event, flag)) {
        return None;
    }
    let key = js::text(event, "key")?;
    Some(Press { key, target: target(event), repeated: js::is_true(event, "repeat") })
}

fn target(event: &Event) -> Target {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |kinds| {
        element.as_ref().is_some_and(|element| matches!(element.closest(kinds), Ok(Some(_))))
    };
    if inside(EDITABLE) {
        Target::Editable
    } else if inside(CONTROL) {
        Target::Control
    } else {
        Target::Page
    }
}
