//! What a report comes to, in numbers.

use super::Report;
use crate::domain::exercise::ExerciseId;
use crate::domain::outcome::{Kind, Measures, What, adherence, measures, weeks_of};
use crate::domain::screening::Complaint;
use crate::domain::session::Outcome;
use crate::domain::shared::Schedule;

/// What a report comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Sessions.
    pub sessions: u32,
    /// Days with one.
    pub days: u32,
    /// Minutes in all.
    pub minutes: u32,
    /// The last plan.
    pub plan: Option<Schedule>,
    /// Days done and days meant in the weeks with a plan that are over (P17).
    pub kept: Option<(u32, u32)>,
    /// Sessions with a rating before and after.
    pub pairs: u32,
    /// Points by which pain was lower after than before, all pairs together; negative where it was higher.
    pub eased: i32,
    /// Pain, activities and change in all.
    pub measures: Measures,
    /// Exercises that were skipped, eased or too much, in the order in which they first were.
    pub trouble: Vec<Trouble>,
}

/// An exercise that was not always done as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Which.
    pub exercise: ExerciseId,
    /// How often it was skipped.
    pub skipped: u32,
    /// How often it was too much.
    pub too_much: u32,
    /// How often the person eased off.
    pub eased: u32,
    /// What they said was wrong, each with how often.
    pub reasons: Vec<(Complaint, u32)>,
}

/// Works a report out.
pub fn summary(report: &Report) -> Summary {
    let journal = &report.journal;
    let weeks = weeks_of(journal, report.last);
    let plan = journal
        .of_kind(Kind::Plan)
        .last()
        .and_then(|it| if let What::Plan(plan) = &it.what { plan.schedule } else { None });
    let sum = |of: fn(&crate::domain::outcome::WeekDone) -> u32| weeks.iter().map(of).sum::<u32>();
    let mut found = Summary {
        sessions: sum(|it| it.sessions),
        days: sum(|it| it.days),
        minutes: sum(|it| it.secs) / 60,
        plan,
        kept: adherence(&weeks, report.last),
        measures: measures(journal, report.last),
        ..Summary::default()
    };
    let mut before = journal.felt(Kind::Before).peekable();
    for after in journal.felt(Kind::After) {
        while before.next_if(|it| it.session < after.session).is_some() {}
        if let Some(before) = before.peek().filter(|it| it.session == after.session) {
            found.pairs += 1;
            found.eased += i32::from(before.pain.get()) - i32::from(after.pain.get());
        }
    }
    for (_, session) in journal.sessions() {
        for step in &session.steps {
            let at = found.trouble.iter().position(|it| it.exercise == step.exercise);
            let at = at.unwrap_or_else(|| {
                found.trouble.push(Trouble::of(step.exercise));
                found.trouble.len() - 1
            });
            let Some(it) = found.trouble.get_mut(at) else { continue };
            it.skipped += u32::from(step.outcome == Outcome::Skipped);
            it.too_much += u32::from(step.outcome == Outcome::TooMuch);
            it.eased += u32::from(step.eases);
            for reason in &step.reasons {
                match it.reasons.iter_mut().find(|it| it.0 == *reason) {
                    Some(known) => known.1 += 1,
                    None => it.reasons.push((*reason, 1)),
                }
            }
        }
    }
    found
}

impl Trouble {
    const fn of(exercise: ExerciseId) -> Self {
        Self { exercise, skipped: 0, too_much: 0, eased: 0, reasons: Vec::new() }
    }
}
