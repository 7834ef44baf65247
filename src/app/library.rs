//! The library as screens use it.

pub use crate::catalog::{
    Article, Block, ExerciseText, Kind, RoutineGate, RoutineText, article, articles, exercise,
    exercise_by_slug, exercises, name, routine, routine_gate, routine_text, routines, source, text,
    tools, total, zones,
};
use crate::domain::exercise::ExerciseId;
use crate::i18n::speech::Step;

/// An exercise with its words, for lines that name it.
pub fn step(id: ExerciseId) -> Step {
    Step { exercise: exercise(id), text: text(id) }
}
