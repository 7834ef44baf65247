//! The steps as their maker wrote them, each with what becomes of it for this person.

use super::changed::row_changes;
use super::their_words;
use super::top::note;
use crate::app::links::Shared;
use crate::app::routes::Route;
use crate::app::{App, library};
use crate::domain::exercise::ExerciseId;
use crate::domain::shared::{Received, SideChoice, Step, What, find};
use crate::domain::side::{Side, Sides};
use crate::i18n::messages::common;
use crate::i18n::received::page as text;
use crate::i18n::sharing;
use crate::i18n::words as plain;
use crate::ui::components::figure::{Shown, small_figure_of};
use crate::ui::markup::{Node, Nodes, Tag, classed, nodes, tag, worded};

/// The list of steps.
pub(super) fn steps(app: &'static App, shared: &'static Shared, received: &Received) -> Node {
    let pictured = app.figures.are_here();
    let rows = shared.routine.steps.iter().zip(shared.ids()).enumerate();
    let rows = rows.map(|(at, (step, id))| {
        let changes = match received {
            Received::Ready(fitted) => row_changes(shared, fitted, at),
            Received::Ask(_) | Received::Locked(_) => None,
        };
        row(app, shared, (step, id), pictured).children(changes).done()
    });
    classed("ol", "steps their-steps panel").children(rows).done()
}

/// One step: number and picture, name, dose, position, and what its maker says about it.
fn row(
    app: &'static App,
    shared: &'static Shared,
    (step, id): (&'static Step, ExerciseId),
    pictured: bool,
) -> Tag {
    let exercise = find(shared.exercises(), id);
    let known = library::exercise(id);
    let two_sided =
        exercise.map_or(step.sides != SideChoice::Both, |it| it.sides != Sides::Together);
    let side = match step.sides {
        _ if !two_sided => Side::Both,
        SideChoice::Both | SideChoice::LeftOnly => Side::Left,
        SideChoice::RightOnly | SideChoice::RightFirst => Side::Right,
    };
    let figure = known.filter(|_| pictured);
    let figure = figure.map(|exercise| small_figure_of(app, Shown { exercise, side }));
    let flagged = known.is_some_and(|it| it.needs_signoff);
    let flagged = flagged.then(|| worded("span", "tag ask-first", common::ASK_FIRST));
    let place = exercise.map(|it| worded("span", "more small quiet", plain::position(it.position)));
    tag("li")
        .set("data-exercise", known.map_or("", |it| it.slug))
        .set("data-kind", kind(step, known.is_some()))
        .child(classed("div", "tile").children(figure))
        .child(name(step, id))
        .child(worded("span", "time", sharing::dose(step, two_sided)))
        .children(place)
        .children(flagged)
        .children(described(step, known.is_some()))
        .children((!step.note.is_empty()).then(|| note(step.note.as_str())))
}

const fn kind(step: &Step, is_known: bool) -> &'static str {
    match (&step.what, is_known) {
        (What::Custom(_), _) => "described",
        (What::Library(_), true) => "library",
        (What::Library(_), false) => "unknown",
    }
}

/// Its name: a link to its page, where the library has one.
fn name(step: &'static Step, id: ExerciseId) -> Node {
    if let Some(exercise) = library::exercise(id) {
        let address = Route::Exercise(exercise.slug.to_owned()).fragment();
        return tag("a").set("href", address).words(library::name(id)).done();
    }
    let name = sharing::step_name(step, &|id| library::exercise(id).map(|it| library::name(it.id)));
    classed("span", "name").child(their_words("strong", name)).done()
}

/// What is said where the library does not speak for an exercise.
fn described(step: &Step, is_known: bool) -> Nodes {
    match &step.what {
        What::Library(_) if is_known => Nodes::none(),
        What::Library(_) => nodes![worded("p", "inline-note wide", text::UNKNOWN)],
        What::Custom(custom) => {
            let unchecked = worded("p", "inline-note wide", sharing::UNCHECKED_EXERCISE);
            let lines = custom.lines.as_str();
            let how = (!lines.is_empty()).then(|| {
                classed("div", "their-note")
                    .set("data-role", "how")
                    .child(worded("p", "small quiet", text::HOW))
                    .child(their_words("p", lines))
                    .done()
            });
            how.into_iter().chain([unchecked]).collect()
        }
    }
}
