//! A list of red flags to tick, or none of them.

use leptos::prelude::{Get, GetUntracked, RwSignal, Update};

use crate::app::App;
use crate::domain::screening::{Draft, List};
use crate::i18n::messages::check as words;
use crate::i18n::screening as text;
use crate::ui::components::{choice, headline, main_action, note, stack};
use crate::ui::markup::{Node, Nodes, classed, nodes, tag, worded};

/// One list; it is answered by "none of these" or by going on with at least one tick.
#[inline(never)]
pub(super) fn flags(app: &'static App, list: List) -> Nodes {
    let draft = RwSignal::new(Draft::new(list));
    let choices = list.flags().map(|flag| {
        choice(flag.slug(), text::flag(flag), move |ticked| {
            draft.update(|draft| {
                if draft.is_ticked(flag) != ticked {
                    draft.toggle(flag);
                }
            });
        })
    });
    let questions = classed("fieldset", "flags")
        .child(worded("legend", "visually-hidden", text::list(list)))
        .children(choices);
    nodes![
        top(app, list),
        questions.done(),
        worded("p", "small quiet", text::STAYS_HERE),
        answer(app, draft, list),
    ]
}

fn top(app: &App, list: List) -> Node {
    let lead = match list {
        // Signs that a clinician has looked at would lock the app again for ever.
        List::Full if app.screening.is_cleared() => text::AFTER_CHECK,
        List::Full => words::LEAD,
        List::Short => words::SHORT_LEAD,
        List::Nerve | List::Head => words::NOW_LEAD,
    };
    let disclaimer = (list == List::Full).then(|| worded("p", "", text::DISCLAIMER));
    let unreadable = app.screening.was_unreadable().then(|| note(words::UNREADABLE));
    let lead = worded("p", "lead", lead);
    let mut parts = nodes![headline(text::list(list))];
    parts.extend(disclaimer);
    parts.push(lead);
    parts.extend(unreadable);
    stack(parts)
}

/// "None of these" until something is ticked, then "go on".
fn answer(app: &'static App, draft: RwSignal<Draft>, list: List) -> Node {
    let any = move || list.flags().any(|flag| draft.get().is_ticked(flag));
    let go_on = move || app.screening.answer(app, &draft.get_untracked());
    let none = move || {
        draft.update(Draft::choose_none);
        go_on();
    };
    let none = main_action("none", text::NONE_OF_THESE, none);
    let with_ticks = main_action("continue", words::CONTINUE, go_on);
    classed("div", "thumb")
        .child(tag("div").hidden_while(any).child(none))
        .child(tag("div").hidden_while(move || !any()).child(with_ticks))
        .done()
}
