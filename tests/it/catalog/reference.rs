//! The shipped rows against the evidence file's own table, copied into `tests/fixtures/`.

use std::collections::BTreeMap;

use serde_json::Value;
use unknot::catalog;
use unknot::domain::body::Position;
use unknot::domain::caution::Tag;
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::{Easier, Exercise};
use unknot::domain::side::Sides;
use unknot::domain::technique::Technique;

/// Rows whose easier way is not the first that the reference names, and where it leads here.
///
/// HN09 and BL10 name each other there, and so do HN10 and BL09, HN12 and BL07, FR13 and BL14; a circle offers
/// no way down. Hands are the gentler end (clinical-evidence 1.5), so the ball leads to the hands, and the
/// hands to a gentler way in words. FR13 takes its second choice.
const EASIER_OTHERWISE: &[(&str, &str)] =
    &[("HN09", "same"), ("HN10", "same"), ("HN12", "same"), ("FR13", "HN16")];

/// After-care cards that are exercises too; the table of 88 rows does not hold them.
const CARDS: &[&str] = &["AC04"];

/// Rows that are stricter than their technique: code and strongest pressure of 10.
const STRICTER: &[(&str, u8)] =
    &[("FR05", 4), ("FR10", 4), ("BL03", 3), ("BL06", 3), ("BL11", 4), ("BL12", 3)];

/// The tables of clinical-evidence 5.1 to 5.7 and the slug that each one's routines begin with.
const TABLES: &[(&str, &str)] = &[
    ("LBS", "lower-back"),
    ("UBS", "upper-back-neck"),
    ("FM", "gentle-whole-body"),
    ("SOA", "gentle-back-chair"),
    ("DISC", "lower-back-movement"),
    ("PIR", "buttock-hip"),
    ("SCI", "lower-back-leg-movement"),
];

/// Rows that wait for sign-off and the rows that stand in for them, for the same seconds (below table 5.7).
const STAND_INS: &[(&str, &str)] = &[
    ("FR02", "MB05"),
    ("FR05", "BL04"),
    ("BL03", "HN06"),
    ("BL08", "HN04"),
    ("MB10", "MB09"),
    ("MB11", "MB18"),
];

fn reference() -> Value {
    serde_json::from_str(include_str!("../../fixtures/reference-exercises.json"))
        .unwrap_or_else(|error| panic!("reference: {error}"))
}

fn rows(reference: &Value) -> BTreeMap<&str, &Value> {
    let rows = reference["exercises"].as_array().into_iter().flatten();
    rows.map(|row| (text(row, "id"), row)).collect()
}

fn text<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().unwrap_or_else(|| panic!("{field} of {row}"))
}

fn code_of(easier: Easier) -> &'static str {
    match easier {
        Easier::Exercise(id) => catalog::exercise(id).map_or("?", |it| it.code),
        Easier::SameButGentler => "same",
    }
}

/// The first row of the table, other than its own, that a row's easier way names.
fn named<'r>(row: &'r Value, rows: &BTreeMap<&'r str, &Value>) -> &'r str {
    let words = text(row, "easier").split(|it: char| !it.is_ascii_alphanumeric());
    words
        .filter(|word| rows.contains_key(word))
        .find(|word| *word != text(row, "id"))
        .unwrap_or("same")
}

const fn position(position: Position) -> &'static str {
    match position {
        Position::OnBack => "supine",
        Position::FaceDown => "prone",
        Position::OnSide => "sidelying",
        Position::FloorSitting => "floor_sit",
        Position::Kneeling => "kneel",
        Position::Chair => "chair",
        Position::Wall => "wall",
        Position::Standing => "stand",
    }
}

const fn technique(technique: Technique) -> &'static str {
    match technique {
        Technique::RollerBodyWeight => "roller_bw",
        Technique::RollerLight => "roller_light",
        Technique::BallWall => "ball_wall",
        Technique::BallLying => "ball_bw",
        Technique::HandsLight => "hand_light",
        Technique::HandsFirm => "hand_firm",
        Technique::Stretch => "stretch",
        Technique::Mobility => "mob",
        Technique::Extension => "ext",
        Technique::NerveSlide => "nerve",
        Technique::Breathing => "breath",
        Technique::Rest => "rest",
    }
}

const fn side(sides: Sides) -> &'static str {
    match sides {
        Sides::Together => "both",
        Sides::Each => "L/R",
        Sides::LeftOnly | Sides::RightOnly | Sides::RightFirst => "no exercise has it",
    }
}

fn compare(it: &Exercise, row: &Value, rows: &BTreeMap<&str, &Value>) {
    assert_eq!(u64::from(it.hold.secs()), row["seconds"].as_u64().unwrap_or(0), "{}", it.code);
    assert_eq!(side(it.sides), text(row, "side"), "{}", it.code);
    assert_eq!(position(it.position), text(row, "position"), "{}", it.code);
    assert_eq!(technique(it.technique), text(row, "type"), "{}", it.code);
    let tags: Vec<&str> = it.skip.iter().map(|tag| tag.slug()).collect();
    assert_eq!(serde_json::json!(tags), row["skip_tags"], "{}", it.code);
    assert_eq!(it.sources.join(" "), text(row, "basis"), "{}", it.code);
    assert_eq!(Some(it.needs_signoff), row["needs_signoff"].as_bool(), "{}", it.code);
    let otherwise = EASIER_OTHERWISE.iter().find(|(code, _)| *code == it.code);
    let easier = otherwise.map_or_else(|| named(row, rows), |(_, easier)| *easier);
    assert_eq!(code_of(it.easier), easier, "{}", it.code);
}

#[test]
fn every_shipped_exercise_has_the_numbers_tags_and_sources_of_its_reference_row() {
    // B13
    let reference = reference();
    let rows = rows(&reference);
    assert_eq!(rows.len(), 88);
    assert_eq!(catalog::exercises().len(), rows.len() + CARDS.len());
    for it in catalog::exercises().iter().filter(|it| !CARDS.contains(&it.code)) {
        compare(it, rows.get(it.code).copied().unwrap_or(&Value::Null), &rows);
    }
}

#[test]
fn the_walk_has_the_time_and_source_of_its_aftercare_card() {
    // B13
    // Clinical-evidence 1.2 and 5.9: AC04, walk, 5 to 10 minutes, easy, S37; nobody skips it.
    let walk = catalog::exercise_by_slug("easy-walk").unwrap();
    assert_eq!((walk.code, walk.hold.secs()), ("AC04", 5 * 60));
    assert_eq!((walk.technique, walk.position), (Technique::Mobility, Position::Standing));
    assert_eq!((walk.sides, walk.pressure_cap), (Sides::Together, None));
    assert_eq!((walk.sources, walk.skip), (["S37"].as_slice(), [].as_slice()));
    assert_eq!((walk.easier, walk.needs_signoff), (Easier::SameButGentler, false));
}

#[test]
fn a_row_that_is_stricter_than_its_technique_keeps_its_own_cap() {
    // B4
    for (code, most) in STRICTER {
        let it = catalog::exercises().iter().find(|it| it.code == *code).unwrap();
        assert_eq!(it.pressure_cap.map(Pressure::rating), Some(*most), "{code}");
    }
}

fn stand_in(code: &str) -> &str {
    STAND_INS.iter().find(|(row, _)| *row == code).map_or(code, |(_, other)| other)
}

fn steps(slug: &str) -> Vec<(&'static str, u64)> {
    let routine = catalog::routine(slug).unwrap_or_else(|| panic!("no routine {slug}"));
    let code = |id| catalog::exercise(id).map_or("?", |it| it.code);
    routine.steps.iter().map(|it| (code(it.exercise), u64::from(it.hold.secs()))).collect()
}

#[test]
fn every_routine_has_the_order_and_seconds_of_its_reference_table() {
    // B13
    let reference = reference();
    let mut compared = 0;
    for (table, prefix) in TABLES {
        for (budget, rows) in reference["routines"][table].as_object().unwrap() {
            let slug = format!("{prefix}-{budget}");
            let mut shipped = steps(&slug);
            let routine = catalog::routine(&slug).unwrap();
            shipped.push(("AC05", u64::from(routine.aftercare_secs)));
            let listed: Vec<(&str, u64)> = rows
                .as_array()
                .unwrap()
                .iter()
                .map(|row| (stand_in(text(row, "id")), row["seconds"].as_u64().unwrap()))
                .collect();
            assert_eq!(shipped, listed, "{slug}");
            assert_eq!(routine.minutes.to_string(), *budget);
            compared += 1;
        }
    }
    assert_eq!(compared, 35);
    // Nothing ships beside the tables and the two comfort plans.
    assert_eq!(catalog::routines().len(), compared + 2);
}

#[test]
fn a_step_runs_on_as_many_sides_as_its_reference_table_says() {
    // B13
    let reference = reference();
    for (table, prefix) in TABLES {
        for (budget, rows) in reference["routines"][table].as_object().unwrap() {
            let routine = catalog::routine(&format!("{prefix}-{budget}")).unwrap();
            let rows = rows.as_array().unwrap();
            for (step, row) in routine.steps.iter().zip(rows) {
                let it = catalog::exercise(step.exercise).unwrap();
                let code = text(row, "id");
                // A stand-in has its own sides: both ankles move together.
                let kept = stand_in(code) == code;
                let sides = it.sides.order().len() as u64;
                assert!(!kept || row["sides"].as_u64() == Some(sides), "{prefix}-{budget} {code}");
            }
        }
    }
}

#[test]
fn a_row_that_waits_for_sign_off_has_a_stand_in_that_does_not() {
    // B9
    let reference = reference();
    let rows = rows(&reference);
    let waits = |code: &str| rows[code]["needs_signoff"].as_bool().unwrap();
    for code in rows.keys() {
        assert_eq!(waits(code), STAND_INS.iter().any(|(row, _)| row == code), "{code}");
    }
    assert!(STAND_INS.iter().all(|(_, other)| !waits(other)));
}

#[test]
fn the_comfort_plans_have_the_order_and_seconds_of_stage_a() {
    // B13
    // Clinical-evidence 5.0b, stage A.
    let lower = [("BR04", 120), ("MB02", 45), ("MB03", 45), ("MB18", 45)];
    assert_eq!(steps("comfort-5"), lower);
    let upper = [("BR02", 60), ("MB08", 45), ("MB07", 30), ("HN09", 45)];
    assert_eq!(steps("comfort-upper-5"), upper);
    for slug in ["comfort-5", "comfort-upper-5"] {
        assert_eq!(catalog::routine(slug).unwrap().aftercare_secs, 15);
    }
}

#[test]
fn the_skip_tags_are_exactly_those_of_the_reference() {
    // B13
    let reference = reference();
    let tags = reference["tags"].as_object().unwrap();
    assert_eq!(Tag::ALL.len(), tags.len());
    assert!(Tag::ALL.iter().all(|tag| tags.contains_key(tag.slug())));
}

#[test]
fn all_88_rows_and_35_routines_have_a_number_of_their_own_already() {
    // B2
    let numbers: Value =
        serde_json::from_str(&std::fs::read_to_string("data/numbers.json").unwrap()).unwrap();
    let reference = reference();
    for code in rows(&reference).keys() {
        assert!(numbers["exercises"][code].is_u64(), "{code}");
    }
    for (table, budgets) in reference["routines"].as_object().unwrap() {
        for budget in budgets.as_object().unwrap().keys() {
            assert!(numbers["routines"][format!("{table}-{budget}")].is_u64(), "{table}-{budget}");
        }
    }
    for kind in ["exercises", "routines"] {
        let mut all: Vec<u64> =
            numbers[kind].as_object().unwrap().values().filter_map(Value::as_u64).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "{kind}");
        assert!(all.iter().all(|number| (1..128).contains(number)), "{kind}");
    }
}
