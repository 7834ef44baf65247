//! The health conditions and area troubles: the shapes of their files and what must hold for them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::domain::body::Area;
use super::domain::caution::Tag;
use super::domain::condition::{Act, Card, Scope, Table, Trouble};
use super::files::{self, File, Problem};
use super::records::{SourceRecord, Vocabulary, Word};

/// Structure.
const PATH: &str = "data/conditions.json";
/// Words.
const TEXT_PATH: &str = "data/text/en/conditions.json";
/// Longest time an answer may count, in days.
const MAX_DAYS: u16 = 365;
/// A clearance is asked for again every 3 months (clinical-evidence 3.1), so its answer lasts no longer.
const MAX_CLEAR_DAYS: u16 = 90;

macro_rules! vocabulary {
    ($($set:ident $name:literal,)+) => {
        $(impl Vocabulary for $set {
            const NAME: &'static str = $name;
            fn member(slug: &str) -> Option<Self> {
                Self::from_slug(slug)
            }
        })+
    };
}

vocabulary! {
    Act "act", Card "card", Scope "scope", Table "table", Trouble "trouble",
}

/// `data/conditions.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionFile {
    /// Conditions in the order they are asked.
    pub(crate) conditions: Vec<ConditionRecord>,
    /// Troubles of the area rule.
    pub(crate) troubles: Vec<TroubleRecord>,
}

/// One condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionRecord {
    /// Permanent word.
    pub(crate) id: String,
    /// Permanent number.
    pub(crate) number: u16,
    /// The card it is asked on.
    pub(crate) card: Word<Card>,
    /// What a "yes" does, mildest first.
    pub(crate) acts: Vec<Word<Act>>,
    /// It is asked only after a "yes" to this one.
    #[serde(default)]
    pub(crate) after: Option<String>,
    /// Whether breathing stays open when it locks.
    #[serde(default)]
    pub(crate) keeps_breathing: bool,
    /// Tags it raises.
    #[serde(default)]
    pub(crate) tags: Vec<Word<Tag>>,
    /// Tags it raises from a week on.
    #[serde(default)]
    pub(crate) from_week: Option<FromWeekRecord>,
    /// Areas in which exercises are left out.
    #[serde(default)]
    pub(crate) areas: Vec<Word<Area>>,
    /// Which exercises of `areas`.
    #[serde(default)]
    pub(crate) scope: Option<Word<Scope>>,
    /// Whether the person is asked where, and what is left out there.
    #[serde(default)]
    pub(crate) asks_where: Option<Word<Scope>>,
    /// Days an answer counts.
    pub(crate) lasts_days: u16,
    /// Longest guided work.
    #[serde(default)]
    pub(crate) guided_minutes: Option<u8>,
    /// Chair or wall before floor.
    #[serde(default)]
    pub(crate) chair_first: bool,
    /// Counts as an illness.
    #[serde(default)]
    pub(crate) is_illness: bool,
    /// Routines to offer instead.
    #[serde(default)]
    pub(crate) leads_to: Option<Word<Table>>,
    /// Areas whose exercises ask it for the sake of those routines.
    #[serde(default)]
    pub(crate) leads_in: Vec<Word<Area>>,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// Tags from a week on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FromWeekRecord {
    /// First week that raises them.
    pub(crate) week: u8,
    /// Last week that can be.
    pub(crate) last: u8,
    /// The tags.
    pub(crate) tags: Vec<Word<Tag>>,
}

/// One trouble of the area rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TroubleRecord {
    /// The trouble.
    pub(crate) id: Word<Trouble>,
    /// What it does besides leaving out its area.
    pub(crate) acts: Vec<Word<Act>>,
    /// Areas where it is URGENT.
    #[serde(default)]
    pub(crate) urgent_in: Vec<Word<Area>>,
    /// Whether easy moves stay.
    #[serde(default)]
    pub(crate) keeps_easy_moves: bool,
    /// Days after which it no longer counts.
    #[serde(default)]
    pub(crate) ends_days: Option<u16>,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// `data/text/en/conditions.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionTexts {
    /// Titles of the cards.
    pub(crate) cards: BTreeMap<String, CardText>,
    /// Words of each condition.
    pub(crate) conditions: BTreeMap<String, ConditionText>,
    /// Words of each trouble.
    pub(crate) troubles: BTreeMap<String, ConditionText>,
}

/// Words of one card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardText {
    /// Its headline.
    pub(crate) title: String,
}

/// Words of one condition or trouble.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionText {
    /// The line to tick.
    pub(crate) question: String,
    /// Why something was changed, in the person's own words.
    pub(crate) reason: String,
    /// What to do.
    pub(crate) advice: String,
}

/// Both files, each with where it came from.
#[derive(Clone, Debug)]
pub(crate) struct Conditions<'f> {
    /// Structure.
    pub(crate) file: (&'f File, ConditionFile),
    /// Words.
    pub(crate) texts: (&'f File, ConditionTexts),
}

/// Parses both files.
///
/// # Errors
/// One problem for each that is missing or cannot be read as its shape.
pub(crate) fn parse(files: &[File]) -> Result<Conditions<'_>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = files::one(files, PATH, &mut problems);
    let texts = files::one(files, TEXT_PATH, &mut problems);
    match (file, texts) {
        (Some(file), Some(texts)) if problems.is_empty() => Ok(Conditions { file, texts }),
        _ => Err(problems),
    }
}

/// Checks conditions, troubles and their words.
pub(crate) fn check(
    all: &Conditions<'_>,
    sources: &BTreeMap<String, SourceRecord>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut earlier: Vec<&ConditionRecord> = Vec::new();
    for it in &all.file.1.conditions {
        let mut at = Reporter { file: all.file.0, id: &it.id, problems: &mut problems };
        check_identity(&mut at, it, &earlier);
        check_acts(&mut at, it);
        check_reach(&mut at, it);
        check_sources(&mut at, sources, &it.sources);
        if !all.texts.1.conditions.contains_key(&it.id) {
            at.report("id", "has no text in data/text/en/conditions.json");
        }
        earlier.push(it);
    }
    check_troubles(all, sources, &mut problems);
    check_texts(all, &mut problems);
    problems
}

/// Reports problems of one row.
struct Reporter<'a> {
    file: &'a File,
    id: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Reporter<'_> {
    fn report(&mut self, field: &str, message: &str) {
        let row = format!("\"id\": \"{}\"", self.id);
        let field = format!("\"{field}\"");
        self.problems.push(self.file.problem(&[&row, &field], format!("{}: {message}", self.id)));
    }
}

fn check_identity(at: &mut Reporter<'_>, it: &ConditionRecord, earlier: &[&ConditionRecord]) {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if it.id.is_empty() || !it.id.bytes().all(is_plain) {
        at.report("id", "may hold only a to z, 0 to 9 and -");
    }
    if earlier.iter().any(|other| other.id == it.id) {
        at.report("id", "is there twice");
    }
    if it.number == 0 || earlier.iter().any(|other| other.number == it.number) {
        at.report("number", &format!("number {} is taken or 0", it.number));
    }
    let Some(after) = &it.after else { return };
    match earlier.iter().find(|other| other.id == *after) {
        None => at.report("after", &format!("{after} does not stand before it")),
        Some(other) if other.after.is_some() => {
            at.report("after", &format!("{after} is itself asked after another"));
        }
        Some(other) if other.card != it.card => {
            at.report("after", &format!("{after} is on another card"));
        }
        Some(_) => {}
    }
}

fn check_acts(at: &mut Reporter<'_>, it: &ConditionRecord) {
    let acts: Vec<Act> = it.acts.iter().map(|act| act.0).collect();
    if acts.is_empty() {
        at.report("acts", "does nothing");
    }
    if !acts.is_sorted() || acts.iter().collect::<BTreeSet<_>>().len() != acts.len() {
        at.report("acts", "acts stand mildest first, each once");
    }
    let clears = acts.contains(&Act::Clear);
    if it.keeps_breathing && !clears && !acts.contains(&Act::Pause) {
        at.report("keeps_breathing", "only a lock that may keep breathing open keeps it");
    }
    if clears && !it.keeps_breathing {
        at.report("acts", "breathing stays open under clear (clinical-evidence 3.1)");
    }
    let most = if clears { MAX_CLEAR_DAYS } else { MAX_DAYS };
    if it.lasts_days == 0 || it.lasts_days > most {
        at.report("lasts_days", &format!("{} is outside 1 to {most}", it.lasts_days));
    }
}

/// A "remove" names what it removes, and nothing is removed without it.
fn check_reach(at: &mut Reporter<'_>, it: &ConditionRecord) {
    let removes = it.acts.contains(&Word(Act::Remove));
    let reaches = !it.tags.is_empty() || !it.areas.is_empty() || it.asks_where.is_some();
    if removes != reaches {
        at.report("acts", "remove stands exactly where tags, areas or a place are named");
    }
    if it.areas.is_empty() != it.scope.is_none() {
        at.report("areas", "areas and scope go together");
    }
    if !it.leads_in.is_empty() && it.leads_to.is_none() {
        at.report("leads_in", "leads nowhere without leads_to");
    }
    if let Some(weeks) = &it.from_week
        && (weeks.week == 0 || weeks.last <= weeks.week || weeks.tags.is_empty())
    {
        at.report("from_week", "needs a first week, a later last one and tags");
    }
    for (index, tag) in it.tags.iter().enumerate() {
        if it.tags.iter().take(index).any(|earlier| earlier == tag) {
            at.report("tags", &format!("{} is there twice", tag.0.slug()));
        }
    }
}

fn check_sources(
    at: &mut Reporter<'_>,
    sources: &BTreeMap<String, SourceRecord>,
    named: &[String],
) {
    if named.is_empty() {
        at.report("sources", "has no source");
    }
    for source in named.iter().filter(|id| !sources.contains_key(*id)) {
        at.report("sources", &format!("source {source} is not in data/sources.json"));
    }
}

fn check_troubles(
    all: &Conditions<'_>,
    sources: &BTreeMap<String, SourceRecord>,
    problems: &mut Vec<Problem>,
) {
    let rows = &all.file.1.troubles;
    for &trouble in Trouble::ALL {
        let mut at = Reporter { file: all.file.0, id: trouble.slug(), problems };
        let found: Vec<_> = rows.iter().filter(|it| it.id.0 == trouble).collect();
        match found.as_slice() {
            [it] => check_sources(&mut at, sources, &it.sources),
            [] => at.report("troubles", "has no row"),
            _ => at.report("id", "is there twice"),
        }
        if found.iter().any(|it| it.ends_days == Some(0)) {
            at.report("ends_days", "ends before it begins");
        }
        if !all.texts.1.troubles.contains_key(trouble.slug()) {
            at.report("id", "has no text in data/text/en/conditions.json");
        }
    }
}

fn check_texts(all: &Conditions<'_>, problems: &mut Vec<Problem>) {
    let (file, texts) = &all.texts;
    let mut tell = |id: &str, message: &str| {
        problems.push(file.problem(&[&format!("\"{id}\"")], format!("{id}: {message}")));
    };
    for (id, text) in texts.conditions.iter().chain(&texts.troubles) {
        if [&text.question, &text.reason, &text.advice].iter().any(|it| it.trim().is_empty()) {
            tell(id, "a text is empty");
        }
        let told = ["You told us", "You marked"];
        if !told.iter().any(|start| text.reason.starts_with(start)) {
            tell(id, "the reason must say what the person told us");
        }
    }
    for id in texts.conditions.keys() {
        if !all.file.1.conditions.iter().any(|it| it.id == *id) {
            tell(id, "text of a condition that is not there");
        }
    }
    for id in texts.troubles.keys().filter(|id| Trouble::from_slug(id).is_none()) {
        tell(id, "text of a trouble that is not there");
    }
    for card in Card::ALL {
        if texts.cards.get(card.slug()).is_none_or(|it| it.title.trim().is_empty()) {
            tell(card.slug(), "the card has no title");
        }
    }
}
