//! Writes the checked conditions as static Rust.

use std::collections::BTreeMap;

use super::conditions::{ConditionRecord, Conditions, FromWeekRecord, TroubleRecord};
use super::domain::body::Area;
use super::domain::caution::Tag;
use super::domain::condition::{Act, Trouble};
use super::emit::{list, quoted, table};
use super::records::Word;

/// The static items that `src/catalog/conditions.rs` includes: conditions in the order they are asked,
/// troubles in declared order. Their words are in the file of words.
pub(crate) fn emit(all: &Conditions<'_>) -> String {
    let rows = &all.file.1.conditions;
    let numbers: BTreeMap<&str, u16> = rows.iter().map(|it| (it.id.as_str(), it.number)).collect();
    let troubles: Vec<&TroubleRecord> = Trouble::ALL
        .iter()
        .filter_map(|trouble| all.file.1.troubles.iter().find(|it| it.id.0 == *trouble))
        .collect();
    let conditions: Vec<_> = rows.iter().map(|it| condition_row(it, &numbers)).collect();
    let trouble_rows: Vec<_> = troubles.iter().map(|it| trouble_row(it)).collect();
    let mut out = String::new();
    table(&mut out, "CONDITIONS", "Condition", &conditions);
    table(&mut out, "TROUBLES", "TroubleRule", &trouble_rows);
    out
}

fn condition_row(it: &ConditionRecord, numbers: &BTreeMap<&str, u16>) -> String {
    let after = it.after.as_deref().and_then(|id| numbers.get(id));
    let scope = it.scope.map_or("Rows".to_owned(), |scope| format!("{:?}", scope.0));
    format!(
        "Condition {{ id: ConditionId({}), slug: {:?}, card: Card::{:?}, after: {}, acts: {}, \
         keeps_breathing: {}, tags: {}, from_week: {}, areas: {}, scope: Scope::{scope}, \
         asks_where: {}, lasts_days: {}, guided_minutes: {:?}, chair_first: {}, is_illness: {}, \
         leads_to: {}, leads_in: {}, sources: {} }}",
        it.number,
        it.id,
        it.card.0,
        option(after.map(|number| format!("ConditionId({number})"))),
        acts(&it.acts),
        it.keeps_breathing,
        tags(&it.tags),
        option(it.from_week.as_ref().map(from_week)),
        areas(&it.areas),
        option(it.asks_where.map(|scope| format!("Scope::{:?}", scope.0))),
        it.lasts_days,
        it.guided_minutes,
        it.chair_first,
        it.is_illness,
        option(it.leads_to.map(|table| format!("Table::{:?}", table.0))),
        areas(&it.leads_in),
        quoted(&it.sources),
    )
}

fn trouble_row(it: &TroubleRecord) -> String {
    format!(
        "TroubleRule {{ trouble: Trouble::{:?}, acts: {}, urgent_in: {}, keeps_easy_moves: {}, \
         ends_days: {:?}, sources: {} }}",
        it.id.0,
        acts(&it.acts),
        areas(&it.urgent_in),
        it.keeps_easy_moves,
        it.ends_days,
        quoted(&it.sources),
    )
}

fn from_week(it: &FromWeekRecord) -> String {
    format!("FromWeek {{ week: {}, last: {}, tags: {} }}", it.week, it.last, tags(&it.tags))
}

fn option(value: Option<String>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({value})"))
}

fn acts(items: &[Word<Act>]) -> String {
    list(&items.iter().map(|it| format!("Act::{:?}", it.0)).collect::<Vec<_>>())
}

fn tags(items: &[Word<Tag>]) -> String {
    list(&items.iter().map(|it| format!("Tag::{:?}", it.0)).collect::<Vec<_>>())
}

fn areas(items: &[Word<Area>]) -> String {
    let named: Vec<_> = items.iter().map(|it| format!("Area::{:?}", it.0)).collect();
    format!("AreaSet::of({})", list(&named))
}
