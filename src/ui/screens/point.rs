//! "Point at the body": the way to routines and exercises for those who would rather tap than read.

use std::sync::Arc;

use crate::app::routes::{self, Route};
use crate::app::watched::Watched;
use crate::app::{App, library};
use crate::domain::body::{Area, AreaSet};
use crate::i18n::body_map::point as words;
use crate::i18n::format;
use crate::i18n::words as plain;
use crate::ui::body_map::map_and_list;
use crate::ui::components::{headline, link, page, stack};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};

/// The map; what it was tapped for leads on in a bar at the thumb.
pub(crate) fn point(app: &'static App) -> Node {
    let place = Arc::new(Watched::new(None::<Area>));
    let (read, shown) = (Arc::clone(&place), Arc::clone(&place));
    let chosen = move || read.get().map_or(AreaSet::EMPTY, |area| AreaSet::EMPTY.with(area));
    // The same place again takes the choice back.
    let choose = move |area| {
        let before = place.peek();
        place.set((before != Some(area)).then_some(area));
    };
    let is_open = Arc::clone(&shown);
    let on = live(move || shown.get().map_or_else(nothing, ways_on));
    let on = tag("div").set("role", "status").child(on);
    let bar = classed("div", "thumb").hidden_while(move || is_open.get().is_none()).child(on);
    let body = nodes![
        stack(nodes![headline(words::HEADLINE), worded("p", "lead", words::LEAD)]),
        map_and_list(chosen, choose),
        bar.done(),
    ];
    page(app, "point", body)
}

/// Routines and exercises for the place.
fn ways_on(area: Area) -> Node {
    let routines = link("button button-main", routes::answer("area", area.slug()), words::ROUTINES);
    let filter = library::Filter { area: Some(area), ..library::Filter::default() };
    let count = library::exercises_of(area).to_string();
    let exercises = link(
        "button",
        Route::Library(filter).fragment(),
        format::fill(words::EXERCISES, &[&count]),
    );
    let both = classed("div", "body-ways").child(routines).child(exercises);
    several(nodes![worded("strong", "", plain::area(area)), both.done()])
}
