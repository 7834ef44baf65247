//! Every screen renders in three sizes, light and dark; `UNKNOT_SHOTS=<folder>` also keeps the pictures.

use std::path::PathBuf;

use serde_json::json;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::tour::{STOPS, visit};

#[tokio::test]
async fn every_screen_renders_in_three_sizes_light_and_dark() {
    let folder = std::env::var_os("UNKNOT_SHOTS").map(PathBuf::from);
    if let Some(folder) = &folder {
        std::fs::create_dir_all(folder).expect("the folder can be made");
    }
    let app = App::new(Preload::held_clock()).await;
    for stop in STOPS {
        app.browser.viewport(390, 844).await;
        visit(&app, stop).await;
        for (width, height) in [(390, 844), (844, 390), (320, 568)] {
            app.browser.viewport(width, height).await;
            for dark in [false, true] {
                app.browser.scheme(dark).await;
                let words = oracle::words_within_5_s(&app.browser).await;
                assert!(words.len() > 40, "{stop} {width}x{height}: {words}");
                let colour = "const c = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g); return Number(c[0]) + Number(c[1]) + Number(c[2]);";
                let sum = app.browser.eval(colour).await.as_f64().unwrap_or(0.0);
                assert!(sum > 0.0 || dark, "{stop}: no background");
                if let Some(folder) = &folder {
                    let name = format!("{stop}-{width}x{height}-{}.png", if dark { "dark" } else { "light" });
                    app.browser.driver().screenshot(&folder.join(name)).await.expect("a picture is taken");
                }
            }
        }
        let problems = oracle::problems(&app.browser).await;
        assert_eq!(json!(problems), json!([]), "{stop}");
    }
}
