//! Why a link leads to no routine, in the person's words.

use crate::codec::link::LinkError;
use crate::i18n::received::problem as words;

/// Why there is no routine to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The end of the link is missing.
    CutShort,
    /// Something in it is not as it was written.
    Damaged,
    /// A newer app made it.
    Newer,
    /// It is longer than any link, has too many steps or lasts too long.
    TooLong,
    /// There is no step in it.
    Empty,
    /// There is no link in the text.
    NotALink,
    /// It was opened before, and this page does not have it any more.
    Gone,
}

impl Problem {
    const ALL: [Self; 7] = [
        Self::CutShort,
        Self::Damaged,
        Self::Newer,
        Self::TooLong,
        Self::Empty,
        Self::NotALink,
        Self::Gone,
    ];

    /// What went wrong when a link was read.
    pub const fn of(error: LinkError) -> Self {
        match error {
            LinkError::Empty => Self::Empty,
            LinkError::NotALink => Self::NotALink,
            LinkError::Truncated => Self::CutShort,
            LinkError::Damaged => Self::Damaged,
            LinkError::Newer => Self::Newer,
            LinkError::TooLong { .. }
            | LinkError::TooManySteps { .. }
            | LinkError::TooLongInAll { .. } => Self::TooLong,
        }
    }

    /// Its word in `data-problem`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::CutShort => "cut-short",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::TooLong => "too-long",
            Self::Empty => "empty",
            Self::NotALink => "not-a-link",
            Self::Gone => "gone",
        }
    }

    /// The problem with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// What happened, as a headline.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CutShort => words::CUT_SHORT,
            Self::Damaged => words::DAMAGED,
            Self::Newer => words::NEWER,
            Self::TooLong => words::TOO_LONG,
            Self::Empty => words::EMPTY,
            Self::NotALink => words::NOT_A_LINK,
            Self::Gone => words::GONE,
        }
    }

    /// What to do about it.
    pub const fn way_on(self) -> &'static str {
        match self {
            Self::CutShort => words::CUT_SHORT_WAY,
            Self::Damaged => words::DAMAGED_WAY,
            Self::Newer => words::NEWER_WAY,
            Self::TooLong => words::TOO_LONG_WAY,
            Self::Empty => words::EMPTY_WAY,
            Self::NotALink => words::NOT_A_LINK_WAY,
            Self::Gone => words::GONE_WAY,
        }
    }
}
