//! A sheet that rises over the screen and keeps the focus until it is answered.

use leptos::callback::UnsyncCallback;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A modal sheet; Escape and the back gesture of the dialog do what `on_dismiss` says.
#[component]
pub(crate) fn Sheet(
    /// Value of `data-role`.
    role: &'static str,
    /// Id of the heading that names it.
    named_by: &'static str,
    /// Called on Escape.
    #[prop(into)]
    on_dismiss: UnsyncCallback<()>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            crate::app::open_dialog(&dialog);
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class="sheet rise"
            data-role=role
            aria-labelledby=named_by
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_dismiss.run(());
            }
        >
            <div class="sheet-body">{children()}</div>
        </dialog>
    }
}
