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
