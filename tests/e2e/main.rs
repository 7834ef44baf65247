//! End-to-end tests: the built site in real browsers, over `WebDriver`.
//!
//! `cargo test --test e2e` needs `dist/` (`make build`), chromium and chromium-driver. The letters
//! in comments (A4, C2, E1 …) are the rows of the fault list these tests were written against.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test's helpers may stop the test")]

mod aloud;
mod answers;
mod axe;
mod body_map;
mod boot_faults;
mod builder;
mod built_link;
mod complaints;
mod cut_off;
mod database;
mod devices;
mod every_screen;
mod figures;
mod finding;
mod first_tap;
mod harness;
mod health;
mod import;
mod install_faults;
mod keeping;
mod keyboard;
mod killed;
mod layout;
mod leaks;
mod links_faults;
mod main_job;
mod markup;
mod nginx;
mod offline;
mod privacy;
mod progress;
mod reach;
mod receive;
mod receive_ways;
mod reply;
mod resume;
mod routes;
mod safety;
mod screening;
mod security;
mod settings;
mod sharing;
mod shelf;
mod shipped;
mod six_weeks;
mod storage;
mod strangers;
mod support;
mod surroundings;
mod taps;
mod time;
mod update;
mod worked;
mod worker;
