//! Answers that decide what is safe: told again, changed, taken back.

use serde_json::{Value, json};

use crate::progress::{choose_file, rate, session};
use crate::support::answers::{Case, HEALTH, told};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

async fn answered() -> App {
    App::new(Preload::held_clock().answered()).await
}

/// How many sessions the replies know of.
pub(crate) async fn sessions(app: &App) -> usize {
    app.kept("unknot.replies").await["sessions"].as_array().map_or(0, Vec::len)
}

/// In the middle of the third hold, which is massage.
async fn in_the_third_hold() -> App {
    in_the_third_hold_of(answered().await).await
}

pub(crate) async fn in_the_third_hold_of(app: App) -> App {
    app.begin(ROUTINE).await;
    app.advance_until(200, |state| state.step == 3 && state.phase == "work").await;
    app.advance(5_000).await;
    app
}

pub(crate) async fn cut_off(app: &App) {
    app.browser.reload().await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.hold_time().await;
}

pub(crate) async fn complain(app: &App, complaint: &str) {
    app.press("ease-off").await;
    app.press("something-else").await;
    app.browser.press(&format!("[data-action=complain][data-complaint={complaint}]")).await;
    app.browser.wait("[data-role=too-much] [data-action=yes], [data-action=go-on]").await;
}

#[tokio::test]
async fn strong_pain_on_the_set_up_screen_counts_before_start_and_can_be_changed() {
    // R57, R70: 0 was told earlier today.
    let app = answered().await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-action=accept-check]").await;
    app.browser.press("[data-role=felt-before] summary").await;
    rate(&app, "felt-before", 9).await;
    app.browser.wait("[data-screen=check] .flags [name=RF1]").await;
    app.press("none").await;
    app.browser.wait("[data-action=accept-check]").await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Comfort only today"));
    // It was a slip: the routine's page leads back to the card.
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=comfort]").await;
    app.press("change-pain").await;
    app.browser.wait("[data-card=pain]").await;
    app.browser.press("[data-action=pain][data-rating='2']").await;
    app.press("continue").await;
    app.browser.wait("[data-action=accept-check]").await;
    assert!(!app.browser.text("[data-screen=check]").await.contains("Comfort only today"));
    assert_eq!(app.kept(HEALTH).await["pain"][0], json!(2));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_session_that_is_started_over_one_that_was_cut_off_does_not_make_it_forgotten() {
    // R49, R50, R71
    let app = in_the_third_hold().await;
    cut_off(&app).await;
    app.open("#/routine/gentle-back-chair-5").await;
    app.start_from_routine().await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    assert_eq!(sessions(&app).await, 1);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_check_that_stands_before_carrying_on_leads_back_to_the_session() {
    // R71: as if it had been skipped before midnight.
    let app = in_the_third_hold().await;
    let before = app.state().await;
    app.step_out().await;
    let mut health = app.kept(HEALTH).await;
    health["pain"] = Value::Null;
    app.keep(HEALTH, &health.to_string()).await;
    app.open("").await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.hold_time().await;
    app.press("resume-session").await;
    app.browser.wait("[data-card=pain]").await;
    app.press("skip").await;
    app.press("accept-check").await;
    app.wait_screen("player").await;
    let back = app.state().await;
    assert_eq!((back.step, &back.phase), (before.step, &before.phase));
    assert_eq!(sessions(&app).await, 0, "it is not over");
    // Passed over is passed over for the day, over a restart too.
    cut_off(&app).await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_session_with_a_cramp_in_it_is_carried_on_after_a_reload() {
    // R71
    let app = in_the_third_hold().await;
    complain(&app, "cramp").await;
    let before = app.state().await;
    cut_off(&app).await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    assert_eq!(app.state().await.step, before.step);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_question_about_tingling_comes_before_the_check_that_it_led_to() {
    // R56, R71
    let app = in_the_third_hold().await;
    complain(&app, "tingling").await;
    cut_off(&app).await;
    app.press("resume-session").await;
    app.browser.wait("[data-role=too-much] [data-action=yes]").await;
    let before = app.state().await;
    app.press("yes").await;
    // Leg nerves are asked about again before it goes on.
    app.browser.wait("[data-screen=check] [data-card]").await;
    app.answer_none_to_all().await;
    app.press("accept-check").await;
    app.wait_screen("player").await;
    assert_eq!(app.state().await.step, before.step);
    assert!(!app.browser.shows("[data-role=too-much]").await);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn erasing_all_health_answers_does_not_open_a_locked_app() {
    // R35, R72
    let app = told(ROUTINE, Case { mark: Some(("swollen", "calf")), ..Case::default() }).await;
    app.browser.wait("[data-level=urgent]").await;
    app.go("#/settings", "settings").await;
    app.press("erase").await;
    app.browser.wait("[data-action=undo]").await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-level=urgent]").await;
}

#[tokio::test]
async fn a_reply_that_was_a_slip_is_changed_and_leaves_nothing_behind() {
    // R72
    let app = in_the_third_hold().await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    let shift = "const r = JSON.parse(localStorage.getItem('unknot.replies')); r.sessions[0][0] -= 86400000; \
        r.sessions[0][1] -= 1; localStorage.setItem('unknot.replies', JSON.stringify(r));";
    app.browser.eval(shift).await;
    app.open("").await;
    app.browser.wait("[data-screen=home] [data-card=next-day]").await;
    let before = app.kept("unknot.replies").await;
    app.browser.press("[data-action=reply][data-reply=worse]").await;
    app.browser.wait("[data-card=next-day] [data-reply=worse]:not([data-action])").await;
    assert_ne!(app.kept("unknot.replies").await, before);
    app.press("change-reply").await;
    app.browser.wait("[data-action=reply]").await;
    assert_eq!(app.kept("unknot.replies").await, before);
    app.browser.press("[data-action=reply][data-reply=same]").await;
    app.browser.wait("[data-action=change-reply]").await;
    oracle::no_problems(&app.browser).await;
}

/// A copy of somebody who has answered everything with no.
fn somebodys_copy() -> String {
    let check = json!({ "v": 1, "list": "full", "ticked": [], "day": 20_000, "stopped": null, "cleared": null, "last_session": null, "ask_full": false });
    let history = json!({ "v": 1, "finished": 9, "last_day": null, "recent": [] });
    let finder = json!({ "v": 1, "area": null, "minutes": null, "tool": null });
    let records = json!({ "unknot.check": check.to_string(), "unknot.finder": finder.to_string(), "unknot.history": history.to_string() });
    json!({ "app": "unknot", "v": 1, "records": records, "routines": {}, "journal": {} })
        .to_string()
}

#[tokio::test]
async fn somebody_elses_copy_brings_no_safety_answers() {
    // U15
    for (screen, owned) in [("routines", None), ("settings", Some(false)), ("settings", Some(true))]
    {
        let app = App::new(Preload::held_clock().script(SEED)).await;
        app.open(&format!("#/{screen}")).await;
        app.browser.wait("[name=import]").await;
        choose_file(&app, &somebodys_copy()).await;
        app.browser.wait("[data-role=import-plan]").await;
        assert_eq!(app.browser.shows("[data-role=own-answers]").await, owned.is_some());
        if owned == Some(true) {
            app.browser.press("label:has([name=own-answers])").await;
        }
        app.press("accept-import").await;
        app.wait_screen("routines").await;
        assert_eq!(app.kept("unknot.check").await.is_null(), owned != Some(true), "{screen}");
        assert_eq!(app.kept("unknot.history").await.is_null(), owned != Some(true), "{screen}");
    }
}

#[tokio::test]
async fn strong_pain_after_a_session_makes_what_follows_on_that_day_comfort_only() {
    // R57, R70: 2 was told before it.
    let app = answered().await;
    session(&app, 2, 9).await;
    app.browser.wait("[data-role=felt-strong]").await;
    assert_eq!(app.kept(HEALTH).await["pain"][0], json!(9));
    app.browser.press("[data-role=felt-after] [data-action=undo]").await;
    app.browser.wait("[data-role=felt-after] [data-rating='9']").await;
    assert_eq!(app.kept(HEALTH).await["pain"][0], json!(2), "a slip is taken back");
    rate(&app, "felt-after", 9).await;
    app.browser.wait("[data-role=felt-strong]").await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=comfort]").await;
    oracle::no_problems(&app.browser).await;
}
