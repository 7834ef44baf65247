//! What a person has told of their health: answers with their days, marked spots, pain, clearances.

use super::ClearError;
use super::pain::Pain;
use super::rules::Rules;
use crate::domain::body::{Area, AreaSet};
use crate::domain::condition::{Act, Condition, ConditionId, Trouble};
use crate::domain::time::LocalDay;

/// Days a clinician's word counts (R36; clinical-evidence 3.1: asked again every 3 months).
pub const CLEARANCE_DAYS: u32 = 90;

/// Days the spots of the body that were marked, or "none", count.
pub const MARKS_DAYS: u32 = 7;

/// One condition answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub id: ConditionId,
    /// Whether it applies.
    pub yes: bool,
    /// The day it was first answered so.
    pub since: LocalDay,
    /// The day it was answered last.
    pub day: LocalDay,
    /// Weeks on `day`, where the condition counts them; `None` is not known.
    pub weeks: Option<u8>,
    /// Where, for a condition that asks; empty is not known.
    pub areas: AreaSet,
}

/// One trouble on one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub area: Area,
    /// What.
    pub trouble: Trouble,
    /// The day it was marked.
    pub day: LocalDay,
}

/// A clinician's word that gentle exercise is fine with a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// With which condition.
    pub id: ConditionId,
    /// The day of the word.
    pub day: LocalDay,
    /// The day the person told the app of it, on or after `day`.
    pub told: LocalDay,
}

/// What is known of a condition today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It applies; `ask` when the answer is old and the question is due again.
    Yes {
        /// Whether the question is due again.
        ask: bool,
    },
    /// It does not apply.
    No,
    /// Never answered, or the "no" is too old (R33).
    Unanswered,
    /// A follow-up whose first question was not answered with yes.
    NotReached,
}

/// Everything a person has told of their health.
///
/// Change it through its methods; the fields are open so that a stored record can be rebuilt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Answers, one a condition.
    pub told: Vec<Told>,
    /// Troubles marked on the body.
    pub marks: Vec<Mark>,
    /// The day the body was last looked over; `None` never, or not readable.
    pub marked: Option<LocalDay>,
    /// Pain before the last session.
    pub pain: Option<Pain>,
    /// The day on which the pain question was passed over last.
    pub pain_passed: Option<LocalDay>,
    /// Clinicians' words.
    pub clearances: Vec<Clearance>,
    /// The day the person left gentle mode by choice (R46).
    pub left_gentle: Option<LocalDay>,
    /// The last day the person told of an illness.
    pub ill: Option<LocalDay>,
}

impl Health {
    /// The answer to a condition.
    pub fn find(&self, id: ConditionId) -> Option<&Told> {
        self.told.iter().find(|it| it.id == id)
    }

    /// What is known of a condition today (R33).
    pub fn known(&self, condition: &Condition, today: LocalDay) -> Known {
        if let Some(first) = condition.after
            && !self.find(first).is_some_and(|it| it.yes)
        {
            return Known::NotReached;
        }
        let Some(told) = self.find(condition.id) else { return Known::Unanswered };
        let age = today.days_since(told.day);
        let is_fresh = age.is_some_and(|days| days < u32::from(condition.lasts_days));
        match (told.yes, is_fresh) {
            (true, _) => Known::Yes { ask: !is_fresh || is_past_last_week(condition, told, today) },
            (false, true) => Known::No,
            (false, false) => Known::Unanswered,
        }
    }

    /// Answers a condition; a "no" takes its follow-ups back.
    ///
    /// Answers whether it was taken: a "no" does not undo a lock that only a clearance ends (R35), and a
    /// follow-up has no answer before a "yes" to its first question (R34).
    pub fn answer(
        &mut self,
        rules: Rules<'_>,
        id: ConditionId,
        yes: bool,
        today: LocalDay,
    ) -> bool {
        let Some(condition) = rules.condition(id) else { return false };
        if let Some(first) = condition.after
            && !self.find(first).is_some_and(|it| it.yes)
        {
            return false;
        }
        let follow_ups = || rules.conditions.iter().filter(|it| it.after == Some(id));
        let locked = |it: &Condition| {
            it.highest() >= Some(Act::Urgent) && self.find(it.id).is_some_and(|told| told.yes)
        };
        if !yes && (locked(condition) || follow_ups().any(locked)) {
            return false;
        }
        let old = self.find(id).filter(|it| it.yes == yes).copied();
        self.told.retain(|it| it.id != id && (yes || !follow_ups().any(|other| other.id == it.id)));
        self.told.push(Told {
            id,
            yes,
            since: old.map_or(today, |it| it.since.min(today)),
            day: today,
            weeks: old.and_then(|it| weeks_on(&it, today)),
            areas: old.map_or(AreaSet::EMPTY, |it| it.areas),
        });
        if yes && condition.is_illness {
            self.ill = Some(today);
        }
        true
    }

    /// "None of these": a "no" to each that is not known to apply (R34).
    pub fn none_of(&mut self, rules: Rules<'_>, ids: &[ConditionId], today: LocalDay) {
        for &id in ids {
            self.answer(rules, id, false, today);
        }
    }

    /// Tells how many weeks, as of today, for a condition that was answered with yes.
    pub fn set_weeks(&mut self, id: ConditionId, weeks: Option<u8>, today: LocalDay) {
        if let Some(told) = self.told.iter_mut().find(|it| it.id == id && it.yes) {
            (told.weeks, told.day) = (weeks, today);
        }
    }

    /// Tells where, for a condition that was answered with yes.
    pub fn set_areas(&mut self, id: ConditionId, areas: AreaSet) {
        if let Some(told) = self.told.iter_mut().find(|it| it.id == id && it.yes) {
            told.areas = areas;
        }
    }

    /// Takes an answer back: the question is open again. A lock that only a clearance ends stays.
    pub fn forget(&mut self, rules: Rules<'_>, id: ConditionId) {
        let is_lock = |told: &Told| {
            let highest = rules.condition(told.id).and_then(Condition::highest);
            told.yes && highest >= Some(Act::Urgent)
        };
        let after = |told: &Told| rules.condition(told.id).is_some_and(|it| it.after == Some(id));
        if !self.told.iter().any(|it| (it.id == id || after(it)) && is_lock(it)) {
            self.told.retain(|it| it.id != id && !after(it));
        }
    }

    /// Marks a trouble on an area.
    pub fn mark(&mut self, area: Area, trouble: Trouble, today: LocalDay) {
        self.marks.retain(|it| (it.area, it.trouble) != (area, trouble));
        self.marks.push(Mark { area, trouble, day: today });
    }

    /// Takes a mark back; one that is URGENT stays until it is cleared. Answers whether it went.
    pub fn unmark(&mut self, rules: Rules<'_>, area: Area, trouble: Trouble) -> bool {
        if rules.trouble(trouble).is_none_or(|rule| rule.urgent_in.contains(area)) {
            return false;
        }
        self.marks.retain(|it| (it.area, it.trouble) != (area, trouble));
        true
    }

    /// The body was looked over: what is marked is all there is.
    pub const fn looked_over(&mut self, today: LocalDay) {
        self.marked = Some(today);
    }

    /// Whether the body was looked over lately enough.
    pub fn is_looked_over(&self, today: LocalDay) -> bool {
        let age = self.marked.and_then(|day| today.days_since(day));
        age.is_some_and(|days| days < MARKS_DAYS)
    }

    /// The marks that count today (R39). One from a day still to come counts.
    pub fn live_marks<'h>(
        &'h self,
        rules: Rules<'h>,
        today: LocalDay,
    ) -> impl Iterator<Item = &'h Mark> + 'h {
        self.marks.iter().filter(move |it| {
            let ends = rules.trouble(it.trouble).and_then(|rule| rule.ends_days);
            let age = today.days_since(it.day).unwrap_or(0);
            ends.is_none_or(|days| age <= u32::from(days))
        })
    }

    /// "I have been checked and told I can do gentle exercise" on `day` (R35, R36).
    ///
    /// A condition at CLEAR stays known and opens for [`CLEARANCE_DAYS`] from `day`, which may lie before the
    /// answer: people talk to their doctor first. One at URGENT or EMERGENCY is taken back, so that its
    /// question is asked again before anything opens.
    ///
    /// # Errors
    /// [`ClearError`] when the condition locks nothing that a clearance ends, `day` is after `today`, too
    /// old to count, or, at URGENT and EMERGENCY, before the answer.
    pub fn clear(
        &mut self,
        condition: &Condition,
        day: LocalDay,
        today: LocalDay,
    ) -> Result<(), ClearError> {
        let told = self.find(condition.id).filter(|it| it.yes).ok_or(ClearError::NotLocked)?;
        match condition.highest() {
            Some(Act::Urgent | Act::Emergency) => {
                check_day(day, told.since, today)?;
                self.told.retain(|it| it.id != condition.id);
                Ok(())
            }
            Some(_) if condition.does(Act::Clear) => {
                let age = today.days_since(day).ok_or(ClearError::InFuture)?;
                if age >= CLEARANCE_DAYS {
                    return Err(ClearError::TooOld);
                }
                self.clearances.retain(|it| it.id != condition.id);
                self.clearances.push(Clearance { id: condition.id, day, told: today });
                Ok(())
            }
            Some(_) | None => Err(ClearError::NotLocked),
        }
    }

    /// The same for a mark that is URGENT: it is taken back and the body is to be looked over again.
    ///
    /// # Errors
    /// [`ClearError`] as [`Health::clear`].
    pub fn clear_mark(
        &mut self,
        (area, trouble): (Area, Trouble),
        day: LocalDay,
        today: LocalDay,
    ) -> Result<(), ClearError> {
        let mark = self.marks.iter().find(|it| (it.area, it.trouble) == (area, trouble));
        check_day(day, mark.ok_or(ClearError::NotLocked)?.day, today)?;
        self.marks.retain(|it| (it.area, it.trouble) != (area, trouble));
        self.marked = None;
        Ok(())
    }

    /// Whether a condition at CLEAR is open today: the word is young enough, and the condition was not told
    /// anew since.
    pub fn is_cleared(&self, id: ConditionId, today: LocalDay) -> bool {
        let since = self.find(id).map(|it| it.since);
        self.clearances.iter().any(|it| {
            let age = today.days_since(it.day);
            let after = since.is_none_or(|since| it.told >= since || since > today);
            // Told under a clock that ran ahead: it is told again rather than believed for longer.
            let is_told = it.told <= today;
            it.id == id && is_told && after && age.is_some_and(|days| days < CLEARANCE_DAYS)
        })
    }
}

/// The weeks that a "yes" stands for on a day; `None` is not known.
pub(super) fn weeks_on(told: &Told, today: LocalDay) -> Option<u8> {
    let passed = today.days_since(told.day)? / 7;
    Some(told.weeks?.saturating_add(u8::try_from(passed).unwrap_or(u8::MAX)))
}

fn is_past_last_week(condition: &Condition, told: &Told, today: LocalDay) -> bool {
    let last = condition.from_week.map(|it| it.last);
    last.is_some_and(|last| weeks_on(told, today).is_some_and(|week| week > last))
}

/// A day of a check must lie from the answer to today; an answer from a day still to come was written
/// under a wrong clock, so any day up to today will do.
fn check_day(day: LocalDay, answered: LocalDay, today: LocalDay) -> Result<(), ClearError> {
    if day > today {
        return Err(ClearError::InFuture);
    }
    if day < answered && answered <= today {
        return Err(ClearError::BeforeAnswer);
    }
    Ok(())
}
