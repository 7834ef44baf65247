//! Holds the screens to the style sheets.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The text of every file below `folder` whose name ends so.
fn texts(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap_or_default()));
        }
    }
    found
}

/// The words that follow a dot in a style sheet.
fn styled() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (_, text) in texts(Path::new("style"), ".css") {
        for part in text.split('.').skip(1) {
            let end = part.find(|it: char| !it.is_ascii_alphanumeric() && it != '-');
            words.insert(part[..end.unwrap_or(part.len())].to_owned());
        }
    }
    words
}

/// The classes that a screen gives with `classed("tag", "classes"` or `worded("tag", "classes"`, and where.
fn given() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (file, text) in texts(Path::new("src/ui"), ".rs") {
        for call in ["classed(\"", "worded(\""] {
            for part in text.split(call).skip(1) {
                let mut literals = part.split('"');
                let (Some(_), Some(", "), Some(classes)) =
                    (literals.next(), literals.next(), literals.next())
                else {
                    continue;
                };
                found.extend(classes.split(' ').map(|it| (it.to_owned(), file.clone())));
            }
        }
    }
    found.retain(|(class, _)| !class.is_empty());
    found
}

#[test]
fn every_class_that_a_screen_gives_is_one_that_a_style_sheet_knows() {
    let (styled, given) = (styled(), given());
    assert!(given.len() > 300, "control: {} were found", given.len());
    for (class, file) in given {
        assert!(styled.contains(&class), "nothing styles .{class} of {file}");
    }
}
