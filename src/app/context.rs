//! Everything the screens share, made once.

use leptos::prelude::*;

use super::arrival::Arrival;
use super::builder::Builder;
use super::data::DataKeeper;
use super::favourites::FavouritesKeeper;
use super::figures::Figures;
use super::finder::Finder;
use super::health::HealthKeeper;
use super::history::HistoryKeeper;
use super::install::InstallOffer;
use super::journal::JournalKeeper;
use super::library::{self, Filter};
use super::links::Links;
use super::notices::Notices;
use super::offline::OfflineCopy;
use super::playable::Playable;
use super::player::Player;
use super::questions::Questions;
use super::replies::Replies;
use super::routes::{self, Route};
use super::screening::Screening;
use super::settings::SettingsKeeper;
use super::shelf::Shelf;
use super::stand_in::StandIn;
use super::store::Store;
use super::watched::Watched;
use crate::i18n::LANGUAGE;
use crate::platform::{document, location};

/// The app's capabilities and where it is.
pub struct App {
    /// The screen that is shown.
    pub route: Watched<Route>,
    /// The static shell, as long as it stands in for Home.
    pub stand_in: StandIn,
    /// What comes behind the first screen.
    pub arrival: Arrival,
    /// The figures, which come last.
    pub figures: Figures,
    /// What is looked for in the library; the same as in its address.
    pub filter: Watched<Filter>,
    /// What was answered on Home.
    pub finder: &'static Finder,
    /// The routines that are kept here.
    pub shelf: &'static Shelf,
    /// The routine that is being made.
    pub builder: &'static Builder,
    /// What the person marked.
    pub favourites: &'static FavouritesKeeper,
    /// Messages about problems and news.
    pub notices: &'static Notices,
    /// The person's settings.
    pub settings: &'static SettingsKeeper,
    /// The safety check.
    pub screening: &'static Screening,
    /// What was told of the person's health.
    pub health: &'static HealthKeeper,
    /// The health questions before a session.
    pub questions: &'static Questions,
    /// Sessions that are over.
    pub history: &'static HistoryKeeper,
    /// What was done and how it felt.
    pub journal: &'static JournalKeeper,
    /// The backup, taking one in, and erasing everything.
    pub data: &'static DataKeeper,
    /// Routines that came with a link.
    pub links: &'static Links,
    /// Replies to therapists, and those that came.
    pub replies: &'static Replies,
    /// The copy on this phone.
    pub offline: OfflineCopy,
    /// The offer to put it on the home screen.
    pub install: InstallOffer,
    /// The session in progress.
    pub player: Player,
}

impl App {
    /// Makes the app, follows the address.
    pub fn start() -> &'static Self {
        // One of each for as long as the page lives, so that every closure holds a pointer and no copy.
        let store = for_ever(Store::open());
        let settings = for_ever(SettingsKeeper::load(store));
        let history = for_ever(HistoryKeeper::load(store));
        let journal = for_ever(JournalKeeper::new(store));
        let health = for_ever(HealthKeeper::new(store, history));
        let questions = for_ever(Questions::new(health, journal));
        let screening = for_ever(Screening::load(store, health, questions));
        let finder = for_ever(Finder::load(store));
        let links = for_ever(Links::none());
        let favourites = for_ever(FavouritesKeeper::load(store));
        let shelf = for_ever(Shelf::new(store));
        let builder = for_ever(Builder::load(store, shelf));
        let route = Route::parse(&location::fragment());
        let is_new = finder.now().is_empty() && history.is_empty() && favourites.is_empty();
        let shows_home = route == Route::Home && is_new;
        let app = for_ever(Self {
            route: Watched::new(route),
            stand_in: StandIn::new(shows_home),
            arrival: Arrival::awaited(),
            figures: Figures::awaited(),
            filter: Watched::new(Filter::default()),
            finder,
            shelf,
            builder,
            favourites,
            notices: store.notices(),
            settings,
            screening,
            health,
            questions,
            history,
            journal,
            data: for_ever(DataKeeper::new(journal, shelf)),
            links,
            replies: for_ever(Replies::new(store)),
            offline: OfflineCopy::unknown(),
            install: InstallOffer::none(),
            player: Player::idle(store, settings, screening, health, (history, journal), links),
        });
        app.arrive(&location::fragment());
        document::set_lang(LANGUAGE);
        StoredValue::new_local(location::on_change(move |fragment| app.arrive(&fragment)));
        app.stand_in.listen(app);
        app.arrival.listen(app);
        app.offline.keep(app.notices);
        app.install.listen();
        app.journal.follow_other_tabs();
        app.shelf.follow_other_tabs();
        app.player.follow_visibility();
        app.builder.follow_visibility();
        app.player.look_for_unfinished(app.notices);
        app
    }

    /// Goes to a screen as a new entry that the back gesture leaves again.
    pub fn go(&'static self, route: &Route) {
        let fragment = route.fragment();
        if fragment.trim_start_matches('#') == location::fragment() {
            self.show(route.clone());
        } else {
            location::set_fragment(&fragment);
        }
    }

    /// Whether what is kept has been looked up, for a screen that is about one of its routines; tracked.
    pub fn is_kept_here_for(&'static self, route: &Route) -> bool {
        let is_kept = route.routine().is_some_and(|it| it.starts_with(routes::KEPT));
        !is_kept || self.shelf.is_ready()
    }

    /// The routine with this word: one of the library, or one that somebody made; `None` where neither is here.
    pub fn playable(&'static self, key: &str) -> Option<Playable> {
        if key.starts_with(routes::KEPT) {
            // A session may play one that is not kept any more.
            let held = || self.links.find(key).map(Playable::Shared);
            let kept = self.shelf.is_ready().then(|| self.shelf.peek(key)).flatten();
            kept.map(|it| Playable::Shared(self.links.hold(key, it.routine))).or_else(held)
        } else if routes::is_made(key) {
            self.links.find(key).map(Playable::Shared)
        } else {
            library::routine(key).map(Playable::Stock)
        }
    }

    /// Looks for something else in the library, which stays on the screen; the address follows.
    ///
    /// What is typed writes over its own entry, so that the back gesture does not go letter by letter.
    pub fn look_for(&'static self, filter: Filter, typed: bool) {
        let route = Route::Library(filter.clone());
        let fragment = route.fragment();
        if typed {
            location::replace_fragment(&fragment);
        } else if fragment.trim_start_matches('#') != location::fragment() {
            location::push_fragment(&fragment);
        }
        self.route.set_quietly(route);
        self.filter.set(filter);
    }

    /// Writes the address of what is shown over the one that led here; the screen stays.
    pub fn stay(&'static self, route: Route) {
        location::replace_fragment(&route.fragment());
        self.route.set_quietly(route);
    }

    /// Says that the first screen can be used.
    pub fn announce_ready(&'static self) {
        document::set_body_attr("data-app", "ready");
    }

    /// Names the page and brings a new screen's headline to the eye and to the screen reader.
    pub fn show_from_top(&'static self, title: &str, moved: bool) {
        document::set_title(title);
        if moved {
            self.top();
        }
    }

    /// Brings the headline of what is shown now to the eye and to the screen reader.
    pub fn top(&'static self) {
        document::scroll_to_top();
        document::focus("h1[tabindex], #main");
    }

    /// Goes where an address leads, as when it was typed.
    pub(super) fn arrive(&'static self, fragment: &str) {
        if let Some(choice) = routes::answers(fragment, self.finder.now()) {
            self.stand_in.give_way();
            self.finder.choose(|it| *it = choice);
            location::replace_fragment(&Route::Home.fragment());
        }
        let route = if routes::is_link(fragment) {
            self.links.follow(fragment)
        } else if routes::is_reply(fragment) {
            self.replies.follow(fragment)
        } else {
            Route::parse(fragment)
        };
        if self.player.holds_back(&route) {
            location::set_fragment(&self.player.address().fragment());
            self.player.ask_leave(route);
        } else {
            self.show(route);
        }
    }

    fn show(&'static self, route: Route) {
        if let Route::Library(filter) = &route {
            self.filter.set(filter.clone());
        }
        if route.is_made() {
            self.links.stay_with(&route);
        }
        self.player.goes_to(&route);
        self.route.set(route);
    }
}

/// Keeps a value as long as the page lives.
fn for_ever<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
