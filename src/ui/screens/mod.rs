//! One module a screen.

mod check;
mod done;
mod exercise;
mod home;
mod library;
mod not_found;
mod player;
mod routine;
mod settings;

pub(crate) use check::Check;
pub(crate) use exercise::Exercise;
pub(crate) use home::Home;
pub(crate) use library::Library;
pub(crate) use not_found::NotFound;
pub(crate) use player::Player;
pub(crate) use routine::Routine;
pub(crate) use settings::Settings;
