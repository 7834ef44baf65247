//! Left, right or both: which side of the body a hold is for.

/// The side of the body a hold works, as the person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Both together, or an exercise without sides.
    Both,
}

impl Side {
    /// The other side; both stays both.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Both => Self::Both,
        }
    }
}

/// Whether an exercise is done once for the whole body or once for each side, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sides {
    /// One hold, both sides together.
    Together,
    /// Two full holds: left, then right.
    Each,
    /// The left alone, of an exercise with two sides; only ever in a plan.
    LeftOnly,
    /// The right alone, of an exercise with two sides; only ever in a plan.
    RightOnly,
    /// Two full holds: right, then left; only ever in a plan.
    RightFirst,
}

impl Sides {
    /// The holds in the order they are done.
    pub const fn order(self) -> &'static [Side] {
        match self {
            Self::Together => &[Side::Both],
            Self::Each => &[Side::Left, Side::Right],
            Self::LeftOnly => &[Side::Left],
            Self::RightOnly => &[Side::Right],
            Self::RightFirst => &[Side::Right, Side::Left],
        }
    }
}
