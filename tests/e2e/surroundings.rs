//! What happens around the app on a phone: another page, another place, a call, a slow network, an app's own browser.

use std::time::Duration;

use serde_json::json;

use crate::progress::settled;
use crate::support::app::{App, ROUTINE};
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::{NO_WORKER, Preload, STORAGE_DENIED};
use crate::support::until;

async fn running(preload: Preload) -> App {
    let app = App::new(preload).await;
    app.begin(ROUTINE).await;
    app
}

/// Fault: A22
#[tokio::test]
async fn a_page_brought_back_from_the_browsers_memory_stands_where_it_was_and_goes_on() {
    let spy = "addEventListener('pageshow', event => { window.__back = event.persisted; }); window.__locks_asked = 0; \
        const real = navigator.wakeLock?.request.bind(navigator.wakeLock); \
        if (real) navigator.wakeLock.request = kind => { __locks_asked++; return real(kind); };";
    let app = running(Preload::real().answered().script(spy)).await;
    app.browser.eval("window.__same = true; window.__asked = __locks_asked;").await;
    let before = app.state().await;
    app.step_out().await;
    tokio::time::sleep(Duration::from_secs(7)).await;
    app.browser.driver().back().await.expect("back works");
    app.wait_screen("player").await;
    let back = app.browser.eval("return [window.__back ?? null, window.__same ?? null];").await;
    assert_eq!(back, json!([true, true]), "control: the page was kept in memory");
    app.browser.wait("[data-action=jump-to-clock]").await;
    let after = app.state().await;
    assert!(!after.running, "{after:?}");
    assert_eq!((after.step, &after.phase), (before.step, &before.phase));
    assert!((0..=2).contains(&(before.seconds_left - after.seconds_left)), "{before:?} {after:?}");
    assert_eq!(app.browser.eval("return __locks_asked > __asked;").await, json!(true));
    // What is noted from now on is kept: the database is open.
    app.press("resume").await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.go("#/progress", "progress").await;
    app.browser.press("[data-role=check-pain] [data-rating='3']").await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    assert!(!app.browser.shows("[data-kind=storage]").await);
}

/// Fault: A24
#[tokio::test]
async fn on_a_slow_network_and_a_slow_phone_there_are_words_within_five_seconds_and_nothing_jumps()
{
    let script = "window.__shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) \
        if (!entry.hadRecentInput) window.__shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });";
    let app = App::new(Preload::real().script(script)).await;
    let slow = json!({ "offline": false, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000 });
    app.browser.cdp("Network.enable", json!({})).await;
    app.browser.cdp("Network.emulateNetworkConditions", slow).await;
    app.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    app.load("").await;
    let painted =
        "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 1e9;";
    let painted = app.browser.eval(painted).await.as_f64().unwrap_or(1e9);
    assert!(painted < 5_000.0, "the first words came after {painted} ms");
    app.browser.wait_for("body[data-app=ready]", Duration::from_secs(40)).await;
    let took = app.browser.eval("return performance.now();").await.as_f64().unwrap_or(0.0);
    assert!(took > 3_000.0, "control: the network was slow: {took} ms");
    let shift = app.browser.eval("return __shift;").await.as_f64().unwrap_or(1.0);
    assert!(shift < 0.01, "layout shift {shift}");
}

/// Fault: A25
#[tokio::test]
async fn without_a_secure_connection_the_app_plays_and_says_that_it_cannot_be_kept() {
    let flags =
        ["--host-resolver-rules=MAP phone.example 127.0.0.1", "--disable-features=HttpsUpgrades"];
    let app = App::with_flags(Preload::real().answered(), &flags).await;
    let plain = app.server.origin().replace("localhost", "phone.example");
    app.browser.goto(&format!("{plain}/")).await;
    app.browser.wait("body[data-app=ready]").await;
    let secure = app.browser.eval("return [isSecureContext, 'serviceWorker' in navigator];").await;
    assert_eq!(secure, json!([false, false]), "control");
    app.browser.wait("[data-role=offline-status][data-state=unsupported]").await;
    app.go(&format!("#/routine/{ROUTINE}"), "routine").await;
    app.start_from_routine().await;
    assert!(app.state().await.running);
    app.browser.wait("[data-role=notice][data-kind=wake-lock]").await;
    // An isolated page is only made over a secure connection, which the browser says.
    app.browser.expect_problems(&["Cross-Origin-Opener-Policy"]);
}

/// Fault: C7
#[tokio::test]
async fn a_flight_and_summer_time_in_a_session_change_nothing() {
    let app = running(Preload::held_clock().answered()).await;
    app.advance(20_000).await;
    let mut model = Model::start(ROUTINE);
    let mut at = 20_000;
    let offset = "return new Date().getTimezoneOffset();";
    let mut offsets = Vec::new();
    for zone in ["Pacific/Apia", "Pacific/Pago_Pago", "Europe/Berlin", "Asia/Kathmandu"] {
        app.browser.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
        offsets.push(app.browser.eval(offset).await);
        app.browser.eval("__hide(true); __hide(false);").await;
        app.advance(4_000).await;
        at += 4_000;
        model.run_until(at);
        assert_eq!(app.state().await, model.shows(at), "{zone}");
        // Half a year on: where there is summer time, the other one holds.
        app.browser.eval("__clock.setWallBy(183 * 86400000);").await;
        app.advance(4_000).await;
        at += 4_000;
        model.run_until(at);
        assert_eq!(app.state().await, model.shows(at), "{zone}, half a year on");
        app.browser.eval("__clock.setWallBy(-183 * 86400000);").await;
    }
    offsets.dedup();
    assert_eq!(offsets.len(), 4, "control: the zones differ: {offsets:?}");
}

/// Keeps the stand-in sounds within reach; `__phone(state)` is what the phone does to them.
const PHONE: &str = "const all = []; const Real = window.AudioContext; \
    window.AudioContext = class extends Real { constructor(...p) { super(...p); all.push(this); } }; \
    window.__sounds = () => all.map(it => it.state); \
    window.__phone = state => { for (const it of all) if (it.state !== 'closed') { it.state = state; \
      const event = new Event('statechange'); it.onstatechange?.(event); it.dispatchEvent(event); } };";

/// Fault: X1, X3
#[tokio::test]
async fn a_call_or_pulled_headphones_take_the_sound_and_it_comes_back_with_the_next_tap() {
    for took in ["interrupted", "suspended"] {
        let app = running(Preload::held_clock().answered().script(PHONE)).await;
        app.advance(15_000).await;
        assert!(!app.heard().await.of("tone").is_empty(), "control: it sounds");
        app.browser.eval(&format!("__hide(true); __phone('{took}');")).await;
        for _ in 0..3 {
            app.gap(1_000).await;
        }
        app.browser.eval("__hide(false);").await;
        app.advance(4_000).await;
        let said = app.heard().await.of("say").len();
        let state = app.state().await;
        assert!(state.running, "{took}: a short call stops nothing: {state:?}");
        app.press("pause").await;
        app.press("resume").await;
        let back = app.now().await;
        app.advance(90_000).await;
        let heard = app.heard().await;
        assert!(!heard.since(back).of("tone").is_empty(), "{took}: silent after it");
        assert!(heard.of("say").len() > said, "{took}: the voice went too");
        oracle::no_problems(&app.browser).await;
    }
}

/// Fault: X2
#[tokio::test]
async fn in_an_apps_own_browser_without_storage_worker_or_voice_a_session_runs_to_its_end() {
    let bare = "Object.defineProperty(window, 'indexedDB', { value: undefined });";
    let preload = Preload::held_clock()
        .fault("speech", "absent")
        .fault("wake", "absent")
        .fault("vibrate", "absent")
        .script(NO_WORKER)
        .script(bare)
        .script(STORAGE_DENIED);
    let app = App::new(preload).await;
    app.open("").await;
    app.browser.wait("[data-role=offline-status][data-state=unsupported]").await;
    app.go(&format!("#/routine/{ROUTINE}"), "routine").await;
    app.start_from_routine().await;
    let state = app.state().await;
    assert!(state.running, "{state:?}");
    app.advance(3_600_000).await;
    app.wait_screen("done").await;
    app.browser.wait("[data-kind=storage]").await;
}

/// Fault: X4, G13
#[tokio::test]
async fn turning_the_phone_in_a_session_loses_nothing() {
    let app = running(Preload::held_clock().answered()).await;
    app.advance(20_000).await;
    let mut model = Model::start(ROUTINE);
    let mut at = 20_000;
    for (width, height) in [(844, 390), (390, 844), (568, 320), (320, 568)] {
        app.browser.viewport(width, height).await;
        app.advance(3_000).await;
        at += 3_000;
        model.run_until(at);
        assert_eq!(app.state().await, model.shows(at), "{width}x{height}");
        assert!(oracle::fits(&app.browser, width).await.is_ok(), "{width}x{height}");
        for role in ["countdown", "step-name", "phase"] {
            let whole = format!(
                "const r = document.querySelector('[data-role={role}]').getBoundingClientRect(); \
                 return r.width > 0 && r.top >= -1 && r.bottom <= innerHeight + 1;"
            );
            assert_eq!(app.browser.eval(&whole).await, json!(true), "{role} at {width}x{height}");
        }
    }
}

/// Fault: G4, G13
#[tokio::test]
async fn nothing_of_the_player_is_out_of_sight_on_small_phones_whatever_hint_it_gives() {
    let app = running(Preload::held_clock().answered().fault("speech", "no-voices")).await;
    for (width, height) in [(844, 390), (667, 375), (667, 331), (568, 320), (390, 844), (320, 568)]
    {
        app.browser.viewport(width, height).await;
        for _ in 0..4 {
            // Other words stand there each time.
            app.advance(20_000).await;
            let state = app.state().await;
            for hint in ["", LONGEST_HINT] {
                let wrong = app.browser.eval(&OUT_OF_SIGHT.replace("HINT", hint)).await;
                assert_eq!(wrong, json!([]), "{width}x{height} {hint:?} {state:?}");
            }
        }
    }
}

/// The longest hint there is stands in for each of them.
const LONGEST_HINT: &str =
    "This phone cannot keep your place. If the app closes, the session starts over.";
/// What of the player is not there, over an edge or cut, or what lies over something else, with the hint or with HINT in its place.
const OUT_OF_SIGHT: &str = "
    const all = (css) => [...document.querySelectorAll(css)], box = (e) => e.getBoundingClientRect();
    const hint = all('.player-hint span')[0], said = hint.textContent;
    hint.textContent = 'HINT' || said;
    const seen = all('.player-top button, .stage-name, .digits, .phase-line, .caption, .control, .too-much, .player-next, .player-hint');
    const wrong = seen.filter((e) => { const r = box(e); return !r.width || r.top < -1 || r.bottom > innerHeight + 1
      || r.left < -1 || r.right > innerWidth + 1; }).map((e) => e.className);
    if (all('.control').length < 5 || seen.length < 13) wrong.push(`only ${seen.length} are there`);
    const told = all('.player-hint')[0], next = box(all('.player-next')[0]), at = box(told);
    if (!said || told.scrollWidth > told.clientWidth + 1 || told.scrollHeight > told.clientHeight + 1) wrong.push('the hint is cut');
    if (at.left < next.right && next.left < at.right && at.top < next.bottom && next.top < at.bottom) wrong.push('the hint lies over what comes next');
    hint.textContent = said;
    return wrong;";

/// Fault: X5
#[tokio::test]
async fn a_session_in_one_copy_of_the_app_does_not_end_the_one_in_the_other() {
    let app = running(Preload::held_clock().answered()).await;
    app.advance(30_000).await;
    let before = app.state().await;
    let finished = app.kept("unknot.history").await["finished"].as_u64().unwrap_or(0);
    let driver = app.browser.driver();
    let first = driver.window().await.expect("there is a tab");
    let second = driver.new_tab().await.expect("a tab opens");
    driver.switch_to_window(second).await.expect("it can be gone to");
    app.browser.goto(&format!("{}/#/routine/lower-back-5", app.server.origin())).await;
    app.browser.wait("body[data-app=ready] [data-screen=routine]").await;
    app.start_from_routine().await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.browser.driver().switch_to_window(first).await.expect("it can be gone to");
    app.advance(1_000).await;
    let after = app.state().await;
    assert!(after.running && after.seconds_left == before.seconds_left - 1, "{before:?} {after:?}");
    app.advance(3_600_000).await;
    app.wait_screen("done").await;
    assert_eq!(app.kept("unknot.history").await["finished"], json!(finished + 1), "it was lost");
    oracle::no_problems(&app.browser).await;
}

/// Fault: X7
#[tokio::test]
async fn a_phone_that_saves_battery_wakes_late_keeps_no_screen_on_and_still_comes_to_the_end() {
    let app = App::new(Preload::held_clock().answered().fault("wake", "denied")).await;
    let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    app.browser.cdp("Emulation.setEmulatedMedia", features).await;
    app.begin(ROUTINE).await;
    // Timers come up to a second late, as battery savers have it.
    let late = "(async () => { for (let n = 0; n < 3600 && document.querySelector('[data-screen=player]'); n++) await __clock.gap(1000); })()";
    let mut model = Model::start(ROUTINE);
    app.browser
        .settle("(async () => { for (let n = 0; n < 40; n++) await __clock.gap(1000); })()")
        .await;
    model.run_until(40_000);
    assert_eq!(app.state().await, model.shows(40_000));
    app.browser.settle(late).await;
    app.wait_screen("done").await;
    oracle::no_problems(&app.browser).await;
}

/// All that is kept here: our records, what lasts as long as the tab, databases, and each kept file.
const LEFT: &str = "(async () => { const files = []; \
    for (const name of await caches.keys()) for (const it of await (await caches.open(name)).keys()) files.push(`${name} ${it.url}`); \
    return { records: Object.keys(localStorage).filter(key => key.startsWith('unknot.')).sort(), \
      tab: { ...sessionStorage }, databases: (await indexedDB.databases()).map(it => it.name), files: files.sort() }; })()";

/// Fault: X8, B19
#[tokio::test]
async fn the_next_person_on_a_shared_phone_is_asked_everything_anew_once_all_is_erased() {
    // No preload answers anything here: whatever is kept, the app itself wrote.
    let app = App::new(Preload::held_clock()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    let fresh = app.browser.settle(LEFT).await;
    app.begin(ROUTINE).await;
    app.advance(60_000).await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.press("finish").await;
    app.wait_screen("home").await;
    settled(&app).await;
    let before = app.browser.settle(LEFT).await;
    for key in ["unknot.check", "unknot.health", "unknot.history"] {
        let records = before["records"].as_array().into_iter().flatten();
        assert!(records.into_iter().any(|it| it == key), "control: no {key}: {before}");
    }
    assert_eq!(before["databases"], json!(["unknot"]), "control: the session is noted");
    app.go("#/settings", "settings").await;
    app.browser.eval("window.__same = true;").await;
    app.press("erase-everything").await;
    app.press("erase-now").await;
    // The page starts anew; until then it still has its memory.
    until("a new page", Duration::from_secs(10), async || {
        let same = app.browser.try_eval("return window.__same ?? null;").await;
        (same == Ok(json!(null))).then_some(())
    })
    .await;
    app.wait_screen("home").await;
    app.browser.wait("body[data-app=ready]").await;
    let after = app.browser.settle(LEFT).await;
    assert_eq!(
        (&after["records"], &after["tab"], &after["databases"]),
        (&json!([]), &json!({}), &json!([]))
    );
    assert!(fresh["files"].as_array().is_some_and(|it| it.len() > 5), "control: {fresh}");
    assert_eq!(after["files"], fresh["files"], "the app's own files, and no other");
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.dismiss_notices().await;
    app.press("start").await;
    app.wait_screen("check").await;
    assert!(app.offers("none").await, "answers of the one before still count");
    app.go("#/progress", "progress").await;
    assert!(!app.browser.shows("[data-role=resume-offer]").await);
    assert_eq!(app.kept("unknot.place").await, json!(null));
}
