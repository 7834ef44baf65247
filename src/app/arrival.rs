//! What comes behind the first screen, and which screens have to wait for it.

use leptos::prelude::StoredValue;

use super::App;
use super::notices::Kind;
use super::routes::{self, Route};
use super::watched::Watched;
use crate::catalog;
use crate::domain::time::Span;
use crate::platform::timer::Timer;
use crate::platform::{arrival, document};

/// How long a finger may rest on what is tapped, in milliseconds.
const A_TAP_MILLIS: u32 = 400;

/// Whether the rest of the program and the library's words are here.
pub struct Arrival {
    here: Watched<bool>,
}

impl Arrival {
    /// Starts with nothing but the first screen.
    pub fn awaited() -> Self {
        Self { here: Watched::new(false) }
    }

    /// Takes the words in when they come.
    pub fn listen(&'static self, app: &'static App) {
        let taken = move |words: &'static str| match catalog::keep(words) {
            Ok(skipped) => {
                if skipped > 0 {
                    app.notices.add(Kind::Words);
                }
                app.figures.listen();
                // A tap that began on the static page ends on it.
                let all_here = move || self.here.set(true);
                if document::is_pressed() {
                    let wait = Span::from_millis(A_TAP_MILLIS);
                    StoredValue::new_local(Timer::after(wait, all_here));
                } else {
                    all_here();
                }
                true
            }
            Err(_) => false,
        };
        StoredValue::new_local(arrival::watch(taken));
    }

    /// Whether everything is here; tracked.
    pub fn is_here(&self) -> bool {
        self.here.get()
    }

    /// Whether the screen of `route` can be shown; tracked. A routine of the library waits for nothing; Home has a
    /// stand-in.
    pub fn is_here_for(&self, route: &Route) -> bool {
        matches!(route, Route::Routine(slug) if !routes::is_made(slug)) || self.is_here()
    }
}
