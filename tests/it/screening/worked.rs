//! The worked cases on the routines that ship, list for list. `tests/e2e/health.rs` walks the same file in a browser,
//! so that what the rules say and what a person sees cannot drift apart.

use serde_json::Value;
use unknot::catalog;
use unknot::domain::body::Area;
use unknot::domain::condition::Trouble;
use unknot::domain::equipment::ToolSet;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::screening::{Health, Screen, Shape, Shaped};

use super::day;
use super::people::{TODAY, condition, id, person, with};

fn cases() -> Vec<Value> {
    let text = include_str!("../../fixtures/worked-cases.json");
    serde_json::from_str::<Value>(text).unwrap().as_array().unwrap().clone()
}

fn words(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The person of a case, who has answered everything.
fn health(case: &Value) -> Health {
    let mut health = with(&words(&case["conditions"]));
    if let Some(weeks) = case["weeks"].as_u64() {
        health.set_weeks(id("pregnant"), u8::try_from(weeks).ok(), day(TODAY));
    }
    if let [trouble, area] = words(&case["mark"])[..] {
        health.mark(Area::from_slug(area).unwrap(), trouble_of(trouble), day(TODAY));
    }
    if let Some(place) = case["place"].as_str() {
        let asks = words(&case["conditions"]);
        let asks = asks.iter().find(|it| condition(it).asks_where.is_some()).unwrap();
        health.set_areas(id(asks), [Area::from_slug(place).unwrap()].into_iter().collect());
    }
    health
}

fn trouble_of(slug: &str) -> Trouble {
    *Trouble::ALL.iter().find(|it| it.slug() == slug).unwrap_or_else(|| panic!("{slug}"))
}

fn code(id: ExerciseId) -> &'static str {
    catalog::exercise(id).map_or("?", |it| it.code)
}

/// What the routine page says, in its order: what was swapped, left out, and held for another time.
fn changes(shaped: &Shaped) -> Vec<String> {
    let swapped = shaped.steps.iter().filter(|it| it.is_swapped());
    let swapped = swapped.map(|it| ["swapped ", code(it.was.exercise)].concat());
    let out = shaped.left_out.iter().map(|it| ["removed ", code(it.was.exercise)].concat());
    let timed = shaped.steps.iter().filter(|it| !it.is_swapped()).filter_map(|it| {
        let kind = match it.step.hold.cmp(&it.was.hold) {
            core::cmp::Ordering::Less => "shorter ",
            core::cmp::Ordering::Equal => return None,
            core::cmp::Ordering::Greater => "longer ",
        };
        Some([kind, code(it.step.exercise)].concat())
    });
    swapped.chain(out).chain(timed).collect()
}

#[test]
fn every_worked_case_plays_exactly_its_list() {
    // R31 to R45, R60 to R67
    let mut wrong = Vec::new();
    for case in cases() {
        let health = health(&case);
        let screen = Screen::new(catalog::rules(), person(&health, TODAY));
        for (slug, expected) in case["routines"].as_object().unwrap() {
            let routine = catalog::routine(slug).unwrap();
            let shape = screen.shape(&catalog::shape_request(routine, ToolSet::ALL));
            let name = format!("{} {slug}", case["who"]);
            let found = match shape {
                Shape::Locked(lock) => serde_json::json!({ "lock": lock.act.slug() }),
                Shape::Ask(prompts) => panic!("{name}: {prompts:?}"),
                Shape::Ready(it) => serde_json::json!({
                    "mode": screen.limits().mode.slug(),
                    "steps": it.steps.iter().map(|it| code(it.step.exercise)).collect::<Vec<_>>(),
                    "changes": changes(&it),
                }),
            };
            if found != *expected {
                wrong.push(format!("{name}\n{found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_ten_cases_are_there() {
    let mut numbers: Vec<u64> = cases().iter().filter_map(|it| it["case"].as_u64()).collect();
    numbers.dedup();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
}
