//! Whether the page is seen, hidden, frozen or being left.
//!
//! <https://developer.mozilla.org/docs/Web/API/Document/visibilitychange_event> and
//! <https://developer.chrome.com/docs/web-platform/page-lifecycle-api>. `freeze` and `resume` come from
//! Chromium only; `pagehide` and `pageshow` come everywhere, so whoever stores a session does it on
//! [`Change::Hidden`] and [`Change::PageHide`].

use core::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::js;
use super::listener::Listener;

pub use super::listener::Watch;

/// What has just happened to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It went to the background or the screen was locked.
    Hidden,
    /// It can be seen again.
    Visible,
    /// The browser is about to stop all its timers.
    Frozen,
    /// Its timers run again.
    Resumed,
    /// It is being left, or kept for a later return.
    PageHide,
    /// It is shown.
    PageShow {
        /// Whether it came back from the browser's memory with its state, rather than being loaded.
        persisted: bool,
    },
}

/// Where an event comes from, its name, and how it is read.
type Source<'a> = (&'a JsValue, &'static str, fn(&Event) -> Change);

/// Whether the page is hidden now; `false` where the browser does not say.
pub fn is_hidden() -> bool {
    js::is_true(&js::get(&js::window(), "document"), "hidden")
}

/// Calls `on` at every change until the watch is dropped.
pub fn watch(on: impl FnMut(Change) + 'static) -> Watch {
    let on: Rc<RefCell<dyn FnMut(Change)>> = Rc::new(RefCell::new(on));
    let window = js::window();
    let document = js::get(&window, "document");
    let sources: [Source<'_>; 5] =
        [
            (&document, "visibilitychange", |_| {
                if is_hidden() { Change::Hidden } else { Change::Visible }
            }),
            (&document, "freeze", |_| Change::Frozen),
            (&document, "resume", |_| Change::Resumed),
            (&window, "pagehide", |_| Change::PageHide),
            (&window, "pageshow", |event| Change::PageShow {
                persisted: js::is_true(event, "persisted"),
            }),
        ];
    Watch::holding(sources.map(|(target, kind, read)| {
        let on = Rc::clone(&on);
        Listener::on(target, kind, move |event| {
            // A change that arrives while one is being handled is already covered by that handling.
            if let Ok(mut on) = on.try_borrow_mut() {
                on(read(&event));
            }
        })
    }))
}
