//! After-care cards, places never to press and frequency plans: their shapes, and what must hold for them
//! (`docs/spec/library.md`, B22 to B24).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::domain::dose::Pressure;
use super::domain::routine::Goal;
use super::files::{self, File, Library, Problem};
use super::records::ExerciseRecord;
use super::report::Reporter;

/// One after-care card (clinical-evidence 5.9).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardRecord {
    /// Row of the evidence file.
    pub(crate) code: String,
    /// Permanent number, as in `numbers.json`.
    pub(crate) number: u16,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// What people read on an after-care card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardText {
    /// Name.
    pub(crate) name: String,
    /// One thing to do or to leave out, each.
    pub(crate) lines: Vec<String>,
}

/// What may still touch a place that is never pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Touch {
    /// Nothing.
    None,
    /// A light hand.
    Light,
    /// Anything but a roller.
    NoRoller,
}

/// One place of the body map that is never pressed (clinical-evidence 3.4).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZoneRecord {
    /// Permanent word.
    pub(crate) slug: String,
    /// What may still touch it.
    pub(crate) touch: Touch,
    /// Codes of the exercises that the table excepts.
    pub(crate) except: Vec<String>,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// What people read about such a place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZoneText {
    /// Name of the place.
    pub(crate) name: String,
    /// What not to do there.
    pub(crate) rule: String,
    /// Why not.
    pub(crate) why: String,
}

/// How often the routines of one table are done (clinical-evidence 5.8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanRecord {
    /// Table of the evidence file, such as `LBS`; its routines are `LBS-5` to `LBS-30`.
    pub(crate) code: String,
    /// Stages in order of their weeks.
    pub(crate) stages: Vec<Stage>,
    /// Source ids.
    pub(crate) sources: Vec<String>,
}

/// Some weeks of a plan; what the table leaves open is not there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stage {
    /// First week, from 1.
    pub(crate) from_week: u8,
    /// Last week; not there in the last stage, which goes on.
    pub(crate) to_week: Option<u8>,
    /// Fewest and most minutes.
    pub(crate) minutes: Option<[u8; 2]>,
    /// Fewest and most days a week.
    pub(crate) days: Option<[u8; 2]>,
    /// The table says "most days" instead of a number.
    #[serde(default)]
    pub(crate) most_days: bool,
    /// Fewest and most times a day; once where it is not there.
    pub(crate) times_a_day: Option<[u8; 2]>,
    /// Strongest touch of 10, where the stage is stricter than the exercise.
    pub(crate) touch_cap: Option<u8>,
    /// Length of the moving breaks that come on top, in minutes.
    pub(crate) moving_breaks_minutes: Option<u8>,
}

/// What people read about a plan besides its numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanText {
    /// Name of the routines that it is for.
    pub(crate) name: String,
    /// What goes with the numbers.
    pub(crate) notes: Vec<String>,
}

/// Records of one file and their words by code or slug, each with its file.
type Pair<'f, R, T> = ((&'f File, Vec<R>), (&'f File, BTreeMap<String, T>));

/// Cards, places and plans with their words.
#[derive(Clone, Debug)]
pub(crate) struct Care<'f> {
    /// `data/aftercare.json` and its words.
    pub(crate) cards: Pair<'f, CardRecord, CardText>,
    /// `data/no-go.json` and its words.
    pub(crate) zones: Pair<'f, ZoneRecord, ZoneText>,
    /// `data/plans.json` and its words.
    pub(crate) plans: Pair<'f, PlanRecord, PlanText>,
}

/// Reads the six files; `None` with a problem where one is missing or has another shape.
pub(crate) fn parse<'f>(files: &'f [File], problems: &mut Vec<Problem>) -> Option<Care<'f>> {
    let cards = pair(files, "aftercare.json", problems);
    let zones = pair(files, "no-go.json", problems);
    let plans = pair(files, "plans.json", problems);
    Some(Care { cards: cards?, zones: zones?, plans: plans? })
}

fn pair<'f, R: DeserializeOwned, T: DeserializeOwned>(
    files: &'f [File],
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<Pair<'f, R, T>> {
    let records = files::one(files, &format!("data/{name}"), problems);
    let texts = files::one(files, &format!("data/text/en/{name}"), problems);
    Some((records?, texts?))
}

/// Checks cards, places and plans.
pub(crate) fn check(
    library: &Library<'_>,
    by_code: &BTreeMap<&str, &ExerciseRecord>,
    problems: &mut Vec<Problem>,
) {
    let known = &library.sources.1;
    let Care { cards, zones, plans } = &library.care;
    let mut codes = BTreeSet::new();
    for card in &cards.0.1 {
        let mut at = Reporter::code(cards.0.0, &card.code, problems);
        at.check_once("code", &mut codes);
        at.check_number(&library.numbers.1.exercises, card.number);
        at.check_sources(known, &card.sources);
    }
    check_words(&codes, "code", cards, problems, |text| {
        text.lines.is_empty() || any_empty([&text.name].into_iter().chain(&text.lines))
    });

    let mut slugs = BTreeSet::new();
    for zone in &zones.0.1 {
        let mut at = Reporter::slug(zones.0.0, &zone.slug, problems);
        at.check_slug(&zone.slug);
        at.check_once("slug", &mut slugs);
        at.check_exercises(by_code, "except", &zone.except);
        if zone.touch != Touch::None && !zone.except.is_empty() {
            at.report("except", "only where nothing may touch can there be an exception");
        }
        at.check_sources(known, &zone.sources);
    }
    check_words(&slugs, "slug", zones, problems, |text| {
        any_empty([&text.name, &text.rule, &text.why].into_iter())
    });

    let mut codes = BTreeSet::new();
    for plan in &plans.0.1 {
        let mut at = Reporter::code(plans.0.0, &plan.code, problems);
        at.check_once("code", &mut codes);
        at.check_sources(known, &plan.sources);
        check_stages(&mut at, &plan.stages);
    }
    check_words(&codes, "code", plans, problems, |text| {
        any_empty([&text.name].into_iter().chain(&text.notes))
    });
    check_plan_of_each_routine(library, &codes, problems);
}

fn any_empty<'t>(mut texts: impl Iterator<Item = &'t String>) -> bool {
    texts.any(|text| text.trim().is_empty())
}

/// Every record has its words, no words belong to nothing and none are empty.
fn check_words<R, T>(
    names: &BTreeSet<&str>,
    field: &str,
    ((file, _), (words, texts)): &Pair<'_, R, T>,
    problems: &mut Vec<Problem>,
    is_empty: impl Fn(&T) -> bool,
) {
    for name in names.iter().filter(|name| !texts.contains_key(**name)) {
        let needle = format!("\"{field}\": \"{name}\"");
        problems.push(file.problem(&[&needle], format!("{name}: has no text in {}", words.path)));
    }
    for (name, text) in texts {
        let mut at = Reporter::words(words, name, problems);
        if !names.contains(name.as_str()) {
            at.report_at(&[], &format!("text of something that is not in {}", file.path));
        }
        if is_empty(text) {
            at.report_at(&[], "a text is empty");
        }
    }
}

/// Weeks follow each other from the first, and every number is in its range.
fn check_stages(at: &mut Reporter<'_, '_>, stages: &[Stage]) {
    let mut next = Some(1);
    for stage in stages {
        let week = format!("\"from_week\": {}", stage.from_week);
        if next != Some(stage.from_week) || stage.to_week.is_some_and(|to| to < stage.from_week) {
            at.report_at(&[&week], "the weeks do not follow each other");
        }
        next = stage.to_week.map(|to| to.saturating_add(1));
        // Clinical-evidence 1.1: sessions of 5 to 30 minutes; 5.8: at most 3 times a day.
        let ranges = [
            ("minutes", stage.minutes, 5, 30),
            ("days", stage.days, 1, 7),
            ("times_a_day", stage.times_a_day, 1, 3),
            ("touch_cap", stage.touch_cap.map(|cap| [cap, cap]), 0, Pressure::CAP),
            ("moving_breaks_minutes", stage.moving_breaks_minutes.map(|it| [it, it]), 1, 10),
        ];
        for (field, given, least, most) in ranges {
            let wrong = given.is_some_and(|[low, high]| low < least || high > most || low > high);
            if wrong {
                let needles = [week.as_str(), &format!("\"{field}\"")];
                at.report_at(&needles, &format!("{field} must rise from {least} to {most}"));
            }
        }
        if stage.most_days && stage.days.is_some() {
            at.report_at(&[&week, "\"days\""], "either days or most_days");
        }
    }
    if next.is_some() {
        at.report("stages", "the last stage must go on");
    }
}

/// Every routine but the comfort plans, which have their own rhythm, belongs to a plan, and no plan to none.
fn check_plan_of_each_routine(
    library: &Library<'_>,
    plans: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) {
    let mut tables = BTreeSet::new();
    for (file, routines) in &library.routines {
        for routine in routines.routines.iter().filter(|it| it.goal.0 != Goal::Comfort) {
            let table = routine.code.rsplit_once('-').map_or("", |(table, _)| table);
            if !plans.contains(table) {
                let mut at = Reporter::code(file, &routine.code, problems);
                at.report("code", "has no plan in data/plans.json");
            }
            tables.insert(table);
        }
    }
    for code in plans.iter().filter(|code| !tables.contains(**code)) {
        let mut at = Reporter::code(library.care.plans.0.0, code, problems);
        at.report("code", "is a plan for no routine");
    }
}
