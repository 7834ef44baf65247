//! The health questions: back, review, damage, erasing; and what sessions and replies leave behind.

use serde_json::json;

use crate::support::answers::{Case, HEALTH, asked, exercise, played, routine_page, told};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

#[tokio::test]
async fn cards_go_back_and_the_review_changes_an_answer() {
    let app = asked(ROUTINE).await;
    app.press("skip").await;
    app.browser.wait("[data-card=today]").await;
    assert!(app.browser.text("[data-card]").await.contains("Question 1 of at most"));
    app.browser.press("label[data-condition=alcohol]").await;
    app.press("continue").await;
    // Ticked by mistake: the answer can be changed on the screen it leads to.
    app.browser.wait("[data-level=pause]").await;
    app.press("change").await;
    app.browser.wait("[data-card=today]").await;
    app.browser.press("label[data-condition=alcohol]").await;
    app.press("none").await;
    app.browser.wait("[data-card=you]").await;
    let before = app.card().await;
    app.press("none").await;
    app.wait_next_card(&before).await;
    let third = app.card().await;
    app.press("back").await;
    app.browser.wait("[data-card=you]").await;
    app.browser.press("label[data-condition=age-70]").await;
    app.press("continue").await;
    assert_eq!(
        {
            app.wait_next_card(&before).await;
            app.card().await
        },
        third
    );
    for _ in 0..20 {
        if app.browser.shows("[data-card=review]").await {
            break;
        }
        let before = app.card().await;
        app.press("none").await;
        app.wait_next_card(&before).await;
    }
    let review = app.browser.text("[data-card=review]").await;
    assert!(review.contains("I am 70 or older"), "{review}");
    app.browser.press("[data-card=you] [data-action=change]").await;
    app.browser.wait("[data-card=you]:not(li)").await;
    app.browser.press("label[data-condition=age-70]").await;
    app.press("none").await;
    app.browser.wait("[data-card=review]").await;
    let review = app.browser.text("[data-card=review]").await;
    assert!(!review.contains("I am 70 or older"), "{review}");
    app.press("continue").await;
    app.browser.wait("[data-action=accept-check]").await;
}

#[tokio::test]
async fn answers_that_cannot_be_read_are_asked_again() {
    let app = App::new(Preload::held_clock().answered()).await;
    for rubbish in ["{", "{\"v\":1}", "null"] {
        app.open("#/settings").await;
        app.keep(HEALTH, rubbish).await;
        app.open(&format!("#/check/{ROUTINE}")).await;
        app.browser.wait("[data-role=notice][data-kind=answers]").await;
        app.dismiss_notices().await;
        app.press("skip").await;
        app.browser.wait("[data-card=today] [data-action=none]").await;
        let words = app.browser.text("[data-card=today]").await;
        assert!(words.contains("could not be read"), "{words}");
        assert!(!app.offers("accept-check").await, "{rubbish} opened a session");
    }
    app.answer_none_to_all().await;
    assert!(app.offers("accept-check").await);
}

#[tokio::test]
async fn answers_are_changed_and_erased_in_the_settings() {
    let app =
        told(ROUTINE, Case { conditions: &["age-70", "thin-bones"], ..Case::default() }).await;
    app.go("#/settings", "settings").await;
    let answers = app.browser.text("[data-role=answers]").await;
    assert!(answers.contains("I am 70 or older") && answers.contains("Thin bones"), "{answers}");
    app.browser.press("[data-role=answers] [data-condition=age-70] [data-action=change]").await;
    app.browser.wait("[data-card=you]").await;
    app.browser.press("label[data-condition=age-70]").await;
    app.press("none").await;
    app.wait_screen("settings").await;
    assert!(!app.browser.text("[data-role=answers]").await.contains("I am 70 or older"));
    app.press("erase").await;
    app.browser.wait("[data-action=undo]").await;
    assert_eq!(app.kept(HEALTH).await["told"], json!([]));
    app.press("undo").await;
    app.browser.wait("[data-role=answers] [data-condition=thin-bones]").await;
    app.press("erase").await;
    app.browser.wait("[data-action=undo]").await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-card]").await;
    assert!(!app.offers("accept-check").await, "erased answers still open a session");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn worse_on_the_next_day_makes_the_next_session_gentle() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    for _ in 0..3 {
        app.press("next").await;
        app.advance(20_000).await;
    }
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    let kept = app.kept("unknot.replies").await;
    assert_eq!(kept["sessions"].as_array().map(Vec::len), Some(1), "{kept}");
    // As if it had been yesterday at this hour.
    let shift = "const r = JSON.parse(localStorage.getItem('unknot.replies')); r.sessions[0][0] -= 86400000; \
        r.sessions[0][1] -= 1; localStorage.setItem('unknot.replies', JSON.stringify(r));";
    app.browser.eval(shift).await;
    app.open("").await;
    app.browser.wait("[data-screen=home] [data-card=next-day]").await;
    app.browser.press("[data-action=reply][data-reply=worse]").await;
    app.browser.wait("[data-card=next-day] [data-reply=worse]").await;
    app.press("continue").await;
    assert!(!app.browser.shows("[data-card=next-day]").await);
    app.go(&format!("#/check/{ROUTINE}"), "check").await;
    app.browser.wait("[data-screen=check] .flags [name=RF1]").await;
    app.press("none").await;
    app.browser.wait("[data-action=accept-check]").await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=gentle]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn without_a_ball_the_step_is_swapped_at_once() {
    let app = App::new(Preload::held_clock().answered()).await;
    let (before, changes) = routine_page(&app, ROUTINE).await;
    assert!(changes.is_empty());
    let has_ball = |steps: &[String]| steps.iter().any(|it| exercise(it)["tool"] == "ball");
    assert!(has_ball(&before));
    app.browser.press("[data-action=no-tool][data-tool=ball]").await;
    app.browser.wait("[data-change=swapped], [data-change=removed]").await;
    let pressed = app.browser.attribute("[data-action=no-tool]", "aria-pressed").await;
    assert_eq!(pressed, "true");
    // It is still not here the next time the app opens (D20).
    app.browser.reload().await;
    app.browser.wait("[data-action=no-tool][data-tool=ball][aria-pressed=true]").await;
    app.press("start").await;
    app.browser.wait("[data-action=accept-check]").await;
    let played = played(&app).await;
    assert!(!has_ball(&played), "{played:?}");
}

#[tokio::test]
async fn tingling_leaves_the_exercise_out_of_the_next_session() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(20_000).await;
    let exercise = app.state().await.exercise;
    app.press("ease-off").await;
    app.press("something-else").await;
    app.browser.press("[data-action=complain][data-complaint=tingling]").await;
    app.press("yes").await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.open(&format!("#/exercise/{exercise}")).await;
    let words = app.browser.text("[data-role=left-out]").await;
    assert!(words.contains("numb or tingle"), "{words}");
}

#[tokio::test]
async fn a_question_that_was_open_when_the_page_closed_is_asked_again_before_the_session_goes_on() {
    // R56
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(20_000).await;
    app.press("ease-off").await;
    app.press("something-else").await;
    app.browser.press("[data-action=complain][data-complaint=sharp]").await;
    app.browser.wait("[data-role=too-much] [data-action=yes]").await;
    app.browser.reload().await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.hold_time().await;
    app.press("resume-session").await;
    app.browser.wait("[data-role=too-much] [data-action=yes]").await;
    assert!(!app.state().await.running);
    app.press("yes").await;
    app.wait_screen("done").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_session_that_is_let_go_counts_with_what_was_pressed_in_it() {
    // R50
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance_until(200, |state| state.step == 3 && state.phase == "work").await;
    app.advance(5_000).await;
    let before = app.state().await;
    app.browser.reload().await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.press("discard-session").await;
    app.browser.wait("[data-screen]").await;
    let kept = app.kept("unknot.replies").await;
    let steps = kept["sessions"][0][2].as_array().map(Vec::len);
    assert_eq!(steps, Some(usize::try_from(before.step).expect("a step")), "{kept}");
}
