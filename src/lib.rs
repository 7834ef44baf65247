//! Unknot: guided self-massage and stretching, timed and spoken, on a phone.
//!
//! A pure core decides (`domain`, `catalog`, `codec`, `figure`, `i18n`); thin adapters act (`platform`);
//! `app` joins the two and `ui` shows the result. See `ARCHITECTURE.md` for who may use whom.

pub mod app;
pub mod catalog;
pub mod codec;
pub mod domain;
pub mod figure;
pub mod i18n;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
