//! Reads and checks `data/text/en/synonyms.json`: other words under which people look for things.
//!
//! A word that people type is written as the search folds it: `a` to `z` and `0` to `9` only.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::domain::body::{Area, Position};
use super::domain::equipment::Tool;
use super::domain::technique::Technique;
use super::files::{File, Library, Problem};

const PATH: &str = "data/text/en/synonyms.json";

/// Most groups of words: one bit each of the search's `u128`.
const MAX_GROUPS: usize = 128;

/// The file's own shape; every list of words is written with spaces between them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymFile {
    areas: BTreeMap<String, String>,
    tools: BTreeMap<String, String>,
    positions: BTreeMap<String, String>,
    techniques: BTreeMap<String, String>,
    /// Words for a muscle, and the codes of the exercises that reach it.
    muscles: BTreeMap<String, Vec<String>>,
    filler: String,
    conditions: String,
}

/// What the words of a group stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Means {
    /// A variant of a closed set, as `Area::Hip` is written in Rust.
    Variant(&'static str, String),
    /// These exercises, by code.
    Exercises(Vec<String>),
}

/// Words that all stand for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The words, with one space between them.
    pub(crate) words: String,
    /// What they stand for.
    pub(crate) means: Means,
}

/// Everything that the search knows beside names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Synonyms {
    /// Areas and muscles first, the rest after them.
    pub(crate) groups: Vec<Group>,
    /// How many of the groups name a part of the body.
    pub(crate) body_groups: usize,
    /// Words that are passed over in a query.
    pub(crate) filler: String,
    /// Names of conditions, for which nothing is offered.
    pub(crate) conditions: String,
}

/// Reads the file and holds every word, slug and code in it to its rule (B28 in `docs/spec/library.md`).
///
/// # Errors
/// One problem for each broken rule, or one for a file that is missing or has another shape.
pub(crate) fn read(files: &[File], library: &Library<'_>) -> Result<Synonyms, Vec<Problem>> {
    let Some(file) = files.iter().find(|file| file.path == PATH) else {
        let message = "file is missing".to_owned();
        return Err(vec![Problem { file: PATH.to_owned(), line: 1, message }]);
    };
    let parsed: SynonymFile = serde_json::from_str(&file.text).map_err(|error| {
        let line = error.line().max(1);
        vec![Problem { file: file.path.clone(), line, message: error.to_string() }]
    })?;
    let mut reader = Reader { file, groups: Vec::new(), problems: Vec::new() };
    reader.slugs("areas", "Area", &parsed.areas, Area::ALL, Area::slug);
    reader.muscles(&parsed.muscles, library);
    let body_groups = reader.groups.len();
    reader.slugs("tools", "Tool", &parsed.tools, Tool::ALL, Tool::slug);
    reader.slugs("positions", "Position", &parsed.positions, Position::ALL, Position::slug);
    reader.slugs("techniques", "Technique", &parsed.techniques, Technique::ALL, Technique::slug);
    reader.words("filler", &parsed.filler);
    reader.words("conditions", &parsed.conditions);
    reader.apart(&parsed.filler, &parsed.conditions);
    let Reader { groups, mut problems, .. } = reader;
    if groups.len() > MAX_GROUPS {
        let message = format!("{} groups of words; {MAX_GROUPS} at most", groups.len());
        problems.push(file.problem(&[], message));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let SynonymFile { filler, conditions, .. } = parsed;
    Ok(Synonyms { groups, body_groups, filler, conditions })
}

struct Reader<'f> {
    file: &'f File,
    groups: Vec<Group>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn report(&mut self, key: &str, message: &str) {
        let needle = format!("\"{key}\"");
        self.problems.push(self.file.problem(&[&needle], format!("{key}: {message}")));
    }

    /// One group for each slug of a closed set; all of them must be there and no other.
    fn slugs<T: Copy + std::fmt::Debug>(
        &mut self,
        key: &str,
        set: &'static str,
        given: &BTreeMap<String, String>,
        all: &[T],
        slug: fn(T) -> &'static str,
    ) {
        for one in all {
            let Some(words) = given.get(slug(*one)) else {
                self.report(key, &format!("{} has no words", slug(*one)));
                continue;
            };
            self.words(slug(*one), words);
            let means = Means::Variant(set, format!("{one:?}"));
            self.groups.push(Group { words: words.clone(), means });
        }
        for unknown in given.keys().filter(|it| !all.iter().any(|one| slug(*one) == it.as_str())) {
            self.report(unknown, &format!("unknown word of {key}"));
        }
    }

    /// Exercises that are numbered but not in the library yet are passed over.
    fn muscles(&mut self, given: &BTreeMap<String, Vec<String>>, library: &Library<'_>) {
        let shipped: BTreeSet<&str> = library
            .areas
            .iter()
            .flat_map(|(_, area)| area.exercises.iter().map(|it| it.code.as_str()))
            .collect();
        for (words, codes) in given {
            self.words(words, words);
            if codes.is_empty() {
                self.report(words, "names no exercise");
            }
            for code in codes.iter().filter(|it| !library.numbers.1.exercises.contains_key(*it)) {
                self.report(words, &format!("{code} is not in data/numbers.json"));
            }
            let codes: Vec<_> =
                codes.iter().filter(|it| shipped.contains(it.as_str())).cloned().collect();
            if !codes.is_empty() {
                let means = Means::Exercises(codes);
                self.groups.push(Group { words: words.clone(), means });
            }
        }
    }

    /// Every word is there once and written as a query is folded.
    fn words(&mut self, key: &str, words: &str) {
        let mut seen = BTreeSet::new();
        for word in words.split(' ') {
            let is_folded = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            if word.is_empty() || !word.bytes().all(is_folded) {
                self.report(key, &format!("\"{word}\" may hold only a to z and 0 to 9"));
            } else if !seen.insert(word) {
                self.report(key, &format!("{word} is there twice"));
            }
        }
    }

    /// A word cannot be passed over and mean something; a condition is never a way to an exercise.
    fn apart(&mut self, filler: &str, conditions: &str) {
        let groups = self.groups.clone();
        let means = |word: &str| groups.iter().any(|it| it.words.split(' ').any(|one| one == word));
        for (key, words) in [("filler", filler), ("conditions", conditions)] {
            for word in words.split(' ').filter(|it| means(it)) {
                self.report(key, &format!("{word} stands for something too"));
            }
        }
    }
}
