//! Sessions that were cut off: what was done and said in them counts once, whether they are offered again or not.

use std::time::Duration;

use serde_json::{Value, json};

use crate::progress::{open_progress, preload, rows};
use crate::safety::{complain, cut_off, in_the_third_hold_of, sessions};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::until;

const PATIENCE: Duration = Duration::from_secs(5);
/// The app gives a database that does not answer 3 s, and asks again after 5 s.
const DISK_PATIENCE: Duration = Duration::from_secs(30);
/// The disk takes everything but the session's place.
const NO_PLACE: &str = "const put = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { \
    if (key === 'unknot.place') throw new DOMException('full', 'QuotaExceededError'); return put.call(this, key, text); };";

/// Lets the place that is kept be of another time.
pub(crate) async fn moved(app: &App, millis: i64) {
    // The player saves on the way out, and a page in which the app starts may be left while it makes the database, which
    // Chromium then keeps from every later page.
    app.step_out().await;
    let mut place = app.kept("unknot.place").await;
    place["saved"] = json!(place["saved"].as_i64().unwrap_or(0) + millis);
    app.keep("unknot.place", &place.to_string()).await;
}

/// The rows of sessions in the journal, once there is one.
async fn noted(app: &App) -> Vec<Value> {
    let read = "__store((journal) => journal.getAll())";
    until("a session in the journal", DISK_PATIENCE, || async {
        let all = app.browser.settle(read).await;
        let read = |it: &Value| serde_json::from_str::<Value>(it.as_str()?).ok();
        let all = all.as_array().into_iter().flatten().filter_map(read);
        Some(all.filter(|it| it["kind"] == "session").collect::<Vec<_>>())
            .filter(|it| !it.is_empty())
    })
    .await
}

/// Fault: C13
#[tokio::test]
async fn a_session_from_before_the_clock_was_put_back_counts_though_it_is_not_offered() {
    // R50, D13
    let app = in_the_third_hold_of(App::new(preload()).await).await;
    moved(&app, 2 * 3_600_000).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-action=start]").await;
    until("its place to go", PATIENCE, || async {
        app.kept("unknot.place").await.is_null().then_some(())
    })
    .await;
    assert!(!app.browser.shows("[data-role=resume-offer]").await);
    open_progress(&app).await;
    assert_eq!((noted(&app).await.len(), sessions(&app).await), (1, 1));
    oracle::no_problems(&app.browser).await;
}

/// Fault: C13
#[tokio::test]
async fn what_hurt_in_a_session_too_old_to_be_offered_stands_in_its_row() {
    // R50, D22
    let app = in_the_third_hold_of(App::new(preload()).await).await;
    let slug = app.state().await.exercise;
    let hurt = unknot::catalog::exercise_by_slug(&slug).expect("a library exercise").id.0;
    complain(&app, "sharp").await;
    app.press("no").await;
    moved(&app, -13 * 3_600_000).await;
    open_progress(&app).await;
    let all = noted(&app).await;
    let steps = all[0]["steps"].as_array().cloned().unwrap_or_default();
    let of_it: Vec<&Value> = steps.iter().filter(|it| it[0] == hurt).collect();
    assert!(of_it.iter().any(|it| it[4] == json!(["sharp"])), "{all:?}");
    assert_eq!((all.len(), sessions(&app).await), (1, 1));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_session_that_is_carried_on_gives_no_hold_more_time_than_it_was_begun_with() {
    // S8, S31: the plan says 5 s more, as under narrower limits; today's are wider.
    let app = in_the_third_hold_of(App::new(preload()).await).await;
    let mut plan = app.kept("unknot.plan").await;
    let step = usize::try_from(app.state().await.step).unwrap_or(1) - 1;
    let longest = plan["longest"][step].as_u64().expect("a hold that may become longer");
    let hold = unknot::catalog::routine(ROUTINE).expect("it is there").steps[step].hold.secs();
    let wanted = u64::from(hold) * 1_000 + 5_000;
    assert!(longest > wanted, "control: {longest} ms is more than {wanted}");
    app.step_out().await;
    plan["longest"][step] = json!(wanted);
    app.keep("unknot.plan", &plan.to_string()).await;
    app.open("").await;
    app.hold_time().await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    let before = app.state().await.seconds_left;
    for _ in 0..2 {
        app.press("extend").await;
        assert_eq!(app.state().await.seconds_left, before + 5);
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_session_whose_place_was_never_kept_counts_when_it_is_let_go() {
    // R50
    let app = in_the_third_hold_of(App::new(preload().script(NO_PLACE)).await).await;
    assert!(app.kept("unknot.place").await.is_null(), "control: its place is not kept");
    app.browser.driver().back().await.expect("there is a way back");
    app.press("leave").await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.press("discard-session").await;
    open_progress(&app).await;
    assert_eq!((noted(&app).await.len(), sessions(&app).await), (1, 1));
}

/// Fault: B19
#[tokio::test]
async fn a_session_that_another_tab_has_ended_is_not_counted_again_when_it_is_let_go() {
    // R50: in the first hold, for the other tab's clock is not held.
    let app = App::new(preload()).await;
    app.begin(ROUTINE).await;
    app.advance(30_000).await;
    cut_off(&app).await;
    let driver = app.browser.driver();
    let first = driver.window().await.expect("there is a tab");
    let second = driver.new_tab().await.expect("a tab opens");
    driver.switch_to_window(second).await.expect("it can be gone to");
    app.browser.goto(&app.server.origin()).await;
    app.browser.wait("[data-role=resume-offer]").await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    driver.switch_to_window(first).await.expect("it can be gone to");
    app.press("discard-session").await;
    until("the offer to go", PATIENCE, || async {
        (!app.browser.shows("[data-role=resume-offer]").await).then_some(())
    })
    .await;
    assert_eq!((sessions(&app).await, rows(&app, "session").await), (1, 1));
}
