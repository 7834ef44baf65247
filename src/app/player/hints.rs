//! What the phone does not do in this session, said once and quietly.

use leptos::prelude::WithValue;

use super::Player;
use crate::app::watched::Watched;
use crate::codec::record::ToneSet;
use crate::domain::session::{Phase, View};
use crate::i18n::LANGUAGE;
use crate::i18n::messages::player as words;
use crate::platform::audio::Health;
use crate::platform::speech;

/// What is missing.
pub(super) struct Hints {
    pub(super) screen: Watched<bool>,
    pub(super) bell: Watched<bool>,
    pub(super) voice: Watched<bool>,
    /// The plan is not kept: the session cannot be offered again however often its place is.
    pub(super) no_plan: Watched<bool>,
    /// The place was not kept the last time.
    pub(super) no_place: Watched<bool>,
}

impl Hints {
    pub(super) fn none() -> Self {
        let missing = || Watched::new(false);
        let (screen, bell, voice) = (missing(), missing(), missing());
        Self { screen, bell, voice, no_plan: missing(), no_place: missing() }
    }
}

impl Player {
    /// The most important hint, as its word in `data-kind` and its sentence; tracked.
    pub fn hint(&'static self) -> Option<(&'static str, &'static str)> {
        let hints = [
            (&self.hints.screen, "wake-lock", words::SCREEN_HINT),
            (&self.hints.bell, "sound", words::SOUND_HINT),
            (&self.hints.voice, "voice", words::VOICE_HINT),
            (&self.hints.no_plan, "storage", words::NOT_SAVED),
            (&self.hints.no_place, "storage", words::NOT_SAVED),
        ];
        hints.into_iter().find(|(missing, ..)| missing.get()).map(|(_, kind, words)| (kind, words))
    }

    /// Whether what the last session left could not be kept on this phone; not tracked.
    pub fn unsaved(&self) -> bool {
        self.hints.no_plan.peek() || self.hints.no_place.peek()
    }

    /// Looks whether bell and voice can be heard, once the first moments are over.
    pub(super) fn check_hints(&'static self, view: &View) {
        let settings = self.settings_now();
        let starting = view.step == 1 && view.phase == Phase::GetReady;
        let bell_wanted = settings.tones.set != ToneSet::Off;
        let heard = self.machine.with_value(|machine| {
            machine.tones.as_ref().is_some_and(|tones| tones.health() == Health::Running)
        });
        let has_tones = self.machine.with_value(|machine| machine.tones.is_some());
        self.hints.bell.set(bell_wanted && !(heard || starting && has_tones));
        self.hints.voice.set(settings.voice.on && !starting && !speech::has_voice(LANGUAGE));
    }
}
