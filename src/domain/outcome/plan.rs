//! What was done week by week, beside what was meant to be done.

use super::{Journal, Kind, What, week_start};
use crate::domain::shared::Schedule;
use crate::domain::time::LocalDay;

const WEEK_DAYS: i32 = 7;

/// What was done in one week, Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekDone {
    /// Its Monday.
    pub monday: LocalDay,
    /// Sessions that count.
    pub sessions: u32,
    /// Days with one, 0 to 7.
    pub days: u32,
    /// Seconds played.
    pub secs: u32,
    /// Days that the plan meant; `None` without a plan in that week.
    pub planned: Option<u32>,
}

impl WeekDone {
    /// Minutes played, rounded to the nearest.
    pub const fn minutes(&self) -> u32 {
        self.secs.saturating_add(30) / 60
    }
}

/// Every week from the first session to `today`, without gaps, the earliest first; linear in the sessions (P15).
///
/// A session of a day still to come, as from a clock that was put back, is left out.
pub fn weeks_of(journal: &Journal, today: LocalDay) -> Vec<WeekDone> {
    let done = || journal.sessions().filter(|it| it.0 <= today);
    let Some(first) = done().map(|it| it.0).min() else { return Vec::new() };
    let first = week_start(first);
    let mut weeks: Vec<WeekDone> = Vec::new();
    let mut monday = first;
    while monday <= today {
        let planned = planned_in(journal, monday);
        weeks.push(WeekDone { monday, sessions: 0, days: 0, secs: 0, planned });
        let Some(next) = monday.days().checked_add(WEEK_DAYS) else { break };
        monday = LocalDay::from_days(next);
    }
    let mut seen = vec![false; weeks.len() * 7];
    for (day, session) in done() {
        let nth = day.days_since(first).and_then(|it| usize::try_from(it).ok());
        let Some(nth) = nth else { continue };
        let (Some(week), Some(seen)) = (weeks.get_mut(nth / 7), seen.get_mut(nth)) else {
            continue;
        };
        week.sessions += 1;
        week.secs = week.secs.saturating_add(session.secs);
        week.days += u32::from(!core::mem::replace(seen, true));
    }
    weeks
}

/// The days of the week of `today` with a session, Monday first.
pub fn days_of_week(journal: &Journal, today: LocalDay) -> [bool; 7] {
    let monday = week_start(today);
    let mut done = [false; 7];
    // The last sessions are looked at first; a year of them is more than any clock was put back.
    for (day, _) in journal.sessions().rev().take(1000) {
        let slot = day.days_since(monday).and_then(|nth| done.get_mut(usize::try_from(nth).ok()?));
        if let Some(slot) = slot.filter(|_| day <= today) {
            *slot = true;
        }
    }
    done
}

/// The plan that is in force on `day`, and its first day; a plan ends after its weeks (P16).
pub fn planned(journal: &Journal, day: LocalDay) -> Option<(LocalDay, Schedule)> {
    let plans = journal.of_kind(Kind::Plan);
    let last = plans.iter().rfind(|it| it.day <= day)?;
    let What::Plan(plan) = &last.what else { return None };
    let schedule = plan.schedule?;
    let runs = day.days_since(last.day)? < u32::from(schedule.weeks.get()) * 7;
    runs.then_some((last.day, schedule))
}

/// The days that were meant in the week of `monday`: those of the plan that was in force last in it, and of a plan that
/// began or ended within the week only its share, rounded down (P17).
pub fn planned_in(journal: &Journal, monday: LocalDay) -> Option<u32> {
    let day = |nth| LocalDay::from_days(monday.days().saturating_add(nth));
    let in_force = || (0..WEEK_DAYS).filter_map(|nth| planned(journal, day(nth)));
    let days = u32::from(in_force().next_back()?.1.days.get());
    let share = u32::try_from(in_force().count()).unwrap_or_default();
    Some(days * share / WEEK_DAYS.unsigned_abs())
}

/// Days done and days meant over the weeks with a plan that are over; a day more than meant makes up for
/// nothing (P17). `None` where no such week is over.
pub fn adherence(weeks: &[WeekDone], today: LocalDay) -> Option<(u32, u32)> {
    let is_over = |it: &&WeekDone| it.monday < week_start(today);
    let sum = weeks.iter().filter(is_over).filter_map(|it| Some((it.days, it.planned?)));
    let (done, meant) = sum
        .fold((0, 0), |(done, meant), (days, planned)| (done + days.min(planned), meant + planned));
    (meant > 0).then_some((done, meant))
}

/// Weeks in a row with a session, up to this one or the last: a week that has only begun breaks nothing (P15).
pub fn weeks_in_a_row(weeks: &[WeekDone], today: LocalDay) -> u32 {
    let this_week = week_start(today);
    let counts = weeks
        .iter()
        .rev()
        .skip_while(|it| it.monday == this_week && it.sessions == 0)
        .take_while(|it| it.sessions > 0);
    u32::try_from(counts.count()).unwrap_or(u32::MAX)
}
