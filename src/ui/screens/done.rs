//! After a session: what was done, after-care, and again.

use leptos::prelude::*;

use crate::app::routes::Route;
use crate::app::use_app;
use crate::app::library;
use crate::domain::routine::Routine;
use crate::domain::session::{Ending, Outcome, StepRecord, Summary};
use crate::i18n::format;
use crate::i18n::messages::done as words;
use crate::ui::components::{Action, Look, Page};
use crate::ui::icons::{Icon, Picture};

/// The done screen.
#[component]
pub(crate) fn Done(
    /// The routine that was played.
    routine: &'static Routine,
) -> impl IntoView {
    let app = use_app();
    let summary = app.player.summary.peek();
    view! {
        <Page screen="done">
            <div class="stack">
                <div class="done-mark">
                    <Icon picture=Picture::Tick />
                </div>
                {summary.as_ref().map(|summary| view! { <Headline summary=summary.clone() /> })}
            </div>
            <AfterCare />
            {summary.map(|summary| view! { <WhatWasDone steps=summary.steps /> })}
            <Install />
            <div class="thumb">
                <Action
                    action="finish"
                    label=words::FINISH
                    look=Look::Main
                    on_press=move || app.player.finish(app)
                />
                <Action
                    action="restart"
                    label=words::AGAIN
                    on_press=move || {
                        app.player.forget_summary();
                        app.go(&Route::Check(Some(routine.slug.to_owned())));
                    }
                />
            </div>
        </Page>
    }
}

#[component]
fn Headline(summary: Summary) -> impl IntoView {
    let headline = match summary.ending {
        Ending::Completed => words::HEADLINE,
        Ending::EndedEarly => words::EARLY,
    };
    view! {
        <h1 tabindex="-1">{headline}</h1>
        {(!summary.worked.is_zero())
            .then(|| {
                let worked = format::fill(words::WORKED, &[&format::clock(summary.worked)]);
                view! { <p class="lead">{worked}</p> }
            })}
    }
}

/// The after-care lines (clinical-evidence 5.9: AC01, AC03, AC04, AC06).
#[component]
fn AfterCare() -> impl IntoView {
    let lines = [words::WALK, words::WATER, words::SORE, words::WARM, words::WARM_ASK];
    view! {
        <section class="panel" data-role="aftercare">
            <h2>{words::AFTER}</h2>
            <ul class="bullets">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p class="inline-note stop-note">{words::SEE}</p>
        </section>
    }
}

/// Each step with what became of it.
#[component]
fn WhatWasDone(steps: Vec<StepRecord>) -> impl IntoView {
    let line = |step: StepRecord| {
        let outcome = match step.done {
            Outcome::Done if step.eases > 0 => words::EASED.to_owned(),
            Outcome::Done => format::clock(step.worked),
            Outcome::Skipped => words::SKIPPED.to_owned(),
            Outcome::TooMuch => words::TOO_MUCH.to_owned(),
            Outcome::NotReached => words::NOT_REACHED.to_owned(),
        };
        view! {
            <li>
                <span>{library::text(step.exercise).name}</span>
                <span class="quiet">{outcome}</span>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>{words::WHAT}</h2>
            <ul class="done-list">{steps.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// The offer to keep the app, after a finished session and until it is refused.
#[component]
fn Install() -> impl IntoView {
    let app = use_app();
    move || {
        app.install.offer(app).map(|offer| {
            view! {
                <section class="panel" data-role="install">
                    <h2>{words::INSTALL}</h2>
                    <p>{words::INSTALL_WHY}</p>
                    {if offer.can_prompt {
                        view! {
                            <Action
                                action="install"
                                label=words::INSTALL_GO
                                on_press=move || app.install.prompt()
                            />
                        }
                            .into_any()
                    } else {
                        view! { <p>{words::INSTALL_IOS}</p> }.into_any()
                    }}
                    <Action
                        action="not-now"
                        label=words::NOT_NOW
                        look=Look::Quiet
                        on_press=move || app.install.dismiss(app)
                    />
                </section>
            }
        })
    }
}
