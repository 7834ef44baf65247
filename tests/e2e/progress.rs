//! Progress: what can go wrong with what is kept, and its copy. The six weeks are in `six_weeks`.

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{Preload, SEED, STORAGE_DENIED};

pub(crate) const DAY_MS: u64 = 86_400_000;
/// Everything that is kept, as text: records by key, rows by key.
const KEPT: &str = "(async () => { const rows = await __store((journal) => journal.getAll()); \
    const keys = await __store((journal) => journal.getAllKeys()); \
    const records = Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('unknot.') && !key.startsWith('unknot.has-'))); \
    return { rows: Object.fromEntries(keys.map((key, at) => [key, rows[at]])), records }; })()";

/// A browser whose clock the test moves, with the means to look into the database.
pub(crate) fn preload() -> Preload {
    Preload::held_clock().answered().script(SEED)
}

pub(crate) async fn open_progress(app: &App) {
    app.open("#/progress").await;
    app.browser.wait("[data-role=check-pain]").await;
}

/// Lets the night pass: the page does not run, and the next day's page is a new one.
pub(crate) async fn sleep_until_tomorrow(app: &App) {
    app.hold_time().await;
    app.gap(DAY_MS).await;
}

pub(crate) async fn rate(app: &App, role: &str, number: i8) {
    app.browser.press(&format!("[data-role={role}] [data-rating='{number}']")).await;
}

/// How many rows of this kind the database holds, once everything is written.
pub(crate) async fn rows(app: &App, kind: &str) -> usize {
    settled(app).await;
    let keys = app.browser.settle("__store((journal) => journal.getAllKeys())").await;
    let keys = keys.as_array().cloned().unwrap_or_default();
    let beginning = format!("{kind}-");
    keys.iter().filter(|it| it.as_str().is_some_and(|it| it.starts_with(&beginning))).count()
}

/// Waits until nothing is on its way to the database.
pub(crate) async fn settled(app: &App) {
    app.browser
        .settle("(async () => { for (let nth = 0; nth < 2000 && localStorage.getItem('unknot.outbox'); nth += 1) await new Promise((done) => { const line = new MessageChannel(); line.port1.onmessage = done; line.port2.postMessage(0); }); })()")
        .await;
}

pub(crate) async fn kept_now(app: &App) -> Value {
    settled(app).await;
    app.browser.settle(KEPT).await
}

/// A session of two minutes, with ratings before and after.
pub(crate) async fn session(app: &App, before: i8, after: i8) {
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.hold_time().await;
    app.answer_none_to_all().await;
    app.dismiss_notices().await;
    app.browser.press("[data-role=felt-before] summary").await;
    rate(app, "felt-before", before).await;
    app.press("accept-check").await;
    app.wait_screen("player").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    app.advance(150_000).await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    rate(app, "felt-after", after).await;
    app.browser.wait("[data-role=felt-after] [data-action=undo]").await;
}

/// Gives the field this text as a chosen file.
pub(crate) async fn choose_file(app: &App, text: &str) {
    let choose = format!(
        "const field = document.querySelector('[name=import]'); const box = new DataTransfer(); \
         box.items.add(new File([{}], 'unknot.json', {{ type: 'application/json' }})); \
         field.files = box.files; field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    );
    app.browser.eval(&choose).await;
}

/// The text of the file that the app hands to the browser.
pub(crate) async fn saved_file(app: &App, action: &str) -> String {
    app.browser.eval("window.__made = []; if (!window.__blob) { window.__blob = URL.createObjectURL; URL.createObjectURL = (blob) => { __made.push(blob); return __blob.call(URL, blob); }; HTMLAnchorElement.prototype.click = () => {}; }").await;
    app.press(action).await;
    app.browser.wait("[data-role=data-step]").await;
    let text = app.browser.settle("(async () => { for (let nth = 0; nth < 2000 && !__made.length; nth += 1) await new Promise((done) => { const line = new MessageChannel(); line.port1.onmessage = done; line.port2.postMessage(0); }); return __made[0].text(); })()").await;
    text.as_str().unwrap_or_default().to_owned()
}

pub(crate) async fn seeded(weeks: u32) -> App {
    let app = App::new(preload()).await;
    app.open("#/settings").await;
    app.hold_time().await;
    app.browser.settle(&format!("__seed({{ weeks: {weeks} }})")).await;
    app
}

/// Fault: B18, B19, F7
#[tokio::test]
async fn a_copy_saved_then_everything_erased_then_the_copy_taken_in_is_the_identical_state() {
    // B18, B19, F7, U4
    let app = seeded(6).await;
    app.open("#/settings").await;
    let before = kept_now(&app).await;
    let file = saved_file(&app, "export").await;
    let read: Value = serde_json::from_str(&file).expect("the file is JSON");
    assert_eq!(read["journal"], before["rows"]);
    assert_eq!(read["records"], before["records"]);

    app.press("erase-everything").await;
    app.press("erase-now").await;
    app.wait_screen("home").await;
    let left = app.browser.settle("(async () => [await indexedDB.databases(), Object.keys(localStorage).filter((key) => key.startsWith('unknot.') && !['unknot.check', 'unknot.health', 'unknot.history'].includes(key))])()").await;
    assert_eq!(left, json!([[], []]));
    app.browser.eval("for (const key of Object.keys(localStorage)) if (key.startsWith('unknot.')) localStorage.removeItem(key);").await;

    app.go("#/settings", "settings").await;
    choose_file(&app, &file).await;
    app.browser.wait("[data-role=import-plan]").await;
    assert_eq!(app.browser.settle("__store((journal) => journal.count())").await, json!(0));
    app.browser.press("label:has([name=own-answers])").await;
    app.press("accept-import").await;
    app.wait_screen("progress").await;
    app.browser.wait("[data-role=this-week]").await;
    let after = kept_now(&app).await;
    assert_eq!(after["rows"], before["rows"]);
    for (key, text) in before["records"].as_object().into_iter().flatten() {
        assert_eq!(&after["records"][key], text, "{key}");
    }
    app.open("#/settings").await;
    assert_eq!(saved_file(&app, "export").await, file);
    choose_file(&app, &file).await;
    app.browser.wait("[data-role=import-plan]").await;
    assert!(!app.offers("accept-import").await, "the same file again would change something");
}

/// Fault: B17
#[tokio::test]
async fn a_file_that_is_none_changes_nothing_and_says_so() {
    // B17, U3
    let app = seeded(1).await;
    app.open("#/settings").await;
    let before = kept_now(&app).await;
    for text in ["", "{}", "{\"app\":\"unknot\",\"v\":1,\"records\":{", "\u{0}\u{ff}"] {
        choose_file(&app, text).await;
        app.browser.wait("[data-role=data-step] .stop-note").await;
        assert_eq!(kept_now(&app).await, before, "{text}");
    }
    let newer = "{\"app\":\"unknot\",\"v\":2}";
    choose_file(&app, newer).await;
    app.browser.wait("[data-role=data-step] .stop-note").await;
    assert!(app.browser.text("[data-role=data-step]").await.contains("newer version"));
    app.browser.eval("const field = document.querySelector('[name=import]'); const box = new DataTransfer(); box.items.add(new File([new Uint8Array(33 * 1024 * 1024)], 'big.json')); field.files = box.files; field.dispatchEvent(new Event('change', { bubbles: true }));").await;
    app.browser.wait("[data-role=data-step] .stop-note").await;
    assert_eq!(kept_now(&app).await, before);
    oracle::no_problems(&app.browser).await;
}

/// Fault: B12
#[tokio::test]
async fn rows_that_cannot_be_read_are_passed_over_counted_and_kept_aside() {
    // B12, D24
    let app = seeded(6).await;
    app.browser
        .settle("__store((journal) => { journal.put('{\"v\":1,\"kind\":\"pain\"}', 'pain-1'); journal.put(7, 'pain-2'); journal.put('x'.repeat(1000000), 'note-3'); journal.put('{\"v\":9,\"kind\":\"mood\"}', 'mood-4'); })")
        .await;
    open_progress(&app).await;
    app.browser.wait("[data-role=this-week]").await;
    assert!(
        app.browser.text("[data-screen=progress]").await.contains("3 records could not be read")
    );
    let left = app.browser.settle("__store((journal) => journal.getAllKeys())").await;
    for key in ["pain-1", "pain-2", "note-3", "mood-4"] {
        assert!(left.as_array().into_iter().flatten().any(|it| it == key), "{key} is gone");
    }
}

/// Fault: B15
#[tokio::test]
async fn a_session_that_ended_just_before_the_page_was_killed_is_there_once() {
    // B15, D25: the database answers only after the crash.
    let app = App::new(preload().script(
        "window.__stuck = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...all) { return window.__hang ? new EventTarget() : __stuck.apply(this, all); };",
    ))
    .await;
    app.begin(ROUTINE).await;
    app.advance(150_000).await;
    app.browser.eval("window.__hang = true;").await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    rate(&app, "felt-after", 3).await;
    assert_eq!(app.kept("unknot.outbox").await["rows"].as_array().map(Vec::len), Some(2));
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
    assert_eq!((rows(&app, "session").await, rows(&app, "after").await), (1, 1));
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
    assert!(app.browser.text("[data-role=week-line]").await.starts_with("1 session,"));
    assert_eq!(rows(&app, "session").await, 1);
}

/// Fault: B2, B3, B4
#[tokio::test]
async fn without_a_database_ratings_are_taken_and_the_screen_says_that_nothing_is_kept() {
    // B2, B3, B4
    for fault in [
        "Object.defineProperty(window, 'indexedDB', { get: () => undefined });",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
    ] {
        let app = App::new(preload().script(fault)).await;
        open_progress(&app).await;
        rate(&app, "check-pain", 4).await;
        app.browser.wait("[data-role=check-pain][data-state=told]").await;
        assert!(app.browser.text("[data-screen=progress]").await.contains("keeps nothing here"));
    }
    let never = "IDBFactory.prototype.open = () => new EventTarget();";
    let app = App::new(preload().script(never)).await;
    app.load("#/progress").await;
    app.browser.wait("[data-screen=progress]").await;
    app.hold_time().await;
    app.advance(3_100).await;
    app.browser.wait("[data-role=check-pain]").await;
}

/// Fault: B1
#[tokio::test]
async fn with_no_room_left_a_rating_stays_on_the_screen_and_is_written_when_there_is_room_again() {
    // B1
    let app = App::new(preload().script(
        "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...all) { if (window.__full) throw new DOMException('full', 'QuotaExceededError'); return put.apply(this, all); };",
    ))
    .await;
    open_progress(&app).await;
    app.browser.eval("window.__full = true;").await;
    rate(&app, "check-pain", 4).await;
    app.browser.wait("[data-role=notice][data-kind=storage]").await;
    assert!(app.browser.shows("[data-role=check-pain][data-state=told]").await);
    app.dismiss_notices().await;
    app.browser.eval("window.__full = false;").await;
    app.press("flare").await;
    assert_eq!((rows(&app, "pain").await, rows(&app, "flare").await), (1, 1));
}

#[tokio::test]
async fn with_local_storage_denied_the_database_alone_keeps_what_is_noted() {
    let app = App::new(Preload::held_clock().script(SEED).script(STORAGE_DENIED)).await;
    open_progress(&app).await;
    app.dismiss_notices().await;
    rate(&app, "check-pain", 4).await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    for _ in 0..100 {
        if app.browser.settle("__store((journal) => journal.count())").await == json!(1) {
            return;
        }
    }
    panic!("the rating is not in the database");
}

/// Fault: B20
#[tokio::test]
async fn a_clock_put_back_and_a_journey_across_midnight_leave_days_as_they_were_noted() {
    // B20, P3
    let app = App::new(preload()).await;
    open_progress(&app).await;
    rate(&app, "check-pain", 4).await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    assert_eq!(rows(&app, "pain").await, 1);
    let first = kept_now(&app).await;
    for zone in ["Pacific/Apia", "Pacific/Niue"] {
        app.browser.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
        open_progress(&app).await;
        app.browser.wait("[data-chart=pain]").await;
        assert_eq!(kept_now(&app).await["rows"], first["rows"], "{zone}");
    }
    app.browser.eval("__clock.setWallBy(-30 * 86400000);").await;
    app.go("#/library", "library").await;
    app.go("#/progress", "progress").await;
    rate(&app, "check-pain", 7).await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    assert_eq!(rows(&app, "pain").await, 2);
    oracle::no_problems(&app.browser).await;
}

/// Fault: B19
#[tokio::test]
async fn what_one_tab_notes_the_other_one_shows_and_erasing_reaches_both() {
    // B19, two tabs
    let app = App::new(preload()).await;
    open_progress(&app).await;
    let first = app.browser.driver().window().await.expect("there is a tab");
    let second = app.browser.driver().new_tab().await.expect("a tab opens");
    app.browser.driver().switch_to_window(second.clone()).await.expect("it can be gone to");
    app.browser.goto(&format!("{}/#/progress", app.server.origin())).await;
    app.browser.wait("[data-role=check-pain]").await;
    app.browser.press("[data-role=check-pain] [data-rating='4']").await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    app.browser.driver().switch_to_window(first.clone()).await.expect("it can be gone to");
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    app.browser.driver().switch_to_window(second).await.expect("it can be gone to");
    app.browser.eval("location.hash = '#/settings';").await;
    app.wait_screen("settings").await;
    app.press("erase-everything").await;
    app.press("erase-now").await;
    app.wait_screen("home").await;
    app.browser.driver().switch_to_window(first).await.expect("it can be gone to");
    app.browser.wait("[data-role=check-pain] [data-rating]").await;
    assert!(!app.browser.shows("[data-role=check-pain][data-state=told]").await);
}
