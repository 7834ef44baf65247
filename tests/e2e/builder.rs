//! Making a routine: adding, moving, changing, taking back, keeping.

mod flow;
mod keeping;
mod moving;

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::keys::{CTRL, SHIFT, press, text};
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::until;

const ROWS: &str = "[data-role=steps] > li";

/// What the routine is, as the screen shows it.
const SHOWN: &str = "return [
    [...document.querySelectorAll('[data-role=steps] > li')].map(e => [e.dataset.exercise, e.dataset.step,
      e.querySelector('.step-main').innerText.replace(/\\s+/g, ' ')]),
    [...document.querySelectorAll('[data-screen=builder] :is(input, select, textarea)')]
      .filter(e => !e.closest('[data-role=steps]')).map(e => [e.name, e.type === 'checkbox' ? e.checked : e.value]),
    document.querySelector('.tally-words').innerText, document.querySelector('[data-role=advice]').innerText];";

/// An empty routine on the desk.
async fn begin() -> App {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/builder").await;
    app.press("start-empty").await;
    app.browser.wait("[data-action=add-step]").await;
    app
}

/// Adds exercises with one tap each.
pub(crate) async fn add(app: &App, slugs: &[&str]) {
    app.press("add-step").await;
    for slug in slugs {
        app.browser
            .press(&format!("[data-role=picker] [data-action=add][data-exercise={slug}]"))
            .await;
    }
    app.press("close-picker").await;
    app.browser.wait(&format!("{ROWS}:nth-of-type({})", slugs.len())).await;
}

async fn shown(app: &App) -> Value {
    app.browser.eval(SHOWN).await
}

/// The exercises in order.
async fn order(app: &App) -> Vec<String> {
    let list = app
        .browser
        .eval(&format!(
            "return [...document.querySelectorAll('{ROWS}')].map(e => e.dataset.exercise);"
        ))
        .await;
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str().map(ToOwned::to_owned))
        .collect()
}

/// Waits until the exercises stand in this order.
async fn wait_order(app: &App, wanted: &[&str]) {
    until(&format!("{wanted:?}"), Duration::from_secs(5), || async {
        (order(app).await == wanted).then_some(())
    })
    .await;
}

/// Types into a field as a person does, and leaves it.
async fn fill(app: &App, css: &str, words: &str) {
    app.browser
        .eval(&format!(
            "const f = document.querySelector({}); f.closest('details')?.setAttribute('open', ''); f.focus(); f.select?.();",
            json!(css)
        ))
        .await;
    text(&app.browser, words).await;
    app.browser.eval("document.activeElement.blur();").await;
}

async fn choose(app: &App, css: &str, value: &str) {
    let pick = format!(
        "const f = document.querySelector({}); f.closest('details')?.setAttribute('open', ''); f.value = {}; \
         f.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(css),
        json!(value)
    );
    app.browser.eval(&pick).await;
}

async fn tick(app: &App, name: &str) {
    let press = format!(
        "const f = document.querySelector('[name={name}]'); f.closest('details')?.setAttribute('open', ''); f.click();"
    );
    app.browser.eval(&press).await;
}

const FOUR: [&str; 4] = ["cat-and-cow", "chin-tucks", "ball-deep-buttock", "wall-calf-stretch"];

#[tokio::test]
async fn every_kind_of_edit_is_taken_back_and_done_again_whole() {
    // L2
    let app = begin().await;
    add(&app, &FOUR).await;
    app.browser.press(&format!("{ROWS}:nth-of-type(3) .step-main")).await;
    app.browser.wait(&format!("{ROWS}:nth-of-type(3) .step-fields")).await;
    let third = |css: &str| format!("{ROWS}[data-exercise=ball-deep-buttock] {css}");
    let mut seen = 0;
    for kind in 0..20 {
        let before = shown(&app).await;
        match kind {
            0 => fill(&app, "[name=title]", "Hip, mornings").await,
            1 => fill(&app, "textarea[name=note]", "Slowly.\nBreathe out.").await,
            2 => fill(&app, "[name=maker]", "Ana Pérez").await,
            3 => tick(&app, "dated").await,
            4 => tick(&app, "has-schedule").await,
            5 => fill(&app, "[name=weeks]", "6").await,
            6 => tick(&app, "has-pace").await,
            7 => fill(&app, "[name=switch]", "15").await,
            8 => choose(&app, "[name=sound]", "quiet-bell").await,
            9 => fill(&app, "[name=aftercare]", "30").await,
            10 => fill(&app, &third("[name=time]"), "40").await,
            11 => choose(&app, &third("[name=unit]"), "breaths").await,
            12 => app.browser.press(&third("[name=sets] + [data-action=more]")).await,
            13 => choose(&app, &third("[name=sides]"), "right-only").await,
            14 => fill(&app, &third("[name=rest]"), "20").await,
            15 => choose(&app, &third("[name=pressure]"), "3").await,
            16 => fill(&app, &third("[name=step-note]"), "Not on the bone").await,
            17 => app.browser.press(&third("[data-action=move-up]")).await,
            18 => app.browser.press(&third("[data-action=copy-step]")).await,
            _ => app.browser.press(&third("[data-action=remove-step]")).await,
        }
        let after = until(&format!("edit {kind}"), Duration::from_secs(5), || async {
            Some(shown(&app).await).filter(|it| *it != before)
        })
        .await;
        for (action, wanted) in [("undo", &before), ("redo", &after)] {
            app.press(action).await;
            until(&format!("{action} of {kind}: {wanted}"), Duration::from_secs(5), || async {
                (shown(&app).await == *wanted).then_some(())
            })
            .await;
        }
        seen += 1;
    }
    assert_eq!(seen, 20);
    // By key too, and all the way back.
    app.browser.eval("document.activeElement.blur();").await;
    for _ in 0..30 {
        press(&app.browser, "z", CTRL).await;
    }
    wait_order(&app, &[]).await;
    press(&app.browser, "z", CTRL | SHIFT).await;
    wait_order(&app, &FOUR[..1]).await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_change_of_many_is_one_edit() {
    let app = begin().await;
    add(&app, &FOUR).await;
    app.press("choose-many").await;
    for slug in ["chin-tucks", "ball-deep-buttock"] {
        app.browser.press(&format!("[data-exercise={slug}] [data-action=choose-step]")).await;
    }
    app.browser.wait(&format!("{ROWS}:nth-of-type(3)[data-chosen]")).await;
    assert_eq!(app.browser.text("[data-role=chosen]").await, "Chosen: 2");
    let before = shown(&app).await;
    app.press("change-chosen").await;
    fill(&app, "[name=bulk-time]", "20").await;
    app.press("set-time").await;
    fill(&app, "[name=bulk-sets]", "3").await;
    app.press("set-sets").await;
    choose(&app, "[name=bulk-sides]", "left-only").await;
    app.press("set-sides").await;
    choose(&app, "[name=bulk-pressure]", "2").await;
    app.press("set-pressure").await;
    app.press("close-bulk").await;
    let dose = |slug: &str| {
        let css = format!("[data-exercise={slug}] .step-dose");
        let app = &app;
        async move { app.browser.text(&css).await }
    };
    assert_eq!(dose("ball-deep-buttock").await, "3 sets of 20 s, left only, up to 2 of 10");
    assert!(dose("chin-tucks").await.starts_with("3 sets of 20 s"));
    assert!(!dose("cat-and-cow").await.contains("sets"));
    for _ in 0..4 {
        app.press("choose-done").await;
        app.press("undo").await;
        app.press("choose-many").await;
        app.press("choose-all").await;
    }
    app.press("choose-none").await;
    for slug in ["chin-tucks", "ball-deep-buttock"] {
        app.browser.press(&format!("[data-exercise={slug}] [data-action=choose-step]")).await;
    }
    assert_eq!(shown(&app).await, before);
    app.press("remove-chosen").await;
    wait_order(&app, &[FOUR[0], FOUR[3]]).await;
    app.press("choose-done").await;
    app.press("undo").await;
    wait_order(&app, &FOUR).await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn what_the_library_lacks_is_described_and_advised_on() {
    let app = begin().await;
    app.press("add-step").await;
    app.press("add-custom").await;
    app.browser.wait("[data-role=custom]").await;
    app.press("save-custom").await;
    assert!(app.browser.text("[data-role=custom]").await.contains("Give it a name"));
    fill(&app, "[name=custom-name]", "Row with a band\u{202e}").await;
    fill(&app, "[name=custom-lines]", "Sit tall.\nPull the band.").await;
    choose(&app, "[name=custom-area]", "upper-back").await;
    app.browser.press("label:has([name=two-sided])").await;
    app.press("save-custom").await;
    app.browser.wait(&format!("{ROWS}[data-exercise=custom]")).await;
    let row = app.browser.text(&format!("{ROWS} .step-main")).await;
    assert!(row.contains("Row with a band") && row.contains("left, then right"), "{row}");
    let advice = app.browser.text("[data-role=advice]").await;
    assert!(
        advice.contains("not in the library") && advice.contains("cannot switch them off"),
        "{advice}"
    );
    assert!(
        app.browser.text("[data-role=areas]").await.contains("Upper\u{a0}back\u{a0}100\u{a0}%")
    );
    app.browser.press(&format!("{ROWS} .step-main")).await;
    app.press("change-custom").await;
    fill(&app, "[name=custom-name]", "Band row").await;
    app.press("save-custom").await;
    until("the new name", Duration::from_secs(5), || async {
        app.browser.text(&format!("{ROWS} .step-main")).await.contains("Band row").then_some(())
    })
    .await;
    oracle::no_problems(&app.browser).await;
}
