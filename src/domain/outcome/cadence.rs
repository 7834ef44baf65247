//! When what is asked (clinical-evidence 4.4).

use super::{Journal, Kind};
use crate::domain::slug::slugged;
use crate::domain::time::LocalDay;

const WEEK_DAYS: u32 = 7;
/// Days between two questions about the change in all in the first six weeks.
const FIRST_WEEKS_DAYS: u32 = 14;
/// Days after the start on which the last of those is due.
const SIX_WEEKS_DAYS: u32 = 42;
/// Days between two later ones.
const MONTH_DAYS: u32 = 28;

slugged! {
    /// What can be asked today; each may be left out.
    Ask {
        /// Average pain of the last 24 hours, once a day.
        Pain = "pain",
        /// Activities, sleep and confidence, once a week.
        Week = "week",
        /// Change in all, in weeks 0, 2, 4 and 6, then every four weeks.
        Change = "change",
    }
}

/// The first day of the course: of the first session or rating, or the one that the person chose (P6).
pub fn course_start(journal: &Journal) -> Option<LocalDay> {
    let chosen = journal.of_kind(Kind::Baseline).last().map(|it| it.day);
    chosen.or_else(|| {
        let counted = [Kind::Session, Kind::Pain, Kind::Week, Kind::Change];
        counted.iter().flat_map(|kind| journal.of_kind(*kind)).map(|it| it.day).min()
    })
}

/// Weeks since the start, 0 in the first; 0 before it as well.
pub fn week_number(start: LocalDay, today: LocalDay) -> u32 {
    today.days_since(start).unwrap_or(0) / WEEK_DAYS
}

/// What is due on `today` (P12); nothing before there is a first session or rating.
pub fn asks(journal: &Journal, today: LocalDay) -> Vec<Ask> {
    let Some(start) = course_start(journal) else { return Vec::new() };
    let last =
        |kind| journal.of_kind(kind).iter().rfind(|it| is_past(it.day, today)).map(|it| it.day);
    let is_week_ago = |it: LocalDay| today.days_since(it).is_some_and(|ago| ago >= WEEK_DAYS);
    let is_due = |ask: &Ask| match ask {
        Ask::Pain => last(Kind::Pain).is_none_or(|it| it < today),
        Ask::Week => last(Kind::Week).is_none_or(is_week_ago),
        Ask::Change => last(Kind::Change).is_none_or(|it| it < change_due_since(start, today)),
    };
    Ask::ALL.iter().copied().filter(is_due).collect()
}

/// Whether something of `day` counts on `today`: a day ahead can be a journey, more is a clock that was wrong (P3).
pub(super) fn is_past(day: LocalDay, today: LocalDay) -> bool {
    day.days() <= today.days().saturating_add(1)
}

/// The day from which the change in all is due, at the latest on `today`.
fn change_due_since(start: LocalDay, today: LocalDay) -> LocalDay {
    let passed = today.days_since(start).unwrap_or(0);
    let since_due = match passed.checked_sub(SIX_WEEKS_DAYS) {
        None => passed % FIRST_WEEKS_DAYS,
        Some(later) => later % MONTH_DAYS,
    };
    let due = passed - since_due;
    LocalDay::from_days(start.days().saturating_add(i32::try_from(due).unwrap_or(i32::MAX)))
}
