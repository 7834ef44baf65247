//! The upper area: figure, name, digits, ring, phase and the line being said. All of it pauses.

use leptos::prelude::{Get, Memo};

use super::figure::figure;
use crate::app::App;
use crate::domain::session::{Command, Phase, State, View};
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::health::changes;
use crate::i18n::messages::player as words;
use crate::i18n::speech;
use crate::ui::components::{Turn, ring};
use crate::ui::icons::Picture;
use crate::ui::markup::{Node, Tag, classed, live, nodes, nothing, several, tag, worded};

/// Most characters of a countdown that are shown as large as can be.
const SHORT: usize = 3;

/// The upper area of the player.
pub(super) fn stage(app: &'static App) -> Tag {
    let digits = follow_view(app, classed("div", "digits"), |view| format::countdown(view.left))
        .set("role", "timer")
        .set("aria-live", "off")
        .set("data-role", "countdown")
        .follow("data-length", move || {
            let left = app.player.view.get().map(|view| view.left).unwrap_or_default();
            let length = format::countdown(left).len();
            (length > SHORT).then(|| length.to_string())
        });
    let name = move || {
        let view = app.player.view.get();
        let name = view.map(|it| speech::headline(it.phase, app.player.step(it.exercise)));
        name.unwrap_or_default().to_owned()
    };
    let name = classed("h2", "stage-name").set("dir", "auto").follow_words(name);
    let phase = follow_view(app, tag("span"), phase_words).follow("class", move || {
        app.player.view.get().filter(|view| !is_running(view)).map(|_| "paused-word".to_owned())
    });
    let caption = classed("p", "caption")
        .set("dir", "auto")
        .set("data-role", "caption")
        .child(tag("span").follow_words(move || app.player.caption.get()));
    classed("div", "stage")
        .on_press(move || app.player.press(Command::Pause))
        .child(figure(app))
        .child(name.set("data-role", "step-name"))
        .child(digits)
        .child(
            classed("p", "phase-line")
                .child(turning_ring(app))
                .child(phase.set("data-role", "phase"))
                .child(limit(app)),
        )
        .child(caption)
        .child(maker_note(app))
}

/// What the maker of the routine wrote about the step, as plain text with its own direction.
fn maker_note(app: &'static App) -> Tag {
    let note = tag("bdi").set("dir", "auto").follow_words(move || app.player.maker_note());
    classed("p", "stage-note")
        .set("data-role", "maker-note")
        .hidden_while(move || app.player.maker_note().is_empty())
        .child(worded("span", "", words::MAKER_NOTE))
        .words(" ")
        .child(note)
}

/// The strongest pressure or pull that this person may go to in this step.
fn limit(app: &'static App) -> Tag {
    let words = move || {
        let cap = app.player.pressure();
        cap.map_or_else(String::new, |cap| format::fill(changes::AT_MOST, &[&cap.to_string()]))
    };
    classed("span", "limit").set("data-role", "limit").follow_words(words)
}

fn follow_view(app: &'static App, tag: Tag, read: fn(&View) -> String) -> Tag {
    tag.follow_words(move || app.player.view.get().as_ref().map(read).unwrap_or_default())
}

/// The ring, made anew when another segment runs or the session stands.
fn turning_ring(app: &'static App) -> Node {
    let key = Memo::new(move |_| app.player.view.get().as_ref().map(turn_key));
    let mut odd = false;
    live(move || {
        // A memo that nobody reads never looks at its sources.
        key.get();
        odd = !odd;
        let ring = app.player.view.peek().map_or_else(nothing, |view| ring(turn(&view)));
        // A piece of another kind is never patched but replaced, and only a new ring starts anew.
        if odd { ring } else { several(nodes![ring]) }
    })
}

fn is_running(view: &View) -> bool {
    view.state == State::Running
}

fn phase_words(view: &View) -> String {
    if is_running(view) {
        speech::phase_line(view.phase, view.side)
    } else {
        words::PAUSED.to_owned()
    }
}

/// What makes the ring a new one.
fn turn_key(view: &View) -> (u32, bool, Span) {
    (view.segment, is_running(view), view.length)
}

fn turn(view: &View) -> Turn {
    Turn {
        length: view.length,
        passed: view.length.less(view.left),
        running: is_running(view),
        picture: picture(view.phase),
    }
}

const fn picture(phase: Phase) -> Picture {
    match phase {
        Phase::GetReady => Picture::Ready,
        Phase::Work => Picture::Hold,
        Phase::Switch => Picture::Switch,
        Phase::Rest | Phase::Aftercare => Picture::Rest,
        Phase::Done => Picture::Tick,
    }
}
