//! Other words under which people look for things, as `build.rs` wrote them from `data/`.

use crate::domain::body::{Area, Position};
use crate::domain::equipment::Tool;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::technique::Technique;

/// What the words of a group stand for.
pub(super) enum Means {
    /// Everything filed under an area.
    Area(Area),
    /// Everything done with a tool.
    Tool(Tool),
    /// Everything done in a position.
    Position(Position),
    /// Every exercise of a technique.
    Technique(Technique),
    /// The exercises that reach a muscle.
    Exercises(&'static [ExerciseId]),
}

/// Folded words, with one space between them, that stand for one thing.
pub(super) struct Group {
    /// The words.
    pub(super) words: &'static str,
    /// What they stand for.
    pub(super) means: Means,
}

impl Means {
    /// Whether an exercise is meant.
    pub(super) fn has(&self, it: &Exercise) -> bool {
        match self {
            Self::Area(area) => it.area == *area,
            Self::Tool(tool) => it.tool == *tool,
            Self::Position(position) => it.position == *position,
            Self::Technique(technique) => it.technique == *technique,
            Self::Exercises(ids) => ids.contains(&it.id),
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/synonyms.rs"));
