//! The body to point at: front and back, each region a button, with the places never to press in red.
//!
//! The same component serves every use: who points, where, and what is chosen is handed in. A list of the
//! same areas always stands beside it, for those who would rather read.

mod picture;

use std::sync::Arc;

use picture::{picture, placed};

use leptos::prelude::{Get, RwSignal, Set};

use crate::app::library::{Touch, zones};
use crate::domain::body::{Area, AreaSet};
use crate::domain::body_map::{Region, View, regions};
use crate::domain::side::Side;
use crate::i18n::body_map as words;
use crate::ui::components::{pick, pick_areas};
use crate::ui::markup::{Node, classed, tag, worded};

/// Whether a place is chosen; without sides an area counts on both.
type IsChosen = Arc<dyn Fn(Area, Side) -> bool + Send + Sync>;
/// What a tap on a place does.
type OnPoint = Arc<dyn Fn(Area, Side) + Send + Sync>;

/// What a body map is for.
#[derive(Clone)]
pub(crate) struct Pointing {
    /// The areas that can be pointed at; the others are shown and rest.
    pub(crate) areas: AreaSet,
    /// Whether a place is chosen.
    pub(crate) is_chosen: IsChosen,
    /// What a tap does; `None` for a map that is only looked at.
    pub(crate) on_point: Option<OnPoint>,
}

impl Pointing {
    /// A map to choose areas from, whichever side is tapped.
    pub(crate) fn at_areas(
        chosen: impl Fn() -> AreaSet + Send + Sync + 'static,
        on_point: impl Fn(Area) + Send + Sync + 'static,
    ) -> Self {
        Self {
            areas: Area::ALL.iter().copied().collect(),
            is_chosen: Arc::new(move |area, _| {
                let chosen = chosen();
                chosen.contains(area) || chosen.contains(Area::WholeBody)
            }),
            on_point: Some(Arc::new(move |area, _| on_point(area))),
        }
    }

    /// A map to look at: the places never to press, and these areas lit.
    pub(crate) fn showing(areas: AreaSet) -> Self {
        Self { areas, is_chosen: Arc::new(|_, _| true), on_point: None }
    }
}

/// The map, and the list of the same areas beside it.
pub(crate) fn map_and_list(
    chosen: impl Fn() -> AreaSet + Send + Sync + Clone + 'static,
    on_point: impl Fn(Area) + Send + Sync + Clone + 'static,
) -> Node {
    let map = body_map(&Pointing::at_areas(chosen.clone(), on_point.clone()));
    classed("div", "body-choice").child(map).child(pick_areas(chosen, on_point)).done()
}

/// The map alone.
#[inline(never)]
pub(crate) fn body_map(pointing: &Pointing) -> Node {
    let turned = RwSignal::new(View::Back);
    let switch = View::ALL.iter().map(|&view| {
        pick("turn", words::view(view), move || turned.get() == view, move || turned.set(view))
            .set("data-view", view.slug())
            .done()
    });
    let switch = classed("div", "body-turn")
        .set("role", "group")
        .set("aria-label", words::TURN)
        .children(switch);
    let views = View::ALL.iter().map(|&view| one_view(view, pointing));
    classed("div", "body-map")
        .set("role", "group")
        .set("aria-label", words::NAME)
        .follow("data-turned", move || Some(turned.get().slug().to_owned()))
        .child(switch)
        .child(classed("div", "body-views").children(views))
        .child(legend())
        .done()
}

/// What the red means.
fn legend() -> Node {
    let key = |class: &'static str, words: &'static str| {
        tag("li").child(classed("span", class)).words(words).done()
    };
    classed("ul", "body-key small")
        .child(key("key-red", words::RED))
        .child(key("key-pale", words::PALE))
        .done()
}

fn one_view(view: View, pointing: &Pointing) -> Node {
    let (there, here) = (view.right_half().other(), view.right_half());
    let buttons = regions(view).iter().filter_map(|it| button(view, it, pointing)).collect();
    let strict = zones().iter().filter(|it| it.touch == Touch::None).map(|it| it.slug);
    let strict: Vec<&'static str> = strict.collect();
    let stage = classed("div", "body-stage").child(picture(view, pointing, &strict)).all(buttons);
    let caption = classed("p", "body-caption")
        .child(worded("strong", "", words::view(view)))
        .words([" ", words::view_about(view)].concat());
    let sides = classed("p", "body-sides small quiet")
        .child(worded("span", "", words::half(there)))
        .child(worded("span", "", words::half(here)));
    classed("div", "body-view")
        .set("data-view", view.slug())
        .child(caption)
        .child(stage)
        .child(sides)
        .done()
}

/// The button of a region; `None` for one that nothing can be pointed at in.
fn button(view: View, region: &Region, pointing: &Pointing) -> Option<Node> {
    let area = region.area.filter(|area| pointing.areas.contains(*area))?;
    let act = pointing.on_point.clone()?;
    let (side, is_chosen) = (region.side, Arc::clone(&pointing.is_chosen));
    let button = classed("button", "body-region")
        .set("type", "button")
        .set("data-action", "point")
        .set("data-area", area.slug())
        .set("data-side", side_slug(side))
        .set("aria-label", words::region(area, side, view))
        .follow("aria-pressed", move || Some(is_chosen(area, side).to_string()))
        .on_press(move || act(area, side));
    Some(placed(region.target, button.done()))
}

const fn side_slug(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both",
    }
}
