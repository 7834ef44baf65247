//! The database in the hands of a browser that loses it, shares it, fills it or takes it away.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::progress::{kept_now, open_progress, preload, rate, rows, saved_file, seeded};
use crate::support::app::{App, ROUTINE};
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};
use crate::support::until;

/// Fault: B1
#[tokio::test]
async fn on_a_phone_that_is_really_full_a_rating_waits_and_is_written_when_there_is_room() {
    // T8: it bites late, and only with what cannot be compressed; smaller and smaller pieces fill the last gap.
    let app = App::new(preload()).await;
    open_progress(&app).await;
    let fill = "(async () => { for (let nth = 0; nth < 32; nth += 1) { const bytes = crypto.getRandomValues(new Uint8Array(65536)); \
        await __store((_, routines) => { routines.put(bytes, `filler-${nth}`); }); } return true; })()";
    app.browser.settle(fill).await;
    let origin = app.server.origin();
    let quota = json!({ "origin": origin, "quotaSize": 1_000 });
    app.browser.cdp("Storage.overrideQuotaForOrigin", quota).await;
    let probe = "__store((_, routines) => { routines.put(crypto.getRandomValues(new Uint8Array(20000)), `probe-${Date.now()}`); }).then(() => false, () => true)";
    until("a full phone", Duration::from_mins(1), || async {
        let is_full = app.browser.settle(probe).await == json!(true);
        if !is_full {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        is_full.then_some(())
    })
    .await;
    rate(&app, "check-pain", 4).await;
    app.browser.wait("[data-role=notice][data-kind=storage] a[href='#/settings']").await;
    assert!(app.browser.shows("[data-role=check-pain][data-state=told]").await);
    assert_eq!(app.kept("unknot.outbox").await["rows"].as_array().map(Vec::len), Some(1));
    app.browser.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await;
    app.browser.settle("__store((_, routines) => { routines.clear(); })").await;
    app.dismiss_notices().await;
    app.press("flare").await;
    assert_eq!((rows(&app, "pain").await, rows(&app, "flare").await), (1, 1));
}

/// Fault: B4, B5
#[tokio::test]
async fn a_tab_that_stands_in_the_way_is_named_and_once_it_is_closed_all_is_written() {
    let app = App::new(Preload::real().answered().script(SEED)).await;
    app.step_out().await;
    let hold = "new Promise((done) => { const open = indexedDB.open('unknot', 1); open.onupgradeneeded = () => { for (const name of ['routines', 'journal']) open.result.createObjectStore(name).put('{\"v\":1}', 'old-1'); }; \
        open.onsuccess = () => { window.__held = open.result; done(); }; })";
    app.browser.settle(hold).await;
    let first = app.browser.driver().window().await.expect("there is a tab");
    let second = app.browser.driver().new_tab().await.expect("a tab opens");
    app.browser.driver().switch_to_window(second.clone()).await.expect("it can be gone to");
    app.browser.goto(&format!("{}/#/progress", app.server.origin())).await;
    app.browser.wait("[data-role=notice][data-kind=storage]").await;
    let said = app.browser.text("[data-role=notice][data-kind=storage]").await;
    assert!(said.contains("close that tab"), "{said}");
    app.browser.press("[data-role=check-pain] [data-rating='4']").await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    assert!(!app.browser.text("[data-screen=progress]").await.contains("keeps nothing"));
    app.browser.driver().switch_to_window(first).await.expect("it can be gone to");
    app.browser.eval("__held.close();").await;
    app.browser.driver().switch_to_window(second).await.expect("it can be gone to");
    until("the notice to go", Duration::from_secs(20), || async {
        (!app.browser.shows("[data-role=notice][data-kind=storage]").await).then_some(())
    })
    .await;
    let read = "new Promise((done) => { const open = indexedDB.open('unknot'); open.onsuccess = () => { const asked = open.result.transaction('journal').objectStore('journal').getAllKeys(); \
        asked.onsuccess = () => { open.result.close(); done(asked.result); }; }; })";
    let keys = until("the rating in the database", Duration::from_secs(10), || async {
        let keys = app.browser.settle(read).await;
        (keys.as_array().map(Vec::len) == Some(2)).then_some(keys)
    })
    .await;
    assert_eq!(keys[0], json!("old-1"), "what the old tab had is still there");
    assert_eq!(
        app.browser.eval("return localStorage.getItem('unknot.outbox');").await,
        json!(null)
    );
}

/// Fault: A22, B4
#[tokio::test]
async fn pages_frozen_while_their_database_opens_are_let_go_when_a_later_one_waits_in_vain() {
    // The browser's own opening cannot be held up on purpose: here none is answered.
    let silent = "const open = IDBFactory.prototype.open; window.__mark = 0; \
        IDBFactory.prototype.open = function (...all) { return localStorage.waits ? new EventTarget() : open.apply(this, all); };";
    for waits in [true, false] {
        let app = App::new(Preload::real().answered().script(silent)).await;
        // A worker that takes over ends frozen pages too, so it is there before.
        app.open("").await;
        app.wait_ready_offline().await;
        app.step_out().await;
        app.browser.eval("localStorage.waits = 'yes';").await;
        app.open("#/progress").await;
        app.browser.eval("window.__mark = 1;").await;
        app.step_out().await;
        if !waits {
            app.browser.eval("localStorage.removeItem('waits');").await;
        }
        app.open("#/progress").await;
        if waits {
            app.browser.wait("[data-role=notice][data-kind=storage]").await;
        } else {
            app.browser.wait("[data-role=check-pain]").await;
        }
        // Back to the first page of the app, over those that are none.
        until("the first page of the app", Duration::from_secs(20), || async {
            app.browser.driver().back().await.expect("back works");
            let is_app = "return Boolean(document.getElementById('app'));";
            (app.browser.eval(is_app).await == json!(true)).then_some(())
        })
        .await;
        app.wait_screen("progress").await;
        // Control: where the later page need not wait, the frozen one stays as it was.
        assert_eq!(app.browser.eval("return window.__mark;").await, json!(i32::from(!waits)));
    }
}

/// Fault: B6
#[tokio::test]
async fn a_database_that_is_changed_or_taken_away_in_a_session_disturbs_nothing() {
    for (act, is_newer) in [
        (
            "new Promise((done) => { const gone = indexedDB.deleteDatabase('unknot'); gone.onsuccess = () => done(); })",
            false,
        ),
        (
            "new Promise((done) => { const open = indexedDB.open('unknot', 3); open.onupgradeneeded = () => open.result.createObjectStore('moods'); open.onsuccess = () => { open.result.close(); done(); }; })",
            true,
        ),
    ] {
        let app = App::new(preload()).await;
        open_progress(&app).await;
        rate(&app, "check-pain", 5).await;
        assert_eq!(rows(&app, "pain").await, 1);
        app.begin(ROUTINE).await;
        app.advance(90_000).await;
        app.browser.settle(act).await;
        app.advance(10_000).await;
        assert!(app.state().await.running);
        app.press("end").await;
        app.press("end-now").await;
        app.wait_screen("done").await;
        rate(&app, "felt-after", 3).await;
        app.browser.wait("[data-role=felt-after] [data-action=undo]").await;
        if is_newer {
            // It waits for the newer version, is said, and a copy has it.
            app.browser.wait("[data-role=notice][data-kind=newer]").await;
            assert_eq!(app.kept("unknot.outbox").await["rows"].as_array().map(Vec::len), Some(2));
            app.open("#/settings").await;
            app.hold_time().await;
            let file = saved_file(&app, "export").await;
            for kind in ["session-", "after-", "pain-"] {
                assert!(file.contains(&format!("\"{kind}")), "{kind}: {file}");
            }
        } else {
            assert_eq!((rows(&app, "session").await, rows(&app, "after").await), (1, 1));
        }
        oracle::no_problems(&app.browser).await;
    }
}

/// Overwrites or empties every file of the database.
fn damage(profile: &Path, garbage: bool) {
    let folder = profile.join("Default/IndexedDB");
    let stores = fs::read_dir(folder).expect("there is a database").flatten();
    let mut damaged = 0;
    for store in stores.filter(|it| it.file_name().to_string_lossy().ends_with(".leveldb")) {
        for file in fs::read_dir(store.path()).expect("its files").flatten() {
            let has_rows = file.path().extension().is_some_and(|it| it == "log" || it == "ldb");
            if garbage {
                fs::write(file.path(), "garbage ".repeat(100)).expect("it can be written");
                damaged += 1;
            } else if has_rows {
                fs::write(file.path(), "").expect("it can be written");
                damaged += 1;
            }
        }
    }
    assert!(damaged > 0);
}

/// Fault: B10
#[tokio::test]
async fn a_database_whose_files_are_damaged_is_noticed_and_the_copy_is_named() {
    // T10: the browser opens it as if nothing had ever been in it.
    for garbage in [true, false] {
        let app = seeded(2).await;
        open_progress(&app).await;
        app.browser.wait("[data-role=this-week]").await;
        // The control: what was not damaged is not reported.
        let app = app.restart_browser(preload()).await;
        open_progress(&app).await;
        app.browser.wait("[data-role=this-week]").await;
        assert!(!app.browser.shows("[data-kind=lost]").await);
        let app = app.restart_after(preload(), |profile| damage(profile, garbage)).await;
        open_progress(&app).await;
        app.browser.wait("[data-role=notice][data-kind=lost] a[href='#/settings']").await;
        rate(&app, "check-pain", 4).await;
        assert_eq!(rows(&app, "pain").await, 1, "it goes on");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: B10
#[tokio::test]
async fn taking_the_last_note_back_is_no_loss() {
    let app = App::new(preload()).await;
    open_progress(&app).await;
    rate(&app, "check-pain", 4).await;
    assert_eq!(rows(&app, "pain").await, 1);
    app.browser.press("[data-role=check-pain] [data-action=undo]").await;
    app.browser.wait("[data-role=empty]").await;
    for _ in 0..100 {
        if rows(&app, "pain").await == 0 {
            break;
        }
    }
    open_progress(&app).await;
    app.browser.wait("[data-role=empty]").await;
    assert!(!app.browser.shows("[data-role=notice]").await);
}

/// Fault: B13
#[tokio::test]
async fn when_the_browser_threw_all_of_it_away_it_is_a_first_day_that_offers_the_copy() {
    let app = seeded(6).await;
    open_progress(&app).await;
    app.browser.wait("[data-role=this-week]").await;
    app.browser.goto("about:blank").await;
    let all = json!({ "origin": app.server.origin(), "storageTypes": "all" });
    app.browser.cdp("Storage.clearDataForOrigin", all).await;
    app.open("").await;
    app.wait_screen("home").await;
    assert!(!app.browser.shows("[data-role=notice]").await);
    app.go("#/progress", "progress").await;
    app.browser.wait("[data-role=empty] a[href='#/settings']").await;
    assert!(!app.browser.shows("[data-role=notice]").await);
    oracle::no_problems(&app.browser).await;
}

/// Fault: B13
#[tokio::test]
async fn on_an_iphone_in_a_browser_tab_it_is_said_after_a_session_that_a_week_may_clear_all() {
    // No iPhone makes the offer of its own that Chromium makes.
    let phone = "addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation(), true); \
        Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });";
    let with = |value: &str| {
        format!("{phone} Object.defineProperty(navigator, 'standalone', {{ value: {value} }});")
    };
    // On the home screen nothing is cleared, and other phones do not clear it: the controls.
    for (browser, is_told) in [(with("false"), true), (with("true"), false), (String::new(), false)]
    {
        let app = App::new(Preload::held_clock().script(&browser)).await;
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 \
            (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
        if !browser.is_empty() {
            let agent = json!({ "userAgent": iphone, "platform": "iPhone" });
            app.browser.cdp("Emulation.setUserAgentOverride", agent).await;
        }
        app.begin("lower-back-5").await;
        app.advance(Model::start("lower-back-5").run_to_the_end()).await;
        app.wait_screen("done").await;
        app.browser.wait("[data-role=felt-after]").await;
        let words = app.browser.text("[data-screen=done]").await;
        let told = words.contains("may clear what is saved after a week without a visit");
        assert_eq!(told, is_told, "{browser}: {words}");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: B14
#[tokio::test]
async fn where_nothing_is_promised_a_copy_is_brought_to_mind_and_where_it_is_not() {
    for (browser, reminds) in [
        (
            "if (navigator.storage) { navigator.storage.persisted = async () => false; navigator.storage.persist = async () => false; }",
            true,
        ),
        (
            "if (navigator.storage) navigator.storage.persisted = async () => { throw new TypeError('no'); };",
            true,
        ),
        ("Object.defineProperty(navigator, 'storage', { value: undefined });", true),
        (
            "if (navigator.storage) { navigator.storage.persisted = async () => true; navigator.storage.persist = async () => true; }",
            false,
        ),
    ] {
        let app = App::new(preload().script(browser)).await;
        app.open("#/settings").await;
        app.browser.settle("__seed({ weeks: 4 })").await;
        open_progress(&app).await;
        app.browser.wait("[data-chart=minutes]").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(app.browser.shows("[data-role=remind-copy]").await, reminds, "{browser}");
        app.go("#/settings", "settings").await;
        let state = app.browser.attribute("[data-role=persisted]", "data-state").await;
        assert_eq!(state, if reminds { "passing" } else { "lasting" }, "{browser}");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: B20
#[tokio::test]
async fn rows_of_1970_and_2100_and_of_lost_and_doubled_hours_stay_on_their_days_in_every_zone() {
    let app = seeded(3).await;
    // A day of 1970, one of 2100, and sessions in the hour that Berlin skips and in the one that it has twice.
    let odd = "__store((journal) => { const put = (kind, number, fields) => journal.put(JSON.stringify({ v: 1, kind, ...fields }), `${kind}-${number}`); \
        put('pain', 0, { at: 0, day: 0, pain: 3 }); put('pain', 47482, { at: 4102444800000, day: 47482, pain: 9 }); \
        for (const [started, day] of [[1774747800000, 20541], [1761438600000, 20386], [1761442200000, 20386]]) \
          put('session', started, { at: started + 600000, day, started, routine: 'lower-back-10', number: 1, name: 'Lower back, 10 minutes', secs: 600, mode: 'standard', ending: 0, steps: [] }); })";
    app.browser.settle(odd).await;
    let before = kept_now(&app).await["rows"].clone();
    let mut seen = None;
    for zone in ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Pacific/Pago_Pago"] {
        app.browser.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
        open_progress(&app).await;
        app.browser.wait("[data-chart=minutes]").await;
        app.browser.wait("[data-role=how-it-went]").await;
        assert!(!app.browser.text("[data-screen=progress]").await.contains("could not be read"));
        // A year back, month by month: the marked days are the same wherever the person is.
        let turn = "(async () => { const found = []; for (let nth = 0; nth < 16; nth += 1) { found.push(...[...document.querySelectorAll('.calendar td[data-done]')].map((it) => it.dataset.day)); \
            document.querySelector('[data-action=earlier]').click(); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); } return found.sort(); })()";
        let marked = app.browser.settle(turn).await;
        for day in ["20541", "20386"] {
            assert!(
                marked.as_array().into_iter().flatten().any(|it| it == day),
                "{zone}: {day} {marked}"
            );
        }
        assert_eq!(seen.get_or_insert(marked.clone()), &marked, "{zone}");
        assert_eq!(kept_now(&app).await["rows"], before, "{zone}");
        oracle::no_problems(&app.browser).await;
    }
}
