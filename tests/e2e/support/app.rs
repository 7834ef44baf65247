//! The app as a person uses it: verbs over the page, by `docs`' DOM contract only.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Engine;
use super::oracle;
use super::preload::Preload;
use super::process::TempDir;
use super::server::Server;
use super::site::Site;
use super::transcript::Transcript;

/// The routine most tests play.
pub(crate) const ROUTINE: &str = "lower-back-10";

const READ: &str = "() => { const s = document.querySelector('[data-screen]'); return s ? { screen: s.dataset.screen, \
     phase: s.dataset.phase, running: s.dataset.running, step: s.dataset.step, steps: s.dataset.steps, \
     exercise: s.dataset.exercise, side: s.dataset.side, left: s.dataset.secondsLeft } : {}; }";

/// What the player shows, read from its `data-` attributes at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PlayerState {
    pub(crate) screen: String,
    pub(crate) phase: String,
    pub(crate) running: bool,
    pub(crate) step: u32,
    pub(crate) steps: u32,
    pub(crate) exercise: String,
    pub(crate) side: String,
    /// Whole seconds shown; -1 where there are none.
    pub(crate) seconds_left: i64,
}

/// The app in a browser, with the server it came from.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) browser: Browser,
    pub(crate) server: Server,
    // Dropped last: the browser and the server work in these folders.
    pub(crate) site: Site,
    profile: TempDir,
}

impl App {
    /// A fresh browser of this run's engine with `preload`, and the built site served.
    pub(crate) async fn new(preload: Preload) -> Self {
        Self::on(Engine::chosen(), preload).await
    }

    /// Like [`App::new`], but always Chromium, with further command-line flags for the browser.
    pub(crate) async fn with_flags(preload: Preload, flags: &[&str]) -> Self {
        let site = Site::built();
        let server = Server::start(site.dir());
        let profile = TempDir::new("profile");
        let browser = Browser::start(Engine::Chromium, profile.path(), &preload, flags).await;
        Self { browser, server, site, profile }
    }

    /// A fresh browser of any engine; where it takes no preload, the served site carries it.
    pub(crate) async fn on(engine: Engine, preload: Preload) -> Self {
        if engine == Engine::Chromium {
            return Self::with_flags(preload, &[]).await;
        }
        let site = Site::with_preload(&preload);
        let server = Server::start(site.dir());
        let profile = TempDir::new("profile");
        let browser = Browser::start(engine, profile.path(), &preload, &[]).await;
        Self { browser, server, site, profile }
    }

    /// Closes the browser properly and starts a new one on the same profile: a cold start.
    pub(crate) async fn restart_browser(self, preload: Preload) -> Self {
        let Self { browser, server, site, profile } = self;
        let engine = browser.engine;
        browser.quit().await;
        let browser = Browser::start(engine, profile.path(), &preload, &[]).await;
        Self { browser, server, site, profile }
    }

    /// Closes the browser properly, does something to its files, and starts a new one on them.
    pub(crate) async fn restart_after(self, preload: Preload, act: impl FnOnce(&Path)) -> Self {
        let Self { browser, server, site, profile } = self;
        let engine = browser.engine;
        browser.quit().await;
        act(profile.path());
        let browser = Browser::start(engine, profile.path(), &preload, &[]).await;
        Self { browser, server, site, profile }
    }

    /// Kills the browser in the middle of things and starts a new one on the same profile.
    pub(crate) async fn kill_browser(self, preload: Preload) -> Self {
        let Self { browser, server, site, profile } = self;
        let engine = browser.engine;
        drop(browser);
        let browser = Browser::start(engine, profile.path(), &preload, &[]).await;
        Self { browser, server, site, profile }
    }

    /// Opens the app at `fragment` (such as `#/settings`) with a full page load, and waits until it is ready.
    pub(crate) async fn open(&self, fragment: &str) {
        self.load(fragment).await;
        self.browser.wait("body[data-app=ready] [data-screen]").await;
        // Home is made anew when the rest of the program comes: what is done before that would be undone.
        let is_home = fragment.is_empty() || fragment.starts_with("#/?");
        for _ in 0..if is_home { 40 } else { 0 } {
            if self.browser.eval("return window.__whole ?? null;").await == json!(true) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
    }

    /// Opens the app at `fragment` with a full page load; whatever is wrong, there are words within 5 s.
    pub(crate) async fn load(&self, fragment: &str) {
        self.browser.goto("about:blank").await;
        self.browser.goto(&format!("{}/{fragment}", self.server.origin())).await;
        oracle::words_within_5_s(&self.browser).await;
    }

    /// Goes to a text of the app's: a page of its origin in which no program runs. Once its worker is there, any address
    /// that is not a kept file's is the app's own.
    pub(crate) async fn step_out(&self) {
        let words = self.site.file("words-en", ".txt");
        self.browser.goto(&format!("{}/{words}", self.server.origin())).await;
    }

    /// Follows a link within the app to `fragment`, and waits for `screen`.
    pub(crate) async fn go(&self, fragment: &str, screen: &str) {
        self.browser.eval(&format!("location.hash = {};", json!(fragment))).await;
        self.wait_screen(screen).await;
    }

    /// Waits for one of the screens of the contract.
    pub(crate) async fn wait_screen(&self, screen: &str) {
        self.browser.wait(&format!("[data-screen={screen}]")).await;
    }

    /// Waits until the page says that everything is kept for offline use.
    pub(crate) async fn wait_ready_offline(&self) {
        self.browser
            .wait_for("[data-role=offline-status][data-state=ready]", Duration::from_secs(40))
            .await;
    }

    /// Waits until everything is kept for offline use, on a screen that does not say so.
    pub(crate) async fn wait_ready_offline_here(&self) {
        let ready = "(async () => { await navigator.serviceWorker.ready; \
            while (!document.querySelector('link[rel=manifest]')) await new Promise(done => setTimeout(done, 50)); \
            await new Promise(done => setTimeout(done, 500)); return true; })()";
        self.browser.settle(ready).await;
    }

    /// Presses the control with this `data-action`.
    pub(crate) async fn press(&self, action: &str) {
        let open = format!("dialog[open] [data-action={action}]");
        if self.browser.shows(&open).await {
            self.browser.press(&open).await;
        } else {
            self.browser.press(&format!("[data-action={action}]")).await;
        }
    }

    /// Presses the first link to `fragment`.
    pub(crate) async fn press_link(&self, fragment: &str) {
        self.browser.press(&format!("main a[href={}]", json!(fragment))).await;
    }

    /// Puts away the messages that stand, as a person does who wants to see the page.
    pub(crate) async fn dismiss_notices(&self) {
        while self.offers("dismiss").await {
            self.press("dismiss").await;
        }
    }

    /// Whether a control with this `data-action` is shown.
    pub(crate) async fn offers(&self, action: &str) -> bool {
        self.browser.shows(&format!("[data-action={action}]")).await
    }

    /// Answers the safety check with "none of these" and accepts the set-up list.
    pub(crate) async fn answer_check_none(&self) {
        self.wait_screen("check").await;
        self.answer_none_to_all().await;
        self.dismiss_notices().await;
        self.press("accept-check").await;
    }

    /// Answers every list and card with "none of these", up to the set-up list.
    pub(crate) async fn answer_none_to_all(&self) {
        for _ in 0..30 {
            self.browser
                .wait("[data-action=accept-check], [data-action=none], [data-action=skip], [data-card=review] [data-action=continue], [data-screen=player] [data-action=start]")
                .await;
            if self.offers("accept-check").await
                || self.browser.shows("[data-screen=player] [data-action=start]").await
            {
                return;
            }
            let before = self.card().await;
            let action = if self.offers("none").await {
                "none"
            } else if self.offers("skip").await {
                "skip"
            } else {
                "continue"
            };
            self.press(action).await;
            self.wait_next_card(&before).await;
        }
        panic!("the questions never end: {}", self.card().await);
    }

    /// What stands on the check screen now: its card, progress and headline.
    pub(crate) async fn card(&self) -> String {
        let read = "const c = document.querySelector('[data-card]'); \
            return `${c?.dataset.card} ${c?.querySelector('.stack')?.innerText ?? document.querySelector('h1')?.innerText}`;";
        self.browser.eval(read).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until another card stands there than `before`.
    pub(crate) async fn wait_next_card(&self, before: &str) {
        for _ in 0..250 {
            if self.card().await != before {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("still at {before}");
    }

    /// From anywhere: opens the routine, starts it, answers the check, and arrives in the running player.
    pub(crate) async fn begin(&self, routine: &str) {
        self.open(&format!("#/routine/{routine}")).await;
        self.start_from_routine().await;
    }

    /// From the routine screen to the running player, with time standing still when it is held.
    pub(crate) async fn start_from_routine(&self) {
        self.dismiss_notices().await;
        self.hold_time().await;
        self.press("start").await;
        self.browser.wait("[data-screen=check], [data-screen=player]").await;
        if self.browser.shows("[data-screen=check]").await {
            self.answer_check_none().await;
        }
        self.wait_screen("player").await;
        if self.state().await.running {
            return;
        }
        if self.browser.shows("[data-screen=player] [data-action=start]").await {
            self.press("start").await;
        }
        self.browser.wait("[data-screen=player][data-running=true]").await;
    }

    /// What the player shows now.
    pub(crate) async fn state(&self) -> PlayerState {
        parse(&self.browser.eval(&format!("return ({READ})();")).await)
    }

    /// Lets time pass in steps of `every` milliseconds, at most for `limit` in all, until the player is gone;
    /// returns what it showed before each step, with the time since the call.
    pub(crate) async fn walk(&self, every: u64, limit: u64) -> Vec<(u64, PlayerState)> {
        let script = format!(
            "(async () => {{ const seen = []; for (let at = 0; at <= {limit}; at += {every}) {{ \
               const state = ({READ})(); seen.push(state); \
               if (state.screen !== 'player') break; await __clock.run({every}); }} return seen; }})()"
        );
        let seen = self.browser.settle(&script).await;
        let states = seen.as_array().cloned().unwrap_or_default();
        (0_u64..).map(|count| count * every).zip(states.iter().map(parse)).collect()
    }

    /// Stops the test's clock, when this page has one.
    pub(crate) async fn hold_time(&self) {
        self.browser.eval("window.__clock?.stop();").await;
    }

    /// Lets `ms` pass on the test's clock, firing timers when they are due.
    pub(crate) async fn advance(&self, ms: u64) {
        self.browser.settle(&format!("__clock.run({ms})")).await;
    }

    /// Lets `ms` pass in which the page does not run at all.
    pub(crate) async fn gap(&self, ms: u64) {
        self.browser.settle(&format!("__clock.gap({ms})")).await;
    }

    /// Lets time pass second by second until `done` holds for the player; panics after `limit_s` seconds.
    pub(crate) async fn advance_until(
        &self,
        limit_s: u32,
        done: impl Fn(&PlayerState) -> bool,
    ) -> PlayerState {
        for _ in 0..limit_s {
            let state = self.state().await;
            if done(&state) {
                return state;
            }
            self.advance(1000).await;
        }
        panic!("not within {limit_s} s: {:?}", self.state().await);
    }

    /// Milliseconds on the test's clock.
    pub(crate) async fn now(&self) -> f64 {
        self.browser.eval("return __clock.now();").await.as_f64().unwrap_or(f64::NAN)
    }

    /// What the stand-ins have written down so far.
    pub(crate) async fn heard(&self) -> Transcript {
        Transcript::read(&self.browser.eval("return __log;").await)
    }

    /// The value kept under `key` in `localStorage`, as JSON; null where there is none.
    pub(crate) async fn kept(&self, key: &str) -> Value {
        let text =
            self.browser.eval(&format!("return localStorage.getItem({});", json!(key))).await;
        text.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Value::Null)
    }

    /// Writes `text` under `key` in `localStorage` of the open page.
    pub(crate) async fn keep(&self, key: &str, text: &str) {
        self.browser.eval(&format!("localStorage.setItem({}, {});", json!(key), json!(text))).await;
    }
}

fn parse(read: &Value) -> PlayerState {
    let text = |name: &str| read[name].as_str().unwrap_or_default().to_owned();
    PlayerState {
        screen: text("screen"),
        phase: text("phase"),
        running: text("running") == "true",
        step: text("step").parse().unwrap_or(0),
        steps: text("steps").parse().unwrap_or(0),
        exercise: text("exercise"),
        side: text("side"),
        seconds_left: text("left").parse().unwrap_or(-1),
    }
}
