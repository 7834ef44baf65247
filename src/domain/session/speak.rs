//! Which line is spoken now (rules S20 to S26).

use super::advance::LATEST;
use super::effects::Pending;
use super::types::Phase;
use super::{Clock, Session, Speaking};
use crate::domain::cue::{
    Cue, CueKind, Line, Part, Priority, fixed_lines, plan_lines, put_in_order,
};
use crate::domain::plan::SpokenLengths;
use crate::domain::time::{Moment, Span};

/// Silence between a repeated name and the line that waited for it.
const GAP: Span = Span::from_millis(500);

impl Session {
    /// The lines of the segment at `at`, if it is `length` long.
    pub(super) fn plan_lines_of(&self, at: usize, length: Span) -> Vec<Line> {
        let segment = self.timeline.get(at);
        let silent = SpokenLengths::default();
        let part = Part {
            phase: segment.phase,
            length,
            opening: self.timeline.opening(at),
            spoken: self.plan.steps.get(segment.step).map_or(&silent, |step| &step.spoken),
            aftercare_spoken: self.plan.aftercare_spoken,
        };
        plan_lines(&part, &self.passed)
    }

    /// Takes the lines that are due; the most important that is still on time is spoken.
    pub(super) fn deliver(&mut self, now: Moment, pending: &mut Pending) {
        let Clock::Running(anchor) = self.clock else { return };
        let age = anchor.age(now);
        let due = self.take_due(age);
        let best = due
            .into_iter()
            .filter(|line| age.less(line.at) <= LATEST && self.has_room(line, age, now))
            .max_by_key(|line| line.kind.priority());
        if let Some(line) = best {
            self.speak(line, age, now, pending);
        }
    }

    /// Takes the lines due by `age` off the list, without speaking any.
    pub(super) fn take_due(&mut self, age: Span) -> Vec<Line> {
        let count = self.lines.partition_point(|line| line.at <= age);
        let due: Vec<_> = self.lines.drain(..count).collect();
        self.passed.extend(due.iter().map(|line| line.kind));
        due
    }

    /// Says the name and side again, or what else runs, when the session goes on.
    pub(super) fn say_where_we_are(&mut self, now: Moment, pending: &mut Pending) {
        let here = self.here();
        let age = self.age(now);
        let step = self.plan.steps.get(here.step);
        let name = step.map_or(self.plan.aftercare_spoken, |step| step.spoken.name);
        let (kind, spoken) = match here.phase {
            Phase::Rest => (CueKind::Rest, CueKind::Rest.allowance()),
            Phase::Aftercare => (CueKind::Aftercare, name),
            Phase::GetReady if step.is_none() => (CueKind::Aftercare, name),
            Phase::GetReady | Phase::Work | Phase::Switch => {
                (CueKind::Resumed, name.plus(CueKind::Resumed.allowance()))
            }
            Phase::Done => return,
        };
        if age.plus(spoken) > self.length {
            return;
        }
        self.speak(Line { at: age, kind, spoken }, age, now, pending);
        self.let_wait(age.plus(spoken).plus(GAP));
    }

    /// Says that it is over.
    pub(super) fn say_finished(&self, now: Moment, pending: &mut Pending) {
        let kind = CueKind::Finished;
        let line = Line { at: Span::ZERO, kind, spoken: kind.allowance() };
        self.put(line, None, now, pending);
    }

    /// Says at once that the person may ease off; nothing else in this call is more important.
    pub(super) fn say_ease_off(&self, now: Moment, pending: &mut Pending) {
        let kind = CueKind::EaseOff;
        let line = Line { at: self.age(now), kind, spoken: kind.allowance() };
        self.put(line, None, now, pending);
    }

    /// Moves the lines that count from a hold's end, after its length has changed.
    pub(super) fn move_fixed_lines(&mut self, age: Span) {
        if self.here().phase != Phase::Work {
            return;
        }
        let is_fixed = |kind| matches!(kind, CueKind::HalfWay | CueKind::TenSeconds);
        self.lines.retain(|line| !is_fixed(line.kind));
        let passed = &self.passed;
        let moved =
            fixed_lines(self.length).filter(|line| line.at > age && !passed.contains(&line.kind));
        self.lines.extend(moved);
        put_in_order(&mut self.lines);
    }

    /// Set-up and target wait for a repeated name; they matter too much to be lost to it.
    fn let_wait(&mut self, until: Span) {
        let mut free = until;
        for line in &mut self.lines {
            let matters = matches!(line.kind.priority(), Priority::SetUp | Priority::Target);
            if matters {
                line.at = line.at.max(free);
                free = line.at.plus(line.spoken).plus(GAP);
            }
        }
        put_in_order(&mut self.lines);
    }

    fn has_room(&self, line: &Line, age: Span, now: Moment) -> bool {
        let priority = line.kind.priority();
        if priority >= Priority::Place {
            return true;
        }
        let is_cut_in = self
            .speaking
            .is_some_and(|speaking| speaking.until > now && speaking.priority >= priority);
        !is_cut_in && line.spoken <= self.room(priority, age)
    }

    /// Time before a more important line or the segment's end.
    fn room(&self, priority: Priority, age: Span) -> Span {
        let next = self.lines.iter().find(|line| line.kind.priority() > priority);
        next.map_or(self.length, |line| line.at.min(self.length)).less(age)
    }

    fn speak(&self, line: Line, age: Span, now: Moment, pending: &mut Pending) {
        let room = self.room(line.kind.priority(), age);
        self.put(line, Some(room), now, pending);
    }

    fn put(&self, line: Line, room: Option<Span>, now: Moment, pending: &mut Pending) {
        let here = self.here();
        let cue = Cue {
            kind: line.kind,
            exercise: self.exercise(here.step),
            side: here.side,
            at: line.at,
            must_end_by: room,
        };
        let speaking = Speaking { until: now + line.spoken, priority: line.kind.priority() };
        pending.say = Some((cue, speaking));
    }
}
