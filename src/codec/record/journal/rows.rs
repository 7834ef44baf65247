//! The fields of each kind of row.

use crate::codec::json::{Fields, Json, Out};
use crate::codec::record::word;
use crate::domain::body::Area;
use crate::domain::exercise::ExerciseId;
use crate::domain::outcome::{
    Activity, Change, Felt, PlanFrom, Rating, SessionDone, StepDone, Week, What, When,
};
use crate::domain::screening::{Complaint, Mode, Reply};
use crate::domain::session::{Ending, Outcome};
use crate::domain::shared::{DaysAWeek, Line, Note, Schedule, TimesADay, Weeks};

/// Most ratings of activities that are read of one week: asked about or not any more.
const MOST_ACTIVITIES: usize = 20;

pub(super) fn session(head: Out, it: &SessionDone) -> Out {
    head.put("started", it.started)
        .put("routine", it.routine.as_str())
        .put("number", u32::from(it.number))
        .put("name", it.name.as_str())
        .put("secs", it.secs)
        .put("mode", it.mode.slug())
        .put("ending", u32::from(it.ending.code()))
        .put("steps", it.steps.iter().map(step).collect::<Json>())
}

pub(super) fn read_session(fields: Fields<'_>) -> Option<What> {
    let steps = fields.get("steps")?.items()?;
    if steps.len() > SessionDone::MAX_STEPS {
        return None;
    }
    Some(What::Session(SessionDone {
        started: started(fields.get("started"))?,
        routine: word(fields.get("routine"))?.to_owned(),
        number: fields.get("number")?.fit()?,
        name: line(fields.get("name"))?,
        secs: fields.get("secs")?.fit().filter(|it| *it <= SessionDone::MAX_SECS)?,
        mode: fields.get("mode")?.text().and_then(Mode::from_slug)?,
        ending: fields.get("ending")?.fit().and_then(Ending::from_code)?,
        steps: steps.iter().map(read_step).collect::<Option<_>>()?,
    }))
}

/// Exercise, outcome, eases, seconds; reasons only where there are any.
fn step(it: &StepDone) -> Json {
    let numbers = [
        u32::from(it.exercise.0),
        u32::from(it.outcome.code()),
        u32::from(it.eases),
        u32::from(it.secs),
    ];
    let reasons = it.reasons.iter().map(|it| Json::from(it.slug())).collect::<Json>();
    let reasons = (!it.reasons.is_empty()).then_some(reasons);
    numbers.into_iter().map(Json::from).chain(reasons).collect()
}

fn read_step(row: &Json) -> Option<StepDone> {
    let (exercise, outcome, eases, secs, said) = match row.items()? {
        [exercise, outcome, eases, secs] => (exercise, outcome, eases, secs, None),
        [exercise, outcome, eases, secs, said] => (exercise, outcome, eases, secs, Some(said)),
        _ => return None,
    };
    let said = said.map_or(Some(&[][..]), Json::items)?;
    if said.len() > StepDone::MAX_REASONS {
        return None;
    }
    Some(StepDone {
        exercise: ExerciseId(exercise.fit()?),
        outcome: outcome.fit().and_then(Outcome::from_code)?,
        eases: eases.fit()?,
        secs: secs.fit()?,
        reasons: said
            .iter()
            .map(|it| it.text().and_then(Complaint::from_slug))
            .collect::<Option<_>>()?,
    })
}

pub(super) fn felt(head: Out, it: &Felt) -> Out {
    head.put("session", it.session)
        .put("pain", u32::from(it.pain.get()))
        .put("place", it.place.map(Area::slug))
}

pub(super) fn read_felt(fields: Fields<'_>, when: When) -> Option<What> {
    let place = fields.get("place")?;
    let place =
        if *place == Json::Null { None } else { Some(place.text().and_then(Area::from_slug)?) };
    let session = started(fields.get("session"))?;
    Some(What::Felt(Felt { session, when, pain: rating(fields.get("pain"))?, place }))
}

pub(super) fn week(head: Out, it: &Week) -> Out {
    let pair = |it: &(u64, Rating)| -> Json {
        [Json::from(it.0), u32::from(it.1.get()).into()].into_iter().collect()
    };
    let number = |it: Option<Rating>| it.map(|it| u32::from(it.get()));
    head.put("activities", it.activities.iter().map(pair).collect::<Json>())
        .put("sleep", number(it.sleep))
        .put("confidence", number(it.confidence))
}

pub(super) fn read_week(fields: Fields<'_>) -> Option<What> {
    let rows = fields.get("activities")?.items()?;
    if rows.len() > MOST_ACTIVITIES {
        return None;
    }
    let mut activities: Vec<(u64, Rating)> = Vec::with_capacity(rows.len());
    for row in rows {
        let [id, rated] = row.items()? else { return None };
        let id = started(Some(id))?;
        if activities.iter().any(|it| it.0 == id) {
            return None;
        }
        activities.push((id, rating(Some(rated))?));
    }
    let sleep = optional_rating(fields.get("sleep"))?.0;
    let confidence = optional_rating(fields.get("confidence"))?.0;
    Some(What::Week(Week { activities, sleep, confidence }))
}

pub(super) fn activity(head: Out, it: &Activity) -> Out {
    head.put("id", it.id).put("name", it.name.as_str()).put("asked", it.is_asked)
}

pub(super) fn read_activity(fields: Fields<'_>) -> Option<What> {
    let Json::Bool(is_asked) = *fields.get("asked")? else { return None };
    let name = line(fields.get("name")).filter(|it| !it.is_empty())?;
    Some(What::Activity(Activity { id: started(fields.get("id"))?, name, is_asked }))
}

pub(super) fn read_change(fields: Fields<'_>) -> Option<What> {
    fields.get("change")?.fit().and_then(Change::new).map(What::Change)
}

pub(super) fn read_reply(fields: Fields<'_>) -> Option<What> {
    fields.get("reply")?.text().and_then(Reply::from_slug).map(What::Reply)
}

pub(super) fn read_note(fields: Fields<'_>) -> Option<What> {
    let raw = fields.get("note")?.text()?;
    let note = Note::clean(raw);
    (note.as_str() == raw && !note.is_empty()).then_some(What::Note(note))
}

pub(super) fn plan(head: Out, it: &PlanFrom) -> Out {
    let schedule = it.schedule.map(|it| -> Json {
        let numbers = [it.times.get(), it.days.get(), it.weeks.get()];
        numbers.into_iter().map(|it| Json::from(u32::from(it))).collect()
    });
    head.put("routine", it.routine.as_str()).put("schedule", schedule)
}

pub(super) fn read_plan(fields: Fields<'_>) -> Option<What> {
    let routine = match fields.get("routine")?.text()? {
        "" => "",
        _ => word(fields.get("routine"))?,
    };
    let schedule = fields.get("schedule")?;
    let schedule = if *schedule == Json::Null { None } else { Some(read_schedule(schedule)?) };
    Some(What::Plan(PlanFrom { routine: routine.to_owned(), schedule }))
}

fn read_schedule(value: &Json) -> Option<Schedule> {
    let [times, days, weeks] = value.items()? else { return None };
    Some(Schedule {
        times: TimesADay::new(times.fit()?).ok()?,
        days: DaysAWeek::new(days.fit()?).ok()?,
        weeks: Weeks::new(weeks.fit()?).ok()?,
    })
}

pub(super) fn rating(value: Option<&Json>) -> Option<Rating> {
    value?.fit().and_then(Rating::new)
}

/// A rating or none.
struct Rated(Option<Rating>);

/// `None` for what is neither a rating nor `null`.
fn optional_rating(value: Option<&Json>) -> Option<Rated> {
    if *value? == Json::Null { Some(Rated(None)) } else { Some(Rated(Some(rating(value)?))) }
}

/// A moment in milliseconds since 1970 that fits a key.
fn started(value: Option<&Json>) -> Option<u64> {
    value?.fit()
}

/// Text that is shown as it is: a name with control characters was not written by the app.
fn line(value: Option<&Json>) -> Option<Line> {
    let raw = value?.text()?;
    let line = Line::clean(raw);
    (line.as_str() == raw).then_some(line)
}
