//! What people read and hear about exercises and routines, in plain English (reading age 9 to 11).

use super::library;
use super::words::words;
use crate::domain::exercise::ExerciseId;

/// The words of one exercise; two-sided ones say "that side", for the voice names it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExerciseText {
    /// Name.
    pub name: &'static str,
    /// Muscles in everyday words.
    pub muscles: &'static str,
    /// How to get into place: one or two sentences of at most 15 words.
    pub set_up: &'static str,
    /// Lines spoken inside the hold, 3 to 5, each at most 10 words.
    pub cues: &'static [&'static str],
    /// What it should feel like.
    pub feel: &'static str,
    /// When to stop, then what to keep clear of; never empty.
    pub cautions: &'static [&'static str],
    /// What to do when it is too much.
    pub easier: &'static str,
}

/// A routine's name and what happens in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoutineText {
    /// Name by area and time, never by disease.
    pub name: &'static str,
    /// What happens in it, in one sentence.
    pub about: &'static str,
}

/// Who should do a routine and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoutineGate {
    /// Whom it is for and whom not (gates of clinical-evidence 5.0b to 5.6).
    pub for_whom: &'static str,
    /// How often to do it (clinical-evidence 5.8).
    pub how_often: &'static str,
}

/// Name of what the library does not hold: true of any step.
const UNNAMED: &str = "Quiet pause";

/// What is said for an exercise that the library does not hold: true of any step, and safe.
static QUIET_PAUSE: ExerciseText = ExerciseText {
    name: UNNAMED,
    muscles: "Whole body",
    set_up: "Rest in a way that feels easy.",
    cues: &["Breathe slowly.", "Let your shoulders drop.", "Rest until the bell."],
    feel: "Easy and calm.",
    cautions: &["Stop if anything hurts."],
    easier: "Rest in any other way you like.",
};

static UNNAMED_ROUTINE: RoutineText =
    RoutineText { name: "Routine", about: "Steps in order, each with its own time." };

/// The name of an exercise, which is always here; that of a quiet pause when the library does not hold it.
pub fn name(id: ExerciseId) -> &'static str {
    find(&library::EXERCISE_NAMES, id.0).copied().unwrap_or(UNNAMED)
}

/// The words of an exercise; those of a quiet pause when the library does not hold it, or when the
/// words have not come yet ([`super::keep`]).
pub fn text(id: ExerciseId) -> &'static ExerciseText {
    words().and_then(|it| find(&it.exercises, id.0)).unwrap_or(&QUIET_PAUSE)
}

/// The name of a routine and what it does; neutral ones when the library does not hold it.
pub fn routine_text(id: u16) -> &'static RoutineText {
    find(&library::ROUTINE_TEXTS, id).unwrap_or(&UNNAMED_ROUTINE)
}

/// Whom a routine is for; `None` when the library does not hold it or the words have not come yet.
pub fn routine_gate(id: u16) -> Option<&'static RoutineGate> {
    words().and_then(|it| find(&it.gates, id))
}

fn find<T>(texts: &'static [(u16, T)], number: u16) -> Option<&'static T> {
    let at = texts.binary_search_by_key(&number, |(it, _)| *it).ok()?;
    texts.get(at).map(|(_, text)| text)
}
