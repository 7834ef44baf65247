//! Writes the checked library as static Rust.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::check::{self, SAME};
use super::domain::dose::Pressure;
use super::files::Library;
use super::records::{ExerciseRecord, RoutineRecord, RoutineText};

/// The static items that `src/catalog/library.rs` includes.
///
/// Exercises, routines and their names are in order of number, so that each can be found by binary search.
/// `words_id` is that of the file of words which belongs to this library.
pub(crate) fn emit(library: &Library<'_>, words_id: &str) -> String {
    let exercises = check::exercises(library);
    let routines = check::routines(library);
    let numbers: BTreeMap<&str, u16> =
        exercises.iter().map(|(_, _, it)| (it.code.as_str(), it.number)).collect();

    let mut exercise_rows = Vec::new();
    let mut exercise_names = Vec::new();
    for (_, area, it) in &exercises {
        exercise_rows.push(exercise_row(&format!("{area:?}"), it, &numbers));
        let text = check::exercise_text(library, &it.code);
        exercise_names.extend(text.map(|text| format!("({}, {:?})", it.number, text.name)));
    }
    let mut routine_rows = Vec::new();
    let mut routine_texts = Vec::new();
    for (_, it) in &routines {
        routine_rows.push(routine_row(it, &numbers));
        let text = library.routine_texts.1.get(&it.code);
        routine_texts
            .extend(text.map(|text| format!("({}, {})", it.number, routine_text_row(text))));
    }
    let mut out = String::new();
    table(&mut out, "EXERCISES", "Exercise", &exercise_rows);
    table(&mut out, "EXERCISE_NAMES", "(u16, &str)", &exercise_names);
    table(&mut out, "ROUTINES", "Routine", &routine_rows);
    table(&mut out, "ROUTINE_TEXTS", "(u16, RoutineText)", &routine_texts);
    out + &format!("pub(super) static WORDS_ID: &str = {words_id:?};\n")
}

/// Adds a static array of these rows.
pub(crate) fn table(out: &mut String, name: &str, row: &str, rows: &[String]) {
    // Writing to a `String` cannot fail.
    let written = writeln!(
        out,
        "pub(super) static {name}: [{row}; {}] = [\n    {},\n];",
        rows.len(),
        rows.join(",\n    ")
    );
    debug_assert!(written.is_ok(), "a String takes all that is written");
}

/// A slice of these items.
pub(crate) fn list(items: &[String]) -> String {
    format!("&[{}]", items.join(", "))
}

/// A slice of these texts.
pub(crate) fn quoted(items: &[String]) -> String {
    list(&items.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>())
}

fn id_of(code: &str, numbers: &BTreeMap<&str, u16>) -> String {
    format!("ExerciseId({})", numbers.get(code).copied().unwrap_or_default())
}

fn exercise_row(area: &str, it: &ExerciseRecord, numbers: &BTreeMap<&str, u16>) -> String {
    let cap = it
        .pressure_cap
        .map_or("None".to_owned(), |cap: Pressure| format!("Some(cap({}))", cap.rating()));
    let easier = if it.easier == SAME {
        "Easier::SameButGentler".to_owned()
    } else {
        format!("Easier::Exercise({})", id_of(&it.easier, numbers))
    };
    let skip: Vec<_> = it.skip.iter().map(|tag| format!("Tag::{:?}", tag.0)).collect();
    format!(
        "Exercise {{ id: ExerciseId({}), slug: {:?}, code: {:?}, area: Area::{area}, tool: Tool::{:?}, \
         technique: Technique::{:?}, position: Position::{:?}, sides: Sides::{:?}, hold: hold({}), \
         longest: hold({}), pressure_cap: {cap}, skip: {}, easier: {easier}, sources: {}, needs_signoff: {} }}",
        it.number,
        it.slug,
        it.code,
        it.tool.0,
        it.technique.0,
        it.position.0,
        it.sides.0,
        it.seconds.secs(),
        check::longest(it),
        list(&skip),
        quoted(&it.sources),
        it.needs_signoff,
    )
}

fn routine_row(it: &RoutineRecord, numbers: &BTreeMap<&str, u16>) -> String {
    let steps: Vec<_> = it
        .steps
        .iter()
        .map(|step| {
            let (exercise, secs) = (id_of(&step.exercise, numbers), step.seconds.secs());
            format!("RoutineStep {{ exercise: {exercise}, hold: hold({secs}) }}")
        })
        .collect();
    format!(
        "Routine {{ id: {}, slug: {:?}, area: Area::{:?}, goal: Goal::{:?}, minutes: {}, steps: {}, \
         aftercare_secs: {}, sources: {} }}",
        it.number,
        it.slug,
        it.area.0,
        it.goal.0,
        it.minutes,
        list(&steps),
        it.aftercare_seconds,
        quoted(&it.sources),
    )
}

fn routine_text_row(text: &RoutineText) -> String {
    format!("RoutineText {{ name: {:?}, about: {:?} }}", text.name, text.about)
}
