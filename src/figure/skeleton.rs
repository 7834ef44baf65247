//! Where every part is: forward kinematics from joint angles, and points on the skin.

use super::body::{HIP_HALF, Half, Part, Ring, SHOULDER_HALF, SHOULDER_UP};
use super::math::{Frame, V3, v3};

/// A joint whose angles a pose gives, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// The body as a whole: leaning forward, to its left, and turned to the left about its own length.
    Root,
    /// Where the body as a whole looks: turned to the left about the plumb line.
    Facing,
    /// Lower back: bent forward, to the left, turned to the left; so are the next four.
    Low,
    /// Lower half of the rib cage.
    Mid,
    /// Upper half of the rib cage.
    Top,
    /// Neck.
    Neck,
    /// Head on the neck.
    Head,
    /// Shoulder blade: up, forward.
    Blade(Half),
    /// Shoulder: forward, outward, turned outward.
    Shoulder(Half),
    /// Elbow: bent.
    Elbow(Half),
    /// Wrist: bent to the palm, to the little finger, palm turned down.
    Wrist(Half),
    /// Hip: forward, outward, turned outward.
    Hip(Half),
    /// Knee: bent.
    Knee(Half),
    /// Ankle: toes up, sole inward.
    Ankle(Half),
}

impl Joint {
    /// How many there are.
    pub const COUNT: usize = 21;

    /// Its place in a pose's angles.
    pub const fn index(self) -> usize {
        let (at, half) = match self {
            Self::Root => (0, Half::Left),
            Self::Facing => (1, Half::Left),
            Self::Low => (2, Half::Left),
            Self::Mid => (3, Half::Left),
            Self::Top => (4, Half::Left),
            Self::Neck => (5, Half::Left),
            Self::Head => (6, Half::Left),
            Self::Blade(half) => (7, half),
            Self::Shoulder(half) => (8, half),
            Self::Elbow(half) => (9, half),
            Self::Wrist(half) => (10, half),
            Self::Hip(half) => (11, half),
            Self::Knee(half) => (12, half),
            Self::Ankle(half) => (13, half),
        };
        match half {
            Half::Left => at,
            Half::Right => at + 7,
        }
    }
}

/// Three angles for each joint, in degrees.
pub type Angles = [[f64; 3]; Joint::COUNT];

/// The mannequin in a position: where each part begins and how it is turned.
#[derive(Clone, Debug)]
pub struct Body {
    starts: [V3; 18],
    frames: [Frame; 18],
}

impl Body {
    /// The body with these joint angles and the middle of its hips at `root`.
    pub fn new(angles: &Angles, root: V3) -> Self {
        let mut body = Self { starts: [V3::ZERO; 18], frames: [Frame::UPRIGHT; 18] };
        let [lean, roll, spin] = angles[Joint::Root.index()];
        let facing = Frame::about_y(angles[Joint::Facing.index()][0]);
        let pelvis = facing
            .then(&Frame::about_z(-lean))
            .then(&Frame::about_x(-roll))
            .then(&Frame::about_y(spin));
        body.set(Part::Pelvis, root, pelvis);
        body.bend_trunk(angles);
        for half in Half::BOTH {
            body.hang_arm(angles, half);
            body.hang_leg(angles, half);
        }
        body
    }

    fn bend_trunk(&mut self, angles: &Angles) {
        let chain = [
            (Part::Low, Joint::Low),
            (Part::Mid, Joint::Mid),
            (Part::Top, Joint::Top),
            (Part::Neck, Joint::Neck),
            (Part::Head, Joint::Head),
        ];
        let mut parent = Part::Pelvis;
        for (part, joint) in chain {
            let [flex, side, turn] = angles[joint.index()];
            let frame = self.frame(parent).turned(-flex, -side, turn);
            self.set(part, self.end(parent), frame);
            parent = part;
        }
    }

    fn hang_arm(&mut self, angles: &Angles, half: Half) {
        let shoulder = self.shoulder(angles, half);
        let [flex, out, turn] = angles[Joint::Shoulder(half).index()];
        let (out, turn) = (half.mirrored(out), half.mirrored(turn));
        let arm = self.frame(Part::Top).turned(flex, out, turn);
        self.set(Part::Arm(half), shoulder, arm);
        let forearm = arm.turned(angles[Joint::Elbow(half).index()][0], 0.0, 0.0);
        self.set(Part::Forearm(half), self.end(Part::Arm(half)), forearm);
        let [bend, little, down] = angles[Joint::Wrist(half).index()];
        let palm_down = forearm.then(&Frame::about_y(half.mirrored(-down)));
        let hand = palm_down.turned(-little, half.mirrored(-bend), 0.0);
        self.set(Part::Hand(half), self.end(Part::Forearm(half)), hand);
    }

    fn hang_leg(&mut self, angles: &Angles, half: Half) {
        let [flex, out, turn] = angles[Joint::Hip(half).index()];
        let (out, turn) = (half.mirrored(out), half.mirrored(turn));
        let thigh = self.frame(Part::Pelvis).turned(flex, out, turn);
        self.set(Part::Thigh(half), self.hip(half), thigh);
        let shank = thigh.turned(-angles[Joint::Knee(half).index()][0], 0.0, 0.0);
        self.set(Part::Shank(half), self.end(Part::Thigh(half)), shank);
        let [up, inward, _] = angles[Joint::Ankle(half).index()];
        let foot = shank.turned(up, half.mirrored(-inward), 0.0);
        self.set(Part::Foot(half), self.end(Part::Shank(half)), foot);
    }

    /// Puts a part somewhere.
    pub fn set(&mut self, part: Part, start: V3, frame: Frame) {
        self.starts[part.index()] = start;
        self.frames[part.index()] = frame;
    }

    /// Moves the whole body.
    pub fn shift(&mut self, by: V3) {
        for start in &mut self.starts {
            *start = *start + by;
        }
    }

    /// The joint a part begins at.
    pub fn start(&self, part: Part) -> V3 {
        self.starts[part.index()]
    }

    /// How a part is turned.
    pub fn frame(&self, part: Part) -> Frame {
        self.frames[part.index()]
    }

    /// The direction a part runs in.
    pub fn axis(&self, part: Part) -> V3 {
        axis_of(part, &self.frame(part))
    }

    /// The direction of a part's front: the back of the foot for a foot, the thumb's side for a hand.
    pub fn front(&self, part: Part) -> V3 {
        let frame = self.frame(part);
        if matches!(part, Part::Foot(_)) { frame.y } else { frame.x }
    }

    /// The joint a part ends at.
    pub fn end(&self, part: Part) -> V3 {
        self.start(part) + self.axis(part) * part.length()
    }

    /// Where the hip joint is.
    pub fn hip(&self, half: Half) -> V3 {
        self.start(Part::Pelvis) + self.frame(Part::Pelvis).z * half.mirrored(-HIP_HALF)
    }

    /// Where the shoulder joint is; the shoulder blade moves it.
    pub fn shoulder(&self, angles: &Angles, half: Half) -> V3 {
        let [up, forward, _] = angles[Joint::Blade(half).index()];
        let swing = SHOULDER_HALF;
        let inside = v3(
            swing * forward.to_radians().sin(),
            SHOULDER_UP + swing * up.to_radians().sin(),
            half.mirrored(-swing) * forward.to_radians().cos() * up.to_radians().cos(),
        );
        self.start(Part::Top) + self.frame(Part::Top).out(inside)
    }

    /// The direction out of the palm.
    pub fn palm(&self, half: Half) -> V3 {
        self.frame(Part::Hand(half)).z * half.sign()
    }

    /// The point of a part's skin at `at` of its length in the direction `around`: 0 front, 90 the part's
    /// outer side (its left in the middle of the body), 180 back; and the direction out of the skin there.
    pub fn skin(&self, part: Part, at: f64, around: f64) -> (V3, V3) {
        let ring = ring_at(part, at);
        let outward = part.half().map_or(1.0, Half::sign);
        let left = self.frame(part).z * -outward;
        let (sin, cos) = around.to_radians().sin_cos();
        let reach = if cos > 0.0 { ring.front } else { ring.back };
        let across = self.front(part) * (cos * reach) + left * (sin * ring.side);
        let normal = (self.front(part) * (cos / reach.abs().max(0.005)) + left * (sin / ring.side))
            .unit_or(self.front(part));
        (self.start(part) + self.axis(part) * ring.at + across, normal)
    }

    /// How far the part reaches in the direction `way`.
    pub fn reach(&self, part: Part, way: V3) -> f64 {
        let mut far = f64::NEG_INFINITY;
        for ring in part.rings() {
            let centre = self.start(part) + self.axis(part) * ring.at;
            let front = self.front(part).dot(way);
            let depth = f64::midpoint(ring.front, ring.back) * front;
            let offset = (ring.front - ring.back) / 2.0 * front;
            let side = ring.side * self.frame(part).z.dot(way);
            far = far.max(centre.dot(way) + offset + depth.hypot(side));
        }
        far
    }

    /// Centre of mass.
    pub fn centre_of_mass(&self) -> V3 {
        let mut sum = V3::ZERO;
        let mut mass = 0.0;
        for part in Part::ALL {
            let middle = self.start(part) + self.axis(part) * (part.length() * 0.46);
            sum = sum + middle * part.mass();
            mass += part.mass();
        }
        sum * (1.0 / mass)
    }
}

/// The direction a part with this frame runs in.
pub fn axis_of(part: Part, frame: &Frame) -> V3 {
    match part {
        Part::Pelvis | Part::Low | Part::Mid | Part::Top | Part::Neck | Part::Head => frame.y,
        Part::Foot(_) => frame.x,
        Part::Arm(_) | Part::Forearm(_) | Part::Hand(_) | Part::Thigh(_) | Part::Shank(_) => {
            -frame.y
        }
    }
}

/// The ring at a share of a part's length, between the two drawn ones around it.
pub fn ring_at(part: Part, share: f64) -> Ring {
    let at = share * part.length();
    let rings = part.rings();
    let mut before = rings[0];
    for &ring in rings {
        if ring.at >= at {
            let gap = ring.at - before.at;
            let share = if gap > 1e-9 { (at - before.at) / gap } else { 1.0 };
            let mix = |a: f64, b: f64| a + (b - a) * share;
            return Ring {
                at,
                front: mix(before.front, ring.front),
                back: mix(before.back, ring.back),
                side: mix(before.side, ring.side),
            };
        }
        before = ring;
    }
    Ring { at, ..before }
}
