//! Saving a copy, taking one in, erasing everything.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, event_target_checked};

use crate::app::App;
use crate::app::data::{Failure, Offer, Step};
use crate::app::journal::Promise;
use crate::i18n::data as words;
use crate::i18n::format::fill;
use crate::ui::components::{Look, action, bullets, note, section, stop_note};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};

/// The person's data.
pub(super) fn data(app: &'static App) -> Node {
    app.journal.look_up_promise();
    let promise = live(move || match app.journal.promise() {
        Promise::Unknown => nothing(),
        Promise::Lasting => told("lasting", words::LASTING),
        Promise::Passing => told("passing", words::PASSING),
    });
    let save = action("export", words::SAVE, Look::Plain, move || app.data.save_all());
    let table = action("export-table", words::TABLE, Look::Plain, move || app.data.save_table());
    let parts = nodes![
        worded("p", "", words::LEAD),
        promise,
        classed("div", "row").child(save).child(table).done(),
        take_file(app, true),
        live(move || taking(app)),
        erase(app),
    ];
    section(words::HEADING, parts)
}

fn told(state: &'static str, words: &'static str) -> Node {
    tag("p").set("data-role", "persisted").set("data-state", state).words(words).done()
}

/// The field for a file to take in; health answers in it are offered only `with_answers`.
pub(crate) fn take_file(app: &'static App, with_answers: bool) -> Node {
    let file = tag("input")
        .set("id", "import")
        .set("name", "import")
        .set("type", "file")
        .set("accept", ".json,application/json")
        .set("aria-describedby", "import-hint")
        .on("change", move |event| app.data.choose(&event, with_answers));
    classed("div", "field field-file")
        .child(tag("label").set("for", "import").words(words::TAKE))
        .child(file)
        .child(tag("p").set("id", "import-hint").set("class", "hint").words(words::TAKE_HINT))
        .done()
}

/// What goes on, for the eye and the screen reader.
pub(crate) fn taking(app: &'static App) -> Node {
    let said = match app.data.step() {
        Step::Idle => return nothing(),
        Step::Looking => return going(app, words::LOOKING),
        Step::Taking => return going(app, words::TAKING),
        Step::Working => worded("p", "quiet", words::WORKING),
        Step::Saved => note(words::SAVED),
        Step::RoutinesSaved => note(words::ROUTINES_SAVED),
        Step::Failed(why) => stop_note(failure(why)),
        Step::Offered(offer) => return offered(app, offer),
    };
    tag("div").set("role", "status").set("data-role", "data-step").child(said).done()
}

/// How far a file is, and the way to stop it.
fn going(app: &'static App, said: &'static str) -> Node {
    let bar = tag("progress")
        .set("max", "100")
        .set("aria-label", said)
        .follow("value", move || Some(app.data.done().to_string()));
    classed("div", "panel")
        .set("data-role", "import-progress")
        .child(tag("p").set("role", "status").words(said))
        .child(bar)
        .child(action("cancel-import", words::STOP, Look::Quiet, move || app.data.cancel()))
        .done()
}

const fn failure(why: Failure) -> &'static str {
    match why {
        Failure::TooLarge => words::TOO_LARGE,
        Failure::NotOurs => words::NOT_OURS,
        Failure::Newer => words::NEWER,
        Failure::NotKept => words::NOT_KEPT,
        Failure::NotErased => words::NOT_ERASED,
        Failure::NotRead => words::NOT_READ,
        Failure::Stopped => words::STOPPED,
        Failure::NotSaved => words::NOT_SAVED,
    }
}

/// What the file would do, and the choice.
fn offered(app: &'static App, offer: Offer) -> Node {
    let Offer { added, replaced, known, taken, answers, kept, left_out } = offer;
    let lines = [
        (added, words::ADDED),
        (replaced, words::REPLACED),
        (taken, words::TAKEN),
        (known, words::KNOWN),
        (kept, words::KEPT),
        (left_out, words::LEFT_OUT),
    ];
    let lines = lines.into_iter().filter(|it| it.0 > 0);
    let lines = lines.map(|(count, words)| fill(words, &[&count.to_string()]).into()).collect();
    let is_nothing = added + replaced + taken + answers == 0;
    let own = RwSignal::new(false);
    let cancel = action("cancel-import", words::CANCEL, Look::Quiet, move || app.data.cancel());
    let go = (!is_nothing).then(|| {
        action("accept-import", words::OFFER_GO, Look::Plain, move || {
            app.data.accept(own.get_untracked());
        })
    });
    classed("div", "panel")
        .set("role", "status")
        .set("data-role", "import-plan")
        .child(worded("h3", "", words::OFFER))
        .children(is_nothing.then(|| worded("p", "", words::NOTHING_NEW)))
        .child(bullets(lines))
        .children((answers > 0).then(|| own_answers(own)))
        .child(classed("div", "row").children(go).child(cancel))
        .done()
}

/// Whose health answers the file holds: without a tick they stay out, and the app asks.
fn own_answers(own: RwSignal<bool>) -> Node {
    let tick = tag("input")
        .set("type", "checkbox")
        .set("name", "own-answers")
        .on("change", move |event| own.set(event_target_checked(&event)));
    let label =
        tag("label").set("class", "choice").child(tick).child(worded("span", "", words::OWN));
    classed("div", "stack")
        .set("data-role", "own-answers")
        .child(worded("strong", "", words::OWN_ASK))
        .child(worded("p", "", words::OWN_WHY))
        .child(label)
        .done()
}

/// Erasing takes a second press.
fn erase(app: &'static App) -> Node {
    let asks = RwSignal::new(false);
    let parts = live(move || {
        if !asks.get() {
            return action("erase-everything", words::ERASE, Look::Danger, move || asks.set(true));
        }
        let yes = action("erase-now", words::ERASE_GO, Look::Danger, move || app.data.erase());
        let no = action("keep-everything", words::ERASE_NOT, Look::Plain, move || asks.set(false));
        classed("div", "panel")
            .set("role", "status")
            .child(worded("strong", "", words::ERASE_SURE))
            .child(worded("p", "", words::ERASE_LEAD))
            .child(worded("p", "small quiet", words::ERASE_LIMIT))
            .child(classed("div", "row").child(no).child(yes))
            .done()
    });
    several(nodes![classed("div", "stack").set("data-role", "erase").child(parts).done()])
}
