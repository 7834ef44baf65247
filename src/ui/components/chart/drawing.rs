//! The lines, bars and scale of a chart.

use leptos::prelude::*;

use super::{Chart, Slot, Style};
use crate::ui::markup::Node;

/// Size of the drawing; it scales with its place.
const WIDTH: u32 = 340;
const HEIGHT: u32 = 170;
/// Room for the scale's numbers on the left, and for half a thumb of the slider at each end.
const LEFT: u32 = 26;
const RIGHT: u32 = 10;
const TOP: u32 = 10;
const BOTTOM: u32 = 10;

/// Where a moment stands, in hundredths of a unit; `weeks` are hundredths of a week since the first.
const fn along(weeks: u32, count: usize) -> u32 {
    let room = WIDTH - LEFT - RIGHT;
    #[expect(clippy::cast_possible_truncation, reason = "weeks of a life are a few thousand")]
    let count = if count == 0 { 1 } else { count as u32 };
    LEFT * 100 + room * weeks / count
}

/// The middle of a week.
const fn middle(nth: u32, count: usize) -> u32 {
    along(nth * 100 + 50, count)
}

const fn up(value: u32, top: u32) -> u32 {
    let room = (HEIGHT - TOP - BOTTOM) * 100;
    let held = if value > top { top } else { value };
    (HEIGHT - BOTTOM) * 100 - room / 100 * held * 100 / if top == 0 { 1 } else { top }
}

/// A coordinate of hundredths as SVG writes it.
fn number(hundredths: u32) -> String {
    let whole = (hundredths / 100).to_string();
    let rest = hundredths % 100;
    [whole.as_str(), if rest < 10 { ".0" } else { "." }, &rest.to_string()].concat()
}

fn point(x: u32, y: u32) -> String {
    [&number(x), " ", &number(y)].concat()
}

/// The picture without its cursor; the slider and the table carry its meaning, so screen readers skip it.
pub(super) fn drawing(chart: &Chart) -> Node {
    let shape = |class: &'static str, d: String| -> Option<AnyView> {
        (!d.is_empty()).then(|| view! { <path class=class d=d></path> }.into_any())
    };
    let band = chart.band.map(|(from, to, _)| band(from, to, chart.top)).unwrap_or_default();
    let values = match chart.style {
        Style::Line => [
            shape("chart-line", line(&chart.slots, chart.top)),
            shape("chart-points", points(&chart.slots, chart.top)),
        ],
        Style::Bars => [shape("chart-bars", bars(&chart.slots, chart.top)), None],
    };
    let parts: Vec<AnyView> = [shape("chart-band", band), shape("chart-grid", grid())]
        .into_iter()
        .chain([shape("chart-dots", dots(chart))])
        .chain(values)
        .flatten()
        .chain(scale(chart.top))
        .collect();
    let frame = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    Node::of(view! {
        <svg class="chart-picture" viewBox=frame aria-hidden="true" focusable="false">{parts}</svg>
    })
}

/// The line that stands at the chosen week.
pub(super) fn cursor(nth: usize, count: usize) -> Node {
    let x = number(middle(u32::try_from(nth).unwrap_or_default(), count));
    let d = ["M", &x, " ", &TOP.to_string(), "V", &(HEIGHT - BOTTOM).to_string()].concat();
    let frame = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    Node::of(view! {
        <svg class="chart-cursor" viewBox=frame aria-hidden="true" focusable="false">
            <path d=d></path>
        </svg>
    })
}

/// Lines at none, half and all of the scale.
fn grid() -> String {
    let right = (WIDTH - RIGHT).to_string();
    let rows = [0, 50, 100]
        .map(|share| ["M", &LEFT.to_string(), " ", &number(up(share, 100)), "H", &right].concat());
    rows.concat()
}

fn scale(top: u32) -> impl Iterator<Item = AnyView> {
    [0, top / 2, top].into_iter().map(move |value| {
        let y = number(up(value, top) + 400);
        let x = (LEFT - 6).to_string();
        let words = crate::i18n::progress::tenths(value);
        view! { <text class="chart-scale" x=x y=y text-anchor="end">{words}</text> }.into_any()
    })
}

fn band(from: u32, to: u32, top: u32) -> String {
    let (left, right) = (LEFT.to_string(), (WIDTH - RIGHT).to_string());
    let (low, high) = (number(up(from, top)), number(up(to, top)));
    ["M", &left, " ", &low, "H", &right, "V", &high, "H", &left, "Z"].concat()
}

/// A line through values that follow each other; a week without one breaks it.
fn line(slots: &[Slot], top: u32) -> String {
    let mut d = String::new();
    let mut joined = false;
    for (nth, slot) in (0..).zip(slots) {
        if let Some(value) = slot.value {
            d.push(if joined { 'L' } else { 'M' });
            d.push_str(&point(middle(nth, slots.len()), up(value, top)));
        }
        joined = slot.value.is_some();
    }
    d
}

/// A round mark on each value, as long as there is room for them.
fn points(slots: &[Slot], top: u32) -> String {
    if slots.len() > 60 {
        return String::new();
    }
    let mark = |(nth, slot): (u32, &Slot)| {
        Some(round(middle(nth, slots.len()), up(slot.value?, top), 400))
    };
    (0..).zip(slots).filter_map(mark).collect()
}

fn dots(chart: &Chart) -> String {
    let dot = |it: &(u32, u32)| round(along(it.0, chart.slots.len()), up(it.1, chart.top), 200);
    chart.dots.iter().map(dot).collect()
}

fn round(x: u32, y: u32, radius: u32) -> String {
    let (r, across) = (number(radius), number(radius * 2));
    let left = point(x.saturating_sub(radius), y);
    let half = |sign| ["a", &r, " ", &r, " 0 1 0 ", sign, &across, " 0"].concat();
    ["M", &left, &half(""), &half("-"), "Z"].concat()
}

/// One bar a week, at least a hairline wide.
fn bars(slots: &[Slot], top: u32) -> String {
    let count = u32::try_from(slots.len().max(1)).unwrap_or(u32::MAX);
    let width = ((WIDTH - LEFT - RIGHT) * 70 / count).clamp(60, 2400);
    let bar = |(nth, slot): (u32, &Slot)| {
        let value = slot.value.filter(|it| *it > 0)?;
        let left = middle(nth, slots.len()).saturating_sub(width / 2);
        let (base, high) = (number((HEIGHT - BOTTOM) * 100), number(up(value, top)));
        Some(
            ["M", &number(left), " ", &base, "V", &high, "h", &number(width), "V", &base, "Z"]
                .concat(),
        )
    };
    (0..).zip(slots).filter_map(bar).collect()
}
