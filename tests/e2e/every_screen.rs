//! Every screen in every state: it renders in three sizes, light and dark, fits small phones and large letters, and
//! breaks no rule of accessibility. `UNKNOT_SHOTS=<folder>` also keeps the pictures, `UNKNOT_STOPS=<word>,<word>`
//! visits only the stops whose names hold one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::json;

use crate::axe::{Rules, violations};
use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::tour::{stops, visit};

/// The tour is long, so that it is gone in parts, side by side.
const PARTS: usize = 4;

/// Line height, paragraphs, letters and words as far apart as WCAG 1.4.12 says must be borne.
const SPACED: &str = "const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); document.adoptedStyleSheets = [s];";

/// Fault: G1, G3, G4, G12, G13, G14
#[tokio::test]
async fn the_first_quarter_renders_fits_and_can_be_used_by_everyone() {
    tour(0).await;
}

/// Fault: G1, G3, G4, G12, G13, G14
#[tokio::test]
async fn the_second_quarter_renders_fits_and_can_be_used_by_everyone() {
    tour(1).await;
}

/// Fault: G1, G3, G4, G12, G13, G14
#[tokio::test]
async fn the_third_quarter_renders_fits_and_can_be_used_by_everyone() {
    tour(2).await;
}

/// Fault: G1, G3, G4, G12, G13, G14
#[tokio::test]
async fn the_last_quarter_renders_fits_and_can_be_used_by_everyone() {
    tour(3).await;
}

#[tokio::test]
async fn a_box_that_is_too_wide_is_reported() {
    // The positive control.
    let app = App::new(Preload::held_clock()).await;
    app.browser.viewport(390, 844).await;
    visit(&app, "home").await;
    assert_eq!(oracle::fits(&app.browser, 390).await, Ok(()));
    let plant = "const b = document.createElement('div'); b.style.setProperty('inline-size', '500px'); \
                 b.textContent = 'x'; document.body.append(b);";
    app.browser.eval(plant).await;
    assert!(oracle::fits(&app.browser, 390).await.is_err());
}

/// Fault: G4, G10
#[tokio::test]
async fn words_that_are_cut_off_and_a_light_that_flashes_are_reported() {
    // The positive control.
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "home").await;
    assert_eq!(oracle::clipped(&app.browser).await, Vec::<String>::new());
    assert_eq!(oracle::flashes(&app.browser).await, Vec::<String>::new());
    let plant = "const b = document.createElement('p'); b.textContent = 'Three words stand here'; \
                 b.style.cssText = 'inline-size:40px;block-size:20px;overflow:hidden'; document.body.append(b); \
                 b.animate({ opacity: [0, 1] }, { duration: 300, iterations: Infinity });";
    app.browser.eval(plant).await;
    assert_eq!(oracle::clipped(&app.browser).await.len(), 1);
    assert_eq!(oracle::flashes(&app.browser).await.len(), 1);
}

/// Fault: G3
#[tokio::test]
async fn a_button_that_is_too_small_is_reported() {
    // The positive control.
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "home").await;
    assert_eq!(oracle::small_targets(&app.browser).await, Vec::<String>::new());
    let plant = "const b = document.createElement('button'); b.style.setProperty('inline-size', '43px'); \
                 b.style.setProperty('block-size', '60px'); document.body.append(b);";
    app.browser.eval(plant).await;
    assert_eq!(oracle::small_targets(&app.browser).await.len(), 1);
}

async fn tour(part: usize) {
    let app = App::new(Preload::held_clock()).await;
    let mut found = Vec::new();
    for stop in stops().into_iter().skip(part).step_by(PARTS) {
        app.browser.scheme(false).await;
        app.browser.viewport(390, 844).await;
        visit(&app, stop).await;
        renders(&app, stop).await;
        found.extend(misfits(&app).await.into_iter().map(|it| format!("{stop} {it}")));
        let problems = oracle::problems(&app.browser).await;
        assert_eq!(json!(problems), json!([]), "{stop}");
        found.extend(barriers(&app).await.into_iter().map(|it| format!("{stop}, {it}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Three sizes, light and dark: there is something to read, in another ink in the dark.
async fn renders(app: &App, stop: &str) {
    let folder = std::env::var_os("UNKNOT_SHOTS").map(PathBuf::from);
    if let Some(folder) = &folder {
        std::fs::create_dir_all(folder).expect("the folder can be made");
    }
    let mut inks = BTreeSet::new();
    for (width, height) in [(390, 844), (844, 390), (320, 568)] {
        app.browser.viewport(width, height).await;
        for dark in [false, true] {
            app.browser.scheme(dark).await;
            let words = oracle::words_within_5_s(&app.browser).await;
            assert!(words.len() > 40, "{stop} {width}x{height}: {words}");
            let ink = app.browser.eval("return getComputedStyle(document.body).color;").await;
            inks.insert((ink.to_string(), dark));
            if let Some(folder) = &folder {
                let scheme = if dark { "dark" } else { "light" };
                let name = format!("{stop}-{width}x{height}-{scheme}.png");
                app.browser
                    .driver()
                    .screenshot(&folder.join(name))
                    .await
                    .expect("a picture is taken");
            }
        }
    }
    let schemes = inks.iter().filter(|(ink, dark)| inks.contains(&(ink.clone(), !dark))).count();
    assert_eq!(schemes, 0, "{stop}: light and dark have the same ink: {inks:?}");
}

/// G4, G3: where something is wider than the screen or too small for a finger.
async fn misfits(app: &App) -> Vec<String> {
    let mut wide = Vec::new();
    app.browser.viewport(320, 568).await;
    let small = oracle::small_targets(&app.browser).await;
    wide.extend(small.into_iter().map(|it| format!("too small: {it}")));
    let blinks = oracle::flashes(&app.browser).await;
    wide.extend(blinks.into_iter().map(|it| format!("blinks: {it}")));
    let mut look = async |width, how| {
        if let Err(found) = oracle::fits(&app.browser, width).await {
            wide.push(format!("{how}: {found}"));
        }
        let cut = oracle::clipped(&app.browser).await;
        wide.extend(cut.into_iter().map(|it| format!("cut off, {how}: {it}")));
    };
    look(320, "at 320 pixels").await;
    // Text at 200 %, as browsers' text size does it.
    app.browser.viewport(390, 844).await;
    app.browser.eval("document.documentElement.style.fontSize = '200%';").await;
    look(390, "at 200 %").await;
    app.browser.viewport(320, 568).await;
    look(320, "at 320 pixels and 200 %").await;
    app.browser.viewport(390, 844).await;
    // Wide spacing as a person may set it (1.4.12), and the phone on its side.
    app.browser.eval("document.documentElement.style.fontSize = '';").await;
    app.browser.eval(SPACED).await;
    look(390, "with wide spacing").await;
    // The player of a low phone has a layout of its own.
    let is_player = app.browser.shows(".player").await;
    app.browser.viewport(375, 553).await;
    if is_player {
        look(375, "on a low phone with wide spacing").await;
    }
    app.browser.eval("document.adoptedStyleSheets = [];").await;
    if is_player {
        app.browser.eval("document.documentElement.style.fontSize = '200%';").await;
        look(375, "on a low phone at 200 %").await;
        app.browser.eval("document.documentElement.style.fontSize = '';").await;
    }
    app.browser.viewport(568, 320).await;
    look(568, "on its side").await;
    app.browser.viewport(320, 256).await;
    look(320, "at 400 %").await;
    app.browser.viewport(390, 844).await;
    wide
}

/// G1: every rule in light; in the dark what colours alone can break.
async fn barriers(app: &App) -> Vec<String> {
    let mut all = Vec::new();
    for (dark, rules) in [(false, Rules::All), (true, Rules::Contrast)] {
        app.browser.scheme(dark).await;
        app.browser
            .settle(
                "Promise.all(document.getAnimations().map(a => { try { a.finish(); } catch {} }))",
            )
            .await;
        let found = violations(app, rules).await;
        all.extend(found.into_iter().map(|it| format!("dark {dark}: {it}")));
    }
    all
}
