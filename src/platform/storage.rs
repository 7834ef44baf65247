//! What stays on the phone: small records in [`local`], rows in [`database`], and the wish that the browser keep them.

pub mod database;
pub mod local;
mod persist;
mod request;

pub use local::StorageError;
pub use persist::{persist, persisted};
