//! One exercise: its structure and dose. What people read and hear is text, kept apart per locale.

use super::body::{Area, Position};
use super::caution::Tag;
use super::dose::{HoldSecs, Pressure};
use super::equipment::Tool;
use super::side::Sides;
use super::technique::Technique;

/// The permanent small number of an exercise; retired numbers stay reserved, links rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(pub u16);

/// What a person may do instead when an exercise is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Easier {
    /// Another exercise of the library.
    Exercise(ExerciseId),
    /// A gentler way of doing the same one; the words are in the exercise's text.
    SameButGentler,
}

/// An exercise as the library holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Permanent number.
    pub id: ExerciseId,
    /// Permanent word in addresses.
    pub slug: &'static str,
    /// Row of the evidence file, such as `BL04`.
    pub code: &'static str,
    /// Area it is filed under.
    pub area: Area,
    /// Main tool.
    pub tool: Tool,
    /// Technique, which decides the cues inside a hold.
    pub technique: Technique,
    /// Position of the person.
    pub position: Position,
    /// Done once, or once a side.
    pub sides: Sides,
    /// Default time, a side.
    pub hold: HoldSecs,
    /// Longest time, a side, in one session (clinical-evidence 1.1 to 1.3).
    pub longest: HoldSecs,
    /// Strongest pressure or stretch, 0 to 5 of 10; `None` where nothing presses or pulls.
    pub pressure_cap: Option<Pressure>,
    /// Who must skip it.
    pub skip: &'static [Tag],
    /// What to do instead when it is too much.
    pub easier: Easier,
    /// Source ids of the evidence file that its dose rests on.
    pub sources: &'static [&'static str],
    /// Whether it waits for a physiotherapist's word; never in a stock routine.
    pub needs_signoff: bool,
}
