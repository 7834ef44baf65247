//! The tools of these tests, tested themselves: a tool that cannot fail a test proves nothing.

use std::time::Duration;

use serde_json::json;

use crate::support::browser::Browser;
use crate::support::engine::Engine;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::process::TempDir;
use crate::support::server::{Mode, Server};

const PAGE: &str = "<!doctype html><meta name=viewport content='width=device-width'><title>t</title>\
    <body><p>A page with some words on it.</p><button data-action=start>Start</button><script src=/a.js></script>";
const SCRIPT: &str = "window.ticks = []; setInterval(() => ticks.push(performance.now()), 1000);";

fn small_site() -> TempDir {
    let dir = TempDir::new("small");
    for (name, text) in [
        ("index.html", PAGE),
        ("a.js", SCRIPT),
        ("_headers", "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'\n"),
    ] {
        std::fs::write(dir.path().join(name), text).expect("temporary files can be written");
    }
    dir
}

#[tokio::test]
async fn the_held_clock_runs_timers_when_due_and_stands_still_otherwise() {
    let (site, profile) = (small_site(), TempDir::new("profile"));
    let server = Server::start(site.path());
    let browser =
        Browser::start(Engine::Chromium, profile.path(), &Preload::held_clock(), &[]).await;
    browser.goto(&server.origin()).await;
    browser.eval("__clock.stop(); ticks.length = 0;").await;
    tokio::time::sleep(Duration::from_millis(1200)).await;
    assert_eq!(browser.eval("return ticks.length;").await, json!(0), "time passed by itself");

    browser.settle("__clock.run(600000)").await;
    assert_eq!(browser.eval("return ticks.length;").await, json!(600));
    browser.settle("__clock.gap(60000)").await;
    assert_eq!(
        browser.eval("return ticks.length;").await,
        json!(601),
        "a gap fires a timer once, late"
    );
    oracle::no_problems(&browser).await;
}

/// Fault: X9
#[tokio::test]
async fn the_collector_sees_policy_violations_and_errors() {
    let (site, profile) = (small_site(), TempDir::new("profile"));
    let server = Server::start(site.path());
    let browser = Browser::start(Engine::Chromium, profile.path(), &Preload::real(), &[]).await;
    browser.goto(&server.origin()).await;
    oracle::no_problems(&browser).await;
    browser
        .eval("const s = document.createElement('script'); s.textContent = 'window.evil = 1'; document.body.append(s); \
               setTimeout(() => { throw new Error('planted'); }); console.error('planted too');")
        .await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let found = oracle::problems(&browser).await.join("\n");
    for word in ["policy: script-src", "error: ", "console: planted too"] {
        assert!(found.contains(word), "{word} is missing from:\n{found}");
    }
    assert!(oracle::fits(&browser, 390).await.is_ok());
    assert!(oracle::fits(&browser, 20).await.is_err(), "a page wider than 20 px must be reported");
}

#[tokio::test]
async fn the_server_fails_in_the_ways_it_is_told() {
    let site = small_site();
    let mut server = Server::start(site.path());
    let client = |path: &str| {
        let url = format!("{}{path}", server.origin());
        std::process::Command::new("curl")
            .args(["-si", "-m", "2", &url])
            .output()
            .expect("curl runs")
    };
    let text = |path: &str| String::from_utf8_lossy(&client(path).stdout).into_owned();
    assert!(text("/").contains("content-security-policy: default-src 'none'"));
    server.fail("a.js", Mode::Portal);
    assert!(text("/a.js").contains("hotel network"));
    server.fail("a.js", Mode::Missing);
    assert!(text("/a.js").starts_with("HTTP/1.1 404"));
    server.fail("a.js", Mode::Truncated);
    assert_eq!(client("/a.js").status.code(), Some(18), "curl: partial file");
    server.fail("a.js", Mode::Hanging);
    assert_eq!(client("/a.js").status.code(), Some(28), "curl: timed out");
    server.heal();
    assert!(text("/a.js").contains("window.ticks"));
    assert_eq!(server.log().len(), 6);
    let url = server.origin();
    server.down();
    let refused =
        std::process::Command::new("curl").args(["-s", &url]).status().expect("curl runs");
    assert_eq!(refused.code(), Some(7), "curl: connection refused");
}

#[tokio::test]
async fn webkit_and_firefox_are_driven_like_chromium() {
    for engine in [Engine::WebKit, Engine::Firefox] {
        if engine.left_out() {
            continue;
        }
        let (site, profile) = (small_site(), TempDir::new("profile"));
        let server = Server::start(site.path());
        let browser = Browser::start(engine, profile.path(), &Preload::real(), &[]).await;
        browser.goto(&server.origin()).await;
        assert!(oracle::words_within_5_s(&browser).await.contains("some words"));
        browser.press("[data-action=start]").await;
        assert_eq!(
            browser.settle("new Promise(done => setTimeout(() => done(7), 50))").await,
            json!(7)
        );
        assert_eq!(browser.eval("return typeof navigator.serviceWorker;").await, json!("object"));
    }
}
