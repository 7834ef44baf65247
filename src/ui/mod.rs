//! Views only: every screen and component. No browser call, no byte format, no rule.

#![expect(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "`#[component]` writes public props, and components own theirs"
)]

pub mod components;
mod icons;
pub mod screens;
mod shell;

pub use shell::Root;
