//! The library as `build.rs` wrote it from `data/`: static, in order of number, nothing to parse at start.

use super::text::RoutineText;
use crate::domain::body::{Area, Position};
use crate::domain::caution::Tag;
use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::equipment::Tool;
use crate::domain::exercise::{Easier, Exercise, ExerciseId};
use crate::domain::routine::{Goal, Routine, RoutineStep};
use crate::domain::side::Sides;
use crate::domain::technique::Technique;

/// A hold that the build has checked; a wrong one would stop the compiler, not the app.
const fn hold(secs: u16) -> HoldSecs {
    match HoldSecs::new(secs) {
        Ok(hold) => hold,
        Err(_) => panic!("the build lets no hold out of range through"),
    }
}

/// A pressure cap that the build has checked; a wrong one would stop the compiler, not the app.
const fn cap(rating: u8) -> Pressure {
    match Pressure::new(rating) {
        Ok(pressure) => pressure,
        Err(_) => panic!("the build lets no pressure above the cap through"),
    }
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));
