//! Health conditions and area troubles as `build.rs` wrote them from `data/conditions.json`.

use super::words::words;
use super::{exercises, library};
use crate::domain::body::{Area, AreaSet};
use crate::domain::caution::Tag;
use crate::domain::condition::{
    Act, Card, Condition, ConditionId, FromWeek, Scope, Table, Trouble, TroubleRule,
};
use crate::domain::screening::Rules;

/// The words of one condition or trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionText {
    /// The line to tick, or the question after a "yes".
    pub question: &'static str,
    /// Why something was changed, in the person's own words: "You told us …".
    pub reason: &'static str,
    /// What to do about it, in one or two short sentences.
    pub advice: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/conditions.rs"));

/// What is said of a condition that this app does not know: true of any, and safe.
static UNNAMED: ConditionText = ConditionText {
    question: "Something else",
    reason: "You told us of something else.",
    advice: "Ask a health professional first.",
};

/// Every condition, in the order they are asked.
pub fn conditions() -> &'static [Condition] {
    &CONDITIONS
}

/// The condition with this number; `None` when it is not known.
pub fn condition(id: ConditionId) -> Option<&'static Condition> {
    CONDITIONS.iter().find(|it| it.id == id)
}

/// Every trouble's rule, in the order of [`Trouble::ALL`].
pub fn troubles() -> &'static [TroubleRule] {
    &TROUBLES
}

/// The rules and exercises that screening works with.
pub fn rules() -> Rules<'static> {
    Rules { conditions: conditions(), troubles: troubles(), exercises: exercises() }
}

/// The words of a condition; neutral ones when it is not known or the words have not come yet.
pub fn condition_text(id: ConditionId) -> &'static ConditionText {
    words().and_then(|it| find(&it.conditions, &id.0)).unwrap_or(&UNNAMED)
}

/// The words of a trouble; neutral ones when the words have not come yet.
pub fn trouble_text(trouble: Trouble) -> &'static ConditionText {
    words().and_then(|it| find(&it.troubles, &trouble.slug())).unwrap_or(&UNNAMED)
}

/// The headline of a card; empty when the words have not come yet.
pub fn card_title(card: Card) -> &'static str {
    words().and_then(|it| find(&it.titles, &card.slug())).copied().unwrap_or_default()
}

fn find<K: PartialEq, T>(texts: &'static [(K, T)], key: &K) -> Option<&'static T> {
    texts.iter().find(|(it, _)| it == key).map(|(_, text)| text)
}

/// The numbers of the routines of a table, which the app offers instead, shortest first.
pub fn routines_of(table: Table) -> impl Iterator<Item = &'static crate::domain::routine::Routine> {
    // The number blocks of `docs/spec/library.md`.
    let numbers = match table {
        Table::Fm => 21..=25,
        Table::Soa => 31..=35,
        Table::Disc => 41..=45,
        Table::Sci => 61..=65,
    };
    library::ROUTINES.iter().filter(move |it| numbers.contains(&it.id))
}
