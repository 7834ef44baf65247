//! What makes a picture wrong: limbs in the floor or in each other, a weight that nothing carries, a tool on a
//! place that is never pressed.

use super::body::{Half, Part};
use super::frame::skin_points;
use super::math::V3;
use super::pose::{Figure, Goal, Rest, Spot, Touch};
use super::props::{Kind, Prop, Solid, Where};
use super::settle::Settled;
use super::skeleton::{Body, ring_at};
use super::view::{Camera, P2, hull, p2};

/// How far the skin may sink into what carries it, in shares of body height: 1 %.
pub const SINK: f64 = 0.01;

/// Parts that pass into each other: the axis of the first is deeper under the skin of the second than the
/// first is thick, from its axis to its skin; with how deep, in shares of that. Joints apart.
pub fn tangles(body: &Body) -> Vec<(Part, Part, f64)> {
    let mut found = Vec::new();
    for thin in Part::ALL {
        for thick in Part::ALL {
            if thin == thick || joined(thin, thick) {
                continue;
            }
            let depth = (1..=9).map(|step| {
                let share = f64::from(step) / 10.0;
                let ring = ring_at(thin, share);
                let radius = f64::midpoint(ring.front, ring.back).min(ring.side);
                under_skin(body, thick, body.start(thin).toward(body.end(thin), share)) / radius
            });
            let deepest = depth.fold(0.0, f64::max);
            if deepest > 1.0 {
                found.push((thin, thick, deepest));
            }
        }
    }
    found
}

/// How deep a point is under a part's skin; below zero outside.
fn under_skin(body: &Body, part: Part, point: V3) -> f64 {
    let from = point - body.start(part);
    let along = from.dot(body.axis(part));
    let ends = part.rings();
    let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return -1.0 };
    if along < first.at || along > last.at {
        return -1.0;
    }
    let ring = ring_at(part, along / part.length());
    let deep = from.dot(body.front(part)) - (ring.front - ring.back) / 2.0;
    let half = f64::midpoint(ring.front, ring.back);
    let side = from.dot(body.frame(part).z);
    (1.0 - (deep / half).hypot(side / ring.side)) * half.min(ring.side)
}

/// Whether two parts share a joint, or lie so near one that they always overlap.
fn joined(a: Part, b: Part) -> bool {
    let near =
        |a: Part, b: Part| a.parent() == Some(b) || a.parent().and_then(Part::parent) == Some(b);
    let trunk = |part: Part| part.half().is_none();
    let legs = |part: Part| matches!(part, Part::Thigh(_));
    let root = |part: Part| matches!(part, Part::Arm(_) | Part::Thigh(_));
    let hands = matches!((a, b), (Part::Hand(_), Part::Hand(_)));
    hands
        || near(a, b)
        || near(b, a)
        || trunk(a) && trunk(b)
        || legs(a) && legs(b)
        || trunk(a) && root(b)
        || trunk(b) && root(a)
}

/// Parts that are in the floor or the wall of a figure, with how deep.
pub fn sunk(figure: &Figure, settled: &Settled) -> Vec<(Part, &'static str, f64)> {
    let mut planes = Vec::new();
    for prop in &figure.props {
        if super::stage::is_floor(prop.kind) {
            planes.push(("floor", V3::Y));
        } else if prop.kind == Kind::Wall {
            planes.push(("wall", V3::X));
        }
    }
    let mut found = Vec::new();
    for (name, normal) in planes {
        for part in Part::ALL {
            let depth = settled.body.reach(part, -normal);
            if depth > SINK {
                found.push((part, name, depth));
            }
        }
    }
    found
}

/// Parts that are inside furniture, with how deep.
pub fn boxed(figure: &Figure, settled: &Settled) -> Vec<(Part, Kind, f64)> {
    let mut found = Vec::new();
    for prop in &figure.props {
        for solid in prop.solids(settled) {
            let Solid::Block(middle, half, turn) = solid else { continue };
            for part in Part::ALL {
                let thick = if prop.kind == Kind::Chair { 0.07 } else { 0.0 };
                let seen = |way: V3| turn.inside(way);
                let depth = inside_block(&settled.body, part, (middle, half), thick, seen);
                if depth > SINK {
                    found.push((part, prop.kind, depth));
                }
            }
        }
    }
    found
}

/// How deep a part's axis, made thick, is in a box: the way out through the nearest side.
fn inside_block(
    body: &Body,
    part: Part,
    block: (V3, V3),
    thick: f64,
    inside: impl Fn(V3) -> V3,
) -> f64 {
    let (middle, half) = block;
    let mut deepest = f64::NEG_INFINITY;
    for step in 0..=8 {
        for around in 0..8 {
            let share = f64::from(step) / 8.0;
            let (skin, _) = body.skin(part, share, f64::from(around) * 45.0);
            let at = inside(skin - middle);
            // A seat is thin: what is a little below it has sunk through.
            let up =
                if half.y < 0.03 && at.y > -thick { half.y - at.y } else { half.y - at.y.abs() };
            let out = [half.x - at.x.abs(), up, half.z - at.z.abs()];
            deepest = deepest.max(out.into_iter().fold(f64::INFINITY, f64::min));
        }
    }
    deepest
}

/// How far a figure's tool is from the skin it should touch, in shares of body height: below zero it is inside.
pub fn tool_gap(prop: &Prop, settled: &Settled) -> Option<f64> {
    let spot = spot_of(prop, settled)?;
    let (skin, normal) = settled.body.skin(spot.part, spot.at, spot.around);
    let middle = prop.middle(settled);
    let offset = if prop.kind == Kind::Roller {
        let along = super::math::Frame::about_y(prop.turn).z;
        (skin - middle).square_to(along)
    } else {
        skin - middle
    };
    // A tool whose middle is under the skin is inside the body.
    let is_inside = offset.dot(normal) > 0.0;
    let far = offset.len();
    Some(if is_inside { -far - prop.radius() } else { far - prop.radius() })
}

/// Where a tool touches the skin.
pub fn spot_of(prop: &Prop, settled: &Settled) -> Option<Spot> {
    match prop.place {
        Where::Rest(number) => match settled.pose.rests.get(number) {
            Some(Rest { touch: Touch::Spot(spot), .. }) => Some(*spot),
            _ => None,
        },
        Where::Spot(number) => settled.pose.spots.get(number).copied(),
        Where::At(..) | Where::Under(_) | Where::Between(..) => None,
    }
}

/// The place of `data/no-go.json` that a spot lies in, for a roller or another tool.
pub fn no_go(spot: Spot, is_roller: bool) -> Option<&'static str> {
    let Spot { part, at, around } = spot;
    let off = |from: f64| {
        let far = (around - from).rem_euclid(360.0);
        far.min(360.0 - far)
    };
    let (front, back, outer, inner) = (off(0.0), off(180.0), off(90.0), off(-90.0));
    match (part, at) {
        (Part::Neck, _) if back > 50.0 => Some("neck-front-and-sides"),
        (Part::Head, _) if front < 70.0 && at < -0.2 => Some("throat"),
        (Part::Low, _) if is_roller => Some("lower-back"),
        (Part::Pelvis, _) if back < 14.0 && at < 0.5 => Some("tailbone"),
        // Two fingers to the side of the bones.
        (Part::Pelvis | Part::Low | Part::Mid | Part::Top | Part::Neck, _) if back < 12.0 => {
            Some("spine-bones")
        }
        (Part::Low, _) if at > 0.82 && front > 50.0 => Some("lowest-ribs"),
        (Part::Mid, _) if at < 0.1 && front > 50.0 => Some("lowest-ribs"),
        (Part::Low, _) if front < 50.0 => Some("belly"),
        (Part::Mid | Part::Top, _) if front < 50.0 && at < 0.5 => Some("breast"),
        (Part::Top, _) if outer.min(inner) < 25.0 && (0.35..0.72).contains(&at) => Some("armpit"),
        (Part::Arm(_), _) if inner < 45.0 => Some("inner-elbow-and-arm"),
        (Part::Forearm(_), _) if front < 40.0 && at < 0.15 => Some("inner-elbow-and-arm"),
        (Part::Pelvis, _) if front < 26.0 => Some("groin"),
        (Part::Thigh(_), _) if (front < 45.0 || inner < 60.0) && at < 0.22 => Some("groin"),
        (Part::Thigh(_), _) if back < 50.0 && at > 0.86 => Some("behind-knee"),
        (Part::Shank(_), _) if back < 50.0 && at < 0.14 => Some("behind-knee"),
        (Part::Shank(_), _) if outer < 45.0 && at < 0.18 => Some("below-outer-knee"),
        _ => None,
    }
}

/// How far the centre of mass is outside the ground that the body stands, sits or lies on; zero where it is
/// above it.
pub fn unbalanced(settled: &Settled) -> f64 {
    let body = &settled.body;
    let mut ground: Vec<P2> = Vec::new();
    let mut add = |point: V3| ground.push(p2(point.x, point.z));
    for (limb, place) in settled.pose.places.iter().enumerate() {
        let Some(place) = place else { continue };
        let half = if limb % 2 == 0 { Half::Left } else { Half::Right };
        match (place.goal, limb) {
            (Goal::Flat(on, ..), 0..=1) if on.plane().0 == V3::Y => add(body.end(Part::Hand(half))),
            (Goal::Flat(on, ..), 2..=3) if on.plane().0 == V3::Y => {
                let foot = Part::Foot(half);
                add(body.skin(foot, -0.3, 180.0).0);
                for side in [-90.0, 90.0] {
                    add(body.skin(foot, 0.9, side).0);
                }
            }
            (Goal::Folded(..), 0..=1) => add(body.start(Part::Forearm(half))),
            (Goal::Folded(..), 2..=3) => {
                add(body.start(Part::Shank(half)));
                add(body.start(Part::Foot(half)));
            }
            _ => {}
        }
    }
    for rest in settled.pose.rests.iter().filter(|it| it.on.plane().0 == V3::Y) {
        let (Touch::Part(part) | Touch::Spot(Spot { part, .. })) = rest.touch;
        for along in [0.0, 1.0] {
            for side in [-90.0, 90.0] {
                add(body.skin(part, along, side).0);
            }
        }
    }
    // What lies on the floor by itself carries too.
    for part in Part::ALL.into_iter().filter(|&part| -body.reach(part, -V3::Y) < SINK) {
        add(body.start(part));
        add(body.end(part));
    }
    let mass = body.centre_of_mass();
    outside(&hull(&ground), p2(mass.x, mass.z))
}

/// How far a point is outside a hull.
fn outside(hull: &[P2], point: P2) -> f64 {
    let mut inside = hull.len() > 2;
    let mut least = f64::INFINITY;
    for (index, a) in hull.iter().enumerate() {
        let b = hull[(index + 1) % hull.len()];
        let (edge, way) = (b.minus(*a), point.minus(*a));
        inside &= edge.x * way.y - edge.y * way.x >= 0.0;
        let share =
            ((edge.x * way.x + edge.y * way.y) / edge.len().powi(2).max(1e-12)).clamp(0.0, 1.0);
        least = least.min(way.minus(edge.times(share)).len());
    }
    if inside { 0.0 } else { least }
}

/// Parts of the body that hang out of the picture; in a close-up, of those it must hold.
pub fn cut_off(
    figure: &Figure,
    camera: &Camera,
    settled: &Settled,
    frame: &super::frame::Bounds,
) -> Vec<Part> {
    let must = |part: &Part| figure.frame.parts.is_empty() || figure.frame.parts.contains(part);
    let held = |part: &Part| skin_points(camera, settled, *part).iter().all(|it| frame.holds(*it));
    Part::ALL.into_iter().filter(must).filter(|part| !held(part)).collect()
}
