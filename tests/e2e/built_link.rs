//! A routine made in the builder, opened from its link in another browser profile, and played with no network.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::engine::Engine;
use crate::support::oracle;
use crate::support::preload::Preload;

const NAME: &str = "Ana, three steps";
const NOTE: &str = "Breathe out, slowly";

async fn write(app: &App, css: &str, words: &str) {
    let write = format!(
        "const field = document.querySelector({}); field.value = {}; \
         for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));",
        json!(css),
        json!(words)
    );
    app.browser.wait(css).await;
    app.browser.eval(&write).await;
}

/// Makes a routine of three steps with a note; its link as the builder shows it, and the exercises in order.
async fn build(app: &App) -> (String, Vec<String>) {
    app.open("").await;
    app.press_link("#/builder").await;
    app.press("start-empty").await;
    write(app, "[name=title]", NAME).await;
    app.press("add-step").await;
    for slug in ["shoulder-rolls-and-squeezes", "pelvic-tilts", "seated-slow-breathing"] {
        let add = format!("[data-role=picker] [data-action=add][data-exercise={slug}]");
        app.browser.wait(&add).await;
        app.browser.press(&add).await;
    }
    app.press("close-picker").await;
    app.browser.wait("[data-step='3'] .step-main").await;
    app.browser.press("[data-step='2'] .step-main").await;
    write(app, "[data-step='2'] [name=step-note]", NOTE).await;
    let order = "return [...document.querySelectorAll('[data-role=steps] > li')].map(it => it.dataset.exercise);";
    let order = app.browser.eval(order).await;
    let order = order.as_array().into_iter().flatten().filter_map(Value::as_str);
    let order = order.map(ToOwned::to_owned).collect();
    app.press("share").await;
    app.browser.wait("[name=link]").await;
    let link = app.browser.eval("return document.querySelector('[name=link]').value;").await;
    oracle::no_problems(&app.browser).await;
    (link.as_str().unwrap_or_default().to_owned(), order)
}

async fn is_played_elsewhere(engine: Engine) {
    let maker = App::on(engine, Preload::real()).await;
    let (link, order) = build(&maker).await;
    let (site, fragment) = link.split_once('#').unwrap_or_default();
    assert_eq!(site.trim_end_matches('/'), maker.server.origin(), "{link}");
    assert_eq!(order.len(), 3, "{order:?}");
    drop(maker);
    // A fresh profile of somebody who answered their own questions; time is the test's.
    let mut client = App::on(engine, Preload::held_clock().answered()).await;
    client.open(&format!("#{fragment}")).await;
    client.wait_screen("shared").await;
    client.wait_ready_offline_here().await;
    oracle::nothing_was_sent(&client.server.log());
    client.server.down();
    client.open(&format!("#{fragment}")).await;
    client.wait_screen("shared").await;
    assert!(client.browser.text("h1").await.contains(NAME));
    client.start_from_routine().await;
    let mut played: Vec<String> = Vec::new();
    let mut notes: Vec<(u32, String)> = Vec::new();
    for _ in 0..60 {
        let state = client.state().await;
        if state.screen != "player" {
            break;
        }
        if state.phase == "get-ready" && client.browser.shows("[data-role=maker-note]").await {
            let note = client.browser.text("[data-role=maker-note] bdi").await;
            if !notes.contains(&(state.step, note.clone())) {
                notes.push((state.step, note));
            }
        }
        if state.phase == "work" && played.last() != Some(&state.exercise) {
            played.push(state.exercise);
        }
        client.walk(1000, 5000).await;
    }
    client.wait_screen("done").await;
    assert_eq!(played, order);
    assert_eq!(notes, [(2, NOTE.to_owned())], "what its maker wrote is read while getting ready");
    oracle::no_problems(&client.browser).await;
}

#[tokio::test]
async fn chromium_plays_a_link_that_was_built_in_another_profile_with_the_server_gone() {
    is_played_elsewhere(Engine::Chromium).await;
}

#[tokio::test]
async fn webkit_plays_a_link_that_was_built_in_another_profile_with_the_server_gone() {
    if !Engine::WebKit.left_out() {
        is_played_elsewhere(Engine::WebKit).await;
    }
}

#[tokio::test]
async fn firefox_plays_a_link_that_was_built_in_another_profile_with_the_server_gone() {
    if !Engine::Firefox.left_out() {
        is_played_elsewhere(Engine::Firefox).await;
    }
}
