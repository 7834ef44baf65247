//! From the world to the picture: projection, hulls and smooth outlines. Picture lengths are thousandths of
//! body height, y down.

use super::math::{V3, v3};
use super::pose::View;

/// A point of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct P2 {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// The point of these two numbers.
pub const fn p2(x: f64, y: f64) -> P2 {
    P2 { x, y }
}

impl P2 {
    /// Moved by `other`.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        p2(self.x + other.x, self.y + other.y)
    }

    /// The way from `other` to here.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        p2(self.x - other.x, self.y - other.y)
    }

    /// Longer by this factor.
    #[must_use]
    pub fn times(self, by: f64) -> Self {
        p2(self.x * by, self.y * by)
    }

    /// Length.
    pub fn len(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// Direction in degrees, clockwise from the right.
    pub fn angle(self) -> f64 {
        self.y.atan2(self.x).to_degrees()
    }

    /// Turned clockwise by these degrees.
    #[must_use]
    pub fn turned(self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        p2(self.x * cos - self.y * sin, self.x * sin + self.y * cos)
    }
}

/// Thousandths of body height in one body height.
pub const SCALE: f64 = 1000.0;

/// The viewer's own directions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// To the right in the picture.
    pub right: V3,
    /// Up in the picture.
    pub up: V3,
    /// Out of the picture, to the viewer.
    pub near: V3,
}

impl Camera {
    /// The camera of a view.
    pub fn new(view: &View) -> Self {
        let (sin, cos) = view.around.to_radians().sin_cos();
        let (high, flat) = view.up.to_radians().sin_cos();
        let ahead = v3(cos, 0.0, -sin);
        let near = ahead * flat + V3::Y * high;
        let up = V3::Y * flat - ahead * high;
        let right = up.cross(near);
        let (sin, cos) = view.roll.to_radians().sin_cos();
        Self { right: right * cos + up * sin, up: up * cos - right * sin, near }
    }

    /// Where a point of the world is in the picture.
    pub fn see(&self, point: V3) -> P2 {
        p2(self.right.dot(point) * SCALE, -self.up.dot(point) * SCALE)
    }

    /// How near a point is to the viewer.
    pub fn depth(&self, point: V3) -> f64 {
        self.near.dot(point)
    }
}

/// The convex hull of points, clockwise in the picture.
pub fn hull(points: &[P2]) -> Vec<P2> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let half = |points: &mut dyn Iterator<Item = P2>| {
        let mut chain: Vec<P2> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                let (u, v) = (b.minus(a), point.minus(b));
                if u.x * v.y - u.y * v.x > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut lower = half(&mut sorted.iter().copied());
    lower.extend(half(&mut sorted.iter().rev().copied()));
    lower
}

/// A number of the picture, rounded.
#[expect(clippy::cast_possible_truncation, reason = "pictures are a few thousand units wide")]
pub fn round(number: f64) -> i32 {
    number.round() as i32
}

/// A smooth closed curve through points, as a path of quadratic pieces whose control points are even, so that
/// every joint between two pieces is a whole number.
pub fn smooth(points: &[P2]) -> String {
    let count = points.len();
    let at = |list: &[P2], index: usize| list[index % count];
    let mut control = points.to_vec();
    for _ in 0..12 {
        let last = control.clone();
        for index in 0..count {
            let (before, here, after) =
                (at(&last, index + count - 1), last[index], at(&last, index + 1));
            let met = before.plus(after).plus(here.times(6.0)).times(0.125);
            control[index] = here.plus(points[index].minus(met).times(0.9));
        }
    }
    let even: Vec<(i32, i32)> =
        control.iter().map(|p| (round(p.x / 2.0) * 2, round(p.y / 2.0) * 2)).collect();
    let middle = |index: usize| {
        let ((ax, ay), (bx, by)) = (even[index % count], even[(index + 1) % count]);
        (i32::midpoint(ax, bx), i32::midpoint(ay, by))
    };
    let (mut x, mut y) = middle(count - 1);
    let mut path = format!("M{}", pair(x, y));
    for (index, control) in even.iter().enumerate() {
        let (to_x, to_y) = middle(index);
        if index == 0 {
            path.push('q');
            path.push_str(&pair(control.0 - x, control.1 - y));
            path.push_str(&glued(&pair(to_x - x, to_y - y)));
            path.push('t');
        } else {
            let next = pair(to_x - x, to_y - y);
            path.push_str(&if index == 1 { next } else { glued(&next) });
        }
        (x, y) = (to_x, to_y);
    }
    path.push('z');
    path
}

/// A smooth open curve from the first point to the last, near the two between.
pub fn open(points: &[P2; 4]) -> String {
    let whole = points.map(|it| (round(it.x), round(it.y)));
    let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = whole;
    format!(
        "M{}c{}{}{}",
        pair(ax, ay),
        pair(bx - ax, by - ay),
        glued(&pair(cx - ax, cy - ay)),
        glued(&pair(dx - ax, dy - ay))
    )
}

/// Straight lines through points, closed where asked.
pub fn straight(points: &[P2], closed: bool) -> String {
    let mut path = String::new();
    let (mut x, mut y) = (0, 0);
    for (index, point) in points.iter().enumerate() {
        let (to_x, to_y) = (round(point.x), round(point.y));
        match index {
            0 => path = format!("M{}l", pair(to_x, to_y)),
            1 => path.push_str(&pair(to_x - x, to_y - y)),
            _ => path.push_str(&glued(&pair(to_x - x, to_y - y))),
        }
        (x, y) = (to_x, to_y);
    }
    if closed {
        path.push('z');
    }
    path
}

fn pair(x: i32, y: i32) -> String {
    format!("{x}{}", glued(&y.to_string()))
}

/// A number after another: a minus needs no space.
fn glued(number: &str) -> String {
    if number.starts_with('-') { number.to_owned() } else { format!(" {number}") }
}
