//! One routine: what it needs, its steps, who it is for, and the start.

use super::{changes, not_found};
use crate::app::App;
use crate::app::library::{self, Entry};
use crate::app::routes::{Fork, Route};
use crate::domain::routine::{Routine, RoutineStep};
use crate::domain::side::Sides;
use crate::domain::time::Span;
use crate::i18n::builder::start::FROM_HERE;
use crate::i18n::format;
use crate::i18n::messages::{common, routine as words};
use crate::i18n::screening as safety;
use crate::i18n::words as plain;
use crate::ui::components::figure::small_figure;
use crate::ui::components::{headline, link, main_action, page, section, star_button, stop_note};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};

/// The routine screen, or not-found for an unknown slug.
pub(crate) fn routine(app: &'static App, slug: &str) -> Node {
    let Some(entry) = library::routine(slug) else { return not_found(app) };
    let text = library::routine_text(entry.id);
    let top = classed("div", "stack")
        .set("data-routine", entry.slug)
        .child(headline(text.name))
        .child(worded("p", "lead", text.about))
        .child(live(move || needs(app, entry)))
        .child(live(move || when_here(app, entry, changes::handy)))
        .child(
            classed("div", "row")
                .child(star_button(app, Entry::Routine(entry)))
                .child(live(move || when_here(app, entry, ways_on))),
        );
    // The steps as they are played: fitted to the person as soon as everything is here.
    let steps = live(move || {
        let shaped = changes::shaped(app, entry).map(|it| it.routine_steps());
        let pictured = app.figures.are_here();
        let steps = shaped.as_deref().unwrap_or(entry.steps).iter();
        let steps = steps.map(|it| step(app, *it, pictured));
        classed("ol", "steps panel").children(steps).done()
    });
    let start = main_action("start", common::START, move || {
        app.go(&Route::Check(Some(entry.slug.to_owned())));
    });
    let body = nodes![
        top.done(),
        stop_note(safety::STOP_IF),
        section(words::STEPS, nodes![steps, worded("p", "small quiet", words::SKIP_NOTE)]),
        live(move || when_here(app, entry, changes::changes)),
        live(move || gate(app, entry)),
        classed("div", "thumb").child(start).done(),
    ];
    page(app, "routine", body)
}

/// Whom it is for and how often, as soon as the words are here.
fn gate(app: &'static App, entry: &Routine) -> Node {
    let gate = app.arrival.is_here().then(|| library::routine_gate(entry.id)).flatten();
    gate.map_or_else(nothing, |gate| {
        several(nodes![
            section(words::FOR_WHOM, nodes![worded("p", "", gate.for_whom)]),
            section(words::HOW_OFTEN, nodes![worded("p", "", gate.how_often)]),
        ])
    })
}

/// What is made for the person, as soon as the rest of the program is here.
fn when_here(
    app: &'static App,
    entry: &'static Routine,
    piece: fn(&'static App, &'static Routine) -> Node,
) -> Node {
    if app.arrival.is_here() { piece(app, entry) } else { nothing() }
}

/// What else can be done with it: made one's own, or sent on.
fn ways_on(app: &'static App, entry: &'static Routine) -> Node {
    let share = Route::Share(entry.slug.to_owned()).fragment();
    several(nodes![make_mine(app, entry), link("button", share, crate::i18n::share::HEADLINE)])
}

/// The way to a routine of one's own that starts from this one.
fn make_mine(_: &'static App, entry: &'static Routine) -> Node {
    let address = Route::Fork(Fork::Stock(entry.slug.to_owned())).fragment();
    classed("a", "button button-quiet")
        .set("href", address)
        .set("data-action", "make-mine")
        .words(FROM_HERE)
        .done()
}

/// Total time and tools.
fn needs(app: &'static App, entry: &Routine) -> Node {
    let shaped = changes::shaped(app, entry);
    let total = shaped.as_ref().map(|it| Span::from_secs(it.total_secs));
    let total = format::clock(total.unwrap_or_else(|| library::total(entry)));
    let total = format::fill(words::TOTAL, &[&total]);
    let steps = shaped.map(|it| it.routine_steps());
    let tools = library::tools_of(steps.as_deref().unwrap_or(entry.steps))
        .into_iter()
        .map(|it| classed("li", "tag").set("data-tool", it.slug()).words(plain::tool(it)).done());
    classed("ul", "tags")
        .set("aria-label", words::NEEDS)
        .child(classed("li", "tag").set("data-role", "total").words(total))
        .children(tools)
        .done()
}

/// One line of the routine; its picture comes with the figures, into a place that is kept for it.
fn step(app: &'static App, step: RoutineStep, pictured: bool) -> Node {
    let name = library::name(step.exercise);
    let time = format::seconds(Span::from_secs(u32::from(step.hold.secs())));
    let Some(exercise) = library::exercise(step.exercise) else {
        return worded("li", "", name);
    };
    let time = match exercise.sides {
        Sides::Each | Sides::LeftOnly | Sides::RightOnly | Sides::RightFirst => {
            format::fill(common::EACH_SIDE, &[&time])
        }
        Sides::Together => time,
    };
    let address = Route::Exercise(exercise.slug.to_owned()).fragment();
    tag("li")
        .set("data-exercise", exercise.slug)
        .child(classed("div", "tile").children(pictured.then(|| small_figure(app, exercise))))
        .child(tag("a").set("href", address).words(name))
        .child(worded("span", "time", time))
        .child(worded("span", "more small quiet", plain::position(exercise.position)))
        .done()
}
