//! One routine that somebody made, with the exercises and words that it brings along.

use crate::app::library::{self, ExerciseText};
use crate::app::routes;
use crate::app::watched::Watched;
use crate::codec::link::Opened;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::shared::{Custom, SharedRoutine, What, find, ids, with_custom};
use crate::i18n::received::described as words;
use crate::i18n::speech::Step;
use crate::i18n::words as plain;
use crate::i18n::{received, sharing};

/// A routine that somebody made, as it is shown and played.
pub struct Shared {
    /// Its word in addresses.
    pub key: String,
    /// What its maker wrote.
    pub routine: SharedRoutine,
    /// How many parts of it only a newer app could show.
    pub newer_parts: u16,
    /// Whether a text in it was too long, or held characters that are not shown.
    pub text_changed: bool,
    asked_physio: Watched<bool>,
    saved_as: Watched<Option<String>>,
    exercises: Vec<Exercise>,
    described: Vec<(ExerciseId, ExerciseText)>,
}

impl Shared {
    pub(super) fn of(key: &str, opened: Opened) -> Self {
        let Opened { routine, newer_parts, text_changed } = opened;
        let mut described = Vec::new();
        for (step, id) in routine.steps.iter().zip(ids(&routine)) {
            if let What::Custom(custom) = &step.what
                && !described.iter().any(|(it, _)| *it == id)
            {
                described.push((id, text_of(custom)));
            }
        }
        Self {
            key: key.to_owned(),
            exercises: with_custom(&routine, library::exercises()),
            routine,
            newer_parts,
            text_changed,
            asked_physio: Watched::new(false),
            saved_as: Watched::new(None),
            described,
        }
    }

    /// The library with the exercises that it describes.
    pub fn exercises(&'static self) -> &'static [Exercise] {
        &self.exercises
    }

    /// The number of each step's exercise on this phone.
    pub fn ids(&self) -> Vec<ExerciseId> {
        ids(&self.routine)
    }

    /// An exercise with its words: the library's, or its maker's.
    pub fn step(&'static self, id: ExerciseId) -> Step {
        let described = self.described.iter().find(|(it, _)| *it == id);
        described.map_or_else(
            || library::step(id),
            |(_, text)| Step { exercise: find(&self.exercises, id), text, cap: None },
        )
    }

    /// Whether the person says that they asked a physio about what waits for one's word; tracked.
    pub fn asked_physio(&self) -> bool {
        self.asked_physio.get()
    }

    /// The word of the copy that was saved from this page; tracked.
    pub fn saved_as(&self) -> Option<String> {
        self.saved_as.get()
    }

    /// A copy was saved under this word.
    pub fn saved(&self, id: String) {
        self.saved_as.set(Some(id));
    }

    /// Whether it came with a link and is not one of those that are kept here.
    pub fn is_linked(&self) -> bool {
        self.key.starts_with(routes::LINKED)
    }

    /// The person says so, or takes it back.
    pub fn ask_physio(&self, asked: bool) {
        self.asked_physio.set(asked);
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.routine == other.routine
    }
}

/// What is read and heard of a described exercise. It lasts as long as the page, as its routine does.
fn text_of(custom: &Custom) -> ExerciseText {
    let kept = |text: &str| -> &'static str { String::leak(text.to_owned()) };
    let name = custom.name.as_str();
    let lines: Vec<&'static str> =
        custom.lines.lines().map(str::trim).filter(|it| !it.is_empty()).map(kept).collect();
    ExerciseText {
        name: kept(if name.is_empty() { sharing::UNNAMED } else { name }),
        muscles: plain::area(custom.area),
        set_up: received::set_up(custom.position),
        cues: if lines.is_empty() { words::CUES } else { Vec::leak(lines) },
        feel: words::FEEL,
        cautions: words::CAUTIONS,
        easier: words::EASIER,
    }
}
