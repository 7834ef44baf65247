//! All entries together, each once, in the order of their keys.

use core::cmp::Ordering;

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
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut runs: Vec<Vec<Entry>> = Vec::new();
        let mut last = None;
        for entry in entries {
            let key = entry.key();
            match runs.last_mut() {
                Some(run) if last < Some(key) => run.push(entry),
                Some(_) | None => runs.push(vec![entry]),
            }
            last = Some(key);
        }
        // A database gives them in order but for a few runs; sorting of any kind at all would be 8 KB of program.
        while runs.len() > 1 {
            let mut pairs = runs.into_iter();
            let mut merged = Vec::new();
            while let Some(one) = pairs.next() {
                merged.push(match pairs.next() {
                    Some(other) => merged_runs(one, other),
                    None => one,
                });
            }
            runs = merged;
        }
        Self { entries: runs.pop().unwrap_or_default() }
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

/// Two runs in order as one; of two with one key the later written one stays, else that of the first.
fn merged_runs(one: Vec<Entry>, other: Vec<Entry>) -> Vec<Entry> {
    let mut all = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    loop {
        let order = match (one.peek(), other.peek()) {
            (Some(first), Some(second)) => first.key().cmp(&second.key()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return all,
        };
        match order {
            Ordering::Less => all.extend(one.next()),
            Ordering::Greater => all.extend(other.next()),
            Ordering::Equal => {
                let later = |(first, second): (Entry, Entry)| {
                    if second.at > first.at { second } else { first }
                };
                all.extend(one.next().zip(other.next()).map(later));
            }
        }
    }
}
