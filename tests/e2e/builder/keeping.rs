//! Where routines begin, and that none is lost.

use std::time::Duration;

use serde_json::json;

use super::{FOUR, ROWS, add, begin, fill, order, wait_order};
use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::until;

#[tokio::test]
async fn a_draft_outlives_reload_and_kill_and_an_untouched_one_is_not_kept() {
    let app = begin().await;
    let untouched = app.browser.eval("return location.hash;").await;
    app.browser.reload().await;
    app.browser.wait("[data-role=missing]").await;
    app.press_link("#/builder").await;
    app.press("start-empty").await;
    app.browser.wait("[data-action=add-step]").await;
    add(&app, &FOUR[..2]).await;
    fill(&app, "[name=title]", "Ana, hip").await;
    app.browser.reload().await;
    app.browser.wait(&format!("body[data-app=ready] {ROWS}:nth-of-type(2)")).await;
    assert_eq!(
        app.browser.eval("return document.querySelector('[name=title]').value;").await,
        json!("Ana, hip")
    );
    // A moment after the last letter it is kept, without leaving the field.
    app.browser.eval("document.querySelector('[name=title]').focus();").await;
    app.browser.cdp("Input.insertText", json!({ "text": " 2" })).await;
    tokio::time::sleep(Duration::from_millis(2500)).await;
    let address = app.browser.eval("return location.hash;").await;
    assert_ne!(address, untouched);
    let app = app.kill_browser(Preload::real()).await;
    app.open(address.as_str().unwrap_or_default()).await;
    app.browser.wait(&format!("{ROWS}:nth-of-type(2)")).await;
    assert_eq!(
        app.browser.eval("return document.querySelector('[name=title]').value;").await,
        json!("Ana, hip 2")
    );
    assert_eq!(order(&app).await, FOUR[..2]);
    // It stands where one carries on, once.
    app.go("#/builder", "builder").await;
    app.browser.wait("[data-role=drafts] li").await;
    assert_eq!(
        app.browser.eval("return document.querySelectorAll('[data-role=drafts] li').length;").await,
        json!(1)
    );
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_routine_starts_from_ours_from_a_template_and_from_a_copy_and_a_deleted_one_comes_back() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/routine/lower-back-5").await;
    app.press("make-mine").await;
    app.browser.wait(ROWS).await;
    let address = app.browser.eval("return location.hash;").await;
    assert!(!address.as_str().unwrap_or_default().contains('?'), "{address}");
    let steps = order(&app).await;
    let library = unknot::catalog::routine("lower-back-5").unwrap().steps.len();
    assert_eq!(steps.len(), library);
    app.browser.eval("document.querySelectorAll('details').forEach(e => e.open = true);").await;
    app.press("save-template").await;
    app.press("copy-routine").await;
    until("the copy", Duration::from_secs(5), || async {
        let title =
            app.browser.eval("return document.querySelector('[name=title]')?.value ?? '';").await;
        title.as_str().unwrap_or_default().starts_with("Copy of").then_some(())
    })
    .await;
    assert_eq!(order(&app).await, steps);
    app.browser.eval("document.querySelectorAll('details').forEach(e => e.open = true);").await;
    app.press("delete-routine").await;
    app.browser.wait("[data-role=deleted]").await;
    app.browser.wait("[data-role=templates] li").await;
    assert_eq!(
        app.browser.eval("return document.querySelectorAll('[data-role=drafts] li').length;").await,
        json!(1)
    );
    app.press("restore").await;
    app.browser.wait(ROWS).await;
    assert_eq!(order(&app).await, steps);
    app.go("#/builder", "builder").await;
    app.browser.press("[data-role=templates] a").await;
    app.browser.wait(ROWS).await;
    assert_eq!(order(&app).await, steps);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn an_exercises_page_adds_it_to_the_routine_that_was_edited_last() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/exercise/cat-and-cow").await;
    app.press("add-to-routine").await;
    app.browser.wait("[data-role=added] a").await;
    app.go("#/exercise/chin-tucks", "exercise").await;
    app.press("add-to-routine").await;
    app.browser.wait("[data-role=added] a").await;
    assert!(app.browser.text("[data-role=added]").await.contains("step 2"));
    app.press("undo").await;
    app.browser.wait("[data-role=added] p.inline-note").await;
    app.press("add-to-routine").await;
    app.browser.press("[data-role=added] a").await;
    wait_order(&app, &["cat-and-cow", "chin-tucks"]).await;
    oracle::no_problems(&app.browser).await;
}
