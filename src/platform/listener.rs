//! Event listeners that are removed when their handle is dropped.
//!
//! <https://developer.mozilla.org/docs/Web/API/EventTarget/addEventListener>

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// One listener on one target; dropping it removes the listener.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens for `kind` on `target`; `None` where the target takes no listeners.
    pub(super) fn on(
        target: &JsValue,
        kind: &'static str,
        handler: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let target = target.clone().unchecked_into::<EventTarget>();
        let handler = Closure::<dyn FnMut(Event)>::new(handler);
        target.add_event_listener_with_callback(kind, handler.as_ref().unchecked_ref()).ok()?;
        Some(Self { target, kind, handler })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        // Nothing is left to do when the browser refuses: the closure goes away with this handle.
        self.target.remove_event_listener_with_callback(self.kind, handler).ok();
    }
}

/// A standing watch on some browser events; dropping it ends the watch.
#[must_use = "the watch ends when this is dropped"]
pub struct Watch {
    _listeners: Vec<Listener>,
}

impl Watch {
    /// Holds the listeners that could be added.
    pub(super) fn holding(listeners: impl IntoIterator<Item = Option<Listener>>) -> Self {
        Self { _listeners: listeners.into_iter().flatten().collect() }
    }
}
