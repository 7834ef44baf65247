//! Figures: they stand where they should, move with the session, and nothing depends on them.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::server::Mode;

const STAGE: &str = "[data-screen=player] .figure-stage [data-role=figure]";
const ANY: &str = "[data-role=figure]";

/// How the motions on the page are, as a sorted list of words without doubles.
const MOTIONS: &str = "const all = document.getAnimations().filter(a => a.effect.target.closest('[data-role=figure]'));
    return [...new Set(all.map(a => a.playState))].sort();";

/// An exercise with two sides.
const TWO_SIDED: &str = "wall-calf-stretch";

async fn motions(app: &App) -> Value {
    app.browser.eval(MOTIONS).await
}

/// Waits until the motions are so.
async fn motions_become(app: &App, wanted: Value) {
    for _ in 0..100 {
        if motions(app).await == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("motions are {}, not {wanted}", motions(app).await);
}

/// Where a session's first hold of the left side runs, with its figure.
async fn in_a_hold(app: &App) {
    app.begin(ROUTINE).await;
    app.advance_until(60, |state| state.phase == "work").await;
    app.browser.wait(STAGE).await;
}

async fn with_reduced_motion(app: &App) {
    let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    app.browser.cdp("Emulation.setEmulatedMedia", features).await;
}

#[tokio::test]
async fn a_figure_stands_still_to_get_ready_moves_in_the_hold_and_pauses_with_the_session() {
    let app = App::new(Preload::held_clock().practised()).await;
    app.begin(ROUTINE).await;
    app.browser.wait(STAGE).await;
    let state = app.state().await;
    assert_eq!(state.phase, "get-ready");
    assert_eq!(app.browser.attribute(STAGE, "data-exercise").await, state.exercise);
    assert_eq!(app.browser.attribute(STAGE, "role").await, "img");
    assert!(!app.browser.attribute(STAGE, "aria-label").await.is_empty());
    assert_eq!(motions(&app).await, json!([]), "getting ready is one pose");
    assert!(!app.browser.shows(&format!("{STAGE} .arrow")).await, "an arrow before the hold");

    app.advance_until(60, |state| state.phase == "work").await;
    motions_become(&app, json!(["running"])).await;
    app.press("pause").await;
    motions_become(&app, json!(["paused"])).await;
    app.press("resume").await;
    motions_become(&app, json!(["running"])).await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_figure_that_came_to_rest_moves_again_when_a_line_is_said() {
    let app = App::new(Preload::held_clock().practised()).await;
    in_a_hold(&app).await;
    motions_become(&app, json!(["running"])).await;
    app.browser
        .eval("for (const a of document.getAnimations()) if (a.effect.target.closest('[data-role=figure]')) a.finish();")
        .await;
    motions_become(&app, json!(["finished"])).await;
    // The browser tells the app of the end in a task of its own.
    app.browser.wait(&format!("{STAGE}:not([data-moving])")).await;
    let said = app.browser.text("[data-role=caption]").await;
    let mut waited = 0;
    while app.browser.text("[data-role=caption]").await == said {
        assert_eq!(motions(&app).await, json!(["finished"]), "it moved before a line was said");
        app.advance(500).await;
        waited += 1;
        assert!(waited < 60, "no line in half a minute");
    }
    motions_become(&app, json!(["running"])).await;
}

#[tokio::test]
async fn the_right_side_is_shown_mirrored() {
    let app = App::new(Preload::held_clock().practised()).await;
    app.begin(ROUTINE).await;
    while app.state().await.side == "both" {
        app.press("next").await;
    }
    for side in ["left", "right"] {
        let state = app.advance_until(200, |state| state.side == side).await;
        let place = format!("{STAGE}[data-exercise={}][data-side={side}]", state.exercise);
        app.browser.wait(&place).await;
        let mirror = "return document.querySelector('.figure-stage > svg > g')?.getAttribute('transform')?.startsWith('matrix(-1 ') ?? false;";
        assert_eq!(app.browser.eval(mirror).await, json!(side == "right"), "{state:?}");
        let name = app.browser.attribute(STAGE, "aria-label").await;
        assert!(name.ends_with(&format!(", {side} side")), "{name}");
    }
}

#[tokio::test]
async fn under_reduced_motion_a_figure_stands_with_its_arrow() {
    let app = App::new(Preload::held_clock().practised()).await;
    with_reduced_motion(&app).await;
    in_a_hold(&app).await;
    app.browser.wait(&format!("{STAGE} .arrow")).await;
    assert_eq!(motions(&app).await, json!([]));
    app.open("#/exercise/cat-and-cow").await;
    app.browser.wait(ANY).await;
    assert_eq!(motions(&app).await, json!([]));
    assert!(!app.offers("play-figure").await, "a button for a move that is not wanted");
    // Control: without the wish the same page moves.
    app.browser.cdp("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    app.open("#/exercise/cat-and-cow").await;
    app.browser.wait(ANY).await;
    motions_become(&app, json!(["running"])).await;
}

#[tokio::test]
async fn an_exercise_is_shown_step_by_step_and_for_each_side() {
    let app = App::new(Preload::real().answered()).await;
    app.open(&format!("#/exercise/{TWO_SIDED}")).await;
    let figure = format!(".guide {ANY}[data-exercise={TWO_SIDED}]");
    app.browser.wait(&format!("{figure}[data-side=left]")).await;
    app.press("stop-figure").await;
    motions_become(&app, json!(["paused"])).await;
    app.press("play-figure").await;
    motions_become(&app, json!(["running"])).await;

    let drawn = "return document.querySelector('.guide [data-role=figure]').innerHTML;";
    let steps = app
        .browser
        .eval("return document.querySelectorAll('[data-action=show-step]').length;")
        .await;
    let steps = steps.as_u64().unwrap_or_default();
    assert!((4..=6).contains(&steps), "{steps} steps");
    let mut poses = Vec::new();
    for step in 1..=steps {
        let button = format!(".guide-steps li:nth-child({step}) [data-action=show-step]");
        app.browser.press(&button).await;
        app.browser.wait(&format!("{button}[aria-pressed=true]")).await;
        assert_eq!(motions(&app).await, json!([]), "a step is one pose");
        poses.push(app.browser.eval(drawn).await);
    }
    assert_ne!(poses.first(), poses.last(), "the last step looks like the first");

    app.browser.press("[data-action=show-side][data-side=right]").await;
    app.browser.wait(&format!("{figure}[data-side=right] > g[transform^='matrix(-1']")).await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn the_library_draws_what_comes_into_view_and_nothing_else() {
    let app = App::new(Preload::real().answered()).await;
    app.browser.viewport(390, 844).await;
    app.open("#/library").await;
    app.browser.wait(".entries li[data-exercise]").await;
    app.browser
        .eval("document.querySelector('.entries li[data-exercise]').scrollIntoView();")
        .await;
    app.browser.wait(&format!(".entries {ANY}")).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let wrong = "return [...document.querySelectorAll('.entries li[data-exercise]')].filter(li => \
        li.querySelector('[data-role=figure]') && li.querySelector('[data-role=figure]').dataset.exercise !== li.dataset.exercise).length;";
    let drawn = "return document.querySelectorAll('.entries [data-role=figure]').length;";
    let count = "return document.querySelectorAll('.entries li[data-exercise]').length;";
    let rows = crate::support::until("every row is there", Duration::from_secs(20), || async {
        app.browser.eval(count).await.as_u64().filter(|rows| *rows >= 88)
    })
    .await;
    let first = app.browser.eval(drawn).await.as_u64().unwrap_or_default();
    assert!(first < 40, "{first} of {rows} rows drawn at once");
    let last = "const row = [...document.querySelectorAll('.entries li[data-exercise]')].at(-1); row.scrollIntoView(); return row.dataset.exercise;";
    // Rows above may still be growing on a busy machine: the way to the last one is gone again until it is there.
    crate::support::until("the last row is drawn", Duration::from_secs(20), || async {
        let last = app.browser.eval(last).await;
        let slug = last.as_str().unwrap_or_default();
        let own = format!("li[data-exercise={slug}] [data-role=figure][data-exercise={slug}]");
        app.browser.shows(&own).await.then_some(())
    })
    .await;
    assert_eq!(app.browser.eval(wrong).await, json!(0), "a figure in another exercise's row");
    assert_eq!(motions(&app).await, json!([]));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_routine_shows_each_step_in_a_place_that_was_kept_for_it() {
    let shift = "window.__shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) \
        if (!entry.hadRecentInput) window.__shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });";
    let app = App::new(Preload::real().answered().script(shift)).await;
    app.server.fail(&app.site.file("figures", ".txt"), Mode::Slow(1500));
    app.open(&format!("#/routine/{ROUTINE}")).await;
    assert!(!app.browser.shows(ANY).await, "the page waited for the figures");
    tokio::time::sleep(Duration::from_millis(600)).await;
    let before = app.browser.eval("return __shift;").await;
    app.browser.wait(&format!(".steps {ANY}")).await;
    let wrong = "return [...document.querySelectorAll('.steps [data-role=figure]')]\
        .filter(it => it.dataset.exercise !== it.closest('li').dataset.exercise).length;";
    assert_eq!(app.browser.eval(wrong).await, json!(0));
    assert_eq!(app.browser.eval("return __shift;").await, before, "the figures moved the page");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn without_the_figures_the_words_stay_and_nothing_else_changes() {
    // F14
    for fault in [Mode::Missing, Mode::Portal, Mode::Truncated, Mode::Hanging] {
        let app = App::new(Preload::held_clock().practised()).await;
        app.server.fail(&app.site.file("figures", ".txt"), fault);
        app.open("#/exercise/cat-and-cow").await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        let words = app.browser.text("main").await;
        assert!(words.contains("Set up") && words.contains("How to do it"), "{fault:?}: {words}");
        app.open("#/library").await;
        app.browser.wait(".entries li[data-exercise]").await;
        in_a_hold_without_figure(&app).await;
        assert!(!app.browser.shows(ANY).await, "{fault:?}: a figure came from a damaged file");
        assert_eq!(app.browser.attribute("body", "data-app").await, "ready");
        oracle::no_problems(&app.browser).await;
    }
}

async fn in_a_hold_without_figure(app: &App) {
    app.begin(ROUTINE).await;
    app.advance_until(60, |state| state.phase == "work").await;
    assert!(!app.browser.text("[data-role=step-name]").await.is_empty());
    assert!(!app.browser.text("[data-role=countdown]").await.is_empty());
}

#[tokio::test]
async fn figures_that_failed_once_are_asked_for_again() {
    let app = App::new(Preload::real().answered()).await;
    app.server.fail(&app.site.file("figures", ".txt"), Mode::Portal);
    app.open("#/exercise/cat-and-cow").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    app.server.heal();
    app.browser.wait_for(ANY, Duration::from_secs(8)).await;
}

#[tokio::test]
async fn figures_are_there_without_a_network() {
    let mut app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.server.down();
    app.open("#/exercise/cat-and-cow").await;
    app.browser.wait(&format!("{ANY}[data-exercise=cat-and-cow]")).await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn in_portrait_the_figure_has_two_fifths_of_the_height_and_never_pushes_out_the_words() {
    let app = App::new(Preload::held_clock().practised()).await;
    app.browser.viewport(390, 844).await;
    in_a_hold(&app).await;
    let share = "const r = document.querySelector('.figure-stage').getBoundingClientRect(); return r.height / innerHeight;";
    let share_of = app.browser.eval(share).await.as_f64().unwrap_or_default();
    assert!(share_of >= 0.4, "the figure has {share_of:.3} of the height");
    for (width, height) in [(320, 568), (844, 390), (568, 320), (768, 1024), (1024, 768)] {
        app.browser.viewport(width, height).await;
        let covered = "const f = document.querySelector('.figure-stage').getBoundingClientRect();
            return ['step-name', 'countdown', 'phase', 'caption'].filter(role => {
              const r = document.querySelector(`[data-role=${role}]`).getBoundingClientRect();
              return r.left < f.right - 1 && r.right > f.left + 1 && r.top < f.bottom - 1 && r.bottom > f.top + 1;
            });";
        let found = app.browser.eval(covered).await;
        assert_eq!(found, json!([]), "{width}x{height}: the figure lies over words");
    }
}
