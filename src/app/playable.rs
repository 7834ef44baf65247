//! What can be played: a routine of the library, or one that somebody made.

use super::library;
use super::links::Shared;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::Routine;
use crate::domain::shared::{Sound, find};
use crate::domain::technique::Technique;
use crate::i18n::sharing;
use crate::i18n::speech::Step;

/// A routine to check, preview and play.
#[derive(Clone, Copy)]
pub enum Playable {
    /// One of the library.
    Stock(&'static Routine),
    /// One that somebody made.
    Shared(&'static Shared),
}

impl PartialEq for Playable {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stock(one), Self::Stock(other)) => one.id == other.id,
            (Self::Shared(one), Self::Shared(other)) => core::ptr::eq(*one, *other),
            (Self::Stock(_), Self::Shared(_)) | (Self::Shared(_), Self::Stock(_)) => false,
        }
    }
}

impl Playable {
    /// Its word in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stock(routine) => routine.slug,
            Self::Shared(shared) => &shared.key,
        }
    }

    /// Its number in the library; 0 for one that somebody made.
    pub const fn number(self) -> u16 {
        match self {
            Self::Stock(routine) => routine.id,
            Self::Shared(_) => 0,
        }
    }

    /// The exercises it is made of: the library's, and those that its maker described.
    pub fn exercises(self) -> &'static [Exercise] {
        match self {
            Self::Stock(_) => library::exercises(),
            Self::Shared(shared) => shared.exercises(),
        }
    }

    /// Its name; somebody else's words stand alone, in an element with its own direction.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stock(routine) => library::routine_text(routine.id).name,
            Self::Shared(shared) => sharing::title(&shared.routine),
        }
    }

    /// Its name for the middle of a sentence, which it cannot turn round.
    pub fn name_in_words(self) -> String {
        match self {
            Self::Stock(_) => self.name().to_owned(),
            Self::Shared(_) => sharing::isolated(self.name()),
        }
    }

    /// An exercise that it may hold; `None` where neither the library nor its maker knows it.
    pub fn exercise(self, id: ExerciseId) -> Option<&'static Exercise> {
        match self {
            Self::Stock(_) => library::exercise(id),
            Self::Shared(shared) => find(shared.exercises(), id),
        }
    }

    /// An exercise with its words.
    pub fn step(self, id: ExerciseId) -> Step {
        match self {
            Self::Stock(_) => library::step(id),
            Self::Shared(shared) => shared.step(id),
        }
    }

    /// How its maker wants it to sound.
    pub fn sound(self) -> Option<Sound> {
        match self {
            Self::Stock(_) => None,
            Self::Shared(shared) => shared.routine.sound,
        }
    }

    /// Whether it is breathing and nothing else, which stays open under many locks.
    pub fn is_breathing(self) -> bool {
        let breathes = |id| self.exercise(id).map(|it| it.technique) == Some(Technique::Breathing);
        match self {
            Self::Stock(routine) => routine.steps.iter().all(|it| breathes(it.exercise)),
            Self::Shared(shared) => shared.ids().iter().all(|id| breathes(*id)),
        }
    }
}
