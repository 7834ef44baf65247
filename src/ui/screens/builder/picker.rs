//! Exercises to add: search and filters above, one tap a step below; it stays open for the next.

use std::sync::Arc;

use leptos::prelude::event_target_value;

use super::{Over, Sheet};
use crate::app::App;
use crate::app::field::told;
use crate::app::library::{self, Filter, MAX_WORDS_CHARS};
use crate::app::watched::Watched;
use crate::domain::body::{Area, Position};
use crate::domain::equipment::Tool;
use crate::domain::exercise::Exercise;
use crate::i18n::builder::{bar as bar_words, picker as words, step as step_words};
use crate::i18n::format;
use crate::i18n::messages::{common, library as library_words};
use crate::i18n::words as plain;
use crate::ui::components::figure::small_figure;
use crate::ui::components::{Look, Making, ROWS, action, rows_in_turn, sheet};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, nodes, tag, worded};

type Looked = Arc<Watched<Filter>>;

/// The sheet.
pub(super) fn picker(app: &'static App, over: &Over) -> Node {
    let filter: Looked = Arc::new(Watched::new(Filter::default()));
    let found = Arc::clone(&filter);
    let own = Arc::clone(over);
    let own = action("add-custom", words::OWN, Look::Plain, move || own.set(Sheet::Custom(None)));
    let own = classed("div", "row picker-own")
        .child(worded("span", "quiet", words::OWN_WHY))
        .child(own)
        .done();
    let title = tag("h2")
        .set("id", "picker-title")
        .set("tabindex", "-1")
        .flag("autofocus", true)
        .words(words::TITLE)
        .done();
    let (dismissed, body) = (
        Arc::clone(over),
        nodes![
            title,
            classed("div", "finders").child(search(&filter)).child(filters(&filter)).done(),
            worded("p", "small quiet", words::HINT),
            own,
            live(move || results(app, &found.get())),
            foot(app, over),
        ],
    );
    sheet("picker", "picker-title", move || close(&dismissed), body)
}

/// Closes whatever stands over the builder; the focus goes back to where it was opened.
pub(super) fn close(over: &Over) {
    over.set(Sheet::None);
    crate::app::behind_paint(|| {
        crate::app::focus("[data-screen=builder] [data-action=add-step]");
    });
}

fn search(filter: &Looked) -> Node {
    let filter = Arc::clone(filter);
    let field = tag("input")
        .set("type", "search")
        .set("id", "picker-search")
        .set("name", "q")
        .set("enterkeyhint", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("maxlength", MAX_WORDS_CHARS.to_string())
        .set("placeholder", library_words::SEARCH)
        .on("input", move |event| {
            let typed = event_target_value(&event);
            filter.update(|it| it.words = Filter::cut(&typed));
        });
    let label = classed("label", "visually-hidden").set("for", "picker-search");
    classed("div", "search")
        .child(label.words(library_words::SEARCH))
        .child(icon(Picture::Search))
        .child(field)
        .done()
}

fn filters(filter: &Looked) -> Node {
    let areas = Area::ALL.iter().map(|it| (it.slug(), plain::area(*it))).collect();
    let tools = Tool::ALL.iter().map(|it| (it.slug(), plain::tool_short(*it))).collect();
    let positions = Position::ALL.iter().map(|it| (it.slug(), plain::position(*it))).collect();
    classed("div", "filters")
        .child(narrow(filter, "area", library_words::AREA, areas, |it, slug| {
            it.area = Area::from_slug(slug);
        }))
        .child(narrow(filter, "tool", library_words::TOOL, tools, |it, slug| {
            it.tool = Tool::from_slug(slug);
        }))
        .child(narrow(filter, "position", library_words::POSITION, positions, |it, slug| {
            it.position = Position::from_slug(slug);
        }))
        .done()
}

/// One of the lists that narrow what is found.
fn narrow(
    filter: &Looked,
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    set: fn(&mut Filter, &str),
) -> Node {
    let filter = Arc::clone(filter);
    let option = |(slug, words)| tag("option").set("value", slug).words(words).done();
    let any: (&'static str, &'static str) = ("", label);
    classed("select", "filter")
        .set("name", name)
        .set("aria-label", label)
        .on("change", move |event| {
            let slug = event_target_value(&event);
            filter.update(|it| set(it, &slug));
        })
        .children([any].into_iter().chain(options).map(option))
        .done()
}

/// What the filter lets through; a tap on any of it adds it.
fn results(app: &'static App, filter: &Filter) -> Node {
    let found = library::search(filter);
    let said = match found.exercises.len() {
        0 if found.condition => library_words::CONDITION.to_owned(),
        0 => library_words::NONE.to_owned(),
        1 => library_words::ONE_EXERCISE.to_owned(),
        count => format::fill(library_words::EXERCISES_FOUND, &[&count.to_string()]),
    };
    let row = |it: &'static Exercise| -> Making { Box::new(move || row(app, it)) };
    let rows = rows_in_turn(found.exercises.into_iter().map(row).collect(), ROWS);
    let list = classed("ul", "picker-found")
        .set("data-role", "results")
        .on("click", move |event| {
            let slug = told(&event, "data-exercise");
            if let Some(it) = slug.and_then(|it| library::exercise_by_slug(&it)) {
                add(app, it);
            }
        })
        .child(rows);
    classed("div", "stack")
        .child(classed("p", "small quiet").set("data-role", "count").words(said))
        .child(list)
        .done()
}

/// One exercise, all of which can be tapped.
fn row(app: &'static App, it: &'static Exercise) -> Node {
    let facts = [plain::area(it.area), plain::tool_short(it.tool), plain::position(it.position)];
    let facts = facts.join("\u{a0}· ");
    let about = classed("span", "picker-words")
        .child(worded("span", "step-name", library::name(it.id)))
        .child(worded("span", "small quiet", facts))
        .children(it.needs_signoff.then(|| worded("span", "tag ask-first", common::ASK_FIRST)));
    let button = classed("button", "picker-row")
        .set("type", "button")
        .set("data-action", "add")
        .set("data-exercise", it.slug)
        .child(small_figure(app, it))
        .child(about)
        .child(icon(Picture::Plus));
    tag("li").child(button).done()
}

fn add(app: &'static App, it: &'static Exercise) {
    let name = library::name(it.id);
    app.builder.add(it.id, |steps| format::fill(step_words::ADDED, &[name, &steps.to_string()]));
}

/// What was added last, undo, and the way back.
fn foot(app: &'static App, over: &Over) -> Node {
    let over = Arc::clone(over);
    let undo = classed("button", "button")
        .set("type", "button")
        .set("data-action", "undo")
        .follow("aria-disabled", move || Some((!app.builder.past().can_undo).to_string()))
        .on_press(move || app.builder.undo())
        .words(bar_words::UNDO);
    let done = action("close-picker", words::DONE, Look::Plain, move || close(&over));
    let said = tag("p")
        .set("role", "status")
        .set("data-role", "added")
        .follow_words(move || app.builder.said());
    classed("div", "picker-foot")
        .child(said)
        .child(classed("div", "row").child(undo).child(done))
        .done()
}
