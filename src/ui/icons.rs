//! The app's own line pictures, drawn on a 24 by 24 grid.

use crate::ui::markup::Node;
use leptos::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picture {
    /// The brand: a loop that eases into a line.
    Knot,
    /// Two bars.
    Pause,
    /// A triangle.
    Play,
    /// Forward to a bar.
    Next,
    /// Back to a bar.
    Back,
    /// A circle arrow.
    Again,
    /// A plus.
    Plus,
    /// A tick.
    Tick,
    /// An arrow to the right.
    Forward,
    /// A clock in an open ring: get ready.
    Ready,
    /// A full dot in its ring: hold.
    Hold,
    /// Two arrows: switch sides.
    Switch,
    /// A wave: rest.
    Rest,
    /// A cross.
    Close,
    /// A magnifying glass.
    Search,
    /// Six dots to hold on to.
    Grip,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// Two sheets.
    Copy,
    /// A bin.
    Bin,
    /// A bent arrow back.
    Undo,
    /// A bent arrow forward.
    Redo,
}

impl Picture {
    const fn path(self) -> &'static str {
        match self {
            Self::Knot => "M2 15c4 0 5-9 9-9 3 0 4 3 2 5s-5 1-5 4 3 4 6 2 4-2 8-2",
            Self::Pause => "M8 5v14M16 5v14",
            Self::Play => "M7 4.5 19 12 7 19.5z",
            Self::Next => "M6 5l9 7-9 7zM18 5v14",
            Self::Back => "M18 5l-9 7 9 7zM6 5v14",
            Self::Again => "M19 12a7 7 0 1 1-2.2-5.1M19 3v5h-5",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Tick => "M5 12.5l4.5 4.5L19 7",
            Self::Forward => "M5 12h13M13 6l6 6-6 6",
            Self::Ready => "M12 3a9 9 0 1 1-8.1 5.1M12 7.5V12l3 2",
            Self::Hold => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
            Self::Switch => "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
            Self::Rest => "M3 9c3-3 6-3 9 0s6 3 9 0M3 16c3-3 6-3 9 0s6 3 9 0",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Search => "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5L20 20",
            Self::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Copy => "M9 9h10v11H9zM5 15V4h10",
            Self::Bin => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
            Self::Undo => "M9 5L4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
            Self::Redo => "M15 5l5 5-5 5M20 10H10a5 5 0 0 0 0 10h3",
        }
    }
}

/// Draws one picture; it never carries meaning alone, so screen readers skip it.
pub(crate) fn icon(picture: Picture) -> Node {
    Node::of(view! {
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=picture.path()></path>
        </svg>
    })
}
