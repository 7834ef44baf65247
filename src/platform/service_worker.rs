//! Keeps the whole app on the phone, and offers a new version without ever forcing it.
//!
//! <https://developer.mozilla.org/docs/Web/API/Service_Worker_API>. The worker's install is all or nothing, so
//! a worker that has become active means that everything is saved. Missing on plain HTTP, in some in-app
//! browsers and in Lockdown Mode; there the app works online.

use core::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;

use super::listener::Listener;
use super::{js, location};

const SCRIPT: &str = "./sw.js";

/// How far the app is saved on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// This browser cannot save the app.
    Unsupported,
    /// It is being saved, or that is not yet known.
    Saving,
    /// It starts without a network.
    Ready,
    /// Saving did not work; the next start tries again.
    Failed,
    /// Saving did not work because the phone has no room for it.
    Full,
    /// It starts without a network, and a newer version waits for the person's tap.
    UpdateWaiting,
}

/// The app's hold on its service worker; keep it as long as the app runs.
#[must_use = "nothing more is reported when this is dropped"]
pub struct Worker {
    state: Rc<State>,
}

impl Worker {
    /// Registers the worker; `on_change` is told every change from [`Offline::Saving`], the first state.
    pub fn register(on_change: impl Fn(Offline) + 'static) -> Self {
        let state = Rc::new(State {
            on_change: Box::new(on_change),
            offline: Cell::new(Offline::Saving),
            registration: RefCell::new(JsValue::UNDEFINED),
            listeners: RefCell::default(),
            accepting: RefCell::default(),
            reload: Cell::new(Reload::Never),
            had_controller: Cell::new(false),
            is_full: Cell::new(false),
        });
        state.register();
        Self { state }
    }

    /// How far the app is saved now.
    pub fn offline(&self) -> Offline {
        self.state.offline.get()
    }

    /// Switches to the version that waits and loads the page again once; without one it does nothing.
    ///
    /// Call it from a tap only, and never while a session runs.
    pub fn accept_update(&self) {
        self.state.accept();
    }

    /// Asks the server for a newer version; the caller sees to it that this is rare.
    pub fn check_for_update(&self) {
        js::settle(&self.state.registration.borrow(), "update");
    }
}

/// What a change of the page's worker means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reload {
    /// Nobody asked for a new version.
    Never,
    /// Another tab took the new version; this page still runs the old one.
    WhenAccepted,
    /// The person asked for it here.
    AtChange,
    /// It has been done.
    Done,
}

struct State {
    on_change: Box<dyn Fn(Offline)>,
    offline: Cell<Offline>,
    registration: RefCell<JsValue>,
    listeners: RefCell<Vec<Listener>>,
    accepting: RefCell<Option<Listener>>,
    reload: Cell<Reload>,
    had_controller: Cell<bool>,
    /// The worker said that there was no room for the files.
    is_full: Cell<bool>,
}

impl State {
    fn register(self: &Rc<Self>) {
        let Some(container) = js::find(&js::navigator(), "serviceWorker") else {
            return self.tell(Offline::Unsupported);
        };
        self.had_controller.set(js::find(&container, "controller").is_some());
        self.listen(&container, "controllerchange", Self::controller_changed);
        self.hear(&container);
        let options = js::record(&[("updateViaCache", "none".into())]);
        let state = Rc::downgrade(self);
        match js::call(&container, "register", &[SCRIPT.into(), options]) {
            Ok(promise) => js::answered(&promise, move |answer| {
                Self::registered(&state, &container, answer);
            }),
            Err(error) => Self::registered(&state, &container, Err(error)),
        }
    }

    fn registered(state: &Weak<Self>, container: &JsValue, answer: Result<JsValue, JsValue>) {
        let Some(this) = state.upgrade() else { return };
        if let Ok(registration) = answer {
            return this.adopt(registration);
        }
        // A broken deploy refuses the script, but a worker from an earlier visit still serves.
        let Ok(promise) = js::call(container, "getRegistration", &[]) else {
            return this.tell(Offline::Failed);
        };
        let state = Weak::clone(state);
        js::answered(&promise, move |earlier| {
            let Some(this) = state.upgrade() else { return };
            match earlier {
                Ok(registration) if registration.is_object() => this.adopt(registration),
                Ok(_) | Err(_) => this.tell(Offline::Failed),
            }
        });
    }

    fn adopt(self: &Rc<Self>, registration: JsValue) {
        self.listen(&registration, "updatefound", Self::follow_installing);
        self.registration.replace(registration);
        self.follow_installing();
    }

    /// Watches the worker that is being installed, if any.
    fn follow_installing(self: &Rc<Self>) {
        if let Some(worker) = js::find(&self.registration.borrow(), "installing") {
            self.listen(&worker, "statechange", Self::look);
        }
        self.look();
    }

    fn look(self: &Rc<Self>) {
        let registration = self.registration.borrow().clone();
        let lives = |name| {
            js::find(&registration, name)
                .is_some_and(|worker| js::text(&worker, "state").as_deref() != Some("redundant"))
        };
        let behind = lives("waiting") || self.reload.get() == Reload::WhenAccepted;
        self.tell(match (lives("active"), behind) {
            (true, true) => Offline::UpdateWaiting,
            (true, false) => Offline::Ready,
            (false, _) if lives("installing") || lives("waiting") => Offline::Saving,
            (false, _) if self.is_full.get() => Offline::Full,
            (false, _) => Offline::Failed,
        });
    }

    fn accept(self: &Rc<Self>) {
        let waiting = js::find(&self.registration.borrow(), "waiting");
        match (waiting, self.reload.get()) {
            (Some(worker), Reload::Never | Reload::WhenAccepted | Reload::AtChange) => {
                self.reload.set(Reload::AtChange);
                // A page that no worker controls gets no controllerchange; it goes by the worker itself.
                let (state, watched) = (Rc::downgrade(self), worker.clone());
                let activated = Listener::on(&worker, "statechange", move |_| {
                    if let Some(state) = state.upgrade()
                        && js::text(&watched, "state").as_deref() == Some("activated")
                    {
                        state.controller_changed();
                    }
                });
                drop(self.accepting.replace(activated));
                let message = js::record(&[("type", "SKIP_WAITING".into())]);
                // A worker that has just gone needs no message.
                js::call(&worker, "postMessage", &[message]).ok();
            }
            (None, Reload::WhenAccepted) => {
                self.reload.set(Reload::Done);
                location::reload();
            }
            (None, Reload::Never | Reload::AtChange) | (_, Reload::Done) => {}
        }
    }

    fn controller_changed(self: &Rc<Self>) {
        let had_controller = self.had_controller.replace(true);
        match self.reload.get() {
            Reload::AtChange => {
                self.reload.set(Reload::Done);
                location::reload();
            }
            // The very first worker claiming the page is no update.
            Reload::Never if had_controller => {
                self.reload.set(Reload::WhenAccepted);
                self.look();
            }
            Reload::Never | Reload::WhenAccepted | Reload::Done => {}
        }
    }

    fn tell(&self, offline: Offline) {
        if self.offline.replace(offline) != offline {
            (self.on_change)(offline);
        }
    }

    /// Hears the one thing the worker says by itself (`public/sw.js`).
    fn hear(self: &Rc<Self>, container: &JsValue) {
        let state = Rc::downgrade(self);
        let listener = Listener::on(container, "message", move |event| {
            let said = js::text(&js::get(&event, "data"), "type");
            if let Some(state) = state.upgrade()
                && said.as_deref() == Some("STORAGE_FULL")
            {
                state.is_full.set(true);
                state.look();
            }
        });
        self.listeners.borrow_mut().extend(listener);
    }

    fn listen(self: &Rc<Self>, target: &JsValue, kind: &'static str, act: fn(&Rc<Self>)) {
        let state = Rc::downgrade(self);
        let listener = Listener::on(target, kind, move |_| {
            if let Some(state) = state.upgrade() {
                act(&state);
            }
        });
        self.listeners.borrow_mut().extend(listener);
    }
}
