//! The routine that is being made: its draft, what the screen follows of it, and how it is kept.
//!
//! An edit changes the draft and then sets each value that screens follow; a value that stayed the same tells
//! nobody, so one edit redraws one row (`docs/spec/builder.md`).

mod desk;
mod keep;
mod keys;
mod latest;
mod rows;
mod share;
mod start;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;

use super::shelf::{Kept, Shelf};
use super::store::Store;
use super::watched::Watched;
use crate::codec::record::Making;
use crate::domain::builder::{Advice, Edit, StepKey};
use crate::domain::shared::{Maker, SharedRoutine, Step, Totals};
use crate::platform::timer::Timer;
use desk::Desk;

pub use latest::Addition;
pub use share::Link;
pub use start::{Opening, Start};

/// What a step is, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The step.
    pub step: Step,
    /// Whether there is advice about it.
    pub advised: bool,
}

/// One row of the list.
pub struct Row {
    /// Tells it from all others, wherever it is moved.
    pub key: StepKey,
    /// Its place, from 0.
    pub at: Watched<usize>,
    /// Its step.
    pub now: Watched<Shown>,
    /// Whether its fields are shown.
    pub open: Watched<bool>,
    /// Whether it is chosen for a change of many.
    pub chosen: Watched<bool>,
}

/// What is known of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many steps.
    pub steps: usize,
    /// Times and shares.
    pub totals: Totals,
}

/// What can be taken back and done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// There is an edit to take back.
    pub can_undo: bool,
    /// There is an edit to do again.
    pub can_redo: bool,
}

/// How the routine on the desk is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was made yet.
    #[default]
    Untouched,
    /// As a draft.
    Draft,
    /// Saved among the person's routines.
    Saved,
    /// As a template.
    Template,
}

/// The builder.
pub struct Builder {
    store: &'static Store,
    shelf: &'static Shelf,
    desk: Mutex<Option<Desk>>,
    rows: Mutex<Vec<Arc<Row>>>,
    gone: Mutex<Option<Kept>>,
    making: Watched<Making>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    /// The steps in order.
    keys: Watched<Vec<StepKey>>,
    /// All but the steps.
    head: Watched<SharedRoutine>,
    sums: Watched<Sums>,
    advice: Watched<Vec<Advice>>,
    past: Watched<Past>,
    keeping: Watched<Keeping>,
    /// The pack that it is filed under; empty for none.
    pack: Watched<String>,
    /// What was done last, in words.
    said: Watched<String>,
    choosing: Watched<bool>,
    /// The title of the routine that was deleted last.
    deleted: Watched<Option<String>>,
}

impl Builder {
    /// A builder with nothing on its desk.
    pub fn load(store: &'static Store, shelf: &'static Shelf) -> Self {
        Self {
            store,
            shelf,
            desk: Mutex::new(None),
            rows: Mutex::new(Vec::new()),
            gone: Mutex::new(None),
            making: Watched::new(keep::making(store)),
            timer: StoredValue::new_local(None),
            keys: Watched::new(Vec::new()),
            head: Watched::new(SharedRoutine::default()),
            sums: Watched::new(Sums::default()),
            advice: Watched::new(Vec::new()),
            past: Watched::new(Past::default()),
            keeping: Watched::new(Keeping::default()),
            pack: Watched::new(String::new()),
            said: Watched::new(String::new()),
            choosing: Watched::new(false),
            deleted: Watched::new(None),
        }
    }

    /// The keys of the steps in order; tracked.
    pub fn keys(&self) -> Vec<StepKey> {
        self.keys.get()
    }

    /// All of the routine but its steps; tracked.
    pub fn head(&self) -> SharedRoutine {
        self.head.get()
    }

    /// The same, not tracked.
    pub fn head_now(&self) -> SharedRoutine {
        self.head.peek()
    }

    /// Who makes it, with what is being typed; not tracked.
    pub fn maker_now(&'static self) -> Maker {
        let typed = self.with_desk(|desk| match &desk.typing {
            Some(Edit::From(maker)) => Some(maker.clone()),
            Some(_) | None => None,
        });
        typed.flatten().unwrap_or_else(|| self.head_now().from)
    }

    /// Times and shares; tracked.
    pub fn sums(&self) -> Sums {
        self.sums.get()
    }

    /// What the maker should know before sharing it; tracked.
    pub fn advice(&self) -> Vec<Advice> {
        self.advice.get()
    }

    /// What can be taken back; tracked.
    pub fn past(&self) -> Past {
        self.past.get()
    }

    /// How it is kept; tracked.
    pub fn keeping(&self) -> Keeping {
        self.keeping.get()
    }

    /// The pack that it is filed under; empty for none; tracked.
    pub fn pack(&self) -> String {
        self.pack.get()
    }

    /// What was done last, in words; tracked.
    pub fn said(&self) -> String {
        self.said.get()
    }

    /// Says something to whoever looks or listens.
    pub fn say(&self, words: impl Into<String>) {
        self.said.set(words.into());
    }

    /// Whether several steps are being chosen; tracked.
    pub fn is_choosing(&self) -> bool {
        self.choosing.get()
    }

    /// The title of the routine that was deleted last, while it can be brought back; tracked.
    pub fn deleted(&self) -> Option<String> {
        self.deleted.get()
    }

    /// The routine as it stands, with what is being typed; `None` with nothing on the desk.
    pub fn routine(&'static self) -> Option<SharedRoutine> {
        self.settle();
        self.desk().as_ref().map(|it| it.draft.routine().clone())
    }

    /// The id of the routine on the desk.
    pub fn id(&self) -> Option<String> {
        self.desk().as_ref().map(|it| it.id.clone())
    }

    /// Does an edit and says what was done; whether it could be done.
    pub fn act(&'static self, edit: Edit, said: impl Into<String>) -> bool {
        self.settle();
        let done = self.with_desk(|desk| desk.draft.apply(edit));
        match done {
            None => false,
            Some(Ok(_)) => {
                self.changed();
                self.say(said);
                true
            }
            Some(Err(error)) => {
                // The values stay, but fields may show what was refused.
                self.say(crate::i18n::builder::refused(error));
                false
            }
        }
    }

    /// Takes in what is being typed; it becomes one edit when the person stops for a moment.
    pub fn type_in(&'static self, edit: Edit) {
        let other = self.with_desk(|desk| desk.types_elsewhere(&edit)).unwrap_or(false);
        if other {
            self.settle();
        }
        self.with_desk(|desk| {
            desk.signs |= matches!(edit, Edit::From(_));
            desk.typing = Some(edit);
        });
        self.keep_later();
    }

    /// Makes what is being typed an edit.
    pub fn settle(&'static self) {
        let typed = self.with_desk(|desk| desk.typing.take()).flatten();
        let Some(edit) = typed else { return };
        let done = self.with_desk(|desk| desk.draft.apply(edit));
        if let Some(Err(error)) = done {
            self.say(crate::i18n::builder::refused(error));
        }
        self.changed();
    }

    /// Takes the last edit back.
    pub fn undo(&'static self) {
        self.settle();
        if self.with_desk(|desk| desk.draft.undo()) == Some(true) {
            self.changed();
            self.say(crate::i18n::builder::UNDONE);
        }
    }

    /// Does the edit again that was taken back last.
    pub fn redo(&'static self) {
        self.settle();
        if self.with_desk(|desk| desk.draft.redo()) == Some(true) {
            self.changed();
            self.say(crate::i18n::builder::REDONE);
        }
    }

    fn desk(&self) -> MutexGuard<'_, Option<Desk>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_desk<R>(&self, act: impl FnOnce(&mut Desk) -> R) -> Option<R> {
        self.desk().as_mut().map(act)
    }
}
