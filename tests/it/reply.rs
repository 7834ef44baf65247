//! The reply: rules A1 to A14 of `docs/spec/reply.md`.

mod chosen;
mod golden;
mod keys;
mod laws;
pub(crate) mod made;
mod size;
mod summed;
