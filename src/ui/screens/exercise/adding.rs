//! What is done with the exercise itself: mark it, or add it to a routine that is being made.

use std::sync::Arc;

use crate::app::App;
use crate::app::builder::Addition;
use crate::app::library::Entry;
use crate::app::routes::Route;
use crate::app::watched::Watched;
use crate::domain::exercise::Exercise;
use crate::i18n::builder::addition as words;
use crate::i18n::format;
use crate::ui::components::{Look, action, link, star_button};
use crate::ui::markup::{Node, classed, following, live, nodes, nothing, several, tag, worded};

/// What the last press came to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Added(Addition),
    Undone,
}

/// The star, "add to my routine", and what came of it.
pub(super) fn adding(app: &'static App, entry: &'static Exercise) -> Node {
    let said = Arc::new(Watched::new(Said::Nothing));
    let tell = Arc::clone(&said);
    let wished = Arc::new(Watched::new(false));
    let wish = Arc::clone(&wished);
    let add = action("add-to-routine", words::ADD, Look::Plain, move || wish.set(true));
    // A press that comes before what is kept has been read is done as soon as it has.
    following(move || {
        if app.shelf.is_ready() && wished.get() {
            wished.set(false);
            tell.set(Said::Added(app.builder.add_to_latest(entry.id)));
        }
    });
    let row =
        classed("div", "row").child(star_button(app, Entry::Exercise(entry))).child(add).done();
    let told = tag("div")
        .set("role", "status")
        .set("data-role", "added")
        .child(live(move || answer(app, &said)))
        .done();
    several(nodes![row, told])
}

fn answer(app: &'static App, said: &Arc<Watched<Said>>) -> Node {
    match said.get() {
        Said::Nothing => nothing(),
        Said::Undone => worded("p", "inline-note", words::UNDONE),
        Said::Added(Addition::Refused(why)) => worded("p", "inline-note", why),
        Said::Added(Addition::Done { id, title, steps }) => {
            let tell = Arc::clone(said);
            let undo = action("undo", words::UNDO, Look::Quiet, move || {
                app.builder.undo();
                app.builder.keep_now();
                tell.set(Said::Undone);
            });
            let address = Route::Builder(Some(id)).fragment();
            let open = link("button button-quiet", address, words::OPEN);
            let done = format::fill(words::DONE, &[&steps.to_string(), &title]);
            classed("div", "panel")
                .child(worded("p", "", done))
                .child(classed("div", "row").child(open).child(undo))
                .done()
        }
    }
}
