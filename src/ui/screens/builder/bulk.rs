//! Changing several steps at once: which are chosen, and what becomes of them.

use std::rc::Rc;
use std::sync::Arc;

use super::fields::{Number, fixed, list, number};
use super::step_fields::{SECS_BY, SIDES, pressure_from};
use super::{Over, Sheet, picker, steps};
use crate::app::App;
use crate::app::watched::Watched;
use crate::domain::builder::{Edit, StepEdit};
use crate::domain::shared::{Amount, RestSecs, Sets, SideChoice, StepSecs};
use crate::i18n::builder::{bulk as words, step as step_words};
use crate::i18n::format;
use crate::ui::components::{Look, action, sheet as over_all};
use crate::ui::markup::{Node, classed, nodes, tag};

/// What would be set, each until it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wish {
    secs: u16,
    sets: u16,
    rest: u16,
    sides: SideChoice,
    pressure: String,
}

type Wished = Arc<Watched<Wish>>;

/// The bar's acts while steps are being chosen.
pub(super) fn acts(app: &'static App, over: &Over) -> Node {
    let over = Arc::clone(over);
    let change = action("change-chosen", words::CHANGE, Look::Plain, move || {
        if app.builder.chosen().is_empty() {
            app.builder.say(words::NOTHING);
        } else {
            over.set(Sheet::Bulk);
        }
    });
    let delete = action("remove-chosen", words::DELETE, Look::Plain, move || {
        let places = app.builder.chosen();
        if places.is_empty() {
            return app.builder.say(words::NOTHING);
        }
        let said = format::fill(words::REMOVED, &[&places.len().to_string()]);
        app.builder.act(Edit::Remove(places), said);
    });
    let count = classed("p", "build-chosen").set("data-role", "chosen").follow_words(move || {
        format::fill(words::CHOSEN, &[&app.builder.chosen().len().to_string()])
    });
    classed("div", "build-acts")
        .child(count)
        .child(action("choose-all", words::ALL, Look::Quiet, move || app.builder.choose_all(true)))
        .child(action("choose-none", words::NONE, Look::Quiet, move || {
            app.builder.choose_all(false);
        }))
        .child(change)
        .child(delete)
        .child(action("choose-done", words::DONE, Look::Plain, move || {
            app.builder.choose_many(false);
        }))
        .done()
}

/// The sheet with what can be changed of all chosen steps; it stays open for the next change.
pub(super) fn sheet(app: &'static App, over: &Over) -> Node {
    let wish: Wished = Arc::new(Watched::new(Wish {
        secs: 30,
        sets: 1,
        rest: 0,
        sides: SideChoice::Both,
        pressure: String::new(),
    }));
    let title = tag("h2")
        .set("id", "bulk-title")
        .set("tabindex", "-1")
        .flag("autofocus", true)
        .words(words::TITLE)
        .done();
    let said = tag("p").set("role", "status").follow_words(move || app.builder.said()).done();
    let (closes, dismissed) = (Arc::clone(over), Arc::clone(over));
    let done = action("close-bulk", words::DONE, Look::Plain, move || picker::close(&closes));
    let body = nodes![title, times(app, &wish), lists(app, &wish), said, done];
    over_all("bulk", "bulk-title", move || picker::close(&dismissed), body)
}

fn times(app: &'static App, wish: &Wished) -> Node {
    let hold =
        wished(wish, step_words::TIME, (StepSecs::MIN, StepSecs::MAX), SECS_BY, |it| &mut it.secs);
    let sets = wished(wish, step_words::SETS, (Sets::MIN, Sets::MAX), 1, |it| &mut it.sets);
    let rest =
        wished(wish, step_words::REST, (RestSecs::MIN, RestSecs::MAX), SECS_BY, |it| &mut it.rest);
    let set = |name, label, to: fn(&Wish) -> StepEdit| set(app, wish, name, label, to);
    classed("div", "bulk-fields")
        .child(hold)
        .child(set("set-time", step_words::TIME, |it| StepEdit::Amount(Amount::of_secs(it.secs))))
        .child(sets)
        .child(set("set-sets", step_words::SETS, |it| StepEdit::Sets(Sets::held(it.sets))))
        .child(rest)
        .child(set("set-rest", step_words::REST, |it| StepEdit::Rest(RestSecs::held(it.rest))))
        .done()
}

fn lists(app: &'static App, wish: &Wished) -> Node {
    let (read, write) = (Arc::clone(wish), Arc::clone(wish));
    let sides = list(
        "bulk-sides".to_owned(),
        "bulk-sides",
        step_words::SIDES,
        SIDES.iter().map(|(side, words)| (side.slug(), *words)).collect(),
        Rc::new(move || read.with(|it| it.sides.slug()).to_owned()),
        Rc::new(move |slug| {
            write.update(|it| it.sides = SideChoice::from_slug(slug).unwrap_or(it.sides));
        }),
    );
    let (read, write) = (Arc::clone(wish), Arc::clone(wish));
    let pressure = list(
        "bulk-pressure".to_owned(),
        "bulk-pressure",
        step_words::PRESSURE,
        step_words::PRESSURES.to_vec(),
        Rc::new(move || read.with(|it| it.pressure.clone())),
        Rc::new(move |slug| write.update(|it| slug.clone_into(&mut it.pressure))),
    );
    let set = |name, label, to: fn(&Wish) -> StepEdit| set(app, wish, name, label, to);
    classed("div", "bulk-fields")
        .child(sides)
        .child(set("set-sides", step_words::SIDES, |it| StepEdit::Sides(it.sides)))
        .child(pressure)
        .child(set("set-pressure", step_words::PRESSURE, |it| {
            StepEdit::Pressure(pressure_from(&it.pressure))
        }))
        .done()
}

fn wished(
    wish: &Wished,
    label: &'static str,
    range: (u16, u16),
    by: u16,
    of: fn(&mut Wish) -> &mut u16,
) -> Node {
    let (read, write) = (Arc::clone(wish), Arc::clone(wish));
    let name = match label {
        step_words::TIME => "bulk-time",
        step_words::SETS => "bulk-sets",
        _ => "bulk-rest",
    };
    number(Number {
        id: name.to_owned(),
        name,
        label,
        range: fixed(range),
        by: fixed(by),
        read: Rc::new(move || *of(&mut read.get())),
        write: Rc::new(move |value| write.update(|it| *of(it) = value)),
    })
}

/// Sets one thing of every chosen step it means something for.
fn set(
    app: &'static App,
    wish: &Wished,
    name: &'static str,
    label: &'static str,
    to: fn(&Wish) -> StepEdit,
) -> Node {
    let wish = Arc::clone(wish);
    classed("button", "button")
        .set("type", "button")
        .set("data-action", name)
        .set("aria-label", format::fill(words::SET_NAMED, &[label]))
        .on_press(move || {
            let to = wish.read(to);
            let mut places = app.builder.chosen();
            if matches!(to, StepEdit::Sides(_)) {
                places.retain(|at| is_two_sided(app, *at));
            }
            let said = format::fill(words::CHANGED, &[&places.len().to_string()]);
            app.builder.act(Edit::Change { steps: places, to }, said);
        })
        .words(words::SET)
        .done()
}

fn is_two_sided(app: &'static App, at: usize) -> bool {
    let row = app.builder.key_at(at).and_then(|key| app.builder.row(key));
    row.is_some_and(|row| row.now.read(|it| steps::is_two_sided(&it.step)))
}
