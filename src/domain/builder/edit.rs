//! The edits of a draft.

use super::{State, StepKey};
use crate::domain::dose::Pressure;
use crate::domain::shared::{
    Aftercare, Amount, Custom, Dated, Line, MAX_STEPS, MAX_TOTAL_SECS, Maker, Note, Pace, ReplyKey,
    RestSecs, Schedule, Sets, SharedRoutine, SideChoice, Sound, Step, What,
};

/// One change of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Its name.
    Title(Line),
    /// The word to the person it is for.
    Note(Note),
    /// Who made it.
    From(Maker),
    /// The day on it.
    Dated(Option<Dated>),
    /// How often to do it.
    Schedule(Option<Schedule>),
    /// Times between holds.
    Pace(Option<Pace>),
    /// The key to seal replies with.
    ReplyTo(Option<ReplyKey>),
    /// How it should sound.
    Sound(Option<Sound>),
    /// Length of the after-care card.
    Aftercare(Aftercare),
    /// The pack of the maker's own it is filed under; an empty name takes it out.
    Pack(Line),
    /// Puts a step before the one at `at`, or at the end.
    Add {
        /// Where it stands then, 0 to the number of steps.
        at: usize,
        /// The step.
        step: Box<Step>,
    },
    /// Takes steps out; the places may be in any order and there twice.
    Remove(Vec<usize>),
    /// Puts a copy of a step behind it.
    Duplicate(usize),
    /// Takes a step from one place to another.
    Move {
        /// Where it stands.
        from: usize,
        /// Where it stands then.
        to: usize,
    },
    /// Changes one thing of one step or of many.
    Change {
        /// Their places.
        steps: Vec<usize>,
        /// What becomes of them.
        to: StepEdit,
    },
}

/// One change of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepEdit {
    /// How long each hold lasts.
    Amount(Amount),
    /// How many sets.
    Sets(Sets),
    /// Which sides.
    Sides(SideChoice),
    /// Rest after each set.
    Rest(RestSecs),
    /// Strongest pressure or stretch.
    Pressure(Option<Pressure>),
    /// The word about it.
    Note(Note),
    /// Another exercise in its place, with its own time; all else stays.
    Exercise(What, Amount),
    /// What a described exercise is.
    Custom(Box<Custom>),
}

/// Why an edit cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// There is no step there.
    NoSuchStep {
        /// The place that was named.
        at: usize,
    },
    /// The step is an exercise of the library, which cannot be described anew.
    NotCustom {
        /// Its place.
        at: usize,
    },
    /// There would be more than [`MAX_STEPS`].
    TooManySteps {
        /// How many there would be.
        given: usize,
    },
    /// It would last longer than [`MAX_TOTAL_SECS`].
    TooLong {
        /// How long it would last, in seconds.
        secs: u32,
    },
}

impl core::fmt::Display for EditError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NoSuchStep { at } => write!(out, "there is no step at {at}"),
            Self::NotCustom { at } => write!(out, "the step at {at} is from the library"),
            Self::TooManySteps { given } => write!(out, "{given} steps, more than {MAX_STEPS}"),
            Self::TooLong { secs } => write!(out, "{secs} s in all, more than {MAX_TOTAL_SECS}"),
        }
    }
}

impl core::error::Error for EditError {}

/// Does an edit; on an error what was handed in is of no more use.
pub(super) fn change(
    State { routine, pack, keys }: &mut State,
    next_key: &mut u32,
    edit: Edit,
) -> Result<(), EditError> {
    match edit {
        Edit::Title(title) => routine.title = title,
        Edit::Note(note) => routine.note = note,
        Edit::From(maker) => routine.from = maker,
        Edit::Dated(day) => routine.dated = day,
        Edit::Schedule(schedule) => routine.schedule = schedule,
        Edit::Pace(pace) => routine.pace = pace,
        Edit::ReplyTo(key) => routine.reply_to = key,
        Edit::Sound(sound) => routine.sound = sound,
        Edit::Aftercare(aftercare) => routine.aftercare = aftercare,
        Edit::Pack(name) => *pack = name,
        Edit::Add { at, step } => insert(routine, keys, next_key, at, *step)?,
        Edit::Duplicate(at) => {
            let copy = routine.steps.get(at).cloned().ok_or(EditError::NoSuchStep { at })?;
            insert(routine, keys, next_key, at + 1, copy)?;
        }
        Edit::Remove(places) => {
            for at in &places {
                there(routine, *at)?;
            }
            for at in (0..routine.steps.len()).rev().filter(|at| places.contains(at)) {
                routine.steps.remove(at);
                keys.remove(at);
            }
        }
        Edit::Move { from, to } => {
            there(routine, from)?;
            there(routine, to)?;
            let (step, key) = (routine.steps.remove(from), keys.remove(from));
            routine.steps.insert(to, step);
            keys.insert(to, key);
        }
        Edit::Change { steps, to } => {
            for at in steps {
                let step = routine.steps.get_mut(at).ok_or(EditError::NoSuchStep { at })?;
                change_step(step, at, to.clone())?;
            }
        }
    }
    Ok(())
}

fn insert(
    routine: &mut SharedRoutine,
    keys: &mut Vec<StepKey>,
    next_key: &mut u32,
    at: usize,
    step: Step,
) -> Result<(), EditError> {
    if at > routine.steps.len() {
        return Err(EditError::NoSuchStep { at });
    }
    routine.steps.insert(at, step);
    keys.insert(at, StepKey(*next_key));
    *next_key = next_key.wrapping_add(1);
    Ok(())
}

const fn there(routine: &SharedRoutine, at: usize) -> Result<(), EditError> {
    if at < routine.steps.len() { Ok(()) } else { Err(EditError::NoSuchStep { at }) }
}

fn change_step(step: &mut Step, at: usize, to: StepEdit) -> Result<(), EditError> {
    match to {
        StepEdit::Amount(amount) => step.amount = amount,
        StepEdit::Sets(sets) => step.sets = sets,
        StepEdit::Sides(sides) => step.sides = sides,
        StepEdit::Rest(rest) => step.rest = rest,
        StepEdit::Pressure(pressure) => step.pressure = pressure,
        StepEdit::Note(note) => step.note = note,
        StepEdit::Exercise(what, amount) => {
            step.what = what;
            step.amount = amount;
            step.stated_name = Line::default();
        }
        StepEdit::Custom(custom) => match &mut step.what {
            What::Custom(old) => *old = custom,
            What::Library(_) => return Err(EditError::NotCustom { at }),
        },
    }
    Ok(())
}
