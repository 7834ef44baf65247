//! One page in one browser, the same for every engine.

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::driver_log::DriverLog;
use super::engine::{Driver, Engine};
use super::preload::Preload;
use super::process::end_those_using;
use super::until;

/// The browser and its one page. It ends when dropped.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Which engine it is.
    pub(crate) engine: Engine,
    driver: Option<WebDriver>,
    process: Driver,
    profile: std::path::PathBuf,
    expected: RefCell<Vec<String>>,
}

impl Browser {
    /// Starts `engine` with its data in `profile`, a phone's viewport, and `preload` in every page.
    ///
    /// Only Chromium takes a preload here; for the others it is built into the site
    /// ([`super::site::Site::with_preload`]).
    pub(crate) async fn start(
        engine: Engine,
        profile: &Path,
        preload: &Preload,
        flags: &[&str],
    ) -> Self {
        let process = Driver::start(engine, profile, flags);
        let driver = until("a browser session", Duration::from_mins(1), || async {
            let wanted = process.capabilities.as_object().cloned().unwrap_or_default();
            WebDriver::new(process.url.as_str(), Capabilities::from(wanted)).await.ok()
        })
        .await;
        let browser = Self {
            engine,
            driver: Some(driver),
            process,
            profile: profile.to_owned(),
            expected: RefCell::default(),
        };
        browser
            .driver()
            // WebKit counts this on the page's own timers, which a test may run through in no time.
            .set_script_timeout(Duration::from_hours(24 * 400))
            .await
            .expect("the script timeout can be set");
        if engine != Engine::Chromium {
            // As near to a phone's as a desktop's window can be made.
            drop(browser.driver().set_window_rect(0, 0, 390, 844).await);
        }
        if engine == Engine::Chromium {
            browser.viewport(390, 844).await;
            let source = json!({ "source": preload.text() });
            browser.cdp("Page.addScriptToEvaluateOnNewDocument", source).await;
        }
        browser
    }

    /// The `WebDriver` session.
    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the session lasts as long as the browser")
    }

    /// Says that the test itself brings about problems with these words in them: the check at its end passes them over.
    pub(crate) fn expect_problems(&self, words: &[&str]) {
        self.expected.borrow_mut().extend(words.iter().map(|it| (*it).to_owned()));
    }

    /// Everything that must not happen on any page and did, in this whole test, but for what is expected.
    ///
    /// On Chromium this is the browser's own log of all pages; elsewhere what the open page has noted.
    pub(crate) fn whole_log(&self) -> Vec<String> {
        let Some(driver) = self.driver.as_ref() else {
            return Vec::new();
        };
        let log = DriverLog {
            host: self.process.url.trim_start_matches("http://").to_owned(),
            session: driver.session_id().to_string(),
        };
        let found = if self.engine == Engine::Chromium { log.read() } else { log.read_page() };
        let expected = self.expected.borrow();
        found
            .into_iter()
            .filter(|it| !expected.iter().any(|word| it.contains(word.as_str())))
            .collect()
    }

    /// Panics when anything happened in this test that must not happen on any page.
    ///
    /// Every browser asks this of itself when it is closed, so no test can forget it.
    fn check_whole_log(&self) {
        if std::thread::panicking() {
            return;
        }
        let found = self.whole_log();
        assert!(found.is_empty(), "problems during the test: {found:#?}");
    }

    /// Sends one command of the Chrome `DevTools` protocol.
    pub(crate) async fn cdp(&self, method: &str, params: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{method} exists in Chromium only");
        self.driver()
            .cdp()
            .send_raw(method, params)
            .await
            .unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Gives the page this size in CSS pixels, as a phone has it.
    pub(crate) async fn viewport(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Asks for light or dark, and optionally for reduced motion.
    pub(crate) async fn scheme(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", features).await;
    }

    /// Goes to `url`; a navigation that fails (server gone) is not an error here.
    pub(crate) async fn goto(&self, url: &str) {
        if let Err(error) = self.driver().goto(url).await {
            println!("navigation to {url}: {}", error.to_string().lines().next().unwrap_or(""));
        }
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        if let Err(error) = self.driver().refresh().await {
            println!("reload: {}", error.to_string().lines().next().unwrap_or(""));
        }
    }

    /// Runs `script` (with `return`) in the page.
    pub(crate) async fn eval(&self, script: &str) -> Value {
        self.try_eval(script).await.unwrap_or_else(|error| panic!("{script}\n{error}"))
    }

    /// Runs `script`, or answers why it could not run.
    pub(crate) async fn try_eval(&self, script: &str) -> Result<Value, String> {
        match self.driver().execute(script, Vec::new()).await {
            Ok(answer) => Ok(answer.json().clone()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Runs the expression `promise` in the page and waits for what it becomes.
    pub(crate) async fn settle(&self, promise: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             Promise.resolve({promise}).then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = match self.driver().execute_async(script, Vec::new()).await {
            Ok(answer) => answer.json().clone(),
            Err(error) => panic!("{promise}\n{error}"),
        };
        assert!(answer.get("error").is_none(), "{promise}: {}", answer["error"]);
        answer["value"].clone()
    }

    /// Whether the page has an element for the CSS selector `css` that takes up room.
    pub(crate) async fn shows(&self, css: &str) -> bool {
        let script = format!(
            "return [...document.querySelectorAll({})].some(e => e.checkVisibility ? e.checkVisibility() : e.getClientRects().length > 0);",
            json!(css)
        );
        self.try_eval(&script).await.is_ok_and(|answer| answer == json!(true))
    }

    /// Waits until `css` is shown.
    pub(crate) async fn wait(&self, css: &str) {
        self.wait_for(css, Duration::from_secs(15)).await;
    }

    /// Waits until `css` is shown, at most `limit`; on failure it prints what the page says.
    pub(crate) async fn wait_for(&self, css: &str, limit: Duration) {
        let end = tokio::time::Instant::now() + limit;
        while !self.shows(css).await {
            if tokio::time::Instant::now() > end {
                let body = "return `${document.body.outerHTML.slice(0, 200)}\\n${document.body.innerText}\\n${(window.__problems ?? []).join('\\n')}`;";
                let page = self.try_eval(body).await.unwrap_or_else(Value::from);
                panic!("{css} never came. The page is:\n{}", page.as_page());
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Presses the first shown element for `css`, as a finger would.
    pub(crate) async fn press(&self, css: &str) {
        self.wait(css).await;
        // What is rising is seen through in its first moments, and what has just come moves the rest: a person would not
        // have aimed yet.
        let mut covered = String::new();
        for _ in 0..75 {
            let found = self.driver().find_all(By::Css(css)).await.unwrap_or_default();
            for element in found {
                // One that is replaced at this very moment is looked for again.
                if element.is_displayed().await.unwrap_or(false)
                    && self.scroll_to(&element).await.is_some()
                {
                    match element.click().await {
                        Ok(()) => return,
                        Err(error) if error.to_string().contains("stale") => break,
                        Err(error) if error.to_string().contains("intercepted") => {
                            covered = error.to_string();
                            break;
                        }
                        Err(error) => panic!("press {css}: {error}"),
                    }
                }
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        panic!("{css} cannot be pressed {covered}");
    }

    /// Scrolls as a person does: to the middle, clear of what stands at the edges. `None` when it has gone.
    async fn scroll_to(&self, element: &WebElement) -> Option<()> {
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        let target = element.to_json().ok()?;
        self.driver().execute(middle, vec![target]).await.ok().map(|_| ())
    }

    /// The text of the first element for `css`, or an empty string.
    pub(crate) async fn text(&self, css: &str) -> String {
        let script = format!("return document.querySelector({})?.innerText ?? '';", json!(css));
        self.eval(&script).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The attribute `name` of the first element for `css`, or an empty string.
    pub(crate) async fn attribute(&self, css: &str, name: &str) -> String {
        let script = format!(
            "return document.querySelector({})?.getAttribute({}) ?? '';",
            json!(css),
            json!(name)
        );
        self.eval(&script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Closes the browser in an orderly way, so that its profile is whole.
    pub(crate) async fn quit(mut self) {
        self.check_whole_log();
        if let Some(driver) = self.driver.take() {
            drop(driver.quit().await);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let found = if std::thread::panicking() { Vec::new() } else { self.whole_log() };
        // The session's own drop would wait for an answer that this thread has to read itself,
        // so it is given up, and the driver and the browser are ended by their ids.
        if let Some(driver) = self.driver.take() {
            drop(driver.leak());
        }
        self.process.end();
        end_those_using(&self.profile);
        assert!(found.is_empty(), "problems during the test: {found:#?}");
    }
}

trait AsPage {
    fn as_page(&self) -> String;
}

impl AsPage for Value {
    fn as_page(&self) -> String {
        self.as_str().map_or_else(|| self.to_string(), ToOwned::to_owned)
    }
}
