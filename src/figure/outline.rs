//! The outline of a body part, seen from any side: rings along the part, projected, and a smooth curve round
//! them.

use super::body::{Part, Ring};
use super::view::{P2, SCALE, hull, open, p2, smooth};

/// How a part is seen: turned about its own axis and tilted out of the picture, both rounded to steps, so that
/// one outline serves many figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// Degrees from its front facing the viewer to its front facing the picture's own down.
    pub roll: i32,
    /// Degrees that its far end comes toward the viewer.
    pub tilt: i32,
}

/// The outline of a stretch of a part, from one share of its length to another, this much larger all round.
pub fn outline(part: Part, seen: Seen, from: f64, to: f64, grown: f64) -> String {
    let points = if to < 1.0 { SHORT } else { points_for(part) };
    smooth(&around(&hulls(part, seen, from, to, grown), points))
}

/// The two long sides of a part's outline, without its ends.
pub fn sides(part: Part, seen: Seen) -> String {
    let hulls = hulls(part, seen, 0.0, 1.0, 0.0);
    let side = |high: bool| {
        let points = [0.12, 0.4, 0.7, 0.98].map(|share| {
            let x = share * part.length() * SCALE * f64::from(seen.tilt).to_radians().cos();
            let ends = hulls.iter().filter_map(|hull| cut(hull, x));
            let y =
                ends.map(|(low, up)| if high { low } else { -up }).fold(f64::INFINITY, f64::min);
            p2(x, if high { y } else { -y })
        });
        open(&points)
    };
    format!("{}{}", side(true), side(false))
}

fn hulls(part: Part, seen: Seen, from: f64, to: f64, grown: f64) -> Vec<Vec<P2>> {
    let rings = stretch(part, from, to, grown);
    let ellipses: Vec<Vec<P2>> = rings.iter().map(|ring| project(ring, seen)).collect();
    ellipses
        .windows(2)
        .map(|pair| hull(&pair.iter().flatten().copied().collect::<Vec<_>>()))
        .collect()
}

/// Points of half the outline of a sleeve.
const SHORT: u8 = 5;

/// Points of half an outline.
const fn points_for(part: Part) -> u8 {
    if matches!(part, Part::Shank(_) | Part::Thigh(_) | Part::Forearm(_)) { 7 } else { 6 }
}

/// How round the ends are: 1 a half ball, 0 flat.
const fn cap(part: Part) -> f64 {
    if matches!(part, Part::Pelvis) {
        0.75
    } else if matches!(part, Part::Low | Part::Mid) {
        0.6
    } else if matches!(part, Part::Top) {
        0.3
    } else {
        1.0
    }
}

fn stretch(part: Part, from: f64, to: f64, grown: f64) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    let length = part.length();
    let drawn = part.rings();
    let low = if from <= 0.0 { drawn[0].at } else { from * length };
    let high = if to >= 1.0 { drawn[drawn.len() - 1].at } else { to * length };
    let grow = |ring: Ring| Ring {
        front: ring.front + grown,
        back: ring.back + grown,
        side: ring.side + grown,
        ..ring
    };
    let ring_near = |at: f64| grow(super::skeleton::ring_at(part, at / length));
    let first = ring_near(low);
    let last = ring_near(high);
    let near_cap = cap(part);
    let far_cap = if to >= 1.0 { near_cap } else { 0.12 };
    push_cap(&mut rings, first, -near_cap);
    rings.reverse();
    rings.push(first);
    rings.extend(drawn.iter().filter(|it| it.at > low && it.at < high).map(|it| grow(*it)));
    rings.push(last);
    push_cap(&mut rings, last, far_cap);
    rings
}

fn push_cap(rings: &mut Vec<Ring>, end: Ring, cap: f64) {
    let radius = f64::midpoint(f64::midpoint(end.front, end.back), end.side) * cap;
    for (along, wide) in [(0.40, 0.917), (0.75, 0.66), (0.97, 0.24)] {
        let middle = (end.front - end.back) / 2.0;
        let half = f64::midpoint(end.front, end.back) * wide;
        rings.push(Ring {
            at: end.at + radius * along,
            front: half + middle,
            back: half - middle,
            side: end.side * wide,
        });
    }
}

/// A ring's ellipse in the picture, in the part's own directions: x along it, y to the picture's down when it
/// runs to the right.
fn project(ring: &Ring, seen: Seen) -> Vec<P2> {
    let (roll_sin, roll_cos) = f64::from(seen.roll).to_radians().sin_cos();
    let (tilt_sin, tilt_cos) = f64::from(seen.tilt).to_radians().sin_cos();
    (0..32)
        .map(|step| {
            let (sin, cos) = (f64::from(step) * 11.25).to_radians().sin_cos();
            let deep = cos * f64::midpoint(ring.front, ring.back) + (ring.front - ring.back) / 2.0;
            let side = sin * ring.side;
            let toward = deep * roll_cos + side * roll_sin;
            let across = deep * roll_sin - side * roll_cos;
            p2((ring.at * tilt_cos - toward * tilt_sin) * SCALE, across * SCALE)
        })
        .collect()
}

/// Points round the union of the hulls, in order.
fn around(hulls: &[Vec<P2>], points: u8) -> Vec<P2> {
    let xs = || hulls.iter().flatten().map(|p| p.x);
    let low = xs().fold(f64::INFINITY, f64::min);
    let high = xs().fold(f64::NEG_INFINITY, f64::max);
    let mut upper = Vec::new();
    let mut lower = Vec::new();
    for step in 0..=points {
        let share = f64::from(step) / f64::from(points);
        let eased = 0.5 - 0.5 * (share * std::f64::consts::PI).cos();
        let x = low + (high - low) * (0.35 * share + 0.65 * eased).clamp(0.002, 0.998);
        let mut span: Option<(f64, f64)> = None;
        for hull in hulls {
            if let Some((top, bottom)) = cut(hull, x) {
                span = Some(span.map_or((top, bottom), |(a, b)| (a.min(top), b.max(bottom))));
            }
        }
        let Some((top, bottom)) = span else { continue };
        if step == 0 || step == points {
            let end = if step == 0 { low } else { high };
            upper.push(p2(end, f64::midpoint(top, bottom)));
        } else {
            upper.push(p2(x, top));
            lower.push(p2(x, bottom));
        }
    }
    lower.reverse();
    upper.extend(lower);
    upper
}

/// Highest and lowest point of a hull at `x`.
fn cut(hull: &[P2], x: f64) -> Option<(f64, f64)> {
    let mut span: Option<(f64, f64)> = None;
    for (index, a) in hull.iter().enumerate() {
        let b = hull[(index + 1) % hull.len()];
        let (left, right) = if a.x < b.x { (*a, b) } else { (b, *a) };
        if x < left.x || x > right.x {
            continue;
        }
        let gap = right.x - left.x;
        let share = if gap < 1e-9 { 0.0 } else { (x - left.x) / gap };
        let y = left.y + (right.y - left.y) * share;
        span = Some(span.map_or((y, y), |(low, high)| (low.min(y), high.max(y))));
    }
    span
}
