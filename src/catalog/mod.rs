//! The library: exercises, routines, their words and their sources.
//!
//! `data/` is checked and turned into statics by `build.rs`, so nothing is parsed at run time and nothing
//! here can fail. The format is described in `docs/spec/library.md`.

mod library;
mod longest;
mod offers;
mod plans;
mod search;
mod source;
mod synonyms;
mod text;

use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::Routine;

pub use longest::longest;
pub use offers::{Offers, exercises_of, offers};
pub use plans::{plan, tools, total};
pub use search::{Filter, Found, MAX_WORDS_CHARS, Shelf, search};
pub use source::{Source, Standing, source, sources};
pub use text::{ExerciseText, RoutineText, routine_text, text};

/// Every exercise, in order of its permanent number.
pub fn exercises() -> &'static [Exercise] {
    &library::EXERCISES
}

/// The exercise with this number; `None` when the library does not hold it.
pub fn exercise(id: ExerciseId) -> Option<&'static Exercise> {
    let at = library::EXERCISES.binary_search_by_key(&id, |it| it.id).ok()?;
    library::EXERCISES.get(at)
}

/// The exercise with this slug; `None` when the library does not hold it.
pub fn exercise_by_slug(slug: &str) -> Option<&'static Exercise> {
    library::EXERCISES.iter().find(|it| it.slug == slug)
}

/// The name of an exercise; that of a quiet pause when the library does not hold it.
pub fn name(id: ExerciseId) -> &'static str {
    text(id).name
}

/// Every routine, in order of its permanent number.
pub fn routines() -> &'static [Routine] {
    &library::ROUTINES
}

/// The routine with this slug; `None` when the library does not hold it.
pub fn routine(slug: &str) -> Option<&'static Routine> {
    library::ROUTINES.iter().find(|it| it.slug == slug)
}
