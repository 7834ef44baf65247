//! A routine that somebody made: who it is from, what is in it, what was changed for this person, and the start.

mod changed;
mod keeping;
mod steps;
mod top;

use leptos::prelude::{event_target_checked, untrack};

pub(crate) use changed::left_out;

use super::open;
use crate::app::links::Shared;
use crate::app::playable::Playable;
use crate::app::problem::Problem;
use crate::app::routes::Route;
use crate::app::{App, library};
use crate::domain::shared::Received;
use crate::i18n::messages::{common, routine as words};
use crate::i18n::received::page as text;
use crate::i18n::screening as safety;
use crate::i18n::sharing;
use crate::ui::components::{main_action, note, page, section, stop_note};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, tag, worded};

/// The page of a routine that somebody made, or how to get it again.
pub(crate) fn shared(app: &'static App, key: &str) -> Node {
    let Some(Playable::Shared(shared)) = app.playable(key) else {
        return open(app, Some(Problem::Gone));
    };
    let start = main_action("start", common::START, move || {
        app.go(&Route::Check(Some(shared.key.clone())));
    });
    let steps = live(move || steps::steps(app, shared, &app.health.received(shared)));
    let mut body = nodes![top::top(app, shared), stop_note(safety::STOP_IF)];
    body.extend(remarks(shared));
    body.extend(asked_physio(shared));
    body.push(live(move || changed::changed(app, shared, &app.health.received(shared))));
    body.push(section(words::STEPS, nodes![steps]));
    body.push(keeping::keeping(app, shared));
    body.push(classed("div", "thumb").child(start).done());
    page(app, "shared", body)
}

/// Whether what was read is all that was written.
fn remarks(shared: &Shared) -> Nodes {
    let newer = (shared.newer_parts > 0).then(|| note(text::NEWER_PARTS));
    let changed = shared.text_changed.then(|| note(text::TEXT_CHANGED));
    newer.into_iter().chain(changed).collect()
}

/// "I asked a physio about these", where steps wait for one's word.
fn asked_physio(shared: &'static Shared) -> Option<Node> {
    let waits = |id: &_| library::exercise(*id).is_some_and(|it| it.needs_signoff);
    if !shared.ids().iter().any(waits) {
        return None;
    }
    let tick_box = tag("input")
        .set("type", "checkbox")
        .set("name", "asked-physio")
        .flag("checked", untrack(|| shared.asked_physio()))
        .on("change", move |event| shared.ask_physio(event_target_checked(&event)));
    let choice =
        classed("label", "choice").child(tick_box).child(worded("span", "", sharing::ASKED_PHYSIO));
    let lead = worded("p", "", text::WITHOUT_PHYSIO);
    let sign = worded("span", "tag ask-first", common::ASK_FIRST);
    let panel = classed("section", "panel").set("data-role", "ask-physio");
    Some(panel.child(sign).child(lead).child(choice).done())
}

/// Somebody else's words in an element of their own, with their own direction, as they stand.
fn their_words(name: &'static str, words: &str) -> Node {
    classed(name, "their-words").set("dir", "auto").words(words.to_owned()).done()
}

/// Whether it is settled what is played.
const fn is_ready(received: &Received) -> bool {
    matches!(received, Received::Ready(_))
}
