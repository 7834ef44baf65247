//! A routine as something to tap.

use crate::app::library;
use crate::app::routes::Route;
use crate::domain::routine::Routine;
use crate::ui::markup::{Node, classed, worded};

/// A link to a routine with its name and one sentence about it.
pub(crate) fn routine_card(routine: &'static Routine) -> Node {
    let text = library::routine_text(routine.id);
    classed("a", "card")
        .set("href", Route::Routine(routine.slug.to_owned()).fragment())
        .set("data-routine", routine.slug)
        .child(worded("span", "card-name", text.name))
        .child(worded("span", "card-about", text.about))
        .done()
}
