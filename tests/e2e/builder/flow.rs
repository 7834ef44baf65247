//! The whole way to a link, and how it feels with a hundred steps.

use std::time::Duration;

use serde_json::json;

use super::{ROWS, begin, choose, order};
use crate::support::app::App;
use crate::support::keys::text;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::until;

#[tokio::test]
async fn a_hundred_steps_can_be_edited_and_no_more_are_taken() {
    let app = begin().await;
    app.press("add-step").await;
    app.browser.wait("[data-action=add]").await;
    app.browser
        .eval("const all = [...document.querySelectorAll('[data-action=add]')]; for (let i = 0; i < 101; i++) all[i % all.length].click();")
        .await;
    assert!(app.browser.text("[data-role=added]").await.contains("at most 100"));
    app.press("close-picker").await;
    app.browser.wait(&format!("{ROWS}:nth-of-type(100)")).await;
    app.browser.press(&format!("{ROWS}:nth-of-type(50) .step-main")).await;
    app.browser.wait(&format!("{ROWS}:nth-of-type(50) .step-fields")).await;
    for css in [
        "[data-open] [name=time] + [data-action=more]",
        "[data-open] [name=sets] + [data-action=more]",
        "[data-open] [data-action=move-up]",
        "[data-step='20'] [data-action=remove-step]",
        "[data-action=undo]",
    ] {
        app.browser.eval(&format!("document.querySelector({}).click();", json!(css))).await;
    }
    app.browser.wait(&format!("{ROWS}:nth-of-type(100)")).await;
    assert!(!app.browser.shows(&format!("{ROWS}:nth-of-type(101)")).await);
    oracle::no_problems(&app.browser).await;
}

/// Counts what a finger does.
struct Finger<'a> {
    app: &'a App,
    taps: u32,
}

impl Finger<'_> {
    async fn tap(&mut self, css: &str) {
        self.taps += 1;
        self.app.browser.press(css).await;
    }

    /// One tap into the field; the letters go through the phone's keyboard.
    async fn write(&mut self, css: &str, words: &str) {
        self.tap(css).await;
        text(&self.app.browser, words).await;
    }

    /// Two taps: on the list, and on the choice in the phone's own picker.
    async fn pick(&mut self, css: &str, value: &str) {
        self.taps += 2;
        choose(self.app, css, value).await;
    }
}

#[tokio::test]
async fn from_opening_the_app_to_a_copied_link_of_eight_steps_in_under_two_minutes_and_sixty_taps()
{
    let app = App::new(Preload::real()).await;
    let begun = tokio::time::Instant::now();
    app.open("").await;
    let allowed = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": app.server.origin() });
    app.browser.cdp("Browser.grantPermissions", allowed).await;
    let mut finger = Finger { app: &app, taps: 0 };
    finger.tap("main a[href='#/builder']").await;
    finger.tap("[data-action=start-empty]").await;
    finger.write("[name=title]", "Ana, hip and calf").await;
    finger.tap("[data-action=add-step]").await;
    // A few by search, the others by filter, as one does.
    finger.write("[data-role=picker] [name=q]", "hip").await;
    let mut wanted = Vec::new();
    for nth in 1..=3 {
        finger.tap(&format!("[data-role=picker] li:nth-of-type({nth}) [data-action=add]")).await;
    }
    finger.tap("[data-role=picker] [name=q]").await;
    app.browser
        .eval("const f = document.querySelector('[data-role=picker] [name=q]'); f.value = ''; f.dispatchEvent(new Event('input'));")
        .await;
    finger.pick("[data-role=picker] [name=area]", "calf").await;
    app.browser.wait("[data-role=picker] [data-exercise=wall-calf-stretch]").await;
    for nth in 1..=5 {
        finger.tap(&format!("[data-role=picker] li:nth-of-type({nth}) [data-action=add]")).await;
    }
    finger.tap("[data-action=close-picker]").await;
    app.browser.wait(&format!("{ROWS}:nth-of-type(8)")).await;
    wanted.extend(order(&app).await);
    // Two steps get a dose of their own, one moves up.
    finger.tap(&format!("{ROWS}:nth-of-type(2) .step-main")).await;
    finger.tap("[data-step='2'] [name=sets] + [data-action=more]").await;
    finger.tap("[data-step='2'] [name=time] + [data-action=more]").await;
    finger.tap(&format!("{ROWS}:nth-of-type(8) .step-main")).await;
    finger.write("[data-step='8'] [name=step-note]", "Heel down").await;
    finger.tap("[data-step='8'] [data-action=move-up]").await;
    wanted.swap(6, 7);
    // How often.
    finger.tap("[data-role=schedule] summary").await;
    finger.tap("label:has([name=has-schedule])").await;
    finger.tap("[data-action=share]").await;
    finger.tap("[data-action=copy-link]").await;
    until("it is copied", Duration::from_secs(5), || async {
        app.browser.text("[data-role=copied]").await.starts_with("Copied").then_some(())
    })
    .await;
    let took = begun.elapsed();
    println!("{} taps, {:.1} s", finger.taps, took.as_secs_f64());
    assert!(finger.taps < 60, "{} taps", finger.taps);
    assert!(took < Duration::from_mins(2), "{took:?}");
    let copied = app.browser.settle("navigator.clipboard.readText()").await;
    let shown = app.browser.eval("return document.querySelector('[name=link]').value;").await;
    assert_eq!(copied, shown);
    let link = shown.as_str().unwrap_or_default();
    assert!(link.starts_with(&app.server.origin()), "{link}");
    let routine = unknot::codec::link::find(link).expect("it is a link").routine;
    assert_eq!(routine.title.as_str(), "Ana, hip and calf");
    assert!(routine.schedule.is_some());
    assert_eq!(routine.steps[6].note.as_str(), "Heel down");
    assert_eq!(routine.steps[1].sets.get(), 2);
    let slugs: Vec<&str> = routine
        .steps
        .iter()
        .map(|step| {
            let unknot::domain::shared::What::Library(number) = &step.what else { return "" };
            let id = unknot::domain::exercise::ExerciseId(number.get());
            unknot::catalog::exercise(id).map_or("", |it| it.slug)
        })
        .collect();
    assert_eq!(slugs, wanted);
    oracle::no_problems(&app.browser).await;
    // Somebody else's browser opens it.
    let (_, fragment) = link.split_once('#').unwrap_or_default();
    let other = App::new(Preload::real()).await;
    other.open(&format!("#{fragment}")).await;
    other.wait_screen("shared").await;
    assert!(other.browser.text("h1").await.contains("Ana, hip and calf"));
    oracle::no_problems(&other.browser).await;
}
