//! What stands before a session: red flags, what they mean, and the set-up check.

mod before_start;
mod flags;
mod verdict;

use leptos::prelude::*;

pub(crate) use before_start::BeforeStart;
use flags::Flags;
use verdict::{Card, Locked};

use crate::app::routes::Route;
use crate::app::screening::Stage;
use crate::app::use_app;
use crate::app::library;
use crate::i18n::messages::{check as words, common};
use crate::ui::components::Page;

/// The safety check; leads on to the routine it was opened for.
#[component]
pub(crate) fn Check(
    /// Slug of the routine to start afterwards, if any.
    slug: Option<String>,
) -> impl IntoView {
    let app = use_app();
    let stage = Memo::new(move |_| app.screening.stage());
    let routine = slug.as_deref().and_then(library::routine);
    Effect::new(move |before: Option<()>| {
        stage.track();
        if before.is_some() {
            app.top();
        }
    });
    view! {
        <Page screen="check">
            {move || match stage.get() {
                Stage::Ask(list) => view! { <Flags list=list /> }.into_any(),
                Stage::Locked(verdict) => view! { <Locked verdict=verdict /> }.into_any(),
                Stage::Info(verdict) => view! { <Card verdict=verdict /> }.into_any(),
                Stage::Ready => {
                    match routine {
                        Some(routine) => {
                            view! { <BeforeStart routine=routine action="accept-check" /> }.into_any()
                        }
                        None => view! { <Answered /> }.into_any(),
                    }
                }
            }}
        </Page>
    }
}

/// The end of a check that was not opened for a routine.
#[component]
fn Answered() -> impl IntoView {
    view! {
        <div class="stack">
            <h1 tabindex="-1">{words::THANKS}</h1>
            <p class="lead">{words::SAVED_HERE}</p>
        </div>
        <a class="button button-main button-wide" href=Route::Home.fragment()>
            {common::BACK_HOME}
        </a>
    }
}
