//! How serious an answer is.

/// What the app does about an answer; the highest of all answers wins (R1, clinical-evidence 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A card is shown; nothing is locked.
    Info,
    /// All routines are locked; the person is asked to call a doctor or advice line today.
    Urgent,
    /// All routines are locked; the person is asked to get emergency help now.
    Emergency,
}

impl Level {
    /// Whether it locks every routine (R1).
    pub const fn locks(self) -> bool {
        match self {
            Self::Info => false,
            Self::Urgent | Self::Emergency => true,
        }
    }
}
