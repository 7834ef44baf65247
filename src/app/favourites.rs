//! What the person marked: one value, kept as it changes.

use super::library::{self, Entry, Filter, Found, Shelf};
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::codec::record::Favourites;
use crate::domain::exercise::Exercise;
use crate::domain::routine::Routine;

/// The favourites.
pub struct FavouritesKeeper {
    store: &'static Store,
    value: Watched<Favourites>,
}

impl FavouritesKeeper {
    /// Reads what is kept, or none.
    pub fn load(store: &'static Store) -> Self {
        let value = match store.load::<Favourites>() {
            Loaded::Found(favourites) => favourites,
            Loaded::Nothing | Loaded::Unreadable => Favourites::default(),
        };
        Self { store, value: Watched::new(value) }
    }

    /// Marks an entry, or takes its mark away, and keeps that.
    pub fn toggle(&self, entry: Entry) {
        self.value.update(|all| {
            let list = match entry {
                Entry::Routine(_) => &mut all.routines,
                Entry::Exercise(_) => &mut all.exercises,
            };
            Favourites::toggle(list, entry.slug());
        });
        self.value.read(|all| self.store.save(all));
    }

    /// Whether nothing is marked; not tracked.
    pub fn is_empty(&self) -> bool {
        self.value.read(|all| all.routines.is_empty() && all.exercises.is_empty())
    }

    /// Whether an entry is marked; tracked.
    pub fn has(&self, entry: Entry) -> bool {
        self.value.track();
        self.is_marked(entry)
    }

    /// The marked routines that this library holds, newest first; not tracked.
    pub fn routines(&self) -> Vec<&'static Routine> {
        self.value.read(|all| all.routines.iter().filter_map(|it| library::routine(it)).collect())
    }

    /// The marked exercises that this library holds, newest first; not tracked.
    pub fn exercises(&self) -> Vec<&'static Exercise> {
        self.value.read(|all| {
            all.exercises.iter().filter_map(|it| library::exercise_by_slug(it)).collect()
        })
    }

    /// What a filter lets through, its shelf included; `recent` are the routines done lately.
    ///
    /// Not tracked: a mark taken away in the list stays in sight, so that it can be put back.
    pub fn search(&self, filter: &Filter, recent: &[&'static Routine]) -> Found {
        let mut found = library::search(filter);
        match filter.shelf {
            None => {}
            Some(Shelf::Favourites) => {
                found.routines.retain(|it| self.is_marked(Entry::Routine(it)));
                found.exercises.retain(|it| self.is_marked(Entry::Exercise(it)));
            }
            Some(Shelf::Recent) => {
                found.routines.retain(|it| recent.iter().any(|done| done.id == it.id));
                found.exercises.clear();
            }
        }
        found
    }

    fn is_marked(&self, entry: Entry) -> bool {
        self.value.read(|all| {
            let list = match entry {
                Entry::Routine(_) => &all.routines,
                Entry::Exercise(_) => &all.exercises,
            };
            list.iter().any(|it| it == entry.slug())
        })
    }
}
