//! The built site, and other versions of it made for a test.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::preload::Preload;
use super::process::{TempDir, program};

/// A folder with a site in it.
#[derive(Debug)]
pub(crate) struct Site {
    dir: PathBuf,
    _made: Option<TempDir>,
}

impl Site {
    /// The site as it is shipped: `UNKNOT_DIST`, else `dist/`; panics with advice when it is not built.
    pub(crate) fn built() -> Self {
        let dir = std::env::var_os("UNKNOT_DIST")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
        assert!(
            dir.join("index.html").is_file() && dir.join("sw.js").is_file(),
            "{} holds no built site: run `make build` first",
            dir.display()
        );
        Self { dir, _made: None }
    }

    /// The next deploy: other bytes under other names, `<meta name="e2e-version" content="v2">`.
    pub(crate) fn next_version() -> Self {
        Self::variant("v2", None)
    }

    /// The same site with `preload` run before our own code, for engines that cannot inject it.
    pub(crate) fn with_preload(preload: &Preload) -> Self {
        Self::variant("preloaded", Some(preload))
    }

    /// Where its files are.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The one file whose name begins and ends so, such as `("unknot", ".wasm")`.
    pub(crate) fn file(&self, begins: &str, ends: &str) -> String {
        std::fs::read_dir(&self.dir)
            .expect("the site can be listed")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .find(|name| name.starts_with(begins) && name.ends_with(ends))
            .unwrap_or_else(|| panic!("the site has no {begins}*{ends}"))
    }

    fn variant(mark: &str, preload: Option<&Preload>) -> Self {
        let made = TempDir::new(mark);
        let dir = made.path().join("site");
        let script = made.path().join("variant.mjs");
        std::fs::write(&script, include_str!("js/variant.mjs"))
            .expect("temporary files can be written");
        let mut command = Command::new(program("node").expect("node is installed"));
        command.arg(&script).arg(Self::built().dir()).arg(&dir).arg(mark);
        if let Some(preload) = preload {
            let file = made.path().join("preload.js");
            std::fs::write(&file, preload.text()).expect("temporary files can be written");
            command.arg(file);
        }
        let status = command.status().expect("node runs");
        assert!(status.success(), "the {mark} version could not be made");
        Self { dir, _made: Some(made) }
    }
}
