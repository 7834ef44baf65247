//! Accessibility rules on every screen and state, light and dark.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::preload::Preload;
use crate::support::tour::{stops, visit};

const RUN: &str = "axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', \
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })\
    .then(r => r.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + \
    (n.any[0]?.message ?? n.failureSummary)).join(' | ')}`))";

pub(crate) async fn violations(app: &App) -> Vec<String> {
    let file =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error} (run `npm ci`)", file.display()));
    let has = app.browser.eval("return typeof window.axe;").await;
    if has != json!("object") {
        let params = json!({ "expression": source, "returnByValue": false });
        app.browser.cdp("Runtime.evaluate", params).await;
    }
    // The checker waits on timers of its own.
    app.browser.eval("window.__clock?.go();").await;
    let found: Value = app.browser.settle(RUN).await;
    app.hold_time().await;
    found
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Fault: G1, G12, G14
#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_light_and_dark() {
    // G1
    let app = App::new(Preload::held_clock()).await;
    let mut all = Vec::new();
    for stop in stops() {
        app.browser.scheme(false).await;
        visit(&app, stop).await;
        for dark in [false, true] {
            app.browser.scheme(dark).await;
            app.browser.settle("Promise.all(document.getAnimations().map(a => { try { a.finish(); } catch {} }))").await;
            let found = violations(&app).await;
            all.extend(found.into_iter().map(|it| format!("{stop}, dark {dark}: {it}")));
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// Fault: G2
#[tokio::test]
async fn axe_reports_a_planted_fault() {
    // G2, the positive control
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "home").await;
    app.browser
        .eval("const i = document.createElement('img'); i.src = './icons/icon.svg'; document.querySelector('main').append(i);")
        .await;
    let found = violations(&app).await.join("\n");
    assert!(found.contains("image-alt"), "{found}");
}

/// Fault: G1, G12
#[tokio::test]
async fn axe_finds_nothing_with_forced_colours_either() {
    let app = App::new(Preload::held_clock()).await;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    app.browser.cdp("Emulation.setEmulatedMedia", forced).await;
    let mut all = Vec::new();
    for stop in ["home", "routine", "check", "player-hold", "player-paused", "done", "settings"] {
        visit(&app, stop).await;
        assert_eq!(
            app.browser.eval("return matchMedia('(forced-colors: active)').matches;").await,
            json!(true),
            "control"
        );
        let found = violations(&app).await;
        all.extend(found.into_iter().map(|it| format!("{stop}: {it}")));
    }
    assert!(all.is_empty(), "{all:#?}");
}
