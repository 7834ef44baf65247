//! A tick box as large as its words.

use leptos::callback::UnsyncCallback;
use leptos::prelude::*;

/// A labelled tick box the whole of which can be tapped.
#[component]
pub(crate) fn Choice(
    /// Form name.
    name: &'static str,
    /// The words.
    label: &'static str,
    /// Whether it is ticked.
    #[prop(into)]
    ticked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: UnsyncCallback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                name=name
                prop:checked=move || ticked.get()
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span>{label}</span>
        </label>
    }
}
