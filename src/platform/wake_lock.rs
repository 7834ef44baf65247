//! Keeps the screen on while a session runs.
//!
//! <https://developer.mozilla.org/docs/Web/API/Screen_Wake_Lock_API>. The browser takes the lock back whenever
//! the page is hidden, so it is asked for again on return. iPhones have it in home-screen apps from iOS 18.4
//! only, and may refuse outside a tap. Where it is missing or refused the session runs on and the person is told that
//! the screen may turn off.

use core::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;

use super::js;
use super::listener::Listener;
use super::timer::Timer;
use crate::domain::time::Span;

/// How long the browser may take to answer before the lock counts as refused.
const PATIENCE: Span = Span::from_secs(4);

/// Why the screen may turn off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The browser has no wake lock.
    Unsupported,
    /// The browser refused, or did not answer within 4 seconds.
    Denied,
    /// The browser took the lock back, or has not answered yet.
    Released,
}

/// Whether the screen is being kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The screen stays on.
    Yes,
    /// The screen may turn off.
    No(Reason),
}

/// A wish to keep the screen on; dropping it lets the screen sleep again.
#[must_use = "the screen may sleep again when this is dropped"]
pub struct WakeLock {
    state: Rc<State>,
}

impl WakeLock {
    /// Asks for the lock; call it in the Start tap.
    ///
    /// `on_change` is told every outcome. Where the browser has no lock that happens before this returns.
    pub fn request(on_change: impl Fn(Held) + 'static) -> Self {
        let state = Rc::new(State {
            on_change: Box::new(on_change),
            held: Cell::new(Held::No(Reason::Released)),
            asking: Cell::new(None),
            asked: Cell::new(0),
            sentinel: RefCell::new(None),
        });
        state.take();
        Self { state }
    }

    /// Asks again if the lock is not held; call it when the page is seen again and at the next tap.
    pub fn retake(&self) {
        self.state.take();
    }

    /// Whether the screen is being kept on now; `No(Released)` until the browser's first answer.
    pub fn held(&self) -> Held {
        self.state.held.get()
    }
}

struct State {
    on_change: Box<dyn Fn(Held)>,
    held: Cell<Held>,
    /// The patience with a question that has no answer yet.
    asking: Cell<Option<Timer>>,
    /// How many questions were put, so that a late answer to an old one does not end a newer wait.
    asked: Cell<u32>,
    sentinel: RefCell<Option<Sentinel>>,
}

impl State {
    fn take(self: &Rc<Self>) {
        let waiting = self.asking.take();
        if waiting.is_some() || self.held.get() == Held::Yes {
            self.asking.set(waiting);
            return;
        }
        let Some(lock) = js::find(&js::navigator(), "wakeLock") else {
            return self.settle(Held::No(Reason::Unsupported));
        };
        let Ok(promise) = js::call(&lock, "request", &[JsValue::from_str("screen")]) else {
            return self.settle(Held::No(Reason::Denied));
        };
        let asked = self.asked.get().wrapping_add(1);
        self.asked.set(asked);
        let state = Rc::downgrade(self);
        self.asking.set(Some(Timer::after(PATIENCE, move || {
            if let Some(state) = state.upgrade() {
                drop(state.asking.take());
                state.settle(Held::No(Reason::Denied));
            }
        })));
        let state = Rc::downgrade(self);
        js::answered(&promise, move |answer| {
            Self::take_answer(&state, asked, answer);
        });
    }

    fn take_answer(state: &Weak<Self>, asked: u32, answer: Result<JsValue, JsValue>) {
        let sentinel = answer.ok().map(|object| Sentinel::new(object, state));
        // When the wish is gone by now, dropping the sentinel gives the lock straight back.
        let Some(state) = state.upgrade() else { return };
        if state.asked.get() == asked {
            drop(state.asking.take());
        }
        match sentinel {
            Some(sentinel) => {
                drop(state.sentinel.replace(Some(sentinel)));
                state.settle(Held::Yes);
            }
            None if state.sentinel.borrow().is_none() => state.settle(Held::No(Reason::Denied)),
            None => {}
        }
    }

    fn settle(&self, held: Held) {
        self.held.set(held);
        (self.on_change)(held);
    }
}

/// The browser's own object for a lock that is held.
struct Sentinel {
    object: JsValue,
    released: Option<Listener>,
}

impl Sentinel {
    fn new(object: JsValue, state: &Weak<State>) -> Self {
        let state = Weak::clone(state);
        let released = Listener::on(&object, "release", move |_| {
            if let Some(state) = state.upgrade() {
                drop(state.sentinel.take());
                state.settle(Held::No(Reason::Released));
            }
        });
        Self { object, released }
    }
}

impl Drop for Sentinel {
    fn drop(&mut self) {
        drop(self.released.take());
        if !js::is_true(&self.object, "released") {
            js::settle(&self.object, "release");
        }
    }
}
