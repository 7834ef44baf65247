//! Answering the health questions, and reading what the app makes of the answers.

use serde_json::Value;

use super::app::App;
use super::preload::Preload;

/// Where the health answers are kept.
pub(crate) const HEALTH: &str = "unknot.health";

/// Ticked lines and marked spots, and what is told inline.
#[derive(Debug, Default)]
pub(crate) struct Case {
    /// Slugs of conditions that apply.
    pub(crate) conditions: &'static [&'static str],
    /// Weeks, where a line asks them.
    pub(crate) weeks: Option<u8>,
    /// A trouble and its area.
    pub(crate) mark: Option<(&'static str, &'static str)>,
    /// The area of a condition that asks where it is.
    pub(crate) place: Option<&'static str>,
}

/// Someone past the first sessions who opens `routine` and answers the red flags with none.
pub(crate) async fn asked(routine: &str) -> App {
    let app = App::new(Preload::held_clock().practised()).await;
    app.open(&format!("#/routine/{routine}")).await;
    app.press("start").await;
    app.wait_screen("check").await;
    let before = app.card().await;
    app.press("none").await;
    app.wait_next_card(&before).await;
    app
}

/// Answers every card: what the case has, and none of the rest. Ends before the set-up list or at a lock; returns what
/// the review says.
pub(crate) async fn tell(app: &App, case: &Case) -> String {
    let mut review = String::new();
    for _ in 0..30 {
        app.browser.wait("[data-card], [data-level], [data-action=accept-check]").await;
        if app.browser.shows("[data-level]").await || app.offers("accept-check").await {
            return review;
        }
        if app.browser.shows("[data-card=review]").await {
            review = app.browser.text("[data-card=review]").await;
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
            app.browser
                .press(&format!("[data-trouble={trouble}] [data-action=area][data-area={area}]"))
                .await;
            is_any = true;
        }
        if let Some(area) = case.place
            && app.browser.shows("[data-card][data-condition] [data-action=area]").await
        {
            app.browser.press(&format!("[data-action=area][data-area={area}]")).await;
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

pub(crate) async fn told(routine: &str, case: Case) -> App {
    let app = asked(routine).await;
    tell(&app, &case).await;
    app
}

/// Starts from the set-up list and collects the exercises of the whole session by pressing "next".
pub(crate) async fn played(app: &App) -> Vec<String> {
    app.dismiss_notices().await;
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    let mut seen: Vec<String> = Vec::new();
    let mut at = 0;
    let steps = app.state().await.steps;
    for _ in 0..steps * 3 {
        let state = app.state().await;
        if state.screen != "player" || state.phase == "aftercare" {
            break;
        }
        // The same exercise twice in a row is two steps.
        if state.step != at {
            at = state.step;
            seen.push(state.exercise);
        }
        app.press("next").await;
    }
    seen
}

/// The steps that the routine page shows, and its changes as `(kind, exercise)`.
pub(crate) async fn routine_page(app: &App, routine: &str) -> (Vec<String>, Vec<(String, String)>) {
    app.open(&format!("#/routine/{routine}")).await;
    app.browser.wait("[data-screen=routine] .steps").await;
    // What is made for the person comes with the rest of the program, as the last headings do.
    let is_whole =
        "return [...document.querySelectorAll('h2')].some(it => it.textContent === 'How often');";
    for _ in 0..500 {
        if app.browser.eval(is_whole).await == Value::Bool(true) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let read = "return [[...document.querySelectorAll('.steps li[data-exercise]')].map(e => e.dataset.exercise), \
        [...document.querySelectorAll('[data-role=changes] [data-change]')].map(e => [e.dataset.change, e.dataset.exercise])];";
    let found = app.browser.eval(read).await;
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let all = |it: &Value| it.as_array().cloned().unwrap_or_default();
    let steps = all(&found[0]).iter().map(text).collect();
    let changes = all(&found[1]).iter().map(|it| (text(&it[0]), text(&it[1]))).collect();
    (steps, changes)
}

/// The library's own data, read without our code: area, tool, skip tags, position and cap of an exercise.
pub(crate) fn exercise(slug: &str) -> Value {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/exercises");
    std::fs::read_dir(dir)
        .expect("data/ is there")
        .flatten()
        .map(|file| std::fs::read_to_string(file.path()).expect("data files are text"))
        .map(|text| serde_json::from_str::<Value>(&text).expect("data files are JSON"))
        .flat_map(|file| {
            let rows = file["exercises"].as_array().cloned().unwrap_or_default();
            rows.into_iter().map(move |mut row| {
                row["area"] = file["area"].clone();
                row
            })
        })
        .find(|it| it["slug"] == slug)
        .unwrap_or_else(|| panic!("no exercise {slug}"))
}

/// The evidence file's codes of exercises.
pub(crate) fn codes(slugs: &[String]) -> Vec<String> {
    slugs.iter().map(|it| exercise(it)["code"].as_str().unwrap_or_default().to_owned()).collect()
}

pub(crate) fn skips(slug: &str, tag: &str) -> bool {
    exercise(slug)["skip"].as_array().is_some_and(|tags| tags.iter().any(|it| it == tag))
}
