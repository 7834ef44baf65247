//! How much of its time each massage and each muscle has had.

use super::receive::{FittedStep, Why};
use crate::domain::dose::HoldSecs;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::muscle::{Muscle, muscles};
use crate::domain::screening::Cause;

/// What is shorter is not worth getting into place for (R65), in seconds.
const SHORTEST_SECS: u16 = 10;

/// Seconds a side that a session has had so far, of each massage and of each muscle.
#[derive(Default)]
pub(super) struct Used {
    exercises: Vec<(ExerciseId, u16)>,
    muscles: [u16; Muscle::ALL.len()],
}

impl Used {
    /// The hold that is left of one massage (R65); `None` when too little is.
    pub(super) fn within_exercise(
        &mut self,
        exercise: &Exercise,
        hold: u16,
        longest: u16,
    ) -> Option<u16> {
        if !exercise.technique.is_massage() {
            return Some(hold);
        }
        let index = self.exercises.iter().position(|(id, _)| *id == exercise.id);
        let had = index.and_then(|at| self.exercises.get(at)).map_or(0, |(_, secs)| *secs);
        let left = hold.min(longest.saturating_sub(had));
        if left < hold.min(SHORTEST_SECS) || left == 0 {
            return None;
        }
        match index.and_then(|at| self.exercises.get_mut(at)) {
            Some((_, secs)) => *secs = had.saturating_add(left),
            None => self.exercises.push((exercise.id, left)),
        }
        Some(left)
    }

    /// The step within what is left of each muscle that it presses or pulls (clinical-evidence 1.1, 3.7).
    pub(super) fn within_muscle(
        &mut self,
        exercise: &Exercise,
        mut step: FittedStep,
    ) -> Result<FittedStep, Vec<Why>> {
        if exercise.pressure_cap.is_none() {
            return Ok(step);
        }
        let hold = step.hold.secs();
        let had = |it: &Muscle| self.muscles.get(*it as usize).copied().unwrap_or(0);
        let most = muscles(exercise.id).iter().map(had).max().unwrap_or(0);
        let left = hold.min(HoldSecs::MUSCLE_CAP.saturating_sub(most));
        if left < hold.min(SHORTEST_SECS) {
            return Err(vec![Why::Screening(Cause::EnoughOfIt)]);
        }
        if left < hold {
            step.hold = HoldSecs::held(left);
            step.why.push(Why::Screening(Cause::EnoughOfIt));
        }
        for muscle in muscles(exercise.id) {
            if let Some(secs) = self.muscles.get_mut(*muscle as usize) {
                *secs = secs.saturating_add(left);
            }
        }
        Ok(step)
    }
}
