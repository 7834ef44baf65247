//! The health questions, one card at a time.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update, event_target_checked};

use super::body::body;
use crate::app::App;
use crate::app::library::{card_title, condition, condition_text};
use crate::app::questions::Asked;
use crate::app::routes::Route;
use crate::domain::body::{Area, AreaSet};
use crate::domain::condition::ConditionId;
use crate::domain::screening::Prompt;
use crate::i18n::format;
use crate::i18n::health::card as words;
use crate::i18n::messages::common;
use crate::ui::body_map::map_and_list;
use crate::ui::components::{Look, action, headline, main_action, note, stack};
use crate::ui::markup::{Node, Nodes, Tag, classed, live, nodes, nothing, tag, worded};

/// Most weeks that can be told: a pregnancy's last.
const MOST_WEEKS: u8 = 42;

/// One question on its card.
#[inline(never)]
pub(super) fn card(app: &'static App, asked: &Asked) -> Nodes {
    let parts = match &asked.prompt {
        Prompt::Card { card, lines } => {
            lines_card(app, asked, (card.slug(), card_title(*card)), lines)
        }
        Prompt::Few(lines) => lines_card(app, asked, ("few", words::FEW), lines),
        Prompt::FollowUp(id) => follow_up(app, asked, *id),
        Prompt::Where(id) => places(app, asked, *id),
        Prompt::Body => body(app, asked),
    };
    nodes![parts]
}

/// Goes where an answer leads, if it was asked for from another screen.
pub(super) fn then(app: &'static App, route: Option<Route>) {
    if let Some(route) = route {
        app.go(&route);
    }
}

/// The root of a card with its progress, headline and lead.
pub(super) fn frame(
    app: &'static App,
    asked: &Asked,
    slug: &'static str,
    title: &'static str,
    lead: &'static str,
) -> Tag {
    let progress = asked.place.map(|(number, of)| {
        let words = format::fill(words::PROGRESS, &[&number.to_string(), &of.to_string()]);
        worded("p", "small quiet", words)
    });
    let unreadable = app.health.was_unreadable().then(|| note(words::UNREADABLE));
    let mut top: Nodes = progress.into_iter().collect();
    top.push(headline(title));
    top.push(worded("p", "lead", lead));
    top.extend(unreadable);
    classed("div", "question").set("data-card", slug).child(stack(top))
}

/// The acts of a card: the answer, and the way back.
pub(super) fn acts(app: &'static App, asked: &Asked, answers: Nodes) -> Node {
    let back = asked
        .has_back
        .then(|| action("back", words::BACK, Look::Quiet, move || app.questions.back()));
    classed("div", "thumb").children(back).all(answers).done()
}

/// Lines to tick, or none of them.
fn lines_card(
    app: &'static App,
    asked: &Asked,
    (slug, title): (&'static str, &'static str),
    lines: &[ConditionId],
) -> Node {
    let told = app.health.told().health;
    let before: Vec<ConditionId> =
        lines.iter().copied().filter(|id| told.find(*id).is_some_and(|it| it.yes)).collect();
    let ticked = RwSignal::new(before);
    let weeks = RwSignal::new(lines.iter().find_map(|id| told.find(*id)?.weeks));
    let rows = lines.iter().map(|&id| {
        let row = line(id, ticked);
        let counts = condition(id).is_some_and(|it| it.from_week.is_some());
        if counts {
            tag("div").child(row).child(weeks_field(id, ticked, weeks)).done()
        } else {
            row
        }
    });
    let prompt = asked.prompt.clone();
    let tell = move || {
        let (ticked, weeks) = (ticked.get_untracked(), weeks.get_untracked());
        then(app, app.questions.tell(&prompt, &ticked, weeks));
    };
    let none = {
        let tell = tell.clone();
        move || {
            ticked.set(Vec::new());
            tell();
        }
    };
    let is_any = move || !ticked.get().is_empty();
    let none = tag("div").hidden_while(is_any).child(main_action("none", words::NONE, none));
    let go_on = tag("div").hidden_while(move || !is_any()).child(main_action(
        "continue",
        words::CONTINUE,
        tell,
    ));
    frame(app, asked, slug, title, words::LEAD)
        .child(classed("div", "flags").children(rows))
        .child(worded("p", "small quiet", words::WHY))
        .child(acts(app, asked, nodes![none.done(), go_on.done()]))
        .done()
}

/// One line with its tick box; a line told before is ticked already.
fn line(id: ConditionId, ticked: RwSignal<Vec<ConditionId>>) -> Node {
    let slug = condition(id).map_or("", |it| it.slug);
    let tick_box = tag("input")
        .set("type", "checkbox")
        .set("name", slug)
        .flag("checked", ticked.get_untracked().contains(&id))
        .on("change", move |event| {
            let is_on = event_target_checked(&event);
            ticked.update(|all| {
                all.retain(|it| *it != id);
                all.extend(is_on.then_some(id));
            });
        });
    classed("label", "choice")
        .set("data-condition", slug)
        .child(tick_box)
        .child(worded("span", "", condition_text(id).question))
        .done()
}

/// How many weeks, asked under the line that counts them.
fn weeks_field(
    id: ConditionId,
    ticked: RwSignal<Vec<ConditionId>>,
    weeks: RwSignal<Option<u8>>,
) -> Node {
    let chosen = weeks.get_untracked();
    let option = |value: String, words: String, on: bool| {
        tag("option").set("value", value).flag("selected", on).words(words).done()
    };
    let unsure = option(String::new(), words::WEEKS_UNSURE.to_owned(), chosen.is_none());
    let numbers = (1..=MOST_WEEKS)
        .map(|week| option(week.to_string(), week.to_string(), chosen == Some(week)));
    let select = tag("select")
        .set("id", "weeks")
        .set("name", "weeks")
        .on("change", move |event| {
            weeks.set(leptos::prelude::event_target_value(&event).parse().ok());
        })
        .child(unsure)
        .children(numbers);
    classed("div", "field")
        .hidden_while(move || !ticked.get().contains(&id))
        .child(tag("label").set("for", "weeks").words(words::WEEKS))
        .child(select)
        .done()
}

/// A question that follows a "yes".
fn follow_up(app: &'static App, asked: &Asked, id: ConditionId) -> Node {
    let answer = |name, label, look, yes| {
        let prompt = asked.prompt.clone();
        action(name, label, look, move || {
            then(app, app.questions.follow_up(&prompt, id, yes));
        })
    };
    let both = classed("div", "sheet-grid")
        .child(answer("yes", common::YES, Look::Plain, true))
        .child(answer("no", common::NO, Look::Plain, false));
    let slug = condition(id).map_or("", |it| it.card.slug());
    frame(app, asked, slug, condition_text(id).question, words::FOLLOW_UP)
        .set("data-condition", condition(id).map_or("", |it| it.slug))
        .child(acts(app, asked, nodes![both.done()]))
        .done()
}

/// Where a condition is.
fn places(app: &'static App, asked: &Asked, id: ConditionId) -> Node {
    let before = app.health.told().health.find(id).map_or(AreaSet::EMPTY, |it| it.areas);
    let areas = RwSignal::new(before);
    let prompt = asked.prompt.clone();
    let go_on = main_action("continue", words::CONTINUE, move || {
        then(app, app.questions.tell_where(&prompt, id, areas.get_untracked()));
    });
    let go_on = tag("div").hidden_while(move || areas.get().is_empty()).child(go_on);
    let slug = condition(id).map_or("", |it| it.card.slug());
    frame(app, asked, slug, words::WHERE, words::WHERE_LEAD)
        .set("data-condition", condition(id).map_or("", |it| it.slug))
        .child(worded("p", "", condition_text(id).reason))
        .child(map_and_list(
            move || areas.get(),
            move |area| areas.update(|all| *all = toggled(*all, area)),
        ))
        .child(acts(app, asked, nodes![go_on.done()]))
        .done()
}

/// An area put in or taken out; the whole body stands alone.
pub(super) fn toggled(areas: AreaSet, area: Area) -> AreaSet {
    let whole = AreaSet::EMPTY.with(Area::WholeBody);
    if area == Area::WholeBody {
        return if areas.contains(area) { AreaSet::EMPTY } else { whole };
    }
    let others = if areas == whole { AreaSet::EMPTY } else { areas };
    others.toggled(area)
}

/// A piece that shows while a signal says so.
pub(super) fn shown_while(
    mut shown: impl FnMut() -> bool + Send + 'static,
    piece: impl Fn() -> Node + Send + 'static,
) -> Node {
    live(move || if shown() { piece() } else { nothing() })
}
