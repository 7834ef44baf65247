//! Real key presses and letters, as a keyboard sends them, on every engine.

use serde_json::json;
use thirtyfour::Key;

use super::browser::Browser;
use super::engine::Engine;

/// Keys to hold while another is pressed, together or alone.
pub(crate) const ALT: u32 = 1;
pub(crate) const CTRL: u32 = 2;
pub(crate) const SHIFT: u32 = 8;

/// Presses and lets go a key by the name that the page sees, such as `Tab`, `ArrowUp` or a space.
pub(crate) async fn key(browser: &Browser, name: &str) {
    press(browser, name, 0).await;
}

/// Presses Tab with Shift held: backwards.
pub(crate) async fn shift_tab(browser: &Browser) {
    press(browser, "Tab", SHIFT).await;
}

/// Presses a key while others are held.
pub(crate) async fn press(browser: &Browser, name: &str, held: u32) {
    if browser.engine == Engine::Chromium {
        in_chromium(browser, name, held).await;
    } else {
        elsewhere(browser, name, held).await;
    }
}

/// Puts letters where the focus is, as a phone's keyboard does.
pub(crate) async fn text(browser: &Browser, words: &str) {
    if browser.engine == Engine::Chromium {
        browser.cdp("Input.insertText", json!({ "text": words })).await;
        return;
    }
    // All at once there too: letter by letter a busy machine makes pauses, and a pause ends an edit.
    let insert = format!(
        "return document.execCommand({}, false, {});",
        json!(if words.is_empty() { "delete" } else { "insertText" }),
        json!(words)
    );
    assert_eq!(
        browser.eval(&insert).await,
        json!(true),
        "nothing that has the focus takes letters"
    );
}

async fn in_chromium(browser: &Browser, name: &str, held: u32) {
    let (code, number, text) = match name {
        "Tab" => ("Tab", 9, ""),
        "Enter" => ("Enter", 13, "\r"),
        "Escape" => ("Escape", 27, ""),
        " " => ("Space", 32, " "),
        "ArrowUp" => ("ArrowUp", 38, ""),
        "ArrowDown" => ("ArrowDown", 40, ""),
        "z" => ("KeyZ", 90, ""),
        other => panic!("no key {other}"),
    };
    for kind in ["keyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": name, "code": code, "text": text,
            "windowsVirtualKeyCode": number, "modifiers": held });
        browser.cdp("Input.dispatchKeyEvent", event).await;
    }
}

async fn elsewhere(browser: &Browser, name: &str, held: u32) {
    let wanted: char = match name {
        "Tab" => Key::Tab.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        " " => ' ',
        "ArrowUp" => Key::Up.into(),
        "ArrowDown" => Key::Down.into(),
        "z" => 'z',
        other => panic!("no key {other}"),
    };
    let holds = [(ALT, Key::Alt), (CTRL, Key::Control), (SHIFT, Key::Shift)];
    let holds: Vec<char> =
        holds.into_iter().filter(|(bit, _)| held & bit != 0).map(|(_, key)| key.into()).collect();
    let mut keys = browser.driver().action_chain();
    for hold in &holds {
        keys = keys.key_down(*hold);
    }
    keys = keys.key_down(wanted).key_up(wanted);
    for hold in &holds {
        keys = keys.key_up(*hold);
    }
    keys.perform().await.expect("the keys are pressed");
}
