//! The body as a picture to point at, from the front and from behind.
//!
//! A half body is given as data and mirrored, so that both sides are alike. Lengths are units of which
//! the picture is [`WIDTH`] wide and [`HEIGHT`] high; `x` is counted from the midline, to the right as one
//! looks at it, `y` from the top. At one unit a CSS pixel each target is a thumb's 44 wide and high.

mod outline;
mod zones;

pub use outline::outline;
pub use zones::{ZoneMark, zone_marks};

use super::body::Area;
use super::side::Side;
use super::slug::slugged;

/// Width of one view.
pub const WIDTH: i16 = 176;
/// Height of one view.
pub const HEIGHT: i16 = 424;
/// Smallest width and height of a target: what a thumb needs at one unit a CSS pixel.
pub const TARGET: i16 = 44;

slugged! {
    /// From where the body is seen.
    View {
        /// It faces the one who looks: its left is on the picture's right.
        Front = "front",
        /// It is seen from behind: its left is on the picture's left.
        Back = "back",
    }
}

impl View {
    /// Whose side the picture's right half is.
    pub const fn right_half(self) -> Side {
        match self {
            Self::Front => Side::Left,
            Self::Back => Side::Right,
        }
    }
}

/// A point.
pub type Point = (i16, i16);

/// A box with its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Left edge.
    pub left: i16,
    /// Upper edge.
    pub top: i16,
    /// Right edge.
    pub right: i16,
    /// Lower edge.
    pub bottom: i16,
}

/// One region of one view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The area it stands for; `None` for the belly, which no exercise is filed under.
    pub area: Option<Area>,
    /// Its side; both for what lies on the midline.
    pub side: Side,
    /// A polygon; the region is what lies within it and within the outline.
    pub cell: Vec<Point>,
    /// Where a tap counts for it.
    pub target: Target,
}

/// A region of the half with `x` from 0 up.
struct Half {
    area: Option<Area>,
    /// Whether it goes on over the midline. Its polygon then runs from the midline down to the midline.
    is_middle: bool,
    cell: &'static [Point],
    /// Left, top, right, bottom; one of the middle is given with both halves.
    target: [i16; 4],
}

const fn pair(area: Area, cell: &'static [Point], target: [i16; 4]) -> Half {
    Half { area: Some(area), is_middle: false, cell, target }
}

const fn middle(area: Option<Area>, cell: &'static [Point], target: [i16; 4]) -> Half {
    Half { area, is_middle: true, cell, target }
}

const HEAD: Half =
    middle(Some(Area::Head), &[(0, 0), (40, 0), (40, 57), (0, 60)], [-22, 4, 22, 52]);
const NECK: Half =
    middle(Some(Area::Neck), &[(0, 60), (40, 57), (15, 72), (13, 77), (0, 83)], [-22, 52, 22, 96]);
const SHOULDER: Half = pair(
    Area::Shoulder,
    &[(15, 72), (40, 57), (88, 57), (88, 108), (66, 112), (43, 121), (34, 98), (13, 77)],
    [22, 64, 66, 108],
);
const ARM: Half = pair(
    Area::Arm,
    &[(43, 121), (66, 112), (88, 108), (88, 270), (56, 270), (56, 228), (48, 162)],
    [44, 108, 88, 258],
);
const CHEST: [Point; 7] = [(0, 83), (13, 77), (34, 98), (43, 121), (46, 146), (22, 152), (0, 149)];
const FOOT: Half = pair(Area::Foot, &[(0, 384), (54, 384), (54, 424), (0, 424)], [0, 380, 44, 424]);

/// The front half, from top to bottom.
const FRONT: [Half; 10] = [
    HEAD,
    NECK,
    SHOULDER,
    pair(Area::Chest, &CHEST, [0, 108, 44, 152]),
    ARM,
    middle(
        None,
        &[(0, 149), (22, 152), (46, 146), (48, 162), (52, 192), (20, 198), (0, 200)],
        [-22, 152, 22, 186],
    ),
    pair(
        Area::Hip,
        &[(0, 200), (20, 198), (52, 192), (56, 206), (44, 212), (24, 226), (0, 240)],
        [0, 186, 44, 230],
    ),
    pair(
        Area::Thigh,
        &[(0, 240), (24, 226), (44, 212), (56, 206), (56, 270), (54, 306), (0, 306)],
        [0, 230, 44, 304],
    ),
    pair(Area::Calf, &[(0, 306), (54, 306), (54, 384), (0, 384)], [0, 306, 44, 378]),
    FOOT,
];

/// The back half, from top to bottom.
const BACK: [Half; 9] = [
    HEAD,
    NECK,
    SHOULDER,
    pair(Area::UpperBack, &CHEST, [0, 108, 44, 152]),
    ARM,
    pair(
        Area::LowerBack,
        &[(0, 149), (22, 152), (46, 146), (48, 162), (51, 186), (24, 194), (0, 190)],
        [0, 152, 44, 196],
    ),
    pair(
        Area::Hip,
        &[(0, 190), (24, 194), (51, 186), (56, 228), (50, 234), (22, 240), (0, 234)],
        [0, 196, 44, 240],
    ),
    pair(
        Area::Thigh,
        &[(0, 234), (22, 240), (50, 234), (56, 228), (56, 270), (54, 306), (0, 306)],
        [0, 240, 44, 304],
    ),
    pair(Area::Calf, &[(0, 306), (54, 306), (54, 384), (0, 384)], [0, 306, 44, 378]),
];

/// The regions of a view, from top to bottom, of a pair the picture's left one first.
pub fn regions(view: View) -> Vec<Region> {
    let halves: &[Half] = match view {
        View::Front => &FRONT,
        View::Back => &BACK,
    };
    let foot = matches!(view, View::Back).then_some(&FOOT);
    let mut regions = Vec::new();
    for half in halves.iter().chain(foot) {
        let [left, top, right, bottom] = half.target;
        let target = Target { left, top, right, bottom };
        if half.is_middle {
            let mirrored = half.cell.iter().rev().copied().map(mirror);
            let cell = half.cell.iter().copied().chain(mirrored).collect();
            regions.push(Region { area: half.area, side: Side::Both, cell, target });
            continue;
        }
        let (there, here) = (view.right_half().other(), view.right_half());
        let mirrored =
            Target { left: right.saturating_neg(), right: left.saturating_neg(), ..target };
        let cell: Vec<Point> = half.cell.to_vec();
        let other = cell.iter().copied().map(mirror).collect();
        regions.push(Region { area: half.area, side: there, cell: other, target: mirrored });
        regions.push(Region { area: half.area, side: here, cell, target });
    }
    regions
}

/// A closed polygon as an SVG path.
pub fn polygon(points: &[Point]) -> String {
    let mut path = String::new();
    for (at, point) in points.iter().enumerate() {
        path.push(if at == 0 { 'M' } else { 'L' });
        push(&mut path, *point);
    }
    path.push('Z');
    path
}

const fn mirror((x, y): Point) -> Point {
    (x.saturating_neg(), y)
}

fn push(path: &mut String, (x, y): Point) {
    path.push_str(&x.to_string());
    path.push(' ');
    path.push_str(&y.to_string());
    path.push(' ');
}
