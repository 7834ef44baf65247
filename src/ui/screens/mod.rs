//! One module a screen; each has one function of its name that makes it.

mod article;
mod changes;
mod check;
mod done;
mod exercise;
mod home;
mod learn;
mod library;
mod next_day;
mod not_found;
mod open;
mod player;
mod point;
mod progress;
mod routine;
mod routines;
mod settings;
mod shared;
mod waiting;

pub(crate) use article::article;
pub(crate) use check::check;
pub(crate) use exercise::exercise;
pub(crate) use home::home;
pub(crate) use learn::learn;
pub(crate) use library::library;
pub(crate) use not_found::not_found;
pub(crate) use open::open;
pub(crate) use player::player;
pub(crate) use point::point;
pub(crate) use progress::progress;
pub(crate) use routine::routine;
pub(crate) use routines::routines;
pub(crate) use settings::settings;
pub(crate) use shared::shared;
pub(crate) use waiting::waiting;
