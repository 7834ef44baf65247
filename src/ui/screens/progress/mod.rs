//! Progress: how it is today, what was done, how it went over weeks, and what follows.

mod calendar;
mod charts;
mod check_in;
mod felt;
mod overview;
mod routines;

use leptos::prelude::RwSignal;

pub(crate) use charts::charts_of;
pub(crate) use felt::{felt_after, felt_before};

use crate::app::App;
use crate::app::journal::{Promise, State, today};
use crate::app::library::Filter;
use crate::app::routes::Route;
use crate::domain::outcome::{Journal, Kind, Month, course_start, week_number};
use crate::i18n::data;
use crate::i18n::format::fill;
use crate::i18n::{progress as words, reply};
use crate::ui::components::{headline, link, note, page, section, stack};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, worded};

/// Sessions from which a copy is worth having.
const WORTH_A_COPY: usize = 5;

/// The progress screen.
pub(crate) fn progress(app: &'static App) -> Node {
    app.journal.look_up_promise();
    let body = live(move || match app.journal.state() {
        State::Unread | State::Reading => worded("p", "quiet", words::READING),
        State::Here | State::Unkept | State::Late => shown(app),
    });
    page(app, "progress", nodes![headline(words::HEADLINE), body])
}

/// How far back, and which month.
#[derive(Clone, Copy)]
struct Turned {
    range: RwSignal<&'static str>,
    month: RwSignal<Month>,
}

fn shown(app: &'static App) -> Node {
    // What was chosen outlives what is shown anew when something is noted.
    let turned = Turned {
        range: RwSignal::new(charts::FIRST_RANGE),
        month: RwSignal::new(Month::of(today()).0),
    };
    let unkept = (app.journal.state() == State::Unkept).then(|| note(words::UNKEPT));
    let unreadable = match app.journal.unreadable() {
        0 => None,
        1 => Some(note(words::UNREADABLE_ONE)),
        many => Some(note(fill(words::UNREADABLE, &[&many.to_string()]))),
    };
    let parts = [
        stack(nodes![live(move || lead(app)), worded("p", "small quiet", words::NOBODY)]),
        live(move || overview::advice(app)),
        check_in::check_in(app),
        live(move || rest(app, turned)),
    ];
    several(unkept.into_iter().chain(unreadable).chain(parts).collect())
}

fn lead(app: &'static App) -> Node {
    // The start is known when all is here.
    let start = app.journal.is_whole().then(|| app.journal.read(course_start)).flatten();
    let line = start.map_or_else(
        || words::LEAD_NONE.to_owned(),
        |start| fill(words::LEAD_WEEK, &[&week_number(start, today()).to_string()]),
    );
    worded("p", "lead", line)
}

/// That a copy is worth having, where the browser may clear what is kept and there is something to lose.
fn remind(app: &'static App) -> Node {
    let sessions = app.journal.read(|it| it.of_kind(Kind::Session).len());
    if app.journal.promise() != Promise::Passing || sessions < WORTH_A_COPY {
        return nothing();
    }
    classed("div", "panel")
        .set("data-role", "remind-copy")
        .child(worded("p", "", data::PASSING))
        .child(link("button button-quiet", Route::Settings.fragment(), words::DATA))
        .done()
}

/// What was done and how it went; before anything was noted, where to begin.
fn rest(app: &'static App, turned: Turned) -> Node {
    let is_empty = app.journal.read(Journal::is_empty);
    if is_empty {
        let go = link("button", Route::Library(Filter::default()).fragment(), words::EMPTY_GO);
        return classed("section", "panel")
            .set("data-role", "empty")
            .child(worded("h2", "", words::EMPTY))
            .child(worded("p", "", words::EMPTY_WHY))
            .child(go)
            .child(link("button button-quiet", Route::Settings.fragment(), data::TAKE))
            .done();
    }
    let has_sessions = app.journal.read(|it| !it.of_kind(Kind::Session).is_empty());
    let mut parts = nodes![
        overview::overview(app),
        live(move || remind(app)),
        charts::charts(app, turned.range)
    ];
    if has_sessions {
        parts.push(calendar::calendar(app, turned.month));
        let routines = if app.journal.is_whole() {
            routines::routines(app)
        } else {
            worded("p", "quiet", words::READING)
        };
        parts.push(section(words::ROUTINES, nodes![routines]));
    }
    parts.push(link("button button-quiet", Route::Reply.fragment(), reply::HEADLINE));
    several(parts)
}
