//! Every row of the reference tables is reachable: each exercise, routine, article, place and after-care card.

use serde_json::{Value, json};
use unknot::catalog;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;

/// What the page has at `css`, each as the value of `attribute`, in order.
async fn all(app: &App, css: &str, attribute: &str) -> Vec<String> {
    let read = format!(
        "return [...document.querySelectorAll({})].map(it => it.getAttribute({}));",
        json!(css),
        json!(attribute)
    );
    let found = app.browser.eval(&read).await;
    let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
    found.map(ToOwned::to_owned).collect()
}

/// Waits until this many of `css` stand on the page: rows below the fold come a moment later.
async fn wait_count(app: &App, css: &str, count: usize) {
    let read = format!("return document.querySelectorAll({}).length;", json!(css));
    for _ in 0..300 {
        if app.browser.eval(&read).await == json!(count) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{} of {css} and not {count}", app.browser.eval(&read).await);
}

/// Follows the link to `fragment` within the app and waits until the screen's headline is `name`.
async fn leads_to(app: &App, fragment: &str, name: &str) {
    app.browser.eval(&format!("location.hash = {};", json!(fragment))).await;
    let read = "return document.querySelector('[data-screen] h1')?.textContent ?? '';";
    for _ in 0..200 {
        if app.browser.eval(read).await == json!(name) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{fragment} shows {} and not {name}", app.browser.eval(read).await);
}

#[tokio::test]
async fn every_exercise_and_routine_is_in_the_library_and_its_link_leads_to_its_page() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/library").await;
    let (exercises, routines) = (catalog::exercises(), catalog::routines());
    wait_count(&app, "[data-role=results] li[data-exercise] a", exercises.len()).await;
    wait_count(&app, "[data-role=results] li[data-routine] a", routines.len()).await;
    let mut listed = all(&app, "[data-role=results] li[data-exercise] a", "href").await;
    let mut expected: Vec<String> =
        exercises.iter().map(|it| format!("#/exercise/{}", it.slug)).collect();
    listed.sort_unstable();
    expected.sort_unstable();
    assert_eq!(listed, expected);
    for it in exercises {
        leads_to(&app, &format!("#/exercise/{}", it.slug), catalog::name(it.id)).await;
        // A row that waits for sign-off says so, and no other does.
        let asks =
            app.browser.text("[data-screen=exercise]").await.contains("Ask your physio first");
        assert_eq!(asks, it.needs_signoff, "{}", it.slug);
    }
    for it in routines {
        leads_to(&app, &format!("#/routine/{}", it.slug), catalog::routine_text(it.id).name).await;
        let steps = all(&app, ".steps li[data-exercise]", "data-exercise").await;
        assert_eq!(steps.len(), it.steps.len(), "{}", it.slug);
        // Whom it is for and how often: the gate and the frequency plan of its table.
        let gate = catalog::routine_gate(it.id).unwrap();
        let page = app.browser.text("[data-screen=routine]").await;
        for words in [gate.for_whom, gate.how_often] {
            assert!(page.contains(words), "{}: {words}", it.slug);
        }
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn every_article_place_and_aftercare_card_can_be_read() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/learn").await;
    wait_count(&app, "main a[href^='#/learn/']", 14).await;
    let mut listed = all(&app, "main a[href^='#/learn/']", "href").await;
    listed.sort_unstable();
    listed.dedup();
    assert_eq!(listed.len(), 14);
    for link in &listed {
        app.open(link).await;
        app.browser.wait("[data-article] h2").await;
        assert!(app.browser.shows(".sources li").await, "{link} names no source");
    }
    app.open("#/learn/where-never-to-press").await;
    assert_eq!(all(&app, "[data-zone]", "data-zone").await.len(), 15);
    app.open("#/learn/after-a-session").await;
    let cards = all(&app, "[data-care]", "data-care").await;
    assert_eq!(cards, ["121", "122", "123", "124", "125", "126"], "AC01 to AC06");
    oracle::no_problems(&app.browser).await;
}
