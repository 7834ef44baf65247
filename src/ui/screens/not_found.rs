//! An address that leads nowhere.

use leptos::prelude::*;

use crate::i18n::messages::{common, not_found as words};
use crate::ui::components::Page;

/// A friendly not-found with the way home.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    view! {
        <Page screen="not-found">
            <div class="stack">
                <h1 tabindex="-1">{words::HEADLINE}</h1>
                <p class="lead">{words::WHY}</p>
            </div>
            <a class="button button-main button-wide" href="#/">
                {common::BACK_HOME}
            </a>
            <a class="button button-wide" href="#/library">
                {common::LIBRARY}
            </a>
        </Page>
    }
}
