//! The format of `docs/spec/link.md`: rules K1 to K16.

mod calendar;
mod corpus;
mod damage;
mod edges;
pub(crate) mod frame;
mod fuzz;
mod golden;
mod laws;
pub(crate) mod made;
mod room;
mod sharing;
mod size;
