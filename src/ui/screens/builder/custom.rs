//! Describing an exercise that the library lacks.

use std::rc::Rc;
use std::sync::Arc;

use super::fields::{Number, Text, fixed, list, number, text, toggle};
use super::step_fields::SECS_BY;
use super::{Over, picker, steps};
use crate::app::App;
use crate::app::watched::Watched;
use crate::domain::body::{Area, Position};
use crate::domain::builder::{Edit, StepEdit};
use crate::domain::shared::{Amount, CUSTOM_HOLD_SECS, Custom, Line, Note, Step, StepSecs, What};
use crate::i18n::builder::{custom as words, step as step_words};
use crate::i18n::{format, words as plain};
use crate::ui::components::{Look, action, note, sheet};
use crate::ui::markup::{Node, classed, nodes, nothing, tag};

/// What is being described.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    custom: Custom,
    secs: u16,
    /// What is missing, in words; empty where nothing is.
    missing: &'static str,
}

type Filled = Arc<Watched<Form>>;

/// The sheet; `key` names the step whose exercise is changed.
pub(super) fn custom(app: &'static App, over: &Over, key: Option<u32>) -> Node {
    let form: Filled = Arc::new(Watched::new(begin(app, key)));
    let title = tag("h2")
        .set("id", "custom-title")
        .set("tabindex", "-1")
        .flag("autofocus", true)
        .words(words::TITLE)
        .done();
    let missing = Arc::clone(&form);
    let missing = classed("p", "inline-note stop-note")
        .set("role", "alert")
        .follow_words(move || missing.with(|it| it.missing).to_owned())
        .done();
    let (filled, closes) = (Arc::clone(&form), Arc::clone(over));
    let label = if key.is_some() { words::CHANGE } else { words::ADD };
    let done = action("save-custom", label, Look::Main, move || {
        if take(app, &filled, key) {
            picker::close(&closes);
        }
    });
    let (closes, dismissed) = (Arc::clone(over), Arc::clone(over));
    let cancel = action("cancel", words::CANCEL, Look::Quiet, move || picker::close(&closes));
    let secs = if key.is_some() { nothing() } else { seconds(&form) };
    let places =
        classed("div", "step-fields").child(secs).child(area(&form)).child(position(&form));
    let body = nodes![
        title,
        name(app, &form),
        lines(app, &form),
        places.done(),
        two_sided(&form),
        note(words::LIMITS),
        missing,
        done,
        cancel,
    ];
    sheet("custom", "custom-title", move || picker::close(&dismissed), body)
}

/// What stands in the form at first.
fn begin(app: &'static App, key: Option<u32>) -> Form {
    let row = key.and_then(|it| app.builder.row(it));
    let known = row.and_then(|row| {
        row.now.read(|it| match &it.step.what {
            What::Custom(custom) => {
                Some(Form { custom: (**custom).clone(), secs: it.step.amount.secs(), missing: "" })
            }
            What::Library(_) => None,
        })
    });
    known.unwrap_or_else(|| Form {
        custom: Custom {
            name: Line::default(),
            lines: Note::default(),
            area: Area::LowerBack,
            position: Position::Standing,
            two_sided: false,
        },
        secs: 30,
        missing: "",
    })
}

/// Adds the exercise, or changes it; `false` while something is missing.
fn take(app: &'static App, form: &Filled, key: Option<u32>) -> bool {
    let Form { custom, secs, .. } = form.peek();
    if custom.name.is_empty() {
        form.update(|it| it.missing = words::NO_NAME);
        crate::app::focus("#custom-name");
        return false;
    }
    let custom = Box::new(custom);
    if let Some(key) = key {
        return app.builder.change(key, StepEdit::Custom(custom));
    }
    let step = Step::new(What::Custom(custom), Amount::of_secs(secs));
    let at = app.builder.count();
    let said = format::fill(step_words::ADDED, &[&steps::name(&step), &(at + 1).to_string()]);
    app.builder.act(Edit::Add { at, step: Box::new(step) }, said)
}

fn name(app: &'static App, form: &Filled) -> Node {
    let (read, typed) = (Arc::clone(form), Arc::clone(form));
    text(
        app,
        Text {
            id: "custom-name".to_owned(),
            name: "custom-name",
            label: words::NAME,
            hint: "",
            max: Line::MAX_CHARS,
            lines: 1,
            read: Rc::new(move || read.with(|it| it.custom.name.as_str().to_owned())),
            typed: Rc::new(move |text| {
                typed.update(|it| {
                    it.custom.name = Line::clean(text);
                    it.missing = "";
                });
            }),
        },
    )
}

fn lines(app: &'static App, form: &Filled) -> Node {
    let (read, typed) = (Arc::clone(form), Arc::clone(form));
    text(
        app,
        Text {
            id: "custom-lines".to_owned(),
            name: "custom-lines",
            label: words::LINES,
            hint: words::LINES_HINT,
            max: Note::MAX_CHARS,
            lines: 4,
            read: Rc::new(move || read.with(|it| it.custom.lines.as_str().to_owned())),
            typed: Rc::new(move |text| typed.update(|it| it.custom.lines = Note::clean(text))),
        },
    )
}

fn seconds(form: &Filled) -> Node {
    let (read, write) = (Arc::clone(form), Arc::clone(form));
    number(Number {
        id: "custom-secs".to_owned(),
        name: "custom-secs",
        label: words::SECS,
        range: fixed((StepSecs::MIN, CUSTOM_HOLD_SECS)),
        by: fixed(SECS_BY),
        read: Rc::new(move || read.with(|it| it.secs)),
        write: Rc::new(move |secs| write.update(|it| it.secs = secs)),
    })
}

fn area(form: &Filled) -> Node {
    let (read, write) = (Arc::clone(form), Arc::clone(form));
    list(
        "custom-area".to_owned(),
        "custom-area",
        words::AREA,
        Area::ALL.iter().map(|it| (it.slug(), plain::area(*it))).collect(),
        Rc::new(move || read.with(|it| it.custom.area.slug()).to_owned()),
        Rc::new(move |slug| {
            if let Some(area) = Area::from_slug(slug) {
                write.update(|it| it.custom.area = area);
            }
        }),
    )
}

fn position(form: &Filled) -> Node {
    let (read, write) = (Arc::clone(form), Arc::clone(form));
    list(
        "custom-position".to_owned(),
        "custom-position",
        words::POSITION,
        Position::ALL.iter().map(|it| (it.slug(), plain::position(*it))).collect(),
        Rc::new(move || read.with(|it| it.custom.position.slug()).to_owned()),
        Rc::new(move |slug| {
            if let Some(position) = Position::from_slug(slug) {
                write.update(|it| it.custom.position = position);
            }
        }),
    )
}

fn two_sided(form: &Filled) -> Node {
    let (read, write) = (Arc::clone(form), Arc::clone(form));
    toggle(
        "two-sided",
        words::TWO_SIDED,
        Rc::new(move || read.with(|it| it.custom.two_sided)),
        Rc::new(move |on| write.update(|it| it.custom.two_sided = on)),
    )
}
