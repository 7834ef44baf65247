//! The health questions and what the app does about the answers: worked cases, end to end.

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

const HEALTH: &str = "unknot.health";

/// Ticked lines and marked spots, and what is told inline.
#[derive(Default)]
struct Case {
    /// Slugs of conditions that apply.
    conditions: &'static [&'static str],
    /// Weeks, where a line asks them.
    weeks: Option<u8>,
    /// A trouble and its area.
    mark: Option<(&'static str, &'static str)>,
}

/// Someone past the first sessions who opens `routine` and answers the red flags with none.
async fn asked(routine: &str) -> App {
    let app = App::new(Preload::held_clock().practised()).await;
    app.open(&format!("#/routine/{routine}")).await;
    app.press("start").await;
    app.wait_screen("check").await;
    let before = app.card().await;
    app.press("none").await;
    app.wait_next_card(&before).await;
    app
}

/// Answers every card: what the case has, and none of the rest. Ends before the set-up list or at a lock.
async fn tell(app: &App, case: &Case) {
    for _ in 0..30 {
        app.browser.wait("[data-card], [data-level], [data-action=accept-check]").await;
        if app.browser.shows("[data-level]").await || app.offers("accept-check").await {
            return;
        }
        let before = app.card().await;
        let mut is_any = false;
        for slug in case.conditions {
            let line = format!("label[data-condition='{slug}']");
            if app.browser.shows(&line).await {
                app.browser.press(&line).await;
                is_any = true;
            }
        }
        if let Some(weeks) = case.weeks
            && app.browser.shows("select[name=weeks]").await
        {
            let choose = "const s = document.querySelector('select[name=weeks]'); s.value = 'WEEKS'; \
                s.dispatchEvent(new Event('change', { bubbles: true }));";
            app.browser.eval(&choose.replace("WEEKS", &weeks.to_string())).await;
        }
        if let Some((trouble, area)) = case.mark
            && app.browser.shows(&format!("[data-trouble={trouble}]")).await
        {
            app.browser.press(&format!("[data-trouble={trouble}] label")).await;
            app.browser.press(&format!("[data-trouble={trouble}] [data-area={area}]")).await;
            is_any = true;
        }
        let action = match () {
            () if is_any => "continue",
            () if app.offers("none").await => "none",
            () if app.offers("no").await => "no",
            () if app.offers("skip").await => "skip",
            () => "continue",
        };
        app.press(action).await;
        app.wait_next_card(&before).await;
    }
    panic!("the questions never end: {}", app.card().await);
}

async fn told(routine: &str, case: Case) -> App {
    let app = asked(routine).await;
    tell(&app, &case).await;
    app
}

/// Starts from the set-up list and collects the exercises of the whole session by pressing "next".
async fn played(app: &App) -> Vec<String> {
    app.dismiss_notices().await;
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    let mut seen: Vec<String> = Vec::new();
    let steps = app.state().await.steps;
    for _ in 0..steps * 3 {
        let state = app.state().await;
        if state.screen != "player" || state.phase == "aftercare" {
            break;
        }
        if seen.last() != Some(&state.exercise) {
            seen.push(state.exercise);
        }
        app.press("next").await;
    }
    seen
}

/// The steps that the routine page shows, and its changes as `(kind, exercise)`.
async fn routine_page(app: &App, routine: &str) -> (Vec<String>, Vec<(String, String)>) {
    app.open(&format!("#/routine/{routine}")).await;
    app.browser.wait("[data-screen=routine] .steps").await;
    let read = "return [[...document.querySelectorAll('.steps [data-exercise]')].map(e => e.dataset.exercise), \
        [...document.querySelectorAll('[data-role=changes] [data-change]')].map(e => [e.dataset.change, e.dataset.exercise])];";
    let found = app.browser.eval(read).await;
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let all = |it: &Value| it.as_array().cloned().unwrap_or_default();
    let steps = all(&found[0]).iter().map(text).collect();
    let changes = all(&found[1]).iter().map(|it| (text(&it[0]), text(&it[1]))).collect();
    (steps, changes)
}

/// The library's own data, read without our code: tool, skip tags, position and cap of an exercise.
fn exercise(slug: &str) -> Value {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/exercises");
    std::fs::read_dir(dir)
        .expect("data/ is there")
        .flatten()
        .map(|file| std::fs::read_to_string(file.path()).expect("data files are text"))
        .map(|text| serde_json::from_str::<Value>(&text).expect("data files are JSON"))
        .filter_map(|file| file["exercises"].as_array().cloned())
        .flatten()
        .find(|it| it["slug"] == slug)
        .unwrap_or_else(|| panic!("no exercise {slug}"))
}

fn skips(slug: &str, tag: &str) -> bool {
    exercise(slug)["skip"].as_array().is_some_and(|tags| tags.iter().any(|it| it == tag))
}

#[tokio::test]
async fn blood_thinners_take_ball_roller_and_firm_hands_out_and_say_why() {
    let case = Case { conditions: &["blood-thinners"], ..Case::default() };
    let app = told(ROUTINE, case).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    let played = played(&app).await;
    assert!(!played.is_empty());
    for slug in &played {
        assert!(!skips(slug, "anticoag"), "{slug} was played on blood thinners");
    }
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert_eq!(steps, played, "the page shows what is played");
    let ball = changes.iter().find(|(_, slug)| exercise(slug)["tool"] == "ball");
    assert!(ball.is_some(), "nothing is said of the ball: {changes:?}");
    let why = app.browser.text("[data-role=changes]").await;
    assert!(why.contains("You told us you take blood thinners or bruise easily."), "{why}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn someone_who_cannot_reach_the_floor_gets_no_floor_step() {
    let app = told(ROUTINE, Case { conditions: &["no-floor"], ..Case::default() }).await;
    for slug in played(&app).await {
        assert!(!skips(&slug, "floor_no"), "{slug} needs the floor");
    }
}

#[tokio::test]
async fn twenty_weeks_pregnant_leaves_out_lying_flat_and_leg_pressure() {
    let case = Case { conditions: &["pregnant"], weeks: Some(20), ..Case::default() };
    let app = told("gentle-whole-body-10", case).await;
    assert!(app.offers("accept-check").await);
    assert!(app.kept(HEALTH).await["told"].to_string().contains("20"));
    for slug in played(&app).await {
        assert!(!skips(&slug, "preg_t23") && !skips(&slug, "preg_t1"), "{slug}");
    }
}

#[tokio::test]
async fn a_leg_that_is_swollen_and_red_locks_everything_until_it_was_checked() {
    let case = Case { mark: Some(("swollen", "calf")), ..Case::default() };
    let app = told(ROUTINE, case).await;
    app.browser.wait("[data-level=urgent]").await;
    let words = app.browser.text("[data-level]").await;
    assert!(
        words.contains("You told us it is swollen") || words.contains("you told us it is swollen"),
        "{words}"
    );
    assert!(words.contains("111"), "{words}");
    for fragment in
        [format!("#/play/{ROUTINE}"), "#/check".to_owned(), "#/check/comfort-5".to_owned()]
    {
        app.open(&fragment).await;
        app.browser.wait("[data-level=urgent]").await;
        assert!(!app.offers("accept-check").await && !app.offers("change").await, "{fragment}");
    }
    // Without the tick nothing opens; with it the body is looked over again.
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.press("clear").await;
    assert!(app.browser.shows("[data-level=urgent]").await);
    app.browser.press("label:has([name=told-fine])").await;
    app.press("clear").await;
    app.browser.wait("[data-card=body], [data-card=pain]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn at_seventy_four_it_is_gentle_and_chair_and_wall_come_first() {
    let app = told(ROUTINE, Case { conditions: &["age-70"], ..Case::default() }).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    // No step asks for more than 3 of 10.
    for _ in 0..40 {
        let state = app.state().await;
        if state.screen != "player" || state.phase == "aftercare" {
            break;
        }
        let limit = app.browser.text("[data-role=limit]").await;
        let cap = limit.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(cap.is_empty() || cap == "310" || cap == "210" || cap == "110", "{limit}");
        app.press("next").await;
    }
    let (_, changes) = routine_page(&app, ROUTINE).await;
    assert!(!changes.is_empty());
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
}

#[tokio::test]
async fn someone_with_nothing_to_tell_plays_the_routine_as_it_is() {
    let app = told(ROUTINE, Case::default()).await;
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert!(changes.is_empty(), "{changes:?}");
    assert!(!app.browser.shows("[data-role=changes]").await);
    app.press("start").await;
    app.answer_none_to_all().await;
    assert_eq!(played(&app).await, steps);
}

#[tokio::test]
async fn the_first_sessions_are_short_and_light() {
    let app = App::new(Preload::held_clock()).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.start_from_routine().await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=starter]").await;
    assert!(app.browser.shows("[data-role=changes] details").await);
}

#[tokio::test]
async fn a_heart_condition_waits_for_a_clinician_and_breathing_stays_open() {
    let app = told(ROUTINE, Case { conditions: &["heart"], ..Case::default() }).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("a[href='#/check/slow-breathing']").await;
    app.answer_none_to_all().await;
    assert_eq!(played(&app).await, ["seated-slow-breathing"]);
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("label:has([name=told-fine])").await;
    app.press("clear").await;
    app.browser.wait("[data-card]:not([data-card=next-day])").await;
    assert_eq!(app.kept(HEALTH).await["cleared"][0][0], json!(13));
    // The settings name the clearance with its day.
    app.open("#/settings").await;
    let answers = app.browser.text("[data-role=answers]").await;
    assert!(answers.contains("Said to be fine today"), "{answers}");
}

#[tokio::test]
async fn strong_pain_asks_the_signs_again_and_leaves_comfort_only() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/settings").await;
    let forget = "const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain = null; \
        localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(forget).await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-card=pain]").await;
    app.browser.press("[data-action=pain][data-rating='8']").await;
    app.browser.press("[data-area=lower-back]").await;
    app.press("continue").await;
    app.browser.wait("[data-screen=check] .flags [name=RF1]").await;
    app.press("none").await;
    app.browser.wait("[data-action=accept-check]").await;
    for slug in played(&app).await {
        let technique = exercise(&slug)["technique"].as_str().unwrap_or_default().to_owned();
        assert!(
            ["breathing", "rest", "mobility", "hands-light"].contains(&technique.as_str()),
            "{slug}: {technique}"
        );
    }
}

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
