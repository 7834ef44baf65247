//! The first tap on a slow network: before the program has come, a static page answers it.

use std::time::Duration;

use serde_json::json;

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::server::Mode;
use crate::support::until;

const LINK: &str = "[data-screen=home] .home-start";

/// What the page shows and says, piece by piece. A link that looks like a button is one here; "Start" leads on as a link.
const SEEN: &str = "return [...document.querySelectorAll('#app .page *')].map(it => { \
     const box = it.getBoundingClientRect(); \
     const words = [...it.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(''); \
     const tag = it.matches('.button') ? 'button' : it.localName; \
     const isStart = it.dataset.action === 'start'; \
     const told = isStart ? [] : ['href', 'aria-label', 'aria-pressed', 'tabindex'].map(name => it.getAttribute(name)); \
     return [tag, it.className.baseVal ?? it.className, ...Object.entries(it.dataset).sort(), words, ...told, \
         getComputedStyle(it).color, ...[box.x, box.y, box.width, box.height].map(Math.round)].join(' '); });";

const HEADLINE_IS_SEEN: &str =
    "return document.querySelector('main h1').checkVisibility({ visibilityProperty: true });";

/// Home in a fresh browser whose program is under way for ever.
async fn without_program(preload: Preload) -> App {
    let app = App::new(preload).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Hanging);
    app.load("").await;
    app
}

/// The static page in a fresh browser whose program comes after three seconds.
async fn static_page() -> App {
    let app = App::new(Preload::real()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Slow(3000));
    app.load("").await;
    app.browser.press(LINK).await;
    app.browser.wait("[data-screen=routine] a[data-action=start]").await;
    assert!(!app.browser.shows("body[data-app]").await, "the program is there: nothing is proven");
    app
}

/// Fault: A24
#[tokio::test]
async fn a_tap_on_the_first_routine_opens_it_before_the_program_has_come() {
    let app = without_program(Preload::real()).await;
    app.browser.press(LINK).await;
    app.wait_screen("routine").await;
    assert_eq!(app.browser.eval(HEADLINE_IS_SEEN).await, json!(true));
    assert!(app.browser.text("main").await.contains("Stop if pain is sharp"));
    assert_eq!(app.browser.eval("return scrollY;").await, json!(0));
    // As the app does it: the headline is read out, and the page has its name.
    assert_eq!(app.browser.text(":focus").await, "Lower back, 10 minutes");
    assert_eq!(
        app.browser.eval("return document.title;").await,
        json!("Lower back, 10 minutes · Unknot")
    );
    assert!(!app.browser.shows("body[data-app]").await, "the program is there: nothing is proven");

    // Back is Home again, as it was.
    app.browser.eval("history.back();").await;
    app.browser.wait(LINK).await;
    assert!(!app.browser.shows("[data-screen=routine]").await);
    // Another place of the app has no static page: its words come with the program.
    app.browser.eval("location.hash = '#/library';").await;
    app.browser.wait("html[data-shell=other]").await;
    assert_eq!(app.browser.eval(HEADLINE_IS_SEEN).await, json!(false));
    app.browser.eval("history.back();").await;
    app.browser.wait("html:not([data-shell]) [data-screen=home] h1").await;
}

/// Fault: A24
#[tokio::test]
async fn the_static_page_looks_as_the_programs_own() {
    let app = without_program(Preload::real()).await;
    app.browser.press(LINK).await;
    app.wait_screen("routine").await;
    let before = app.browser.eval(SEEN).await;
    let before = before.as_array().expect("a list");
    assert!(before.len() > 40, "{before:?}");

    // The rest would add to the page.
    let app = App::new(Preload::real()).await;
    app.server.fail(&app.site.file("rest", ".wasm"), Mode::Hanging);
    app.load(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("body[data-app=ready] [data-screen=routine]").await;
    let after = app.browser.eval(SEEN).await;
    let after = after.as_array().expect("a list");
    for (ours, theirs) in before.iter().zip(after) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(before.len(), after.len());
}

#[tokio::test]
async fn the_program_takes_the_static_page_over() {
    let app = static_page().await;
    app.browser.wait_for("body[data-app=ready]", Duration::from_secs(20)).await;
    app.browser.wait("button[data-action=favourite]:enabled").await;
    assert_eq!(app.browser.text("main :focus").await, "Lower back, 10 minutes");
    assert_eq!(
        app.browser.eval("return document.querySelectorAll('.page').length;").await,
        json!(1)
    );
    app.press("start").await;
    app.wait_screen("check").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_tap_on_the_static_start_and_the_focus_there_are_not_lost() {
    let app = static_page().await;
    app.browser.press("a[data-action=start]").await;
    app.wait_screen("check").await;
    oracle::no_problems(&app.browser).await;

    for (static_one, own) in [
        ("a[data-action=start]", "button[data-action=start]"),
        ("a[href='#/exercise/knee-rocks']", "a[href='#/exercise/knee-rocks']"),
    ] {
        let app = static_page().await;
        let focus = format!("document.querySelector({}).focus();", json!(static_one));
        app.browser.eval(&focus).await;
        app.browser.wait_for("body[data-app=ready]", Duration::from_secs(20)).await;
        app.browser.wait(&format!("[data-screen=routine] {own}:focus")).await;
    }
}

#[tokio::test]
async fn the_program_waits_for_a_finger_that_rests_on_the_static_page() {
    let app = static_page().await;
    let place = "const box = document.querySelector('a[data-action=start]').getBoundingClientRect(); \
         return [box.x + box.width / 2, box.y + box.height / 2];";
    let place = app.browser.eval(place).await;
    let finger = async |kind: &str| {
        let at = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
        app.browser.cdp("Input.dispatchMouseEvent", at).await;
    };
    finger("mousePressed").await;
    let has_come = "return performance.getEntriesByType('resource').some(it => it.name.endsWith('.wasm') && it.responseEnd > 0);";
    until("the program", Duration::from_secs(10), || async {
        (app.browser.eval(has_come).await == json!(true)).then_some(())
    })
    .await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!app.browser.shows("body[data-app]").await, "the page was changed under the finger");
    finger("mouseReleased").await;
    app.wait_screen("check").await;
}

#[tokio::test]
async fn somebody_the_app_knows_is_shown_nothing_static_but_home() {
    // Their page may be another one: gentler steps, or a lock.
    let app = without_program(Preload::real().answered()).await;
    app.browser.press(LINK).await;
    app.browser.wait("html[data-shell=other]").await;
    assert!(!app.browser.shows("[data-screen=routine]").await);
    assert_eq!(app.browser.eval(HEADLINE_IS_SEEN).await, json!(false));
}
