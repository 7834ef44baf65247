//! A session's place as plain data, for the record that survives a reload (rules S16, S17).

use super::again::{SHORTEST, Worked};
use super::error::RestoreError;
use super::record::{Log, StepRecord, Summary};
use super::timeline::{Segment, Timeline};
use super::types::{Ending, Phase, Why};
use super::{Clock, Session};
use crate::domain::dose::HoldSecs;
use crate::domain::plan::Plan;
use crate::domain::side::Side;
use crate::domain::time::{Moment, Span};

/// Where a session is and what was done so far; belongs to the plan that [`Session::plan`] answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The current step, from 0; the number of steps for after-care and its get-ready.
    pub step: u16,
    /// What runs, or would run.
    pub phase: Phase,
    /// Its side.
    pub side: Side,
    /// Milliseconds into it, 0 to `length`.
    pub elapsed: u32,
    /// Its length in milliseconds, extensions included, at least 1.
    pub length: u32,
    /// How often the person eased off in the whole session.
    pub eases: u8,
    /// How many steps were left as too much in the whole session.
    pub too_much: u8,
    /// One record a step of the plan, then those of steps taken out of it; at most 200.
    pub records: Vec<StepRecord>,
    /// What each side got, one a step of the plan; empty where it is not known, so that each side counts as having got
    /// all of its step's time.
    pub worked: Vec<Worked>,
}

impl Snapshot {
    /// What was done up to here, for a session that is not carried on.
    pub fn summary(&self) -> Summary {
        self.log(self.records.len()).summary(Ending::EndedEarly)
    }

    /// The log of a plan with so many steps.
    fn log(&self, steps: usize) -> Log {
        let (eases, too_much) = (self.eases, self.too_much);
        let records = self.records.iter().take(steps).copied().collect();
        let gone = self.records.iter().skip(steps).copied().collect();
        let worked = (0..steps).map(|step| self.worked_in(step)).collect();
        Log { records, gone, worked, eases, too_much }
    }

    fn worked_in(&self, step: usize) -> Worked {
        let all = self.records.get(step).map_or(Span::ZERO, |it| it.worked);
        self.worked.get(step).copied().unwrap_or(Worked { left: all, right: all })
    }
}

impl Session {
    /// The session's place at a moment.
    ///
    /// That of a session that is over has the phase [`Phase::Done`] and cannot be restored.
    pub fn snapshot(&self, now: Moment) -> Snapshot {
        let here = self.here();
        let age = self.age(now);
        let mut log = self.log.clone();
        if here.phase == Phase::Work {
            log.work(here.step, here.side, age.less(self.counted));
        }
        Snapshot {
            step: u16::try_from(here.step).unwrap_or(u16::MAX),
            phase: here.phase,
            side: here.side,
            elapsed: age.millis(),
            length: self.length.millis(),
            eases: log.eases,
            too_much: log.too_much,
            records: log.all().collect(),
            worked: log.worked,
        }
    }

    /// Brings a session back, paused at the snapshot's place.
    ///
    /// The snapshot may hold anything.
    ///
    /// # Errors
    /// [`RestoreError`] when the plan cannot be played or the snapshot does not belong to it.
    pub fn restore(plan: Plan, snapshot: &Snapshot) -> Result<Self, RestoreError> {
        let mut session = Self::new(plan).map_err(RestoreError::Plan)?;
        if snapshot.phase == Phase::Done {
            return Err(RestoreError::Over);
        }
        session.log = snapshot.log(session.plan.steps.len());
        session.lay_out_from(snapshot);
        // It may stand where it left its last step, until what was asked is answered.
        let here = usize::from(snapshot.step);
        session.timeline.take_out(|step| step != here && session.log.is_too_much(step));
        let at = session
            .timeline
            .find(usize::from(snapshot.step), snapshot.phase, snapshot.side)
            .ok_or(RestoreError::NoSuchPlace)?;
        let segment = session.timeline.get(at);
        check_times(snapshot, segment, &session.plan)?;
        check_records(snapshot, &session.plan)?;
        session.stand_at(at, snapshot);
        Ok(session)
    }

    /// Lays out what is left of holds that come again (S31); what is over in the step at hand has its planned length.
    fn lay_out_from(&mut self, snapshot: &Snapshot) {
        let here = usize::from(snapshot.step);
        let order = self.plan.steps.get(here).map_or(&[][..], |it| it.sides.order());
        let nth = |side| order.iter().position(|it| *it == side);
        let at = nth(snapshot.side).unwrap_or(0);
        let is_over = |side| match snapshot.phase {
            // It leads in the first hold that there is.
            Phase::GetReady => None,
            Phase::Switch => Some(nth(side) < Some(at)),
            Phase::Work => Some(nth(side) <= Some(at)),
            Phase::Rest | Phase::Aftercare | Phase::Done => Some(true),
        };
        let hold = |step: usize, side: Side| match is_over(side).filter(|_| step == here) {
            Some(true) => self.plan.steps.get(step).map(|it| it.hold),
            None if step == here && nth(side) < Some(at) => None,
            // What it stood right before is still to come, however little is left of it by the limits of now.
            Some(false) | None if step == here && side == snapshot.side => {
                Some(self.hold_left(step, side).unwrap_or(SHORTEST))
            }
            Some(false) | None => self.hold_left(step, side),
        };
        self.timeline = Timeline::lay_out(&self.plan, hold);
    }

    fn stand_at(&mut self, at: usize, snapshot: &Snapshot) {
        let age = Span::from_millis(snapshot.elapsed);
        // The lines of the lead-in were due before this segment began.
        if at > 0 && Timeline::leads_in(self.timeline.get(at - 1), self.timeline.get(at)) {
            self.set_up(at - 1);
            self.take_due(self.length);
        }
        self.begin(at, true);
        self.length = Span::from_millis(snapshot.length);
        self.lines = self.plan_lines_of(at, self.length);
        self.clock = Clock::Paused { why: Why::Person, at: age, anchor: None };
        if !age.is_zero() {
            self.unopened = false;
            self.counted = age;
            self.take_due(age);
        }
        let here = self.here();
        if here.phase != Phase::GetReady {
            self.stance = Some(self.posture(here.step));
        }
    }
}

fn check_times(snapshot: &Snapshot, segment: Segment, plan: &Plan) -> Result<(), RestoreError> {
    let longest = segment
        .length
        .max(plan.timing.new_posture)
        .max(Span::from_secs(u32::from(HoldSecs::MAX)))
        .millis();
    let is_possible =
        (1..=longest).contains(&snapshot.length) && snapshot.elapsed <= snapshot.length;
    if is_possible { Ok(()) } else { Err(RestoreError::BadTimes) }
}

fn check_records(snapshot: &Snapshot, plan: &Plan) -> Result<(), RestoreError> {
    let records = &snapshot.records;
    let is_possible = (plan.steps.len()..=Log::MAX_RECORDS).contains(&records.len())
        && records.iter().zip(&plan.steps).all(|(record, step)| record.exercise == step.exercise);
    if is_possible { Ok(()) } else { Err(RestoreError::BadRecords) }
}
