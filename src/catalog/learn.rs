//! Articles, after-care cards and the places never to press: words that belong to no single exercise.

use super::words::words;
use crate::domain::exercise::ExerciseId;

/// What an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A way of massaging or stretching.
    Technique,
    /// Warmth, cold, and the time after a session.
    Care,
    /// How often, what to expect, where not to press.
    Guide,
}

/// One article of Learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Permanent word in addresses.
    pub slug: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Title.
    pub title: &'static str,
    /// What a reader finds in it, in one line.
    pub summary: &'static str,
    /// The exercises that carry it.
    pub exercises: Vec<ExerciseId>,
    /// Headings, paragraphs and lists in order.
    pub blocks: Vec<Block>,
}

/// One part of an article; all that it says has a source id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Begins a section.
    Heading(&'static str),
    /// A paragraph.
    Text {
        /// The paragraph.
        text: &'static str,
        /// Source ids.
        sources: Vec<&'static str>,
    },
    /// Lines of equal rank.
    List {
        /// The lines.
        items: &'static [&'static str],
        /// Source ids.
        sources: Vec<&'static str>,
    },
}

/// One after-care card (clinical-evidence 5.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Permanent number, 121 to 126.
    pub number: u16,
    /// Name.
    pub name: &'static str,
    /// What to do or to leave out, one thing each.
    pub lines: &'static [&'static str],
    /// Source ids.
    pub sources: Vec<&'static str>,
}

/// What may still touch a place that is never pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Nothing.
    None,
    /// A light hand.
    Light,
    /// Anything but a roller.
    NoRoller,
}

/// A place of the body that is never pressed (clinical-evidence 3.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Permanent word.
    pub slug: &'static str,
    /// What may still touch it.
    pub touch: Touch,
    /// Name of the place.
    pub name: &'static str,
    /// What not to do there.
    pub rule: &'static str,
    /// Why not.
    pub why: &'static str,
    /// Source ids.
    pub sources: Vec<&'static str>,
}

impl Kind {
    /// Every kind, in the order Learn shows them.
    pub const ALL: [Self; 3] = [Self::Guide, Self::Technique, Self::Care];

    /// The kind that the file of words names so.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "technique" => Some(Self::Technique),
            "care" => Some(Self::Care),
            "guide" => Some(Self::Guide),
            _ => None,
        }
    }
}

impl Touch {
    /// The touch that the file of words names so.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "none" => Some(Self::None),
            "light" => Some(Self::Light),
            "no-roller" => Some(Self::NoRoller),
            _ => None,
        }
    }
}

/// Every article, in the order of `data/learn.json`; none before the words have come.
pub fn articles() -> &'static [Article] {
    words().map_or(&[], |it| &it.articles)
}

/// The article with this slug; `None` when there is none, or before the words have come.
pub fn article(slug: &str) -> Option<&'static Article> {
    articles().iter().find(|it| it.slug == slug)
}

/// The after-care cards, in order of number; none before the words have come.
pub fn cards() -> &'static [Card] {
    words().map_or(&[], |it| &it.cards)
}

/// The places never to press; none before the words have come.
pub fn zones() -> &'static [Zone] {
    words().map_or(&[], |it| &it.zones)
}
