//! The mannequin: its parts, their proportions, roundness and mass.
//!
//! Lengths, masses and joint ranges after Winter 2009 (Drillis and Contini) and the AAOS tables; all lengths
//! are shares of body height. How round a part is, is our own drawing.

/// Left or right side of the mannequin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Its left.
    Left,
    /// Its right.
    Right,
}

impl Half {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// 1 for left, -1 for right.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }

    /// What is so much on the left, on this half: the same, or as much the other way.
    pub const fn mirrored(self, on_left: f64) -> f64 {
        match self {
            Self::Left => on_left,
            Self::Right => -on_left,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// A rigid part of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Pelvis, from the middle of the hip joints up.
    Pelvis,
    /// Lower back.
    Low,
    /// Lower half of the rib cage.
    Mid,
    /// Upper half of the rib cage; the shoulders hang on it.
    Top,
    /// Neck.
    Neck,
    /// Head.
    Head,
    /// Upper arm.
    Arm(Half),
    /// Forearm.
    Forearm(Half),
    /// Hand.
    Hand(Half),
    /// Thigh.
    Thigh(Half),
    /// Lower leg.
    Shank(Half),
    /// Foot.
    Foot(Half),
}

use Half::{Left, Right};

impl Part {
    /// Every part, in the order of [`Part::index`].
    pub const ALL: [Self; 18] = [
        Self::Pelvis,
        Self::Low,
        Self::Mid,
        Self::Top,
        Self::Neck,
        Self::Head,
        Self::Arm(Left),
        Self::Forearm(Left),
        Self::Hand(Left),
        Self::Thigh(Left),
        Self::Shank(Left),
        Self::Foot(Left),
        Self::Arm(Right),
        Self::Forearm(Right),
        Self::Hand(Right),
        Self::Thigh(Right),
        Self::Shank(Right),
        Self::Foot(Right),
    ];

    /// Its place in [`Part::ALL`].
    pub const fn index(self) -> usize {
        let (at, half) = match self {
            Self::Pelvis => (0, Left),
            Self::Low => (1, Left),
            Self::Mid => (2, Left),
            Self::Top => (3, Left),
            Self::Neck => (4, Left),
            Self::Head => (5, Left),
            Self::Arm(half) => (6, half),
            Self::Forearm(half) => (7, half),
            Self::Hand(half) => (8, half),
            Self::Thigh(half) => (9, half),
            Self::Shank(half) => (10, half),
            Self::Foot(half) => (11, half),
        };
        match half {
            Left => at,
            Right => at + 6,
        }
    }

    /// The part it hangs on; `None` for the pelvis.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Pelvis => None,
            Self::Low | Self::Thigh(_) => Some(Self::Pelvis),
            Self::Mid => Some(Self::Low),
            Self::Top => Some(Self::Mid),
            Self::Neck | Self::Arm(_) => Some(Self::Top),
            Self::Head => Some(Self::Neck),
            Self::Forearm(half) => Some(Self::Arm(half)),
            Self::Hand(half) => Some(Self::Forearm(half)),
            Self::Shank(half) => Some(Self::Thigh(half)),
            Self::Foot(half) => Some(Self::Shank(half)),
        }
    }

    /// The side it is on; `None` in the middle.
    pub const fn half(self) -> Option<Half> {
        match self {
            Self::Pelvis | Self::Low | Self::Mid | Self::Top | Self::Neck | Self::Head => None,
            Self::Arm(half)
            | Self::Forearm(half)
            | Self::Hand(half)
            | Self::Thigh(half)
            | Self::Shank(half)
            | Self::Foot(half) => Some(half),
        }
    }

    /// Its name in pose files, such as `l-thigh`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Its name in pose files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pelvis => "pelvis",
            Self::Low => "low",
            Self::Mid => "mid",
            Self::Top => "top",
            Self::Neck => "neck",
            Self::Head => "head",
            Self::Arm(Left) => "l-arm",
            Self::Arm(Right) => "r-arm",
            Self::Forearm(Left) => "l-forearm",
            Self::Forearm(Right) => "r-forearm",
            Self::Hand(Left) => "l-hand",
            Self::Hand(Right) => "r-hand",
            Self::Thigh(Left) => "l-thigh",
            Self::Thigh(Right) => "r-thigh",
            Self::Shank(Left) => "l-shank",
            Self::Shank(Right) => "r-shank",
            Self::Foot(Left) => "l-foot",
            Self::Foot(Right) => "r-foot",
        }
    }

    /// Length from its joint to the next.
    pub const fn length(self) -> f64 {
        match self {
            Self::Pelvis => 0.055,
            Self::Low | Self::Mid | Self::Top => 0.085,
            Self::Neck => 0.062,
            Self::Head => 0.098,
            Self::Arm(_) => 0.186,
            Self::Forearm(_) => 0.146,
            Self::Hand(_) => 0.108,
            Self::Thigh(_) => 0.245,
            Self::Shank(_) => 0.246,
            Self::Foot(_) => 0.113,
        }
    }

    /// Share of the body's mass.
    pub const fn mass(self) -> f64 {
        match self {
            Self::Pelvis => 0.142,
            Self::Low => 0.139,
            Self::Mid | Self::Top => 0.108,
            Self::Neck => 0.018,
            Self::Head => 0.063,
            Self::Arm(_) => 0.028,
            Self::Forearm(_) => 0.016,
            Self::Hand(_) => 0.006,
            Self::Thigh(_) => 0.100,
            Self::Shank(_) => 0.0465,
            Self::Foot(_) => 0.0145,
        }
    }

    /// How round it is, from its joint on.
    pub const fn rings(self) -> &'static [Ring] {
        match self {
            Self::Pelvis => PELVIS,
            Self::Low => LOW,
            Self::Mid => MID,
            Self::Top => TOP,
            Self::Neck => NECK,
            Self::Head => HEAD,
            Self::Arm(_) => ARM,
            Self::Forearm(_) => FOREARM,
            Self::Hand(_) => HAND,
            Self::Thigh(_) => THIGH,
            Self::Shank(_) => SHANK,
            Self::Foot(_) => FOOT,
        }
    }
}

/// Half the distance of the hip joints.
pub const HIP_HALF: f64 = 0.052;
/// Half the distance of the shoulder joints.
pub const SHOULDER_HALF: f64 = 0.107;
/// The shoulder joint above the lower end of [`Part::Top`].
pub const SHOULDER_UP: f64 = 0.056;
/// Height of the ankle joint above the sole.
pub const ANKLE: f64 = 0.039;
/// From the wrist to the middle of the palm.
pub const PALM: f64 = 0.05;
/// From the wrist to the pads of the fingertips.
pub const TIPS: f64 = 0.094;
/// Half the thickness of the hand.
pub const HAND_THICK: f64 = 0.012;

/// A ring round a part: how far along the part, then how far its skin reaches to the front, to the back and
/// to each side of the part's axis.
#[derive(Clone, Copy, Debug)]
pub struct Ring {
    /// Along the part.
    pub at: f64,
    /// To the front.
    pub front: f64,
    /// To the back.
    pub back: f64,
    /// To each side.
    pub side: f64,
}

const fn ring(at: f64, front: f64, back: f64, side: f64) -> Ring {
    Ring { at, front, back, side }
}

const PELVIS: &[Ring] = &[
    ring(-0.054, 0.024, 0.044, 0.056),
    ring(-0.028, 0.044, 0.064, 0.082),
    ring(0.005, 0.055, 0.074, 0.094),
    ring(0.055, 0.057, 0.062, 0.084),
];
const LOW: &[Ring] = &[
    ring(-0.022, 0.056, 0.064, 0.087),
    ring(0.030, 0.056, 0.052, 0.077),
    ring(0.085, 0.060, 0.054, 0.079),
];
const MID: &[Ring] = &[
    ring(0.0, 0.060, 0.054, 0.079),
    ring(0.045, 0.064, 0.058, 0.086),
    ring(0.085, 0.064, 0.060, 0.092),
];
const TOP: &[Ring] = &[
    ring(0.0, 0.064, 0.060, 0.092),
    ring(0.040, 0.056, 0.060, 0.100),
    ring(0.066, 0.044, 0.053, 0.106),
    ring(0.084, 0.030, 0.040, 0.076),
    ring(0.098, 0.022, 0.032, 0.042),
];
const NECK: &[Ring] = &[
    ring(-0.012, 0.030, 0.032, 0.034),
    ring(0.030, 0.028, 0.029, 0.030),
    ring(0.070, 0.028, 0.029, 0.029),
];
const HEAD: &[Ring] = &[
    ring(-0.030, 0.045, 0.030, 0.032),
    ring(0.010, 0.058, 0.050, 0.043),
    ring(0.050, 0.056, 0.056, 0.046),
    ring(0.080, 0.040, 0.040, 0.034),
];
const ARM: &[Ring] = &[
    ring(-0.002, 0.034, 0.037, 0.033),
    ring(0.060, 0.034, 0.034, 0.032),
    ring(0.140, 0.028, 0.029, 0.028),
    ring(0.186, 0.025, 0.026, 0.026),
];
const FOREARM: &[Ring] = &[
    ring(0.0, 0.025, 0.026, 0.026),
    ring(0.040, 0.028, 0.027, 0.029),
    ring(0.110, 0.020, 0.019, 0.022),
    ring(0.146, 0.017, 0.016, 0.020),
];
const HAND: &[Ring] = &[
    ring(0.0, 0.017, 0.017, 0.012),
    ring(0.045, 0.023, 0.021, 0.012),
    ring(0.098, 0.014, 0.014, 0.008),
];
const THIGH: &[Ring] = &[
    ring(-0.005, 0.060, 0.060, 0.060),
    ring(0.070, 0.060, 0.050, 0.058),
    ring(0.170, 0.048, 0.040, 0.046),
    ring(0.245, 0.040, 0.036, 0.038),
];
const SHANK: &[Ring] = &[
    ring(0.0, 0.039, 0.036, 0.037),
    ring(0.070, 0.031, 0.048, 0.040),
    ring(0.150, 0.024, 0.034, 0.030),
    ring(0.235, 0.021, 0.023, 0.021),
];
const FOOT: &[Ring] = &[
    ring(-0.020, 0.020, 0.039, 0.020),
    ring(0.040, 0.006, 0.039, 0.024),
    ring(0.100, -0.020, 0.039, 0.026),
];
