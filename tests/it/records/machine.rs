//! What is noted, as a state machine: the outbox, a database that fails or is slow to answer, and a phone that dies at
//! any point. The model is what the person noted; nothing of it is lost and nothing is there twice (D25).

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use unknot::codec::record::{Outbox, Record, decode_row, encode_entry};
use unknot::domain::outcome::{Entry, Journal, Key};

use super::journal::an_entry;

/// How it goes with writing to the database.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// It has the rows and says so.
    Written,
    /// It has nothing.
    Failed,
    /// It has the rows, but the phone dies before it can say so.
    WrittenAndKilled,
    /// It has the rows and says so; the phone dies before the outbox is kept.
    SaidAndKilled,
}

/// What happens.
#[derive(Clone, Debug)]
enum Act {
    Note(Box<Entry>),
    /// Another version of what was noted before, by its place among all.
    Again(usize, Box<Entry>),
    /// What was noted is taken back, by its place among all.
    TakeBack(usize),
    Send(Way),
    /// Another version is noted while those before are on their way.
    AgainWhileSent(usize, Box<Entry>),
    Kill,
}

/// What the person noted and did not take back.
#[derive(Clone, Debug, Default)]
struct Noted(BTreeMap<Key, Entry>);

impl Noted {
    fn nth(&self, nth: usize) -> Option<Key> {
        self.0.keys().nth(nth % self.0.len().max(1)).copied()
    }
}

impl ReferenceStateMachine for Noted {
    type State = Self;
    type Transition = Act;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::default()).boxed()
    }

    fn transitions(_: &Self) -> BoxedStrategy<Act> {
        let entry = || an_entry().prop_map(Box::new);
        let ways = [Way::Written, Way::Failed, Way::WrittenAndKilled, Way::SaidAndKilled];
        prop_oneof![
            4 => entry().prop_map(Act::Note),
            2 => (0..20_usize, entry()).prop_map(|(nth, it)| Act::Again(nth, it)),
            2 => (0..20_usize).prop_map(Act::TakeBack),
            4 => prop::sample::select(ways.to_vec()).prop_map(Act::Send),
            2 => (0..20_usize, entry()).prop_map(|(nth, it)| Act::AgainWhileSent(nth, it)),
            1 => Just(Act::Kill),
        ]
        .boxed()
    }

    fn apply(mut noted: Self, act: &Act) -> Self {
        match act {
            Act::Note(entry) => {
                noted.0.insert(entry.key(), (**entry).clone());
            }
            Act::Again(nth, entry) | Act::AgainWhileSent(nth, entry) => {
                // (A note's key is when it was noted: another moment makes another note.)
                let old = noted.nth(*nth).and_then(|key| noted.0.get(&key));
                if let Some(new) = old.map(|old| Entry { at: entry.at, ..old.clone() }) {
                    noted.0.insert(new.key(), new);
                }
            }
            Act::TakeBack(nth) => {
                if let Some(key) = noted.nth(*nth) {
                    noted.0.remove(&key);
                }
            }
            Act::Send(_) | Act::Kill => {}
        }
        noted
    }
}

/// The phone: what the page holds, and what outlives it.
#[derive(Default)]
struct Phone {
    held: Journal,
    outbox: Outbox,
    /// The outbox as it is kept.
    kept: String,
    database: BTreeMap<String, String>,
}

impl Phone {
    fn keep(&mut self) {
        self.kept = self.outbox.encode();
    }

    fn note(&mut self, entry: Entry) {
        self.held.put(entry.clone());
        self.outbox.add(entry);
        self.keep();
    }

    /// The page is gone; the next one reads what was kept.
    fn kill(&mut self) {
        self.outbox = match self.kept.as_str() {
            "" => Outbox::default(),
            text => Outbox::decode(text).unwrap().value,
        };
        let rows = self.database.iter().map(|(key, text)| decode_row(key, text).unwrap());
        self.held = Journal::of(rows.collect());
        for entry in self.outbox.entries.clone() {
            self.held.put(entry);
        }
    }

    /// The rows that go; the database has them then, as one change.
    fn write(&mut self) -> Vec<Entry> {
        let rows = self.outbox.entries.clone();
        self.database.extend(rows.iter().map(|it| (it.key().to_string(), encode_entry(it))));
        rows
    }

    fn send(&mut self, way: Way) {
        match way {
            Way::Failed => {}
            Way::Written => {
                let rows = self.write();
                self.outbox.sent(&rows);
                self.keep();
            }
            Way::WrittenAndKilled => {
                self.write();
                self.kill();
            }
            Way::SaidAndKilled => {
                let rows = self.write();
                self.outbox.sent(&rows);
                self.kill();
            }
        }
    }

    fn nth(&self, nth: usize) -> Option<Entry> {
        let mut all = self.held.entries().to_vec();
        all.sort_by_key(Entry::key);
        all.get(nth % all.len().max(1)).cloned()
    }
}

impl StateMachineTest for Phone {
    type SystemUnderTest = Self;
    type Reference = Noted;

    fn init_test(_: &Noted) -> Self {
        Self::default()
    }

    fn apply(mut phone: Self, _: &Noted, act: Act) -> Self {
        match act {
            Act::Note(entry) => phone.note(*entry),
            Act::Again(nth, entry) => {
                if let Some(old) = phone.nth(nth) {
                    phone.note(Entry { at: entry.at, ..old });
                }
            }
            Act::TakeBack(nth) => {
                if let Some(key) = phone.nth(nth).map(|it| it.key()) {
                    phone.held.remove(key);
                    phone.outbox.entries.retain(|it| it.key() != key);
                    phone.keep();
                    phone.database.remove(&key.to_string());
                }
            }
            Act::Send(way) => phone.send(way),
            Act::AgainWhileSent(nth, entry) => {
                let rows = phone.write();
                if let Some(old) = phone.nth(nth) {
                    phone.note(Entry { at: entry.at, ..old });
                }
                phone.outbox.sent(&rows);
                phone.keep();
            }
            Act::Kill => phone.kill(),
        }
        phone
    }

    fn check_invariants(phone: &Self, noted: &Noted) {
        let mut held = phone.held.entries().to_vec();
        held.sort_by_key(Entry::key);
        let all: Vec<Entry> = noted.0.values().cloned().collect();
        assert_eq!(held, all, "what the page shows");
        // And whenever it died now, the next page would show the same.
        let mut next =
            Self { kept: phone.kept.clone(), database: phone.database.clone(), ..Self::default() };
        next.kill();
        let mut held = next.held.entries().to_vec();
        held.sort_by_key(Entry::key);
        assert_eq!(held, all, "what the next page shows");
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Fault: H1
    #[test]
    fn whatever_fails_and_whenever_the_phone_dies_all_that_was_noted_is_there_once(sequential 1..40 => Phone);
}
