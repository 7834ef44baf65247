//! The set-up check: one screen before each session (R28, clinical-evidence 3.6).

use crate::domain::equipment::Tool;
use crate::domain::slug::slugged;

slugged! {
    /// One line of the set-up check.
    SetUp {
        /// Clear floor, and a chair or wall in reach.
        ClearFloor = "clear-floor",
        /// Phone on a stand, voice on.
        PhoneStand = "phone-stand",
        /// Shoes off, floor dry.
        ShoesOff = "shoes-off",
        /// Roller or ball firm but not hard.
        FirmNotHard = "firm-not-hard",
        /// Skin warm, no lotion where a ball may slip.
        WarmDrySkin = "warm-dry-skin",
        /// Bladder empty.
        Bladder = "bladder",
        /// Not straight after a big meal or alcohol.
        NoBigMeal = "no-big-meal",
        /// Nails short for work with the hands.
        ShortNails = "short-nails",
        /// Sore hands use knuckles or a ball.
        SoreHands = "sore-hands",
    }
}

/// The lines that matter for a routine that uses `tools`, in order.
pub fn set_up(tools: &[Tool]) -> Vec<SetUp> {
    SetUp::ALL.iter().copied().filter(|line| line.matters_with(tools)).collect()
}

impl SetUp {
    fn matters_with(self, tools: &[Tool]) -> bool {
        let presses = |tool: &Tool| matches!(tool, Tool::Ball | Tool::TwoBalls | Tool::Roller);
        let by_hand = tools.contains(&Tool::Hands);
        match self {
            Self::ClearFloor
            | Self::PhoneStand
            | Self::ShoesOff
            | Self::Bladder
            | Self::NoBigMeal => true,
            Self::FirmNotHard => tools.iter().any(presses),
            Self::WarmDrySkin => by_hand || tools.iter().any(presses),
            Self::ShortNails | Self::SoreHands => by_hand,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_shows_when_hands_and_a_ball_are_used() {
        // R28
        assert_eq!(set_up(&[Tool::Hands, Tool::Ball]), SetUp::ALL);
    }

    #[test]
    fn a_ball_alone_needs_dry_skin_and_no_short_nails() {
        // R28
        let lines = set_up(&[Tool::Ball]);
        assert!(lines.contains(&SetUp::WarmDrySkin) && !lines.contains(&SetUp::ShortNails));
    }

    #[test]
    fn a_chair_only_routine_is_not_asked_about_nails_or_rollers() {
        // R28
        let lines = set_up(&[Tool::Chair]);
        assert!(!lines.contains(&SetUp::ShortNails) && !lines.contains(&SetUp::FirmNotHard));
        assert!(lines.contains(&SetUp::ClearFloor) && lines.contains(&SetUp::NoBigMeal));
    }
}
