//! One routine: what it needs, its steps, who it is for, and the start.

use leptos::prelude::*;

use super::NotFound;
use crate::app::routes::Route;
use crate::app::use_app;
use crate::app::library;
use crate::domain::routine::{Routine as Entry, RoutineStep};
use crate::domain::side::Sides;
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{common, routine as words};
use crate::i18n::words as plain;
use crate::ui::components::{Action, Look, Page};

/// The routine screen, or not-found for an unknown slug.
#[component]
pub(crate) fn Routine(
    /// Its slug.
    slug: String,
) -> impl IntoView {
    let Some(entry) = library::routine(&slug) else {
        return view! { <NotFound /> }.into_any();
    };
    let text = library::routine_text(entry.id);
    let app = use_app();
    view! {
        <Page screen="routine">
            <div class="stack" data-routine=entry.slug>
                <h1 tabindex="-1">{text.name}</h1>
                <p class="lead">{text.about}</p>
                <Needs entry=entry />
            </div>
            <p class="inline-note stop-note">{words::STOP_LINE}</p>
            <section class="section">
                <h2>{words::STEPS}</h2>
                <ol class="steps panel">
                    {entry.steps.iter().map(|step| view! { <Step step=*step /> }).collect_view()}
                </ol>
                <p class="small quiet">{words::SKIP_NOTE}</p>
            </section>
            <section class="section">
                <h2>{words::FOR_WHOM}</h2>
                <p>{text.for_whom}</p>
            </section>
            <section class="section">
                <h2>{words::HOW_OFTEN}</h2>
                <p>{text.how_often}</p>
            </section>
            <div class="thumb">
                <Action
                    action="start"
                    label=common::START
                    look=Look::Main
                    on_press=move || app.go(&Route::Check(Some(entry.slug.to_owned())))
                />
            </div>
        </Page>
    }
    .into_any()
}

/// Total time and tools.
#[component]
fn Needs(entry: &'static Entry) -> impl IntoView {
    let total = format::clock(library::total(entry));
    view! {
        <ul class="tags" aria-label=words::NEEDS>
            <li class="tag">{format::fill(words::TOTAL, &[&total])}</li>
            {library::tools(entry)
                .into_iter()
                .map(|tool| view! { <li class="tag" data-tool=tool.slug()>{plain::tool(tool)}</li> })
                .collect_view()}
        </ul>
    }
}

/// One line of the routine.
#[component]
fn Step(step: RoutineStep) -> impl IntoView {
    let exercise = library::exercise(step.exercise);
    let text = library::text(step.exercise);
    let time = format::seconds(Span::from_secs(u32::from(step.hold.secs())));
    let time = match exercise.map(|it| it.sides) {
        Some(Sides::Each) => format::fill(common::EACH_SIDE, &[&time]),
        Some(Sides::Together) | None => time,
    };
    let slug = exercise.map(|it| it.slug).unwrap_or_default();
    view! {
        <li data-exercise=slug>
            <a href=Route::Exercise(slug.to_owned()).fragment()>{text.name}</a>
            <span class="time">{time}</span>
            <span class="more small quiet">{exercise.map(|it| plain::position(it.position))}</span>
        </li>
    }
}
