//! Making a routine for somebody else: one edit after the other, each of which can be taken back.
//!
//! Rules L1 to L8 in `docs/spec/builder.md`.

mod advice;
mod edit;

use super::body::Area;
use super::exercise::{Exercise, ExerciseId};
use super::routine::Routine;
use super::shared::{
    Aftercare, AftercareSecs, Amount, Line, MAX_STEPS, MAX_TOTAL_SECS, SharedRoutine, Step, Totals,
    What, totals,
};

pub use advice::{Advice, advice};
pub use edit::{Edit, EditError, StepEdit};

/// Edits that can be taken back at most.
pub const MAX_UNDO: usize = 100;

/// Tells the steps of a draft apart, wherever they are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepKey(u32);

impl StepKey {
    /// The number, which no other step of the draft ever has.
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// A routine in the making: always one that can be shared, but that it may still be empty.
#[derive(Clone, Debug)]
pub struct Draft {
    library: &'static [Exercise],
    now: State,
    undo: Vec<State>,
    redo: Vec<State>,
    next_key: u32,
}

/// What an edit changes and undo brings back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    routine: SharedRoutine,
    /// The pack of the maker's own it is filed under; no part of what is shared.
    pack: Line,
    /// One a step.
    keys: Vec<StepKey>,
}

/// Whether an edit changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It did, and can be taken back.
    Changed,
    /// All was so already; there is nothing to take back.
    Same,
}

impl Draft {
    /// An empty draft; `library` in order of number.
    pub fn new(library: &'static [Exercise]) -> Self {
        Self::of(SharedRoutine::default(), library)
    }

    /// A draft that starts from a stock routine of this name.
    pub fn from_stock(routine: &Routine, name: &str, library: &'static [Exercise]) -> Self {
        let step = |it: &super::routine::RoutineStep| {
            Some(Step::new(What::library(it.exercise)?, Amount::of_secs(it.hold.secs())))
        };
        let shared = SharedRoutine {
            title: Line::clean(name),
            steps: routine.steps.iter().filter_map(step).collect(),
            aftercare: Aftercare(AftercareSecs::held(routine.aftercare_secs)),
            ..SharedRoutine::default()
        };
        Self::of(shared, library)
    }

    /// A draft that starts from a routine that was received, kept or shared before.
    ///
    /// # Errors
    /// [`EditError`] when it has too many steps or lasts too long, which nothing that was decoded does.
    pub fn from_shared(
        routine: SharedRoutine,
        library: &'static [Exercise],
    ) -> Result<Self, EditError> {
        check(&routine, library)?;
        Ok(Self::of(routine, library))
    }

    fn of(routine: SharedRoutine, library: &'static [Exercise]) -> Self {
        let count = u32::try_from(routine.steps.len()).unwrap_or(u32::MAX);
        let keys = (0..count).map(StepKey).collect();
        let now = State { routine, pack: Line::default(), keys };
        Self { library, now, undo: Vec::new(), redo: Vec::new(), next_key: count }
    }

    /// The routine as it stands.
    pub const fn routine(&self) -> &SharedRoutine {
        &self.now.routine
    }

    /// The same draft, filed under a pack from the start; an empty name is none.
    #[must_use]
    pub fn filed_under(mut self, pack: Line) -> Self {
        self.now.pack = pack;
        self
    }

    /// The pack it is filed under; empty for none.
    pub const fn pack(&self) -> &Line {
        &self.now.pack
    }

    /// The keys of its steps, in their order.
    pub fn keys(&self) -> &[StepKey] {
        &self.now.keys
    }

    /// Where the step with this key stands; `None` when it is gone.
    pub fn position(&self, key: StepKey) -> Option<usize> {
        self.now.keys.iter().position(|it| *it == key)
    }

    /// Does one edit, whole or not at all.
    ///
    /// # Errors
    /// [`EditError`] when it names a step that is not there, or the routine would have too many steps or last
    /// too long; the draft stays as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<Applied, EditError> {
        let mut next = self.now.clone();
        let mut next_key = self.next_key;
        edit::change(&mut next, &mut next_key, edit)?;
        check(&next.routine, self.library)?;
        if next == self.now {
            return Ok(Applied::Same);
        }
        self.next_key = next_key;
        self.redo.clear();
        if self.undo.len() == MAX_UNDO {
            self.undo.remove(0);
        }
        self.undo.push(core::mem::replace(&mut self.now, next));
        Ok(Applied::Changed)
    }

    /// Takes the last edit back; whether there was one.
    pub fn undo(&mut self) -> bool {
        swap(&mut self.undo, &mut self.now, &mut self.redo)
    }

    /// Does the edit again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        swap(&mut self.redo, &mut self.now, &mut self.undo)
    }

    /// Whether there is an edit to take back.
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is an edit to do again.
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// How long it takes and how it is shared out between sides and areas.
    pub fn totals(&self) -> Totals {
        totals(self.routine(), self.library)
    }

    /// What its maker should know before sharing it.
    pub fn advice(&self) -> Vec<Advice> {
        advice(self.routine(), self.library)
    }

    /// A step of a library exercise with the library's own time; `None` when the library does not hold it.
    pub fn step_of(&self, id: ExerciseId) -> Option<Step> {
        let exercise = super::shared::find(self.library, id)?;
        Some(Step::new(What::library(id)?, Amount::of_secs(exercise.hold.secs())))
    }
}

/// Share of the holds of each area in percent, the largest first; the shares of what is shown add up to at
/// most 100.
pub fn shares(totals: &Totals) -> Vec<(Area, u8)> {
    let all: u32 = totals.areas.iter().map(|(_, secs)| *secs).sum();
    let percent = |secs: u32| u8::try_from(secs.saturating_mul(100) / all.max(1)).unwrap_or(100);
    totals.areas.iter().map(|(area, secs)| (*area, percent(*secs))).collect()
}

fn swap(from: &mut Vec<State>, now: &mut State, to: &mut Vec<State>) -> bool {
    let Some(next) = from.pop() else { return false };
    to.push(core::mem::replace(now, next));
    true
}

fn check(routine: &SharedRoutine, library: &[Exercise]) -> Result<(), EditError> {
    if routine.steps.len() > MAX_STEPS {
        return Err(EditError::TooManySteps { given: routine.steps.len() });
    }
    let secs = totals(routine, library).secs;
    if secs > MAX_TOTAL_SECS {
        return Err(EditError::TooLong { secs });
    }
    Ok(())
}
