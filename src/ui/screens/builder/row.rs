//! One step of the list: closed, its name and dose; open, its fields too.

use std::sync::Arc;

use super::step_fields::step_fields;
use super::steps;
use crate::app::App;
use crate::app::builder::Row;
use crate::domain::shared::Step;
use crate::i18n::builder::step as words;
use crate::i18n::format;
use crate::ui::components::figure::small_figure;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Tag, classed, live, nodes, nothing, several, tag, worded};

/// The row of the step with this key.
pub(super) fn row(app: &'static App, key: u32) -> Node {
    let Some(row) = app.builder.row(key) else { return nothing() };
    let (place, what, open, chosen, fields) =
        (Arc::clone(&row), Arc::clone(&row), Arc::clone(&row), Arc::clone(&row), Arc::clone(&row));
    let picture = row.now.read(|it| steps::exercise(&it.step)).map_or_else(
        || classed("div", "figure-small step-own").child(icon(Picture::Knot)).done(),
        |it| small_figure(app, it),
    );
    let details =
        live(move || if fields.open.get() { step_fields(app, &fields) } else { nothing() });
    tag("li")
        .set("data-key", key.to_string())
        .follow("data-step", move || Some((place.at.get() + 1).to_string()))
        .follow("data-exercise", move || Some(what.now.with(|it| steps::slug(&it.step)).to_owned()))
        .follow("data-open", move || open.open.get().then(String::new))
        .follow("data-chosen", move || chosen.chosen.get().then(String::new))
        .child(handle(&row))
        .child(picture)
        .child(main(app, &row))
        .child(acts(&row))
        .child(details)
        .done()
}

/// What the row is carried by, and moved with the arrow keys.
fn handle(row: &Arc<Row>) -> Tag {
    let row = Arc::clone(row);
    let name = move || {
        let name = row.now.with(|it| steps::name(&it.step));
        Some(format::fill(words::DRAG, &[&name, &(row.at.get() + 1).to_string()]))
    };
    classed("button", "step-handle")
        .set("type", "button")
        .set("data-action", "drag")
        .follow("aria-label", name)
        .child(icon(Picture::Grip))
}

/// Name and dose; opens the fields, or chooses the step while several are chosen.
fn main(app: &'static App, row: &Arc<Row>) -> Tag {
    let (words_of, open, chosen) = (Arc::clone(row), Arc::clone(row), Arc::clone(row));
    let action = move || {
        let name = if app.builder.is_choosing() { "choose-step" } else { "open-step" };
        Some(name.to_owned())
    };
    let (at, what) = (Arc::clone(row), Arc::clone(row));
    let number = classed("span", "step-number").follow_words(move || (at.at.get() + 1).to_string());
    let name = tag("bdi").follow_words(move || what.now.with(|it| steps::name(&it.step)));
    let about = live(move || words_of.now.with(|it| about(&it.step, it.advised)));
    classed("button", "step-main")
        .set("type", "button")
        .follow("data-action", action)
        .follow("aria-expanded", move || {
            (!app.builder.is_choosing()).then(|| open.open.get().to_string())
        })
        .follow("aria-pressed", move || {
            app.builder.is_choosing().then(|| chosen.chosen.get().to_string())
        })
        .child(classed("span", "step-name").child(number).child(name))
        .child(about)
}

/// Dose, note and whether there is advice.
fn about(step: &Step, advised: bool) -> Node {
    let note = step.note.lines().next().map_or_else(nothing, |it| {
        classed("span", "small step-note").child(tag("bdi").words(it.to_owned())).done()
    });
    let advised = if advised { worded("span", "tag", words::ADVISED) } else { nothing() };
    several(nodes![worded("span", "small quiet step-dose", steps::dose(step)), note, advised])
}

/// Up, down, copy and delete.
fn acts(row: &Arc<Row>) -> Tag {
    let act = |name: &'static str, words: &'static str, picture: Picture| {
        let row = Arc::clone(row);
        classed("button", "build-icon")
            .set("type", "button")
            .set("data-action", name)
            .follow("aria-label", move || {
                Some(format::fill(words, &[&row.now.with(|it| steps::name(&it.step))]))
            })
            .child(icon(picture))
    };
    classed("div", "step-acts")
        .child(act("move-up", words::UP, Picture::Up))
        .child(act("move-down", words::DOWN, Picture::Down))
        .child(act("copy-step", words::COPY, Picture::Copy))
        .child(act("remove-step", words::REMOVE, Picture::Bin))
}
