//! Links that carry a routine, and what the phone keeps.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::app::App;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links")
}

/// A payload of a released version.
pub(crate) fn golden(name: &str) -> String {
    let file = folder().join("golden").join(name).with_extension("link");
    fs::read_to_string(file).expect("the link is there").trim().to_owned()
}

/// A reply of a released version, or its key.
pub(crate) fn reply_of(name: &str) -> String {
    let file = folder().with_file_name("replies").join(name);
    let file = if name.contains('.') { file } else { file.with_extension("link") };
    fs::read_to_string(file).expect("the reply is there").trim().to_owned()
}

/// Every hostile text with its name.
pub(crate) fn hostile() -> Vec<(String, String)> {
    let table = fs::read_to_string(folder().join("hostile/expected.tsv")).expect("the table");
    let names = table.lines().filter_map(|line| line.split('\t').next());
    names
        .map(|name| {
            let file = folder().join("hostile").join(name).with_extension("txt");
            (name.to_owned(), fs::read_to_string(file).expect("a file of the corpus"))
        })
        .collect()
}

/// One hostile text.
pub(crate) fn hostile_one(name: &str) -> String {
    hostile().into_iter().find(|it| it.0 == name).expect("a file of the corpus").1
}

/// Pastes a text on the screen for it and presses Open.
pub(crate) async fn paste(app: &App, text: &str) {
    let write = format!(
        "const field = document.querySelector('[name=message]'); field.value = {}; \
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));",
        json!(text)
    );
    app.browser.eval(&write).await;
    app.press("open-link").await;
}

/// Everything that is kept in this browser: `localStorage`, `sessionStorage` and each row of each database.
pub(crate) async fn stored(app: &App) -> Value {
    let read = "(async () => { \
        const all = { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, rows: {} }; \
        delete all.local['e2e.ahead']; \
        for (const { name } of (await indexedDB.databases?.()) ?? []) { \
          const db = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); }); \
          for (const store of db.objectStoreNames) all.rows[`${name}/${store}`] = await new Promise((done) => { \
            const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => done(JSON.stringify(r.result)); r.onerror = () => done('unreadable'); }); \
          db.close(); \
        } return all; })()";
    app.browser.settle(read).await
}
