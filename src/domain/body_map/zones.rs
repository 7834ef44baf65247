//! Where the places are that are never pressed (clinical-evidence 3.4), on the same grid.

use super::{Point, View, mirror, push};

/// One place, as drawn in one view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneMark {
    /// The slug that the library knows it by.
    pub slug: &'static str,
    /// Its shape as an SVG path.
    pub path: String,
}

/// An oval: middle, half its width, half its height. One off the midline is there twice.
struct Oval {
    slug: &'static str,
    middle: Point,
    half: Point,
}

const fn oval(slug: &'static str, middle: Point, half: Point) -> Oval {
    Oval { slug, middle, half }
}

const FRONT: [Oval; 9] = [
    oval("eyes-and-temples", (10, 28), (9, 5)),
    oval("throat", (0, 61), (8, 5)),
    oval("neck-front-and-sides", (0, 70), (12, 10)),
    oval("armpit", (42, 118), (6, 8)),
    oval("breast", (20, 122), (15, 13)),
    oval("inner-elbow-and-arm", (50, 146), (4, 24)),
    oval("belly", (0, 176), (24, 26)),
    oval("groin", (20, 224), (8, 20)),
    oval("below-outer-knee", (35, 322), (5, 7)),
];

const BACK: [Oval; 8] = [
    oval("neck-front-and-sides", (11, 64), (4, 9)),
    oval("spine-bones", (0, 130), (4, 68)),
    oval("armpit", (43, 120), (5, 7)),
    oval("lowest-ribs", (26, 153), (11, 6)),
    oval("lower-back", (0, 172), (33, 19)),
    oval("tailbone", (0, 212), (8, 16)),
    oval("behind-knee", (23, 304), (13, 11)),
    oval("below-outer-knee", (35, 322), (5, 7)),
];

/// The places of a view. Those that may be anywhere, such as a lump, are not drawn.
pub fn zone_marks(view: View) -> Vec<ZoneMark> {
    let ovals: &[Oval] = match view {
        View::Front => &FRONT,
        View::Back => &BACK,
    };
    let mut marks = Vec::new();
    for it in ovals {
        marks.push(ZoneMark { slug: it.slug, path: path(it.middle, it.half) });
        if it.middle.0 > 0 {
            marks.push(ZoneMark { slug: it.slug, path: path(mirror(it.middle), it.half) });
        }
    }
    marks
}

/// Two half turns.
fn path((x, y): Point, (half_x, half_y): Point) -> String {
    let mut path = String::from("M");
    push(&mut path, (x.saturating_sub(half_x), y));
    let across = half_x.saturating_mul(2);
    for across in [across, across.saturating_neg()] {
        path.push('a');
        push(&mut path, (half_x, half_y));
        path.push_str("0 1 1 ");
        push(&mut path, (across, 0));
    }
    path.push('Z');
    path
}
