//! Settings: voice, bell, times, screen, safety answers, offline.

mod fields;
mod health;
mod sound;
mod voice;

use fields::{group, seconds, select, toggle};

use crate::app::App;
use crate::app::routes::Route;
use crate::app::settings::Theme;
use crate::domain::screening::List;
use crate::i18n::messages::{common, settings as words};
use crate::ui::components::{Look, action, headline, offline_status, page, section, stack};
use crate::ui::markup::{Node, tag, worded};

/// The settings screen; every change is kept at once.
pub(crate) fn settings(app: &'static App) -> Node {
    let body = vec![
        stack(vec![headline(common::SETTINGS), worded("p", "lead", words::SAVED)]),
        voice::voice(app),
        sound::sound(app),
        times(app),
        screen(app),
        safety(app),
        health::health(app),
        section(words::ABOUT, vec![offline_status(app)]),
    ];
    page(app, "settings", body)
}

/// Times between holds.
fn times(app: &'static App) -> Node {
    let fields = vec![
        seconds(app, "first", words::FIRST, |timing| &mut timing.first),
        seconds(app, "same", words::SAME, |timing| &mut timing.same_posture),
        seconds(app, "new", words::NEW, |timing| &mut timing.new_posture),
        seconds(app, "switch", words::SWITCH, |timing| &mut timing.switch),
    ];
    section(words::TIMES, vec![group(fields)])
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
    section(words::SCREEN, vec![group(vec![awake, theme])])
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
    section(words::SAFETY, vec![tag("p").follow_words(answered).done(), again])
}
