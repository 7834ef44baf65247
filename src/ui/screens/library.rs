//! The library: routines and exercises by area.

use leptos::prelude::*;

use super::home::RoutineGroups;
use crate::app::routes::Route;
use crate::app::library;
use crate::domain::body::Area;
use crate::domain::exercise::Exercise;
use crate::i18n::messages::{common, library as words};
use crate::i18n::words as plain;
use crate::ui::components::Page;

/// The library screen.
#[component]
pub(crate) fn Library() -> impl IntoView {
    view! {
        <Page screen="library">
            <div class="stack">
                <h1 tabindex="-1">{common::LIBRARY}</h1>
                <p class="lead">{words::LEAD}</p>
            </div>
            <section class="section">
                <h2>{words::EXERCISES}</h2>
                {Area::ALL.iter().map(|area| view! { <AreaList area=*area /> }).collect_view()}
            </section>
            <section class="section">
                <h2>{words::ROUTINES}</h2>
                <RoutineGroups />
            </section>
        </Page>
    }
}

/// The exercises of one area; nothing where there are none.
#[component]
fn AreaList(
    /// The area.
    area: Area,
) -> impl IntoView {
    let exercises: Vec<&'static Exercise> =
        library::exercises().iter().filter(|it| it.area == area).collect();
    (!exercises.is_empty()).then(|| {
        view! {
            <div data-area=area.slug()>
                <h3>{plain::area(area)}</h3>
                <ul class="exercise-list">
                    {exercises
                        .into_iter()
                        .map(|it| {
                            view! {
                                <li>
                                    <a
                                        href=Route::Exercise(it.slug.to_owned()).fragment()
                                        data-exercise=it.slug
                                    >
                                        {library::text(it.id).name}
                                        <span class="small quiet">{plain::position(it.position)}</span>
                                    </a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}
