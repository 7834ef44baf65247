//! The library: routines and exercises by area.

use super::home::routine_groups;
use crate::app::App;
use crate::app::library as shelf;
use crate::app::routes::Route;
use crate::domain::body::Area;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::i18n::health::changes;
use crate::i18n::messages::{common, library as words};
use crate::i18n::words as plain;
use crate::ui::components::{headline, page, section, stack};
use crate::ui::markup::{Node, classed, tag, worded};

/// The library screen.
pub(crate) fn library(app: &'static App) -> Node {
    let left_out = app.health.left_out();
    let body = vec![
        stack(vec![headline(common::LIBRARY), worded("p", "lead", words::LEAD)]),
        section(
            words::EXERCISES,
            Area::ALL.iter().filter_map(|area| area_list(*area, &left_out)).collect(),
        ),
        section(words::ROUTINES, vec![routine_groups()]),
    ];
    page(app, "library", body)
}

/// The exercises of one area; nothing where there are none.
fn area_list(area: Area, left_out: &[ExerciseId]) -> Option<Node> {
    let rows: Vec<Node> = shelf::exercises()
        .iter()
        .filter(|it| it.area == area)
        .map(|it| row(it, left_out.contains(&it.id)))
        .collect();
    (!rows.is_empty()).then(|| {
        tag("div")
            .set("data-area", area.slug())
            .child(worded("h3", "", plain::area(area)))
            .child(classed("ul", "exercise-list").children(rows))
            .done()
    })
}

fn row(exercise: &'static Exercise, is_left_out: bool) -> Node {
    let out = is_left_out.then(|| worded("span", "small left-out", changes::EXERCISE_OUT));
    let link = tag("a")
        .set("href", Route::Exercise(exercise.slug.to_owned()).fragment())
        .set("data-exercise", exercise.slug)
        .words(shelf::text(exercise.id).name)
        .child(worded("span", "small quiet", plain::position(exercise.position)))
        .children(out);
    tag("li").child(link).done()
}
