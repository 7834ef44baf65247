//! What comes behind the first screen: the rest of the program, then the library's words.
//!
//! `public/boot.js` fetches both and tells of it with one event, whose `detail` is the words.

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::js;
use super::listener::{Listener, Watch};

/// The event on the window; cancelled when the words are of no use.
const ARRIVAL: &str = "unknot-rest";

/// Calls `on` with the words when they have come; it answers whether they are the right ones.
///
/// A wrong file makes the page show its panel, as for any file that is damaged.
pub fn watch(mut on: impl FnMut(&'static str) -> bool + 'static) -> Watch {
    let taken = move |event: Event| {
        let words = js::get(&event, "detail").as_string().unwrap_or_default();
        // They are read in place for as long as the page lives.
        if !on(String::leak(words)) {
            event.prevent_default();
        }
    };
    let window: JsValue = js::window();
    Watch::holding([Listener::on(&window, ARRIVAL, taken)])
}
