//! Untrusted links (D1 to D31): each file of the corpus, pasted and opened as an address.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use unknot::codec::link::{self, LinkError};
use unknot::domain::body::{Area, Position};
use unknot::domain::shared::{Amount, Custom, Line, Note, SharedRoutine, Step, What};

use crate::support::app::App;
use crate::support::links::{hostile, hostile_one, paste, stored};
use crate::support::oracle;
use crate::support::preload::Preload;

/// The word in `data-problem` for an answer.
const fn problem(error: LinkError) -> &'static str {
    match error {
        LinkError::Empty => "empty",
        LinkError::NotALink => "not-a-link",
        LinkError::Truncated => "cut-short",
        LinkError::Damaged => "damaged",
        LinkError::Newer => "newer",
        LinkError::TooLong { .. }
        | LinkError::TooManySteps { .. }
        | LinkError::TooLongInAll { .. } => "too-long",
    }
}

/// What a page may never grow by: anything that a text in a link could have put there.
const PLANTED: &str = "return ['script', 'img', 'iframe', 'object', 'embed', 'base', 'meta', 'form', 'video']\
    .map(it => document.querySelectorAll(it).length).join();";

/// Reads the screen: which it is, its problem, its headline, how many steps, and whether home can be reached.
const READ: &str = "const s = document.querySelector('[data-screen]'); return { screen: s?.dataset.screen, \
    problem: document.querySelector('[data-role=problem]')?.dataset.problem ?? null, \
    title: document.querySelector('h1')?.textContent ?? '', \
    steps: document.querySelectorAll('.their-steps > li').length, \
    home: !!document.querySelector('a[href=\"#/\"]'), links: document.querySelectorAll('.their-words a').length, \
    hash: location.hash };";

async fn settled(app: &App, want: &str) -> Value {
    app.browser.wait(want).await;
    app.browser.eval(READ).await
}

/// Fault: D4, D20, D21
#[tokio::test]
async fn every_file_of_the_corpus_can_be_pasted_and_gets_a_routine_or_a_reason() {
    // D1 to D24, D31
    let app = App::new(Preload::real().answered()).await;
    app.open("#/open").await;
    app.wait_ready_offline_here().await;
    let (before, planted) = (stored(&app).await, app.browser.eval(PLANTED).await);
    app.server.forget();
    for (name, text) in hostile() {
        app.go("#/open", "open-link").await;
        paste(&app, &text).await;
        match link::find(&text) {
            Ok(opened) => {
                let seen = settled(&app, "[data-screen=shared] .their-steps").await;
                assert_eq!(seen["steps"], json!(opened.routine.steps.len()), "{name}: {seen}");
                if !opened.routine.title.is_empty() {
                    assert_eq!(seen["title"], json!(opened.routine.title.as_str()), "{name}");
                }
                assert_eq!(seen["links"], json!(0), "{name}");
                let told = app.browser.text("main").await;
                assert_eq!(
                    told.contains("newer version made this"),
                    opened.newer_parts > 0,
                    "{name}"
                );
                assert_eq!(told.contains("Some of its words"), opened.text_changed, "{name}");
            }
            Err(error) => {
                let want = format!("[data-problem={}]", problem(error));
                let seen = settled(&app, &want).await;
                assert!(seen["title"].as_str().unwrap_or_default().len() > 10, "{name}: {seen}");
            }
        }
        let seen = app.browser.eval(READ).await;
        assert_eq!(seen["home"], json!(true), "{name}");
        assert_eq!(app.browser.eval(PLANTED).await, planted, "{name}");
    }
    assert_eq!(stored(&app).await, before, "something was written without Save");
    let asked: Vec<String> = app.server.log().into_iter().map(|it| it.target).collect();
    assert!(asked.iter().all(|it| it.ends_with("/sw.js")), "{asked:?}");
    oracle::no_problems(&app.browser).await;
}

/// Fault: D4, F6
#[tokio::test]
async fn every_link_of_the_corpus_can_be_opened_and_gets_a_routine_a_reason_or_home() {
    // D1 to D24, F6
    let app = App::new(Preload::real().answered()).await;
    app.open("#/settings").await;
    app.wait_ready_offline_here().await;
    let (before, planted) = (stored(&app).await, app.browser.eval(PLANTED).await);
    for (name, text) in hostile() {
        let Some((_, fragment)) = text.trim_end().split_once('#') else { continue };
        if fragment.contains(char::is_whitespace) {
            continue;
        }
        // A browser takes at most 200 changes of the address in ten seconds.
        tokio::time::sleep(Duration::from_millis(150)).await;
        app.go("#/settings", "settings").await;
        app.browser.eval(&format!("location.hash = {};", json!(fragment))).await;
        let fragment = app.browser.eval("return location.hash;").await;
        let is_left = "[data-screen]:not([data-screen=settings])";
        app.browser.wait(is_left).await;
        let seen = app.browser.eval(READ).await;
        assert_eq!(seen["home"], json!(true), "{name}: {seen}");
        let hash = seen["hash"].as_str().unwrap_or_default();
        assert!(!hash.starts_with("#r"), "{name} stands in the address: {hash}");
        match link::find(&format!("#{}", text.trim_end().split_once('#').unwrap_or_default().1)) {
            Ok(opened) => {
                assert_eq!(seen["screen"], json!("shared"), "{name}: {fragment}");
                assert_eq!(seen["steps"], json!(opened.routine.steps.len()), "{name}: {seen}");
            }
            Err(error) => {
                let is_elsewhere =
                    seen["screen"] == json!("home") || seen["screen"] == json!("not-found");
                let told = json!(problem(error));
                assert!(is_elsewhere || seen["problem"] == told, "{name}: {told}, {seen}");
            }
        }
        assert_eq!(app.browser.eval(PLANTED).await, planted, "{name}");
    }
    assert_eq!(stored(&app).await, before, "something was written without Save");
    oracle::no_problems(&app.browser).await;
}

/// Fault: D1
#[tokio::test]
async fn an_empty_link_is_home_without_a_word_of_trouble() {
    // D1
    let app = App::new(Preload::real().answered()).await;
    for fragment in ["", "#", "#r", "#r="] {
        app.open(fragment).await;
        app.wait_screen("home").await;
        assert!(
            !app.browser.shows("[data-role=problem], [role=alert]:not(.failure)").await,
            "{fragment}"
        );
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: D2, D3, D6
#[tokio::test]
async fn cut_short_damaged_and_newer_say_different_things_and_outlive_a_reload() {
    // D2, D3, D6
    let app = App::new(Preload::real().answered()).await;
    let mut words = BTreeMap::new();
    for (name, problem) in [
        ("d02-cut", "cut-short"),
        ("d03-bit", "damaged"),
        ("d06-version-2", "newer"),
        ("d08-8193", "too-long"),
    ] {
        let text = hostile_one(name);
        let fragment = text.trim().split_once('#').expect("a link").1.to_owned();
        app.load(&format!("#{fragment}")).await;
        let want = format!("body[data-app=ready] [data-screen=shared] [data-problem={problem}]");
        app.browser.wait(&want).await;
        words.insert(app.browser.text("[data-role=problem]").await, name);
        app.browser.reload().await;
        app.browser.wait(&want).await;
        assert!(app.browser.shows("[name=message]").await, "the way on is there: {name}");
    }
    assert_eq!(words.len(), 4, "{words:?}");
    oracle::no_problems(&app.browser).await;
}

/// Fault: D8
#[tokio::test]
async fn a_link_longer_than_any_is_refused_at_once() {
    // D8
    let app = App::new(Preload::real().answered()).await;
    app.open("#/settings").await;
    for length in [100_000, 2_000_000] {
        app.go("#/settings", "settings").await;
        let script = format!(
            "const t = performance.now(); location.hash = 'r=1' + 'A'.repeat({length}); return performance.now() - t;"
        );
        app.browser.eval(&script).await;
        app.browser.wait("[data-problem=too-long]").await;
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: D17
#[tokio::test]
async fn long_and_tall_texts_break_nothing_and_cover_no_control() {
    // D17
    let app = App::new(Preload::real().answered()).await;
    for (width, height) in [(320, 568), (390, 844), (844, 390)] {
        app.browser.viewport(width, height).await;
        for (name, text) in hostile().into_iter().filter(|it| it.0.starts_with("d17")) {
            app.open("#/open").await;
            paste(&app, &text).await;
            app.browser.wait("[data-screen=shared] [data-action=start]").await;
            oracle::fits(&app.browser, width).await.unwrap_or_else(|it| panic!("{name}: {it}"));
            let free = app.browser.eval("const b = document.querySelector('[data-action=start]').getBoundingClientRect(); \
                const hit = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2); \
                return hit?.closest('[data-action]')?.dataset.action;").await;
            assert_eq!(free, json!("start"), "{name} at {width}");
            let inside = app.browser.eval("return [...document.querySelectorAll('.their-words')].every(e => e.scrollWidth <= e.clientWidth + 1 \
                || getComputedStyle(e).overflowX === 'hidden');").await;
            assert_eq!(inside, json!(true), "{name} at {width}");
        }
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: D17
#[tokio::test]
async fn long_names_and_lines_of_a_described_exercise_push_no_control_of_the_player_away() {
    // D17
    let custom = Custom {
        name: Line::clean(&"\u{fdfd}".repeat(80)),
        lines: Note::clean(&"Wx".repeat(250)),
        area: Area::UpperBack,
        position: Position::Chair,
        two_sided: true,
    };
    let step = Step::new(What::Custom(Box::new(custom)), Amount::of_secs(45));
    let title = Line::clean(&"x".repeat(80));
    let routine =
        SharedRoutine { title, steps: vec![step.clone(), step], ..SharedRoutine::default() };
    let link = link::encode(&routine).expect("a link");
    let app = App::new(Preload::held_clock().answered()).await;
    app.open(&format!("#r={link}")).await;
    app.wait_screen("shared").await;
    app.start_from_routine().await;
    for ms in [1_000, 20_000] {
        app.advance(ms).await;
        app.browser
            .eval("document.querySelector('[data-role=caption] span').textContent = 'Wx'.repeat(250);")
            .await;
        for (width, height) in [(320, 568), (390, 844), (844, 390)] {
            app.browser.viewport(width, height).await;
            let lost = app.browser.eval("return [...document.querySelectorAll('[data-screen=player] button')].filter(b => { const r = b.getBoundingClientRect(); \
                const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2); return !b.contains(hit); }).map(b => b.dataset.action);").await;
            assert_eq!(lost, json!([]), "{width}x{height} after {ms} ms");
            oracle::fits(&app.browser, width).await.unwrap_or_else(|it| panic!("{width}: {it}"));
        }
    }
    oracle::no_problems(&app.browser).await;
}

/// Fault: D15, D16, G14
#[tokio::test]
async fn text_from_right_to_left_turns_nothing_of_ours_round() {
    // D15, D16
    let app = App::new(Preload::real().answered()).await;
    let read = "(() => { const left = (css, from, to) => { const e = document.querySelector(css); \
        const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT); const n = walker.nextNode(); const r = document.createRange(); \
        r.setStart(n, from); r.setEnd(n, to); return r.getBoundingClientRect().left; }; \
        const time = document.querySelector('.their-steps .time').textContent; \
        return { title: getComputedStyle(document.querySelector('h1')).direction, page: getComputedStyle(document.body).direction, \
        digits: left('.their-steps .time', 0, 1), unit: left('.their-steps .time', time.indexOf('s'), time.indexOf('s') + 1) }; })()";
    for (name, direction) in [
        ("d16-hebrew", "rtl"),
        ("d16-arabic", "rtl"),
        ("d15-override", "ltr"),
        ("d15-isolate", "ltr"),
        ("d15-marks", "ltr"),
    ] {
        app.open("#/open").await;
        paste(&app, &hostile_one(name)).await;
        app.browser.wait("[data-screen=shared] .their-steps").await;
        let seen = app.browser.eval(&format!("return {read};")).await;
        assert_eq!(
            (&seen["title"], &seen["page"]),
            (&json!(direction), &json!("ltr")),
            "{name}: {seen}"
        );
        assert!(seen["digits"].as_f64() < seen["unit"].as_f64(), "{name}: {seen}");
    }
    // In the middle of a sentence of ours: the words behind the name stay behind it.
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/open").await;
    paste(&app, &hostile_one("d16-hebrew")).await;
    app.wait_screen("shared").await;
    app.start_from_routine().await;
    app.advance(3_000).await;
    app.open("").await;
    app.browser.wait("[data-role=resume-offer]").await;
    let order = app.browser.eval("const n = document.querySelector('[data-role=resume-offer] p').firstChild; const t = n.data; \
        const left = (at) => { const r = document.createRange(); r.setStart(n, at); r.setEnd(n, at + 1); return r.getClientRects()[0].left; }; \
        const first = t.indexOf('\\u2068') + 1; return [t, left(0) < left(first), t.includes('\\u2069')];").await;
    assert_eq!((&order[1], &order[2]), (&json!(true), &json!(true)), "{order}");
    oracle::no_problems(&app.browser).await;
}

/// Fault: D31
#[tokio::test]
async fn unsafe_content_meets_the_standard_limits_before_start() {
    // D31
    let app = App::new(Preload::real().answered()).await;
    for (name, wanted) in [
        ("d31-an-hour-of-neck", "s, not 3600 s"),
        ("d31-described-press", "Nobody has checked this exercise"),
        ("d31-unknown", "so it is not played"),
        ("d31-ice", "s, not 3600 s"),
    ] {
        app.open("#/open").await;
        paste(&app, &hostile_one(name)).await;
        app.browser.wait("[data-screen=shared] .their-steps").await;
        let told = app.browser.text("[data-screen=shared] main").await;
        let is_said =
            app.browser.shows(".their-steps [data-change], .their-steps .inline-note").await;
        assert!(is_said && told.contains(wanted), "{name}: {told}");
        assert!(told.contains("Stop"), "{name}: the stop rule stands on the page");
    }
    oracle::no_problems(&app.browser).await;
}
