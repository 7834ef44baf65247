//! A page that was left is gone: sessions and screens leave nothing of themselves in the phone's memory.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::until;

/// How many pieces of pages there are, also of those that nobody sees any more.
async fn pieces(app: &App) -> i64 {
    for _ in 0..3 {
        app.browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
    }
    let counts: Value = app.browser.cdp("Memory.getDOMCounters", json!({})).await;
    counts["nodes"].as_i64().unwrap_or_default()
}

/// Presses by script: the driver of the browser holds on to every element that it pressed itself.
async fn tap(app: &App, css: &str) {
    until(css, Duration::from_secs(10), || async {
        let press = format!(
            "const it = document.querySelector({}); it?.click(); return it !== null;",
            json!(css)
        );
        (app.browser.eval(&press).await == json!(true)).then_some(())
    })
    .await;
    app.advance(50).await;
}

/// A round through the app that ends where it began.
async fn round(app: &App) {
    app.browser.eval(&format!("location.hash = '#/routine/{ROUTINE}';")).await;
    tap(app, "[data-action=start]").await;
    // Whatever is asked before a session is answered with "none"; after the list of things to set up it is the player's turn.
    until("the running session", Duration::from_secs(10), || async {
        let on = "const it = ['none', 'skip', 'accept-check', 'start'].map(name => document.querySelector(`[data-action=${name}]`)).find(it => it); \
                  it?.click(); return document.querySelector('[data-screen=player][data-running=true]') !== null;";
        let is_running = app.browser.eval(on).await == json!(true);
        app.advance(100).await;
        is_running.then_some(())
    })
    .await;
    // Two steps with figures that move, and one that stands still.
    app.advance(25_000).await;
    tap(app, "[data-action=next]").await;
    app.advance(2_000).await;
    for action in ["end", "end-now", "finish"] {
        tap(app, &format!("[data-action={action}]")).await;
    }
    for fragment in ["#/library", "#/exercise/cat-and-cow", "#/progress", "#/"] {
        app.browser.eval(&format!("location.hash = '{fragment}';")).await;
        app.advance(1_000).await;
    }
}

#[tokio::test]
async fn sessions_and_screens_that_were_left_stay_in_no_memory() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("").await;
    for _ in 0..2 {
        round(&app).await;
    }
    let before = pieces(&app).await;
    for _ in 0..3 {
        round(&app).await;
    }
    let after = pieces(&app).await;
    // The player alone has 250 pieces; what is kept to be used again may be a few.
    assert!(after <= before + 40, "{before} pieces, {after} three rounds later");
    // The positive control: a page that somebody holds on to is seen.
    app.browser.eval("window.__held = document.querySelector('main').cloneNode(true);").await;
    assert!(pieces(&app).await > after + 40);
    oracle::no_problems(&app.browser).await;
}

/// Requests to the database that are still in memory once all that can go has gone.
async fn requests_left(app: &App) -> i64 {
    for _ in 0..3 {
        app.browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
        app.advance(100).await;
    }
    let left = app.browser.eval("return __requests.filter(it => it.deref()).length;").await;
    left.as_i64().unwrap_or(-1)
}

#[tokio::test]
async fn what_was_asked_of_the_database_stays_in_no_memory() {
    let spy = "window.__requests = []; const open = IDBFactory.prototype.open; \
        IDBFactory.prototype.open = function (...all) { const it = open.apply(this, all); __requests.push(new WeakRef(it)); return it; };";
    let app = App::new(Preload::held_clock().answered().script(spy)).await;
    app.open("").await;
    app.browser.eval("location.hash = '#/progress';").await;
    for _ in 0..6 {
        for css in ["[data-rating='3']", "[data-action=undo]"] {
            tap(&app, &format!("[data-role=check-pain] {css}")).await;
            app.advance(1_000).await;
        }
    }
    let asked = app.browser.eval("return __requests.length;").await.as_i64().unwrap_or(0);
    assert!(asked >= 10, "control: {asked} requests were made");
    let left = requests_left(&app).await;
    assert!(left <= 3, "{left} of {asked} requests are still there");
    oracle::no_problems(&app.browser).await;
}
