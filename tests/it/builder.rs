//! The rules of `docs/spec/builder.md`: L1 to L8 and G1 to G10.

mod advice;
mod draft;
mod people;
mod receive;
mod text;
