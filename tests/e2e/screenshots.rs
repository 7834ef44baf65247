//! Every screen renders in three sizes, light and dark; `UNKNOT_SHOTS=<folder>` also keeps the pictures,
//! `UNKNOT_STOPS=<word>,<word>` visits only the stops whose names hold one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::json;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::tour::{stops, visit};

#[tokio::test]
async fn every_screen_renders_in_three_sizes_light_and_dark() {
    let folder = std::env::var_os("UNKNOT_SHOTS").map(PathBuf::from);
    if let Some(folder) = &folder {
        std::fs::create_dir_all(folder).expect("the folder can be made");
    }
    let app = App::new(Preload::held_clock()).await;
    for stop in stops() {
        app.browser.viewport(390, 844).await;
        visit(&app, stop).await;
        let mut inks = BTreeSet::new();
        for (width, height) in [(390, 844), (844, 390), (320, 568)] {
            app.browser.viewport(width, height).await;
            for dark in [false, true] {
                app.browser.scheme(dark).await;
                let words = oracle::words_within_5_s(&app.browser).await;
                assert!(words.len() > 40, "{stop} {width}x{height}: {words}");
                let ink = app.browser.eval("return getComputedStyle(document.body).color;").await;
                inks.insert((ink.to_string(), dark));
                if let Some(folder) = &folder {
                    let name = format!(
                        "{stop}-{width}x{height}-{}.png",
                        if dark { "dark" } else { "light" }
                    );
                    app.browser
                        .driver()
                        .screenshot(&folder.join(name))
                        .await
                        .expect("a picture is taken");
                }
            }
        }
        let schemes =
            inks.iter().filter(|(ink, dark)| inks.contains(&(ink.clone(), !dark))).count();
        assert_eq!(schemes, 0, "{stop}: light and dark have the same ink: {inks:?}");
        let problems = oracle::problems(&app.browser).await;
        assert_eq!(json!(problems), json!([]), "{stop}");
    }
}
