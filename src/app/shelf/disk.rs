//! The shelf's rows in the database.

use super::{Kept, NotKept, Notice, Shelf, ShelfState, locked};
use crate::app::lost;
use crate::codec::record::{ON_THE_WAY, RecordError, decode_on_the_way, encode_on_the_way};
use crate::domain::time::Span;
use crate::platform::storage::database::{self, Change, DatabaseError, Row};
use crate::platform::storage::local;
use crate::platform::task;
use crate::platform::timer::Timer;

/// How long the database is left alone when it did not answer.
const AGAIN: Span = Span::from_millis(5000);

/// What the database does not have yet.
#[derive(Default)]
pub(super) struct Outbox {
    /// Routines to put in, oldest change first, each id once.
    pub(super) put: Vec<Kept>,
    removed: Vec<String>,
    is_sending: bool,
    /// Something changed since the last sending began.
    is_new: bool,
    /// It is tried again in a while.
    waits: bool,
}

impl Outbox {
    /// Whether a change of this routine is on its way.
    pub(super) fn names(&self, id: &str) -> bool {
        self.put.iter().any(|it| it.id == id) || self.removed.iter().any(|it| it == id)
    }

    const fn is_empty(&self) -> bool {
        self.put.is_empty() && self.removed.is_empty()
    }

    fn drop_id(&mut self, id: &str) {
        self.put.retain(|it| it.id != id);
        self.removed.retain(|it| it != id);
    }
}

/// Reads all rows, with what was on its way when the page went last.
pub(super) fn read(shelf: &'static Shelf) {
    {
        let noted = local::read(ON_THE_WAY).ok().flatten();
        let noted = noted.map(|it| decode_on_the_way(&it)).unwrap_or_default();
        let mut outbox = locked(&shelf.outbox);
        // What changed in this tab meanwhile is newer.
        let mut noted: Vec<Kept> = noted.into_iter().filter(|it| !outbox.names(&it.id)).collect();
        noted.append(&mut outbox.put);
        outbox.put = noted;
    }
    fetch(shelf);
}

/// Reads all rows again, as another tab has changed some.
pub(super) fn read_again(shelf: &'static Shelf) {
    if shelf.state.peek() == Some(ShelfState::Here) {
        fetch(shelf);
    }
}

fn fetch(shelf: &'static Shelf) {
    task::run(async move {
        match database::all(database::Shelf::Routines).await {
            Ok(rows) => {
                lost::look(shelf.store, database::Shelf::Routines, !rows.is_empty());
                shelf.store.notices().withdraw(Notice::Late);
                take_in(shelf, &rows);
                shelf.state.set(Some(ShelfState::Here));
                send(shelf);
            }
            Err(error) => {
                let here = locked(&shelf.all).clone();
                shelf.hold(here, Vec::new());
                tell(shelf, error);
                shelf.state.set(Some(ShelfState::NotKept(reason(error))));
            }
        }
    });
}

/// Takes in the rows that can be read; each other one stays where it is, is counted, and said (D31).
fn take_in(shelf: &'static Shelf, rows: &[Row]) {
    let mut kept: Vec<Kept> = Vec::with_capacity(rows.len());
    let (mut unreadable, mut newer) = (Vec::new(), false);
    for (id, text) in rows {
        match Kept::decode(id, text) {
            Ok(it) => kept.push(it),
            Err(error) => {
                newer |= matches!(error, RecordError::NewerVersion { .. });
                unreadable.push(id.clone());
            }
        }
    }
    if newer {
        shelf.tell(Notice::Newer);
    } else if !unreadable.is_empty() {
        shelf.tell(Notice::Routines);
    }
    shelf.hold(kept, unreadable);
}

/// Puts routines in; what each replaces need not be written any more.
pub(super) fn put(shelf: &'static Shelf, kept: Vec<Kept>) {
    {
        let mut outbox = locked(&shelf.outbox);
        for it in kept.into_iter().rev() {
            outbox.drop_id(&it.id);
            outbox.put.push(it);
        }
        outbox.is_new = true;
        note(&outbox);
    }
    send(shelf);
}

/// Takes a routine out.
pub(super) fn remove(shelf: &'static Shelf, id: &str) {
    {
        let mut outbox = locked(&shelf.outbox);
        outbox.drop_id(id);
        outbox.removed.push(id.to_owned());
        outbox.is_new = true;
        note(&outbox);
    }
    send(shelf);
}

/// Writes what is on its way in one transaction; what changes meanwhile follows in the next.
fn send(shelf: &'static Shelf) {
    let (put, removed) = {
        let mut outbox = locked(&shelf.outbox);
        // Before it has been read nobody knows whether it may be written to.
        let is_read = !matches!(shelf.state.peek(), None | Some(ShelfState::Loading));
        if outbox.is_sending || outbox.is_empty() || !is_read {
            drop(outbox);
            // The first to change something has it read.
            if !is_read {
                leptos::prelude::untrack(|| shelf.state());
            }
            return;
        }
        outbox.is_sending = true;
        outbox.is_new = false;
        (outbox.put.clone(), outbox.removed.clone())
    };
    task::run(async move {
        let rows: Vec<Row> = put.iter().map(|it| (it.id.clone(), it.encode())).collect();
        let change =
            Change { shelf: database::Shelf::Routines, put: rows, removed: removed.clone() };
        let outcome = database::change(vec![change]).await;
        let is_new = {
            let mut outbox = locked(&shelf.outbox);
            outbox.is_sending = false;
            if outcome.is_ok() {
                outbox.put.retain(|it| !put.contains(it));
                outbox.removed.retain(|it| !removed.contains(it));
                note(&outbox);
            }
            outbox.is_new
        };
        if outcome.is_ok() {
            let has_rows =
                !locked(&shelf.all).is_empty() || shelf.unreadable.read(|it| !it.is_empty());
            lost::mark(database::Shelf::Routines, has_rows);
        }
        match outcome {
            Ok(()) if matches!(shelf.state.peek(), Some(ShelfState::NotKept(_))) => fetch(shelf),
            Ok(()) => send(shelf),
            // It stays on its way and is tried again with the next change.
            Err(error) => {
                tell(shelf, error);
                if is_new {
                    send(shelf);
                }
            }
        }
    });
}

/// Notes what is on its way to the database; other tabs learn of it when the note goes. Where it cannot be noted, the
/// database has it a moment later.
fn note(outbox: &Outbox) {
    if outbox.is_empty() {
        local::remove(ON_THE_WAY).ok();
    } else {
        local::write(ON_THE_WAY, &encode_on_the_way(&outbox.put)).ok();
    }
}

/// Says what went wrong; what may heal by itself is tried again in a while, once.
fn tell(shelf: &'static Shelf, error: DatabaseError) {
    if error == DatabaseError::Late && !core::mem::replace(&mut locked(&shelf.outbox).waits, true) {
        let again = Timer::after(AGAIN, move || {
            locked(&shelf.outbox).waits = false;
            if shelf.state.peek() == Some(ShelfState::Here) { send(shelf) } else { fetch(shelf) }
        });
        // For as long as it takes.
        core::mem::forget(again);
    }
    shelf.tell(match error {
        DatabaseError::Denied | DatabaseError::Failed => Notice::RoutinesUnkept,
        DatabaseError::Late => Notice::Late,
        DatabaseError::Full => Notice::StorageFull,
        DatabaseError::Newer => Notice::Newer,
    });
}

const fn reason(error: DatabaseError) -> NotKept {
    match error {
        DatabaseError::Newer => NotKept::Newer,
        DatabaseError::Denied
        | DatabaseError::Late
        | DatabaseError::Failed
        | DatabaseError::Full => NotKept::Denied,
    }
}
