//! Every screen in every state that looks different, and how to get there.

mod builder;
mod health;

use super::app::{App, ROUTINE};
use super::links::golden;
use super::preload::{ANSWERED, PRACTISED, SEED};

/// The stops of the tour, in order.
const STOPS: [&str; 81] = [
    "home",
    "home-offer",
    "home-answered",
    "home-none-fits",
    "home-returning",
    "library",
    "library-found",
    "library-filtered",
    "library-empty",
    "library-condition",
    "library-favourites",
    "exercise",
    "exercise-flagged",
    "point",
    "routine",
    "check",
    "check-ticked",
    "check-emergency",
    "check-urgent",
    "check-info",
    "before-start",
    "health-pain",
    "health-card",
    "health-weeks",
    "health-follow-up",
    "health-where",
    "health-body",
    "health-review",
    "health-clear",
    "health-next-day",
    "health-home",
    "health-routine",
    "health-settings",
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
    "learn",
    "article",
    "settings",
    "builder-start",
    "builder-empty",
    "builder-steps",
    "builder-open",
    "builder-picker",
    "builder-custom",
    "builder-bulk",
    "builder-share",
    "settings-data",
    "settings-taking",
    "progress-empty",
    "progress-lost",
    "progress-one",
    "progress-weeks",
    "progress-years",
    "reply",
    "reply-made",
    "report",
    "report-closed",
    "not-found",
    "shared",
    "shared-changed",
    "shared-long",
    "share",
    "share-made",
    "routines",
    "routines-many",
    "open-link",
    "open-problem",
    "player-shared",
    "player-note",
    "failed",
];

/// The stops of the tour; with `UNKNOT_STOPS=<word>,<word>` those whose names hold one of them. Panics when none does:
/// a tour without a stop would pass and show nothing.
pub(crate) fn stops() -> Vec<&'static str> {
    let only = std::env::var("UNKNOT_STOPS").unwrap_or_default();
    let is_meant = |stop: &&str| only.split(',').any(|word| stop.contains(word));
    let found: Vec<_> = STOPS.into_iter().filter(is_meant).collect();
    assert!(!found.is_empty(), "no stop of the tour is called like {only}");
    found
}

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
        "article" => app.open("#/learn/where-never-to-press").await,
        "routines" => app.open("#/routines").await,
        "routines-many" => crate::shelf::visit_many(app).await,
        it if it.starts_with("builder-") => builder::visit(app, it).await,
        "home-answered" => app.open("#/?area=neck").await,
        "home-none-fits" => app.open("#/?area=foot&minutes=30&tool=chair").await,
        "home-returning" => {
            come_back(app).await;
            app.open("").await;
            app.browser.wait("[data-screen=home] [data-exercise]").await;
        }
        "library-found" => app.open("#/library?q=bum").await,
        "library-filtered" => app.open("#/library?area=neck&tool=hands&position=chair").await,
        "library-empty" => app.open("#/library?q=xylophone").await,
        "library-condition" => app.open("#/library?q=sciatica").await,
        "library-favourites" => app.open("#/library?show=favourites").await,
        "library" | "learn" | "settings" => app.open(&format!("#/{stop}")).await,
        "settings-data" => {
            app.open("#/settings").await;
            app.press("erase-everything").await;
            app.browser.eval("document.querySelector('[data-role=erase]').scrollIntoView();").await;
        }
        "settings-taking" => {
            app.open("#/settings").await;
            // The first frame never comes, so the file is looked at for ever.
            app.browser.eval("window.requestAnimationFrame = () => 0;").await;
            crate::progress::choose_file(app, "{}").await;
            app.browser.wait("[data-role=import-progress]").await;
            app.browser.eval("document.querySelector('[for=import]').scrollIntoView();").await;
        }
        "progress-empty" => app.open("#/progress").await,
        "progress-lost" => {
            app.keep("unknot.has-journal", "1").await;
            app.open("#/progress").await;
            app.browser.wait("[data-role=notice]").await;
        }
        "progress-one" => progress(app, "{ weeks: 1 / 7, perDay: 1 }").await,
        "progress-weeks" => progress(app, "{ weeks: 6 }").await,
        "progress-years" => progress(app, "{ weeks: 520, perDay: 3 }").await,
        it if it.starts_with("rep") => crate::reply::visit(app, it).await,
        "exercise" => app.open("#/exercise/cat-and-cow").await,
        "exercise-flagged" => app.open("#/exercise/deep-buttock-roll").await,
        "point" => {
            app.open("#/where").await;
            app.browser.press("[data-view=back] [data-area=lower-back][data-side=left]").await;
        }
        "routine" => app.open(&format!("#/routine/{ROUTINE}")).await,
        "not-found" => app.open("#/nowhere").await,
        "check" | "before-start" => app.open(&format!("#/check/{ROUTINE}")).await,
        "check-ticked" => tick(app, "RF9").await,
        "check-emergency" => answer(app, "RF1").await,
        "check-urgent" => answer(app, "RF9").await,
        "check-info" => answer(app, "RF17").await,
        "shared" | "shared-changed" | "shared-long" | "player-shared" | "player-note" => {
            shared(app, stop).await;
        }
        "share" => {
            app.open("#/share/lower-back-10").await;
            app.browser.wait("[data-screen=share]").await;
            app.press("show-qr").await;
        }
        "share-made" => {
            app.open(&format!("#r={}", golden("ten-steps"))).await;
            app.browser.press("a[href^='#/share/']").await;
            app.browser.wait("[data-screen=share]").await;
        }
        "open-link" => app.open("#/open").await,
        "open-problem" => app.open("#/open/cut-short").await,
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
        stop if stop.starts_with("health-") => health::visit(app, stop).await,
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
    app.step_out().await;
    let seed = if answered { [PRACTISED, ANSWERED].concat() } else { PRACTISED.to_owned() };
    app.browser.eval(&["localStorage.clear();", &seed].concat()).await;
    app.browser
        .settle("new Promise((done) => { const gone = indexedDB.deleteDatabase('unknot'); gone.onsuccess = gone.onerror = () => done(); })")
        .await;
}

/// The progress screen of someone with such a journal.
async fn progress(app: &App, wanted: &str) {
    app.browser.eval(SEED).await;
    app.browser.settle(&format!("__seed({wanted})")).await;
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
}

/// Someone who was here before: answers, a favourite and a session that is over.
async fn come_back(app: &App) {
    app.keep("unknot.finder", r#"{"v":1,"area":"upper-back","minutes":10,"tool":"ball"}"#).await;
    let marked = r#"{"v":1,"routines":["gentle-whole-body-10"],"exercises":["cat-and-cow"]}"#;
    app.keep("unknot.favourites", marked).await;
    let past = r#"{"v":1,"finished":1,"last_day":20000,"recent":[{"routine":"lower-back-5","day":20000,"minutes":5,"ending":"completed"}]}"#;
    app.keep("unknot.history", past).await;
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

/// A routine that somebody sent.
async fn shared(app: &App, stop: &str) {
    let link = match stop {
        "shared" => golden("thirty-steps"),
        "shared-long" => golden("other-scripts"),
        _ => golden("everything"),
    };
    app.open(&format!("#r={link}")).await;
    app.browser.wait("[data-screen=shared] .their-steps").await;
    if let "player-shared" | "player-note" = stop {
        app.start_from_routine().await;
        app.advance(20_000).await;
    }
    if stop == "player-note" {
        for _ in 0..12 {
            if app.browser.shows("[data-role=maker-note]").await {
                break;
            }
            app.press("next").await;
            app.advance(3_000).await;
        }
    }
}
