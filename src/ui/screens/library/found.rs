//! What a filter lets through, in rows, or why there is nothing and what to do.

use crate::app::App;
use crate::app::library::{Entry, Filter, Found, Shelf};
use crate::app::routes::Route;
use crate::i18n::format;
use crate::i18n::messages::library as words;
use crate::ui::components::{
    Look, Making, action, entry_list, entry_row, later, rows_in_turn, section,
};
use crate::ui::markup::{Node, classed, nothing, tag, worded};

/// Up to this many routines stand before the exercises without making the first picture wait.
const AT_ONCE: usize = 6;

/// What the filter lets through.
pub(super) fn found(app: &'static App, filter: &Filter) -> Node {
    let Found { routines, exercises, condition } =
        app.favourites.search(filter, &app.history.recent_routines());
    let count = [count_of(routines.len(), true), count_of(exercises.len(), false)];
    let count = format::fill(words::COUNT, &[&count[0], &count[1]]);
    let is_empty = routines.is_empty() && exercises.is_empty();
    let many = routines.len() > AT_ONCE;
    let routines = group(app, words::ROUTINES, routines.into_iter().map(Entry::Routine).collect());
    let exercises: Vec<Entry> = exercises.into_iter().map(Entry::Exercise).collect();
    let exercises: Making = Box::new(move || group(app, words::EXERCISES, exercises));
    let parts = if is_empty {
        vec![empty(app, filter, condition)]
    } else if many {
        vec![routines, later(exercises)]
    } else {
        vec![routines, exercises()]
    };
    let said = tag("p").set("class", "count small quiet").set("role", "status");
    classed("div", "found")
        .set("data-role", "results")
        .child(said.set("data-role", "count").words(count))
        .all(parts)
        .done()
}

/// Rows under a heading; nothing where there are none.
fn group(app: &'static App, heading: &'static str, entries: Vec<Entry>) -> Node {
    if entries.is_empty() {
        return nothing();
    }
    let row = |it: Entry| -> Making { Box::new(move || entry_row(app, it)) };
    let rows = rows_in_turn(entries.into_iter().map(row).collect());
    section(heading, vec![entry_list(vec![rows])])
}

fn count_of(count: usize, routines: bool) -> String {
    let (one, many) = if routines {
        (words::ONE_ROUTINE, words::ROUTINES_FOUND)
    } else {
        (words::ONE_EXERCISE, words::EXERCISES_FOUND)
    };
    if count == 1 { one.to_owned() } else { format::fill(many, &[&count.to_string()]) }
}

/// Why nothing is there, and the way out.
fn empty(app: &'static App, filter: &Filter, condition: bool) -> Node {
    let (what, why) = match filter.shelf {
        _ if condition => (words::CONDITION, words::CONDITION_WHY),
        Some(Shelf::Favourites) => (words::NO_FAVOURITES, words::NO_FAVOURITES_WHY),
        Some(Shelf::Recent) => (words::NO_RECENT, words::NO_RECENT_WHY),
        None => (words::NONE, words::NONE_WHY),
    };
    let all = action("clear-filters", words::SHOW_ALL, Look::Plain, move || {
        app.go(&Route::Library(Filter::default()));
    });
    let what = worded("h2", "", what);
    classed("div", "panel empty")
        .set("data-role", "empty")
        .all(vec![what, worded("p", "", why), all])
        .done()
}
