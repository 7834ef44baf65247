//! Learn: the articles by what they are about.

use crate::app::App;
use crate::app::library::{self, Article, Kind};
use crate::app::routes::Route;
use crate::i18n::messages::{common, learn as words};
use crate::ui::components::{entry_list, headline, page, section, stack};
use crate::ui::markup::{Node, nodes, tag, worded};

/// The list of articles.
pub(crate) fn learn(app: &'static App) -> Node {
    let mut body = nodes![stack(nodes![headline(common::LEARN), worded("p", "lead", words::LEAD)])];
    for kind in Kind::ALL {
        let rows = library::articles().iter().filter(|it| it.kind == kind).map(row).collect();
        body.push(section(heading(kind), nodes![entry_list(rows)]));
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

fn row(article: &Article) -> Node {
    let link = tag("a")
        .set("href", Route::Article(article.slug.to_owned()).fragment())
        .set("data-article", article.slug)
        .words(article.title)
        .child(worded("span", "small quiet", article.summary));
    tag("li").child(link).done()
}
