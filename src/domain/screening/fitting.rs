//! Keeping a routine within its time: what is cut first, and how long it takes (R66, R67).

use super::Cause;
use super::rules::{Rules, is_guided_work};
use super::shape::{LeftOut, SHORTEST_SECS, Shaped, ShapedStep, holds};
use crate::domain::body::Posture;
use crate::domain::dose::HoldSecs;
use crate::domain::exercise::Exercise;
use crate::domain::plan::Timing;
use crate::domain::technique::Technique;
use crate::domain::time::Span;

/// Longest times of a session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget<'a> {
    /// Of all, after-care included, in seconds.
    pub(super) total: u32,
    /// Of guided work, in seconds.
    pub(super) guided: Option<u32>,
    /// Of the after-care card, in seconds.
    pub(super) aftercare: u16,
    /// Which steps of the routine are for one side alone.
    pub(super) one_side: &'a [bool],
}

impl Budget<'_> {
    /// Holds of a step.
    fn holds(self, step: &ShapedStep, exercise: &Exercise) -> u32 {
        holds(exercise, self.one_side.get(step.at) == Some(&true))
    }
}

/// What is cut before what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    StandIn,
    Massage,
    Stretch,
    Moves,
    Rest,
}

/// Shortens or drops steps until the routine fits: what only stands in for something else, then massage,
/// stretches, moves and rest, each from its end.
///
/// The last step that is left is shortened and never dropped; after-care is never touched.
pub(super) fn fit(rules: Rules<'_>, shaped: &mut Shaped, budget: Budget<'_>) {
    for class in [Class::StandIn, Class::Massage, Class::Stretch, Class::Moves, Class::Rest] {
        for index in (0..shaped.steps.len()).rev() {
            let Some(step) = shaped.steps.get(index) else { continue };
            let Some(exercise) = rules.exercise(step.step.exercise) else { continue };
            let stands_in = step.is_swapped() && rules.stand_ins().any(|it| it.id == exercise.id);
            let own = if stands_in { Class::StandIn } else { class_of(exercise.technique) };
            if own == class {
                cut(rules, shaped, index, exercise, budget);
            }
        }
    }
}

/// Cuts one step by what the routine is over, or drops it when too little of it would be left.
fn cut(
    rules: Rules<'_>,
    shaped: &mut Shaped,
    index: usize,
    exercise: &Exercise,
    budget: Budget<'_>,
) {
    let over = over(rules, &shaped.steps, budget, exercise);
    if over == 0 {
        return;
    }
    let is_only = shaped.steps.len() == 1;
    let Some(step) = shaped.steps.get_mut(index) else { return };
    let hold = u32::from(step.step.hold.secs());
    let left = hold.saturating_sub(over.div_ceil(budget.holds(step, exercise).max(1)));
    if is_only || left >= u32::from(SHORTEST_SECS) {
        step.step.hold = HoldSecs::held(u16::try_from(left).unwrap_or(HoldSecs::MIN));
        step.why.push(Cause::OutOfTime);
        return;
    }
    let gone = shaped.steps.remove(index);
    let why = gone.why.into_iter().chain([Cause::OutOfTime]).collect();
    let (Ok(place) | Err(place)) = shaped.left_out.binary_search_by_key(&gone.at, |it| it.at);
    shaped.left_out.insert(place, LeftOut { at: gone.at, was: gone.was, why });
}

/// Seconds by which the routine is too long, as far as cutting this exercise can help.
fn over(rules: Rules<'_>, steps: &[ShapedStep], budget: Budget<'_>, exercise: &Exercise) -> u32 {
    let total = total(rules, steps, budget).saturating_sub(budget.total);
    let guided = budget.guided.filter(|_| is_guided_work(exercise));
    total.max(guided.map_or(0, |most| guided_work(rules, steps, budget).saturating_sub(most)))
}

/// Whether the routine is too long in any way.
pub(super) fn is_over(rules: Rules<'_>, steps: &[ShapedStep], budget: Budget<'_>) -> bool {
    total(rules, steps, budget) > budget.total
        || budget.guided.is_some_and(|most| guided_work(rules, steps, budget) > most)
}

fn guided_work(rules: Rules<'_>, steps: &[ShapedStep], budget: Budget<'_>) -> u32 {
    let work = |it: &ShapedStep| {
        let exercise = rules.exercise(it.step.exercise).filter(|it| is_guided_work(it))?;
        Some(u32::from(it.step.hold.secs()).saturating_mul(budget.holds(it, exercise)))
    };
    steps.iter().filter_map(work).fold(0, u32::saturating_add)
}

/// How long the steps take with after-care at the default times between holds, in seconds.
pub(super) fn total(rules: Rules<'_>, steps: &[ShapedStep], budget: Budget<'_>) -> u32 {
    let timing = Timing::default();
    let mut total = Span::ZERO;
    let mut here = None;
    for step in steps {
        let Some(exercise) = rules.exercise(step.step.exercise) else { continue };
        let there = exercise.position.posture();
        let hold = Span::from_secs(u32::from(step.step.hold.secs()));
        total = total.plus(get_ready(timing, here, there)).plus(hold);
        if budget.holds(step, exercise) > 1 {
            total = total.plus(timing.switch).plus(hold);
        }
        here = Some(there);
    }
    if budget.aftercare > 0 {
        // After-care is timed as a chair row (clinical-evidence 5.7).
        total = total.plus(get_ready(timing, here, Posture::Chair));
        total = total.plus(Span::from_secs(u32::from(budget.aftercare)));
    }
    total.whole_secs_up()
}

fn get_ready(timing: Timing, here: Option<Posture>, there: Posture) -> Span {
    match here {
        None => timing.first,
        Some(here) if here == there => timing.same_posture,
        Some(_) => timing.new_posture,
    }
}

const fn class_of(technique: Technique) -> Class {
    match technique {
        Technique::RollerBodyWeight
        | Technique::RollerLight
        | Technique::BallWall
        | Technique::BallLying
        | Technique::HandsLight
        | Technique::HandsFirm => Class::Massage,
        Technique::Stretch | Technique::Extension | Technique::NerveSlide => Class::Stretch,
        Technique::Mobility => Class::Moves,
        Technique::Breathing | Technique::Rest => Class::Rest,
    }
}
