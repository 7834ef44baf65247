//! `unknot.health`: what the person has told of their health.
//!
//! What cannot be read makes the app ask again; it never counts as "no risk" (D16, R33).

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned};
use crate::codec::json::{Fields, Json};
use crate::domain::body::{Area, AreaSet};
use crate::domain::condition::{ConditionId, Trouble};
use crate::domain::screening::{Clearance, Health, Mark, Pain, Told};
use crate::domain::time::LocalDay;

/// Most answers, marks and clearances that are read, each.
const MAX_ROWS: usize = 200;

/// A day that an unreadable answer is given: so long ago that the question is due again.
const LONG_AGO: LocalDay = LocalDay::from_days(0);

/// Pain that cannot be read counts as strong until it is told again.
const UNREADABLE_PAIN: Pain =
    Pain { rating: 10, area: None, day: LocalDay::from_days(i32::MAX), listed: false };

impl Record for Health {
    const KEY: &'static str = "unknot.health";

    fn encode(&self) -> String {
        let told = self.told.iter().map(told_to_json).collect::<Json>();
        let marks = self.marks.iter().map(|it| {
            list([it.area.slug().into(), it.trouble.slug().into(), it.day.days().into()])
        });
        let pain = self.pain.map(|it| {
            let area = it.area.map(Area::slug);
            list([u32::from(it.rating).into(), area.into(), it.day.days().into(), it.listed.into()])
        });
        let cleared = self.clearances.iter().map(clearance_to_json);
        // Written only where there is one, so that other records stay as they were.
        let out = match self.pain_passed {
            Some(day) => versioned().put("pain_passed", day.days()),
            None => versioned(),
        };
        finish(
            out.put("told", told)
                .put("marks", marks.collect::<Json>())
                .put("marked", self.marked.map(LocalDay::days))
                .put("pain", pain)
                .put("cleared", cleared.collect::<Json>())
                .put("left_gentle", self.left_gentle.map(LocalDay::days))
                .put("ill", self.ill.map(LocalDay::days)),
        )
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        let mut decoded = decode_with(text, from_fields)?;
        if decoded.problems > 0 {
            // Something told may be lost: the body is looked over again before any massage or move.
            decoded.value.marked = None;
            decoded.value.left_gentle = None;
        }
        Ok(decoded)
    }
}

fn from_fields(fields: Fields<'_>) -> Result<Health, RecordError> {
    let rows = need("told", fields.get("told").and_then(Json::items))?;
    let mut health = Health {
        marks: rows_of(fields, "marks", mark),
        marked: fields.optional_day("marked"),
        pain: pain(fields),
        pain_passed: pain_passed(fields),
        clearances: rows_of(fields, "cleared", clearance),
        left_gentle: fields.optional_day("left_gentle"),
        ill: fields.optional_day("ill"),
        told: Vec::new(),
    };
    for row in rows.iter().take(MAX_ROWS) {
        match told(row) {
            Some(told) => add(&mut health.told, told),
            None => keep_yes(fields.bad(row), &mut health),
        }
    }
    if rows.len() > MAX_ROWS {
        fields.bad(());
    }
    Ok(health)
}

/// Adds an answer; of two to one condition a "yes" stays.
fn add(all: &mut Vec<Told>, told: Told) {
    match all.iter_mut().find(|it| it.id == told.id) {
        Some(old) if told.yes => *old = told,
        Some(_) => {}
        None => all.push(told),
    }
}

/// A "yes" that can be read stays, however damaged the rest of its row is; its clearance does not.
fn keep_yes(row: &Json, health: &mut Health) {
    let cells = row.items().unwrap_or_default();
    let id = cells.first().and_then(Json::fit).map(ConditionId);
    if let Some(id) = id
        && cells.get(1) == Some(&Json::Bool(true))
    {
        health.clearances.retain(|it| it.id != id);
        let (since, areas) = (LONG_AGO, AreaSet::EMPTY);
        add(&mut health.told, Told { id, yes: true, since, day: LONG_AGO, weeks: None, areas });
    }
}

fn told_to_json(it: &Told) -> Json {
    let areas = it.areas.iter().map(|area| Json::from(area.slug())).collect::<Json>();
    list([
        u32::from(it.id.0).into(),
        it.yes.into(),
        it.since.days().into(),
        it.day.days().into(),
        it.weeks.map(u32::from).into(),
        areas,
    ])
}

fn told(row: &Json) -> Option<Told> {
    let [id, yes, since, day, weeks, areas] = row.items()? else { return None };
    let Json::Bool(yes) = yes else { return None };
    let weeks = if *weeks == Json::Null { None } else { Some(weeks.fit()?) };
    let areas: Option<AreaSet> =
        areas.items()?.iter().map(|it| it.text().and_then(Area::from_slug)).collect();
    Some(Told {
        id: ConditionId(id.fit()?),
        yes: *yes,
        since: since.day()?,
        day: day.day()?,
        weeks,
        areas: areas?,
    })
}

fn mark(row: &Json) -> Option<Mark> {
    let [area, trouble, day] = row.items()? else { return None };
    Some(Mark {
        area: area.text().and_then(Area::from_slug)?,
        trouble: trouble.text().and_then(Trouble::from_slug)?,
        day: day.day()?,
    })
}

/// The day it was told is written only where it is another than that of the word.
fn clearance_to_json(it: &Clearance) -> Json {
    let told = (it.told != it.day).then(|| Json::from(it.told.days()));
    [u32::from(it.id.0).into(), it.day.days().into()].into_iter().chain(told).collect()
}

fn clearance(row: &Json) -> Option<Clearance> {
    let (id, day, told) = match row.items()? {
        [id, day] => (id, day, day),
        [id, day, told] => (id, day, told),
        _ => return None,
    };
    Some(Clearance { id: ConditionId(id.fit()?), day: day.day()?, told: told.day()? })
}

fn pain(fields: Fields<'_>) -> Option<Pain> {
    match fields.get("pain") {
        Some(Json::Null) => None,
        Some(row) => Some(pain_row(row).unwrap_or_else(|| fields.bad(UNREADABLE_PAIN))),
        None => fields.bad(Some(UNREADABLE_PAIN)),
    }
}

/// The day the question was passed over; one that cannot be read asks again.
fn pain_passed(fields: Fields<'_>) -> Option<LocalDay> {
    fields.get("pain_passed")?;
    fields.optional_day("pain_passed")
}

fn pain_row(row: &Json) -> Option<Pain> {
    let [rating, area, day, listed] = row.items()? else { return None };
    let area =
        if *area == Json::Null { None } else { Some(area.text().and_then(Area::from_slug)?) };
    Some(Pain {
        rating: rating.fit().filter(|rating| *rating <= 10)?,
        area,
        day: day.day()?,
        listed: *listed == Json::Bool(true),
    })
}

/// The rows that can be read; each other one, and all beyond the limit, count as a problem.
fn rows_of<T>(fields: Fields<'_>, key: &str, read: fn(&Json) -> Option<T>) -> Vec<T> {
    let Some(rows) = fields.get(key).and_then(Json::items) else { return fields.bad(Vec::new()) };
    if rows.len() > MAX_ROWS {
        fields.bad(());
    }
    rows.iter().take(MAX_ROWS).filter_map(|row| read(row).or_else(|| fields.bad(None))).collect()
}

fn list<const N: usize>(cells: [Json; N]) -> Json {
    cells.into_iter().collect()
}
