//! Real key presses, as a keyboard sends them.

use serde_json::json;

use super::browser::Browser;

/// Presses and lets go a key by its name: `Tab`, `Enter`, `Escape` or a space.
pub(crate) async fn key(browser: &Browser, name: &str) {
    press(browser, name, 0).await;
}

/// Presses Tab with Shift held: backwards.
pub(crate) async fn shift_tab(browser: &Browser) {
    press(browser, "Tab", 8).await;
}

async fn press(browser: &Browser, name: &str, modifiers: u32) {
    let (code, number, text) = match name {
        "Tab" => ("Tab", 9, ""),
        "Enter" => ("Enter", 13, "\r"),
        "Escape" => ("Escape", 27, ""),
        " " => ("Space", 32, " "),
        other => panic!("no key {other}"),
    };
    for kind in ["keyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": name, "code": code, "text": text,
            "windowsVirtualKeyCode": number, "modifiers": modifiers });
        browser.cdp("Input.dispatchKeyEvent", event).await;
    }
}
