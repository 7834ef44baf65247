//! Where doses, limits and frequencies come from.

use super::{conditions, library};

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

/// Every source that the library names, in order of id.
pub fn sources() -> &'static [Source] {
    &library::SOURCES
}

/// The source with this id; `None` when no exercise, routine or condition names it.
pub fn source(id: &str) -> Option<&'static Source> {
    let at = library::SOURCES.binary_search_by(|it| it.id.cmp(id)).ok();
    at.and_then(|at| library::SOURCES.get(at)).or_else(|| conditions::source(id))
}
