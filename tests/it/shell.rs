//! The static shell in `index.html` says what Home says, so that nothing jumps when the app takes over.

use unknot::app::routes::{Route, answer, answers};
use unknot::catalog;
use unknot::domain::body::Area;
use unknot::domain::choice::Choice;
use unknot::domain::equipment::Tool;
use unknot::i18n::messages::{common, home};
use unknot::i18n::words;

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
        home::WHERE,
        home::HOW_LONG,
        home::WITH_WHAT,
        home::POINT,
        home::ALL,
        home::OPEN,
        home::MAKE,
        home::NOT_CARE,
        home::PRIVATE,
    ] {
        assert!(page.contains(words), "index.html lacks: {words}");
    }
}

#[test]
fn the_shell_offers_every_answer_of_home_as_a_link_that_counts_before_the_app_has_started() {
    let page = page();
    let tool = |it: Tool| if it == Tool::Chair { home::CHAIR_ONLY } else { words::tool_short(it) };
    let areas = Area::ALL.iter().map(|it| ("area", it.slug().to_owned(), words::area(*it).into()));
    let minutes = Choice::MINUTES.map(|it| ("minutes", it.to_string(), it.to_string()));
    let tools = Choice::TOOLS.map(|it| ("tool", it.slug().to_owned(), tool(it).to_owned()));
    let mut seen = 0;
    for (key, slug, words) in areas.chain(minutes).chain(tools) {
        let address = answer(key, &slug);
        let chosen = answers(&address, Choice::default()).expect("an address of Home");
        assert!(!chosen.is_empty(), "{address} answers nothing");
        let about =
            if key == "minutes" { String::new() } else { format!(" data-{key}=\"{slug}\"") };
        let link = format!(
            "<a class=\"chip\" href=\"{address}\" data-action=\"choose\"{about}>{words}</a>"
        );
        assert!(page.contains(&link), "index.html lacks: {link}");
        seen += 1;
    }
    assert_eq!(page.matches("class=\"chip\"").count(), seen);
}

#[test]
fn the_shell_leads_to_the_routine_that_home_offers_first() {
    let page = page();
    let first = catalog::offers(Choice::default()).best().expect("Home offers one");
    let address = Route::Routine(first.slug.to_owned()).fragment();
    assert!(page.contains(&format!("href=\"{address}\" data-routine=\"{}\"", first.slug)));
    assert_eq!(home::TRY, catalog::routine_text(first.id).name);
    // What the sentence says is needed is what is needed.
    let needed = catalog::tools(first);
    let said =
        [(Tool::Ball, "ball"), (Tool::Chair, "chair"), (Tool::Wall, "wall"), (Tool::Mat, "mat")];
    assert_eq!(needed, said.map(|(tool, _)| tool));
    assert!(said.iter().all(|(_, word)| home::TRY_ABOUT.to_lowercase().contains(word)));
}
