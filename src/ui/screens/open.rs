//! Opening a routine that somebody sent: what was wrong with a link, where to paste the whole message, and how to read
//! a square code.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, event_target_value};

use crate::app::links::Found;
use crate::app::problem::Problem;
use crate::app::routes::Route;
use crate::app::{App, write_value};
use crate::i18n::messages::common;
use crate::i18n::received::open as words;
use crate::ui::components::{
    Look, action, headline, link, main_action, note, page, section, stack,
};
use crate::ui::markup::{Node, Tag, classed, live, nodes, nothing, tag, worded};

/// What the screen holds while it stands.
#[derive(Clone, Copy)]
struct Desk {
    app: &'static App,
    message: RwSignal<String>,
    trouble: RwSignal<Option<Problem>>,
    /// What is said of pasting or of a photo.
    told: RwSignal<&'static str>,
}

/// The screen; a problem stands on top of it.
pub(crate) fn open(app: &'static App, problem: Option<Problem>) -> Node {
    let desk = Desk {
        app,
        message: RwSignal::new(String::new()),
        trouble: RwSignal::new(problem),
        told: RwSignal::new(""),
    };
    let in_app = app.links.is_app_beside().then(|| note(words::IN_APP));
    let mut body = nodes![live(move || desk.trouble.get().map_or_else(lead, problem_told))];
    body.extend(in_app);
    body.push(message(desk).done());
    body.push(code(desk));
    body.push(link("button button-quiet button-wide", "#/", common::BACK_HOME));
    let screen = if problem.is_some() { "shared" } else { "open-link" };
    page(app, screen, body)
}

impl Desk {
    /// Opens what stands in a text, or says why not.
    fn open(self, text: &str) {
        self.told.set("");
        match self.app.links.read(text) {
            Ok(shared) => self.app.go(&Route::Routine(shared.key.clone())),
            Err(found) => match self.app.replies.read(text) {
                Ok(()) => self.app.go(&Route::Report),
                Err(other) => {
                    self.trouble.set(Some(if found == Problem::NotALink { other } else { found }));
                    self.app.top();
                }
            },
        }
    }

    fn paste(self) {
        self.app.links.paste(move |text| {
            let text = text.filter(|it| !it.trim().is_empty());
            let Some(text) = text else { return self.told.set(words::NOTHING) };
            write_value("#message", &text);
            self.message.set(text.clone());
            self.open(&text);
        });
    }
}

fn lead() -> Node {
    stack(nodes![headline(words::HEADLINE), worded("p", "lead", words::LEAD)])
}

/// What was wrong, and what to do.
fn problem_told(problem: Problem) -> Node {
    classed("div", "stack")
        .set("role", "alert")
        .set("data-role", "problem")
        .set("data-problem", problem.slug())
        .child(headline(problem.title()))
        .child(worded("p", "lead", problem.way_on()))
        .done()
}

/// The field for a link or a message, and what opens it.
fn message(desk: Desk) -> Tag {
    let field = tag("textarea")
        .set("id", "message")
        .set("name", "message")
        .set("rows", "4")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .on("input", move |event| desk.message.set(event_target_value(&event)));
    let field = classed("div", "field message-field")
        .child(tag("label").set("for", "message").words(words::FIELD))
        .child(field);
    let paste = desk
        .app
        .links
        .can_paste()
        .then(|| action("paste", words::PASTE, Look::Plain, move || desk.paste()));
    let go = main_action("open-link", words::GO, move || {
        desk.open(&desk.message.get_untracked());
    });
    let told = tag("p").set("role", "status").follow_words(move || desk.told.get().to_owned());
    classed("div", "stack").child(field).children(paste).child(go).child(told)
}

/// How to read a square code: with the phone's own camera, and here where the browser can.
fn code(desk: Desk) -> Node {
    let mut parts = nodes![worded("p", "", words::CODE_WHY)];
    if desk.app.links.can_read_codes() {
        parts.push(photo(desk));
    }
    section(words::CODE, parts)
}

fn photo(desk: Desk) -> Node {
    let status = RwSignal::new("");
    let field = tag("input")
        .set("id", "photo")
        .set("name", "photo")
        .set("type", "file")
        .set("accept", "image/*")
        .set("capture", "environment")
        .on("change", move |event| {
            status.set(words::READING);
            desk.app.links.read_code(&event, move |found| match found {
                Found::Code(text) => {
                    status.set("");
                    desk.open(&text);
                }
                Found::Nothing => status.set(words::NO_CODE),
                Found::NoPhoto => status.set(""),
            });
        });
    let told = live(move || match status.get() {
        "" => nothing(),
        words => worded("p", "inline-note", words),
    });
    classed("div", "stack")
        .child(worded("p", "", words::OR_PHOTO))
        .child(classed("label", "button photo-button").child(field).words(words::PHOTO))
        .child(worded("p", "small quiet", words::PRIVATE))
        .child(tag("div").set("role", "status").set("data-role", "code-status").child(told))
        .done()
}
