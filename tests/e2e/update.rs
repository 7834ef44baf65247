//! A new version is deployed while the old one runs.

use serde_json::json;

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::site::Site;

const LOOK: &str = "(async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update(); \
     const worker = r.installing ?? r.waiting; \
     while (worker?.state === 'installing') await __clock.turn(); return worker?.state ?? 'none'; })()";
const VERSION: &str = "return document.querySelector('meta[name=e2e-version]')?.content ?? 'v1';";

/// Fault: A9
#[tokio::test]
async fn an_update_never_acts_during_a_session_and_then_waits_for_a_tap() {
    // A9
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.begin(ROUTINE).await;
    app.advance(30_000).await;
    app.browser.eval("window.__same = true;").await;
    let before = app.state().await;

    let next = Site::next_version();
    app.server.deploy(next.dir());
    assert_eq!(app.browser.settle(LOOK).await, json!("installed"));
    app.advance(5_000).await;
    let after = app.state().await;
    assert!(after.running && after.seconds_left == before.seconds_left - 5, "{before:?} {after:?}");
    assert_eq!(
        app.browser.eval("return window.__same === true;").await,
        json!(true),
        "the page was reloaded"
    );
    let standing = app.browser.text(".notices, [data-kind=update]").await;
    assert!(!app.offers("update-now").await, "the notice stands over a session: {standing}");

    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.browser.wait("[data-role=notice][data-kind=update]").await;
    assert_eq!(app.browser.eval(VERSION).await, json!("v1"));
    oracle::no_problems(&app.browser).await;

    app.press("update-now").await;
    app.browser.wait("meta[name=e2e-version], body[data-app=ready]").await;
    crate::support::until("the new version", std::time::Duration::from_secs(15), || async {
        (app.browser.try_eval(VERSION).await.ok()? == json!("v2")).then_some(())
    })
    .await;
    app.browser.wait("body[data-app=ready]").await;
    assert_eq!(app.kept("unknot.history").await["v"], json!(1), "what was kept is gone");
    oracle::no_problems(&app.browser).await;
}

/// Fault: A9
#[tokio::test]
async fn until_the_tap_every_reload_is_the_whole_old_version() {
    // A9, and A12 without the eviction: the server has only the new files
    let mut app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let next = Site::next_version();
    app.server.deploy(next.dir());
    let look = "navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)";
    app.browser.settle(look).await;
    app.browser.wait("[data-role=notice][data-kind=update]").await;
    app.server.forget();
    for _ in 0..3 {
        app.browser.reload().await;
        app.browser.wait("body[data-app=ready]").await;
        assert_eq!(app.browser.eval(VERSION).await, json!("v1"));
        app.browser.wait("[data-role=notice][data-kind=update]").await;
        oracle::no_problems(&app.browser).await;
    }
    let new = next.file("unknot", ".wasm");
    let mixed = app.server.log().into_iter().find(|seen| seen.target.contains(&new));
    assert!(mixed.is_none(), "versions were mixed: {mixed:?}");
    app.server.down();
    app.press("update-now").await;
    crate::support::until(
        "the new version, already kept",
        std::time::Duration::from_secs(15),
        || async { (app.browser.try_eval(VERSION).await.ok()? == json!("v2")).then_some(()) },
    )
    .await;
    app.browser.wait("body[data-app=ready]").await;
}
