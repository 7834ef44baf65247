//! The way to each state of the builder.

use super::super::app::App;

/// A routine that is being made.
pub(super) async fn visit(app: &App, stop: &str) {
    if matches!(stop, "builder-start" | "builder-empty") {
        app.open("#/builder").await;
        if stop == "builder-empty" {
            app.press("start-empty").await;
            app.browser.wait("[data-action=add-step]").await;
        }
        return;
    }
    app.open("#/builder?from=lower-back-5").await;
    app.browser.wait("[data-role=steps] > li").await;
    match stop {
        "builder-open" => {
            app.browser.press("[data-role=steps] > li:nth-of-type(2) .step-main").await;
            app.browser.wait(".step-fields [name=sets]").await;
        }
        "builder-picker" => {
            app.press("add-step").await;
            app.browser.press("[data-role=picker] [data-action=add]").await;
        }
        "builder-custom" => {
            app.press("add-step").await;
            app.press("add-custom").await;
            app.browser.wait("[data-role=custom]").await;
        }
        "builder-bulk" => {
            app.press("choose-many").await;
            app.press("choose-all").await;
            app.press("change-chosen").await;
            app.browser.wait("[data-role=bulk]").await;
        }
        "builder-share" => {
            app.press("share").await;
            app.browser.wait("[data-role=share]").await;
        }
        _ => {}
    }
}
