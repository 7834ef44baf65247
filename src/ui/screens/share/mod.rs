//! Sending a routine on: its link, a square code, text for notes, a calendar file, and a page for print.

mod calendar;
mod code;
mod handout;
mod link;

pub(super) use link::sending;

use super::{not_found, open};
use crate::app::App;
use crate::app::playable::Playable;
use crate::app::problem::Problem;
use crate::app::routes::{Route, is_made};
use crate::app::sharing;
use crate::domain::shared::SharedRoutine;
use crate::i18n::share as words;
use crate::ui::components::{Look, action, headline, note, page, section};
use crate::ui::markup::{Node, Nodes, classed, nodes, worded};
use leptos::prelude::{Get, RwSignal, Set};

/// The share screen of a routine of the library, one that was opened, or one that is kept.
pub(crate) fn share(app: &'static App, key: &str) -> Node {
    let Some(playable) = app.playable(key) else {
        return if is_made(key) { open(app, Some(Problem::Gone)) } else { not_found(app) };
    };
    let routine = sharing::made(playable);
    let address = sharing::address(routine);
    let mut body = nodes![top(playable, address.is_some())];
    body.push(match &address {
        Some(address) => link::link(routine, address),
        None => link::too_long(routine),
    });
    body.extend(address.as_deref().map(code::code));
    body.push(notes(routine));
    body.push(calendar::calendar(routine));
    body.push(handout::section(app, playable, routine, address.as_deref()));
    page(app, "share", body)
}

fn top(playable: Playable, fits: bool) -> Node {
    let back = Route::Routine(playable.key().to_owned()).fragment();
    let name =
        classed("a", "their-words").set("href", back).set("dir", "auto").words(playable.name());
    classed("div", "stack no-print")
        .set("data-routine", playable.key())
        .child(headline(words::HEADLINE))
        .child(classed("p", "lead").child(name))
        .children(fits.then(|| worded("p", "", words::LEAD)))
        .child(note(words::WHO_SEES))
        .done()
}

/// The routine as text, to copy.
fn notes(routine: &'static SharedRoutine) -> Node {
    use words::notes as text;
    let told = RwSignal::new("");
    let summary = sharing::summary(routine);
    let shown = classed("pre", "share-text their-words").set("dir", "auto").words(summary.clone());
    let copy = action("copy-summary", text::COPY, Look::Plain, move || {
        sharing::copy(&summary, move |done| {
            told.set(if done { text::COPIED } else { text::NOT_COPIED });
        });
    });
    let whole =
        classed("details", "panel").child(worded("summary", "", text::SHOW)).child(shown).done();
    let parts = nodes![worded("p", "", text::LEAD), copy, said(told), whole];
    part("notes", text::HEADING, parts)
}

/// What came of a press, for eye and ear.
fn said(told: RwSignal<&'static str>) -> Node {
    classed("p", "share-said")
        .set("role", "status")
        .follow_words(move || told.get().to_owned())
        .done()
}

/// A part of the screen that never goes on paper.
fn part(role: &'static str, heading: &'static str, parts: Nodes) -> Node {
    classed("div", "no-print").set("data-role", role).child(section(heading, parts)).done()
}
