//! Putting the app on the home screen.
//!
//! <https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent> (Chrome and Samsung on Android): the
//! browser hands over an offer once, early, and the app shows its own button later. iPhones have no offer;
//! the app shows instructions instead.

use core::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::js;
use super::listener::{Listener, Watch};

/// The window's field in which the boot script leaves an offer that came before the app had started.
const EARLY_OFFER: &str = "unknotInstallOffer";

/// How the app gets onto this phone's home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By hand, through the Share menu.
    IosSafari,
    /// By the browser's own offer or menu.
    Other,
}

/// What the person did with the browser's offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The app is being put on the home screen.
    Accepted,
    /// Not now.
    Dismissed,
    /// There was no offer, or the browser withdrew it.
    Unavailable,
}

/// What has changed about the offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The browser's offer can be shown.
    Offered,
    /// The app is on the home screen.
    Installed,
}

/// The keeper of the browser's offer; make it as the app starts and hold it as long as the app runs.
#[must_use = "the offer is lost when this is dropped"]
pub struct Install {
    offer: Rc<RefCell<Option<JsValue>>>,
    _watch: Watch,
}

impl Install {
    /// Starts to wait for the offer; `on_change` is told when it comes and when the app was installed.
    pub fn listen(on_change: impl Fn(Change) + 'static) -> Self {
        let window = js::window();
        let offer = Rc::new(RefCell::new(js::find(&window, EARLY_OFFER)));
        let on_change: Rc<dyn Fn(Change)> = Rc::new(on_change);
        let (kept, tell) = (Rc::clone(&offer), Rc::clone(&on_change));
        let offered = Listener::on(&window, "beforeinstallprompt", move |event| {
            event.prevent_default();
            kept.replace(Some(event.into()));
            tell(Change::Offered);
        });
        let kept = Rc::clone(&offer);
        let installed = Listener::on(&window, "appinstalled", move |_| {
            kept.replace(None);
            on_change(Change::Installed);
        });
        Self { offer, _watch: Watch::holding([offered, installed]) }
    }

    /// Whether the browser's offer can be shown now.
    pub fn can_prompt(&self) -> bool {
        self.offer.borrow().is_some()
    }

    /// Shows the browser's offer, in a tap; it can be shown once.
    pub fn prompt(&self, on_answer: impl FnOnce(Answer) + 'static) {
        js::set(&js::window(), EARLY_OFFER, &JsValue::NULL);
        let Some(offer) = self.offer.take() else {
            return on_answer(Answer::Unavailable);
        };
        if js::call(&offer, "prompt", &[]).map(|shown| js::answered(&shown, drop)).is_err() {
            return on_answer(Answer::Unavailable);
        }
        js::answered(&js::get(&offer, "userChoice"), move |choice| {
            let outcome = choice.ok().and_then(|choice| js::text(&choice, "outcome"));
            on_answer(match outcome.as_deref() {
                Some("accepted") => Answer::Accepted,
                Some(_) => Answer::Dismissed,
                None => Answer::Unavailable,
            });
        });
    }
}

/// Whether the app was started from the home screen.
///
/// Both signs are asked, since iOS 26 may give only the older one.
pub fn is_standalone() -> bool {
    let query = js::call(&js::window(), "matchMedia", &["(display-mode: standalone)".into()]);
    query.is_ok_and(|query| js::is_true(&query, "matches"))
        || js::is_true(&js::navigator(), "standalone")
}

/// How the app gets onto this phone's home screen, told by what the browser has rather than by its name.
pub fn platform() -> Kind {
    let navigator = js::navigator();
    let by_hand = !js::get(&navigator, "standalone").is_undefined();
    let touch = js::get(&navigator, "maxTouchPoints").as_f64().is_some_and(|points| points > 0.0);
    if by_hand && touch { Kind::IosSafari } else { Kind::Other }
}
