//! The person's settings: one signal, kept as they change.

use leptos::prelude::*;

use super::store::{Loaded, Store};
use super::watched::Watched;
pub use crate::codec::record::{AudioMode, Settings, SideOrder, TextSize, Theme, ToneSet, Voice};
use crate::platform::document;
use crate::platform::speech::{self, VoiceInfo};

/// The settings in force.
pub struct SettingsKeeper {
    store: &'static Store,
    value: Watched<Settings>,
    voices: Watched<Vec<VoiceInfo>>,
}

impl SettingsKeeper {
    /// Reads what is kept, or the defaults.
    pub fn load(store: &'static Store) -> Self {
        let value = match store.load::<Settings>() {
            Loaded::Found(settings) => settings,
            Loaded::Nothing | Loaded::Unreadable => Settings::default(),
        };
        document::set_theme(page_theme(value.theme));
        if value.text != TextSize::Normal {
            document::set_root_attr("data-text", value.text.slug());
        }
        Self { store, value: Watched::new(value), voices: Watched::new(Vec::new()) }
    }

    /// The settings; tracked.
    pub fn get(&self) -> Settings {
        self.value.get()
    }

    /// The settings; not tracked.
    pub fn now(&self) -> Settings {
        self.value.peek()
    }

    /// Changes them and keeps the change.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) {
        self.value.update(change);
        let settings = self.now();
        document::set_theme(page_theme(settings.theme));
        document::set_root_attr("data-text", settings.text.slug());
        self.store.save(&settings);
    }

    /// The browser's voices for `lang`, as its list arrives; tracked.
    pub fn voices(&self, lang: &'static str) -> Vec<VoiceInfo> {
        let speaks = |voice: &VoiceInfo| voice.lang.split(['-', '_']).next() == Some(lang);
        self.voices.get().into_iter().filter(speaks).collect()
    }

    /// Starts to follow the browser's list of voices until the calling component goes.
    pub fn follow_voices(&'static self) {
        self.voices.set(speech::voices());
        let watch = speech::on_voices_changed(move || self.voices.set(speech::voices()));
        StoredValue::new_local(watch);
    }

    /// Speaks a sample with the settings as they are, from a tap.
    pub fn speak_sample(&self, text: &str, lang: &str) {
        let settings = self.now();
        let voice = speech::Voice::new();
        voice.unlock();
        voice.say(
            text,
            lang,
            settings.voice.rate_percent.into(),
            settings.tones.volume_percent,
            settings.voice.uri.as_deref(),
        );
        StoredValue::new_local(voice);
    }
}

const fn page_theme(theme: Theme) -> document::Theme {
    match theme {
        Theme::Auto => document::Theme::Auto,
        Theme::Light => document::Theme::Light,
        Theme::Dark => document::Theme::Dark,
    }
}
