//! Where a routine begins: empty, from one of the person's own, from a template or from the library.

use crate::app::App;
use crate::app::builder::Start;
use crate::app::library::{self, Entry};
use crate::app::routes::{Fork, Route};
use crate::app::shelf::{Kept, Origin};
use crate::domain::shared::totals;
use crate::domain::time::Span;
use crate::i18n::builder::{self as builder_words, start as words};
use crate::i18n::{format, sharing};
use crate::ui::components::{
    Look, Making, ROWS, action, entry_list, headline, main_action, page, rows_in_turn, section,
    stack,
};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};

/// The screen without a routine.
pub(super) fn start(app: &'static App) -> Node {
    let begin = main_action("start-empty", words::EMPTY, move || {
        let id = app.builder.begin(Start::Empty);
        app.go(&Route::Builder(Some(id)));
    });
    let top = nodes![headline(builder_words::HEADLINE), worded("p", "lead", words::LEAD), begin];
    let body = nodes![
        live(move || deleted(app)),
        stack(top),
        live(move || kept(app)),
        section(words::STOCK, nodes![stock()]),
    ];
    page(app, "builder", body)
}

/// Says that a routine was deleted, and brings it back.
fn deleted(app: &'static App) -> Node {
    let Some(title) = app.builder.deleted() else { return nothing() };
    let back = action("restore", words::BRING_BACK, Look::Plain, move || {
        if let Some(id) = app.builder.restore() {
            app.go(&Route::Builder(Some(id)));
        }
    });
    classed("div", "panel build-deleted")
        .set("data-role", "deleted")
        .set("role", "status")
        .child(worded("p", "", format::fill(words::DELETED, &[&title])))
        .child(back)
        .done()
}

/// The person's routines and templates.
fn kept(app: &'static App) -> Node {
    let all = app.shelf.all();
    let (templates, own): (Vec<Kept>, Vec<Kept>) = all
        .into_iter()
        .filter(|it| it.origin != Origin::Received)
        .partition(|it| it.origin == Origin::Template);
    let carry_on: fn(String) -> Route = |id| Route::Builder(Some(id));
    let copy: fn(String) -> Route = |id| Route::Fork(Fork::Kept(id));
    several(nodes![
        group(words::YOURS, "drafts", own, carry_on),
        group(words::TEMPLATES, "templates", templates, copy),
    ])
}

fn group(
    heading: &'static str,
    role: &'static str,
    all: Vec<Kept>,
    there: fn(String) -> Route,
) -> Node {
    if all.is_empty() {
        return nothing();
    }
    let rows = all.into_iter().map(|it| -> Making { Box::new(move || row(it, there)) }).collect();
    let list = tag("div").set("data-role", role);
    section(heading, nodes![list.child(entry_list(nodes![rows_in_turn(rows, ROWS)])).done()])
}

fn row(kept: Kept, there: fn(String) -> Route) -> Node {
    let secs = totals(&kept.routine, library::exercises()).secs;
    let minutes = format::minutes(Span::from_secs(secs));
    let about = match kept.routine.steps.len() {
        1 => format::fill(words::ONE_STEP, &[&minutes]),
        steps => format::fill(words::STEPS, &[&steps.to_string(), &minutes]),
    };
    let title = sharing::title(&kept.routine).to_owned();
    let link = tag("a")
        .set("href", there(kept.id.clone()).fragment())
        .child(classed("bdi", "").words(title))
        .child(worded("span", "small quiet", about))
        .children(kept.is_draft.then(|| worded("span", "tag", words::DRAFT)));
    tag("li").set("data-kept", kept.id).child(link).done()
}

/// The routines of the library.
fn stock() -> Node {
    let row = |it: &'static crate::domain::routine::Routine| -> Making {
        Box::new(move || {
            let address = Route::Fork(Fork::Stock(it.slug.to_owned())).fragment();
            let link = tag("a")
                .set("href", address)
                .words(Entry::Routine(it).name())
                .child(worded("span", "small quiet", library::routine_text(it.id).about));
            tag("li").set("data-routine", it.slug).child(link).done()
        })
    };
    let rows = library::routines().iter().map(row).collect();
    entry_list(nodes![rows_in_turn(rows, ROWS)])
}
