//! Pieces that several screens share; they take labels, values and callbacks only.

mod action;
pub(crate) mod chart;
mod choice;
mod entry;
pub(crate) mod figure;
mod later;
mod offline_status;
mod page;
mod pick;
mod ring;
mod scale;
mod sheet;
mod star;
mod text;

pub(crate) use action::{Look, action, main_action};
pub(crate) use choice::choice;
pub(crate) use entry::{entry_list, entry_row, marked_row, needs};
pub(crate) use later::{Making, ROWS, later, rows_in_turn};
pub(crate) use offline_status::{offline_status, offline_status_of_shell};
pub(crate) use page::page;
pub(crate) use pick::{pick, pick_areas};
pub(crate) use ring::{Turn, ring};
pub(crate) use scale::{Value, scale, zero_to_ten};
pub(crate) use sheet::sheet;
pub(crate) use star::{star, star_button};
pub(crate) use text::{bullets, headline, link, note, section, stack, stop_note};
