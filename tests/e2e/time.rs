//! The page stops, stumbles or is throttled; the phone's clock is set: no step is lost.

use std::time::Duration;

use serde_json::{Value, json};
use unknot::domain::session::{Command, ResumeFrom};

use crate::progress::settled;
use crate::support::app::{App, ROUTINE};
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

async fn running() -> App {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app
}

/// What the page shows equals what the engine shows `at` milliseconds after the Start tap.
async fn agrees(app: &App, model: &Model, at: u64) {
    assert_eq!(app.state().await, model.shows(at), "{at} ms after the Start tap");
}

/// Fault: C2
#[tokio::test]
async fn a_gap_of_three_seconds_over_a_boundary_is_caught_up_by_the_clock() {
    // C2: get-ready ends at 10 s
    let app = running().await;
    app.advance(8_500).await;
    app.gap(3_000).await;
    let state = app.state().await;
    assert_eq!(
        (state.phase.as_str(), state.running, state.seconds_left),
        ("work", true, 44),
        "{state:?}"
    );
    let mut model = Model::start(ROUTINE);
    model.run_until(8_500);
    model.command(Command::Tick, 11_500);
    agrees(&app, &model, 11_500).await;
    assert!(!app.offers("jump-to-clock").await);
    oracle::no_problems(&app.browser).await;
}

/// Fault: C2
#[tokio::test]
async fn a_gap_of_ten_minutes_stands_at_the_last_moment_and_says_nothing_in_a_burst() {
    // C2
    let app = running().await;
    app.advance(30_000).await;
    let before = app.state().await;
    let told = app.heard().await.of("say").len();
    app.gap(600_000).await;
    let state = app.state().await;
    assert!(
        !state.running && app.offers("resume").await && app.offers("jump-to-clock").await,
        "{state:?}"
    );
    assert_eq!(
        (state.step, &state.phase, state.seconds_left),
        (before.step, &before.phase, before.seconds_left)
    );
    app.advance(20_000).await;
    assert!(app.heard().await.of("say").len() <= told + 1, "missed cues came in a burst");

    app.press("resume").await;
    app.advance(5_000).await;
    let state = app.state().await;
    assert!(state.running && state.seconds_left == before.seconds_left - 5, "{before:?} {state:?}");
    // Control: without a gap the same stretch just runs on.
    app.advance(5_000).await;
    assert_eq!(app.state().await.seconds_left, before.seconds_left - 10);
    oracle::no_problems(&app.browser).await;
}

/// Fault: C2
#[tokio::test]
async fn jumping_to_the_clock_goes_where_the_session_would_be_without_speaking_what_was_missed() {
    // C2
    let app = running().await;
    app.advance(30_000).await;
    app.gap(120_000).await;
    let told = app.heard().await.of("say").len();
    app.press("jump-to-clock").await;
    let mut model = Model::start(ROUTINE);
    model.run_until(30_000);
    model.command(Command::Tick, 150_000);
    model.command(Command::Resume(ResumeFrom::Clock), 150_000);
    agrees(&app, &model, 150_000).await;
    assert!(app.state().await.step > 1, "the jump went nowhere");
    assert!(app.heard().await.of("say").len() <= told + 1);
    app.advance(10_000).await;
    model.run_until(160_000);
    agrees(&app, &model, 160_000).await;
}

/// Fault: C2
#[tokio::test]
async fn a_phone_that_slept_with_its_steady_clock_stopped_stands_too() {
    // C2: performance.now() does not count on most phones while they sleep; the wall clock does
    let app = running().await;
    app.advance(30_000).await;
    let before = app.state().await;
    app.browser.eval("__hide(true);").await;
    app.browser.settle("__clock.gap(1200000, false)").await;
    app.browser.eval("__hide(false);").await;
    app.advance(0).await;
    let state = app.state().await;
    assert!(!state.running && app.offers("jump-to-clock").await, "{state:?}");
    assert_eq!((state.step, state.seconds_left), (before.step, before.seconds_left));
}

/// Fault: C3
#[tokio::test]
async fn a_hidden_page_woken_once_a_second_goes_on_and_once_a_minute_stands() {
    // C3
    let app = running().await;
    app.advance(20_000).await;
    app.browser.eval("__hide(true);").await;
    for _ in 0..20 {
        app.gap(1_000).await;
    }
    let state = app.state().await;
    let mut model = Model::start(ROUTINE);
    model.run_until(40_000);
    assert_eq!(
        state.seconds_left,
        model.shows(40_000).seconds_left,
        "cues are delivered: it goes on"
    );
    assert!(state.running);
    for _ in 0..2 {
        app.gap(60_000).await;
    }
    app.browser.eval("__hide(false);").await;
    app.advance(0).await;
    let after = app.state().await;
    assert!(!after.running && app.offers("resume").await, "{after:?}");
    assert_eq!(
        (after.step, after.seconds_left),
        (state.step, state.seconds_left),
        "time was lost or invented"
    );
}

/// Fault: C5
#[tokio::test]
async fn setting_the_phones_clock_changes_nothing() {
    // C5
    let app = running().await;
    app.advance(20_000).await;
    let mut model = Model::start(ROUTINE);
    let (hour, day) = (3_600_000_i64, 86_400_000_i64);
    let mut at = 20_000;
    for jump in [hour, -hour, day, -day, -56 * 365 * day, 56 * 365 * day] {
        app.browser.eval(&format!("__clock.setWallBy({jump});")).await;
        app.advance(3_000).await;
        at += 3_000;
        model.run_until(at);
        agrees(&app, &model, at).await;
        assert!(app.state().await.running, "stopped by a jump of {jump} ms");
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: C5
#[tokio::test]
async fn a_session_in_which_the_phones_clock_was_set_is_noted_once_and_as_long_as_it_was() {
    let (hour, day) = (3_600_000_i64, 86_400_000_i64);
    let total = Model::start("lower-back-5").run_to_the_end();
    let mut control = None;
    // The first one is the control: there the clock is left alone.
    for jump in [0, hour, -hour, day, -day, -56 * 365 * day] {
        let app = App::new(Preload::held_clock().answered().script(SEED)).await;
        app.begin("lower-back-5").await;
        let began = app.browser.eval("return Date.now();").await.as_i64().unwrap_or(0);
        app.advance(20_000).await;
        app.browser.eval(&format!("__clock.setWallBy({jump});")).await;
        let now = app.browser.eval("return Date.now();").await.as_i64().unwrap_or(0);
        assert_eq!(now, began + 20_000 + jump, "control: the clock was set");
        app.advance(total - 20_000).await;
        app.wait_screen("done").await;
        settled(&app).await;
        let rows =
            "__store((journal) => journal.getAll(IDBKeyRange.bound('session-', 'session.')))";
        let rows = app.browser.settle(rows).await;
        let rows: Vec<Value> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| serde_json::from_str(it.as_str()?).ok())
            .collect();
        assert_eq!(rows.len(), 1, "{jump}: {rows:?}");
        let secs = rows[0]["secs"].as_u64().unwrap_or(0);
        assert!(secs > 120 && secs * 1000 <= total, "{jump}: {secs} s of {total} ms");
        let played = (secs, rows[0]["steps"].clone(), rows[0]["ending"].clone());
        assert_eq!(control.get_or_insert(played.clone()), &played, "a jump of {jump} ms");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: C2
#[tokio::test]
async fn a_really_frozen_page_catches_up_or_stands_and_its_timers_did_stop() {
    // C2, with the control of T7: ticks must stop while frozen
    let app = App::new(
        Preload::real().answered().script("window.__ticks = 0; setInterval(() => __ticks++, 100);"),
    )
    .await;
    app.begin(ROUTINE).await;
    let freeze = async |seconds: u64| {
        let before = app.browser.eval("return [__ticks, performance.now()];").await;
        app.browser.cdp("Page.setWebLifecycleState", json!({ "state": "frozen" })).await;
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        app.browser.cdp("Page.setWebLifecycleState", json!({ "state": "active" })).await;
        let after = app.browser.eval("return [__ticks, performance.now()];").await;
        let ticks = after[0].as_f64().unwrap_or(0.0) - before[0].as_f64().unwrap_or(0.0);
        assert!(ticks < 10.0, "the page was not frozen: {ticks} ticks");
    };
    let began = app.browser.eval("return performance.now();").await.as_f64().unwrap_or(0.0);
    let first = app.state().await;
    freeze(3).await;
    tokio::time::sleep(Duration::from_millis(250)).await;
    let state = app.state().await;
    let passed =
        app.browser.eval("return performance.now();").await.as_f64().unwrap_or(0.0) - began;
    #[expect(clippy::cast_precision_loss, reason = "seconds of one step")]
    let shown = (first.seconds_left - state.seconds_left) as f64;
    assert!(state.running, "3 s are caught up: {state:?}");
    assert!((shown - passed / 1000.0).abs() < 1.6, "{shown} s shown of {passed} ms");

    freeze(7).await;
    app.browser.wait("[data-action=jump-to-clock]").await;
    assert!(!app.state().await.running);
    oracle::no_problems(&app.browser).await;
}

/// Seconds of the first step and its get-ready that the page has shown, and its own clock, at one moment.
async fn shown_and_clock(app: &App) -> (f64, f64) {
    let read = "const { phase, secondsLeft } = document.querySelector('[data-screen=player]').dataset; \
        return [(phase === 'get-ready' ? 10 : 10 + 45) - secondsLeft, performance.now() / 1000];";
    let read = app.browser.eval(read).await;
    (read[0].as_f64().unwrap_or(f64::NAN), read[1].as_f64().unwrap_or(f64::NAN))
}

/// Fault: C8
#[tokio::test]
async fn a_slow_phone_and_a_blocked_page_never_count_up_and_catch_up() {
    let app = App::new(Preload::real().answered()).await;
    app.begin(ROUTINE).await;
    let (first, began) = shown_and_clock(&app).await;
    app.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await;
    let mut last = app.state().await;
    for round in 0..6 {
        if round == 2 {
            // Well below the five seconds after which the session stands still by itself (C4).
            let block = "const end = performance.now() + 3000; while (performance.now() < end);";
            app.browser.eval(block).await;
        }
        tokio::time::sleep(Duration::from_millis(400)).await;
        let now = app.state().await;
        assert!(now.running, "{now:?}");
        assert!(
            now.phase != last.phase || now.seconds_left <= last.seconds_left,
            "{last:?} {now:?}"
        );
        last = now;
    }
    app.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (shown, ended) = shown_and_clock(&app).await;
    let (shown, passed) = (shown - first, ended - began);
    assert!(passed > 5.0, "control: the page was blocked: {passed} s");
    // Whole seconds are shown, so each of the two readings may be one short.
    assert!((shown - passed).abs() < 1.5, "{shown} s shown after {passed} s");
}

/// Fault: C14
#[tokio::test]
async fn times_between_holds_may_be_zero_and_a_pause_at_the_very_start_is_defined() {
    // C14
    let none = r#"{"v":1,"voice":true,"voice_uri":null,"rate":100,"tones":"soft-bell","volume":70,"audio":"mix","vibration":true,"theme":"auto","first":0,"same":0,"new":0,"switch":0,"keep_awake":true,"install_offer_dismissed":false}"#;
    let seed =
        format!("try {{ localStorage.setItem('unknot.settings', {}); }} catch {{}}", json!(none));
    let app = App::new(Preload::held_clock().answered().script(&seed)).await;
    app.begin(ROUTINE).await;
    let state = app.state().await;
    assert_eq!((state.phase.as_str(), state.seconds_left), ("work", 45), "{state:?}");
    app.press("pause").await;
    assert_eq!(app.state().await.seconds_left, 45);
    app.advance(60_000).await;
    assert_eq!(app.state().await.seconds_left, 45, "time passed in a pause");
    app.press("resume").await;
    let zero = unknot::domain::time::Span::ZERO;
    let timing = unknot::domain::plan::Timing {
        first: zero,
        same_posture: zero,
        new_posture: zero,
        switch: zero,
    };
    let total = Model::start_with(ROUTINE, timing).run_to_the_end();
    let walked = app.walk(1_000, total + 5_000).await;
    for (at, state) in &walked {
        assert!(
            state.screen == "done" || state.phase == "work" || state.phase == "aftercare",
            "{at}: {state:?}"
        );
        assert!(
            state.seconds_left <= 180 && state.screen == "done" || state.seconds_left >= 0,
            "{at}: {state:?}"
        );
    }
    let last = walked.last().expect("it was seen");
    assert_eq!((last.0, last.1.screen.as_str()), (total, "done"));
    oracle::no_problems(&app.browser).await;
}
