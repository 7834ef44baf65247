//! The kinds of exercise, by how they act on the body.

use super::slug::slugged;

slugged! {
    /// A technique of the dose table (clinical-evidence 1.2).
    Technique {
        /// Foam rolling with body weight.
        RollerBodyWeight = "roller-body-weight",
        /// Roller at a wall or in a chair.
        RollerLight = "roller-light",
        /// Ball between body and wall, table or seat.
        BallWall = "ball-wall",
        /// Lying on a ball.
        BallLying = "ball-lying",
        /// Light strokes with the hands.
        HandsLight = "hands-light",
        /// Firm strokes or squeezes with the hands.
        HandsFirm = "hands-firm",
        /// Static stretch.
        Stretch = "stretch",
        /// Gentle movement.
        Mobility = "mobility",
        /// Bending backwards.
        Extension = "extension",
        /// Nerve slider.
        NerveSlide = "nerve-slide",
        /// Slow breathing.
        Breathing = "breathing",
        /// Resting position.
        Rest = "rest",
    }
}

impl Technique {
    /// Whether it is massage: roller, ball or hands.
    pub const fn is_massage(self) -> bool {
        match self {
            Self::RollerBodyWeight
            | Self::RollerLight
            | Self::BallWall
            | Self::BallLying
            | Self::HandsLight
            | Self::HandsFirm => true,
            Self::Stretch
            | Self::Mobility
            | Self::Extension
            | Self::NerveSlide
            | Self::Breathing
            | Self::Rest => false,
        }
    }

    /// Whether it is breathing or rest, which the area rule leaves alone (clinical-evidence 2).
    pub const fn is_rest(self) -> bool {
        matches!(self, Self::Breathing | Self::Rest)
    }

    /// Whether body weight lies on a roller or ball, which gentle mode leaves out (clinical-evidence 1.4).
    pub const fn takes_body_weight(self) -> bool {
        matches!(self, Self::RollerBodyWeight | Self::BallLying)
    }
}
