//! A report as bits, in the order of `docs/spec/reply.md`.

use crate::codec::link::bits::Out;
use crate::codec::link::write::schedule;
use crate::domain::outcome::{
    Change, Entry, Journal, Key, Kind, Rating, SessionDone, StepDone, What,
};
use crate::domain::report::{MAX_ROUTINES, Report};
use crate::domain::screening::Complaint;
use crate::domain::session::Ending;
use crate::domain::shared::Dated;

/// Writes a report.
pub(super) fn report(out: &mut Out, report: &Report) {
    let journal = &report.journal;
    let of = |kind| journal.of_kind(kind);
    out.put(Dated::of(report.last).map_or(0, Dated::days_since_2025), 15);
    out.put(report.days - 1, 9);
    out.flag(!report.who.is_empty());
    out.flag(!report.note.is_empty());
    for kind in [Kind::Plan, Kind::Baseline, Kind::Session, Kind::Pain, Kind::Week, Kind::Change] {
        out.flag(!of(kind).is_empty());
    }
    out.flag(false);
    for text in [report.who.as_str(), report.note.as_str()] {
        if !text.is_empty() {
            out.text(text);
        }
    }
    plans(out, report, of(Kind::Plan));
    if let Some(it) = of(Kind::Baseline).last() {
        out.put(report.nth(it.day).unwrap_or(0), 9);
    }
    sessions(out, report);
    if !of(Kind::Pain).is_empty() {
        pain(out, report);
    }
    if !of(Kind::Week).is_empty() {
        weeks(out, report);
    }
    let changes = of(Kind::Change);
    if !changes.is_empty() {
        out.length(changes.len());
    }
    for it in changes {
        let What::Change(change) = it.what else { continue };
        out.put(report.nth(it.day).unwrap_or(0), 9);
        out.put(u16::try_from(change.get() + Change::MAX).unwrap_or(0), 4);
    }
}

/// How much was meant to be done, and since when.
fn plans(out: &mut Out, report: &Report, plans: &[Entry]) {
    if let Some(more) = plans.len().checked_sub(1) {
        out.put(u16::try_from(more).unwrap_or(0), 4);
    }
    for it in plans {
        let What::Plan(plan) = &it.what else { continue };
        let ago = report.last.days_since(it.day).unwrap_or(0);
        out.put(u16::try_from(ago).unwrap_or(0), 10);
        out.flag(plan.schedule.is_some());
        if let Some(it) = plan.schedule {
            schedule(out, it);
        }
    }
}

/// The names of the routines, then the sessions.
fn sessions(out: &mut Out, report: &Report) {
    let all = || report.journal.of_kind(Kind::Session).iter();
    if all().next().is_none() {
        return;
    }
    let number = |it: &SessionDone| it.routine.parse().unwrap_or(0);
    let mut names = Vec::new();
    for it in all() {
        if let What::Session(it) = &it.what
            && number(it) == names.len()
            && names.len() < MAX_ROUTINES
        {
            names.push(it.name.as_str());
        }
    }
    out.put(u16::try_from(names.len()).unwrap_or(0), 8);
    for name in names {
        out.text(name);
    }
    out.length(report.journal.of_kind(Kind::Session).len());
    let (mut day, mut routine) = (0, 0);
    for entry in all() {
        let What::Session(it) = &entry.what else { continue };
        let nth = report.nth(entry.day).unwrap_or(day);
        out.flag(nth == day + 1);
        if nth != day + 1 {
            out.put(nth.saturating_sub(day), 9);
        }
        day = nth;
        out.flag(number(it) == routine);
        if number(it) != routine {
            routine = number(it);
            out.put(u16::try_from(routine).unwrap_or(0), 8);
        }
        out.length(usize::try_from(it.minutes()).unwrap_or(0));
        out.flag(it.ending == Ending::Completed);
        for kind in [Kind::Before, Kind::After] {
            let number = i64::try_from(it.started).unwrap_or(0);
            rating(out, felt(&report.journal, Key { kind, number }));
        }
        steps(out, &it.steps);
    }
}

fn felt(journal: &Journal, key: Key) -> Option<Rating> {
    let What::Felt(felt) = journal.get(key)?.what else { return None };
    Some(felt.pain)
}

/// A rating that may be missing.
fn rating(out: &mut Out, rating: Option<Rating>) {
    out.flag(rating.is_some());
    if let Some(it) = rating {
        out.put(u16::from(it.get()), 4);
    }
}

/// The steps that were not done as they stood.
fn steps(out: &mut Out, steps: &[StepDone]) {
    out.put(u16::try_from(steps.len()).unwrap_or(0), 6);
    for it in steps {
        let number = it.exercise.0;
        if (1..128).contains(&number) {
            out.put(number, 7);
        } else {
            out.put(0, 7);
            out.put(number, 15);
        }
        out.put(u16::from(it.outcome.code()), 2);
        out.put(u16::from(it.eases), 3);
        out.put(u16::try_from(it.reasons.len()).unwrap_or(0), 4);
        for reason in &it.reasons {
            let at = Complaint::ALL.iter().position(|it| it == reason);
            out.put(at.and_then(|it| u16::try_from(it).ok()).unwrap_or(0), 4);
        }
    }
}

/// A rating for each day that has one.
fn pain(out: &mut Out, report: &Report) {
    let mut all = report.journal.of_kind(Kind::Pain).iter().peekable();
    for nth in 0..report.days {
        let of = all.next_if(|it| report.nth(it.day) == Some(nth));
        rating(out, of.and_then(|it| if let What::Pain(it) = it.what { Some(it) } else { None }));
    }
}

/// The names of the activities, then the weeks.
fn weeks(out: &mut Out, report: &Report) {
    let names = report.journal.of_kind(Kind::Activity);
    out.put(u16::try_from(names.len()).unwrap_or(0), 2);
    for it in names {
        if let What::Activity(it) = &it.what {
            out.text(it.name.as_str());
        }
    }
    let all = report.journal.of_kind(Kind::Week);
    out.length(all.len());
    for it in all {
        let What::Week(week) = &it.what else { continue };
        out.put(report.nth(it.day).unwrap_or(0), 9);
        for id in (0_u64..).take(names.len()) {
            rating(out, week.activities.iter().find(|it| it.0 == id).map(|it| it.1));
        }
        rating(out, week.sleep);
        rating(out, week.confidence);
    }
}
