//! Joins the pure core to the platform and owns the signals; one file per capability.

#![deny(clippy::indexing_slicing)]

pub mod library;
pub mod problem;
pub mod routes;

#[cfg(target_arch = "wasm32")]
pub mod arrival;
#[cfg(target_arch = "wasm32")]
pub mod builder;
#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
pub mod data;
#[cfg(target_arch = "wasm32")]
pub mod favourites;
#[cfg(target_arch = "wasm32")]
pub mod field;
#[cfg(target_arch = "wasm32")]
pub mod figures;
#[cfg(target_arch = "wasm32")]
pub mod finder;
#[cfg(target_arch = "wasm32")]
pub mod health;
#[cfg(target_arch = "wasm32")]
pub mod history;
#[cfg(target_arch = "wasm32")]
pub mod install;
#[cfg(target_arch = "wasm32")]
pub mod journal;
#[cfg(target_arch = "wasm32")]
pub mod links;
#[cfg(target_arch = "wasm32")]
mod lost;
#[cfg(target_arch = "wasm32")]
pub mod notices;
#[cfg(target_arch = "wasm32")]
pub mod offline;
#[cfg(target_arch = "wasm32")]
pub mod playable;
#[cfg(target_arch = "wasm32")]
pub mod player;
#[cfg(target_arch = "wasm32")]
pub mod questions;
#[cfg(target_arch = "wasm32")]
pub mod replies;
#[cfg(target_arch = "wasm32")]
pub mod screening;
#[cfg(target_arch = "wasm32")]
pub mod settings;
#[cfg(target_arch = "wasm32")]
pub mod sharing;
#[cfg(target_arch = "wasm32")]
pub mod shelf;
#[cfg(target_arch = "wasm32")]
pub mod stand_in;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
pub mod watched;

#[cfg(target_arch = "wasm32")]
pub use context::App;
#[cfg(target_arch = "wasm32")]
pub use figures::behind_paint;

#[cfg(target_arch = "wasm32")]
pub use crate::platform::document::{
    bring, close_sheet, focus, open_sheet, write_input, write_value,
};

/// How long what is below the fold waits for the first picture, in milliseconds.
#[cfg(target_arch = "wasm32")]
const AFTER_PAINT_MILLIS: u32 = 40;

/// Calls `act` once what is shown now has been painted; not at all when the calling component goes before.
#[cfg(target_arch = "wasm32")]
pub fn after_paint(act: impl FnOnce() + 'static) {
    let wait = crate::domain::time::Span::from_millis(AFTER_PAINT_MILLIS);
    leptos::prelude::StoredValue::new_local(crate::platform::timer::Timer::after(wait, act));
}

/// Puts `root` beside the static shell, which leaves when something else is shown ([`stand_in`]).
#[cfg(target_arch = "wasm32")]
pub fn mount<V: leptos::prelude::IntoView + 'static>(root: fn() -> V) {
    if let Some(place) = crate::platform::document::by_id("app") {
        leptos::mount::mount_to(place, root).forget();
    }
}
