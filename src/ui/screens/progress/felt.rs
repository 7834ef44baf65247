//! Pain before and after a session: "how you felt", never more (P13).

use crate::app::App;
use crate::domain::body::Area;
use crate::domain::outcome::{Kind, Rating, When};
use crate::domain::screening::STRONG_PAIN;
use crate::i18n::format::fill;
use crate::i18n::health::card;
use crate::i18n::progress as words;
use crate::i18n::words as plain;
use crate::ui::components::{Look, Value, action, scale, zero_to_ten};
use crate::ui::markup::{Node, Tag, classed, live, nodes, nothing, several, tag, worded};

fn ends() -> Vec<Value> {
    zero_to_ten(Some((card::NO_PAIN, card::WORST)))
}

fn rating(number: i8) -> Option<Rating> {
    u8::try_from(number).ok().and_then(Rating::new)
}

/// Before the start: folded away, so that nothing stands before Start; passing it over takes no tap at all.
pub(crate) fn felt_before(app: &'static App) -> Node {
    let is_on = move |number| app.journal.before().is_some_and(|it| Some(it) == rating(number));
    let pick = scale("felt", words::BEFORE, ends(), is_on, move |number| {
        // The same number again takes it back.
        let again = app.journal.before() == rating(number);
        let pain = rating(number).filter(|_| !again);
        app.journal.feel_before(pain, None);
        // Strong pain changes what may be done, so what stands before the session is looked at anew at once.
        if let Some(pain) = pain {
            app.screening.feel_before(pain.get());
        }
    });
    let summary = move || match app.journal.before() {
        Some(pain) => fill(words::BEFORE_TOLD, &[&pain.get().to_string()]),
        None => words::BEFORE.to_owned(),
    };
    tag("details")
        .set("class", "panel")
        .set("data-role", "felt-before")
        .child(tag("summary").follow_words(summary))
        .child(worded("p", "small quiet", words::FELT_LEAD))
        .child(pick)
        .done()
}

/// On the done screen: the rating now, then what was noted.
pub(crate) fn felt_after(app: &'static App, session: u64) -> Node {
    let panel: fn() -> Tag = || classed("section", "panel").set("data-role", "felt-after");
    live(move || {
        let (before, after) =
            (app.journal.felt(session, Kind::Before), app.journal.felt(session, Kind::After));
        let number = |it: Rating| it.get().to_string();
        let Some(after) = after else {
            let pick = scale(
                "felt",
                words::AFTER,
                ends(),
                |_| false,
                move |it| {
                    if let Some(pain) = rating(it) {
                        app.journal.feel(session, When::After, pain, None);
                        app.screening.feel_after(pain.get());
                    }
                },
            );
            return panel()
                .child(worded("h2", "", words::AFTER))
                .child(worded("p", "small quiet", words::FELT_LEAD))
                .child(pick)
                .done();
        };
        let line = before.map_or_else(
            || fill(words::FELT_ONE, &[&number(after.pain)]),
            |before| fill(words::FELT_DONE, &[&number(before.pain), &number(after.pain)]),
        );
        let undo = action("undo", words::UNDO, Look::Quiet, move || {
            app.journal.unfeel(session, When::After);
            app.screening.unfeel_after();
        });
        let strong = (after.pain.get() >= STRONG_PAIN).then(|| {
            classed("p", "").set("data-role", "felt-strong").words(card::PAIN_STRONG).done()
        });
        let place =
            if after.pain.get() == 0 { nothing() } else { place(app, session, after.place) };
        panel()
            .child(worded("p", "", line))
            .children(strong)
            .child(place)
            .child(classed("div", "row").child(undo))
            .done()
    })
}

/// Where it is felt most: a list, for the map has its own screen and the person has just got up.
fn place(app: &'static App, session: u64, chosen: Option<Area>) -> Node {
    let options = Area::ALL.iter().filter(|it| **it != Area::WholeBody).map(move |area| {
        let is_chosen = Some(*area) == chosen;
        tag("option")
            .set("value", area.slug())
            .flag("selected", is_chosen)
            .words(plain::area(*area))
            .done()
    });
    let list = tag("select")
        .set("id", "felt-place")
        .set("name", "felt-place")
        .on("change", move |event| {
            let slug = leptos::prelude::event_target_value(&event);
            app.journal.feel_where(session, When::After, Area::from_slug(&slug));
        })
        .child(tag("option").set("value", "").words("\u{2014}"))
        .children(options);
    let label = tag("label").set("for", "felt-place").words(words::FELT_WHERE);
    several(nodes![classed("div", "field").child(label).child(list).done()])
}
