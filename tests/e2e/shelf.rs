//! My routines: kept past reloads and crashes, and what can go wrong with what is kept.

use std::time::Duration;

use serde_json::{Value, json};
use unknot::codec::record::{Kept, Origin};
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{Amount, Line, SharedRoutine, Step, StepSecs, What};
use unknot::domain::time::LocalDay;

use crate::support::app::App;
use crate::support::engine::Engine;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};
use crate::support::until;

/// Every row of the routines' store, by key.
const ROWS: &str = "(async () => { const keys = await __store((_, routines) => routines.getAllKeys()); \
    const rows = await __store((_, routines) => routines.getAll()); \
    return Object.fromEntries(keys.map((key, at) => [key, rows[at]])); })()";
/// Waits until nothing is on its way to the database.
const SETTLED: &str = "(async () => { for (let nth = 0; nth < 200 && localStorage.getItem('unknot.routines-on-the-way') !== null; nth += 1) \
    await new Promise((done) => setTimeout(done, 25)); })()";

fn preload() -> Preload {
    Preload::real().answered().script(SEED)
}

fn kept(id: &str, title: &str, origin: Origin) -> Kept {
    let what = What::library(ExerciseId(1)).expect("the library has a first exercise");
    Kept {
        id: id.to_owned(),
        origin,
        added: LocalDay::from_days(20_700),
        changed: LocalDay::from_days(20_710),
        is_draft: false,
        pack: String::new(),
        routine: SharedRoutine {
            title: Line::clean(title),
            steps: vec![Step::new(what, Amount::Secs(StepSecs::held(45)))],
            ..SharedRoutine::default()
        },
    }
}

async fn seed(app: &App, rows: &[Kept]) {
    for it in rows {
        put(app, &it.id, &json!(it.encode())).await;
    }
}

async fn put(app: &App, id: &str, value: &Value) {
    app.browser
        .settle(&format!("__store((_, routines) => {{ routines.put({value}, {}); }})", json!(id)))
        .await;
}

async fn rows(app: &App) -> Value {
    app.browser.settle(SETTLED).await;
    app.browser.settle(ROWS).await
}

async fn count(app: &App) -> usize {
    rows(app).await.as_object().map_or(0, serde_json::Map::len)
}

/// A browser with two routines, on their screen.
async fn with_two(preload: Preload) -> App {
    let app = App::new(preload).await;
    app.open("#/settings").await;
    let two =
        [kept("my-1", "Knee, mornings", Origin::Own), kept("my-2", "From Ann", Origin::Received)];
    seed(&app, &two).await;
    app.open("#/routines").await;
    app.browser.wait("[data-kept=my-1]").await;
    app
}

/// The stop of the tour: what a therapist has after a year, in packs and out of them, with names of every kind.
pub(crate) async fn visit_many(app: &App) {
    const PACKS: [&str; 4] = ["", "Knees", "", "Backs that were sat on for too long"];
    app.browser.eval(SEED).await;
    let long = "Shoulder after the operation, second stage, mornings and evenings, with the towel";
    let titles = ["Knee, mornings", long, "Lower back, week 3", "ظهر، صباحًا", "Ana", ""];
    let mut all: Vec<Kept> = Vec::new();
    for (nth, title) in (0_i32..).zip(titles.iter().cycle().take(42)) {
        let origin =
            [Origin::Own, Origin::Received, Origin::Template][usize::try_from(nth % 3).unwrap()];
        let mut it = kept(&format!("my-{nth}"), title, origin);
        it.changed = LocalDay::from_days(20_700 + nth);
        PACKS[usize::try_from(nth % 4).unwrap()].clone_into(&mut it.pack);
        it.is_draft = nth % 9 == 0;
        it.routine.from.name = Line::clean("Ana Bell, physiotherapist");
        let step = it.routine.steps[0].clone();
        it.routine.steps = vec![step; usize::try_from(1 + nth % 12).unwrap()];
        all.push(it);
    }
    seed(app, &all).await;
    app.open("#/routines").await;
    app.browser.wait("[data-kept=my-41]").await;
    app.browser.press("[data-kept=my-41] [data-action=more]").await;
    app.browser.wait("[data-kept=my-41] .kept-acts").await;
}

async fn act(app: &App, id: &str, action: &str) {
    app.browser.press(&format!("[data-kept={id}] [data-action=more]")).await;
    app.browser.press(&format!("[data-kept={id}] [data-action={action}]")).await;
}

#[tokio::test]
async fn what_is_kept_is_there_after_a_reload_and_after_the_browser_was_killed() {
    // D31, B15
    let app = with_two(preload()).await;
    assert!(app.browser.shows("[data-role=received] [data-kept=my-2]").await);
    act(&app, "my-1", "duplicate").await;
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    assert_eq!(count(&app).await, 3);
    app.browser.reload().await;
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    assert!(app.browser.text("[data-role=own]").await.contains("Copy of Knee, mornings"));
    let app = app.restart_browser(preload()).await;
    app.open("#/routines").await;
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_routine_that_was_deleted_is_brought_back_as_it_was() {
    let app = with_two(preload()).await;
    let before = rows(&app).await;
    act(&app, "my-2", "delete").await;
    app.browser.wait("[data-role=deleted]").await;
    assert!(!app.browser.shows("[data-kept=my-2]").await);
    assert_eq!(count(&app).await, 1);
    app.press("undo").await;
    app.browser.wait("[data-kept=my-2]").await;
    assert_eq!(rows(&app).await, before);
    oracle::no_problems(&app.browser).await;
}

/// Fault: B2, B3, B4
#[tokio::test]
async fn without_a_database_routines_last_until_the_page_is_closed_and_that_is_said() {
    // B2, B3, B4
    for fault in [
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };",
        "IDBFactory.prototype.open = () => ({});",
    ] {
        let app = App::new(Preload::real().answered().script(fault)).await;
        app.open("#/routines").await;
        app.browser.wait("[data-role=notice][data-kind=storage]").await;
        app.browser.wait("[data-screen=routines] .stop-note").await;
        assert!(app.browser.shows("[data-role=empty]").await, "{fault}");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: B4
#[tokio::test]
async fn a_database_that_opens_and_then_never_answers_is_said_and_read_when_it_does() {
    let stuck = "window.__stuck = true; const real = IDBObjectStore.prototype.getAll; IDBObjectStore.prototype.getAll = \
        function (...how) { return window.__stuck ? new EventTarget() : real.apply(this, how); };";
    let app = App::new(preload().script(stuck)).await;
    app.open("#/routines").await;
    let notice = "[data-role=notice][data-kind=storage]";
    app.browser.wait(notice).await;
    app.browser.eval("window.__stuck = false;").await;
    app.browser.wait("[data-role=empty]").await;
    until("the notice goes", Duration::from_secs(15), || async {
        (!app.browser.shows(notice).await).then_some(())
    })
    .await;
    oracle::no_problems(&app.browser).await;
}

/// Fault: B15
/// Engines: WebKitGTK
#[tokio::test]
async fn what_was_changed_just_before_the_page_was_left_holds_nothing_up_on_webkit() {
    // There a change that waits for its page stands in the way of every later one once the page is left.
    if Engine::WebKit.left_out() {
        return;
    }
    let app = App::on(Engine::WebKit, preload()).await;
    app.open("#/routines").await;
    for round in 0..12 {
        let change = "__store((_, routines) => routines.count())";
        assert_eq!(app.browser.settle(change).await, json!(round), "{round}");
        app.open("#/routine/lower-back-5").await;
        app.browser.press("a[href^='#/builder']").await;
        app.browser.wait("[data-action=save]").await;
        app.browser.eval("document.querySelector('[data-action=save]').click();").await;
        app.open("#/routines").await;
        app.browser.wait(&format!("[data-kept]:nth-of-type({})", round + 1)).await;
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: B8
#[tokio::test]
async fn a_database_of_a_newer_version_is_said_and_left_alone() {
    // B8
    let newer = "new Promise((done, fail) => { const open = indexedDB.open('unknot', 9); \
        open.onupgradeneeded = () => open.result.createObjectStore('routines').put('newer', 'my-1'); \
        open.onerror = () => fail(open.error); open.onsuccess = () => { open.result.close(); done(); }; })";
    let app = App::new(preload()).await;
    app.open("#/settings").await;
    app.browser.settle(newer).await;
    app.open("#/routines").await;
    app.browser.wait("[data-role=notice][data-kind=newer]").await;
    app.browser.wait("[data-screen=routines] .stop-note").await;
    let version =
        "indexedDB.databases().then((all) => all.find((it) => it.name === 'unknot').version)";
    assert_eq!(app.browser.settle(version).await, json!(9));
}

/// Fault: B12
#[tokio::test]
async fn rows_that_cannot_be_read_are_counted_and_stay_where_they_are() {
    // B12
    let app = with_two(preload()).await;
    for (id, value) in [("my-7", json!(7)), ("my-8", json!("1\nown\nx")), ("Odd id", json!("x"))] {
        put(&app, id, &value).await;
    }
    app.open("#/routines").await;
    app.browser.wait("[data-role=notice][data-kind=routines]").await;
    app.browser.wait("[data-screen=routines] .inline-note").await;
    assert!(app.browser.text("[data-screen=routines] .inline-note").await.starts_with('3'));
    assert!(app.browser.shows("[data-kept=my-1]").await);
    act(&app, "my-1", "delete").await;
    app.browser.wait("[data-role=deleted]").await;
    let kept = rows(&app).await;
    assert_eq!(kept["my-7"], json!(7));
    assert_eq!(kept["my-8"], json!("1\nown\nx"));
    assert_eq!(count(&app).await, 4);
}

#[tokio::test]
async fn two_tabs_show_the_same_routines() {
    let app = with_two(preload()).await;
    let driver = app.browser.driver();
    let first = driver.window().await.expect("there is a tab");
    let second = driver.new_tab().await.expect("a tab opens");
    driver.switch_to_window(second).await.expect("it can be gone to");
    app.browser.goto(&format!("{}/#/routines", app.server.origin())).await;
    act(&app, "my-1", "duplicate").await;
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    act(&app, "my-2", "delete").await;
    driver.switch_to_window(first).await.expect("it can be gone to");
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    app.browser.wait("[data-screen=routines]:not(:has([data-kept=my-2]))").await;
}

/// Fault: B1
#[tokio::test]
async fn without_room_a_change_stays_on_the_screen_is_said_and_is_written_once_there_is_room() {
    // B1; a quota that is really used up bites late and only with what cannot be compressed (T8)
    let app = with_two(preload()).await;
    app.browser
        .eval("window.__put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); };")
        .await;
    act(&app, "my-1", "duplicate").await;
    app.browser.wait("[data-role=notice][data-kind=storage]").await;
    app.browser.wait("[data-role=own] li:nth-child(2)").await;
    assert_eq!(app.browser.settle(ROWS).await.as_object().map(serde_json::Map::len), Some(2));
    app.browser.eval("IDBObjectStore.prototype.put = window.__put;").await;
    act(&app, "my-2", "delete").await;
    app.browser.wait("[data-role=deleted]").await;
    assert_eq!(count(&app).await, 2, "one was taken out, the copy was put in");
}

/// Gives the field this text as a chosen file.
async fn choose_file(app: &App, text: &str) {
    let choose = format!(
        "const field = document.querySelector('[name=import]'); const box = new DataTransfer(); \
         box.items.add(new File([{}], 'routines.json', {{ type: 'application/json' }})); \
         field.files = box.files; field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    );
    app.browser.eval(&choose).await;
}

/// Fault: B17, B18
#[tokio::test]
async fn a_file_of_routines_brings_them_back_on_a_phone_that_has_none() {
    // B17, B18, U10
    let app = with_two(preload()).await;
    let before = rows(&app).await;
    app.browser.eval("window.__made = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { __made.push(blob); return make.call(URL, blob); }; HTMLAnchorElement.prototype.click = () => {};").await;
    app.press("export").await;
    app.browser.wait("[data-role=data-step]").await;
    let file = app.browser.settle("__made[0].text()").await;
    let file = file.as_str().unwrap_or_default().to_owned();
    for broken in ["", "[", "{\"app\":\"unknot\",\"v\":1}", &file[..file.len() / 2]] {
        choose_file(&app, broken).await;
        app.browser.wait("[data-role=data-step] .stop-note").await;
        assert_eq!(rows(&app).await, before, "{broken}");
    }
    choose_file(&app, &file).await;
    app.browser.wait("[data-role=import-plan]").await;
    assert!(!app.offers("accept-import").await, "all of it is here already");
    app.browser.settle("__store((_, routines) => { routines.clear(); })").await;
    app.open("#/routines").await;
    app.browser.wait("[data-role=empty]").await;
    let hostile = file
        .replace("\"routines\":{", "\"routines\":{\"my-9\":\"1\\nown\\n<script>\",\"../x\":\"\",");
    choose_file(&app, &hostile).await;
    app.press("accept-import").await;
    app.browser.wait("[data-kept=my-1]").await;
    assert_eq!(rows(&app).await, before);
    oracle::no_problems(&app.browser).await;
}
