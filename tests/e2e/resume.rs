//! A session survives reload, crash, kill and the back gesture.

use serde_json::json;

use crate::cut_off::moved;
use crate::support::app::{App, PlayerState, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

async fn in_the_second_hold() -> App {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    // Past the first step, 7 s into what follows its get-ready.
    app.advance_until(200, |state| state.step == 2 && state.phase == "work").await;
    app.advance(7_000).await;
    app
}

async fn carries_on(app: &App, before: &PlayerState) {
    app.browser.wait("[data-role=resume-offer]").await;
    let offer = app.browser.text("[data-role=resume-offer]").await;
    assert!(offer.contains(&before.step.to_string()), "the offer names the step: {offer}");
    app.hold_time().await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    let back = app.state().await;
    assert_eq!(
        (back.step, &back.phase, &back.side, &back.exercise),
        (before.step, &before.phase, &before.side, &before.exercise)
    );
    assert!((back.seconds_left - before.seconds_left).abs() <= 1, "{before:?} {back:?}");
    if !back.running {
        app.press("resume").await;
    }
    app.advance(3_000).await;
    let on = app.state().await;
    assert!(on.running && on.seconds_left < back.seconds_left, "{on:?}");
    oracle::no_problems(&app.browser).await;
}

/// Fault: C13
#[tokio::test]
async fn a_reload_in_the_middle_of_a_step_offers_the_session_at_the_same_place() {
    // C13
    let app = in_the_second_hold().await;
    let before = app.state().await;
    app.browser.reload().await;
    app.browser.wait("body[data-app=ready]").await;
    carries_on(&app, &before).await;
}

/// Fault: C13
#[tokio::test]
async fn a_new_visit_at_home_offers_the_session_that_was_cut_off() {
    // C13
    let app = in_the_second_hold().await;
    let before = app.state().await;
    app.open("").await;
    carries_on(&app, &before).await;
}

/// Fault: C13
#[tokio::test]
async fn a_crashed_tab_and_a_closed_browser_offer_the_session_again() {
    // C13, B15. (A browser that is itself killed loses what it has not written to the disk yet:
    // Chromium may wait a minute, and no page can hurry it.)
    for crash in [true, false] {
        let app = in_the_second_hold().await;
        let before = app.state().await;
        if crash {
            // The dead page never answers.
            let cdp = app.browser.driver().cdp();
            let crash = cdp.send_raw("Page.crash", json!({}));
            drop(tokio::time::timeout(std::time::Duration::from_secs(2), crash).await);
        }
        let app = app.restart_browser(Preload::held_clock().answered()).await;
        app.open("").await;
        carries_on(&app, &before).await;
    }
}

/// Fault: C13
#[tokio::test]
async fn a_place_older_than_twelve_hours_is_not_offered() {
    // C13
    for (hours, offered) in [(11, true), (13, false)] {
        let app = in_the_second_hold().await;
        moved(&app, -hours * 3_600_000).await;
        app.open("").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(app.browser.shows("[data-role=resume-offer]").await, offered, "{hours} hours");
        oracle::no_problems(&app.browser).await;
    }
}

#[tokio::test]
async fn a_session_that_is_let_go_does_not_come_back() {
    let app = in_the_second_hold().await;
    app.open("").await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.press("discard-session").await;
    assert!(!app.browser.shows("[data-role=resume-offer]").await);
    app.open("").await;
    assert!(!app.browser.shows("[data-role=resume-offer]").await);
}

/// Fault: C13
#[tokio::test]
async fn the_back_gesture_asks_first_and_staying_loses_nothing() {
    let app = in_the_second_hold().await;
    let before = app.state().await;
    app.browser.driver().back().await.unwrap();
    app.browser.wait("[data-role=leave]").await;
    app.press("stay").await;
    assert!(!app.browser.shows("[data-role=leave]").await);
    assert_eq!(app.browser.eval("return location.hash;").await, json!(format!("#/play/{ROUTINE}")));
    let state = app.state().await;
    assert_eq!(
        (state.step, &state.phase, state.seconds_left),
        (before.step, &before.phase, before.seconds_left)
    );
    app.press("resume").await;
    app.advance(2_000).await;
    assert_eq!(app.state().await.seconds_left, before.seconds_left - 2);

    // And leaving leaves, with the place kept.
    app.browser.driver().back().await.unwrap();
    app.browser.wait("[data-role=leave]").await;
    app.press("leave").await;
    app.browser.wait("[data-screen]:not([data-screen=player])").await;
    app.browser.wait("[data-role=resume-offer]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn the_players_address_opened_directly_waits_for_a_tap_and_then_plays() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open(&format!("#/play/{ROUTINE}")).await;
    app.wait_screen("player").await;
    assert!(app.offers("start").await, "sound needs a tap");
    app.start_from_routine().await;
    app.advance(12_000).await;
    assert_eq!(app.state().await.phase, "work");
    assert!(!app.heard().await.of("say").is_empty());
}

#[tokio::test]
async fn the_players_address_without_an_answered_check_asks_it_first_and_leads_back() {
    let app = App::new(Preload::held_clock()).await;
    app.open(&format!("#/play/{ROUTINE}")).await;
    app.wait_screen("check").await;
    app.hold_time().await;
    app.answer_none_to_all().await;
    let last = if app.offers("accept-check").await { "accept-check" } else { "start" };
    app.press(last).await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
}
