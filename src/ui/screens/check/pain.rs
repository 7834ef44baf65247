//! The pain now, 0 to 10: the numeric pain rating, which may be passed over.

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set};

use super::card::shown_while;
use crate::app::App;
use crate::app::routes::Route;
use crate::domain::body::{Area, AreaSet};
use crate::domain::outcome::Rating;
use crate::domain::screening::STRONG_PAIN;
use crate::i18n::format::fill;
use crate::i18n::health::card as words;
use crate::ui::body_map::map_and_list;
use crate::ui::components::{Look, action, headline, main_action, note, pick, stack};
use crate::ui::markup::{Node, Nodes, classed, nodes, nothing, several, tag, worded};

/// The pain card.
#[inline(never)]
pub(super) fn pain(app: &'static App) -> Nodes {
    let rating = RwSignal::new(None::<u8>);
    let place = RwSignal::new(None::<Area>);
    let mut scale = classed("div", "picks pain-scale");
    for number in 0..=10_u8 {
        let button = pick(
            "pain",
            number.to_string(),
            move || rating.get() == Some(number),
            move || rating.set(Some(number)),
        );
        let end = match number {
            0 => Some(words::NO_PAIN),
            10 => Some(words::WORST),
            _ => None,
        };
        let end = end.map(|words| worded("small", "", words));
        scale = scale.child(button.set("data-rating", number.to_string()).children(end));
    }
    let is_strong = Memo::new(move |_| rating.get().is_some_and(|it| it >= STRONG_PAIN));
    let strong = move || {
        let chosen = move || place.get().map_or(AreaSet::EMPTY, |area| AreaSet::EMPTY.with(area));
        several(nodes![
            note(words::PAIN_STRONG),
            worded("h2", "", words::PAIN_WHERE),
            map_and_list(chosen, move |area| place.set(Some(area))),
        ])
    };
    let go_on = main_action("continue", words::CONTINUE, move || {
        if let Some(rating) = rating.get_untracked() {
            let area = place.get_untracked().filter(|it| *it != Area::WholeBody);
            app.screening.feel(rating, area.filter(|_| rating >= STRONG_PAIN));
            // The same number is how it felt before the session that follows.
            app.journal.feel_before(Rating::new(rating), area);
        }
    });
    let go_on = tag("div").hidden_while(move || rating.get().is_none()).child(go_on);
    let skip = action("skip", words::PAIN_SKIP, Look::Quiet, move || app.questions.skip_pain());
    let card = classed("div", "question")
        .set("data-card", "pain")
        .child(stack(nodes![headline(words::PAIN), worded("p", "lead", words::PAIN_LEAD)]))
        .child(scale)
        .child(shown_while(move || is_strong.get(), strong))
        .child(classed("div", "thumb").child(skip).child(go_on));
    nodes![card.done()]
}

/// Strong pain that was told today, with the way to change it; nothing where there is none.
#[inline(never)]
pub(crate) fn change_pain(app: &'static App) -> Node {
    let Some(rating) = app.questions.strong_pain() else { return nothing() };
    let told = worded("p", "small", fill(words::PAIN_TOLD, &[&rating.to_string()]));
    let change = action("change-pain", words::CHANGE, Look::Quiet, move || {
        app.questions.ask_pain_again();
        if let Some(routine) = app.route.peek().routine() {
            app.go(&Route::Check(Some(routine.to_owned())));
        }
    });
    classed("div", "row").set("data-role", "pain-told").child(told).child(change).done()
}
