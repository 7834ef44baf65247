//! The ten worked cases end to end: what is asked, told, shown and played, list for list the native cases' own.

use serde_json::{Value, json};

use crate::support::answers::{Case, codes, played, routine_page, told};
use crate::support::oracle;

/// The cases with this number, from the file that `tests/it/screening/worked.rs` holds the rules to.
fn cases(number: u64) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../fixtures/worked-cases.json"))
        .expect("the cases are JSON");
    let all = all.as_array().cloned().unwrap_or_default();
    let found: Vec<Value> = all.into_iter().filter(|it| it["case"] == number).collect();
    assert!(!found.is_empty(), "no case {number}");
    found
}

fn text(value: &Value) -> Option<&'static str> {
    value.as_str().map(|it| &*Box::leak(it.to_owned().into_boxed_str()))
}

fn texts(value: &Value) -> Vec<&'static str> {
    value.as_array().into_iter().flatten().filter_map(text).collect()
}

fn case(told: &Value) -> Case {
    Case {
        conditions: texts(&told["conditions"]).leak(),
        weeks: told["weeks"].as_u64().and_then(|it| u8::try_from(it).ok()),
        mark: texts(&told["mark"]).first_chunk().map(|[trouble, area]| (*trouble, *area)),
        place: text(&told["place"]),
    }
}

/// Tells the case before each of its routines, in a browser of its own, and compares all that follows.
async fn holds(number: u64) {
    for it in cases(number) {
        for (routine, expected) in it["routines"].as_object().into_iter().flatten() {
            let name = format!("{}, {routine}", it["who"]);
            let app = told(routine, case(&it)).await;
            if let Some(lock) = expected["lock"].as_str() {
                app.browser.wait(&format!("[data-level={lock}]")).await;
                assert!(!app.offers("accept-check").await, "{name}");
                continue;
            }
            let played = played(&app).await;
            assert_eq!(json!(codes(&played)), expected["steps"], "{name}: what is played");
            let (steps, changes) = routine_page(&app, routine).await;
            assert_eq!(json!(codes(&steps)), expected["steps"], "{name}: what the page lists");
            let told: Vec<String> = changes
                .iter()
                .map(|(kind, slug)| format!("{kind} {}", codes(std::slice::from_ref(slug))[0]))
                .collect();
            assert_eq!(json!(told), expected["changes"], "{name}: what the page says of it");
            let mode = if app.browser.shows("[data-mode]").await {
                app.browser.attribute("[data-mode]", "data-mode").await
            } else {
                "standard".to_owned()
            };
            assert_eq!(expected["mode"], mode, "{name}");
            oracle::no_problems(&app.browser).await;
        }
    }
}

macro_rules! worked {
    ($($name:ident $number:literal)*) => {$(
        #[tokio::test]
        async fn $name() {
            holds($number).await;
        }
    )*};
}

worked! {
    case_1_pregnant_at_20_weeks_with_a_roller 1
    case_2_blood_thinners_and_a_ball 2
    case_3_cannot_reach_the_floor 3
    case_4_a_leg_that_is_swollen_and_red 4
    case_5_back_pain_on_day_one_after_lifting 5
    case_6_fibromyalgia 6
    case_7_a_stable_disc 7
    case_8_age_74 8
    case_9_inflammatory_arthritis 9
    case_10_nothing_at_all 10
}
