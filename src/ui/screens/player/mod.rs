//! The player: everything readable from two metres, everything reachable by a thumb.

mod figure;
mod foot;
mod sheets;
mod stage;
mod too_much;

use leptos::prelude::{Get, Memo};

use super::check::before_start;
use super::done::done;
use super::{check, not_found, open};
use crate::app::playable::Playable;
use crate::app::player::Showing;
use crate::app::problem::Problem;
use crate::app::routes::is_made;
use crate::app::screening::Stage;
use crate::app::{App, library};
use crate::domain::session::{Phase, State, View};
use crate::i18n::format;
use crate::i18n::messages::player as words;
use crate::ui::components::figure::side_slug;
use crate::ui::components::page;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Tag, classed, live, tag};

/// The player's address: the running session, its end, or the way to its start.
pub(crate) fn player(app: &'static App, slug: &str) -> Node {
    let Some(routine) = app.playable(slug) else {
        return if is_made(slug) { open(app, Some(Problem::Gone)) } else { not_found(app) };
    };
    let showing = Memo::new(move |_| app.player.showing(routine));
    let ready = Memo::new(move |_| app.screening.stage(Some(routine)) == Stage::Ready);
    live(move || match showing.get() {
        Showing::Session => session(app),
        Showing::Summary => done(app, routine),
        Showing::Nothing => start(app, routine, ready.get()),
    })
}

/// Where there is no session yet: the start, or the safety check that comes before it.
fn start(app: &'static App, routine: Playable, ready: bool) -> Node {
    if ready {
        page(app, "player", before_start(app, routine, "start"))
    } else {
        check(app, Some(routine.key()))
    }
}

/// The running or paused session.
fn session(app: &'static App) -> Node {
    app.player.listen_to_keys();
    let announcer = classed("p", "visually-hidden")
        .set("data-role", "announcer")
        .set("aria-live", "polite")
        .follow_words(move || app.player.announcement.get());
    let frame = classed("main", "player")
        .set("id", "main")
        .set("tabindex", "-1")
        .set("data-screen", "player");
    state_of(app, frame)
        .child(top(app))
        .child(stage::stage(app))
        .child(foot::foot(app))
        .child(announcer)
        .child(sheets::sheets(app))
        .done()
}

/// How one thing is read off the session.
type Reading = fn(&View) -> String;

/// What clients read of the session, as attributes.
fn state_of(app: &'static App, frame: Tag) -> Tag {
    let attributes: [(&'static str, Reading); 7] = [
        ("data-phase", |view| phase_slug(view.phase).to_owned()),
        ("data-running", |view| (view.state == State::Running).to_string()),
        ("data-step", |view| view.step.to_string()),
        ("data-steps", |view| view.steps.to_string()),
        ("data-exercise", |view| {
            library::exercise(view.exercise).map_or("", |it| it.slug).to_owned()
        }),
        ("data-side", |view| side_slug(view.side).to_owned()),
        ("data-seconds-left", |view| view.left.whole_secs_up().to_string()),
    ];
    attributes.into_iter().fold(frame, |frame, (key, read)| {
        frame.follow(key, move || app.player.view.get().as_ref().map(read))
    })
}

/// Routine, total time left and the way out.
fn top(app: &'static App) -> Tag {
    let total = move || {
        let left = app.player.view.get().map(|view| view.total_left).unwrap_or_default();
        format::fill(words::TOTAL_LEFT, &[&format::clock(left)])
    };
    let end = classed("button", "button button-quiet")
        .set("type", "button")
        .set("data-action", "end")
        .on_press(move || app.player.ask_end())
        .child(icon(Picture::Close))
        .words(words::END);
    classed("div", "player-top")
        .child(tag("h1").set("dir", "auto").words(app.player.routine_name()))
        .child(classed("span", "total").set("data-role", "total").follow_words(total))
        .child(tag("span").child(end))
}

/// The phase's word in `data-phase`.
const fn phase_slug(phase: Phase) -> &'static str {
    match phase {
        Phase::GetReady => "get-ready",
        Phase::Work => "work",
        Phase::Switch => "switch",
        Phase::Rest => "rest",
        Phase::Aftercare => "aftercare",
        Phase::Done => "done",
    }
}
