//! What each command does (rules S6 to S11).

use super::effects::{Pending, Retone};
use super::record::{Log, Outcome};
use super::timeline::Timeline;
use super::types::{Command, Ending, Phase, ResumeFrom, Why};
use super::{Anchor, Clock, Session};
use crate::domain::dose::HoldSecs;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::{Plan, PlanStep};
use crate::domain::time::{Moment, Span};

/// One press of "more time".
const EXTENSION: Span = Span::from_secs(15);

/// Further into a step than this, Back restarts it.
const BACK_RESTARTS: Span = Span::from_secs(3);

/// Longest anything may be made by extending it; holds stop earlier.
const LONGEST: Span = Span::from_secs(HoldSecs::MAX as u32);

/// Longest a hold may be made by extending it (clinical-evidence 1.1, cap a muscle and side).
const LONGEST_HOLD: Span = Span::from_secs(HoldSecs::MUSCLE_CAP as u32);

impl Session {
    pub(super) fn apply(&mut self, command: Command, now: Moment, pending: &mut Pending) {
        let fits_anywhere = matches!(command, Command::Start | Command::End);
        if !fits_anywhere && !self.is_under_way() {
            return;
        }
        match command {
            Command::Tick => {}
            Command::Start => self.start(now, pending),
            Command::Pause => self.pause(now, pending),
            Command::Resume(from) => self.resume(from, now, pending),
            Command::Next => self.next(now, pending),
            Command::Back => self.back(now, pending),
            Command::Restart => self.restart(now, pending),
            Command::Extend => self.extend(now, pending),
            Command::EaseOff => self.ease_off(now, pending),
            Command::SkipTooMuch => self.skip_too_much(now, pending),
            Command::LeaveOut(ids) => self.leave_out(&ids, now, pending),
            Command::Swap(step) => self.swap(*step, now, pending),
            Command::Finish(step) => self.finish(*step, now, pending),
            Command::End => self.end(pending),
        }
    }

    /// Begun and not over.
    fn is_under_way(&self) -> bool {
        matches!(self.clock, Clock::Running(_) | Clock::Paused { .. })
    }

    fn start(&mut self, now: Moment, pending: &mut Pending) {
        if let Clock::Ready = self.clock {
            self.clock = Clock::Running(Anchor { since: now, base: Span::ZERO });
            pending.entered = true;
            self.begin(0, false);
            self.open(now, pending);
        }
    }

    fn pause(&mut self, now: Moment, pending: &mut Pending) {
        if let Clock::Running(_) = self.clock {
            let at = self.age(now);
            self.stand(Clock::Paused { why: Why::Person, at, anchor: None }, pending);
        }
    }

    fn resume(&mut self, from: ResumeFrom, now: Moment, pending: &mut Pending) {
        let Clock::Paused { at, anchor, .. } = self.clock else { return };
        if self.stands_where_it_left() {
            return self.jump(None, now, pending);
        }
        pending.entered = true;
        self.turn = self.turn.wrapping_add(1);
        match (from, anchor) {
            (ResumeFrom::Clock, Some(anchor)) => {
                self.clock = Clock::Running(anchor);
                self.run_to(now, pending);
                self.skip_due(now, pending);
            }
            (ResumeFrom::Clock, None) | (ResumeFrom::Here, _) => {
                self.clock = Clock::Running(Anchor { since: now, base: at });
                self.run_to(now, pending);
            }
        }
        let Clock::Running(_) = self.clock else { return };
        if self.unopened {
            self.open(now, pending);
        } else {
            pending.retone = Retone::After;
            self.deliver(now, pending);
        }
        if pending.say.is_none() {
            self.say_where_we_are(now, pending);
        }
    }

    /// Lets everything that was missed go unheard.
    fn skip_due(&mut self, now: Moment, pending: &mut Pending) {
        if let Clock::Running(anchor) = self.clock {
            self.take_due(anchor.age(now));
            pending.pulse = None;
        }
    }

    fn end(&mut self, pending: &mut Pending) {
        if let Clock::Done(_) = self.clock {
            return;
        }
        self.stand(Clock::Ready, pending);
        self.finish_at(Ending::EndedEarly, pending);
    }

    fn next(&mut self, now: Moment, pending: &mut Pending) {
        self.log.settle(self.here().step, Outcome::Skipped);
        let to = if self.stands_where_it_left() { None } else { self.timeline.after_hold(self.at) };
        self.jump(to, now, pending);
    }

    fn back(&mut self, now: Moment, pending: &mut Pending) {
        let step = self.here().step;
        let is_left = self.stands_where_it_left();
        let into = self.timeline.planned_before(self.at).plus(self.age(now));
        // What was left as too much does not come again (R69), nor what has had its time (S31).
        let again = Some(step).filter(|it| !is_left && self.may_come_again(*it));
        let earlier = self.timeline.steps_before(step).find(|it| self.may_come_again(*it));
        let is_near = into <= BACK_RESTARTS;
        let Some(to) = (if is_near { earlier.or(again) } else { again.or(earlier) }) else {
            return;
        };
        if is_near && !is_left {
            self.log.set(step, Outcome::NotReached);
        }
        self.enter_step(to, now, pending);
    }

    fn restart(&mut self, now: Moment, pending: &mut Pending) {
        let step = self.here().step;
        if !self.stands_where_it_left() && self.may_come_again(step) {
            self.enter_step(step, now, pending);
        }
    }

    /// Goes to the start of a step that was not left as too much; it then counts as not done yet.
    fn enter_step(&mut self, step: usize, now: Moment, pending: &mut Pending) {
        self.log.set(step, Outcome::NotReached);
        self.timeline = Timeline::lay_out(&self.plan, |step, side| self.hold_left(step, side));
        self.keep_out_too_much();
        self.jump(self.timeline.first_of(step), now, pending);
    }

    fn extend(&mut self, now: Moment, pending: &mut Pending) {
        let longest = match self.here().phase {
            Phase::Work => self.longest_hold().min(LONGEST_HOLD),
            Phase::GetReady | Phase::Switch | Phase::Rest | Phase::Aftercare | Phase::Done => {
                LONGEST
            }
        };
        let length = self.length.plus(EXTENSION).min(longest);
        if length <= self.length {
            return;
        }
        self.length = length;
        self.turn = self.turn.wrapping_add(1);
        self.move_fixed_lines(self.age(now));
        pending.entered = true;
        if let Clock::Running(_) = self.clock {
            pending.retone = Retone::After;
        }
    }

    /// How long the hold that runs may become, with what its side got before counted (S31).
    fn longest_hold(&self) -> Span {
        let here = self.here();
        let before = self.log.worked_side(here.step, here.side).less(self.counted);
        self.plan.steps.get(here.step).map_or(Span::ZERO, |it| {
            if it.is_pressed { it.longest.less(before) } else { it.longest }
        })
    }

    fn ease_off(&mut self, now: Moment, pending: &mut Pending) {
        let step = self.here().step;
        if step < self.timeline.steps() {
            pending.enough |= self.log.ease(step);
            pending.entered = true;
            self.say_ease_off(now, pending);
        }
    }

    fn skip_too_much(&mut self, now: Moment, pending: &mut Pending) {
        self.leave(self.here().step, now, pending);
    }

    /// Leaves a step as too much, for good: its time goes, so that neither Back nor time leads to it again (R69).
    fn leave(&mut self, step: usize, now: Moment, pending: &mut Pending) {
        pending.enough |= self.log.too_much(step);
        self.keep_out_too_much();
        self.jump(self.timeline.first_of(step + 1), now, pending);
    }

    fn leave_out(&mut self, ids: &[ExerciseId], now: Moment, pending: &mut Pending) {
        let segment = self.here();
        let here = segment.step;
        // After-care is no exercise; what is asked about the last one is answered in it.
        if here >= self.timeline.steps() {
            return;
        }
        let mut plan = self.plan.clone();
        let (mut at, mut gone, mut left) = (0, Vec::new(), Vec::new());
        plan.steps.retain(|step| {
            let stays = at == here || !ids.contains(&step.exercise);
            let list = if stays { &mut left } else { &mut gone };
            list.push(at);
            at += 1;
            stays
        });
        let now_here = left.iter().position(|at| *at == here).unwrap_or(here);
        let was = self.timeline.clone();
        if !gone.is_empty() && self.replan(plan, |log| log.take_out(&gone)) {
            // What stays is as long as it was, also where its step had come again.
            let hold = |step: usize, side| was.hold(*left.get(step)?, side);
            self.timeline = Timeline::lay_out(&self.plan, hold);
            let again = self.timeline.find(now_here, segment.phase, segment.side);
            self.at = again.or(self.timeline.first_of(now_here)).unwrap_or(self.at);
        }
        let step = self.here().step;
        let is_last = self.timeline.first_of(step + 1).is_none();
        match self.clock {
            // A question may follow, which ending would lose; going on ends it.
            Clock::Paused { .. } if is_last && self.stands_where_it_left() => {}
            Clock::Paused { .. } if is_last => {
                pending.enough |= self.log.too_much(step);
                pending.entered = true;
            }
            Clock::Paused { .. } | Clock::Ready | Clock::Running(_) | Clock::Done(_) => {
                self.leave(step, now, pending);
            }
        }
    }

    /// Whether the step at hand, the last, was left as too much while the session stood.
    fn stands_where_it_left(&self) -> bool {
        self.log.is_too_much(self.here().step)
    }

    fn swap(&mut self, mut new: PlanStep, now: Moment, pending: &mut Pending) {
        let index = self.here().step;
        let mut plan = self.plan.clone();
        let Some(old) = plan.steps.get_mut(index) else { return };
        // What stands in works the same part of the body, in the time that is left to it.
        new.longest = new.longest.min(old.longest).max(new.hold);
        if *old == new {
            return;
        }
        // Where its time is over there is none for anything in its place.
        let sides = new.sides.order();
        if !sides.iter().any(|side| self.hold_left_of(&new, index, *side).is_some()) {
            return self.leave(index, now, pending);
        }
        let exercise = new.exercise;
        *old = new;
        let note = |log: &mut Log| {
            log.set(index, Outcome::TooMuch);
            log.replace(index, exercise);
        };
        if self.replan(plan, note) {
            pending.enough |= self.log.ease(index);
            self.enter_step(index, now, pending);
        }
    }

    fn finish(&mut self, last: PlanStep, now: Moment, pending: &mut Pending) {
        let index = self.here().step.min(Plan::MAX_STEPS - 1);
        let mut plan = self.plan.clone();
        let steps = plan.steps.len();
        if plan.steps.get(index..) == Some(core::slice::from_ref(&last)) {
            return;
        }
        let exercise = last.exercise;
        plan.steps.truncate(index);
        plan.steps.push(last);
        if self.replan(plan, |log| log.replace_rest(index, steps, exercise)) {
            self.enter_step(index, now, pending);
        }
    }

    /// Puts another plan in place with the records that belong to it; answers false, and changes nothing, if it cannot
    /// be played.
    fn replan(&mut self, plan: Plan, note: impl FnOnce(&mut Log)) -> bool {
        let Ok(timeline) = Timeline::new(&plan) else { return false };
        self.plan = plan;
        self.timeline = timeline;
        note(&mut self.log);
        self.keep_out_too_much();
        true
    }

    /// Gives no time to what was left as too much.
    pub(super) fn keep_out_too_much(&mut self) {
        self.timeline.take_out(|step| self.log.is_too_much(step));
    }
}
