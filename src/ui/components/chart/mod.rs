//! Charts over weeks, as SVG: a line or bars, values to touch, and the same as a table.
//!
//! A slider lies over the drawing: a tap or a drag chooses a week, so do the arrow keys, and its value is said and shown
//! below. Nothing is told by colour alone: the line is solid, the band hatched by its edge and named, single days are dots.

mod drawing;

use leptos::prelude::{Get, RwSignal, Set, event_target_value};

use self::drawing::drawing;
use crate::i18n::format::fill;
use crate::i18n::progress as words;
use crate::ui::markup::{Node, classed, live, tag, worded};

/// One week of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// What the week is called.
    pub(crate) name: String,
    /// Its value in tenths; `None` leaves a gap, which is never bridged by a made-up value.
    pub(crate) value: Option<u32>,
    /// The value in words.
    pub(crate) words: String,
}

/// How values are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As a line through the values.
    Line,
    /// As one bar each.
    Bars,
}

/// A chart.
pub(crate) struct Chart {
    /// Its stable word in `data-chart`.
    pub(crate) slug: &'static str,
    /// Its heading, which also names its slider and table.
    pub(crate) title: &'static str,
    /// What it shows.
    pub(crate) lead: &'static str,
    /// What became of it, in words.
    pub(crate) said: Option<Node>,
    /// How it is drawn.
    pub(crate) style: Style,
    /// The weeks in order, without gaps.
    pub(crate) slots: Vec<Slot>,
    /// Single values: how far along they stand, in hundredths of a week, and how much they are, in tenths.
    pub(crate) dots: Vec<(u32, u32)>,
    /// A band of values, from and to, in tenths, with its words.
    pub(crate) band: Option<(u32, u32, &'static str)>,
    /// The highest value of the scale, in tenths.
    pub(crate) top: u32,
}

/// The chart with its words, its chosen week and its table.
pub(crate) fn chart(chart: Chart) -> Node {
    let picture = drawing(&chart);
    let last = chart.slots.len().saturating_sub(1);
    let chosen = RwSignal::new(last);
    let slots = std::sync::Arc::new(chart.slots);
    let of = std::sync::Arc::clone(&slots);
    let said = move || {
        of.get(chosen.get())
            .map(|slot| fill(words::VALUE, &[&slot.name, &slot.words]))
            .unwrap_or_default()
    };
    let told = said.clone();
    let cursor = {
        let count = slots.len();
        live(move || drawing::cursor(chosen.get(), count))
    };
    let slider = tag("input")
        .set("type", "range")
        .set("class", "chart-slider")
        .set("min", "0")
        .set("max", last.to_string())
        .set("step", "1")
        .set("value", last.to_string())
        .set("aria-label", fill(words::MOVE, &[chart.title]))
        .follow("aria-valuetext", move || Some(told()))
        .on("input", move |event| {
            if let Ok(nth) = event_target_value(&event).parse() {
                chosen.set(nth);
            }
        });
    let plot = classed("div", "chart-plot").child(picture).child(cursor).child(slider);
    let band = chart.band.map(|it| worded("p", "chart-key small quiet", it.2));
    classed("figure", "chart")
        .set("data-chart", chart.slug)
        .set("data-weeks", slots.len().to_string())
        .child(tag("figcaption").child(worded("h3", "", chart.title)).child(worded(
            "p",
            "small quiet",
            chart.lead,
        )))
        .children(chart.said)
        .child(plot)
        .child(classed("p", "chart-value").set("data-role", "chart-value").follow_words(said))
        .children(band)
        .child(table(chart.title, slots))
        .done()
}

/// The same as a table; its rows are made when it is opened, for ten years have 520 of them.
fn table(title: &'static str, slots: std::sync::Arc<Vec<Slot>>) -> Node {
    let is_open = RwSignal::new(false);
    let rows = live(move || {
        if !is_open.get() {
            return crate::ui::markup::nothing();
        }
        let rows = slots.iter().rev().map(|slot| {
            tag("tr")
                .child(tag("th").set("scope", "row").words(slot.name.clone()))
                .child(tag("td").words(slot.words.clone()))
                .done()
        });
        tag("table")
            .child(worded("caption", "visually-hidden", title))
            .child(
                tag("thead").child(
                    tag("tr")
                        .child(tag("th").set("scope", "col").words(words::COLUMN_WEEK))
                        .child(tag("th").set("scope", "col").words(title)),
                ),
            )
            .child(tag("tbody").children(rows))
            .done()
    });
    tag("details")
        .on("toggle", move |_| is_open.set(true))
        .child(worded("summary", "small", words::AS_TABLE))
        .child(rows)
        .done()
}
