//! The static shell in `index.html` says what Home says, so that nothing jumps when the app takes over.

use unknot::catalog;
use unknot::i18n::messages::{common, home};

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/index.html");
    std::fs::read_to_string(path).expect("index.html can be read")
}

#[test]
fn the_shell_says_every_sentence_of_home() {
    let page = page();
    for words in [
        common::LIBRARY,
        common::SETTINGS,
        home::HEADLINE,
        home::LEAD,
        home::TRY,
        home::TRY_ABOUT,
        home::NOT_CARE,
        home::PRIVATE,
    ] {
        assert!(page.contains(words), "index.html lacks: {words}");
    }
}

#[test]
fn the_shell_links_every_routine_in_the_order_of_home() {
    let page = page();
    let mut from = 0;
    for routine in in_order_of_home() {
        let text = catalog::routine_text(routine.id);
        let link = format!("<a class=\"card\" href=\"#/routine/{}\"", routine.slug);
        let at = page[from..].find(&link).unwrap_or_else(|| panic!("no {link} after byte {from}"));
        from += at;
        assert!(
            page[from..].contains(text.name) && page[from..].contains(text.about),
            "{}",
            text.name
        );
    }
}

fn in_order_of_home() -> Vec<&'static unknot::domain::routine::Routine> {
    let mut areas = Vec::new();
    for routine in catalog::routines() {
        if !areas.contains(&routine.area) {
            areas.push(routine.area);
        }
    }
    areas
        .iter()
        .flat_map(|area| catalog::routines().iter().filter(move |it| it.area == *area))
        .collect()
}
