//! A row of small things to tap on and off.

use crate::domain::body::{Area, AreaSet};
use crate::i18n::health::card as words;
use crate::i18n::words as plain;
use crate::ui::markup::{Node, Say, Tag, classed};

/// One of them; `is_on` says whether it is chosen.
pub(crate) fn pick(
    name: &'static str,
    words: impl Say,
    is_on: impl FnMut() -> bool + Send + 'static,
    on_press: impl FnMut() + 'static,
) -> Tag {
    let mut is_on = is_on;
    classed("button", "pick")
        .set("type", "button")
        .set("data-action", name)
        .follow("aria-pressed", move || Some(is_on().to_string()))
        .on_press(on_press)
        .words(words)
}

/// All areas, and the whole body as "all over, or not sure".
pub(crate) fn pick_areas(
    chosen: impl Fn() -> AreaSet + Send + Clone + 'static,
    mut on_change: impl FnMut(Area) + Clone + 'static,
) -> Node {
    let mut row = classed("div", "picks");
    for &area in Area::ALL {
        let (chosen, on_change) = (chosen.clone(), {
            let on_change = &mut on_change;
            on_change.clone()
        });
        row = row.child(pick_area(area, chosen, on_change));
    }
    row.done()
}

fn pick_area(
    area: Area,
    chosen: impl Fn() -> AreaSet + Send + 'static,
    mut on_change: impl FnMut(Area) + 'static,
) -> Tag {
    let name = if area == Area::WholeBody { words::ALL_OVER } else { plain::area(area) };
    pick("area", name, move || chosen().contains(area), move || on_change(area))
        .set("data-area", area.slug())
}
