//! The library: exercises, routines, their words and their sources.
//!
//! `data/` is checked and turned into statics by `build.rs`; what people read and hear comes as a file of
//! its own ([`keep`]). The formats are described in `docs/spec/library.md`.

#![deny(clippy::indexing_slicing)]

mod conditions;
mod learn;
mod library;
mod longest;
mod offers;
mod plans;
mod search;
mod source;
mod synonyms;
mod text;
mod words;

use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::Routine;

pub use conditions::{
    ConditionText, card_title, condition, condition_text, conditions, routines_of, rules,
    trouble_text, troubles,
};
pub use learn::{Article, Block, Card, Kind, Touch, Zone, article, articles, cards, zones};
pub use longest::longest;
pub use offers::{Offers, exercises_of, offers};
pub use plans::{plan, plan_of, shape_request, tools, tools_for, tools_of, total};
pub use search::{Filter, Found, MAX_WORDS_CHARS, Shelf, search};
pub use source::{Source, Standing, source, sources};
pub use text::{ExerciseText, RoutineGate, RoutineText, name, routine_gate, routine_text, text};
pub use words::{WordsError, keep};

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

/// Every routine, in order of its permanent number.
pub fn routines() -> &'static [Routine] {
    &library::ROUTINES
}

/// The routine with this slug; `None` when the library does not hold it.
pub fn routine(slug: &str) -> Option<&'static Routine> {
    library::ROUTINES.iter().find(|it| it.slug == slug)
}
