//! A button that does something.

use crate::ui::markup::{Node, Say, Tag, classed};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The main act of a screen.
    Main,
    /// One of several.
    Plain,
    /// Quieter than its neighbours.
    Quiet,
    /// Stops or loses something.
    Danger,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main button-wide",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with words; `name` is the stable `data-action` that clients find it by.
pub(crate) fn action(
    name: &'static str,
    label: impl Say,
    look: Look,
    on_press: impl FnMut() + 'static,
) -> Node {
    label.put_in(button(name, look).on_press(on_press)).done()
}

#[inline(never)]
fn button(name: &'static str, look: Look) -> Tag {
    classed("button", look.class()).set("type", "button").set("data-action", name)
}

/// The main act of a screen.
pub(crate) fn main_action(
    name: &'static str,
    label: impl Say,
    on_press: impl FnMut() + 'static,
) -> Node {
    action(name, label, Look::Main, on_press)
}
