//! Where routines begin, and that none is lost.

use std::time::Duration;

use serde_json::json;

use super::{FOUR, ROWS, add, begin, fill, order, wait_order};
use crate::support::app::App;
use crate::support::keys::text;
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
    text(&app.browser, " 2").await;
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

/// Opens the part of the whole with this role.
async fn unfold(app: &App, role: &str) {
    let open = format!("document.querySelector('details[data-role={role}]').open = true;");
    app.browser.eval(&open).await;
}

#[tokio::test]
async fn a_pack_that_is_named_in_the_builder_stands_among_my_routines() {
    let app = begin().await;
    add(&app, &FOUR[..2]).await;
    fill(&app, "[name=title]", "Ana, hip").await;
    unfold(&app, "more").await;
    fill(&app, "[name=pack]", "Hips").await;
    // Undo of everything: the pack too.
    app.press("undo").await;
    let named = "return document.querySelector('[name=pack]').value;";
    assert_eq!(app.browser.eval(named).await, json!(""));
    app.press("redo").await;
    assert_eq!(app.browser.eval(named).await, json!("Hips"));
    app.press("save").await;
    let address = app.browser.eval("return location.hash;").await;
    app.open("#/routines").await;
    app.browser.wait("[data-role=pack] [data-kept]").await;
    assert_eq!(app.browser.text("[data-role=pack] h2").await, "Hips");
    // It is read back, and taken out of its pack by an empty name.
    app.open(address.as_str().unwrap_or_default()).await;
    app.browser.wait(ROWS).await;
    unfold(&app, "more").await;
    assert_eq!(app.browser.eval(named).await, json!("Hips"));
    fill(&app, "[name=pack]", "").await;
    app.press("save").await;
    app.open("#/routines").await;
    app.browser.wait("[data-role=own] [data-kept]").await;
    assert!(!app.browser.shows("[data-role=pack]").await);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn what_my_routines_changed_of_the_routine_on_the_desk_is_not_written_over() {
    let app = begin().await;
    add(&app, &FOUR[..2]).await;
    fill(&app, "[name=title]", "Ana, hip").await;
    app.press("save").await;
    let address = app.browser.eval("return location.hash;").await;
    let address = address.as_str().unwrap_or_default();
    app.go("#/routines", "routines").await;
    for (field, text) in [("rename", "Ana, knee"), ("pack", "Knees")] {
        app.browser.press("[data-kept] [data-action=more][aria-expanded=false]").await;
        fill(&app, &format!("[name={field}]"), text).await;
        app.browser.wait("[data-kept] [data-action=more][aria-expanded=false]").await;
    }
    app.browser.wait("[data-role=pack] [data-kept]").await;
    app.browser.eval(&format!("location.hash = '{address}';")).await;
    app.browser.wait(ROWS).await;
    let titled = "return document.querySelector('[name=title]').value;";
    assert_eq!(app.browser.eval(titled).await, json!("Ana, knee"));
    // A change on the desk keeps both; a template is filed where its routine is.
    fill(&app, "[name=title]", "Ana, both knees").await;
    unfold(&app, "more").await;
    app.press("save-template").await;
    app.go("#/routines", "routines").await;
    app.browser.wait("[data-role=pack] [data-kept] + [data-kept]").await;
    assert_eq!(app.browser.text("[data-role=pack] h2").await, "Knees");
    // What was taken out does not come back by going back to it.
    let own = format!("[data-kept='{}']", address.trim_start_matches("#/builder/"));
    assert!(app.browser.text(&own).await.contains("Ana, both knees"));
    app.browser.press(&format!("{own} [data-action=more]")).await;
    app.browser.press(&format!("{own} [data-action=delete]")).await;
    app.browser.eval(&format!("location.hash = '{address}';")).await;
    app.browser.wait("[data-role=missing]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_routine_that_was_deleted_does_not_come_back_with_an_exercise_that_is_added() {
    let app = begin().await;
    add(&app, &FOUR[..2]).await;
    app.press("save").await;
    let address = app.browser.eval("return location.hash;").await;
    let own = address.as_str().unwrap_or_default().trim_start_matches("#/builder/").to_owned();
    app.go("#/routines", "routines").await;
    app.browser.press(&format!("[data-kept='{own}'] [data-action=more]")).await;
    app.browser.press(&format!("[data-kept='{own}'] [data-action=delete]")).await;
    app.browser.wait("[data-role=deleted]").await;
    app.go("#/exercise/chin-tucks", "exercise").await;
    app.press("add-to-routine").await;
    app.browser.wait("[data-role=added] a").await;
    assert!(app.browser.text("[data-role=added]").await.contains("step 1"));
    app.go("#/routines", "routines").await;
    app.browser.wait("[data-kept]").await;
    assert!(!app.browser.shows(&format!("[data-kept='{own}']")).await, "it came back");
}

/// Takes the keys for replies away, as erasing half of the browser's data does.
const LOSE_KEYS: &str = "(async () => {
    const db = await new Promise((done, fail) => { const r = indexedDB.open('unknot');
      r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
    await new Promise((done) => { const all = db.transaction('keys', 'readwrite');
      all.objectStore('keys').clear(); all.oncomplete = done; });
    db.close();
  })()";

#[tokio::test]
async fn a_routine_whose_key_for_replies_is_not_in_this_browser_says_so_before_it_is_sent() {
    let app = begin().await;
    add(&app, &FOUR[..2]).await;
    unfold(&app, "reply").await;
    app.browser.press("[name=sealed-reply]").await;
    let has_key = || async {
        app.press("share").await;
        app.browser.wait("[name=link]").await;
        let link = app.browser.eval("return document.querySelector('[name=link]').value;").await;
        let found = unknot::codec::link::find(link.as_str().unwrap_or_default()).ok()?;
        let is_said = app.browser.shows("[data-role=share] [data-role=lost-key]").await;
        app.press("close-share").await;
        found.routine.reply_to.map(|key| (key, is_said))
    };
    let (first, is_said) = until("a key", Duration::from_secs(10), has_key).await;
    assert!(!is_said, "its own key is here");
    app.browser.settle(LOSE_KEYS).await;
    app.browser.reload().await;
    app.browser.wait(ROWS).await;
    app.press("share").await;
    app.browser.wait("[data-role=share] [data-role=lost-key]").await;
    let said = app.browser.text("[data-role=share] [data-role=lost-key]").await;
    assert!(said.contains("could not be opened here"), "{said}");
    app.press("close-share").await;
    // Taking the tick away and setting it again gives it a key of this browser.
    unfold(&app, "reply").await;
    app.browser.wait("details[data-role=reply] [data-role=lost-key]").await;
    app.browser.press("[name=sealed-reply]").await;
    app.browser.press("[name=sealed-reply]").await;
    let (second, is_said) = until("another key", Duration::from_secs(10), has_key).await;
    assert!(second != first && !is_said);
    oracle::no_problems(&app.browser).await;
}
