//! What comes next, the controls, and "Too much", always in the same places.

use leptos::prelude::untrack;

use crate::app::App;
use crate::domain::session::{Command, ResumeFrom, State};
use crate::i18n::messages::player as words;
use crate::i18n::speech;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Tag, classed, tag};

/// The lower area of the player.
pub(super) fn foot(app: &'static App) -> Tag {
    let controls = classed("div", "controls")
        .child(control(app, "back", words::BACK, Picture::Back, Command::Back))
        .child(control(app, "restart", words::RESTART, Picture::Again, Command::Restart))
        .child(pause_or_resume(app))
        .child(control(app, "next", words::NEXT, Picture::Next, Command::Next))
        .child(control(app, "extend", words::EXTEND, Picture::Plus, Command::Extend));
    let too_much = classed("button", "too-much")
        .set("type", "button")
        .set("data-action", "ease-off")
        .on_press(move || app.player.too_much())
        .words(words::TOO_MUCH);
    classed("div", "player-foot").child(next(app)).child(controls).child(too_much).child(hint(app))
}

/// The next hold.
fn next(app: &'static App) -> Tag {
    let next = move || {
        let next = app.player.view.get().and_then(|view| view.next);
        next.map_or_else(String::new, |next| {
            speech::upcoming(&next, app.player.step(next.exercise))
        })
    };
    let lead = move || if next().is_empty() { words::LAST } else { words::UP_NEXT }.to_owned();
    classed("p", "player-next")
        .follow_words(lead)
        .child(tag("strong").set("data-role", "next").follow_words(next))
}

/// What the phone does not do in this session, if anything.
fn hint(app: &'static App) -> Tag {
    let hint = tag("span")
        .set("data-role", "notice")
        .follow("data-kind", move || app.player.hint().map(|(kind, _)| kind.to_owned()))
        .follow_words(move || app.player.hint().map_or("", |(_, words)| words).to_owned());
    classed("p", "player-hint").hidden_while(move || app.player.hint().is_none()).child(hint)
}

/// One control with its word below the picture.
fn control(
    app: &'static App,
    name: &'static str,
    label: &'static str,
    picture: Picture,
    command: Command,
) -> Tag {
    classed("button", "control")
        .set("type", "button")
        .set("data-action", name)
        .on_press(move || app.player.press(command.clone()))
        .child(icon(picture))
        .words(label)
}

/// The middle control: pause while running, go on while paused.
fn pause_or_resume(app: &'static App) -> Tag {
    let runs = move || app.player.view.get().is_some_and(|view| view.state == State::Running);
    let press = move || {
        app.player.press(if untrack(runs) {
            Command::Pause
        } else {
            Command::Resume(ResumeFrom::Here)
        });
    };
    classed("button", "control control-main")
        .set("type", "button")
        .follow("data-action", move || Some(if runs() { "pause" } else { "resume" }.to_owned()))
        .on_press(press)
        .child(icon(Picture::Pause))
        .child(icon(Picture::Play))
        .follow_words(move || if runs() { words::PAUSE } else { words::RESUME }.to_owned())
}
