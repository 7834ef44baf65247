//! Whether the app is kept on the phone, and new versions, which wait for a tap.

use leptos::prelude::*;

use super::notices::{Kind, Notices};
use super::watched::Watched;
use crate::platform::clock;
pub use crate::platform::service_worker::Offline;
use crate::platform::service_worker::Worker;
use crate::platform::visibility::{self, Change};

/// Shortest time between two looks for a new version, in milliseconds: 3 hours.
const LOOK_EVERY_MILLIS: u64 = 3 * 60 * 60 * 1000;

/// The app's copy on this phone.
pub struct OfflineCopy {
    state: Watched<Offline>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl OfflineCopy {
    /// Starts without knowing.
    pub fn unknown() -> Self {
        Self { state: Watched::new(Offline::Saving), worker: StoredValue::new_local(None) }
    }

    /// Starts to keep the app on the phone and to look for new versions when the person comes back.
    pub fn keep(&'static self, notices: &'static Notices) {
        let worker = Worker::register(move |offline| {
            self.state.set(offline);
            if offline == Offline::UpdateWaiting {
                notices.add(Kind::Update);
            }
        });
        self.worker.set_value(Some(worker));
        let mut looked = clock::wall_millis();
        let watch = visibility::watch(move |change| {
            let now = clock::wall_millis();
            if change == Change::Visible && now.abs_diff(looked) > LOOK_EVERY_MILLIS {
                looked = now;
                self.worker.with_value(|worker| worker.as_ref().map(Worker::check_for_update));
            }
        });
        StoredValue::new_local(watch);
    }

    /// How far the app is kept; tracked.
    pub fn state(&self) -> Offline {
        self.state.get()
    }

    /// Takes the new version, from a tap.
    pub fn update(&self) {
        self.worker.with_value(|worker| worker.as_ref().map(Worker::accept_update));
    }
}
