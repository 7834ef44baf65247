//! Learn: the articles by what they are about.

use crate::app::App;
use crate::app::library::{self, Article, Kind};
use crate::app::routes::Route;
use crate::i18n::messages::{common, learn as words};
use crate::ui::components::{headline, page, section, stack};
use crate::ui::markup::{Node, classed, nodes, worded};

/// The list of articles.
pub(crate) fn learn(app: &'static App) -> Node {
    let mut body = nodes![stack(nodes![headline(common::LEARN), worded("p", "lead", words::LEAD)])];
    for kind in Kind::ALL {
        let cards = library::articles().iter().filter(|it| it.kind == kind).map(card);
        let cards = classed("div", "cards").children(cards).done();
        body.push(section(heading(kind), nodes![cards]));
    }
    page(app, "learn", body)
}

const fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Technique => words::TECHNIQUES,
        Kind::Care => words::CARE,
        Kind::Guide => words::GUIDES,
    }
}

fn card(article: &Article) -> Node {
    classed("a", "card")
        .set("href", Route::Article(article.slug.to_owned()).fragment())
        .set("data-article", article.slug)
        .child(worded("span", "card-name", article.title))
        .child(worded("span", "card-about", article.summary))
        .done()
}
