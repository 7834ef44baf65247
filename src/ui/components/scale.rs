//! A scale to rate on: one button a number.

use crate::ui::components::pick;
use crate::ui::markup::{Node, classed, worded};

/// Buttons for these numbers, each with its words and what stands under it; `is_on` says which is chosen.
pub(crate) fn scale(
    name: &'static str,
    label: impl crate::ui::markup::Say,
    numbers: Vec<(i8, String, Option<&'static str>)>,
    is_on: impl Fn(i8) -> bool + Send + Clone + 'static,
    on_press: impl Fn(i8) + Clone + 'static,
) -> Node {
    let buttons = numbers.into_iter().map(|(number, words, end)| {
        let (is_on, on_press) = (is_on.clone(), on_press.clone());
        pick(name, words, move || is_on(number), move || on_press(number))
            .set("data-rating", number.to_string())
            .children(end.map(|words| worded("small", "", words)))
            .done()
    });
    classed("div", "picks pain-scale")
        .set("role", "group")
        .set("aria-label", label)
        .children(buttons)
        .done()
}

/// 0 to 10, with what the ends mean.
pub(crate) fn zero_to_ten(
    ends: Option<(&'static str, &'static str)>,
) -> Vec<(i8, String, Option<&'static str>)> {
    let end = |number| match number {
        0 => ends.map(|it| it.0),
        10 => ends.map(|it| it.1),
        _ => None,
    };
    (0..=10).map(|number| (number, number.to_string(), end(number))).collect()
}
