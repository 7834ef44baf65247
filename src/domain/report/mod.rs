//! What a person sends back to a therapist: a part of the journal, chosen piece by piece, without any time of day.
//!
//! A report holds a journal of its own, so that labels, weeks and the plan are worked out as on the person's phone. Nothing
//! that was not chosen is in it, and what is in it is what was noted (`docs/spec/reply.md`).

mod summary;

use super::outcome::{
    Activity, Entry, Felt, Journal, Kind, PlanFrom, SessionDone, StepDone, Week, What, When,
    weekday,
};
use super::screening::Mode;
use super::session::{Ending, Outcome};
use super::shared::{Dated, Line, Note};
use super::slug::slugged;
use super::time::LocalDay;

pub use summary::{Summary, Trouble, summary};

/// Most days of a report.
pub const MAX_DAYS: u16 = 512;
/// Most steps of one session that say what was skipped or too much.
pub const MAX_STEPS: usize = 32;
/// Most times that a step is told to have been eased.
pub const MAX_EASES: u8 = 7;
/// Most plans that a report tells of.
pub const MAX_PLANS: usize = 16;
/// Most routines that a report names; sessions of further ones have no name.
pub const MAX_ROUTINES: usize = 255;
/// Days before the last one on which a plan may have begun.
pub const PLAN_DAYS: u16 = 0x3ff;
const DAY_MILLIS: u64 = 86_400_000;

slugged! {
    /// What a person may leave out.
    Part {
        /// Days, routines and minutes, and the plan.
        Sessions = "sessions",
        /// Pain before and after sessions.
        Felt = "felt",
        /// Steps that were skipped or too much, with the reasons.
        Steps = "steps",
        /// Pain of each day.
        Pain = "pain",
        /// Activities, sleep and confidence of each week.
        Week = "week",
        /// Change in all.
        Change = "change",
    }
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Who it is from, as they say; may be empty.
    pub who: Line,
    /// Its last day; one that a [`Dated`] can be.
    pub last: LocalDay,
    /// How many days it is about, the last included: 1 to [`MAX_DAYS`].
    pub days: u16,
    /// What was chosen of these days, and the plans that were in force.
    pub journal: Journal,
    /// A word to the therapist.
    pub note: Note,
}

impl Report {
    /// One with nothing in it; days that no report can be about are held to the nearest.
    pub fn new(last: LocalDay, days: u16) -> Self {
        let day = |it| Dated::from_days_since_2025(it).map(Dated::day);
        let (first, end) = (day(0).unwrap_or(last), day(0x7fff).unwrap_or(last));
        Self {
            who: Line::default(),
            last: last.clamp(first, end),
            days: days.clamp(1, MAX_DAYS),
            journal: Journal::default(),
            note: Note::default(),
        }
    }

    /// Its first day.
    pub fn first(&self) -> LocalDay {
        LocalDay::from_days(self.last.days().saturating_add(1).saturating_sub(self.days.into()))
    }

    /// How many days after the first one a day is; `None` outside the report.
    pub fn nth(&self, day: LocalDay) -> Option<u16> {
        let nth = u16::try_from(day.days_since(self.first())?).ok()?;
        (nth < self.days).then_some(nth)
    }

    /// Puts a session in, as the report's next; `nth` sessions are in it already.
    pub fn session(&self, nth: usize, day: LocalDay, done: SessionDone) -> Entry {
        // No time of day: its name is its day and its place among the others.
        let midnight = u64::try_from(day.days()).unwrap_or(0) * DAY_MILLIS;
        let started = midnight + u64::try_from(nth).unwrap_or(0);
        entry(day, What::Session(SessionDone { started, ..done }))
    }
}

/// An entry without the time at which it was written.
pub const fn entry(day: LocalDay, what: What) -> Entry {
    Entry { at: 0, day, what }
}

/// A session of a report: whole minutes, at least one, and of its steps those that were not done as they stood.
pub fn done(routine: usize, name: Line, minutes: u16, ending: Ending) -> SessionDone {
    SessionDone {
        started: 0,
        routine: routine.to_string(),
        number: 0,
        name,
        secs: u32::from(minutes.max(1)) * 60,
        mode: Mode::Standard,
        ending,
        steps: Vec::new(),
    }
}

/// The report of the `days` days up to `last`, of the parts that `has` wants; without a name and a note.
pub fn report(journal: &Journal, last: LocalDay, days: u16, has: &dyn Fn(Part) -> bool) -> Report {
    let mut report = Report::new(last, days);
    let mut entries = Vec::new();
    if has(Part::Sessions) {
        sessions(&report, journal, has, &mut entries);
        plans(&report, journal, &mut entries);
    }
    let mut ids: Vec<u64> = Vec::new();
    for it in journal.entries().iter().filter(|it| report.nth(it.day).is_some()) {
        let what = match &it.what {
            What::Pain(_) if has(Part::Pain) => it.what.clone(),
            What::Change(_) if has(Part::Change) => it.what.clone(),
            What::Week(week) if has(Part::Week) => {
                What::Week(renumbered(&report, journal, week, (&mut ids, &mut entries)))
            }
            What::Pain(_)
            | What::Change(_)
            | What::Week(_)
            | What::Session(_)
            | What::Felt(_)
            | What::Activity(_)
            | What::Reply(_)
            | What::Note(_)
            | What::Flare
            | What::Baseline
            | What::Plan(_) => continue,
        };
        entries.push(entry(it.day, what));
    }
    let since = journal.of_kind(Kind::Baseline).last().filter(|it| report.nth(it.day).is_some());
    if let Some(since) = since.filter(|_| !entries.is_empty()) {
        entries.push(entry(since.day, What::Baseline));
    }
    report.journal = Journal::of(entries);
    report
}

/// So many days up to `last`, and those before them that make their first week whole: part of a week beside a plan for all of
/// it would say that less was done than was.
pub fn whole_weeks(last: LocalDay, days: u16) -> u16 {
    days + u16::from(weekday(Report::new(last, days).first()))
}

/// How much of a part the `days` days up to `last` have: entries, or sessions with something to tell.
pub fn count(journal: &Journal, last: LocalDay, days: u16, part: Part) -> usize {
    let report = Report::new(last, days);
    let of = |kind| journal.of_kind(kind).iter().filter(|it| report.nth(it.day).is_some()).count();
    let sessions = || journal.sessions().filter(|it| report.nth(it.0).is_some());
    match part {
        Part::Sessions => sessions().count(),
        Part::Steps => sessions().filter(|it| it.1.steps.iter().any(is_trouble)).count(),
        Part::Felt => of(Kind::Before).max(of(Kind::After)),
        Part::Pain => of(Kind::Pain),
        Part::Week => of(Kind::Week),
        Part::Change => of(Kind::Change),
    }
}

fn sessions(
    report: &Report,
    journal: &Journal,
    has: &dyn Fn(Part) -> bool,
    entries: &mut Vec<Entry>,
) {
    let all: Vec<_> = journal.sessions().filter(|it| report.nth(it.0).is_some()).collect();
    let mut routines: Vec<(&str, &Line)> = Vec::new();
    let mut nth = 0;
    // By day, for a clock that was put back puts a later session on an earlier day.
    for day in (0..report.days).map(|it| report.first().days() + i32::from(it)) {
        for (day, session) in all.iter().filter(|it| it.0.days() == day) {
            let known = routines.iter().position(|it| it.0 == session.routine);
            let routine = known.unwrap_or_else(|| {
                routines.push((&session.routine, &session.name));
                routines.len() - 1
            });
            // One routine has one name in a report.
            let name = routines.get(routine).filter(|_| routine < MAX_ROUTINES);
            let name = name.map_or_else(Line::default, |it| it.1.clone());
            let minutes = u16::try_from(session.minutes()).unwrap_or(u16::MAX);
            let mut it = done(routine.min(MAX_ROUTINES), name, minutes, session.ending);
            if has(Part::Steps) {
                let steps = session.steps.iter().filter(|it| is_trouble(it)).take(MAX_STEPS);
                let step = |it: &StepDone| StepDone {
                    secs: 0,
                    eases: it.eases.min(MAX_EASES),
                    ..it.clone()
                };
                it.steps = steps.map(step).collect();
            }
            let entry = report.session(nth, *day, it);
            if has(Part::Felt) {
                felt(journal, session.started, &entry, entries);
            }
            entries.push(entry);
            nth += 1;
        }
    }
}

const fn is_trouble(it: &StepDone) -> bool {
    matches!(it.outcome, Outcome::Skipped | Outcome::TooMuch)
        || it.eases > 0
        || !it.reasons.is_empty()
}

/// How it felt around the session that began at `started`, for the session `of` the report.
fn felt(journal: &Journal, started: u64, of: &Entry, entries: &mut Vec<Entry>) {
    let What::Session(session) = &of.what else { return };
    for (kind, when) in [(Kind::Before, When::Before), (Kind::After, When::After)] {
        let number = i64::try_from(started).unwrap_or(i64::MAX);
        let found = journal.get(super::outcome::Key { kind, number });
        if let Some(What::Felt(it)) = found.map(|it| &it.what) {
            let it = Felt { session: session.started, when, pain: it.pain, place: None };
            entries.push(entry(of.day, What::Felt(it)));
        }
    }
}

/// The plans that began in its days, and the one that was in force before them.
fn plans(report: &Report, journal: &Journal, entries: &mut Vec<Entry>) {
    let all = journal
        .of_kind(Kind::Plan)
        .iter()
        .filter(|it| report.last.days_since(it.day).is_some_and(|ago| ago <= u32::from(PLAN_DAYS)));
    let all: Vec<&Entry> = all.collect();
    let before = all.iter().rposition(|it| report.nth(it.day).is_none()).unwrap_or(0);
    let all = all.get(before..).unwrap_or_default();
    let all = all.get(all.len().saturating_sub(MAX_PLANS)..).unwrap_or_default();
    entries.extend(all.iter().filter_map(|it| {
        let What::Plan(plan) = &it.what else { return None };
        let plan = PlanFrom { routine: String::new(), schedule: plan.schedule };
        Some(entry(it.day, What::Plan(plan)))
    }));
}

/// The questions of a week, with the activities that are still asked about under their numbers in the report; one that was
/// not in it yet is put in.
fn renumbered(
    report: &Report,
    journal: &Journal,
    week: &Week,
    (ids, entries): (&mut Vec<u64>, &mut Vec<Entry>),
) -> Week {
    for (id, _) in &week.activities {
        let is_new = ids.len() < Activity::MAX && !ids.contains(id);
        if let Some(name) = is_new.then(|| asked(journal, *id)).flatten() {
            entries.push(activity(report, ids.len(), name));
            ids.push(*id);
        }
    }
    let rated = (0..).zip(ids.iter()).filter_map(|(nth, id)| {
        let rating = week.activities.iter().find(|it| it.0 == *id)?.1;
        Some((nth, rating))
    });
    Week { activities: rated.collect(), sleep: week.sleep, confidence: week.confidence }
}

/// An activity of a report; its number is its place among them.
pub fn activity(report: &Report, nth: usize, name: Line) -> Entry {
    let id = u64::try_from(nth).unwrap_or(0);
    entry(report.first(), What::Activity(Activity { id, name, is_asked: true }))
}

fn asked(journal: &Journal, id: u64) -> Option<Line> {
    let name = |it: &Entry| {
        let What::Activity(it) = &it.what else { return None };
        (it.id == id && it.is_asked).then(|| it.name.clone())
    };
    journal.of_kind(Kind::Activity).iter().find_map(name)
}

#[cfg(test)]
mod tests;
