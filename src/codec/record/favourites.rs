//! `unknot.favourites`: the routines and exercises that the person marked.

use super::{Decoded, Record, RecordError, decode_with, finish, versioned, word};
use crate::codec::json::{Fields, Json};

/// What the person marked, by slug, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Favourites {
    /// Slugs of routines, each at most 64 bytes of `a-z`, `0-9` and `-`, each once.
    pub routines: Vec<String>,
    /// Slugs of exercises, in the same way.
    pub exercises: Vec<String>,
}

impl Favourites {
    /// How many of each are kept; the oldest goes.
    pub const MAX: usize = 200;

    /// Puts `slug` first in `list`, or takes it out when it is there.
    pub fn toggle(list: &mut Vec<String>, slug: &str) {
        let before = list.len();
        list.retain(|it| it != slug);
        if list.len() == before {
            list.insert(0, slug.to_owned());
            list.truncate(Self::MAX);
        }
    }
}

impl Record for Favourites {
    const KEY: &'static str = "unknot.favourites";

    fn encode(&self) -> String {
        let list = |slugs: &[String]| slugs.iter().map(|it| it.as_str().into()).collect::<Json>();
        finish(
            versioned()
                .put("routines", list(&self.routines))
                .put("exercises", list(&self.exercises)),
        )
    }

    /// A slug that the library does not hold stays: another version may know it (D18).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self { routines: slugs(fields, "routines"), exercises: slugs(fields, "exercises") })
        })
    }
}

/// The slugs that can be read; each that cannot, or is there twice, is left out and counted.
fn slugs(fields: Fields<'_>, key: &str) -> Vec<String> {
    let Some(items) = fields.get(key).and_then(Json::items) else {
        return fields.bad(Vec::new());
    };
    let mut slugs: Vec<String> = Vec::new();
    for item in items {
        match word(Some(item)) {
            Some(slug) if slugs.len() < Favourites::MAX && !slugs.iter().any(|it| it == slug) => {
                slugs.push(slug.to_owned());
            }
            Some(_) | None => fields.bad(()),
        }
    }
    slugs
}
