//! Arms and legs: where hands and feet are to be, and elbows and knees that follow.

use super::body::{ANKLE, HAND_THICK, Half, PALM, Part, TIPS};
use super::math::{Frame, V3, v3};
use super::pose::{Goal, Place, Spot, Surface};
use super::settle::Settled;
use super::skeleton::Body;

/// Which limb a place in [`Pose::places`] is for.
pub const LIMBS: [(bool, Half); 4] =
    [(true, Half::Left), (true, Half::Right), (false, Half::Left), (false, Half::Right)];

/// Where the end of a limb is to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    end: V3,
    bend: V3,
    frame: Option<Frame>,
    /// The middle joint lies here, whatever the end does.
    folded: Option<V3>,
}

impl Aim {
    /// The aim between two.
    pub(super) fn toward(&self, other: &Self, share: f64) -> Self {
        let frame = match (self.frame, other.frame) {
            (Some(a), Some(b)) => Some(blend(&a, &b, share)),
            (a, b) => {
                if share < 0.5 {
                    a
                } else {
                    b
                }
            }
        };
        let folded = match (self.folded, other.folded) {
            (Some(a), Some(b)) => Some(a.toward(b, share)),
            _ => None,
        };
        Self {
            end: self.end.toward(other.end, share),
            bend: self.bend.toward(other.bend, share),
            frame,
            folded,
        }
    }
}

fn blend(a: &Frame, b: &Frame, share: f64) -> Frame {
    Frame::up_front(a.y.toward(b.y, share), a.x.toward(b.x, share))
}

pub(super) fn knee_on(on: Surface, x: f64, z: f64) -> V3 {
    v3(x, on.plane().1 + 0.038, z)
}

fn chain(hand: bool, half: Half) -> [Part; 3] {
    if hand {
        [Part::Arm(half), Part::Forearm(half), Part::Hand(half)]
    } else {
        [Part::Thigh(half), Part::Shank(half), Part::Foot(half)]
    }
}

/// Polar interpolation about the limb's root joint, for a limb that is put down on one side only.
pub(super) fn swing(a: &Settled, b: &Settled, body: &Body, limb: usize, share: f64) -> Aim {
    let (hand, half) = LIMBS[limb];
    let [upper, lower, last] = chain(hand, half);
    let holder = if hand { Part::Top } else { Part::Pelvis };
    let seen = |of: &Body| {
        let frame = of.frame(holder);
        let way = frame.inside(of.start(last) - of.start(upper));
        let bend = frame.inside(of.start(lower) - of.start(upper));
        (way, bend, frame.to(&of.frame(last)))
    };
    let (from, from_bend, from_frame) = seen(&a.body);
    let (to, to_bend, to_frame) = seen(&b.body);
    let way = from.unit_or(V3::X).toward(to.unit_or(V3::X), share).unit_or(V3::X);
    let frame = body.frame(holder);
    let far = from.len() + (to.len() - from.len()) * share;
    Aim {
        end: body.start(upper) + frame.out(way) * far,
        bend: frame.out(from_bend.toward(to_bend, share)),
        frame: Some(frame.then(&blend(&from_frame, &to_frame, share))),
        folded: None,
    }
}

pub(super) fn aim(body: &Body, limb: usize, place: &Place) -> Aim {
    let (hand, half) = LIMBS[limb];
    if hand { aim_hand(body, half, place) } else { aim_foot(body, half, place) }
}

/// The point and the way out at the goal; `None` for a goal in the air.
fn ground(body: &Body, goal: &Goal) -> Option<(V3, V3)> {
    match *goal {
        Goal::Flat(on, a, b) => {
            let (normal, height) = on.plane();
            let point = if normal == V3::Y { v3(a, height, b) } else { v3(height, a, b) };
            Some((point, normal))
        }
        Goal::Skin(Spot { part, at, around }) => Some(body.skin(part, at, around)),
        Goal::Air(_) | Goal::World(_) | Goal::Folded(..) => None,
    }
}

fn aim_hand(body: &Body, half: Half, place: &Place) -> Aim {
    let top = body.frame(Part::Top);
    let outward = top.z * -half.sign();
    let bend = place.bend.unwrap_or(top.x * -0.5 - top.y * 0.7 + outward * 0.6);
    let forearm = body.axis(Part::Forearm(half));
    let fingers = place.point.unwrap_or(forearm);
    if let Some((point, normal)) = ground(body, &place.goal) {
        let normal = place.palm.map_or(normal, |palm| -palm.unit_or(V3::Y));
        let along = fingers.square_to(normal).unit_or(forearm);
        let frame = hand_frame(half, along, -normal);
        let touching = if place.tips { TIPS } else { PALM };
        let end = point + normal * (HAND_THICK + place.lift) - along * touching;
        return Aim { end, bend, frame: Some(frame), folded: None };
    }
    let frame = place.palm.map(|palm| hand_frame(half, fingers, palm));
    match place.goal {
        Goal::Folded(on, heading, _) => fold_arm(body, half, on, heading),
        Goal::Air(inside) => {
            Aim { end: body.start(Part::Pelvis) + top.out(inside), bend, frame, folded: None }
        }
        Goal::World(end) => Aim { end, bend, frame, folded: None },
        Goal::Flat(..) | Goal::Skin(_) => {
            Aim { end: body.start(Part::Hand(half)), bend, frame, folded: None }
        }
    }
}

fn hand_frame(half: Half, fingers: V3, palm: V3) -> Frame {
    let up = -fingers.unit_or(V3::X);
    let side = palm.square_to(up).unit_or(V3::Y) * half.sign();
    Frame { x: up.cross(side), y: up, z: side }
}

/// Elbow and forearm on a surface, pointing `heading` degrees outward from where the chest looks.
fn fold_arm(body: &Body, half: Half, on: Surface, heading: f64) -> Aim {
    let shoulder = body.start(Part::Arm(half));
    let height = on.plane().1 + 0.026;
    let spine = body.axis(Part::Top);
    let ahead = v3(spine.x, 0.0, spine.z).unit_or(V3::X);
    let outward = (body.frame(Part::Top).z * -half.sign()).square_to(V3::Y).unit_or(V3::Z);
    let (sin, cos) = heading.to_radians().sin_cos();
    let way = ahead * cos + outward * sin;
    let length = Part::Arm(half).length();
    let drop = shoulder.y - height;
    let slide = (length * length - drop * drop).max(0.0).sqrt();
    let elbow = v3(shoulder.x, height, shoulder.z) + ahead * slide;
    let end = elbow + (way * Part::Forearm(half).length() - V3::Y * 0.008);
    let frame = hand_frame(half, way, -V3::Y);
    Aim { end, bend: -ahead, frame: Some(frame), folded: Some(elbow) }
}

fn aim_foot(body: &Body, half: Half, place: &Place) -> Aim {
    let pelvis = body.frame(Part::Pelvis);
    let outward = pelvis.z * -half.sign();
    let bend = place.bend.unwrap_or(pelvis.x + outward * 0.12);
    match place.goal {
        Goal::Flat(on, a, b) if on.plane().0 == V3::Y => {
            flat_foot(body, half, place, bend, on, (a, b))
        }
        Goal::Flat(..) => {
            let (point, normal) = ground(body, &place.goal).unwrap_or_default();
            let toes = place.point.unwrap_or(V3::Y).square_to(normal).unit_or(V3::Y);
            let frame = Frame::up_front(normal, toes);
            Aim { end: point + normal * ANKLE, bend, frame: Some(frame), folded: None }
        }
        Goal::Skin(Spot { part, at, around }) => {
            let (point, normal) = body.skin(part, at, around);
            Aim { end: point + normal * 0.024, bend, frame: None, folded: None }
        }
        Goal::Air(inside) => {
            let end = body.start(Part::Pelvis) + pelvis.out(inside);
            Aim { end, bend, frame: foot_frame(place), folded: None }
        }
        Goal::World(end) => Aim { end, bend, frame: foot_frame(place), folded: None },
        Goal::Folded(on, x, z) => {
            let knee = knee_on(on, x, z);
            let ahead = pelvis.x.square_to(V3::Y) + pelvis.y.square_to(V3::Y) * 0.5;
            let toes = place.point.unwrap_or(-ahead.unit_or(V3::X)).square_to(V3::Y).unit_or(V3::X);
            let end = knee + toes * Part::Shank(half).length() + V3::Y * 0.016;
            let tip = (toes * 0.94 - V3::Y * 0.34).unit_or(toes);
            let frame = Frame::up_front((-V3::Y).square_to(tip), tip);
            Aim { end, bend, frame: Some(frame), folded: Some(knee) }
        }
    }
}

fn foot_frame(place: &Place) -> Option<Frame> {
    let toes = place.point?.unit_or(V3::X);
    let up = place.palm.map_or(V3::Y, |sole| -sole).square_to(toes);
    Some(Frame::up_front(up, toes))
}

fn flat_foot(body: &Body, half: Half, place: &Place, bend: V3, on: Surface, at: (f64, f64)) -> Aim {
    let pelvis = body.frame(Part::Pelvis);
    let lying = pelvis.x.y.abs() > 0.7;
    let ahead = if lying { -pelvis.y } else { pelvis.x };
    let outward = pelvis.z * -half.sign();
    let toes = place.point.unwrap_or(ahead + outward * 0.14).square_to(V3::Y).unit_or(V3::X);
    let height = on.plane().1 + place.lift;
    let flat = Frame::up_front(V3::Y, toes);
    let frame = flat.then(&Frame::about_z(-place.heel));
    let ankle = v3(at.0, height + ANKLE, at.1);
    // The ball of the foot stays down while the heel lifts; the heel while the toes lift.
    let pivot = if place.heel > 0.0 { v3(0.085, -ANKLE, 0.0) } else { v3(-0.02, -ANKLE, 0.0) };
    let end = ankle + flat.out(pivot) - frame.out(pivot);
    Aim { end, bend, frame: Some(frame), folded: None }
}

pub(super) fn bend_limb(body: &mut Body, limb: usize, aim: &Aim) {
    let (hand, half) = LIMBS[limb];
    let [upper, lower, last] = chain(hand, half);
    let root = body.start(upper);
    let held = body.frame(lower).to(&body.frame(last));
    let (long, short) = (upper.length(), lower.length());
    let middle = aim.folded.unwrap_or_else(|| {
        let way = aim.end - root;
        let far = way.len().clamp((long - short).abs() + 0.02, (long + short) * 0.9995);
        let along = way.unit_or(V3::Y);
        let forward = (far * far + long * long - short * short) / (2.0 * far);
        let aside = (long * long - forward * forward).max(0.0).sqrt();
        root + along * forward + aim.bend.square_to(along).unit_or(V3::X) * aside
    });
    let first = (middle - root).unit_or(-V3::Y);
    let middle = root + first * long;
    let second = (aim.end - middle).unit_or(first);
    // Knees bend backward, elbows forward: the front of the limb follows from its hinge.
    let hinge = if hand { first.cross(second) } else { second.cross(first) };
    let front = if hinge.len() < 0.02 {
        if hand { -aim.bend } else { aim.bend }
    } else {
        (-first).cross(hinge)
    };
    let upper_frame = Frame::up_front(-first, front);
    let lower_frame = Frame::up_front(-second, (-second).cross(upper_frame.z));
    body.set(upper, root, upper_frame);
    body.set(lower, middle, lower_frame);
    let end = middle + second * short;
    let frame = aim.frame.unwrap_or_else(|| lower_frame.then(&held));
    body.set(last, end, frame);
}

/// How far a hand or foot that is put somewhere is from its place, in shares of body height; `None` for a limb
/// that hangs.
pub fn miss(settled: &Settled, limb: usize) -> Option<f64> {
    let place = settled.pose.places.get(limb)?.as_ref()?;
    let (hand, half) = LIMBS[limb];
    let aim = aim(&settled.body, limb, place);
    let [_, lower, last] = chain(hand, half);
    let folded = aim.folded.map_or(0.0, |middle| (settled.body.start(lower) - middle).len());
    Some((settled.body.start(last) - aim.end).len().max(folded))
}
