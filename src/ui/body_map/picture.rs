//! The drawing of one view: regions that light up, the outline, and what is never pressed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use super::Pointing;
use crate::domain::body_map::{
    HEIGHT, Region, Target, View, WIDTH, outline, polygon, regions, zone_marks,
};
use crate::domain::side::Side;
use crate::ui::markup::Node;

/// Drawings made so far: each cuts its regions out along an outline of its own.
static DRAWN: AtomicU32 = AtomicU32::new(0);

/// The drawing; the buttons over it carry the names, so screen readers skip it.
///
/// `strict` are the slugs of the places that nothing may touch; the others allow a light hand.
pub(super) fn picture(view: View, pointing: &Pointing, strict: &[&'static str]) -> Node {
    let number = DRAWN.fetch_add(1, Ordering::Relaxed).to_string();
    let cut = ["body-", &number].concat();
    let along = ["url(#", &cut, ")"].concat();
    let half = (WIDTH / 2).to_string();
    let frame = ["-", &half, " 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    let parts: Vec<AnyView> = regions(view).iter().map(|it| part(it, pointing)).collect();
    let zones: Vec<AnyView> = zone_marks(view)
        .into_iter()
        .map(|it| {
            let class = if strict.contains(&it.slug) { "body-zone" } else { "body-zone pale" };
            shape(class, it.path, Box::new(|| false))
        })
        .collect();
    Node::of(view! {
        <svg class="body-picture" viewBox=frame aria-hidden="true" focusable="false">
            <clipPath id=cut>
                <path d=outline()></path>
            </clipPath>
            <g clip-path=along>{parts}{zones}</g>
            <path class="body-outline" d=outline()></path>
        </svg>
    })
}

/// One region; it is lit while it is chosen.
fn part(region: &Region, pointing: &Pointing) -> AnyView {
    let path = polygon(&region.cell);
    let Some(area) = region.area.filter(|area| pointing.areas.contains(*area)) else {
        return shape("body-part", path, Box::new(|| false));
    };
    let (side, is_chosen): (Side, _) = (region.side, Arc::clone(&pointing.is_chosen));
    shape("body-part free", path, Box::new(move || is_chosen(area, side)))
}

fn shape(class: &'static str, path: String, lit: Box<dyn Fn() -> bool + Send>) -> AnyView {
    view! { <path class=class d=path data-lit=move || lit().then_some("")></path> }.into_any()
}

/// Puts a button where its target is.
pub(super) fn placed(target: Target, button: Node) -> Node {
    // Left to the browser: writing a part of a number out takes 9 KB of program.
    let share = |length: i16, whole: i16| {
        ["calc(100% * ", &length.to_string(), " / ", &whole.to_string(), ")"].concat()
    };
    let left = share(target.left.saturating_add(WIDTH / 2), WIDTH);
    let width = share(target.right.saturating_sub(target.left), WIDTH);
    let top = share(target.top, HEIGHT);
    let height = share(target.bottom.saturating_sub(target.top), HEIGHT);
    Node::of(view! {
        <div
            class="body-target"
            style:--left=left
            style:--top=top
            style:--width=width
            style:--height=height
        >
            {button.view()}
        </div>
    })
}
