//! The address, the page as a whole, and the keys.

use unknot::platform::arrival;
use unknot::platform::document::{
    Theme, focus, prefers_reduced_motion, set_body_attr, set_lang, set_theme, set_title,
};
use unknot::platform::keyboard::{Target, watch};
use unknot::platform::location;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Scrap, diary, document, fire, object, press, recorder, replace, wait, wait_until, window,
};

#[wasm_bindgen_test]
fn the_words_arrive_with_the_event_and_wrong_ones_are_refused() {
    let (told, tell) = diary();
    let watch = arrival::watch(move |words| {
        tell(words.to_owned());
        words == "right"
    });
    let refused =
        |words: &str| fire(&window(), "unknot-rest", &object(&[("detail", words.into())]));
    assert!(!refused("right"));
    assert!(refused("wrong"));
    assert_eq!(*told.borrow(), ["right", "wrong"]);
    drop(watch);
    assert!(!refused("later"));
    assert_eq!(told.borrow().len(), 2);
}

#[wasm_bindgen_test]
async fn a_new_fragment_is_announced_and_the_way_back_too() {
    location::replace_fragment("#/");
    let (told, on_change) = diary();
    let watch = location::on_change(on_change);
    location::set_fragment("/routine/lower-back-10");
    wait(50).await;
    assert_eq!(location::fragment(), "/routine/lower-back-10");
    location::back();
    wait_until(|| told.borrow().len() == 2).await;
    assert_eq!(*told.borrow(), ["/routine/lower-back-10", "/"]);
    drop(watch);
    location::set_fragment("#/library");
    wait(50).await;
    assert_eq!(told.borrow().len(), 2);
    location::replace_fragment("");
}

#[wasm_bindgen_test]
async fn replacing_the_fragment_announces_nothing_and_adds_no_entry() {
    let entries = web_sys::window().unwrap().history().unwrap().length().unwrap();
    let (told, on_change) = diary();
    let _watch = location::on_change(on_change);
    location::replace_fragment("/play/chair-10");
    wait(50).await;
    assert_eq!(location::fragment(), "/play/chair-10");
    assert!(told.borrow().is_empty());
    assert_eq!(web_sys::window().unwrap().history().unwrap().length().unwrap(), entries);
    location::replace_fragment("");
    assert_eq!(location::fragment(), "");
}

#[wasm_bindgen_test]
fn the_page_takes_its_title_language_theme_and_marks() {
    let page = document();
    let root = page.document_element().unwrap();
    set_title("Lower back · Unknot");
    set_lang("es");
    set_body_attr("data-app", "ready");
    assert_eq!(page.title(), "Lower back · Unknot");
    assert_eq!(root.get_attribute("lang").as_deref(), Some("es"));
    assert_eq!(page.body().unwrap().get_attribute("data-app").as_deref(), Some("ready"));
    for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Auto, "auto")] {
        set_theme(theme);
        assert_eq!(root.get_attribute("data-theme").as_deref(), Some(word));
    }
}

#[wasm_bindgen_test]
fn an_attribute_name_that_is_none_is_no_panic() {
    set_body_attr("not a name", "x");
    set_body_attr("", "x");
}

#[wasm_bindgen_test]
fn focus_goes_to_what_is_there_and_nowhere_else() {
    let button = Scrap::add("button");
    button.0.set_id("focus-here");
    assert!(focus("#focus-here"));
    assert_eq!(
        document().active_element().map(|element| element.id()).as_deref(),
        Some("focus-here")
    );
    assert!(!focus("#nowhere"));
    assert!(!focus("not a [selector"));
}

#[wasm_bindgen_test]
fn the_wish_for_less_motion_is_read_where_the_browser_tells_it() {
    {
        let query = recorder(&object(&[("matches", JsValue::TRUE)]));
        let _undo = replace(&window(), "matchMedia", query);
        assert!(prefers_reduced_motion());
    }
    let _undo = replace(&window(), "matchMedia", JsValue::UNDEFINED);
    assert!(!prefers_reduced_motion());
}

#[wasm_bindgen_test]
fn a_key_is_told_with_what_had_the_focus() {
    let (told, on_press) = diary();
    let watch = watch(move |press| {
        on_press((press.key.clone(), press.target));
        press.key == " "
    });
    let (field, button) = (Scrap::add("input"), Scrap::add("button"));
    let body = JsValue::from(document().body().unwrap());
    assert!(press(&body, " ", &JsValue::UNDEFINED), "space that was used does not scroll");
    assert!(!press(&field.0, "a", &JsValue::UNDEFINED));
    assert!(!press(&button.0, "Enter", &JsValue::UNDEFINED));
    drop(watch);
    assert!(!press(&body, " ", &JsValue::UNDEFINED));
    let expected = [(" ", Target::Page), ("a", Target::Editable), ("Enter", Target::Control)];
    assert_eq!(*told.borrow(), expected.map(|(key, target)| (key.to_owned(), target)));
}

#[wasm_bindgen_test]
fn keys_with_a_modifier_and_half_written_words_are_left_to_the_browser() {
    let (told, on_press) = diary();
    let _watch = watch(move |press| {
        on_press(press.key.clone());
        true
    });
    let body = JsValue::from(document().body().unwrap());
    for flag in ["ctrlKey", "altKey", "metaKey", "isComposing"] {
        assert!(!press(&body, " ", &object(&[(flag, JsValue::TRUE)])));
    }
    assert!(told.borrow().is_empty());
}
