//! What each tone is made of: strikes told apart by pitch and number, in the sound the person chose.

use crate::domain::cue::Tone;

/// The sound that the tones are played with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Set {
    /// A soft bell that rings for one to two seconds.
    #[default]
    SoftBell,
    /// A short wooden click.
    Tick,
}

/// One stroke within a tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strike {
    /// When it falls, in seconds after the tone begins.
    pub(super) after: f64,
    /// Its pitch.
    pub(super) hertz: f32,
    /// How loud it is, 0 to 1.
    pub(super) loudness: f32,
    /// How long it rings, in seconds.
    pub(super) ring: f64,
}

const fn strike(after: f64, hertz: f32, loudness: f32, ring: f64) -> Strike {
    Strike { after, hertz, loudness, ring }
}

const START: &[Strike] = &[strike(0.0, 659.3, 0.5, 1.8)];
const HALF: &[Strike] = &[strike(0.0, 784.0, 0.28, 1.2), strike(0.32, 784.0, 0.28, 1.2)];
const COUNT: &[Strike] = &[strike(0.0, 987.8, 0.45, 0.09)];
const END: &[Strike] = &[strike(0.0, 440.0, 0.55, 2.0)];
const SWITCH: &[Strike] = &[strike(0.0, 523.3, 0.4, 1.4), strike(0.28, 784.0, 0.4, 1.6)];
const FINISH: &[Strike] = &[
    strike(0.0, 523.3, 0.34, 1.6),
    strike(0.34, 659.3, 0.34, 1.8),
    strike(0.68, 784.0, 0.34, 2.0),
];

/// The strikes of `tone`, the first at once.
pub(super) const fn strikes(tone: Tone) -> &'static [Strike] {
    match tone {
        Tone::Start => START,
        Tone::Half => HALF,
        Tone::Count => COUNT,
        Tone::End => END,
        Tone::Switch => SWITCH,
        Tone::Finish => FINISH,
    }
}

/// Which sound plays `tone`: counting down is always a click, whatever the person chose.
pub(super) const fn sound_of(tone: Tone, set: Set) -> Set {
    match tone {
        Tone::Count => Set::Tick,
        Tone::Start | Tone::Half | Tone::End | Tone::Switch | Tone::Finish => set,
    }
}
