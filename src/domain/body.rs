//! Parts of the body that exercises and routines are about.

use super::slug::slugged;

slugged! {
    /// An area that a person points at and that exercises are filed under.
    Area {
        /// Front, back and sides of the neck.
        Neck = "neck",
        /// Top of the shoulder and the shoulder joint.
        Shoulder = "shoulder",
        /// Between and beside the shoulder blades.
        UpperBack = "upper-back",
        /// Below the ribs and above the pelvis.
        LowerBack = "lower-back",
        /// Buttock and outer hip.
        Hip = "hip",
        /// Front, back, inner and outer thigh.
        Thigh = "thigh",
        /// Calf and shin.
        Calf = "calf",
        /// Foot and ankle.
        Foot = "foot",
        /// Front of the chest.
        Chest = "chest",
        /// Upper arm, forearm and hand.
        Arm = "arm",
        /// Jaw, temples and scalp.
        Head = "head",
        /// The body as a whole: breathing, rest, warming up.
        WholeBody = "whole-body",
    }
}

slugged! {
    /// How the person is placed while an exercise runs.
    Position {
        /// Lying on the back, on the floor.
        OnBack = "on-back",
        /// Lying face down, on the floor.
        FaceDown = "face-down",
        /// Lying on one side, on the floor.
        OnSide = "on-side",
        /// Sitting on the floor.
        FloorSitting = "floor-sitting",
        /// Kneeling or on hands and knees, on the floor.
        Kneeling = "kneeling",
        /// Sitting on a chair.
        Chair = "chair",
        /// Standing against or facing a wall.
        Wall = "wall",
        /// Standing free.
        Standing = "standing",
    }
}

/// The three places a person has to get up from or down to; moving between them takes longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Posture {
    /// Down on the floor.
    Floor,
    /// On a chair.
    Chair,
    /// On the feet.
    Standing,
}

impl Position {
    /// The posture this position belongs to.
    pub const fn posture(self) -> Posture {
        match self {
            Self::OnBack | Self::FaceDown | Self::OnSide | Self::FloorSitting | Self::Kneeling => {
                Posture::Floor
            }
            Self::Chair => Posture::Chair,
            Self::Wall | Self::Standing => Posture::Standing,
        }
    }
}
