//! How long an exercise may be held at most.

use super::exercise;
use crate::domain::dose::HoldSecs;
use crate::domain::exercise::ExerciseId;

include!(concat!(env!("OUT_DIR"), "/longest.rs"));

/// The longest hold of an exercise, a side: its own limit, else its technique's (B3).
///
/// The default hold when the library does not hold the exercise's limit; `None` when not even that.
pub fn longest(id: ExerciseId) -> Option<HoldSecs> {
    let at = LONGEST.binary_search_by_key(&id.0, |(number, _)| *number).ok();
    let secs = at.and_then(|at| LONGEST.get(at)).map(|(_, secs)| *secs);
    secs.and_then(|secs| HoldSecs::new(secs).ok()).or_else(|| exercise(id).map(|it| it.hold))
}

#[cfg(test)]
mod tests {
    use super::super::{exercise_by_slug, exercises};
    use super::*;

    #[test]
    fn no_default_hold_is_longer_than_its_limit() {
        for it in exercises() {
            assert!(longest(it.id).is_some_and(|limit| limit >= it.hold), "{}", it.code);
        }
    }

    #[test]
    fn a_limit_of_its_own_goes_before_its_technique() {
        // clinical-evidence 1.3: the deep buttock stops at 90 s
        let deep = exercise_by_slug("ball-deep-buttock").and_then(|it| longest(it.id));
        assert_eq!(deep.map(HoldSecs::secs), Some(90));
        assert_eq!(longest(ExerciseId(9999)), None);
    }
}
