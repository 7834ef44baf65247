//! Storage that is denied, full, or holds rubbish: the app plays and says what is not saved.

use serde_json::json;

use crate::progress::rows;
use crate::support::app::{App, ROUTINE};
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED, STORAGE_DENIED, STORAGE_FULL};

const KEYS: [&str; 7] = [
    "unknot.settings",
    "unknot.check",
    "unknot.plan",
    "unknot.place",
    "unknot.history",
    "unknot.favourites",
    "unknot.finder",
];

/// The whole way with this script in place: check, session, end, done.
async fn plays_and_says_so(script: &str) {
    let app = App::new(Preload::held_clock().script(script)).await;
    app.open("").await;
    app.browser.eval(&format!("location.hash = '#/routine/{ROUTINE}';")).await;
    app.wait_screen("routine").await;
    app.start_from_routine().await;
    app.advance(30_000).await;
    assert!(app.state().await.running);
    assert!(
        app.browser.shows("[data-role=notice][data-kind=storage]").await,
        "the player does not say it"
    );
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.browser.wait("[data-role=notice][data-kind=storage]").await;
    app.dismiss_notices().await;
    app.press("finish").await;
    app.wait_screen("home").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn with_all_site_data_blocked_the_app_plays_and_says_what_is_not_saved() {
    plays_and_says_so(STORAGE_DENIED).await;
}

#[tokio::test]
async fn with_a_full_disk_the_app_plays_and_says_what_is_not_saved() {
    plays_and_says_so(STORAGE_FULL).await;
}

/// Fault: G6
#[tokio::test]
async fn more_trouble_does_not_make_the_first_be_told_again() {
    let broken = "if (location.host) { localStorage.setItem('unknot.place', '{'); localStorage.setItem('unknot.plan', '{'); \
                  localStorage.setItem('unknot.replies', '{'); }";
    let app = App::new(Preload::real().script(broken)).await;
    app.open("").await;
    app.browser.wait("[role=alert][data-kind=session-gone]").await;
    app.browser.eval("document.querySelector('[data-kind=session-gone]').mark = 1;").await;
    app.browser.eval(&format!("location.hash = '#/routine/{ROUTINE}';")).await;
    app.browser.wait("[role=alert][data-kind=answers]").await;
    let mark = "return document.querySelector('[data-kind=session-gone]').mark ?? 0;";
    assert_eq!(app.browser.eval(mark).await, json!(1), "it was made anew");
}

/// Fault: G6
#[tokio::test]
async fn trouble_is_an_alert_that_takes_no_focus_and_stays_until_it_is_dismissed() {
    let app = App::new(Preload::held_clock().answered().script(STORAGE_FULL)).await;
    app.open("#/settings").await;
    let told = "[role=alert][data-role=notice][data-kind=storage]";
    app.browser.eval("window.__first = document.querySelector('main button, main input, main select'); __first.focus();").await;
    app.browser
        .eval("__first.click(); __first.dispatchEvent(new Event('change', { bubbles: true }));")
        .await;
    app.browser.wait(told).await;
    assert_eq!(app.browser.eval("return document.activeElement === __first;").await, json!(true));
    app.advance(60_000).await;
    assert!(app.browser.shows(told).await, "it went by itself");
    app.dismiss_notices().await;
    assert!(!app.browser.shows(told).await);
}

/// Fault: B3
#[tokio::test]
async fn a_session_played_where_the_database_throws_ends_well_and_says_that_it_is_not_saved() {
    let throws =
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    for (script, is_saved) in [(throws, false), ("", true)] {
        let app = App::new(Preload::held_clock().answered().script(SEED).script(script)).await;
        app.begin("lower-back-5").await;
        // To the end and no further: the database has no time to answer in an hour that is run through.
        app.advance(Model::start("lower-back-5").run_to_the_end()).await;
        app.wait_screen("done").await;
        app.browser.wait("[data-role=felt-after]").await;
        if is_saved {
            // The control: nothing is said, and the session is in the database.
            assert_eq!(rows(&app, "session").await, 1);
            assert!(!app.browser.shows("[data-kind=storage]").await);
        } else {
            app.browser.wait("[data-kind=storage]").await;
            let words = app.browser.text("[data-kind=storage]").await;
            assert!(words.contains("keeps no record of sessions"), "{words}");
            // Settings and answers are kept all the same, and nothing else is claimed.
            assert_eq!(words.matches("This browser").count(), 1, "{words}");
        }
        oracle::no_problems(&app.browser).await;
    }
}

#[tokio::test]
async fn with_working_storage_there_is_no_such_notice() {
    // The positive control of the two above.
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(30_000).await;
    assert!(!app.browser.shows("[data-kind=storage]").await);
    assert_eq!(app.kept("unknot.place").await["v"], json!(1));
}

#[tokio::test]
async fn rubbish_in_any_record_never_stops_the_app() {
    let rubbish = [
        "",
        "null",
        "[]",
        "{",
        "{\"v\":1}",
        "{\"v\":\"1\"}",
        "{\"v\":-1}",
        "{\"v\":1,\"ticked\":5}",
        "\u{0}\u{7f}",
        "{\"v\":1,\"at\":[0,0,\"both\",4294967295,0],\"records\":[[9999,9,9,9]]}",
        "{\"v\":1e308}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    ];
    let app = App::new(Preload::held_clock()).await;
    app.open("").await;
    for text in rubbish {
        app.step_out().await;
        for key in KEYS {
            app.keep(key, text).await;
        }
        app.open("").await;
        oracle::no_problems(&app.browser).await;
        app.go("#/settings", "settings").await;
        app.go(&format!("#/routine/{ROUTINE}"), "routine").await;
        app.dismiss_notices().await;
        app.press("start").await;
        app.wait_screen("check").await;
        assert!(app.offers("none").await, "an unreadable check was taken for an answer: {text:?}");
        oracle::no_problems(&app.browser).await;
    }
    app.answer_check_none().await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
}

#[tokio::test]
async fn what_a_newer_version_saved_is_left_as_it_is_and_said() {
    // D4
    let newer = r#"{"v":2,"voice":"somewhere else","future":[1,2,3]}"#;
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("").await;
    app.keep("unknot.settings", newer).await;
    app.open("").await;
    app.browser.wait("[data-role=notice][data-kind=newer]").await;
    app.begin(ROUTINE).await;
    app.advance(5_000).await;
    let kept = app.browser.eval("return localStorage.getItem('unknot.settings');").await;
    assert_eq!(kept, json!(newer));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn settings_last_over_a_new_start() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/settings").await;
    let change = "const box = document.querySelector('input[name=vibration]'); const before = box.checked; \
                  box.click(); return before;";
    let before = app.browser.eval(change).await;
    app.open("#/settings").await;
    let after =
        app.browser.eval("return document.querySelector('input[name=vibration]').checked;").await;
    assert_eq!(after, json!(!before.as_bool().unwrap_or(false)));
}
