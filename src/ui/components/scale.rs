//! A scale to rate on: one button a number.

use crate::i18n::format::fill;
use crate::i18n::progress::OF_TEN;
use crate::ui::components::pick;
use crate::ui::markup::{Node, classed, worded};

/// One value of a scale.
pub(crate) struct Value {
    number: i8,
    words: String,
    /// What stands under it: what the end of a scale means.
    end: Option<&'static str>,
    /// What a screen reader is given for it, where a bare number would say too little.
    spoken: Option<String>,
}

impl Value {
    /// A value whose words say all.
    pub(crate) const fn in_words(number: i8, words: String) -> Self {
        Self { number, words, end: None, spoken: None }
    }
}

/// A button for each value; `is_on` says which is chosen.
pub(crate) fn scale(
    name: &'static str,
    label: impl crate::ui::markup::Say,
    values: Vec<Value>,
    is_on: impl Fn(i8) -> bool + Send + Clone + 'static,
    on_press: impl Fn(i8) + Clone + 'static,
) -> Node {
    let buttons = values.into_iter().map(|Value { number, words, end, spoken }| {
        let (is_on, on_press) = (is_on.clone(), on_press.clone());
        let button = pick(name, words, move || is_on(number), move || on_press(number))
            .set("data-rating", number.to_string())
            .children(end.map(|words| worded("small", "", words)));
        match spoken {
            Some(spoken) => button.set("aria-label", spoken).done(),
            None => button.done(),
        }
    });
    classed("div", "picks pain-scale")
        .set("role", "group")
        .set("aria-label", label)
        .children(buttons)
        .done()
}

/// 0 to 10, with what the ends mean. Between them are no words: the numeric pain rating has none.
pub(crate) fn zero_to_ten(ends: Option<(&'static str, &'static str)>) -> Vec<Value> {
    let value = |number: i8| {
        let words = number.to_string();
        let end = match number {
            0 => ends.map(|it| it.0),
            10 => ends.map(|it| it.1),
            _ => None,
        };
        // The ends say themselves what they are; a name has to hold the words that are seen (WCAG 2.5.3).
        let spoken = end.is_none().then(|| fill(OF_TEN, &[&words]));
        Value { number, words, end, spoken }
    };
    (0..=10).map(value).collect()
}
