//! Joins the pure core to the platform and owns the signals; one file per capability.

pub mod library;
pub mod routes;

#[cfg(target_arch = "wasm32")]
pub mod arrival;
#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
pub mod health;
#[cfg(target_arch = "wasm32")]
pub mod history;
#[cfg(target_arch = "wasm32")]
pub mod install;
#[cfg(target_arch = "wasm32")]
pub mod notices;
#[cfg(target_arch = "wasm32")]
pub mod offline;
#[cfg(target_arch = "wasm32")]
pub mod player;
#[cfg(target_arch = "wasm32")]
pub mod questions;
#[cfg(target_arch = "wasm32")]
pub mod screening;
#[cfg(target_arch = "wasm32")]
pub mod settings;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
pub mod watched;

#[cfg(target_arch = "wasm32")]
pub use context::App;

#[cfg(target_arch = "wasm32")]
pub use crate::platform::document::{open_sheet, write_input};

/// Puts `root` in the place of the static shell.
#[cfg(target_arch = "wasm32")]
pub fn mount<V: leptos::prelude::IntoView + 'static>(root: fn() -> V) {
    if let Some(place) = crate::platform::document::clear("app") {
        leptos::mount::mount_to(place, root).forget();
    }
}
