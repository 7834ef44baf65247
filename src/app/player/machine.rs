//! What a session needs of the phone, held while it lasts.

use crate::domain::session::{Command, Effect, Session, View};
use crate::domain::time::{Moment, Span, SteadyClock};
use crate::platform::audio::Tones;
use crate::platform::leave_guard::LeaveGuard;
use crate::platform::media_session::MediaSession;
use crate::platform::speech::Voice;
use crate::platform::timer::Timer;
use crate::platform::wake_lock::WakeLock;
use crate::platform::{clock, visibility};

/// The engine and the phone's parts it uses.
pub(super) struct Machine {
    pub(super) session: Option<Session>,
    clock: SteadyClock,
    was_away: bool,
    /// What a press left for after the paint, with what it showed.
    pub(super) later: Option<(Vec<Effect>, View)>,
    pub(super) timer: Option<Timer>,
    pub(super) tones: Option<Tones>,
    pub(super) voice: Voice,
    pub(super) wake_lock: Option<WakeLock>,
    pub(super) media: Option<MediaSession>,
    pub(super) guard: Option<LeaveGuard>,
    /// Wall-clock milliseconds at which the session began; ties its stored place to its plan.
    pub(super) started: u64,
}

impl Machine {
    pub(super) fn idle() -> Self {
        Self {
            session: None,
            clock: SteadyClock::start(clock::reading(false)),
            was_away: false,
            later: None,
            timer: None,
            tones: None,
            voice: Voice::new(),
            wake_lock: None,
            media: None,
            guard: None,
            started: 0,
        }
    }

    /// The present moment; a page that was hidden since the last call may have slept (S12).
    pub(super) fn now(&mut self) -> Moment {
        let hidden = visibility::is_hidden();
        let moment = self.clock.read(clock::reading(self.was_away || hidden));
        self.was_away = hidden;
        moment
    }

    /// The page was hidden or frozen.
    pub(super) const fn went_away(&mut self) {
        self.was_away = true;
    }

    /// Hands a command to the session; `None` without one.
    pub(super) fn handle(&mut self, command: Command) -> Option<(Vec<Effect>, View)> {
        let now = self.now();
        let session = self.session.as_mut()?;
        let effects = session.handle(command, now);
        Some((effects, session.view(now)))
    }

    /// Time until the session must be woken; `None` while it stands.
    pub(super) fn wait(&mut self) -> Option<Span> {
        let now = self.now();
        self.session.as_ref()?.next_deadline().map(|deadline| deadline.since(now))
    }

    /// Gives back everything but the sound, which may still ring out.
    pub(super) fn release(&mut self) {
        self.session = None;
        self.timer = None;
        self.wake_lock = None;
        self.media = None;
        self.guard = None;
    }
}
