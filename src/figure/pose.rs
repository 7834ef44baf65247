//! What a pose file says: joint angles, what rests on what, where hands and feet are.

use super::body::{Half, Part};
use super::math::V3;
use super::props::Prop;
use super::skeleton::{Angles, Joint};

/// A place on the skin: part, share of its length, degrees around it (0 front, 90 outer side, 180 back).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The part.
    pub part: Part,
    /// Share of its length, 0 at its joint.
    pub at: f64,
    /// Degrees around it.
    pub around: f64,
}

impl Spot {
    /// Reads `part/around/at`, such as `l-thigh/180/0.5`; `None` for a part that is not there.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split('/');
        let part = Part::from_name(words.next()?)?;
        let around = words.next()?.parse().ok()?;
        let at = words.next()?.parse().ok()?;
        Some(Self { part, at, around })
    }

    /// The spot between two on one part; the first one where they are on different parts.
    #[must_use]
    pub fn toward(self, other: Self, share: f64) -> Self {
        if self.part != other.part {
            return self;
        }
        let mix = |a: f64, b: f64| a + (b - a) * share;
        Self { part: self.part, at: mix(self.at, other.at), around: mix(self.around, other.around) }
    }
}

/// Something flat that takes weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// The floor.
    Floor,
    /// The wall behind x = 0.
    Wall,
    /// The seat of the chair.
    Seat,
    /// The back of the chair.
    Backrest,
    /// The top of the table.
    Table,
    /// The top of the step.
    Step,
    /// The top of a pillow on the floor, under weight.
    Pillow,
}

impl Surface {
    /// Its name in pose files.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "floor" => Self::Floor,
            "wall" => Self::Wall,
            "seat" => Self::Seat,
            "backrest" => Self::Backrest,
            "table" => Self::Table,
            "step" => Self::Step,
            "pillow" => Self::Pillow,
            _ => return None,
        })
    }

    /// The direction out of it and how far it is from the middle of the world.
    pub const fn plane(self) -> (V3, f64) {
        match self {
            Self::Floor => (V3::Y, 0.0),
            Self::Wall => (V3::X, 0.0),
            Self::Seat => (V3::Y, 0.265),
            Self::Backrest => (V3::X, -0.105),
            Self::Table => (V3::Y, 0.42),
            Self::Step => (V3::Y, 0.118),
            Self::Pillow => (V3::Y, 0.045),
        }
    }
}

/// A round tool between the body and a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// The foam roller, lying across.
    Roller,
    /// The ball, or two side by side.
    Ball,
}

impl Round {
    /// Half its thickness.
    pub const fn radius(self) -> f64 {
        match self {
            Self::Roller => 0.044,
            Self::Ball => 0.0197,
        }
    }
}

/// What of the body touches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Touch {
    /// Whatever of the part reaches farthest.
    Part(Part),
    /// A place on the skin.
    Spot(Spot),
}

/// The body's weight on a surface, with a tool between them or none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rest {
    /// What touches.
    pub touch: Touch,
    /// What is touched.
    pub on: Surface,
    /// What is between them.
    pub via: Option<Round>,
}

/// Where a hand or foot is put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Flat on a surface, at these two numbers along it: x and z, or y and z on the wall.
    Flat(Surface, f64, f64),
    /// On the skin.
    Skin(Spot),
    /// On a point of the air, given from the hips' middle and turned with the chest (hand) or pelvis (foot).
    Air(V3),
    /// On a point of the world.
    World(V3),
    /// Knee and shin on the floor, knee at x and z; or elbow and forearm on a surface, pointing this many
    /// degrees outward.
    Folded(Surface, f64, f64),
}

/// A hand or foot that is put somewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where.
    pub goal: Goal,
    /// Where fingers or toes point, in the world; by itself along the forearm, or where the pelvis faces.
    pub point: Option<V3>,
    /// Where the palm looks, for a hand in the air; by itself as the joint angles say.
    pub palm: Option<V3>,
    /// Where elbow or knee points, in the world.
    pub bend: Option<V3>,
    /// Degrees that the heel is lifted; the toes where it is negative.
    pub heel: f64,
    /// How far it stays off: the thickness of what lies between.
    pub lift: f64,
    /// Whether only the fingertips touch, and not the palm.
    pub tips: bool,
}

/// How the hand is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fingers {
    /// Fingers and thumb long.
    #[default]
    Flat,
    /// Fingers round something.
    Grip,
    /// Closed.
    Fist,
    /// Closed, and the thumb presses.
    Thumb,
    /// Fingers loosely bent.
    Loose,
}

/// One key pose.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// Angles of all joints.
    pub angles: Angles,
    /// Where the middle of the hips is before it settles.
    pub root: V3,
    /// What rests on what, in the order in which it is settled.
    pub rests: Vec<Rest>,
    /// Left hand, right hand, left foot, right foot.
    pub places: [Option<Place>; 4],
    /// How the left and the right hand are held.
    pub fingers: [Fingers; 2],
    /// Where hand-held tools touch the skin, in order of the figure's props that have a spot.
    pub spots: Vec<Spot>,
    /// Seconds to get here from the pose before.
    pub seconds: f64,
    /// Seconds to stay here.
    pub hold: f64,
}

impl Pose {
    /// Standing upright with hanging arms.
    pub fn standing() -> Self {
        let mut pose = Self {
            angles: [[0.0; 3]; Joint::COUNT],
            root: V3 { x: 0.0, y: 0.530, z: 0.0 },
            rests: Vec::new(),
            places: [None; 4],
            fingers: [Fingers::Loose; 2],
            spots: Vec::new(),
            seconds: 3.0,
            hold: 1.0,
        };
        for half in Half::BOTH {
            pose.angles[Joint::Shoulder(half).index()] = [4.0, 7.0, 0.0];
            pose.angles[Joint::Elbow(half).index()] = [14.0, 0.0, 0.0];
            pose.angles[Joint::Hip(half).index()] = [0.0, 1.0, 6.0];
        }
        pose
    }
}

/// How the key poses follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// To the last and straight back to the first, again and again.
    Swing,
    /// To the last, and stay.
    Stay,
    /// To the last and on to the first, round and round.
    Round,
}

/// Where the viewer stands, in degrees: around from the front to the person's left, and up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Around: 0 sees the front, 90 the left side, 180 the back.
    pub around: f64,
    /// Up: 90 sees from above.
    pub up: f64,
    /// Turned in the picture, clockwise.
    pub roll: f64,
}

/// A motion arrow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrow {
    /// Along the way of a skin spot between two key poses, moved away from the body by this much.
    Along(Spot, f64),
    /// The same, with a head at both ends.
    Both(Spot, f64),
    /// Round a spot, this far from it.
    Circle(Spot, f64),
    /// Out of a spot and back in, this far from the skin: breath.
    Out(Spot, f64),
    /// To and fro along the part that the spot is on, this far from the skin.
    Slide(Spot, f64),
}

/// What a close-up must show: parts that are inside the frame, and nothing else needs to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The parts; empty for the whole figure.
    pub parts: Vec<Part>,
}

/// Everything a pose file says of one exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Row of the evidence file, such as `MB01`.
    pub code: String,
    /// Where the viewer stands.
    pub view: View,
    /// What the frame must hold.
    pub frame: Frame,
    /// Key poses, one to four.
    pub keys: Vec<Pose>,
    /// How they follow each other.
    pub cycle: Cycle,
    /// Things around the body.
    pub props: Vec<Prop>,
    /// Where it should be felt.
    pub glow: Vec<Spot>,
    /// What moves.
    pub arrows: Vec<Arrow>,
    /// Groups in drawing order, where the depth alone would be wrong.
    pub order: Vec<String>,
    /// Whether a wall, table or strap keeps the balance, so that the centre of mass need not.
    pub leans: bool,
}
