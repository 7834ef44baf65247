//! The reply: made on one phone, opened in the therapist's browser and in no other.

use serde_json::{Value, json};
use unknot::codec::backup::{self, Backup};
use unknot::codec::record::{decode_row, encode_entry};
use unknot::codec::report::{Letter, MARK, decode, encode};
use unknot::domain::outcome::{Entry, Journal};

use crate::progress::{choose_file, saved_file, settled};
use crate::support::app::App;
use crate::support::engine::Engine;
use crate::support::links::{golden, paste, reply_of, stored};
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

const DAY_MS: u64 = 86_400_000;
/// Everything that stands in the report, as words.
const WORDS: &str =
    "return document.querySelector('[data-role=report]').innerText.replace(/\\s+/g, ' ');";

pub(crate) fn preload() -> Preload {
    Preload::held_clock().answered().script(SEED)
}

/// The stops of the tour: a reply that is chosen, made, opened, or stays closed.
pub(crate) async fn visit(app: &App, stop: &str) {
    if stop.starts_with("report") {
        let name = if stop == "report" { "six-weeks" } else { "sealed" };
        app.open(&format!("#p={}", reply_of(name))).await;
        return app.browser.wait("[data-role=report], [data-role=problem]").await;
    }
    let key = reply_of("sealed.key");
    let public = key.lines().next().unwrap_or_default();
    app.keep("unknot.reply-to", &format!(r#"{{"v":1,"to":[["Ana Bell","{public}"]]}}"#)).await;
    app.browser.eval(SEED).await;
    app.browser.settle("__seed({ weeks: 6 })").await;
    app.open("#/reply").await;
    app.browser.wait("[data-role=report]").await;
    if stop == "reply-made" {
        app.press("make-sealed").await;
        app.browser.wait("[data-role=link]").await;
        app.browser.eval("document.querySelector('[data-role=ways]').scrollIntoView();").await;
    }
}

/// A browser in which somebody made a routine that asks for sealed replies; the payload of its link.
pub(crate) async fn therapist() -> (App, String) {
    let app = App::new(preload().script(KEYS)).await;
    app.open("#/builder?from=lower-back-10").await;
    app.browser.wait("[data-role=steps] > li").await;
    for role in ["schedule", "maker", "reply"] {
        app.browser.press(&format!("details[data-role={role}] summary")).await;
    }
    app.browser.press("[name=has-schedule]").await;
    let sign = "const field = document.querySelector('[name=maker]'); field.value = 'Ana Bell'; field.dispatchEvent(new Event('input', { bubbles: true }));";
    app.browser.eval(sign).await;
    app.browser.press("[name=sealed-reply]").await;
    let has_key = "(async () => { for (let nth = 0; nth < 400; nth += 1) { await __clock.turn(); \
        const kept = await __keys('getAllKeys'); if (kept.length) return kept; } return []; })()";
    assert_eq!(app.browser.settle(has_key).await.as_array().map(Vec::len), Some(1));
    for _ in 0..40 {
        app.press("share").await;
        app.browser.wait("[data-role=share] #share-link").await;
        let link = app.browser.eval("return document.querySelector('#share-link').value;").await;
        let link = link.as_str().unwrap_or_default().to_owned();
        app.press("close-share").await;
        let found = unknot::codec::link::find(&link).expect("a link");
        if found.routine.reply_to.is_some() {
            assert_eq!(found.routine.from.name.as_str(), "Ana Bell");
            let payload = link.split_once("#r=").expect("the mark").1;
            return (app, payload.to_owned());
        }
    }
    panic!("the link never has the key");
}

/// The backup of six weeks up to `last`, in days since 1970, by the app's own codec.
fn six_weeks(last: i32) -> String {
    let Letter::Open(report) = decode(&reply_of("six-weeks")).expect("it is whole") else {
        panic!("it is sealed")
    };
    let by = last - report.last.days();
    let moved = |it: &Entry| {
        let (key, text) = (it.key().to_string(), encode_entry(it));
        let mut row: Value = serde_json::from_str(&text).expect("JSON");
        row["day"] = json!(row["day"].as_i64().unwrap_or(0) + i64::from(by));
        let mut number = it.key().number;
        for name in ["started", "session"] {
            if let Some(at) = row[name].as_i64() {
                number = at + i64::from(by) * 86_400_000;
                row[name] = json!(number);
            }
        }
        if row["started"].is_null() && row["session"].is_null() && row["id"].is_null() {
            number += i64::from(by);
        }
        let key = format!("{}-{number}", key.split_once('-').expect("a kind").0);
        let row = row.to_string();
        decode_row(&key, &row).unwrap_or_else(|error| panic!("{key} {row}: {error}"))
    };
    let journal = Journal::of(report.journal.entries().iter().map(moved).collect());
    let row = |it: &Entry| (it.key().to_string(), encode_entry(it));
    let journal = journal.entries().iter().map(row).collect();
    backup::write(&Backup { journal, ..Backup::default() })
}

/// The payload of the link that was made.
pub(crate) async fn made(app: &App) -> String {
    app.browser.wait("[data-role=link] #share-link").await;
    let link = app.browser.eval("return document.querySelector('#share-link').value;").await;
    let link = link.as_str().unwrap_or_default();
    assert!(link.len() < 1200, "{} characters", link.len());
    link.split_once(MARK).expect("the mark").1.to_owned()
}

pub(crate) async fn words(app: &App) -> String {
    app.browser.eval(WORDS).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn six_weeks_come_back_sealed_to_the_one_who_made_the_routine_and_to_nobody_else() {
    // A6, A8, A10 to A14
    let (maker, routine) = therapist().await;

    // Six weeks later, on the person's phone.
    let phone = App::new(preload().script(KEYS)).await;
    phone.open(&format!("#r={routine}")).await;
    phone.wait_screen("shared").await;
    phone.hold_time().await;
    phone.gap(42 * DAY_MS).await;
    phone.open("#/settings").await;
    let today = phone
        .browser
        .eval(
            "return Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000);",
        )
        .await;
    let today = i32::try_from(today.as_i64().expect("a day")).expect("a day");
    choose_file(&phone, &six_weeks(today)).await;
    phone.press("accept-import").await;
    phone.wait_screen("progress").await;
    phone.browser.wait("[data-role=result][data-measure=pain]").await;
    let label = "[data-role=result][data-measure=pain]";
    assert_eq!(phone.browser.attribute(label, "data-label").await, "clear");
    let done = phone
        .browser
        .eval("return document.querySelectorAll('.calendar td[data-done]').length;")
        .await;
    assert!(done.as_i64().is_some_and(|it| it >= 1), "{done}");
    phone.open(&format!("#r={routine}")).await;
    phone.press("save").await;
    phone.browser.wait("[data-role=saved]:not([hidden])").await;
    phone.dismiss_notices().await;
    phone.browser.press("main a[href='#/reply']").await;
    phone.wait_screen("reply").await;
    phone.browser.wait("[name=note]").await;
    assert!(phone.browser.text("[data-screen=reply]").await.contains("no alert reaches"));

    // What the preview shows is what goes; a part that is left out is in neither.
    let chosen = "const note = document.querySelector('[name=note]'); note.value = 'See you on Monday'; note.dispatchEvent(new Event('input', { bubbles: true }));";
    phone.browser.eval(chosen).await;
    phone.browser.press("label:has([name=change])").await;
    phone.press("make-sealed").await;
    let sealed = made(&phone).await;
    let preview = words(&phone).await;
    assert!(preview.contains("42 sessions on 42 days") && preview.contains("See you on Monday"));
    assert!(!preview.contains("All in all"), "{preview}");
    assert!(matches!(decode(&sealed), Ok(Letter::Sealed(_))));
    phone.browser.press("[data-role=open-link] summary").await;
    phone.press("make-open").await;
    let open = made(&phone).await;
    let Ok(Letter::Open(report)) = decode(&open) else { panic!("it is not open") };
    assert_eq!(encode(&report).as_deref(), Ok(open.as_str()));
    oracle::no_problems(&phone.browser).await;

    // In the browser that made the routine: the right report, sealed and not, also after a reload.
    maker.open(&format!("#p={sealed}")).await;
    maker.browser.wait("[data-report=sealed] [data-role=report]").await;
    let hash = maker.browser.eval("return location.hash;").await;
    assert_eq!(hash, json!("#/report"));
    let read = words(&maker).await;
    for line in [
        "42 sessions on 42 days, 504 minutes",
        "Middle of a week: 6",
        "then 4",
        "Clear change",
        "too much 14 times",
        "Too strong (14)",
        "Put on socks",
        "See you on Monday",
    ] {
        assert!(read.contains(line), "{line}: {read}");
    }
    for chart in ["pain", "activities", "minutes"] {
        let weeks = maker.browser.attribute(&format!("[data-chart={chart}]"), "data-weeks").await;
        assert!(["6", "7"].contains(&weeks.as_str()), "{chart}: {weeks}");
    }
    maker.browser.reload().await;
    maker.browser.wait("body[data-app=ready] [data-report=sealed] [data-role=report]").await;
    assert_eq!(words(&maker).await, read);
    maker.open(&format!("#p={open}")).await;
    maker.browser.wait("[data-report=open] [data-role=report]").await;
    assert_eq!(words(&maker).await, read);
    oracle::no_problems(&maker.browser).await;

    // A third browser is told plainly, and opens it once it has the key from a copy.
    let third = App::new(preload().script(KEYS)).await;
    third.open(&format!("#p={sealed}")).await;
    third.browser.wait("[data-problem=sealed]").await;
    assert!(
        third.browser.text("[data-problem=sealed]").await.contains("sealed for another browser")
    );
    assert!(!third.browser.shows("[data-role=report]").await);
    maker.open("#/settings").await;
    maker.hold_time().await;
    let copy = saved_file(&maker, "export").await;
    assert!(copy.contains("\"keys\":"), "{copy}");
    third.open("#/settings").await;
    choose_file(&third, &copy).await;
    third.press("accept-import").await;
    third.browser.wait("[data-screen=routines], [data-screen=progress]").await;
    third.open(&format!("#p={sealed}")).await;
    third.browser.wait("[data-report=sealed] [data-role=report]").await;
    assert_eq!(words(&third).await, read);
    oracle::no_problems(&third.browser).await;
}

/// Looks into the store of keys.
pub(crate) const KEYS: &str = "window.__keys = (method, ...all) => new Promise((done) => { const open = indexedDB.open('unknot'); \
    open.onsuccess = () => { const database = open.result; \
      if (!database.objectStoreNames.contains('keys')) { database.close(); return done([]); } \
      const asked = database.transaction('keys', 'readwrite').objectStore('keys')[method](...all); \
      asked.onsuccess = () => { database.close(); done(asked.result); }; }; });";

async fn the_golden_seal_opens(engine: Engine) {
    // A9, A10: `sealed.link` was made from the specification alone
    let app = App::on(engine, preload().script(KEYS)).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=check-pain]").await;
    let key = reply_of("sealed.key");
    let (public, secret) = key.split_once('\n').expect("two lines");
    app.browser.settle(&format!("__keys('put', {}, {})", json!(secret), json!(public))).await;
    app.open("#/open").await;
    let message = format!("Hello! Here it is:\nhttps://example.org/#p={}\nBye", reply_of("sealed"));
    paste(&app, &message).await;
    app.browser.wait("[data-screen=report] [data-report=sealed] [data-role=report]").await;
    let read = words(&app).await;
    assert!(
        read.contains("42 sessions on 42 days") && read.contains("Evenings are best"),
        "{read}"
    );
    // Not every engine counts the marks around a name among the words that are seen.
    let title = app.browser.text("h1").await.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(title, "Report from Sam Hill");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_reply_that_another_program_sealed_is_opened_with_its_key() {
    the_golden_seal_opens(Engine::Chromium).await;
}

#[tokio::test]
async fn the_same_reply_is_opened_by_webkit_and_firefox() {
    for engine in [Engine::WebKit, Engine::Firefox] {
        if !engine.left_out() {
            the_golden_seal_opens(engine).await;
        }
    }
}

#[tokio::test]
async fn what_cannot_be_read_or_sealed_is_said_plainly_and_nothing_is_kept() {
    // A2, A12
    let app = App::new(preload()).await;
    let open = reply_of("six-weeks");
    app.open(&format!("#p={}", &open[..300])).await;
    app.browser.wait("[data-problem=cut-short]").await;
    app.open(&format!("#p=2{}", &open[1..])).await;
    app.browser.wait("[data-problem=newer]").await;
    app.open(&format!("#p={}x{}", &open[..300], &open[301..])).await;
    app.browser.wait("[data-problem=damaged]").await;
    app.open("#/report").await;
    app.browser.wait("[data-problem=gone]").await;
    app.open(&format!("#p={open}")).await;
    app.browser.wait("[data-report=open]").await;
    let kept = app.browser.eval("return [history.state, Object.keys(localStorage).filter((key) => /reply|report/.test(key))];").await;
    assert_eq!(kept, json!([null, []]));

    // A key that the browser does not keep would open nothing, so no link carries it.
    let denied =
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    let none = "Object.defineProperty(crypto, 'subtle', { value: undefined });";
    for (fault, word, closed) in [
        (denied, "does not keep the key", "cannot be read now"),
        (none, "makes no keys here", "sealed for another browser"),
    ] {
        let app = App::new(preload().script(fault)).await;
        app.open("#/builder?from=lower-back-10").await;
        app.dismiss_notices().await;
        app.browser.press("details[data-role=reply] summary").await;
        app.browser.press("[name=sealed-reply]").await;
        app.browser.wait("details[data-role=reply] .stop-note").await;
        assert!(app.browser.text("details[data-role=reply]").await.contains(word), "{word}");
        let ticked =
            app.browser.eval("return document.querySelector('[name=sealed-reply]').checked;").await;
        assert_eq!(ticked, json!(false));
        app.open(&format!("#p={}", reply_of("sealed"))).await;
        app.browser.wait("[data-problem=sealed]").await;
        assert!(app.browser.text("[data-problem=sealed]").await.contains(closed), "{closed}");
        oracle::no_problems(&app.browser).await;
    }

    // A key in a routine that is no point of the curve seals nothing.
    let app = App::new(preload()).await;
    let none = unknot::codec::report::to_text(&[7; 64]);
    app.open("#/progress").await;
    app.browser.settle("__seed({ weeks: 2 })").await;
    app.keep("unknot.reply-to", &format!(r#"{{"v":1,"to":[["Ana","{none}"]]}}"#)).await;
    app.open("#/reply").await;
    app.press("make-sealed").await;
    app.browser.wait("[data-role=ways] .stop-note").await;
    assert!(
        app.browser.text("[data-role=ways]").await.contains("key in your routine cannot be used")
    );
    app.browser.wait("[data-role=report]").await;
}

#[tokio::test]
async fn the_plan_of_a_routine_that_came_is_noted_once_and_a_later_own_plan_stays() {
    // P16
    let app = App::new(preload()).await;
    app.open(&format!("#r={}", golden("ten-steps"))).await;
    app.wait_screen("shared").await;
    app.press("save").await;
    // A page that is left while it makes the database lies frozen with it, and on a busy machine others wait for ever.
    app.browser.settle("__store((journal) => journal.count())").await;
    settled(&app).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=check-pain]").await;
    app.browser.wait("[data-role=plan], [name=plan-days]").await;
    let plans = "__store((journal) => journal.getAll(IDBKeyRange.bound('plan-', 'plan.')))";
    settled(&app).await;
    let noted = app.browser.settle(plans).await;
    let row: Value = serde_json::from_str(noted[0].as_str().unwrap_or_default()).expect("a row");
    assert_eq!(row["schedule"], json!([1, 5, 6]));
    // Days later the person plans for themselves; starting the routine again changes nothing.
    app.hold_time().await;
    app.gap(3 * DAY_MS).await;
    app.open("#/progress").await;
    app.browser.wait("[name=plan-days]").await;
    app.browser.eval("const list = document.querySelector('[name=plan-days]'); list.value = '2'; list.dispatchEvent(new Event('change', { bubbles: true }));").await;
    app.open(&format!("#r={}", golden("ten-steps"))).await;
    app.wait_screen("shared").await;
    app.start_from_routine().await;
    app.advance(5_000).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=check-pain]").await;
    settled(&app).await;
    let noted = app.browser.settle(plans).await;
    let last: Value = serde_json::from_str(noted[1].as_str().unwrap_or_default()).expect("a row");
    assert_eq!((noted.as_array().map(Vec::len), &last["schedule"][1]), (Some(2), &json!(2)));
}

/// Fault: B9
#[tokio::test]
async fn a_database_of_the_first_layout_keeps_what_it_had_and_gets_a_place_for_keys() {
    // D42
    let app = App::new(preload().script(KEYS)).await;
    app.step_out().await;
    app.browser.settle("__seed({ weeks: 2 })").await;
    let routine = json!(include_str!("../fixtures/records/kept-v1.txt").trim_end());
    let put = format!("__store((_, routines) => {{ routines.put({routine}, 'my-1'); }})");
    app.browser.settle(&put).await;
    let favourites = r#"{"v":1,"routines":["chair-10"],"exercises":[]}"#;
    app.keep("unknot.favourites", favourites).await;
    let layout = "new Promise((done) => { const open = indexedDB.open('unknot'); open.onsuccess = () => { \
        const { version, objectStoreNames } = open.result; open.result.close(); done([version, ...objectStoreNames]); }; })";
    assert_eq!(app.browser.settle(layout).await, json!([1, "journal", "routines"]));
    let rows = async || {
        let all = stored(&app).await["rows"].clone();
        [all["unknot/journal"].clone(), all["unknot/routines"].clone()]
    };
    let before = rows().await;
    assert!(before.iter().all(|it| it.as_str().is_some_and(|it| it.len() > 50)), "{before:?}");
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
    assert_eq!(app.browser.settle(layout).await, json!([2, "journal", "keys", "routines"]));
    assert_eq!(rows().await, before);
    let kept = app.browser.eval("return localStorage.getItem('unknot.favourites');").await;
    assert_eq!(kept, json!(favourites));
    app.open("#/routines").await;
    app.browser.wait("[data-kept=my-1]").await;
    oracle::no_problems(&app.browser).await;
}
