//! What a person needs at hand for an exercise.

use super::slug::slugged;

slugged! {
    /// A tool for self-massage or stretching, most of them found at home.
    Tool {
        /// Nothing but the body.
        Nothing = "nothing",
        /// The person's own hands.
        Hands = "hands",
        /// A tennis ball.
        Ball = "ball",
        /// Two tennis balls in a sock.
        TwoBalls = "two-balls",
        /// A foam roller, soft or medium.
        Roller = "roller",
        /// A firm chair.
        Chair = "chair",
        /// A free stretch of wall.
        Wall = "wall",
        /// A mat or carpet.
        Mat = "mat",
        /// A strap or long towel.
        Strap = "strap",
        /// A rolled soft towel.
        Towel = "towel",
        /// A door frame.
        Doorway = "doorway",
    }
}
