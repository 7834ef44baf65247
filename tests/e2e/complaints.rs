//! "Too much" while anything else happens: nothing answers for the person, and no question is lost.

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{ANSWERED, Preload};

const PRESS_ARROW: &str = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));";
const CANCEL: &str = "document.querySelector('dialog[open]').dispatchEvent(new Event('cancel', { cancelable: true }));";

/// A session in its first hold, time held.
async fn in_a_hold() -> App {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(20_000).await;
    app
}

async fn complain(app: &App, complaint: &str) {
    app.press("something-else").await;
    app.browser.press(&format!("[data-action=complain][data-complaint={complaint}]")).await;
}

/// Fault: X6
#[tokio::test]
async fn the_line_that_says_to_ease_off_is_heard_whole() {
    // S9, S26
    let app = in_a_hold().await;
    app.press("ease-off").await;
    app.advance(8_000).await;
    let heard = app.heard().await;
    let ease = |it: &crate::support::transcript::Heard| it.text.starts_with("Ease off by half");
    assert!(heard.of("said").iter().any(ease), "{heard:?}");
    assert!(!heard.of("cut").iter().any(ease), "{heard:?}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn putting_the_question_away_is_no_answer_to_it() {
    // R20, R56
    let app = in_a_hold().await;
    app.press("ease-off").await;
    for _ in 0..2 {
        app.browser.eval(CANCEL).await;
        assert!(app.offers("eased-yes").await && !app.state().await.running);
    }
    // Nor is "something else" that turns out to be nothing else.
    for leave in ["go-on", "cancel"] {
        app.press("something-else").await;
        app.browser.wait("[data-action=complain]").await;
        if leave == "cancel" {
            app.browser.eval(CANCEL).await;
        } else {
            app.press(leave).await;
        }
        app.browser.wait("[data-action=eased-yes]").await;
        assert!(!app.state().await.running, "{leave} went on");
    }
    app.press("eased-yes").await;
    assert!(app.state().await.running);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn nothing_moves_on_behind_an_open_question_so_the_complaint_is_about_what_hurt() {
    let app = in_a_hold().await;
    let before = app.state().await;
    app.press("ease-off").await;
    app.press("something-else").await;
    for action in ["next", "back", "restart", "extend"] {
        let click = format!("document.querySelector('[data-action={action}]').click();");
        app.browser.eval(&click).await;
        app.browser.eval(PRESS_ARROW).await;
        let now = app.state().await;
        assert_eq!((&now.exercise, now.seconds_left), (&before.exercise, before.seconds_left));
    }
    app.browser.press("[data-action=complain][data-complaint=sharp]").await;
    app.browser.wait("[data-role=too-much] [data-action=yes]").await;
    let kept = app.kept("unknot.replies").await;
    let id = unknot::catalog::exercise_by_slug(&before.exercise).expect("a library exercise").id.0;
    assert!(kept.to_string().contains(&id.to_string()), "{kept}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_tap_on_too_much_as_the_page_wakes_late_is_asked_about_and_can_be_answered() {
    // S14, R56
    let app = in_a_hold().await;
    let tap = "setTimeout(() => document.querySelector('[data-action=ease-off]').click(), 10);";
    app.browser.eval(tap).await;
    app.gap(20_000).await;
    app.browser.wait("[data-role=too-much] [data-action=eased-yes]").await;
    app.press("eased-yes").await;
    assert!(app.state().await.running);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_bruise_told_in_after_care_is_asked_about_and_locks_when_it_spreads() {
    // R25, R56
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    while app.state().await.phase != "aftercare" {
        app.press("next").await;
        app.advance(300).await;
        if app.state().await.phase == "get-ready"
            && app.browser.text("[data-role=next]").await.is_empty()
        {
            break;
        }
    }
    app.press("ease-off").await;
    complain(&app, "bruise").await;
    app.browser.wait("[data-role=too-much] [data-action=yes]").await;
    app.press("yes").await;
    app.browser.wait("[data-screen=check] [data-level=urgent]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn in_a_first_session_the_voice_asks_for_no_more_than_four() {
    // R41, clinical-evidence 1.4
    let app = App::new(Preload::held_clock().script(ANSWERED)).await;
    app.begin(ROUTINE).await;
    app.advance(900_000).await;
    app.wait_screen("done").await;
    let said: Vec<String> = app.heard().await.of("say").into_iter().map(|it| it.text).collect();
    assert!(said.iter().any(|it| it.contains("our at most")), "control: {said:#?}");
    assert!(!said.iter().any(|it| it.to_lowercase().contains("five at most")), "{said:#?}");
}
