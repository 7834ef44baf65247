//! Ways by which a link comes into the app: during a session, pasted, from a photo, from the browser of an iPhone.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::receive::{address, open, routine, step};
use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;

/// Fault: D25
#[tokio::test]
async fn a_link_opened_during_a_session_asks_and_waits_for_its_end() {
    // D25
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin("lower-back-5").await;
    app.advance(5_000).await;
    let before = app.state().await;
    let hash = address(&routine(vec![step(102, 60)]));
    app.browser.eval(&format!("location.hash = {};", json!(hash))).await;
    app.browser.wait("[data-role=leave]").await;
    let now = app.state().await;
    assert_eq!((now.step, now.seconds_left), (before.step, before.seconds_left));
    app.press("stay").await;
    app.press("resume").await;
    app.advance_until(900, |state| state.screen == "done").await;
    app.browser.press("[data-screen=done] a[href^='#/routine/link-']").await;
    app.wait_screen("shared").await;
    assert_eq!(app.browser.text("h1").await, "Evening hips");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_whole_message_pasted_opens_the_routine_in_it() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/open").await;
    app.wait_screen("open-link").await;
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links/hostile/d04-message.txt"),
    )
    .unwrap();
    crate::support::links::paste(&app, "Nothing in here").await;
    assert_eq!(app.browser.attribute("[data-role=problem]", "data-problem").await, "not-a-link");
    crate::support::links::paste(&app, &text).await;
    app.wait_screen("shared").await;
    let steps: Value =
        app.browser.eval("return document.querySelectorAll('.their-steps > li').length;").await;
    assert_eq!(steps, json!(3));
    oracle::no_problems(&app.browser).await;
}

/// The clipboard holds this text.
fn copied(text: &str) -> String {
    format!(
        "Object.defineProperty(navigator, 'clipboard', {{ value: {{ readText: async () => {}, \
         writeText: async (text) => {{ window.__copied = text; }} }} }});",
        json!(text)
    )
}

#[tokio::test]
async fn one_tap_on_paste_opens_what_was_copied() {
    let link = ["Hello https://example.org/", &address(&routine(vec![step(102, 60)]))].concat();
    let app = App::new(Preload::real().answered().script(&copied(&link))).await;
    app.open("").await;
    app.browser.press("a[href='#/open']").await;
    app.wait_screen("open-link").await;
    app.press("paste").await;
    app.wait_screen("shared").await;
    assert_eq!(app.browser.text("h1").await, "Evening hips");
    let app = App::new(Preload::real().answered().script(&copied(" \n"))).await;
    app.open("#/open").await;
    app.press("paste").await;
    app.browser.wait("[role=status]:not(:empty)").await;
    assert!(app.browser.text("main").await.contains("nothing to paste"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_photo_of_a_code_opens_the_routine_in_it_where_the_browser_reads_codes() {
    // E11: no camera is asked for
    let link = ["https://example.org/", &address(&routine(vec![step(102, 60)]))].concat();
    let reader = format!(
        "window.__codes = []; window.BarcodeDetector = class {{ constructor(o) {{ if (o.formats[0] !== 'qr_code') throw new TypeError(); }} \
         async detect(image) {{ if (!(image instanceof ImageBitmap)) throw new TypeError(); return window.__codes; }} }}; window.__link = {};",
        json!(link)
    );
    let app = App::new(Preload::real().answered().script(&reader)).await;
    app.open("#/open").await;
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/icons/icon-192.png");
    let choose = async || {
        let css = thirtyfour::By::Css("input[name=photo]");
        let field = app.browser.driver().find(css).await.unwrap();
        field.send_keys(photo.to_str().unwrap()).await.unwrap();
    };
    choose().await;
    app.browser.wait("[data-role=code-status] p").await;
    app.browser.wait("[data-role=code-status] p:not(:empty)").await;
    for _ in 0..100 {
        if app.browser.text("[data-role=code-status]").await.contains("No code") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    assert!(app.browser.text("[data-role=code-status]").await.contains("No code was found"));
    app.browser.eval("window.__codes = [{ rawValue: 'https://example.org/menu' }];").await;
    choose().await;
    app.browser.wait("[data-problem=not-a-link]").await;
    app.browser.eval("window.__codes = [{ rawValue: window.__link }];").await;
    choose().await;
    app.wait_screen("shared").await;
    assert_eq!(app.browser.text("h1").await, "Evening hips");
    oracle::no_problems(&app.browser).await;
    // Without a reader the page says what to do instead, and offers no field that would do nothing.
    let app = App::new(Preload::real().answered().script("delete window.BarcodeDetector;")).await;
    app.open("#/open").await;
    assert!(!app.browser.shows("input[name=photo]").await);
    assert!(app.browser.text("main").await.contains("own camera"));
}

#[tokio::test]
async fn in_the_browser_of_an_iphone_the_link_can_be_copied_for_the_app() {
    let iphone = "Object.defineProperty(navigator, 'standalone', { value: IS }); \
        Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });";
    let wanted = routine(vec![step(102, 60)]);
    let script = [&iphone.replace("IS", "false"), copied("").as_str()].concat();
    let app = App::new(Preload::real().answered().script(&script)).await;
    open(&app, &wanted).await;
    app.press("copy-link").await;
    app.browser.wait("[data-role=copied]:not(:empty)").await;
    let link = app.browser.eval("return window.__copied;").await;
    let link = link.as_str().unwrap();
    assert!(link.starts_with(&app.server.origin()) && link.ends_with(&address(&wanted)), "{link}");
    // In the app on the home screen, the way back in is told, and nothing is to be copied.
    let script = [&iphone.replace("IS", "true"), copied(link).as_str()].concat();
    let app = App::new(Preload::real().answered().script(&script)).await;
    app.open("#/open").await;
    assert!(app.browser.text("main").await.contains("On an iPhone"));
    app.press("paste").await;
    app.wait_screen("shared").await;
    assert!(!app.browser.text("main").await.contains("home screen"));
    oracle::no_problems(&app.browser).await;
}

/// Fault: D26
#[tokio::test]
async fn what_is_saved_is_a_copy_beside_what_was_there_and_plays_from_my_routines() {
    // D26
    let wanted = routine(vec![step(102, 60)]);
    let app = App::new(Preload::held_clock().answered().script(&copied(""))).await;
    for count in 1..=2 {
        open(&app, &wanted).await;
        app.press("save").await;
        app.browser.wait("[data-role=saved]:not([hidden])").await;
        assert!(!app.offers("save").await, "pressed twice it is kept once");
        app.browser.press("[data-role=saved] a").await;
        app.wait_screen("routines").await;
        let rows = "return document.querySelectorAll('[data-screen=routines] [data-kept]').length;";
        assert_eq!(app.browser.eval(rows).await, json!(count));
    }
    let app = app.restart_browser(Preload::held_clock()).await;
    app.open("#/routines").await;
    app.browser.press("[data-kept] a").await;
    app.wait_screen("shared").await;
    assert_eq!(app.browser.text("h1").await, "Evening hips");
    assert!(!app.offers("save").await && app.offers("copy-link").await);
    app.start_from_routine().await;
    app.advance(20_000).await;
    app.browser.reload().await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.hold_time().await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    oracle::no_problems(&app.browser).await;
}
