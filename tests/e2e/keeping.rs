//! Nothing that is stored is ever lost by an error: each write of the main job fails once, in a browser of its own time.

use serde_json::{Map, Value, json};

use crate::progress::settled;
use crate::support::app::App;
use crate::support::preload::{Preload, SEED};

const WRITES: &str = include_str!("support/js/writes.js");
/// Everything that is kept: rows of both stores by their keys, records.
const KEPT: &str = "(async () => { const all = {}; \
    for (const nth of [0, 1]) { const of = (method) => __store((...stores) => stores[nth][method]()); \
      const [keys, rows] = [await of('getAllKeys'), await of('getAll')]; \
      for (const [at, key] of keys.entries()) all[`row ${key}`] = rows[at]; } \
    for (const [key, text] of Object.entries(localStorage)) if (key.startsWith('unknot.')) all[key] = text; \
    return all; })()";
/// A row of the routines' store, and its id.
const ROUTINE: (&str, &str) = ("my-1", include_str!("../fixtures/records/kept-v1.txt"));
/// What is written again by itself and holds nothing that is not elsewhere: its failure needs no words.
const QUIET: [&str; 3] =
    ["unknot.has-journal", "unknot.has-routines", "unknot.routines-on-the-way"];
/// What comes and goes while it is used.
const PASSING: [&str; 4] =
    ["unknot.place", "unknot.plan", "unknot.outbox", "unknot.routines-on-the-way"];

async fn kept(app: &App) -> Map<String, Value> {
    settled(app).await;
    app.browser.settle(KEPT).await.as_object().cloned().unwrap_or_default()
}

/// Rows whose keys begin so.
fn rows(kept: &Map<String, Value>, beginning: &str) -> usize {
    kept.keys().filter(|it| it.starts_with(beginning)).count()
}

/// The job with its nth write failing; what was written, and whether something was said.
async fn job(app: &App, nth: usize) -> (Vec<String>, bool) {
    app.step_out().await;
    app.keep("e2e.fail", &nth.to_string()).await;
    app.open("#/progress").await;
    let done = app.browser.settle("__job()").await;
    let writes = done["writes"].as_array().into_iter().flatten();
    let writes = writes.filter_map(|it| it.as_str().map(ToOwned::to_owned)).collect();
    app.step_out().await;
    app.keep("e2e.fail", "0").await;
    (writes, done["told"] == json!(true))
}

/// Does the main job with each of its writes failing, every `step`th of them.
async fn every_write_fails(step: usize) {
    let preload = Preload::held_clock().answered().script(SEED).script(WRITES);
    let app = App::new(preload).await;
    app.open("#/settings").await;
    app.browser.settle("__seed({ weeks: 2 })").await;
    let seed = format!(
        "__store((_, routines) => {{ routines.put({}, {}); }})",
        json!(ROUTINE.1.trim_end()),
        json!(ROUTINE.0)
    );
    app.browser.settle(&seed).await;
    // The control: without a fault nothing is said.
    let (writes, told) = job(&app, 0).await;
    assert!(!told && writes.len() > 15, "{told} {writes:?}");
    println!("{} writes: {writes:?}", writes.len());
    app.open("#/progress").await;
    let mut before = kept(&app).await;
    let mut nth = 1;
    loop {
        let (writes, told) = job(&app, nth).await;
        // Without any fault: what waits is written.
        app.open("#/routines").await;
        app.browser.wait("[data-kept]").await;
        app.open("#/progress").await;
        app.browser.wait("[data-role=check-pain][data-state=told]").await;
        let after = kept(&app).await;
        let failed = writes.get(nth - 1).map(String::as_str);
        let at = format!("write {nth} of {}: {failed:?}", writes.len());
        for (key, text) in &before {
            if PASSING.contains(&key.as_str()) {
                continue;
            }
            let now = after.get(key);
            assert!(now.is_some(), "{at}: {key} is gone");
            // The job writes over what is of today and over records, and nothing else.
            let is_older = key.starts_with("row ") && !key.contains(&today(&after));
            assert!(!is_older || now == Some(text), "{at}: {key} is another");
        }
        // All that was noted is there: a single failure of any kind loses nothing.
        for kind in ["row session-", "row after-", "row note-", "row my-"] {
            let grown = rows(&after, kind) - rows(&before, kind);
            assert_eq!(grown, 1, "{at}: {kind}");
        }
        for kind in ["pain", "flare"] {
            let key = format!("row {kind}-{}", today(&after));
            assert!(after.contains_key(&key), "{at}: {key} is missing");
        }
        assert!(!after.contains_key("unknot.outbox"), "{at}: something waits for ever");
        let needs_words = failed.is_some_and(|it| !QUIET.contains(&it));
        assert_eq!(told, needs_words, "{at}");
        if failed.is_none() {
            return;
        }
        before = after;
        nth += step;
    }
}

/// Today's number, from the newest rating.
fn today(kept: &Map<String, Value>) -> String {
    let days = kept.keys().filter_map(|it| it.strip_prefix("row pain-"));
    days.filter_map(|it| it.parse::<i64>().ok()).max().unwrap_or_default().to_string()
}

/// Fault: B1
#[tokio::test]
async fn whichever_of_many_writes_fails_nothing_stored_is_lost_and_it_is_said() {
    every_write_fails(5).await;
}

/// Fault: B1
#[tokio::test]
#[ignore = "every single write takes minutes; `make soak`"]
async fn whichever_write_of_all_fails_nothing_stored_is_lost_and_it_is_said() {
    every_write_fails(1).await;
}
