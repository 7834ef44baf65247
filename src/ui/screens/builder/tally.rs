//! Total time and balance, which stay in sight, with undo and redo.

use leptos::prelude::*;

use crate::app::App;
use crate::domain::body::Area;
use crate::domain::builder::shares;
use crate::domain::shared::Totals;
use crate::domain::time::Span;
use crate::i18n::builder::bar as words;
use crate::i18n::{format, words as plain};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Tag, classed, live, tag, worded};

/// The strip at the top.
pub(super) fn tally(app: &'static App) -> Node {
    let undo = step_in_time("undo", words::UNDO, Picture::Undo)
        .follow("aria-disabled", move || Some((!app.builder.past().can_undo).to_string()))
        .on_press(move || app.builder.undo());
    let redo = step_in_time("redo", words::REDO, Picture::Redo)
        .follow("aria-disabled", move || Some((!app.builder.past().can_redo).to_string()))
        .on_press(move || app.builder.redo());
    classed("div", "tally")
        .set("role", "group")
        .set("aria-label", words::TOTAL)
        .child(live(move || told(&app.builder.sums().totals)))
        .child(undo)
        .child(redo)
        .done()
}

fn step_in_time(name: &'static str, label: &'static str, picture: Picture) -> Tag {
    classed("button", "build-icon")
        .set("type", "button")
        .set("data-action", name)
        .set("aria-label", label)
        .child(icon(picture))
}

/// Time, sides and areas, in words and as a stripe.
fn told(totals: &Totals) -> Node {
    let clock = |secs| format::clock(Span::from_secs(secs));
    let sides = if totals.left_secs + totals.right_secs > 0 {
        format::fill(words::LEFT_RIGHT, &[&clock(totals.left_secs), &clock(totals.right_secs)])
    } else {
        words::NO_SIDES.to_owned()
    };
    let shared = shares(totals);
    let areas: Vec<String> = shared
        .iter()
        .map(|(area, share)| {
            // An area and its share stay on one line.
            format::fill(words::SHARE_OF, &[plain::area(*area), &share.to_string()])
                .replace(' ', "\u{a0}")
        })
        .collect();
    let line = classed("p", "tally-line")
        .child(tag("strong").set("data-role", "total").words(clock(totals.secs)))
        .child(tag("span").set("data-role", "sides").words(sides));
    let areas = worded("p", "tally-areas", areas.join(" · "));
    classed("div", "tally-words")
        .child(line)
        .child(stripe(&shared))
        .child(tag("div").set("data-role", "areas").child(areas))
        .done()
}

/// The shares of the areas side by side; the words beside it say the same.
fn stripe(shared: &[(Area, u8)]) -> Node {
    let mut from = 0_u32;
    let mut shapes = [String::new(), String::new()];
    for (at, (_, share)) in shared.iter().enumerate() {
        let (x, width) = (from.to_string(), share.to_string());
        if let Some(shape) = shapes.get_mut(at % 2) {
            shape.push_str(&["M", &x, " 0h", &width, "v4h-", &width, "z"].concat());
        }
        from += u32::from(*share);
    }
    let [even, odd] = shapes;
    Node::of(view! {
        <svg class="stripe" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <path class="stripe-even" d=even></path>
            <path class="stripe-odd" d=odd></path>
        </svg>
    })
}
