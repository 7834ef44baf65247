//! What was done, step by step.

use super::again::Worked;
use super::types::Ending;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::Plan;
use crate::domain::side::Side;
use crate::domain::time::Span;

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Each of its holds ran to its end.
    Done,
    /// A hold was left out, or left before its end.
    Skipped,
    /// It was left, or swapped for an easier one, because it was too much.
    TooMuch,
    /// None of its holds began.
    NotReached,
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Done, Self::Skipped, Self::TooMuch, Self::NotReached];

    /// The permanent small number of the outcome in stored records.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Skipped => 1,
            Self::TooMuch => 2,
            Self::NotReached => 3,
        }
    }

    /// The outcome with this number, or `None`.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What was done of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// What became of it.
    pub done: Outcome,
    /// How often the person eased off; taking the easier step counts once.
    pub eases: u8,
    /// Time its holds ran, all passes together.
    pub worked: Span,
}

/// What was done in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How it ended.
    pub ending: Ending,
    /// Time all holds ran together.
    pub worked: Span,
    /// The plan's steps in order, then those that were taken out of it on the way.
    pub steps: Vec<StepRecord>,
}

/// Eases in one session after which the app offers to end it (clinical-evidence 3.5, last row).
const ENOUGH_EASES: u8 = 3;
/// Too-much skips in one session after which the app offers to end it (clinical-evidence 3.5, last row).
const ENOUGH_TOO_MUCH: u8 = 2;

/// The records of a running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Log {
    /// One a step of the plan.
    pub(super) records: Vec<StepRecord>,
    /// Those of steps taken out of it; nothing changes them any more.
    pub(super) gone: Vec<StepRecord>,
    /// What each side got, one a step of the plan.
    pub(super) worked: Vec<Worked>,
    pub(super) eases: u8,
    pub(super) too_much: u8,
}

impl Log {
    /// Most records kept: every step of a full plan, and as many taken out.
    pub(super) const MAX_RECORDS: usize = 2 * Plan::MAX_STEPS;

    pub(super) fn new(plan: &Plan) -> Self {
        let records = plan.steps.iter().map(|step| fresh(step.exercise)).collect();
        let worked = vec![Worked::default(); plan.steps.len()];
        Self { records, gone: Vec::new(), worked, eases: 0, too_much: 0 }
    }

    pub(super) fn set(&mut self, step: usize, done: Outcome) {
        if let Some(record) = self.records.get_mut(step) {
            record.done = done;
        }
    }

    /// Marks the step, unless it already is done, skipped or too much.
    pub(super) fn settle(&mut self, step: usize, done: Outcome) {
        if let Some(record) = self.records.get_mut(step)
            && record.done == Outcome::NotReached
        {
            record.done = done;
        }
    }

    pub(super) fn work(&mut self, step: usize, side: Side, time: Span) {
        if let Some(record) = self.records.get_mut(step) {
            record.worked = record.worked.plus(time);
        }
        if let Some(worked) = self.worked.get_mut(step) {
            worked.add(side, time);
        }
    }

    /// What a side of a step got.
    pub(super) fn worked_side(&self, step: usize, side: Side) -> Span {
        self.worked.get(step).map_or(Span::ZERO, |it| it.of(side))
    }

    /// Counts an ease; answers whether that is now enough for one session.
    pub(super) fn ease(&mut self, step: usize) -> bool {
        if let Some(record) = self.records.get_mut(step) {
            record.eases = record.eases.saturating_add(1);
        }
        let before = self.is_enough();
        self.eases = self.eases.saturating_add(1);
        self.is_enough() && !before
    }

    /// Counts a skip; answers whether that is now enough for one session.
    pub(super) fn too_much(&mut self, step: usize) -> bool {
        self.set(step, Outcome::TooMuch);
        let before = self.is_enough();
        self.too_much = self.too_much.saturating_add(1);
        self.is_enough() && !before
    }

    /// Puts another exercise in a step's place; the record of the old one is kept, and so is what its sides got.
    pub(super) fn replace(&mut self, step: usize, exercise: ExerciseId) {
        if let Some(record) = self.records.get_mut(step) {
            let old = core::mem::replace(record, fresh(exercise));
            self.keep(old);
        }
    }

    /// Takes out all steps from `first` to `end` and puts one exercise there instead.
    pub(super) fn replace_rest(&mut self, first: usize, end: usize, exercise: ExerciseId) {
        let end = end.min(self.records.len());
        let first = first.min(end);
        let out: Vec<_> = self.records.drain(first..end).collect();
        self.records.insert(first, fresh(exercise));
        self.worked.truncate(first);
        self.worked.push(Worked::default());
        for old in out {
            self.keep(old);
        }
    }

    /// Takes out the steps at these places, in rising order; their records are kept.
    pub(super) fn take_out(&mut self, places: &[usize]) {
        for &at in places.iter().rev() {
            if let Some(&old) = self.records.get(at) {
                self.records.remove(at);
                self.worked.remove(at);
                self.keep(old);
            }
        }
    }

    pub(super) fn is_too_much(&self, step: usize) -> bool {
        self.records.get(step).is_some_and(|record| record.done == Outcome::TooMuch)
    }

    pub(super) fn is_eased(&self, step: usize) -> bool {
        self.records.get(step).is_some_and(|record| record.eases > 0)
    }

    pub(super) fn summary(&self, ending: Ending) -> Summary {
        let steps: Vec<_> = self.all().map(begun_is_skipped).collect();
        let worked = steps.iter().fold(Span::ZERO, |sum, step| sum.plus(step.worked));
        Summary { ending, worked, steps }
    }

    /// The records of the plan's steps, then those of steps taken out of it.
    pub(super) fn all(&self) -> impl Iterator<Item = StepRecord> {
        self.records.iter().chain(&self.gone).copied()
    }

    fn is_enough(&self) -> bool {
        self.eases >= ENOUGH_EASES || self.too_much >= ENOUGH_TOO_MUCH
    }

    fn keep(&mut self, old: StepRecord) {
        if self.records.len() + self.gone.len() < Self::MAX_RECORDS {
            self.gone.push(old);
        }
    }
}

const fn fresh(exercise: ExerciseId) -> StepRecord {
    StepRecord { exercise, done: Outcome::NotReached, eases: 0, worked: Span::ZERO }
}

/// A step that was left in the middle was not "never reached".
const fn begun_is_skipped(mut record: StepRecord) -> StepRecord {
    if matches!(record.done, Outcome::NotReached) && !record.worked.is_zero() {
        record.done = Outcome::Skipped;
    }
    record
}
