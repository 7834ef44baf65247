//! Every screen in every state that looks different, and how to get there.

use super::app::{App, ROUTINE};
use super::preload::{ANSWERED, PRACTISED};

/// The stops of the tour, in order.
pub(crate) const STOPS: [&str; 27] = [
    "home",
    "home-offer",
    "library",
    "exercise",
    "routine",
    "check",
    "check-ticked",
    "check-emergency",
    "check-urgent",
    "check-info",
    "before-start",
    "player-start",
    "player-get-ready",
    "player-hold",
    "player-switch",
    "player-paused",
    "player-stopped",
    "player-leave",
    "player-end",
    "too-much",
    "too-much-menu",
    "too-much-told",
    "player-aftercare",
    "done",
    "settings",
    "not-found",
    "failed",
];

/// Takes the app to `stop` from a fresh start; its preload holds the clock and leaves the check unanswered.
pub(crate) async fn visit(app: &App, stop: &str) {
    let answered = !stop.starts_with("check");
    fresh_start(app, answered).await;
    match stop {
        "home" => app.open("").await,
        "home-offer" => {
            play(app, 90_000).await;
            app.open("").await;
            app.browser.wait("[data-role=resume-offer]").await;
        }
        "library" | "settings" => app.open(&format!("#/{stop}")).await,
        "exercise" => app.open("#/exercise/cat-and-cow").await,
        "routine" => app.open(&format!("#/routine/{ROUTINE}")).await,
        "not-found" => app.open("#/nowhere").await,
        "check" | "before-start" => app.open(&format!("#/check/{ROUTINE}")).await,
        "check-ticked" => tick(app, "RF9").await,
        "check-emergency" => answer(app, "RF1").await,
        "check-urgent" => answer(app, "RF9").await,
        "check-info" => answer(app, "RF17").await,
        "player-start" => app.open(&format!("#/play/{ROUTINE}")).await,
        "done" => {
            play(app, 30_000).await;
            app.press("end").await;
            app.press("end-now").await;
            app.wait_screen("done").await;
        }
        "failed" => {
            app.open("").await;
            app.browser
                .eval(
                    "document.body.dataset.failed = 'files'; document.body.dataset.app = 'failed';",
                )
                .await;
        }
        _ => in_the_player(app, stop).await,
    }
    app.browser.wait("[data-screen]").await;
}

async fn in_the_player(app: &App, stop: &str) {
    play(app, if stop == "player-get-ready" { 3_000 } else { 20_000 }).await;
    match stop {
        "player-get-ready" | "player-hold" => {}
        "player-switch" => {
            for _ in 0..40 {
                if app.state().await.phase == "switch" {
                    return;
                }
                // The hold of a one-sided step leads into the switch by itself.
                let state = app.state().await;
                let wait = if state.side == "left" && state.phase == "work" {
                    state.seconds_left
                } else {
                    0
                };
                if wait == 0 {
                    app.press("next").await;
                }
                app.advance(u64::try_from(wait).unwrap_or(0) * 1000 + 1_000).await;
                skip_get_ready(app).await;
            }
            panic!("no switch came");
        }
        "player-paused" => app.press("pause").await,
        "player-stopped" => app.gap(600_000).await,
        "player-leave" => {
            app.browser.eval("history.back();").await;
            app.browser.wait("[data-role=leave]").await;
        }
        "player-end" => app.press("end").await,
        "player-aftercare" => {
            app.advance_until(1200, |state| state.phase == "aftercare").await;
        }
        "too-much" => app.press("ease-off").await,
        "too-much-menu" | "too-much-told" => {
            app.press("ease-off").await;
            app.press("something-else").await;
            if stop == "too-much-told" {
                app.browser.press("[data-action=complain][data-complaint=cramp]").await;
            }
        }
        other => panic!("no way to {other}"),
    }
}

async fn skip_get_ready(app: &App) {
    let state = app.state().await;
    if state.phase == "get-ready" {
        app.advance(u64::try_from(state.seconds_left).unwrap_or(0) * 1000).await;
    }
}

async fn fresh_start(app: &App, answered: bool) {
    app.browser.goto(&format!("{}/robots.txt", app.server.origin())).await;
    let seed = if answered { [PRACTISED, ANSWERED].concat() } else { PRACTISED.to_owned() };
    app.browser.eval(&["localStorage.clear();", &seed].concat()).await;
}

async fn play(app: &App, ms: u64) {
    app.open("").await;
    app.go(&format!("#/routine/{ROUTINE}"), "routine").await;
    app.start_from_routine().await;
    app.advance(ms).await;
}

async fn tick(app: &App, flag: &str) {
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.press(&format!("label:has([name='{flag}'])")).await;
    app.browser.wait("[data-action=continue]").await;
}

async fn answer(app: &App, flag: &str) {
    tick(app, flag).await;
    app.press("continue").await;
    app.browser.wait("[data-level]").await;
}
