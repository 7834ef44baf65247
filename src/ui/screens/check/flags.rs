//! A list of red flags to tick, or none of them.

use leptos::prelude::*;

use crate::app::use_app;
use crate::domain::screening::{Draft, Flag, List};
use crate::i18n::messages::check as words;
use crate::i18n::screening as text;
use crate::ui::components::{Action, Choice, Look};

/// One list; it is answered by "none of these" or by going on with at least one tick.
#[component]
pub(crate) fn Flags(
    /// Which list.
    list: List,
) -> impl IntoView {
    let app = use_app();
    let draft = RwSignal::new(Draft::new(list));
    let lead = match list {
        List::Full => words::LEAD,
        List::Short => words::SHORT_LEAD,
        List::Nerve | List::Head => words::NOW_LEAD,
    };
    let any = move || list.flags().any(|flag| draft.get().is_ticked(flag));
    let go_on = move || app.screening.answer(app, &draft.get_untracked());
    let none = move || {
        draft.update(Draft::choose_none);
        go_on();
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">{text::list(list)}</h1>
            {(list == List::Full).then(|| view! { <p>{text::DISCLAIMER}</p> })}
            <p class="lead">{lead}</p>
            {app.screening.was_unreadable().then(|| view! { <p class="inline-note">{words::UNREADABLE}</p> })}
        </div>
        <fieldset class="flags">
            <legend class="visually-hidden">{text::list(list)}</legend>
            {list.flags().map(|flag| view! { <FlagChoice flag=flag draft=draft /> }).collect_view()}
        </fieldset>
        <p class="small quiet">{text::STAYS_HERE}</p>
        <div class="thumb">
            <div hidden=move || any()>
                <Action action="none" label=text::NONE_OF_THESE look=Look::Main on_press=none />
            </div>
            <div hidden=move || !any()>
                <Action action="continue" label=words::CONTINUE look=Look::Main on_press=go_on />
            </div>
        </div>
    }
}

/// One red flag to tick.
#[component]
fn FlagChoice(flag: Flag, draft: RwSignal<Draft>) -> impl IntoView {
    view! {
        <Choice
            name=flag.slug()
            label=text::flag(flag)
            ticked=Signal::derive(move || draft.get().is_ticked(flag))
            on_change=move |ticked: bool| {
                draft
                    .update(|draft| {
                        if draft.is_ticked(flag) != ticked {
                            draft.toggle(flag);
                        }
                    });
            }
        />
    }
}
