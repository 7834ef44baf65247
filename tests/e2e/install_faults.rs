//! Keeping the app for offline use, with a file that does not come as it should.

use std::time::Duration;

use serde_json::json;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::server::Mode;
use crate::support::site::Site;

const STATUS: &str = "[data-role=offline-status]";

/// Names of the caches, with the number of files in each, and the worker in each place.
const KEPT: &str = "(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const caches_ = [];
  for (const name of await caches.keys()) caches_.push((await (await caches.open(name)).keys()).length);
  return { caches: caches_, installing: registration?.installing?.state ?? null,
    waiting: registration?.waiting?.state ?? null, active: registration?.active?.state ?? null };
})()";

/// Looks for a new version and waits for what becomes of it.
const UPDATE: &str = "(async () => { const r = await navigator.serviceWorker.getRegistration(); \
     await r.update(); const worker = r.installing; if (!worker) return 'none'; \
     while (worker.state === 'installing') await new Promise(t => setTimeout(t, 50)); return worker.state; })()";

/// First visit with one bad file: nothing is kept and nothing is promised; healed, the next start keeps all.
async fn a_first_visit_with(fault: Mode, begins: &str, ends: &str, patience: Duration) {
    let app = App::new(Preload::real().answered()).await;
    // The worker's script comes late, so that the page has its own copy of the file before the fault.
    app.server.fail("sw.js", Mode::Slow(2500));
    app.open("").await;
    app.server.fail(&app.site.file(begins, ends), fault);
    app.browser.wait_for(&format!("{STATUS}[data-state=failed]"), patience).await;
    let said = app.browser.text(STATUS).await;
    assert!(said.len() > 10 && !said.starts_with("Storage full"), "the failure is said: {said}");
    let kept = app.browser.settle(KEPT).await;
    assert_eq!(kept["caches"], json!([]), "{fault:?}: half a version was kept");
    assert_eq!(kept["active"], json!(null), "{fault:?}");
    assert_eq!(kept["installing"], json!(null), "{fault:?}: the worker is stuck");
    assert!(app.browser.shows("[data-screen=home]").await, "the app runs on");
    oracle::no_problems(&app.browser).await;

    // Control: the same start without the fault.
    app.server.heal();
    app.open("").await;
    app.wait_ready_offline().await;
}

/// An update with one bad file: the old version goes on serving, whole; healed, the new one waits.
async fn an_update_with(fault: Mode) {
    let mut app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let before = app.browser.settle(KEPT).await;
    let next = Site::next_version();
    app.server.deploy(next.dir());
    app.server.fail(&next.file("unknot", ".wasm"), fault);
    assert_eq!(app.browser.settle(UPDATE).await, json!("redundant"), "{fault:?}");
    assert_eq!(app.browser.settle(KEPT).await, before, "{fault:?}: the old version was touched");
    app.server.down();
    app.open("").await;
    assert!(!app.browser.shows("[data-kind=update]").await);

    // Control: the same update without the fault.
    app.server.up();
    app.server.heal();
    assert_eq!(app.browser.settle(UPDATE).await, json!("installed"));
    app.browser.wait("[data-role=notice][data-kind=update]").await;
    oracle::no_problems(&app.browser).await;
}

/// Fault: A3
#[tokio::test]
async fn a_missing_program_file_keeps_nothing_and_is_tried_again() {
    a_first_visit_with(Mode::Missing, "unknot", ".wasm", Duration::from_secs(20)).await; // A3
}

/// Fault: A4
#[tokio::test]
async fn a_captive_portals_page_is_never_kept_as_one_of_our_files() {
    a_first_visit_with(Mode::Portal, "unknot", ".js", Duration::from_secs(20)).await; // A4
}

/// Fault: A6
#[tokio::test]
async fn a_file_that_never_ends_is_given_up_within_half_a_minute() {
    a_first_visit_with(Mode::Hanging, "unknot", ".wasm", Duration::from_secs(34)).await; // A6
}

/// Fault: A3, A4, A5
#[tokio::test]
async fn a_broken_update_leaves_the_old_version_whole() {
    for fault in [Mode::Missing, Mode::Portal, Mode::Truncated] {
        an_update_with(fault).await; // A3, A4, A5
    }
}

/// Fault: A8
#[tokio::test]
async fn without_room_nothing_half_is_kept_and_the_old_version_stays() {
    let app = App::new(Preload::real().answered()).await;
    let room = async |bytes: Option<u32>| {
        let mut quota = json!({ "origin": app.server.origin() });
        if let Some(bytes) = bytes {
            quota["quotaSize"] = json!(bytes);
        }
        app.browser.cdp("Storage.overrideQuotaForOrigin", quota).await;
    };
    app.step_out().await;
    room(Some(1_000)).await;
    app.open("").await;
    app.browser.wait_for(&format!("{STATUS}[data-state=failed]"), Duration::from_secs(20)).await;
    let said = app.browser.text(STATUS).await;
    assert!(said.starts_with("Storage full"), "the reason is said in words: {said}");
    let kept = app.browser.settle(KEPT).await;
    assert_eq!((&kept["caches"], &kept["active"]), (&json!([]), &json!(null)), "{kept}");
    // Control: with room the same start keeps everything.
    room(None).await;
    app.open("").await;
    app.wait_ready_offline().await;

    // And an update for which there is no room leaves the old version whole.
    let before = app.browser.settle(KEPT).await;
    let next = Site::next_version();
    app.server.deploy(next.dir());
    room(Some(1_000)).await;
    assert_eq!(app.browser.settle(UPDATE).await, json!("redundant"));
    assert_eq!(app.browser.settle(KEPT).await, before, "the old version was touched");
    room(None).await;
    assert_eq!(app.browser.settle(UPDATE).await, json!("installed"), "control");
}

/// Fault: A15
#[tokio::test]
async fn a_worker_script_that_breaks_after_a_deploy_leaves_the_app_working() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let before = app.browser.settle(KEPT).await;
    for fault in [Mode::Missing, Mode::Portal, Mode::Hanging] {
        app.server.heal();
        app.server.fail("sw.js", fault);
        app.open("").await;
        app.wait_ready_offline().await;
        oracle::no_problems(&app.browser).await;
    }
    for script in ["this is no script (", "throw new Error('broken');"] {
        app.server.heal();
        app.server.replace("/sw.js", script.as_bytes());
        app.open("").await;
        let look = "navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => 'done', error => error.name)";
        assert_ne!(app.browser.settle(look).await, json!("done"), "control: {script} was run");
        assert_eq!(app.browser.settle(KEPT).await, before, "{script}");
        app.wait_ready_offline().await;
    }
}
