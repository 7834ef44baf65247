//! The library: search and filters above, what they find below.

mod found;

use leptos::prelude::event_target_value;

use crate::app::library::{Filter, MAX_WORDS_CHARS, Shelf};
use crate::app::routes::Route;
use crate::app::{self, App};
use crate::domain::body::{Area, Position};
use crate::domain::choice::Choice;
use crate::domain::equipment::Tool;
use crate::i18n::builder as builder_words;
use crate::i18n::messages::{common, library as words};
use crate::i18n::words as plain;
use crate::ui::components::{headline, page};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, nodes, tag};

/// Where the words are typed.
const FIELD: &str = "#search";

/// The library screen; its filter is in the address.
pub(crate) fn library(app: &'static App) -> Node {
    let filter = app.filter.peek();
    let finders =
        classed("div", "finders").child(search(app, &filter)).child(filters(app, &filter));
    let body = nodes![
        headline(common::LIBRARY),
        finders.done(),
        classed("p", "small").child(make()).done(),
        live(move || found::found(app, &app.filter.get())),
    ];
    page(app, "library", body)
}

/// The way to a routine of one's own.
fn make() -> Node {
    let make = tag("a").set("href", Route::Builder(None).fragment());
    make.set("data-action", "make-routine").words(builder_words::OWN_ROUTINE).done()
}

/// Changes what is looked for; `typed` keeps the back gesture from going letter by letter.
fn look_for(app: &'static App, typed: bool, change: impl FnOnce(&mut Filter)) {
    let mut filter = app.filter.peek();
    change(&mut filter);
    app.look_for(filter, typed);
}

/// The field for words, with a way to empty it.
fn search(app: &'static App, filter: &Filter) -> Node {
    let field = tag("input")
        .set("type", "search")
        .set("id", "search")
        .set("name", "q")
        .set("enterkeyhint", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("maxlength", MAX_WORDS_CHARS.to_string())
        .set("placeholder", words::SEARCH)
        .set("value", filter.words.clone())
        .on("input", move |event| {
            let typed = event_target_value(&event);
            look_for(app, true, |it| it.words = Filter::cut(&typed));
        });
    let clear = classed("button", "search-clear")
        .set("type", "button")
        .set("data-action", "clear-search")
        .set("aria-label", words::CLEAR)
        .hidden_while(move || app.filter.get().words.is_empty())
        .on_press(move || {
            app::write_value(FIELD, "");
            app::focus(FIELD);
            look_for(app, true, |it| it.words.clear());
        })
        .child(icon(Picture::Close));
    classed("div", "search")
        .child(classed("label", "visually-hidden").set("for", "search").words(words::SEARCH))
        .child(icon(Picture::Search))
        .child(field)
        .child(clear)
        .done()
}

/// A choice for each thing that narrows the list.
fn filters(app: &'static App, filter: &Filter) -> Node {
    let areas = Area::ALL.iter().map(|it| (it.slug(), plain::area(*it)));
    let tools = Tool::ALL.iter().map(|it| (it.slug(), plain::tool_short(*it)));
    let positions = Position::ALL.iter().map(|it| (it.slug(), plain::position(*it)));
    let shelves = [(Shelf::Favourites, words::FAVOURITES), (Shelf::Recent, words::RECENT)];
    let shelves = shelves.into_iter().map(|(it, name)| (it.slug(), name));
    let minutes = filter.minutes.map(|it| it.to_string());
    let lists = [
        List {
            name: "area",
            label: words::AREA,
            any: words::AREA,
            set: |it, slug| it.area = Area::from_slug(slug),
        }
        .among(app, areas.collect(), filter.area.map(Area::slug)),
        List {
            name: "tool",
            label: words::TOOL,
            any: words::TOOL,
            set: |it, slug| it.tool = Tool::from_slug(slug),
        }
        .among(app, tools.collect(), filter.tool.map(Tool::slug)),
        List {
            name: "position",
            label: words::POSITION,
            any: words::POSITION,
            set: |it, slug| it.position = Position::from_slug(slug),
        }
        .among(app, positions.collect(), filter.position.map(Position::slug)),
        List {
            name: "minutes",
            label: words::MINUTES,
            any: words::MINUTES,
            set: |it, slug| it.minutes = slug.parse().ok().and_then(Choice::minutes_from),
        }
        .among(app, words::LENGTHS.to_vec(), minutes.as_deref()),
        List {
            name: "show",
            label: words::SHELF,
            any: words::ALL,
            set: |it, slug| it.shelf = Shelf::from_slug(slug),
        }
        .among(app, shelves.collect(), filter.shelf.map(Shelf::slug)),
    ];
    classed("div", "filters").children(lists).done()
}

/// One of the lists that narrow what is found.
struct List {
    name: &'static str,
    label: &'static str,
    /// What it says while it lets everything through.
    any: &'static str,
    set: fn(&mut Filter, &str),
}

impl List {
    /// The list with its options, each a slug and its words.
    fn among(
        self,
        app: &'static App,
        options: Vec<(&'static str, &'static str)>,
        chosen: Option<&str>,
    ) -> Node {
        let Self { name, label, any, set } = self;
        let option = |(slug, words): (&'static str, &'static str)| {
            let is_chosen = chosen.unwrap_or_default() == slug;
            tag("option").set("value", slug).flag("selected", is_chosen).words(words).done()
        };
        let list = classed("select", "filter")
            .set("name", name)
            .set("aria-label", label)
            .on("change", move |event| {
                let slug = event_target_value(&event);
                look_for(app, false, |it| set(it, &slug));
            })
            .child(option(("", any)))
            .children(options.into_iter().map(option));
        list.done()
    }
}
