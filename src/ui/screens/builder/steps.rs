//! What a step is, for those who show it.

use crate::app::library;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::shared::{Step, What};
use crate::domain::side::Sides;
use crate::i18n::sharing;

/// The library's exercise of a step.
pub(super) fn exercise(step: &Step) -> Option<&'static Exercise> {
    match &step.what {
        What::Library(number) => library::exercise(ExerciseId(number.get())),
        What::Custom(_) => None,
    }
}

/// The name of a step.
pub(super) fn name(step: &Step) -> String {
    let names = |id| library::exercise(id).map(|it| library::name(it.id));
    sharing::step_name(step, &names).to_owned()
}

/// Whether it is done once a side.
pub(super) fn is_two_sided(step: &Step) -> bool {
    match &step.what {
        What::Library(_) => exercise(step).is_some_and(|it| it.sides != Sides::Together),
        What::Custom(custom) => custom.two_sided,
    }
}

/// Its exercise's word in `data-exercise`.
pub(super) fn slug(step: &Step) -> &'static str {
    match &step.what {
        What::Library(_) => exercise(step).map_or("unknown", |it| it.slug),
        What::Custom(_) => "custom",
    }
}

/// Its dose in one line.
pub(super) fn dose(step: &Step) -> String {
    sharing::dose(step, is_two_sided(step))
}
