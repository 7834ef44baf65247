//! Opening a routine that somebody sent: what was wrong with a link, and where to paste the whole message.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, event_target_value};

use crate::app::App;
use crate::app::problem::Problem;
use crate::app::routes::Route;
use crate::i18n::messages::common;
use crate::i18n::received::open as words;
use crate::ui::components::{headline, link, main_action, page, stack};
use crate::ui::markup::{Node, classed, live, tag, worded};

/// The screen; a problem stands on top of it.
pub(crate) fn open(app: &'static App, problem: Option<Problem>) -> Node {
    let trouble = RwSignal::new(problem);
    let message = RwSignal::new(String::new());
    let go = main_action("open-link", words::GO, move || {
        match app.links.read(&message.get_untracked()) {
            Ok(shared) => app.go(&Route::Routine(shared.key.clone())),
            Err(found) => {
                trouble.set(Some(found));
                app.top();
            }
        }
    });
    let field = classed("div", "field")
        .child(tag("label").set("for", "message").words(words::FIELD))
        .child(
            tag("textarea")
                .set("id", "message")
                .set("name", "message")
                .set("rows", "5")
                .set("autocomplete", "off")
                .set("autocapitalize", "off")
                .set("spellcheck", "false")
                .on("input", move |event| message.set(event_target_value(&event))),
        );
    let body = vec![
        live(move || trouble.get().map_or_else(lead, told)),
        field.done(),
        go,
        link("button button-quiet button-wide", "#/", common::BACK_HOME),
    ];
    let screen = if problem.is_some() { "shared" } else { "open-link" };
    page(app, screen, body)
}

fn lead() -> Node {
    stack(vec![headline(words::HEADLINE), worded("p", "lead", words::LEAD)])
}

/// What was wrong, what is safe and what to do.
fn told(problem: Problem) -> Node {
    classed("div", "stack")
        .set("role", "alert")
        .set("data-role", "problem")
        .set("data-problem", problem.slug())
        .child(headline(problem.title()))
        .child(worded("p", "lead", problem.way_on()))
        .done()
}
