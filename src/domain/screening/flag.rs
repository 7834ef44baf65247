//! The red flags: 20 questions, three of them split so that every tick has one level (R2).

use super::Level;
use crate::domain::slug::slugged;

slugged! {
    /// A sign that needs checking before any self-massage or stretching (clinical-evidence 3.2).
    Flag {
        /// Numb or tingling where one sits on a saddle.
        Saddle = "RF1",
        /// New trouble with pee or poo.
        Bladder = "RF2",
        /// Both legs painful, tingling, numb or weak, or giving way.
        BothLegs = "RF3",
        /// New change in sexual feeling or function with back or leg pain.
        SexualFeeling = "RF4",
        /// A limb getting weaker within hours or days, or a foot that drops.
        WeakerFast = "RF5a",
        /// A limb getting weaker more slowly.
        WeakerSlowly = "RF5b",
        /// Back pain with chest pain, short breath, fainting or tearing pain, or a pulsing tummy.
        ChestOrTearing = "RF6",
        /// Pain since a bad accident or a fall from a height.
        BadAccident = "RF7a",
        /// Pain since a small fall, with thin bones, steroid tablets or an age over 65.
        SmallFall = "RF7b",
        /// Fever, or signs or risk of infection with new back pain.
        Fever = "RF8",
        /// Cancer now or before, and a new or different pain.
        CancerNewPain = "RF9",
        /// Losing weight without trying.
        WeightLoss = "RF10",
        /// Worse at night and never eased by moving.
        NightPain = "RF11",
        /// A lump, a swelling or a new change in the back's shape.
        Lump = "RF12",
        /// One leg swollen, warm, red or sore without an injury, breathing as usual.
        SwollenLeg = "RF13a",
        /// The same leg signs and short of breath.
        SwollenLegBreathless = "RF13b",
        /// Sudden severe neck pain or headache, or signs in face, speech, eyes, throat or balance.
        NeckOrFace = "RF14",
        /// Clumsy hands, unsteady walk, or electric shocks on bending the neck.
        ClumsyHands = "RF15",
        /// Over 50 with a new headache, sore scalp or jaw pain on chewing.
        NewHeadacheOver50 = "RF16",
        /// First back pain under 20 or over 55, or no better after 4 to 6 weeks.
        RoutineCheck = "RF17",
        /// Stiff for over 30 minutes each morning for over 3 months, from before 45.
        MorningStiff = "RF18",
        /// Pain in the side with burning pee, blood in pee or fever.
        SideAndPee = "RF19",
        /// Pain of 8 to 10 that stops sleep or getting up.
        SeverePain = "RF20",
    }
}

/// What the evidence file says of one flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How serious a tick is.
    pub level: Level,
    /// Whether the weekly short list asks it too (R8).
    pub short: bool,
    /// Source ids; where a row has none, the evidence file's own mark: `K` (known literature, not looked
    /// up) or `L2` (looked up on a secondary page).
    pub sources: &'static [&'static str],
}

const fn asked_weekly(level: Level, sources: &'static [&'static str]) -> Rule {
    Rule { level, short: true, sources }
}

const fn asked_in_full(level: Level, sources: &'static [&'static str]) -> Rule {
    Rule { level, short: false, sources }
}

impl Flag {
    /// Its row of the red-flag table.
    pub const fn rule(self) -> Rule {
        use Level::{Emergency, Info, Urgent};
        match self {
            Self::Saddle | Self::Bladder | Self::BothLegs | Self::SexualFeeling => {
                asked_weekly(Emergency, &["S65"])
            }
            Self::WeakerFast => asked_weekly(Emergency, &["S65", "S21"]),
            Self::WeakerSlowly => asked_weekly(Urgent, &["S65", "S21"]),
            Self::ChestOrTearing => asked_weekly(Emergency, &["S65", "K"]),
            Self::BadAccident => asked_weekly(Emergency, &["S65"]),
            Self::SmallFall | Self::Fever => asked_weekly(Urgent, &["S65"]),
            Self::CancerNewPain | Self::NightPain => asked_in_full(Urgent, &["S65", "S21"]),
            Self::WeightLoss | Self::Lump => asked_in_full(Urgent, &["S65"]),
            Self::SwollenLeg => asked_weekly(Urgent, &["S22", "S23", "S24"]),
            Self::SwollenLegBreathless => asked_weekly(Emergency, &["S22", "S23", "S24"]),
            Self::NeckOrFace => asked_weekly(Emergency, &["S25", "S26"]),
            Self::ClumsyHands | Self::NewHeadacheOver50 | Self::SideAndPee => {
                asked_in_full(Urgent, &["K"])
            }
            Self::RoutineCheck => asked_in_full(Info, &["S65"]),
            Self::MorningStiff => asked_in_full(Info, &["K"]),
            Self::SeverePain => asked_in_full(Urgent, &["L2"]),
        }
    }
}
