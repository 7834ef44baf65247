//! The last look before a session: set-up check, stop rule, "anything new?".

use super::super::progress::felt_before;
use super::pain::change_pain;
use crate::app::App;
use crate::app::playable::Playable;
use crate::i18n::health::mode;
use crate::i18n::messages::check as words;
use crate::i18n::screening as text;
use crate::ui::components::{Look, action, headline, main_action, note, stack, stop_note};
use crate::ui::markup::{Nodes, classed, nodes, tag, worded};

/// The set-up check and the Start tap, which also unlocks voice and bell; `name` is the tap's `data-action`.
pub(crate) fn before_start(app: &'static App, routine: Playable, name: &'static str) -> Nodes {
    let lines = app.screening.set_up_lines(routine);
    let checklist = classed("ul", "checklist")
        .children(lines.into_iter().map(|line| worded("li", "", text::set_up(line))));
    let go = if app.player.is_to_carry_on(routine) { words::READY_GO_ON } else { words::READY_NEW };
    let start = main_action(name, go, move || app.player.start_or_carry_on(app, routine));
    let changed = action("something-new", words::READY_CHANGED, Look::Plain, move || {
        app.screening.something_new(app, routine);
    });
    let question = tag("p").child(worded("strong", "", text::ANYTHING_NEW));
    let name = worded("p", "lead", routine.name_in_words());
    let mode = mode(app.health.limits().mode).map(note);
    let top = [headline(words::READY_HEADLINE), name];
    nodes![
        stack(top.into_iter().chain(mode).collect()),
        change_pain(app),
        checklist.done(),
        felt_before(app),
        stop_note(text::STOP_IF),
        classed("div", "thumb").child(question).child(start).child(changed).done(),
    ]
}
