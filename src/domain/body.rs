//! Parts of the body that exercises and routines are about.

use super::slug::slugged;

slugged! {
    /// An area that a person points at and that exercises are filed under.
    Area {
        /// Front, back and sides of the neck.
        Neck = "neck",
        /// Top of the shoulder and the shoulder joint.
        Shoulder = "shoulder",
        /// Between and beside the shoulder blades.
        UpperBack = "upper-back",
        /// Below the ribs and above the pelvis.
        LowerBack = "lower-back",
        /// Buttock and outer hip.
        Hip = "hip",
        /// Front, back, inner and outer thigh.
        Thigh = "thigh",
        /// Calf and shin.
        Calf = "calf",
        /// Foot and ankle.
        Foot = "foot",
        /// Front of the chest.
        Chest = "chest",
        /// Upper arm, forearm and hand.
        Arm = "arm",
        /// Jaw, temples and scalp.
        Head = "head",
        /// The body as a whole: breathing, rest, warming up.
        WholeBody = "whole-body",
    }
}

/// A set of areas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AreaSet(u16);

const _: () = assert!(Area::ALL.len() <= 16, "an area set has 16 places");

impl AreaSet {
    /// No area.
    pub const EMPTY: Self = Self(0);

    /// The set of these areas.
    pub const fn of(areas: &[Area]) -> Self {
        let mut set = Self::EMPTY;
        let mut rest = areas;
        while let [first, others @ ..] = rest {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// The set with `area` in it.
    #[must_use]
    pub const fn with(self, area: Area) -> Self {
        Self(self.0 | 1 << area as u16)
    }

    /// The set with `area` put in if it was out, or taken out if it was in.
    #[must_use]
    pub const fn toggled(self, area: Area) -> Self {
        Self(self.0 ^ 1 << area as u16)
    }

    /// Whether `area` is in it.
    pub const fn contains(self, area: Area) -> bool {
        self.0 & 1 << area as u16 != 0
    }

    /// Whether it touches `area`: the whole body is touched by any area, and touches each.
    pub const fn touches(self, area: Area) -> bool {
        if self.is_empty() {
            return false;
        }
        matches!(area, Area::WholeBody) || self.contains(area) || self.contains(Area::WholeBody)
    }

    /// Whether any of its areas touches one of `other`.
    pub fn meets(self, other: Self) -> bool {
        other.iter().any(|area| self.touches(area))
    }

    /// Whether it has no area.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its areas in declared order.
    pub fn iter(self) -> impl Iterator<Item = Area> {
        Area::ALL.iter().copied().filter(move |&area| self.contains(area))
    }
}

impl FromIterator<Area> for AreaSet {
    fn from_iter<I: IntoIterator<Item = Area>>(areas: I) -> Self {
        areas.into_iter().fold(Self::EMPTY, Self::with)
    }
}

slugged! {
    /// How the person is placed while an exercise runs.
    Position {
        /// Lying on the back, on the floor.
        OnBack = "on-back",
        /// Lying face down, on the floor.
        FaceDown = "face-down",
        /// Lying on one side, on the floor.
        OnSide = "on-side",
        /// Sitting on the floor.
        FloorSitting = "floor-sitting",
        /// Kneeling or on hands and knees, on the floor.
        Kneeling = "kneeling",
        /// Sitting on a chair.
        Chair = "chair",
        /// Standing against or facing a wall.
        Wall = "wall",
        /// Standing free.
        Standing = "standing",
    }
}

/// The three places a person has to get up from or down to; moving between them takes longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Posture {
    /// Down on the floor.
    Floor,
    /// On a chair.
    Chair,
    /// On the feet.
    Standing,
}

impl Position {
    /// The posture this position belongs to.
    pub const fn posture(self) -> Posture {
        match self {
            Self::OnBack | Self::FaceDown | Self::OnSide | Self::FloorSitting | Self::Kneeling => {
                Posture::Floor
            }
            Self::Chair => Posture::Chair,
            Self::Wall | Self::Standing => Posture::Standing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tap_puts_an_area_in_and_the_next_one_takes_it_out_and_no_other_changes() {
        for area in Area::ALL {
            let others: AreaSet = Area::ALL.iter().copied().filter(|it| it != area).collect();
            assert_eq!(AreaSet::EMPTY.toggled(*area), AreaSet::of(&[*area]));
            assert_eq!(AreaSet::of(&[*area]).toggled(*area), AreaSet::EMPTY);
            assert_eq!(others.toggled(*area), AreaSet::of(Area::ALL));
            assert_eq!(AreaSet::of(Area::ALL).toggled(*area), others);
        }
    }
}
