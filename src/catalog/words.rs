//! The library's words: a text file of their own, which the page fetches behind the first screen.
//!
//! Names and what a routine does are part of the program, for the first screen shows them; everything else
//! people read and hear about exercises is here. `build/words.rs` writes the file, one record a line
//! (`docs/spec/library.md`); reading it is splitting it. A line that cannot be read is passed over and
//! counted: its exercise then has the words of a quiet pause, which are true of any step.

use std::sync::OnceLock;

use super::conditions::ConditionText;
use super::learn::{Article, Block, Card, Kind, Touch, Zone};
use super::source::{Source, Standing};
use super::text::{ExerciseText, RoutineGate};
use super::{library, name};
use crate::domain::exercise::ExerciseId;

/// Between the items of one field.
const ITEM: char = '\u{1f}';

/// Why a file of words was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// It belongs to another version of the program, or is no such file.
    OtherVersion,
    /// Its end is missing.
    CutShort,
}

/// Everything the file holds, in order of number or id.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) exercises: Vec<(u16, ExerciseText)>,
    pub(super) gates: Vec<(u16, RoutineGate)>,
    pub(super) sources: Vec<Source>,
    pub(super) articles: Vec<Article>,
    pub(super) cards: Vec<Card>,
    pub(super) zones: Vec<Zone>,
    pub(super) conditions: Vec<(u16, ConditionText)>,
    /// By slug, as the titles of question cards are.
    pub(super) troubles: Vec<(&'static str, ConditionText)>,
    pub(super) titles: Vec<(&'static str, &'static str)>,
    /// How many lines could not be read.
    pub(super) skipped: usize,
}

/// What is left of one line.
type Fields = std::str::Split<'static, char>;

static WORDS: OnceLock<Words> = OnceLock::new();

/// The words, once they are here; in native code they always are.
pub(super) fn words() -> Option<&'static Words> {
    #[cfg(not(target_arch = "wasm32"))]
    if WORDS.get().is_none() {
        keep(include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"))).ok();
    }
    WORDS.get()
}

/// Takes the words in, once; how many lines could not be read.
///
/// # Errors
/// The file belongs to another version of the program, or its end is missing; nothing is taken in then.
pub fn keep(text: &'static str) -> Result<usize, WordsError> {
    let words = read(text)?;
    Ok(WORDS.get_or_init(|| words).skipped)
}

/// Reads a file of words.
fn read(text: &'static str) -> Result<Words, WordsError> {
    let mut lines = text.split('\n');
    if lines.next().and_then(|head| head.strip_prefix("unknot words 1 ")) != Some(library::WORDS_ID)
    {
        return Err(WordsError::OtherVersion);
    }
    let mut words = Words::default();
    for line in lines {
        if line == "end" {
            return Ok(words);
        }
        if take(&mut words, line).is_none() {
            words.skipped += 1;
        }
    }
    Err(WordsError::CutShort)
}

/// Adds what one line holds; `None` when it cannot be read.
fn take(words: &mut Words, line: &'static str) -> Option<()> {
    let (kind, rest) = line.split_once('\t')?;
    let (key, rest) = rest.split_once('\t')?;
    let mut fields = rest.split('\t');
    match kind {
        "exercise" => {
            let number = key.parse().ok()?;
            words.exercises.push((number, exercise(ExerciseId(number), &mut fields)?));
        }
        "routine" => {
            let gate = RoutineGate { for_whom: fields.next()?, how_often: fields.next()? };
            words.gates.push((key.parse().ok()?, gate));
        }
        "source" => {
            let standing = Standing::from_word(fields.next()?)?;
            words.sources.push(Source { id: key, label: fields.next()?, standing });
        }
        "article" => words.articles.push(article(key, &mut fields)?),
        "card" => {
            let (name, lines) = (fields.next()?, items(fields.next()?));
            let sources = ids(fields.next()?);
            words.cards.push(Card { number: key.parse().ok()?, name, lines, sources });
        }
        "condition" => words.conditions.push((key.parse().ok()?, condition(&mut fields)?)),
        "trouble" => words.troubles.push((key, condition(&mut fields)?)),
        "question-card" => words.titles.push((key, fields.next()?)),
        "zone" => words.zones.push(zone(key, &mut fields)?),
        _ => {
            let article = words.articles.last_mut().filter(|it| it.slug == key)?;
            article.blocks.push(block(kind, &mut fields)?);
        }
    }
    Some(())
}

fn exercise(id: ExerciseId, fields: &mut Fields) -> Option<ExerciseText> {
    Some(ExerciseText {
        name: name(id),
        muscles: fields.next()?,
        set_up: fields.next()?,
        cues: items(fields.next()?),
        feel: fields.next()?,
        cautions: items(fields.next()?),
        easier: fields.next()?,
    })
}

fn article(slug: &'static str, fields: &mut Fields) -> Option<Article> {
    Some(Article {
        slug,
        kind: Kind::from_word(fields.next()?)?,
        title: fields.next()?,
        summary: fields.next()?,
        exercises: fields
            .next()?
            .split(' ')
            .filter_map(|it| it.parse().ok())
            .map(ExerciseId)
            .collect(),
        blocks: Vec::new(),
    })
}

/// One part of the article read last.
fn block(kind: &str, fields: &mut Fields) -> Option<Block> {
    let words = fields.next()?;
    match kind {
        "heading" => Some(Block::Heading(words)),
        "text" => Some(Block::Text { text: words, sources: ids(fields.next()?) }),
        "list" => Some(Block::List { items: items(words), sources: ids(fields.next()?) }),
        _ => None,
    }
}

fn condition(fields: &mut Fields) -> Option<ConditionText> {
    Some(ConditionText { question: fields.next()?, reason: fields.next()?, advice: fields.next()? })
}

fn zone(slug: &'static str, fields: &mut Fields) -> Option<Zone> {
    let touch = Touch::from_word(fields.next()?)?;
    let (name, rule, why) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Zone { slug, touch, name, rule, why, sources: ids(fields.next()?) })
}

/// Source ids, apart by spaces.
fn ids(field: &'static str) -> Vec<&'static str> {
    field.split_ascii_whitespace().collect()
}

/// The items of one field, kept for as long as the page lives, as the text itself is.
fn items(field: &'static str) -> &'static [&'static str] {
    Vec::leak(field.split(ITEM).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(lines: &str) -> &'static str {
        String::leak(format!("unknot words 1 {}\n{lines}", library::WORDS_ID))
    }

    #[test]
    fn a_file_of_another_version_is_refused() {
        assert_eq!(read("").unwrap_err(), WordsError::OtherVersion);
        assert_eq!(read("unknot words 1 0\nend").unwrap_err(), WordsError::OtherVersion);
        assert_eq!(read("<!doctype html>").unwrap_err(), WordsError::OtherVersion);
    }

    #[test]
    fn a_file_without_its_end_is_refused() {
        assert_eq!(read(file("")).unwrap_err(), WordsError::CutShort);
        assert_eq!(read(file("routine\t2\tFor all.\tOften.\n")).unwrap_err(), WordsError::CutShort);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_passed_over_and_counted() {
        let lines = "routine\t2\tFor all.\tOften.\nroutine\tx\ta\tb\nroutine\t3\ta\nnoise\nsource\tS1\tcertain\tA\nend";
        let words = read(file(lines)).unwrap();
        assert_eq!(words.skipped, 4);
        assert_eq!(words.gates, [(2, RoutineGate { for_whom: "For all.", how_often: "Often." })]);
    }

    #[test]
    fn the_file_that_the_build_writes_is_read_whole() {
        let words = words().unwrap();
        assert_eq!(words.skipped, 0);
        assert_eq!(words.exercises.len(), library::EXERCISES.len());
        assert_eq!(words.gates.len(), library::ROUTINES.len());
        assert!(words.articles.iter().all(|it| !it.blocks.is_empty()));
        assert_eq!((words.articles.len(), words.cards.len(), words.zones.len()), (14, 6, 15));
    }
}
