//! Which step of a shared routine is played now, so that what its maker wrote about it can be shown.

use super::{SharedRoutine, Step, ids};
use crate::domain::exercise::ExerciseId;

/// The step that is played at this place, by its exercise and how often that was played before; `None` where
/// another exercise stands in for what was written.
pub fn written<'r>(
    routine: &'r SharedRoutine,
    played: &[ExerciseId],
    at: usize,
) -> Option<&'r Step> {
    let now = *played.get(at)?;
    let mut before = played.iter().take(at).filter(|it| **it == now).count();
    let mut found = None;
    for (step, id) in routine.steps.iter().zip(ids(routine)) {
        if id == now {
            found = Some(step);
            let sets = usize::from(step.sets.get());
            if before < sets {
                break;
            }
            before -= sets;
        }
    }
    found
}
