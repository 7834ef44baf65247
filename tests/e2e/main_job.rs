//! The main job: someone picks a routine and is led to its end, with no network.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::app::{App, PlayerState, ROUTINE};
use crate::support::engine::Engine;
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::transcript::Transcript;

/// From home to the done screen with the server stopped; time is the test's, everything else is real.
async fn plays_from_home_to_done(engine: Engine) {
    let mut app = App::on(engine, Preload::held_clock().practised()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    oracle::nothing_was_sent(&app.server.log());
    app.server.down();
    app.open("").await;
    app.wait_screen("home").await;
    app.browser.press(&format!("a[data-routine={ROUTINE}], [data-routine={ROUTINE}] a")).await;
    app.wait_screen("routine").await;
    app.start_from_routine().await;

    let began = app.now().await;
    let mut model = Model::start(ROUTINE);
    let total = model.run_to_the_end();
    let seen = app.walk(1000, total + 5000).await;
    shows_what_the_engine_says(&seen);
    every_step_and_side_of_the_data_came(&seen);

    app.wait_screen("done").await;
    assert!(app.offers("finish").await && app.offers("restart").await);
    let heard = app.heard().await;
    says_each_line_once_and_in_time(engine, &heard, &model.transcript(), began);
    assert_eq!(app.kept("unknot.history").await["finished"], 4);
    app.press("finish").await;
    app.wait_screen("home").await;
    oracle::no_problems(&app.browser).await;
}

/// Every second the page shows the phase, step, side and digits that are right at that moment.
fn shows_what_the_engine_says(seen: &[(u64, PlayerState)]) {
    let mut model = Model::start(ROUTINE);
    for (at, state) in seen {
        model.run_until(*at);
        assert_eq!(*state, model.shows(*at), "{at} ms after the Start tap");
    }
    let done = seen.last().map(|(_, state)| state.screen.as_str());
    assert_eq!(done, Some("done"), "the session never ended");
}

/// The library's own data, read without our code: each exercise, its sides and its seconds.
fn every_step_and_side_of_the_data_came(seen: &[(u64, PlayerState)]) {
    let work = |exercise: &str, side: &str| {
        let shown = |state: &&PlayerState| {
            state.phase == "work" && state.exercise == exercise && state.side == side
        };
        seen.iter().map(|(_, state)| state).filter(shown).count()
    };
    let steps = data_steps(ROUTINE);
    assert!(!steps.is_empty());
    for (exercise, sides, seconds) in &steps {
        let expected: &[&str] = if sides == "each" { &["left", "right"] } else { &["both"] };
        for side in expected {
            assert_eq!(work(exercise, side), *seconds, "{exercise} {side}");
        }
    }
    let shown: BTreeSet<u32> =
        seen.iter().filter(|(_, it)| it.screen == "player").map(|(_, it)| it.step).collect();
    assert_eq!(shown.len(), steps.len(), "steps shown: {shown:?}");
}

/// Slug, sides and seconds of each step of a routine, from `data/`.
fn data_steps(routine: &str) -> Vec<(String, String, usize)> {
    let read = |folder: &str| -> Vec<Value> {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(folder);
        let files = std::fs::read_dir(dir).expect("data/ is there").flatten();
        files
            .map(|file| std::fs::read_to_string(file.path()).expect("data files are text"))
            .map(|text| serde_json::from_str(&text).expect("data files are JSON"))
            .collect()
    };
    let all = |files: Vec<Value>, list: &str| -> Vec<Value> {
        files.iter().filter_map(|file| file[list].as_array().cloned()).flatten().collect()
    };
    let exercises = all(read("exercises"), "exercises");
    let routines = all(read("routines"), "routines");
    let found =
        routines.iter().find(|it| it["slug"] == routine).expect("the routine is in the data");
    let steps = found["steps"].as_array().expect("it has steps");
    steps
        .iter()
        .map(|step| {
            let exercise =
                exercises.iter().find(|it| it["code"] == step["exercise"]).expect("its exercise");
            let text = |name: &str| exercise[name].as_str().unwrap_or_default().to_owned();
            let seconds = step["seconds"].as_u64().or_else(|| exercise["seconds"].as_u64());
            (text("slug"), text("sides"), usize::try_from(seconds.unwrap_or(0)).unwrap_or(0))
        })
        .collect()
}

/// The engine's lines and tones, each once, in order, none in a burst, none late.
fn says_each_line_once_and_in_time(
    engine: Engine,
    heard: &Transcript,
    expected: &Transcript,
    began: f64,
) {
    let lines = |all: &Transcript, from: f64| -> Vec<(i64, String)> {
        #[expect(clippy::cast_possible_truncation, reason = "rounded milliseconds of one session")]
        let at = |at: f64| ((at - from) / 50.0).round() as i64;
        all.of("say").iter().map(|it| (at(it.at), it.text.clone())).collect()
    };
    if heard.of("say").is_empty() && engine != Engine::Chromium {
        println!(
            "{engine:?} has no speech synthesis here: the lines were not checked, the tones were"
        );
    } else {
        assert_eq!(lines(heard, began), lines(expected, 0.0), "lines, in units of 50 ms");
        assert!(heard.densest("say", 900.0) <= 1, "two lines within 0.9 s");
        assert!(heard.of("cut").is_empty(), "cut off: {:?}", heard.of("cut"));
    }
    let tones = heard.since(began).strikes();
    let due = expected.strikes();
    assert_eq!(tones.len(), due.len(), "tones heard at {tones:?}, due at {due:?}");
    for (heard, due) in tones.iter().zip(&due) {
        assert!(
            (heard - began - due).abs() <= 50.0,
            "a tone due at {due} came at {}",
            heard - began
        );
    }
}

/// Fault: A1, C1
#[tokio::test]
async fn chromium_plays_lower_back_10_from_home_to_done_with_the_server_gone() {
    plays_from_home_to_done(Engine::Chromium).await; // A1, C1
}

/// Fault: A1, C1, E2
/// Engines: WebKitGTK
#[tokio::test]
async fn webkit_plays_lower_back_10_from_home_to_done_with_the_server_gone() {
    if !Engine::WebKit.left_out() {
        plays_from_home_to_done(Engine::WebKit).await; // A1, C1
    }
}

/// Fault: A1, C1, E2
/// Engines: Firefox
#[tokio::test]
async fn firefox_plays_lower_back_10_from_home_to_done_with_the_server_gone() {
    if !Engine::Firefox.left_out() {
        plays_from_home_to_done(Engine::Firefox).await; // A1, C1
    }
}
