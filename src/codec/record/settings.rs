//! `unknot.settings`: how the app sounds, looks and paces itself.

use super::{Decoded, Record, RecordError, decode_with, finish, versioned};
use crate::codec::json::Fields;
use crate::domain::plan::Timing;
use crate::domain::slug::slugged;
use crate::domain::time::Span;

slugged! {
    /// The sounds of a session.
    ToneSet {
        /// A soft bell.
        SoftBell = "soft-bell",
        /// A short tick.
        Tick = "tick",
        /// No tones.
        Off = "off",
    }
}

slugged! {
    /// How the app's sound goes with the person's music.
    AudioMode {
        /// Plays along with other sound and obeys the phone's silent switch.
        Mix = "mix",
        /// Is heard even when the phone is silent; other sound may stop.
        AlwaysHeard = "always-heard",
    }
}

slugged! {
    /// Light or dark.
    Theme {
        /// As the phone is set.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

slugged! {
    /// How large words are, beside the phone's own setting.
    TextSize {
        /// As the phone is set.
        Normal = "normal",
        /// An eighth larger.
        Large = "large",
        /// A quarter larger.
        Larger = "larger",
    }
}

slugged! {
    /// Which side comes first where an exercise has two.
    SideOrder {
        /// Left, then right.
        LeftFirst = "left-first",
        /// Right, then left.
        RightFirst = "right-first",
    }
}

/// The spoken voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Whether lines are spoken.
    pub on: bool,
    /// The chosen voice's `voiceURI`, at most [`Voice::MAX_URI_BYTES`]; `None` for the phone's own choice.
    pub uri: Option<String>,
    /// Speed in percent of normal, [`Voice::MIN_RATE`]..=[`Voice::MAX_RATE`].
    pub rate_percent: u8,
    /// Whether a screen reader is given the lines too while the voice speaks them.
    pub reader: bool,
}

impl Voice {
    /// Slowest speech, in percent.
    pub const MIN_RATE: u8 = 50;
    /// Fastest speech, in percent.
    pub const MAX_RATE: u8 = 200;
    /// Longest `voiceURI` that is kept, in bytes; a longer one is not kept.
    pub const MAX_URI_BYTES: usize = 256;
}

/// The tones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    /// Which sounds.
    pub set: ToneSet,
    /// Loudness in percent, 0 to 100.
    pub volume_percent: u8,
    /// How they go with other sound.
    pub mode: AudioMode,
}

/// Everything the person can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The spoken voice.
    pub voice: Voice,
    /// The tones.
    pub tones: Tones,
    /// Whether the phone buzzes with the cues.
    pub vibration: bool,
    /// Light or dark.
    pub theme: Theme,
    /// How large words are.
    pub text: TextSize,
    /// Which side comes first where an exercise has two.
    pub sides: SideOrder,
    /// Times between holds, in whole seconds, each 0 to [`Settings::MAX_GAP_SECS`].
    pub timing: Timing,
    /// Whether the screen is kept on during a session.
    pub keep_awake: bool,
    /// Whether the offer to install was turned down.
    pub install_offer_dismissed: bool,
}

impl Settings {
    /// Longest time between holds, in seconds (rule S2).
    pub const MAX_GAP_SECS: u8 = 120;
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            voice: Voice { on: true, uri: None, rate_percent: 100, reader: false },
            tones: Tones { set: ToneSet::SoftBell, volume_percent: 70, mode: AudioMode::Mix },
            vibration: true,
            theme: Theme::Auto,
            text: TextSize::Normal,
            sides: SideOrder::LeftFirst,
            timing: Timing::default(),
            keep_awake: true,
            install_offer_dismissed: false,
        }
    }
}

impl Record for Settings {
    const KEY: &'static str = "unknot.settings";

    fn encode(&self) -> String {
        let uri = self.voice.uri.as_deref().filter(|uri| uri.len() <= Voice::MAX_URI_BYTES);
        let out = versioned()
            .put("voice", self.voice.on)
            .put("voice_uri", uri)
            .put("rate", u32::from(self.voice.rate_percent))
            .put("tones", self.tones.set.slug())
            .put("volume", u32::from(self.tones.volume_percent))
            .put("audio", self.tones.mode.slug())
            .put("vibration", self.vibration)
            .put("theme", self.theme.slug())
            .put("first", secs(self.timing.first))
            .put("same", secs(self.timing.same_posture))
            .put("new", secs(self.timing.new_posture))
            .put("switch", secs(self.timing.switch))
            .put("keep_awake", self.keep_awake)
            .put("install_offer_dismissed", self.install_offer_dismissed);
        // These came later: they are written where they differ, so that records of before stay as they were (D26).
        let out = if self.voice.reader { out.put("reader", true) } else { out };
        let out = match self.text {
            TextSize::Normal => out,
            TextSize::Large | TextSize::Larger => out.put("text", self.text.slug()),
        };
        finish(match self.sides {
            SideOrder::LeftFirst => out,
            SideOrder::RightFirst => out.put("sides", self.sides.slug()),
        })
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| Ok(from_fields(fields)))
    }
}

fn from_fields(fields: Fields<'_>) -> Settings {
    let default = Settings::default();
    let uri = fields.optional_text("voice_uri", Voice::MAX_URI_BYTES).map(str::to_owned);
    let rate = Voice::MIN_RATE..=Voice::MAX_RATE;
    Settings {
        voice: Voice {
            on: fields.flag("voice", default.voice.on),
            uri,
            rate_percent: fields.number("rate", rate, default.voice.rate_percent),
            reader: fields.get("reader").is_some() && fields.flag("reader", false),
        },
        tones: Tones {
            set: fields.choice("tones", ToneSet::from_slug, default.tones.set),
            volume_percent: fields.number("volume", 0..=100, default.tones.volume_percent),
            mode: fields.choice("audio", AudioMode::from_slug, default.tones.mode),
        },
        vibration: fields.flag("vibration", default.vibration),
        theme: fields.choice("theme", Theme::from_slug, default.theme),
        text: later(fields, "text", TextSize::from_slug, default.text),
        sides: later(fields, "sides", SideOrder::from_slug, default.sides),
        timing: Timing {
            first: gap(fields, "first", default.timing.first),
            same_posture: gap(fields, "same", default.timing.same_posture),
            new_posture: gap(fields, "new", default.timing.new_posture),
            switch: gap(fields, "switch", default.timing.switch),
        },
        keep_awake: fields.flag("keep_awake", default.keep_awake),
        install_offer_dismissed: fields
            .flag("install_offer_dismissed", default.install_offer_dismissed),
    }
}

/// A field that older records do not have.
fn later<T>(fields: Fields<'_>, key: &str, from_slug: fn(&str) -> Option<T>, default: T) -> T {
    if fields.get(key).is_some() { fields.choice(key, from_slug, default) } else { default }
}

fn gap(fields: Fields<'_>, key: &str, default: Span) -> Span {
    let longest = u32::from(Settings::MAX_GAP_SECS);
    Span::from_secs(fields.number(key, 0..=longest, secs(default)))
}

const fn secs(span: Span) -> u32 {
    span.millis() / 1000
}
