//! What comes behind the first screen: the rest of the program with the library's words, then the figures.
//!
//! `public/boot.js` fetches them and tells of each with an event, whose `detail` is the file's text.

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::js;
use super::listener::{Listener, Watch};

/// The event on the window; cancelled when the words are of no use.
const ARRIVAL: &str = "unknot-rest";
/// The same for the figures.
const FIGURES: &str = "unknot-figures";

/// Calls `on` with the words when they have come; it answers whether they are the right ones.
///
/// A wrong file makes the page show its panel, as for any file that is damaged.
pub fn watch(on: impl FnMut(&'static str) -> bool + 'static) -> Watch {
    watch_event(ARRIVAL, Box::new(on))
}

/// Calls `on` with the sheet of figures when it has come; it answers whether it is the right one.
///
/// A wrong file is asked for a few times more; the app goes on with words alone.
pub fn watch_figures(on: impl FnMut(&'static str) -> bool + 'static) -> Watch {
    watch_event(FIGURES, Box::new(on))
}

fn watch_event(event: &'static str, mut on: Box<dyn FnMut(&'static str) -> bool>) -> Watch {
    let taken = move |event: Event| {
        let text = js::get(&event, "detail").as_string().unwrap_or_default();
        // It is read in place for as long as the page lives.
        if !on(String::leak(text)) {
            event.prevent_default();
        }
    };
    let window: JsValue = js::window();
    Watch::holding([Listener::on(&window, event, taken)])
}
