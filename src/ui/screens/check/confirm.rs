//! "I have been told that it is fine": a tick and its day.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, event_target_value};

use crate::i18n::health::card as words;
use crate::ui::components::{Look, action, choice};
use crate::ui::markup::{Node, classed, tag, worded};

/// What is confirmed.
pub(crate) struct Said {
    /// The line to tick.
    pub(crate) line: &'static str,
    /// What follows.
    pub(crate) next: &'static str,
    /// What is missing when it is refused.
    pub(crate) need: &'static str,
    /// The days to choose from, as days ago and in words.
    pub(crate) days: Vec<(u16, String)>,
}

/// The tick, the day and the act; `refused` shows what is missing.
pub(crate) fn confirm(
    said: Said,
    refused: RwSignal<bool>,
    on_confirm: impl Fn(bool, u16) + 'static,
) -> Node {
    let Said { line, next, need, days } = said;
    let (confirmed, days_ago) = (RwSignal::new(false), RwSignal::new(0));
    let select = tag("select")
        .set("id", "said-day")
        .set("name", "said-day")
        .on("change", move |event| {
            days_ago.set(event_target_value(&event).parse().unwrap_or(0));
        })
        .children(
            days.into_iter()
                .map(|(ago, day)| tag("option").set("value", ago.to_string()).words(day).done()),
        );
    let field = classed("div", "field")
        .child(tag("label").set("for", "said-day").words(words::SAID_DAY))
        .child(select);
    let problem = classed("p", "inline-note stop-note")
        .set("role", "alert")
        .follow_words(move || if refused.get() { need.to_owned() } else { String::new() });
    let act = move || on_confirm(confirmed.get_untracked(), days_ago.get_untracked());
    classed("section", "panel")
        .set("data-role", "clearance")
        .child(choice("told-fine", line, move |on| confirmed.set(on)))
        .child(field)
        .child(worded("p", "hint", next))
        .child(problem)
        .child(action("clear", words::SAID_GO, Look::Plain, act))
        .done()
}
