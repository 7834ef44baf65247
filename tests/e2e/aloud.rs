//! What is told to someone who sees nothing, hears nothing, or feels nothing: over a whole session, in the test's time.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::until;

/// Writes down what every live region comes to say, as a screen reader would: who, when, how urgently.
const LISTENER: &str = r"
window.__told = [];
const urgency = (node) => {
  for (let e = node.nodeType === 1 ? node : node.parentElement; e; e = e.parentElement) {
    const live = e.getAttribute('aria-live') ?? { alert: 'assertive', status: 'polite', timer: 'off', log: 'polite' }[e.getAttribute('role')];
    if (live) return live === 'off' ? null : [live, e];
  }
  return null;
};
new MutationObserver((changes) => {
  const regions = new Map();
  for (const { target } of changes) {
    const found = urgency(target);
    if (found) regions.set(found[1], found[0]);
  }
  for (const [region, live] of regions) {
    const text = region.textContent.trim();
    if (text) __told.push({ at: window.__clock?.now() ?? performance.now(), live, text });
  }
}).observe(document, { subtree: true, childList: true, characterData: true });";

const READER_TOO: &str = "window.__reader = true; try { localStorage.setItem('unknot.settings', JSON.stringify(\
    { v: 1, voice: VOICE, voice_uri: null, rate: 100, tones: 'soft-bell', volume: 70, audio: 'mix', vibration: true, theme: 'auto', \
    first: 10, same: 12, new: 20, switch: 8, keep_awake: true, install_offer_dismissed: false, reader: READER })); } catch {}";

async fn listening(voice: bool, reader: bool) -> App {
    let settings = READER_TOO
        .replace("VOICE", if voice { "true" } else { "false" })
        .replace("READER", if reader { "true" } else { "false" });
    let preload = Preload::held_clock().answered().script(&settings).script(LISTENER);
    let app = App::new(preload).await;
    app.begin(ROUTINE).await;
    app
}

/// What the live regions said since `from` on the test's clock: moment, then words.
async fn told(app: &App, from: f64) -> Vec<(f64, String)> {
    let all: Value = app.browser.eval("return __told;").await;
    let read = |it: &Value| {
        (it["at"].as_f64().unwrap_or(-1.0), it["text"].as_str().unwrap_or_default().to_owned())
    };
    all.as_array().into_iter().flatten().map(read).filter(|(at, _)| *at >= from).collect()
}

/// The same once it said something `times` times.
async fn told_times(app: &App, from: f64, times: usize) -> Vec<(f64, String)> {
    let what = format!("{times} announcements");
    until(&what, Duration::from_secs(5), async || {
        let all = told(app, from).await;
        (all.len() >= times).then_some(all)
    })
    .await
}

/// Fault: X6, G11
#[tokio::test]
async fn with_the_voice_off_a_screen_reader_is_given_every_line_once_and_never_the_countdown() {
    let app = listening(false, false).await;
    let began = app.now().await;
    let mut model = Model::start(ROUTINE);
    let total = model.run_to_the_end();
    app.advance(total).await;
    app.wait_screen("done").await;
    let lines: Vec<String> = model.transcript().of("say").into_iter().map(|it| it.text).collect();
    let told = told(&app, began).await;
    let words: Vec<&String> = told.iter().map(|(_, words)| words).collect();
    // The first stands there with the screen itself, which is read as it opens.
    for line in lines.iter().skip(1) {
        assert!(words.contains(&line), "{line} was not told: {words:#?}");
    }
    // Each second's digits would be hundreds.
    assert!(
        told.len() <= lines.len() + 3,
        "{} told, {} lines: {words:#?}",
        told.len(),
        lines.len()
    );
    let close = told.windows(2).filter(|two| two[1].0 - two[0].0 < 900.0).count();
    assert!(close <= 1, "{close} times two within a second: {told:#?}");
    assert!(app.heard().await.of("say").is_empty(), "control: the app's voice is off");
}

/// Fault: X6, G6
#[tokio::test]
async fn while_the_apps_voice_speaks_a_screen_reader_is_not_given_its_lines() {
    let app = listening(true, false).await;
    let began = app.now().await;
    app.advance(60_000).await;
    assert!(app.heard().await.of("say").len() > 2, "control: the app's voice speaks");
    assert_eq!(told(&app, began).await, [], "two voices at once");
    app.press("pause").await;
    let paused = told_times(&app, began, 1).await;
    assert!(matches!(&paused[..], [(_, words)] if words.starts_with("Paused")), "{paused:?}");
    // A pause may last: nothing more is said, and it is told again the next time.
    app.advance(600_000).await;
    app.press("resume").await;
    app.advance(2_000).await;
    app.press("pause").await;
    let again = told_times(&app, began, 2).await;
    app.advance(2_000).await;
    assert_eq!(told(&app, began).await, again);

    // Whoever wants both has both.
    let both = listening(true, true).await;
    let began = both.now().await;
    both.advance(60_000).await;
    assert!(!told(&both, began).await.is_empty());
    assert!(!both.heard().await.of("say").is_empty());
}

/// Fault: X6
#[tokio::test]
async fn where_there_is_no_voice_the_screen_reader_is_given_the_lines() {
    let preload = Preload::held_clock().answered().fault("speech", "absent").script(LISTENER);
    let app = App::new(preload).await;
    app.begin(ROUTINE).await;
    let began = app.now().await;
    app.advance(60_000).await;
    assert!(told(&app, began).await.len() > 2);
}

/// Fault: G11
#[tokio::test]
async fn each_phase_has_its_word_and_each_beginning_and_end_its_own_tone_and_pulse() {
    let app = listening(true, false).await;
    let total = Model::start(ROUTINE).run_to_the_end();
    let seen = "(async () => { const seen = []; let last = ''; for (let at = 0; at < TOTAL; at += 500) { \
          const s = document.querySelector('[data-screen=player]'); if (!s) break; \
          const key = [s.dataset.phase, s.dataset.side, s.dataset.step].join(); \
          if (key !== last) { last = key; seen.push([__clock.now(), s.dataset.phase, document.querySelector('[data-role=phase]').innerText.trim()]); } \
          await __clock.run(500); } return seen; })()";
    let seen = app.browser.settle(&seen.replace("TOTAL", &total.to_string())).await;
    let heard = app.heard().await;
    let mut words_of = std::collections::BTreeMap::<String, String>::new();
    let (mut before, mut told) = (String::new(), std::collections::BTreeSet::new());
    for change in seen.as_array().into_iter().flatten() {
        let phase = change[1].as_str().unwrap_or_default().to_owned();
        let words = change[2].as_str().unwrap_or_default().to_owned();
        let first = words.split(" · ").next().unwrap_or_default().to_owned();
        assert!(!first.is_empty(), "{change}");
        if let Some(known) = words_of.insert(phase.clone(), first.clone()) {
            assert_eq!(known, first, "{phase} has two names");
        }
        // Each beginning has its own pulse, and a tone at the same moment; the page is looked at every half second.
        let at = change[0].as_f64().unwrap_or(0.0);
        let pulse = match (before.as_str(), phase.as_str()) {
            (_, "work" | "aftercare") => Some("250"),
            (_, "switch") => Some("120,100,300"),
            ("work", "rest" | "get-ready") => Some("120,100,120"),
            _ => None,
        };
        if let Some(pulse) = pulse {
            let near = |kind: &str, text: Option<&str>| {
                heard.of(kind).iter().any(|it| {
                    (-550.0..=50.0).contains(&(it.at - at))
                        && text.is_none_or(|text| it.text == text)
                })
            };
            assert!(near("tone", None) && near("vibrate", Some(pulse)), "{change}: {heard:?}");
            told.insert(pulse);
        }
        before = phase;
    }
    assert_eq!(told.len(), 3, "control: holds began, ended and changed sides: {told:?}");
    let last = heard.of("vibrate").pop().expect("it was felt");
    assert_eq!(last.text, "200,120,200,120,400", "the end has its own");
    let names: std::collections::BTreeSet<&String> = words_of.values().collect();
    assert_eq!(names.len(), words_of.len(), "two phases share a word: {words_of:?}");
    assert!(words_of.len() >= 4, "control: phases were seen: {words_of:?}");
}

/// Fault: G9
#[tokio::test]
async fn every_time_limit_can_be_stopped_for_as_long_as_wanted_and_lengthened_up_to_the_safe_end() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(12_000).await;
    let before = app.state().await;
    app.press("pause").await;
    app.advance(3_600_000).await;
    assert_eq!(app.state().await.seconds_left, before.seconds_left, "a pause ran out");
    app.press("resume").await;
    // S8: up to the longest that the exercise may last; a pause has no end.
    let routine = unknot::catalog::routine(ROUTINE).unwrap();
    let step = &routine.steps[0];
    let longest = unknot::catalog::exercise(step.exercise).unwrap().longest;
    let spare = i64::from(longest.secs() - step.hold.secs());
    assert!(spare > 0, "control: there is time to give");
    for time in 1..=9 {
        app.press("extend").await;
        let more = spare.min(15 * time);
        assert_eq!(app.state().await.seconds_left, before.seconds_left + more, "{time}");
    }
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn where_no_time_is_left_to_give_that_is_written_and_the_voice_is_not_cut_for_it() {
    // S8, S31
    let app = listening(true, false).await;
    app.advance_until(200, |state| state.step == 2 && state.phase == "work").await;
    let caption = || app.browser.text("[data-role=caption]");
    for _ in 0..12 {
        app.press("extend").await;
    }
    assert_eq!(caption().await, "This cannot be made longer.");
    // Each side gets all that it may have, so that nothing of the step comes again.
    let last = loop {
        for _ in 0..12 {
            app.press("extend").await;
        }
        app.advance_until(200, |it| it.phase == "work" && it.seconds_left <= 2).await;
        let state = app.state().await;
        if state.side != "left" {
            break state;
        }
        app.advance_until(200, |it| it.side != "left" && it.phase == "work").await;
    };
    let (from, cuts) = (app.now().await, app.heard().await.of("cut").len());
    app.press("restart").await;
    assert_eq!(caption().await, "There is no time left to do this again.");
    let state = app.state().await;
    assert_eq!((state.step, state.seconds_left), (last.step, last.seconds_left), "{state:?}");
    let told = told_times(&app, from, 1).await;
    assert!(told[0].1.starts_with("There is no time left"), "{told:?}");
    assert_eq!(app.heard().await.of("cut").len(), cuts, "the voice was cut");
    oracle::no_problems(&app.browser).await;
}

/// Fault: G16
#[tokio::test]
async fn pain_is_rated_with_the_keyboard_and_each_value_says_what_it_is() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(90_000).await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.browser.wait("[data-rating='4']").await;
    let scale = "const all = [...document.querySelectorAll('.pain-scale [data-rating]')]; const group = all[0].closest('[role=group]'); \
        return { group: group.getAttribute('aria-label'), \
          tags: [...new Set(all.map(e => e.tagName))], states: all.map(e => e.getAttribute('aria-pressed')), \
          words: all.map(e => (e.getAttribute('aria-label') ?? e.innerText).trim()) };";
    let found = app.browser.eval(scale).await;
    assert!(found["group"].as_str().is_some_and(|it| it.len() > 5), "{found}");
    assert_eq!(found["tags"], json!(["BUTTON"]), "{found}");
    let words: Vec<&str> =
        found["words"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let of_ten = |at: usize| words[at] == format!("{at} of 10");
    assert!((1..10).all(of_ten), "{found}");
    assert!(words[0].len() > 3 && words[10].len() > 4, "the ends have words: {found}");
    app.browser.eval("document.querySelector(\"[data-rating='4']\").focus();").await;
    crate::support::keys::key(&app.browser, "Enter").await;
    crate::support::until("the rating is noted", std::time::Duration::from_secs(5), || async {
        app.browser.text("main").await.contains("Noted: 4.").then_some(())
    })
    .await;
}
