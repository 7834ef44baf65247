//! What is due today: pain, the questions of the week, the change in all. Each can be left out.

use std::sync::Arc;

use leptos::prelude::{GetUntracked, RwSignal, Set, Update, With, event_target_value, untrack};

use crate::app::App;
use crate::app::journal::today;
use crate::domain::outcome::{
    Activity, Ask, Change, Journal, Key, Kind, Rating, Week, What, asks, course_start, global_label,
};
use crate::domain::time::LocalDay;
use crate::i18n::format::fill;
use crate::i18n::health::card;
use crate::i18n::progress as words;
use crate::ui::components::{Look, Value, action, scale, section, zero_to_ten};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};

/// Notes that are shown again.
const NOTES: usize = 3;

/// The check-in of today.
pub(super) fn check_in(app: &'static App) -> Node {
    // Outlives what is shown anew when something else is noted.
    let draft = RwSignal::new(Week::default());
    section(
        words::CHECK_IN,
        nodes![
            worded("p", "small quiet", words::OPTIONAL),
            live(move || pain(app)),
            live(move || week(app, draft)),
            live(move || change(app)),
            live(move || flare(app)),
            live(move || note(app)),
        ],
    )
}

fn is_due(app: &'static App, ask: Ask) -> bool {
    app.journal.is_whole() && app.journal.read(|it| asks(it, today())).contains(&ask)
}

fn panel(role: &'static str) -> crate::ui::markup::Tag {
    classed("section", "panel").set("data-role", role)
}

/// What was answered, and the way to take it back.
fn told(app: &'static App, role: &'static str, kind: Kind, line: String) -> Node {
    let undo = action("undo", words::UNDO, Look::Quiet, move || app.journal.take_back_today(kind));
    let row = classed("div", "row").child(worded("p", "", line)).child(undo);
    panel(role).set("data-state", "told").child(row).done()
}

fn pain(app: &'static App) -> Node {
    if let Some(What::Pain(pain)) = app.journal.today(Kind::Pain) {
        let line = fill(words::PAIN_DONE, &[&pain.get().to_string()]);
        return told(app, "check-pain", Kind::Pain, line);
    }
    let numbers = zero_to_ten(Some((card::NO_PAIN, card::WORST)));
    let pick = scale(
        "pain",
        words::PAIN,
        numbers,
        |_| false,
        move |number| {
            if let Some(pain) = u8::try_from(number).ok().and_then(Rating::new) {
                app.journal.note(What::Pain(pain));
            }
        },
    );
    panel("check-pain").child(worded("h3", "", words::PAIN)).child(pick).done()
}

fn change(app: &'static App) -> Node {
    if let Some(What::Change(by)) = app.journal.today(Kind::Change) {
        let line = fill(words::CHANGE_DONE, &[words::global(global_label(by))]);
        return told(app, "check-change", Kind::Change, line);
    }
    if !is_due(app, Ask::Change) {
        return nothing();
    }
    let is_first = app.journal.read(course_start) == Some(today());
    let question = if is_first { words::CHANGE_FIRST } else { words::CHANGE };
    let numbers =
        Change::all().map(|it| Value::in_words(it.get(), words::change(it))).collect::<Vec<_>>();
    let pick = scale(
        "change",
        question,
        numbers,
        |_| false,
        move |number| {
            if let Some(by) = Change::new(number) {
                app.journal.note(What::Change(by));
            }
        },
    );
    panel("check-change")
        .child(worded("h3", "", question))
        .child(worded("p", "small quiet", words::CHANGE_LEAD))
        .child(pick)
        .done()
}

fn flare(app: &'static App) -> Node {
    if app.journal.today(Kind::Flare).is_some() {
        return told(app, "check-flare", Kind::Flare, words::FLARE_MARKED.to_owned());
    }
    if app.journal.read(Journal::is_empty) {
        return nothing();
    }
    action("flare", words::MARK_FLARE, Look::Quiet, move || app.journal.note(What::Flare))
}

/// Notes that were kept of late, to be taken back, and a field for one more.
fn note(app: &'static App) -> Node {
    let notes: Vec<(Key, LocalDay, String)> = app.journal.read(|it| {
        let newest = it.of_kind(Kind::Note).iter().rev().take(NOTES);
        let shown = newest.filter_map(|entry| {
            let What::Note(note) = &entry.what else { return None };
            Some((entry.key(), entry.day, note.as_str().to_owned()))
        });
        shown.collect()
    });
    let rows = notes.into_iter().map(|(key, day, note)| {
        let undo = action("undo", words::UNDO, Look::Quiet, move || app.journal.take_back(key));
        let text = [&words::day(day), ": ", &note].concat();
        classed("li", "row").child(worded("p", "note-text", text)).child(undo).done()
    });
    let text = RwSignal::new(String::new());
    let field = tag("textarea")
        .set("id", "note")
        .set("name", "note")
        .set("rows", "3")
        .set("maxlength", "500")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .on("input", move |event| text.set(event_target_value(&event)));
    let save = action("save-note", words::SAVE, Look::Plain, move || {
        app.journal.keep_note(&text.get_untracked());
    });
    tag("details")
        .set("class", "panel")
        .set("data-role", "note")
        .child(worded("summary", "", words::NOTE))
        .child(tag("label").set("for", "note").set("class", "visually-hidden").words(words::NOTE))
        .child(field)
        .child(classed("div", "row").child(save))
        .child(classed("ul", "stack").children(rows))
        .done()
}

/// The activities that are asked about.
fn activities(app: &'static App) -> Vec<Activity> {
    app.journal.read(|it| {
        let all = it.of_kind(Kind::Activity).iter().filter_map(|entry| {
            if let What::Activity(one) = &entry.what { Some(one.clone()) } else { None }
        });
        all.filter(|it| it.is_asked).take(Activity::MAX).collect()
    })
}

fn week(app: &'static App, draft: RwSignal<Week>) -> Node {
    let answered = app.journal.today(Kind::Week).is_some();
    if answered {
        return told(app, "check-week", Kind::Week, words::NOTE_SAVED.to_owned());
    }
    if !is_due(app, Ask::Week) {
        return nothing();
    }
    let asked = activities(app);
    let mut parts = nodes![
        worded("h3", "", words::WEEK),
        worded("h4", "", words::ACTIVITIES),
        worded("p", "small quiet", words::ACTIVITIES_LEAD),
    ];
    parts.extend(asked.iter().map(|it| rate(app, draft, it)));
    if asked.len() < Activity::MAX {
        parts.push(add_activity(app));
    }
    let of_sleep = rate_one(draft, words::SLEEP, "sleep", |week| &mut week.sleep);
    let of_confidence =
        rate_one(draft, words::CONFIDENCE, "confidence", |week| &mut week.confidence);
    parts.extend([of_sleep, of_confidence]);
    let save = action("save-week", words::SAVE, Look::Plain, move || {
        app.journal.note(What::Week(draft.get_untracked()));
    });
    let later = action("later", words::LATER, Look::Quiet, move || {
        app.journal.note(What::Week(Week::default()));
    });
    parts.push(classed("div", "row").child(save).child(later).done());
    panel("check-week").all(parts).done()
}

fn rate(app: &'static App, draft: RwSignal<Week>, activity: &Activity) -> Node {
    let id = activity.id;
    let is_on = move |number: i8| {
        draft.with(|week| {
            week.activities
                .iter()
                .any(|it| it.0 == id && i16::from(number) == i16::from(it.1.get()))
        })
    };
    let name = activity.name.as_str().to_owned();
    let pick = scale("activity", name.clone(), ends(), is_on, move |number| {
        if let Some(rating) = u8::try_from(number).ok().and_then(Rating::new) {
            draft.update(|week| {
                week.activities.retain(|it| it.0 != id);
                week.activities.push((id, rating));
            });
        }
    });
    let one = Arc::new(activity.clone());
    let drop = action("drop-activity", words::ACTIVITY_DROP, Look::Quiet, move || {
        app.journal.ask_no_more(&one);
    });
    let top = classed("div", "row").child(worded("strong", "", name)).child(drop);
    classed("div", "stack").child(top).child(pick).done()
}

fn rate_one(
    draft: RwSignal<Week>,
    question: &'static str,
    name: &'static str,
    of: fn(&mut Week) -> &mut Option<Rating>,
) -> Node {
    let is_on = move |number: i8| {
        let mut week = draft.with(Clone::clone);
        of(&mut week).is_some_and(|it| i16::from(it.get()) == i16::from(number))
    };
    let pick = scale(name, question, ends(), is_on, move |number| {
        let rating = u8::try_from(number).ok().and_then(Rating::new);
        draft.update(|week| *of(week) = rating);
    });
    classed("div", "stack").child(worded("h4", "", question)).child(pick).done()
}

fn ends() -> Vec<Value> {
    zero_to_ten(None)
}

/// A field for one more activity.
fn add_activity(app: &'static App) -> Node {
    let name = RwSignal::new(String::new());
    let field = tag("input")
        .set("id", "activity-name")
        .set("name", "activity-name")
        .set("type", "text")
        .set("maxlength", "60")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("placeholder", words::ACTIVITY_HINT)
        .on("input", move |event| name.set(event_target_value(&event)));
    let add = action("add-activity", words::ACTIVITY_ADD, Look::Plain, move || {
        app.journal.name_activity(&untrack(|| name.get_untracked()));
    });
    let label = tag("label").set("for", "activity-name").words(words::ACTIVITY);
    let row = classed("div", "row").child(field).child(add);
    several(nodes![classed("div", "stack").child(label).child(row).done()])
}
