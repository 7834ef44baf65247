//! The fields of one step.

use std::rc::Rc;
use std::sync::Arc;

use super::fields::{Number, Text, fixed, list, number, text};
use super::steps;
use crate::app::App;
use crate::app::builder::Row;
use crate::app::routes::Route;
use crate::domain::builder::StepEdit;
use crate::domain::dose::Pressure;
use crate::domain::shared::{
    Amount, BREATH_SECS, Breaths, Note, RestSecs, Sets, SideChoice, Step, StepSecs, What,
};
use crate::i18n::builder::step as words;
use crate::ui::components::link;
use crate::ui::markup::{Node, classed};

/// How much one press on less or more changes, in seconds.
pub(super) const SECS_BY: u16 = 5;

/// The sides of a step, each a slug and its words.
pub(super) const SIDES: [(SideChoice, &str); 4] = [
    (SideChoice::Both, words::BOTH),
    (SideChoice::LeftOnly, words::LEFT_ONLY),
    (SideChoice::RightOnly, words::RIGHT_ONLY),
    (SideChoice::RightFirst, words::RIGHT_FIRST),
];

/// A row and how its fields are named.
#[derive(Clone)]
struct Of {
    app: &'static App,
    row: Arc<Row>,
    key: u32,
}

impl Of {
    fn id(&self, name: &str) -> String {
        [name, "-", &self.key.to_string()].concat()
    }

    fn read<T: 'static>(&self, of: fn(&Step) -> T) -> Rc<dyn Fn() -> T> {
        let row = Arc::clone(&self.row);
        Rc::new(move || row.now.with(|it| of(&it.step)))
    }

    fn write<T: 'static>(&self, edit: fn(T) -> StepEdit) -> Rc<dyn Fn(T)> {
        let (app, key) = (self.app, self.key);
        Rc::new(move |value| {
            app.builder.change(key, edit(value));
        })
    }
}

/// All that can be said of the step.
pub(super) fn step_fields(app: &'static App, row: &Arc<Row>) -> Node {
    let it = Of { app, row: Arc::clone(row), key: row.key.number() };
    let (two_sided, presses, exercise, is_custom) = row.now.read(|it| {
        let exercise = steps::exercise(&it.step);
        let presses = exercise.is_none_or(|it| it.pressure_cap.is_some());
        let is_custom = matches!(it.step.what, What::Custom(_));
        (steps::is_two_sided(&it.step), presses, exercise, is_custom)
    });
    let page = exercise.map(|it| {
        link("button button-quiet", Route::Exercise(it.slug.to_owned()).fragment(), words::PAGE)
    });
    let change = is_custom.then(|| {
        classed("button", "button button-quiet")
            .set("type", "button")
            .set("data-action", "change-custom")
            .words(words::CHANGE_CUSTOM)
            .done()
    });
    let sides = two_sided.then(|| sides(&it));
    let pressure = presses.then(|| pressure(&it));
    classed("div", "step-fields")
        .child(amount(&it))
        .child(unit(&it))
        .child(sets(&it))
        .child(rest(&it))
        .children(sides)
        .children(pressure)
        .child(note(&it))
        .children(page)
        .children(change)
        .done()
}

fn amount(it: &Of) -> Node {
    let of = it.clone();
    number(Number {
        id: it.id("time"),
        name: "time",
        label: words::TIME,
        range: it.read(|step| match step.amount {
            Amount::Secs(_) => (StepSecs::MIN, StepSecs::MAX),
            Amount::Breaths(_) => (Breaths::MIN, Breaths::MAX),
        }),
        by: it.read(|step| match step.amount {
            Amount::Secs(_) => SECS_BY,
            Amount::Breaths(_) => 1,
        }),
        read: it.read(|step| match step.amount {
            Amount::Secs(secs) => secs.get(),
            Amount::Breaths(breaths) => breaths.get(),
        }),
        write: Rc::new(move |value| {
            let amount = of.row.now.read(|it| match it.step.amount {
                Amount::Secs(_) => Amount::of_secs(value),
                Amount::Breaths(_) => Amount::Breaths(Breaths::held(value)),
            });
            of.app.builder.change(of.key, StepEdit::Amount(amount));
        }),
    })
}

fn unit(it: &Of) -> Node {
    let of = it.clone();
    let all = vec![("seconds", words::SECONDS), ("breaths", words::BREATHS)];
    let read = it.read(|step| match step.amount {
        Amount::Secs(_) => "seconds".to_owned(),
        Amount::Breaths(_) => "breaths".to_owned(),
    });
    let write: Rc<dyn Fn(&str)> = Rc::new(move |slug| {
        let secs = of.row.now.read(|it| it.step.amount.secs());
        let amount = if slug == "breaths" {
            Amount::Breaths(Breaths::held((secs + BREATH_SECS / 2) / BREATH_SECS))
        } else {
            Amount::of_secs(secs)
        };
        of.app.builder.change(of.key, StepEdit::Amount(amount));
    });
    list(it.id("unit"), "unit", words::COUNTED_IN, all, read, write)
}

fn sets(it: &Of) -> Node {
    number(Number {
        id: it.id("sets"),
        name: "sets",
        label: words::SETS,
        range: fixed((Sets::MIN, Sets::MAX)),
        by: fixed(1),
        read: it.read(|step| step.sets.get()),
        write: it.write(|value| StepEdit::Sets(Sets::held(value))),
    })
}

fn rest(it: &Of) -> Node {
    number(Number {
        id: it.id("rest"),
        name: "rest",
        label: words::REST,
        range: fixed((RestSecs::MIN, RestSecs::MAX)),
        by: fixed(SECS_BY),
        read: it.read(|step| step.rest.get()),
        write: it.write(|value| StepEdit::Rest(RestSecs::held(value))),
    })
}

fn sides(it: &Of) -> Node {
    let of = it.clone();
    let all = SIDES.iter().map(|(side, words)| (side.slug(), *words)).collect();
    let write: Rc<dyn Fn(&str)> = Rc::new(move |slug| {
        if let Some(sides) = SideChoice::from_slug(slug) {
            of.app.builder.change(of.key, StepEdit::Sides(sides));
        }
    });
    let read = it.read(|step| step.sides.slug().to_owned());
    list(it.id("sides"), "sides", words::SIDES, all, read, write)
}

fn pressure(it: &Of) -> Node {
    let of = it.clone();
    let write: Rc<dyn Fn(&str)> = Rc::new(move |slug| {
        of.app.builder.change(of.key, StepEdit::Pressure(pressure_from(slug)));
    });
    let read = it.read(|step| step.pressure.map(|it| it.rating().to_string()).unwrap_or_default());
    let all = words::PRESSURES.to_vec();
    list(it.id("pressure"), "pressure", words::PRESSURE, all, read, write)
}

/// The pressure that a list's choice stands for.
pub(super) fn pressure_from(slug: &str) -> Option<Pressure> {
    slug.parse().ok().map(Pressure::held)
}

fn note(it: &Of) -> Node {
    let of = it.clone();
    text(
        it.app,
        Text {
            id: it.id("note"),
            name: "step-note",
            label: words::NOTE,
            hint: words::NOTE_HINT,
            max: Note::MAX_CHARS,
            lines: 2,
            read: it.read(|step| step.note.as_str().to_owned()),
            typed: Rc::new(move |typed| {
                of.app.builder.type_about(of.key, StepEdit::Note(Note::clean(typed)));
            }),
        },
    )
}
