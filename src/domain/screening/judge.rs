//! The engine: may this person do this exercise today, and why not (R31 to R46).

use super::Cause;
use super::health::{Health, Known, Mark, Told, weeks_on};
use super::mode::{Caution, Gently, Limits, Mode, STARTER_SESSIONS};
use super::rules::{Rules, is_easy_move};
use super::standing::Standing;
use crate::domain::body::AreaSet;
use crate::domain::caution::Tag;
use crate::domain::condition::{Act, Condition, ConditionId, Scope};
use crate::domain::exercise::Exercise;
use crate::domain::muscle::areas;
use crate::domain::technique::Technique;
use crate::domain::time::LocalDay;

/// One person on one day.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// What was told.
    pub health: &'a Health,
    /// What earlier sessions ask for.
    pub standing: &'a Standing,
    /// Sessions done so far.
    pub sessions: u32,
    /// The day.
    pub today: LocalDay,
}

/// Whether an exercise may be done, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It may.
    Allowed,
    /// A question that guards it was not answered.
    NeedsAnswer,
    /// It is left out.
    Removed,
    /// Everything is locked.
    Locked(Act),
}

/// An exercise judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The result.
    pub fit: Fit,
    /// Everything that led to it; empty when it is allowed.
    pub why: Vec<Cause>,
}

impl Judged {
    const fn allowed() -> Self {
        Self { fit: Fit::Allowed, why: Vec::new() }
    }

    fn add(&mut self, fit: Fit, cause: Cause) {
        if fit > self.fit {
            self.why.clear();
            self.fit = fit;
        }
        if fit == self.fit && !self.why.contains(&cause) {
            self.why.push(cause);
        }
    }
}

/// A lock on everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The highest level that applies.
    pub act: Act,
    /// What led to it, the most serious first.
    pub why: Vec<Cause>,
    /// Whether slow breathing stays open.
    pub keeps_breathing: bool,
}

/// The rules applied to one person today.
#[derive(Clone, Debug)]
pub struct Screen<'a> {
    pub(super) rules: Rules<'a>,
    pub(super) person: Person<'a>,
    pub(super) limits: Limits,
    applies: Vec<(&'a Condition, &'a Told)>,
    pub(super) open: Vec<&'a Condition>,
    marks: Vec<&'a Mark>,
    locks: Vec<(Act, Cause, bool)>,
}

impl<'a> Screen<'a> {
    /// Applies `rules` to `person`.
    pub fn new(rules: Rules<'a>, person: Person<'a>) -> Self {
        let (health, today) = (person.health, person.today);
        let known = |it: &&Condition| health.known(it, today);
        let applies: Vec<_> = rules
            .conditions
            .iter()
            .filter(|it| matches!(known(it), Known::Yes { .. }))
            .filter_map(|it| Some((it, health.find(it.id)?)))
            .collect();
        let open = rules.conditions.iter().filter(|it| known(it) == Known::Unanswered).collect();
        let marks: Vec<&Mark> = health.live_marks(rules, today).collect();
        let limits = Limits::of(caution(rules, &person, &applies, &marks));
        let locks = locks(rules, &person, &applies, &marks);
        Self { rules, person, limits, applies, open, marks, locks }
    }

    /// The mode of today and its limits.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The lock on everything, if there is one.
    pub fn lock(&self) -> Option<Lock> {
        let act = self.locks.iter().map(|(act, _, _)| *act).max()?;
        let mut sorted = Vec::with_capacity(self.locks.len());
        for lock in &self.locks {
            sorted.insert(sorted.partition_point(|(graver, _, _)| *graver >= lock.0), *lock);
        }
        Some(Lock {
            act,
            why: sorted.iter().map(|(_, cause, _)| *cause).collect(),
            keeps_breathing: self.locks.iter().all(|(_, _, keeps)| *keeps),
        })
    }

    /// Cards to show once: conditions that apply at INFO, and troubles that need a look.
    pub fn cards(&self) -> Vec<Cause> {
        let told = self.applies.iter().filter(|(it, _)| it.does(Act::Info));
        let marked = self.marks.iter().filter(|it| {
            self.rules.trouble(it.trouble).is_some_and(|rule| rule.acts.contains(&Act::Info))
        });
        told.map(|(it, _)| Cause::Condition(it.id))
            .chain(marked.map(|it| Cause::Mark(it.area, it.trouble)))
            .collect()
    }

    /// Those of the cards that belong to an exercise: what guards it, and what is on one of its areas.
    pub fn cards_of(&self, exercise: &Exercise) -> Vec<Cause> {
        let is_of = |card: &Cause| {
            if let Cause::Mark(area, _) = card {
                return AreaSet::EMPTY.with(*area).meets(areas(exercise));
            }
            let guards =
                |it: &Condition| *card == Cause::Condition(it.id) && guards_itself(it, exercise);
            self.applies.iter().any(|(it, _)| guards(it))
        };
        self.cards().into_iter().filter(is_of).collect()
    }

    /// Judges one exercise.
    pub fn judge(&self, exercise: &Exercise) -> Judged {
        let mut judged = Judged::allowed();
        for &(act, cause, keeps_breathing) in &self.locks {
            if !(keeps_breathing && exercise.technique == Technique::Breathing) {
                judged.add(Fit::Locked(act), cause);
            }
        }
        for (condition, told) in &self.applies {
            self.apply(&mut judged, exercise, condition, told);
        }
        self.apply_marks(&mut judged, exercise);
        self.apply_mode(&mut judged, exercise);
        for cause in self.person.standing.causes(exercise) {
            judged.add(Fit::Removed, cause);
        }
        for condition in &self.open {
            if self.guards(condition, exercise) {
                judged.add(Fit::NeedsAnswer, Cause::Unanswered(condition.id));
            }
        }
        let is_looked_over = self.person.health.is_looked_over(self.person.today);
        if !is_looked_over && !exercise.technique.is_rest() {
            judged.add(Fit::NeedsAnswer, Cause::NotLookedOver);
        }
        judged
    }

    /// Whether an exercise may be done.
    pub fn allows(&self, exercise: &Exercise) -> bool {
        self.judge(exercise).fit == Fit::Allowed
    }

    /// Whether a "yes" to this condition, or to one that is asked after it, could change the exercise.
    pub(super) fn guards(&self, condition: &Condition, exercise: &Exercise) -> bool {
        let after = self.rules.conditions.iter().filter(|it| it.after == Some(condition.id));
        guards_itself(condition, exercise)
            || after.into_iter().any(|it| guards_itself(it, exercise))
    }

    fn apply(&self, judged: &mut Judged, exercise: &Exercise, it: &Condition, told: &Told) {
        let cause = Cause::Condition(it.id);
        let weeks_tags = self.week_tags(it, told);
        if it.tags.iter().chain(weeks_tags).any(|tag| exercise.skip.contains(tag)) {
            judged.add(Fit::Removed, cause);
        }
        if it.areas.meets(areas(exercise)) && is_in(it.scope, exercise) {
            judged.add(Fit::Removed, cause);
        }
        if !it.asks_where.is_some_and(|scope| is_in(scope, exercise)) {
            return;
        }
        if told.areas.is_empty() {
            judged.add(Fit::NeedsAnswer, Cause::Where(it.id));
        } else if told.areas.meets(areas(exercise)) {
            judged.add(Fit::Removed, cause);
        }
    }

    /// Weeks that are not known count as late ones (R37).
    fn week_tags(&self, it: &Condition, told: &Told) -> &'static [Tag] {
        let Some(from) = it.from_week else { return &[] };
        let week = weeks_on(told, self.person.today);
        if week.is_none_or(|week| week >= from.week) { from.tags } else { &[] }
    }

    fn apply_marks(&self, judged: &mut Judged, exercise: &Exercise) {
        if exercise.technique.is_rest() {
            return;
        }
        for mark in &self.marks {
            let rule = self.rules.trouble(mark.trouble);
            let stays = rule.is_some_and(|it| it.keeps_easy_moves) && is_easy_move(exercise);
            if AreaSet::EMPTY.with(mark.area).meets(areas(exercise)) && !stays {
                judged.add(Fit::Removed, Cause::Mark(mark.area, mark.trouble));
            }
        }
    }

    fn apply_mode(&self, judged: &mut Judged, exercise: &Exercise) {
        match self.limits.mode {
            Mode::Standard | Mode::Starter => {}
            Mode::Gentle => {
                if exercise.technique.takes_body_weight() {
                    judged.add(Fit::Removed, Cause::GentleMode);
                }
            }
            Mode::Comfort => {
                let is_light_elsewhere =
                    exercise.technique == Technique::HandsLight && self.is_away_from_sore(exercise);
                let stays =
                    exercise.technique.is_rest() || is_easy_move(exercise) || is_light_elsewhere;
                if !stays {
                    judged.add(Fit::Removed, Cause::ComfortMode);
                }
            }
        }
    }

    /// Whether everything that led to comfort mode has a place, and the exercise is elsewhere.
    ///
    /// A condition that asks for comfort has no place of its own, so light hands stay out with it.
    fn is_away_from_sore(&self, exercise: &Exercise) -> bool {
        let pain = self.person.health.strong_pain(self.person.today);
        let has_no_place = pain.is_some_and(|it| it.area.is_none())
            || self.applies.iter().any(|(it, _)| it.does(Act::Comfort));
        let told = pain.and_then(|it| it.area).into_iter();
        let sore: AreaSet = told.chain(self.marks.iter().map(|it| it.area)).collect();
        !has_no_place && !sore.is_empty() && !sore.meets(areas(exercise))
    }
}

/// Whether a "yes" to this condition alone could change the exercise.
fn guards_itself(condition: &Condition, exercise: &Exercise) -> bool {
    let is_breathing = exercise.technique == Technique::Breathing;
    let locks = condition.acts.iter().any(|act| act.locks());
    let softens = condition.does(Act::Gentle) || condition.does(Act::Comfort);
    let week_tags = condition.from_week.map_or(&[][..], |it| it.tags);
    (locks && !(condition.keeps_breathing && is_breathing))
        || (softens && !exercise.technique.is_rest())
        || condition.tags.iter().chain(week_tags).any(|tag| exercise.skip.contains(tag))
        || (condition.areas.meets(areas(exercise)) && is_in(condition.scope, exercise))
        || condition.asks_where.is_some_and(|scope| is_in(scope, exercise))
        || (condition.leads_in.contains(exercise.area) && !exercise.technique.is_rest())
}

/// Whether an exercise is one of those that `scope` means.
pub(super) const fn is_in(scope: Scope, exercise: &Exercise) -> bool {
    match scope {
        Scope::Massage => exercise.technique.is_massage(),
        Scope::Rows => !exercise.technique.is_rest(),
    }
}

/// Every lock that is not cleared, with whether it keeps breathing open.
fn locks(
    rules: Rules<'_>,
    person: &Person<'_>,
    applies: &[(&Condition, &Told)],
    marks: &[&Mark],
) -> Vec<(Act, Cause, bool)> {
    let mut locks = Vec::new();
    for (it, _) in applies {
        let highest = it.acts.iter().copied().filter(|act| act.locks()).max();
        let cleared = person.health.is_cleared(it.id, person.today);
        if let Some(act) = highest.filter(|act| !(*act == Act::Clear && cleared)) {
            locks.push((act, Cause::Condition(it.id), it.keeps_breathing));
        }
    }
    for mark in marks {
        if rules.trouble(mark.trouble).is_some_and(|rule| rule.urgent_in.contains(mark.area)) {
            locks.push((Act::Urgent, Cause::Mark(mark.area, mark.trouble), false));
        }
    }
    if person.standing.joint_slips {
        locks.push((Act::Clear, Cause::Slipped, true));
    }
    locks
}

/// What decides the mode (R41).
fn caution(
    rules: Rules<'_>,
    person: &Person<'_>,
    applies: &[(&Condition, &Told)],
    marks: &[&Mark],
) -> Caution {
    let mut why = Vec::new();
    let mut told = |act: Act, counts: &dyn Fn(&Told) -> bool| {
        let found: Vec<ConditionId> = applies
            .iter()
            .filter(|(it, told)| it.does(act) && counts(told))
            .map(|(it, _)| it.id)
            .collect();
        why.extend(found.iter().map(|id| Cause::Condition(*id)));
        !found.is_empty()
    };
    let mut comfort = told(Act::Comfort, &|_| true);
    let left = left_gentle(person);
    let by_health = told(Act::Gentle, &|told| left.is_none_or(|day| told.since > day));
    for mark in marks {
        if rules.trouble(mark.trouble).is_some_and(|rule| rule.acts.contains(&Act::Comfort)) {
            why.push(Cause::Mark(mark.area, mark.trouble));
            comfort = true;
        }
    }
    if person.health.strong_pain(person.today).is_some() {
        why.push(Cause::StrongPain);
        comfort = true;
    }
    why.extend(person.standing.gentle);
    let starter = person.sessions < STARTER_SESSIONS;
    why.extend(starter.then_some(Cause::FirstSessions));
    Caution {
        comfort,
        gently: match (person.standing.gentle, by_health) {
            (Some(_), _) => Gently::ByReply,
            (None, true) => Gently::ByHealth,
            (None, false) => Gently::Not,
        },
        starter,
        guided_minutes: applies.iter().filter_map(|(it, _)| it.guided_minutes).min(),
        chair_first: applies.iter().any(|(it, _)| it.chair_first),
        why,
    }
}

/// The day gentle mode was left by choice, unless a later "worse" ended that (R46).
fn left_gentle(person: &Person<'_>) -> Option<LocalDay> {
    let day = person.health.left_gentle.filter(|day| *day <= person.today)?;
    person.standing.last_worse.is_none_or(|worse| worse < day).then_some(day)
}
