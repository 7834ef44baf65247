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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::{Area, Position};
    use crate::domain::dose::Pressure;
    use crate::domain::equipment::Tool;
    use crate::domain::exercise::Easier;
    use crate::domain::shared::RestSecs;
    use crate::domain::side::Sides;
    use crate::domain::technique::Technique;

    /// A stretch with this number, so that only muscles count.
    fn stretch(number: u16) -> Exercise {
        Exercise {
            id: ExerciseId(number),
            slug: "",
            code: "",
            area: Area::Hip,
            tool: Tool::Nothing,
            technique: Technique::Stretch,
            position: Position::Chair,
            sides: Sides::Each,
            hold: HoldSecs::held(30),
            longest: HoldSecs::held(180),
            pressure_cap: Some(Pressure::held(4)),
            skip: &[],
            easier: Easier::SameButGentler,
            sources: &[],
            needs_signoff: false,
        }
    }

    /// Seconds that a step with this hold gets, and whether it is told that it gets less.
    fn gets(used: &mut Used, exercise: &Exercise, secs: u16) -> Option<(u16, bool)> {
        let step = FittedStep {
            at: 0,
            set: 1,
            exercise: exercise.id,
            was: exercise.id,
            hold: HoldSecs::held(secs),
            sides: exercise.sides,
            rest: RestSecs::held(0),
            pressure: exercise.pressure_cap,
            why: Vec::new(),
        };
        let enough = [Why::Screening(Cause::EnoughOfIt)];
        match used.within_muscle(exercise, step) {
            Ok(step) => {
                assert!(step.why.is_empty() || step.why == enough);
                Some((step.hold.secs(), !step.why.is_empty()))
            }
            Err(why) => {
                assert_eq!(why, enough);
                None
            }
        }
    }

    #[test]
    fn a_muscle_gets_three_minutes_in_all_and_what_is_left_is_played_from_ten_seconds_on() {
        // G2, R65, clinical-evidence 1.1: numbers 4 and 55 are on the buttock, 8 is on the calf
        let mut used = Used::default();
        assert_eq!(gets(&mut used, &stretch(4), 100), Some((100, false)));
        assert_eq!(gets(&mut used, &stretch(55), 70), Some((70, false)));
        assert_eq!(gets(&mut used, &stretch(8), 180), Some((180, false)));
        assert_eq!(gets(&mut used, &stretch(4), 60), Some((10, true)));
        assert_eq!(gets(&mut used, &stretch(55), 60), None);
        let mut used = Used::default();
        assert_eq!(gets(&mut used, &stretch(4), 171), Some((171, false)));
        assert_eq!(gets(&mut used, &stretch(4), 10), None);
        assert_eq!(gets(&mut used, &stretch(4), 9), Some((9, false)));
        let moves = Exercise { pressure_cap: None, ..stretch(4) };
        assert_eq!(gets(&mut used, &moves, 600), Some((600, false)));
    }
}
