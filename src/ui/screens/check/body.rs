//! Sore and hurt spots: what, then where.

use leptos::prelude::{Get, GetUntracked, RwSignal, Update, event_target_checked};

use super::card::{acts, frame, shown_while, then, toggled};
use crate::app::App;
use crate::app::library::trouble_text;
use crate::app::questions::Asked;
use crate::domain::body::AreaSet;
use crate::domain::condition::Trouble;
use crate::i18n::health::card as words;
use crate::ui::body_map::map_and_list;
use crate::ui::components::main_action;
use crate::ui::markup::{Node, classed, nodes, tag, worded};

/// Troubles that are ticked, each with its areas.
type Marks = Vec<(Trouble, AreaSet)>;

/// The body card: each trouble ticked asks where.
#[inline(never)]
pub(super) fn body(app: &'static App, asked: &Asked) -> Node {
    let marks = RwSignal::new(marked(app));
    let rows = Trouble::ALL.iter().map(|&trouble| row(trouble, marks));
    let (prompt, again) = (asked.prompt.clone(), asked.prompt.clone());
    let none = main_action("none", words::NONE, move || {
        then(app, app.questions.mark(&prompt, &[]));
    });
    let go_on = main_action("continue", words::CONTINUE, move || {
        then(app, app.questions.mark(&again, &marks.get_untracked()));
    });
    let lacks_place = move || marks.get().iter().any(|(_, areas)| areas.is_empty());
    let none = tag("div").hidden_while(move || !marks.get().is_empty()).child(none);
    let go_on =
        tag("div").hidden_while(move || marks.get().is_empty() || lacks_place()).child(go_on);
    let need = worded("p", "inline-note", words::BODY_NEED);
    let need = classed("div", "need").hidden_while(move || !lacks_place()).child(need);
    frame(app, asked, "body", words::BODY, words::BODY_LEAD)
        .child(classed("div", "flags").children(rows))
        .child(acts(app, asked, nodes![need.done(), none.done(), go_on.done()]))
        .done()
}

/// What is marked now.
fn marked(app: &App) -> Marks {
    let health = app.health.told().health;
    let today = crate::app::screening::day_before(0);
    let mut marks: Marks = Vec::new();
    for mark in health.live_marks(crate::app::library::rules(), today) {
        match marks.iter_mut().find(|(trouble, _)| *trouble == mark.trouble) {
            Some((_, areas)) => *areas = areas.with(mark.area),
            None => marks.push((mark.trouble, AreaSet::EMPTY.with(mark.area))),
        }
    }
    marks
}

fn areas_of(marks: &Marks, trouble: Trouble) -> Option<AreaSet> {
    marks.iter().find(|(it, _)| *it == trouble).map(|(_, areas)| *areas)
}

fn row(trouble: Trouble, marks: RwSignal<Marks>) -> Node {
    let is_on = move || areas_of(&marks.get(), trouble).is_some();
    let tick_box = tag("input")
        .set("type", "checkbox")
        .set("name", trouble.slug())
        .flag("checked", areas_of(&marks.get_untracked(), trouble).is_some())
        .on("change", move |event| {
            let is_on = event_target_checked(&event);
            marks.update(|all| {
                all.retain(|(it, _)| *it != trouble);
                all.extend(is_on.then_some((trouble, AreaSet::EMPTY)));
            });
        });
    let label = classed("label", "choice").child(tick_box).child(worded(
        "span",
        "",
        trouble_text(trouble).question,
    ));
    let places = move || {
        map_and_list(
            move || areas_of(&marks.get(), trouble).unwrap_or_default(),
            move |area| {
                marks.update(|all| {
                    if let Some((_, areas)) = all.iter_mut().find(|(it, _)| *it == trouble) {
                        *areas = toggled(*areas, area);
                    }
                });
            },
        )
    };
    let memo = leptos::prelude::Memo::new(move |_| is_on());
    tag("div")
        .set("data-trouble", trouble.slug())
        .child(label)
        .child(shown_while(move || memo.get(), places))
        .done()
}
