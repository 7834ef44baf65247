//! The rules of `docs/spec/builder.md`: L1 to L8 and G1 to G11.

mod advice;
mod draft;
mod edges;
mod machine;
mod people;
mod receive;
mod text;
mod written;
