//! The root: the screen that the address names, and what may stand over any screen.

use leptos::prelude::*;

use crate::app::library;
use crate::app::notices::Kind;
use crate::app::player::Unfinished;
use crate::app::routes::Route;
use crate::app::{App, use_app};
use crate::i18n::format;
use crate::i18n::messages::{common, home as words, notice as notice_words};
use crate::ui::components::{Action, Look};
use crate::ui::screens::{Check, Exercise, Home, Library, NotFound, Player, Routine, Settings};

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::start();
    Effect::new(move |before: Option<()>| {
        let title = title(&app.route.get());
        app.show_from_top(&title, before.is_some());
        if before.is_none() {
            app.announce_ready();
        }
    });
    let screen = move || match app.route.get() {
        Route::Home => view! { <Home /> }.into_any(),
        Route::Library => view! { <Library /> }.into_any(),
        Route::Exercise(slug) => view! { <Exercise slug=slug /> }.into_any(),
        Route::Routine(slug) => view! { <Routine slug=slug /> }.into_any(),
        Route::Play(slug) => view! { <Player slug=slug /> }.into_any(),
        Route::Check(slug) => view! { <Check slug=slug /> }.into_any(),
        Route::Settings => view! { <Settings /> }.into_any(),
        Route::NotFound => view! { <NotFound /> }.into_any(),
    };
    view! {
        {screen}
        <Notices />
    }
}

fn title(route: &Route) -> String {
    let about = match route {
        Route::Home | Route::NotFound | Route::Check(_) => None,
        Route::Library => Some(common::LIBRARY),
        Route::Settings => Some(common::SETTINGS),
        Route::Exercise(slug) => library::exercise_by_slug(slug).map(|it| library::text(it.id).name),
        Route::Routine(slug) | Route::Play(slug) => {
            library::routine(slug).map(|it| library::routine_text(it.id).name)
        }
    };
    about.map_or_else(|| common::NAME.to_owned(), |about| [about, " · ", common::NAME].concat())
}

/// Messages and the offer to carry on; never over a session.
#[component]
fn Notices() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="notices" role="status" hidden=move || app.player.is_active()>
            {move || app.player.unfinished().map(|it| view! { <ResumeOffer unfinished=it /> })}
            {move || {
                app.notices.all().into_iter().map(|kind| view! { <Notice kind=kind /> }).collect_view()
            }}
        </div>
    }
}

/// One message with its act, if it has one.
#[component]
fn Notice(kind: Kind) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="notice rise" data-role="notice" data-kind=kind.slug()>
            <p>{kind.words()}</p>
            <div class="row">
                {(kind == Kind::Update)
                    .then(|| {
                        view! {
                            <Action
                                action="update-now"
                                label=notice_words::UPDATE_GO
                                on_press=move || app.offline.update()
                            />
                        }
                    })}
                <Action
                    action="dismiss"
                    label=notice_words::OK
                    look=Look::Quiet
                    on_press=move || app.notices.dismiss(kind)
                />
            </div>
        </div>
    }
}

/// The session that was cut off, with routine, step and time left.
#[component]
fn ResumeOffer(unfinished: Unfinished) -> impl IntoView {
    let app = use_app();
    let name = library::routine_text(unfinished.routine.id).name;
    let view = unfinished.view;
    let place = format::fill(
        words::RESUME_WHERE,
        &[&view.step.to_string(), &view.steps.to_string(), &format::seconds(view.left)],
    );
    view! {
        <div class="notice rise" data-role="resume-offer" data-routine=unfinished.routine.slug>
            <p>
                <strong>{format::fill(words::RESUME, &[name])}</strong>
                " "
                {place}
            </p>
            <div class="row">
                <Action
                    action="discard-session"
                    label=words::RESUME_DROP
                    look=Look::Quiet
                    on_press=move || app.player.discard_unfinished()
                />
                <Action
                    action="resume-session"
                    label=words::RESUME_GO
                    on_press=move || app.player.resume_unfinished(app)
                />
            </div>
        </div>
    }
}
