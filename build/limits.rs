//! How long a hold may last and how hard it may press, by technique (clinical-evidence 1.1 to 1.3).

use super::domain::dose::HoldSecs;
use super::domain::technique::Technique;

/// Longest hold of a technique, in seconds; an exercise's own limit may be lower.
pub(crate) const fn longest(technique: Technique) -> u16 {
    match technique {
        // 1.1: one muscle, one side, one session.
        Technique::RollerBodyWeight
        | Technique::RollerLight
        | Technique::BallWall
        | Technique::BallLying
        | Technique::HandsLight
        | Technique::HandsFirm => HoldSecs::MUSCLE_CAP,
        // 1.2, static stretch: 20 to 30 s, up to 60 s over 65; extension: 30 to 60 s.
        Technique::Stretch | Technique::Extension => 60,
        // 1.2, nerve slider: 30 to 45 s.
        Technique::NerveSlide => 45,
        // 1.2, gentle dynamic mobility: 45 to 60 s, one or two sets.
        Technique::Mobility => 120,
        // 1.2, slow breathing: up to 5 minutes.
        Technique::Breathing => 300,
        Technique::Rest => HoldSecs::MAX,
    }
}

/// Whether an exercise's own limit may be longer than its technique's: a walk is mobility, a massage never.
pub(crate) const fn may_exceed(technique: Technique) -> bool {
    matches!(technique, Technique::Mobility | Technique::Breathing | Technique::Rest)
}

/// Strongest pressure or stretch of a technique, 0 to 10; `None` where nothing presses or pulls.
pub(crate) const fn strongest(technique: Technique) -> Option<u8> {
    match technique {
        Technique::RollerBodyWeight | Technique::BallWall | Technique::BallLying => Some(5),
        Technique::RollerLight | Technique::HandsFirm | Technique::Stretch => Some(4),
        Technique::HandsLight | Technique::Extension | Technique::NerveSlide => Some(3),
        Technique::Mobility | Technique::Breathing | Technique::Rest => None,
    }
}
