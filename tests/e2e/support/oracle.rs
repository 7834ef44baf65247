//! Questions asked after every test, whatever it was about.

use std::time::Duration;

use serde_json::json;

use super::browser::Browser;
use super::server::Seen;

/// Waits at most 5 s for words on the page, the opposite of a blank screen; returns them.
pub(crate) async fn words_within_5_s(browser: &Browser) -> String {
    let end = tokio::time::Instant::now() + Duration::from_secs(5);
    loop {
        let text =
            browser.try_eval("return document.body?.innerText ?? '';").await.unwrap_or_default();
        let text = text.as_str().unwrap_or_default().trim().to_owned();
        if text.len() > 10 {
            return text;
        }
        assert!(tokio::time::Instant::now() < end, "blank screen for 5 s");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Uncaught errors, refused promises, policy violations and `console.error` calls of this page.
pub(crate) async fn problems(browser: &Browser) -> Vec<String> {
    let list = browser.eval("return window.__problems ?? ['collector missing'];").await;
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.as_str().map(ToOwned::to_owned))
        .collect()
}

/// Panics when the page had any problem.
pub(crate) async fn no_problems(browser: &Browser) {
    let found = problems(browser).await;
    assert!(found.is_empty(), "problems on the page: {found:#?}");
}

/// Panics unless every request was a plain `GET` to us without query, body, cookie or referrer.
pub(crate) fn nothing_was_sent(log: &[Seen]) {
    for seen in log {
        assert_eq!(seen.method, "GET", "{seen:?}");
        // The one query is the app's own word to its worker, which the server sees only without a worker.
        assert!(!seen.target.contains('?') || seen.target == "/?verify", "{seen:?}");
        assert!(!seen.has_body, "{seen:?}");
        let value = |name: &str| seen.headers.iter().find(|(known, _)| known == name);
        // Looking for a new worker, browsers name our own page or worker that asks, to ourselves.
        let own = |it: &(String, String)| {
            seen.target == "/sw.js" && (it.1.ends_with("/sw.js") || it.1.ends_with('/'))
        };
        assert!(value("cookie").is_none() && value("referer").is_none_or(own), "{seen:?}");
    }
}

/// Whether the document is not wider than `width` CSS pixels: no sideways scroll.
///
/// Compared with the number itself, as `innerWidth` grows with the content on phones.
pub(crate) async fn fits(browser: &Browser, width: u32) -> Result<(), String> {
    let script = "
        const width = arguments[0] ?? WIDTH;
        const root = document.documentElement;
        const wide = [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > width + 0.5 && e.checkVisibility())
          .slice(0, 5).map(e => `${e.tagName}.${e.className?.baseVal ?? e.className} ${Math.round(e.getBoundingClientRect().right)}`);
        return [Math.max(root.scrollWidth, document.body.scrollWidth), wide];"
        .replace("arguments[0] ?? WIDTH", &json!(width).to_string());
    let answer = browser.eval(&script).await;
    match answer[0].as_u64() {
        Some(found) if found <= u64::from(width) => Ok(()),
        _ => Err(format!("wider than {width}: {answer}")),
    }
}

/// What can be pressed and is smaller than 44 CSS pixels either way, its label counted in; links within a line of text
/// may be.
pub(crate) async fn small_targets(browser: &Browser) -> Vec<String> {
    let script = "
    const inLine = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline';
    const all = document.querySelectorAll('button, a[href], input, select, textarea, summary, [role=button], [role=switch]');
    return [...all].filter(e => e.checkVisibility({ visibilityProperty: true }) && !inLine(e))
      .map(e => [e, [e, ...(e.labels ?? [])].map(it => it.getBoundingClientRect())])
      .map(([e, all]) => [e, { width: Math.max(...all.map(it => it.width)), height: Math.max(...all.map(it => it.height)) }])
      .filter(([, r]) => r.width > 1 && (r.width < 43.5 || r.height < 43.5))
      .map(([e, r]) => `${e.tagName} ${e.className || e.dataset.action || ''} ${(e.innerText ?? '').slice(0, 20)} ${Math.round(r.width)}x${Math.round(r.height)}`);";
    let found = browser.eval(script).await;
    found.as_array().into_iter().flatten().map(ToString::to_string).collect()
}

/// Words that do not fit into their box and cannot be scrolled to: cut off, whole or in part.
pub(crate) async fn clipped(browser: &Browser) -> Vec<String> {
    let script = "
    const cuts = (value) => value === 'hidden' || value === 'clip';
    const hasWords = e => [...e.childNodes].some(it => it.nodeType === 3 && it.data.trim());
    // (On a narrow screen the mark stands for the name beside it, which is still read out.)
    const isFor = e => e.closest('.visually-hidden, [hidden], [aria-hidden=true], .brand') === null;
    return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && isFor(e)).filter(e => {
      const style = getComputedStyle(e);
      const wide = cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
      const tall = cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
      return (wide || tall) && (hasWords(e) || [...e.querySelectorAll('*')].some(hasWords));
    }).map(e => `${e.tagName}.${e.className} ${e.innerText.slice(0, 30)} ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);";
    let found = browser.eval(script).await;
    found.as_array().into_iter().flatten().map(ToString::to_string).collect()
}

/// What blinks more than three times a second.
pub(crate) async fn flashes(browser: &Browser) -> Vec<String> {
    let script = "return document.getAnimations().map(it => [it, it.effect.getComputedTiming()])
      .filter(([, timing]) => timing.iterations > 1 && timing.duration < 334)
      .map(([it, timing]) => `${it.animationName ?? it.id} ${timing.duration} ms`);";
    let found = browser.eval(script).await;
    found.as_array().into_iter().flatten().map(ToString::to_string).collect()
}
