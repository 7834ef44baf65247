//! A routine as something to tap.

use leptos::prelude::*;

use crate::app::routes::Route;
use crate::app::library;
use crate::domain::routine::Routine;

/// A link to a routine with its name and one sentence about it.
#[component]
pub(crate) fn RoutineCard(
    /// The routine.
    routine: &'static Routine,
) -> impl IntoView {
    let text = library::routine_text(routine.id);
    view! {
        <a class="card" href=Route::Routine(routine.slug.to_owned()).fragment() data-routine=routine.slug>
            <span class="card-name">{text.name}</span>
            <span class="card-about">{text.about}</span>
        </a>
    }
}
