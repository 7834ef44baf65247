//! A course of six weeks through the app's own screens, from the link that a therapist made to the reply that comes back,
//! and the copy of it all.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use unknot::codec::report::{Letter, decode};

use crate::progress::{
    DAY_MS, choose_file, kept_now, open_progress, rate, rows, saved_file, session, settled,
    sleep_until_tomorrow,
};
use crate::reply::{KEYS, made, preload, therapist, words};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::until;

/// Today's number, where the page is.
const TODAY: &str =
    "return Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000);";
/// The weeks of a chart's table, the newest first.
const TABLE: &str = "(async () => { const chart = document.querySelector('[data-chart=NAME]'); const more = chart.querySelector('details'); \
    more.open = true; for (let nth = 0; nth < 500 && !chart.querySelector('tbody tr'); nth += 1) await __clock.turn().then(() => new Promise((done) => { const line = new MessageChannel(); line.port1.onmessage = done; line.port2.postMessage(0); })); \
    return [...chart.querySelectorAll('tbody td')].map((it) => it.textContent); })()";
const SESSIONS_EVERY: i64 = 5;

async fn today(app: &App) -> i64 {
    app.browser.eval(TODAY).await.as_i64().expect("a day")
}

/// One day: what is asked, and now and then a session. Whether there was one.
async fn live_a_day(app: &App, nth: i64) -> bool {
    open_progress(app).await;
    app.dismiss_notices().await;
    let pain = if nth < 7 { 6 } else { 5 - nth / 18 };
    rate(app, "check-pain", i8::try_from(pain).expect("0 to 10")).await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    if nth == 0 {
        app.browser.eval("const field = document.querySelector('[name=activity-name]'); field.value = 'Put on socks'; field.dispatchEvent(new Event('input', { bubbles: true }));").await;
        app.press("add-activity").await;
        app.browser.wait("[data-role=check-week] [data-action=activity]").await;
    }
    let asks_week = app.browser.shows("[data-role=check-week] [data-action=save-week]").await;
    assert_eq!(asks_week, nth % 7 == 0, "day {nth}");
    if asks_week {
        let activity = format!("[data-action=activity][data-rating='{}']", 3 + nth / 10);
        app.browser.press(&activity).await;
        app.press("save-week").await;
    }
    let asks_change = app.browser.shows("[data-role=check-change] [data-rating]").await;
    assert_eq!(asks_change, [0, 14, 28, 42].contains(&nth), "day {nth}");
    if asks_change {
        rate(app, "check-change", if nth == 0 { 0 } else { 2 }).await;
    }
    settled(app).await;
    let has_session = nth % SESSIONS_EVERY == 3;
    if has_session {
        session(app, 6, 4).await;
        settled(app).await;
    }
    has_session
}

/// P6 to P12, P15, P17, P21, P22: what the screen says of it.
async fn shows_what_happened(app: &App, first: i64, done_on: &BTreeSet<i64>) {
    open_progress(app).await;
    let label = |measure: &str| format!("[data-role=result][data-measure={measure}]");
    // 6 to 3: 3 points and half of it. 3 to 7 with one activity: 4 points.
    assert_eq!(app.browser.attribute(&label("pain"), "data-label").await, "clear");
    assert!(app.browser.text(&label("pain")).await.contains("Your pain ratings are 3 points lower than in week 0. People usually notice a change of this size. Ratings go up and down for many reasons."));
    assert_eq!(app.browser.attribute(&label("activities"), "data-label").await, "clear");
    assert_eq!(app.browser.attribute("[data-role=global]", "data-label").await, "better");
    assert!(!app.browser.shows("[data-advice]").await);
    let row = format!("[data-role=how-it-went] li[data-routine={ROUTINE}]");
    assert_eq!(app.browser.attribute(&row, "data-pairs").await, done_on.len().to_string());
    let mean = format!("Pain 2 lower after it, mean of {} sessions", done_on.len());
    assert!(app.browser.text(&row).await.contains(&mean));

    // Charts: a value for each week from the first Monday to this one.
    let monday = |day: i64| day - (day + 3).rem_euclid(7);
    let weeks = usize::try_from((monday(first + 42) - monday(first)) / 7 + 1).expect("some");
    for (chart, most, least) in [("pain", "6", "3"), ("activities", "3", "7")] {
        let table = app.browser.settle(&TABLE.replace("NAME", chart)).await;
        let cells: Vec<&str> =
            table.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(cells.len(), weeks, "{chart}: {cells:?}");
        let told: Vec<&&str> = cells.iter().filter(|it| !it.contains("no value")).collect();
        assert!(told.last().is_some_and(|it| it.starts_with(most)), "{chart}: {cells:?}");
        assert!(told.first().is_some_and(|it| it.starts_with(least)), "{chart}: {cells:?}");
    }

    // The calendar marks the days with a session, and no other.
    let mut marked = BTreeSet::new();
    for _ in 0..3 {
        let found = app
            .browser
            .eval("return [...document.querySelectorAll('.calendar td[data-done]')].map((it) => Number(it.dataset.day));")
            .await;
        marked.extend(found.as_array().into_iter().flatten().filter_map(Value::as_i64));
        let now = app.browser.text(".calendar caption").await;
        app.press("earlier").await;
        app.browser.wait(".calendar caption").await;
        assert_ne!(app.browser.text(".calendar caption").await, now);
    }
    assert_eq!(&marked, done_on);
    assert_eq!((rows(app, "session").await, rows(app, "pain").await), (done_on.len(), 43));
    oracle::no_problems(&app.browser).await;
}

/// The reply, sealed and not, as the therapist's browser shows it.
async fn comes_back_as_the_right_report(phone: &App, maker: &App, sessions: usize) {
    phone.open("#/reply").await;
    phone.browser.wait("[name=note]").await;
    phone.hold_time().await;
    phone.press("make-sealed").await;
    let sealed = made(phone).await;
    assert!(matches!(decode(&sealed), Ok(Letter::Sealed(_))));
    phone.browser.press("[data-role=open-link] summary").await;
    phone.press("make-open").await;
    let open = made(phone).await;
    assert!(matches!(decode(&open), Ok(Letter::Open(_))));
    let preview = words(phone).await;

    for (payload, state) in [(&sealed, "sealed"), (&open, "open")] {
        maker.open(&format!("#p={payload}")).await;
        maker.browser.wait(&format!("[data-report={state}] [data-role=report]")).await;
        let read = words(maker).await;
        for line in [
            &format!("{sessions} sessions on {sessions} days"),
            "then 3",
            "Clear change",
            "Put on socks",
            "+2",
        ] {
            assert!(read.contains(line), "{state}: {line}: {read}");
        }
        let line = format!("{sessions} sessions on {sessions} days");
        assert!(preview.contains(&line), "what was shown is what came: {preview}");
    }
    // On paper each session stands in the table, which the screen folds away.
    maker.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let rows = "return [...document.querySelectorAll('.report-each tbody tr')].filter((it) => it.checkVisibility({ contentVisibilityAuto: true }) && it.getBoundingClientRect().height > 0).length;";
    until("each session on paper", Duration::from_secs(15), || async {
        (maker.browser.eval(rows).await == json!(sessions)).then_some(())
    })
    .await;
    maker.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    oracle::no_problems(&maker.browser).await;
}

/// Export, erase, import: the same state, and the same file again.
async fn the_copy_is_the_identical_state(app: &App) {
    app.open("#/settings").await;
    app.hold_time().await;
    let before = kept_now(app).await;
    let file = saved_file(app, "export").await;
    let read: Value = serde_json::from_str(&file).expect("the file is JSON");
    assert_eq!(read["journal"], before["rows"]);
    assert_eq!(read["records"], before["records"]);
    app.press("erase-everything").await;
    app.press("erase-now").await;
    app.wait_screen("home").await;
    // What the test itself puts there for a person who has answered goes too.
    app.browser.eval("for (const key of Object.keys(localStorage)) if (key.startsWith('unknot.')) localStorage.removeItem(key);").await;
    assert_eq!(app.browser.settle("indexedDB.databases()").await, json!([]));
    app.go("#/settings", "settings").await;
    choose_file(app, &file).await;
    app.browser.press("label:has([name=own-answers])").await;
    app.press("accept-import").await;
    app.wait_screen("progress").await;
    app.browser.wait("[data-role=this-week]").await;
    assert_eq!(kept_now(app).await, before);
    app.open("#/settings").await;
    app.hold_time().await;
    assert_eq!(saved_file(app, "export").await, file);
}

/// Fault: B18, F7
#[tokio::test]
async fn six_weeks_through_the_apps_own_screens_end_in_the_right_labels_charts_calendar_reply_and_copy()
 {
    let (maker, routine) = therapist().await;
    let phone = App::new(preload().script(KEYS)).await;
    phone.open(&format!("#r={routine}")).await;
    phone.wait_screen("shared").await;
    phone.press("save").await;
    phone.browser.wait("[data-role=saved]:not([hidden])").await;
    settled(&phone).await;
    phone.open("#/settings").await;
    let first = today(&phone).await;
    let mut done_on = BTreeSet::new();
    for nth in 0..43 {
        if live_a_day(&phone, nth).await {
            done_on.insert(first + nth);
        }
        if nth < 42 {
            sleep_until_tomorrow(&phone).await;
        }
    }
    assert_eq!(today(&phone).await, first + 42, "{DAY_MS} ms a night");
    shows_what_happened(&phone, first, &done_on).await;
    comes_back_as_the_right_report(&phone, &maker, done_on.len()).await;
    the_copy_is_the_identical_state(&phone).await;
}
