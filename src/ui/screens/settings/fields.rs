//! Fields of the settings screen.

use leptos::prelude::{event_target_checked, event_target_value};

use crate::app::settings::Settings;
use crate::app::{App, write_input};
use crate::domain::plan::Timing;
use crate::domain::time::Span;
use crate::ui::markup::{Node, Nodes, Tag, classed, tag};

/// Fields that belong together.
pub(super) fn group(fields: Nodes) -> Node {
    classed("div", "settings-group").all(fields).done()
}

/// A field under its label; `name` is its form name and id.
pub(super) fn field(name: &'static str, label: &'static str, control: Tag) -> Tag {
    classed("div", "field")
        .child(tag("label").set("for", name).words(label))
        .child(control.set("id", name).set("name", name))
}

/// A setting that is on or off.
pub(super) fn toggle(
    name: &'static str,
    label: &'static str,
    on: bool,
    mut on_change: impl FnMut(bool) + 'static,
) -> Node {
    let tick_box = tag("input")
        .set("type", "checkbox")
        .flag("checked", on)
        .on("change", move |event| on_change(event_target_checked(&event)));
    field(name, label, tick_box).done()
}

/// One of the times between holds, 0 to [`Settings::MAX_GAP_SECS`] s; anything else is put right.
pub(super) fn seconds(
    app: &'static App,
    name: &'static str,
    label: &'static str,
    of: fn(&mut Timing) -> &mut Span,
) -> Node {
    let now = move || of(&mut app.settings.now().timing).whole_secs_up();
    let number = tag("input")
        .set("type", "number")
        .set("inputmode", "numeric")
        .set("min", "0")
        .set("max", Settings::MAX_GAP_SECS.to_string())
        .set("step", "1")
        .set("value", now().to_string())
        .on("change", move |event| {
            if let Ok(wanted) = event_target_value(&event).trim().parse::<u32>() {
                let secs = wanted.min(u32::from(Settings::MAX_GAP_SECS));
                app.settings.change(|it| *of(&mut it.timing) = Span::from_secs(secs));
            }
            write_input(&event, &now().to_string());
        });
    field(name, label, number).done()
}

/// A number to slide, in percent, between `range.0` and `range.1`.
pub(super) fn slide(
    name: &'static str,
    label: &'static str,
    range: (u8, u8),
    value: u8,
    mut on_change: impl FnMut(u8) + 'static,
) -> Node {
    let slider = tag("input")
        .set("type", "range")
        .set("min", range.0.to_string())
        .set("max", range.1.to_string())
        .set("step", "5")
        .set("value", value.to_string())
        .on("change", move |event| {
            if let Ok(number) = event_target_value(&event).parse() {
                on_change(number);
            }
        });
    field(name, label, slider).done()
}

/// A choice of one among a few, each a slug and its words.
pub(super) fn select(
    name: &'static str,
    label: &'static str,
    all: &[(&'static str, &'static str)],
    chosen: &str,
    mut on_change: impl FnMut(&str) + 'static,
) -> Node {
    let options = all.iter().map(|(slug, words)| {
        tag("option").set("value", *slug).flag("selected", *slug == chosen).words(*words).done()
    });
    let list = tag("select")
        .on("change", move |event| on_change(&event_target_value(&event)))
        .children(options);
    field(name, label, list).done()
}
