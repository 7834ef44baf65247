//! How we speak: plain words, nothing promised, stop words first (clinical-evidence section 6).

mod banned;
mod learn;
pub(crate) mod reading;

use std::path::{Path, PathBuf};

use unknot::catalog::{self, ExerciseText};
use unknot::domain::exercise::Exercise;
use unknot::domain::side::Sides;

/// Words a cue may begin with: one instruction each.
const VERBS: &[&str] = &[
    "bend", "breathe", "circle", "come", "do", "draw", "drop", "flex", "glide", "go", "hold",
    "hug", "keep", "lean", "let", "lift", "look", "make", "move", "nod", "notice", "open", "pause",
    "pick", "point", "press", "pull", "push", "reach", "relax", "repeat", "rock", "roll", "shift",
    "slide", "spread", "squeeze", "stand", "stay", "step", "stop", "stroke", "swing", "take",
    "tip", "tuck", "turn", "use", "walk", "work",
];

/// Highest Flesch–Kincaid grade of spoken and step text.
const GRADE_CAP: f64 = 6.0;

fn exercises() -> impl Iterator<Item = (&'static Exercise, &'static ExerciseText)> {
    catalog::exercises().iter().map(|it| (it, catalog::text(it.id)))
}

fn lines(text: &ExerciseText) -> Vec<&'static str> {
    let mut lines = vec![text.name, text.muscles, text.set_up, text.feel, text.easier];
    lines.extend(text.cues);
    lines.extend(text.cautions);
    lines
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!']).map(str::trim).filter(|it| !it.is_empty())
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn a_cue_is_one_short_instruction_that_starts_with_a_verb() {
    // B15
    let mut short = 0;
    let mut all = 0;
    for (it, text) in exercises() {
        for cue in text.cues {
            let first = cue.split([' ', ',', ':', '.']).next().unwrap_or_default().to_lowercase();
            assert!(VERBS.contains(&first.as_str()), "{}: {cue}", it.code);
            assert!(words(cue) <= 10, "{}: {cue}", it.code);
            assert_eq!(sentences(cue).count(), 1, "{}: {cue}", it.code);
            assert!(cue.ends_with('.'), "{}: {cue}", it.code);
            all += 1;
            short += usize::from(words(cue) <= 8);
        }
    }
    // 8 words where possible (clinical-evidence 6.1).
    assert!(short * 10 >= all * 9, "{short} of {all} cues have at most 8 words");
}

#[test]
fn a_set_up_line_has_at_most_two_sentences_of_fifteen_words() {
    // B15
    for (it, text) in exercises() {
        assert!(sentences(text.set_up).count() <= 2, "{}: {}", it.code, text.set_up);
        assert!(
            sentences(text.set_up).all(|line| words(line) <= 15),
            "{}: {}",
            it.code,
            text.set_up
        );
    }
}

/// Everything people read about one routine, its name first.
fn routine_lines(id: u16) -> [&'static str; 4] {
    let (text, gate) = (catalog::routine_text(id), catalog::routine_gate(id).unwrap());
    [text.name, text.about, gate.for_whom, gate.how_often]
}

#[test]
fn no_sentence_is_longer_than_fifteen_words() {
    // B15
    let routines = catalog::routines().iter().flat_map(|it| routine_lines(it.id));
    for line in exercises().flat_map(|(_, text)| lines(text)).chain(routines) {
        assert!(sentences(line).all(|sentence| words(sentence) <= 15), "{line}");
    }
}

#[test]
fn spoken_lines_write_numbers_as_people_say_them() {
    // B15
    for (it, text) in exercises() {
        for line in text.cues.iter().chain([&text.set_up, &text.name]) {
            assert!(
                !line.contains(|c: char| c.is_ascii_digit() || "–/%".contains(c)),
                "{}: {line}",
                it.code
            );
        }
    }
}

#[test]
fn the_words_of_a_two_sided_exercise_fit_either_side() {
    // B16
    let side_words = ["left", "right"];
    for (it, text) in exercises().filter(|(it, _)| it.sides == Sides::Each) {
        for line in lines(text) {
            let named =
                banned::words(line).into_iter().any(|word| side_words.contains(&word.as_str()));
            assert!(!named, "{}: {line}", it.code);
        }
    }
}

#[test]
fn the_first_caution_says_when_to_stop() {
    // B12
    for (it, text) in exercises() {
        assert!(text.cautions[0].starts_with("Stop "), "{}: {}", it.code, text.cautions[0]);
    }
}

#[test]
fn text_is_easy_for_an_eleven_year_old() {
    // B17
    let kinds: [(&str, Vec<&str>); 7] = [
        ("set-up", exercises().map(|(_, text)| text.set_up).collect()),
        ("cues", exercises().flat_map(|(_, text)| text.cues).copied().collect()),
        ("feel", exercises().map(|(_, text)| text.feel).collect()),
        ("cautions", exercises().flat_map(|(_, text)| text.cautions).copied().collect()),
        ("easier", exercises().map(|(_, text)| text.easier).collect()),
        ("muscles", exercises().map(|(_, text)| text.muscles).collect()),
        ("names", exercises().map(|(_, text)| text.name).collect()),
    ];
    for (kind, lines) in kinds {
        let grade = reading::grade(&lines);
        assert!(grade <= GRADE_CAP, "{kind}: {grade:.1}");
    }
    for (it, text) in exercises() {
        let grade = reading::grade(&lines(text));
        assert!(grade <= GRADE_CAP, "{}: {grade:.1}", it.code);
    }
    for it in catalog::routines() {
        for line in routine_lines(it.id).into_iter().skip(1) {
            let grade = reading::grade(&[line]);
            assert!(grade <= GRADE_CAP, "{}: {grade:.1}: {line}", it.slug);
        }
    }
}

#[test]
fn nothing_in_the_library_promises_frightens_or_pushes() {
    // B18
    for file in files(Path::new("data"), "json") {
        let text = read(&file);
        for literal in banned::literals(&text) {
            banned::assert_clean(&file, &literal, banned::EVERYWHERE);
            banned::assert_clean(&file, &literal, banned::LIBRARY);
        }
    }
}

#[test]
fn nothing_on_the_screens_promises() {
    // B18
    let mut seen = 0;
    for folder in ["src/i18n", "src/ui", "src/app"] {
        for file in files(Path::new(folder), "rs") {
            for literal in banned::literals(&banned::without_comments(&read(&file))) {
                banned::assert_clean(&file, &literal, banned::EVERYWHERE);
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "no sentence was looked at");
    for file in ["index.html", "public/manifest.webmanifest"].map(PathBuf::from) {
        if file.exists() {
            banned::assert_clean(&file, &read(&file), banned::EVERYWHERE);
        }
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
