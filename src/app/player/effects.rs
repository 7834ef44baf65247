//! The engine's effects, done.

use leptos::prelude::*;

use super::{Asking, Player};
use crate::app::journal::Over;
use crate::app::playable::Playable;
use crate::app::store::Loaded;
use crate::domain::cue::{Cue, Tone, ToneAt};
use crate::domain::screening::{Replies, Waiting};
use crate::domain::session::{Effect, State, Summary, View};
use crate::domain::time::Span;
use crate::i18n::messages::player as words;
use crate::i18n::{LANGUAGE, speech};
use crate::platform::haptics;
use crate::platform::media_session::Playback;
use crate::platform::visibility::{self, Change};

impl Player {
    pub(super) fn perform_one(&'static self, effect: Effect, view: &View) {
        match effect {
            Effect::Hush => self.machine.with_value(|machine| machine.voice.hush()),
            Effect::Tones(tones) => self.schedule(&tones),
            Effect::Pulse(tone) => self.pulse(tone),
            Effect::Entered => self.announce(view),
            Effect::Say(cue) => self.say(&cue, view),
            Effect::EnoughForNow => self.enough(),
            Effect::Ended(summary) => self.over(summary),
        }
    }

    /// Looks after the session when the page goes and comes back.
    pub fn follow_visibility(&'static self) {
        StoredValue::new_local(visibility::watch(move |change| match change {
            Change::Hidden | Change::Frozen | Change::PageHide => {
                self.machine.update_value(super::Machine::went_away);
                self.catch_up();
                self.keep_place();
            }
            Change::Visible | Change::Resumed | Change::PageShow { .. } => {
                self.machine.update_value(super::Machine::went_away);
                self.wake_up();
                self.press(crate::domain::session::Command::Tick);
            }
        }));
    }

    /// Takes the screen lock and the sound again if the phone took them away.
    pub(super) fn wake_up(&'static self) {
        self.machine.with_value(|machine| {
            if let Some(lock) = &machine.wake_lock {
                lock.retake();
            }
            if let Some(tones) = &machine.tones {
                tones.revive();
            }
        });
    }

    /// In a tap: also opens the sound anew if the phone took it for good.
    pub(super) fn wake_up_in_tap(&'static self) {
        self.machine.update_value(|machine| {
            if let Some(lock) = &machine.wake_lock {
                lock.retake();
            }
            if let Some(tones) = &mut machine.tones {
                // What cannot be mended is said by the hint below the controls.
                tones.mend_in_tap().ok();
            }
        });
    }

    fn schedule(&'static self, tones: &[ToneAt]) {
        self.machine.update_value(|machine| {
            let now = machine.now();
            let due: Vec<(Span, Tone)> =
                tones.iter().map(|it| (it.at.since(now), it.tone)).collect();
            if let Some(tones) = &mut machine.tones {
                tones.schedule(&due);
            }
        });
    }

    fn pulse(&'static self, tone: Tone) {
        if self.settings_now().vibration {
            haptics::vibrate(match tone {
                Tone::Count => &[40],
                Tone::Half => &[80, 80, 80],
                Tone::Start => &[250],
                Tone::End => &[120, 100, 120],
                Tone::Switch => &[120, 100, 300],
                Tone::Finish => &[200, 120, 200, 120, 400],
            });
        }
    }

    fn say(&'static self, cue: &Cue, view: &View) {
        let line = speech::line(cue, self.step(cue.exercise), view.eased);
        self.speak(&line);
        // Two voices at once are none: the screen reader gets what the app's own voice does not say.
        if self.reader_speaks() {
            let told = self.announcement.peek();
            let is_note = told.starts_with(words::MAKER_NOTE);
            self.announcement.set(if is_note {
                [&line, " ", &told].concat()
            } else {
                line.clone()
            });
        }
        self.caption.set(line);
    }

    /// Tells those who read or have a screen reader why nothing happens; the voice is not cut short for it.
    pub(super) fn write(&'static self, line: &str) {
        self.announcement.set(line.to_owned());
        self.caption.set(line.to_owned());
    }

    /// Whether a screen reader is given the lines: the app's voice is off or missing, or the person wants both.
    fn reader_speaks(&'static self) -> bool {
        let voice = self.settings_now().voice;
        voice.reader || !voice.on || !crate::platform::speech::has_voice(LANGUAGE)
    }

    pub(super) fn speak(&'static self, line: &str) {
        let settings = self.settings_now();
        if settings.voice.on {
            self.machine.with_value(|machine| {
                machine.voice.say(
                    line,
                    LANGUAGE,
                    settings.voice.rate_percent.into(),
                    settings.tones.volume_percent.max(1),
                    settings.voice.uri.as_deref(),
                );
            });
        }
    }

    fn announce(&'static self, view: &View) {
        let step = self.step(view.exercise);
        let name = speech::headline(view.phase, step);
        let phase = speech::phase_line(view.phase, view.side);
        let note = untrack(|| self.maker_note());
        self.announce_state(view.state == State::Running, name, &phase, &note);
        self.check_hints(view);
        let album = self.routine.peek().map_or("", Playable::name);
        self.machine.with_value(|machine| {
            let Some((media, session)) = machine.media.as_ref().zip(machine.session.as_ref())
            else {
                return;
            };
            media.describe(name, &phase, album);
            media.playback(if view.state == State::Running {
                Playback::Playing
            } else {
                Playback::Paused
            });
            media.position(session.total().less(view.total_left), session.total());
        });
    }

    /// Tells a screen reader that the session stands or goes on, and a maker's note, which no voice says; what runs
    /// is in the lines.
    fn announce_state(&'static self, running: bool, name: &str, phase: &str, note: &str) {
        let told = self.announcement.peek();
        let stood = told.starts_with(words::PAUSED);
        // It would be told but once, if it stayed until the next one.
        let refused = [words::LONG_ENOUGH, words::NOT_AGAIN].contains(&told.as_str());
        let mut said = String::new();
        if !running || stood && self.reader_speaks() {
            said = speech::announcement(running, name, phase);
        } else if !note.is_empty() {
            said = [words::MAKER_NOTE, " ", note].concat();
        } else if !stood && !refused {
            return;
        }
        self.announcement.set(said);
    }

    fn enough(&'static self) {
        self.waiting.update(|waiting| waiting.enough = true);
        self.health.was_enough(self.machine.with_value(|machine| machine.started));
        if self.sheet.peek() == Asking::Nothing {
            self.sheet.set(Asking::Enough);
        }
    }

    fn over(&'static self, summary: Summary) {
        self.sheet.set(Asking::Nothing);
        self.waiting.set(Waiting::default());
        if let Some(routine) = self.routine.peek() {
            self.remember(routine, &summary);
        }
        self.screening.after_session();
        self.forget_place();
        self.summary.set(Some(summary));
        self.machine.update_value(super::Machine::release);
    }

    /// Notes a session in the journal, before its place is forgotten.
    #[inline(never)]
    pub(super) fn journalise(
        &'static self,
        started: u64,
        (key, number, name): (&str, u16, &str),
        summary: &Summary,
    ) {
        // Read before the health answers are, for those take in a session that was cut off and give it another name.
        let kept = match self.store.load::<Replies>() {
            Loaded::Found(replies) => replies,
            Loaded::Nothing | Loaded::Unreadable => Replies::default(),
        };
        let told = untrack(|| self.health.told());
        let mut noted = told.replies.sessions.iter().chain(&kept.sessions);
        let said = noted.find(|it| it.ended == started);
        let said = said.map(|it| it.said.as_slice()).unwrap_or_default();
        let mode = untrack(|| self.health.limits().mode);
        self.journal.add_session(&Over { started, key, number, name, summary, said, mode });
    }

    /// Keeps what was done, and what was too much, for the next sessions.
    fn remember(&'static self, routine: Playable, summary: &Summary) {
        // Breathing alone is no session of massage and stretching: nothing is asked about it later.
        if !routine.is_breathing() {
            let started = self.machine.with_value(|machine| machine.started);
            self.journalise(started, (routine.key(), routine.number(), routine.name()), summary);
            self.history.add(routine.key(), summary);
            self.health.after_session(started, summary);
        }
    }
}
