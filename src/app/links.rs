//! Routines that somebody made: read from a link, kept for as long as the page lives, found again by their word.
//!
//! Nothing of them is written anywhere before the person saves or starts one. A reload finds what was opened in the
//! state of its own history entry.

mod keeping;
mod shared;
mod taking;

use std::sync::{Mutex, PoisonError};

pub use shared::Shared;
pub use taking::Found;

use super::problem::Problem;
use super::routes::{self, Route};
use super::watched::Watched;
use crate::codec::link;
use crate::domain::shared::SharedRoutine;
use crate::platform::location;

/// Between the parts of the state of a history entry: payload, newer parts, whether a text was changed.
const PART: char = '.';

/// The routines that were opened.
pub struct Links {
    all: Mutex<Vec<&'static Shared>>,
    /// The routine that was opened in the middle of a session and waits for its end.
    waiting: Watched<Option<&'static Shared>>,
}

impl Links {
    /// Starts with none.
    pub fn none() -> Self {
        Self { all: Mutex::new(Vec::new()), waiting: Watched::new(None) }
    }

    /// Reads the link in a text, such as a whole message.
    ///
    /// # Errors
    /// Why there is no routine to show.
    // Never inlined, nor are its neighbours: the first screen's part of the program must not grow by the format.
    #[inline(never)]
    pub fn read(&self, text: &str) -> Result<&'static Shared, Problem> {
        let opened = link::find(text).map_err(Problem::of)?;
        let word = word_of(&link::keep(&opened.routine));
        Ok(self.intern(&word, opened))
    }

    /// The screen that an address with a link leads to; the address then holds nothing of it any more.
    #[inline(never)]
    pub fn follow(&self, fragment: &str) -> Route {
        let text = routes::as_written(fragment.trim_start_matches('#'));
        match self.read(&["#", &text].concat()) {
            Ok(shared) => {
                let route = Route::Routine(shared.key.clone());
                location::replace_with_state(&route.fragment(), &state_of(shared));
                route
            }
            Err(Problem::Empty | Problem::NotALink) if fragment.len() < 8 => {
                location::replace_fragment(&Route::Home.fragment());
                Route::Home
            }
            Err(problem) => {
                let route = Route::Open(Some(problem));
                location::replace_fragment(&route.fragment());
                route
            }
        }
    }

    /// The routine with this word: one that was opened before, or that of this history entry.
    #[inline(never)]
    pub fn find(&self, key: &str) -> Option<&'static Shared> {
        if let Some(known) = self.known(|it| it.key == key) {
            return Some(known);
        }
        let opened = opened_in(&location::state()?)?;
        (word_of(&link::keep(&opened.routine)) == key).then(|| self.intern(key, opened))
    }

    /// A routine that is kept on the phone, or that a session plays, under its word.
    #[inline(never)]
    pub fn hold(&self, key: &str, routine: SharedRoutine) -> &'static Shared {
        self.intern(key, link::Opened { routine, newer_parts: 0, text_changed: false })
    }

    /// Keeps what was opened with the entry of a screen that is about it, so that a reload finds it.
    #[inline(never)]
    pub fn stay_with(&self, route: &Route) {
        let linked = route.routine().filter(|it| it.starts_with(routes::LINKED));
        if let Some(shared) = linked.and_then(|key| self.find(key)) {
            location::keep_state(&state_of(shared));
        }
    }

    /// The whole address of a routine, to be sent or copied; `None` where it is too long for one.
    #[inline(never)]
    pub fn address(&self, shared: &Shared) -> Option<String> {
        let payload = link::encode(&shared.routine).ok()?;
        Some([&location::page(), link::MARK, &payload].concat())
    }

    /// A routine waits for the end of the session.
    pub fn wait(&self, key: &str) {
        self.waiting.set(self.find(key));
    }

    /// The routine that waits for the end of the session; it waits no longer.
    pub fn take_waiting(&self) -> Option<&'static Shared> {
        let waiting = self.waiting.peek();
        self.waiting.set(None);
        waiting
    }

    /// The same routine under the same word is kept once.
    fn intern(&self, key: &str, opened: link::Opened) -> &'static Shared {
        if let Some(known) = self.known(|it| it.key == key && it.routine == opened.routine) {
            return known;
        }
        let shared: &'static Shared = Box::leak(Box::new(Shared::of(key, opened)));
        self.all.lock().unwrap_or_else(PoisonError::into_inner).insert(0, shared);
        shared
    }

    /// The newest that `is_it`.
    fn known(&self, is_it: impl Fn(&Shared) -> bool) -> Option<&'static Shared> {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|it| is_it(it)).copied()
    }
}

/// What was opened, as the state of a history entry keeps it; without a payload where that is too long for a link.
fn state_of(shared: &Shared) -> String {
    let payload = link::encode(&shared.routine).unwrap_or_default();
    let changed = u8::from(shared.text_changed).to_string();
    let part = PART.to_string();
    [&payload, &shared.newer_parts.to_string(), &changed].map(String::as_str).join(&part)
}

fn opened_in(state: &str) -> Option<link::Opened> {
    let mut parts = state.split(PART);
    let opened = link::decode(parts.next()?).ok()?;
    let newer_parts = parts.next()?.parse().ok()?;
    let text_changed = parts.next()? == "1";
    Some(link::Opened { newer_parts, text_changed, ..opened })
}

/// The word in addresses of what came with a link: the same for the same routine (FNV-1a).
fn word_of(kept: &str) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in kept.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let digits = (0..8).rev().filter_map(|at| char::from_digit((hash >> (4 * at)) & 15, 16));
    routes::LINKED.chars().chain(digits).collect()
}
