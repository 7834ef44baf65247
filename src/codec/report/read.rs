//! Bits as a report, in the order of `docs/spec/reply.md`; every number is checked.

use crate::codec::link::LinkError;
use crate::codec::link::bits::In;
use crate::codec::link::read::schedule;
use crate::domain::exercise::ExerciseId;
use crate::domain::outcome::{
    Activity, Change, Entry, Felt, Journal, PlanFrom, Rating, StepDone, Week, What, When,
};
use crate::domain::report::{MAX_ROUTINES, MAX_STEPS, Report, activity, done, entry};
use crate::domain::screening::Complaint;
use crate::domain::session::{Ending, Outcome};
use crate::domain::shared::{Dated, Line, Note};
use crate::domain::time::LocalDay;

type Read<T> = Result<T, LinkError>;

/// Reads a report; fewer than `spare` bits may be left, all zero.
pub(super) fn report(bits: &mut In<'_>, spare: usize) -> Read<Report> {
    let last = Dated::from_days_since_2025(bits.take(15)?).ok_or(LinkError::Damaged)?.day();
    let mut report = Report::new(last, bits.take(9)? + 1);
    let [who, note, plan, since, session, pain, week, change, extra] = bits.flags()?;
    if who {
        report.who = Line::clean(&bits.text()?);
    }
    if note {
        report.note = Note::clean(&bits.text()?);
    }
    let mut all = Vec::new();
    if plan {
        plans(bits, &report, &mut all)?;
    }
    if since {
        all.push(entry(day(bits, &report)?, What::Baseline));
    }
    if session {
        sessions(bits, &report, &mut all)?;
    }
    if pain {
        for nth in 0..report.days {
            if let Some(it) = rating(bits)? {
                all.push(entry(nth_day(&report, nth)?, What::Pain(it)));
            }
        }
    }
    if week {
        weeks(bits, &report, &mut all)?;
    }
    if change {
        for _ in 0..bits.length()? {
            let day = day(bits, &report)?;
            let by = i8::try_from(bits.take(4)?).ok().and_then(|it| Change::new(it - Change::MAX));
            all.push(entry(day, What::Change(by.ok_or(LinkError::Damaged)?)));
        }
    }
    if extra {
        bits.extra(&mut |_, _, _| Ok(false))?;
    }
    report.journal = Journal::of(all);
    if bits.ends(spare) { Ok(report) } else { Err(LinkError::Damaged) }
}

/// A day of the report by its place in it.
fn nth_day(report: &Report, nth: u16) -> Read<LocalDay> {
    let day = LocalDay::from_days(report.first().days() + i32::from(nth));
    if nth < report.days { Ok(day) } else { Err(LinkError::Damaged) }
}

fn day(bits: &mut In<'_>, report: &Report) -> Read<LocalDay> {
    nth_day(report, bits.take(9)?)
}

/// A rating that may be missing.
fn rating(bits: &mut In<'_>) -> Read<Option<Rating>> {
    if !bits.flag()? {
        return Ok(None);
    }
    let rating = u8::try_from(bits.take(4)?).ok().and_then(Rating::new);
    rating.map(Some).ok_or(LinkError::Damaged)
}

fn plans(bits: &mut In<'_>, report: &Report, all: &mut Vec<Entry>) -> Read<()> {
    for _ in 0..=bits.take(4)? {
        let day = LocalDay::from_days(report.last.days() - i32::from(bits.take(10)?));
        let schedule = if bits.flag()? { Some(schedule(bits)?) } else { None };
        all.push(entry(day, What::Plan(PlanFrom { routine: String::new(), schedule })));
    }
    Ok(())
}

fn sessions(bits: &mut In<'_>, report: &Report, all: &mut Vec<Entry>) -> Read<()> {
    let mut names = Vec::new();
    for _ in 0..bits.take(8)? {
        names.push(Line::clean(&bits.text()?));
    }
    let (mut at, mut routine) = (0_u16, 0);
    for nth in 0..bits.length()? {
        at += if bits.flag()? { 1 } else { bits.take(9)? };
        let day = nth_day(report, at)?;
        if !bits.flag()? {
            routine = usize::from(bits.take(8)?);
        }
        let name = match names.get(routine) {
            Some(name) => name.clone(),
            None if routine == MAX_ROUTINES => Line::default(),
            None => return Err(LinkError::Damaged),
        };
        let minutes = u16::try_from(bits.length()?).unwrap_or(u16::MAX);
        if !(1..=600).contains(&minutes) {
            return Err(LinkError::Damaged);
        }
        let ending = if bits.flag()? { Ending::Completed } else { Ending::EndedEarly };
        let felt = [(When::Before, rating(bits)?), (When::After, rating(bits)?)];
        let mut it = done(routine, name, minutes, ending);
        it.steps = steps(bits)?;
        let session = report.session(nth, day, it);
        let number = u64::try_from(session.key().number).unwrap_or(0);
        for (when, pain) in felt {
            if let Some(pain) = pain {
                let felt = Felt { session: number, when, pain, place: None };
                all.push(entry(day, What::Felt(felt)));
            }
        }
        all.push(session);
    }
    Ok(())
}

fn steps(bits: &mut In<'_>) -> Read<Vec<StepDone>> {
    let count = usize::from(bits.take(6)?);
    if count > MAX_STEPS {
        return Err(LinkError::Damaged);
    }
    let mut steps = Vec::with_capacity(count);
    for _ in 0..count {
        let short = bits.take(7)?;
        let exercise = ExerciseId(if short > 0 { short } else { bits.take(15)? });
        let outcome = u8::try_from(bits.take(2)?).ok().and_then(Outcome::from_code);
        let outcome = outcome.ok_or(LinkError::Damaged)?;
        let eases = u8::try_from(bits.take(3)?).unwrap_or(0);
        let count = usize::from(bits.take(4)?);
        if count > StepDone::MAX_REASONS {
            return Err(LinkError::Damaged);
        }
        let mut reasons = Vec::with_capacity(count);
        for _ in 0..count {
            let reason = Complaint::ALL.get(usize::from(bits.take(4)?));
            reasons.push(*reason.ok_or(LinkError::Damaged)?);
        }
        steps.push(StepDone { exercise, outcome, eases, secs: 0, reasons });
    }
    Ok(steps)
}

fn weeks(bits: &mut In<'_>, report: &Report, all: &mut Vec<Entry>) -> Read<()> {
    let names = usize::from(bits.take(2)?);
    for nth in 0..names.min(Activity::MAX) {
        all.push(activity(report, nth, Line::clean(&bits.text()?)));
    }
    for _ in 0..bits.length()? {
        let day = day(bits, report)?;
        let mut week = Week::default();
        for nth in (0..).take(names) {
            week.activities.extend(rating(bits)?.map(|it| (nth, it)));
        }
        week.sleep = rating(bits)?;
        week.confidence = rating(bits)?;
        all.push(entry(day, What::Week(week)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::link::bits::{CHAR_BITS, Out};

    /// Begins a report of three days with these of its nine parts.
    fn begun(parts: &str) -> Out {
        let mut out = Out::default();
        out.put(600, 15);
        out.put(2, 9);
        parts.bytes().for_each(|it| out.flag(it == b'1'));
        out
    }

    /// One session of the routine at this place, where one has a name.
    fn session(routine: u16, steps: usize) -> Out {
        let mut out = begun("000010000");
        out.put(1, 8);
        out.text("Hips");
        out.length(1);
        out.flag(false);
        out.put(0, 9);
        out.flag(false);
        out.put(routine, 8);
        out.length(12);
        // Played to its end, without ratings.
        out.put(0b100, 3);
        out.put(u16::try_from(steps).unwrap(), 6);
        for _ in 0..steps {
            out.put(1, 7);
            out.put(0, 2 + 3 + 4);
        }
        out
    }

    fn read(out: Out) -> Read<Report> {
        report(&mut In::new(&out.into_sixes()), CHAR_BITS)
    }

    #[test]
    fn a_day_after_the_last_one_is_damage() {
        // A3
        for (nth, is_read) in [(0, true), (2, true), (3, false), (511, false)] {
            let mut out = begun("000100000");
            out.put(nth, 9);
            assert_eq!(read(out).is_ok(), is_read, "{nth}");
        }
    }

    #[test]
    fn a_routine_is_one_of_those_named_or_the_one_without_a_name() {
        // A3
        let name = |routine| -> Read<Vec<String>> {
            let report = read(session(routine, 0))?;
            Ok(report.journal.sessions().map(|it| it.1.name.as_str().to_owned()).collect())
        };
        assert_eq!(name(0), Ok(vec!["Hips".to_owned()]));
        assert_eq!(name(255), Ok(vec![String::new()]));
        for routine in [1, 2, 254] {
            assert_eq!(name(routine), Err(LinkError::Damaged), "{routine}");
        }
    }

    #[test]
    fn a_session_has_its_most_steps_and_one_more_is_damage() {
        // A3
        let steps = |count| -> Read<usize> {
            let report = read(session(0, count))?;
            Ok(report.journal.sessions().map(|it| it.1.steps.len()).sum())
        };
        assert_eq!(steps(MAX_STEPS), Ok(MAX_STEPS));
        assert_eq!(steps(MAX_STEPS + 1), Err(LinkError::Damaged));
    }
}
