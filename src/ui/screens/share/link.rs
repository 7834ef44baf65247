//! The link: to copy, to hand to another app, and in a message.

use super::{part, said};
use crate::app::sharing;
use crate::domain::shared::SharedRoutine;
use crate::i18n::share::link as words;
use crate::i18n::{share, sharing as text};
use crate::ui::components::{Look, action, main_action, note};
use crate::ui::markup::{Node, classed, tag};
use leptos::prelude::{RwSignal, Set};

/// The part with the link in it.
pub(super) fn link(routine: &'static SharedRoutine, address: &str) -> Node {
    let told = RwSignal::new("");
    let copied = address.to_owned();
    let copy = main_action("copy-link", words::COPY, move || {
        sharing::copy(&copied, move |done| {
            told.set(if done { words::COPIED } else { words::NOT_COPIED });
        });
    });
    let link = address.to_owned();
    let send = sharing::can_send()
        .then(|| action("share", words::SEND, Look::Plain, move || sharing::send(routine, &link)));
    let mut parts = vec![field(address), copy, said(told)];
    parts.push(
        classed("div", "row share-ways").children(send).children(ways(routine, address)).done(),
    );
    part("link", words::HEADING, parts)
}

/// What is left where the texts are too long for a link.
pub(super) fn too_long(routine: &'static SharedRoutine) -> Node {
    let told = RwSignal::new("");
    let save = action("save-text", words::SAVE_TEXT, Look::Plain, move || {
        told.set(if sharing::save_summary(routine) { "" } else { words::NOT_SAVED });
    });
    part("link", words::HEADING, vec![note(share::TOO_LONG), save, said(told)])
}

/// The link as text, which can be marked by hand where copying is refused.
fn field(address: &str) -> Node {
    let area = tag("textarea")
        .set("id", "share-link")
        .set("name", "link")
        .set("rows", "3")
        .set("readonly", "")
        .set("spellcheck", "false")
        .words(address.to_owned());
    classed("div", "field message-field")
        .child(tag("label").set("for", "share-link").words(words::FIELD))
        .child(area)
        .done()
}

/// Messages that other apps send, with the name of the routine and the link in them.
fn ways(routine: &SharedRoutine, address: &str) -> Vec<Node> {
    let message = encoded(&sharing::message(routine, address));
    let title = encoded(text::title(routine));
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
    vec![
        way("send-whatsapp", "https://wa.me/?text=", words::WHATSAPP),
        way("send-text", "sms:?&body=", words::TEXT),
        way("send-mail", &mail, words::MAIL),
    ]
}

/// Every byte but letters, digits and `-` as `%XX`, as in an address.
fn encoded(text: &str) -> String {
    crate::app::routes::in_address(text)
}
