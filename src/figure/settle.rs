//! Puts a pose on its supports and its hands and feet on their places.

use super::body::{Half, Part};
use super::limbs::{Aim, aim, bend_limb, knee_on, swing};
use super::math::{V3, v3};
use super::pose::{Goal, Place, Pose, Rest, Spot, Touch};
use super::skeleton::{Body, Joint};

/// A pose that rests on its supports.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The pose, with the angles of body and neck that it came to.
    pub pose: Pose,
    /// Where everything is.
    pub body: Body,
}

/// Settles a key pose.
pub fn settle(pose: &Pose) -> Settled {
    settle_with(pose, |body, limb| pose.places[limb].map(|place| aim(body, limb, &place)))
}

/// Settles the pose at `share` of the way between two settled ones.
pub fn between(a: &Settled, b: &Settled, share: f64) -> Settled {
    let mut pose = a.pose.clone();
    let mix = |a: f64, b: f64| a + (b - a) * share;
    for (to, (from, toward)) in pose.angles.iter_mut().zip(a.pose.angles.iter().zip(&b.pose.angles))
    {
        for (to, (from, toward)) in to.iter_mut().zip(from.iter().zip(toward)) {
            *to = mix(*from, *toward);
        }
    }
    pose.root = a.pose.root.toward(b.pose.root, share);
    for (to, toward) in pose.spots.iter_mut().zip(&b.pose.spots) {
        *to = to.toward(*toward, share);
    }
    if a.pose.rests.len() == b.pose.rests.len() {
        for (to, toward) in pose.rests.iter_mut().zip(&b.pose.rests) {
            if let (Touch::Spot(from), Touch::Spot(other)) = (to.touch, toward.touch) {
                to.touch = Touch::Spot(from.toward(other, share));
            }
        }
    } else {
        pose.rests.clear();
    }
    settle_with(&pose, |body, limb| match (a.pose.places[limb], b.pose.places[limb]) {
        (None, None) => None,
        (Some(from), Some(to)) => Some(aim(body, limb, &from).toward(&aim(body, limb, &to), share)),
        (Some(_), None) | (None, Some(_)) => Some(swing(a, b, body, limb, share)),
    })
}

fn settle_with(pose: &Pose, aims: impl Fn(&Body, usize) -> Option<Aim>) -> Settled {
    let mut settled = Settled { pose: pose.clone(), body: Body::new(&pose.angles, pose.root) };
    kneel(&mut settled);
    rest(&mut settled);
    bend_limbs(&mut settled, &aims);
    // A thigh that the body sits on lies as its foot lets it: then the seat carries it there.
    let seat = settled.pose.rests.first().filter(|rest| hip_of(rest.touch).is_some()).copied();
    for _ in 0..2 {
        if let Some(seat) = seat.filter(|seat| gap(&settled.body, seat).abs() > 1e-4) {
            drop_on(&mut settled, &seat);
            bend_limbs(&mut settled, &aims);
        }
    }
    settled
}

fn bend_limbs(settled: &mut Settled, aims: &impl Fn(&Body, usize) -> Option<Aim>) {
    for _ in 0..3 {
        for limb in [2, 3, 0, 1] {
            if let Some(aim) = aims(&settled.body, limb) {
                bend_limb(&mut settled.body, limb, &aim);
            }
        }
    }
}

/// How far `touch` is above its surface.
pub fn gap(body: &Body, rest: &Rest) -> f64 {
    let (normal, height) = rest.on.plane();
    let between = rest.via.map_or(0.0, |round| 2.0 * round.radius());
    match rest.touch {
        Touch::Part(part) => -body.reach(part, -normal) - height - between,
        Touch::Spot(spot) => {
            body.skin(spot.part, spot.at, spot.around).0.dot(normal) - height - between
        }
    }
}

fn rest(settled: &mut Settled) {
    let rests = settled.pose.rests.clone();
    let mut done: Vec<Rest> = Vec::new();
    for rest in &rests {
        let normal = rest.on.plane().0;
        let carried = kneels(&settled.pose) && normal == V3::Y;
        let same = done.iter().find(|it| it.on.plane().0 == normal).copied();
        let same = same.or(carried.then_some(*rest));
        match same {
            Some(_) if hip_of(rest.touch).is_some() => {
                let hip = hip_of(rest.touch).unwrap_or(Joint::Root);
                seek(settled, hip, 60.0, rest, None);
            }
            _ if held_by_neck(rest.touch) => seek(settled, Joint::Neck, 60.0, rest, None),
            None => drop_on(settled, rest),
            Some(_) if carried => seek(settled, Joint::Root, 40.0, rest, None),
            Some(first) => seek(settled, Joint::Root, 40.0, rest, Some(&first)),
        }
        done.push(*rest);
    }
}

fn drop_on(settled: &mut Settled, rest: &Rest) {
    let by = rest.on.plane().0 * -gap(&settled.body, rest);
    settled.pose.root = settled.pose.root + by;
    settled.body.shift(by);
}

/// Turns `joint` until `rest` touches; `first` stays where it is.
fn seek(settled: &mut Settled, joint: Joint, range: f64, rest: &Rest, first: Option<&Rest>) {
    let middle = settled.pose.angles[joint.index()][0];
    let mut attempt = |angle: f64| {
        settled.pose.angles[joint.index()][0] = angle;
        settled.body = Body::new(&settled.pose.angles, settled.pose.root);
        if let Some(first) = first {
            drop_on(settled, first);
        } else if joint == Joint::Root {
            kneel(settled);
        }
        gap(&settled.body, rest)
    };
    let mut best = (attempt(middle).abs(), middle);
    let steps = 16;
    let mut before: Option<(f64, f64)> = None;
    let mut found: Option<(f64, f64)> = None;
    for step in -steps..=steps {
        let angle = middle + range * f64::from(step) / f64::from(steps);
        let gap = attempt(angle);
        if gap.abs() < best.0 {
            best = (gap.abs(), angle);
        }
        if let Some((was, at)) = before {
            let nearer = found.is_none_or(|(a, _)| (at - middle).abs() < (a - middle).abs());
            if was * gap <= 0.0 && nearer {
                found = Some((at, angle));
            }
        }
        before = Some((gap, angle));
    }
    let Some((mut low, mut high)) = found else {
        attempt(best.1);
        return;
    };
    let low_sign = attempt(low) > 0.0;
    for _ in 0..24 {
        let half = f64::midpoint(low, high);
        if (attempt(half) > 0.0) == low_sign { low = half } else { high = half }
    }
    attempt(f64::midpoint(low, high));
}

/// Whether only the neck brings it to its support.
const fn held_by_neck(touch: Touch) -> bool {
    let (Touch::Part(part) | Touch::Spot(Spot { part, .. })) = touch;
    matches!(part, Part::Head | Part::Neck)
}

/// The hip joint that brings a leg to its support, where something else carries the body already.
const fn hip_of(touch: Touch) -> Option<Joint> {
    let (Touch::Part(part) | Touch::Spot(Spot { part, .. })) = touch;
    if let Part::Thigh(half) | Part::Shank(half) = part { Some(Joint::Hip(half)) } else { None }
}

fn kneels(pose: &Pose) -> bool {
    pose.places[2..].iter().flatten().any(|place| matches!(place.goal, Goal::Folded(..)))
}

/// Lowers or lifts the hips until both thighs reach from their hips to kneeling knees.
fn kneel(settled: &mut Settled) {
    let mut height = f64::INFINITY;
    for (limb, half) in [(2, Half::Left), (3, Half::Right)] {
        if let Some(Place { goal: Goal::Folded(on, x, z), .. }) = settled.pose.places[limb] {
            let knee = knee_on(on, x, z);
            let hip = settled.body.hip(half);
            let across = v3(hip.x - knee.x, 0.0, hip.z - knee.z).len();
            let thigh = Part::Thigh(half).length();
            let up = (thigh * thigh - across * across).max(0.0).sqrt();
            height = height.min(knee.y + up + settled.pose.root.y - hip.y);
        }
    }
    if height.is_finite() {
        settled.pose.root.y = height;
        settled.body = Body::new(&settled.pose.angles, settled.pose.root);
    }
}
