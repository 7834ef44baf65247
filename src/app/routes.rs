//! Addresses: one document, the screen named by the fragment.

/// A screen and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`, and no fragment at all.
    Home,
    /// `#/library`
    Library,
    /// `#/exercise/<slug>`
    Exercise(String),
    /// `#/routine/<slug>`
    Routine(String),
    /// `#/play/<slug>`
    Play(String),
    /// `#/check`, and `#/check/<slug>` when it leads on to a routine.
    Check(Option<String>),
    /// `#/learn`
    Learn,
    /// `#/learn/<slug>`
    Article(String),
    /// `#/settings`
    Settings,
    /// Anything else.
    NotFound,
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
        let path = path.split_once('?').map_or(path, |(path, _query)| path);
        let mut parts = path.trim_matches('/').split('/');
        let place = parts.next().unwrap_or_default();
        let about = parts.next().map(ToOwned::to_owned);
        if parts.next().is_some() {
            return Self::NotFound;
        }
        match (place, about) {
            ("", None) => Self::Home,
            ("library", None) => Self::Library,
            ("learn", None) => Self::Learn,
            ("learn", Some(slug)) => Self::Article(slug),
            ("settings", None) => Self::Settings,
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
            Self::Library => ("library", None),
            Self::Learn => ("learn", None),
            Self::Article(slug) => ("learn", Some(slug.as_str())),
            Self::Settings => ("settings", None),
            Self::Check(about) => ("check", about.as_deref()),
            Self::Exercise(slug) => ("exercise", Some(slug.as_str())),
            Self::Routine(slug) => ("routine", Some(slug.as_str())),
            Self::Play(slug) => ("play", Some(slug.as_str())),
        };
        let mut fragment = String::from("#/");
        fragment.push_str(place);
        if let Some(about) = about {
            fragment.push('/');
            fragment.push_str(about);
        }
        fragment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_own_fragment() {
        for route in [
            Route::Home,
            Route::Library,
            Route::Learn,
            Route::Article("how-often".into()),
            Route::Settings,
            Route::Check(None),
            Route::Check(Some("lower-back-10".into())),
            Route::Exercise("cat-cow".into()),
            Route::Routine("lower-back-10".into()),
            Route::Play("lower-back-10".into()),
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
        assert_eq!(Route::parse("#/library?area=hip&tool=ball"), Route::Library);
    }

    #[test]
    fn unknown_deep_and_oversized_addresses_are_not_found() {
        let long = "a".repeat(FRAGMENT_CAP + 1);
        for fragment in ["#/nowhere", "#/routine", "#/routine/a/b", "#/play", long.as_str()] {
            assert_eq!(Route::parse(fragment), Route::NotFound);
        }
    }
}
