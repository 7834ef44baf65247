//! The server goes away: before and after "ready offline".

use std::time::Duration;

use crate::support::app::{App, ROUTINE};
use crate::support::engine::Engine;
use crate::support::links::golden;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::server::Mode;

const SCREENS: [(&str, &str); 6] = [
    ("", "home"),
    ("#/library", "library"),
    ("#/routine/lower-back-10", "routine"),
    ("#/play/lower-back-10", "player"),
    ("#/settings", "settings"),
    ("#/nowhere", "not-found"),
];

/// A1 on one engine: reloads, deep links, and cold starts of a new browser process on the same profile.
async fn starts_without_server(engine: Engine, cold_starts: u32) {
    let preload = || Preload::real().answered();
    let mut app = App::on(engine, preload()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.server.down();
    for start in 0..cold_starts {
        for (fragment, screen) in SCREENS {
            app.load(fragment).await;
            oracle::words_within_5_s(&app.browser).await;
            app.browser.wait("body[data-app=ready]").await;
            app.wait_screen(screen).await;
            oracle::no_problems(&app.browser).await;
        }
        println!("cold start {start}: all screens");
        if start + 1 < cold_starts {
            app = app.restart_browser(preload()).await;
        }
    }
}

/// Fault: A1
#[tokio::test]
async fn after_ready_offline_the_app_starts_every_time_without_the_server() {
    starts_without_server(Engine::Chromium, 5).await; // A1
}

/// Fault: A1
/// Engines: WebKitGTK
#[tokio::test]
async fn after_ready_offline_webkit_starts_every_screen_without_the_server() {
    if Engine::WebKit.left_out() {
        return;
    }
    // A1; the automation browser of WebKitGTK keeps nothing between two of its processes, so one.
    starts_without_server(Engine::WebKit, 1).await;
}

/// Fault: A1, D27
#[tokio::test]
async fn a_browser_started_without_the_server_opens_a_link_and_screens_never_seen_before() {
    let preload = || Preload::real().answered();
    let mut app = App::new(preload()).await;
    // Only Home was seen while there was a server: what the other screens need was kept unasked.
    app.open("").await;
    app.wait_ready_offline().await;
    app.server.down();
    let link = format!("#r={}", golden("ten-steps"));
    let figure = "[data-screen=exercise] [data-role=figure] path";
    // In each group the first screen is the very first page of a new browser.
    for group in [
        [
            (link.as_str(), "[data-screen=shared]"),
            ("#/learn", "[data-screen=learn]"),
            ("#/progress", "[data-screen=progress]"),
        ],
        [
            ("#/exercise/cat-and-cow", figure),
            ("#/builder", "[data-screen=builder]"),
            ("#/routines", "[data-screen=routines]"),
        ],
        [
            ("#/share/lower-back-10", "[data-screen=share] #share-link"),
            ("#/settings", "[data-screen=settings]"),
            (link.as_str(), "[data-screen=shared]"),
        ],
    ] {
        app = app.restart_browser(preload()).await;
        for (fragment, ready) in group {
            app.load(fragment).await;
            app.browser.wait("body[data-app=ready]").await;
            app.browser.wait(ready).await;
            oracle::no_problems(&app.browser).await;
        }
    }
}

#[tokio::test]
async fn without_a_first_visit_nothing_starts_when_the_server_is_gone() {
    // The positive control of A1: the server is really unreachable.
    let mut app = App::new(Preload::real()).await;
    app.server.down();
    app.load("").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(!app.browser.shows("[data-screen]").await, "a page came from a server that is down");
}

/// Fault: A2
#[tokio::test]
async fn a_server_that_goes_before_everything_is_kept_brings_no_false_promise() {
    // A2
    let mut app = App::new(Preload::real().answered()).await;
    app.server.fail("sw.js", Mode::Slow(4000));
    // A screen that needs all of the program: what is kept for later is all that can be missing then.
    app.open("#/settings").await;
    app.server.down();
    app.go("", "home").await;
    let status = "[data-role=offline-status]";
    for _ in 0..20 {
        let state = app.browser.attribute(status, "data-state").await;
        assert_ne!(state, "ready", "promised to start offline, with nothing kept");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    app.browser.wait(&format!("{status}[data-state=failed]")).await;
    assert!(!app.browser.text(status).await.is_empty());
    // It still runs in this tab.
    app.go(&format!("#/routine/{ROUTINE}"), "routine").await;
    app.start_from_routine().await;
    oracle::no_problems(&app.browser).await;

    // Control: with the server back, the next start keeps everything.
    app.server.heal();
    app.server.up();
    app.open("").await;
    app.wait_ready_offline().await;
}

/// Fault: F1, F2
#[tokio::test]
async fn once_kept_a_whole_session_asks_the_server_for_nothing() {
    // F1, F2, and nothing but same-origin requests ever
    let app = App::new(Preload::held_clock()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let first = app.server.log();
    oracle::nothing_was_sent(&first);
    assert!(!first.is_empty());
    app.server.forget();
    app.begin(ROUTINE).await;
    app.advance(60_000).await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.press("finish").await;
    app.wait_screen("home").await;
    // The browser itself looks for a new worker on each navigation; that is its one request.
    let asked: Vec<String> = app.server.log().into_iter().map(|seen| seen.target).collect();
    assert!(asked.iter().all(|target| target == "/sw.js"), "asked for {asked:?}");
}
