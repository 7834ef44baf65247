//! What is said of and around the figures.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

use super::messages::common;
use crate::domain::side::Side;

pub const SHOW: &str = "Show the move";
pub const STOP: &str = "Stop the move";
pub const SIDE: &str = "Side that is shown";
pub const STEPS: &str = "Step by step";
pub const STEPS_HINT: &str = "Tap a step to see its pose.";

/// The name of a picture: the exercise, and the side where it shows one.
pub fn name(exercise: &str, side: Side) -> String {
    let side = match side {
        Side::Both => return exercise.to_owned(),
        Side::Left => common::LEFT_SIDE,
        Side::Right => common::RIGHT_SIDE,
    };
    [exercise, ", ", &side.to_ascii_lowercase()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_one_side_says_which() {
        assert_eq!(name("Cat and cow", Side::Both), "Cat and cow");
        assert_eq!(name("Calf stretch", Side::Right), "Calf stretch, right side");
    }
}
