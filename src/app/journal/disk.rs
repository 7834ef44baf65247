//! The journal's rows in the database.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{JournalKeeper, State};
use crate::app::notices::Kind as Notice;
use crate::codec::record::{RecordError, decode_row, encode_entry};
use crate::domain::outcome::{Entry, Key};
use crate::platform::storage::database::{self, Change, DatabaseError, Row, Shelf};
use crate::platform::task;

/// Reads all rows into the keeper.
pub(super) fn read(keeper: &'static JournalKeeper) {
    task::run(async move {
        match database::all(Shelf::Journal).await {
            Ok(rows) => take_in(keeper, &rows),
            Err(error) => {
                tell(keeper, error);
                keeper.unkept();
            }
        }
    });
}

fn take_in(keeper: &'static JournalKeeper, rows: &[Row]) {
    let mut entries: Vec<Entry> = Vec::with_capacity(rows.len());
    let (mut unreadable, mut newer) = (0, false);
    for (key, text) in rows {
        match decode_row(key, text) {
            Ok(entry) => entries.push(entry),
            Err(RecordError::NewerVersion { .. }) => newer = true,
            Err(_) => unreadable += 1,
        }
    }
    if newer {
        keeper.store.notices().add(Notice::Newer);
    }
    keeper.take_in(entries, unreadable);
}

/// Whether rows are on their way, so that they are sent once.
static SENDING: AtomicBool = AtomicBool::new(false);

/// Writes entries in one transaction; what came meanwhile follows.
pub(super) fn write(keeper: &'static JournalKeeper, entries: Vec<Entry>) {
    if SENDING.swap(true, Ordering::Relaxed) {
        return;
    }
    task::run(async move {
        let rows: Vec<Row> =
            entries.iter().map(|it| (it.key().to_string(), encode_entry(it))).collect();
        let outcome =
            database::change(&[Change { shelf: Shelf::Journal, put: rows, removed: Vec::new() }])
                .await;
        SENDING.store(false, Ordering::Relaxed);
        match outcome {
            Ok(()) => {
                keeper.sent(&entries);
                keeper.send();
            }
            // What could not be written stays in the outbox and is tried again with the next entry.
            Err(error) => tell(keeper, error),
        }
    });
}

/// Takes a row out.
pub(super) fn remove(keeper: &'static JournalKeeper, key: Key) {
    task::run(async move {
        let removed = vec![key.to_string()];
        let change = Change { shelf: Shelf::Journal, put: Vec::new(), removed };
        if let Err(error) = database::change(&[change]).await {
            tell(keeper, error);
        }
    });
}

fn tell(keeper: &'static JournalKeeper, error: DatabaseError) {
    keeper.store.notices().add(match error {
        DatabaseError::Denied => Notice::Storage,
        DatabaseError::Full => Notice::StorageFull,
        DatabaseError::Newer => Notice::Newer,
    });
    if keeper.state.peek() == State::Here && error == DatabaseError::Denied {
        keeper.state.set(State::Unkept);
    }
}
