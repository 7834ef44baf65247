//! Everything that is kept: gathered for a copy, and written from one.

use crate::app::journal::JournalKeeper;
use crate::app::shelf::Shelf as Routines;
use crate::codec::backup::{Backup, Import, Row};
use crate::codec::record;
use crate::domain::outcome::Journal;
use crate::platform::storage::database::{self, Answer, Change, GoesOn, Shelf};
use crate::platform::storage::local;

/// Everything that is kept now, and what is still on its way to be.
///
/// # Errors
/// [`database::DatabaseError`] when rows that may be there cannot be read.
pub(super) fn gather(
    journal: &'static JournalKeeper,
    shelf: &'static Routines,
) -> Answer<'static, Backup> {
    Box::pin(async {
        let record = |key: &'static str| Some((key.to_owned(), local::read(key).ok().flatten()?));
        let mut kept = Backup {
            records: record::keys().filter_map(record).collect(),
            journal: database::copy(Shelf::Journal).await?,
            routines: database::copy(Shelf::Routines).await?,
            keys: database::copy(Shelf::Keys).await?,
        };
        for it in journal.unsent() {
            put(&mut kept.journal, (it.key().to_string(), record::encode_entry(&it)));
        }
        for it in shelf.unsent() {
            put(&mut kept.routines, (it.id.clone(), it.encode()));
        }
        Ok(kept)
    })
}

/// Puts a row in its place among rows in the order of their keys.
fn put(rows: &mut Vec<Row>, row: Row) {
    let at = rows.partition_point(|it| it.0 < row.0);
    match rows.get_mut(at).filter(|it| it.0 == row.0) {
        Some(here) => *here = row,
        None => rows.insert(at, row),
    }
}

/// The journal in what is kept.
pub(super) fn journal_of(here: &Backup) -> Journal {
    let rows = here.journal.iter();
    Journal::of(rows.filter_map(|(key, text)| record::decode_row(key, text).ok()).collect())
}

/// Writes the records, then the rows in one transaction; where those fail, the records go again.
pub(super) async fn take_in(plan: &Import, journal: Vec<Row>, goes_on: GoesOn) -> bool {
    let mut written = Vec::new();
    let mut is_kept = true;
    for (key, text) in &plan.records {
        is_kept = is_kept && local::write(key, text).is_ok();
        if is_kept {
            written.push(key.as_str());
        }
    }
    if is_kept {
        let put = |shelf, put| Change { shelf, put, removed: Vec::new() };
        let rows = vec![
            put(Shelf::Journal, journal),
            put(Shelf::Routines, plan.routines.clone()),
            put(Shelf::Keys, plan.keys.clone()),
        ];
        is_kept = database::change_while(rows, goes_on).await.is_ok();
    }
    if !is_kept {
        // They were not there before.
        for key in written {
            local::remove(key).ok();
        }
    }
    is_kept
}
