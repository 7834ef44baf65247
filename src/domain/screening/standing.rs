//! What earlier sessions and replies mean for the next one (clinical-evidence 1.5 and 3.5).

use super::replies::{Done, Hold, Replies, Reply, is_firm};
use super::rules::{Rules, is_head_row};
use super::{Cause, Complaint};
use crate::domain::body::{Area, AreaSet};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::muscle::areas;
use crate::domain::session::Outcome;
use crate::domain::time::LocalDay;

/// Days an exercise that hurt sharply is left out, and head rows after dizziness.
const SHARP_DAYS: u32 = 7;
/// Sessions that are gentle after three eases or two skips.
const GENTLE_SESSIONS: usize = 3;
/// Good sessions in a row that make a step forward.
const STREAK: u8 = 3;
/// Days without a session that step back.
const GAP_DAYS: u32 = 14;
/// Lowest and highest level.
const LEVELS: core::ops::RangeInclusive<i8> = -2..=3;
/// Joints that slipped before it is no longer by chance.
const REPEATED: usize = 2;

/// What earlier sessions ask of the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Why it is gentle, if earlier sessions make it so.
    pub gentle: Option<Cause>,
    /// Level of the whole person: -2 to 3, 0 is the routine's own times (R47).
    pub level: i8,
    /// Exercises one level down (R48).
    pub dropped: Vec<ExerciseId>,
    /// Exercises left out, each with the reason.
    pub removed: Vec<(ExerciseId, Cause)>,
    /// Whether rows of neck and head are left out after dizziness.
    pub no_head_rows: bool,
    /// Areas whose massage is paused (R54).
    pub paused: Vec<Area>,
    /// Whether a joint slipped more than once: CLEAR until a physio or doctor was asked.
    pub joint_slips: bool,
    /// Whether two weeks of good replies allow leaving gentle mode (R46).
    pub may_leave_gentle: bool,
    /// The day of the last "worse", which ends a gentle mode that was left.
    pub last_worse: Option<LocalDay>,
}

impl Standing {
    /// What `replies` mean on `today`; `ill` is the last day the person was ill.
    pub fn of(replies: &Replies, rules: Rules<'_>, today: LocalDay, ill: Option<LocalDay>) -> Self {
        let sessions = &replies.sessions;
        let mut standing = Self {
            gentle: gentle(replies),
            level: level(sessions, today, ill),
            dropped: dropped(sessions),
            no_head_rows: is_dizzy(sessions, today),
            joint_slips: is_repeated(replies),
            may_leave_gentle: may_leave_gentle(replies, today),
            last_worse: sessions.iter().find(|it| it.is_worse()).map(last_day),
            ..Self::default()
        };
        for held in &replies.held {
            match held.hold {
                Hold::Numb(id) => standing.removed.push((id, Cause::Numb)),
                Hold::Area(area) => standing.paused.push(area),
            }
        }
        standing.remove_sharp(sessions, today);
        standing.remove_suspects(sessions, rules);
        standing.remove_firm(sessions, rules, today);
        standing
    }

    /// Whether to show "talk to a physio or doctor" (R54).
    pub const fn talk_to_someone(&self) -> bool {
        self.joint_slips || !self.paused.is_empty()
    }

    /// Why an exercise is left out because of earlier sessions.
    pub(super) fn causes(&self, exercise: &Exercise) -> impl Iterator<Item = Cause> {
        let named = self.removed.iter().filter(|(id, _)| *id == exercise.id).map(|(_, why)| *why);
        let dizzy = (self.no_head_rows && is_head_row(exercise)).then_some(Cause::Dizzy);
        let is_on = |it: &&Area| AreaSet::EMPTY.with(**it).meets(areas(exercise));
        let paused = self.paused.iter().find(is_on).filter(|_| exercise.technique.is_massage());
        let named_area = |it: &Area| if *it == Area::WholeBody { exercise.area } else { *it };
        named.chain(dizzy).chain(paused.map(|it| Cause::Paused(named_area(it))))
    }

    /// Sharp pain leaves an exercise out for 7 days; a slip or bruise does the same for its exercise.
    fn remove_sharp(&mut self, sessions: &[Done], today: LocalDay) {
        for done in sessions {
            if today.days_since(done.day).unwrap_or(0) >= SHARP_DAYS {
                continue;
            }
            for said in &done.said {
                let cause = match said.complaint {
                    Complaint::Sharp => Cause::Sharp,
                    Complaint::Clunk => Cause::Slipped,
                    Complaint::Bruise => Cause::Bruise,
                    Complaint::TooStrong
                    | Complaint::Tingling
                    | Complaint::Dizzy
                    | Complaint::Chest
                    | Complaint::LegWeakness
                    | Complaint::Cramp
                    | Complaint::Panic => continue,
                };
                self.removed.push((said.exercise, cause));
            }
        }
    }

    /// What a "worse" is put down to stays out until a later session was followed by a good reply.
    fn remove_suspects(&mut self, sessions: &[Done], rules: Rules<'_>) {
        for done in sessions {
            if done.is_good() {
                return;
            }
            if done.is_worse() {
                let suspects = done.suspects(rules).into_iter();
                self.removed.extend(suspects.map(|id| (id, Cause::Worse)));
            }
        }
    }

    /// Firm pressure on the same spot at most once a day, and not on the day after a "worse" (1.1).
    fn remove_firm(&mut self, sessions: &[Done], rules: Rules<'_>, today: LocalDay) {
        for exercise in rules.exercises.iter().filter(|it| is_firm(it)) {
            let did = |done: &&Done| done.pressed_firmly(rules, exercise);
            if sessions.iter().filter(did).any(|it| it.day == today) {
                self.removed.push((exercise.id, Cause::PressedToday));
            }
            let yesterday = |done: &Done| {
                let reply = done.reply.iter().chain(&done.still).map(|it| it.day).max();
                reply.and_then(|day| today.days_since(day)).is_some_and(|days| days <= 1)
            };
            if sessions.iter().filter(did).any(|it| it.is_worse() && yesterday(it)) {
                self.removed.push((exercise.id, Cause::Worse));
            }
        }
    }
}

/// The newest reply is worse, or too much in one of the last three sessions, or the record is damaged.
fn gentle(replies: &Replies) -> Option<Cause> {
    let last = replies.sessions.iter().find(|it| it.reply.is_some());
    if last.is_some_and(Done::is_worse) {
        return Some(Cause::Worse);
    }
    if replies.sessions.iter().take(GENTLE_SESSIONS).any(|it| it.enough) {
        return Some(Cause::Enough);
    }
    replies.unsure.then_some(Cause::Unsure)
}

/// The level after all sessions, oldest first (R47).
fn level(sessions: &[Done], today: LocalDay, ill: Option<LocalDay>) -> i8 {
    let (mut level, mut streak, mut before) = (0_i8, 0_u8, None::<LocalDay>);
    let step = |by: i8, level: &mut i8| {
        *level = level.saturating_add(by).clamp(*LEVELS.start(), *LEVELS.end());
    };
    let paused = |from: LocalDay, to: LocalDay| {
        let gap = to.days_since(from).is_some_and(|days| days > GAP_DAYS);
        gap || ill.is_some_and(|day| day > from && day <= to)
    };
    for done in sessions.iter().rev() {
        if before.is_some_and(|before| paused(before, done.day)) {
            step(-1, &mut level);
            streak = 0;
        }
        before = Some(done.day);
        if done.is_worse() {
            step(-1, &mut level);
            streak = 0;
        } else if done.is_good() && done.was_easy() {
            streak = streak.saturating_add(1);
            if streak >= STREAK {
                step(1, &mut level);
                streak = 0;
            }
        } else {
            streak = 0;
        }
    }
    if before.is_some_and(|before| paused(before, today)) {
        step(-1, &mut level);
    }
    level
}

/// Exercises that were too strong or gave a cramp, until three sessions with them went without (R48).
fn dropped(sessions: &[Done]) -> Vec<ExerciseId> {
    let mut seen: Vec<(ExerciseId, u8)> = Vec::new();
    let mut dropped = Vec::new();
    for done in sessions {
        for step in &done.steps {
            let id = step.exercise;
            let said = |it: &&super::replies::Said| {
                it.exercise == id && matches!(it.complaint, Complaint::TooStrong | Complaint::Cramp)
            };
            let hard = step.eases > 0
                || step.outcome == Outcome::TooMuch
                || done.said.iter().any(|it| said(&it));
            let times = seen.iter().find(|(it, _)| *it == id).map_or(0, |(_, times)| *times);
            if hard && times < STREAK && !dropped.contains(&id) {
                dropped.push(id);
            }
            seen.retain(|(it, _)| *it != id);
            seen.push((id, times.saturating_add(1)));
        }
    }
    dropped
}

/// Dizziness in the last session, or in the last 7 days.
fn is_dizzy(sessions: &[Done], today: LocalDay) -> bool {
    let dizzy = |done: &Done| done.said.iter().any(|it| it.complaint == Complaint::Dizzy);
    let recent = |done: &Done| today.days_since(done.day).unwrap_or(0) < SHARP_DAYS;
    sessions.first().is_some_and(dizzy) || sessions.iter().any(|it| dizzy(it) && recent(it))
}

/// A joint slipped in two sessions or more since a physio or doctor was asked.
fn is_repeated(replies: &Replies) -> bool {
    let since = |done: &Done| replies.talked.is_none_or(|day| done.day > day);
    let slips = replies.sessions.iter().filter(|it| since(it)).flat_map(|it| &it.said);
    slips.filter(|it| it.complaint == Complaint::Clunk).count() >= REPEATED
}

/// Two weeks of replies, each better or the same, three at least, and nothing lost (R46).
fn may_leave_gentle(replies: &Replies, today: LocalDay) -> bool {
    let mut good = 0_usize;
    let mut oldest = None;
    for done in replies.sessions.iter().filter(|it| it.reply.is_some()) {
        if !done.is_good() || done.enough {
            break;
        }
        good = good.saturating_add(1);
        oldest = done.reply.map(|it| it.day);
    }
    let days = oldest.and_then(|day| today.days_since(day));
    good >= usize::from(STREAK) && days.is_some_and(|days| days >= GAP_DAYS) && !replies.unsure
}

fn last_day(done: &Done) -> LocalDay {
    let worse = |it: &&super::replies::Replied| it.reply != Reply::Better;
    let replied = done.reply.iter().chain(&done.still).filter(worse).map(|it| it.day).max();
    replied.unwrap_or(done.day)
}
