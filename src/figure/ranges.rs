//! How far joints go: the AAOS tables (adults), wider only where weight or soft tissue takes a joint there.

use super::body::Half;
use super::skeleton::{Body, Joint};

/// Least and most degrees of a joint's three angles.
pub type Range = [(f64, f64); 3];

const NONE: (f64, f64) = (0.0, 0.0);

/// The range of a joint; of all five spine joints together for the first three (flexion 80, extension 25,
/// side-bend 35, rotation 45), a third each, and half the neck's for neck and head.
pub const fn range(joint: Joint) -> Range {
    match joint {
        Joint::Root => [(-180.0, 180.0); 3],
        Joint::Facing => [(-180.0, 180.0), NONE, NONE],
        // Bending is mostly lumbar, turning mostly thoracic.
        Joint::Low => [(-14.0, 40.0), (-15.0, 15.0), (-8.0, 8.0)],
        Joint::Mid | Joint::Top => [(-10.0, 30.0), (-14.0, 14.0), (-20.0, 20.0)],
        Joint::Neck => [(-30.0, 40.0), (-25.0, 25.0), (-35.0, 35.0)],
        Joint::Head => [(-25.0, 25.0), (-22.0, 22.0), (-35.0, 35.0)],
        Joint::Blade(_) => [(-15.0, 40.0), (-25.0, 30.0), NONE],
        Joint::Shoulder(_) => [(-60.0, 180.0), (-40.0, 180.0), (-70.0, 90.0)],
        // 70 by itself, 90 with the body's weight on a flat hand.
        Joint::Wrist(_) => [(-90.0, 80.0), (-25.0, 40.0), (-90.0, 180.0)],
        Joint::Hip(_) => [(-30.0, 125.0), (-30.0, 55.0), (-45.0, 50.0)],
        // A knee bends 135 by itself, 150 in a deep kneel, where soft tissue stops it.
        Joint::Elbow(_) | Joint::Knee(_) => [(0.0, 150.0), NONE, NONE],
        Joint::Ankle(_) => [(-60.0, 25.0), (-35.0, 35.0), NONE],
    }
}

/// The first of these angles that is out of a joint's range, with the range.
pub fn out_of_range(joint: Joint, angles: [f64; 3]) -> Option<(f64, (f64, f64))> {
    angles.into_iter().zip(range(joint)).find(|(angle, (low, high))| angle < low || angle > high)
}

/// A joint that is bent too far in a settled body: its name, how far it is, how far it may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Strained {
    /// Name of the joint.
    pub joint: &'static str,
    /// Degrees.
    pub degrees: f64,
    /// Most degrees.
    pub limit: f64,
}

/// Joints of the limbs that are bent too far, by the body alone: where hands and feet were put decides.
pub fn strained(body: &Body) -> Vec<Strained> {
    use super::body::Part;
    let mut found = Vec::new();
    let mut check = |joint: &'static str, degrees: f64, limit: f64| {
        if degrees > limit {
            found.push(Strained { joint, degrees, limit });
        }
    };
    for half in Half::BOTH {
        let bend =
            |a: Part, b: Part| body.axis(a).dot(body.axis(b)).clamp(-1.0, 1.0).acos().to_degrees();
        check("knee", bend(Part::Thigh(half), Part::Shank(half)), 152.0);
        check("elbow", bend(Part::Arm(half), Part::Forearm(half)), 152.0);
        let hand = bend(Part::Forearm(half), Part::Hand(half));
        check("wrist", hand, 92.0);
        let thigh = body.frame(Part::Pelvis).inside(body.axis(Part::Thigh(half)));
        let swing = (-thigh.y).clamp(-1.0, 1.0).acos().to_degrees();
        check("hip forward", if thigh.x > 0.0 { swing } else { 0.0 }, 130.0);
        check("hip back", (-thigh.x).clamp(-1.0, 1.0).asin().to_degrees(), 32.0);
        let out = half.mirrored(-thigh.z).clamp(-1.0, 1.0).asin().to_degrees();
        check("hip outward", out, 75.0);
        check("hip inward", -out, 42.0);
        let arm = body.frame(Part::Top).inside(body.axis(Part::Arm(half)));
        // An arm cannot go far behind the plane of the chest, nor far across it.
        check("shoulder back", (-arm.x).clamp(-1.0, 1.0).asin().to_degrees(), 62.0);
        check("shoulder across", half.mirrored(arm.z).clamp(-1.0, 1.0).asin().to_degrees(), 65.0);
        let (up, _, _) = body.frame(Part::Shank(half)).to(&body.frame(Part::Foot(half))).angles();
        check("ankle up", up, 35.0);
        check("ankle down", -up, 72.0);
    }
    found
}
