//! Fields of the settings screen.

use leptos::callback::UnsyncCallback;
use leptos::prelude::*;

use crate::app::settings::Settings;
use crate::app::use_app;
use crate::domain::plan::Timing;
use crate::domain::time::Span;

/// A setting that is on or off.
#[component]
pub(super) fn Toggle(
    /// Form name and id.
    name: &'static str,
    /// Its words.
    label: &'static str,
    /// Whether it is on.
    on: bool,
    /// Called with the new state.
    #[prop(into)]
    on_change: UnsyncCallback<bool>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input
                id=name
                type="checkbox"
                name=name
                prop:checked=on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
        </div>
    }
}

/// One of the times between holds, 0 to [`Settings::MAX_GAP_SECS`] s; anything else is put right.
#[component]
pub(super) fn Seconds(
    /// Form name and id.
    name: &'static str,
    /// Its words.
    label: &'static str,
    /// Which time.
    of: fn(&mut Timing) -> &mut Span,
) -> impl IntoView {
    let app = use_app();
    let mut timing = app.settings.now().timing;
    let secs = RwSignal::new(of(&mut timing).whole_secs_up());
    let set = move |text: &str| {
        let longest = u32::from(Settings::MAX_GAP_SECS);
        let wanted = text.trim().parse::<u32>().map_or_else(|_| secs.get_untracked(), |it| it.min(longest));
        secs.set(wanted);
        app.settings.change(|it| *of(&mut it.timing) = Span::from_secs(wanted));
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input
                id=name
                type="number"
                name=name
                inputmode="numeric"
                min="0"
                max=Settings::MAX_GAP_SECS.to_string()
                step="1"
                prop:value=move || secs.get().to_string()
                on:change:target=move |event| {
                    set(&event.target().value());
                    event.target().set_value(&secs.get_untracked().to_string());
                }
            />
        </div>
    }
}

/// A number to slide, in percent.
#[component]
pub(super) fn Slide(
    /// Form name and id.
    name: &'static str,
    /// Its words.
    label: &'static str,
    /// Smallest and largest.
    range: (u8, u8),
    /// Where it stands.
    value: u8,
    /// Called with the new number.
    #[prop(into)]
    on_change: UnsyncCallback<u8>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input
                id=name
                type="range"
                name=name
                min=range.0.to_string()
                max=range.1.to_string()
                step="5"
                prop:value=value.to_string()
                on:change:target=move |event| {
                    if let Ok(number) = event.target().value().parse() {
                        on_change.run(number);
                    }
                }
            />
        </div>
    }
}

/// Options of a list, the chosen one marked.
pub(super) fn options(all: &[(&'static str, &'static str)], chosen: &'static str) -> impl IntoView + use<> {
    all.iter()
        .map(|(slug, words)| view! { <option value=*slug selected={*slug == chosen}>{*words}</option> })
        .collect_view()
}
