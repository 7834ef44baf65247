//! Holds the sources to `ARCHITECTURE.md`: who may use whom, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer's folder and the words that must not stand in it, each with what it would break.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "serde",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "leptos",
            "crate::catalog",
            "crate::codec",
            "crate::i18n",
            "crate::platform",
            "crate::app",
            "crate::ui",
            "Instant::now",
            "SystemTime",
        ],
    ),
    (
        "src/catalog",
        &[
            "web_sys",
            "js_sys",
            "leptos",
            "crate::codec",
            "crate::i18n",
            "crate::platform",
            "crate::app",
            "crate::ui",
        ],
    ),
    (
        "src/codec",
        &[
            "web_sys",
            "js_sys",
            "leptos",
            "crate::i18n",
            "crate::platform",
            "crate::app",
            "crate::ui",
        ],
    ),
    (
        "src/figure",
        &[
            "serde",
            "web_sys",
            "js_sys",
            "leptos",
            "crate::catalog",
            "crate::codec",
            "crate::i18n",
            "crate::platform",
            "crate::app",
            "crate::ui",
        ],
    ),
    (
        "src/i18n",
        &[
            "web_sys",
            "js_sys",
            "leptos",
            "crate::codec",
            "crate::platform",
            "crate::app",
            "crate::ui",
        ],
    ),
    ("src/platform", &["leptos", "crate::catalog", "crate::i18n", "crate::app", "crate::ui"]),
    ("src/app", &["web_sys", "js_sys", "wasm_bindgen", "crate::ui"]),
    (
        "src/ui",
        &["web_sys", "js_sys", "wasm_bindgen", "crate::platform", "crate::codec", "crate::catalog"],
    ),
];

/// What brings kilobytes of the standard library or its tables into the program (`docs/decisions/leptos-size.md`);
/// the figures are drawn before the program is made, and text in between may be searched by a sign.
const HEAVY: &[&str] = &[
    ".sort(",
    ".sort_",
    ".to_lowercase(",
    ".to_uppercase(",
    "split_once(\"",
    ".split(\"",
    ".find(\"",
    ".replace(\"",
    "parse::<f",
    "BTreeMap",
    "BTreeSet",
    "HashMap",
    "HashSet",
];

/// Longest file, in lines.
const MAX_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_below(&path, endings, found);
        } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
            found.push(path);
        }
    }
}

fn files_in(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    files_below(&root().join(folder), endings, &mut found);
    found
}

/// The forbidden words of `text`, as `line: word`; comments and everything from the tests on is passed over.
fn breaches(text: &str, words: &[&str]) -> Vec<String> {
    let code = text.split("\n#[cfg(test)]").next().unwrap_or(text);
    let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|(at, line)| {
            words
                .iter()
                .filter(|word| line.contains(**word))
                .map(move |word| format!("{}: {word}", at + 1))
        })
        .collect()
}

#[test]
fn no_layer_names_what_it_may_not_use() {
    let mut found = Vec::new();
    for (folder, words) in FORBIDDEN {
        let files = files_in(folder, &["rs"]);
        assert!(!files.is_empty(), "{folder} holds no source");
        for file in files {
            let text = fs::read_to_string(&file).expect("a source can be read");
            found.extend(
                breaches(&text, words).into_iter().map(|it| format!("{}:{it}", file.display())),
            );
        }
    }
    assert!(found.is_empty(), "forbidden names:\n{}", found.join("\n"));
}

#[test]
fn no_screen_or_rule_brings_in_what_is_heavy() {
    let mut found = Vec::new();
    for (folder, _) in FORBIDDEN.iter().filter(|(folder, _)| *folder != "src/figure") {
        for file in files_in(folder, &["rs"]) {
            let is_test =
                file.components().any(|it| it.as_os_str().to_string_lossy().starts_with("tests"));
            let text = fs::read_to_string(&file).expect("a source can be read");
            let all = if is_test { Vec::new() } else { breaches(&text, HEAVY) };
            found.extend(all.into_iter().map(|it| format!("{}:{it}", file.display())));
        }
    }
    assert!(found.is_empty(), "heavy calls:\n{}", found.join("\n"));
}

#[test]
fn a_planted_breach_is_found_with_its_line() {
    let planted = "//! crate::ui in a comment is fine\nuse crate::ui::Root;\n";
    assert_eq!(breaches(planted, &["crate::ui"]), ["2: crate::ui"]);
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let mut found = Vec::new();
    for folder in ["src", "tests", "style", "tools", "build", "public"] {
        for file in files_in(folder, &["rs", "css", "mjs", "js", "sh"]) {
            let lines = fs::read_to_string(&file).map_or(0, |text| text.lines().count());
            if lines > MAX_LINES {
                found.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(found.is_empty(), "too long:\n{}", found.join("\n"));
}

#[test]
fn every_stylesheet_is_in_the_bundle() {
    let lists = ["main.css", "rest.css"];
    let imported =
        lists.map(|it| fs::read_to_string(root().join("style").join(it)).expect(it)).concat();
    for file in files_in("style", &["css"]) {
        let name =
            file.strip_prefix(root().join("style")).expect("inside style").display().to_string();
        let known = lists.contains(&name.as_str()) || imported.contains(&name);
        assert!(known, "{name} is not imported");
    }
}

/// Fault: E12
#[test]
fn unsafe_code_unwrap_and_indexing_are_refused_by_the_compiler_and_nothing_lifts_that() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    for line in ["unsafe_code = \"forbid\"", "unwrap_used = \"deny\"", "expect_used = \"deny\""] {
        assert!(manifest.contains(line), "{line}");
    }
    // Figures are drawn of what the build has checked, by arrays of set length.
    for layer in ["app", "catalog", "codec", "domain", "i18n", "platform", "ui"] {
        let text = fs::read_to_string(root.join(format!("src/{layer}/mod.rs"))).unwrap();
        assert!(text.contains("\n#![deny(clippy::indexing_slicing)]\n"), "{layer}");
    }
    let mut lifted = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            // (Tests in the sources may unwrap.)
            for word in ["allow(", "unsafe_code", "unsafe {", "unsafe fn"] {
                if text.contains(word) {
                    lifted.push(format!("{}: {word}", entry.path().display()));
                }
            }
        }
    }
    assert!(lifted.is_empty(), "{lifted:#?}");
}
