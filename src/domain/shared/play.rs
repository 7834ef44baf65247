//! From a fitted routine to a plan, and how long it takes.

use super::Fitted;
use super::custom::find;
use super::receive::FittedStep;
use super::totals::lead_in;
use crate::domain::body::Posture;
use crate::domain::exercise::Exercise;
use crate::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use crate::domain::time::Span;

/// Where the after-care card is read (clinical-evidence 5.7).
const AFTERCARE_POSTURE: Posture = Posture::Chair;

impl Fitted {
    /// The plan of what is played, at most [`Plan::MAX_STEPS`] sets.
    ///
    /// `exercises` is the library with what the routine describes ([`super::with_custom`]), `own` are the
    /// receiver's times between holds.
    pub fn plan(
        &self,
        exercises: &[Exercise],
        own: Timing,
        spoken: &dyn Fn(&FittedStep) -> SpokenLengths,
        aftercare_spoken: Span,
    ) -> Plan {
        let steps = self.steps.iter().filter_map(|it| {
            let exercise = find(exercises, it.exercise)?;
            Some(PlanStep {
                exercise: it.exercise,
                posture: exercise.position.posture(),
                sides: it.sides,
                hold: Span::from_secs(u32::from(it.hold.secs())),
                rest: Span::from_secs(u32::from(it.rest.get())),
                longest: exercise.longest.span(),
                is_pressed: exercise.technique.is_massage(),
                pressure: it.pressure,
                spoken: spoken(it),
            })
        });
        Plan {
            steps: steps.take(Plan::MAX_STEPS).collect(),
            timing: self.timing(own),
            aftercare: Span::from_secs(u32::from(self.aftercare_secs)),
            aftercare_posture: AFTERCARE_POSTURE,
            aftercare_spoken,
        }
    }

    /// The times between holds: the maker's where they say, but nobody is hurried into another posture.
    pub fn timing(&self, own: Timing) -> Timing {
        self.pace.map_or(own, |pace| {
            let timing = pace.timing();
            Timing { new_posture: timing.new_posture.max(own.new_posture), ..timing }
        })
    }
}

/// Length of what is played in seconds, after-care included, at the maker's pace or the default one.
pub(super) fn total_secs(fitted: &Fitted, exercises: &[Exercise]) -> u32 {
    let plan = fitted.plan(exercises, Timing::default(), &|_| SpokenLengths::default(), Span::ZERO);
    let mut total = Span::ZERO;
    let mut here = None;
    for step in &plan.steps {
        total = total.plus(lead_in(plan.timing, here, Some(step.posture)));
        for (nth, _) in step.sides.order().iter().enumerate() {
            let switch = if nth == 0 { Span::ZERO } else { plan.timing.switch };
            total = total.plus(switch).plus(step.hold);
        }
        total = total.plus(step.rest);
        here = Some(step.posture);
    }
    if !plan.aftercare.is_zero() {
        total = total.plus(lead_in(plan.timing, here, Some(AFTERCARE_POSTURE)));
        total = total.plus(plan.aftercare);
    }
    total.whole_secs_up()
}
