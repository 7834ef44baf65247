//! One exercise: everything known about it.

use leptos::prelude::*;

use super::NotFound;
use crate::app::routes::Route;
use crate::app::library::{self, ExerciseText};
use crate::domain::exercise::{Easier, Exercise as Entry};
use crate::domain::side::Sides;
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{common, library as words};
use crate::i18n::words as plain;
use crate::ui::components::Page;

/// The exercise screen, or not-found for an unknown slug.
#[component]
pub(crate) fn Exercise(
    /// Its slug.
    slug: String,
) -> impl IntoView {
    let Some(entry) = library::exercise_by_slug(&slug) else {
        return view! { <NotFound /> }.into_any();
    };
    let text = library::text(entry.id);
    view! {
        <Page screen="exercise">
            <div class="stack" data-exercise=entry.slug>
                <h1 tabindex="-1">{text.name}</h1>
                <p class="lead">{text.feel}</p>
            </div>
            <p class="inline-note stop-note">{text.cautions.join(" ")}</p>
            <HowTo text=text />
            <Facts entry=entry text=text />
            <Skip entry=entry />
            <EasierWay entry=entry text=text />
            <Sources entry=entry />
        </Page>
    }
    .into_any()
}

/// Set-up line and cues.
#[component]
fn HowTo(text: &'static ExerciseText) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{words::SET_UP}</h2>
            <p>{text.set_up}</p>
        </section>
        <section class="section">
            <h2>{words::HOW}</h2>
            <ul class="bullets">
                {text.cues.iter().map(|cue| view! { <li>{*cue}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// Area, muscles, tool, time and limit.
#[component]
fn Facts(entry: &'static Entry, text: &'static ExerciseText) -> impl IntoView {
    let time = format::seconds(Span::from_secs(u32::from(entry.hold.secs())));
    let time = match entry.sides {
        Sides::Together => time,
        Sides::Each => format::fill(common::EACH_SIDE, &[&time]),
    };
    let limit = entry.pressure_cap.map(|cap| {
        let limit = format::fill(words::OUT_OF_TEN, &[&cap.rating().to_string()]);
        view! {
            <dt>{words::AT_MOST}</dt>
            <dd>{limit}</dd>
        }
    });
    view! {
        <dl class="facts panel">
            <dt>{words::AREA}</dt>
            <dd>{plain::area(entry.area)}</dd>
            <dt>{words::MUSCLES}</dt>
            <dd>{text.muscles}</dd>
            <dt>{words::TOOL}</dt>
            <dd>{plain::tool(entry.tool)}</dd>
            <dt>{words::POSITION}</dt>
            <dd>{plain::position(entry.position)}</dd>
            <dt>{words::TIME}</dt>
            <dd>{time}</dd>
            {limit}
        </dl>
    }
}

/// Who should leave it out.
#[component]
fn Skip(entry: &'static Entry) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{words::SKIP}</h2>
            {if entry.skip.is_empty() {
                view! { <p>{words::NONE_TO_SKIP}</p> }.into_any()
            } else {
                view! {
                    <ul class="bullets">
                        {entry.skip.iter().map(|tag| view! { <li>{plain::tag(*tag)}</li> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
}

/// The easier variant, linked when it is an exercise of its own.
#[component]
fn EasierWay(entry: &'static Entry, text: &'static ExerciseText) -> impl IntoView {
    let other = match entry.easier {
        Easier::Exercise(id) => library::exercise(id),
        Easier::SameButGentler => None,
    };
    view! {
        <section class="section">
            <h2>{words::EASIER}</h2>
            <p>{text.easier}</p>
            {other
                .map(|it| {
                    view! {
                        <a class="button" href=Route::Exercise(it.slug.to_owned()).fragment()>
                            {library::text(it.id).name}
                        </a>
                    }
                })}
        </section>
    }
}

/// The sources of its dose.
#[component]
fn Sources(entry: &'static Entry) -> impl IntoView {
    view! {
        <section class="section small quiet">
            <h2>{words::SOURCES}</h2>
            <ul class="bullets">
                {entry
                    .sources
                    .iter()
                    .map(|id| {
                        let label = library::source(id).map_or("", |it| it.label);
                        view! { <li>{*id} " " {label}</li> }
                    })
                    .collect_view()}
            </ul>
            <p>{words::SOURCES_NOTE}</p>
        </section>
    }
}
