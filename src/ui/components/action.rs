//! A button that does something.

use leptos::callback::UnsyncCallback;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The main act of a screen.
    Main,
    /// One of several.
    Plain,
    /// Quieter than its neighbours.
    Quiet,
    /// Stops or loses something.
    Danger,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main button-wide",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with words; `action` is the stable name that clients find it by.
#[component]
pub(crate) fn Action(
    /// Value of `data-action`.
    action: &'static str,
    /// Its words.
    #[prop(into)]
    label: String,
    /// How it looks.
    #[prop(default = Look::Plain)]
    look: Look,
    /// What it does.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class=look.class() data-action=action on:click=move |_| on_press.run(())>
            {label}
        </button>
    }
}
