//! The app cannot start, or breaks: there is always something to read and a way on.

use std::time::Duration;

use serde_json::json;

use crate::support::app::{App, ROUTINE};
use crate::support::links::golden;
use crate::support::oracle;
use crate::support::preload::{NO_WASM, NO_WORKER, Preload, TRAP};
use crate::support::server::Mode;

const PANEL: &str = "[role=alert] [data-action=reload]";

/// Removes the kept file whose name begins and ends so, as a browser does under pressure.
fn evict(begins: &str, ends: &str) -> String {
    format!(
        "(async () => {{ let gone = 0; for (const name of await caches.keys()) {{ \
           const cache = await caches.open(name); for (const request of await cache.keys()) {{ \
             const file = new URL(request.url).pathname.split('/').pop(); \
             if (file.startsWith('{begins}') && file.endsWith('{ends}')) {{ await cache.delete(request); gone++; }} \
         }} }} return gone; }})()"
    )
}

/// Fault: A13
#[tokio::test]
async fn a_lost_file_without_network_says_what_to_do_and_heals_with_network() {
    // A13
    for (begins, ends) in [("unknot", ".js"), ("unknot", ".wasm"), ("boot", ".js")] {
        let mut app = App::new(Preload::real().answered()).await;
        app.open("").await;
        app.wait_ready_offline().await;
        assert_eq!(app.browser.settle(&evict(begins, ends)).await, json!(1));
        // The browser's own cache would hide the loss.
        app.browser.cdp("Network.clearBrowserCache", json!({})).await;
        app.server.down();
        app.load("").await;
        let words = oracle::words_within_5_s(&app.browser).await.to_lowercase();
        assert!(words.contains("safe") && words.contains("connect"), "{begins}{ends}: {words}");
        assert!(!app.browser.shows("body[data-app=ready]").await);

        app.server.up();
        app.open("").await;
        oracle::no_problems(&app.browser).await;
        app.server.down();
        app.open("").await; // the lost file was kept again
    }
}

/// Fault: A13
#[tokio::test]
async fn a_page_that_was_lost_too_leaves_the_workers_own_words() {
    // A13, T5
    let mut app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.browser
        .settle("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
        .await;
    app.browser.cdp("Network.clearBrowserCache", json!({})).await;
    app.server.down();
    app.load("").await;
    let words = oracle::words_within_5_s(&app.browser).await.to_lowercase();
    assert!(words.contains("connect") && words.contains("safe"), "{words}");
}

#[tokio::test]
async fn a_first_load_with_a_broken_file_says_so_within_five_seconds() {
    for fault in [Mode::Missing, Mode::Portal, Mode::Truncated] {
        let app = App::new(Preload::real()).await;
        app.server.fail(&app.site.file("unknot", ".wasm"), fault);
        app.load("").await;
        app.browser.wait(PANEL).await;
        assert_eq!(app.browser.attribute("body", "data-app").await, "failed", "{fault:?}");
        assert!(app.browser.text("[role=alert]").await.contains("safe"));
        // Control: the button loads the page again, and without the fault it starts.
        app.server.heal();
        app.press("reload").await;
        app.browser.wait("body[data-app=ready]").await;
    }
}

#[tokio::test]
async fn without_the_rest_of_the_program_a_routine_opens_and_the_rest_says_that_it_is_coming() {
    for (begins, ends) in [("rest", ".wasm"), ("words", ".txt"), ("rest", ".css")] {
        for fault in [Mode::Missing, Mode::Portal, Mode::Truncated, Mode::Hanging] {
            println!("{begins}*{ends}: {fault:?}");
            let app = App::new(Preload::real().answered()).await;
            app.server.fail(&app.site.file(begins, ends), fault);
            app.browser.expect_problems(&["Refused to apply style", "could not load"]);
            app.open("").await;
            app.browser.press("[data-routine=lower-back-10]").await;
            app.wait_screen("routine").await;
            app.press("start").await;
            app.wait_screen("waiting").await;
            assert!(app.browser.text("main").await.contains("on its way"), "{begins} {fault:?}");
            if ends != ".css" {
                // (A style that cannot be loaded is told by the browser itself.)
                oracle::no_problems(&app.browser).await;
            }
            if fault == Mode::Missing {
                // Control: it comes by itself when the network is well again.
                app.server.heal();
                app.wait_screen("check").await;
            }
        }
    }
}

#[tokio::test]
async fn a_part_that_stays_gone_offers_to_reload() {
    // A newer version was deployed between the first part and the rest.
    let app = App::new(Preload::real().answered()).await;
    app.server.fail(&app.site.file("words", ".txt"), Mode::Missing);
    app.open("").await;
    app.browser.wait_for(PANEL, Duration::from_secs(20)).await;
    assert!(app.browser.text("[role=alert]").await.contains("safe"));
    app.server.heal();
    app.press("reload").await;
    app.browser.wait("body[data-app=ready]").await;
}

#[tokio::test]
async fn what_the_first_tap_needs_is_never_waited_for_in_the_second_part() {
    // A function that is called before the rest has come fetches it at once, with this kind of request.
    let asked = "return performance.getEntriesByType('resource').filter(it => it.initiatorType === 'xmlhttprequest').length;";
    let app = App::new(Preload::real().answered()).await;
    app.server.fail(&app.site.file("rest", ".wasm"), Mode::Slow(3000));
    app.open("").await;
    app.browser.press("[data-routine=lower-back-10]").await;
    app.wait_screen("routine").await;
    assert_eq!(app.browser.eval(asked).await, json!(0));
    // Control: the rest does come, and with it the words.
    app.browser.wait("[data-screen=routine] .panel").await;
    app.press("start").await;
    app.wait_screen("check").await;
}

#[tokio::test]
async fn a_program_that_hangs_leaves_words_and_links_not_a_blank_screen() {
    let app = App::new(Preload::real()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Hanging);
    app.browser.driver().set_page_load_timeout(Duration::from_secs(3)).await.unwrap();
    app.load("").await;
    let words = oracle::words_within_5_s(&app.browser).await;
    assert!(words.contains("Unknot"), "{words}");
    app.browser.wait("body[data-failed=slow]").await;
    assert!(app.browser.text("body").await.contains("Still loading"));
    assert!(
        app.browser.shows("a[href='#/routine/lower-back-10']").await,
        "the first choices are plain links"
    );
}

/// Fault: A18
#[tokio::test]
async fn a_browser_without_webassembly_is_told_why_and_what_to_do() {
    // A18
    let app = App::new(Preload::real().script(NO_WASM)).await;
    app.load(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("body[data-app=failed][data-failed=no-wasm]").await;
    let words = app.browser.text("[role=alert]").await;
    assert!(words.contains("WebAssembly") && words.contains("Lockdown"), "{words}");
    let address = app.browser.eval("return location.hash;").await;
    assert_eq!(address, json!("#/routine/lower-back-10"), "the link is not lost");
    oracle::no_problems(&app.browser).await;
}

/// Fault: A18
#[tokio::test]
async fn the_routine_in_a_link_is_not_lost_when_the_app_cannot_start() {
    let link = format!("#r={}", golden("ten-steps"));
    let app = App::new(Preload::real().script(NO_WASM)).await;
    app.load(&link).await;
    for _ in 0..2 {
        app.browser.wait("body[data-failed=no-wasm]").await;
        assert_eq!(app.browser.eval("return location.hash;").await, json!(link));
        app.browser.reload().await;
    }

    // Where the fault ends, the same address opens what it carries.
    let app = App::new(Preload::real()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Missing);
    app.load(&link).await;
    app.browser.wait(PANEL).await;
    assert_eq!(app.browser.eval("return location.hash;").await, json!(link));
    app.server.heal();
    app.press("reload").await;
    app.wait_screen("shared").await;
}

/// Fault: G17
#[tokio::test]
async fn with_scripts_switched_off_the_page_says_what_it_needs_and_shows_its_first_choices() {
    for is_off in [true, false] {
        let app = App::new(Preload::real()).await;
        let off = json!({ "value": is_off });
        app.browser.cdp("Emulation.setScriptExecutionDisabled", off).await;
        app.browser.goto(&format!("{}/", app.server.origin())).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        // What a screen reader gets, which needs no script to be asked for.
        let tree = app.browser.cdp("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let words: Vec<&str> = nodes.iter().filter_map(|it| it["name"]["value"].as_str()).collect();
        let told = words.iter().any(|it| it.contains("needs JavaScript"));
        assert_eq!(told, is_off, "{words:?}");
        assert!(words.contains(&"Lower back"), "{words:?}");
    }
}

/// Fault: A19
#[tokio::test]
async fn a_browser_without_service_workers_runs_the_app_and_says_that_it_needs_the_network() {
    // A19
    let app = App::new(Preload::real().answered().script(NO_WORKER)).await;
    app.open("").await;
    app.browser.wait("[data-role=offline-status][data-state=unsupported]").await;
    app.begin(ROUTINE).await;
    oracle::no_problems(&app.browser).await;
}

/// Fault: A20
#[tokio::test]
async fn a_program_sent_with_the_wrong_type_still_starts() {
    // A20
    let app = App::new(Preload::real()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Untyped);
    app.open("").await;
}

/// Fault: A21
#[tokio::test]
async fn a_trap_at_the_start_shows_the_panel_instead_of_a_dead_page() {
    // A21
    let app = App::new(Preload::real().script("window.__trapAtStart = true;").script(TRAP)).await;
    app.load("").await;
    app.browser.wait(PANEL).await;
    assert_eq!(app.browser.attribute("body", "data-app").await, "failed");
}

/// Fault: A21
#[tokio::test]
async fn a_trap_in_a_session_says_data_is_safe_and_the_session_can_be_carried_on() {
    // A21
    let app = App::new(Preload::held_clock().answered().script(TRAP)).await;
    app.begin(ROUTINE).await;
    app.advance(40_000).await;
    let before = app.state().await;
    assert!(!app.browser.shows(PANEL).await, "control: without a trap there is no panel");
    app.browser.expect_problems(&["Uncaught RuntimeError"]);
    app.browser.eval("__trap();").await;
    app.advance(1_000).await;
    app.browser.wait(PANEL).await;
    assert_eq!(app.browser.attribute("body", "data-failed").await, "crash");
    let words = app.browser.text("[role=alert]").await;
    assert!(words.contains("safe"), "{words}");
    for secret in ["unreachable", "wasm-function", "RuntimeError", "panicked", "src/", ".rs"] {
        assert!(!words.contains(secret), "the panel shows internals: {words}");
    }
    app.press("reload").await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.hold_time().await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    let back = app.state().await;
    assert_eq!((back.step, &back.phase, &back.side), (before.step, &before.phase, &before.side));
    assert!((back.seconds_left - before.seconds_left).abs() <= 1, "{before:?} {back:?}");
}
