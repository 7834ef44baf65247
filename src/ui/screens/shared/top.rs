//! The top of the page: name, maker, day, length, tools, how often, and the maker's note.

use super::{is_ready, their_words};
use crate::app::links::Shared;
use crate::app::playable::Playable;
use crate::app::screening::day_before;
use crate::app::{App, library};
use crate::domain::shared::{Maker, Received, totals};
use crate::domain::time::Span;
use crate::i18n::messages::routine as words;
use crate::i18n::received::page as text;
use crate::i18n::words as plain;
use crate::i18n::{format, sharing};
use crate::ui::markup::{Node, classed, live, tag, worded};

/// Everything above the steps.
pub(super) fn top(app: &'static App, shared: &'static Shared) -> Node {
    let headline = classed("h1", "their-words")
        .set("tabindex", "-1")
        .set("dir", "auto")
        .words(sharing::title(&shared.routine));
    let note = (!shared.routine.note.is_empty()).then(|| note(shared.routine.note.as_str()));
    classed("div", "stack")
        .set("data-routine", shared.key.clone())
        .child(headline)
        .child(from(shared))
        .child(live(move || checked(&app.health.received(shared))))
        .child(live(move || needs(app, shared, &app.health.received(shared))))
        .children(note)
        .done()
}

/// Who made it, as they say.
fn from(shared: &Shared) -> Node {
    let panel = classed("div", "maker").set("data-role", "maker");
    let Maker { name, profession, contact } = &shared.routine.from;
    let dated = shared.routine.dated.map(|it| {
        worded("p", "small quiet", format::fill(text::DATED, &[&format::date(it.day())]))
    });
    if shared.routine.from.is_empty() {
        return panel.child(worded("p", "quiet", text::FROM_NOBODY)).children(dated).done();
    }
    let lines = [name, profession, contact].into_iter().filter(|it| !it.is_empty());
    let lines = lines.map(|it| their_words("p", it.as_str()));
    panel
        .child(worded("p", "small quiet", text::FROM))
        .children(lines)
        .child(worded("p", "small quiet", sharing::UNCHECKED_MAKER))
        .children(dated)
        .done()
}

/// That it is fitted to this person, and since when.
fn checked(received: &Received) -> Node {
    let words = match received {
        Received::Ready(_) => format::fill(text::CHECKED, &[&format::date(day_before(0))]),
        Received::Ask(_) | Received::Locked(_) => text::NOT_CHECKED.to_owned(),
    };
    classed("p", "small").set("data-role", "checked").words(words).done()
}

/// Length, tools and how often.
fn needs(app: &'static App, shared: &'static Shared, received: &Received) -> Node {
    let secs = match received {
        Received::Ready(fitted) => fitted.total_secs,
        Received::Ask(_) | Received::Locked(_) => {
            totals(&shared.routine, library::exercises()).secs
        }
    };
    let total = format::fill(words::TOTAL, &[&format::clock(Span::from_secs(secs))]);
    let tools = library::tools_for(app.health.exercises(Playable::Shared(shared))).into_iter();
    let tools = tools
        .map(|it| classed("li", "tag").set("data-tool", it.slug()).words(plain::tool(it)).done());
    let often = shared.routine.schedule.map(|it| {
        classed("li", "tag").set("data-role", "schedule").words(sharing::schedule(it)).done()
    });
    classed("ul", "tags")
        .set("aria-label", words::NEEDS)
        .set("data-fitted", is_ready(received).to_string())
        .child(classed("li", "tag").set("data-role", "total").words(total))
        .children(tools)
        .children(often)
        .done()
}

/// A word of its maker, told apart from the app's own.
pub(super) fn note(words: &str) -> Node {
    classed("div", "their-note")
        .set("data-role", "note")
        .child(worded("p", "small quiet", sharing::NOT_FROM_APP))
        .child(tag("div").child(their_words("p", words)))
        .done()
}
