//! The library as screens use it.

pub use crate::catalog::{
    Article, Block, ExerciseText, Filter, Found, Kind, MAX_WORDS_CHARS, Offers, RoutineGate,
    RoutineText, Shelf, Standing, article, articles, exercise, exercise_by_slug, exercises,
    exercises_of, longest, name, offers, routine, routine_gate, routine_text, routines, search,
    source, text, tools, total, zones,
};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::Routine;
use crate::i18n::speech::Step;

/// A routine or an exercise: what a list shows and a person marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A routine.
    Routine(&'static Routine),
    /// An exercise.
    Exercise(&'static Exercise),
}

impl Entry {
    /// Its word in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Routine(it) => it.slug,
            Self::Exercise(it) => it.slug,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Routine(it) => routine_text(it.id).name,
            Self::Exercise(it) => name(it.id),
        }
    }
}

/// The routines that use an exercise, in the library's order.
pub fn used_in(id: ExerciseId) -> Vec<&'static Routine> {
    let uses = |it: &&Routine| it.steps.iter().any(|step| step.exercise == id);
    routines().iter().filter(uses).collect()
}

/// An exercise with its words, for lines that name it.
pub fn step(id: ExerciseId) -> Step {
    Step { exercise: exercise(id), text: text(id) }
}
