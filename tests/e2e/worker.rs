//! What the service worker answers for, and the one word it takes.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::preload::Preload;
use crate::support::site::Site;

/// Runs the shipped worker with `event`s of our own, on a page without a policy, and says which of
/// them it answered.
async fn answered(app: &App, requests: &Value) -> Value {
    let worker = std::fs::read_to_string(app.site.dir().join("sw.js")).expect("it is shipped");
    app.browser.goto("about:blank").await;
    let ask = format!(
        "return (() => {{ const heard = {{}}; const words = []; class WindowClient {{}} \
           const self = {{ registration: {{ scope: 'https://unknot.test/app/' }}, \
             addEventListener: (name, hear) => {{ heard[name] = hear; }}, \
             skipWaiting: () => {{ words.push('went on'); }} }}; \
           const never = () => new Promise(() => {{}}); const caches = {{ open: never }}; \
           new Function('self', 'WindowClient', 'caches', 'fetch', {worker})(self, WindowClient, caches, never); \
           const answers = {requests}.map(([method, url, mode, headers]) => {{ let took = false; \
             heard.fetch({{ request: {{ method, url, mode, headers: new Headers(headers) }}, \
               respondWith: () => {{ took = true; }} }}); return took; }}); \
           for (const source of [null, {{}}, new WindowClient()]) \
             for (const data of [null, 7, 'SKIP_WAITING', {{ type: 'CLEAR' }}, {{ type: 'SKIP_WAITING' }}]) \
               heard.message({{ source, data }}); \
           return [answers, words.length]; }})()",
        worker = json!(worker),
    );
    app.browser.eval(&ask).await
}

/// Fault: E15
#[tokio::test]
async fn the_worker_answers_only_gets_of_whole_files_of_its_own() {
    let app = App::new(Preload::real()).await;
    let wasm = app.site.file("unknot", ".wasm");
    let own = format!("https://unknot.test/app/{wasm}");
    let page = "https://unknot.test/app/";
    let elsewhere = format!("https://other.test/app/{wasm}");
    let above = format!("https://unknot.test/{wasm}");
    let cases = [
        (json!(["GET", own, "cors", {}]), true),
        (json!(["GET", page, "navigate", {}]), true),
        (json!(["GET", "https://unknot.test/app/learn", "navigate", {}]), true),
        (json!(["HEAD", own, "cors", {}]), false),
        (json!(["POST", own, "cors", {}]), false),
        (json!(["POST", page, "navigate", {}]), false),
        (json!(["GET", own, "cors", { "range": "bytes=0-3" }]), false),
        (json!(["GET", elsewhere, "cors", {}]), false),
        (json!(["GET", "https://other.test/app/", "navigate", {}]), false),
        (json!(["GET", "http://unknot.test/app/", "navigate", {}]), false),
        (json!(["GET", above, "cors", {}]), false),
        (json!(["GET", "https://unknot.test/", "navigate", {}]), false),
        (json!(["GET", "https://unknot.test/app/robots.txt", "cors", {}]), false),
    ];
    let requests: Vec<&Value> = cases.iter().map(|it| &it.0).collect();
    let expected: Vec<bool> = cases.iter().map(|it| it.1).collect();
    // Of fifteen messages the one word from one of our pages counts.
    assert_eq!(answered(&app, &json!(requests)).await, json!([expected, 1]), "{requests:#?}");
}

/// Fault: E15
#[tokio::test]
async fn the_worker_leaves_what_is_not_its_own_alone_and_takes_one_word_only() {
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.open("").await;
    app.server.forget();
    let wasm = app.site.file("unknot", ".wasm");
    let ask = format!(
        "(async () => {{ const was = await fetch('./{wasm}'); \
           const range = await fetch('./{wasm}', {{ cache: 'no-store', headers: {{ range: 'bytes=0-3' }} }}); \
           const post = await fetch('./', {{ method: 'POST', body: 'x' }}).then(r => r.status); \
           const other = await fetch('./robots.txt').then(r => r.status); const all = (await was.arrayBuffer()).byteLength; return [all, (await range.arrayBuffer()).byteLength, post, other]; }})()"
    );
    let came = app.browser.settle(&ask).await;
    let asked: Vec<(String, String)> =
        app.server.log().into_iter().map(|it| (it.method, it.target)).collect();
    app.server.forget();
    let has = |method: &str, target: &str| asked.iter().any(|it| it.0 == method && it.1 == target);
    assert!(has("POST", "/") && has("GET", "/robots.txt"), "{asked:?}");
    // A part is the part or the whole (Chromium's own routes know no parts), never something else.
    assert!(came[1] == came[0] || came[1] == json!(4), "{came}");

    // A new version waits for one word from one of our pages, whatever else is sent.
    let next = Site::next_version();
    app.server.deploy(next.dir());
    let waits = "(async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update(); \
        while (!r.waiting) await new Promise(t => setTimeout(t, 50)); \
        for (const word of ['SKIP_WAITING', { type: 'skip_waiting' }, { type: 'CLEAR' }, null, 7, { type: ['SKIP_WAITING'] }, '{\"type\":\"SKIP_WAITING\"}']) r.waiting.postMessage(word); \
        await new Promise(t => setTimeout(t, 700)); const still = r.waiting?.state ?? null; \
        r.waiting?.postMessage({ type: 'SKIP_WAITING' }); await new Promise(t => setTimeout(t, 1500)); \
        return [still, r.waiting?.state ?? null]; })()";
    assert_eq!(app.browser.settle(waits).await, json!(["installed", null]));
    app.server.forget();
}
