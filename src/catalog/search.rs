//! Instant search and filters over the whole library.
//!
//! Names are folded once, and everything else that a word can stand for is one bit of a number, so that a
//! query touches no more than the names and those numbers. Names, areas, tools, positions, techniques and
//! the words of `data/text/en/synonyms.json` are searched; what an exercise says is not.

mod filter;
mod fold;

use std::sync::OnceLock;

pub use filter::{Filter, MAX_WORDS_CHARS, Shelf};

use super::plans::place;
use super::synonyms::{BODY_GROUPS, CONDITIONS, FILLER, GROUPS, Means};
use super::{exercise, exercises, name, routine_text, routines, tools};
use crate::domain::body::Area;
use crate::domain::exercise::Exercise;
use crate::domain::routine::Routine;
use fold::{fold, is_word_of, starts_word_of};

/// What a filter lets through, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The routines.
    pub routines: Vec<&'static Routine>,
    /// The exercises; those that wait for a physiotherapist's word come after the others.
    pub exercises: Vec<&'static Exercise>,
    /// The words name a condition, for which nothing is offered (clinical-evidence 6).
    pub condition: bool,
}

/// One entry as the search sees it.
struct Row {
    /// Its folded name.
    name: String,
    /// A bit for each group of words that stands for it.
    groups: u128,
    /// Its place in the list without words.
    order: [u16; 4],
    /// Waits for a physiotherapist's word.
    flagged: bool,
}

struct Index {
    routines: Vec<Row>,
    exercises: Vec<Row>,
}

/// One word of a query: what it may begin, and the groups it names.
struct Term<'q> {
    word: &'q str,
    groups: u128,
}

/// Points for a flagged row, more than all terms together can make.
const FLAGGED: u64 = 1 << 10;

/// What `filter` lets through; its shelf is the person's and is left to the caller.
///
/// All words must match, in any order. The first [`MAX_WORDS_CHARS`] characters count.
pub fn search(filter: &Filter) -> Found {
    let folded = fold(&filter.words);
    let words = || folded.split(' ').filter(|word| !word.is_empty());
    if words().any(|word| is_word_of(word, CONDITIONS)) {
        return Found { condition: true, ..Found::default() };
    }
    let terms: Vec<Term<'_>> = words().filter(|word| !is_word_of(word, FILLER)).map(term).collect();
    let index = index();
    let routine_at = |at: usize| routines().get(at).filter(|it| lets_routine(filter, it));
    let exercise_at = |at: usize| exercises().get(at).filter(|it| lets_exercise(filter, it));
    Found {
        routines: ranked(&index.routines, &terms).into_iter().filter_map(routine_at).collect(),
        exercises: ranked(&index.exercises, &terms).into_iter().filter_map(exercise_at).collect(),
        condition: false,
    }
}

fn term(word: &str) -> Term<'_> {
    let named = |(at, group): (usize, &super::synonyms::Group)| {
        starts_word_of(word, group.words).then_some(1_u128 << at)
    };
    // A bit each, so that the sum has them all.
    Term { word, groups: GROUPS.iter().enumerate().filter_map(named).sum() }
}

/// Positions of the rows that fit all terms, best first; rows that fit alike keep their order.
fn ranked(rows: &[Row], terms: &[Term<'_>]) -> Vec<usize> {
    let mut keys: Vec<(u64, [u16; 4], usize)> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if let Some(points) = points(row, terms) {
            let key = (points, row.order, at);
            keys.insert(keys.partition_point(|earlier| *earlier <= key), key);
        }
    }
    keys.into_iter().map(|(_, _, at)| at).collect()
}

/// How far a row is from what was typed, 0 the nearest; `None` when a word does not fit it at all.
fn points(row: &Row, terms: &[Term<'_>]) -> Option<u64> {
    let mut sum = if row.flagged && !terms.is_empty() { FLAGGED } else { 0 };
    for term in terms {
        let shared = row.groups & term.groups;
        sum += if is_word_of(term.word, &row.name) {
            0
        } else if starts_word_of(term.word, &row.name) {
            1
        } else if shared & first_bits(Area::ALL.len()) != 0 {
            2
        } else if shared & first_bits(BODY_GROUPS) != 0 {
            3
        } else if shared != 0 {
            4
        } else {
            return None;
        };
    }
    Some(sum)
}

/// The groups of areas come first, those of muscles next.
const fn first_bits(count: usize) -> u128 {
    (1 << count) - 1
}

fn lets_routine(filter: &Filter, it: &Routine) -> bool {
    let all_in = |position| steps(it).all(|step| step.position == position);
    let uses = |tool| tools(it).contains(&tool) || steps(it).any(|step| step.tool == tool);
    filter.area.is_none_or(|area| it.area == area)
        && filter.minutes.is_none_or(|minutes| it.minutes == minutes)
        && filter.position.is_none_or(all_in)
        && filter.tool.is_none_or(uses)
}

fn lets_exercise(filter: &Filter, it: &Exercise) -> bool {
    filter.minutes.is_none()
        && filter.area.is_none_or(|area| it.area == area)
        && filter.position.is_none_or(|position| it.position == position)
        && filter.tool.is_none_or(|tool| it.tool == tool || place(it.position) == Some(tool))
}

fn steps(it: &Routine) -> impl Iterator<Item = &'static Exercise> {
    it.steps.iter().filter_map(|step| exercise(step.exercise))
}

/// Made at the first search and kept: some 20 KB for the whole library.
fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index {
        routines: routines().iter().map(routine_row).collect(),
        exercises: exercises().iter().map(exercise_row).collect(),
    })
}

fn routine_row(it: &'static Routine) -> Row {
    let needed = tools(it);
    Row {
        name: fold(routine_text(it.id).name),
        groups: bits(|means| match means {
            Means::Area(area) => it.area == *area,
            Means::Tool(tool) => needed.contains(tool),
            Means::Position(position) => steps(it).all(|step| step.position == *position),
            Means::Technique(_) | Means::Exercises(_) => false,
        }),
        order: [it.area as u16, it.goal as u16, it.minutes.into(), it.id],
        flagged: false,
    }
}

fn exercise_row(it: &'static Exercise) -> Row {
    Row {
        name: fold(name(it.id)),
        groups: bits(|means| means.has(it)),
        order: [it.area as u16, it.needs_signoff.into(), it.id.0, 0],
        flagged: it.needs_signoff,
    }
}

fn bits(has: impl Fn(&Means) -> bool) -> u128 {
    let named = GROUPS.iter().enumerate().filter(|(_, group)| has(&group.means));
    named.map(|(at, _)| 1_u128 << at).sum()
}

#[cfg(test)]
mod tests;
