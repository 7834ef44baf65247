//! Makes strikes out of oscillators, filters and envelopes.
//!
//! <https://developer.mozilla.org/docs/Web/API/OscillatorNode>. A node the browser will not make leaves its
//! part of the sound out.

use web_sys::{
    AudioContext, AudioNode, AudioParam, BiquadFilterType, GainNode, OscillatorNode, OscillatorType,
};

use super::recipe::{Set, Strike, sound_of, strikes};
use crate::domain::cue::Tone;
use crate::platform::js;

/// The level that counts as silence; an exponential curve cannot reach zero.
const SILENT: f32 = 0.0001;
/// How fast a strike rises, in seconds: quick, without a crack in the loudspeaker.
const ATTACK: f64 = 0.004;
/// How fast a sound is faded out, in seconds.
const FADE: f64 = 0.05;
/// The longest ring of a click, in seconds.
const CLICK_RING: f64 = 0.09;
/// How narrow the click's band is; higher rings longer.
const BAND_Q: f32 = 3.0;

/// The parts of a bell's sound: pitch ratio, share of the loudness, share of the ring.
const PARTIALS: [(f32, f32, f64); 3] = [(1.0, 0.72, 1.0), (2.0, 0.2, 0.6), (2.99, 0.08, 0.35)];

/// One tone on the audio clock.
pub(super) struct Sound {
    tone: Tone,
    begins: f64,
    ends: f64,
    out: GainNode,
    oscillators: Vec<OscillatorNode>,
}

impl Sound {
    /// Whether it is `tone` within `near` seconds of `at` (seconds of the audio clock).
    pub(super) fn is(&self, tone: Tone, at: f64, near: f64) -> bool {
        self.tone == tone && (self.begins - at).abs() < near
    }

    /// Whether it has begun by `now` (seconds of the audio clock).
    pub(super) fn begins_by(&self, now: f64) -> bool {
        self.begins <= now
    }

    /// Whether something of it is left after `now` (seconds of the audio clock).
    pub(super) fn rings_after(&self, now: f64) -> bool {
        self.ends > now
    }

    /// Takes it back before it has begun.
    pub(super) fn cancel(&self) {
        // Each call fails only on a node that is gone already.
        self.out.disconnect().ok();
        for oscillator in &self.oscillators {
            oscillator.stop().ok();
        }
    }

    /// Ends it now without a crack, or takes it back before it has begun.
    pub(super) fn fade(&self, now: f64) {
        if !self.begins_by(now) {
            return self.cancel();
        }
        self.out.gain().set_target_at_time(0.0, now, FADE / 4.0).ok();
        for oscillator in &self.oscillators {
            oscillator.stop_with_when(now + FADE).ok();
        }
    }
}

/// The volume knob between all tones and the loudspeaker.
pub(super) fn master(context: &AudioContext) -> Option<GainNode> {
    gain_into(context, &context.destination())
}

/// Sets a parameter for good.
pub(super) fn fix(parameter: &AudioParam, value: f32) {
    js::set(parameter, "value", &value.into());
}

/// Plays one silent sample, which is what opens the sound on iPhones.
pub(super) fn play_silence(context: &AudioContext) {
    let Ok(source) = context.create_buffer_source() else {
        return;
    };
    if let Ok(buffer) = context.create_buffer(1, 1, 22_050.0) {
        source.set_buffer(Some(&buffer));
        // The sound may still open by itself when this is refused.
        source.connect_with_audio_node(&context.destination()).ok();
        source.start().ok();
    }
}

/// Puts `tone` on the audio clock at `at` seconds; `None` when the browser will not play it.
pub(super) fn play(
    context: &AudioContext,
    master: &GainNode,
    set: Set,
    tone: Tone,
    at: f64,
) -> Option<Sound> {
    let out = gain_into(context, master)?;
    let mut sound = Sound { tone, begins: at, ends: at, out, oscillators: Vec::new() };
    for strike in strikes(tone) {
        let start = at + strike.after;
        match sound_of(tone, set) {
            Set::SoftBell => bell(context, &mut sound, strike, start),
            Set::Tick => click(context, &mut sound, strike, start),
        }
    }
    Some(sound)
}

fn bell(context: &AudioContext, sound: &mut Sound, strike: &Strike, start: f64) {
    for (ratio, share, ring) in PARTIALS {
        let voice = Envelope { start, peak: strike.loudness * share, ring: strike.ring * ring };
        voice.play(context, sound, None, OscillatorType::Sine, strike.hertz * ratio);
    }
}

fn click(context: &AudioContext, sound: &mut Sound, strike: &Strike, start: f64) {
    // A band round the pitch takes the buzz out of the triangle and leaves a knock on wood.
    let band = context.create_biquad_filter().ok().and_then(|band| {
        band.set_type(BiquadFilterType::Bandpass);
        fix(&band.frequency(), strike.hertz);
        fix(&band.q(), BAND_Q);
        band.connect_with_audio_node(&sound.out).ok().map(|_| band)
    });
    let voice = Envelope {
        start,
        peak: (strike.loudness * 1.6).min(1.0),
        ring: strike.ring.min(CLICK_RING),
    };
    voice.play(context, sound, band.as_deref(), OscillatorType::Triangle, strike.hertz);
}

/// How loud one oscillator is over time: a quick rise, then an even fall.
struct Envelope {
    start: f64,
    peak: f32,
    ring: f64,
}

impl Envelope {
    /// Plays one oscillator through `through`, or straight into the sound.
    fn play(
        &self,
        context: &AudioContext,
        sound: &mut Sound,
        through: Option<&AudioNode>,
        kind: OscillatorType,
        hertz: f32,
    ) {
        let into = through.unwrap_or(&sound.out).clone();
        let end = self.start + self.ring;
        let Some(level) = gain_into(context, &into) else {
            return;
        };
        let Ok(oscillator) = context.create_oscillator() else {
            return;
        };
        oscillator.set_type(kind);
        fix(&oscillator.frequency(), hertz);
        let gain = level.gain();
        let started = gain
            .set_value_at_time(SILENT, self.start)
            .and_then(|gain| gain.exponential_ramp_to_value_at_time(self.peak, self.start + ATTACK))
            .and_then(|gain| gain.exponential_ramp_to_value_at_time(SILENT, end))
            .and_then(|_| oscillator.connect_with_audio_node(&level))
            .and_then(|_| oscillator.start_with_when(self.start))
            .and_then(|()| oscillator.stop_with_when(end));
        if started.is_ok() {
            sound.ends = sound.ends.max(end);
            sound.oscillators.push(oscillator);
        }
    }
}

fn gain_into(context: &AudioContext, into: &AudioNode) -> Option<GainNode> {
    let gain = context.create_gain().ok()?;
    gain.connect_with_audio_node(into).ok()?;
    Some(gain)
}
