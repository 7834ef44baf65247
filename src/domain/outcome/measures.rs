//! The three core measures of a journal, each compared with its baseline.

use super::cadence::is_past;
use super::{
    Change, Entry, Global, Half, Journal, Kind, Label, Rating, What, activities_label,
    global_label, medians, pain_label,
};
use crate::domain::time::LocalDay;

/// Days for which the last weekly pain value still says how it is now (P8).
const PAIN_FRESH_DAYS: u32 = 13;
/// Days for which the last ratings of activities do.
const WEEK_FRESH_DAYS: u32 = 20;
/// Days for which the last change in all does: it is asked about every four weeks.
const CHANGE_FRESH_DAYS: u32 = 34;

/// A measure then and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend<T> {
    /// The first completed value, and its day (P6).
    pub baseline: (LocalDay, T),
    /// The last one.
    pub now: (LocalDay, T),
    /// What the change amounts to.
    pub label: Label,
}

/// Ratings of the same activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activities {
    /// Sum of their ratings.
    pub sum: u16,
    /// How many there are, at least 1.
    pub count: u16,
}

impl Activities {
    /// Their mean in tenths, rounded to the nearest: 0 to 100.
    pub const fn mean_tenths(self) -> u16 {
        if self.count == 0 { 0 } else { (self.sum * 20 + self.count) / (2 * self.count) }
    }
}

/// Everything that is measured, as far as there is enough of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Pain of each rated day, from the baseline on.
    pub days: Vec<(LocalDay, Rating)>,
    /// Its weekly values.
    pub weekly: Vec<(LocalDay, Half)>,
    /// Pain then and now; `None` where there is too little, or nothing of late (P7, P8).
    pub pain: Option<Trend<Half>>,
    /// Activities of each week in which all that are compared were rated.
    pub weeks: Vec<(LocalDay, Activities)>,
    /// Activities then and now.
    pub activities: Option<Trend<Activities>>,
    /// Change in all each time it was told.
    pub changes: Vec<(LocalDay, Change)>,
    /// The last one, if it is of late.
    pub global: Option<Global>,
}

impl Measures {
    /// The labels of the measures that can be judged.
    pub fn labels(&self) -> impl Iterator<Item = Label> {
        let pain = self.pain.map(|it| it.label);
        let activities = self.activities.map(|it| it.label);
        pain.into_iter().chain(activities).chain(self.global.map(Global::label))
    }
}

/// Measures a journal as it stands on `today`.
pub fn measures(journal: &Journal, today: LocalDay) -> Measures {
    let from = journal.of_kind(Kind::Baseline).last().map(|it| it.day);
    let since =
        |entry: &&Entry| is_past(entry.day, today) && from.is_none_or(|from| entry.day >= from);
    let pain =
        |it: &Entry| if let What::Pain(pain) = it.what { Some((it.day, pain)) } else { None };
    let change =
        |it: &Entry| if let What::Change(by) = it.what { Some((it.day, by)) } else { None };
    let of = |kind| journal.of_kind(kind).iter().filter(since);
    let days: Vec<(LocalDay, Rating)> = of(Kind::Pain).filter_map(pain).collect();
    let weekly = medians(&days);
    let changes: Vec<(LocalDay, Change)> = of(Kind::Change).filter_map(change).collect();
    let weeks = weeks(journal, since);
    let pain = trend(&weekly, today, PAIN_FRESH_DAYS, |then, now| Some(pain_label(then, now)));
    let label = |then: Activities, now: Activities| activities_label(then.sum, now.sum, now.count);
    let activities = trend(&weeks, today, WEEK_FRESH_DAYS, label);
    let global = changes
        .last()
        .filter(|it| is_fresh(it.0, today, CHANGE_FRESH_DAYS))
        .map(|it| global_label(it.1));
    Measures { days, weekly, pain, weeks, activities, changes, global }
}

/// The ratings of the activities of the baseline that are still asked about, in each week that has them all.
fn weeks(journal: &Journal, counts: impl Fn(&&Entry) -> bool) -> Vec<(LocalDay, Activities)> {
    let dropped = |id: u64| {
        let find = |it: &&Entry| matches!(&it.what, What::Activity(one) if one.id == id);
        let found = journal.of_kind(Kind::Activity).iter().find(find);
        found.is_some_and(|it| matches!(&it.what, What::Activity(one) if !one.is_asked))
    };
    let rated =
        journal.of_kind(Kind::Week).iter().filter(counts).filter_map(|it| {
            if let What::Week(week) = &it.what { Some((it.day, week)) } else { None }
        });
    let rated: Vec<_> = rated.filter(|it| !it.1.activities.is_empty()).collect();
    let Some((_, first)) = rated.first() else { return Vec::new() };
    let ids: Vec<u64> = first.activities.iter().map(|it| it.0).filter(|id| !dropped(*id)).collect();
    let count = u16::try_from(ids.len()).unwrap_or_default();
    if count == 0 {
        return Vec::new();
    }
    let of_week = |&(day, week): &(LocalDay, &super::Week)| {
        let rating = |id: &u64| week.activities.iter().find(|it| it.0 == *id).map(|it| it.1);
        let sum =
            ids.iter().map(|id| rating(id).map(|it| u16::from(it.get()))).sum::<Option<u16>>();
        sum.map(|sum| (day, Activities { sum, count }))
    };
    rated.iter().filter_map(of_week).collect()
}

/// The first and last value; `None` while there is one alone, or where the last is too long ago.
fn trend<T: Copy>(
    values: &[(LocalDay, T)],
    today: LocalDay,
    fresh_days: u32,
    label: impl Fn(T, T) -> Option<Label>,
) -> Option<Trend<T>> {
    let (baseline, now) = (*values.first()?, *values.last()?);
    let is_later = now.0 > baseline.0 && is_fresh(now.0, today, fresh_days);
    let label = label(baseline.1, now.1).filter(|_| is_later)?;
    Some(Trend { baseline, now, label })
}

/// Whether a day is at most so many days ago; one that is still to come is.
fn is_fresh(day: LocalDay, today: LocalDay, days: u32) -> bool {
    today.days_since(day).is_none_or(|ago| ago <= days)
}
