//! A naive model of a session: a cursor that moves over a list.

use unknot::domain::body::Posture;
use unknot::domain::plan::Plan;
use unknot::domain::session::Phase;
use unknot::domain::side::Side;
use unknot::domain::time::Span;

use super::events::Op;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Ready,
    Running,
    Paused,
    Stopped,
    Done,
}

/// A cursor in a list of segments.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) plan: Plan,
    pub(super) segments: Vec<Segment>,
    pub(super) postures: Vec<Posture>,
    pub(super) moving: u64,
    pub(super) mode: Mode,
    pub(super) at: usize,
    pub(super) age: u64,
    pub(super) length: u64,
    pub(super) stance: Option<Posture>,
    pub(super) away: u64,
    pub(super) eased: Vec<bool>,
    pub(super) left: Vec<bool>,
    pub(super) worked: Vec<[u64; 2]>,
}

type Segment = (usize, Phase, Side, u64);

impl Model {
    pub(super) fn new(plan: &Plan) -> Self {
        let steps = plan.steps.len();
        let mut postures: Vec<_> = plan.steps.iter().map(|it| it.posture).collect();
        postures.push(plan.aftercare_posture);
        let mut model = Self {
            plan: plan.clone(),
            segments: Vec::new(),
            postures,
            moving: u64::from(plan.timing.new_posture.millis()),
            mode: Mode::Ready,
            at: 0,
            age: 0,
            length: 0,
            stance: None,
            away: 0,
            eased: vec![false; steps + 1],
            left: vec![false; steps + 1],
            worked: vec![[0; 2]; steps + 1],
        };
        model.segments = model.lay_out(|_, _, hold| Some(hold));
        model.length = model.segments[0].3;
        model
    }

    /// All segments of the steps that were not left; `hold` says how long one may be, of its planned length.
    fn lay_out(&self, hold: impl Fn(usize, Side, u64) -> Option<u64>) -> Vec<Segment> {
        let (plan, mut segments) = (&self.plan, Vec::new());
        let millis = |span: Span| u64::from(span.millis());
        let lead = |nth: usize| match nth {
            0 => plan.timing.first,
            _ if self.postures[nth] == self.postures[nth - 1] => plan.timing.same_posture,
            _ => plan.timing.new_posture,
        };
        for (nth, step) in plan.steps.iter().enumerate().filter(|it| !self.left[it.0]) {
            let holds = step.sides.order().iter();
            let holds = holds.filter_map(|&it| Some((it, hold(nth, it, millis(step.hold))?)));
            let mut before = (Phase::GetReady, lead(nth));
            for (side, length) in holds {
                segments.push((nth, before.0, side, millis(before.1)));
                segments.push((nth, Phase::Work, side, length));
                before = (Phase::Switch, plan.timing.switch);
            }
            if before.0 == Phase::Switch {
                segments.push((nth, Phase::Rest, Side::Both, millis(step.rest)));
            }
        }
        let steps = plan.steps.len();
        if !plan.aftercare.is_zero() {
            segments.push((steps, Phase::GetReady, Side::Both, millis(lead(steps))));
            segments.push((steps, Phase::Aftercare, Side::Both, millis(plan.aftercare)));
        }
        segments.retain(|it| it.3 > 0);
        segments
    }

    fn worked(&self, step: usize, side: Side) -> u64 {
        let [left, right] = self.worked[step];
        match side {
            Side::Left => left,
            Side::Right => right,
            Side::Both => left.max(right),
        }
    }

    /// What is left of a hold of `hold` that begins now: nothing below 5 s (S31).
    fn left(&self, step: usize, side: Side, hold: u64) -> Option<u64> {
        let it = &self.plan.steps[step];
        let worked = self.worked(step, side);
        if !it.is_pressed || worked == 0 {
            return Some(hold);
        }
        let left = hold.min(u64::from(it.longest.millis()).saturating_sub(worked));
        (left >= hold.min(5_000)).then_some(left)
    }

    fn may_come_again(&self, step: usize) -> bool {
        let Some(it) = self.plan.steps.get(step) else { return true };
        let hold = u64::from(it.hold.millis());
        it.sides.order().iter().any(|side| self.left(step, *side, hold).is_some())
    }

    fn go_again(&mut self, step: usize) {
        self.segments = self.lay_out(|step, side, hold| self.left(step, side, hold));
        self.go(self.first_of(step));
    }

    fn enter(&mut self, at: usize) {
        self.at = at;
        self.age = 0;
        let Some(&(step, phase, _, length)) = self.segments.get(at) else {
            (self.mode, self.length) = (Mode::Done, 0);
            return;
        };
        let posture = self.postures[step];
        let moves = phase == Phase::GetReady && self.stance.is_some_and(|it| it != posture);
        self.length = if moves { length.max(self.moving) } else { length };
        if matches!(phase, Phase::Work | Phase::Aftercare) {
            self.stance = Some(posture);
        }
    }

    pub(super) fn pass(&mut self, mut millis: u64) {
        if self.mode == Mode::Stopped {
            self.away += millis;
        }
        while self.mode == Mode::Running {
            let now = millis.min(self.length - self.age);
            self.work(now);
            self.age += now;
            millis -= now;
            if self.age < self.length {
                break;
            }
            self.enter(self.at + 1);
        }
    }

    fn work(&mut self, millis: u64) {
        let (step, phase, side, _) = self.segments[self.at];
        let [left, right] = &mut self.worked[step];
        if phase == Phase::Work && side != Side::Right {
            *left += millis;
        }
        if phase == Phase::Work && side != Side::Left {
            *right += millis;
        }
    }

    /// Whether a hold of the step follows the segment at hand, at once or after the switch.
    fn has_other_side(&self, step: usize) -> bool {
        let next = self.segments.get(self.at + 1);
        next.is_some_and(|it| it.0 == step && matches!(it.1, Phase::Switch | Phase::Work))
    }

    fn go(&mut self, to: Option<usize>) {
        if self.mode == Mode::Stopped {
            self.mode = Mode::Paused;
        }
        self.enter(to.unwrap_or(self.segments.len()));
    }

    fn first_of(&self, step: usize) -> Option<usize> {
        self.segments.iter().position(|it| it.0 >= step)
    }

    pub(super) fn press(&mut self, op: Op) {
        match (op, self.mode) {
            (Op::Start, Mode::Ready) => {
                self.mode = Mode::Running;
                self.enter(0);
            }
            (Op::End, _) => {
                (self.mode, self.age, self.length, self.at) =
                    (Mode::Done, 0, 0, self.segments.len());
            }
            (_, Mode::Ready | Mode::Done) | (Op::Tick | Op::Start, _) => {}
            (op, _) => self.press_under_way(op),
        }
    }

    fn press_under_way(&mut self, op: Op) {
        let (step, phase, _, _) = self.segments[self.at];
        match op {
            Op::Pause if self.mode == Mode::Running => self.mode = Mode::Paused,
            Op::Resume | Op::ResumeClock if self.mode != Mode::Running => {
                let jumps = op == Op::ResumeClock && self.mode == Mode::Stopped;
                self.mode = Mode::Running;
                self.pass(if jumps { self.away } else { 0 });
            }
            Op::Next if phase == Phase::Work && self.has_other_side(step) => {
                self.go(Some(self.at + 1));
            }
            Op::Next => self.go(self.first_of(step + 1)),
            Op::Skip => {
                // Too much is too much for good; after-care is no exercise.
                let steps = self.plan.steps.len();
                self.left[step] = step < steps;
                self.segments.retain(|it| it.0 != step || step == steps);
                self.go(self.first_of(step + 1));
            }
            Op::Restart if self.may_come_again(step) => self.go_again(step),
            Op::Back => {
                let first = self.first_of(step).unwrap();
                let before: u64 = self.segments[first..self.at].iter().map(|it| it.3).sum();
                let earlier = self.segments[..first].iter().rev().map(|it| it.0);
                let earlier = earlier.into_iter().find(|it| self.may_come_again(*it));
                let again = Some(step).filter(|it| self.may_come_again(*it));
                let is_near = before + self.age <= 3_000;
                let to = if is_near { earlier.or(again) } else { again.or(earlier) };
                if let Some(to) = to {
                    self.go_again(to);
                }
            }
            Op::Extend => {
                let before = self.worked(step, self.segments[self.at].2).saturating_sub(self.age);
                let longest = self.plan.steps.get(step).map_or(0, |it| {
                    let longest = u64::from(it.longest.millis());
                    if it.is_pressed { longest.saturating_sub(before) } else { longest }
                });
                let cap = if phase == Phase::Work { longest.min(180_000) } else { 600_000 };
                self.length = self.length.max((self.length + 15_000).min(cap));
            }
            Op::EaseOff if step + 1 < self.postures.len() => self.eased[step] = true,
            Op::Start
            | Op::Restart
            | Op::Pause
            | Op::Resume
            | Op::ResumeClock
            | Op::EaseOff
            | Op::End
            | Op::Tick => {}
        }
    }

    pub(super) fn reload(&mut self) {
        if matches!(self.mode, Mode::Running | Mode::Stopped) {
            self.mode = Mode::Paused;
        }
        let (step, phase, side, _) = self.segments[self.at];
        if phase == Phase::GetReady {
            self.stance = None;
            return;
        }
        // A first side that had had its time is not told from one that was worked.
        let order = self.plan.steps.get(step).map_or(&[][..], |it| it.sides.order());
        let is_before = |it: &Side| phase == Phase::Rest || *it != side;
        if order.first().is_some_and(is_before) {
            let before =
                |nth, it: Side| nth == step && order.first() == Some(&it) && is_before(&it);
            let of = |nth, it, hold| {
                let held = self
                    .segments
                    .iter()
                    .find(|has| (has.0, has.1, has.2) == (nth, Phase::Work, it));
                if before(nth, it) || (nth == step && phase == Phase::Rest) {
                    Some(hold)
                } else {
                    held.map(|has| has.3)
                }
            };
            self.segments = self.lay_out(of);
            let here = |it: &Segment| (it.0, it.1, it.2) == (step, phase, side);
            self.at = self.segments.iter().position(here).unwrap();
        }
    }
}
