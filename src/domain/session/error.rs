//! Why a session cannot be made or brought back.

use core::fmt::{Display, Formatter, Result};

/// A plan cannot be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// It has no steps.
    Empty,
    /// It has more than [`crate::domain::plan::Plan::MAX_STEPS`] steps.
    TooManySteps {
        /// How many it has.
        given: usize,
    },
    /// A step's hold has no length.
    EmptyHold {
        /// The step, from 1.
        step: usize,
    },
    /// It would last longer than [`super::MAX_TOTAL_SECS`] s.
    TooLong,
}

impl Display for PlanError {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Self::Empty => write!(out, "the plan has no steps"),
            Self::TooManySteps { given } => {
                write!(out, "the plan has {given} steps, at most 100 fit")
            }
            Self::EmptyHold { step } => write!(out, "step {step} has no length"),
            Self::TooLong => write!(out, "the plan is longer than 48 hours"),
        }
    }
}

/// A snapshot cannot be brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// The plan itself cannot be played.
    Plan(PlanError),
    /// The session in the snapshot was over.
    Over,
    /// The plan has no such step, phase and side.
    NoSuchPlace,
    /// The segment's length or the time into it is not possible there.
    BadTimes,
    /// The records are not those of the plan's steps.
    BadRecords,
}

impl Display for RestoreError {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Self::Plan(error) => error.fmt(out),
            Self::Over => write!(out, "the session was over"),
            Self::NoSuchPlace => write!(out, "the plan has no such place"),
            Self::BadTimes => write!(out, "the times are not possible at that place"),
            Self::BadRecords => write!(out, "the records belong to another plan"),
        }
    }
}
