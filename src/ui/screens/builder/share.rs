//! The link of the routine: to copy, or to hand to another app.

use std::sync::Arc;

use super::{Over, picker};
use crate::app::App;
use crate::app::builder::{Builder, Link};
use crate::i18n::builder::{bar as bar_words, share as words};
use crate::i18n::share::paper;
use crate::i18n::sharing;
use crate::ui::components::{Look, action, main_action, sheet as over_all};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, tag, worded};

/// The sheet.
pub(super) fn sheet(app: &'static App, over: &Over) -> Node {
    app.builder.say(String::new());
    let title = tag("h2")
        .set("id", "share-title")
        .set("tabindex", "-1")
        .flag("autofocus", true)
        .words(bar_words::SHARE_TITLE)
        .done();
    let mut body = nodes![title];
    match app.builder.link() {
        Link::Ready(link) => body.extend(ready(app, link)),
        Link::Empty => body.push(worded("p", "", words::EMPTY)),
        Link::TooLong => body.push(worded("p", "", words::TOO_LONG)),
    }
    let (closes, dismissed) = (Arc::clone(over), Arc::clone(over));
    body.push(action("close-share", bar_words::CLOSE, Look::Quiet, move || picker::close(&closes)));
    over_all("share", "share-title", move || picker::close(&dismissed), body)
}

/// Whose name goes along: it may have been said for another routine.
fn from(app: &'static App) -> Option<Node> {
    let maker = sharing::maker(&app.builder.maker_now())?;
    let name = classed("bdi", "their-words").words(maker);
    Some(tag("p").set("data-role", "maker").words([paper::FROM, " "].concat()).child(name).done())
}

fn ready(app: &'static App, link: String) -> Nodes {
    let field = tag("textarea")
        .set("id", "share-link")
        .set("name", "link")
        .set("rows", "3")
        .set("readonly", "")
        .set("spellcheck", "false")
        .words(link.clone());
    let field = classed("div", "build-field build-words")
        .child(tag("label").set("for", "share-link").words(words::LINK))
        .child(field)
        .done();
    let said = tag("p")
        .set("role", "status")
        .set("data-role", "copied")
        .follow_words(move || app.builder.said())
        .done();
    let other = link.clone();
    let send = Builder::can_send().then(|| {
        action("send-link", words::SEND, Look::Plain, move || app.builder.send_link(&other))
    });
    let copy = main_action("copy-link", words::COPY, move || app.builder.copy_link(&link));
    let lost = live(move || super::whole::lost_key(app));
    let mut body = nodes![lost, worded("p", "", words::LEAD)];
    body.extend(from(app));
    body.extend(nodes![field, copy]);
    body.extend(send);
    body.extend(app.builder.id().map(|id| {
        let more = crate::app::routes::Route::Share(id).fragment();
        classed("a", "button button-quiet")
            .set("href", more)
            .set("data-action", "more-ways")
            .on_press(move || app.builder.keep_now())
            .words(words::MORE)
            .done()
    }));
    body.extend([said, worded("p", "small quiet", sharing::LIMITS_HOLD)]);
    body
}
