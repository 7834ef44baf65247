//! What the progress screen says. Results are worded as in clinical-evidence 4.5: a change and its size, that ratings go up
//! and down for many reasons, and never that the app did it.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

use super::format::fill;
use crate::domain::outcome::{Advice, Change, Global, Half, Label, Month, weekday};
use crate::domain::time::LocalDay;

pub const HEADLINE: &str = "Progress";
pub const LEAD_WEEK: &str = "Week {} since you started.";
pub const LEAD_NONE: &str = "Your sessions and how you feel, kept on this phone.";
pub const NOBODY: &str = "Nobody is watching: no alert reaches a therapist by itself. If something worries you, ask one.";
pub const READING: &str = "One moment: what you noted is being read.";
pub const UNKEPT: &str =
    "This browser keeps nothing here. What you note is gone when you close the page.";
pub const EMPTY: &str = "Nothing here yet.";
pub const EMPTY_WHY: &str = "After your first session you see here what you did and how you felt. You can start with a rating now.";
pub const EMPTY_GO: &str = "Find a routine";
pub const UNREADABLE_ONE: &str = "1 record could not be read. It is kept aside.";
pub const UNREADABLE: &str = "{} records could not be read. They are kept aside.";

pub const CHECK_IN: &str = "How are you today?";
pub const PAIN: &str = "Pain on average in the last 24 hours";
/// What a screen reader is given for a number from 0 to 10.
pub const OF_TEN: &str = "{} of 10";
pub const PAIN_DONE: &str = "Pain today: {}";
pub const UNDO: &str = "Take it back";
pub const OPTIONAL: &str = "You can leave any of it out.";
pub const WEEK: &str = "Once a week";
pub const WEEK_LEAD: &str = "0 is not at all, 10 is as well as before.";
pub const ACTIVITIES: &str = "Your activities";
pub const ACTIVITIES_LEAD: &str =
    "Name up to 3 things that are hard because of it. Each week you rate how well they go.";
pub const ACTIVITY: &str = "Something you want to do more easily";
pub const ACTIVITY_HINT: &str = "For example: put on socks, sit through a film";
pub const ACTIVITY_ADD: &str = "Add";
pub const ACTIVITY_DROP: &str = "Ask no more about it";
pub const SLEEP: &str = "How well did you sleep this week?";
pub const CONFIDENCE: &str = "How sure are you that you can do your daily things?";
pub const LOWEST: &str = "0: not at all";
pub const HIGHEST: &str = "10: fully";
pub const SAVE: &str = "Save";
pub const LATER: &str = "Not this week";
pub const CHANGE: &str = "All in all, how is it now compared with when you started?";
pub const CHANGE_FIRST: &str = "All in all, how has it changed in the last few weeks?";
pub const CHANGE_LEAD: &str = "Minus 5 is much worse, 0 is no change, plus 5 is much better.";
pub const CHANGE_DONE: &str = "All in all: {}";

pub const THIS_WEEK: &str = "This week";
pub const NO_SESSION_WEEK: &str =
    "No session this week so far. Any day is a good day to start again.";
pub const SESSIONS: &str = "{}, {}";
pub const IN_A_ROW: &str = "{} weeks in a row with a session.";
pub const PLANNED: &str = "Your plan: {} a week.";
pub const PLAN_LEFT: &str = "{} more to go by Sunday.";
pub const PLAN_MET: &str = "That is all you planned for this week.";
pub const PLAN_NONE: &str = "You have no plan. That is fine.";
pub const PLAN_FIELD: &str = "Days a week I plan";
pub const PLAN_NO: &str = "No plan";
pub const ADHERENCE: &str = "In the weeks that are over you did {} of {} planned days.";
pub const DONE_ON: &str = "{}: session done";
pub const NOT_ON: &str = "{}: no session";

pub const OVER_WEEKS: &str = "Over the weeks";
pub const PAIN_CHART: &str = "Pain";
pub const PAIN_CHART_LEAD: &str =
    "The line shows the middle rating of each week, the dots single days.";
pub const PAIN_BAND: &str = "Shaded: a change that people usually notice";
pub const PAIN_FEW: &str = "A week needs 3 ratings before it shows here.";
pub const ACTIVITIES_CHART: &str = "Activities";
pub const ACTIVITIES_CHART_LEAD: &str = "The mean of the activities each week. Higher is easier.";
pub const ACTIVITIES_FEW: &str = "Rate your activities in two weeks to see a line here.";
pub const MINUTES_CHART: &str = "Minutes each week";
pub const MINUTES_CHART_LEAD: &str = "Time in holds, week by week.";
pub const RANGE: &str = "How far back";
pub const RANGES: [(&str, &str); 3] = [("6", "6 weeks"), ("26", "6 months"), ("all", "All")];
pub const AS_TABLE: &str = "As a table";
pub const WEEK_OF: &str = "Week of {}";
pub const VALUE: &str = "{}: {}";
pub const NO_VALUE: &str = "no value";
pub const MOVE: &str = "{}: choose a week";
pub const COLUMN_WEEK: &str = "Week";
pub const MINUTES: &str = "{} minutes";
pub const ONE_MINUTE: &str = "1 minute";
pub const MANY_REASONS: &str = "Ratings go up and down for many reasons.";
pub const NOTICED: &str = "People usually notice a change of this size.";
pub const NOT_NOTICED: &str = "A change of this size can be chance.";
pub const SINCE_BASELINE: &str = "Count from today on";
pub const SINCE_TODAY: &str = "Changes are counted from today on.";
pub const SINCE_BASELINE_WHY: &str = "Changes are then counted from today. Nothing is lost.";

pub const CALENDAR: &str = "Calendar";
pub const EARLIER: &str = "Earlier";
pub const LATER_MONTH: &str = "Later";
pub const DAY_SESSIONS: &str = "{}: {}";

pub const ROUTINES: &str = "How it went";
pub const ROUTINES_LEAD: &str = "How you felt before and after, for each routine. It says how you felt, not what the routine did.";
pub const LOWER: &str = "Pain {} lower after it, mean of {} sessions";
pub const HIGHER: &str = "Pain {} higher after it, mean of {} sessions";
pub const LEVEL: &str = "Pain the same after it, mean of {} sessions";
pub const TOO_FEW: &str = "A mean shows after 3 sessions with a rating before and after.";
pub const DONE_TIMES: &str = "Done {}";

pub const MARK_FLARE: &str = "Today is a flare";
pub const FLARE_MARKED: &str = "Today is marked as a flare.";
pub const NOTE: &str = "A note for yourself";
pub const NOTE_SAVED: &str = "Saved.";
pub const DATA: &str = "Save or move your data";

pub const BEFORE: &str = "Pain now, before you start";
pub const BEFORE_TOLD: &str = "Pain now, before you start: {}";
pub const AFTER: &str = "Pain now";
pub const FELT_LEAD: &str = "How you feel, 0 to 10. You can leave it out.";
pub const FELT_DONE: &str = "How you felt: {} before, {} after.";
pub const FELT_ONE: &str = "Noted: {}.";
pub const SKIP: &str = "Skip";
pub const FELT_WHERE: &str = "Where is it most?";

pub const CHECK_SIGNS: &str = "Look at the warning signs";
pub const OF_PLAN: &str = ", {} of {} planned";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub const WEEKDAYS_SHORT: [&str; 7] = ["M", "T", "W", "T", "F", "S", "S"];

/// A month as a heading: `November 2026`.
pub fn month(month: Month) -> String {
    let name = MONTHS.get(usize::from(month.month).saturating_sub(1)).copied().unwrap_or_default();
    [name, " ", &month.year.to_string()].concat()
}

/// A day with its month: `29 November`.
pub fn day(day: LocalDay) -> String {
    let (month, of_month) = Month::of(day);
    let name = MONTHS.get(usize::from(month.month).saturating_sub(1)).copied().unwrap_or_default();
    [&of_month.to_string(), " ", name].concat()
}

/// A day with its year: `29 November 2026`.
pub fn day_and_year(it: LocalDay) -> String {
    [&day(it), " ", &Month::of(it).0.year.to_string()].concat()
}

/// The name of a day's weekday.
pub fn weekday_name(day: LocalDay) -> &'static str {
    WEEKDAYS.get(usize::from(weekday(day))).copied().unwrap_or_default()
}

/// So many sessions.
pub fn sessions(count: u32) -> String {
    if count == 1 { "1 session".to_owned() } else { [&count.to_string(), " sessions"].concat() }
}

/// So many days.
pub fn days(count: u32) -> String {
    if count == 1 { "1 day".to_owned() } else { [&count.to_string(), " days"].concat() }
}

/// So many minutes.
pub fn minutes(count: u32) -> String {
    if count == 1 { ONE_MINUTE.to_owned() } else { fill(MINUTES, &[&count.to_string()]) }
}

/// So many times.
pub fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => [&count.to_string(), " times"].concat(),
    }
}

/// A number of half points: `4` or `4.5`.
pub fn half(it: Half) -> String {
    let whole = (it.halves() / 2).to_string();
    if it.halves().is_multiple_of(2) { whole } else { [&whole, ".5"].concat() }
}

/// A number of tenths: `4` or `4.3`.
pub fn tenths(it: u32) -> String {
    let whole = (it / 10).to_string();
    if it.is_multiple_of(10) { whole } else { [&whole, ".", &(it % 10).to_string()].concat() }
}

fn points(number: &str) -> String {
    [number, if number == "1" { " point" } else { " points" }].concat()
}

/// What became of the pain ratings (clinical-evidence 4.5).
pub fn pain_result(baseline: Half, now: Half, label: Label) -> String {
    let by = points(&half(Half::from_halves(baseline.halves().abs_diff(now.halves()))));
    let line = match baseline.cmp(&now) {
        core::cmp::Ordering::Greater => {
            fill("Your pain ratings are {} lower than in week 0.", &[&by])
        }
        core::cmp::Ordering::Less => {
            fill("Your pain ratings are {} higher than in week 0.", &[&by])
        }
        core::cmp::Ordering::Equal => "Your pain ratings are as in week 0.".to_owned(),
    };
    result(&line, label, baseline == now)
}

/// What became of the activities, their means in tenths.
pub fn activities_result(baseline: u16, now: u16, label: Label) -> String {
    let by = points(&tenths(u32::from(baseline.abs_diff(now))));
    let line = match baseline.cmp(&now) {
        core::cmp::Ordering::Less => {
            fill("You rate your activities {} higher than in week 0.", &[&by])
        }
        core::cmp::Ordering::Greater => {
            fill("You rate your activities {} lower than in week 0.", &[&by])
        }
        core::cmp::Ordering::Equal => "You rate your activities as in week 0.".to_owned(),
    };
    result(&line, label, baseline == now)
}

fn result(line: &str, label: Label, is_same: bool) -> String {
    let size = match label {
        Label::Clear | Label::Worse => NOTICED,
        Label::Small | Label::Unclear if is_same => "",
        Label::Small | Label::Unclear => NOT_NOTICED,
    };
    let parts: Vec<&str> =
        [line, size, MANY_REASONS].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" ")
}

/// A label as a short word.
pub const fn label(label: Label) -> &'static str {
    match label {
        Label::Clear => "Clear change",
        Label::Small => "Small change",
        Label::Unclear => "No clear change",
        Label::Worse => "Worse",
    }
}

/// The word for a change in all.
pub const fn global(global: Global) -> &'static str {
    match global {
        Global::MuchBetter => "much better",
        Global::Better => "better",
        Global::Same => "about the same",
        Global::Worse => "worse",
    }
}

/// A change in all with its sign: `+3`, `0`, `−2`.
pub fn change(change: Change) -> String {
    let number = change.get().unsigned_abs().to_string();
    match change.get() {
        0 => number,
        1.. => ["+", &number].concat(),
        _ => ["\u{2212}", &number].concat(),
    }
}

/// Advice on the course: its heading and its sentences.
pub const fn advice(advice: Advice) -> (&'static str, &'static [&'static str]) {
    match advice {
        Advice::WorseOnTwo => (
            "It may be time to see a physio or doctor",
            &[
                "Two of your ratings are worse than in week 0.",
                "Go gently until you have asked. Take this page with you.",
            ],
        ),
        Advice::SixWeeks => (
            "It may be time to see a physio or doctor",
            &[
                "6 weeks have passed and none of your ratings shows a clear change.",
                "Someone who can examine you may see more. Take this page with you.",
            ],
        ),
        Advice::Flare => (
            "A harder day",
            &[
                "Ratings go up and down. A flare is not a step back.",
                "Keep it light today: slow breathing, rest positions, easy moves, a short walk.",
                "If anything is new or scares you, check the warning signs before you go on.",
            ],
        ),
    }
}
