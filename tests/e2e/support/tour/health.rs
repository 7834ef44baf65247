//! The way to the health questions, and to the screens of someone who answered them.

use super::super::app::{App, ROUTINE};

/// The health questions and what follows from them.
pub(super) async fn visit(app: &App, stop: &str) {
    let card = match stop {
        "health-pain" => "pain",
        "health-card" | "health-weeks" => "you",
        "health-follow-up" => "today",
        "health-where" => "bones",
        "health-body" => "body",
        "health-review" => "review",
        "health-clear" => "blood",
        _ => return told(app, stop).await,
    };
    app.browser.eval("localStorage.removeItem('unknot.health');").await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-card=pain]").await;
    while app.browser.attribute("[data-card]", "data-card").await != card {
        let before = app.card().await;
        app.press(if app.offers("none").await { "none" } else { "skip" }).await;
        app.wait_next_card(&before).await;
    }
    match stop {
        "health-pain" => app.browser.press("[data-rating='8']").await,
        "health-weeks" => app.browser.press("label[data-condition=pregnant]").await,
        "health-follow-up" => {
            app.browser.press("label[data-condition=fever-now]").await;
            app.press("continue").await;
            app.browser.wait("[data-action=yes], [data-level]").await;
        }
        "health-where" => {
            app.browser.press("label[data-condition=recent-operation]").await;
            app.press("continue").await;
            app.browser.wait("[data-action=area], [data-level]").await;
        }
        "health-body" => {
            app.browser.press("[data-trouble=bruised] label").await;
            app.browser.press("[data-trouble=bruised] [data-action=area][data-area=thigh]").await;
        }
        "health-clear" => {
            app.browser.press("label[data-condition=heart]").await;
            app.press("continue").await;
            app.browser.wait("[data-level=clear]").await;
        }
        _ => {}
    }
}

/// Screens of someone who told of their health, and had a session yesterday.
async fn told(app: &App, stop: &str) {
    let tell = "const h = JSON.parse(localStorage.getItem('unknot.health')); const day = h.marked; \
        for (const id of [5, 9, 16]) h.told[id - 1] = [id, true, day - 3, day, null, []]; \
        h.marks = [['thigh', 'bruised', day - 1]]; localStorage.setItem('unknot.health', JSON.stringify(h)); \
        localStorage.setItem('unknot.replies', JSON.stringify({ v: 1, listed: true, unsure: false, talked: null, \
        held: DUE ? [] : [['area', 'lower-back', day - 1]], sessions: DUE ? [[Date.now() - 86400000, day - 1, [[45, 0, 0]], [], false, null, null]] : [] }));";
    let is_due = matches!(stop, "health-next-day" | "health-home");
    app.browser.eval(&tell.replace("DUE", &is_due.to_string())).await;
    match stop {
        "health-next-day" => app.open(&format!("#/check/{ROUTINE}")).await,
        "health-home" => app.open("").await,
        "health-routine" => app.open(&format!("#/routine/{ROUTINE}")).await,
        _ => app.open("#/settings").await,
    }
    let wanted = match stop {
        "health-routine" => "[data-role=changes]",
        "health-settings" => "[data-role=answers]",
        _ => "[data-card=next-day]",
    };
    app.browser.wait(wanted).await;
}
