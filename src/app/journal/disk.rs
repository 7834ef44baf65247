//! The journal's rows in the database.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{JournalKeeper, State};
use crate::app::lost;
use crate::app::notices::Kind as Notice;
use crate::codec::record::{RecordError, decode_row, encode_entry};
use crate::domain::outcome::{Entry, Key, Kind};
use crate::domain::time::Span;
use crate::platform::storage::database::{self, Change, DatabaseError, Keys, Reader, Row, Shelf};
use crate::platform::timer::Timer;
use crate::platform::{clock, task};

/// Days of which all is read before the screen is shown: what its charts show at first.
const FIRST_DAYS: u16 = 26 * 7;
/// The same of how sessions felt: only of late ones is it asked before all is here.
const FELT_DAYS: u16 = 7;
/// How long the database is left alone when it did not answer.
const AGAIN: Span = Span::from_millis(5000);
const DAY_MILLIS: u64 = 86_400_000;
/// Kinds of which there can be very many, in the order of their keys, whether they are numbered by day, and of how
/// many days they are read first.
const MANY: [(Kind, bool, u16); 5] = [
    (Kind::After, false, FELT_DAYS),
    (Kind::Before, false, FELT_DAYS),
    (Kind::Pain, true, FIRST_DAYS),
    (Kind::Session, false, FIRST_DAYS),
    (Kind::Week, true, FIRST_DAYS),
];
/// Rows of a kind that are waited for, so that a short journal is shown once and whole.
const FEW: u32 = 100;
/// Rows that are read at a time after that: few enough for the page to stay awake.
const AT_A_TIME: u32 = 500;

/// Rows read so far.
#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    unreadable: usize,
    newer: bool,
}

impl Found {
    fn add(&mut self, rows: &[Row]) {
        for (key, text) in rows {
            match decode_row(key, text) {
                Ok(entry) => self.entries.push(entry),
                Err(RecordError::NewerVersion { .. }) => self.newer = true,
                Err(_) => self.unreadable += 1,
            }
        }
    }
}

/// Reads all rows into the keeper: first what is shown at first, then the sessions of long ago.
pub(super) fn read(keeper: &'static JournalKeeper) {
    task::run(async move {
        // What is noted while rows are read may be missing in them.
        loop {
            let noted = keeper.noted.load(Ordering::Relaxed);
            match read_once(keeper, noted).await {
                Ok(true) => return,
                Ok(false) => {}
                Err(error) => {
                    tell(keeper, error);
                    return keeper.unkept(error == DatabaseError::Late);
                }
            }
        }
    });
}

/// Whether nothing was noted meanwhile.
async fn read_once(keeper: &'static JournalKeeper, noted: u32) -> Result<bool, DatabaseError> {
    let reader = Reader::open().await?;
    let cuts = MANY.map(cut);
    let mut found = Found::default();
    found.add(&reader.rows(Shelf::Journal, &recent(&cuts)).await?);
    // A journal that is here already is not shown in part again.
    let is_first = keeper.state.peek() == State::Reading;
    let mut is_shown = false;
    for (from, before) in cuts {
        let mut keys = Keys { from, before, most: AT_A_TIME };
        loop {
            keys.most = if is_first && !is_shown { FEW } else { AT_A_TIME };
            let rows = reader.rows(Shelf::Journal, core::slice::from_ref(&keys)).await?;
            let Some((last, _)) = rows.last() else { break };
            // The key behind the last one.
            keys.from = [last, "\0"].concat();
            let is_full = u32::try_from(rows.len()).is_ok_and(|it| it == FEW);
            if is_first && !is_shown && is_full {
                is_shown = true;
                keeper.show_recent(found.entries.clone());
            }
            found.add(&rows);
        }
    }
    if keeper.noted.load(Ordering::Relaxed) == noted {
        if found.newer {
            keeper.store.notices().add(Notice::Newer);
        }
        let has_rows = !found.entries.is_empty() || found.unreadable > 0 || found.newer;
        lost::look(keeper.store, Shelf::Journal, has_rows);
        keeper.store.notices().withdraw(Notice::Late);
        keeper.take_in(found.entries, found.unreadable);
        return Ok(true);
    }
    Ok(false)
}

/// The first key of a kind, and its first that is of late.
fn cut((kind, by_day, days): (Kind, bool, u16)) -> (String, String) {
    let first = if by_day {
        clock::today().days().saturating_sub(i32::from(days)).to_string()
    } else {
        clock::wall_millis().saturating_sub(u64::from(days) * DAY_MILLIS).to_string()
    };
    let beginning = [kind.slug(), "-"].concat();
    let late = [&beginning, first.as_str()].concat();
    (beginning, late)
}

/// All keys but those of long ago.
fn recent(cuts: &[(String, String)]) -> Vec<Keys> {
    let mut from = String::new();
    let mut wanted = Vec::new();
    for (beginning, late) in cuts {
        let start = core::mem::replace(&mut from, late.clone());
        wanted.push(Keys { from: start, before: beginning.clone(), most: u32::MAX });
    }
    wanted.push(Keys { from, before: "\u{ffff}".to_owned(), most: u32::MAX });
    wanted
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
        let outcome = database::change(vec![Change {
            shelf: Shelf::Journal,
            put: rows,
            removed: Vec::new(),
        }])
        .await;
        SENDING.store(false, Ordering::Relaxed);
        match outcome {
            Ok(()) => {
                lost::mark(Shelf::Journal, true);
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
        match database::change(vec![change]).await {
            Ok(()) if super::locked(&keeper.journal).is_empty() => {
                lost::mark(Shelf::Journal, false);
            }
            Ok(()) => {}
            Err(error) => tell(keeper, error),
        }
    });
}

/// Whether the database is to be tried again.
static WAITING: AtomicBool = AtomicBool::new(false);

/// Tries again in a while, once.
fn try_again(keeper: &'static JournalKeeper) {
    if WAITING.swap(true, Ordering::Relaxed) {
        return;
    }
    let again = Timer::after(AGAIN, move || {
        WAITING.store(false, Ordering::Relaxed);
        if keeper.state.peek() == State::Here {
            keeper.send();
        } else {
            read(keeper);
        }
    });
    // For as long as it takes.
    core::mem::forget(again);
}

fn tell(keeper: &'static JournalKeeper, error: DatabaseError) {
    keeper.store.notices().add(match error {
        DatabaseError::Denied | DatabaseError::Failed => Notice::ProgressUnkept,
        DatabaseError::Late => Notice::Late,
        DatabaseError::Full => Notice::StorageFull,
        DatabaseError::Newer => Notice::Newer,
    });
    if error == DatabaseError::Late {
        try_again(keeper);
    } else if keeper.state.peek() == State::Here && error == DatabaseError::Denied {
        keeper.state.set(State::Unkept);
    }
}
