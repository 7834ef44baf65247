//! Sizes that a person two metres away, with oily hands, depends on.

use serde_json::json;

use crate::support::app::App;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::tour::visit;

/// The player's controls that are smaller than `least`, or not wholly on the screen, as text.
fn small_controls(least: u32) -> String {
    format!(
        "const names = ['back', 'restart', 'pause', 'resume', 'next', 'extend', 'ease-off'];
         return [...document.querySelectorAll('[data-screen=player] [data-action]')]
           .filter(b => names.includes(b.dataset.action) && b.checkVisibility())
           .map(b => [b.dataset.action, b.getBoundingClientRect()])
           .filter(([, r]) => r.width < {least} - 0.5 || r.height < {least} - 0.5 || r.right > innerWidth + 0.5 ||
             r.left < -0.5 || r.bottom > innerHeight + 0.5)
           .map(([name, r]) => `${{name}} ${{Math.round(r.width)}}x${{Math.round(r.height)}}, right ${{Math.round(r.right)}}, bottom ${{Math.round(r.bottom)}}`);"
    )
}

/// Height of the ink of the digits in CSS pixels, and whether all of them are on the screen.
const DIGITS: &str = "const box = document.querySelector('[data-role=countdown]'); const style = getComputedStyle(box);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const range = document.createRange(); range.selectNodeContents(box); const r = range.getBoundingClientRect();
    return [pen.measureText('0').actualBoundingBoxAscent, r.left >= -1 && r.right <= innerWidth + 1 && r.top >= -1 && r.bottom <= innerHeight + 1];";

/// The shorter side of the room for the figure, in CSS pixels.
const FIGURE: &str =
    "const r = document.querySelector('.stage .figure-stage').getBoundingClientRect();
    return Math.min(r.width, r.height);";

/// Screens of phones and tablets; the low ones are what a browser's own bars leave of a taller one.
const PHONES: [(u32, u32); 10] = [
    (390, 844),
    (844, 390),
    (390, 664),
    (375, 667),
    (375, 553),
    (360, 640),
    (320, 568),
    (568, 320),
    (768, 1024),
    (1024, 768),
];

/// Fault: G3, G13
#[tokio::test]
async fn in_the_player_digits_are_huge_and_controls_fit_a_thumb_on_every_phone() {
    // G3
    let app = App::new(Preload::held_clock()).await;
    let mut bad = Vec::new();
    for stop in ["player-get-ready", "player-hold", "player-paused"] {
        app.browser.viewport(390, 844).await;
        visit(&app, stop).await;
        for (width, height) in PHONES {
            app.browser.viewport(width, height).await;
            let figure = app.browser.eval(FIGURE).await.as_f64().unwrap_or(0.0);
            let share = figure / f64::from(width.min(height));
            if share < 0.32 {
                bad.push(format!(
                    "{stop} {width}x{height}: figure is {share:.3} of the short side"
                ));
            }
            let small = app.browser.eval(&small_controls(64)).await;
            if small != json!([]) {
                bad.push(format!("{stop} {width}x{height}: {small}"));
            }
            let digits = app.browser.eval(DIGITS).await;
            let share = digits[0].as_f64().unwrap_or(0.0) / f64::from(width.min(height));
            if share < 0.3 || digits[1] != json!(true) {
                bad.push(format!(
                    "{stop} {width}x{height}: digits are {share:.3} of the short side, whole: {}",
                    digits[1]
                ));
            }
            for role in ["step-name", "next", "total"] {
                let seen = format!(
                    "const r = document.querySelector('[data-role={role}]').getBoundingClientRect(); \
                     return r.width > 0 && r.top >= -1 && r.bottom <= innerHeight + 1 && r.left >= -1 && r.right <= innerWidth + 1;"
                );
                if app.browser.eval(&seen).await != json!(true) {
                    bad.push(format!("{stop} {width}x{height}: {role} is not in sight"));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
    // The positive control: a smaller button is reported.
    app.browser
        .eval("document.querySelector('[data-action=next]').style.setProperty('block-size', '20px'); \
               document.querySelector('[data-action=next]').style.setProperty('min-block-size', '0');")
        .await;
    assert_ne!(app.browser.eval(&small_controls(64)).await, json!([]));
}

#[tokio::test]
async fn a_standing_message_covers_no_action_and_neither_do_bars_at_the_edge() {
    // G7: 2.4.11; every control is scrolled to by the keyboard's way and must be what a tap there meets
    let covered = "const out = []; for (const c of document.querySelectorAll('[data-screen] :is(a[href], button, input, select)')) {
        if (!c.checkVisibility()) continue;
        c.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const r = (c.closest('label') ?? c).getBoundingClientRect();
        const met = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
        const own = c.closest('label') ?? c;
        if (met !== own && !own.contains(met) && !met?.contains(own))
          out.push(`${c.dataset.action ?? c.name ?? c.textContent.trim()} by ${met?.tagName}.${met?.className}`);
      } return out;";
    let app = App::new(Preload::held_clock()).await;
    let mut all = Vec::new();
    for stop in ["check", "routine", "before-start", "home-offer", "settings", "done"] {
        visit(&app, stop).await;
        let alone = app.browser.eval(covered).await;
        if alone != json!([]) {
            all.push(format!("{stop}: {alone}"));
        }
        if stop == "home-offer" {
            for (fragment, screen) in
                [("#/routine/lower-back-5", "routine"), ("#/check/lower-back-5", "check")]
            {
                app.go(fragment, screen).await;
                let found = app.browser.eval(covered).await;
                if found != json!([]) {
                    all.push(format!("{screen} under the offer to carry on: {found}"));
                }
            }
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// Fault: G3
#[tokio::test]
async fn minutes_and_seconds_are_whole_and_leave_a_figure_its_room_on_low_phones() {
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "player-hold").await;
    for _ in 0..8 {
        app.press("extend").await;
    }
    let digits = app.browser.text("[data-role=countdown]").await;
    assert!(digits.len() > 3, "control: {digits} has minutes");
    for (width, height) in [(320, 568), (360, 640), (375, 553)] {
        app.browser.viewport(width, height).await;
        let digits = app.browser.eval(DIGITS).await;
        assert_eq!(digits[1], json!(true), "{width}x{height}: digits are cut off");
        let figure = app.browser.eval(FIGURE).await.as_f64().unwrap_or(0.0);
        let share = figure / f64::from(width);
        assert!(share >= 0.22, "{width}x{height}: figure is {share:.3} of the width");
    }
}

/// What reaches into the insets (top, right, bottom, left): nothing that is pressed or read may lie under a notch, a
/// rounded corner or the bar to go home; `[]` when none does.
fn under_a_notch(insets: [u32; 4]) -> String {
    let find = "const [top, right, bottom, left] = insets;
    return [...document.querySelectorAll('[data-screen] :is(a[href], button, input, h1, h2, [data-role=countdown], [data-role=caption], [data-role=total])')]
      .filter(it => it.checkVisibility()).map(it => [it, it.getBoundingClientRect()])
      .filter(([, r]) => r.width && (r.left < left - 1 || r.right > innerWidth - right + 1
         || (document.querySelector('[data-screen=player]') && (r.top < top - 1 || r.bottom > innerHeight - bottom + 1))))
      .map(([it, r]) => `${it.dataset.action ?? it.dataset.role ?? it.textContent.trim()} ${Math.round(r.left)} to ${Math.round(r.right)}, ${Math.round(r.top)} to ${Math.round(r.bottom)}`);";
    format!("const insets = {insets:?}; {find}")
}

/// Fault: G3
#[tokio::test]
async fn nothing_that_is_read_or_pressed_lies_under_a_notch_or_the_bar_to_go_home() {
    // The insets of a phone with a notch, upright and on its side.
    let app = App::new(Preload::held_clock()).await;
    let mut bad = Vec::new();
    for stop in ["home", "routine", "library", "player-hold", "player-paused"] {
        app.browser.viewport(390, 844).await;
        visit(&app, stop).await;
        for (width, height, [top, right, bottom, left]) in
            [(390, 844, [47, 0, 34, 0]), (844, 390, [0, 47, 21, 47])]
        {
            app.browser.viewport(width, height).await;
            let insets =
                json!({ "insets": { "top": top, "right": right, "bottom": bottom, "left": left } });
            app.browser.cdp("Emulation.setSafeAreaInsetsOverride", insets).await;
            let under = app.browser.eval(&under_a_notch([top, right, bottom, left])).await;
            if under != json!([]) {
                bad.push(format!("{stop} {width}x{height}: {under}"));
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
    // The positive control: what is moved under the notch is reported.
    let moved = "document.querySelector('[data-action=end]').style.translate = '60px'; return 1;";
    app.browser.eval(moved).await;
    assert_ne!(app.browser.eval(&under_a_notch([0, 47, 21, 47])).await, json!([]));
}

#[tokio::test]
async fn too_much_stands_apart_from_next() {
    let app = App::new(Preload::held_clock()).await;
    visit(&app, "player-hold").await;
    for (width, height) in [(390, 844), (844, 390), (320, 568)] {
        app.browser.viewport(width, height).await;
        let gap = "const box = name => document.querySelector(`[data-action=${name}]`).getBoundingClientRect();
            const [a, b] = [box('next'), box('ease-off')];
            return Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);";
        let gap = app.browser.eval(gap).await.as_f64().unwrap_or(-1.0);
        assert!(gap >= 4.0, "{width}x{height}: {gap} px between next and too much");
    }
}

/// Fault: G10
#[tokio::test]
async fn under_reduced_motion_nothing_moves() {
    // G10
    let app = App::new(Preload::held_clock()).await;
    let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    // What goes in a few steps, like the ring of a timer, is no motion.
    let moving = "return document.getAnimations().filter(a => a.playState === 'running' && \
        a.effect.getComputedTiming().activeDuration > 1 && a.transitionProperty !== 'opacity' && \
        !a.effect.getKeyframes().every(k => k.easing.startsWith('steps')))\
        .map(a => a.animationName ?? a.transitionProperty);";
    for (reduced, still) in [(true, true), (false, false)] {
        let features = if reduced { features.clone() } else { json!({ "features": [] }) };
        app.browser.cdp("Emulation.setEmulatedMedia", features).await;
        visit(&app, "player-hold").await;
        let found = app.browser.eval(moving).await;
        assert_eq!(found == json!([]), still, "reduced motion {reduced}: {found}");
    }
}

/// Fault: A24
#[tokio::test]
async fn the_first_words_stand_before_the_program_and_do_not_jump() {
    let script = "window.__shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) \
        if (!entry.hadRecentInput) window.__shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });";
    let app = App::new(Preload::real().script(script)).await;
    app.server.fail(&app.site.file("unknot", ".wasm"), crate::support::server::Mode::Slow(1500));
    app.load("").await;
    let words = oracle::words_within_5_s(&app.browser).await;
    app.browser.wait("body[data-app=ready]").await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let after = app.browser.text("h1").await;
    assert!(words.contains(&after), "the headline changed from {words} to {after}");
    let shift = app.browser.eval("return __shift;").await.as_f64().unwrap_or(1.0);
    assert!(shift < 0.001, "layout shift {shift}");
}
