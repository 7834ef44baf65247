//! One article of Learn, with the sources of all it says.

use super::not_found;
use crate::app::App;
use crate::app::library::{self, Article, Block};
use crate::app::routes::Route;
use crate::domain::body::AreaSet;
use crate::i18n::messages::{common, learn as words};
use crate::ui::body_map::{Pointing, body_map};
use crate::ui::components::{bullets, headline, link, page, section, stack};
use crate::ui::markup::{Node, Words, classed, nodes, tag, worded};

/// The slug of the article that also shows every place never to press.
const NO_GO: &str = "where-never-to-press";

/// The slug of the article that also shows every after-care card.
const CARE: &str = "after-a-session";

/// The article screen, or not-found for an unknown slug.
pub(crate) fn article(app: &'static App, slug: &str) -> Node {
    let Some(article) = library::article(slug) else { return not_found(app) };
    let top = nodes![headline(article.title), worded("p", "lead", article.summary)];
    let mut cited: Vec<&'static str> = Vec::new();
    let mut parts = classed("article", "article").set("data-article", article.slug);
    for it in &article.blocks {
        parts = parts.child(block(it, &mut cited));
    }
    let mut body = nodes![stack(top), parts.done()];
    if slug == NO_GO {
        body.push(zones());
    }
    if slug == CARE {
        body.push(section(words::CARDS, nodes![care_cards()]));
    }
    body.extend(exercises(article));
    body.push(sources(&cited));
    body.push(link("button button-wide", Route::Learn.fragment(), common::LEARN));
    page(app, "learn", body)
}

/// One part of it; its sources join the list below when they are new, and show as that list's numbers.
fn block(block: &'static Block, cited: &mut Vec<&'static str>) -> Node {
    match block {
        Block::Heading(words) => worded("h2", "", *words),
        Block::Text { text, sources } => tag("p").words(*text).child(marks(sources, cited)).done(),
        Block::List { items, sources } => {
            let (last, others) =
                items.split_last().map_or(("", &[][..]), |(last, all)| (*last, all));
            let others = others.iter().map(|line| worded("li", "", *line));
            let last = tag("li").words(last).child(marks(sources, cited)).done();
            classed("ul", "bullets").children(others).child(last).done()
        }
    }
}

/// The numbers of these sources in the list below.
fn marks(sources: &[&'static str], cited: &mut Vec<&'static str>) -> Node {
    let mut numbers = Vec::new();
    for id in sources {
        let at = cited.iter().position(|it| it == id).unwrap_or_else(|| {
            cited.push(id);
            cited.len() - 1
        });
        numbers.insert(numbers.partition_point(|earlier| *earlier <= at), at);
    }
    let numbers: Vec<String> = numbers.iter().map(|at| (at + 1).to_string()).collect();
    worded("sup", "source-mark", numbers.join(", "))
}

/// Every source that was cited, in order of its number.
fn sources(cited: &[&'static str]) -> Node {
    let lines = cited.iter().map(|id| {
        let label = library::source(id).map_or("", |it| it.label);
        worded("li", "", [label, " (", id, ")"].concat())
    });
    let list = classed("ol", "sources small").children(lines).done();
    section(words::SOURCES, nodes![list, worded("p", "small quiet", words::SOURCES_NOTE)])
}

/// The exercises that carry a technique.
fn exercises(article: &Article) -> Option<Node> {
    let rows = article.exercises.iter().filter_map(|id| library::exercise(*id)).map(|it| {
        let link = tag("a")
            .set("href", Route::Exercise(it.slug.to_owned()).fragment())
            .set("data-exercise", it.slug)
            .words(library::name(it.id));
        tag("li").child(link).done()
    });
    let list = classed("ul", "panel").children(rows).done();
    (!article.exercises.is_empty()).then(|| section(words::EXERCISES, nodes![list]))
}

/// Every after-care card, with what it says.
fn care_cards() -> Node {
    let rows = library::care_cards().iter().map(|it| {
        classed("section", "zone")
            .set("data-care", it.number.to_string())
            .child(worded("h3", "", it.name))
            .child(bullets(it.lines.iter().map(|line| (*line).into()).collect()))
            .done()
    });
    classed("div", "panel").children(rows).done()
}

/// Every place that is never pressed, with the rule and its reason.
fn zones() -> Node {
    let rows = library::zones().iter().map(|it| {
        let lines: Vec<Words> = vec![it.rule.into(), it.why.into()];
        classed("section", "zone")
            .set("data-zone", it.slug)
            .child(worded("h3", "", it.name))
            .child(bullets(lines))
            .done()
    });
    let map = body_map(&Pointing::showing(AreaSet::EMPTY));
    section(words::ZONES, nodes![map, classed("div", "panel").children(rows).done()])
}
