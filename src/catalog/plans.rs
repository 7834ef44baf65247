//! What a routine needs and how long it takes.

use super::exercise;
use crate::domain::body::{Position, Posture};
use crate::domain::dose::Pressure;
use crate::domain::equipment::{Tool, ToolSet};
use crate::domain::exercise::Exercise;
use crate::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use crate::domain::routine::{Routine, RoutineStep};
use crate::domain::screening::Request;
use crate::domain::side::Sides;
use crate::domain::time::Span;

/// Where the after-care card is read: it is timed as a chair row (clinical-evidence 5.7).
const AFTERCARE_POSTURE: Posture = Posture::Chair;

/// What a person needs at hand, each once, in the order of [`Tool::ALL`].
///
/// Chair, wall and mat (for the floor) are named where a position needs them; hands and nothing never.
pub fn tools(routine: &Routine) -> Vec<Tool> {
    tools_of(routine.steps)
}

/// What is needed for any steps, such as those that screening has made fit for a person.
pub fn tools_of(steps: &[RoutineStep]) -> Vec<Tool> {
    tools_for(steps.iter().filter_map(|step| exercise(step.exercise)))
}

/// What is needed for any exercises, also such as the library does not hold.
pub fn tools_for<'e>(exercises: impl IntoIterator<Item = &'e Exercise>) -> Vec<Tool> {
    let mut needed = Vec::new();
    for exercise in exercises {
        needed.push(exercise.tool);
        needed.extend(place(exercise.position));
    }
    let carried = |tool: &Tool| !matches!(tool, Tool::Nothing | Tool::Hands);
    Tool::ALL.iter().copied().filter(carried).filter(|tool| needed.contains(tool)).collect()
}

/// The thing a position rests on, if it has to be found first.
pub(super) const fn place(position: Position) -> Option<Tool> {
    match position {
        Position::OnBack
        | Position::FaceDown
        | Position::OnSide
        | Position::FloorSitting
        | Position::Kneeling => Some(Tool::Mat),
        Position::Chair => Some(Tool::Chair),
        Position::Wall => Some(Tool::Wall),
        Position::Standing => None,
    }
}

/// The plan of a library routine with these times and spoken lengths.
pub fn plan(
    routine: &Routine,
    timing: Timing,
    spoken: impl Fn(&Exercise) -> SpokenLengths,
    aftercare_spoken: Span,
) -> Plan {
    let aftercare = Span::from_secs(u32::from(routine.aftercare_secs));
    let steps: Vec<_> = routine.steps.iter().map(|step| (*step, None)).collect();
    plan_of(&steps, aftercare, timing, |exercise, _| spoken(exercise), aftercare_spoken)
}

/// The plan of any steps, each with how strong it may be at most, such as those that screening has made fit for a
/// person.
///
/// A step whose exercise the library does not hold is left out.
pub fn plan_of(
    steps: &[(RoutineStep, Option<Pressure>)],
    aftercare: Span,
    timing: Timing,
    spoken: impl Fn(&Exercise, Option<Pressure>) -> SpokenLengths,
    aftercare_spoken: Span,
) -> Plan {
    let steps = steps.iter().filter_map(|&(step, pressure)| {
        let exercise = exercise(step.exercise)?;
        Some(PlanStep {
            exercise: exercise.id,
            posture: exercise.position.posture(),
            sides: exercise.sides,
            hold: Span::from_secs(u32::from(step.hold.secs())),
            rest: Span::ZERO,
            longest: exercise.longest.span(),
            is_pressed: exercise.technique.is_massage(),
            pressure,
            spoken: spoken(exercise, pressure),
        })
    });
    Plan {
        steps: steps.collect(),
        timing,
        aftercare,
        aftercare_posture: AFTERCARE_POSTURE,
        aftercare_spoken,
    }
}

/// How long a routine takes with the default times, from the first get-ready to the end of after-care.
pub fn total(routine: &Routine) -> Span {
    let plan = plan(routine, Timing::default(), |_| SpokenLengths::default(), Span::ZERO);
    let mut total = Span::ZERO;
    let mut here = None;
    for step in &plan.steps {
        total =
            total.plus(get_ready(plan.timing, here, step.posture)).plus(step.hold).plus(step.rest);
        if step.sides == Sides::Each {
            total = total.plus(plan.timing.switch).plus(step.hold);
        }
        here = Some(step.posture);
    }
    if plan.aftercare.is_zero() {
        return total;
    }
    total.plus(get_ready(plan.timing, here, plan.aftercare_posture)).plus(plan.aftercare)
}

/// Time to get into place, by where the person is before it (clinical-evidence 5.7, timing model).
fn get_ready(timing: Timing, here: Option<Posture>, there: Posture) -> Span {
    match here {
        None => timing.first,
        Some(here) if here == there => timing.same_posture,
        Some(_) => timing.new_posture,
    }
}

/// A routine as screening takes it; its budget is its minutes, or its own length where that is longer.
pub fn shape_request(routine: &Routine, tools: ToolSet) -> Request<'static> {
    let budget = Span::from_secs(u32::from(routine.minutes) * 60).max(total(routine));
    Request {
        steps: routine.steps,
        aftercare_secs: routine.aftercare_secs,
        budget_secs: budget.whole_secs_up(),
        tools,
    }
}
