//! Safety before the first routine: what is asked, what locks, and what opens again.

use serde_json::json;

use unknot::domain::technique::Technique;

use crate::support::app::{App, PlayerState, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{ANSWERED, Preload};

const FLAGS: [&str; 23] = [
    "RF1", "RF2", "RF3", "RF4", "RF5a", "RF5b", "RF6", "RF7a", "RF7b", "RF8", "RF9", "RF10",
    "RF11", "RF12", "RF13a", "RF13b", "RF14", "RF15", "RF16", "RF17", "RF18", "RF19", "RF20",
];

async fn at_the_check() -> App {
    let app = App::new(Preload::held_clock()).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.press("start").await;
    app.wait_screen("check").await;
    app
}

/// Ticks `flag`, goes on, and tries every way into a session.
async fn locks(flag: &str, level: &str) {
    let app = at_the_check().await;
    app.browser.press(&format!("label:has([name='{flag}'])")).await;
    app.press("continue").await;
    app.browser.wait(&format!("[data-screen=check] [data-level={level}]")).await;
    let words = app.browser.text("[data-level]").await;
    match level {
        "emergency" => assert!(
            words.contains("999") && words.contains("112") && words.contains("911"),
            "{words}"
        ),
        _ => assert!(!app.offers("accept-check").await),
    }
    for fragment in
        [format!("#/play/{ROUTINE}"), format!("#/routine/{ROUTINE}"), "#/check".to_owned()]
    {
        app.open(&fragment).await;
        if app.offers("start").await {
            app.press("start").await;
        }
        app.browser.wait(&format!("[data-level={level}]")).await;
        assert!(!app.offers("accept-check").await, "{flag}: {fragment} opens a session");
        assert!(!app.browser.shows("[data-screen=player][data-running]").await);
    }
    // Confirming without the tick opens nothing.
    app.press("clear").await;
    assert!(app.browser.shows(&format!("[data-level={level}]")).await);
    // The person was checked, and answers the whole list again.
    app.browser.press("label:has([name=checked])").await;
    app.press("clear").await;
    app.browser.wait("[data-action=none]").await;
    app.press("none").await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.start_from_routine().await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn the_first_start_asks_every_red_flag_and_none_of_these_opens_the_session() {
    let app = at_the_check().await;
    let names = app.browser.eval("return [...document.querySelectorAll('[data-screen=check] input[type=checkbox]')].map(i => i.name);").await;
    assert_eq!(names, json!(FLAGS));
    assert!(!app.offers("accept-check").await, "the session opens without an answer");
    app.answer_none_to_all().await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Anything new"));
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    assert_eq!(app.kept("unknot.check").await["ticked"], json!([]));
}

#[tokio::test]
async fn an_emergency_sign_locks_every_routine_until_the_person_was_checked() {
    locks("RF1", "emergency").await;
}

#[tokio::test]
async fn an_urgent_sign_locks_every_routine_until_the_person_was_checked() {
    locks("RF9", "urgent").await;
}

#[tokio::test]
async fn an_info_sign_shows_its_card_and_opens_the_session() {
    let app = at_the_check().await;
    app.browser.press("label:has([name=RF17])").await;
    app.press("continue").await;
    app.browser.wait("[data-level=info]").await;
    app.press("continue").await;
    app.answer_none_to_all().await;
    assert!(app.offers("accept-check").await);
}

#[tokio::test]
async fn something_new_before_a_session_asks_the_whole_list_again() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.press("start").await;
    app.press("something-new").await;
    app.browser.wait("[data-action=none]").await;
    app.open("#/check").await;
    assert!(app.offers("none").await, "the list is no longer due after a new start");
}

#[tokio::test]
async fn chest_pain_in_a_session_stops_it_and_locks() {
    // R24
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(20_000).await;
    app.press("ease-off").await;
    app.browser.wait("[data-role=too-much]").await;
    let left = app.state().await.seconds_left;
    app.advance(10_000).await;
    assert_eq!(app.state().await.seconds_left, left, "the session runs on behind the question");
    app.press("something-else").await;
    app.browser.press("[data-action=complain][data-complaint=chest]").await;
    app.browser.wait("[data-screen=check] [data-level=emergency]").await;
    app.open(&format!("#/play/{ROUTINE}")).await;
    app.browser.wait("[data-level=emergency]").await;
    assert!(
        !app.browser.shows("[data-role=resume-offer]").await,
        "a locked person is offered the session"
    );
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn too_much_eases_then_goes_on_or_skips() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(20_000).await;
    let before = app.state().await;
    app.press("ease-off").await;
    app.press("eased-yes").await;
    app.advance(1_000).await;
    let after = app.state().await;
    assert!(after.running && after.step == before.step, "{after:?}");
    app.press("ease-off").await;
    app.press("skip").await;
    app.advance(1_000).await;
    assert_eq!(app.state().await.step, before.step + 1);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn in_a_first_session_more_time_stays_within_the_starter_dose() {
    // clinical-evidence 1.4, S8: no more than 75 % of an exercise's standard time, 20 s for a stretch.
    let app = App::new(Preload::held_clock().script(ANSWERED)).await;
    app.begin(ROUTINE).await;
    let mut seen = 0;
    loop {
        let next = |it: &PlayerState| {
            it.phase == "work" || it.phase == "aftercare" || it.screen != "player"
        };
        let state = app.advance_until(90, next).await;
        if state.phase != "work" {
            break;
        }
        for _ in 0..4 {
            app.press("extend").await;
        }
        let exercise = unknot::catalog::exercise_by_slug(&state.exercise).expect(&state.exercise);
        let starter = if exercise.technique == Technique::Stretch {
            20
        } else if matches!(exercise.technique, Technique::Breathing | Technique::Rest) {
            exercise.longest.secs()
        } else {
            exercise.hold.secs() * 3 / 4
        };
        let left = app.state().await.seconds_left;
        assert!(left <= i64::from(starter), "{}: {left} s of {starter}", state.exercise);
        seen += 1;
        app.press("next").await;
    }
    assert!(seen > 4, "control: {seen} holds were seen");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn after_a_bruise_the_rest_of_the_session_leaves_that_part_of_the_body_alone() {
    // R25, R69
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin("upper-back-neck-10").await;
    app.advance(20_000).await;
    let area = |slug: &str| unknot::catalog::exercise_by_slug(slug).expect(slug).area;
    let bruised = area(&app.state().await.exercise);
    let mut planned = Vec::new();
    for step in unknot::catalog::routine("upper-back-neck-10").unwrap().steps {
        planned.push(unknot::catalog::exercise(step.exercise).unwrap().area);
    }
    assert!(planned.iter().filter(|it| **it == bruised).count() > 1, "control: {planned:?}");
    app.press("ease-off").await;
    app.press("something-else").await;
    app.browser.press("[data-action=complain][data-complaint=bruise]").await;
    app.press("no").await;
    let mut seen = 0;
    loop {
        app.advance(1_000).await;
        let state = app.state().await;
        if state.phase == "aftercare" || state.screen != "player" {
            break;
        }
        assert_ne!(area(&state.exercise), bruised, "{}", state.exercise);
        seen += 1;
        app.press("next").await;
    }
    assert!(seen > 1, "control: {seen}");
    oracle::no_problems(&app.browser).await;
}
