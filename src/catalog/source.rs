//! Where doses, limits and frequencies come from.

use super::words::words;

/// How far a source has been read (clinical-evidence section 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The excerpt seen supports the point (label L).
    Seen,
    /// Only a page about it was seen (label L2).
    Background,
    /// Known and not looked up (label K).
    Known,
    /// A careful rule made for this app, without a trial (label E).
    Rule,
}

impl Standing {
    /// The standing that the file of words names so.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "seen" => Some(Self::Seen),
            "background" => Some(Self::Background),
            "known" => Some(Self::Known),
            "rule" => Some(Self::Rule),
            _ => None,
        }
    }
}

/// A source that an exercise or routine names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id in the evidence file, such as `S09`, or `K` or `E`.
    pub id: &'static str,
    /// Author or body, year and subject in a few plain words.
    pub label: &'static str,
    /// How far it has been read.
    pub standing: Standing,
}

/// Every source that the library names, in order of id; none before the words have come.
pub fn sources() -> &'static [Source] {
    words().map_or(&[], |it| &it.sources)
}

/// The source with this id; `None` when nothing names it, or before the words have come.
pub fn source(id: &str) -> Option<&'static Source> {
    let at = sources().binary_search_by(|it| it.id.cmp(id)).ok()?;
    sources().get(at)
}
