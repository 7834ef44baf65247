//! The link: to copy, to hand to another app, and in a message.

use super::{part, said};
use crate::app::sharing;
use crate::domain::shared::SharedRoutine;
use crate::i18n::share::link as words;
use crate::i18n::{share, sharing as text};
use crate::ui::components::{Look, action, main_action, note};
use crate::ui::markup::{Node, Nodes, classed, nodes, tag};
use leptos::prelude::{RwSignal, Set};

/// The part with the link in it.
pub(super) fn link(routine: &'static SharedRoutine, address: &str) -> Node {
    let message = sharing::message(routine, address);
    part("link", words::HEADING, sending(words::FIELD, address, text::title(routine), &message))
}

/// A link to mark, to copy, to hand to another app, and in a message.
pub(in crate::ui::screens) fn sending(
    label: &'static str,
    address: &str,
    title: &str,
    message: &str,
) -> Nodes {
    let told = RwSignal::new("");
    let copied = address.to_owned();
    let copy = main_action("copy-link", words::COPY, move || {
        sharing::copy(&copied, move |done| {
            told.set(if done { words::COPIED } else { words::NOT_COPIED });
        });
    });
    let (name, link) = (title.to_owned(), address.to_owned());
    let send = sharing::can_send()
        .then(|| action("share", words::SEND, Look::Plain, move || sharing::send(&name, &link)));
    let ways =
        classed("div", "row share-ways").children(send).children(ways(title, message)).done();
    nodes![field(label, address), copy, said(told), ways]
}

/// What is left where the texts are too long for a link.
pub(super) fn too_long(routine: &'static SharedRoutine) -> Node {
    let told = RwSignal::new("");
    let save = action("save-text", words::SAVE_TEXT, Look::Plain, move || {
        told.set(if sharing::save_summary(routine) { "" } else { words::NOT_SAVED });
    });
    part("link", words::HEADING, nodes![note(share::TOO_LONG), save, said(told)])
}

/// The link as text, which can be marked by hand where copying is refused.
fn field(label: &'static str, address: &str) -> Node {
    let area = tag("textarea")
        .set("id", "share-link")
        .set("name", "link")
        .set("rows", "3")
        .set("readonly", "")
        .set("spellcheck", "false")
        .words(address.to_owned());
    classed("div", "field message-field")
        .child(tag("label").set("for", "share-link").words(label))
        .child(area)
        .done()
}

/// Messages that other apps send, with the link in them.
fn ways(title: &str, message: &str) -> Nodes {
    let (title, message) = (encoded(title), encoded(message));
    let way = |name, start: &str, words| {
        classed("a", "button")
            .set("href", [start, &message].concat())
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .set("data-action", name)
            .words(words)
            .done()
    };
    let mail = ["mailto:?subject=", &title, "&body="].concat();
    nodes![
        way("send-whatsapp", "https://wa.me/?text=", words::WHATSAPP),
        way("send-text", "sms:?&body=", words::TEXT),
        way("send-mail", &mail, words::MAIL),
    ]
}

/// Every byte but letters, digits and `-` as `%XX`, as in an address.
fn encoded(text: &str) -> String {
    crate::app::routes::in_address(text)
}
