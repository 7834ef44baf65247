//! `unknot.place`: where the session in progress stands; small, since it is rewritten every second.

use super::{Decoded, Record, RecordError, StoredPlan, decode_with, finish, need, versioned};
use crate::codec::json::{Fields, Json};
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::Plan;
use crate::domain::screening::{Complaint, Question, Waiting};
use crate::domain::session::{Outcome, Phase, Snapshot, StepRecord, Worked};
use crate::domain::side::Side;
use crate::domain::time::Span;

/// Oldest place that is offered again: 12 hours (D13).
const MAX_AGE_MILLIS: u64 = 12 * 3_600_000;

/// How far in the future a place may seem to be saved: 1 minute (D13).
const MAX_AHEAD_MILLIS: u64 = 60_000;

/// Most records of steps: those of a full plan, and as many that were taken out of it.
const MAX_RECORDS: usize = 2 * Plan::MAX_STEPS;

/// Where a session stood when it was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// When the session began, as in its [`StoredPlan`].
    pub started: u64,
    /// Wall-clock milliseconds since 1970 when this was saved.
    pub saved: u64,
    /// The session's own account; `Session::restore` judges whether it fits the plan.
    pub snapshot: Snapshot,
    /// The question of the stop rules that the session waits for.
    pub waiting: Waiting,
}

impl Place {
    /// Whether it may be offered again at `now`, in wall-clock milliseconds since 1970 (D13).
    ///
    /// Not when it is more than 12 hours old or more than 1 minute ahead of `now`.
    pub const fn is_fresh(&self, now: u64) -> bool {
        let age = now.saturating_sub(self.saved);
        let ahead = self.saved.saturating_sub(now);
        age <= MAX_AGE_MILLIS && ahead <= MAX_AHEAD_MILLIS
    }

    /// Whether it is the place in this plan's session and not in another's (D13).
    pub const fn belongs_to(&self, plan: &StoredPlan) -> bool {
        self.started == plan.started
    }
}

impl Record for Place {
    const KEY: &'static str = "unknot.place";

    fn encode(&self) -> String {
        let it = &self.snapshot;
        let at = [
            Json::from(u32::from(it.step)),
            Json::from(u32::from(it.phase.code())),
            Json::from(side_word(it.side)),
            Json::from(it.elapsed),
            Json::from(it.length),
        ];
        let too_much = [u32::from(it.eases), u32::from(it.too_much)];
        let out = match self.waiting {
            Waiting { asked: None, enough: false } => versioned(),
            waiting => versioned().put("waiting", waiting_to_json(waiting)),
        };
        let worked: Json = it.worked.iter().copied().map(worked_to_json).collect();
        let out = if it.worked.is_empty() { out } else { out.put("worked", worked) };
        finish(
            out.put("started", self.started)
                .put("saved", self.saved)
                .put("at", at.into_iter().collect::<Json>())
                .put("too_much", too_much.into_iter().map(Json::from).collect::<Json>())
                .put("records", it.records.iter().copied().map(record_to_json).collect::<Json>()),
        )
    }

    /// All or nothing, as its plan (D14).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self {
                started: need("started", fields.get("started").and_then(Json::fit))?,
                saved: need("saved", fields.get("saved").and_then(Json::fit))?,
                snapshot: snapshot(fields)?,
                waiting: match fields.get("waiting") {
                    None => Waiting::default(),
                    Some(value) => need("waiting", waiting(value))?,
                },
            })
        })
    }
}

fn snapshot(fields: Fields<'_>) -> Result<Snapshot, RecordError> {
    let (step, phase, side, elapsed, length) = need("at", fields.get("at").and_then(at))?;
    let (eases, too_much) = need("too_much", fields.get("too_much").and_then(counts))?;
    let records = need("records", fields.get("records").and_then(records))?;
    let worked = match fields.get("worked") {
        None => Vec::new(),
        Some(value) => need("worked", worked(value))?,
    };
    Ok(Snapshot { step, phase, side, elapsed, length, eases, too_much, records, worked })
}

fn at(value: &Json) -> Option<(u16, Phase, Side, u32, u32)> {
    let [step, phase, side, elapsed, length] = value.items()? else { return None };
    let phase = phase.fit().and_then(Phase::from_code)?;
    let side = side_from_word(side.text()?)?;
    Some((step.fit()?, phase, side, elapsed.fit()?, length.fit()?))
}

fn counts(value: &Json) -> Option<(u8, u8)> {
    let [eases, too_much] = value.items()? else { return None };
    Some((eases.fit()?, too_much.fit()?))
}

fn records(value: &Json) -> Option<Vec<StepRecord>> {
    let items = value.items().filter(|items| items.len() <= MAX_RECORDS)?;
    items.iter().map(record_from_json).collect()
}

fn record_to_json(record: StepRecord) -> Json {
    let StepRecord { exercise, done, eases, worked } = record;
    let numbers =
        [u32::from(exercise.0), u32::from(done.code()), u32::from(eases), worked.millis()];
    numbers.into_iter().map(Json::from).collect()
}

fn record_from_json(value: &Json) -> Option<StepRecord> {
    let [exercise, done, eases, worked] = value.items()? else { return None };
    Some(StepRecord {
        exercise: ExerciseId(exercise.fit()?),
        done: done.fit().and_then(Outcome::from_code)?,
        eases: eases.fit()?,
        worked: Span::from_millis(worked.fit()?),
    })
}

fn worked(value: &Json) -> Option<Vec<Worked>> {
    let items = value.items().filter(|items| items.len() <= Plan::MAX_STEPS)?;
    items.iter().map(worked_from_json).collect()
}

fn worked_to_json(Worked { left, right }: Worked) -> Json {
    [left, right].into_iter().map(|it| Json::from(it.millis())).collect()
}

fn worked_from_json(value: &Json) -> Option<Worked> {
    let [left, right] = value.items()? else { return None };
    let span = |it: &Json| it.fit().map(Span::from_millis);
    Some(Worked { left: span(left)?, right: span(right)? })
}

fn waiting_to_json(it: Waiting) -> Json {
    let (complaint, question) = it.asked.unzip();
    let words = [complaint.map(Complaint::slug), question.map(Question::slug)];
    words.into_iter().map(Json::from).chain([Json::from(it.enough)]).collect()
}

fn waiting(value: &Json) -> Option<Waiting> {
    let [complaint, question, Json::Bool(enough)] = value.items()? else { return None };
    let asked = match (complaint, question) {
        (Json::Null, Json::Null) => None,
        (complaint, question) => Some((
            complaint.text().and_then(Complaint::from_slug)?,
            question.text().and_then(Question::from_slug)?,
        )),
    };
    Some(Waiting { asked, enough: *enough })
}

const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both",
    }
}

fn side_from_word(word: &str) -> Option<Side> {
    match word {
        "left" => Some(Side::Left),
        "right" => Some(Side::Right),
        "both" => Some(Side::Both),
        _ => None,
    }
}
