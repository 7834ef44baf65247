//! Writes the file of words that the page fetches behind the first screen; `src/catalog/words.rs` reads it.

use std::collections::BTreeSet;

use super::care::Touch;
use super::check;
use super::conditions::{ConditionText, Conditions};
use super::files::Library;
use super::learn::{self, Block, Kind};
use super::records::Standing;

/// Between the items of one field; the build lets no such character into a text.
const ITEM: &str = "\u{1f}";

/// The file's id, made from its content, and its text.
pub(crate) fn words(library: &Library<'_>, screening: &Conditions<'_>) -> (String, String) {
    let mut lines = String::new();
    for (_, _, it) in &check::exercises(library) {
        let Some(text) = check::exercise_text(library, &it.code) else { continue };
        let (cues, cautions) = (text.cues.join(ITEM), text.cautions.join(ITEM));
        let number = it.number.to_string();
        let fields = [&text.muscles, &text.set_up, &cues, &text.feel, &cautions, &text.easier];
        line(&mut lines, "exercise", &number, &fields.map(String::as_str));
    }
    for (_, it) in &check::routines(library) {
        let Some(text) = library.routine_texts.1.get(&it.code) else { continue };
        line(&mut lines, "routine", &it.number.to_string(), &[&text.for_whom, &text.how_often]);
    }
    articles(&mut lines, library);
    care(&mut lines, library);
    conditions(&mut lines, screening);
    let used = used_sources(library, screening);
    for (id, it) in library.sources.1.iter().filter(|(id, _)| used.contains(id.as_str())) {
        line(&mut lines, "source", id, &[standing(it.standing), &it.label]);
    }
    let id = format!("{:016x}", fnv(&lines));
    let text = format!("unknot words 1 {id}\n{lines}end\n");
    (id, text)
}

/// The articles of Learn: the head of each, then its parts in order.
fn articles(out: &mut String, library: &Library<'_>) {
    for record in &library.learn.records.1 {
        let found =
            library.learn.texts.iter().find(|(file, _)| learn::slug_of(file) == record.slug);
        let Some((_, text)) = found else { continue };
        let numbers = record.exercises.iter().filter_map(|code| number_of(library, code));
        let numbers = numbers.collect::<Vec<_>>().join(" ");
        let kind = match record.kind {
            Kind::Technique => "technique",
            Kind::Care => "care",
            Kind::Guide => "guide",
        };
        let slug = &record.slug;
        line(out, "article", slug, &[kind, &text.title, &text.summary, &numbers]);
        for section in &text.sections {
            line(out, "heading", slug, &[&section.heading]);
            section.blocks.iter().for_each(|it| block(out, slug, it));
        }
    }
}

fn block(out: &mut String, slug: &str, block: &Block) {
    let sources = block.sources.join(" ");
    if let Some(text) = &block.text {
        line(out, "text", slug, &[text, &sources]);
    }
    if let Some(items) = &block.list {
        line(out, "list", slug, &[&items.join(ITEM), &sources]);
    }
}

/// After-care cards and the places never to press.
fn care(out: &mut String, library: &Library<'_>) {
    let cards = &library.care.cards;
    for record in &cards.0.1 {
        let Some(text) = cards.1.1.get(&record.code) else { continue };
        let (number, items) = (record.number.to_string(), text.lines.join(ITEM));
        line(out, "card", &number, &[&text.name, &items, &record.sources.join(" ")]);
    }
    let zones = &library.care.zones;
    for record in &zones.0.1 {
        let Some(text) = zones.1.1.get(&record.slug) else { continue };
        let touch = match record.touch {
            Touch::None => "none",
            Touch::Light => "light",
            Touch::NoRoller => "no-roller",
        };
        let sources = record.sources.join(" ");
        line(out, "zone", &record.slug, &[touch, &text.name, &text.rule, &text.why, &sources]);
    }
}

/// Questions, reasons and advice, the conditions in order of number.
fn conditions(out: &mut String, all: &Conditions<'_>) {
    let texts = &all.texts.1;
    let mut rows: Vec<_> = all.file.1.conditions.iter().collect();
    rows.sort_by_key(|it| it.number);
    let fields = |it: &ConditionText| [it.question.clone(), it.reason.clone(), it.advice.clone()];
    for it in rows {
        let Some(text) = texts.conditions.get(&it.id) else { continue };
        let fields = fields(text);
        line(out, "condition", &it.number.to_string(), &fields.each_ref().map(String::as_str));
    }
    for (slug, text) in &texts.troubles {
        line(out, "trouble", slug, &fields(text).each_ref().map(String::as_str));
    }
    for (slug, text) in &texts.cards {
        line(out, "question-card", slug, &[&text.title]);
    }
}

fn number_of(library: &Library<'_>, code: &str) -> Option<String> {
    library.numbers.1.exercises.get(code).map(ToString::to_string)
}

/// Ids of the sources that something in the library names.
fn used_sources<'l>(library: &'l Library<'_>, screening: &'l Conditions<'_>) -> BTreeSet<&'l str> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut add = |sources: &'l [String]| used.extend(sources.iter().map(String::as_str));
    for (_, _, it) in check::exercises(library) {
        add(&it.sources);
    }
    for (_, it) in check::routines(library) {
        add(&it.sources);
    }
    screening.file.1.conditions.iter().for_each(|it| add(&it.sources));
    screening.file.1.troubles.iter().for_each(|it| add(&it.sources));
    library.care.cards.0.1.iter().for_each(|it| add(&it.sources));
    library.care.zones.0.1.iter().for_each(|it| add(&it.sources));
    for section in library.learn.texts.iter().flat_map(|(_, it)| &it.sections) {
        section.blocks.iter().for_each(|it| add(&it.sources));
    }
    used
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Seen => "seen",
        Standing::Background => "background",
        Standing::Known => "known",
        Standing::Rule => "rule",
    }
}

fn line(out: &mut String, kind: &str, key: &str, fields: &[&str]) {
    out.push_str(kind);
    for field in [key].iter().chain(fields) {
        out.push('\t');
        out.push_str(field);
    }
    out.push('\n');
}

/// FNV-1a, 64 bits: the same on every machine, and nobody gains by making two files collide.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
