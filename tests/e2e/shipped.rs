//! The files as they are shipped, and what the worker and the browser make of them.

use std::path::Path;

use serde_json::json;

use crate::support::app::App;
use crate::support::preload::{NO_WASM, Preload};
use crate::support::site::Site;

/// Every shipped file with its bytes as text, where each byte that is no ASCII is a dot.
fn shipped() -> Vec<(String, String)> {
    let mut folders = vec![Site::built().dir().to_owned()];
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the site can be listed").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = std::fs::read(entry.path()).expect("files can be read");
            let text = bytes.iter().map(|it| if it.is_ascii() { char::from(*it) } else { '.' });
            all.push((entry.path().display().to_string(), text.collect()));
        }
    }
    all
}

/// Fault: E10
#[test]
fn no_shipped_file_holds_a_path_a_source_map_or_a_debug_name() {
    let here = env!("CARGO_MANIFEST_DIR");
    let files = shipped();
    assert!(files.len() > 10);
    for (name, text) in &files {
        for word in
            ["sourceMappingURL", "debug_assertions", "/home/", "/root/", "/Users/", ".cargo/", here]
        {
            assert!(!text.contains(word), "{name} holds {word}");
        }
        if Path::new(name).extension().is_some_and(|it| it == "wasm") {
            // The name section of a module begins with its length and this word.
            for section in ["\u{4}name", ".debug_info", "producers"] {
                assert!(!text.contains(section), "{name} has a section {section}");
            }
        }
    }
    // Control: our own source, which is not shipped, would be found.
    assert!(include_str!("shipped.rs").contains("/home/"));
}

/// Fault: E7
#[tokio::test]
async fn a_script_with_a_changed_byte_does_not_run_and_words_stay() {
    for begins in ["boot", "unknot"] {
        let app = App::new(Preload::real()).await;
        let file = app.site.file(begins, ".js");
        let mut bytes = std::fs::read(app.site.dir().join(&file)).expect("it can be read");
        bytes.extend_from_slice(b"\nwindow.__tampered = true;");
        app.server.replace(&format!("/{file}"), &bytes);
        app.load("").await;
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(
            app.browser.eval("return window.__tampered ?? null;").await,
            json!(null),
            "{begins}"
        );
        assert!(!app.browser.shows("body[data-app=ready]").await, "{begins}");
        assert!(
            app.browser.shows("a[href='#/routine/lower-back-10']").await
                || app.browser.shows("[role=alert]").await
        );
        app.browser.expect_problems(&["integrity", "Failed to fetch dynamically imported module"]);
        app.server.heal();
        app.browser.cdp("Network.clearBrowserCache", json!({})).await;
        app.open("").await; // control
    }
}

/// Fault: E11
#[tokio::test]
async fn camera_microphone_place_and_motion_are_refused_without_asking() {
    let flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    let app = App::with_flags(Preload::real().answered(), &flags).await;
    app.open("").await;
    let asked = "(async () => { const out = {}; \
        for (const kind of ['video', 'audio']) out[kind] = await navigator.mediaDevices.getUserMedia({ [kind]: true }).then(() => 'given', e => e.name); \
        out.place = await new Promise(done => navigator.geolocation.getCurrentPosition(() => done('given'), e => done(e.code))); \
        for (const name of ['camera', 'microphone', 'geolocation', 'accelerometer', 'gyroscope', 'usb', 'payment']) \
          out[name] = document.featurePolicy?.allowsFeature(name) ?? null; \
        out.lock = document.featurePolicy?.allowsFeature('screen-wake-lock') ?? null; return out; })()";
    app.browser.expect_problems(&["Permissions policy", "permissions policy"]);
    let found = app.browser.settle(asked).await;
    assert_eq!(
        (&found["video"], &found["audio"], &found["place"]),
        (&json!("NotAllowedError"), &json!("NotAllowedError"), &json!(1)),
        "{found}"
    );
    for name in
        ["camera", "microphone", "geolocation", "accelerometer", "gyroscope", "usb", "payment"]
    {
        assert_eq!(found[name], json!(false), "{name}: {found}");
    }
    assert_eq!(found["lock"], json!(true), "control: what we use is allowed: {found}");
}

/// Fault: E7
#[tokio::test]
async fn a_style_sheet_with_a_changed_byte_is_not_used_and_the_right_one_is_taken_later() {
    let app = App::new(Preload::real()).await;
    let file = app.site.file("rest", ".css");
    let mut bytes = std::fs::read(app.site.dir().join(&file)).expect("it can be read");
    bytes.extend_from_slice(b"\nbody { --tampered: yes; }");
    app.server.replace(&format!("/{file}"), &bytes);
    app.load("").await;
    app.browser.wait("body[data-app=ready]").await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let used = "return [getComputedStyle(document.body).getPropertyValue('--tampered').trim(), \
        [...document.styleSheets].some((it) => it.href?.includes('/rest-'))];";
    assert_eq!(app.browser.eval(used).await, json!(["", false]));
    app.browser.expect_problems(&["integrity", "no style"]);
    app.server.heal();
    app.browser.cdp("Network.clearBrowserCache", json!({})).await;
    app.open("").await;
    assert_eq!(app.browser.eval(used).await, json!(["", true]), "control");
}

/// Fault: G17
#[tokio::test]
async fn the_page_without_the_program_can_be_read_and_used_by_everyone() {
    let app = App::new(Preload::real().script(NO_WASM)).await;
    app.load("").await;
    app.browser.wait("body[data-app=failed]").await;
    for dark in [false, true] {
        app.browser.scheme(dark).await;
        assert_eq!(
            crate::axe::violations(&app, crate::axe::Rules::All).await,
            Vec::<String>::new(),
            "dark {dark}"
        );
    }
    assert!(app.browser.shows("[role=alert]").await);
    assert!(app.browser.text("[role=alert]").await.contains("WebAssembly"));
}
