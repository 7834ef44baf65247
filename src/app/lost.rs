//! Whether what the database had is still there: a browser may lose it all and say nothing.
//!
//! A damaged file opens as an empty database without an error, so a mark in `localStorage` says which shelves had rows
//! (D44). What is cleared as a whole takes the mark with it, and is a first day again.

use super::notices::Kind as Notice;
use super::store::Store;
use crate::platform::storage::database::Shelf;
use crate::platform::storage::local;

const fn key(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Routines => "unknot.has-routines",
        Shelf::Journal | Shelf::Keys => "unknot.has-journal",
    }
}

/// Says so when a shelf that had rows has none; else marks what it has.
pub(super) fn look(store: &Store, shelf: Shelf, has_rows: bool) {
    if !has_rows && is_marked(shelf) {
        store.notices().add(Notice::Lost);
    } else {
        mark(shelf, has_rows);
    }
}

/// Marks whether a shelf has rows. Where it cannot be marked, a loss is not noticed.
pub(super) fn mark(shelf: Shelf, has_rows: bool) {
    if has_rows == is_marked(shelf) {
        return;
    }
    if has_rows {
        local::write(key(shelf), "1").ok();
    } else {
        local::remove(key(shelf)).ok();
    }
}

fn is_marked(shelf: Shelf) -> bool {
    local::read(key(shelf)).is_ok_and(|it| it.is_some())
}
