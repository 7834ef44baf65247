//! Which questions stand between a person and a list of exercises, one card at a time (R33, R34, R38).

use super::health::Known;
use super::judge::{Screen, is_in};
use crate::domain::body::AreaSet;
use crate::domain::condition::{Act, Card, Condition, ConditionId, Table};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::technique::Technique;

/// One thing to ask. Show the first, take its answer, and look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A question that follows a "yes".
    FollowUp(ConditionId),
    /// "Where is it?" for a condition that was told; the whole body is an answer.
    Where(ConditionId),
    /// A card with lines to tick and "none of these".
    Card {
        /// Which card.
        card: Card,
        /// Its lines, in order; one that was told before is ticked already.
        lines: Vec<ConditionId>,
    },
    /// The lines that guard slow breathing alone, on one card (R59).
    Few(Vec<ConditionId>),
    /// The body, to mark what is sore, hurt or not to be touched, and "none of these".
    Body,
}

impl Screen<'_> {
    /// The questions that guard any of these exercises, or what may stand in for them.
    pub fn prompts(&self, exercises: impl IntoIterator<Item = ExerciseId>) -> Vec<Prompt> {
        let needed = self.with_variants(exercises);
        let is_breathing = needed.iter().all(|it| it.technique == Technique::Breathing);
        let mut prompts = Vec::new();
        let mut cards: Vec<(Card, Vec<ConditionId>)> = Vec::new();
        for condition in self.rules.conditions {
            let health = self.person.health;
            let known = health.known(condition, self.person.today);
            // A lock that only a clearance ends is not asked about again: a "no" would not be taken.
            let is_due = match known {
                Known::Unanswered => true,
                Known::Yes { ask } => ask && condition.highest() < Some(Act::Urgent),
                Known::No | Known::NotReached => false,
            };
            if is_due && needed.iter().any(|it| self.guards(condition, it)) {
                match (condition.after, cards.last_mut()) {
                    (Some(first), _) if self.is_due_again(first) => {}
                    (Some(_), _) => prompts.push(Prompt::FollowUp(condition.id)),
                    (None, Some((card, lines))) if *card == condition.card => {
                        lines.push(condition.id);
                    }
                    (None, _) => cards.push((condition.card, vec![condition.id])),
                }
            }
            if self.lacks_place(condition, known)
                && needed
                    .iter()
                    .any(|it| condition.asks_where.is_some_and(|scope| is_in(scope, it)))
            {
                prompts.push(Prompt::Where(condition.id));
            }
        }
        if is_breathing && cards.len() > 1 {
            prompts.push(Prompt::Few(cards.into_iter().flat_map(|(_, lines)| lines).collect()));
        } else {
            prompts.extend(cards.into_iter().map(|(card, lines)| Prompt::Card { card, lines }));
        }
        let is_looked_over = self.person.health.is_looked_over(self.person.today);
        if !is_looked_over && needed.iter().any(|it| !it.technique.is_rest()) {
            prompts.push(Prompt::Body);
        }
        prompts
    }

    /// The open question after a "yes" whose own "yes" would lock more gravely than what locks now: it comes
    /// before the message of the lock (R58). Where the first question is due again, that one is asked.
    pub fn graver(&self) -> Option<Prompt> {
        let lock = self.lock()?;
        let graver = |it: &&&Condition| it.highest() > Some(lock.act);
        let open = self.open.iter().filter(graver).find_map(|it| Some((it.id, it.after?)));
        let (id, first) = open?;
        let first = self.rules.condition(first).filter(|it| self.is_due_again(it.id));
        Some(
            first.map_or(Prompt::FollowUp(id), |it| Prompt::Card {
                card: it.card,
                lines: vec![it.id],
            }),
        )
    }

    /// Routines to offer instead of the person's own choice, by what was told.
    pub fn suited(&self) -> Vec<Table> {
        let known = |it: &&Condition| {
            matches!(self.person.health.known(it, self.person.today), Known::Yes { .. })
        };
        self.rules.conditions.iter().filter(known).filter_map(|it| it.leads_to).collect()
    }

    fn lacks_place(&self, condition: &Condition, known: Known) -> bool {
        let told = self.person.health.find(condition.id);
        matches!(known, Known::Yes { .. })
            && condition.asks_where.is_some()
            && told.is_some_and(|it| it.areas == AreaSet::EMPTY)
    }

    /// Whether a "yes" of before is old, so that its question is asked again.
    fn is_due_again(&self, id: ConditionId) -> bool {
        let known = |it: &Condition| self.person.health.known(it, self.person.today);
        self.rules.condition(id).is_some_and(|it| known(it) == Known::Yes { ask: true })
    }

    /// Whether these exercises are slow breathing and nothing else.
    pub(super) fn breathes(&self, mut ids: impl Iterator<Item = ExerciseId>) -> bool {
        ids.all(|id| self.rules.exercise(id).is_some_and(|it| it.technique == Technique::Breathing))
    }

    /// The exercises, their easier variants and the two that stand in, each once; where all is breathing,
    /// breathing alone, since nothing else is needed for it (R59).
    fn with_variants(&self, ids: impl IntoIterator<Item = ExerciseId>) -> Vec<&Exercise> {
        let ids: Vec<ExerciseId> = ids.into_iter().collect();
        let only_breathing = !ids.is_empty() && self.breathes(ids.iter().copied());
        let chosen = ids.into_iter().filter_map(|id| self.rules.exercise(id));
        let variants = chosen.flat_map(|it| core::iter::once(it).chain(self.rules.easier(it)));
        let mut all: Vec<&Exercise> = Vec::new();
        for exercise in variants.chain(self.rules.stand_ins()) {
            let is_out = only_breathing && exercise.technique != Technique::Breathing;
            if !is_out && !all.iter().any(|it| it.id == exercise.id) {
                all.push(exercise);
            }
        }
        all
    }
}
