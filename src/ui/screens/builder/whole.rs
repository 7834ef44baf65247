//! What is said of the routine as a whole: how often, a note, who made it, times and sound.

use std::rc::Rc;
use std::sync::Arc;

use super::fields::{Number, Text, fixed, list, number, text, toggle};
use super::step_fields::SECS_BY;
use crate::app::App;
use crate::app::replies::State;
use crate::app::routes::{Fork, Route};
use crate::app::watched::Watched;
use crate::domain::builder::Edit;
use crate::domain::plan::Timing;
use crate::domain::shared::{
    Aftercare, AftercareSecs, DaysAWeek, GapSecs, Line, Maker, Note, Pace, Schedule, SharedRoutine,
    Sound, TimesADay, Weeks,
};
use crate::i18n::builder::whole as words;
use crate::i18n::{reply as asking, shelf};
use crate::ui::components::{Look, action, stop_note};
use crate::ui::markup::{Node, Nodes, classed, following, live, nodes, nothing, several, worded};
use crate::ui::screens::reply::failed;

/// Every part behind its own heading.
pub(super) fn whole(app: &'static App) -> Node {
    let parts = nodes![
        part("schedule", words::OFTEN, often(app)),
        part("note", words::NOTE, nodes![note(app)]),
        part("maker", words::FROM, maker(app)),
        part("reply", asking::ASK, reply(app)),
        part("pace", words::PACE, pace(app)),
        part("sound", words::SOUND, nodes![sound(app)]),
        part("more", words::MORE, more(app)),
    ];
    classed("section", "section build-whole").all(parts).done()
}

fn part(role: &'static str, heading: &'static str, children: Nodes) -> Node {
    classed("details", "panel")
        .set("data-role", role)
        .child(worded("summary", "", heading))
        .child(classed("div", "stack").all(children))
        .done()
}

/// A number of the whole.
fn count(
    app: &'static App,
    name: &'static str,
    label: &'static str,
    range: (u16, u16),
    by: u16,
    read: fn(&SharedRoutine) -> u16,
    edit: fn(&SharedRoutine, u16) -> Edit,
) -> Node {
    number(Number {
        id: name.to_owned(),
        name,
        label,
        range: fixed(range),
        by: fixed(by),
        read: Rc::new(move || read(&app.builder.head())),
        write: Rc::new(move |value| {
            let edit = edit(&app.builder.head_now(), value);
            app.builder.act(edit, String::new());
        }),
    })
}

/// Whether `of` is there, as something that fields can follow without being made anew.
fn present(app: &'static App, of: fn(&SharedRoutine) -> bool) -> Rc<dyn Fn() -> bool> {
    Rc::new(move || of(&app.builder.head()))
}

/// Fields that are there while `of` is.
fn while_present(
    app: &'static App,
    of: fn(&SharedRoutine) -> bool,
    fields: fn(&'static App) -> Nodes,
) -> Node {
    let here = Arc::new(Watched::new(false));
    let told = Arc::clone(&here);
    following(move || told.set(of(&app.builder.head())));
    live(
        move || {
            if here.get() {
                classed("div", "step-fields").all(fields(app)).done()
            } else {
                nothing()
            }
        },
    )
}

/// What a schedule is before anything was said of it.
fn usual() -> Schedule {
    Schedule { times: TimesADay::held(1), days: DaysAWeek::held(7), weeks: Weeks::held(4) }
}

fn often(app: &'static App) -> Nodes {
    let is_set = |it: &SharedRoutine| it.schedule.is_some();
    let on = toggle(
        "has-schedule",
        words::SAY_OFTEN,
        present(app, is_set),
        Rc::new(move |on| {
            app.builder.act(Edit::Schedule(on.then(usual)), String::new());
        }),
    );
    nodes![on, while_present(app, is_set, schedule), worded("p", "hint", words::WEEKS_HINT)]
}

fn schedule(app: &'static App) -> Nodes {
    nodes![
        count(
            app,
            "times-a-day",
            words::TIMES,
            (TimesADay::MIN, TimesADay::MAX),
            1,
            |it| it.schedule.unwrap_or_else(usual).times.get(),
            |it, value| {
                let now = it.schedule.unwrap_or_else(usual);
                Edit::Schedule(Some(Schedule { times: TimesADay::held(value), ..now }))
            },
        ),
        count(
            app,
            "days-a-week",
            words::DAYS,
            (DaysAWeek::MIN, DaysAWeek::MAX),
            1,
            |it| it.schedule.unwrap_or_else(usual).days.get(),
            |it, value| {
                let now = it.schedule.unwrap_or_else(usual);
                Edit::Schedule(Some(Schedule { days: DaysAWeek::held(value), ..now }))
            },
        ),
        count(
            app,
            "weeks",
            words::WEEKS,
            (Weeks::MIN, Weeks::MAX),
            1,
            |it| it.schedule.unwrap_or_else(usual).weeks.get(),
            |it, value| {
                let now = it.schedule.unwrap_or_else(usual);
                Edit::Schedule(Some(Schedule { weeks: Weeks::held(value), ..now }))
            },
        ),
    ]
}

fn note(app: &'static App) -> Node {
    text(
        app,
        Text {
            id: "note".to_owned(),
            name: "note",
            label: words::NOTE,
            hint: words::NOTE_HINT,
            max: Note::MAX_CHARS,
            lines: 4,
            read: Rc::new(move || app.builder.head().note.as_str().to_owned()),
            typed: Rc::new(move |typed| app.builder.type_in(Edit::Note(Note::clean(typed)))),
        },
    )
}

/// Name, profession and contact, and the day.
fn maker(app: &'static App) -> Nodes {
    let line = |name, label, of: fn(&mut Maker) -> &mut Line| {
        text(
            app,
            Text {
                id: ["maker-", name].concat(),
                name,
                label,
                hint: "",
                max: Line::MAX_CHARS,
                lines: 1,
                read: Rc::new(move || of(&mut app.builder.head().from).as_str().to_owned()),
                typed: Rc::new(move |typed| {
                    let mut maker = app.builder.maker_now();
                    *of(&mut maker) = Line::clean(typed);
                    app.builder.type_in(Edit::From(maker));
                }),
            },
        )
    };
    let dated = toggle(
        "dated",
        words::DATED,
        present(app, |it| it.dated.is_some()),
        Rc::new(move |on| app.builder.date(on)),
    );
    nodes![
        worded("p", "hint", words::FROM_HINT),
        line("maker", words::MAKER_NAME, |it| &mut it.name),
        line("profession", words::PROFESSION, |it| &mut it.profession),
        line("contact", words::CONTACT, |it| &mut it.contact),
        dated,
    ]
}

/// Whether the link carries the key of this browser.
fn reply(app: &'static App) -> Nodes {
    let on = toggle(
        "sealed-reply",
        asking::ASK_SEALED,
        Rc::new(move || {
            // A key that could not be made unticks the box again.
            app.replies.made() == State::Working || app.builder.head().reply_to.is_some()
        }),
        Rc::new(move |on| {
            if on {
                app.replies.own_key(move |key| {
                    app.builder.act(Edit::ReplyTo(Some(key)), String::new());
                });
            } else {
                app.builder.act(Edit::ReplyTo(None), String::new());
            }
        }),
    );
    let trouble = live(move || {
        if let State::Failed(why) = app.replies.made() { stop_note(failed(why)) } else { nothing() }
    });
    nodes![
        on,
        trouble,
        live(move || lost_key(app)),
        worded("p", "hint", asking::ASK_WHY),
        worded("p", "hint", asking::ASK_LOST),
    ]
}

/// That replies to the routine could not be opened here, where its key is not this browser's.
pub(super) fn lost_key(app: &'static App) -> Node {
    let key = app.builder.head().reply_to;
    let is_lost = key.is_some_and(|key| app.replies.opens(&key) == Some(false));
    if !is_lost {
        return nothing();
    }
    let note = stop_note(asking::ASK_NOT_HERE);
    classed("div", "").set("data-role", "lost-key").child(note).done()
}

fn own_pace() -> Pace {
    Pace::of(Timing::default())
}

fn pace(app: &'static App) -> Nodes {
    let is_set = |it: &SharedRoutine| it.pace.is_some();
    let on = toggle(
        "has-pace",
        words::OWN_PACE,
        present(app, is_set),
        Rc::new(move |on| {
            app.builder.act(Edit::Pace(on.then(own_pace)), String::new());
        }),
    );
    let aftercare = count(
        app,
        "aftercare",
        words::AFTERCARE,
        (AftercareSecs::MIN, AftercareSecs::MAX),
        SECS_BY,
        |it| it.aftercare.0.get(),
        |_, value| Edit::Aftercare(Aftercare(AftercareSecs::held(value))),
    );
    nodes![
        on,
        worded("p", "hint", words::PACE_HINT),
        while_present(app, is_set, gaps),
        classed("div", "step-fields").child(aftercare).done(),
    ]
}

fn gaps(app: &'static App) -> Nodes {
    let gap = |name, label, of: fn(&mut Pace) -> &mut GapSecs| {
        let read = move || of(&mut app.builder.head().pace.unwrap_or_else(own_pace)).get();
        number(Number {
            id: name_of(name),
            name,
            label,
            range: fixed((GapSecs::MIN, GapSecs::MAX)),
            by: fixed(1),
            read: Rc::new(read),
            write: Rc::new(move |value| {
                let mut pace = app.builder.head_now().pace.unwrap_or_else(own_pace);
                *of(&mut pace) = GapSecs::held(value);
                app.builder.act(Edit::Pace(Some(pace)), String::new());
            }),
        })
    };
    nodes![
        gap("first", words::FIRST, |it| &mut it.first),
        gap("same", words::SAME, |it| &mut it.same_posture),
        gap("new", words::NEW, |it| &mut it.new_posture),
        gap("switch", words::SWITCH, |it| &mut it.switch),
    ]
}

fn name_of(name: &str) -> String {
    ["pace-", name].concat()
}

fn sound(app: &'static App) -> Node {
    let all = vec![
        ("", words::AS_PHONE),
        (Sound::QuietBell.slug(), words::QUIET_BELL),
        (Sound::FullVoice.slug(), words::FULL_VOICE),
    ];
    list(
        "sound".to_owned(),
        "sound",
        words::SOUND,
        all,
        Rc::new(move || app.builder.head().sound.map_or("", Sound::slug).to_owned()),
        Rc::new(move |slug| {
            app.builder.act(Edit::Sound(Sound::from_slug(slug)), String::new());
        }),
    )
}

/// Pack, template, copy and delete.
fn more(app: &'static App) -> Nodes {
    let pack = text(
        app,
        Text {
            id: "pack".to_owned(),
            name: "pack",
            label: shelf::PACK,
            hint: shelf::PACK_HINT,
            max: Line::MAX_CHARS,
            lines: 1,
            read: Rc::new(move || app.builder.pack()),
            typed: Rc::new(move |typed| app.builder.type_in(Edit::Pack(Line::clean(typed)))),
        },
    );
    let template = action("save-template", words::TEMPLATE, Look::Plain, move || {
        app.builder.save_as_template();
    });
    let copy = action("copy-routine", words::COPY, Look::Plain, move || {
        app.builder.keep_now();
        if let Some(id) = app.builder.id() {
            app.go(&Route::Fork(Fork::Kept(id)));
        }
    });
    let delete = action("delete-routine", words::DELETE, Look::Plain, move || {
        app.builder.delete();
        app.go(&Route::Builder(None));
    });
    nodes![pack, classed("div", "row").child(several(nodes![template, copy, delete])).done()]
}
