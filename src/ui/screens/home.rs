//! Home: where it is, how long, what is at hand, and the routine that fits best.
//!
//! The static shell in `index.html` shows the same things in the same places, so that nothing jumps when
//! the app takes over; `tests/it/shell.rs` holds the two together. What the person's own past adds is made
//! after the first picture.

mod below;

use super::next_day::next_day;
use crate::app::routes::{self, Route};
use crate::app::{App, library};
use crate::domain::body::Area;
use crate::domain::choice::{Answer, Choice};
use crate::domain::equipment::Tool;
use crate::domain::routine::Routine;
use crate::i18n::format;
use crate::i18n::messages::home as words;
use crate::i18n::words as plain;
use crate::ui::components::{headline, later, link, needs, offline_status, page, stack};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Nodes, Say, Tag, Words, classed, live, nodes, nothing, tag, worded};

/// The routine that a first visitor is offered.
const FIRST_ROUTINE: &str = "lower-back-10";

/// Where it may be, the most asked for first.
const AREAS: [Area; 12] = [
    Area::LowerBack,
    Area::UpperBack,
    Area::Neck,
    Area::Shoulder,
    Area::Hip,
    Area::Thigh,
    Area::Calf,
    Area::Foot,
    Area::Arm,
    Area::Chest,
    Area::Head,
    Area::WholeBody,
];

/// The home screen.
pub(crate) fn home(app: &'static App) -> Node {
    let best = classed("div", "thumb home-best").child(live(move || best(app.finder.choice())));
    let foot = classed("div", "home-foot")
        .child(offline_status(app))
        .child(worded("p", "", words::NOT_CARE))
        .child(worded("p", "", words::PRIVATE));
    let body = nodes![
        stack(nodes![headline(words::HEADLINE), worded("p", "lead", words::LEAD)]),
        live(move || if app.arrival.is_here() { next_day(app) } else { nothing() }),
        questions(app),
        best.done(),
        later(Box::new(move || below::below(app))),
        link("home-all", "#/where", words::POINT),
        link("home-all", "#/library", words::ALL),
        link("home-all", "#/open", words::OPEN),
        link("home-all", "#/builder", words::MAKE),
        foot.done(),
    ];
    page(app, "home", body)
}

/// The three questions, each a row of links that choose.
fn questions(app: &'static App) -> Node {
    let areas = AREAS.iter().map(|area| {
        chip(app, "area", area.slug(), plain::area(*area), Answer::Area(*area))
            .set("data-area", area.slug())
            .done()
    });
    let minutes = Choice::MINUTES.iter().map(|minutes| {
        let number = minutes.to_string();
        chip(app, "minutes", &number, number.clone(), Answer::Minutes(*minutes)).done()
    });
    let tools = Choice::TOOLS.iter().map(|tool| {
        let name = if *tool == Tool::Chair { words::CHAIR_ONLY } else { plain::tool_short(*tool) };
        chip(app, "tool", tool.slug(), name, Answer::Tool(*tool))
            .set("data-tool", tool.slug())
            .done()
    });
    classed("div", "home-questions")
        .child(question("chips", words::WHERE, areas.collect()))
        .child(question("chips chips-even", words::HOW_LONG, minutes.collect()))
        .child(question("chips chips-two-rows", words::WITH_WHAT, tools.collect()))
        .done()
}

fn question(class: &'static str, words: &'static str, chips: Nodes) -> Node {
    tag("section")
        .child(worded("h2", "home-question", words))
        .child(classed("div", class).all(chips))
        .done()
}

/// A link whose address gives the answer, for the time before the app has started.
fn chip(app: &'static App, key: &str, slug: &str, words: impl Say, answer: Answer) -> Tag {
    let chosen = move || app.finder.choice().has(answer).then(|| "true".to_owned());
    classed("a", "chip")
        .set("href", routes::answer(key, slug))
        .set("data-action", "choose")
        .follow("aria-current", chosen)
        .on("click", move |event| {
            event.prevent_default();
            app.finder.choose(|it| it.toggle(answer));
        })
        .words(words)
}

/// The one to start: the best for the answers, or the first one of all.
fn best(choice: Choice) -> Node {
    if choice.is_empty() {
        let first = library::routine(FIRST_ROUTINE);
        return first.map_or_else(nothing, |first| start(first, words::TRY_ABOUT.into()));
    }
    let offers = library::offers(choice);
    let Some(best) = offers.best() else { return nothing() };
    let needs = needs(best);
    let fits = !offers.fits.is_empty();
    start(best, if fits { needs } else { format::fill(words::CLOSEST, &[&needs]) }.into())
}

fn start(routine: &'static Routine, about: Words) -> Node {
    let name = library::routine_text(routine.id).name;
    classed("a", "button button-main home-start")
        .set("href", Route::Routine(routine.slug.to_owned()).fragment())
        .set("data-routine", routine.slug)
        .child(tag("span").words(name).child(worded("small", "", about)))
        .child(icon(Picture::Forward))
        .done()
}
