//! The routines that are kept here: own, received and templates.
//!
//! They are read once, into memory, when a screen first asks, and written to the database as they change. Until the
//! database has a row it is kept in `localStorage` too, so that a page that is left at once loses nothing.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::notices::Kind as Notice;
use super::store::Store;
use super::watched::Watched;
use crate::codec::record::{ON_THE_WAY, RecordError, decode_on_the_way, encode_on_the_way};
use crate::platform::storage::database::{self, Change, DatabaseError, Row};
use crate::platform::storage::local;
use crate::platform::{clock, task};

pub use crate::codec::record::{Kept, Origin};

/// Whether what is kept has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked for it.
    Unread,
    /// It is being read.
    Reading,
    /// It is here.
    Here,
    /// The browser lets nothing be kept: what is made lasts until the page is closed.
    Unkept,
}

/// What is still to be written.
#[derive(Default)]
struct Outbox {
    put: Vec<Kept>,
    removed: Vec<String>,
    is_sending: bool,
}

/// The routines that are kept here.
pub struct Shelf {
    store: &'static Store,
    state: Watched<State>,
    all: Watched<Vec<Kept>>,
    outbox: Mutex<Outbox>,
}

impl Shelf {
    /// Starts without having read anything.
    pub fn new(store: &'static Store) -> Self {
        Self {
            store,
            state: Watched::new(State::Unread),
            all: Watched::new(Vec::new()),
            outbox: Mutex::new(Outbox::default()),
        }
    }

    /// Whether what is kept is here; tracked. The first to ask has it read.
    pub fn state(&'static self) -> State {
        if self.state.peek() == State::Unread {
            self.read();
        }
        self.state.get()
    }

    /// Whether what is kept can be asked for; tracked.
    pub fn is_ready(&'static self) -> bool {
        matches!(self.state(), State::Here | State::Unkept)
    }

    /// All of it, changed last first; tracked.
    pub fn all(&'static self) -> Vec<Kept> {
        if self.is_ready() { self.all.get() } else { Vec::new() }
    }

    /// The routine with this id; not tracked.
    pub fn find(&self, id: &str) -> Option<Kept> {
        self.all.read(|all| all.iter().find(|it| it.id == id).cloned())
    }

    /// An id that nothing has.
    pub fn next_id(&self) -> String {
        let mut number = clock::wall_millis();
        loop {
            let id = ["r", &in_letters(number)].concat();
            if self.find(&id).is_none() {
                return id;
            }
            number += 1;
        }
    }

    /// Keeps a routine in the place of what had its id.
    pub fn keep(&'static self, kept: Kept) {
        {
            let mut outbox = self.outbox();
            outbox.put.retain(|it| it.id != kept.id);
            outbox.removed.retain(|it| *it != kept.id);
            outbox.put.push(kept.clone());
            note(&outbox.put);
        }
        self.all.update(|all| {
            all.retain(|it| it.id != kept.id);
            all.insert(0, kept);
        });
        self.send();
    }

    /// Takes a routine out; what it was.
    pub fn forget(&'static self, id: &str) -> Option<Kept> {
        let kept = self.find(id);
        {
            let mut outbox = self.outbox();
            outbox.put.retain(|it| it.id != id);
            outbox.removed.push(id.to_owned());
            note(&outbox.put);
        }
        self.all.update(|all| all.retain(|it| it.id != id));
        self.send();
        kept
    }

    fn read(&'static self) {
        self.state.set(State::Reading);
        task::run(async move {
            let rows = database::all(database::Shelf::Routines).await;
            let state = if rows.is_ok() { State::Here } else { State::Unkept };
            match rows {
                Ok(rows) => self.take_in(&rows),
                Err(error) => self.tell(error),
            }
            self.state.set(state);
            self.send();
        });
    }

    /// Takes in what the database holds and what was on its way; what was made meanwhile stays first.
    fn take_in(&self, rows: &[Row]) {
        let mut all: Vec<Kept> = Vec::with_capacity(rows.len());
        for (id, text) in rows {
            match Kept::decode(id, text) {
                Ok(kept) => {
                    let at = all.partition_point(|it| it.changed > kept.changed);
                    all.insert(at, kept);
                }
                // It stays as it is in the database.
                Err(RecordError::NewerVersion { .. }) => self.store.notices().add(Notice::Newer),
                Err(_) => self.store.notices().add(Notice::Damaged),
            }
        }
        let on_the_way = local::read(ON_THE_WAY).ok().flatten();
        let on_the_way = on_the_way.map(|it| decode_on_the_way(&it)).unwrap_or_default();
        let mut outbox = self.outbox();
        for kept in on_the_way {
            all.retain(|it| it.id != kept.id);
            all.insert(0, kept.clone());
            if !outbox.put.iter().any(|it| it.id == kept.id) {
                outbox.put.push(kept);
            }
        }
        self.all.update(|here| {
            all.retain(|it| !here.iter().any(|made| made.id == it.id));
            here.extend(all);
        });
    }

    /// Writes what is to be written in one transaction; what came meanwhile follows.
    fn send(&'static self) {
        let (put, removed) = {
            let mut outbox = self.outbox();
            let is_empty = outbox.put.is_empty() && outbox.removed.is_empty();
            if outbox.is_sending || is_empty {
                return;
            }
            outbox.is_sending = true;
            (outbox.put.clone(), core::mem::take(&mut outbox.removed))
        };
        task::run(async move {
            let rows: Vec<Row> = put.iter().map(|it| (it.id.clone(), it.encode())).collect();
            let change = Change { shelf: database::Shelf::Routines, put: rows, removed };
            let outcome = database::change(&[change]).await;
            let is_done = outcome.is_ok();
            {
                let mut outbox = self.outbox();
                outbox.is_sending = false;
                if is_done {
                    outbox.put.retain(|it| !put.contains(it));
                    note(&outbox.put);
                }
            }
            match outcome {
                Ok(()) => self.send(),
                // It stays in the outbox and is tried again with the next change.
                Err(error) => self.tell(error),
            }
        });
    }

    fn tell(&self, error: DatabaseError) {
        self.store.notices().add(match error {
            DatabaseError::Denied => Notice::Storage,
            DatabaseError::Full => Notice::StorageFull,
            DatabaseError::Newer => Notice::Newer,
        });
    }

    fn outbox(&self) -> MutexGuard<'_, Outbox> {
        self.outbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes what is on its way to the database; where that cannot be noted the database has it a moment later.
fn note(put: &[Kept]) {
    if put.is_empty() {
        local::remove(ON_THE_WAY).ok();
    } else {
        local::write(ON_THE_WAY, &encode_on_the_way(put)).ok();
    }
}

/// A number in the digits `0-9a-z`.
fn in_letters(mut number: u64) -> String {
    let mut letters = String::new();
    while number > 0 {
        let digit = u32::try_from(number % 36).unwrap_or(0);
        letters.insert(0, char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
    }
    letters
}
