//! Addresses that lead nowhere, and what links carry.

use serde_json::json;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;

#[tokio::test]
async fn unknown_addresses_lead_to_a_friendly_not_found_with_a_way_home() {
    let app = App::new(Preload::real().answered()).await;
    for fragment in [
        "#/nowhere",
        "#/routine/nope",
        "#/exercise/nope",
        "#/play/nope",
        "#/routine/",
        "#/play/a/b",
        "#/__proto__",
        "#/routine/%F0%9F%92%A9",
        "#/routine/<img src=x onerror=alert(1)>",
        "#/routine/../../etc",
    ] {
        app.open(fragment).await;
        app.wait_screen("not-found").await;
        assert!(app.browser.text("[data-screen]").await.len() > 20, "{fragment}");
        app.browser.press("[data-screen=not-found] a[href='#/']").await;
        app.wait_screen("home").await;
        oracle::no_problems(&app.browser).await;
    }
}

#[tokio::test]
async fn a_very_long_address_is_refused_quickly() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.go(&format!("#/routine/{}", "a".repeat(200_000)), "not-found").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn every_known_address_shows_its_screen_and_back_goes_back() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_screen("home").await;
    for (fragment, screen) in [
        ("#/library", "library"),
        ("#/library?area=lower-back&tool=ball", "library"),
        ("#/where", "point"),
        ("#/exercise/cat-and-cow", "exercise"),
        ("#/routine/chair-10", "routine"),
        ("#/settings", "settings"),
    ] {
        let slug = if screen == "routine" { "#/routine/lower-back-5" } else { fragment };
        app.go(slug, screen).await;
    }
    for screen in ["routine", "exercise", "point", "library", "library", "home"] {
        app.browser.driver().back().await.unwrap();
        app.wait_screen(screen).await;
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn every_routine_of_the_library_can_be_opened_and_started() {
    let app = App::new(Preload::held_clock().answered()).await;
    for routine in unknot::catalog::routines() {
        app.open(&format!("#/routine/{}", routine.slug)).await;
        app.start_from_routine().await;
        app.advance(2_000).await;
        let state = app.state().await;
        assert!(state.running && state.steps >= 3, "{}: {state:?}", routine.slug);
        app.press("end").await;
        app.press("end-now").await;
        app.wait_screen("done").await;
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn an_answer_tapped_before_the_program_has_come_is_not_lost() {
    use crate::support::server::Mode;
    let app = App::new(Preload::real().answered()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Slow(2500));
    app.load("").await;
    app.browser.press("#app [data-area=hip]").await;
    assert!(!app.browser.shows("body[data-app=ready]").await, "the program was already there");
    app.browser.wait("body[data-app=ready] [data-area=hip][aria-current=true]").await;
    app.browser.wait("a[data-routine^=buttock-hip]").await;
    assert_eq!(app.browser.eval("return location.hash;").await, json!("#/"));
}

#[tokio::test]
async fn a_tap_before_the_program_has_come_is_not_lost() {
    use crate::support::server::Mode;
    let app = App::new(Preload::real().answered()).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), Mode::Slow(2500));
    app.load("").await;
    app.browser.press("#app a[href='#/routine/lower-back-10']").await;
    assert!(!app.browser.shows("body[data-app=ready]").await, "the program was already there");
    app.browser.wait("body[data-app=ready]").await;
    app.wait_screen("routine").await;
    assert_eq!(app.browser.eval("return location.hash;").await, json!("#/routine/lower-back-10"));
}
