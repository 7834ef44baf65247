//! Accessibility rules: the checker, its control, and forced colours; `every_screen` has it look at every screen.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::preload::Preload;
use crate::support::tour::visit;

/// Which rules are tried.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rules {
    /// WCAG 2.2 A and AA, and good practice.
    All,
    /// Whether words stand out from what is behind them.
    Contrast,
}

impl Rules {
    const fn names(self) -> &'static str {
        match self {
            Self::All => {
                "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }"
            }
            Self::Contrast => "{ type: 'rule', values: ['color-contrast'] }",
        }
    }
}

const RUN: &str = include_str!("support/js/axe_run.js");
const CONTRAST: &str = include_str!("support/js/contrast.js");

/// What is wrong on the page as it stands.
pub(crate) async fn violations(app: &App, rules: Rules) -> Vec<String> {
    let file =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error} (run `npm ci`)", file.display()));
    let has = app.browser.eval("return typeof window.axe;").await;
    if has != json!("object") {
        let params = json!({ "expression": source, "returnByValue": false });
        app.browser.cdp("Runtime.evaluate", params).await;
        app.browser.eval(CONTRAST).await;
    }
    // The checker waits on timers of its own.
    app.browser.eval("window.__clock?.go();").await;
    let found: Value = app.browser.settle(&RUN.replace("RULES", rules.names())).await;
    app.hold_time().await;
    found
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
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
    let found = violations(&app, Rules::All).await.join("\n");
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
        let found = violations(&app, Rules::All).await;
        all.extend(found.into_iter().map(|it| format!("{stop}: {it}")));
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// Fault: G1
#[tokio::test]
async fn words_that_do_not_stand_out_of_a_gradient_or_under_something_else_are_reported() {
    // G1, the positive control of what the checker leaves undecided
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "home").await;
    let plant = "document.querySelector('main').insertAdjacentHTML('afterbegin', \
        '<p id=planted-gradient>Hard to read</p><p id=planted-under>Hard to read</p>'); \
        const [one, other] = ['planted-gradient', 'planted-under'].map(id => document.getElementById(id)); \
        one.style.cssText = 'color:#fff;background:linear-gradient(#000,#ddd)'; \
        other.style.cssText = 'color:#888;background:#999'; const over = document.createElement('div'); \
        const { left, top, width, height } = other.getBoundingClientRect(); \
        over.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height / 2}px`; \
        over.style.background = 'rgb(0 0 0 / 1%)'; document.body.append(over);";
    app.browser.eval(plant).await;
    let found = violations(&app, Rules::Contrast).await.join("\n");
    for planted in ["#planted-gradient", "#planted-under"] {
        assert!(found.contains(planted), "{planted}: {found}");
    }
}
