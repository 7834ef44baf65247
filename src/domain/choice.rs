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

/// One answer to one of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Where it is.
    Area(Area),
    /// How many minutes.
    Minutes(u8),
    /// What is at hand.
    Tool(Tool),
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

    /// Whether this is the answer given.
    pub fn has(&self, answer: Answer) -> bool {
        match answer {
            Answer::Area(area) => self.area == Some(area),
            Answer::Minutes(minutes) => self.minutes == Some(minutes),
            Answer::Tool(tool) => self.tool == Some(tool),
        }
    }

    /// Gives an answer; the same one again opens the question.
    pub fn toggle(&mut self, answer: Answer) {
        let given = !self.has(answer);
        match answer {
            Answer::Area(area) => self.area = given.then_some(area),
            Answer::Minutes(minutes) => self.minutes = given.then_some(minutes),
            Answer::Tool(tool) => self.tool = given.then_some(tool),
        }
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
    fn an_answer_replaces_another_and_the_same_one_again_opens_the_question() {
        let mut choice = Choice::default();
        choice.toggle(Answer::Area(Area::Hip));
        choice.toggle(Answer::Minutes(10));
        choice.toggle(Answer::Area(Area::Neck));
        assert_eq!((choice.area, choice.minutes), (Some(Area::Neck), Some(10)));
        assert!(choice.has(Answer::Area(Area::Neck)) && !choice.has(Answer::Tool(Tool::Ball)));
        choice.toggle(Answer::Area(Area::Neck));
        assert_eq!((choice.area, choice.minutes), (None, Some(10)));
    }

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
