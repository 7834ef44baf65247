//! How it went, routine by routine, the one that went best first (P21).

use crate::app::App;
use crate::app::library;
use crate::app::routes::Route;
use crate::domain::outcome::{Liked, liked};
use crate::i18n::format::fill;
use crate::i18n::progress as words;
use crate::ui::markup::{Node, Nodes, classed, nodes, several, tag, worded};

/// Most routines that are listed.
const SHOWN: usize = 20;

/// The routines that were done.
pub(super) fn routines(app: &'static App) -> Node {
    let rows = app.journal.read(|it| liked(it).iter().take(SHOWN).map(row).collect::<Nodes>());
    several(nodes![
        worded("p", "small quiet", words::ROUTINES_LEAD),
        classed("ol", "entries").set("data-role", "how-it-went").all(rows).done(),
    ])
}

fn row(it: &Liked<'_>) -> Node {
    let slug = it.newest.routine.as_str();
    let about = it.mean_tenths().map_or_else(
        || words::TOO_FEW.to_owned(),
        |mean| {
            let points = words::tenths(mean.unsigned_abs());
            let pairs = it.pairs.to_string();
            match mean {
                1.. => fill(words::LOWER, &[&points, &pairs]),
                0 => fill(words::LEVEL, &[&pairs]),
                _ => fill(words::HIGHER, &[&points, &pairs]),
            }
        },
    );
    let done = fill(words::DONE_TIMES, &[&words::times(it.sessions)]);
    let name = it.newest.name.as_str().to_owned();
    // A routine that this library does not hold any more is named, and leads nowhere.
    let name = match library::routine(slug) {
        Some(routine) => tag("a")
            .set("href", Route::Routine(routine.slug.to_owned()).fragment())
            .words(library::routine_text(routine.id).name),
        None => classed("strong", "").words(name),
    };
    let name = name.child(worded("span", "small quiet", [&done, ". ", &about].concat()));
    tag("li")
        .set("data-routine", slug.to_owned())
        .set("data-pairs", it.pairs.to_string())
        .child(name)
        .done()
}
