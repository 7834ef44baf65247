//! The frame of every screen but the player: masthead and main.

use leptos::prelude::*;

use crate::app::routes::Route;
use crate::app::use_app;
use crate::i18n::messages::common;
use crate::ui::icons::{Icon, Picture};

/// A screen's frame; its root carries `data-screen`.
#[component]
pub(crate) fn Page(
    /// Value of `data-screen`.
    screen: &'static str,
    /// The screen's content.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let here = |there: &Route| (app.route.peek() == *there).then_some("page");
    view! {
        <div class="page" data-screen=screen>
            <header class="masthead">
                <a class="brand" href="#/">
                    <Icon picture=Picture::Knot />
                    {common::NAME}
                </a>
                <nav aria-label=common::MAIN_MENU>
                    <a href="#/library" aria-current=here(&Route::Library)>{common::LIBRARY}</a>
                    <a href="#/settings" aria-current=here(&Route::Settings)>{common::SETTINGS}</a>
                </nav>
            </header>
            <main id="main" tabindex="-1">{children()}</main>
        </div>
    }
}
