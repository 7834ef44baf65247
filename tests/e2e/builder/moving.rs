//! Steps change their place: by button, by key, by hand.

use std::time::Duration;

use serde_json::json;

use super::{FOUR, ROWS, add, begin, order, wait_order};
use crate::support::app::App;
use crate::support::keys::{ALT, press};
use crate::support::oracle;
use crate::support::until;

#[tokio::test]
async fn steps_are_moved_by_buttons_and_keys_with_the_focus_kept_and_the_place_said() {
    let app = begin().await;
    add(&app, &FOUR).await;
    app.browser.press(&format!("{ROWS}:nth-of-type(1) .step-main")).await;
    app.browser.press(&format!("{ROWS}[data-exercise=cat-and-cow] [data-action=move-down]")).await;
    wait_order(&app, &[FOUR[1], FOUR[0], FOUR[2], FOUR[3]]).await;
    let said = app.browser.text("[data-role=announcer]").await;
    assert!(said.contains("step 2 of 4"), "{said}");
    let focus = "return [document.activeElement.dataset.action, document.activeElement.closest('li')?.dataset.exercise];";
    until("the focus", Duration::from_secs(3), || async {
        (app.browser.eval(focus).await == json!(["move-down", "cat-and-cow"])).then_some(())
    })
    .await;
    // Alt and an arrow from anywhere in the row, an arrow alone on the handle.
    press(&app.browser, "ArrowDown", ALT).await;
    wait_order(&app, &[FOUR[1], FOUR[2], FOUR[0], FOUR[3]]).await;
    // The focus comes back to the row that moved, a moment later; only then is it taken elsewhere.
    until("the focus", Duration::from_secs(3), || async {
        (app.browser.eval(focus).await == json!(["move-down", "cat-and-cow"])).then_some(())
    })
    .await;
    app.browser
        .eval("document.querySelector('[data-exercise=wall-calf-stretch] [data-action=drag]').focus();")
        .await;
    press(&app.browser, "ArrowUp", 0).await;
    wait_order(&app, &[FOUR[1], FOUR[2], FOUR[3], FOUR[0]]).await;
    until("the focus", Duration::from_secs(3), || async {
        (app.browser.eval(focus).await == json!(["drag", "wall-calf-stretch"])).then_some(())
    })
    .await;
    let name = app
        .browser
        .attribute("[data-exercise=wall-calf-stretch] [data-action=drag]", "aria-label")
        .await;
    assert!(name.ends_with("step 3"), "{name}");
    // At the end nothing moves, and that is said.
    for _ in 0..3 {
        press(&app.browser, "ArrowUp", 0).await;
        tokio::time::sleep(Duration::from_millis(120)).await;
    }
    wait_order(&app, &[FOUR[3], FOUR[1], FOUR[2], FOUR[0]]).await;
    let said = app.browser.text("[data-role=announcer]").await;
    assert!(said.contains("first step already"), "{said}");
    oracle::no_problems(&app.browser).await;
}

/// The middle of what `css` names, on the screen.
async fn middle(app: &App, css: &str) -> (f64, f64) {
    let at = app
        .browser
        .eval(&format!(
            "const r = document.querySelector({}).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2];",
            json!(css)
        ))
        .await;
    (at[0].as_f64().unwrap_or(0.0), at[1].as_f64().unwrap_or(0.0))
}

async fn mouse(app: &App, kind: &str, (x, y): (f64, f64)) {
    let buttons = u32::from(kind != "mouseReleased");
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
    app.browser.cdp("Input.dispatchMouseEvent", event).await;
}

async fn touch(app: &App, kind: &str, (x, y): (f64, f64)) {
    let points = if kind == "touchEnd" { json!([]) } else { json!([{ "x": x, "y": y }]) };
    app.browser
        .cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }))
        .await;
}

#[tokio::test]
async fn a_step_is_dragged_by_mouse_and_by_finger_and_escape_gives_it_back() {
    let app = begin().await;
    add(&app, &FOUR).await;
    app.browser.eval("document.querySelector('[data-role=steps]').scrollIntoView({ block: 'center', behavior: 'instant' });").await;
    let handle = |nth: usize| format!("{ROWS}:nth-of-type({nth}) [data-action=drag]");
    // By mouse, from first to third.
    let (from, to) = (middle(&app, &handle(1)).await, middle(&app, &handle(3)).await);
    mouse(&app, "mousePressed", from).await;
    for part in 1..=6 {
        let y = from.1 + (to.1 + 6.0 - from.1) * f64::from(part) / 6.0;
        mouse(&app, "mouseMoved", (from.0, y)).await;
    }
    assert!(app.browser.shows("li[data-carried][data-exercise=cat-and-cow]").await);
    mouse(&app, "mouseReleased", (from.0, to.1 + 6.0)).await;
    wait_order(&app, &[FOUR[1], FOUR[2], FOUR[0], FOUR[3]]).await;
    let left = "return document.querySelectorAll('[data-carried]').length + [...document.querySelectorAll('[data-role=steps] > li')]\
        .filter(e => e.style.transform !== '').length;";
    assert_eq!(app.browser.eval(left).await, json!(0), "something of the drag stayed");
    // By finger, back up; the page does not scroll under it.
    let (from, to) = (middle(&app, &handle(3)).await, middle(&app, &handle(1)).await);
    let before = app.browser.eval("return scrollY;").await;
    touch(&app, "touchStart", from).await;
    for part in 1..=6 {
        touch(&app, "touchMove", (from.0, from.1 + (to.1 - 6.0 - from.1) * f64::from(part) / 6.0))
            .await;
    }
    touch(&app, "touchEnd", to).await;
    wait_order(&app, &FOUR).await;
    assert_eq!(app.browser.eval("return scrollY;").await, before);
    // Escape gives it back.
    let from = middle(&app, &handle(1)).await;
    mouse(&app, "mousePressed", from).await;
    mouse(&app, "mouseMoved", (from.0, from.1 + 120.0)).await;
    press(&app.browser, "Escape", 0).await;
    mouse(&app, "mouseReleased", (from.0, from.1 + 120.0)).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(order(&app).await, FOUR);
    assert_eq!(app.browser.eval(left).await, json!(0));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn held_at_the_edge_a_dragged_step_scrolls_the_page() {
    let app = begin().await;
    add(&app, &FOUR).await;
    add(&app, &FOUR).await;
    add(&app, &FOUR).await;
    app.browser
        .eval("scrollTo(0, document.querySelector('[data-role=steps]').offsetTop - 120);")
        .await;
    let from = middle(&app, &format!("{ROWS}:nth-of-type(1) [data-action=drag]")).await;
    let before = app.browser.eval("return scrollY;").await.as_f64().unwrap_or(0.0);
    mouse(&app, "mousePressed", from).await;
    mouse(&app, "mouseMoved", (from.0, 400.0)).await;
    mouse(&app, "mouseMoved", (from.0, 780.0)).await;
    until("a scroll", Duration::from_secs(5), || async {
        let now = app.browser.eval("return scrollY;").await.as_f64().unwrap_or(0.0);
        (now > before + 150.0).then_some(())
    })
    .await;
    mouse(&app, "mouseReleased", (from.0, 780.0)).await;
    until("it is further down", Duration::from_secs(5), || async {
        let order = order(&app).await;
        (order.len() == 12 && order[0] != FOUR[0]).then_some(())
    })
    .await;
    oracle::no_problems(&app.browser).await;
}
