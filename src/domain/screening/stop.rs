//! "Too much": what the player does about a complaint (R20 to R27, clinical-evidence 3.5).

use super::{Level, List};
use crate::domain::exercise::Exercise;
use crate::domain::muscle::areas;
use crate::domain::slug::slugged;

slugged! {
    /// What a person reports while a session runs.
    Complaint {
        /// Pressure or stretch above five of ten.
        TooStrong = "too-strong",
        /// Sharp, stabbing or electric pain.
        Sharp = "sharp",
        /// Numbness, tingling, pins and needles.
        Tingling = "tingling",
        /// Dizzy, sick, faint, changed sight, ringing ears.
        Dizzy = "dizzy",
        /// Chest pain, short breath, pounding heart.
        Chest = "chest",
        /// Weak leg, numb seat, bladder change.
        LegWeakness = "leg-weakness",
        /// New bruise, bleeding, broken skin.
        Bruise = "bruise",
        /// A joint slipped or clunked with pain.
        Clunk = "clunk",
        /// Cramp.
        Cramp = "cramp",
        /// Strong emotion or panic.
        Panic = "panic",
    }
}

/// What the player does at once. While a question is open the session stands paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Pauses, marks the step as eased and offers its easier variant.
    Ease,
    /// Leaves this exercise out.
    Skip,
    /// Ends the session.
    StopSession,
    /// Ends the session, locks the app and shows the URGENT screen.
    Urgent,
    /// Ends the session, locks the app and shows the EMERGENCY screen.
    Emergency,
    /// Pauses and offers slow seated breathing (BR02) or stopping.
    OfferBreathing,
    /// Goes on from where it stands.
    CarryOn,
}

slugged! {
    /// A yes-or-no question that follows.
    Question {
        /// Four of ten or less now?
        EasedEnough = "eased-enough",
        /// Does it spread down an arm or leg?
        Spreads = "spreads",
        /// Gone within one to two minutes?
        GoneSoon = "gone-soon",
        /// Is the bruise large, or spreading?
        BruiseGrowing = "bruise-growing",
    }
}

/// What a session that stands still waits for, so that it is not forgotten when the page closes (R56).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// The question that is open, with the complaint that led to it.
    pub asked: Option<(Complaint, Question)>,
    /// Whether ending with slow breathing is still to be offered (R27).
    pub enough: bool,
}

/// The line shown and spoken with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Ease off by half.
    EaseByHalf,
    /// Carry on, lightly.
    CarryOnLightly,
    /// Leave this one out.
    LeaveItOut,
    /// It spreads: stop for today.
    StopSpreading,
    /// Change position and wait.
    ChangePosition,
    /// Other areas are fine.
    OtherAreas,
    /// Still numb: stop and look at the signs.
    StillNumb,
    /// Sit or lie down.
    SitOrLie,
    /// Get emergency help now.
    GetHelpNow,
    /// Leave the area, cold pack, watch.
    WatchBruise,
    /// Call a doctor or advice line today.
    CallToday,
    /// Rest the joint.
    RestJoint,
    /// Ease off and move gently.
    MoveGently,
    /// Kind words; breathe or stop.
    BreatheOrStop,
    /// Enough for today.
    EnoughForToday,
}

/// What the player does about a complaint or an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// What happens at once.
    pub action: Action,
    /// The question that follows, if any.
    pub ask: Option<Question>,
    /// Red flags to show as a list to answer, if any.
    pub show: Option<List>,
    /// The line that goes with it.
    pub advice: Advice,
}

const fn act(action: Action, advice: Advice) -> Response {
    Response { action, ask: None, show: None, advice }
}

const fn act_and_ask(action: Action, advice: Advice, question: Question) -> Response {
    Response { action, ask: Some(question), show: None, advice }
}

const fn act_and_show(action: Action, advice: Advice, list: List) -> Response {
    Response { action, ask: None, show: Some(list), advice }
}

/// What the player does when the person reports `complaint`.
pub const fn respond(complaint: Complaint) -> Response {
    match complaint {
        Complaint::TooStrong => {
            act_and_ask(Action::Ease, Advice::EaseByHalf, Question::EasedEnough)
        }
        Complaint::Sharp => act_and_ask(Action::Skip, Advice::LeaveItOut, Question::Spreads),
        Complaint::Tingling => {
            act_and_ask(Action::Skip, Advice::ChangePosition, Question::GoneSoon)
        }
        Complaint::Dizzy => act_and_show(Action::StopSession, Advice::SitOrLie, List::Head),
        Complaint::Chest | Complaint::LegWeakness => act(Action::Emergency, Advice::GetHelpNow),
        Complaint::Bruise => {
            act_and_ask(Action::Skip, Advice::WatchBruise, Question::BruiseGrowing)
        }
        Complaint::Clunk => act(Action::Skip, Advice::RestJoint),
        Complaint::Cramp => act(Action::Ease, Advice::MoveGently),
        Complaint::Panic => act(Action::OfferBreathing, Advice::BreatheOrStop),
    }
}

/// What the player does when `question` is answered with yes or no.
pub const fn answer(question: Question, yes: bool) -> Response {
    match (question, yes) {
        (Question::EasedEnough, true) => act(Action::CarryOn, Advice::CarryOnLightly),
        (Question::EasedEnough, false) => act(Action::Skip, Advice::LeaveItOut),
        (Question::Spreads, true) => act(Action::StopSession, Advice::StopSpreading),
        (Question::Spreads, false) => act(Action::CarryOn, Advice::LeaveItOut),
        (Question::GoneSoon, true) => act(Action::CarryOn, Advice::OtherAreas),
        (Question::GoneSoon, false) => {
            act_and_show(Action::StopSession, Advice::StillNumb, List::Nerve)
        }
        (Question::BruiseGrowing, true) => act(Action::Urgent, Advice::CallToday),
        (Question::BruiseGrowing, false) => act(Action::CarryOn, Advice::WatchBruise),
    }
}

/// The offer after three eases or two skips in one session, which the session counts (R27).
pub const ENOUGH: Response = act(Action::OfferBreathing, Advice::EnoughForToday);

/// Strongest of 10 that counts as eased where a step may go to `cap` (R20, clinical-evidence 3.5).
pub fn eased_to(cap: u8) -> u8 {
    cap.min(4)
}

/// Whether a skip for `complaint` in one exercise leaves a later step out of this session too (R22, R25).
///
/// The same exercise does not come back; after a bruise, a slip or numbness nothing on its areas does, but
/// breathing and rest.
pub fn leaves_out(complaint: Complaint, here: &Exercise, later: &Exercise) -> bool {
    let whole_area =
        matches!(complaint, Complaint::Bruise | Complaint::Clunk | Complaint::Tingling);
    let on_area = !later.technique.is_rest() && areas(here).meets(areas(later));
    later.id == here.id || (whole_area && on_area)
}

impl Complaint {
    /// The level at which it locks the app once its action is URGENT or EMERGENCY; `None` if it never does.
    pub const fn locks_at(self) -> Option<Level> {
        match self {
            Self::Chest | Self::LegWeakness => Some(Level::Emergency),
            Self::Bruise => Some(Level::Urgent),
            Self::TooStrong
            | Self::Sharp
            | Self::Tingling
            | Self::Dizzy
            | Self::Clunk
            | Self::Cramp
            | Self::Panic => None,
        }
    }
}
