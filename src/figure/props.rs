//! Things around the body, made of boxes and rounds.

use super::body::Part;
use super::math::{Frame, V3, v3};
use super::pose::{Pose, Round, Spot};
use super::settle::Settled;
use super::skeleton::Body;

/// A thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The floor, with a mat on it.
    Mat,
    /// The floor without a mat.
    Floor,
    /// A wall at x = 0.
    Wall,
    /// A chair with a back.
    Chair,
    /// A table.
    Table,
    /// A step or low stool.
    Step,
    /// The frame of a doorway.
    Doorway,
    /// A pillow.
    Pillow,
    /// A rolled or folded towel.
    Towel,
    /// A warm pack.
    WarmPack,
    /// The foam roller.
    Roller,
    /// The ball.
    Ball,
    /// Two balls in a sock.
    TwoBalls,
    /// A strap or towel held taut.
    Strap,
}

impl Kind {
    /// Its name in pose files.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "mat" => Self::Mat,
            "floor" => Self::Floor,
            "wall" => Self::Wall,
            "chair" => Self::Chair,
            "table" => Self::Table,
            "step" => Self::Step,
            "doorway" => Self::Doorway,
            "pillow" => Self::Pillow,
            "towel" => Self::Towel,
            "warm-pack" => Self::WarmPack,
            "roller" => Self::Roller,
            "ball" => Self::Ball,
            "two-balls" => Self::TwoBalls,
            "strap" => Self::Strap,
            _ => return None,
        })
    }

    /// Whether it is what the exercise is done with, and not furniture.
    pub const fn is_tool(self) -> bool {
        matches!(
            self,
            Self::Roller | Self::Ball | Self::TwoBalls | Self::Strap | Self::Towel | Self::WarmPack
        )
    }
}

/// Where a thing is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Where {
    /// At its usual place, moved by this and turned by so many degrees to the left.
    At(V3, f64),
    /// Between the body and a surface, as the key poses' rest of this number says.
    Rest(usize),
    /// Against the skin, at the key poses' spot of this number.
    Spot(usize),
    /// Flat under a part of the body.
    Under(Part),
    /// Taut between two spots.
    Between(Spot, Spot),
}

/// A thing and where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prop {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub place: Where,
    /// Degrees that a roller is turned to the left from lying across; 90 lies along x.
    pub turn: f64,
    /// Half its extent along x, y and z, where it is not the usual one.
    pub size: Option<V3>,
}

/// A solid that a thing is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Solid {
    /// A box: middle, half extents and turn.
    Block(V3, V3, Frame),
    /// A round bar: middle, half its length along the direction, radius.
    Bar(V3, V3, f64),
    /// A ball: middle, radius.
    Ball(V3, f64),
    /// A soft flat thing: middle, half extents and turn.
    Soft(V3, V3, Frame),
}

/// Half the length of the roller.
pub const ROLLER_HALF: f64 = 0.14;
/// Seat of the chair: half its depth and width, and its height.
pub const SEAT: (f64, f64, f64) = (0.12, 0.12, 0.265);

impl Prop {
    /// Its middle in a settled pose.
    pub fn middle(&self, settled: &Settled) -> V3 {
        match self.place {
            Where::At(at, _) => at,
            Where::Rest(number) => resting(settled, number).unwrap_or_default(),
            Where::Spot(number) => on_skin(&settled.body, &settled.pose, number, self.radius()),
            Where::Under(part) => under(&settled.body, part, self.half_in(settled).y),
            Where::Between(a, b) => {
                let skin = |spot: Spot| settled.body.skin(spot.part, spot.at, spot.around).0;
                skin(a).toward(skin(b), 0.5)
            }
        }
    }

    /// Half its thickness, for a round thing.
    pub fn radius(&self) -> f64 {
        match self.kind {
            Kind::Roller => Round::Roller.radius(),
            Kind::Ball | Kind::TwoBalls => Round::Ball.radius(),
            Kind::Towel => self.size.map_or(0.028, |size| size.y),
            Kind::Mat
            | Kind::Floor
            | Kind::Wall
            | Kind::Chair
            | Kind::Table
            | Kind::Step
            | Kind::Doorway
            | Kind::Pillow
            | Kind::WarmPack
            | Kind::Strap => 0.0,
        }
    }

    fn half(&self) -> V3 {
        let usual = if self.kind == Kind::Pillow {
            v3(0.085, 0.026, 0.12)
        } else if self.kind == Kind::WarmPack {
            v3(0.06, 0.014, 0.09)
        } else {
            v3(0.0, 0.028, 0.12)
        };
        self.size.unwrap_or(usual)
    }

    /// Half its extents; what lies under a part of the body is as thick as the room there.
    fn half_in(&self, settled: &Settled) -> V3 {
        let half = self.half();
        match (self.place, self.kind) {
            (Where::Under(part), Kind::Pillow) => {
                let room = -settled.body.reach(part, -V3::Y) + 0.012;
                v3(half.x, (room / 2.0).max(0.008), half.z)
            }
            _ => half,
        }
    }

    /// The solids it is made of in a settled pose; none for floor, wall and strap, which are drawn flat.
    pub fn solids(&self, settled: &Settled) -> Vec<Solid> {
        let middle = self.middle(settled);
        let along = Frame::about_y(self.turn).z;
        match self.kind {
            Kind::Mat | Kind::Floor | Kind::Wall | Kind::Strap => Vec::new(),
            Kind::Chair => chair(middle, self.facing()),
            Kind::Table => table(middle, self.facing()),
            Kind::Step => {
                let half = self.size.unwrap_or(v3(0.11, 0.059, 0.14));
                vec![Solid::Block(middle + V3::Y * half.y, half, self.facing())]
            }
            Kind::Doorway => doorway(middle),
            Kind::Pillow | Kind::WarmPack => {
                vec![Solid::Soft(middle, self.half_in(settled), self.facing())]
            }
            Kind::Towel => vec![Solid::Bar(middle, along * self.half().z, self.radius())],
            Kind::Roller => vec![Solid::Bar(middle, along * ROLLER_HALF, self.radius())],
            Kind::Ball => vec![Solid::Ball(middle, self.radius())],
            Kind::TwoBalls => {
                let apart = along * (self.radius() * 1.25);
                vec![
                    Solid::Ball(middle + apart, self.radius()),
                    Solid::Ball(middle - apart, self.radius()),
                ]
            }
        }
    }

    fn facing(&self) -> Frame {
        match self.place {
            Where::At(_, turn) => Frame::about_y(turn),
            Where::Rest(_) | Where::Spot(_) | Where::Under(_) | Where::Between(..) => {
                Frame::about_y(self.turn)
            }
        }
    }
}

/// The middle of the round tool of rest `number`.
fn resting(settled: &Settled, number: usize) -> Option<V3> {
    let rest = settled.pose.rests.get(number)?;
    let radius = rest.via?.radius();
    let (normal, height) = rest.on.plane();
    let touched = match rest.touch {
        super::pose::Touch::Spot(spot) => settled.body.skin(spot.part, spot.at, spot.around).0,
        super::pose::Touch::Part(part) => settled.body.start(part),
    };
    Some(touched.square_to(normal) + normal * (height + radius))
}

fn on_skin(body: &Body, pose: &Pose, number: usize, radius: f64) -> V3 {
    pose.spots.get(number).map_or(V3::ZERO, |spot| {
        let (point, normal) = body.skin(spot.part, spot.at, spot.around);
        point + normal * radius
    })
}

fn under(body: &Body, part: Part, half_height: f64) -> V3 {
    let middle = body.start(part) + body.axis(part) * (part.length() * 0.5);
    v3(middle.x, half_height, middle.z)
}

fn chair(at: V3, turn: Frame) -> Vec<Solid> {
    let (deep, wide, high) = SEAT;
    let block =
        |x: f64, y: f64, z: f64, half: V3| Solid::Block(at + turn.out(v3(x, y, z)), half, turn);
    let leg = v3(0.009, high / 2.0 - 0.01, 0.009);
    let mut solids = vec![
        block(-deep + 0.012, leg.y, wide - 0.014, leg),
        block(-deep + 0.012, leg.y, 0.014 - wide, leg),
        block(deep - 0.02, leg.y, wide - 0.014, leg),
        block(deep - 0.02, leg.y, 0.014 - wide, leg),
    ];
    let post = v3(0.008, 0.125, 0.009);
    solids.push(block(-deep, high + post.y - 0.01, wide - 0.014, post));
    solids.push(block(-deep, high + post.y - 0.01, 0.014 - wide, post));
    solids.push(block(-deep, 0.455, 0.0, v3(0.010, 0.052, wide)));
    solids.push(block(0.0, high - 0.011, 0.0, v3(deep, 0.011, wide)));
    solids
}

fn table(at: V3, turn: Frame) -> Vec<Solid> {
    let block =
        |x: f64, y: f64, z: f64, half: V3| Solid::Block(at + turn.out(v3(x, y, z)), half, turn);
    let leg = v3(0.011, 0.2, 0.011);
    vec![
        block(0.20, 0.2, 0.26, leg),
        block(0.20, 0.2, -0.26, leg),
        block(-0.20, 0.2, 0.26, leg),
        block(-0.20, 0.2, -0.26, leg),
        block(0.0, 0.409, 0.0, v3(0.23, 0.011, 0.29)),
    ]
}

fn doorway(at: V3) -> Vec<Solid> {
    let half = v3(0.02, 0.59, 0.022);
    [-1.0, 1.0]
        .into_iter()
        .map(|side| Solid::Block(at + v3(0.0, half.y, side * 0.27), half, Frame::UPRIGHT))
        .collect()
}
