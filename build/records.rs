//! The shapes of the data files; `docs/spec/library.md` says what each field means.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::Error};

use super::domain::body::{Area, Position};
use super::domain::caution::Tag;
use super::domain::dose::{HoldSecs, OutOfRange, Pressure};
use super::domain::equipment::Tool;
use super::domain::routine::Goal;
use super::domain::side::Sides;
use super::domain::technique::Technique;

/// A word of a closed set, written as its slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<T>(pub(crate) T);

/// A set of words that [`Word`] reads.
pub(crate) trait Vocabulary: Sized {
    /// Name of the set in messages.
    const NAME: &'static str;
    /// The member with this slug.
    fn member(slug: &str) -> Option<Self>;
}

macro_rules! vocabulary {
    ($($set:ident $name:literal,)+) => {
        $(impl Vocabulary for $set {
            const NAME: &'static str = $name;
            fn member(slug: &str) -> Option<Self> {
                Self::from_slug(slug)
            }
        })+
    };
}

vocabulary! {
    Area "area", Position "position", Tag "skip tag", Tool "tool", Goal "goal", Technique "technique",
}

impl Vocabulary for Sides {
    const NAME: &'static str = "sides";
    fn member(slug: &str) -> Option<Self> {
        match slug {
            "together" => Some(Self::Together),
            "each" => Some(Self::Each),
            _ => None,
        }
    }
}

impl<'de, T: Vocabulary> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let slug = String::deserialize(input)?;
        T::member(&slug)
            .map(Self)
            .ok_or_else(|| D::Error::custom(format_args!("unknown {} \"{slug}\"", T::NAME)))
    }
}

fn hold<'de, D: Deserializer<'de>>(input: D) -> Result<HoldSecs, D::Error> {
    let secs = u16::deserialize(input)?;
    HoldSecs::new(secs)
        .map_err(|range: OutOfRange| D::Error::custom(format_args!("seconds: {range}")))
}

fn pressure<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Pressure>, D::Error> {
    Option::<u8>::deserialize(input)?
        .map(Pressure::new)
        .transpose()
        .map_err(|range: OutOfRange| D::Error::custom(format_args!("pressure_cap: {range}")))
}

/// `data/numbers.json`: the permanent number of every code, shipped or not.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Numbers {
    /// Numbers of exercises.
    pub(crate) exercises: BTreeMap<String, u16>,
    /// Numbers of routines.
    pub(crate) routines: BTreeMap<String, u16>,
}

/// How far a source has been read (clinical-evidence section 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Standing {
    /// The excerpt seen supports the point.
    Seen,
    /// Only a secondary page was seen.
    Background,
    /// Known, not looked up.
    Known,
    /// A rule made for this app.
    Rule,
}

/// One source in `data/sources.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceRecord {
    /// How far it has been read.
    pub(crate) standing: Standing,
    /// Author or body, year, subject.
    pub(crate) label: String,
}

/// One file of `data/exercises/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaFile {
    /// Area of every exercise in the file; also its name.
    pub(crate) area: Word<Area>,
    /// The exercises.
    pub(crate) exercises: Vec<ExerciseRecord>,
}

/// The structure of one exercise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExerciseRecord {
    /// Row of the evidence file.
    pub(crate) code: String,
    /// Permanent number, as in `numbers.json`.
    pub(crate) number: u16,
    /// Permanent word in addresses.
    pub(crate) slug: String,
    /// Main tool.
    pub(crate) tool: Word<Tool>,
    /// Technique.
    pub(crate) technique: Word<Technique>,
    /// Position.
    pub(crate) position: Word<Position>,
    /// `together` or `each`.
    pub(crate) sides: Word<Sides>,
    /// Default time, a side.
    #[serde(deserialize_with = "hold")]
    pub(crate) seconds: HoldSecs,
    /// Its own upper limit, where the evidence file gives one.
    #[serde(default)]
    pub(crate) max_seconds: Option<u16>,
    /// Strongest pressure or stretch; `null` where nothing presses or pulls.
    #[serde(deserialize_with = "pressure")]
    pub(crate) pressure_cap: Option<Pressure>,
    /// Who must skip it.
    pub(crate) skip: Vec<Word<Tag>>,
    /// A code, or `same`.
    pub(crate) easier: String,
    /// Source ids.
    pub(crate) sources: Vec<String>,
    /// Waits for a physiotherapist's word.
    pub(crate) needs_signoff: bool,
}

/// One file of `data/routines/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineFile {
    /// The routines.
    pub(crate) routines: Vec<RoutineRecord>,
}

/// The structure of one routine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineRecord {
    /// Table and budget of the evidence file, such as `LBS-10`.
    pub(crate) code: String,
    /// Permanent number, as in `numbers.json`.
    pub(crate) number: u16,
    /// Permanent word in addresses.
    pub(crate) slug: String,
    /// Main area.
    pub(crate) area: Word<Area>,
    /// What it is for.
    pub(crate) goal: Word<Goal>,
    /// Time budget.
    pub(crate) minutes: u8,
    /// Steps in order.
    pub(crate) steps: Vec<StepRecord>,
    /// Length of the after-care card.
    pub(crate) aftercare_seconds: u16,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// One step of a routine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepRecord {
    /// Code of the exercise.
    pub(crate) exercise: String,
    /// Time of each hold, a side.
    #[serde(deserialize_with = "hold")]
    pub(crate) seconds: HoldSecs,
}

/// What people read and hear about one exercise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExerciseText {
    /// Name.
    pub(crate) name: String,
    /// Muscles in everyday words.
    pub(crate) muscles: String,
    /// How to get into place.
    pub(crate) set_up: String,
    /// Lines spoken inside the hold.
    pub(crate) cues: Vec<String>,
    /// What it should feel like.
    pub(crate) feel: String,
    /// When to stop, then what to keep clear of.
    pub(crate) cautions: Vec<String>,
    /// What to do when it is too much.
    pub(crate) easier: String,
}

/// What people read about one routine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineText {
    /// Name by area and time.
    pub(crate) name: String,
    /// What happens in it.
    pub(crate) about: String,
    /// Whom it is for and whom not.
    pub(crate) for_whom: String,
    /// How often to do it.
    pub(crate) how_often: String,
}
