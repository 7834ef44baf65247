//! Replies: what a person sends back to a therapist, and what a therapist opens.
//!
//! Nothing here is read or written before a screen or a press asks for it, and nothing is sent by the app: a reply is a link
//! or a text, and the person's own apps carry it (`docs/spec/reply.md`).

mod keys;
mod sending;

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::untrack;

pub use crate::domain::report::{Part, Report, Summary, summary};
pub use crate::platform::seal::SealError;
pub use sending::{Wish, entries, name, send_file, text, wanted};

use super::problem::Problem;
use super::routes::{self, Route};
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::codec::record::ReplyTo;
use crate::codec::report::{self, Letter, Sealed};
use crate::domain::shared::ReplyKey;
use crate::platform::{location, task};

/// Where making or opening a reply stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing goes on.
    #[default]
    Nothing,
    /// A seal is made or opened, or a key.
    Working,
    /// A link was made: the whole address, and whether it is sealed.
    Link(String, bool),
    /// A reply can be read.
    Here {
        /// What was sent.
        report: Arc<Report>,
        /// Whether it was sealed on its way.
        sealed: bool,
    },
    /// The browser does not do it.
    Failed(SealError),
    /// What is in it cannot be read, or is too long for a link.
    Wrong(Problem),
}

/// Replies, made and opened.
pub struct Replies {
    store: &'static Store,
    /// Keys to seal to; read when a screen asks.
    known: Mutex<Option<ReplyTo>>,
    opened: Watched<State>,
    wish: Watched<Wish>,
    /// The link that was made, or why no key was.
    made: Watched<State>,
    /// The keys that open replies here; looked up when a screen first asks.
    own: Watched<Option<Vec<ReplyKey>>>,
}

impl Replies {
    /// Starts without having read anything.
    pub fn new(store: &'static Store) -> Self {
        Self {
            store,
            known: Mutex::new(None),
            opened: Watched::new(State::Nothing),
            wish: Watched::new(Wish::default()),
            made: Watched::new(State::Nothing),
            own: Watched::new(None),
        }
    }

    /// The screen that an address with a reply leads to; the address then holds nothing of it any more.
    #[inline(never)]
    pub fn follow(&'static self, fragment: &str) -> Route {
        let text = routes::as_written(fragment.trim_start_matches('#'));
        let route = match self.read(&["#", &text].concat()) {
            Ok(()) => Route::Report,
            Err(problem) => Route::Open(Some(problem)),
        };
        let sealed = self.opened.peek() == State::Working;
        if sealed && route == Route::Report {
            // What is sealed may stay with the entry, so that a reload finds it.
            let payload = text.split_once('=').map_or("", |it| it.1);
            location::replace_with_state(&route.fragment(), payload);
        } else {
            location::replace_fragment(&route.fragment());
        }
        route
    }

    /// Reads the reply in a text, such as a whole message.
    ///
    /// # Errors
    /// Why there is none to show.
    #[inline(never)]
    pub fn read(&'static self, text: &str) -> Result<(), Problem> {
        self.take(report::find(text).map_err(Problem::of)?);
        Ok(())
    }

    /// The reply that is open here, or that of this history entry; tracked.
    pub fn opened(&'static self) -> State {
        if self.opened.peek() == State::Nothing
            && let Some(Ok(letter)) = location::state().map(|it| report::decode(&it))
        {
            self.take(letter);
        }
        self.opened.get()
    }

    fn take(&'static self, letter: Letter) {
        match letter {
            Letter::Open(report) => {
                self.opened.set(State::Here { report: Arc::new(*report), sealed: false });
            }
            Letter::Sealed(sealed) => {
                self.opened.set(State::Working);
                task::run(self.unseal(sealed));
            }
        }
    }

    async fn unseal(&'static self, sealed: Sealed) {
        self.opened.set(match keys::open(&sealed).await {
            Err(why) => State::Failed(why),
            Ok(bytes) => match report::from_bytes(&bytes) {
                Ok(report) => State::Here { report: Arc::new(report), sealed: true },
                Err(error) => State::Wrong(Problem::of(error)),
            },
        });
    }

    /// Hands over the key that replies to routines made here are sealed to; it is made when there is none yet.
    pub fn own_key(&'static self, on_key: impl FnOnce(ReplyKey) + 'static) {
        self.made.set(State::Working);
        task::run(async move {
            let made = keys::own().await;
            self.own.set(keys::all().await);
            self.made.set(made.map_or_else(State::Failed, |_| State::Nothing));
            made.map(on_key).ok();
        });
    }

    /// Whether replies that are sealed to this key can be opened here; `None` while that is not known; tracked.
    pub fn opens(&'static self, key: &ReplyKey) -> Option<bool> {
        if self.own.peek().is_none() {
            task::run(async { self.own.set(keys::all().await) });
        }
        self.own.get().map(|all| all.contains(key))
    }

    /// Keeps whose routines the person does.
    pub fn keep(&self, known: ReplyTo) {
        if self.known() != known {
            self.store.save(&known);
            *self.held() = Some(known);
        }
    }

    /// Whose routines the person does, with the keys to seal to.
    pub fn known(&self) -> ReplyTo {
        let load = || match self.store.load::<ReplyTo>() {
            Loaded::Found(known) => known,
            Loaded::Nothing | Loaded::Unreadable => ReplyTo::default(),
        };
        untrack(|| self.held().get_or_insert_with(load).clone())
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<ReplyTo>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
