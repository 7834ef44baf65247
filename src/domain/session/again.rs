//! What is left of a hold whose step comes again (rule S31).

use super::Session;
use crate::domain::dose::HoldSecs;
use crate::domain::plan::PlanStep;
use crate::domain::side::Side;
use crate::domain::time::Span;

/// Less than this is no hold.
pub(super) const SHORTEST: Span = Span::from_secs(HoldSecs::MIN as u32);

/// Time the sides of a step were worked, all passes together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// The left side.
    pub left: Span,
    /// The right side.
    pub right: Span,
}

impl Worked {
    /// That of one side; of both together, that of the one which got more.
    pub fn of(self, side: Side) -> Span {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
            Side::Both => self.left.max(self.right),
        }
    }

    pub(super) fn add(&mut self, side: Side, time: Span) {
        if side != Side::Right {
            self.left = self.left.plus(time);
        }
        if side != Side::Left {
            self.right = self.right.plus(time);
        }
    }
}

impl Session {
    /// How long a hold may be if its step begins now; `None` where its side has had its time.
    pub(super) fn hold_left(&self, step: usize, side: Side) -> Option<Span> {
        self.hold_left_of(self.plan.steps.get(step)?, step, side)
    }

    /// The same for what would take the step's place.
    pub(super) fn hold_left_of(&self, plan: &PlanStep, step: usize, side: Side) -> Option<Span> {
        let worked = self.log.worked_side(step, side);
        if !plan.is_pressed || worked.is_zero() {
            return Some(plan.hold);
        }
        let left = plan.hold.min(plan.longest.less(worked));
        Some(left).filter(|it| *it >= SHORTEST.min(plan.hold))
    }

    /// Whether a step may begin again: after-care always, another while one of its sides has time left.
    pub(super) fn may_come_again(&self, step: usize) -> bool {
        let of = self.plan.steps.get(step);
        of.is_none_or(|it| {
            it.sides.order().iter().any(|side| self.hold_left(step, *side).is_some())
        })
    }
}
