//! One open audio context and what is scheduled on it.

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AudioContext, GainNode};

use super::Health;
use super::recipe::Set;
use super::ruler::Ruler;
use super::synth::{self, Sound};
use crate::domain::cue::Tone;
use crate::domain::time::Span;
use crate::platform::timer::Timer;
use crate::platform::{clock, js};

/// A running context whose clock has stood still for this long, in milliseconds, is dead.
const STALLED_MILLIS: f64 = 300.0;

/// How late a tone may start, in milliseconds, after the sound was away; later ones are dropped.
const LATEST_MILLIS: f64 = 100.0;

/// A tone is as good as begun this long before it begins, in seconds: the audio clock may be late by as much, and
/// a tone that has begun must not be cut.
const TOO_LATE_TO_STOP: f64 = 0.05;

/// How far a tone already on the clock may lie from where it is wanted and still be the same, in seconds: one
/// that can be moved, and one that cannot.
const SAME: f64 = 0.002;
const SAME_BEGUN: f64 = 0.4;

/// How often and how far apart the audio clock is read once it runs, before its tones are set right: the first
/// reading alone may be a step late.
const FIRST_READINGS: u8 = 8;
const BETWEEN_READINGS: Span = Span::from_millis(23);

/// A tone and when it is due, in milliseconds of the monotonic clock.
#[derive(Clone, Copy)]
struct Due {
    at: f64,
    tone: Tone,
}

/// What both the handle and the listener for the context's state work on.
///
/// No cell stays borrowed across a call into the browser.
pub(super) struct Desk {
    context: AudioContext,
    out: GainNode,
    set: Set,
    volume: Cell<u8>,
    ruler: Ruler,
    wanted: RefCell<Vec<Due>>,
    /// Whether `wanted` stands on the audio clock.
    placed: Cell<bool>,
    sounds: RefCell<Vec<Sound>>,
    /// The audio clock in seconds and the monotonic clock in milliseconds when it was last seen to move.
    moved: Cell<(f64, f64)>,
    reading: Cell<Option<Timer>>,
}

impl Desk {
    /// Opens a context and wakes it; `None` when the browser will not have it.
    pub(super) fn open(set: Set, volume: u8) -> Option<Self> {
        // Not `AudioContext::new`: its glue keeps the class it found when the app was loaded.
        let context = js::make("AudioContext", &[]).ok()?.unchecked_into::<AudioContext>();
        let Some(out) = synth::master(&context) else {
            js::settle(&context, "close");
            return None;
        };
        let moved = Cell::new((context.current_time(), clock::precise_millis()));
        let desk = Self {
            context,
            out,
            set,
            volume: Cell::new(volume),
            ruler: Ruler::new(),
            wanted: RefCell::default(),
            placed: Cell::new(false),
            sounds: RefCell::default(),
            moved,
            reading: Cell::new(None),
        };
        desk.set_volume(volume);
        synth::play_silence(&desk.context);
        desk.resume();
        Some(desk)
    }

    pub(super) fn context(&self) -> &JsValue {
        self.context.as_ref()
    }

    pub(super) fn resume(&self) {
        js::settle(&self.context, "resume");
    }

    pub(super) fn close(&self) {
        js::settle(&self.context, "close");
    }

    pub(super) const fn sounds_set(&self) -> Set {
        self.set
    }

    pub(super) fn volume(&self) -> u8 {
        self.volume.get()
    }

    pub(super) fn set_volume(&self, volume: u8) {
        self.volume.set(volume);
        let share = f32::from(volume.min(100)) / 100.0;
        // Squared, because the ear hears ratios: half way along the slider sounds about half as loud.
        synth::fix(&self.out.gain(), share * share);
    }

    /// Replaces what is wanted.
    pub(super) fn want(&self, tones: &[(Span, Tone)]) {
        let now = clock::precise_millis();
        let due = |&(wait, tone): &(Span, Tone)| Due { at: now + f64::from(wait.millis()), tone };
        self.wanted.replace(tones.iter().map(due).collect());
        self.place(now);
    }

    /// Wants what another desk wanted.
    pub(super) fn take_over(&self, other: &Self) {
        self.wanted.replace(other.wanted.take());
        self.place(clock::precise_millis());
    }

    /// Wants nothing and fades what sounds.
    pub(super) fn silence(&self) {
        self.wanted.take();
        let now = self.context.current_time();
        for sound in self.sounds.take() {
            sound.fade(now);
        }
    }

    /// What to do when the browser has given or taken the sound.
    pub(super) fn state_changed(self: &Rc<Self>) {
        let now = clock::precise_millis();
        self.ruler.forget();
        self.moved.set((self.context.current_time(), now));
        if self.state() != Health::Running {
            self.placed.set(false);
            return;
        }
        if !self.placed.get() {
            self.place(now);
        }
        self.read_again(FIRST_READINGS);
    }

    /// Reads the audio clock `left` times more, then sets right what is scheduled.
    fn read_again(self: &Rc<Self>, left: u8) {
        let desk = Rc::downgrade(self);
        self.reading.set(Some(Timer::after(BETWEEN_READINGS, move || {
            let Some(desk) = desk.upgrade() else { return };
            if desk.state() != Health::Running {
                return;
            }
            let now = clock::precise_millis();
            if let Some(left) = left.checked_sub(1) {
                desk.ruler.read(desk.context.current_time(), now);
                desk.read_again(left);
            } else {
                desk.place(now);
            }
        })));
    }

    /// The context's state by its word, as the list of words known to `web-sys` is older than the phones'.
    pub(super) fn state(&self) -> Health {
        match js::text(&self.context, "state").as_deref() {
            Some("running") => Health::Running,
            Some("suspended") => Health::Suspended,
            Some("interrupted") => Health::Interrupted,
            Some(_) | None => Health::Dead,
        }
    }

    /// The state, and dead when the clock of a running context stands still.
    pub(super) fn health(&self) -> Health {
        let state = self.state();
        let (audio, now) = (self.context.current_time(), clock::precise_millis());
        let (audio_before, before) = self.moved.get();
        if state != Health::Running || audio > audio_before {
            self.moved.set((audio, now));
            return state;
        }
        if now - before > STALLED_MILLIS { Health::Dead } else { state }
    }

    /// Makes the audio clock hold just what is wanted; `now` is of the monotonic clock.
    ///
    /// While the sound is away nothing is put on a clock that stands still.
    fn place(&self, now: f64) {
        let running = self.state() == Health::Running;
        self.placed.set(running);
        let audio_now = self.ruler.read(self.context.current_time(), now);
        let mut missing = if running { self.wanted.borrow().clone() } else { Vec::new() };
        missing.retain(|due| due.at - now >= -LATEST_MILLIS);
        let mut kept = Vec::new();
        for sound in self.sounds.take() {
            let begun = sound.begins_by(audio_now + TOO_LATE_TO_STOP);
            let near = if begun { SAME_BEGUN } else { SAME };
            let place_of = |due: &Due| audio_now + (due.at - now) / 1000.0;
            let same = missing.iter().position(|due| sound.is(due.tone, place_of(due), near));
            if let Some(same) = same {
                missing.swap_remove(same);
            }
            if begun && !sound.rings_after(audio_now) {
                continue;
            }
            if begun || same.is_some() {
                kept.push(sound);
            } else {
                sound.cancel();
            }
        }
        for due in missing {
            let at = audio_now + (due.at - now).max(0.0) / 1000.0;
            kept.extend(synth::play(&self.context, &self.out, self.set, due.tone, at));
        }
        self.sounds.replace(kept);
    }
}
