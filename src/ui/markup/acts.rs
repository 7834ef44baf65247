//! What an element does and follows, behind one pointer.
//!
//! `Box<dyn FnMut()>` would do, but its table also holds the way to call it once and for all, which nobody goes: some
//! 50 bytes of WebAssembly for each of several hundred closures.

use leptos::ev::Event;

/// Does something.
pub(super) trait Act {
    fn act(&mut self);
}

impl<F: FnMut()> Act for F {
    fn act(&mut self) {
        self();
    }
}

/// Does something about an event.
pub(super) trait ActOn {
    fn act_on(&mut self, event: Event);
}

impl<F: FnMut(Event)> ActOn for F {
    fn act_on(&mut self, event: Event) {
        self(event);
    }
}

/// Tells what something is now.
pub(super) trait Tell<T> {
    fn tell(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Tell<T> for F {
    fn tell(&mut self) -> T {
        self()
    }
}
