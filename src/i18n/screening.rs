//! Words of the safety questions, the stop rules and the set-up check.
//!
//! Meaning and signs follow clinical-evidence 3.2, 3.5, 3.6 and 6.5. Each sentence gives one thing, in
//! plain words; none names an illness the person might have.

use crate::domain::screening::{Advice, Complaint, Flag, Level, List, Question, Reason, SetUp};

/// Shown once, before the first list (clinical-evidence 6.5).
pub const DISCLAIMER: &str = "This app gives general guidance on self-massage and stretching. \
    It cannot examine you or tell you what is wrong. \
    It does not replace care from a health professional. \
    If something on the next screen applies to you, get checked first.";

/// Shown before each session (clinical-evidence 6.5).
pub const STOP_IF: &str = "Stop if pain is sharp or over 5 out of 10, \
    or if you feel numb, tingly, weak or dizzy.";

/// Where the answers go.
pub const STAYS_HERE: &str = "Your answers stay on this phone.";

/// The one-line question before each session.
pub const ANYTHING_NEW: &str = "Anything new: numbness, weakness, fever, injury?";

/// The answer that none of a list's signs applies.
pub const NONE_OF_THESE: &str = "None of these";

/// What to tick when the list is repeated after a check by a professional.
pub const AFTER_CHECK: &str = "Tick only what is new or worse since you were checked.";

/// The confirmation that a lock asks for.
pub const CONFIRM_CHECKED: &str = "I have been checked and told I can do gentle exercise";

/// Asks for the day of that check.
pub const CONFIRM_DAY: &str = "What day were you checked?";

/// Leads to that confirmation from a locked screen.
pub const CONFIRM_NEXT: &str = "After that, we ask the questions again.";

/// Comes before the reasons on a verdict's screen.
pub const YOU_TOLD_US: &str = "You told us:";

/// Replaces the URGENT call line when within days is soon enough (R5).
pub const WITHIN_DAYS: &str = "See a doctor within the next few days.";

/// Places and their emergency numbers, as shown and as dialled.
pub const EMERGENCY_NUMBERS: [(&str, &str); 3] = [("UK", "999"), ("EU", "112"), ("US", "911")];

/// The UK's urgent advice line, as shown and as dialled.
pub const URGENT_NUMBER: (&str, &str) = ("NHS, UK", "111");

/// The words of a verdict's screen or card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The headline.
    pub title: &'static str,
    /// What it means, without a name for it.
    pub body: &'static str,
    /// What to do.
    pub call: &'static str,
}

/// The screen or card of a level.
pub const fn level(level: Level) -> Screen {
    match level {
        Level::Emergency => Screen {
            title: "Get emergency help now",
            body: "These signs can need help today. Do not start a session.",
            call: "Call 999 or go to A&E in the UK. Call 112 in the EU or 911 in the US.",
        },
        Level::Urgent => Screen {
            title: "This needs checking first",
            body: "These signs need a doctor's look. Do not start a session.",
            call: "Call a doctor or an urgent advice line today. In the UK, call NHS 111.",
        },
        Level::Info => Screen {
            title: "Good to know",
            body: "You can go on. This is worth a check at your doctor's.",
            call: "Stop if anything feels wrong.",
        },
    }
}

/// The headline of a list.
pub const fn list(list: List) -> &'static str {
    match list {
        List::Full => "Does any of these apply to you?",
        List::Short => "Any of these new?",
        List::Nerve | List::Head => "Do you have any of these now?",
    }
}

/// A red flag as a line to tick.
pub const fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Saddle => {
            "Numbness or pins and needles around your genitals, bottom or inner thighs \
             (where you sit on a saddle)"
        }
        Flag::Bladder => {
            "New trouble starting, stopping or feeling a pee; new leaking of pee or poo; \
             or you cannot feel when you go"
        }
        Flag::BothLegs => "Pain, tingling, numbness or weakness in both legs, or legs giving way",
        Flag::SexualFeeling => {
            "New change in sexual feeling or function along with back or leg pain"
        }
        Flag::WeakerFast => {
            "A leg, foot or arm getting weaker over hours or days, \
             or a foot that has started to drop"
        }
        Flag::WeakerSlowly => {
            "A leg, foot or arm getting weaker slowly, over weeks, or a foot that has dropped for a while"
        }
        Flag::ChestOrTearing => {
            "Back pain with chest pain, short breath, fainting or sudden tearing pain; \
             or a pulsing feeling in the tummy"
        }
        Flag::BadAccident => "Pain that started after a bad accident or a fall from a height",
        Flag::SmallFall => {
            "Pain that started after a small fall, and you have thin bones, \
             take steroid tablets or are over 65"
        }
        Flag::Fever => {
            "Fever, chills or feeling very unwell; or new back pain with a recent infection, \
             drug injecting or a weak immune system"
        }
        Flag::CancerNewPain => "You have or had cancer, and this is a new or different pain",
        Flag::WeightLoss => "Losing weight without trying",
        Flag::NightPain => "Pain that is worse at night and never eases when you change position",
        Flag::Lump => "A lump, swelling or new change in the shape of your back",
        Flag::SwollenLeg => "One calf or leg swollen, warm, red or sore without an injury",
        Flag::SwollenLegBreathless => {
            "One calf or leg swollen, warm, red or sore without an injury, \
             and you are short of breath"
        }
        Flag::NeckOrFace => {
            "Sudden, severe neck pain or headache unlike any before; or face droop, \
             slurred speech, double vision, trouble swallowing, or unsteady"
        }
        Flag::ClumsyHands => {
            "Clumsy hands, unsteady walking, or electric shocks down the back \
             when you bend your neck"
        }
        Flag::NewHeadacheOver50 => {
            "Over 50, with a new headache, sore scalp, or jaw pain when chewing"
        }
        Flag::RoutineCheck => {
            "First ever back pain and you are under 20 or over 55; \
             or back pain no better after 4 to 6 weeks"
        }
        Flag::MorningStiff => {
            "Stiff back for more than 30 minutes each morning, better with moving, \
             for over 3 months, and it started before you were 45"
        }
        Flag::SideAndPee => {
            "Pain in your side below the ribs, with burning pee, blood in pee or fever"
        }
        Flag::SeverePain => "Pain of 8 to 10 out of 10 that stops you sleeping or getting up",
    }
}

/// The extra line a flag brings on the verdict's screen, if any.
pub const fn flag_note(flag: Flag) -> Option<&'static str> {
    match flag {
        Flag::RoutineCheck => Some("Book a routine check with your doctor."),
        Flag::MorningStiff => Some("Ask your doctor about this stiffness."),
        Flag::SwollenLeg => Some("Have the leg looked at the same day. Do not rub it."),
        Flag::NewHeadacheOver50 => Some("Leave your head and jaw alone until you are checked."),
        Flag::Saddle
        | Flag::Bladder
        | Flag::BothLegs
        | Flag::SexualFeeling
        | Flag::WeakerFast
        | Flag::WeakerSlowly
        | Flag::ChestOrTearing
        | Flag::BadAccident
        | Flag::SmallFall
        | Flag::Fever
        | Flag::CancerNewPain
        | Flag::WeightLoss
        | Flag::NightPain
        | Flag::Lump
        | Flag::SwollenLegBreathless
        | Flag::NeckOrFace
        | Flag::ClumsyHands
        | Flag::SideAndPee
        | Flag::SeverePain => None,
    }
}

/// A reason in the words the person tapped.
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Flag(it) => flag(it),
        Reason::Stopped(it) => complaint(it),
    }
}

/// The button of a complaint under "Too much".
pub const fn complaint(complaint: Complaint) -> &'static str {
    match complaint {
        Complaint::TooStrong => "Too strong",
        Complaint::Sharp => "Sharp or electric",
        Complaint::Tingling => "Numb or tingling",
        Complaint::Dizzy => "Dizzy or sick",
        Complaint::Chest => "Chest pain or short of breath",
        Complaint::LegWeakness => "Weak leg, numb seat, bladder change",
        Complaint::Bruise => "Bruise or broken skin",
        Complaint::Clunk => "Joint slipped",
        Complaint::Cramp => "Cramp",
        Complaint::Panic => "Upset or panicky",
    }
}

/// A yes-or-no question after a complaint.
pub const fn question(question: Question) -> &'static str {
    match question {
        Question::EasedEnough => "Is it 4 or less now?",
        Question::Spreads => "Does it spread down an arm or leg?",
        Question::GoneSoon => "Wait 1 to 2 minutes. Has it gone?",
        Question::BruiseGrowing => "Is it large, or is it spreading?",
    }
}

/// The line shown and spoken with the player's act.
pub const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::EaseByHalf => "Ease off by half.",
        Advice::CarryOnLightly => "Good. Carry on, lightly.",
        Advice::LeaveItOut => "Leave this one out today.",
        Advice::StopSpreading => "Stop here for today. Rest in a comfortable position.",
        Advice::ChangePosition => "Leave this one. Change your position.",
        Advice::OtherAreas => "You may go on with other areas. Leave this one alone.",
        Advice::StillNumb => "Stop here for today. Please look at these signs.",
        Advice::SitOrLie => "Stop. Sit or lie down. Please look at these signs.",
        Advice::GetHelpNow => "Stop. Get emergency help now.",
        Advice::WatchBruise => {
            "Leave this area alone today. A cold pack in a cloth may feel good. \
             Watch it. If it spreads, call a doctor today."
        }
        Advice::CallToday => "Stop. Call a doctor or urgent advice line today.",
        Advice::RestJoint => {
            "Leave this area alone today. Rest the joint. \
             If it stays sore or happens again, ask a doctor or physio first."
        }
        Advice::MoveGently => "Ease off. Move it gently until the cramp goes.",
        Advice::BreatheOrStop => {
            "That can happen, and it is all right. Breathe slowly, or stop here. You choose."
        }
        Advice::EnoughForToday => {
            "That is enough for today. Sit down and breathe slowly for a minute."
        }
    }
}

/// A line of the set-up check.
pub const fn set_up(line: SetUp) -> &'static str {
    match line {
        SetUp::ClearFloor => "Clear the floor. Keep a chair or wall in reach.",
        SetUp::PhoneStand => "Prop the phone up. Turn the voice on.",
        SetUp::ShoesOff => "Take your shoes off. Check the floor is dry.",
        SetUp::FirmNotHard => "Use a roller or ball that is firm, not hard.",
        SetUp::WarmDrySkin => "Have warm skin. No lotion where a ball may slip.",
        SetUp::Bladder => "Go to the toilet first.",
        SetUp::NoBigMeal => "Wait if you just had a big meal or alcohol.",
        SetUp::ShortNails => "Keep your nails short for hand work.",
        SetUp::SoreHands => "Sore hands? Use knuckles or a ball.",
    }
}
