//! The format of `docs/spec/link.md`: rules K1 to K20.

mod laws;
mod made;
mod size;
