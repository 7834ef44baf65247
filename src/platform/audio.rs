//! The tones, synthesised and scheduled on the audio clock.
//!
//! <https://developer.mozilla.org/docs/Web/API/Web_Audio_API>. A tone once scheduled starts on time however busy
//! the page is. The context must be made in the Start tap ([`Tones::unlock`]). A call, Siri or a locked screen
//! takes the sound away ("suspended", or "interrupted" on iPhones); what was due meanwhile is dropped and the
//! rest is scheduled anew when the sound comes back. Where there is no Web Audio, `unlock` answers an error and
//! voice, vibration and screen carry the session.

mod desk;
mod recipe;
mod ruler;
mod session_type;
mod synth;

use std::rc::Rc;

use super::js;
use super::listener::Listener;
use crate::domain::cue::Tone;
use crate::domain::time::Span;
use desk::Desk;

pub use recipe::Set;
pub use session_type::Mode;

/// Why there are no tones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AudioError {
    /// The browser has no Web Audio.
    Unsupported,
    /// The browser has it and will not let this page use it.
    Refused,
}

impl core::fmt::Display for AudioError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(match self {
            Self::Unsupported => "web audio is missing",
            Self::Refused => "web audio is refused by the browser",
        })
    }
}

impl core::error::Error for AudioError {}

/// Whether tones can be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// They sound.
    Running,
    /// The browser holds them back; [`Tones::revive`] may help.
    Suspended,
    /// The phone took the sound away for something else and will give it back.
    Interrupted,
    /// They cannot come back; drop these tones and unlock new ones at the next tap.
    Dead,
}

/// The tones of one session; dropping them closes the sound.
#[must_use = "the sound is closed when this is dropped"]
pub struct Tones {
    mode: Mode,
    desk: Rc<Desk>,
    _state: Option<Listener>,
}

impl Tones {
    /// Opens the sound; call it in the Start tap.
    ///
    /// `volume` is 0 to 100 and held there.
    ///
    /// # Errors
    /// [`AudioError::Unsupported`] where there is no `AudioContext`, [`AudioError::Refused`] where making one
    /// fails.
    pub fn unlock(mode: Mode, set: Set, volume: u8) -> Result<Self, AudioError> {
        if !js::get(&js::window(), "AudioContext").is_function() {
            return Err(AudioError::Unsupported);
        }
        session_type::ask_for(mode);
        let desk = Rc::new(Desk::open(set, volume).ok_or(AudioError::Refused)?);
        let weak = Rc::downgrade(&desk);
        let state = Listener::on(desk.context(), "statechange", move |_| {
            if let Some(desk) = weak.upgrade() {
                desk.state_changed();
            }
        });
        Ok(Self { mode, desk, _state: state })
    }

    /// Replaces everything scheduled with `tones`, each due the given time from now.
    ///
    /// A tone that already sounds rings out. While the sound is away the tones wait, and those still to come
    /// when it returns are played on time.
    pub fn schedule(&mut self, tones: &[(Span, Tone)]) {
        self.desk.want(tones);
    }

    /// Takes back everything scheduled and fades what sounds within a few hundredths of a second.
    pub fn silence(&mut self) {
        self.desk.silence();
    }

    /// Sets the volume, 0 to 100 and held there, of everything from now on.
    pub fn set_volume(&self, volume: u8) {
        self.desk.set_volume(volume);
    }

    /// Whether tones can be heard now.
    ///
    /// A context that claims to run is found dead when its clock stands still between two calls at least
    /// 300 ms apart; so call this on return to the page and once more half a second later.
    pub fn health(&self) -> Health {
        self.desk.health()
    }

    /// Asks for the sound back after the browser held it back; it does nothing in any other state, since
    /// resuming an interrupted sound breaks it on iPhones.
    pub fn revive(&self) {
        if self.desk.state() == Health::Suspended {
            self.desk.resume();
        }
    }

    /// Brings the sound back in a tap: opens it anew where it is interrupted or dead, and keeps what is
    /// scheduled.
    ///
    /// # Errors
    /// As [`Tones::unlock`]; the old sound stays.
    pub fn mend_in_tap(&mut self) -> Result<(), AudioError> {
        match self.health() {
            Health::Running => {}
            Health::Suspended => self.desk.resume(),
            Health::Interrupted | Health::Dead => {
                let anew = Self::unlock(self.mode, self.desk.sounds_set(), self.desk.volume())?;
                anew.desk.take_over(&self.desk);
                let old = core::mem::replace(self, anew);
                drop(old);
                // Dropping the old sound gave the phone's choice back.
                session_type::ask_for(self.mode);
            }
        }
        Ok(())
    }
}

impl Drop for Tones {
    fn drop(&mut self) {
        self.desk.silence();
        self.desk.close();
        session_type::give_back();
    }
}
