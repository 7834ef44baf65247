//! What stays on the phone: small records now in [`local`], and the wish that the browser keep them.

pub mod local;
mod persist;

pub use local::StorageError;
pub use persist::persist;
