//! The health questions before a session: which card is shown, the way back, and what was answered.

use leptos::prelude::untrack;

use super::health::{HealthKeeper, is_numbered};
use super::journal::JournalKeeper;
use super::routes::Route;
use super::watched::Watched;
use crate::catalog;
use crate::domain::body::{Area, AreaSet};
use crate::domain::condition::{Act, Card, Condition, ConditionId, Trouble};
use crate::domain::outcome::{Kind, What};
use crate::domain::screening::{Cause, Lock, Prompt, Replies, Reply};
use crate::domain::time::LocalDay;
use crate::platform::clock;

/// One card on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it asks.
    pub prompt: Prompt,
    /// Its number and the highest there can be, or `None` for one that is asked alone.
    pub place: Option<(usize, usize)>,
    /// Whether there is a card before it.
    pub has_back: bool,
}

/// Where the person is among the cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Visit {
    /// Cards answered since the questions began, in order.
    trail: Vec<Prompt>,
    /// The card of the trail that is shown again.
    back_at: Option<usize>,
    /// One card to answer alone, and the screen to go to after it.
    alone: Option<(Prompt, Option<Route>)>,
    /// Whether today's pain answer is to be changed.
    pain_again: bool,
    /// The reply just given, until its meaning was read.
    replied: Option<Given>,
}

/// A reply just given, and what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Given {
    reply: Reply,
    before: Replies,
    after: Replies,
    /// What the journal had of this day.
    noted: Option<What>,
}

/// The health questions as screens see them.
pub struct Questions {
    health: &'static HealthKeeper,
    journal: &'static JournalKeeper,
    visit: Watched<Visit>,
}

impl Questions {
    /// Starts with nothing asked.
    pub fn new(health: &'static HealthKeeper, journal: &'static JournalKeeper) -> Self {
        Self { health, journal, visit: Watched::new(Visit::default()) }
    }

    /// The card to show when `open` are the questions not answered yet; tracked.
    pub fn card(&self, open: &[Prompt]) -> Option<Asked> {
        let visit = self.visit.get();
        if let Some((prompt, _)) = visit.alone {
            return Some(Asked { prompt, place: None, has_back: false });
        }
        let at = visit.back_at.filter(|at| *at < visit.trail.len());
        let prompt = match at {
            Some(at) => visit.trail.get(at),
            None => open.first(),
        }?;
        let before = visit.trail.iter().take(at.unwrap_or(visit.trail.len()));
        let numbered = |all: &[Prompt]| all.iter().filter(|it| is_numbered(it)).count();
        let mut number = before.filter(|it| is_numbered(it)).count();
        number = number.saturating_add(usize::from(is_numbered(prompt)));
        let of = numbered(&visit.trail).saturating_add(numbered(open)).max(number);
        let place = (number > 0).then_some((number, of));
        let has_back = at.map_or(!visit.trail.is_empty(), |at| at > 0);
        Some(Asked { prompt: prompt.clone(), place, has_back })
    }

    /// What was answered since the questions began and still stands; tracked.
    pub fn answered(&self) -> Vec<Prompt> {
        let health = self.health.told().health;
        let is_yes = |id: ConditionId| health.find(id).is_some_and(|it| it.yes);
        let stands = |prompt: &Prompt| match prompt {
            Prompt::Card { .. } | Prompt::Few(_) | Prompt::Body => true,
            Prompt::Where(id) => is_yes(*id),
            Prompt::FollowUp(id) => {
                catalog::condition(*id).and_then(|it| it.after).is_none_or(is_yes)
            }
        };
        self.visit.get().trail.into_iter().filter(stands).collect()
    }

    /// Whether one card is to be answered alone; tracked.
    pub fn is_alone(&self) -> bool {
        self.visit.get().alone.is_some()
    }

    /// A check begins: what was to be answered alone elsewhere is let go.
    pub fn begin(&self) {
        self.visit.update(|visit| visit.alone = None);
    }

    /// Back to the card before.
    pub fn back(&self) {
        self.visit.update(|visit| {
            let at = visit.back_at.unwrap_or(visit.trail.len());
            visit.back_at = at.checked_sub(1);
        });
    }

    /// Shows an answered card again.
    pub fn again(&self, prompt: &Prompt) {
        self.visit.update(|visit| visit.back_at = visit.trail.iter().position(|it| it == prompt));
    }

    /// Asks one card alone, then goes to `then`.
    pub fn ask_alone(&self, prompt: Prompt, then: Option<Route>) {
        self.visit.update(|visit| visit.alone = Some((prompt, then)));
    }

    /// Everything answered was looked over, or another way is taken.
    pub fn leave(&self) {
        self.visit.update(|visit| {
            visit.trail.clear();
            (visit.back_at, visit.alone) = (None, None);
        });
    }

    /// Answers a card: these lines apply, the others do not. Answers where to go then, if anywhere.
    pub fn tell(
        &self,
        prompt: &Prompt,
        ticked: &[ConditionId],
        weeks: Option<u8>,
    ) -> Option<Route> {
        let (rules, today) = (catalog::rules(), clock::today());
        if let Prompt::Card { lines, .. } | Prompt::Few(lines) = prompt {
            self.health.change(|health| {
                for &id in ticked {
                    health.answer(rules, id, true, today);
                    if catalog::condition(id).is_some_and(|it| it.from_week.is_some()) {
                        health.set_weeks(id, weeks, today);
                    }
                }
                let others: Vec<ConditionId> =
                    lines.iter().copied().filter(|id| !ticked.contains(id)).collect();
                health.none_of(rules, &others, today);
            });
        }
        self.went_on(prompt)
    }

    /// Answers a question that follows a "yes".
    pub fn follow_up(&self, prompt: &Prompt, id: ConditionId, yes: bool) -> Option<Route> {
        self.health.change(|health| {
            health.answer(catalog::rules(), id, yes, clock::today());
        });
        self.went_on(prompt)
    }

    /// Tells where a condition is.
    pub fn tell_where(&self, prompt: &Prompt, id: ConditionId, areas: AreaSet) -> Option<Route> {
        self.health.change(|health| health.set_areas(id, areas));
        self.went_on(prompt)
    }

    /// The body was looked over: these are its troubles.
    pub fn mark(&self, prompt: &Prompt, marks: &[(Trouble, AreaSet)]) -> Option<Route> {
        let (rules, today) = (catalog::rules(), clock::today());
        let told = |area: Area, trouble: Trouble| {
            marks.iter().any(|(it, areas)| *it == trouble && areas.contains(area))
        };
        self.health.change(|health| {
            for old in health.marks.clone() {
                if !told(old.area, old.trouble) {
                    health.unmark(rules, old.area, old.trouble);
                }
            }
            let known: Vec<_> =
                health.live_marks(rules, today).map(|it| (it.area, it.trouble)).collect();
            for (trouble, areas) in marks {
                for area in areas.iter().filter(|area| !known.contains(&(*area, *trouble))) {
                    health.mark(area, *trouble, today);
                }
            }
            health.looked_over(today);
        });
        self.went_on(prompt)
    }

    /// Tells the pain now.
    pub fn feel(&self, rating: u8, area: Option<Area>) {
        self.health.change(|health| health.feel(rating, area, clock::today()));
        self.visit.update(|visit| visit.pain_again = false);
    }

    /// Passes the pain question over for today; what was told before stays.
    pub fn skip_pain(&self) {
        self.health.change(|health| health.pass_pain(clock::today()));
        self.visit.update(|visit| visit.pain_again = false);
    }

    /// Asks the pain again before the next session: today's answer is to be changed.
    pub fn ask_pain_again(&self) {
        self.visit.update(|visit| visit.pain_again = true);
    }

    /// The pain of today where it is strong; tracked.
    pub fn strong_pain(&self) -> Option<u8> {
        self.health.told().health.strong_pain(clock::today()).map(|it| it.rating)
    }

    /// Whether the pain of today was told, or the question passed over; tracked.
    pub fn pain_is_settled(&self) -> bool {
        let is_settled = self.health.told().health.is_pain_settled(clock::today());
        is_settled && !self.visit.get().pain_again
    }

    /// Answers how it was after the last session.
    pub fn reply(&self, reply: Reply) {
        let replies = || untrack(|| self.health.told().replies);
        let (before, noted) = (replies(), untrack(|| self.journal.today(Kind::Reply)));
        self.health.reply(reply);
        self.journal.note(What::Reply(reply));
        let given = Given { reply, before, after: replies(), noted };
        self.visit.update(|visit| visit.replied = Some(given));
    }

    /// The reply just given; tracked.
    pub fn replied(&self) -> Option<Reply> {
        self.visit.get().replied.map(|it| it.reply)
    }

    /// Whether the reply just given can be taken back: nothing was noted since; tracked.
    pub fn can_reply_again(&self) -> bool {
        let after = self.visit.get().replied.map(|it| it.after);
        after.is_some_and(|after| after == self.health.told().replies)
    }

    /// Takes the reply just given back, with all that followed from it: its question is asked again.
    pub fn reply_again(&self) {
        let Some(given) = self.visit.peek().replied.filter(|_| untrack(|| self.can_reply_again()))
        else {
            return;
        };
        self.health.change_replies(|replies| *replies = given.before);
        match given.noted {
            Some(what) => self.journal.note(what),
            None => self.journal.take_back_today(Kind::Reply),
        }
        self.read_reply();
    }

    /// Its meaning was read.
    pub fn read_reply(&self) {
        self.visit.update(|visit| visit.replied = None);
    }

    /// "I was told it is fine" on `day`, for everything that led to `lock`; answers whether it was taken.
    pub fn clear(&self, lock: &Lock, day: LocalDay) -> bool {
        let today = clock::today();
        let mut taken = true;
        for why in &lock.why {
            if let Cause::Condition(id) = *why {
                let condition = catalog::condition(id).filter(|it| opens(it));
                self.health.change(|health| {
                    taken &= condition.is_some_and(|it| health.clear(it, day, today).is_ok());
                });
            } else if let Cause::Mark(area, trouble) = *why {
                self.health.change(|health| {
                    taken &= health.clear_mark((area, trouble), day, today).is_ok();
                });
            } else {
                taken &= *why == Cause::Slipped && self.talked(day);
            }
        }
        taken
    }

    /// "I have asked a physio or doctor, and I may go on"; answers whether it was taken.
    pub fn talked(&self, day: LocalDay) -> bool {
        let mut taken = false;
        self.health.change_replies(|replies| taken = replies.talked(day, clock::today()));
        taken
    }

    /// The question to change an answer that locks, where the answer alone can end it.
    pub fn to_change(lock: &Lock) -> Option<Prompt> {
        if lock.act >= Act::Urgent {
            return None;
        }
        lock.why.iter().find_map(|why| {
            let Cause::Condition(id) = *why else { return None };
            catalog::condition(id).map(prompt_of)
        })
    }

    fn went_on(&self, prompt: &Prompt) -> Option<Route> {
        let mut then = None;
        self.visit.update(|visit| {
            if let Some((_, route)) = visit.alone.take() {
                then = route;
                return;
            }
            visit.back_at = None;
            if !visit.trail.contains(prompt) {
                visit.trail.push(prompt.clone());
            }
        });
        then
    }
}

/// Whether a clearance ends what a condition locks.
pub fn opens(condition: &Condition) -> bool {
    let highest = condition.acts.iter().copied().filter(|act| act.locks()).max();
    matches!(highest, Some(Act::Clear | Act::Urgent | Act::Emergency))
}

/// The question of a condition: its whole card, or the one that follows a "yes".
pub fn prompt_of(condition: &Condition) -> Prompt {
    match condition.after {
        Some(_) => Prompt::FollowUp(condition.id),
        None => Prompt::Card { card: condition.card, lines: lines_of(condition.card) },
    }
}

/// Every line of a card.
fn lines_of(card: Card) -> Vec<ConditionId> {
    let lines = catalog::conditions().iter().filter(|it| it.card == card && it.after.is_none());
    lines.map(|it| it.id).collect()
}
