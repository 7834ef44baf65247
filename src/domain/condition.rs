//! What a person may tell of their health, as data: each condition with what the app does about it.
//!
//! The rows are `data/conditions.json` (clinical-evidence 2.1, 3.1 and 3.3); the words are kept apart.

use super::body::AreaSet;
use super::caution::Tag;
use super::slug::slugged;

/// The permanent small number of a condition; a retired one stays reserved, kept answers rely on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConditionId(pub u16);

slugged! {
    /// What the app does about a "yes", mildest first; the highest of all wins (R31, clinical-evidence 3.1).
    Act {
        /// A card is shown.
        Info = "info",
        /// Gentle mode.
        Gentle = "gentle",
        /// Some exercises are left out.
        Remove = "remove",
        /// Breathing, rest and easy moves only.
        Comfort = "comfort",
        /// Nothing until a clinician has said it is fine; breathing stays open.
        Clear = "clear",
        /// Nothing while the answer lasts.
        Pause = "pause",
        /// Not for this person at all.
        Block = "block",
        /// Call a doctor or advice line today; everything is locked.
        Urgent = "urgent",
        /// Get emergency help now; everything is locked.
        Emergency = "emergency",
    }
}

impl Act {
    /// Whether it locks every exercise, but for breathing where the condition keeps that open (R32).
    pub const fn locks(self) -> bool {
        matches!(self, Self::Clear | Self::Pause | Self::Block | Self::Urgent | Self::Emergency)
    }
}

slugged! {
    /// The cards that questions are asked on, in the order they are shown; each has "none of these".
    Card {
        /// Fever, alcohol: today only.
        Today = "today",
        /// Age and pregnancy.
        You = "you",
        /// Blood, veins and heart.
        Blood = "blood",
        /// Bones and operations.
        Bones = "bones",
        /// Back and nerves.
        Nerves = "nerves",
        /// Neck and head.
        Neck = "neck",
        /// Joints.
        Joints = "joints",
        /// Organs, cancer and skin.
        Care = "care",
        /// Getting into position.
        Moving = "moving",
    }
}

slugged! {
    /// Which exercises of an area are left out.
    Scope {
        /// Those that press: roller, ball and hands.
        Massage = "massage",
        /// All but breathing and rest.
        Rows = "rows",
    }
}

slugged! {
    /// Routines that fit better than the person's own choice (clinical-evidence 5.3 to 5.5, 5.7).
    Table {
        /// Light hands, breathing and pacing.
        Fm = "FM",
        /// Chair first and no bending back, for pain that sitting eases.
        Soa = "SOA",
        /// Movement-led, for a stable disc.
        Disc = "DISC",
        /// Movement-led, for stable nerve-type leg pain.
        Sci = "SCI",
    }
}

/// Tags that a condition raises from a week on, counted from the person's own number of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FromWeek {
    /// First week that raises them.
    pub week: u8,
    /// Last week that can be; after it the question is asked again.
    pub last: u8,
    /// The tags.
    pub tags: &'static [Tag],
}

/// One condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Permanent number.
    pub id: ConditionId,
    /// Permanent word.
    pub slug: &'static str,
    /// The card it is asked on.
    pub card: Card,
    /// It is asked only after a "yes" to this one.
    pub after: Option<ConditionId>,
    /// What a "yes" does, mildest first; never empty.
    pub acts: &'static [Act],
    /// Whether breathing stays open when it locks.
    pub keeps_breathing: bool,
    /// Tags a "yes" raises.
    pub tags: &'static [Tag],
    /// Tags it raises from a week on.
    pub from_week: Option<FromWeek>,
    /// Areas in which exercises are left out, whatever their tags.
    pub areas: AreaSet,
    /// Which exercises of `areas`.
    pub scope: Scope,
    /// Whether the person is asked where, and which exercises of that area are then left out.
    pub asks_where: Option<Scope>,
    /// Days an answer counts, from 1; then the question is asked again.
    pub lasts_days: u16,
    /// Longest guided work in minutes, if it has a limit of its own.
    pub guided_minutes: Option<u8>,
    /// Whether floor steps give way to their chair or wall variant where there is one.
    pub chair_first: bool,
    /// Whether a "yes" counts as an illness that steps the dose back (clinical-evidence 1.5).
    pub is_illness: bool,
    /// Routines to offer instead.
    pub leads_to: Option<Table>,
    /// Areas whose exercises ask it for the sake of those routines, whatever it takes away itself.
    pub leads_in: AreaSet,
    /// Source ids.
    pub sources: &'static [&'static str],
}

impl Condition {
    /// The highest thing it does.
    pub fn highest(&self) -> Option<Act> {
        self.acts.iter().copied().max()
    }

    /// Whether it does `act`.
    pub fn does(&self, act: Act) -> bool {
        self.acts.contains(&act)
    }
}

slugged! {
    /// What may be wrong with one spot of the body (area rule, clinical-evidence 3.1).
    Trouble {
        /// Hurt less than 72 hours ago.
        Injured = "injured",
        /// A bruise.
        Bruised = "bruised",
        /// Swollen.
        Swollen = "swollen",
        /// Hot or red.
        Hot = "hot",
        /// A wound, rash or infected skin.
        Wound = "wound",
        /// Shingles.
        Shingles = "shingles",
        /// Sunburn.
        Sunburn = "sunburn",
        /// A new scar.
        NewScar = "new-scar",
        /// Skin that has had radiotherapy.
        Radiotherapy = "radiotherapy",
        /// Numb.
        Numb = "numb",
        /// An injection less than 48 hours ago.
        Injection = "injection",
        /// A lump without a known reason.
        Lump = "lump",
    }
}

/// What a trouble does to the area it is marked on; its exercises are always left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TroubleRule {
    /// The trouble.
    pub trouble: Trouble,
    /// What it does besides: comfort mode, or a card that says "get it checked".
    pub acts: &'static [Act],
    /// Areas where it is URGENT.
    pub urgent_in: AreaSet,
    /// Whether the easy moves of comfort mode stay in that area.
    pub keeps_easy_moves: bool,
    /// Days after which it no longer counts; `None` until the person takes it back.
    pub ends_days: Option<u16>,
    /// Source ids.
    pub sources: &'static [&'static str],
}
