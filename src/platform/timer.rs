//! One-shot timers, cancelled when dropped.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/setTimeout> through `gloo-timers`. A timer is a wake-up
//! and never a clock: it may come late, and not at all while the page is frozen.

use gloo_timers::callback::Timeout;

use crate::domain::time::Span;

/// The longest wait a browser keeps, in milliseconds (about 24.8 days); it fires a longer one at once.
const LONGEST_MILLIS: u32 = i32::MAX.cast_unsigned();

/// A wake-up that has been asked for; dropping it cancels it.
#[must_use = "the wake-up is cancelled when this is dropped"]
pub struct Timer {
    _timeout: Timeout,
}

impl Timer {
    /// Calls `on_time` once, `wait` from now or somewhat later; waits over 24.8 days are cut to that.
    pub fn after(wait: Span, on_time: impl FnOnce() + 'static) -> Self {
        Self { _timeout: Timeout::new(wait.millis().min(LONGEST_MILLIS), on_time) }
    }
}
