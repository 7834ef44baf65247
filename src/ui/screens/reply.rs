//! The reply: what goes into it, the page as the therapist will see it, and the ways it goes.

use leptos::prelude::{Get, RwSignal, Set, event_target_checked, event_target_value, untrack};

use super::report::paper;
use super::share::sending;
use crate::app::journal::State;
use crate::app::replies::{Part, SealError, State as Reply, entries, send_file, text, wanted};
use crate::app::{App, sharing};
use crate::domain::outcome::Journal;
use crate::domain::shared::{Line, Note};
use crate::i18n::format::fill;
use crate::i18n::{progress, reply as words, sharing as names};
use crate::ui::components::{
    Look, action, headline, main_action, note, page, pick, section, stack, stop_note,
};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, nothing, several, tag, worded};

/// The screen.
pub(crate) fn reply(app: &'static App) -> Node {
    let top = stack(nodes![
        headline(words::HEADLINE),
        worded("p", "lead", words::LEAD),
        worded("p", "small quiet", words::NOBODY),
    ]);
    let top = classed("div", "no-print").child(top).done();
    let body = live(move || match app.journal.state() {
        State::Here | State::Unkept | State::Late if app.journal.is_whole() => shown(app),
        State::Unread | State::Reading | State::Here | State::Unkept | State::Late => {
            worded("p", "quiet", progress::READING)
        }
    });
    page(app, "reply", nodes![top, body])
}

fn shown(app: &'static App) -> Node {
    if app.journal.read(Journal::is_empty) {
        return classed("p", "panel").set("data-role", "empty").words(words::EMPTY).done();
    }
    let preview = live(move || {
        let report = wanted(app);
        let name = worded("h3", "", crate::i18n::reply::title(&report));
        paper(&report, "h4", nodes![name])
    });
    let ways = classed("div", "no-print").set("data-role", "ways").all(nodes![
        section(words::SEALED, sealed(app)),
        section(words::OTHERS, others(app)),
        open_link(app),
    ]);
    several(nodes![choices(app), section(words::PREVIEW, nodes![preview]), ways.done()])
}

/// How far back, which parts, who and a word.
fn choices(app: &'static App) -> Node {
    let periods = words::PERIODS.map(|(days, name)| {
        let is_on = move || app.replies.wish().days == days;
        let on_press = move || app.replies.change(|it| it.days = days);
        pick("period", name, is_on, on_press).set("data-days", days.to_string()).done()
    });
    let periods = classed("div", "picks")
        .set("role", "group")
        .set("aria-label", words::PERIOD)
        .children(periods);
    let parts = Part::ALL.iter().map(|it| part(app, *it));
    let wish = untrack(|| app.replies.wish());
    let fields = [
        field("who", words::WHO, "1", wish.who.as_str(), move |text| {
            app.replies.change(|it| it.who = Line::clean(text));
        }),
        field("note", words::NOTE, "4", wish.note.as_str(), move |text| {
            app.replies.change(|it| it.note = Note::clean(text));
        }),
    ];
    let body = classed("div", "stack").child(periods).children(parts).children(fields).done();
    classed("div", "no-print").child(section(words::CHOOSE, nodes![body])).done()
}

/// A part with how much there is of it; what there is none of is not offered.
fn part(app: &'static App, part: Part) -> Node {
    let has = move |part: Part| !app.replies.wish().without.contains(&part);
    let of_sessions = matches!(part, Part::Felt | Part::Steps);
    let tick_box = tag("input")
        .set("type", "checkbox")
        .set("name", part.slug())
        .flag("checked", untrack(|| has(part)))
        .follow("disabled", move || (of_sessions && !has(Part::Sessions)).then(String::new))
        .on("change", move |event| app.replies.choose(part, event_target_checked(&event)));
    let name = tag("span").follow_words(move || {
        fill(words::CHOICE, &[words::part(part), &entries(app, part).to_string()])
    });
    classed("label", "choice")
        .hidden_while(move || entries(app, part) == 0)
        .child(tick_box)
        .child(name)
        .done()
}

fn field(
    name: &'static str,
    label: &'static str,
    rows: &'static str,
    now: &str,
    typed: impl Fn(&str) + 'static,
) -> Node {
    let area = tag("textarea")
        .set("id", name)
        .set("name", name)
        .set("rows", rows)
        .set("dir", "auto")
        // What is typed here goes to nobody who checks spelling.
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .on("input", move |event| typed(&event_target_value(&event)))
        .words(now.to_owned());
    classed("div", "field message-field")
        .child(tag("label").set("for", name).words(label))
        .child(area)
        .done()
}

/// The link that one person's browser alone can open.
fn sealed(app: &'static App) -> Nodes {
    let known = app.replies.known().all;
    if known.is_empty() {
        return nodes![note(words::NO_KEY)];
    }
    let picks = known.iter().enumerate().map(|(nth, (name, _))| {
        let name = if name.is_empty() { words::SEALED_NOBODY } else { name.as_str() };
        let name = fill(words::SEALED_FOR, &[&names::isolated(name)]);
        let is_on = move || app.replies.wish().to == nth;
        pick("seal-for", name, is_on, move || app.replies.change(|it| it.to = nth)).done()
    });
    let picks = classed("div", "picks").set("role", "group").children(picks).done();
    let go = main_action("make-sealed", words::MAKE_SEALED, move || {
        let nth = untrack(|| app.replies.wish().to);
        if let Some((_, key)) = known.get(nth).or(known.first()) {
            app.replies.make_sealed(app, *key);
        }
    });
    nodes![picks, worded("p", "", words::SEALED_WHY), go, live(move || made(app, true))]
}

/// The link that was made, sealed or not.
fn made(app: &'static App, sealed: bool) -> Node {
    let said = match app.replies.made() {
        Reply::Link(address, is_sealed) if is_sealed == sealed => {
            let message = [words::MESSAGE, &address].concat();
            let mut parts = nodes![note(words::MADE)];
            parts.extend(sending(words::FIELD, &address, words::TITLE, &message));
            let link = classed("div", "stack").set("data-role", "link").set("role", "status");
            return link.all(parts).done();
        }
        Reply::Working if sealed => worded("p", "quiet", words::WORKING),
        Reply::Failed(why) if sealed => stop_note(failed(why)),
        Reply::Wrong(_) => stop_note(words::TOO_LONG),
        Reply::Nothing
        | Reply::Working
        | Reply::Link(..)
        | Reply::Failed(_)
        | Reply::Here { .. } => return nothing(),
    };
    tag("div").set("role", "status").child(said).done()
}

/// Why nothing can be sealed here.
pub(crate) const fn failed(why: SealError) -> &'static str {
    match why {
        SealError::Unsupported => words::NO_KEY_MADE,
        SealError::WrongKey | SealError::Damaged => words::KEY_WRONG,
        SealError::NotKept => words::NO_KEY_KEPT,
    }
}

/// File, paper and text.
fn others(app: &'static App) -> Nodes {
    let told = RwSignal::new("");
    let file = action("send-file", words::SEND_FILE, Look::Plain, move || {
        let is_done = untrack(|| send_file(&wanted(app), true));
        told.set(if is_done { "" } else { words::NOT_SAVED });
    });
    let print = action("print", words::PRINT, Look::Plain, sharing::print);
    let copy = action("copy-summary", words::COPY, Look::Plain, move || {
        sharing::copy(&untrack(|| text(&wanted(app))), move |done| {
            told.set(if done { words::COPIED } else { words::NOT_COPIED });
        });
    });
    let row = classed("div", "row share-ways").child(file).child(print).child(copy).done();
    let said = tag("p").set("role", "status").follow_words(move || told.get().to_owned()).done();
    nodes![worded("p", "", words::OTHERS_WHY), row, said]
}

/// The link that anybody can read, behind what that means.
fn open_link(app: &'static App) -> Node {
    let go = action("make-open", words::OPEN_GO, Look::Danger, move || {
        untrack(|| app.replies.make_open(app));
    });
    let body = classed("div", "stack")
        .child(stop_note(words::OPEN_WHY))
        .child(go)
        .child(live(move || made(app, false)));
    classed("details", "panel")
        .set("data-role", "open-link")
        .child(worded("summary", "", words::OPEN_LINK))
        .child(body)
        .done()
}
