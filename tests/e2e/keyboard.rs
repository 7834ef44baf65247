//! The whole job without a finger: every control is reached in order, seen when it has the focus, and left again.

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::keys::{key, shift_tab};
use crate::support::preload::Preload;
use crate::support::tour::visit;

/// Reads what has the focus: a name for it, whether its mark can be seen, what a tap in its middle meets, whether it lies
/// wholly in sight, and whether it stands behind the one before in the page's order.
const FOCUS: &str = "const e = document.activeElement; if (!e || e === document.body || e.tabIndex < 0) return null; \
    const style = getComputedStyle(e); const own = e.closest('label') ?? e; const r = own.getBoundingClientRect(); \
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; \
    const met = document.elementFromPoint(Math.max(0, r.left) + Math.min(r.width, innerWidth) / 2, r.top + r.height / 2); \
    const last = window.__last; window.__last = e; \
    const parts = ['date', 'time'].includes(e.type); \
    return { same: last === e && !parts, name: e.dataset.action ?? e.getAttribute('href') ?? e.id ?? e.tagName, tag: e.tagName, ring, \
      free: !!met && (met === own || own.contains(met) || met.contains(own)), \
      seen: r.bottom > 0 && r.top < innerHeight, \
      after: !last || !last.isConnected || !!(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) };";

/// Walks with Tab until `css` has the focus; everything on the way must be in sight, marked, uncovered and in order.
async fn walk_to(app: &App, css: &str) -> usize {
    app.browser.eval("window.__last = null;").await;
    let there = format!("return document.activeElement?.matches({}) ?? false;", json!(css));
    let mut rounds = 0;
    for steps in 0..120 {
        if app.browser.eval(&there).await == json!(true) {
            return steps;
        }
        key(&app.browser, "Tab").await;
        let focus = app.browser.eval(FOCUS).await;
        if focus != Value::Null {
            for (what, wrong) in
                [("ring", "no mark"), ("free", "covered"), ("seen", "out of sight")]
            {
                assert_eq!(focus[what], json!(true), "{wrong}, on the way to {css}: {focus}");
            }
            // Behind the last control the walk begins again at the first, once.
            rounds += u32::from(focus["after"] != json!(true));
            assert!(rounds <= 1, "out of order, on the way to {css}: {focus}");
        }
    }
    panic!("Tab never came to {css}");
}

/// Fault: G7
#[tokio::test]
async fn from_home_through_a_session_to_its_end_with_tab_enter_and_escape() {
    let app = App::new(Preload::held_clock()).await;
    app.open("").await;
    walk_to(&app, &format!("a[href='#/routine/{ROUTINE}']")).await;
    key(&app.browser, "Enter").await;
    app.wait_screen("routine").await;
    app.dismiss_notices().await;
    app.hold_time().await;
    walk_to(&app, "[data-action=start]").await;
    key(&app.browser, "Enter").await;
    // Every card of the safety questions.
    for _ in 0..30 {
        app.browser
            .wait("[data-screen=player], [data-action=none], [data-action=skip], [data-action=continue], [data-action=accept-check]")
            .await;
        if app.browser.shows("[data-screen=player]").await {
            break;
        }
        let before = app.card().await;
        let mut action = "continue";
        for wanted in ["accept-check", "none", "skip"] {
            if app.offers(wanted).await {
                action = wanted;
                break;
            }
        }
        walk_to(&app, &format!("[data-action={action}]")).await;
        key(&app.browser, "Enter").await;
        if action == "accept-check" {
            break;
        }
        app.wait_next_card(&before).await;
    }
    app.browser.wait("[data-screen=player]").await;
    if app.offers("start").await {
        walk_to(&app, "[data-action=start]").await;
        key(&app.browser, "Enter").await;
    }
    app.browser.wait("[data-screen=player][data-running=true]").await;
    app.advance(20_000).await;

    // The end is asked in a sheet: Escape closes it and the focus goes back to where it came from.
    walk_to(&app, "[data-action=end]").await;
    key(&app.browser, "Enter").await;
    app.browser.wait("dialog[open] [data-action=end-now]").await;
    let inside = "return !!document.activeElement.closest('dialog[open]');";
    for _ in 0..6 {
        key(&app.browser, "Tab").await;
        let focus = app.browser.eval("return document.activeElement === document.body;").await;
        assert!(
            focus == json!(true) || app.browser.eval(inside).await == json!(true),
            "the focus left the open sheet"
        );
    }
    key(&app.browser, "Escape").await;
    crate::support::until("the sheet closes", std::time::Duration::from_secs(3), || async {
        (!app.browser.shows("dialog[open]").await).then_some(())
    })
    .await;
    assert_eq!(
        app.browser.eval("return document.activeElement?.dataset.action ?? null;").await,
        json!("end")
    );
    let state = app.state().await;
    assert!(!state.running, "asking pauses: {state:?}");
    // Backwards from the way out the walk comes to the controls too: nothing catches the focus.
    shift_tab(&app.browser).await;
    assert_ne!(
        app.browser.eval("return document.activeElement?.dataset.action ?? null;").await,
        json!("end")
    );

    walk_to(&app, "[data-action=resume]").await;
    key(&app.browser, "Enter").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    walk_to(&app, "[data-action=end]").await;
    key(&app.browser, "Enter").await;
    app.browser.wait("dialog[open] [data-action=end-now]").await;
    walk_to(&app, "dialog[open] [data-action=end-now]").await;
    key(&app.browser, "Enter").await;
    app.wait_screen("done").await;
    walk_to(&app, "[data-action=finish]").await;
    key(&app.browser, "Enter").await;
    app.wait_screen("home").await;
}

/// Walks through a whole screen with Tab; what is out of sight, covered or without its mark on the way.
async fn walk_through(app: &App, screen: &str) -> Vec<String> {
    let mut bad = Vec::new();
    app.dismiss_notices().await;
    app.browser.eval("window.__last = null; document.activeElement?.blur();").await;
    for step in 0..45 {
        key(&app.browser, "Tab").await;
        let focus = app.browser.eval(FOCUS).await;
        if focus == Value::Null && step == 0 {
            continue; // the page itself, to which a screen's opening has led
        }
        if focus == Value::Null {
            // Past the last control the focus is the browser's own.
            break;
        }
        for (what, wrong) in [("ring", "no mark"), ("free", "covered"), ("seen", "out of sight")] {
            if focus[what] != json!(true) {
                bad.push(format!("{screen}: {wrong}: {focus}"));
            }
        }
        if focus["after"] != json!(true) && focus["same"] != json!(true) && step > 0 {
            break; // around to the first again
        }
        assert_eq!(focus["same"], json!(false), "{screen} holds the focus at {focus}");
    }
    bad
}

/// Fault: G7
#[tokio::test]
async fn what_is_made_shared_and_reported_is_reached_with_tab_and_never_hidden() {
    let app = App::new(Preload::held_clock()).await;
    let mut bad = Vec::new();
    for stop in ["builder-open", "shared-changed", "share-made", "report", "reply-made"] {
        visit(&app, stop).await;
        bad.extend(walk_through(&app, stop).await);
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

/// Fault: G7
#[tokio::test]
async fn no_screen_catches_the_focus_or_hides_it() {
    let app = App::new(Preload::held_clock().answered()).await;
    let mut bad = Vec::new();
    for (fragment, screen) in [
        ("", "home"),
        ("#/library", "library"),
        ("#/where", "point"),
        ("#/exercise/cat-and-cow", "exercise"),
        ("#/routine/lower-back-10", "routine"),
        ("#/settings", "settings"),
        ("#/progress", "progress"),
        ("#/learn", "learn"),
        ("#/open", "open-link"),
        ("#/routines", "routines"),
    ] {
        app.open(fragment).await;
        app.wait_screen(screen).await;
        bad.extend(walk_through(&app, screen).await);
    }
    assert!(bad.is_empty(), "{bad:#?}");
    // The positive control: a control without a mark is reported.
    app.open("#/settings").await;
    app.browser
        .eval(
            "const s = new CSSStyleSheet(); s.replaceSync('* { outline: none !important }'); \
               document.adoptedStyleSheets = [s]; document.activeElement?.blur();",
        )
        .await;
    key(&app.browser, "Tab").await;
    assert_eq!(app.browser.eval(FOCUS).await["ring"], json!(false));
}
