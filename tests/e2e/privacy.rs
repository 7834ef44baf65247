//! What could carry something about a person off the phone, and does not.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

/// Foreign addresses that may stand in the built site: names of formats and examples, which nobody goes to, and the app that
/// a person may choose to send a link with.
const KNOWN: [&str; 5] = [
    "https://wa.me/?text=",
    "http://www.w3.org/",
    "https://www.w3.org/",
    "https://example.org",
    "https://schema.org",
];

/// Every file of the built site, with its bytes.
fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the site is built").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            let bytes = fs::read(entry.path()).expect("a file");
            found.push((entry.path().display().to_string(), bytes));
        }
    }
}

/// What stands behind each `mark` in the bytes, up to 60 characters.
fn behind(bytes: &[u8], mark: &str) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.match_indices(mark).map(|(at, _)| text[at..].chars().take(60).collect()).collect()
}

/// Fault: F4, F8
#[test]
fn the_shipped_files_name_no_foreign_address_and_no_way_to_report_anything() {
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), &mut all);
    assert!(all.len() > 10);
    for (name, bytes) in &all {
        for mark in ["http://", "https://"] {
            for address in behind(bytes, mark) {
                let is_known = KNOWN.iter().any(|it| address.starts_with(it));
                assert!(is_known, "{name}: {address}");
            }
        }
        for mark in [
            "sendBeacon",
            "\"POST\"",
            "WebSocket",
            "EventSource",
            "RTCPeerConnection",
            "report-uri",
            "report-to",
        ] {
            assert_eq!(behind(bytes, mark), Vec::<String>::new(), "{name}");
        }
    }
}

/// Fault: F8
#[tokio::test]
async fn an_error_stays_on_the_screen_and_asks_the_server_for_nothing() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.browser.expect_problems(&["private", "error: x"]);
    app.begin(ROUTINE).await;
    let before = app.server.log().len();
    app.browser.eval("window.dispatchEvent(new ErrorEvent('error', { message: 'x', error: new Error('x') })); Promise.reject(new Error('private'));").await;
    app.advance(5_000).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let asked = app.server.log().len() - before;
    let later: Vec<_> = app.server.log().into_iter().skip(before).collect();
    oracle::nothing_was_sent(&later);
    assert!(later.iter().all(|it| !it.target.contains("error")), "{asked} requests: {later:?}");
}

/// Every field for words on this page, and whether the browser may fill it in or send it to be checked.
const FIELDS: &str = "return [...document.querySelectorAll('textarea, input:not([type]), input[type=text], input[type=search]')] \
    .map((it) => [it.name || it.id, it.readOnly || (it.autocomplete === 'off' && it.spellcheck === false)]);";

/// Fault: F9
#[tokio::test]
async fn no_field_for_words_is_filled_in_or_checked_by_the_browser() {
    let app = App::new(Preload::held_clock().answered().script(SEED)).await;
    let mut seen = Vec::new();
    for (fragment, ready) in [
        ("#/progress", "[data-role=empty]"),
        ("#/progress", "[data-chart=pain]"),
        ("#/reply", "[data-screen=reply] [name=note]"),
        ("#/builder?from=lower-back-10", "[data-role=steps] > li"),
        ("#/open", "[name=message]"),
        ("#/library", "[name=q]"),
    ] {
        app.open(fragment).await;
        app.browser.wait(ready).await;
        if ready == "[data-role=empty]" {
            app.browser.press("[data-role=check-pain] [data-rating='4']").await;
            app.browser.wait("[name=activity-name]").await;
            app.browser.settle("__seed({ weeks: 3 })").await;
        }
        app.browser
            .eval("for (const it of document.querySelectorAll('details')) it.open = true;")
            .await;
        let fields = app.browser.eval(FIELDS).await;
        for field in fields.as_array().into_iter().flatten() {
            assert_eq!(field[1], json!(true), "{fragment}: {field}");
            seen.push(field[0].clone());
        }
    }
    for name in ["note", "message", "q", "activity-name"] {
        assert!(seen.contains(&Value::from(name)), "{name} was not looked at: {seen:?}");
    }
    oracle::no_problems(&app.browser).await;
}
