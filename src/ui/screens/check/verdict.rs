//! What the answers mean: locked screens and cards to read.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, event_target_value};

use crate::app::App;
use crate::domain::screening::{Level, Reason, Verdict};
use crate::i18n::messages::{check as words, common};
use crate::i18n::screening as text;
use crate::ui::components::{Look, action, choice, headline, link, main_action};
use crate::ui::markup::{Node, Nodes, classed, nodes, tag, worded};

/// EMERGENCY or URGENT: nothing but the message and the way out of it.
#[inline(never)]
pub(super) fn locked(app: &'static App, verdict: &Verdict) -> Nodes {
    let level = verdict.level.unwrap_or(Level::Emergency);
    let screen = text::level(level);
    let call = if verdict.can_wait_days() { text::WITHIN_DAYS } else { screen.call };
    let message = classed("div", "level")
        .set("role", "alert")
        .set("data-level", level_slug(level))
        .child(headline(screen.title))
        .child(worded("p", "lead", call))
        .children(numbers(level))
        .child(worded("p", "", screen.body))
        .children(reasons(verdict))
        .child(worded("p", "quiet", words::CALM));
    nodes![
        message.done(),
        clearance(app),
        link("button button-quiet button-wide", "#/", common::BACK_HOME),
    ]
}

/// INFO: to be read once, then on.
#[inline(never)]
pub(super) fn card(app: &'static App, verdict: &Verdict) -> Nodes {
    let screen = text::level(Level::Info);
    let message = classed("div", "level level-info")
        .set("data-level", level_slug(Level::Info))
        .child(headline(screen.title))
        .child(worded("p", "", screen.body))
        .children(reasons(verdict))
        .child(worded("p", "quiet", screen.call));
    let go_on = main_action("continue", words::INFO_GO, move || app.screening.read_info());
    nodes![message.done(), classed("div", "thumb").child(go_on).done()]
}

const fn level_slug(level: Level) -> &'static str {
    match level {
        Level::Info => "info",
        Level::Urgent => "urgent",
        Level::Emergency => "emergency",
    }
}

/// Numbers that a tap dials.
pub(super) fn numbers(level: Level) -> Option<Node> {
    let numbers: &[(&str, &str)] = match level {
        Level::Emergency => &text::EMERGENCY_NUMBERS,
        Level::Urgent => &[text::URGENT_NUMBER],
        Level::Info => return None,
    };
    let rows = numbers.iter().map(|(place, number)| {
        let address = ["tel:", number].concat();
        let call =
            link("button button-danger button-wide", address, [*place, " ", number].concat());
        tag("li").child(call).done()
    });
    Some(classed("ul", "numbers").children(rows).done())
}

/// The person's own answers that led here.
fn reasons(verdict: &Verdict) -> [Node; 2] {
    let rows = verdict.reasons.iter().map(|reason| {
        let note = match reason {
            Reason::Flag(flag) => text::flag_note(*flag),
            Reason::Stopped(_) => None,
        };
        let note = note.map(|note| worded("p", "quiet", note));
        tag("li").words(text::reason(*reason)).children(note).done()
    });
    [worded("h2", "", text::YOU_TOLD_US), classed("ul", "bullets").children(rows).done()]
}

/// "I have been checked": a day, then the questions again.
fn clearance(app: &'static App) -> Node {
    let (confirmed, refused) = (RwSignal::new(false), RwSignal::new(false));
    let days_ago = RwSignal::new(0);
    let clear = move || {
        refused.set(!app.screening.clear(confirmed.get_untracked(), days_ago.get_untracked()));
    };
    let days = app.screening.days_to_choose().into_iter();
    let select = tag("select")
        .set("id", "checked-day")
        .set("name", "checked-day")
        .on("change", move |event| {
            days_ago.set(event_target_value(&event).parse().unwrap_or(0));
        })
        .children(
            days.map(|(ago, day)| tag("option").set("value", ago.to_string()).words(day).done()),
        );
    let field = classed("div", "field")
        .child(tag("label").set("for", "checked-day").words(text::CONFIRM_DAY))
        .child(select);
    let problem =
        classed("p", "inline-note stop-note").set("role", "alert").follow_words(move || {
            if refused.get() { words::CLEARED_NEED.to_owned() } else { String::new() }
        });
    classed("section", "panel")
        .set("data-role", "clearance")
        .child(choice("checked", text::CONFIRM_CHECKED, move |on| confirmed.set(on)))
        .child(field)
        .child(worded("p", "hint", text::CONFIRM_NEXT))
        .child(problem)
        .child(action("clear", words::CLEARED_NEXT, Look::Plain, clear))
        .done()
}
