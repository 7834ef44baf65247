//! What other pages, and those who get a link, learn of the person: nothing.

use std::time::Duration;

use serde_json::json;

use crate::support::app::App;
use crate::support::links::golden;
use crate::support::preload::{ANSWERED, PRACTISED, Preload, SEED};
use crate::support::process::TempDir;
use crate::support::server::Server;
use crate::support::until;

/// A page of another origin that shows `address` in a frame.
fn framing(address: &str) -> (TempDir, Server) {
    let dir = TempDir::new("stranger");
    let page = format!(
        "<!doctype html><html lang=en><meta name=referrer content=no-referrer><link rel=icon href='data:,'><title>Elsewhere</title><p>Another site</p><iframe src='{address}'></iframe>"
    );
    std::fs::write(dir.path().join("index.html"), page).expect("the page is written");
    std::fs::write(dir.path().join("_headers"), "").expect("it sends no policy of its own");
    let server = Server::start(dir.path());
    (dir, server)
}

/// Whether the program was asked for within three seconds.
async fn starts(app: &App) -> bool {
    let asked = || async { app.server.log().iter().any(|it| it.target.contains("/unknot-")) };
    for _ in 0..15 {
        if asked().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    false
}

/// Fault: D29
#[tokio::test]
async fn another_site_can_neither_frame_the_app_nor_leave_it_anything() {
    let app = App::new(Preload::real()).await;
    app.browser.expect_problems(&["frame-ancestors"]);
    let link = golden("ten-steps");
    let (_dir, elsewhere) = framing(&format!("{}/#r={link}", app.server.origin()));
    let theirs = elsewhere.origin().replace("localhost", "127.0.0.1");
    app.server.forget();
    app.browser.goto(&theirs).await;
    assert!(!starts(&app).await, "the app started in a frame of another site");

    // What the other page wrote on the window is gone, and it cannot be reached.
    app.browser.eval("window.name = 'from elsewhere';").await;
    app.open(&format!("#r={link}")).await;
    let left = app.browser.eval("return [window.name, window.opener === null];").await;
    assert_eq!(left, json!(["", true]));

    // Control: without the policy it would.
    app.server.set_header("content-security-policy", None);
    app.server.forget();
    app.browser.goto(&theirs).await;
    assert!(starts(&app).await, "the frame is never asked for: the test proves nothing");
}

/// Fault: D30
#[tokio::test]
async fn a_shared_link_is_the_same_whoever_shares_it() {
    let app = App::new(Preload::real()).await;
    let fresh = shared(&app).await;
    let person = [PRACTISED, ANSWERED].concat();
    app.browser.eval(&person).await;
    app.browser
        .eval("const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain[0] = 7; h.told[15][1] = true; localStorage.setItem('unknot.health', JSON.stringify(h));")
        .await;
    app.browser.eval(SEED).await;
    app.browser.settle("__seed({ weeks: 6 })").await;
    let known = shared(&app).await;
    assert_eq!(fresh, known, "the link tells of the person who shares it");

    // Control: the app does know this person now.
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
}

/// What the share page of a routine of ours hands out, after a full load.
async fn shared(app: &App) -> String {
    app.open("#/share/lower-back-10").await;
    app.wait_screen("share").await;
    app.browser
        .eval("navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };")
        .await;
    app.press("copy-link").await;
    until("a copied link", Duration::from_secs(5), async || {
        let copied = app.browser.eval("return globalThis.copied ?? null;").await;
        copied.as_str().map(ToOwned::to_owned)
    })
    .await
}
