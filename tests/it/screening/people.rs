//! People and a library for the screening tests: every row of the reference table, whatever is shipped.

use std::sync::OnceLock;

use serde_json::Value;
use unknot::catalog;
use unknot::domain::body::{Area, Position};
use unknot::domain::caution::Tag;
use unknot::domain::condition::{Condition, ConditionId};
use unknot::domain::dose::{HoldSecs, Pressure};
use unknot::domain::equipment::{Tool, ToolSet};
use unknot::domain::exercise::{Easier, Exercise, ExerciseId};
use unknot::domain::routine::RoutineStep;
use unknot::domain::screening::{Health, Person, Request, Rules, Screen, Shape, Shaped, Standing};
use unknot::domain::side::Sides;
use unknot::domain::technique::Technique;

use super::day;

/// The day of every test.
pub(super) const TODAY: i32 = 20_000;

/// Rows whose easier way the library tells in words or names second (docs/spec/library.md).
const EASIER: &[(&str, &str)] =
    &[("HN09", "same"), ("HN10", "same"), ("HN12", "same"), ("FR13", "HN16")];

pub(super) fn reference() -> &'static Value {
    static REFERENCE: OnceLock<Value> = OnceLock::new();
    REFERENCE.get_or_init(|| {
        serde_json::from_str(include_str!("../../fixtures/reference-exercises.json")).unwrap()
    })
}

/// All 88 rows and the walk, made from the reference table.
pub(super) fn library() -> &'static [Exercise] {
    static LIBRARY: OnceLock<Vec<Exercise>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let rows = reference()["exercises"].as_array().unwrap();
        let mut all: Vec<Exercise> = rows.iter().map(|row| exercise(row, rows)).collect();
        all.push(walk());
        all.sort_by_key(|it| it.id);
        all
    })
}

pub(super) fn rules() -> Rules<'static> {
    Rules { exercises: library(), ..catalog::rules() }
}

pub(super) fn row(code: &str) -> &'static Exercise {
    library().iter().find(|it| it.code == code).unwrap_or_else(|| panic!("no {code}"))
}

pub(super) fn code(id: ExerciseId) -> &'static str {
    rules().exercise(id).map_or("?", |it| it.code)
}

pub(super) fn condition(slug: &str) -> &'static Condition {
    catalog::conditions().iter().find(|it| it.slug == slug).unwrap_or_else(|| panic!("no {slug}"))
}

pub(super) fn id(slug: &str) -> ConditionId {
    condition(slug).id
}

/// Rows that wait for sign-off and what every routine that ships has in their place (below table 5.7).
const STAND_INS: [(&str, &str); 6] = [
    ("FR02", "MB05"),
    ("FR05", "BL04"),
    ("BL03", "HN06"),
    ("BL08", "HN04"),
    ("MB10", "MB09"),
    ("MB11", "MB18"),
];

/// The steps and the budget in seconds of a routine of the reference tables, as it ships.
pub(super) fn routine(table: &str, minutes: u32) -> (Vec<RoutineStep>, u32) {
    let rows = reference()["routines"][table][minutes.to_string()].as_array().unwrap();
    let steps = rows.iter().filter(|it| it["id"] != "AC05").map(|it| {
        let secs = u16::try_from(it["seconds"].as_u64().unwrap()).unwrap();
        let listed = it["id"].as_str().unwrap();
        let shipped = STAND_INS.iter().find(|(row, _)| *row == listed);
        step(shipped.map_or(listed, |(_, other)| other), secs)
    });
    (steps.collect(), minutes * 60)
}

pub(super) fn step(code: &str, secs: u16) -> RoutineStep {
    RoutineStep { exercise: row(code).id, hold: HoldSecs::new(secs).unwrap() }
}

/// Someone who answered "none of these" to everything today and whose body is fine.
pub(super) fn well() -> Health {
    let mut health = Health::default();
    let ids: Vec<ConditionId> = catalog::conditions().iter().map(|it| it.id).collect();
    health.none_of(rules(), &ids, day(TODAY));
    health.looked_over(day(TODAY));
    health
}

/// The same with a "yes" to these; what follows a "yes" is answered with no.
pub(super) fn with(slugs: &[&str]) -> Health {
    let mut health = well();
    for slug in slugs {
        assert!(health.answer(rules(), id(slug), true, day(TODAY)), "{slug}");
        let follow_ups = catalog::conditions().iter().filter(|it| it.after == Some(id(slug)));
        for it in follow_ups {
            health.answer(rules(), it.id, false, day(TODAY));
        }
    }
    health
}

pub(super) fn calm() -> &'static Standing {
    static CALM: OnceLock<Standing> = OnceLock::new();
    CALM.get_or_init(Standing::default)
}

/// A person past the first three sessions with nothing held against them.
pub(super) fn person(health: &Health, on: i32) -> Person<'_> {
    Person { health, standing: calm(), sessions: 10, today: day(on) }
}

pub(super) fn screen(health: &Health) -> Screen<'_> {
    Screen::new(rules(), person(health, TODAY))
}

pub(super) fn request(steps: &[RoutineStep], budget_secs: u32) -> Request<'_> {
    Request { steps, aftercare_secs: 15, budget_secs: budget_secs + 10, tools: ToolSet::ALL }
}

pub(super) fn shaped(screen: &Screen<'_>, request: &Request<'_>) -> Shaped {
    match screen.shape(request) {
        Shape::Ready(shaped) => shaped,
        Shape::Locked(lock) => panic!("{lock:?}"),
        Shape::Ask(prompts) => panic!("{prompts:?}"),
    }
}

/// The codes of a fitted routine's steps.
pub(super) fn codes(shaped: &Shaped) -> Vec<&'static str> {
    shaped.steps.iter().map(|it| code(it.step.exercise)).collect()
}

fn text<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().unwrap_or_else(|| panic!("{field} of {row}"))
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn number(code: &str) -> u16 {
    let (block, row) = code.split_at(2);
    let base = ["FR", "BL", "HN", "ST", "MB", "BR", "AC"].iter().position(|it| *it == block);
    u16::try_from(base.unwrap()).unwrap() * 20 + row.parse::<u16>().unwrap()
}

fn exercise(row: &Value, rows: &[Value]) -> Exercise {
    let code = leak(text(row, "id"));
    let technique = technique(text(row, "type"));
    let tags = row["skip_tags"].as_array().unwrap().iter();
    let tags: Vec<Tag> = tags.map(|tag| Tag::from_slug(tag.as_str().unwrap()).unwrap()).collect();
    Exercise {
        id: ExerciseId(number(code)),
        slug: code,
        code,
        area: area(code, text(row, "region")),
        tool: tool(text(row, "equipment")),
        technique,
        position: position(text(row, "position")),
        sides: if text(row, "side") == "both" { Sides::Together } else { Sides::Each },
        hold: HoldSecs::new(u16::try_from(row["seconds"].as_u64().unwrap()).unwrap()).unwrap(),
        longest: HoldSecs::new(longest(technique)).unwrap(),
        pressure_cap: strongest(technique).map(|cap| Pressure::new(cap).unwrap()),
        skip: tags.leak(),
        easier: easier(row, rows),
        sources: &[],
        needs_signoff: row["needs_signoff"].as_bool().unwrap(),
    }
}

/// The walk of routines that have one as a step (clinical-evidence 5.9).
fn walk() -> Exercise {
    Exercise {
        id: ExerciseId(number("AC04")),
        slug: "walk",
        code: "AC04",
        area: Area::WholeBody,
        tool: Tool::Nothing,
        technique: Technique::Mobility,
        position: Position::Standing,
        sides: Sides::Together,
        hold: HoldSecs::new(360).unwrap(),
        longest: HoldSecs::new(600).unwrap(),
        pressure_cap: None,
        skip: &[],
        easier: Easier::SameButGentler,
        sources: &[],
        needs_signoff: false,
    }
}

fn easier(row: &Value, rows: &[Value]) -> Easier {
    let own = text(row, "id");
    let known = |word: &&str| rows.iter().any(|it| text(it, "id") == *word);
    let words = text(row, "easier").split(|it: char| !it.is_ascii_alphanumeric());
    let named = words.filter(known).find(|word| *word != own).unwrap_or("same");
    let named = EASIER.iter().find(|(code, _)| *code == own).map_or(named, |(_, named)| named);
    if named == "same" {
        Easier::SameButGentler
    } else {
        Easier::Exercise(ExerciseId(number(named)))
    }
}

fn area(code: &str, region: &str) -> Area {
    match (code, region) {
        ("BL08" | "HN04", _) | (_, "neck") => Area::Neck,
        ("FR09" | "BL12", _) | (_, "hip_glute") => Area::Hip,
        (_, "shoulder") => Area::Shoulder,
        (_, "upper_back") => Area::UpperBack,
        (_, "low_back") => Area::LowerBack,
        (_, "thigh_front" | "thigh_back" | "thigh_inner" | "thigh_side") => Area::Thigh,
        (_, "calf" | "shin") => Area::Calf,
        (_, "foot") => Area::Foot,
        (_, "chest") => Area::Chest,
        (_, "arm" | "hand") => Area::Arm,
        (_, "head" | "face") => Area::Head,
        (_, "whole") => Area::WholeBody,
        (_, other) => panic!("region {other}"),
    }
}

fn tool(equipment: &str) -> Tool {
    match equipment {
        "hands" => Tool::Hands,
        "tennis ball" | "soft ball (foam or worn tennis)" => Tool::Ball,
        "2 tennis balls in a sock" => Tool::TwoBalls,
        "roller" | "roller or rolling stick" => Tool::Roller,
        "chair" | "chair or wall" | "chair or mat" => Tool::Chair,
        "wall" => Tool::Wall,
        "mat" | "mat or chair" | "strap optional" => Tool::Mat,
        "strap or towel" => Tool::Strap,
        "rolled soft towel" => Tool::Towel,
        "doorway" => Tool::Doorway,
        "none" => Tool::Nothing,
        other => panic!("equipment {other}"),
    }
}

fn position(word: &str) -> Position {
    match word {
        "supine" => Position::OnBack,
        "prone" => Position::FaceDown,
        "sidelying" => Position::OnSide,
        "floor_sit" => Position::FloorSitting,
        "kneel" => Position::Kneeling,
        "chair" => Position::Chair,
        "wall" => Position::Wall,
        "stand" => Position::Standing,
        other => panic!("position {other}"),
    }
}

fn technique(word: &str) -> Technique {
    match word {
        "roller_bw" => Technique::RollerBodyWeight,
        "roller_light" => Technique::RollerLight,
        "ball_wall" => Technique::BallWall,
        "ball_bw" => Technique::BallLying,
        "hand_light" => Technique::HandsLight,
        "hand_firm" => Technique::HandsFirm,
        "stretch" => Technique::Stretch,
        "mob" => Technique::Mobility,
        "ext" => Technique::Extension,
        "nerve" => Technique::NerveSlide,
        "breath" => Technique::Breathing,
        "rest" => Technique::Rest,
        other => panic!("type {other}"),
    }
}

/// The caps of docs/spec/library.md.
const fn longest(technique: Technique) -> u16 {
    match technique {
        Technique::Stretch | Technique::Extension => 60,
        Technique::NerveSlide => 45,
        Technique::Breathing => 300,
        Technique::Rest => 600,
        Technique::Mobility | Technique::BallWall | Technique::BallLying => 120,
        Technique::RollerBodyWeight
        | Technique::RollerLight
        | Technique::HandsLight
        | Technique::HandsFirm => 180,
    }
}

const fn strongest(technique: Technique) -> Option<u8> {
    match technique {
        Technique::RollerBodyWeight | Technique::BallWall | Technique::BallLying => Some(5),
        Technique::RollerLight | Technique::HandsFirm | Technique::Stretch => Some(4),
        Technique::HandsLight | Technique::Extension | Technique::NerveSlide => Some(3),
        Technique::Mobility | Technique::Breathing | Technique::Rest => None,
    }
}
