//! Reads the `_headers` file that static hosts understand, so that tests run under the headers we ship.

use std::path::Path;

/// The rules of one `_headers` file, in file order.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeaderRules(Vec<(String, Vec<(String, String)>)>);

impl HeaderRules {
    /// Reads `<dir>/_headers`; panics when there is none, as no test may run without our headers.
    pub(crate) fn read(dir: &Path) -> Self {
        let file = dir.join("_headers");
        let text = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self::parse(&text)
    }

    /// Understands the text of a `_headers` file: a path at the margin, its headers indented below.
    pub(crate) fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines() {
            let body = line.trim();
            if body.is_empty() || body.starts_with('#') {
                continue;
            }
            if line.starts_with(char::is_whitespace) {
                if let (Some((name, value)), Some(rule)) = (body.split_once(':'), rules.last_mut())
                {
                    rule.1.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
            } else {
                rules.push((body.to_owned(), Vec::new()));
            }
        }
        Self(rules)
    }

    /// The headers for one request path; of several rules for one name the last in the file wins.
    pub(crate) fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for (pattern, headers) in &self.0 {
            if !matches(pattern, path) {
                continue;
            }
            for (name, value) in headers {
                all.retain(|(known, _)| known != name);
                all.push((name.clone(), value.clone()));
            }
        }
        all
    }

    /// The value of `name` for `path`, or nothing.
    pub(crate) fn value(&self, path: &str, name: &str) -> Option<String> {
        self.of(path).into_iter().find_map(|(known, value)| (known == name).then_some(value))
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => {
            path.len() >= before.len() + after.len()
                && path.starts_with(before)
                && path.ends_with(after)
        }
    }
}

#[test]
fn header_rules_of_later_lines_win_and_stars_match() {
    let rules = HeaderRules::parse(
        "/*\n  Cache-Control: no-cache\n  X-A: 1\n/*.wasm\n  Cache-Control: immutable\n",
    );
    assert_eq!(rules.value("/a.wasm", "cache-control").as_deref(), Some("immutable"));
    assert_eq!(rules.value("/a.wasm", "x-a").as_deref(), Some("1"));
    assert_eq!(rules.value("/index.html", "cache-control").as_deref(), Some("no-cache"));
}
