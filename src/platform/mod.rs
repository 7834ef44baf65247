//! The only layer that names the browser: one thin adapter for each browser interface.
//!
//! Every adapter looks its object up when it is used, never keeps a copy from start-up, and treats an
//! interface that is missing, throws or never answers as an ordinary outcome: it answers with an error, a
//! `None` or a state in words, and the session goes on without it. Listeners, timers, locks and contexts are
//! released when their handle is dropped.

#![deny(clippy::indexing_slicing)]

pub mod arrival;
pub mod audio;
pub mod barcode;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod field;
pub mod file;
pub mod frame;
pub mod haptics;
pub mod in_view;
pub mod install;
mod js;
pub mod keyboard;
pub mod leave_guard;
mod listener;
pub mod location;
pub mod media_session;
pub mod picture;
pub mod print;
pub mod seal;
pub mod service_worker;
pub mod share;
pub mod sorting;
pub mod speech;
pub mod storage;
pub mod task;
pub mod timer;
pub mod visibility;
pub mod wake_lock;
