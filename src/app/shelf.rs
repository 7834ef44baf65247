//! The routines that are kept here: own, received and templates.
//!
//! They are read once, into memory, when a screen first asks, and written to the database as they change, in the order in
//! which they changed. Until the database has a row it stands in `localStorage` too, so that a page that is left at once
//! loses nothing (D31). Where the browser keeps nothing, what is made lasts until the page is closed, and that is said.

mod acts;
mod disk;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use leptos::prelude::untrack;

use super::notices::Kind as Notice;
use super::routes;
use super::store::Store;
use super::watched::Watched;
use crate::codec::record::ON_THE_WAY;
use crate::platform::clock;
use crate::platform::storage::local;
use crate::platform::visibility::{self, Change};

pub use crate::codec::record::{Kept, Origin};
pub(crate) use acts::check_row;
use disk::Outbox;

/// Whether what is kept is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfState {
    /// It is being read.
    Loading,
    /// It is here, and changes are kept.
    Here,
    /// Changes last until the page is closed.
    NotKept(NotKept),
}

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser has no database for this page, or it does not answer.
    Denied,
    /// A newer version of the app made it; it stays as it is.
    Newer,
}

/// The routines that are kept here.
pub struct Shelf {
    store: &'static Store,
    /// `None` until somebody asks.
    state: Watched<Option<ShelfState>>,
    /// Changed last first.
    all: Mutex<Vec<Kept>>,
    /// Rises with each change, so that screens follow.
    version: Watched<u32>,
    /// Ids of rows that cannot be read; they stay where they are.
    unreadable: Watched<Vec<String>>,
    outbox: Mutex<Outbox>,
    /// What was taken out last.
    gone: Watched<Option<Kept>>,
    /// The number in the id that was given last.
    given: AtomicU64,
}

impl Shelf {
    /// Starts without having read anything.
    pub fn new(store: &'static Store) -> Self {
        Self {
            store,
            state: Watched::new(None),
            all: Mutex::new(Vec::new()),
            version: Watched::new(0),
            unreadable: Watched::new(Vec::new()),
            outbox: Mutex::new(Outbox::default()),
            gone: Watched::new(None),
            given: AtomicU64::new(0),
        }
    }

    /// Follows what other tabs keep and take out.
    pub fn follow_other_tabs(&'static self) {
        let written = local::watch(move |key, is_written| {
            if key == ON_THE_WAY && !is_written {
                disk::read_again(self);
            }
        });
        let back = visibility::watch(move |change| match change {
            // While it lay in the browser's memory nobody told it anything.
            Change::PageShow { persisted: true } => disk::read_again(self),
            Change::PageShow { persisted: false }
            | Change::Hidden
            | Change::Visible
            | Change::Frozen
            | Change::Resumed
            | Change::PageHide => {}
        });
        // For as long as the page lives.
        core::mem::forget((written, back));
    }

    /// Whether what is kept is here; tracked. The first to ask has it read.
    pub fn state(&'static self) -> ShelfState {
        if self.state.peek().is_none() {
            self.state.set_quietly(Some(ShelfState::Loading));
            disk::read(self);
        }
        self.state.get().unwrap_or(ShelfState::Loading)
    }

    /// Whether what is kept has been looked up; tracked.
    pub fn is_ready(&'static self) -> bool {
        self.state() != ShelfState::Loading
    }

    /// All of it, changed last first; tracked. Nothing while it is being read.
    pub fn all(&'static self) -> Vec<Kept> {
        self.read(<[Kept]>::to_vec)
    }

    /// Looks at all of it where it is, changed last first; tracked.
    pub fn read<R>(&'static self, look: impl FnOnce(&[Kept]) -> R) -> R {
        self.state();
        self.version.track();
        look(&locked(&self.all))
    }

    /// The routine with this id; tracked.
    pub fn find(&'static self, id: &str) -> Option<Kept> {
        self.read(|all| all.iter().find(|it| it.id == id).cloned())
    }

    /// The routine with this id; not tracked.
    pub fn peek(&'static self, id: &str) -> Option<Kept> {
        untrack(|| self.find(id))
    }

    /// How many rows cannot be read by this version; tracked.
    pub fn unreadable(&self) -> usize {
        self.unreadable.get().len()
    }

    /// An id that was never given: by the clock, so that routines of two phones can come together.
    pub fn next_id(&self) -> String {
        let mut number = clock::wall_millis();
        loop {
            number = number.max(self.given.load(Ordering::Relaxed).saturating_add(1));
            self.given.store(number, Ordering::Relaxed);
            let id = [routes::KEPT, &in_letters(number)].concat();
            let is_unreadable = self.unreadable.read(|all| all.contains(&id));
            if !is_unreadable && !locked(&self.all).iter().any(|it| it.id == id) {
                return id;
            }
        }
    }

    /// Keeps a routine in the place of what had its id.
    pub fn keep(&'static self, kept: Kept) {
        self.keep_all(vec![kept]);
    }

    /// Keeps routines in the place of what had their ids, in one transaction; the first of them stands first.
    pub fn keep_all(&'static self, kept: Vec<Kept>) {
        {
            let mut all = locked(&self.all);
            all.retain(|it| !kept.iter().any(|new| new.id == it.id));
            let mut rows = kept.clone();
            rows.append(&mut all);
            *all = rows;
        }
        self.changed();
        disk::put(self, kept);
    }

    /// What the database does not have yet.
    pub(super) fn unsent(&self) -> Vec<Kept> {
        locked(&self.outbox).put.clone()
    }

    /// Takes a routine out; what it was.
    pub fn forget(&'static self, id: &str) -> Option<Kept> {
        let kept = {
            let mut all = locked(&self.all);
            let at = all.iter().position(|it| it.id == id)?;
            all.remove(at)
        };
        self.changed();
        disk::remove(self, id);
        Some(kept)
    }

    /// Holds what the database has, under what is still on its way.
    fn hold(&self, read: Vec<Kept>, unreadable: Vec<String>) {
        let mut rows: Vec<Kept> = Vec::with_capacity(read.len());
        {
            let outbox = locked(&self.outbox);
            for row in read.into_iter().filter(|it| !outbox.names(&it.id)) {
                let is_later = |it: &Kept| (it.changed, &it.id) > (row.changed, &row.id);
                rows.insert(rows.partition_point(is_later), row);
            }
            for row in &outbox.put {
                rows.insert(0, row.clone());
            }
        }
        self.unreadable.set(unreadable);
        let is_other = {
            let mut all = locked(&self.all);
            let is_other = *all != rows;
            *all = rows;
            is_other
        };
        if is_other {
            self.changed();
        }
    }

    fn changed(&self) {
        self.version.update(|it| *it = it.wrapping_add(1));
    }

    fn tell(&self, notice: Notice) {
        self.store.notices().add(notice);
    }
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A number in the digits `0-9a-z`.
fn in_letters(mut number: u64) -> String {
    let mut letters = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or(0);
        letters.extend(char::from_digit(digit, 36));
        number /= 36;
        if number == 0 {
            return letters.into_iter().rev().collect();
        }
    }
}
