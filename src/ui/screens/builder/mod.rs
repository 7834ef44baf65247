//! The builder: making a routine for somebody else, step by step.

mod advice;
mod bar;
mod bulk;
mod custom;
mod desk;
mod fields;
mod picker;
mod row;
mod rows;
mod share;
mod start;
mod step_fields;
mod steps;
mod tally;
mod whole;

use std::sync::Arc;

use crate::app::App;
use crate::app::builder::Opening;
use crate::app::routes::{Fork, Route};
use crate::app::watched::Watched;
use crate::i18n::builder as words;
use crate::ui::components::{headline, link, page};
use crate::ui::markup::{Node, classed, following, live, nodes, worded};

/// What stands over the builder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sheet {
    /// Nothing.
    #[default]
    None,
    /// The exercises to add.
    Picker,
    /// An exercise to describe: a new one, or that of the step with this key.
    Custom(Option<u32>),
    /// What to change of the chosen steps.
    Bulk,
    /// The link.
    Share,
}

/// What stands over the builder, followed by the screen.
type Over = Arc<Watched<Sheet>>;

/// The builder's screen: where to begin, or the routine with this id.
pub(crate) fn builder(app: &'static App, id: Option<String>) -> Node {
    match id {
        None => start::start(app),
        Some(id) => opened(app, move || app.builder.open(&id)),
    }
}

/// The builder with a new routine that starts from another.
pub(crate) fn builder_fork(app: &'static App, fork: Fork) -> Node {
    opened(app, move || app.builder.fork(&fork))
}

/// The routine that `open` lays on the desk, as soon as what is kept has been read.
fn opened(app: &'static App, open: impl Fn() -> Opening + 'static) -> Node {
    let opening = Arc::new(Watched::new(Opening::Waiting));
    let told = Arc::clone(&opening);
    following(move || {
        if told.peek() != Opening::Waiting {
            return;
        }
        let now = open();
        if let Opening::Here(id) = &now {
            app.stay(Route::Builder(Some(id.clone())));
        }
        told.set(now);
    });
    live(move || match opening.get() {
        Opening::Waiting => waiting(app),
        Opening::Here(_) => desk::desk(app),
        Opening::Missing => missing(app),
    })
}

fn waiting(app: &'static App) -> Node {
    let body = nodes![headline(words::HEADLINE), worded("p", "waiting", words::start::WAITING)];
    page(app, "builder", body)
}

fn missing(app: &'static App) -> Node {
    let new = link("button", Route::Builder(None).fragment(), words::start::NEW);
    let panel = classed("div", "panel empty")
        .set("data-role", "missing")
        .child(worded("p", "", words::start::MISSING_WHY))
        .child(new);
    page(app, "builder", nodes![headline(words::start::MISSING), panel.done()])
}
