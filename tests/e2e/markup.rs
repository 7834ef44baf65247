//! Markup and addresses in every text of a routine (D20, D21): plain text on every screen that shows them.

use serde_json::{Value, json};
use unknot::domain::body::{Area, Position};
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{
    Amount, Custom, Line, Maker, Note, Number, SharedRoutine, Step, What,
};

use crate::receive::open;
use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;

/// What a text could have put into the page: elements of each kind, and addresses that can be followed. (Our own pictures
/// have a `viewBox`, and come when they come.)
const PLANTED: &str = "const count = (css) => document.querySelectorAll(css).length; \
    return { made: ['script', 'img', 'svg:not([viewBox])', 'iframe', 'object', 'embed', 'base', 'meta', 'form', 'video', 'b', 'style'].map(count), \
      followed: count('[href*=\"evil.example\"], [src*=\"evil.example\"], [href^=\"javascript:\"], [href^=\"data:text\"], [href^=\"tel:\"]'), \
      ran: window.evil ?? null };";

/// A routine with this text, and which one it is, in every field that a maker can write in.
fn routine_of(text: &str) -> SharedRoutine {
    let line = |nth: u32| Line::clean(&format!("{text}{nth}"));
    let note = |nth: u32| Note::clean(&format!("{text}\n{text}{nth}"));
    let noted = |what: What, nth: u32| Step {
        stated_name: line(nth),
        note: note(nth + 1),
        ..Step::new(what, Amount::of_secs(30))
    };
    let custom = Custom {
        name: line(1),
        lines: note(2),
        area: Area::UpperBack,
        position: Position::Chair,
        two_sided: false,
    };
    SharedRoutine {
        title: line(0),
        note: note(9),
        from: Maker { name: line(3), profession: line(4), contact: line(5) },
        steps: vec![
            noted(What::Custom(Box::new(custom)), 10),
            noted(What::library(ExerciseId(102)).expect("a number"), 20),
            noted(What::Library(Number::held(9000)), 30),
        ],
        ..SharedRoutine::default()
    }
}

/// Goes through every screen that shows a routine of somebody else; what stood on each.
async fn walk(text: &str) -> Vec<(&'static str, Value, String)> {
    let app = App::new(Preload::held_clock().answered()).await;
    let mut seen = Vec::new();
    let look = async |name: &'static str, seen: &mut Vec<(&'static str, Value, String)>| {
        app.browser
            .eval("document.querySelectorAll('details').forEach(it => it.open = true);")
            .await;
        let planted = app.browser.eval(PLANTED).await;
        seen.push((name, planted, app.browser.text("body").await));
    };
    open(&app, &routine_of(text)).await;
    app.browser.wait("[data-screen=shared] .their-steps").await;
    look("shared", &mut seen).await;
    app.press("save").await;
    app.browser.wait("[data-role=saved]:not([hidden])").await;
    app.browser.press("[data-screen=shared] a[href^='#/share/']").await;
    app.wait_screen("share").await;
    app.browser.wait("[data-role=handout] [data-role=figure]").await;
    look("share", &mut seen).await;
    app.open("#/routines").await;
    app.browser.wait("[data-kept]").await;
    look("routines", &mut seen).await;
    app.browser.press("[data-kept] a").await;
    app.wait_screen("shared").await;
    app.start_from_routine().await;
    for (name, ms) in [("get-ready", 3_000), ("hold", 15_000)] {
        app.advance(ms).await;
        look(name, &mut seen).await;
    }
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    look("done", &mut seen).await;
    app.open("#/progress").await;
    // Its pictures come once the journal has been read.
    app.browser.wait("[data-screen=progress] [data-role=calendar]").await;
    look("progress", &mut seen).await;
    open(&app, &routine_of(text)).await;
    app.press("adjust").await;
    app.browser.wait("[data-screen=builder] [data-role=steps] > li:nth-of-type(3)").await;
    app.browser.press("[data-step='1'] .step-main").await;
    app.browser.wait("[data-step='1'] .step-fields").await;
    look("builder", &mut seen).await;
    oracle::no_problems(&app.browser).await;
    oracle::nothing_was_sent(&app.server.log());
    seen
}

/// Fault: D20, D21
#[tokio::test]
async fn markup_and_addresses_in_every_text_stay_text_on_every_screen() {
    let plain = walk("Slow and easy ").await;
    for text in [
        "<img src=//evil.example onerror=evil=1><b>",
        "</title><svg onload=evil=1><script>evil=1</script>",
        "javascript:evil=1 tel:1 http://evil.example {{7*7}}${x}&lt;",
    ] {
        let hostile = walk(text).await;
        for ((name, made, _), (_, wanted, _)) in hostile.iter().zip(&plain) {
            assert_eq!(made, wanted, "{text} on {name}");
        }
        // The control: the words are there to be read, letter by letter, where they are shown.
        for (name, _, words) in
            hostile.iter().filter(|it| matches!(it.0, "shared" | "share" | "get-ready"))
        {
            assert!(words.contains(text), "{text} on {name}: {words}");
        }
    }
    assert!(plain.iter().all(|(_, planted, _)| planted["followed"] == json!(0)), "{plain:?}");
}
