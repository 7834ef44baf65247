//! Pieces that several screens share; they take labels, signals and callbacks only.

mod action;
mod choice;
mod offline_status;
mod page;
mod ring;
mod routine_card;
mod sheet;

pub(crate) use action::{Action, Look};
pub(crate) use choice::Choice;
pub(crate) use offline_status::OfflineStatus;
pub(crate) use page::Page;
pub(crate) use ring::{Ring, Turn};
pub(crate) use routine_card::RoutineCard;
pub(crate) use sheet::Sheet;
