//! What must hold for the whole library; each broken rule is one problem with its file and line.
//!
//! Words outside their set and numbers outside their range never get here: `files::parse` refuses them.

use std::collections::{BTreeMap, BTreeSet};

use super::domain::body::{Area, Position, Posture};
use super::domain::caution::Tag;
use super::domain::dose::{HoldSecs, Pressure};
use super::domain::technique::Technique;
use super::files::{File, Library, Problem};
use super::records::{ExerciseRecord, ExerciseText, RoutineRecord, Word};
use super::report::Reporter;
use super::{care, learn, limits};

/// Longest routine, in minutes (clinical-evidence 1.1).
const MAX_MINUTES: u8 = 30;
/// The word for an easier way that is not another exercise.
pub(crate) const SAME: &str = "same";

/// Every exercise with its file and area, in order of number.
pub(crate) fn exercises<'l>(library: &'l Library<'_>) -> Vec<(&'l File, Area, &'l ExerciseRecord)> {
    let mut all: Vec<_> = library
        .areas
        .iter()
        .flat_map(|(file, area)| area.exercises.iter().map(move |it| (*file, area.area.0, it)))
        .collect();
    all.sort_by_key(|(_, _, it)| it.number);
    all
}

/// Every routine with its file, in order of number.
pub(crate) fn routines<'l>(library: &'l Library<'_>) -> Vec<(&'l File, &'l RoutineRecord)> {
    let mut all: Vec<_> = library
        .routines
        .iter()
        .flat_map(|(file, it)| it.routines.iter().map(move |routine| (*file, routine)))
        .collect();
    all.sort_by_key(|(_, it)| it.number);
    all
}

/// The text of the exercise with this code.
pub(crate) fn exercise_text<'l>(library: &'l Library<'_>, code: &str) -> Option<&'l ExerciseText> {
    library.exercise_texts.iter().find_map(|(_, texts)| texts.get(code))
}

/// Checks the library as a whole.
pub(crate) fn check(library: &Library<'_>) -> Vec<Problem> {
    let all = exercises(library);
    let by_code: BTreeMap<&str, &ExerciseRecord> =
        all.iter().map(|(_, _, it)| (it.code.as_str(), *it)).collect();
    let mut problems = Vec::new();
    for (file, area, exercise) in &all {
        let mut at = Reporter::code(file, &exercise.code, &mut problems);
        at.check_number(&library.numbers.1.exercises, exercise.number);
        check_dose(&mut at, exercise);
        check_skips(&mut at, *area, exercise);
        at.check_sources(&library.sources.1, &exercise.sources);
        check_easier(&mut at, &by_code, exercise);
        if exercise_text(library, &exercise.code).is_none() {
            at.report("code", "has no text in data/text/en/exercises");
        }
    }
    for (file, routine) in routines(library) {
        let mut at = Reporter::code(file, &routine.code, &mut problems);
        at.check_number(&library.numbers.1.routines, routine.number);
        at.check_sources(&library.sources.1, &routine.sources);
        check_routine(&mut at, &by_code, routine);
        if !library.routine_texts.1.contains_key(&routine.code) {
            at.report("code", "has no text in data/text/en/routines.json");
        }
    }
    check_unique(library, &mut problems);
    check_texts(library, &by_code, &mut problems);
    learn::check(library, &by_code, &mut problems);
    care::check(library, &by_code, &mut problems);
    problems
}

/// Longest time of a row: its own limit, or its technique's.
pub(crate) fn longest(exercise: &ExerciseRecord) -> u16 {
    exercise.max_seconds.unwrap_or_else(|| limits::longest(exercise.technique.0))
}

fn check_dose(at: &mut Reporter<'_, '_>, exercise: &ExerciseRecord) {
    let technique = exercise.technique.0;
    let general = limits::longest(technique);
    let own = longest(exercise);
    if own > general && !limits::may_exceed(technique) || own > HoldSecs::MAX {
        at.report("max_seconds", &format!("{own} s is above the {general} s of its technique"));
    }
    if exercise.seconds.secs() > own {
        at.report("seconds", &format!("{} s is above its cap of {own} s", exercise.seconds.secs()));
    }
    let given = exercise.pressure_cap.map(Pressure::rating);
    match (limits::strongest(technique), given) {
        (Some(cap), None) => at.report("pressure_cap", &format!("is missing; {cap} at most")),
        (Some(cap), Some(given)) if given > cap => {
            at.report("pressure_cap", &format!("{given} is above the {cap} of its technique"));
        }
        _ => {}
    }
}

/// The tag rules of clinical-evidence 2.1 that follow from the position, and no roller on the lower back.
fn check_skips(at: &mut Reporter<'_, '_>, area: Area, exercise: &ExerciseRecord) {
    let position = exercise.position.0;
    let rolls = [Technique::RollerBodyWeight, Technique::RollerLight];
    if area == Area::LowerBack && rolls.contains(&exercise.technique.0) {
        at.report("technique", "no roller on the lower back (clinical-evidence 1.3)");
    }
    let mut needed = Vec::new();
    if position.posture() == Posture::Floor {
        needed.push(Tag::FloorNo);
    }
    if matches!(position, Position::OnBack | Position::FaceDown) {
        needed.push(Tag::PregT23);
    }
    if position == Position::Kneeling {
        needed.extend([Tag::KneeBad, Tag::KneeReplace]);
    }
    for tag in needed.into_iter().filter(|tag| !exercise.skip.contains(&Word(*tag))) {
        at.report("skip", &format!("{} needs the tag {}", position.slug(), tag.slug()));
    }
    for (index, tag) in exercise.skip.iter().enumerate() {
        if exercise.skip.iter().take(index).any(|earlier| earlier == tag) {
            at.report("skip", &format!("{} is there twice", tag.0.slug()));
        }
    }
}

fn check_easier(
    at: &mut Reporter<'_, '_>,
    by_code: &BTreeMap<&str, &ExerciseRecord>,
    exercise: &ExerciseRecord,
) {
    let mut seen = BTreeSet::from([exercise.code.as_str()]);
    let mut next = exercise.easier.as_str();
    while next != SAME {
        if !seen.insert(next) {
            at.report("easier", &format!("leads round in a circle at {next}"));
            return;
        }
        let Some(easier) = by_code.get(next) else {
            at.report("easier", &format!("{next} is not in the library"));
            return;
        };
        next = &easier.easier;
    }
}

fn check_routine(
    at: &mut Reporter<'_, '_>,
    by_code: &BTreeMap<&str, &ExerciseRecord>,
    routine: &RoutineRecord,
) {
    if !(5..=MAX_MINUTES).contains(&routine.minutes) {
        at.report("minutes", &format!("{} is outside 5 to {MAX_MINUTES}", routine.minutes));
    }
    if routine.aftercare_seconds > HoldSecs::MAX {
        at.report("aftercare_seconds", &format!("is above {} s", HoldSecs::MAX));
    }
    if routine.steps.is_empty() {
        at.report("steps", "has no step");
    }
    for step in &routine.steps {
        // The quotes keep the search inside this routine's step list.
        let field = format!("exercise\": \"{}", step.exercise);
        let Some(exercise) = by_code.get(step.exercise.as_str()) else {
            at.report(&field, &format!("{} is not in the library", step.exercise));
            continue;
        };
        if exercise.needs_signoff {
            at.report(&field, &format!("{} waits for sign-off", step.exercise));
        }
        let (secs, cap) = (step.seconds.secs(), longest(exercise));
        if secs > cap {
            at.report(&field, &format!("{secs} s is above the {cap} s of {}", step.exercise));
        }
    }
}

fn check_unique(library: &Library<'_>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (file, _, it) in exercises(library) {
        let mut at = Reporter::code(file, &it.code, problems);
        check_first(&mut at, &mut seen, "exercise", it.number, &it.slug);
    }
    for (file, it) in routines(library) {
        let mut at = Reporter::code(file, &it.code, problems);
        check_first(&mut at, &mut seen, "routine", it.number, &it.slug);
    }
}

fn check_first(
    at: &mut Reporter<'_, '_>,
    seen: &mut BTreeSet<String>,
    kind: &str,
    number: u16,
    slug: &str,
) {
    at.check_slug(slug);
    for (field, value) in
        [("code", at.name.to_owned()), ("number", number.to_string()), ("slug", slug.to_owned())]
    {
        if !seen.insert(format!("{kind} {field} {value}")) {
            at.report(field, &format!("{field} {value} is there twice"));
        }
    }
}

fn check_texts(
    library: &Library<'_>,
    by_code: &BTreeMap<&str, &ExerciseRecord>,
    problems: &mut Vec<Problem>,
) {
    for (file, texts) in &library.exercise_texts {
        for (code, text) in texts {
            for message in text_problems(text) {
                problems
                    .push(file.problem(&[&format!("\"{code}\"")], format!("{code}: {message}")));
            }
            if !by_code.contains_key(code.as_str()) {
                let message = format!("{code}: text of an exercise that is not in the library");
                problems.push(file.problem(&[&format!("\"{code}\"")], message));
            }
        }
    }
    let (file, texts) = &library.routine_texts;
    for (code, text) in texts {
        let fields = [&text.name, &text.about, &text.for_whom, &text.how_often];
        if fields.iter().any(|field| field.trim().is_empty()) {
            problems
                .push(file.problem(&[&format!("\"{code}\"")], format!("{code}: a text is empty")));
        }
        if !routines(library).iter().any(|(_, it)| it.code == *code) {
            let message = format!("{code}: text of a routine that is not in the library");
            problems.push(file.problem(&[&format!("\"{code}\"")], message));
        }
    }
}

fn text_problems(text: &ExerciseText) -> Vec<String> {
    let mut problems = Vec::new();
    let single = [&text.name, &text.muscles, &text.set_up, &text.feel, &text.easier];
    let mut every = single.into_iter().chain(&text.cues).chain(&text.cautions);
    if every.any(|field| field.trim().is_empty()) {
        problems.push("a text is empty".to_owned());
    }
    if !(3..=5).contains(&text.cues.len()) {
        problems.push(format!("{} cues; 3 to 5 are needed", text.cues.len()));
    }
    if !text.cautions.first().is_some_and(|first| first.starts_with("Stop ")) {
        problems.push("the first caution must say when to stop".to_owned());
    }
    problems
}
