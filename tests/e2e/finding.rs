//! Finding: two taps on Home, search and filters in the library, favourites, all by keyboard too.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::keys::{key, text};
use crate::support::oracle;
use crate::support::preload::Preload;

const FIELD: &str = "[data-screen=library] input[name=q]";

/// The slugs of the exercises that the library shows, once no more rows come.
async fn exercises_shown(app: &App) -> Vec<String> {
    app.browser.wait("[data-role=count]").await;
    let list = "[...document.querySelectorAll('[data-role=results] li[data-exercise]')].map(e => e.dataset.exercise)";
    let settled = format!(
        "(async () => {{ let before = null; for (;;) {{ const now = JSON.stringify({list}); \
         if (now === before) return {list}; before = now; await new Promise(done => setTimeout(done, 200)); }} }})()"
    );
    let list = app.browser.settle(&settled).await;
    let slugs = list.as_array().into_iter().flatten();
    slugs.filter_map(|it| it.as_str().map(ToOwned::to_owned)).collect()
}

async fn type_words(app: &App, words: &str) {
    app.browser.eval(&format!("document.querySelector({}).focus();", json!(FIELD))).await;
    for letter in words.chars() {
        text(&app.browser, &letter.to_string()).await;
    }
}

async fn choose(app: &App, name: &str, value: &str) {
    let pick = format!(
        "const list = document.querySelector('select[name={name}]'); list.value = {}; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(value)
    );
    app.browser.eval(&pick).await;
}

async fn hash(app: &App) -> Value {
    app.browser.eval("return location.hash;").await
}

/// Presses Tab until `css` has the focus, as someone without a finger does.
async fn tab_to(app: &App, css: &str) {
    let there = format!("return document.activeElement?.matches({}) ?? false;", json!(css));
    for _ in 0..60 {
        if app.browser.eval(&there).await == json!(true) {
            return;
        }
        key(&app.browser, "Tab").await;
    }
    panic!("Tab never came to {css}");
}

#[tokio::test]
async fn typing_bum_finds_the_buttock_at_once_and_keeps_the_field() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/library").await;
    let all = exercises_shown(&app).await;
    assert_eq!(all.len(), unknot::catalog::exercises().len());
    let before = app.browser.eval("return history.length;").await;
    type_words(&app, "bum").await;
    let found = exercises_shown(&app).await;
    assert!(found.iter().any(|it| it == "ball-deep-buttock"), "{found:?}");
    assert!(found.len() < all.len() / 2, "{found:?}");
    assert!(app.browser.shows("li[data-routine^=buttock-hip]").await);
    assert_eq!(hash(&app).await, json!("#/library?q=bum"));
    assert_eq!(
        app.browser.eval("return history.length;").await,
        before,
        "typing filled the history"
    );
    assert_eq!(app.browser.eval("return document.activeElement.name;").await, json!("q"));
    app.press("clear-search").await;
    assert_eq!(exercises_shown(&app).await, all);
    assert_eq!(hash(&app).await, json!("#/library"));
    assert_eq!(app.browser.eval("return document.activeElement.name;").await, json!("q"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn filters_stand_in_the_address_and_outlive_reload_and_back() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/library").await;
    choose(&app, "area", "hip").await;
    choose(&app, "tool", "ball").await;
    assert_eq!(hash(&app).await, json!("#/library?area=hip&tool=ball"));
    let found = exercises_shown(&app).await;
    assert!(!found.is_empty());
    let others = "return document.querySelectorAll('li[data-exercise]:not([data-area=hip][data-tool=ball])').length;";
    assert_eq!(app.browser.eval(others).await, json!(0));
    app.browser.reload().await;
    app.browser.wait("body[data-app=ready] [data-screen=library]").await;
    assert_eq!(exercises_shown(&app).await, found);
    let chosen = "return ['area', 'tool', 'position'].map(n => document.querySelector(`select[name=${n}]`).value);";
    assert_eq!(app.browser.eval(chosen).await, json!(["hip", "ball", ""]));
    app.browser.press(&format!("[data-exercise={}] a", found[0])).await;
    app.wait_screen("exercise").await;
    app.browser.driver().back().await.unwrap();
    app.wait_screen("library").await;
    assert_eq!(exercises_shown(&app).await, found);
    app.browser.driver().back().await.unwrap();
    app.browser.wait("li[data-area=hip]:not([data-tool=ball])").await;
    assert_eq!(app.browser.eval(chosen).await, json!(["hip", "", ""]));
    assert_eq!(hash(&app).await, json!("#/library?area=hip"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn what_is_not_there_is_said_with_a_way_out_and_a_condition_offers_nothing() {
    let app = App::new(Preload::real().answered()).await;
    for (words, has) in [("xylophone", "Nothing fits"), ("sciatica", "not by condition")] {
        app.open(&format!("#/library?q={words}")).await;
        let said = app.browser.text("[data-role=empty]").await;
        assert!(said.contains(has), "{words}: {said}");
        assert!(!app.browser.shows("li[data-exercise], li[data-routine]").await, "{words}");
        app.press("clear-filters").await;
        app.browser.wait("li[data-routine]").await;
        assert_eq!(hash(&app).await, json!("#/library"));
        assert_eq!(
            app.browser
                .eval(&format!("return document.querySelector({}).value;", json!(FIELD)))
                .await,
            json!("")
        );
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn two_taps_on_home_reach_a_routine_and_the_answer_is_kept() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.browser.press("[data-screen=home] [data-area=hip]").await;
    app.browser.press("a.home-start[data-routine^=buttock-hip]").await;
    app.wait_screen("routine").await;
    assert_eq!(
        app.kept("unknot.finder").await,
        json!({ "v": 1, "area": "hip", "minutes": null, "tool": null })
    );
    app.browser.driver().back().await.unwrap();
    app.wait_screen("home").await;
    let app = app.restart_browser(Preload::real()).await;
    app.open("").await;
    app.browser.wait("[data-area=hip][aria-current=true]").await;
    assert_eq!(app.browser.attribute(".home-start", "data-routine").await, "buttock-hip-10");
    app.press("clear-choice").await;
    app.browser.wait(".home-start[data-routine=lower-back-10]").await;
    assert!(!app.browser.shows("[data-screen=home] [aria-current=true]").await);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn an_answer_on_a_new_persons_home_is_no_step_for_the_back_gesture() {
    let app = App::new(Preload::real()).await;
    app.open("").await;
    let before = app.browser.eval("return history.length;").await;
    app.browser.press("[data-screen=home] [data-area=neck]").await;
    app.browser.wait("[data-area=neck][aria-current=true]").await;
    assert_eq!(app.browser.eval("return history.length;").await, before);
    assert_eq!(hash(&app).await, json!("#/"));
    // A second answer goes to the Home that has come in the shell's place.
    app.browser.press("[data-screen=home] [data-area=hip]").await;
    app.browser.wait("[data-area=hip][aria-current=true]").await;
    assert_eq!(
        app.browser.eval("return document.querySelectorAll('[data-screen]').length;").await,
        json!(1)
    );
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn when_nothing_fits_home_says_so_and_offers_the_nearest() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/?area=foot&minutes=30&tool=chair").await;
    app.browser.wait("[data-screen=home] [data-role=results]").await;
    let said = app.browser.text("[data-role=results]").await;
    assert!(said.contains("come closest"), "{said}");
    assert!(app.browser.text(".home-start").await.contains("Closest match"));
    assert_eq!(hash(&app).await, json!("#/"));
}

#[tokio::test]
async fn a_favourite_outlives_a_restart_and_its_star_takes_it_back() {
    let app = App::new(Preload::real().answered()).await;
    app.open("#/exercise/cat-and-cow").await;
    app.press("favourite").await;
    app.browser.wait("[data-action=favourite][aria-pressed=true]").await;
    app.go("#/library?q=neck", "library").await;
    app.browser.press("li[data-exercise=chin-tucks] [data-action=favourite]").await;
    let kept = json!({ "v": 1, "routines": [], "exercises": ["chin-tucks", "cat-and-cow"] });
    assert_eq!(app.kept("unknot.favourites").await, kept);
    let app = app.restart_browser(Preload::real()).await;
    app.open("").await;
    app.browser.wait("[data-screen=home] li[data-exercise=cat-and-cow]").await;
    app.go("#/library?show=favourites", "library").await;
    assert_eq!(exercises_shown(&app).await.len(), 2);
    let star = "li[data-exercise=chin-tucks] [data-action=favourite]";
    app.browser.press(star).await;
    app.browser.wait(&format!("{star}[aria-pressed=false]")).await;
    app.open("#/library?show=favourites").await;
    assert_eq!(exercises_shown(&app).await, ["cat-and-cow"]);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn everything_is_found_with_the_keyboard_alone() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    tab_to(&app, "[data-area=lower-back]").await;
    key(&app.browser, "Enter").await;
    app.browser.wait("[data-area=lower-back][aria-current=true]").await;
    let focused = "return document.activeElement.dataset.area ?? '';";
    assert_eq!(app.browser.eval(focused).await, json!("lower-back"), "the focus was lost");
    tab_to(&app, "a.home-start").await;
    key(&app.browser, "Enter").await;
    app.wait_screen("routine").await;
    app.open("#/library").await;
    tab_to(&app, FIELD).await;
    for letter in "jaw roll".chars() {
        text(&app.browser, &letter.to_string()).await;
    }
    tab_to(&app, "[data-action=clear-search]").await;
    key(&app.browser, "Enter").await;
    assert_eq!(app.browser.eval("return document.activeElement.name;").await, json!("q"));
    tab_to(&app, "li [data-action=favourite]").await;
    key(&app.browser, "Enter").await;
    app.browser.wait("li [data-action=favourite][aria-pressed=true]").await;
    oracle::no_problems(&app.browser).await;
}
