//! How long a routine takes as its maker wrote it, and how it is shared out.

use super::custom::find;
use super::{Custom, SharedRoutine, Step, What};
use crate::domain::body::{Area, Posture};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::plan::Timing;
use crate::domain::side::{Side, Sides};
use crate::domain::time::Span;

/// Times of a routine, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// From the first get-ready to the end of after-care, at the routine's pace or the default one.
    pub secs: u32,
    /// Its holds alone.
    pub work_secs: u32,
    /// Its holds on the left.
    pub left_secs: u32,
    /// Its holds on the right.
    pub right_secs: u32,
    /// Its holds by area, the longest first; areas without any are not in it.
    pub areas: Vec<(Area, u32)>,
}

/// What a step works with, as far as the library knows it.
#[derive(Clone, Copy)]
struct Known {
    area: Option<Area>,
    posture: Option<Posture>,
    sides: Sides,
}

/// Adds up a routine; an exercise that the library does not hold counts as one hold without an area.
pub fn totals(routine: &SharedRoutine, library: &[Exercise]) -> Totals {
    let timing = routine.pace.map_or_else(Timing::default, super::Pace::timing);
    let mut sum = Totals::default();
    let mut by_area = [0_u32; Area::ALL.len()];
    let mut here = None;
    for step in &routine.steps {
        let known = known(step, library);
        let order = step.sides.of(known.sides).order();
        let sets = u32::from(step.sets.get());
        let hold = u32::from(step.amount.secs());
        for side in order {
            match side {
                Side::Left => sum.left_secs += hold * sets,
                Side::Right => sum.right_secs += hold * sets,
                Side::Both => {}
            }
        }
        let holds = u32::try_from(order.len()).unwrap_or(1);
        let work = holds * hold * sets;
        sum.work_secs += work;
        if let Some(slot) = known.area.and_then(|it| by_area.get_mut(it as usize)) {
            *slot += work;
        }
        let lead = lead_in(timing, here, known.posture).whole_secs_up();
        let again = (sets - 1) * timing.same_posture.whole_secs_up();
        let switches = (holds - 1) * timing.switch.whole_secs_up() * sets;
        sum.secs += lead + again + switches + work;
        sum.secs += u32::from(step.rest.get()) * sets;
        here = known.posture.or(here);
    }
    let aftercare = u32::from(routine.aftercare.0.get());
    if aftercare > 0 {
        sum.secs += lead_in(timing, here, Some(Posture::Chair)).whole_secs_up() + aftercare;
    }
    // Put in place one by one: a sort of its own would be half the size of all this.
    for (area, secs) in Area::ALL.iter().copied().zip(by_area).filter(|(_, secs)| *secs > 0) {
        let place = sum.areas.iter().take_while(|(_, more)| *more >= secs).count();
        sum.areas.insert(place, (area, secs));
    }
    sum
}

fn known(step: &Step, library: &[Exercise]) -> Known {
    match &step.what {
        What::Library(number) => find(library, ExerciseId(number.get())).map_or(
            Known { area: None, posture: None, sides: Sides::Together },
            |it| Known {
                area: Some(it.area),
                posture: Some(it.position.posture()),
                sides: it.sides,
            },
        ),
        What::Custom(custom) => {
            let Custom { area, position, two_sided, .. } = **custom;
            let sides = if two_sided { Sides::Each } else { Sides::Together };
            Known { area: Some(area), posture: Some(position.posture()), sides }
        }
    }
}

/// Time to get into place; a posture that is not known is taken for another one.
pub(super) fn lead_in(timing: Timing, here: Option<Posture>, there: Option<Posture>) -> Span {
    match (here, there) {
        (None, _) => timing.first,
        (Some(here), Some(there)) if here == there => timing.same_posture,
        (Some(_), _) => timing.new_posture,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::Position;
    use crate::domain::shared::{Aftercare, AftercareSecs, Amount, Line, Note};

    /// Holds of described exercises on the floor, once for both sides.
    fn of(holds: &[(Area, u16)], aftercare: u16) -> Totals {
        let step = |&(area, secs): &(Area, u16)| {
            let custom = Custom {
                name: Line::default(),
                lines: Note::default(),
                area,
                position: Position::OnBack,
                two_sided: false,
            };
            Step::new(What::Custom(Box::new(custom)), Amount::of_secs(secs))
        };
        let routine = SharedRoutine {
            steps: holds.iter().map(step).collect(),
            aftercare: Aftercare(AftercareSecs::held(aftercare)),
            ..SharedRoutine::default()
        };
        totals(&routine, &[])
    }

    #[test]
    fn areas_stand_with_the_longest_first_and_those_of_one_length_in_their_order() {
        // L6
        let holds = [
            (Area::Head, 30),
            (Area::Neck, 30),
            (Area::Hip, 20),
            (Area::Foot, 90),
            (Area::Hip, 20),
            (Area::Arm, 5),
        ];
        let expected =
            [(Area::Foot, 90), (Area::Hip, 40), (Area::Neck, 30), (Area::Head, 30), (Area::Arm, 5)];
        assert_eq!(of(&holds, 0).areas, expected);
    }

    #[test]
    fn nobody_gets_into_place_for_an_after_care_that_there_is_not() {
        // L6: 10 s of get-ready, the hold, and 20 s to the chair
        assert_eq!(of(&[(Area::Hip, 60)], 0).secs, 10 + 60);
        assert_eq!(of(&[(Area::Hip, 60)], 1).secs, 10 + 60 + 20 + 1);
    }
}
