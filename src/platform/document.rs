//! The page as a whole: its title, language, theme, focus and scroll position.
//!
//! <https://developer.mozilla.org/docs/Web/API/Document>. Everything here exists in every browser; a call that
//! fails changes nothing.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::js;
use super::listener::{Listener, Watch};

/// The theme the person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the phone is set.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Names the page in the tab, the history and the task switcher.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the body, such as `data-app`.
pub fn set_body_attr(name: &str, value: &str) {
    if let Some(body) = document().and_then(|document| document.body()) {
        write(&body, name, value);
    }
}

/// Marks the page as `light` or `dark`; `auto` follows the phone.
pub fn set_theme(theme: Theme) {
    set_root_attr(
        "data-theme",
        match theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        },
    );
}

/// Says which language the page is in, such as `en`.
pub fn set_lang(lang: &str) {
    set_root_attr("lang", lang);
}

/// Sets an attribute of the page's root element.
pub fn set_root_attr(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        write(&root, name, value);
    }
}

/// Shows the page from its top, at once.
pub fn scroll_to_top() {
    // A page that cannot scroll is at its top.
    js::call(&js::window(), "scrollTo", &[JsValue::from_f64(0.0), JsValue::from_f64(0.0)]).ok();
}

/// Moves the focus to the first element that `selector` names, without scrolling; `false` if there is none.
pub fn focus(selector: &str) -> bool {
    let found = find(selector);
    let quietly = js::record(&[("preventScroll", JsValue::TRUE)]);
    found.is_some_and(|element| js::call(&element, "focus", &[quietly]).is_ok())
}

/// Brings the first element that `selector` names to the middle of the screen and moves the focus there;
/// `false` if there is none.
pub fn bring(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let middle = js::record(&[("block", "center".into())]);
    // Where it cannot be scrolled to, the focus still goes there.
    js::call(&element, "scrollIntoView", &[middle]).ok();
    focus(selector)
}

/// Whether the person asked for less motion; `false` where the browser does not say.
pub fn prefers_reduced_motion() -> bool {
    js::call(&js::window(), "matchMedia", &["(prefers-reduced-motion: reduce)".into()])
        .is_ok_and(|query| js::is_true(&query, "matches"))
}

/// The element with this id; `None` if the page has none.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Takes the first element that `selector` names out of the page; nothing where there is none.
pub fn remove(selector: &str) {
    if let Some(element) = find(selector) {
        element.remove();
    }
}

/// Whether a finger or mouse button is down on a link or button.
pub fn is_pressed() -> bool {
    find(":is(a, button):active").is_some()
}

/// Writes words and `data-state` into the first element that `selector` names; nothing where there is none.
pub fn write_line(selector: &str, state: &str, words: &str) {
    if let Some(element) = find(selector) {
        write(&element, "data-state", state);
        element.set_text_content(Some(words));
    }
}

/// Tells of taps on links that `selector` names, with their address as it is written; where `on` answers `true`,
/// the browser does not follow it and the link is marked with the attribute `mark`.
pub fn watch_links(
    selector: &'static str,
    mark: &'static str,
    mut on: impl FnMut(&str) -> bool + 'static,
) -> Watch {
    let pressed = move |event: Event| {
        let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(link) = element.and_then(|it| it.closest(selector).ok().flatten()) else { return };
        if link.get_attribute("href").is_some_and(|address| on(&address)) {
            event.prevent_default();
            write(&link, mark, "true");
        }
    };
    Watch::holding([Listener::on(&js::window(), "click", pressed)])
}

/// Opens the page's newest sheet so that what is behind it cannot be reached; one that is open stays open.
pub fn open_sheet() {
    if let Some(Ok(dialog)) = find("dialog:not([open])").map(JsCast::dyn_into::<HtmlDialogElement>)
    {
        // Throws only when the dialog has left the page, and then nothing is to be done.
        dialog.show_modal().ok();
    }
}

/// Closes the page's open sheet before it goes: the browser then gives the focus back to where it came from.
pub fn close_sheet() {
    if let Some(Ok(dialog)) = find("dialog[open]").map(JsCast::dyn_into::<HtmlDialogElement>) {
        dialog.close();
    }
}

/// Writes `value` into the field that `event` came from; nothing where it came from something else.
pub fn write_input(event: &Event, value: &str) {
    if let Some(Ok(input)) = event.target().map(JsCast::dyn_into::<HtmlInputElement>) {
        input.set_value(value);
    }
}

/// Writes `value` into the field that `selector` names; nothing where there is none.
pub fn write_value(selector: &str, value: &str) {
    if let Some(field) = find(selector) {
        js::set(&field, "value", &JsValue::from_str(value));
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

fn write(element: &Element, name: &str, value: &str) {
    // Fails only for a name that is no attribute name; ours are constants.
    element.set_attribute(name, value).ok();
}
