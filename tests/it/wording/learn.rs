//! The words of Learn, the after-care cards, the places never to press and the plans.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{banned, files, read, reading, sentences, words};

/// Highest Flesch–Kincaid grade of an article.
const ARTICLE_GRADE_CAP: f64 = 8.0;
/// Highest grade of what stands on a card.
const CARD_GRADE_CAP: f64 = 6.0;
/// Shortest and longest article, in words: someone in pain reads it on a phone.
const ARTICLE_WORDS: std::ops::RangeInclusive<usize> = 150..=450;
/// Files of short words beside the articles.
const CARD_FILES: &[&str] = &["aftercare", "no-go", "plans"];

fn parsed(file: &Path) -> Value {
    serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn articles() -> Vec<(PathBuf, Value)> {
    let articles: Vec<_> = files(Path::new("data/text/en/learn"), "json")
        .into_iter()
        .map(|file| (file.clone(), parsed(&file)))
        .collect();
    assert!(!articles.is_empty(), "no article was looked at");
    articles
}

/// Every text below a value, but for source ids.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "sources")
            .flat_map(|(_, it)| texts(it))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// Every card, place and plan: its name in messages and its texts.
fn cards() -> Vec<(String, Vec<String>)> {
    let mut cards = Vec::new();
    for name in CARD_FILES {
        let value = parsed(Path::new(&format!("data/text/en/{name}.json")));
        for (key, card) in value.as_object().unwrap() {
            cards.push((format!("{name}: {key}"), texts(card)));
        }
    }
    cards
}

fn grade(lines: &[String]) -> f64 {
    reading::grade(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn an_article_is_short_and_easy() {
    // B25
    for (file, article) in articles() {
        let lines = texts(&article);
        let count: usize = lines.iter().map(|line| words(line)).sum();
        assert!(ARTICLE_WORDS.contains(&count), "{}: {count} words", file.display());
        let grade = grade(&lines);
        assert!(grade <= ARTICLE_GRADE_CAP, "{}: {grade:.1}", file.display());
    }
}

#[test]
fn a_card_a_place_and_a_plan_are_easy_for_an_eleven_year_old() {
    // B25
    for (name, lines) in cards() {
        let grade = grade(&lines);
        assert!(grade <= CARD_GRADE_CAP, "{name}: {grade:.1}");
    }
}

#[test]
fn no_sentence_of_an_article_or_a_card_is_longer_than_fifteen_words() {
    // B25
    let articles = articles().into_iter().flat_map(|(_, article)| texts(&article));
    for line in articles.chain(cards().into_iter().flat_map(|(_, lines)| lines)) {
        assert!(sentences(&line).all(|sentence| words(sentence) <= 15), "{line}");
    }
}

#[test]
fn an_article_about_a_technique_says_first_when_to_stop() {
    // B25
    let list = parsed(Path::new("data/learn.json"));
    let techniques = list.as_array().unwrap().iter().filter(|it| it["kind"] == "technique");
    let mut seen = 0;
    for slug in techniques.filter_map(|it| it["slug"].as_str()) {
        let article = parsed(Path::new(&format!("data/text/en/learn/{slug}.json")));
        let first = article["sections"][0]["blocks"][0]["text"].as_str().unwrap();
        assert!(first.starts_with("Stop if "), "{slug}: {first}");
        seen += 1;
    }
    assert_eq!(seen, 7);
}

#[test]
fn no_text_repeats_an_overclaim() {
    // B26
    let mut seen = 0;
    let sources = [("data", "json"), ("src/i18n", "rs"), ("src/ui", "rs"), ("src/app", "rs")];
    for (folder, extension) in sources {
        for file in files(Path::new(folder), extension) {
            for literal in banned::literals(&banned::without_comments(&read(&file))) {
                banned::assert_clean(&file, &literal, banned::OVERCLAIMS);
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "no sentence was looked at");
}
