//! A routine as it is played: commands and moments in, effects out.
//!
//! Nothing here reads a clock or wakes itself up. The app hands in every command together with the
//! present [`Moment`], does the effects in the order given, and calls again with [`Command::Tick`] at
//! [`Session::next_deadline`]. The rules are numbered in `docs/spec/session.md`.

mod advance;
mod again;
mod command;
mod effects;
mod error;
mod record;
mod snapshot;
mod speak;
mod timeline;
mod types;

#[cfg(test)]
mod tests;

pub use again::Worked;
pub use error::{PlanError, RestoreError};
pub use record::{Outcome, StepRecord, Summary};
pub use snapshot::Snapshot;
pub use types::{Command, Effect, Ending, Phase, ResumeFrom, State, Upcoming, View, Why};

use super::body::Posture;
use super::cue::{CueKind, Line, Priority};
use super::exercise::ExerciseId;
use super::plan::Plan;
use super::time::{Moment, Span};
use effects::Pending;
use record::Log;
use timeline::{Segment, Timeline};

/// Longest a plan may last, in seconds: 48 hours.
pub const MAX_TOTAL_SECS: u32 = 48 * 3600;

/// A tick that is later than this makes the session stand; up to it, it catches up (rule S13).
pub const CATCH_UP: Span = Span::from_secs(5);

/// One routine being played.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    timeline: Timeline,
    clock: Clock,
    /// Latest moment handled: everything due up to it has been delivered.
    seen: Moment,
    /// Index of the running segment in the timeline.
    at: usize,
    /// Its length, extensions included.
    length: Span,
    /// How much of it has been counted as work.
    counted: Span,
    /// Whether it was entered while the session stood, so that its opening tone is still owed.
    unopened: bool,
    /// Posture of the last hold, or after-care, that began.
    stance: Option<Posture>,
    /// Its lines that are not due yet, in order.
    lines: Vec<Line>,
    /// Kinds of its lines that were due, and of those in the lead-in before it.
    passed: Vec<CueKind>,
    /// The line being spoken.
    speaking: Option<Speaking>,
    log: Log,
    /// What [`View::segment`] shows.
    turn: u32,
}

/// Where the session is in time.
#[derive(Clone, Copy, Debug)]
enum Clock {
    Ready,
    Running(Anchor),
    /// Stands `at` into the segment; `anchor` is what it ran by, if it stopped by itself.
    Paused {
        why: Why,
        at: Span,
        anchor: Option<Anchor>,
    },
    Done(Ending),
}

/// At the moment `since`, the running segment was `base` old.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    since: Moment,
    base: Span,
}

impl Anchor {
    fn age(self, now: Moment) -> Span {
        self.base.plus(now.since(self.since))
    }

    /// The moment at which the segment is `age` old.
    fn moment(self, age: Span) -> Moment {
        self.since + age.less(self.base)
    }
}

/// A line that was begun.
#[derive(Clone, Copy, Debug)]
struct Speaking {
    until: Moment,
    priority: Priority,
}

impl Session {
    /// Makes a session that is ready to start.
    ///
    /// # Errors
    /// [`PlanError`] when the plan has no steps, more than [`Plan::MAX_STEPS`], a hold without length, or
    /// lasts longer than [`MAX_TOTAL_SECS`].
    pub fn new(plan: Plan) -> Result<Self, PlanError> {
        let timeline = Timeline::new(&plan)?;
        let log = Log::new(&plan);
        let mut session = Self {
            length: Span::ZERO,
            plan,
            timeline,
            clock: Clock::Ready,
            seen: Moment::default(),
            at: 0,
            counted: Span::ZERO,
            unopened: true,
            stance: None,
            lines: Vec::new(),
            passed: Vec::new(),
            speaking: None,
            log,
            turn: 0,
        };
        session.set_up(0);
        Ok(session)
    }

    /// Does a command at a moment, and answers what the app must do.
    ///
    /// A moment before the last one handled counts as that one. Commands that make no sense where the
    /// session is change nothing and answer nothing.
    pub fn handle(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let now = now.max(self.seen);
        let mut pending = Pending::default();
        self.advance(now, &mut pending);
        self.seen = now;
        self.apply(command, now, &mut pending);
        self.effects(pending, now)
    }

    /// The next moment at which [`Command::Tick`] must be handled; `None` while the session stands.
    ///
    /// It is the next line's moment, the segment's end or the next change of the whole seconds left,
    /// whichever is first, so never more than 1 s after the last moment handled.
    pub fn next_deadline(&self) -> Option<Moment> {
        let Clock::Running(anchor) = self.clock else { return None };
        let left = self.length.less(anchor.age(self.seen));
        let shown_next = Span::from_millis(left.millis().saturating_sub(1) / 1000 * 1000);
        let second = self.length.less(shown_next);
        let line = self.lines.first().map_or(second, |line| line.at);
        Some(anchor.moment(second.min(line)))
    }

    /// What a screen shows at a moment.
    pub fn view(&self, now: Moment) -> View {
        let here = self.here();
        let done = here.phase == Phase::Done;
        let left = self.length.less(self.age(now));
        let steps = self.timeline.steps();
        View {
            state: self.state(),
            phase: here.phase,
            step: (here.step + 1).min(steps),
            steps,
            exercise: self.exercise(here.step),
            side: here.side,
            left,
            length: self.length,
            total_left: left.plus(self.timeline.planned_from(self.at + 1)),
            next: self.timeline.upcoming(self.at).filter(|_| !done).map(|next| Upcoming {
                phase: next.phase,
                exercise: self.exercise(next.step),
                side: next.side,
            }),
            eased: self.log.is_eased(here.step),
            segment: self.turn,
        }
    }

    /// The plan as it is now; [`Command::Swap`] and [`Command::Finish`] change it.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Planned length of the whole timeline, without extensions.
    pub fn total(&self) -> Span {
        self.timeline.planned_from(0)
    }

    fn state(&self) -> State {
        match self.clock {
            Clock::Ready => State::Ready,
            Clock::Running(_) => State::Running,
            Clock::Paused { why, .. } => State::Paused(why),
            Clock::Done(ending) => State::Done(ending),
        }
    }

    fn here(&self) -> Segment {
        self.timeline.get(self.at)
    }

    /// The exercise of a step; of the last step for anything later.
    fn exercise(&self, step: usize) -> ExerciseId {
        let step = self.plan.steps.get(step).or(self.plan.steps.last());
        step.map_or(ExerciseId(0), |step| step.exercise)
    }

    /// The posture of a step; that of after-care for anything later.
    fn posture(&self, step: usize) -> Posture {
        self.plan.steps.get(step).map_or(self.plan.aftercare_posture, |step| step.posture)
    }

    /// How old the running segment is, at most its length.
    ///
    /// Past the time that may be caught up it answers the place where the session will stand, so that a
    /// countdown never jumps ahead and back again.
    fn age(&self, now: Moment) -> Span {
        match self.clock {
            Clock::Ready => Span::ZERO,
            Clock::Running(anchor) => {
                let now = now.max(self.seen);
                let now = if self.is_overdue(now) { self.seen } else { now };
                anchor.age(now).min(self.length)
            }
            Clock::Paused { at, .. } => at.min(self.length),
            Clock::Done(_) => self.length,
        }
    }
}
