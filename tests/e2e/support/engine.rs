//! Which browser engines this machine has, and how each is started.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::process::{Spawned, free_port, program};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium through chromedriver: the engine of most Android phones.
    Chromium,
    /// `WebKitGTK` through `WebKitWebDriver`: the nearest to an iPhone's that a test machine runs.
    WebKit,
    /// Firefox through geckodriver.
    Firefox,
}

impl Engine {
    /// The engine of tests that do not say one: Chromium, unless `UNKNOT_ENGINE` is `webkit` or `firefox`.
    pub(crate) fn chosen() -> Self {
        match std::env::var("UNKNOT_ENGINE").as_deref() {
            Ok("webkit") => Self::WebKit,
            Ok("firefox") => Self::Firefox,
            _ => Self::Chromium,
        }
    }

    /// Why this engine cannot be driven here, or nothing when it can.
    pub(crate) fn missing(self) -> Option<String> {
        let need: &[&str] = match self {
            Self::Chromium => &["chromedriver"],
            Self::WebKit => &["WebKitWebDriver", "Xvfb", "dbus-run-session"],
            Self::Firefox => &["geckodriver"],
        };
        for name in need {
            if program(name).is_none() {
                return Some(format!("{name} is not installed"));
            }
        }
        match self {
            Self::Chromium => None,
            Self::WebKit => mini_browser().is_none().then(|| "MiniBrowser is not installed".into()),
            Self::Firefox => (program("firefox").or_else(|| program("firefox-esr")).is_none())
                .then(|| "Firefox is not installed".into()),
        }
    }

    /// Whether the test must be left out here; says so and why.
    ///
    /// `UNKNOT_REQUIRE=webkit,firefox` turns a missing engine into a failure.
    pub(crate) fn left_out(self) -> bool {
        let Some(reason) = self.missing() else {
            return false;
        };
        let required = std::env::var("UNKNOT_REQUIRE").unwrap_or_default().to_lowercase();
        let name = format!("{self:?}").to_lowercase();
        assert!(!required.contains(&name), "{self:?} is required, but {reason}");
        println!("LEFT OUT on {self:?}: {reason}");
        true
    }
}

/// A running driver: where it listens and the processes behind it.
#[derive(Debug)]
pub(crate) struct Driver {
    /// `http://127.0.0.1:<port>`.
    pub(crate) url: String,
    /// What to ask a new session for.
    pub(crate) capabilities: Value,
    processes: Vec<Spawned>,
}

impl Driver {
    /// Starts the driver of `engine`; browsers keep their data in `profile`.
    pub(crate) fn start(engine: Engine, profile: &Path, flags: &[&str]) -> Self {
        if let Some(reason) = engine.missing() {
            panic!(
                "{engine:?} cannot be driven: {reason} (Debian: apt install chromium chromium-driver)"
            );
        }
        match engine {
            Engine::Chromium => Self::chromium(profile, flags),
            Engine::WebKit => Self::webkit(profile),
            Engine::Firefox => Self::firefox(profile),
        }
    }

    fn chromium(profile: &Path, flags: &[&str]) -> Self {
        let mut args = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--disable-background-networking".to_owned(),
            // The address bar's suggestions are pages of their own: a third of what a start costs, and never seen here.
            "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"
                .to_owned(),
            "--window-size=500,900".to_owned(),
            format!("--user-data-dir={}", profile.display()),
        ];
        args.extend(flags.iter().map(|flag| (*flag).to_owned()));
        let (process, port) = Spawned::with_line(
            Command::new(program("chromedriver").expect("checked before")).arg("--port=0"),
            |line| {
                line.rsplit_once("successfully on port ")?
                    .1
                    .trim_end_matches('.')
                    .parse::<u16>()
                    .ok()
            },
        );
        let mut options = json!({ "args": args });
        if let Some(chromium) = program("chromium") {
            options["binary"] = json!(chromium);
        }
        Self {
            url: format!("http://127.0.0.1:{port}"),
            capabilities: json!({ "browserName": "chrome", "goog:chromeOptions": options,
                "goog:loggingPrefs": { "browser": "ALL" } }),
            processes: vec![process],
        }
    }

    fn webkit(profile: &Path) -> Self {
        let (screen, display) = Spawned::with_line(
            Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", "500x900x24"]),
            |line| line.trim().parse::<u32>().ok(),
        );
        let port = free_port();
        let driver = Spawned::quiet(
            Command::new("dbus-run-session")
                .args(["--", "WebKitWebDriver", &format!("--port={port}")])
                .env("DISPLAY", format!(":{display}"))
                .env("HOME", profile)
                .env("XDG_DATA_HOME", profile.join("data"))
                .env("XDG_CACHE_HOME", profile.join("cache"))
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        );
        Self {
            url: format!("http://127.0.0.1:{port}"),
            capabilities: json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
            processes: vec![driver, screen],
        }
    }

    fn firefox(profile: &Path) -> Self {
        let port = free_port();
        let driver = Spawned::quiet(
            Command::new(program("geckodriver").expect("checked before"))
                .args(["--port", &port.to_string(), "--profile-root"])
                .arg(profile),
        );
        let mut options = json!({ "args": ["-headless"] });
        if let Some(firefox) = program("firefox").or_else(|| program("firefox-esr")) {
            options["binary"] = json!(firefox);
        }
        Self {
            url: format!("http://127.0.0.1:{port}"),
            capabilities: json!({ "browserName": "firefox", "moz:firefoxOptions": options }),
            processes: vec![driver],
        }
    }

    /// Ends the driver; the browser goes with it.
    pub(crate) fn end(&mut self) {
        self.processes.clear();
    }
}

fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?;
    let mut folders = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    folders.extend(libraries.flatten().map(|entry| entry.path()));
    ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
        .iter()
        .flat_map(|version| {
            folders.iter().map(move |folder| folder.join(version).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
}
