//! Messages about problems and news; each kind stands at most once, until it is dismissed.

use super::watched::Watched;
use crate::i18n::messages::notice as words;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The browser lets nothing be kept.
    Storage,
    /// There is no room to keep more.
    StorageFull,
    /// What is kept cannot be reached now.
    Late,
    /// The browser has lost what was kept.
    Lost,
    /// What is kept was written by a newer version.
    Newer,
    /// Some of what is kept could not be read.
    Damaged,
    /// Sessions and ratings cannot be kept here, though settings and answers may.
    ProgressUnkept,
    /// Routines that are kept could not be read.
    Routines,
    /// Routines cannot be kept here.
    RoutinesUnkept,
    /// Health answers could not be read.
    Answers,
    /// The session in progress could not be read.
    SessionGone,
    /// The session in progress is no longer allowed by the person's answers.
    SessionChanged,
    /// Some of the library's words could not be read.
    Words,
    /// A new version waits; this is news and stands last, all before it are trouble.
    Update,
}

impl Kind {
    /// Those that tell of trouble and not of news, in the order in which they stand.
    pub const TROUBLE: [Self; Self::Update as usize] = [
        Self::Storage,
        Self::StorageFull,
        Self::Late,
        Self::Lost,
        Self::Newer,
        Self::Damaged,
        Self::ProgressUnkept,
        Self::Routines,
        Self::RoutinesUnkept,
        Self::Answers,
        Self::SessionGone,
        Self::SessionChanged,
        Self::Words,
    ];

    /// Its word in `data-kind`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Storage
            | Self::StorageFull
            | Self::ProgressUnkept
            | Self::RoutinesUnkept
            | Self::Late => "storage",
            Self::Lost => "lost",
            Self::Newer => "newer",
            Self::Damaged => "damaged",
            Self::Routines => "routines",
            Self::Answers => "answers",
            Self::SessionGone => "session-gone",
            Self::SessionChanged => "session-changed",
            Self::Words => "words",
            Self::Update => "update",
        }
    }

    /// Whether a copy of everything, or taking one in, may help.
    pub const fn is_about_copies(self) -> bool {
        matches!(self, Self::StorageFull | Self::Lost | Self::Newer)
    }

    /// Whether it tells of trouble and not of news.
    pub const fn is_trouble(self) -> bool {
        !matches!(self, Self::Update)
    }

    /// What it says.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Storage => words::STORAGE,
            Self::StorageFull => words::STORAGE_FULL,
            Self::Late => words::LATE,
            Self::Lost => words::LOST,
            Self::Newer => words::NEWER,
            Self::Damaged => words::DAMAGED,
            Self::ProgressUnkept => words::PROGRESS_UNKEPT,
            Self::Routines => words::ROUTINES,
            Self::RoutinesUnkept => words::ROUTINES_UNKEPT,
            Self::Answers => words::ANSWERS,
            Self::SessionGone => words::SESSION_GONE,
            Self::SessionChanged => words::SESSION_CHANGED,
            Self::Words => words::WORDS,
            Self::Update => words::UPDATE,
        }
    }
}

/// The messages that stand now; each is followed alone, so that one more does not make the others be told again.
pub struct Notices {
    standing: Vec<(Kind, Watched<bool>)>,
    /// Problems that were read once: every failed save would bring them back.
    read: Watched<Vec<Kind>>,
}

impl Notices {
    /// Starts with none.
    pub fn start() -> Self {
        let all = Kind::TROUBLE.into_iter().chain([Kind::Update]);
        let standing = all.map(|kind| (kind, Watched::new(false))).collect();
        Self { standing, read: Watched::new(Vec::new()) }
    }

    /// Adds one, unless it was dismissed or another says it too; a new version is offered again.
    pub fn add(&self, kind: Kind) {
        let is_told = |kind: Kind| self.read.peek().contains(&kind);
        let is_part = kind == Kind::ProgressUnkept
            && (is_told(Kind::Storage) || self.of(Kind::Storage).is_some_and(Watched::peek));
        if is_part || kind != Kind::Update && is_told(kind) {
            return;
        }
        self.set(kind, true);
    }

    /// Takes one away that is not true any more.
    pub fn withdraw(&self, kind: Kind) {
        self.set(kind, false);
    }

    /// Takes one away that was read.
    pub fn dismiss(&self, kind: Kind) {
        self.withdraw(kind);
        self.read.update(|all| all.push(kind));
    }

    /// Whether one stands; tracked.
    pub fn stands(&self, kind: Kind) -> bool {
        self.of(kind).is_some_and(Watched::get)
    }

    fn set(&self, kind: Kind, stands: bool) {
        if let Some(it) = self.of(kind) {
            it.set(stands);
        }
    }

    fn of(&self, kind: Kind) -> Option<&Watched<bool>> {
        self.standing.iter().find(|it| it.0 == kind).map(|it| &it.1)
    }
}
