//! Which muscle an exercise presses or pulls, so that no muscle gets more than its time in a session, and
//! which parts of the body that is.

use crate::domain::body::{Area, AreaSet};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::slug::slugged;

slugged! {
    /// A muscle, or a group that the dose table times as one (clinical-evidence 1.3 and section 2).
    Muscle {
        /// Between the shoulder blades and beside the upper spine.
        MidBack = "mid-back",
        /// Wide muscle at the side of the back.
        BackSide = "back-side",
        /// Beside the lower spine.
        LowerBack = "lower-back",
        /// Side of the waist.
        Waist = "waist",
        /// Big muscle of the buttock and its side.
        Buttock = "buttock",
        /// Deep in the buttock.
        DeepButtock = "deep-buttock",
        /// Front corner of the hip.
        OuterHip = "outer-hip",
        /// Bends the hip.
        HipFront = "hip-front",
        /// Front of the thigh.
        FrontThigh = "front-thigh",
        /// Back of the thigh.
        BackThigh = "back-thigh",
        /// Outer part of the thigh.
        OuterThigh = "outer-thigh",
        /// Inner thigh.
        InnerThigh = "inner-thigh",
        /// Calf.
        Calf = "calf",
        /// Beside the shin bone.
        Shin = "shin",
        /// Sole and toes.
        Foot = "foot",
        /// Front of the chest.
        Chest = "chest",
        /// Between neck and shoulder.
        ShoulderTop = "shoulder-top",
        /// Back of the shoulder.
        ShoulderBack = "shoulder-back",
        /// Round muscle of the shoulder.
        ShoulderCap = "shoulder-cap",
        /// Back of the neck.
        Neck = "neck",
        /// Where neck and skull meet.
        SkullBase = "skull-base",
        /// Jaw.
        Jaw = "jaw",
        /// Temples and scalp.
        Scalp = "scalp",
        /// Forearm.
        Forearm = "forearm",
        /// Hand.
        Hand = "hand",
        /// All that an exercise nobody knows could be on.
        Unknown = "unknown",
    }
}

/// The muscles that an exercise presses or pulls; none where nothing does.
///
/// An exercise that is not in the table and has a pressure counts as one muscle of its own.
pub const fn muscles(id: ExerciseId) -> &'static [Muscle] {
    use Muscle as M;
    match id.0 {
        1 | 2 | 13 | 22 | 34 => &[M::MidBack],
        3 => &[M::BackSide],
        4 | 24 | 55 => &[M::Buttock],
        5 | 25 | 65 | 66 => &[M::DeepButtock],
        6 | 16 | 74 => &[M::FrontThigh],
        7 | 31 | 68 | 91 => &[M::BackThigh],
        8 | 15 | 51 | 69 => &[M::Calf],
        9 | 32 => &[M::OuterHip],
        10 => &[M::OuterThigh, M::FrontThigh],
        11 | 75 => &[M::InnerThigh],
        12 => &[M::Shin],
        21 | 42 | 43 | 71 | 72 => &[M::ShoulderTop],
        23 | 45 | 46 | 63 | 77 | 89 | 90 | 97 => &[M::LowerBack],
        26 | 54 | 70 => &[M::Chest],
        27 | 52 => &[M::Foot],
        28 | 44 => &[M::SkullBase],
        29 | 50 | 78 => &[M::Forearm],
        30 | 49 => &[M::Hand],
        33 | 76 => &[M::ShoulderBack],
        41 => &[M::Neck, M::ShoulderTop],
        47 => &[M::Jaw],
        48 => &[M::Scalp],
        53 => &[M::FrontThigh, M::BackThigh],
        56 => &[M::ShoulderCap],
        57 => &[M::ShoulderCap, M::Forearm, M::Hand],
        61 => &[M::LowerBack, M::BackSide],
        62 => &[M::LowerBack, M::Buttock],
        64 => &[M::Waist, M::OuterHip],
        67 => &[M::HipFront, M::FrontThigh],
        73 => &[M::Waist],
        _ => &[M::Unknown],
    }
}

/// The areas that an exercise is on: its own, and those of the muscles that it presses or pulls, so that a
/// stroke from shoulder to hand is on the shoulder and on the arm (R39).
pub fn areas(exercise: &Exercise) -> AreaSet {
    let pulled = exercise.pressure_cap.map_or(&[][..], |_| muscles(exercise.id));
    let own = AreaSet::EMPTY.with(exercise.area);
    pulled.iter().flat_map(|it| it.areas()).fold(own, |set, area| set.with(*area))
}

impl Muscle {
    /// Where it is; nothing of one that nobody knows.
    const fn areas(self) -> &'static [Area] {
        match self {
            Self::MidBack | Self::BackSide => &[Area::UpperBack],
            Self::LowerBack | Self::Waist => &[Area::LowerBack],
            Self::Buttock | Self::DeepButtock | Self::OuterHip | Self::HipFront => &[Area::Hip],
            Self::FrontThigh | Self::BackThigh | Self::OuterThigh | Self::InnerThigh => {
                &[Area::Thigh]
            }
            Self::Calf | Self::Shin => &[Area::Calf],
            Self::Foot => &[Area::Foot],
            Self::Chest => &[Area::Chest],
            Self::ShoulderTop | Self::ShoulderBack => &[Area::Shoulder],
            // HN16 and HN17 go down the upper arm.
            Self::ShoulderCap => &[Area::Shoulder, Area::Arm],
            Self::Neck | Self::SkullBase => &[Area::Neck],
            Self::Jaw | Self::Scalp => &[Area::Head],
            Self::Forearm | Self::Hand => &[Area::Arm],
            Self::Unknown => &[],
        }
    }
}
