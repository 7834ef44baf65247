//! All entries together, each once, in the order of their keys.

use super::{Entry, Felt, Key, Kind, SessionDone, What};
use crate::domain::time::LocalDay;

/// The entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Sorted by key, each key once.
    entries: Vec<Entry>,
}

/// What taking in other entries does (P5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// Entries that are not here yet.
    pub added: Vec<Entry>,
    /// Entries that take the place of an earlier version.
    pub replaced: Vec<Entry>,
    /// How many are here already, as they are or in a later version.
    pub known: usize,
}

impl Journal {
    /// Takes entries in any order; of two with one key the later written one stays, else the first.
    pub fn of(mut entries: Vec<Entry>) -> Self {
        // Unstable is enough: the key and the time of writing decide.
        entries.sort_unstable_by(|one, other| {
            one.key().cmp(&other.key()).then_with(|| other.at.cmp(&one.at))
        });
        entries.dedup_by(|later, first| later.key() == first.key());
        Self { entries }
    }

    /// All entries by key.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries of one kind, the earliest number first.
    pub fn of_kind(&self, kind: Kind) -> &[Entry] {
        let first = self.entries.partition_point(|it| it.key().kind < kind);
        let end = self.entries.partition_point(|it| it.key().kind <= kind);
        self.entries.get(first..end).unwrap_or_default()
    }

    /// The entry with this key.
    pub fn get(&self, key: Key) -> Option<&Entry> {
        let at = self.place(key).ok()?;
        self.entries.get(at)
    }

    /// Puts an entry in; one with the same key gives way.
    pub fn put(&mut self, entry: Entry) {
        match self.place(entry.key()) {
            Ok(at) => {
                if let Some(slot) = self.entries.get_mut(at) {
                    *slot = entry;
                }
            }
            Err(at) => self.entries.insert(at, entry),
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, key: Key) -> Option<Entry> {
        self.place(key).ok().map(|at| self.entries.remove(at))
    }

    /// What taking in `others` would do; `wins` says whether a version that was written at the same time as
    /// the one here takes its place, and must hold for one of two different versions only (P5).
    pub fn merge(&self, others: Vec<Entry>, wins: impl Fn(&Entry, &Entry) -> bool) -> Merge {
        let mut merge = Merge::default();
        for other in Self::of(others).entries {
            match self.get(other.key()) {
                None => merge.added.push(other),
                Some(here) if *here == other || other.at < here.at => merge.known += 1,
                Some(here) if other.at > here.at || wins(&other, here) => {
                    merge.replaced.push(other);
                }
                Some(_) => merge.known += 1,
            }
        }
        merge
    }

    /// The sessions that count, with their days, in the order they began.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = (LocalDay, &SessionDone)> {
        self.of_kind(Kind::Session).iter().filter_map(|it| {
            let What::Session(session) = &it.what else { return None };
            session.counts().then_some((it.day, session))
        })
    }

    /// How it felt before or after sessions, by the session's start.
    pub fn felt(&self, kind: Kind) -> impl Iterator<Item = &Felt> {
        self.of_kind(kind)
            .iter()
            .filter_map(|it| if let What::Felt(felt) = &it.what { Some(felt) } else { None })
    }

    fn place(&self, key: Key) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&key, Entry::key)
    }
}
