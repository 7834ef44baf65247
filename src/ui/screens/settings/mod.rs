//! Settings: voice, bell, times, screen, safety answers, offline.

mod about;
mod data;
mod fields;
mod health;
mod sound;
mod tools;
mod voice;

pub(crate) use data::{take_file, taking};
use fields::{group, seconds, select, toggle};

use crate::app::App;
use crate::app::routes::Route;
use crate::app::settings::{SideOrder, TextSize, Theme};
use crate::domain::screening::List;
use crate::i18n::data as more;
use crate::i18n::messages::{common, settings as words};
use crate::ui::components::{Look, action, headline, page, section, stack};
use crate::ui::markup::{Node, classed, nodes, tag, worded};

/// The settings screen; every change is kept at once.
pub(crate) fn settings(app: &'static App) -> Node {
    let body = nodes![
        stack(nodes![headline(common::SETTINGS), worded("p", "lead", words::SAVED)]),
        voice::voice(app),
        sound::sound(app),
        times(app),
        screen(app),
        safety(app),
        health::health(app),
        tools::tools(app),
        data::data(app),
        about::about(app),
    ];
    page(app, "settings", body)
}

/// Times between holds.
fn times(app: &'static App) -> Node {
    let fields = nodes![
        seconds(app, "first", words::FIRST, |timing| &mut timing.first),
        seconds(app, "same", words::SAME, |timing| &mut timing.same_posture),
        seconds(app, "new", words::NEW, |timing| &mut timing.new_posture),
        seconds(app, "switch", words::SWITCH, |timing| &mut timing.switch),
    ];
    let is_right = app.settings.now().sides == SideOrder::RightFirst;
    let right_first = toggle("right-first", more::RIGHT_FIRST, is_right, move |on| {
        let order = if on { SideOrder::RightFirst } else { SideOrder::LeftFirst };
        app.settings.change(|it| it.sides = order);
    });
    section(words::TIMES, nodes![group(fields), group(nodes![right_first])])
}

/// Colours and the screen's sleep.
fn screen(app: &'static App) -> Node {
    let awake = toggle("awake", words::AWAKE, app.settings.now().keep_awake, move |on| {
        app.settings.change(|it| it.keep_awake = on);
    });
    let themes = [
        (Theme::Auto.slug(), words::THEME_AUTO),
        (Theme::Light.slug(), words::THEME_LIGHT),
        (Theme::Dark.slug(), words::THEME_DARK),
    ];
    let chosen = app.settings.now().theme.slug();
    let theme = select("theme", words::THEME, &themes, chosen, move |slug| {
        if let Some(theme) = Theme::from_slug(slug) {
            app.settings.change(|it| it.theme = theme);
        }
    });
    let sizes = [
        (TextSize::Normal.slug(), more::TEXT_NORMAL),
        (TextSize::Large.slug(), more::TEXT_LARGE),
        (TextSize::Larger.slug(), more::TEXT_LARGER),
    ];
    let size = app.settings.now().text.slug();
    let text = select("text-size", more::TEXT, &sizes, size, move |slug| {
        if let Some(text) = TextSize::from_slug(slug) {
            app.settings.change(|it| it.text = text);
        }
    });
    let language = classed("div", "field")
        .child(worded("span", "label", more::LANGUAGE))
        .child(worded("span", "", more::LANGUAGE_ONLY))
        .done();
    section(words::SCREEN, nodes![group(nodes![awake, theme, text, language])])
}

/// The answers to the safety questions.
fn safety(app: &'static App) -> Node {
    let answered = move || {
        if app.screening.is_answered() { words::SAFETY_DONE } else { words::SAFETY_NONE }.to_owned()
    };
    let again = action("check-again", words::SAFETY_AGAIN, Look::Plain, move || {
        app.screening.ask(List::Full);
        app.go(&Route::Check(None));
    });
    section(words::SAFETY, nodes![tag("p").follow_words(answered).done(), again])
}
