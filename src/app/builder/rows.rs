//! The rows of the list, and what is done with several of them.

use std::sync::Arc;

use super::desk::Desk;
use super::{Builder, Keeping, Past, Row, Shown, Sums};
use crate::app::shelf::Origin;
use crate::app::watched::Watched;
use crate::domain::builder::{Advice, Draft, Edit, StepEdit, StepKey};
use crate::domain::shared::SharedRoutine;

impl Builder {
    /// The row with this key; `None` when it is gone.
    pub fn row(&self, key: u32) -> Option<Arc<Row>> {
        self.rows().iter().find(|it| it.key.number() == key).cloned()
    }

    /// Opens the fields of a row, or closes them.
    pub fn toggle_open(&self, key: u32) {
        if let Some(row) = self.row(key) {
            let open = row.open.peek();
            row.open.set(!open);
        }
    }

    /// Opens the fields of the row at a place; its key.
    pub fn open_at(&self, at: usize) -> Option<u32> {
        let key = self.keys.read(|keys| keys.get(at).copied())?;
        self.row(key.number())?.open.set(true);
        Some(key.number())
    }

    /// The place of a step, from 0; `None` when it is gone.
    pub fn place_of(&self, key: u32) -> Option<usize> {
        self.keys.read(|keys| keys.iter().position(|it| it.number() == key))
    }

    /// The key of the step at a place; `None` past the end.
    pub fn key_at(&self, at: usize) -> Option<u32> {
        self.keys.read(|keys| keys.get(at).map(|it| it.number()))
    }

    /// How many steps there are.
    pub fn count(&self) -> usize {
        self.keys.read(Vec::len)
    }

    /// Begins or ends choosing several steps.
    pub fn choose_many(&self, on: bool) {
        self.choose_all(false);
        self.choosing.set(on);
    }

    /// Chooses every step, or none.
    pub fn choose_all(&self, on: bool) {
        for row in self.rows().iter() {
            row.chosen.set(on);
        }
    }

    /// Chooses a step, or lets it go.
    pub fn toggle_chosen(&self, key: u32) {
        if let Some(row) = self.row(key) {
            let chosen = row.chosen.peek();
            row.chosen.set(!chosen);
        }
    }

    /// The places of the chosen steps, in order; tracked.
    pub fn chosen(&self) -> Vec<usize> {
        self.keys.track();
        let rows: Vec<Arc<Row>> = self.rows().clone();
        let chosen = rows
            .iter()
            .filter(|row| row.chosen.get())
            .filter_map(|row| self.keys.read(|keys| keys.iter().position(|key| *key == row.key)));
        let mut places: Vec<usize> = Vec::new();
        for at in chosen {
            places.insert(places.partition_point(|earlier| *earlier < at), at);
        }
        places
    }

    /// Changes one thing of the step with this key.
    pub fn change(&'static self, key: u32, to: StepEdit) -> bool {
        let Some(at) = self.place_of(key) else { return false };
        self.act(Edit::Change { steps: vec![at], to }, String::new())
    }

    /// Takes in what is being typed about the step with this key.
    pub fn type_about(&'static self, key: u32, to: StepEdit) {
        if let Some(at) = self.place_of(key) {
            self.type_in(Edit::Change { steps: vec![at], to });
        }
    }

    /// Sets what screens follow, and keeps the draft soon.
    pub(super) fn changed(&'static self) {
        self.with_desk(|desk| desk.unsaved = true);
        self.show();
        self.keep_later();
    }

    /// Sets what screens follow to what lies on the desk.
    pub(super) fn show(&self) {
        let desk = self.desk();
        let Some(desk) = desk.as_ref() else { return };
        let draft = &desk.draft;
        let advice = draft.advice();
        let keys = draft.keys().to_vec();
        self.place_rows(draft, &advice);
        self.head.set(SharedRoutine { steps: Vec::new(), ..draft.routine().clone() });
        self.pack.set(draft.pack().as_str().to_owned());
        self.sums.set(Sums { steps: keys.len(), totals: draft.totals() });
        self.advice.set(advice);
        self.past.set(Past { can_undo: draft.can_undo(), can_redo: draft.can_redo() });
        self.keeping.set(keeping(desk));
        self.keys.set(keys);
    }

    fn place_rows(&self, draft: &Draft, advice: &[Advice]) {
        let mut rows = self.rows();
        rows.retain(|row| draft.position(row.key).is_some());
        for (at, (key, step)) in draft.keys().iter().zip(&draft.routine().steps).enumerate() {
            let now = Shown { step: step.clone(), advised: is_advised(advice, at) };
            match rows.iter().find(|row| row.key == *key) {
                Some(row) => {
                    row.at.set(at);
                    row.now.set(now);
                }
                None => rows.push(Arc::new(Row::new(*key, at, now))),
            }
        }
    }

    fn rows(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Row>>> {
        self.rows.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Forgets the rows of another draft.
    pub(super) fn clear_rows(&self) {
        self.rows().clear();
        self.keys.set(Vec::new());
        self.choosing.set(false);
    }
}

impl Row {
    fn new(key: StepKey, at: usize, now: Shown) -> Self {
        Self {
            key,
            at: Watched::new(at),
            now: Watched::new(now),
            open: Watched::new(false),
            chosen: Watched::new(false),
        }
    }
}

const fn keeping(desk: &Desk) -> Keeping {
    match (desk.origin, desk.is_draft) {
        (Origin::Template, _) => Keeping::Template,
        (_, false) => Keeping::Saved,
        (_, true) if desk.is_untouched() => Keeping::Untouched,
        (_, true) => Keeping::Draft,
    }
}

/// Whether a piece of advice names the step at this place.
fn is_advised(advice: &[Advice], at: usize) -> bool {
    advice.iter().any(|it| match it {
        Advice::MuscleFull { steps, .. } => steps.contains(&at),
        Advice::SessionFull { .. } => false,
        Advice::ExerciseFull { at: place, .. }
        | Advice::HoldHeld { at: place, .. }
        | Advice::SetsHeld { at: place }
        | Advice::PressureHeld { at: place, .. }
        | Advice::PressureStrong { at: place }
        | Advice::Flagged { at: place }
        | Advice::Described { at: place }
        | Advice::Unknown { at: place } => *place == at,
    })
}
