//! The offer to put the app on the home screen, after the first finished session.

use leptos::prelude::*;

use super::context::App;
use super::watched::Watched;
use crate::platform::install::{self, Install, Kind};

/// How the app can be put on the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Whether the browser can be asked to do it; otherwise the person does it by hand.
    pub can_prompt: bool,
}

/// The offer's keeper.
pub struct InstallOffer {
    keeper: StoredValue<Option<Install>, LocalStorage>,
    changes: Watched<u32>,
}

impl InstallOffer {
    /// Starts without an offer.
    pub fn none() -> Self {
        Self { keeper: StoredValue::new_local(None), changes: Watched::new(0) }
    }

    /// Starts to wait for the browser's own offer.
    pub fn listen(&'static self) {
        self.keeper.set_value(Some(Install::listen(move |_change| self.changed())));
    }

    /// The offer to show, if there is one; tracked.
    pub fn offer(&self, app: &'static App) -> Option<Offer> {
        self.changes.get();
        let refused = app.settings.get().install_offer_dismissed;
        if refused || app.history.finished() == 0 || install::is_standalone() {
            return None;
        }
        let can_prompt = self.keeper.with_value(|it| it.as_ref().is_some_and(Install::can_prompt));
        (can_prompt || install::platform() == Kind::IosSafari).then_some(Offer { can_prompt })
    }

    /// Shows the browser's own offer, from a tap.
    pub fn prompt(&'static self) {
        self.keeper.with_value(|it| it.as_ref().map(|it| it.prompt(move |_answer| self.changed())));
    }

    /// Not now: the offer does not come back.
    pub fn dismiss(&self, app: &'static App) {
        app.settings.change(|settings| settings.install_offer_dismissed = true);
    }

    fn changed(&self) {
        self.changes.update(|count| *count = count.wrapping_add(1));
    }
}
