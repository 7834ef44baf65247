//! The static shell, which stands in for Home until Home itself is needed.
//!
//! `index.html` shows what Home would to somebody who has told and done nothing yet, so nothing has to be made before
//! the first tap: the start is over sooner, and a tap on a routine never waits for a Home that nobody looks at.

use std::sync::atomic::{AtomicBool, Ordering};

use super::context::App;
use super::watched::Watched;
use crate::platform::document;
use leptos::prelude::StoredValue;

/// What of the static shell is still there.
pub struct StandIn {
    stands: Watched<bool>,
    /// Whether it is in the page, seen or not.
    there: AtomicBool,
}

impl StandIn {
    /// Lets the shell stand where it shows just what Home would.
    pub fn new(shows_home: bool) -> Self {
        Self { stands: Watched::new(shows_home), there: AtomicBool::new(true) }
    }

    /// Whether the shell is what is seen; tracked.
    pub fn stands(&self) -> bool {
        self.stands.get()
    }

    /// Takes the answers tapped on the shell, whose links would do the same with one more step for the back gesture.
    pub fn listen(&'static self, app: &'static App) {
        let taken = move |address: &str| {
            let ours = self.stands.peek();
            if ours {
                app.arrive(address);
            }
            ours
        };
        StoredValue::new_local(document::watch_links("#app [data-action=choose]", taken));
    }

    /// Brings the shell's one changing line up to date: the words of the element with this role, and its state.
    pub fn tell(&self, role: &str, state: &str, words: &str) {
        let selector = ["#app [data-role=", role, "]"].concat();
        document::write_line(&selector, state, words);
    }

    /// Asks for Home itself.
    pub fn give_way(&self) {
        self.stands.set(false);
    }

    /// Takes the shell away, the first time that something else is about to be shown.
    pub fn leave(&self) {
        self.stands.set_quietly(false);
        if self.there.swap(false, Ordering::Relaxed) {
            document::remove("#app > .page");
        }
    }
}
