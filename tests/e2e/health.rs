//! What a person tells of their health and what the app does about it: worked cases, end to end.

use serde_json::json;

use crate::support::answers::{Case, HEALTH, exercise, played, routine_page, skips, told};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

#[tokio::test]
async fn blood_thinners_take_ball_roller_and_firm_hands_out_and_say_why() {
    let case = Case { conditions: &["blood-thinners"], ..Case::default() };
    let app = told(ROUTINE, case).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    let played = played(&app).await;
    assert!(!played.is_empty());
    for slug in &played {
        assert!(!skips(slug, "anticoag"), "{slug} was played on blood thinners");
    }
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert_eq!(steps, played, "the page shows what is played");
    let ball = changes.iter().find(|(_, slug)| exercise(slug)["tool"] == "ball");
    assert!(ball.is_some(), "nothing is said of the ball: {changes:?}");
    let why = app.browser.text("[data-role=changes]").await;
    assert!(why.contains("You told us you take blood thinners or bruise easily."), "{why}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn someone_who_cannot_reach_the_floor_gets_no_floor_step() {
    let app = told(ROUTINE, Case { conditions: &["no-floor"], ..Case::default() }).await;
    for slug in played(&app).await {
        assert!(!skips(&slug, "floor_no"), "{slug} needs the floor");
    }
}

#[tokio::test]
async fn twenty_weeks_pregnant_leaves_out_lying_flat_and_leg_pressure() {
    let case = Case { conditions: &["pregnant"], weeks: Some(20), ..Case::default() };
    let app = told("gentle-whole-body-10", case).await;
    assert!(app.offers("accept-check").await);
    assert!(app.kept(HEALTH).await["told"].to_string().contains("20"));
    for slug in played(&app).await {
        assert!(!skips(&slug, "preg_t23") && !skips(&slug, "preg_t1"), "{slug}");
    }
}

#[tokio::test]
async fn a_leg_that_is_swollen_and_red_locks_everything_until_it_was_checked() {
    let case = Case { mark: Some(("swollen", "calf")), ..Case::default() };
    let app = told(ROUTINE, case).await;
    app.browser.wait("[data-level=urgent]").await;
    let words = app.browser.text("[data-level]").await;
    assert!(
        words.contains("You told us it is swollen") || words.contains("you told us it is swollen"),
        "{words}"
    );
    assert!(words.contains("111"), "{words}");
    for fragment in
        [format!("#/play/{ROUTINE}"), "#/check".to_owned(), "#/check/comfort-5".to_owned()]
    {
        app.open(&fragment).await;
        app.browser.wait("[data-level=urgent]").await;
        assert!(!app.offers("accept-check").await && !app.offers("change").await, "{fragment}");
    }
    // Without the tick nothing opens; with it the body is looked over again.
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.press("clear").await;
    assert!(app.browser.shows("[data-level=urgent]").await);
    app.browser.press("label:has([name=told-fine])").await;
    app.press("clear").await;
    app.browser.wait("[data-card=body], [data-card=pain]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn at_seventy_four_it_is_gentle_and_chair_and_wall_come_first() {
    let app = told(ROUTINE, Case { conditions: &["age-70"], ..Case::default() }).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    // No step asks for more than 3 of 10.
    for _ in 0..40 {
        let state = app.state().await;
        if state.screen != "player" || state.phase == "aftercare" {
            break;
        }
        let limit = app.browser.text("[data-role=limit]").await;
        let cap = limit.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(cap.is_empty() || cap == "310" || cap == "210" || cap == "110", "{limit}");
        app.press("next").await;
    }
    let (_, changes) = routine_page(&app, ROUTINE).await;
    assert!(!changes.is_empty());
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
}

#[tokio::test]
async fn someone_with_nothing_to_tell_plays_the_routine_as_it_is() {
    let app = told(ROUTINE, Case::default()).await;
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert!(changes.is_empty(), "{changes:?}");
    assert!(!app.browser.shows("[data-role=changes]").await);
    app.press("start").await;
    app.answer_none_to_all().await;
    assert_eq!(played(&app).await, steps);
}

#[tokio::test]
async fn the_first_sessions_are_short_and_light() {
    let app = App::new(Preload::held_clock()).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.start_from_routine().await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=starter]").await;
    assert!(app.browser.shows("[data-role=changes] details").await);
}

#[tokio::test]
async fn a_heart_condition_waits_for_a_clinician_and_breathing_stays_open() {
    let app = told(ROUTINE, Case { conditions: &["heart"], ..Case::default() }).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("a[href='#/check/slow-breathing']").await;
    app.answer_none_to_all().await;
    assert_eq!(played(&app).await, ["seated-slow-breathing"]);
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("label:has([name=told-fine])").await;
    app.press("clear").await;
    app.browser.wait("[data-card]:not([data-card=next-day])").await;
    assert_eq!(app.kept(HEALTH).await["cleared"][0][0], json!(13));
    // The settings name the clearance with its day.
    app.open("#/settings").await;
    let answers = app.browser.text("[data-role=answers]").await;
    assert!(answers.contains("Said to be fine today"), "{answers}");
}

#[tokio::test]
async fn strong_pain_asks_the_signs_again_and_leaves_comfort_only() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/settings").await;
    let forget = "const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain = null; \
        localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(forget).await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-card=pain]").await;
    app.browser.press("[data-action=pain][data-rating='8']").await;
    app.browser.press("[data-area=lower-back]").await;
    app.press("continue").await;
    app.browser.wait("[data-screen=check] .flags [name=RF1]").await;
    app.press("none").await;
    app.browser.wait("[data-action=accept-check]").await;
    for slug in played(&app).await {
        let technique = exercise(&slug)["technique"].as_str().unwrap_or_default().to_owned();
        assert!(
            ["breathing", "rest", "mobility", "hands-light"].contains(&technique.as_str()),
            "{slug}: {technique}"
        );
    }
}
