//! Heads, hands and feet: drawn by hand, because their outline says which way a person looks and holds.
//!
//! Thousandths of body height. A head stands upright on its joint and looks out of the picture or to the
//! right; a hand runs to the right from the wrist, thumb up; a foot runs to the right from the ankle, sole down.

use super::pose::Fingers;
use super::tone::Tone;

/// How a head is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadView {
    /// Its face.
    Front,
    /// Its face and a cheek.
    Quarter,
    /// Its profile.
    Profile,
    /// Its back and a cheek.
    BackQuarter,
    /// Its back.
    Back,
    /// Its crown.
    Crown,
}

/// How a hand is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandView {
    /// Its back or palm.
    Wide,
    /// Its thumb's edge, palm down.
    Edge,
}

/// How a foot is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FootView {
    /// From the side.
    Side,
    /// Toes to the viewer.
    Front,
    /// Heel to the viewer.
    Back,
    /// From above.
    Top,
    /// Its sole.
    Sole,
}

/// Paths of one drawing.
pub type Drawing = &'static [(Tone, &'static str)];

/// A head.
pub const fn head(view: HeadView) -> Drawing {
    match view {
        HeadView::Front => &[
            (
                Tone::Skin,
                "M-30 18C-43 4-47-20-46-46C-46-80-26-97 0-97S46-80 46-46C47-20 43 4 30 18C22 31 12 36 0 36S-22 31-30 18zM-45-34C-55-38-56-12-43-8zM45-34C55-38 56-12 43-8z",
            ),
            (
                Tone::Hair,
                "M-48-34C-53-78-34-106 0-106S53-78 48-34C44-38 44-52 40-60C22-66 6-70-10-80C-20-68-34-66-40-58C-44-52-44-40-48-34z",
            ),
            (Tone::Line, "M-27-26q8 7 16 0M11-26q8 7 16 0M0-20q5 14-3 15M-12 13q12 8 24 0"),
        ],
        HeadView::Quarter => &[
            (
                Tone::Skin,
                "M-32 16C-44 2-52-22-50-46C-48-80-26-97 4-97C34-97 51-78 50-50C49-42 52-38 52-30C52-24 50-20 49-14C52-4 49 12 43 24C36 34 28 37 18 36C0 35-20 30-32 16z",
            ),
            (
                Tone::Hair,
                "M-36 4C-56-14-62-44-54-66C-44-96-18-107 6-106C36-105 54-86 52-60C44-64 36-76 22-82C10-72-8-66-18-62C-18-50-20-44-24-42C-36-46-40-30-32-20C-32-12-34-4-36 4z",
            ),
            (
                Tone::Line,
                "M-31-31q-7 5-1 13M3-27q8 7 15 0M34-27q6 6 11 0M32-20q8 13 0 14M16 13q10 7 19 1",
            ),
        ],
        HeadView::Profile => &[
            (
                Tone::Skin,
                "M-34 22C-50 4-58-20-57-45C-54-78-28-97 4-97C34-97 53-79 55-54C56-47 55-43 57-37L69-17C71-12 66-9 60-8C62-4 63-1 60 3C63 7 62 11 58 15C59 25 53 34 43 35C30 36 18 32 8 25z",
            ),
            (
                Tone::Hair,
                "M-36 20C-58 2-66-28-62-52C-56-88-28-106 6-105C36-104 56-86 55-62C44-60 32-64 22-74C20-58 18-46 8-44C-4-48-12-36-6-22C-14-10-26 4-36 20z",
            ),
            (Tone::Line, "M5-34C-6-38-8-20 2-14M37-31q7 6 13 1M44 7q6 3 14-1"),
        ],
        HeadView::BackQuarter => &[
            (
                Tone::Skin,
                "M-34 20C-44 2-50-22-50-46C-48-80-26-97 2-97C32-97 52-80 52-50C52-34 56-22 50-14C46-4 46 14 36 24C20 34-20 34-34 20z",
            ),
            (
                Tone::Hair,
                "M-34 20C-52-2-60-30-57-54C-52-90-28-107 2-106C34-105 55-86 53-56C46-54 38-58 34-60C36-46 34-38 28-34C18-38 12-26 20-14C16 2 8 14-2 20C-12 24-24 24-34 20z",
            ),
            (Tone::Line, "M25-30C15-34 13-16 23-10"),
        ],
        HeadView::Back => &[
            (
                Tone::Skin,
                "M-30 24C-42 6-47-20-46-46C-46-80-26-97 0-97S46-80 46-46C47-20 42 6 30 24zM-45-34C-55-38-56-12-43-8zM45-34C55-38 56-12 43-8z",
            ),
            (
                Tone::Hair,
                "M-48-28C-55-78-34-106 0-106S55-78 48-28C42-20 38-4 30 10C14 20-14 20-30 10C-38-4-42-20-48-28z",
            ),
        ],
        HeadView::Crown => &[
            (
                Tone::Skin,
                "M-12 60C-4 74 4 74 12 60zM-46 0C-56 2-56 18-45 18zM46 0C56 2 56 18 45 18z",
            ),
            (Tone::Hair, "M0-58C30-58 48-34 48 4C48 44 26 64 0 64S-48 44-48 4C-48-34-30-58 0-58z"),
        ],
    }
}

/// A hand.
pub const fn hand(view: HandView, fingers: Fingers) -> Drawing {
    match (view, fingers) {
        (HandView::Wide, Fingers::Flat) => &[
            (
                Tone::Skin,
                "M-8-15C6-17 12-21 18-27C27-36 36-47 46-52C54-54 58-46 53-40C47-33 44-28 47-24L94-22C102-22 104-12 97-10C108-10 110 0 103 2C110 4 108 13 100 13C104 17 100 24 92 23L54 24C34 25 12 20-8 16z",
            ),
            (Tone::Line, "M60-10h34M60 2h40M60 13h36"),
        ],
        (HandView::Wide, Fingers::Loose) => &[
            (
                Tone::Skin,
                "M-8-15C6-17 14-20 22-26C32-34 44-40 54-40C62-39 62-30 55-27C50-24 48-23 47-22L84-19C93-18 93-9 87-8C95-6 95 3 89 4C93 8 91 16 84 15C84 21 78 24 72 22L52 22C34 24 12 20-8 16z",
            ),
            (Tone::Line, "M58-8h26M58 3h29M56 13h25"),
        ],
        (HandView::Wide, Fingers::Grip) => &[
            (
                Tone::Skin,
                "M-8-15C6-18 18-24 30-24C40-36 54-42 62-38C68-33 62-26 54-22L78-18C87-16 87-7 81-6C88-3 87 6 81 7C84 11 82 18 75 17C74 23 68 25 62 23L48 22C34 24 12 20-8 16z",
            ),
            (Tone::Line, "M54-7h25M54 5h25M52 15h22"),
        ],
        (HandView::Wide, Fingers::Fist) => &[
            (
                Tone::Skin,
                "M-8-15C6-18 20-25 38-25C56-26 66-20 66-11C70-6 70 0 66 3C68 9 65 14 61 15C58 23 48 25 38 24C20 24 6 18-8 15z",
            ),
            (Tone::Line, "M64-11q-10 2-20 0M66 3q-10 2-20 0M61 14q-9 2-17 0M20-22q10 2 22 10"),
        ],
        (HandView::Wide, Fingers::Thumb) => &[
            (
                Tone::Skin,
                "M-8-15C6-17 14-22 26-26C42-32 66-33 90-29C101-27 101-15 91-14C80-12 70-11 62-10C68-7 69-1 65 3C69 8 67 14 62 15C60 23 50 25 38 24C20 24 6 18-8 15z",
            ),
            (Tone::Line, "M62-10q-14 3-24-2M65 3q-10 2-20 0M62 15q-9 2-17 0"),
        ],
        (HandView::Edge, Fingers::Thumb) => &[
            (
                Tone::Skin,
                "M-8-15C8-17 22-22 38-23C50-23 60-17 64-9C76-6 92 0 100 7C105 14 99 20 90 17C78 13 68 10 60 10C55 20 48 24 40 24C25 25 12 16-8 15z",
            ),
            (Tone::Line, "M60 10C50 8 44 2 38-2"),
        ],
        (HandView::Edge, Fingers::Flat) => &[
            (
                Tone::Skin,
                "M-8-15C10-15 30-15 50-12C74-11 96-8 106-3C109 3 102 6 92 5L58 8C62 14 56 22 48 19C36 16 26 14 16 13C6 14-2 15-8 15z",
            ),
            (Tone::Line, "M58 8q-12-4-20-3"),
        ],
        (HandView::Edge, Fingers::Loose) => &[
            (
                Tone::Skin,
                "M-8-15C10-16 30-17 46-14C66-10 82-2 90 10C94 18 88 23 82 18C74 10 64 6 56 6C62 12 66 20 62 26C56 30 48 26 42 20C32 14 14 14-8 15z",
            ),
            (Tone::Line, "M56 6q-8-3-14-1"),
        ],
        (HandView::Edge, Fingers::Grip) => &[
            (
                Tone::Skin,
                "M-8-15C10-17 30-20 46-16C66-11 82 4 82 24C82 36 76 46 68 44C62 42 65 34 65 26C64 16 58 10 50 9C54 18 54 30 48 38C42 43 36 38 38 32C40 22 34 14 24 14C12 14 2 15-8 15z",
            ),
            (Tone::Line, "M50 9q-8-3-14 0"),
        ],
        (HandView::Edge, Fingers::Fist) => &[
            (
                Tone::Skin,
                "M-8-15C8-17 22-22 38-23C54-23 64-14 64-2C65 12 58 23 44 24C30 25 12 16-8 15z",
            ),
            (Tone::Line, "M58-12C46-10 36-6 30 2C40 8 50 6 58 2"),
        ],
    }
}

/// A foot.
pub const fn foot(view: FootView) -> Drawing {
    match view {
        FootView::Side => &[
            (
                Tone::Skin,
                "M-23-26C-24-10-36 4-38 20C-39 34-32 39-20 39C-8 39 4 38 14 36C30 33 44 35 58 38C74 40 96 40 108 38C118 36 119 27 111 23C96 16 70 8 48-6C34-14 25-18 23-26z",
            ),
            (Tone::Line, "M96 38q-3-8 4-14"),
        ],
        FootView::Front => &[
            (
                Tone::Skin,
                "M-21-30C-22-8-25 8-29 26C-31 36-26 40-18 40L18 40C26 40 30 36 28 26C25 8 22-8 21-30z",
            ),
            (Tone::Line, "M-14 39v-8M-3 39v-9M7 39v-9M16 39v-8"),
        ],
        FootView::Back => &[
            (
                Tone::Skin,
                "M-21-30C-19-10-25 6-25 22C-25 34-18 40 0 40S25 34 25 22C25 6 19-10 21-30z",
            ),
            (Tone::Line, "M-9-18q2 18-3 30M9-18q-2 18 3 30"),
        ],
        FootView::Top => &[
            (
                Tone::Skin,
                "M-36 0C-36-16-22-22-4-22C24-22 48-28 80-28C90-28 92-24 104-26C120-28 122-14 112-12C110-6 112-6 106-2C108 4 102 6 100 8C100 14 94 16 92 17C90 22 84 24 78 23C50 25 24 22-4 22C-22 22-36 16-36 0z",
            ),
            (Tone::Line, "M94-12h14M93-3h10M90 7h9M84 15h8"),
        ],
        FootView::Sole => &[
            (
                Tone::Skin,
                "M-36 0C-36-18-20-23-2-22C24-20 46-28 78-28C88-28 92-24 104-27C120-29 122-15 112-12C110-6 112-6 106-2C108 4 102 6 100 8C100 14 94 16 92 17C90 22 84 24 76 23C50 22 24 24-4 22C-24 22-36 16-36 0z",
            ),
            (Tone::Line, "M88-26q-4 24-6 46M-12-14q-10 14 0 28M30-18q-10 8-6 22"),
        ],
    }
}
