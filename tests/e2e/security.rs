//! The policy we ship is strict, live, and in nobody's way.

use serde_json::json;

use crate::support::app::{App, ROUTINE};
use crate::support::engine::Engine;
use crate::support::headers::HeaderRules;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::process::TempDir;
use crate::support::server::Server;
use crate::support::site::Site;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' HASH img-src 'self'; \
    font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

/// Fault: E1, E8
#[test]
fn the_headers_are_exactly_those_we_mean_to_send() {
    // E1, E8
    let site = Site::built();
    let rules = HeaderRules::read(site.dir());
    let policy = rules.value("/", "content-security-policy").expect("there is a policy");
    let words: Vec<&str> = policy.split(' ').collect();
    let plain: Vec<&str> = words
        .iter()
        .map(
            |word| if word.starts_with("'sha256-") && word.ends_with("';") { "HASH" } else { word },
        )
        .collect();
    assert_eq!(plain.join(" "), POLICY);
    for (name, value) in [
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", "max-age=63072000; includeSubDomains; preload"),
    ] {
        for path in ["/", "/sw.js", &format!("/{}", site.file("unknot", ".wasm"))] {
            assert_eq!(rules.value(path, name).as_deref(), Some(value), "{path} {name}");
        }
    }
    for path in ["/", "/index.html", "/sw.js", "/manifest.webmanifest"] {
        assert_eq!(rules.value(path, "cache-control").as_deref(), Some("no-cache"), "{path}");
    }
    for file in [site.file("unknot", ".wasm"), site.file("unknot", ".js"), site.file("boot", ".js")]
    {
        let kept = rules.value(&format!("/{file}"), "cache-control");
        assert_eq!(kept.as_deref(), Some("public, max-age=31536000, immutable"), "{file}");
    }
}

/// Fault: E1
#[test]
fn the_page_has_no_inline_script_and_no_style_attribute_and_scripts_are_checked_by_hash() {
    // E1, E7
    let site = Site::built();
    let page = std::fs::read_to_string(site.dir().join("index.html")).expect("the page is text");
    for tag in page.split('<').filter(|tag| tag.starts_with("script")) {
        assert!(tag.contains(" src=") && tag.contains("integrity=\"sha384-"), "<{tag}");
    }
    assert!(
        !page.contains(" style=") && !page.contains("<base"),
        "style attribute or base element"
    );
    for word in [" onclick=", " onload=", " onerror=", "javascript:"] {
        assert!(!page.contains(word), "{word}");
    }
}

/// Fault: E2
#[tokio::test]
async fn the_whole_journey_violates_nothing() {
    // E2 on Chromium; the main job asks the same on every engine
    let app = App::new(Preload::held_clock()).await;
    app.open("").await;
    for (fragment, screen) in [
        ("#/library", "library"),
        ("#/settings", "settings"),
        ("#/exercise/cat-and-cow", "exercise"),
    ] {
        app.go(fragment, screen).await;
    }
    app.begin(ROUTINE).await;
    app.advance(100_000).await;
    app.press("ease-off").await;
    app.press("eased-yes").await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    oracle::no_problems(&app.browser).await;
}

/// Fault: E3
#[tokio::test]
async fn injected_code_and_foreign_requests_are_blocked() {
    // E3
    let app = App::new(Preload::real().answered()).await;
    let foreign_files = TempDir::new("foreign");
    std::fs::write(foreign_files.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n")
        .unwrap();
    std::fs::write(foreign_files.path().join("index.html"), "foreign").unwrap();
    let foreign = Server::start(foreign_files.path());
    app.open("").await;
    app.browser.expect_problems(&[
        "Content Security Policy",
        "TrustedScript",
        "policy: ",
        "could not load",
    ]);
    let attack = "(async (url) => {
      const add = (name, set) => { const e = document.createElement(name); set(e); document.body.append(e); return e; };
      const results = {};
      // Only what runs after the driver's own call is bound by the page's policy.
      await new Promise(done => setTimeout(done));
      try { add('script', e => { e.text = 'window.__evil = 1'; }); } catch (error) { results.script = error.name; }
      try { (0, eval)('window.__evil = 2'); } catch (error) { results.eval = error.name; }
      add('p', e => e.setAttribute('style', 'color: rgb(1, 2, 3)')).id = 'styled';
      await fetch(url).catch(error => { results.fetch = error.name; });
      add('img', e => { e.src = url; });
      add('iframe', e => { e.src = url; });
      add('base', e => { e.href = url; });
      add('form', e => { e.action = url; }).submit();
      await new Promise(done => setTimeout(done, 700));
      return { ...results, evil: window.__evil ?? null, styled: getComputedStyle(document.getElementById('styled')).color,
        base: document.baseURI };
    })";
    let found =
        app.browser.settle(&format!("{attack}({})", json!(format!("{}/", foreign.origin())))).await;
    assert_eq!(found["evil"], json!(null), "{found}");
    assert!(found["eval"].is_string() && found["fetch"].is_string(), "{found}");
    assert_ne!(found["styled"], json!("rgb(1, 2, 3)"), "{found}");
    assert!(
        found["base"].as_str().is_some_and(|base| base.starts_with(&app.server.origin())),
        "{found}"
    );
    assert!(foreign.log().is_empty(), "requests went out: {:?}", foreign.log());
    let seen = oracle::problems(&app.browser).await.join("\n");
    for directive in ["style-src", "connect-src", "img-src", "frame-src", "base-uri", "form-action"]
    {
        assert!(seen.contains(directive), "no report for {directive} in\n{seen}");
    }
}

/// Fault: E4
#[tokio::test]
async fn without_wasm_unsafe_eval_the_app_cannot_start_and_says_so() {
    // E4: proves that the header is live
    let app = App::new(Preload::real()).await;
    let policy = HeaderRules::read(app.site.dir()).value("/", "content-security-policy").unwrap();
    app.server
        .set_header("content-security-policy", Some(&policy.replace(" 'wasm-unsafe-eval'", "")));
    app.load("").await;
    app.browser.wait("body[data-app=failed] [data-action=reload]").await;
    assert!(!app.browser.shows("body[data-app=ready]").await);
}

/// Fault: E3
#[tokio::test]
async fn the_policy_also_holds_for_the_page_the_worker_keeps() {
    // E3, T6: a kept page carries the policy it was kept with
    let app = App::new(Preload::real().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.open("").await;
    let read =
        "fetch('./', { mode: 'same-origin' }).then(r => r.headers.get('content-security-policy'))";
    let kept = app.browser.settle(read).await;
    let sent = HeaderRules::read(app.site.dir()).value("/", "content-security-policy");
    assert_eq!(kept.as_str(), sent.as_deref());
    app.browser.expect_problems(&["TrustedScript", "policy: ", "could not load"]);
    let blocked = "new Promise(done => setTimeout(() => { try { (0, eval)('1'); done('ran'); } \
                   catch (error) { done(error.name); } }))";
    let blocked = app.browser.settle(blocked).await;
    assert_ne!(blocked, json!("ran"));
}

/// E5 on one engine.
async fn refuses_hostile_markup(engine: Engine) {
    let app = App::on(engine, Preload::real().answered()).await;
    app.open("").await;
    let probe = "(async () => { const p = document.createElement('p'); const tried = {};
        const attempt = async (name, act) => { try { await act(); tried[name] = 'done'; } catch (error) { tried[name] = error.name; } };
        await attempt('handler', () => { p.innerHTML = '<img src=x onerror=alert(1)>'; });
        await attempt('script', () => { p.innerHTML = '<script>1</script>'; });
        await attempt('link', () => { p.innerHTML = '<a href=\"javascript:alert(1)\">x</a>'; });
        await attempt('frame', () => { p.innerHTML = '<iframe src=x></iframe>'; });
        await attempt('worker', () => navigator.serviceWorker.register('/evil.js'));
        await attempt('plain', () => { p.innerHTML = '<b>plain</b>'; });
        return tried; })()";
    let tried = app.browser.settle(probe).await;
    let supported = app.browser.eval("return 'trustedTypes' in window;").await;
    if supported != json!(true) {
        println!("{engine:?} has no Trusted Types: {tried}");
        return;
    }
    for name in ["handler", "script", "link", "frame", "worker"] {
        assert_eq!(tried[name], json!("TypeError"), "{engine:?} {tried}");
    }
    assert_eq!(tried["plain"], json!("done"), "the policy refuses everything: {tried}");
    assert!(
        !app.server.log().iter().any(|seen| seen.target.contains("evil")),
        "the worker was asked for"
    );
}

/// Fault: E5
#[tokio::test]
async fn hostile_markup_and_foreign_workers_throw() {
    refuses_hostile_markup(Engine::Chromium).await; // E5
}

/// Fault: E5
/// Engines: WebKitGTK, Firefox
#[tokio::test]
async fn hostile_markup_and_foreign_workers_throw_on_webkit_and_firefox() {
    for engine in [Engine::WebKit, Engine::Firefox] {
        if !engine.left_out() {
            refuses_hostile_markup(engine).await; // E5
        }
    }
}
