//! Addresses: one document, the screen named by the fragment.

mod query;

use super::problem::Problem;
use crate::catalog::Filter;
use crate::domain::choice::Choice;

/// A screen and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`, and no fragment at all.
    Home,
    /// `#/library`, with its filter behind a question mark
    /// (`#/library?area=hip&tool=ball&position=chair&minutes=10&show=favourites&q=bum`).
    Library(Filter),
    /// `#/exercise/<slug>`
    Exercise(String),
    /// `#/routine/<slug>`
    Routine(String),
    /// `#/play/<slug>`
    Play(String),
    /// `#/check`, and `#/check/<slug>` when it leads on to a routine.
    Check(Option<String>),
    /// `#/where`: the body, to point at.
    Where,
    /// `#/learn`
    Learn,
    /// `#/learn/<slug>`
    Article(String),
    /// `#/routines`: what is kept here.
    Routines,
    /// `#/builder`, and `#/builder/<id>` with a routine that is being made.
    Builder(Option<String>),
    /// `#/builder?from=<slug>` and `#/builder?copy=<id>`: a new routine that starts from another.
    Fork(Fork),
    /// `#/share/<slug>`: ways to send a routine on, and its page for print.
    Share(String),
    /// `#/progress`
    Progress,
    /// `#/reply`: what goes back to a therapist.
    Reply,
    /// `#/report`: what came back from a person.
    Report,
    /// `#/settings`
    Settings,
    /// `#/open`: a link or a whole message to paste, or a code to read; `#/open/<problem>` says first what was wrong
    /// with a link.
    Open(Option<Problem>),
    /// Anything else.
    NotFound,
}

/// What a new routine starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fork {
    /// A routine of the library, by slug.
    Stock(String),
    /// A routine that is kept here, by id.
    Kept(String),
}

/// Longest fragment that is looked at, in bytes; longer ones lead to not-found.
const FRAGMENT_CAP: usize = 8192;

impl Route {
    /// The route a fragment names, with or without its leading `#`. Never fails.
    pub fn parse(fragment: &str) -> Self {
        if fragment.len() > FRAGMENT_CAP {
            return Self::NotFound;
        }
        let path = fragment.trim_start_matches('#');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut parts = path.trim_matches('/').split('/');
        let place = parts.next().unwrap_or_default();
        let about = parts.next().map(ToOwned::to_owned);
        if parts.next().is_some() {
            return Self::NotFound;
        }
        match (place, about) {
            ("", None) => Self::Home,
            ("library", None) => Self::Library(query::filter_from(query)),
            ("where", None) => Self::Where,
            ("learn", None) => Self::Learn,
            ("learn", Some(slug)) => Self::Article(slug),
            ("routines", None) => Self::Routines,
            ("progress", None) => Self::Progress,
            ("reply", None) => Self::Reply,
            ("report", None) => Self::Report,
            ("settings", None) => Self::Settings,
            ("builder", None) => query::fork_from(query).map_or(Self::Builder(None), Self::Fork),
            ("builder", Some(id)) => Self::Builder(Some(id)),
            ("share", Some(slug)) => Self::Share(slug),
            ("open", None) => Self::Open(None),
            ("open", Some(slug)) => Self::Open(Problem::from_slug(&slug)),
            ("check", about) => Self::Check(about),
            ("exercise", Some(slug)) => Self::Exercise(slug),
            ("routine", Some(slug)) => Self::Routine(slug),
            ("play", Some(slug)) => Self::Play(slug),
            _ => Self::NotFound,
        }
    }

    /// The fragment that leads here, with its `#`.
    pub fn fragment(&self) -> String {
        let (place, about) = match self {
            Self::Home | Self::NotFound => ("", None),
            Self::Library(_) => ("library", None),
            Self::Where => ("where", None),
            Self::Learn => ("learn", None),
            Self::Article(slug) => ("learn", Some(slug.as_str())),
            Self::Routines => ("routines", None),
            Self::Progress => ("progress", None),
            Self::Reply => ("reply", None),
            Self::Report => ("report", None),
            Self::Settings => ("settings", None),
            Self::Builder(id) => ("builder", id.as_deref()),
            Self::Fork(_) => ("builder", None),
            Self::Open(problem) => ("open", problem.map(Problem::slug)),
            Self::Check(about) => ("check", about.as_deref()),
            Self::Exercise(slug) => ("exercise", Some(slug.as_str())),
            Self::Routine(slug) => ("routine", Some(slug.as_str())),
            Self::Share(slug) => ("share", Some(slug.as_str())),
            Self::Play(slug) => ("play", Some(slug.as_str())),
        };
        let mut fragment = String::from("#/");
        fragment.push_str(place);
        if let Some(about) = about {
            fragment.push('/');
            fragment.push_str(about);
        }
        if let Self::Library(filter) = self {
            fragment.push_str(&query::filter_query(filter));
        }
        if let Self::Fork(fork) = self {
            fragment.push_str(&query::fork_query(fork));
        }
        fragment
    }

    /// The word of the routine that it is about, if any.
    pub fn routine(&self) -> Option<&str> {
        match self {
            Self::Routine(slug)
            | Self::Play(slug)
            | Self::Share(slug)
            | Self::Check(Some(slug)) => Some(slug),
            Self::Home
            | Self::Library(_)
            | Self::Exercise(_)
            | Self::Check(None)
            | Self::Where
            | Self::Learn
            | Self::Article(_)
            | Self::Routines
            | Self::Progress
            | Self::Reply
            | Self::Report
            | Self::Settings
            | Self::Open(_)
            | Self::Builder(_)
            | Self::Fork(_)
            | Self::NotFound => None,
        }
    }

    /// Whether it is about a routine that somebody made.
    pub fn is_made(&self) -> bool {
        self.routine().is_some_and(is_made)
    }

    /// Whether both are the same screen, whatever it is about.
    pub fn is_same_screen(&self, other: &Self) -> bool {
        core::mem::discriminant(self) == core::mem::discriminant(other)
    }
}

/// `before` with the answers that an address of Home carries, such as `#/?area=hip`; `None` for any other.
///
/// The page's static answers are links, so that a tap counts before the app has started.
pub fn answers(fragment: &str, before: Choice) -> Option<Choice> {
    let (path, query) = fragment.get(..FRAGMENT_CAP).unwrap_or(fragment).split_once('?')?;
    let is_home = path.trim_matches(['#', '/']).is_empty();
    is_home.then(|| query::choice_from(query, before)).flatten()
}

/// First letters of the word of a routine that came with a link, and of one that is kept on the phone.
pub const LINKED: &str = "link-";
/// See [`LINKED`].
pub const KEPT: &str = "my-";

/// Whether a word names a routine that somebody made, rather than one of the library.
pub fn is_made(slug: &str) -> bool {
    slug.starts_with(LINKED) || slug.starts_with(KEPT)
}

/// Whether a fragment is a link that carries a routine, read or not.
pub fn is_link(fragment: &str) -> bool {
    let fragment = fragment.trim_start_matches('#');
    fragment == "r" || ["r=", "r%3D", "r%3d"].iter().any(|it| fragment.starts_with(it))
}

/// Whether a fragment is a link that carries a reply, read or not.
pub fn is_reply(fragment: &str) -> bool {
    let fragment = fragment.trim_start_matches('#');
    ["p=", "p%3D", "p%3d"].iter().any(|it| fragment.starts_with(it))
}

/// A fragment as it was written: a browser gives whatever is not ASCII as `%XX`, such as the soft hyphens that a
/// messenger put into a link.
pub fn as_written(fragment: &str) -> String {
    query::without_codes_above_ascii(fragment)
}

/// A text as it stands in an address: every byte but letters, digits and `-` as `%XX`.
pub fn in_address(text: &str) -> String {
    query::encoded(text).replace('+', "%20")
}

/// The address of one answer.
pub fn answer(key: &str, value: &str) -> String {
    ["#/?", key, "=", value].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{MAX_WORDS_CHARS, Shelf};
    use crate::domain::body::{Area, Position};
    use crate::domain::equipment::Tool;

    #[test]
    fn every_route_is_read_back_from_its_own_fragment() {
        for route in [
            Route::Home,
            Route::Library(Filter::default()),
            Route::Library(full_filter()),
            Route::Where,
            Route::Learn,
            Route::Article("how-often".into()),
            Route::Routines,
            Route::Progress,
            Route::Reply,
            Route::Report,
            Route::Settings,
            Route::Builder(None),
            Route::Builder(Some("k7".into())),
            Route::Fork(Fork::Stock("lower-back-10".into())),
            Route::Fork(Fork::Kept("k7 & more".into())),
            Route::Open(None),
            Route::Open(Some(Problem::CutShort)),
            Route::Check(None),
            Route::Check(Some("lower-back-10".into())),
            Route::Exercise("cat-cow".into()),
            Route::Routine("lower-back-10".into()),
            Route::Routine("link-00c0ffee".into()),
            Route::Play("lower-back-10".into()),
            Route::Share("lower-back-10".into()),
        ] {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn no_fragment_and_an_empty_one_are_home() {
        for fragment in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(fragment), Route::Home);
        }
    }

    #[test]
    fn filters_behind_a_question_mark_do_not_hide_the_screen() {
        let filter = Filter { area: Some(Area::Hip), tool: Some(Tool::Ball), ..Filter::default() };
        assert_eq!(Route::parse("#/library?area=hip&tool=ball"), Route::Library(filter));
        assert_eq!(Route::parse("#/settings?area=hip"), Route::Settings);
    }

    #[test]
    fn what_a_filter_does_not_know_lets_everything_through() {
        for query in ["", "?", "?&&", "?area", "?area=", "?area=elbow&tool=&x=y", "?minutes=7"] {
            let fragment = format!("#/library{query}");
            assert_eq!(Route::parse(&fragment), Route::Library(Filter::default()), "{query}");
        }
    }

    #[test]
    fn words_survive_the_address_whatever_letters_they_have() {
        for words in ["bum", "shoulder blade", "50% & more?", "dos d’âne #1", " +%2B ", "💩"] {
            let route = Route::Library(Filter { words: words.to_owned(), ..Filter::default() });
            let fragment = route.fragment();
            assert!(fragment.is_ascii() && !fragment.contains(' '), "{fragment}");
            assert_eq!(Route::parse(&fragment), route);
        }
        let named = |query: &str| {
            let Route::Library(filter) = Route::parse(query) else { panic!("{query}") };
            filter.words
        };
        assert_eq!(named("#/library?q=100%"), "100%");
        assert_eq!(named("#/library?q=%zz%e2%82"), "%zz\u{fffd}");
        assert_eq!(named(&format!("#/library?q={}", "a".repeat(8000))).len(), MAX_WORDS_CHARS);
    }

    #[test]
    fn answers_in_the_address_of_home_join_those_before() {
        let before = Choice { minutes: Some(10), ..Choice::default() };
        let expected = Choice { area: Some(Area::Hip), ..before };
        assert_eq!(answers(&answer("area", "hip"), before), Some(expected));
        assert_eq!(answers("/?minutes=5", before).and_then(|it| it.minutes), Some(5));
        for other in ["", "#/", "#/?", "#/?x=y", "#/library?area=hip", "#r=?area=hip"] {
            assert_eq!(answers(other, before), None, "{other}");
        }
    }

    #[test]
    fn only_what_follows_the_mark_is_taken_for_a_link() {
        for link in ["#r=1AbC", "r=1", "r", "#r=", "r%3D1AbC", "r%3d1"] {
            assert!(is_link(link), "{link}");
        }
        for other in ["", "#", "#/", "#/routine/r=", "#/library?q=r=1", "#rest", "#R=1", "#p=1"] {
            assert!(!is_link(other), "{other}");
        }
    }

    #[test]
    fn what_a_browser_encodes_is_as_it_was_written_and_what_is_encoded_in_ascii_stays() {
        // D4, D5
        assert_eq!(as_written("r=1%C2%ADAb%e2%80%8BC"), "r=1\u{ad}Ab\u{200b}C");
        for same in ["r=1AbC", "r%3D1%41%20b%2", "r=1%", "r=1%zz", "r=%25C2%25AD"] {
            assert_eq!(as_written(same), same);
        }
        assert_eq!(as_written("r=1%ff%C2"), "r=1\u{fffd}\u{fffd}");
    }

    fn full_filter() -> Filter {
        Filter {
            area: Some(Area::LowerBack),
            tool: Some(Tool::TwoBalls),
            position: Some(Position::OnBack),
            minutes: Some(15),
            shelf: Some(Shelf::Favourites),
            words: "bum, left".to_owned(),
        }
    }

    #[test]
    fn unknown_deep_and_oversized_addresses_are_not_found() {
        let long = "a".repeat(FRAGMENT_CAP + 1);
        for fragment in ["#/nowhere", "#/routine", "#/routine/a/b", "#/play", long.as_str()] {
            assert_eq!(Route::parse(fragment), Route::NotFound);
        }
    }
}
