//! What a person answers on Home: where it is, how long they have, what is at hand.

use super::body::Area;
use super::equipment::Tool;

/// The answers given so far; an open question is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Where it is.
    pub area: Option<Area>,
    /// Minutes they have, one of [`Choice::MINUTES`].
    pub minutes: Option<u8>,
    /// The best tool at hand, one of [`Choice::TOOLS`]; a chair means nothing but a chair.
    pub tool: Option<Tool>,
}

impl Choice {
    /// The lengths that are offered, in minutes (clinical-evidence 5).
    pub const MINUTES: [u8; 5] = [5, 10, 15, 20, 30];

    /// The tools that are offered, from the most to the least that someone needs.
    pub const TOOLS: [Tool; 5] =
        [Tool::Roller, Tool::Ball, Tool::Hands, Tool::Nothing, Tool::Chair];

    /// Whether no question is answered.
    pub const fn is_empty(&self) -> bool {
        self.area.is_none() && self.minutes.is_none() && self.tool.is_none()
    }

    /// These minutes, if they are offered.
    pub fn minutes_from(minutes: u8) -> Option<u8> {
        Self::MINUTES.contains(&minutes).then_some(minutes)
    }

    /// The tool with this slug, if it is offered.
    pub fn tool_from_slug(slug: &str) -> Option<Tool> {
        Tool::from_slug(slug).filter(|tool| Self::TOOLS.contains(tool))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_home_offers_can_be_chosen() {
        assert_eq!(Choice::minutes_from(15), Some(15));
        assert_eq!(Choice::minutes_from(12), None);
        assert_eq!(Choice::tool_from_slug("ball"), Some(Tool::Ball));
        assert_eq!(Choice::tool_from_slug("strap"), None);
        assert!(Choice::default().is_empty());
        assert!(!Choice { minutes: Some(5), ..Choice::default() }.is_empty());
    }
}
