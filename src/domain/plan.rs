//! What a session runs: a routine made ready for one person and phone.
//!
//! Holds only what timing and cues need; names and sentences stay in the text tables.

use super::body::Posture;
use super::dose::{HoldSecs, Pressure};
use super::exercise::{Exercise, ExerciseId};
use super::muscle::{Muscle, muscles};
use super::side::Sides;
use super::time::Span;

/// The most that one muscle gets in a session.
const MUSCLE_TIME: Span = Span::from_secs(HoldSecs::MUSCLE_CAP as u32);

impl HoldSecs {
    /// Its length.
    pub const fn span(self) -> Span {
        Span::from_secs(self.secs() as u32)
    }
}

/// Times between holds, each 0 to 120 s (rule S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Get-ready before the first step.
    pub first: Span,
    /// Get-ready before a later step in the same posture.
    pub same_posture: Span,
    /// Get-ready before a later step when floor, chair or standing changes.
    pub new_posture: Span,
    /// Switch from left to right.
    pub switch: Span,
}

impl Default for Timing {
    /// 10, 12, 20 and 8 s (clinical-evidence 5.7, timing model).
    fn default() -> Self {
        Self {
            first: Span::from_secs(10),
            same_posture: Span::from_secs(12),
            new_posture: Span::from_secs(20),
            switch: Span::from_secs(8),
        }
    }
}

/// Spoken length of a step's lines in the person's voice and language, so that none is begun that cannot end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenLengths {
    /// The step's name and side.
    pub name: Span,
    /// The set-up line.
    pub set_up: Span,
    /// The pressure or stretch target, if the step has one.
    pub target: Option<Span>,
    /// Coaching lines in their order.
    pub coaching: Vec<Span>,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Where the person is.
    pub posture: Posture,
    /// One hold or one a side.
    pub sides: Sides,
    /// Length of each hold.
    pub hold: Span,
    /// Rest after the step; zero for none.
    pub rest: Span,
    /// How long a hold may become when more time is asked for; one that is longer already stays as it is.
    pub longest: Span,
    /// Whether it is massage, so that all passes of a side together get no more than `longest` (S31).
    pub is_pressed: bool,
    /// Strongest pressure or stretch, where whoever made the routine wants it below the exercise's own.
    pub pressure: Option<Pressure>,
    /// Spoken lengths of its lines.
    pub spoken: SpokenLengths,
}

/// A routine ready to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Steps in order, 1 to [`Plan::MAX_STEPS`].
    pub steps: Vec<PlanStep>,
    /// Times between holds.
    pub timing: Timing,
    /// Length of the after-care card; zero for none.
    pub aftercare: Span,
    /// Posture of the after-care card.
    pub aftercare_posture: Posture,
    /// Spoken length of the after-care line.
    pub aftercare_spoken: Span,
}

impl Plan {
    /// Most steps a plan may have.
    pub const MAX_STEPS: usize = 100;

    /// Says of each step how long its holds may become: no longer than `longest` of its exercise, in seconds, which is
    /// for the mode of today to say (clinical-evidence 1.4), and so that no muscle gets more than its time in the session
    /// however many of its steps are made longer (clinical-evidence 1.1, E).
    pub fn limit(&mut self, exercises: &[Exercise], longest: &dyn Fn(&Exercise) -> u16) {
        let of = |id| exercises.iter().find(|it| it.id == id);
        let pressed =
            |id| of(id).filter(|it| it.pressure_cap.is_some()).map_or(&[][..], |it| muscles(it.id));
        let spare = |muscle: &Muscle| {
            let same = self.steps.iter().filter(|it| pressed(it.exercise).contains(muscle));
            let (count, used) =
                same.fold((0, Span::ZERO), |(count, used), it| (count + 1, used.plus(it.hold)));
            Span::from_millis(MUSCLE_TIME.less(used).millis() / count.max(1))
        };
        let held = |step: &PlanStep| {
            let own =
                of(step.exercise).map_or(Span::ZERO, |it| Span::from_secs(u32::from(longest(it))));
            let spare = pressed(step.exercise).iter().map(spare).min();
            spare.map_or(own, |spare| own.min(step.hold.plus(spare))).max(step.hold)
        };
        let all: Vec<Span> = self.steps.iter().map(held).collect();
        for (step, longest) in self.steps.iter_mut().zip(all) {
            step.longest = longest;
            step.is_pressed = of(step.exercise).is_some_and(|it| it.technique.is_massage());
        }
    }

    /// Begins with the right side where an exercise has two.
    pub fn right_first(&mut self) {
        for step in &mut self.steps {
            if step.sides == Sides::Each {
                step.sides = Sides::RightFirst;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::{Area, Position};
    use crate::domain::equipment::Tool;
    use crate::domain::exercise::Easier;
    use crate::domain::technique::Technique;

    fn step(exercise: u16, secs: u32, sides: Sides) -> PlanStep {
        PlanStep {
            exercise: ExerciseId(exercise),
            posture: Posture::Chair,
            sides,
            hold: Span::from_secs(secs),
            rest: Span::ZERO,
            longest: Span::from_secs(60),
            is_pressed: false,
            pressure: None,
            spoken: SpokenLengths::default(),
        }
    }

    fn plan(steps: Vec<PlanStep>) -> Plan {
        Plan {
            steps,
            timing: Timing::default(),
            aftercare: Span::ZERO,
            aftercare_posture: Posture::Chair,
            aftercare_spoken: Span::ZERO,
        }
    }

    /// A roll of the buttock (FR04), at most 120 s.
    fn buttock_roll() -> Exercise {
        Exercise {
            id: ExerciseId(4),
            slug: "buttock-roll",
            code: "FR04",
            area: Area::Hip,
            tool: Tool::Roller,
            technique: Technique::RollerBodyWeight,
            position: Position::FloorSitting,
            sides: Sides::Each,
            hold: HoldSecs::held(60),
            longest: HoldSecs::held(120),
            pressure_cap: Some(Pressure::held(5)),
            skip: &[],
            easier: Easier::SameButGentler,
            sources: &[],
            needs_signoff: false,
        }
    }

    #[test]
    fn what_a_muscle_has_left_of_its_three_minutes_is_shared_out_among_its_steps() {
        // S8, clinical-evidence 1.1
        let cases: [(&[u32], &[u32]); 5] = [
            (&[60], &[120]),
            (&[30, 30], &[90, 90]),
            (&[30, 40, 50], &[50, 60, 70]),
            (&[100, 80], &[100, 80]),
            (&[130], &[130]),
        ];
        for (holds, longest) in cases {
            let all = holds.iter().map(|secs| step(4, *secs, Sides::Each));
            let mut plan = plan(all.collect());
            plan.limit(&[buttock_roll()], &|it| it.longest.secs());
            let found: Vec<u32> = plan.steps.iter().map(|it| it.longest.millis() / 1000).collect();
            assert_eq!(found, longest, "{holds:?}");
            assert!(plan.steps.iter().all(|it| it.is_pressed));
        }
    }

    #[test]
    fn the_right_comes_first_where_there_are_two_sides_and_nothing_else_changes() {
        let sides = [Sides::Each, Sides::Together, Sides::LeftOnly, Sides::RightFirst];
        let mut plan = plan(sides.map(|it| step(1, 30, it)).to_vec());
        plan.right_first();
        let found: Vec<Sides> = plan.steps.iter().map(|it| it.sides).collect();
        let expected = [Sides::RightFirst, Sides::Together, Sides::LeftOnly, Sides::RightFirst];
        assert_eq!(found, expected);
    }
}
