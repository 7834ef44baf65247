//! The library as screens use it.

use crate::catalog;
pub use crate::catalog::{
    Article, Block, Card, ExerciseText, Filter, Found, Kind, MAX_WORDS_CHARS, Offers, RoutineGate,
    RoutineText, Shelf, Standing, Touch, article, articles, card_title, condition, condition_text,
    exercise, exercise_by_slug, exercises, exercises_of, longest, name, offers, routine_gate,
    routines, rules, search, source, sources, text, tools, tools_for, tools_of, total,
    trouble_text, zones,
};
use crate::domain::body::Area;
use crate::domain::dose::HoldSecs;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::{Goal, Routine, RoutineStep};
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

/// All after-care cards, in the order of their numbers; none before the words have come.
pub fn care_cards() -> &'static [Card] {
    catalog::cards()
}

/// The after-care card with this number; `None` when there is none, or before the words have come.
pub fn care_card(number: u16) -> Option<&'static Card> {
    catalog::cards().iter().find(|it| it.number == number)
}

/// The routines that use an exercise, in the library's order.
pub fn used_in(id: ExerciseId) -> Vec<&'static Routine> {
    let uses = |it: &&Routine| it.steps.iter().any(|step| step.exercise == id);
    routines().iter().filter(uses).collect()
}

/// An exercise with its words, for lines that name it.
pub fn step(id: ExerciseId) -> Step {
    Step { exercise: exercise(id), text: text(id), cap: None }
}

/// Slow breathing alone, which stays open under many locks; no number of the library's.
///
/// BR02 for 120 s, within its 60 to 120 s (clinical-evidence 1.2, S13, S14).
pub static BREATHING: Routine = Routine {
    id: 0,
    slug: "slow-breathing",
    area: Area::WholeBody,
    goal: Goal::Comfort,
    minutes: 5,
    steps: &[RoutineStep { exercise: ExerciseId(102), hold: HoldSecs::held(120) }],
    aftercare_secs: 0,
    sources: &["S13", "S14"],
};

static BREATHING_TEXT: RoutineText = RoutineText {
    name: "Slow breathing, 2 minutes",
    about: "Sit on a chair and breathe slowly, with a longer breath out.",
};

/// The routine with this slug: slow breathing, or one of the library.
pub fn routine(slug: &str) -> Option<&'static Routine> {
    if slug == BREATHING.slug { Some(&BREATHING) } else { catalog::routine(slug) }
}

/// The name of a routine and what it does.
pub fn routine_text(id: u16) -> &'static RoutineText {
    if id == BREATHING.id { &BREATHING_TEXT } else { catalog::routine_text(id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::technique::Technique;

    #[test]
    fn slow_breathing_is_breathing_within_its_own_longest_time() {
        let step = BREATHING.steps[0];
        let exercise = exercise(step.exercise).unwrap();
        assert_eq!((exercise.code, exercise.technique), ("BR02", Technique::Breathing));
        assert!(step.hold <= exercise.longest);
        assert!(catalog::routines().iter().all(|it| it.id != BREATHING.id));
    }
}
