//! The articles of Learn: their shapes, and what must hold for each (`docs/spec/library.md`, B19 to B21).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::files::{self, File, Library, Problem};
use super::records::{ExerciseRecord, SourceRecord};
use super::report::{Reporter, source_problems};

/// Folder of the words; a file there is named after its article.
const TEXTS: &str = "data/text/en/learn/";

/// What an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A way of massaging or stretching.
    Technique,
    /// Warmth, cold, and the time after a session.
    Care,
    /// How often, what to expect, where not to press.
    Guide,
}

/// The structure of one article.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArticleRecord {
    /// Permanent word in addresses.
    pub(crate) slug: String,
    /// What it is about.
    pub(crate) kind: Kind,
    /// Codes of the exercises that carry it.
    pub(crate) exercises: Vec<String>,
}

/// The words of one article.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArticleText {
    /// Title.
    pub(crate) title: String,
    /// What a reader finds in it, in one line.
    pub(crate) summary: String,
    /// Its parts in order.
    pub(crate) sections: Vec<Section>,
}

/// One part of an article.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// Heading.
    pub(crate) heading: String,
    /// Paragraphs and lists in order.
    pub(crate) blocks: Vec<Block>,
}

/// A paragraph or a list, never both.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    /// The paragraph.
    pub(crate) text: Option<String>,
    /// The lines of the list.
    pub(crate) list: Option<Vec<String>>,
    /// Source ids of all that is said in it.
    pub(crate) sources: Vec<String>,
}

/// All articles.
#[derive(Clone, Debug)]
pub(crate) struct Learn<'f> {
    /// `data/learn.json`.
    pub(crate) records: (&'f File, Vec<ArticleRecord>),
    /// `data/text/en/learn/*.json`.
    pub(crate) texts: Vec<(&'f File, ArticleText)>,
}

/// Reads the articles; `None` with a problem where a file is missing or has another shape.
pub(crate) fn parse<'f>(files: &'f [File], problems: &mut Vec<Problem>) -> Option<Learn<'f>> {
    let texts = files::many(files, TEXTS, problems);
    let records = files::one(files, "data/learn.json", problems)?;
    Some(Learn { records, texts })
}

/// The slug of the article that the words in this file belong to.
pub(crate) fn slug_of(file: &File) -> &str {
    let name = file.path.strip_prefix(TEXTS).unwrap_or(&file.path);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Checks every article and its words.
pub(crate) fn check(
    library: &Library<'_>,
    by_code: &BTreeMap<&str, &ExerciseRecord>,
    problems: &mut Vec<Problem>,
) {
    let (file, records) = &library.learn.records;
    let mut seen = BTreeSet::new();
    for record in records {
        let mut at = Reporter::slug(file, &record.slug, problems);
        at.check_slug(&record.slug);
        at.check_once("slug", &mut seen);
        at.check_exercises(by_code, "exercises", &record.exercises);
        let waits = |code: &&String| by_code.get(code.as_str()).is_some_and(|it| it.needs_signoff);
        for code in record.exercises.iter().filter(waits) {
            let needles = ["\"exercises\"", &format!("\"{code}\"")];
            at.report_at(&needles, &format!("{code} waits for sign-off"));
        }
        if record.kind == Kind::Technique && record.exercises.is_empty() {
            at.report("exercises", "a technique needs an exercise");
        }
        if !library.learn.texts.iter().any(|(text, _)| slug_of(text) == record.slug) {
            at.report("slug", "has no text in data/text/en/learn");
        }
    }
    for (file, text) in &library.learn.texts {
        let mut place = Place { file, slug: slug_of(file), problems };
        if !seen.contains(place.slug) {
            place.report(&[], "text of an article that is not in data/learn.json");
        }
        check_text(&mut place, &library.sources.1, text);
    }
}

/// Reports problems of the words of one article.
struct Place<'a> {
    file: &'a File,
    slug: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Place<'_> {
    fn report(&mut self, needles: &[&str], message: &str) {
        let message = format!("{}: {message}", self.slug);
        self.problems.push(self.file.problem(needles, message));
    }
}

fn check_text(at: &mut Place<'_>, known: &BTreeMap<String, SourceRecord>, text: &ArticleText) {
    for (field, words) in [("\"title\"", &text.title), ("\"summary\"", &text.summary)] {
        if is_empty(words) {
            at.report(&[field], "a text is empty");
        }
    }
    if text.sections.is_empty() {
        at.report(&["\"sections\""], "has no section");
    }
    for section in &text.sections {
        let heading = format!("\"heading\": {}", quoted(&section.heading));
        if is_empty(&section.heading) {
            at.report(&[&heading], "a text is empty");
        }
        if section.blocks.is_empty() {
            at.report(&[&heading, "\"blocks\""], "a section has no block");
        }
        for block in &section.blocks {
            check_block(at, known, &heading, block);
        }
    }
}

fn check_block(
    at: &mut Place<'_>,
    known: &BTreeMap<String, SourceRecord>,
    heading: &str,
    block: &Block,
) {
    let lines: Vec<&String> = block.text.iter().chain(block.list.iter().flatten()).collect();
    let first = lines.first().map_or_else(String::new, |line| quoted(line));
    if block.text.is_some() == block.list.is_some() {
        at.report(&[heading, &first], "a block is either a text or a list");
    } else if lines.is_empty() {
        at.report(&[heading, "\"list\": []"], "a list is empty");
    }
    for line in lines.iter().filter(|line| is_empty(line)) {
        at.report(&[heading, &first, &quoted(line)], "a text is empty");
    }
    for message in source_problems(known, &block.sources) {
        at.report(&[heading, &first, "\"sources\""], &message);
    }
}

fn is_empty(words: &str) -> bool {
    words.trim().is_empty()
}

/// The text as it stands in the file.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
