//! Fields of the builder: words, numbers and lists that follow the draft.

use std::rc::Rc;

use leptos::prelude::{event_target_checked, event_target_value, untrack};

use crate::app::App;
use crate::app::field::{Field, write_target};
use crate::i18n::builder::step as words;
use crate::i18n::format;
use crate::ui::markup::{Node, Tag, classed, following, tag, worded};

/// A field for words.
pub(super) struct Text {
    /// Its id in the page.
    pub(super) id: String,
    /// Its form name.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) label: &'static str,
    /// What to know about it; may be empty.
    pub(super) hint: &'static str,
    /// Most characters.
    pub(super) max: usize,
    /// Lines that are shown; one takes no line breaks.
    pub(super) lines: u8,
    /// What stands in it.
    pub(super) read: Rc<dyn Fn() -> String>,
    /// Takes what is typed.
    pub(super) typed: Rc<dyn Fn(&str)>,
}

/// A field for words; what is typed counts at once and is one edit once the person stops.
pub(super) fn text(app: &'static App, it: Text) -> Node {
    let Text { id, name, label, hint, max, lines, read, typed } = it;
    let field = follows(Rc::clone(&read));
    let control = if lines > 1 {
        tag("textarea").set("rows", lines.to_string())
    } else {
        tag("input").set("type", "text")
    };
    let control = control
        .set("id", id.clone())
        .set("name", name)
        .set("maxlength", max.to_string())
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("dir", "auto")
        .made(move |element| field.is(element))
        .on("input", move |event| typed(&event_target_value(&event)))
        .on("change", move |event| {
            app.builder.settle();
            write_target(&event, &read());
        });
    let hinted = !hint.is_empty();
    let hint_id = [&id, "-hint"].concat();
    let control = if hinted { control.set("aria-describedby", hint_id.clone()) } else { control };
    let hint = hinted.then(|| classed("p", "hint").set("id", hint_id).words(hint).done());
    classed("div", "build-field build-words")
        .child(tag("label").set("for", id).words(label))
        .child(control)
        .children(hint)
        .done()
}

/// A field for a whole number.
pub(super) struct Number {
    /// Its id in the page.
    pub(super) id: String,
    /// Its form name.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) label: &'static str,
    /// Smallest and largest.
    pub(super) range: Rc<dyn Fn() -> (u16, u16)>,
    /// How much one press changes.
    pub(super) by: Rc<dyn Fn() -> u16>,
    /// What stands in it.
    pub(super) read: Rc<dyn Fn() -> u16>,
    /// Takes another number, which is within the range.
    pub(super) write: Rc<dyn Fn(u16)>,
}

/// A range that never changes.
pub(super) fn fixed<T: Copy + 'static>(value: T) -> Rc<dyn Fn() -> T> {
    Rc::new(move || value)
}

/// A field for a number, with a button for less and one for more.
pub(super) fn number(it: Number) -> Node {
    let Number { id, name, label, range, by, read, write } = it;
    let words: Rc<dyn Fn() -> String> = {
        let read = Rc::clone(&read);
        Rc::new(move || read().to_string())
    };
    let field = follows(Rc::clone(&words));
    let set: Rc<dyn Fn(i32)> = Rc::new(move |wanted| {
        let (least, most) = range();
        let held = wanted.clamp(i32::from(least), i32::from(most));
        write(u16::try_from(held).unwrap_or(least));
    });
    let nudge = |name: &'static str, sign: i32, said: &'static str, shown: &'static str| {
        let (read, by, set) = (Rc::clone(&read), Rc::clone(&by), Rc::clone(&set));
        classed("button", "stepper-button")
            .set("type", "button")
            .set("data-action", name)
            .set("aria-label", format::fill(said, &[label]))
            .on_press(move || {
                let (now, by) = (i32::from(read()), i32::from(by()));
                // The next full step, so that 7 becomes 10 and not 12.
                let next =
                    if sign > 0 { (now / by + 1) * by } else { (now - 1).div_euclid(by) * by };
                set(next);
            })
            .child(worded("span", "", shown))
    };
    let (less, more) = (nudge("less", -1, words::LESS, "−"), nudge("more", 1, words::MORE, "+"));
    let input = tag("input")
        .set("type", "number")
        .set("inputmode", "numeric")
        .set("id", id.clone())
        .set("name", name)
        .set("step", "1")
        .set("autocomplete", "off")
        .made(move |element| field.is(element))
        .on("change", move |event| {
            if let Ok(wanted) = event_target_value(&event).trim().parse::<i32>() {
                set(wanted);
            }
            write_target(&event, &words());
        });
    classed("div", "build-field")
        .child(tag("label").set("for", id).words(label))
        .child(classed("div", "stepper").child(less).child(input).child(more))
        .done()
}

/// A choice of one among a few, each a slug and its words.
pub(super) fn list(
    id: String,
    name: &'static str,
    label: &'static str,
    all: Vec<(&'static str, &'static str)>,
    read: Rc<dyn Fn() -> String>,
    write: Rc<dyn Fn(&str)>,
) -> Node {
    // Whoever makes the field is not told of later values: the field itself is.
    let now = untrack(|| read());
    let field = follows(read);
    let options = all.into_iter().map(|(slug, words)| {
        tag("option").set("value", slug).flag("selected", slug == now).words(words).done()
    });
    let control = tag("select")
        .set("id", id.clone())
        .set("name", name)
        .made(move |element| field.is(element))
        .on("change", move |event| write(&event_target_value(&event)))
        .children(options);
    classed("div", "build-field")
        .child(tag("label").set("for", id).words(label))
        .child(control)
        .done()
}

/// Something that is on or off.
pub(super) fn toggle(
    name: &'static str,
    label: &'static str,
    read: Rc<dyn Fn() -> bool>,
    write: Rc<dyn Fn(bool)>,
) -> Node {
    let field = Field::default();
    following(move || field.tick(read()));
    let tick_box: Tag = tag("input")
        .set("type", "checkbox")
        .set("name", name)
        .made(move |element| field.is(element))
        .on("change", move |event| write(event_target_checked(&event)));
    classed("label", "choice").child(tick_box).child(worded("span", "", label)).done()
}

/// A field in the page that follows `read`.
fn follows(read: Rc<dyn Fn() -> String>) -> Field {
    let field = Field::default();
    following(move || field.write(&read()));
    field
}
