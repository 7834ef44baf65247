//! The report as a therapist sees it, and the same page as the person sees it before sending.

use leptos::prelude::{Get, RwSignal, Set, untrack};

use super::open;
use super::progress::charts_of;
use crate::app::problem::Problem;
use crate::app::replies::{Report, SealError, State, name, send_file, summary, text};
use crate::app::routes::Route;
use crate::app::{App, sharing};
use crate::domain::outcome::{Journal, Key, Kind, SessionDone, What};
use crate::domain::time::LocalDay;
use crate::i18n::messages::common;
use crate::i18n::{data, progress, reply as words};
use crate::ui::components::{Look, action, bullets, headline, link, note, page};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, tag, worded};

/// The screen of a reply that was opened.
pub(crate) fn report(app: &'static App) -> Node {
    // What a reload finds again is read before anything follows it.
    if untrack(|| app.replies.opened()) == State::Nothing {
        return open(app, Some(Problem::Gone));
    }
    let body = live(move || match app.replies.opened() {
        State::Nothing | State::Working | State::Link(..) => headline(words::OPENING),
        State::Here { report, sealed } => shown(&report, sealed),
        State::Failed(SealError::WrongKey) => closed(
            (words::CLOSED, words::WRONG_KEY, "sealed"),
            Some(link("button button-wide", Route::Settings.fragment(), data::TAKE)),
        ),
        State::Failed(SealError::NotKept) => {
            closed((words::CLOSED, words::KEYS_UNREADABLE, "sealed"), None)
        }
        State::Failed(_) => closed((words::CLOSED, words::NO_CRYPTO, "sealed"), None),
        State::Wrong(it) => closed((it.title(), it.way_on(), it.slug()), None),
    });
    page(app, "report", nodes![body])
}

/// Why it cannot be read, what to do, and the way to where it is done.
fn closed(
    (title, why, slug): (&'static str, &'static str, &'static str),
    way_on: Option<Node>,
) -> Node {
    classed("div", "stack")
        .set("role", "alert")
        .set("data-role", "problem")
        .set("data-problem", slug)
        .child(headline(title))
        .child(worded("p", "lead", why))
        .children(way_on)
        .child(link("button button-quiet button-wide", "#/", common::BACK_HOME))
        .done()
}

fn shown(report: &Report, sealed: bool) -> Node {
    let told = RwSignal::new("");
    let (noted, saved) = (text(report), report.clone());
    let copy = action("copy-summary", words::COPY_NOTES, Look::Plain, move || {
        sharing::copy(&noted, move |done| {
            told.set(if done { words::COPIED_NOTES } else { words::NOT_COPIED });
        });
    });
    let save = action("save-text", words::SAVE, Look::Plain, move || {
        told.set(if send_file(&saved, false) { "" } else { words::NOT_SAVED });
    });
    let print = action("print", words::PRINT, Look::Plain, sharing::print);
    let acts = classed("div", "stack no-print")
        .child(worded("p", "", words::REPORT_LEAD))
        .child(note(if sealed { words::WAS_SEALED } else { words::WAS_OPEN }))
        .child(classed("div", "row share-ways").child(copy).child(save).child(print))
        .child(tag("p").set("role", "status").follow_words(move || told.get().to_owned()));
    let top = headline(words::title(report));
    let page = paper(report, "h2", Nodes::none());
    let state = if sealed { "sealed" } else { "open" };
    classed("div", "stack").set("data-report", state).child(top).child(acts).child(page).done()
}

/// The page: the days, the note, what was told in words, charts, and each session.
pub(super) fn paper(report: &Report, heading: &'static str, top: Nodes) -> Node {
    let summary = summary(report);
    let their = (!report.note.is_empty()).then(|| {
        let note =
            classed("p", "their-words").set("dir", "auto").words(report.note.as_str().to_owned());
        classed("div", "their-note").set("data-role", "note").child(note).done()
    });
    let told = words::told(report, &summary, &name).into_iter().map(|(title, lines)| {
        let lines = lines.into_iter().map(Into::into).collect();
        classed("section", "report-part")
            .child(worded(heading, "", title))
            .child(bullets(lines))
            .done()
    });
    classed("article", "report stack")
        .set("data-role", "report")
        .all(top)
        .child(worded("p", "lead", words::period(report)))
        .children(their)
        .child(classed("div", "report-parts").children(told))
        .child(classed("div", "report-charts").all(charts_of(&report.journal, report.last)))
        .children(each(&report.journal))
        .child(worded("p", "small quiet", progress::MANY_REASONS))
        .done()
}

/// Each session in a row of a table.
fn each(journal: &Journal) -> Option<Node> {
    journal.sessions().next()?;
    let rows = journal.sessions().map(|(day, it)| session(journal, day, it));
    let head = words::COLUMNS.map(|it| tag("th").set("scope", "col").words(it).done());
    let table = tag("table")
        .child(worded("caption", "visually-hidden", words::EACH))
        .child(tag("thead").child(tag("tr").children(head)))
        .child(tag("tbody").children(rows));
    let scroll = classed("div", "report-table").child(table);
    Some(
        classed("details", "report-each")
            .child(worded("summary", "", words::EACH))
            .child(scroll)
            .done(),
    )
}

fn session(journal: &Journal, day: LocalDay, it: &SessionDone) -> Node {
    let felt = |kind| {
        let number = i64::try_from(it.started).unwrap_or(i64::MAX);
        match journal.get(Key { kind, number }).map(|it| &it.what) {
            Some(What::Felt(felt)) => felt.pain.get().to_string(),
            Some(_) | None => "–".to_owned(),
        }
    };
    let cells = [it.minutes().to_string(), felt(Kind::Before), felt(Kind::After)];
    let routine = words::routine(it.name.as_str()).to_owned();
    tag("tr")
        .child(tag("th").set("scope", "row").words(progress::day(day)))
        .child(classed("td", "their-words").set("dir", "auto").words(routine))
        .children(cells.map(|it| worded("td", "", it)))
        .done()
}
