//! What a filter lets through, in rows, or why there is nothing and what to do.

use crate::app::App;
use crate::app::library::{Entry, Filter, Found, Shelf};
use crate::app::routes::Route;
use crate::i18n::format;
use crate::i18n::health::changes;
use crate::i18n::messages::library as words;
use crate::ui::components::figure::small_figure;
use crate::ui::components::{
    Look, Making, ROWS, action, entry_list, later, marked_row, rows_in_turn, section,
};
use crate::ui::markup::{Node, classed, nodes, nothing, worded};

/// What the filter lets through.
pub(super) fn found(app: &'static App, filter: &Filter) -> Node {
    let Found { routines, exercises, condition } =
        app.favourites.search(filter, &app.history.recent_routines());
    let count = count(routines.len(), exercises.len());
    let is_empty = routines.is_empty() && exercises.is_empty();
    // What stands below the fold comes after the first picture, so that typing is answered in one frame.
    let room = ROWS.saturating_sub(routines.len());
    let routines = routines.into_iter().map(Entry::Routine).collect();
    let exercises: Vec<Entry> = exercises.into_iter().map(Entry::Exercise).collect();
    let exercises: Making = Box::new(move || {
        group(app, words::EXERCISES, exercises, if room > 0 { room } else { ROWS })
    });
    let parts = if is_empty {
        nodes![empty(app, filter, condition)]
    } else {
        let exercises = if room > 0 { exercises() } else { later(exercises) };
        nodes![group(app, words::ROUTINES, routines, ROWS), exercises]
    };
    let said = classed("p", "count small quiet").set("role", "status");
    classed("div", "found")
        .set("data-role", "results")
        .child(said.set("data-role", "count").words(count))
        .all(parts)
        .done()
}

/// Rows under a heading, the `first` few at once; nothing where there are none.
fn group(app: &'static App, heading: &'static str, entries: Vec<Entry>, first: usize) -> Node {
    if entries.is_empty() {
        return nothing();
    }
    let left_out = app.health.left_out();
    let row = |it: Entry| -> Making {
        let is_out = matches!(it, Entry::Exercise(one) if left_out.contains(&one.id));
        Box::new(move || {
            let remark = is_out.then_some(changes::EXERCISE_OUT);
            let picture = match it {
                Entry::Exercise(one) => Some(small_figure(app, one)),
                Entry::Routine(_) => None,
            };
            marked_row(app, it, picture, remark)
        })
    };
    let rows = rows_in_turn(entries.into_iter().map(row).collect(), first);
    section(heading, nodes![entry_list(nodes![rows])])
}

/// How many there are, in words.
fn count(routines: usize, exercises: usize) -> String {
    let routines = count_of(routines, words::ONE_ROUTINE, words::ROUTINES_FOUND);
    let exercises = count_of(exercises, words::ONE_EXERCISE, words::EXERCISES_FOUND);
    match (routines, exercises) {
        (Some(routines), Some(exercises)) => format::fill(words::COUNT, &[&routines, &exercises]),
        (Some(some), None) | (None, Some(some)) => some,
        (None, None) => words::NONE.to_owned(),
    }
}

fn count_of(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(one.to_owned()),
        _ => Some(format::fill(many, &[&count.to_string()])),
    }
}

/// Why nothing is there, and the way out.
fn empty(app: &'static App, filter: &Filter, condition: bool) -> Node {
    let (what, why) = match filter.shelf {
        _ if condition => (words::CONDITION, words::CONDITION_WHY),
        Some(Shelf::Favourites) => (words::NO_FAVOURITES, words::NO_FAVOURITES_WHY),
        Some(Shelf::Recent) => (words::NO_RECENT, words::NO_RECENT_WHY),
        None => (words::NONE_HEAD, words::NONE_WHY),
    };
    let all = action("clear-filters", words::SHOW_ALL, Look::Plain, move || {
        app.go(&Route::Library(Filter::default()));
    });
    let what = worded("h2", "", what);
    classed("div", "panel empty")
        .set("data-role", "empty")
        .all(nodes![what, worded("p", "", why), all])
        .done()
}
