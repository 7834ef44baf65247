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

/// The tools at hand. Hands and nothing are always at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ToolSet(u16);

const _: () = assert!(Tool::ALL.len() <= 16, "a tool set has 16 places");

impl ToolSet {
    /// Every tool.
    pub const ALL: Self = Self(u16::MAX);
    /// Nothing but hands.
    pub const HANDS: Self = Self(1 << Tool::Nothing as u16 | 1 << Tool::Hands as u16);

    /// The set with `tool` in it.
    #[must_use]
    pub const fn with(self, tool: Tool) -> Self {
        Self(self.0 | 1 << tool as u16)
    }

    /// The set without `tool`; hands and nothing stay.
    #[must_use]
    pub const fn without(self, tool: Tool) -> Self {
        Self(self.0 & !(1 << tool as u16) | Self::HANDS.0)
    }

    /// Whether `tool` is in it.
    pub const fn has(self, tool: Tool) -> bool {
        self.0 & 1 << tool as u16 != 0
    }
}

impl FromIterator<Tool> for ToolSet {
    fn from_iter<I: IntoIterator<Item = Tool>>(tools: I) -> Self {
        tools.into_iter().fold(Self::HANDS, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_is_told_twice_is_at_hand_and_hands_always_are() {
        let set: ToolSet = [Tool::Ball, Tool::Ball, Tool::Hands].into_iter().collect();
        for tool in Tool::ALL {
            let is_in = matches!(tool, Tool::Nothing | Tool::Hands | Tool::Ball);
            assert_eq!(set.has(*tool), is_in, "{}", tool.slug());
            let is_hand = matches!(tool, Tool::Nothing | Tool::Hands);
            assert_eq!(ToolSet::ALL.without(*tool).has(*tool), is_hand, "{}", tool.slug());
        }
    }
}
