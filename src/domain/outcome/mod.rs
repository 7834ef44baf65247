//! How it went: what was done, how it felt, and what follows from both over weeks.
//!
//! The rules are P1 to P30 in `docs/spec/progress.md`; formulas, thresholds and labels are those of the evidence
//! file, section 4. Nothing here says that the app caused a change: ratings go up and down for many reasons.

mod advice;
mod cadence;
mod change;
mod entry;
mod journal;
mod liked;
mod measures;
mod month;
mod pain;
mod plan;
mod scale;

pub use advice::{Advice, advice};
pub use cadence::{Ask, asks, course_start, week_number};
pub use change::{
    Global, Label, activities_label, activities_noticed, global_label, pain_label, pain_noticed,
    pain_percent,
};
pub use entry::{
    Activity, Entry, Felt, Key, Kind, PlanFrom, SessionDone, StepDone, Week, What, When,
};
pub use journal::{Journal, Merge};
pub use liked::{Liked, MIN_PAIRS, liked};
pub use measures::{Activities, Measures, Trend, measures};
pub use month::{Month, week_start, weekday};
pub use pain::{Half, flare_day, medians, weekly_median};
pub use plan::{WeekDone, adherence, days_of_week, planned, planned_in, weeks_in_a_row, weeks_of};
pub use scale::{Change, Rating};
