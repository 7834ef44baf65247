//! From settled poses to groups of rigid parts with one transform for each stop.

use super::body::{Half, Part};
use super::math::V3;
use super::outline::Seen;
use super::pose::{Fingers, Spot};
use super::settle::Settled;
use super::shapes::{FootView, HandView, HeadView};
use super::view::{Camera, P2, SCALE, p2};

/// What is drawn at a place of a group: one entry of the sheet's shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// A part of the body with a computed outline.
    Limb(Part, Seen),
    /// A head.
    Head(HeadView),
    /// A hand.
    Hand(HandView, Fingers),
    /// A foot.
    Foot(FootView),
}

/// A look and whether it is mirrored, along itself for a head, across for the rest.
pub type Faced = (Look, bool);

/// How a part lies in the picture at one stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lie {
    /// Where it begins.
    pub start: P2,
    /// Degrees clockwise that its shape is turned.
    pub turn: f64,
    /// How much longer or shorter than its shape it is.
    pub along: f64,
    /// How much wider than its shape.
    pub across: f64,
}

/// Limbs and trunk, each a chain of parts.
pub const CHAINS: [(&str, &[Part]); 5] = [
    ("trunk", &[Part::Pelvis, Part::Low, Part::Mid, Part::Top, Part::Neck, Part::Head]),
    ("l-arm", &[Part::Arm(Half::Left), Part::Forearm(Half::Left), Part::Hand(Half::Left)]),
    ("r-arm", &[Part::Arm(Half::Right), Part::Forearm(Half::Right), Part::Hand(Half::Right)]),
    ("l-leg", &[Part::Thigh(Half::Left), Part::Shank(Half::Left), Part::Foot(Half::Left)]),
    ("r-leg", &[Part::Thigh(Half::Right), Part::Shank(Half::Right), Part::Foot(Half::Right)]),
];

/// How a part looks at each stop. A limb keeps the look of the stop where it is seen longest; heads, hands and
/// feet turn, and change it.
pub fn looks(camera: &Camera, stops: &[Settled], part: Part) -> Vec<Faced> {
    if matches!(part, Part::Head | Part::Hand(_) | Part::Foot(_)) {
        return stops.iter().map(|stop| look_at(camera, stop, part)).collect();
    }
    let longest = stops.iter().max_by(|a, b| {
        let long = |it: &Settled| camera.see(it.body.axis(part)).len();
        long(a).total_cmp(&long(b))
    });
    let Some(stop) = longest else { return Vec::new() };
    vec![look_at(camera, stop, part); stops.len()]
}

/// How a part looks at one stop.
pub fn look_at(camera: &Camera, stop: &Settled, part: Part) -> Faced {
    let axis = stop.body.axis(part);
    let down = |way: V3| flat_down(camera, axis).dot(way) > 0.0;
    if part == Part::Head {
        let view = head_view(camera, stop);
        let plain = matches!(view, HeadView::Front | HeadView::Back | HeadView::Crown);
        (Look::Head(view), !plain && head_yaw(camera, stop).0 < 0.0)
    } else if let Part::Hand(half) = part {
        let fingers = stop.pose.fingers[usize::from(half == Half::Right)];
        let facing = stop.body.palm(half).dot(camera.near).abs();
        if facing > if fingers == Fingers::Grip { 0.72 } else { 0.5 } {
            (Look::Hand(HandView::Wide, fingers), down(stop.body.front(part)))
        } else {
            (Look::Hand(HandView::Edge, fingers), !down(stop.body.palm(half)))
        }
    } else if let Part::Foot(half) = part {
        let view = foot_view(camera, stop, part);
        let frame = stop.body.frame(part);
        let mirrored = match view {
            FootView::Front | FootView::Back => false,
            FootView::Top | FootView::Sole => down(frame.z) == (half == Half::Left),
            FootView::Side => down(frame.y),
        };
        (Look::Foot(view), mirrored)
    } else {
        let (shape, mirrored) = seen(camera, stop, part);
        (Look::Limb(part, shape), mirrored && shape.roll % 180 != 0)
    }
}

/// How a limb is seen, in steps, and whether its outline is mirrored.
fn seen(camera: &Camera, stop: &Settled, part: Part) -> (Seen, bool) {
    let axis = stop.body.axis(part);
    let front = stop.body.front(part);
    let near = camera.near;
    let toward = near.square_to(axis).unit_or(camera.up);
    let across = axis.cross(toward);
    let roll = front.dot(across).atan2(front.dot(toward)).to_degrees();
    let tilt = axis.dot(near).clamp(-1.0, 1.0).asin().to_degrees();
    let to_step = |angle: f64, size: f64| super::view::round((angle / size).round() * size);
    (
        Seen { roll: to_step(roll.abs(), 30.0), tilt: to_step(tilt.clamp(-70.0, 70.0), 30.0) },
        roll < 0.0,
    )
}

fn head_yaw(camera: &Camera, stop: &Settled) -> (f64, f64) {
    let axis = stop.body.axis(Part::Head);
    let front = stop.body.front(Part::Head);
    let toward = camera.near.square_to(axis).unit_or(camera.up);
    let yaw = front.dot(axis.cross(toward)).atan2(front.dot(toward)).to_degrees();
    (yaw, axis.dot(camera.near))
}

fn head_view(camera: &Camera, stop: &Settled) -> HeadView {
    let (yaw, crown) = head_yaw(camera, stop);
    if crown > 0.8 {
        return HeadView::Crown;
    }
    match yaw.abs() {
        yaw if yaw < 20.0 => HeadView::Front,
        yaw if yaw < 65.0 => HeadView::Quarter,
        yaw if yaw < 112.0 => HeadView::Profile,
        yaw if yaw < 158.0 => HeadView::BackQuarter,
        _ => HeadView::Back,
    }
}

fn foot_view(camera: &Camera, stop: &Settled, part: Part) -> FootView {
    let frame = stop.body.frame(part);
    let near = camera.near;
    let (toes, up, side) = (frame.x.dot(near), frame.y.dot(near), frame.z.dot(near).abs());
    if toes.abs() > 0.8 && toes.abs() > up.abs() {
        if toes > 0.0 { FootView::Front } else { FootView::Back }
    } else if up.abs() > side {
        if up > 0.0 { FootView::Top } else { FootView::Sole }
    } else {
        FootView::Side
    }
}

/// How a part that looks like `look` lies at a stop.
pub fn lie(camera: &Camera, stop: &Settled, part: Part, look: Look) -> Lie {
    let body = &stop.body;
    let axis = body.axis(part);
    let start = camera.see(body.start(part));
    let seen_axis = flat(camera, axis);
    let long = seen_axis.len() / SCALE;
    let plain = |turn: f64| Lie { start, turn, along: 1.0, across: 1.0 };
    match look {
        Look::Limb(_, shape) => {
            let along = long / f64::from(shape.tilt).to_radians().cos();
            let wide = width(camera, stop, part) / shape_width(part, shape);
            let across = if part.half().is_some() { 1.0 } else { wide };
            Lie { along, across, ..plain(seen_axis.angle()) }
        }
        Look::Head(HeadView::Crown) => plain(camera.see(body.front(part)).angle() + 90.0),
        Look::Head(_) => Lie { across: long.max(0.75), ..plain(seen_axis.angle() + 90.0) },
        Look::Hand(..) => Lie { along: long.max(0.35), ..plain(seen_axis.angle()) },
        Look::Foot(FootView::Front | FootView::Back) => {
            plain(camera.see(body.frame(part).y).angle() + 90.0)
        }
        Look::Foot(_) => Lie { along: long.max(0.5), ..plain(seen_axis.angle()) },
    }
}

fn flat(camera: &Camera, axis: V3) -> P2 {
    let seen = camera.see(axis);
    if seen.len() < 1e-6 { p2(0.0, SCALE) } else { seen }
}

/// The direction of the world that is square to a part in the picture, clockwise from it.
fn flat_down(camera: &Camera, axis: V3) -> V3 {
    axis.cross(camera.near).unit_or(-camera.up)
}

fn width(camera: &Camera, stop: &Settled, part: Part) -> f64 {
    let across = flat_down(camera, stop.body.axis(part));
    let ring = part.rings()[1];
    let deep = stop.body.front(part).dot(across) * f64::midpoint(ring.front, ring.back);
    deep.hypot(stop.body.frame(part).z.dot(across) * ring.side)
}

fn shape_width(part: Part, shape: Seen) -> f64 {
    let ring = part.rings()[1];
    let (sin, cos) = f64::from(shape.roll).to_radians().sin_cos();
    (sin * f64::midpoint(ring.front, ring.back)).hypot(cos * ring.side)
}

/// Where a glow at a spot lies in the picture.
pub fn glow(camera: &Camera, stop: &Settled, spot: Spot) -> P2 {
    let (point, normal) = stop.body.skin(spot.part, spot.at, spot.around);
    let axis = stop.body.axis(spot.part);
    let centre = stop.body.start(spot.part) + axis * (spot.at * spot.part.length());
    // On the edge of the outline half a glow would hang in the air: it moves inward.
    let facing = normal.dot(camera.near).abs();
    // At the temples that would be the eyes.
    let least = if spot.part == Part::Head { 0.9 } else { 0.62 };
    camera.see(centre.toward(point, least + (1.0 - least) * facing))
}
