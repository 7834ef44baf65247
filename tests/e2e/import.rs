//! Files that are taken in: strange ones, huge ones, stopped ones and ones that find no room. All of it or nothing.

use serde_json::{Value, json};

use crate::progress::{choose_file, kept_now, saved_file, seeded};
use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

/// A file with so many ratings and one setting that this phone does not have, made in the page and chosen.
async fn choose_many(app: &App, ratings: u32) {
    let choose = format!(
        "const journal = {{}}; for (let day = 0; day < {ratings}; day += 1) journal[`pain-${{day}}`] = JSON.stringify({{ v: 1, kind: 'pain', at: day * 86400000, day, pain: day % 11 }}); \
         const text = JSON.stringify({{ app: 'unknot', v: 1, records: {{ 'unknot.finder': JSON.stringify({{ v: 1, area: null, minutes: null, tool: null }}) }}, routines: {{}}, journal }}); \
         const field = document.querySelector('[name=import]'); const box = new DataTransfer(); \
         box.items.add(new File([text], 'unknot.json')); field.files = box.files; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    app.browser.eval(&choose).await;
}

/// Waits for a note that was not read before, and reads it.
async fn says(app: &App, words: &str) {
    app.browser.wait("[data-role=data-step] .stop-note:not([data-read])").await;
    let read = "const note = document.querySelector('[data-role=data-step] .stop-note'); note.dataset.read = ''; \
         return note.innerText;";
    let said = app.browser.eval(read).await;
    assert!(said.as_str().is_some_and(|it| it.contains(words)), "{said}");
}

/// Fault: B17
#[tokio::test]
async fn a_huge_file_shows_how_far_it_is_and_can_be_stopped_twice_without_a_trace() {
    let app = App::new(Preload::real().answered().script(SEED)).await;
    app.open("#/settings").await;
    let before = kept_now(&app).await;
    choose_many(&app, 60_000).await;
    app.browser.wait("[data-role=import-progress] progress:not([value='0'])").await;
    app.press("cancel-import").await;
    says(&app, "Stopped. Nothing was changed.").await;
    assert_eq!(kept_now(&app).await, before);

    choose_many(&app, 60_000).await;
    app.browser.wait_for("[data-role=import-plan]", std::time::Duration::from_mins(1)).await;
    let plan = app.browser.text("[data-role=import-plan]").await;
    assert!(plan.contains("60000 records are new here") && plan.contains("1 settings"), "{plan}");
    app.press("accept-import").await;
    app.browser.wait("[data-role=import-progress] progress:not([value='0'])").await;
    app.press("cancel-import").await;
    says(&app, "Stopped. Nothing was changed.").await;
    assert_eq!(kept_now(&app).await, before, "a part of the file was kept");

    // Larger than any copy: it is not even read.
    app.browser.eval("const field = document.querySelector('[name=import]'); const box = new DataTransfer(); box.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'big.json')); field.files = box.files; field.dispatchEvent(new Event('change', { bubbles: true }));").await;
    says(&app, "too large").await;
    assert_eq!(kept_now(&app).await, before);
    oracle::no_problems(&app.browser).await;
}

/// Fault: B17
#[tokio::test]
async fn a_file_that_finds_no_room_halfway_leaves_everything_as_it_was() {
    let app = App::new(Preload::real().answered().script(SEED)).await;
    app.open("#/settings").await;
    let before = kept_now(&app).await;
    for kind in ["throw new DOMException('full', 'QuotaExceededError')", "this.transaction.abort()"]
    {
        let fault = format!(
            "window.__put ??= IDBObjectStore.prototype.put; let left = 700; IDBObjectStore.prototype.put = function (...all) {{ left -= 1; if (left === 0) {{ {kind}; }} return __put.apply(this, all); }};"
        );
        app.browser.eval(&fault).await;
        choose_many(&app, 1500).await;
        app.press("accept-import").await;
        says(&app, "Nothing was changed").await;
        assert_eq!(kept_now(&app).await, before, "{kind}");
    }
    // The control: with room the same file is taken in, and the same again changes nothing.
    app.browser.eval("IDBObjectStore.prototype.put = __put;").await;
    choose_many(&app, 1500).await;
    app.press("accept-import").await;
    app.wait_screen("progress").await;
    let after = kept_now(&app).await;
    assert_eq!(after["rows"].as_object().map(serde_json::Map::len), Some(1500));
    app.open("#/settings").await;
    choose_many(&app, 1500).await;
    app.browser.wait("[data-role=import-plan]").await;
    assert!(!app.offers("accept-import").await);
}

/// Fault: B17, B18
#[tokio::test]
async fn marks_line_breaks_and_rows_given_twice_change_nothing_about_a_file() {
    let app = seeded(2).await;
    app.open("#/settings").await;
    let before = kept_now(&app).await;
    let file = saved_file(&app, "export").await;
    let read: Value = serde_json::from_str(&file).expect("JSON");
    let (key, row) = read["journal"]
        .as_object()
        .and_then(|it| it.iter().next())
        .map(|(key, row)| (key.clone(), row.clone()))
        .expect("a row");
    let twice = file.replacen("\"journal\":{", &format!("\"journal\":{{{}:{row},", json!(key)), 1);
    for text in
        [format!("\u{feff}{file}"), format!("{file}\r\n"), file.replace("},", "},\r\n"), twice]
    {
        choose_file(&app, &text).await;
        app.browser.wait("[data-role=import-plan]").await;
        assert!(!app.offers("accept-import").await, "it is all here");
        app.press("cancel-import").await;
        app.browser.settle("__store((journal) => { journal.clear(); })").await;
        choose_file(&app, &text).await;
        app.press("accept-import").await;
        app.wait_screen("progress").await;
        app.browser.wait("[data-role=this-week]").await;
        assert_eq!(kept_now(&app).await["rows"], before["rows"]);
        app.open("#/settings").await;
    }
    assert_eq!(saved_file(&app, "export").await, file);
}

/// Fault: B8, F7
#[tokio::test]
async fn a_copy_is_all_of_it_or_none_also_where_a_newer_version_made_the_database() {
    let app = seeded(1).await;
    app.open("#/settings").await;
    let fails = "window.__open = IDBFactory.prototype.open; IDBFactory.prototype.open = () => { throw new DOMException('backing store', 'UnknownError'); };";
    app.browser.eval(fails).await;
    app.browser.eval("window.__made = []; window.__blob = URL.createObjectURL; URL.createObjectURL = (blob) => { __made.push(blob); return __blob.call(URL, blob); }; HTMLAnchorElement.prototype.click = () => {};").await;
    app.press("export").await;
    says(&app, "could not be read").await;
    assert_eq!(app.browser.eval("return __made.length;").await, json!(0), "a copy without rows");
    choose_file(&app, "{\"app\":\"unknot\",\"v\":1,\"records\":{},\"routines\":{},\"journal\":{}}")
        .await;
    says(&app, "could not be read").await;
    app.browser.eval("IDBFactory.prototype.open = __open;").await;
    let rows = kept_now(&app).await["rows"].clone();

    let newer = "new Promise((done, fail) => { const open = indexedDB.open('unknot', 9); open.onupgradeneeded = () => open.result.createObjectStore('moods'); open.onerror = () => fail(open.error); open.onsuccess = () => { open.result.close(); done(); }; })";
    app.browser.settle(newer).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=notice][data-kind=newer] a[href='#/settings']").await;
    app.open("#/settings").await;
    app.hold_time().await;
    let file = saved_file(&app, "export").await;
    let read: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(read["journal"], rows);
    let layout = "indexedDB.databases().then((all) => all.map((it) => it.version))";
    assert_eq!(app.browser.settle(layout).await, json!([9]));
}

/// Fault: F7
#[tokio::test]
async fn a_copy_holds_what_has_not_reached_the_database_and_what_the_builder_knows() {
    // D30, U1, U12
    let app = seeded(1).await;
    let making =
        json!({ "v": 1, "name": "Ana Bell", "profession": "", "contact": "", "last": null });
    app.keep("unknot.making", &making.to_string()).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=check-pain]").await;
    app.browser.eval("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };").await;
    app.browser.press("[data-role=check-pain] [data-action=undo]").await;
    app.browser.press("[data-role=check-pain] [data-rating='9']").await;
    app.browser.wait("[data-role=check-pain][data-state=told]").await;
    app.browser.press("[data-role=notice][data-kind=storage] a[href='#/settings']").await;
    app.wait_screen("settings").await;
    app.hold_time().await;
    let file = saved_file(&app, "export").await;
    let read: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(read["records"]["unknot.making"], json!(making.to_string()));
    let told = read["journal"].as_object().into_iter().flatten();
    assert!(
        told.clone().any(|(key, row)| key.starts_with("pain-")
            && row.as_str().is_some_and(|it| it.contains("\"pain\":9"))),
        "{file}"
    );
}
