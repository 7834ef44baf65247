//! What was answered on Home: one value, kept for the next time.

use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::domain::choice::Choice;

/// The answers on Home.
pub struct Finder {
    store: &'static Store,
    choice: Watched<Choice>,
}

impl Finder {
    /// Reads the last answers, or none.
    pub fn load(store: &'static Store) -> Self {
        let choice = match store.load::<Choice>() {
            Loaded::Found(choice) => choice,
            Loaded::Nothing | Loaded::Unreadable => Choice::default(),
        };
        Self { store, choice: Watched::new(choice) }
    }

    /// The answers; tracked.
    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    /// The answers; not tracked.
    pub fn now(&self) -> Choice {
        self.choice.peek()
    }

    /// Changes the answers and keeps them.
    pub fn choose(&self, change: impl FnOnce(&mut Choice)) {
        self.choice.update(change);
        self.store.save(&self.now());
    }
}
