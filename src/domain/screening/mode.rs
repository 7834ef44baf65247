//! The modes and their limits (R41 to R46, clinical-evidence 1.4).

use super::Cause;
use crate::domain::dose::Pressure;
use crate::domain::exercise::Exercise;
use crate::domain::slug::slugged;
use crate::domain::technique::Technique;

/// Sessions that are starter sessions (clinical-evidence 1.1, 1.4).
pub const STARTER_SESSIONS: u32 = 3;

slugged! {
    /// How cautious a session is; the later, the more (clinical-evidence 1.4).
    Mode {
        /// The routine's own doses.
        Standard = "standard",
        /// The first three sessions.
        Starter = "starter",
        /// Lighter, shorter, no body weight on a tool.
        Gentle = "gentle",
        /// Breathing, rest and easy moves only.
        Comfort = "comfort",
    }
}

/// What a session of today may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most cautious mode that applies.
    pub mode: Mode,
    /// Why it is not standard; empty when it is.
    pub why: Vec<Cause>,
    /// Longest hold in percent of the exercise's standard time; breathing and rest are never shortened.
    pub time_percent: u16,
    /// Pressure to aim at, from and to, of 10.
    pub pressure_aim: (u8, u8),
    /// Strongest pressure.
    pub pressure_cap: Pressure,
    /// Longest static stretch in seconds, if the mode has a limit; comfort mode has no stretch at all.
    pub stretch_secs: Option<u16>,
    /// Longest session in seconds.
    pub session_secs: u32,
    /// Longest guided work in seconds, without breathing, rest and walking, if there is a limit.
    pub guided_secs: Option<u32>,
    /// Whether floor steps give way to chair and wall.
    pub chair_first: bool,
    /// Whether rolling keeps to the times of its first week.
    pub first_week: bool,
}

/// How a session became gentle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gently {
    /// Not at all.
    Not,
    /// By age or a condition: the mild end of the range.
    ByHealth,
    /// By a reply or by a session that was too much: the safe end.
    ByReply,
}

/// What decides the mode.
#[derive(Clone, Debug)]
pub(super) struct Caution {
    pub(super) comfort: bool,
    pub(super) gently: Gently,
    pub(super) starter: bool,
    pub(super) guided_minutes: Option<u8>,
    pub(super) chair_first: bool,
    pub(super) why: Vec<Cause>,
}

impl Limits {
    /// The limits of the most cautious mode, with the lowest cap of every mode that applies.
    pub(super) fn of(caution: Caution) -> Self {
        let mut limits = Self {
            mode: Mode::Standard,
            why: caution.why,
            time_percent: 100,
            pressure_aim: (3, 4),
            pressure_cap: Pressure::held(5),
            stretch_secs: None,
            session_secs: 30 * 60,
            guided_secs: caution.guided_minutes.map(|it| u32::from(it) * 60),
            chair_first: caution.chair_first,
            first_week: caution.starter,
        };
        if caution.starter {
            limits.tighten(Mode::Starter, 75, (2, 3), 4, Some(20), 10);
        }
        match caution.gently {
            Gently::Not => {}
            Gently::ByHealth => limits.tighten(Mode::Gentle, 75, (2, 2), 3, Some(20), 20),
            Gently::ByReply => limits.tighten(Mode::Gentle, 50, (2, 2), 3, Some(15), 15),
        }
        if caution.comfort {
            limits.tighten(Mode::Comfort, 100, (1, 2), 2, None, 10);
            // What stays in comfort mode is listed, not shortened (clinical-evidence 1.4, 5.0b).
            limits.time_percent = 100;
        }
        limits
    }

    fn tighten(
        &mut self,
        mode: Mode,
        percent: u16,
        aim: (u8, u8),
        cap: u8,
        stretch: Option<u16>,
        minutes: u32,
    ) {
        self.mode = self.mode.max(mode);
        self.time_percent = self.time_percent.min(percent);
        self.pressure_aim = (self.pressure_aim.0.min(aim.0), self.pressure_aim.1.min(aim.1));
        self.pressure_cap = self.pressure_cap.min(Pressure::held(cap));
        self.stretch_secs = match (self.stretch_secs, stretch) {
            (Some(old), Some(new)) => Some(old.min(new)),
            (old, new) => old.or(new),
        };
        self.session_secs = self.session_secs.min(minutes * 60);
    }

    /// Longest hold of an exercise, a side, in seconds.
    pub fn longest(&self, exercise: &Exercise) -> u16 {
        let own = exercise.longest.secs();
        let standard = exercise.hold.secs();
        match exercise.technique {
            Technique::Breathing | Technique::Rest => own,
            Technique::Stretch => self.stretch_secs.map_or(own, |secs| secs.min(own)),
            Technique::RollerBodyWeight
            | Technique::RollerLight
            | Technique::BallWall
            | Technique::BallLying
            | Technique::HandsLight
            | Technique::HandsFirm
            | Technique::Mobility
            | Technique::Extension
            | Technique::NerveSlide => {
                if self.time_percent >= 100 {
                    return own;
                }
                let share = u32::from(standard) * u32::from(self.time_percent) / 100;
                let share = u16::try_from(share).unwrap_or(standard).min(own);
                let first = first_week(exercise.code).filter(|_| self.first_week);
                first.map_or(share, |secs| secs.min(share))
            }
        }
    }

    /// Strongest pressure or stretch of an exercise; `None` where nothing presses or pulls.
    pub fn pressure(&self, exercise: &Exercise) -> Option<Pressure> {
        exercise.pressure_cap.map(|cap| cap.min(self.pressure_cap))
    }

    /// The same, and no stronger than `wanted`, where whoever made the routine wants it lighter.
    pub fn pressure_within(
        &self,
        exercise: &Exercise,
        wanted: Option<Pressure>,
    ) -> Option<Pressure> {
        let today = self.pressure(exercise)?;
        Some(wanted.map_or(today, |wanted| wanted.min(today)))
    }
}

/// Times of the first week for rolling and for the easier variants named beside it, in seconds
/// (clinical-evidence 1.3).
fn first_week(code: &str) -> Option<u16> {
    match code {
        "FR01" | "FR13" => Some(45),
        "FR03" | "FR04" | "BL04" | "FR06" | "FR16" | "FR07" | "BL11" | "FR08" | "FR15" => Some(30),
        "FR05" | "BL05" | "FR09" | "BL12" | "FR10" | "FR11" | "FR12" => Some(20),
        _ => None,
    }
}
