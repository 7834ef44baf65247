//! `unknot.replies`: sessions with their complaints and next-day replies.
//!
//! What was lost makes the next session gentle; it never counts as "all was well" (D17).

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned};
use crate::codec::json::{Fields, Json};
use crate::domain::body::Area;
use crate::domain::exercise::ExerciseId;
use crate::domain::screening::{
    Complaint, Done, DoneStep, Held, Hold, Replied, Replies, Reply, Said,
};
use crate::domain::session::Outcome;
use crate::domain::time::LocalDay;

impl Record for Replies {
    const KEY: &'static str = "unknot.replies";

    fn encode(&self) -> String {
        finish(
            versioned()
                .put("sessions", self.sessions.iter().map(done_to_json).collect::<Json>())
                .put("held", self.held.iter().copied().map(held_to_json).collect::<Json>())
                .put("talked", self.talked.map(LocalDay::days))
                .put("listed", self.listed)
                .put("unsure", self.unsure),
        )
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        let mut decoded = decode_with(text, from_fields)?;
        if decoded.problems > 0 {
            decoded.value.unsure = true;
            decoded.value.listed = false;
        }
        Ok(decoded)
    }
}

fn from_fields(fields: Fields<'_>) -> Result<Replies, RecordError> {
    let sessions = need("sessions", fields.get("sessions").and_then(Json::items))?;
    let held = need("held", fields.get("held").and_then(Json::items))?;
    let read = |row| done(row).or_else(|| fields.bad(None));
    Ok(Replies {
        sessions: sessions.iter().filter_map(read).take(Replies::MAX_SESSIONS).collect(),
        held: held
            .iter()
            .take(Replies::MAX_HELD)
            .map(|row| self::held(row).unwrap_or_else(|| fields.bad(HELD_UNREADABLE)))
            .collect(),
        talked: fields.optional_day("talked"),
        listed: fields.flag("listed", false),
        unsure: fields.flag("unsure", true),
    })
}

/// A hold that cannot be read holds all massage until a physio or doctor was asked.
const HELD_UNREADABLE: Held =
    Held { hold: Hold::Area(Area::WholeBody), day: LocalDay::from_days(0) };

fn done_to_json(it: &Done) -> Json {
    let steps = it.steps.iter().map(|step| {
        let outcome = u32::from(step.outcome.code());
        list([number(step.exercise), outcome.into(), u32::from(step.eases).into()])
    });
    let said =
        it.said.iter().map(|said| list([number(said.exercise), said.complaint.slug().into()]));
    list([
        it.ended.into(),
        it.day.days().into(),
        steps.collect(),
        said.collect(),
        it.enough.into(),
        it.reply.map(replied_to_json).into(),
        it.still.map(replied_to_json).into(),
    ])
}

fn done(row: &Json) -> Option<Done> {
    let [ended, day, steps, said, enough, reply, still] = row.items()? else { return None };
    let Json::Bool(enough) = enough else { return None };
    let steps: Option<Vec<_>> = steps.items()?.iter().take(Replies::MAX_STEPS).map(step).collect();
    let said: Option<Vec<_>> =
        said.items()?.iter().take(Replies::MAX_SAID).map(self::said).collect();
    Some(Done {
        ended: ended.fit()?,
        day: day.day()?,
        steps: steps?,
        said: said?,
        enough: *enough,
        reply: reply_of(reply)?.0,
        still: reply_of(still)?.0,
    })
}

fn step(row: &Json) -> Option<DoneStep> {
    let [exercise, outcome, eases] = row.items()? else { return None };
    Some(DoneStep {
        exercise: ExerciseId(exercise.fit()?),
        outcome: outcome.fit().and_then(Outcome::from_code)?,
        eases: eases.fit()?,
    })
}

fn said(row: &Json) -> Option<Said> {
    let [exercise, complaint] = row.items()? else { return None };
    Some(Said {
        exercise: ExerciseId(exercise.fit()?),
        complaint: complaint.text().and_then(Complaint::from_slug)?,
    })
}

fn replied_to_json(it: Replied) -> Json {
    list([it.reply.slug().into(), it.at.into(), it.day.days().into()])
}

/// A reply, or that none was given.
struct Given(Option<Replied>);

/// `None` for a reply that cannot be read.
fn reply_of(value: &Json) -> Option<Given> {
    if *value == Json::Null { Some(Given(None)) } else { Some(Given(Some(replied(value)?))) }
}

fn replied(value: &Json) -> Option<Replied> {
    let [reply, at, day] = value.items()? else { return None };
    Some(Replied {
        reply: reply.text().and_then(Reply::from_slug)?,
        at: at.fit()?,
        day: day.day()?,
    })
}

fn held_to_json(it: Held) -> Json {
    let (kind, what) = match it.hold {
        Hold::Numb(id) => ("numb", number(id)),
        Hold::Area(area) => ("area", area.slug().into()),
    };
    list([kind.into(), what, it.day.days().into()])
}

fn held(row: &Json) -> Option<Held> {
    let [kind, what, day] = row.items()? else { return None };
    let hold = match kind.text()? {
        "numb" => Hold::Numb(ExerciseId(what.fit()?)),
        "area" => Hold::Area(what.text().and_then(Area::from_slug)?),
        _ => return None,
    };
    Some(Held { hold, day: day.day()? })
}

fn number(id: ExerciseId) -> Json {
    u32::from(id.0).into()
}

fn list<const N: usize>(cells: [Json; N]) -> Json {
    cells.into_iter().collect()
}
