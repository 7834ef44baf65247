//! A new version is deployed while the old one runs.

use serde_json::{Value, json};

use crate::progress::settled;
use crate::support::app::{App, ROUTINE};
use crate::support::links::stored;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};
use crate::support::site::Site;

const LOOK: &str = "(async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update(); \
     const worker = r.installing ?? r.waiting; \
     while (worker?.state === 'installing') await __clock.turn(); return worker?.state ?? 'none'; })()";
const VERSION: &str = "return document.querySelector('meta[name=e2e-version]')?.content ?? 'v1';";

/// Gives the phone what a person has after two weeks: a journal, a routine and a favourite.
///
/// A preload writes anew what it finds missing, and none of this is in one.
async fn two_weeks(app: &App) {
    app.browser.settle("__seed({ weeks: 2 })").await;
    let routine = json!(include_str!("../fixtures/records/kept-v1.txt").trim_end());
    let put = format!("__store((_, routines) => {{ routines.put({routine}, 'my-1'); }})");
    app.browser.settle(&put).await;
    app.keep("unknot.favourites", r#"{"v":1,"routines":["chair-10"],"exercises":[]}"#).await;
}

/// Every row and record, once nothing is on its way; it has what `two_weeks` put there.
async fn all_kept(app: &App) -> Value {
    settled(app).await;
    let all = stored(app).await;
    let journal = all["rows"]["unknot/journal"].as_str().unwrap_or_default();
    let counts = ["\\\"kind\\\":\\\"session\\\"", "\\\"kind\\\":\\\"pain\\\""];
    let counts = counts.map(|kind| journal.matches(kind).count());
    assert!(counts[0] >= 6 && counts[1] == 14, "control: {counts:?}: {journal}");
    let routines = all["rows"]["unknot/routines"].as_str().unwrap_or_default();
    assert!(routines.len() > 50, "control: {routines}");
    let favourites = all["local"]["unknot.favourites"].as_str().unwrap_or_default();
    assert!(favourites.contains("chair-10"), "control: {favourites}");
    all
}

/// Fault: A9
#[tokio::test]
async fn an_update_never_acts_during_a_session_and_then_waits_for_a_tap() {
    // A9
    let app = App::new(Preload::held_clock().answered().script(SEED)).await;
    app.open("").await;
    app.wait_ready_offline().await;
    two_weeks(&app).await;
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

    let kept = all_kept(&app).await;
    app.press("update-now").await;
    app.browser.wait("meta[name=e2e-version], body[data-app=ready]").await;
    crate::support::until("the new version", std::time::Duration::from_secs(15), || async {
        (app.browser.try_eval(VERSION).await.ok()? == json!("v2")).then_some(())
    })
    .await;
    app.browser.wait("body[data-app=ready]").await;
    assert_eq!(all_kept(&app).await, kept, "the new version has other data");
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

/// Waits until the page is of this version and ready.
async fn becomes(app: &App, version: &str) {
    crate::support::until(version, std::time::Duration::from_secs(15), || async {
        (app.browser.try_eval(VERSION).await.ok()? == json!(version)).then_some(())
    })
    .await;
    app.browser.wait("body[data-app=ready]").await;
}

/// Fault: A11
#[tokio::test]
async fn an_older_version_deployed_again_takes_over_and_what_was_noted_stays() {
    let mut app = App::new(Preload::held_clock().answered().script(SEED)).await;
    app.open("").await;
    app.wait_ready_offline().await;
    two_weeks(&app).await;
    let mut before = None;
    let next = Site::next_version();
    for (site, version) in [(next.dir(), "v2"), (app.site.dir(), "v1")] {
        app.server.deploy(site);
        assert_eq!(app.browser.settle(LOOK).await, json!("installed"), "{version}");
        app.browser.wait("[data-role=notice][data-kind=update]").await;
        app.press("update-now").await;
        becomes(&app, version).await;
        // Both versions open it, so that it is read and not only left alone.
        app.open("#/progress").await;
        app.browser.wait("[data-role=this-week]").await;
        let now = all_kept(&app).await;
        assert_eq!(before.get_or_insert(now.clone()), &now, "{version} changed what is kept");
    }
    app.server.down();
    app.open("").await;
    assert_eq!(app.browser.eval(VERSION).await, json!("v1"));
    assert_eq!(Some(all_kept(&app).await), before);
}

/// Fault: A12
#[tokio::test]
async fn a_file_lost_after_the_server_went_on_brings_the_new_version_whole() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let next = Site::next_version();
    app.server.deploy(next.dir());
    // Only what is kept is left of the old version.
    app.server.fail("sw.js", crate::support::server::Mode::Missing);
    app.open("").await;
    assert_eq!(app.browser.eval(VERSION).await, json!("v1"), "control: with all files it stays");
    let evict = "caches.keys().then(async names => { for (const name of names) { const cache = await caches.open(name); \
        for (const it of await cache.keys()) if (/unknot.*wasm/.test(it.url)) await cache.delete(it); } return true; })";
    app.browser.settle(evict).await;
    app.browser.cdp("Network.clearBrowserCache", json!({})).await;
    app.open("").await;
    becomes(&app, "v2").await;
}

/// Fault: A16
#[tokio::test]
async fn the_worker_that_removes_itself_leaves_what_was_noted() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/remove-worker.js");
    let remover = std::fs::read(&file).expect("deploy/remove-worker.js is there");
    let app = App::new(Preload::real().answered().script(SEED)).await;
    app.open("").await;
    app.wait_ready_offline().await;
    two_weeks(&app).await;
    let before = all_kept(&app).await;
    app.browser.settle("caches.open('of another app').then(() => true)").await;
    app.browser.eval("window.__same = true;").await;
    app.server.replace("/sw.js", &remover);
    let look = "navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)";
    app.browser.settle(look).await;
    let left = "(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()])()";
    crate::support::until("it is gone", std::time::Duration::from_secs(10), || async {
        (app.browser.settle(left).await == json!([0, ["of another app"]])).then_some(())
    })
    .await;
    assert_eq!(app.browser.eval("return __same;").await, json!(true), "the page was reloaded");
    assert_eq!(all_kept(&app).await, before);
    // The next start is the server's own page, and with our worker back the app keeps itself again.
    app.server.heal();
    app.open("").await;
    app.wait_ready_offline().await;
    let after = all_kept(&app).await;
    assert_eq!(after["rows"], before["rows"]);
    assert_eq!(after["local"]["unknot.favourites"], before["local"]["unknot.favourites"]);
}

/// Fault: A23
#[tokio::test]
async fn an_update_taken_in_one_tab_leaves_the_session_of_the_other_alone() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.begin(ROUTINE).await;
    app.advance(30_000).await;
    app.browser.eval("window.__same = true;").await;
    let before = app.state().await;
    let driver = app.browser.driver();
    let first = driver.window().await.expect("there is a tab");
    let second = driver.new_tab().await.expect("a tab opens");
    driver.switch_to_window(second).await.expect("it can be gone to");
    let next = Site::next_version();
    app.server.deploy(next.dir());
    app.browser.goto(&format!("{}/#/library", app.server.origin())).await;
    app.browser.wait("[data-role=notice][data-kind=update]").await;
    app.press("update-now").await;
    becomes(&app, "v2").await;

    app.browser.driver().switch_to_window(first).await.expect("it can be gone to");
    app.advance(5_000).await;
    let after = app.state().await;
    assert_eq!(app.browser.eval("return __same;").await, json!(true), "the page was reloaded");
    assert!(after.running && after.seconds_left == before.seconds_left - 5, "{before:?} {after:?}");
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    // Now it is told, and the tap brings the version that the other tab has.
    app.browser.wait("[data-role=notice][data-kind=update]").await;
    app.press("update-now").await;
    becomes(&app, "v2").await;
}
