//! Home: one routine to try now, then all of them by area.
//!
//! The static shell in `index.html` shows the same things in the same places, so that nothing jumps when
//! the app takes over; `tests/it/shell.rs` holds the two together.

use super::next_day::next_day;
use crate::app::routes::Route;
use crate::app::{App, library};
use crate::domain::body::Area;
use crate::i18n::messages::home as words;
use crate::i18n::words as plain;
use crate::ui::components::{headline, offline_status, page, routine_card, section, stack};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, nothing, tag, worded};

/// The routine that a first visitor is offered.
const FIRST_ROUTINE: &str = "lower-back-10";

/// The home screen.
pub(crate) fn home(app: &'static App) -> Node {
    let first = tag("span").words(words::TRY).child(worded("small", "", words::TRY_ABOUT));
    let start = classed("a", "button button-main home-start")
        .set("href", Route::Routine(FIRST_ROUTINE.to_owned()).fragment())
        .set("data-routine", FIRST_ROUTINE)
        .child(first)
        .child(icon(Picture::Forward));
    let foot = classed("div", "home-foot")
        .child(offline_status(app))
        .child(worded("p", "", words::NOT_CARE))
        .child(worded("p", "", words::PRIVATE));
    let top = stack(vec![headline(words::HEADLINE), worded("p", "lead", words::LEAD)]);
    let mut body = vec![
        top,
        live(move || if app.arrival.is_here() { next_day(app) } else { nothing() }),
        start.done(),
        routine_groups(),
    ];
    body.extend(recent(app));
    body.push(foot.done());
    page(app, "home", body)
}

/// Every routine under the heading of its area, in the library's order.
pub(crate) fn routine_groups() -> Node {
    let mut areas: Vec<Area> = Vec::new();
    for routine in library::routines() {
        if !areas.contains(&routine.area) {
            areas.push(routine.area);
        }
    }
    let groups = areas.into_iter().map(|area| {
        let cards = library::routines().iter().filter(|it| it.area == area).map(routine_card);
        section(plain::area(area), vec![classed("div", "cards").children(cards).done()])
    });
    classed("div", "home-groups").children(groups).done()
}

/// The routines done last, newest first; nothing before the first session.
fn recent(app: &App) -> Option<Node> {
    let routines = app.history.recent_routines();
    let cards = classed("div", "cards").children(routines.iter().copied().map(routine_card));
    (!routines.is_empty()).then(|| section(words::RECENT, vec![cards.done()]))
}
