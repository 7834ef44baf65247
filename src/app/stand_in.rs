//! The static shell, which stands in for Home until Home itself is needed.
//!
//! `index.html` shows what Home would to somebody who has told and done nothing yet. So nothing has to be made before
//! the first tap: the start is over sooner, and a tap on a routine never waits for a Home that nobody looks at. Home
//! itself comes with the rest of the program: at the first answer, or when something of the person belongs there.

use std::sync::atomic::{AtomicBool, Ordering};

use super::context::App;
use super::watched::Watched;
use crate::platform::document;
use leptos::prelude::StoredValue;

/// What of the static shell is still there.
pub struct StandIn {
    /// Whether it shows just what Home would.
    suffices: Watched<bool>,
    /// Whether it is in the page, seen or not.
    there: AtomicBool,
}

impl StandIn {
    /// Starts with the shell in the page; `suffices` where it shows just what Home would.
    pub fn new(suffices: bool) -> Self {
        Self { suffices: Watched::new(suffices), there: AtomicBool::new(true) }
    }

    /// Whether the shell is all that Home has to be; tracked.
    pub fn suffices(&self) -> bool {
        self.suffices.get()
    }

    /// Whether the shell can be seen in Home's place until `is_here`; tracked.
    pub fn stands(&self, is_here: bool) -> bool {
        self.suffices() || (!is_here && self.there.load(Ordering::Relaxed))
    }

    /// Takes the answers tapped on the shell, whose links would do the same with one more step for the back gesture.
    pub fn listen(&'static self, app: &'static App) {
        let taken = move |address: &str| {
            let ours = self.there.load(Ordering::Relaxed);
            if ours {
                app.arrive(address);
            }
            ours
        };
        StoredValue::new_local(document::watch_links(
            "#app [data-action=choose]",
            "aria-current",
            taken,
        ));
    }

    /// Brings the shell's one changing line up to date: the words of the element with this role, and its state.
    pub fn tell(&self, role: &str, state: &str, words: &str) {
        let selector = ["#app [data-role=", role, "]"].concat();
        document::write_line(&selector, state, words);
    }

    /// Asks for Home itself, as soon as it can be shown.
    pub fn give_way(&self) {
        self.suffices.set(false);
    }

    /// Takes the shell away, the first time that something else is about to be shown.
    pub fn leave(&self) {
        self.suffices.set_quietly(false);
        if self.there.swap(false, Ordering::Relaxed) {
            document::remove("#app > .page");
        }
    }
}
