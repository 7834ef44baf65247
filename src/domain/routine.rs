//! A routine: exercises in order with their times.

use super::body::Area;
use super::dose::HoldSecs;
use super::exercise::ExerciseId;
use super::slug::slugged;

/// One line of a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoutineStep {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Time of each hold, a side.
    pub hold: HoldSecs,
}

slugged! {
    /// What a routine is for, in everyday words.
    Goal {
        /// Ease, then move.
        Ease = "ease",
        /// Chair first and mild.
        Gentle = "gentle",
        /// Rest positions and light movement only.
        Comfort = "comfort",
    }
}

/// A routine as the library holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Routine {
    /// Permanent number.
    pub id: u16,
    /// Permanent word in addresses.
    pub slug: &'static str,
    /// Main area.
    pub area: Area,
    /// What it is for.
    pub goal: Goal,
    /// Time budget in minutes that it is offered under, 5 to 30.
    pub minutes: u8,
    /// Steps in order.
    pub steps: &'static [RoutineStep],
    /// Length of the after-care card at the end, in seconds.
    pub aftercare_secs: u16,
    /// Source ids its order and frequency rest on.
    pub sources: &'static [&'static str],
}
