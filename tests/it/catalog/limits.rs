//! How long holds of the library's routines may become.

use std::collections::BTreeMap;

use unknot::catalog;
use unknot::domain::exercise::Exercise;
use unknot::domain::muscle::{Muscle, muscles};
use unknot::domain::plan::{SpokenLengths, Timing};
use unknot::domain::time::Span;

#[test]
fn however_often_more_time_is_asked_for_no_exercise_and_no_muscle_gets_more_than_it_may() {
    // S8, clinical-evidence 1.1
    let silent = |_: &Exercise| SpokenLengths::default();
    let mut longer = 0;
    for routine in catalog::routines() {
        let mut plan = catalog::plan(routine, Timing::default(), silent, Span::ZERO);
        plan.limit(catalog::exercises(), &|it| it.longest.secs());
        let mut times: BTreeMap<&str, (Span, Span)> = BTreeMap::new();
        for step in &plan.steps {
            let exercise = catalog::exercise(step.exercise).unwrap();
            let most = step.hold.max(exercise.longest.span());
            assert!(
                (step.hold..=most).contains(&step.longest),
                "{}, {}",
                routine.slug,
                exercise.slug
            );
            longer += usize::from(step.longest > step.hold);
            let pressed: &[Muscle] = exercise.pressure_cap.map_or(&[], |_| muscles(exercise.id));
            for muscle in pressed {
                let (used, may) = times.entry(muscle.slug()).or_default();
                (*used, *may) = (used.plus(step.hold), may.plus(step.longest));
            }
        }
        for (muscle, (used, may)) in times {
            assert!(may <= used.max(Span::from_secs(180)), "{}, {muscle}: {may:?}", routine.slug);
        }
    }
    // Where there is time left it is given.
    assert!(longer > 100, "{longer}");
}
