//! What a path is filled with.

/// What a path is filled with; the style gives each tone its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Skin.
    Skin,
    /// Hair.
    Hair,
    /// A thin line on skin: mouth, eyes, fingers, toes.
    Line,
    /// The top.
    Cloth,
    /// The sleeve of the top.
    Sleeve,
    /// The trousers.
    Legs,
    /// The tool.
    Tool,
    /// A mark on the tool that shows it turn.
    Mark,
    /// Floor, wall and furniture.
    Surface,
    /// The lit top of furniture and the mat.
    Top,
    /// Pillows.
    Soft,
    /// Where it should be felt.
    Glow,
    /// What moves, and how far.
    Arrow,
}

impl Tone {
    /// Every tone, in the order of the style's classes.
    pub const ALL: [Self; 13] = [
        Self::Skin,
        Self::Hair,
        Self::Line,
        Self::Cloth,
        Self::Sleeve,
        Self::Legs,
        Self::Tool,
        Self::Mark,
        Self::Surface,
        Self::Top,
        Self::Soft,
        Self::Glow,
        Self::Arrow,
    ];

    /// Its letter in the sheet.
    pub const fn letter(self) -> char {
        match self {
            Self::Skin => 's',
            Self::Hair => 'h',
            Self::Line => 'l',
            Self::Cloth => 'c',
            Self::Sleeve => 'e',
            Self::Legs => 'g',
            Self::Tool => 't',
            Self::Mark => 'k',
            Self::Surface => 'f',
            Self::Top => 'p',
            Self::Soft => 'q',
            Self::Glow => 'o',
            Self::Arrow => 'a',
        }
    }

    /// The tone of this letter.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.letter() == letter)
    }

    /// Its class in the style.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Skin => "skin",
            Self::Hair => "hair",
            Self::Line => "line",
            Self::Cloth => "cloth",
            Self::Sleeve => "sleeve",
            Self::Legs => "legs",
            Self::Tool => "tool",
            Self::Mark => "mark",
            Self::Surface => "surface",
            Self::Top => "top",
            Self::Soft => "soft",
            Self::Glow => "glow",
            Self::Arrow => "arrow",
        }
    }
}
