//! The list of steps: what is pressed in it, moved by key and carried by hand.

use std::sync::Arc;

use super::row::row;
use super::{Over, steps};
use crate::app::field::{chord, sortable, told};
use crate::app::watched::Watched;
use crate::app::{self, App};
use crate::domain::builder::{Edit, StepKey};
use crate::i18n::builder::step as words;
use crate::i18n::format;
use crate::ui::components::ROWS;
use crate::ui::markup::{Node, classed, following, keyed_rows};

/// The steps as rows that outlive edits; what lies below the fold comes after the first picture.
pub(super) fn rows(app: &'static App, over: &Over) -> Node {
    let shown = growing(app);
    let over = Arc::clone(over);
    let keys = move || {
        let keys = app.builder.keys();
        keys.into_iter().take(shown.get()).map(StepKey::number).collect()
    };
    classed("ol", "build-steps")
        .set("data-role", "steps")
        .set("aria-describedby", "build-keys")
        .follow("data-choosing", move || app.builder.is_choosing().then(String::new))
        .on("click", move |event| {
            if let (Some(action), Some(key)) =
                (told(&event, "data-action"), told(&event, "data-key"))
                && let Ok(key) = key.parse()
            {
                pressed(app, &over, &action, key);
            }
        })
        .on("keydown", move |event| {
            let (Some(chord), Some(key)) = (chord(&event), told(&event, "data-key")) else {
                return;
            };
            let on_handle = told(&event, "data-action").as_deref() == Some("drag");
            let up = match chord.key.as_str() {
                "ArrowUp" => true,
                "ArrowDown" => false,
                _ => return,
            };
            if (chord.alt || on_handle)
                && !chord.command
                && let Ok(key) = key.parse()
            {
                event.prevent_default();
                let action = told(&event, "data-action").unwrap_or_default();
                step_aside(app, key, up, &action);
            }
        })
        .made(move |list| sortable(&list, move |from, to| carried(app, from, to)))
        .child(keyed_rows(Box::new(keys), Box::new(move |key| row(app, key))))
        .done()
}

/// How many rows are made; more after each picture, until all are.
fn growing(app: &'static App) -> Arc<Watched<usize>> {
    let shown = Arc::new(Watched::new(ROWS));
    let grown = Arc::clone(&shown);
    following(move || {
        let now = grown.get();
        if app.builder.keys().len() > now {
            let grown = Arc::clone(&grown);
            app::after_paint(move || grown.set(now + ROWS));
        }
    });
    shown
}

fn pressed(app: &'static App, over: &Over, action: &str, key: u32) {
    match action {
        "open-step" => app.builder.toggle_open(key),
        "choose-step" => app.builder.toggle_chosen(key),
        "move-up" => step_aside(app, key, true, action),
        "move-down" => step_aside(app, key, false, action),
        "copy-step" => with_name(app, key, |at, name| {
            app.builder.act(Edit::Duplicate(at), format::fill(words::COPIED, &[name]));
        }),
        "remove-step" => remove(app, key),
        "change-custom" => over.set(super::Sheet::Custom(Some(key))),
        _ => {}
    }
}

fn with_name(app: &'static App, key: u32, act: impl FnOnce(usize, &str)) {
    let place = app.builder.place_of(key);
    if let (Some(at), Some(row)) = (place, app.builder.row(key)) {
        let name = row.now.read(|it| steps::name(&it.step));
        act(at, &name);
    }
}

/// Moves a step by one place; the focus stays on what was pressed.
fn step_aside(app: &'static App, key: u32, up: bool, action: &str) {
    with_name(app, key, |at, name| {
        let last = app.builder.count().saturating_sub(1);
        if up && at == 0 {
            return app.builder.say(format::fill(words::IS_FIRST, &[name]));
        }
        if !up && at == last {
            return app.builder.say(format::fill(words::IS_LAST, &[name]));
        }
        move_to(app, at, if up { at - 1 } else { at + 1 }, name);
        refocus(key, action);
    });
}

fn carried(app: &'static App, from: usize, to: usize) {
    let Some(key) = app.builder.key_at(from) else { return };
    with_name(app, key, |at, name| move_to(app, at, to, name));
    refocus(key, "drag");
}

fn move_to(app: &'static App, from: usize, to: usize, name: &str) {
    let (place, count) = ((to + 1).to_string(), app.builder.count().to_string());
    app.builder.act(Edit::Move { from, to }, format::fill(words::MOVED, &[name, &place, &count]));
}

/// Deletes a step; the focus goes to the one that takes its place.
fn remove(app: &'static App, key: u32) {
    with_name(app, key, |at, name| {
        app.builder.act(Edit::Remove(vec![at]), format::fill(words::REMOVED, &[name]));
        let next = app.builder.key_at(at).or_else(|| app.builder.key_at(at.checked_sub(1)?));
        match next {
            Some(key) => refocus(key, "open-step"),
            None => app::behind_paint(|| {
                app::focus("[data-screen=builder] [data-action=add-step]");
            }),
        }
    });
}

/// Brings the focus back once the row stands where it belongs.
fn refocus(key: u32, action: &str) {
    let selector = ["[data-key='", &key.to_string(), "'] [data-action='", action, "']"].concat();
    app::behind_paint(move || {
        app::focus(&selector);
    });
}
