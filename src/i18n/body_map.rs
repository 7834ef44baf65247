//! Words of the body map.

use super::words;
use crate::domain::body::Area;
use crate::domain::body_map::View;
use crate::domain::side::Side;

/// A view as a switch and a caption.
pub const fn view(view: View) -> &'static str {
    match view {
        View::Front => "Front",
        View::Back => "Back",
    }
}

/// How a view is meant.
pub const fn view_about(view: View) -> &'static str {
    match view {
        View::Front => "facing you",
        View::Back => "from behind",
    }
}

/// What stands under one half of a view.
pub const fn half(side: Side) -> &'static str {
    match side {
        Side::Left => "your left",
        Side::Right => "your right",
        Side::Both => "",
    }
}

/// The name of a region for those who cannot see it: "Left thigh, front".
pub fn region(area: Area, side: Side, seen: View) -> String {
    let side = match side {
        Side::Left => "Left ",
        Side::Right => "Right ",
        Side::Both => "",
    };
    let name = words::area(area);
    let mut all = String::from(side);
    let mut letters = name.chars();
    match letters.next().filter(|_| !side.is_empty()) {
        Some(first) => {
            all.push(first.to_ascii_lowercase());
            all.push_str(letters.as_str());
        }
        None => all.push_str(name),
    }
    all.push_str(match seen {
        View::Front => ", front",
        View::Back => ", back",
    });
    all
}

/// The name of the whole picture.
pub const NAME: &str = "The body, to point at";
/// Which view is shown.
pub const TURN: &str = "Which side of the body";
/// What red means.
pub const RED: &str = "Red: never press here.";
/// What pale red means.
pub const PALE: &str = "Pale red: a light hand only, or no roller.";

/// The screen that points at the body from Home.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod point {
    pub const HEADLINE: &str = "Point at the body";
    pub const LEAD: &str = "Tap the place. Left and right are yours, not the picture’s.";
    pub const ROUTINES: &str = "Routines";
    pub const EXERCISES: &str = "{} exercises";
}
