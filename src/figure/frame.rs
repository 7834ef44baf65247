//! What the picture shows: a box round the body and its tools, or round the parts of a close-up.

use super::body::Part;
use super::pose::Figure;
use super::settle::Settled;
use super::view::{Camera, P2, p2};
use super::{arrows, stage};

/// A box of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Upper left corner.
    pub low: P2,
    /// Lower right corner.
    pub high: P2,
}

impl Bounds {
    const NOTHING: Self = Self {
        low: p2(f64::INFINITY, f64::INFINITY),
        high: p2(f64::NEG_INFINITY, f64::NEG_INFINITY),
    };

    fn hold(&mut self, point: P2) {
        self.low = p2(self.low.x.min(point.x), self.low.y.min(point.y));
        self.high = p2(self.high.x.max(point.x), self.high.y.max(point.y));
    }

    /// Whether a point is inside.
    pub fn holds(&self, point: P2) -> bool {
        (self.low.x..=self.high.x).contains(&point.x)
            && (self.low.y..=self.high.y).contains(&point.y)
    }
}

/// Free space round the figure.
const MARGIN: f64 = 36.0;

/// Points round a part's skin, in the picture.
pub fn skin_points(camera: &Camera, stop: &Settled, part: Part) -> Vec<P2> {
    let mut points = Vec::new();
    let body = &stop.body;
    for ring in part.rings() {
        for step in 0..12 {
            let share = ring.at / part.length();
            points.push(camera.see(body.skin(part, share, f64::from(step) * 30.0).0));
        }
    }
    points.push(camera.see(body.end(part)));
    points
}

/// The box of a figure.
pub fn bounds(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Bounds {
    let mut found = Bounds::NOTHING;
    let close = !figure.frame.parts.is_empty();
    for stop in stops {
        for part in Part::ALL {
            if !close || figure.frame.parts.contains(&part) {
                for point in skin_points(camera, stop, part) {
                    found.hold(point);
                }
            }
        }
        for prop in figure.props.iter().filter(|it| !close || it.kind.is_tool()) {
            for point in
                prop.solids(stop).iter().flat_map(|solid| stage::outline_points(camera, solid))
            {
                found.hold(point);
            }
        }
    }
    if !close {
        for prop in figure.props.iter().filter(|it| stage::is_floor(it.kind)) {
            for point in stage::ground(prop, camera, stops) {
                found.hold(point);
            }
        }
        floor_and_wall(figure, camera, &mut found);
    }
    for (_, points) in arrows::arrow_lines(figure, camera, stops) {
        for point in points {
            found.hold(point);
        }
    }
    widen(&mut found);
    found
}

fn floor_and_wall(figure: &Figure, camera: &Camera, found: &mut Bounds) {
    if figure.view.up < 10.0 && figure.props.iter().any(|it| stage::is_floor(it.kind)) {
        found.hold(p2(found.low.x, 14.0));
    }
    if camera.near.x.abs() < 0.5
        && figure.props.iter().any(|it| it.kind == super::props::Kind::Wall)
    {
        found.hold(p2(-20.0 * camera.right.x.signum(), found.low.y));
    }
}

/// Adds the margin, and keeps the box between upright 4:5 and lying 2:1.
fn widen(found: &mut Bounds) {
    let (low, high) = (found.low, found.high);
    let (wide, tall) = (high.x - low.x + 2.0 * MARGIN, high.y - low.y + 2.0 * MARGIN);
    let new_wide = wide.max(tall * 0.8);
    let new_tall = tall.max(wide * 0.5);
    let middle = f64::midpoint(low.x, high.x);
    let bottom = high.y + MARGIN;
    let middle_y = f64::midpoint(low.y, high.y);
    let grounded = bottom.abs() < 2.0 * MARGIN;
    let low_y = if grounded { bottom - new_tall } else { middle_y - new_tall / 2.0 };
    *found = Bounds {
        low: p2(middle - new_wide / 2.0, low_y),
        high: p2(middle + new_wide / 2.0, low_y + new_tall),
    };
}
