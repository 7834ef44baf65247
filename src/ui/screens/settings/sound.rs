//! Bell and vibration.

use super::fields::{group, select, slide, toggle};
use crate::app::App;
use crate::app::settings::{AudioMode, ToneSet};
use crate::i18n::messages::settings as words;
use crate::ui::components::section;
use crate::ui::markup::{Node, nodes};

/// The bell's settings.
pub(super) fn sound(app: &'static App) -> Node {
    let settings = app.settings.now();
    let volume =
        slide("volume", words::VOLUME, (0, 100), settings.tones.volume_percent, move |it| {
            app.settings.change(|settings| settings.tones.volume_percent = it);
        });
    let vibration = toggle("vibration", words::VIBRATE, settings.vibration, move |on| {
        app.settings.change(|it| it.vibration = on);
    });
    let fields =
        nodes![tones(app, settings.tones.set), volume, mode(app, settings.tones.mode), vibration];
    section(words::SOUND, nodes![group(fields)])
}

fn tones(app: &'static App, chosen: ToneSet) -> Node {
    let sets = [
        (ToneSet::SoftBell.slug(), words::SOFT_BELL),
        (ToneSet::Tick.slug(), words::TICK),
        (ToneSet::Off.slug(), words::OFF),
    ];
    select("tones", words::TONES, &sets, chosen.slug(), move |slug| {
        if let Some(set) = ToneSet::from_slug(slug) {
            app.settings.change(|it| it.tones.set = set);
        }
    })
}

fn mode(app: &'static App, chosen: AudioMode) -> Node {
    let modes =
        [(AudioMode::Mix.slug(), words::MIX_ON), (AudioMode::AlwaysHeard.slug(), words::MIX_OFF)];
    select("audio", words::MIX, &modes, chosen.slug(), move |slug| {
        if let Some(mode) = AudioMode::from_slug(slug) {
            app.settings.change(|it| it.tones.mode = mode);
        }
    })
}
