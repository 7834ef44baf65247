//! Sending a routine on: link, messages, square code, calendar file and paper.

use std::process::Command;

use serde_json::json;
use unknot::codec::link;
use unknot::domain::shared::{
    Amount, DaysAWeek, Line, Maker, Note, Schedule, SharedRoutine, Step, TimesADay, Weeks, What,
};

use crate::receive::{address, step};
use crate::support::app::App;
use crate::support::links::golden;
use crate::support::oracle;
use crate::support::preload::Preload;

const SHARE: &str = "[data-screen=share]";

/// Ten steps of the library with a schedule and words of their maker.
fn ten_steps() -> SharedRoutine {
    let numbers = [33, 62, 1, 2, 9, 23, 41, 64, 66, 101];
    SharedRoutine {
        title: Line::clean("Evening hips"),
        steps: numbers.into_iter().map(|it| step(it, 45)).collect(),
        schedule: Some(Schedule {
            times: TimesADay::held(1),
            days: DaysAWeek::held(3),
            weeks: Weeks::held(6),
        }),
        note: Note::clean("Slowly, please. See you on Monday."),
        from: Maker { name: Line::clean("Ana Bell"), ..Maker::default() },
        ..SharedRoutine::default()
    }
}

async fn open_share(app: &App, routine: &SharedRoutine) {
    app.open(&address(routine)).await;
    app.wait_screen("shared").await;
    app.browser.press("a[href^='#/share/']").await;
    app.wait_screen("share").await;
}

/// Runs a program on a file; `None`, said plainly, where it is not here.
fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    if let Ok(output) = Command::new(name).args(arguments).output() {
        return Some(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    eprintln!("LEFT OUT: {name} is not here (tools/browsers.sh installs it on Debian)");
    None
}

#[tokio::test]
async fn the_copied_link_is_the_routine_and_messages_carry_it() {
    let app = App::new(Preload::real()).await;
    let routine = ten_steps();
    open_share(&app, &routine).await;
    app.browser
        .eval("navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };")
        .await;
    app.press("copy-link").await;
    let copied = app.browser.eval("return globalThis.copied").await;
    let copied = copied.as_str().unwrap().to_owned();
    assert_eq!(link::find(&copied).unwrap().routine, routine);
    app.browser.wait(&format!("{SHARE} [data-role=link] [role=status]:not(:empty)")).await;
    for (action, start) in [
        ("send-whatsapp", "https://wa.me/?text="),
        ("send-text", "sms:?&body="),
        ("send-mail", "mailto:?subject="),
    ] {
        let href = app.browser.attribute(&format!("[data-action={action}]"), "href").await;
        assert!(href.starts_with(start), "{href}");
        assert!(href.contains("Evening%20hips"), "{href}");
        assert_eq!(
            link::find(href.split('=').next_back().unwrap()).map(|it| it.routine),
            Ok(routine.clone())
        );
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_share_that_is_cancelled_or_missing_shows_no_error() {
    let app = App::new(Preload::real()).await;
    open_share(&app, &ten_steps()).await;
    // Headless Chromium on Linux has no sheet of its own: the button is not there, every other way is.
    let has = app.browser.eval("return 'share' in navigator").await == json!(true);
    assert_eq!(app.offers("share").await, has);
    app.browser
        .eval("navigator.share = () => Promise.reject(new DOMException('no', 'AbortError')); location.hash = '#/'")
        .await;
    app.wait_screen("home").await;
    app.browser.eval("history.back()").await;
    app.wait_screen("share").await;
    app.press("share").await;
    assert!(!app.browser.shows("[data-role=notice], [role=alert]:not(.failure)").await);
    assert!(app.offers("copy-link").await);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn the_square_code_is_read_by_another_program_at_three_centimetres() {
    let app = App::new(Preload::real()).await;
    let routine = ten_steps();
    open_share(&app, &routine).await;
    let shown = app.browser.attribute("[data-role=link] textarea", "value").await;
    app.press("show-qr").await;
    app.browser.wait("[data-role=code] [data-role=qr]").await;
    // 3 cm at 300 dots an inch are 354 dots.
    let draw =
        "const svg = document.querySelector('[data-role=code] [data-role=qr]').cloneNode(true);
        svg.setAttribute('width', 354); svg.setAttribute('height', 354);
        svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
        return new XMLSerializer().serializeToString(svg);";
    let svg = app.browser.eval(draw).await;
    let folder = std::env::temp_dir().join(format!("unknot-qr-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let page = folder.join("code.html");
    let svg = svg.as_str().unwrap();
    std::fs::write(&page, format!("<!doctype html><body style='margin:0'>{svg}")).unwrap();
    app.browser.viewport(354, 354).await;
    app.browser.goto(&format!("file://{}", page.display())).await;
    let picture = app.browser.driver().screenshot_as_png().await.unwrap();
    let file = folder.join("code.png");
    std::fs::write(&file, picture).unwrap();
    if let Some(read) = tool("zbarimg", &["--quiet", "--raw", &file.display().to_string()]) {
        let read = link::find(&read).unwrap_or_else(|error| panic!("{error:?}: {read}"));
        assert_eq!(read.routine, routine);
    }
    assert!(shown.is_empty() || link::find(&shown).is_ok());
}

#[tokio::test]
async fn the_calendar_file_has_the_day_and_time_that_were_chosen() {
    let app = App::new(Preload::real()).await;
    open_share(&app, &ten_steps()).await;
    app.browser
        .eval(
            "globalThis.saved = [];
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => globalThis.saved.push(text)); return make(blob); };
            const choose = (name, value) => {
                const field = document.querySelector(`[data-role=calendar] [name=${name}]`);
                field.value = value;
                field.dispatchEvent(new Event('change', { bubbles: true }));
            };
            choose('first', '2026-12-07'); choose('time', '19:30'); choose('reminder', '30');",
        )
        .await;
    app.press("calendar").await;
    let mut text = String::new();
    for _ in 0..50 {
        let saved = app.browser.eval("return globalThis.saved[0] ?? ''").await;
        text = saved.as_str().unwrap_or_default().to_owned();
        if !text.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // Three days a week for six weeks, floating.
    for line in [
        "DTSTART:20261207T193000\r\n",
        "RRULE:FREQ=WEEKLY;COUNT=18;BYDAY=MO,WE,FR\r\n",
        "TRIGGER:-PT30M\r\n",
        "SUMMARY:Evening hips\r\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    oracle::no_problems(&app.browser).await;
    read_by_another_program(&text);
}

/// ical.js reads the file as it was meant: floating, with a reminder, over when the plan is (C1 to C4).
fn read_by_another_program(text: &str) {
    let file = std::env::temp_dir().join(format!("unknot-{}.ics", std::process::id()));
    std::fs::write(&file, text).unwrap();
    let reader =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/support/js/calendar.mjs").to_owned();
    let told = Command::new("node").arg(reader).arg(&file).output().unwrap();
    std::fs::remove_file(&file).ok();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let read: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!((&read["version"], &read["zones"]), (&json!("2.0"), &json!(0)));
    assert_eq!(read["events"].as_array().map(Vec::len), Some(1));
    let event = &read["events"][0];
    assert_eq!(event["summary"], "Evening hips");
    assert!(event["description"].as_str().unwrap().contains("#r="), "{event}");
    assert_eq!((&event["floating"], &event["zone"]), (&json!(true), &json!(null)));
    assert_eq!(event["ends"], true);
    assert!(event["seconds"].as_u64().unwrap() >= 60);
    // Monday, Wednesday and Friday for six weeks at half past seven in the evening, and then no more.
    let days: Vec<&str> =
        event["days"].as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
    assert_eq!(days.len(), 18, "{days:?}");
    assert_eq!(
        days[..4],
        [
            "2026-12-07T19:30:00",
            "2026-12-09T19:30:00",
            "2026-12-11T19:30:00",
            "2026-12-14T19:30:00"
        ]
    );
    assert_eq!(days.last(), Some(&"2027-01-15T19:30:00"));
    let alarm = json!([{ "action": "DISPLAY", "description": "Evening hips", "before": -30 * 60 }]);
    assert_eq!(event["alarms"], alarm);
}

/// The page for print, in a dark theme, on each kind of paper: how many sheets, and the words in the order of reading.
async fn printed(app: &App) -> Vec<(&'static str, String, String)> {
    app.browser.wait("[data-role=handout] [data-role=figure]").await;
    app.browser.scheme(true).await;
    let mut sheets = Vec::new();
    for (name, width, height) in [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)] {
        let print = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false, "printBackground": true });
        let pdf = app.browser.cdp("Page.printToPDF", print).await;
        let bytes = base64(pdf["data"].as_str().unwrap());
        let file = std::env::temp_dir().join(format!("unknot-{}-{name}.pdf", std::process::id()));
        std::fs::write(&file, bytes).unwrap();
        let file = file.display().to_string();
        let Some(info) = tool("pdfinfo", &[&file]) else { continue };
        let pages = info.lines().find_map(|it| it.strip_prefix("Pages:")).unwrap().trim();
        let text = tool("pdftotext", &[&file, "-"]).unwrap();
        sheets.push((name, pages.to_owned(), text));
    }
    sheets
}

#[tokio::test]
async fn thirty_steps_with_notes_go_on_two_sheets() {
    let app = App::new(Preload::real()).await;
    let routine = link::decode(&golden("thirty-steps")).unwrap().routine;
    open_share(&app, &routine).await;
    for (name, pages, text) in printed(&app).await {
        assert_eq!(pages, "2", "{name}");
        for step in &routine.steps {
            let note = step.note.as_str();
            assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(note), "{note}");
        }
        for nth in 1..=30 {
            assert!(text.contains(&format!("{nth}. ")), "{name}: no step {nth} in {text}");
        }
        assert!(text.contains("Stop and get help"), "{text}");
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn ten_steps_go_on_one_or_two_sheets_of_paper_with_every_name_dose_and_figure() {
    let app = App::new(Preload::real()).await;
    open_share(&app, &ten_steps()).await;
    for (name, pages, text) in printed(&app).await {
        assert!(["1", "2"].contains(&pages.as_str()), "{name}: {pages} pages");
        for words in [
            "Evening hips",
            "Ana Bell",
            "Slowly, please",
            "Week 6",
            "Stop and get help",
            "3 days a week",
        ] {
            assert!(text.contains(words), "{name}: no {words} in {text}");
        }
        assert_eq!(text.matches("45 s").count(), 10, "{name}: {text}");
        assert!(!text.contains("Copy the link") && !text.contains("Settings"), "{text}");
    }
    let figures =
        "return document.querySelectorAll('[data-role=handout] [data-role=figure]').length";
    assert_eq!(app.browser.eval(figures).await, json!(10));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_routine_of_the_library_can_be_sent_on_as_it_stands() {
    let app = App::new(Preload::real()).await;
    app.open("#/routine/lower-back-10").await;
    app.wait_screen("routine").await;
    app.browser.press("a[href='#/share/lower-back-10']").await;
    app.wait_screen("share").await;
    let value = app.browser.eval("return document.querySelector('#share-link').value").await;
    let read = link::find(value.as_str().unwrap()).unwrap().routine;
    assert_eq!(read.title.as_str(), "Lower back, 10 minutes");
    assert!(read.steps.len() > 4);
    assert!(read.steps.iter().all(
        |it: &Step| matches!(it.what, What::Library(_)) && matches!(it.amount, Amount::Secs(_))
    ));
    oracle::no_problems(&app.browser).await;
}

/// Bytes of a base64 text.
fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |byte: u8| LETTERS.iter().position(|it| *it == byte);
    let mut out = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for six in text.bytes().filter_map(value) {
        bits = (bits << 6) | u32::try_from(six).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 255).unwrap());
        }
    }
    out
}
