//! The routine on the desk: its steps, the whole, advice, and the bar with the main acts.

use std::rc::Rc;
use std::sync::Arc;

use super::fields::{Text, text};
use super::{Over, Sheet, advice, bar, bulk, custom, picker, rows, share, tally, whole};
use crate::app::App;
use crate::app::builder::Keeping;
use crate::app::watched::Watched;
use crate::domain::builder::Edit;
use crate::domain::shared::Line;
use crate::i18n::builder::{self as builder_words, step as step_words, whole as words};
use crate::ui::components::{Look, action, headline, page};
use crate::ui::markup::{Node, classed, live, nodes, nothing, tag, worded};

/// The screen of a routine that is being made.
pub(super) fn desk(app: &'static App) -> Node {
    let over: Over = Arc::new(Watched::new(Sheet::None));
    app.builder.listen_to_keys();
    // Whoever goes to another screen finds there what was just typed.
    leptos::prelude::on_cleanup(move || app.builder.keep_now());
    let shown = Arc::clone(&over);
    let body = nodes![
        tally::tally(app),
        top(app),
        steps(app, &over),
        advice::advice(app),
        whole::whole(app),
        bar::bar(app, &over),
        live(move || sheet(app, &shown)),
    ];
    page(app, "builder", body)
}

fn sheet(app: &'static App, over: &Over) -> Node {
    match over.get() {
        Sheet::None => nothing(),
        Sheet::Picker => picker::picker(app, over),
        Sheet::Custom(key) => custom::custom(app, over, key),
        Sheet::Bulk => bulk::sheet(app, over),
        Sheet::Share => share::sheet(app, over),
    }
}

/// Headline, name, and how it is kept.
fn top(app: &'static App) -> Node {
    let name = text(
        app,
        Text {
            id: "title".to_owned(),
            name: "title",
            label: words::NAME,
            hint: words::NAME_HINT,
            max: Line::MAX_CHARS,
            lines: 1,
            read: Rc::new(move || app.builder.head().title.as_str().to_owned()),
            typed: Rc::new(move |typed| app.builder.type_in(Edit::Title(Line::clean(typed)))),
        },
    );
    let kept = move || {
        match app.builder.keeping() {
            Keeping::Untouched => words::KEPT,
            Keeping::Draft => words::KEPT_DRAFT,
            Keeping::Saved => words::KEPT_SAVED,
            Keeping::Template => words::KEPT_TEMPLATE,
        }
        .to_owned()
    };
    classed("div", "stack")
        .child(headline(builder_words::HEADLINE))
        .child(name)
        .child(classed("p", "small quiet").set("data-role", "keeping").follow_words(kept))
        .done()
}

/// The steps under their heading.
fn steps(app: &'static App, over: &Over) -> Node {
    let is_empty = move || app.builder.sums().steps == 0;
    let choose = action("choose-many", builder_words::bulk::CHOOSE, Look::Quiet, move || {
        app.builder.choose_many(true);
    });
    let choose = tag("div")
        .hidden_while(move || app.builder.is_choosing() || app.builder.sums().steps < 2)
        .child(choose);
    let head =
        classed("div", "build-head row").child(worded("h2", "", step_words::STEPS)).child(choose);
    let none = classed("p", "quiet")
        .set("data-role", "empty")
        .hidden_while(move || !is_empty())
        .words(step_words::NONE);
    let keys = classed("p", "small quiet").set("id", "build-keys").hidden_while(is_empty);
    classed("section", "section")
        .child(head)
        .child(none)
        .child(keys.words(step_words::KEYS))
        .child(rows::rows(app, over))
        .done()
}
