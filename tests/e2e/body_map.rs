//! The body to point at: by thumb, by keyboard and by name, on the smallest phone.

use serde_json::json;

use crate::support::answers::{HEALTH, asked};
use crate::support::app::{App, ROUTINE};
use crate::support::keys::key;
use crate::support::oracle;
use crate::support::preload::Preload;

/// Every target in sight with its name and size, as `name width height`.
const TARGETS: &str = "return [...document.querySelectorAll('[data-action=point]')]
    .filter(b => b.checkVisibility()).map(b => { const r = b.getBoundingClientRect();
      return [b.getAttribute('aria-label'), r.width, r.height, r.left >= 0 && r.right <= innerWidth,
        b.contains(document.elementFromPoint(r.left + r.width / 2, Math.min(r.top + r.height / 2, innerHeight - 1))) || r.bottom > innerHeight];
    });";

fn region(area: &str, side: &str, view: &str) -> String {
    format!("[data-view={view}] [data-action=point][data-area={area}][data-side={side}]")
}

#[tokio::test]
async fn every_target_fits_a_thumb_at_320_pixels_and_has_a_name_of_its_own() {
    let app = App::new(Preload::held_clock().answered()).await;
    for (width, height) in [(320, 568), (390, 844), (844, 390)] {
        app.browser.viewport(width, height).await;
        app.open("#/where").await;
        app.browser.wait("[data-action=point]").await;
        let views: &[&str] = if width == 320 { &["back", "front"] } else { &["both"] };
        for view in views {
            if *view == "front" {
                app.browser.press("[data-action=turn][data-view=front]").await;
            }
            let found = app.browser.eval(TARGETS).await;
            let found = found.as_array().cloned().unwrap_or_default();
            let expected = match *view {
                "both" => 34,
                "front" => 16,
                _ => 18,
            };
            assert_eq!(found.len(), expected, "{width} {view}: {found:?}");
            let mut names = std::collections::BTreeSet::new();
            for target in &found {
                let size = |at: usize| target[at].as_f64().unwrap_or(0.0);
                assert!(size(1) >= 43.9 && size(2) >= 43.9, "{width} {view}: {target}");
                assert_eq!((&target[3], &target[4]), (&json!(true), &json!(true)), "{target}");
                names.insert(target[0].to_string());
            }
            assert_eq!(names.len(), found.len(), "{names:?}");
        }
        oracle::fits(&app.browser, width).await.expect("nothing scrolls sideways");
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_tap_on_the_body_leads_to_its_routines_and_the_keyboard_does_the_same() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/where").await;
    let hip = region("hip", "left", "back");
    app.browser.wait(&hip).await;
    assert_eq!(app.browser.attribute(&hip, "aria-label").await, "Left buttock and hip, back");
    app.browser.press(&hip).await;
    // The other side, the front and the list show the same area.
    for css in [region("hip", "right", "back"), region("hip", "right", "front")] {
        assert_eq!(app.browser.attribute(&css, "aria-pressed").await, "true");
    }
    let listed = "[data-action=area][data-area=hip]";
    assert_eq!(app.browser.attribute(listed, "aria-pressed").await, "true");
    // The same place again takes it back; the list chooses as well as the body does.
    app.browser.press(&hip).await;
    assert!(!app.browser.shows("a[href='#/?area=hip']").await);
    app.browser.press("[data-action=area][data-area=neck]").await;
    assert!(app.browser.shows("a[href='#/?area=neck']").await);
    // By keyboard: the button has the focus, Enter taps it.
    app.browser.eval(&format!("document.querySelector('{hip}').focus();")).await;
    key(&app.browser, "Enter").await;
    app.browser.wait("a[href='#/?area=hip']").await;
    app.browser.press("a[href='#/library?area=hip']").await;
    app.wait_screen("library").await;
    app.open("#/where").await;
    app.browser.wait(&hip).await;
    app.browser.press(&hip).await;
    app.browser.press("a[href='#/?area=hip']").await;
    app.wait_screen("home").await;
    assert_eq!(app.kept("unknot.finder").await["area"], json!("hip"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn in_the_questions_the_body_marks_what_the_list_marks() {
    let app = asked(ROUTINE).await;
    // Strong pain asks where, one place.
    app.browser.press("[data-action=pain][data-rating='8']").await;
    let thigh = region("thigh", "right", "front");
    app.browser.wait(&thigh).await;
    app.browser.press(&thigh).await;
    app.browser.press(&region("calf", "left", "back")).await;
    let pressed = "return [...document.querySelectorAll('[data-action=area][aria-pressed=true]')].map(b => b.dataset.area);";
    assert_eq!(app.browser.eval(pressed).await, json!(["calf"]));
    app.press("continue").await;
    app.browser.wait("[data-card], .flags [name=RF1]").await;
    assert_eq!(app.kept(HEALTH).await["pain"][1], json!("calf"));
}

#[tokio::test]
async fn the_article_shows_where_never_to_press_and_nothing_to_tap() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/learn/where-never-to-press").await;
    app.browser.wait(".body-map .body-zone").await;
    let drawn = app.browser.eval("return document.querySelectorAll('.body-zone').length;").await;
    assert_eq!(drawn, json!(28));
    assert!(!app.browser.shows("[data-action=point]").await);
}
