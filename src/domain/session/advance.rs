//! How time moves a session on (rules S5, S13 to S15).

use super::effects::{Pending, Retone};
use super::record::Outcome;
use super::timeline::is_lead_in;
use super::types::{Ending, Phase, Why};
use super::{Anchor, CATCH_UP, Clock, Session};
use crate::domain::cue::{Tone, opening_tone};
use crate::domain::time::{Moment, Span};

/// A line or a vibration later than this is dropped (rule S24).
///
/// A hidden page is woken once a second, so a limit below that would silence a session in the background.
pub(super) const LATEST: Span = Span::from_millis(1200);

impl Session {
    /// Brings the session up to `now`, or makes it stand if it has heard nothing for too long.
    pub(super) fn advance(&mut self, now: Moment, pending: &mut Pending) {
        let Clock::Running(anchor) = self.clock else { return };
        if self.is_overdue(now) {
            let missed = now.since(self.seen);
            let at = self.age(self.seen);
            self.stand(
                Clock::Paused { why: Why::Stopped { missed }, at, anchor: Some(anchor) },
                pending,
            );
            return;
        }
        self.run_to(now, pending);
        self.deliver(now, pending);
    }

    pub(super) fn is_overdue(&self, now: Moment) -> bool {
        self.next_deadline().is_some_and(|due| now.since(due) > CATCH_UP)
    }

    /// Crosses every boundary due by `now`; each segment begins when it was due.
    pub(super) fn run_to(&mut self, now: Moment, pending: &mut Pending) {
        while let Clock::Running(anchor) = self.clock {
            let end = anchor.moment(self.length);
            if end > now {
                self.count_work(anchor.age(now));
                break;
            }
            self.cross(end, now, pending);
        }
    }

    /// Leaves the running segment at its end and begins the next at that very moment.
    fn cross(&mut self, end: Moment, now: Moment, pending: &mut Pending) {
        let before = self.here();
        self.count_work(self.length);
        // What was due in it is over with it, also when no tick came in between (S5).
        self.take_due(self.length);
        if before.phase == Phase::Work && self.timeline.is_last_hold(self.at) {
            self.log.settle(before.step, Outcome::Done);
        }
        let at = self.at + 1;
        let phase = self.timeline.get(at).phase;
        if phase == Phase::Done {
            self.complete(pending);
            pending.say = None;
            pending.retone = Retone::Keep;
            if now.since(end) <= LATEST {
                self.say_finished(now, pending);
            }
        } else {
            self.clock = Clock::Running(Anchor { since: end, base: Span::ZERO });
            self.begin(at, is_lead_in(before.phase));
            self.unopened = false;
            pending.say = None;
            pending.retone = Retone::After;
        }
        pending.entered = true;
        pending.pulse =
            opening_tone(Some(before.phase), phase).filter(|_| now.since(end) <= LATEST);
    }

    /// Makes a segment the running one, from its start.
    ///
    /// `led_in` says that its own get-ready or switch has just run, with the lines that were due in it.
    pub(super) fn begin(&mut self, at: usize, led_in: bool) {
        self.at = at;
        self.turn = self.turn.wrapping_add(1);
        if !led_in {
            self.passed.clear();
        }
        self.set_up(at);
        let here = self.here();
        if matches!(here.phase, Phase::Work | Phase::Aftercare) {
            self.stance = Some(self.posture(here.step));
        }
    }

    /// Sets length and lines of the segment at `at`, of which nothing has run.
    pub(super) fn set_up(&mut self, at: usize) {
        self.length = self.length_from_here(at);
        self.counted = Span::ZERO;
        self.unopened = true;
        self.lines = self.plan_lines_of(at, self.length);
    }

    /// The planned length; a get-ready is lengthened if the last hold was in another posture.
    fn length_from_here(&self, at: usize) -> Span {
        let segment = self.timeline.get(at);
        let posture = self.posture(segment.step);
        let moves = self.stance.is_some_and(|stance| stance != posture);
        if segment.phase == Phase::GetReady && moves {
            segment.length.max(self.plan.timing.new_posture)
        } else {
            segment.length
        }
    }

    /// Stands or ends: no speech, no tones.
    pub(super) fn stand(&mut self, clock: Clock, pending: &mut Pending) {
        self.clock = clock;
        self.speaking = None;
        pending.say = None;
        pending.pulse = None;
        pending.hush = true;
        pending.retone = Retone::Silence;
        pending.entered = true;
    }

    /// Goes to the end of the plan.
    pub(super) fn complete(&mut self, pending: &mut Pending) {
        self.finish_at(Ending::Completed, pending);
    }

    /// Comes to the end, whichever way.
    pub(super) fn finish_at(&mut self, ending: Ending, pending: &mut Pending) {
        self.at = self.timeline.end();
        self.length = Span::ZERO;
        self.counted = Span::ZERO;
        self.lines.clear();
        self.speaking = None;
        self.turn = self.turn.wrapping_add(1);
        self.clock = Clock::Done(ending);
        pending.ended = Some(self.log.summary(ending));
        pending.entered = true;
    }

    /// Goes somewhere by command; past the end, the session is completed.
    pub(super) fn jump(&mut self, to: Option<usize>, now: Moment, pending: &mut Pending) {
        pending.say = None;
        pending.pulse = None;
        pending.hush = true;
        pending.entered = true;
        self.speaking = None;
        let Some(at) = to else {
            self.complete(pending);
            pending.retone = Retone::Only(Tone::Finish);
            pending.pulse = Some(Tone::Finish);
            self.say_finished(now, pending);
            return;
        };
        self.begin(at, false);
        if let Clock::Running(_) = self.clock {
            self.clock = Clock::Running(Anchor { since: now, base: Span::ZERO });
            self.open(now, pending);
        } else {
            self.clock = Clock::Paused { why: Why::Person, at: Span::ZERO, anchor: None };
        }
    }

    /// Sounds the opening tone of a segment that was not come to by time, and its first line.
    pub(super) fn open(&mut self, now: Moment, pending: &mut Pending) {
        self.unopened = false;
        pending.retone = Retone::AndNow;
        pending.pulse = opening_tone(None, self.here().phase);
        self.deliver(now, pending);
    }

    fn count_work(&mut self, age: Span) {
        let here = self.here();
        if here.phase == Phase::Work {
            self.log.work(here.step, here.side, age.less(self.counted));
            self.counted = age;
        }
    }
}
