//! A plan laid out in time: its segments in order (rules S1 to S4).

use super::MAX_TOTAL_SECS;
use super::error::PlanError;
use super::types::Phase;
use crate::domain::cue::Opening;
use crate::domain::plan::{Plan, PlanStep};
use crate::domain::side::Side;
use crate::domain::time::Span;

/// One stretch of the timeline; never without length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Index of its step; the number of steps for after-care and the get-ready before it.
    pub(super) step: usize,
    pub(super) phase: Phase,
    pub(super) side: Side,
    pub(super) length: Span,
}

/// The segments of a plan; at least one, unless every step was left as too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Timeline {
    segments: Vec<Segment>,
    steps: usize,
}

impl Timeline {
    /// Lays out a plan, or says why it cannot be played.
    pub(super) fn new(plan: &Plan) -> Result<Self, PlanError> {
        check(plan)?;
        let timeline = Self::lay_out(plan, |step, _| plan.steps.get(step).map(|it| it.hold));
        let total: u64 = timeline.segments.iter().map(|it| u64::from(it.length.millis())).sum();
        if total > u64::from(MAX_TOTAL_SECS) * 1000 {
            return Err(PlanError::TooLong);
        }
        Ok(timeline)
    }

    /// Lays out a plan that can be played with other lengths of its holds; a hold without one is left out.
    pub(super) fn lay_out(plan: &Plan, hold: impl Fn(usize, Side) -> Option<Span>) -> Self {
        let mut segments = Vec::new();
        let mut before = None;
        for (index, step) in plan.steps.iter().enumerate() {
            let lead = match before {
                None => plan.timing.first,
                Some(posture) => lead_in(plan, posture != step.posture),
            };
            let holds =
                step.sides.order().iter().filter_map(|side| Some((*side, hold(index, *side)?)));
            push_step(&mut segments, (index, step), holds, (lead, plan.timing.switch));
            before = Some(step.posture);
        }
        if !plan.aftercare.is_zero() {
            let lead = lead_in(plan, before != Some(plan.aftercare_posture));
            let step = plan.steps.len();
            push(&mut segments, step, Phase::GetReady, Side::Both, lead);
            push(&mut segments, step, Phase::Aftercare, Side::Both, plan.aftercare);
        }
        Self { segments, steps: plan.steps.len() }
    }

    /// Takes the time of steps out; they keep their number.
    pub(super) fn take_out(&mut self, gone: impl Fn(usize) -> bool) {
        self.segments.retain(|it| !gone(it.step));
    }

    /// The segment at `index`; past the end, one that is done.
    pub(super) fn get(&self, index: usize) -> Segment {
        let done =
            Segment { step: self.steps, phase: Phase::Done, side: Side::Both, length: Span::ZERO };
        self.segments.get(index).copied().unwrap_or(done)
    }

    pub(super) fn steps(&self) -> usize {
        self.steps
    }

    /// The index of nothing more to run.
    pub(super) fn end(&self) -> usize {
        self.segments.len()
    }

    pub(super) fn find(&self, step: usize, phase: Phase, side: Side) -> Option<usize> {
        self.segments.iter().position(|it| (it.step, it.phase, it.side) == (step, phase, side))
    }

    /// The first segment of a step or, where that is gone or past the last, of what follows.
    pub(super) fn first_of(&self, step: usize) -> Option<usize> {
        self.segments.iter().position(|it| it.step >= step)
    }

    /// The steps before another, of those that are not gone, the nearest first.
    pub(super) fn steps_before(&self, step: usize) -> impl Iterator<Item = usize> {
        self.segments.iter().rev().map(|it| it.step).filter(move |it| *it < step)
    }

    /// The length of a hold, if it is not gone.
    pub(super) fn hold(&self, step: usize, side: Side) -> Option<Span> {
        Some(self.get(self.find(step, Phase::Work, side)?).length)
    }

    /// Planned time from `index` to the end.
    pub(super) fn planned_from(&self, index: usize) -> Span {
        self.segments.iter().skip(index).fold(Span::ZERO, |sum, it| sum.plus(it.length))
    }

    /// Planned time from the start of the step at `index` to `index`.
    pub(super) fn planned_before(&self, index: usize) -> Span {
        let step = self.get(index).step;
        let earlier = self.segments.iter().take(index).filter(|it| it.step == step);
        earlier.fold(Span::ZERO, |sum, it| sum.plus(it.length))
    }

    /// Where Next leads: the step's other side if a hold is left, else the next step (rule S6).
    pub(super) fn after_hold(&self, index: usize) -> Option<usize> {
        let here = self.get(index);
        let follower = self.get(index + 1);
        let other_side = here.phase == Phase::Work
            && follower.step == here.step
            && matches!(follower.phase, Phase::Switch | Phase::Work);
        if other_side { Some(index + 1) } else { self.first_of(here.step + 1) }
    }

    /// Whether the hold at `index` is its step's last.
    pub(super) fn is_last_hold(&self, index: usize) -> bool {
        let step = self.get(index).step;
        !self.segments.iter().skip(index + 1).any(|it| it.step == step && it.phase == Phase::Work)
    }

    /// The hold or after-care that follows the hold at hand, which a lead-in belongs to.
    pub(super) fn upcoming(&self, index: usize) -> Option<Segment> {
        let lead = usize::from(is_lead_in(self.get(index).phase));
        let rest = self.segments.iter().skip(index + lead + 1);
        rest.copied().find(|it| matches!(it.phase, Phase::Work | Phase::Aftercare))
    }

    /// Whether `before`, which `hold` follows, is its get-ready or switch.
    pub(super) const fn leads_in(before: Segment, hold: Segment) -> bool {
        is_lead_in(before.phase) && before.step == hold.step
    }

    /// What the hold at `index`, or the one it leads in, is opened with.
    pub(super) fn opening(&self, index: usize) -> Opening {
        let here = self.get(index);
        if here.step >= self.steps {
            return Opening::Aftercare;
        }
        // A lead-in is opened with its hold, which has its side.
        let first = self.segments.iter().find(|it| it.step == here.step).map(|it| it.side);
        if first.is_some_and(|it| it != here.side) && here.side != Side::Both {
            Opening::OtherSide
        } else {
            Opening::FirstSide
        }
    }
}

/// Whether the phase belongs to the hold after it.
pub(super) const fn is_lead_in(phase: Phase) -> bool {
    matches!(phase, Phase::GetReady | Phase::Switch)
}

const fn lead_in(plan: &Plan, moves: bool) -> Span {
    if moves { plan.timing.new_posture } else { plan.timing.same_posture }
}

fn check(plan: &Plan) -> Result<(), PlanError> {
    if plan.steps.is_empty() {
        return Err(PlanError::Empty);
    }
    if plan.steps.len() > Plan::MAX_STEPS {
        return Err(PlanError::TooManySteps { given: plan.steps.len() });
    }
    match plan.steps.iter().position(|step| step.hold.is_zero()) {
        Some(index) => Err(PlanError::EmptyHold { step: index + 1 }),
        None => Ok(()),
    }
}

fn push_step(
    segments: &mut Vec<Segment>,
    (index, step): (usize, &PlanStep),
    holds: impl Iterator<Item = (Side, Span)>,
    (lead, switch): (Span, Span),
) {
    let mut led_in = (Phase::GetReady, lead);
    for (side, hold) in holds {
        push(segments, index, led_in.0, side, led_in.1);
        push(segments, index, Phase::Work, side, hold);
        led_in = (Phase::Switch, switch);
    }
    if led_in.0 == Phase::Switch {
        push(segments, index, Phase::Rest, Side::Both, step.rest);
    }
}

fn push(segments: &mut Vec<Segment>, step: usize, phase: Phase, side: Side, length: Span) {
    if !length.is_zero() {
        segments.push(Segment { step, phase, side, length });
    }
}
