//! Home: one routine to try now, then all of them by area.
//!
//! The static shell in `index.html` shows the same things in the same places, so that nothing jumps when
//! the app takes over; `tests/it/shell.rs` holds the two together.

use leptos::prelude::*;

use crate::app::routes::Route;
use crate::app::use_app;
use crate::app::library;
use crate::domain::body::Area;
use crate::i18n::messages::home as words;
use crate::i18n::words as plain;
use crate::ui::components::{OfflineStatus, Page, RoutineCard};
use crate::ui::icons::{Icon, Picture};

/// The routine that a first visitor is offered.
const FIRST_ROUTINE: &str = "lower-back-10";

/// The home screen.
#[component]
pub(crate) fn Home() -> impl IntoView {
    view! {
        <Page screen="home">
            <div class="stack">
                <h1 tabindex="-1">{words::HEADLINE}</h1>
                <p class="lead">{words::LEAD}</p>
            </div>
            <a
                class="button button-main home-start"
                href=Route::Routine(FIRST_ROUTINE.to_owned()).fragment()
                data-routine=FIRST_ROUTINE
            >
                <span>{words::TRY} <small>{words::TRY_ABOUT}</small></span>
                <Icon picture=Picture::Forward />
            </a>
            <RoutineGroups />
            <Recent />
            <div class="home-foot">
                <OfflineStatus />
                <p>{words::NOT_CARE}</p>
                <p>{words::PRIVATE}</p>
            </div>
        </Page>
    }
}

/// Every routine under the heading of its area, in the library's order.
#[component]
pub(crate) fn RoutineGroups() -> impl IntoView {
    let mut areas: Vec<Area> = Vec::new();
    for routine in library::routines() {
        if !areas.contains(&routine.area) {
            areas.push(routine.area);
        }
    }
    let group = |area: Area| {
        let cards = library::routines().iter().filter(|it| it.area == area);
        view! {
            <section class="section" data-area=area.slug()>
                <h2>{plain::area(area)}</h2>
                <div class="cards">
                    {cards.map(|routine| view! { <RoutineCard routine=routine /> }).collect_view()}
                </div>
            </section>
        }
    };
    view! { <div class="home-groups">{areas.into_iter().map(group).collect_view()}</div> }
}

/// The routines done last, newest first; nothing before the first session.
#[component]
fn Recent() -> impl IntoView {
    let recent = use_app().history.recent_routines();
    (!recent.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words::RECENT}</h2>
                <div class="cards">
                    {recent
                        .into_iter()
                        .map(|routine| view! { <RoutineCard routine=routine /> })
                        .collect_view()}
                </div>
            </section>
        }
    })
}
