//! What was done and how it felt the next day: sessions, complaints and replies.

use super::Complaint;
use super::rules::Rules;
use crate::domain::body::Area;
use crate::domain::dose::Pressure;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::muscle::muscles;
use crate::domain::session::{Outcome, StepRecord, Summary};
use crate::domain::slug::slugged;
use crate::domain::time::{LocalDay, Span};

/// Earliest moment after a session that its reply is asked for, in hours (R51).
const FIRST_HOUR: u64 = 18;
/// Latest.
const LAST_HOUR: u64 = 72;
/// Hours after a session from which soreness is too long (clinical-evidence 3.5).
const TOO_LONG_HOURS: u64 = 48;
/// Hours after a session until which "is it still worse?" is asked.
const STILL_LAST_HOUR: u64 = 120;
const HOUR_MILLIS: u64 = 3_600_000;
/// Time of work from which a step counts as done at all (R49).
const BEGUN: Span = Span::from_secs(1);

slugged! {
    /// How it is now, compared with before the session (clinical-evidence 3.5).
    Reply {
        /// Better.
        Better = "better",
        /// The same.
        Same = "same",
        /// A bit sore: at most 2 points more.
        BitSore = "a-bit-sore",
        /// Worse: more than 2 points more, or for more than a day.
        Worse = "worse",
    }
}

/// A reply and when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replied {
    /// What was said.
    pub reply: Reply,
    /// When, in wall-clock milliseconds since 1970.
    pub at: u64,
    /// The day.
    pub day: LocalDay,
}

/// One step of a session that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoneStep {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// What became of it.
    pub outcome: Outcome,
    /// How often the person eased off.
    pub eases: u8,
}

/// A complaint about an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which exercise ran.
    pub exercise: ExerciseId,
    /// What was said.
    pub complaint: Complaint,
}

/// One session that is over, as the next ones need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When it ended, in wall-clock milliseconds since 1970.
    pub ended: u64,
    /// The day it ended.
    pub day: LocalDay,
    /// Its steps, at most [`Replies::MAX_STEPS`].
    pub steps: Vec<DoneStep>,
    /// Complaints, at most [`Replies::MAX_SAID`].
    pub said: Vec<Said>,
    /// Whether it reached three eases or two skips (R27).
    pub enough: bool,
    /// The next-day reply.
    pub reply: Option<Replied>,
    /// The reply to "is it still worse?".
    pub still: Option<Replied>,
}

impl Done {
    /// The record of a session. A step counts from its first whole second on, or when the person eased off
    /// or left it as too much; one that was passed over is left out (R49).
    pub fn of(summary: &Summary, said: Vec<Said>, enough: bool, ended: u64, day: LocalDay) -> Self {
        let was_begun =
            |it: &&StepRecord| it.worked >= BEGUN || it.eases > 0 || it.done == Outcome::TooMuch;
        let steps = summary.steps.iter().filter(was_begun);
        let steps =
            steps.map(|it| DoneStep { exercise: it.exercise, outcome: it.done, eases: it.eases });
        let steps = steps.take(Replies::MAX_STEPS).collect();
        Self { ended, day, steps, said, enough, reply: None, still: None }
    }

    /// Whether it was too much at 48 hours: worse then, or still sore (R53).
    pub(super) fn is_too_long(&self) -> bool {
        let late = |it: &Replied| it.at.saturating_sub(self.ended) >= TOO_LONG_HOURS * HOUR_MILLIS;
        let sore = |it: &Replied| matches!(it.reply, Reply::Worse | Reply::BitSore) && late(it);
        self.reply.iter().chain(&self.still).any(sore)
    }

    /// Whether its reply counts as worse.
    pub(super) fn is_worse(&self) -> bool {
        self.reply.is_some_and(|it| it.reply == Reply::Worse) || self.is_too_long()
    }

    /// Whether its reply is better or the same, and nothing in it was too much.
    pub(super) fn is_good(&self) -> bool {
        let good = |it: &Replied| matches!(it.reply, Reply::Better | Reply::Same);
        self.reply.as_ref().is_some_and(good) && !self.is_worse()
    }

    /// Whether the peak in it stayed at 4 of 10 or less: nobody eased, skipped or complained.
    pub(super) fn was_easy(&self) -> bool {
        !self.enough
            && self.said.is_empty()
            && self.steps.iter().all(|it| it.eases == 0 && it.outcome != Outcome::TooMuch)
    }

    /// The exercises that a bad reply is put down to: those that were eased, skipped as too much or
    /// complained of; without any, the massage that presses most (R52).
    pub(super) fn suspects(&self, rules: Rules<'_>) -> Vec<ExerciseId> {
        let complained =
            |id| self.said.iter().any(|it| it.exercise == id && it.complaint != Complaint::Panic);
        let named: Vec<ExerciseId> = self
            .steps
            .iter()
            .filter(|it| it.eases > 0 || it.outcome == Outcome::TooMuch || complained(it.exercise))
            .map(|it| it.exercise)
            .collect();
        if !named.is_empty() {
            return named;
        }
        let massage: Vec<&Exercise> = self.massage(rules).collect();
        let most = massage.iter().filter_map(|it| it.pressure_cap).max();
        massage.iter().filter(|it| it.pressure_cap == most).map(|it| it.id).collect()
    }

    /// The massage that was done in it.
    pub(super) fn massage<'a>(&self, rules: Rules<'a>) -> impl Iterator<Item = &'a Exercise> {
        let done = self.steps.iter().filter_map(move |it| rules.exercise(it.exercise));
        done.filter(|it| it.technique.is_massage())
    }

    /// Whether it pressed firmly where this exercise does, with it or with another on the same muscle (R49).
    pub(super) fn pressed_firmly(&self, rules: Rules<'_>, exercise: &Exercise) -> bool {
        let here = muscles(exercise.id);
        let same = |it: &Exercise| is_firm(it) && muscles(it.id).iter().any(|on| here.contains(on));
        let did = |it: &DoneStep| {
            it.exercise == exercise.id || rules.exercise(it.exercise).is_some_and(same)
        };
        is_firm(exercise) && self.steps.iter().any(did)
    }
}

/// Massage that may go to 4 of 10 or more counts as firm (R49).
pub(super) fn is_firm(exercise: &Exercise) -> bool {
    exercise.technique.is_massage()
        && exercise.pressure_cap.map(Pressure::rating).is_none_or(|cap| cap >= 4)
}

/// Something left out until the person says that a physio or doctor was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// An exercise that made something numb or tingle.
    Numb(ExerciseId),
    /// Massage of an area after two bad replies or one at 48 hours.
    Area(Area),
}

/// A hold and the day it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// What is left out.
    pub hold: Hold,
    /// Since when.
    pub day: LocalDay,
}

/// Which question is due, and of which session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// "Compared with before the session: better, same, a bit sore, worse?"
    NextDay,
    /// "Is it still worse?", from 48 hours after a session that was followed by "worse".
    Still,
}

/// Sessions and replies, newest first.
///
/// Change it through its methods; the fields are open so that a stored record can be rebuilt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// The newest sessions, at most [`Replies::MAX_SESSIONS`], newest first.
    pub sessions: Vec<Done>,
    /// What is left out until a physio or doctor was asked, at most [`Replies::MAX_HELD`].
    pub held: Vec<Held>,
    /// The day the person says that a physio or doctor was asked and it is fine.
    pub talked: Option<LocalDay>,
    /// Whether the short list was answered since the last "worse".
    pub listed: bool,
    /// Something of the record was lost: the next session is gentle (D17).
    pub unsure: bool,
}

impl Replies {
    /// How many sessions are kept.
    pub const MAX_SESSIONS: usize = 30;
    /// How many steps of each.
    pub const MAX_STEPS: usize = 40;
    /// How many complaints of each.
    pub const MAX_SAID: usize = 20;
    /// How many holds are kept.
    pub const MAX_HELD: usize = 60;

    /// The record after one that could not be read.
    pub fn unreadable() -> Self {
        Self { unsure: true, ..Self::default() }
    }

    /// Adds a session that is over.
    pub fn add(&mut self, mut done: Done) {
        done.steps.truncate(Self::MAX_STEPS);
        done.said.truncate(Self::MAX_SAID);
        for said in done.said.iter().filter(|it| it.complaint == Complaint::Tingling) {
            self.hold(Hold::Numb(said.exercise), done.day);
        }
        self.sessions.insert(0, done);
        if self.sessions.len() > Self::MAX_SESSIONS {
            self.sessions.remove(self.least_needed());
        }
    }

    /// The oldest session that still asks for nothing. A "worse" counts until a later session was followed by
    /// a good reply (R43, R52), so that it is not forgotten by sessions of which nothing was said.
    fn least_needed(&self) -> usize {
        let counts = |at: usize, done: &Done| {
            done.is_worse() && !self.sessions.iter().take(at).any(Done::is_good)
        };
        let mut oldest = self.sessions.iter().enumerate().skip(1).rev();
        oldest.find(|(at, it)| !counts(*at, it)).map_or(Self::MAX_SESSIONS, |(at, _)| at)
    }

    /// The question that is due at `now`, in wall-clock milliseconds since 1970 (R51).
    ///
    /// Only the newest session that is old enough is asked about.
    pub fn due(&self, now: u64) -> Option<Due> {
        let (_, age, done) = self.asked_about(now)?;
        match (done.reply, done.still) {
            (None, _) if age <= LAST_HOUR * HOUR_MILLIS => Some(Due::NextDay),
            (Some(it), None)
                if it.reply == Reply::Worse
                    && (TOO_LONG_HOURS * HOUR_MILLIS..=STILL_LAST_HOUR * HOUR_MILLIS)
                        .contains(&age)
                    && !done.is_too_long() =>
            {
                Some(Due::Still)
            }
            (None | Some(_), _) => None,
        }
    }

    /// The day of the session that is asked about.
    pub fn due_day(&self, now: u64) -> Option<LocalDay> {
        self.due(now)?;
        self.asked_about(now).map(|(_, _, done)| done.day)
    }

    /// Answers the question that is due; does nothing when none is.
    pub fn reply(&mut self, rules: Rules<'_>, reply: Reply, now: u64, today: LocalDay) {
        let Some(due) = self.due(now) else { return };
        let Some((at, _, _)) = self.asked_about(now) else { return };
        let replied = Some(Replied { reply, at: now, day: today });
        if let Some(done) = self.sessions.get_mut(at) {
            match due {
                Due::NextDay => done.reply = replied,
                Due::Still => done.still = replied,
            }
        }
        let Some(done) = self.sessions.get(at) else { return };
        if done.is_worse() {
            self.listed = false;
        } else if done.is_good() {
            self.unsure = false;
        }
        if done.is_too_long() || (done.is_worse() && self.was_worse_before(at)) {
            let areas: Vec<Area> = done.massage(rules).map(|it| it.area).collect();
            for area in areas {
                self.hold(Hold::Area(area), today);
            }
        }
    }

    /// Whether a "worse" or a complaint asks for the short list before the next session (R57).
    pub fn asks_list(&self) -> bool {
        !self.listed && (self.unsure || self.sessions.iter().any(Done::is_worse))
    }

    /// The short list was answered.
    pub const fn listed(&mut self) {
        self.listed = true;
    }

    /// "I have talked to a physio or doctor and may go on", on a day up to today (R54).
    ///
    /// Answers whether it was taken.
    pub fn talked(&mut self, day: LocalDay, today: LocalDay) -> bool {
        if day > today || self.held.iter().any(|it| it.day > day && it.day <= today) {
            return false;
        }
        self.talked = Some(day);
        self.held.clear();
        true
    }

    /// The reply before the session at `at` was worse too.
    fn was_worse_before(&self, at: usize) -> bool {
        let mut earlier = self.sessions.iter().skip(at.saturating_add(1));
        earlier.find(|it| it.reply.is_some()).is_some_and(Done::is_worse)
    }

    fn hold(&mut self, hold: Hold, day: LocalDay) {
        if self.held.len() < Self::MAX_HELD && !self.held.iter().any(|it| it.hold == hold) {
            self.held.push(Held { hold, day });
        }
    }

    /// The newest session that ended at least [`FIRST_HOUR`] hours ago, with its place and age.
    fn asked_about(&self, now: u64) -> Option<(usize, u64, &Done)> {
        let aged = self.sessions.iter().enumerate().filter_map(|(at, it)| {
            let age = now.checked_sub(it.ended)?;
            (age >= FIRST_HOUR * HOUR_MILLIS).then_some((at, age, it))
        });
        aged.min_by_key(|(_, age, _)| *age)
    }
}
