//! Sessions that are over, for "again" and the first install offer.

use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::catalog;
use crate::codec::record::{History, PastEnding, PastSession};
use crate::domain::routine::Routine;
use crate::domain::session::{self, Summary};
use crate::platform::clock;

/// How many recent routines home shows.
const SHOWN: usize = 3;

/// The sessions that are over.
pub struct HistoryKeeper {
    store: &'static Store,
    value: Watched<History>,
}

impl HistoryKeeper {
    /// Reads what is kept, or none.
    pub fn load(store: &'static Store) -> Self {
        let value = match store.load::<History>() {
            Loaded::Found(history) => history,
            Loaded::Nothing | Loaded::Unreadable => History::default(),
        };
        Self { store, value: Watched::new(value) }
    }

    /// Adds a session that is over, by the word of its routine.
    pub fn add(&self, routine: &str, summary: &Summary) {
        let minutes = summary.worked.millis().saturating_add(30_000) / 60_000;
        let kept = PastSession {
            routine: routine.to_owned(),
            day: clock::today(),
            minutes: u16::try_from(minutes).unwrap_or(600).min(600),
            ending: match summary.ending {
                session::Ending::Completed => PastEnding::Completed,
                session::Ending::EndedEarly => PastEnding::EndedEarly,
            },
        };
        self.value.update(|history| history.add(kept));
        self.store.save(&self.value.peek());
    }

    /// Whether nothing is kept; not tracked.
    pub fn is_empty(&self) -> bool {
        self.value.read(|history| history.finished == 0 && history.recent.is_empty())
    }

    /// How many sessions were played to their end; tracked.
    pub fn finished(&self) -> u32 {
        self.value.get().finished
    }

    /// The routines done last, newest first, each once; not tracked.
    pub fn recent_routines(&self) -> Vec<&'static Routine> {
        let mut routines: Vec<&'static Routine> = Vec::new();
        for past in self.value.peek().recent {
            if let Some(routine) = catalog::routine(&past.routine)
                && routines.len() < SHOWN
                && !routines.iter().any(|it| it.id == routine.id)
            {
                routines.push(routine);
            }
        }
        routines
    }
}
