//! A routine that somebody sent: opened from its link, fitted to the person, played with no network.

use serde_json::json;
use unknot::codec::link;
use unknot::domain::body::{Area, Position};
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{
    Amount, Custom, GapSecs, Line, Maker, Note, Pace, Sets, SharedRoutine, SideChoice, Sound, Step,
    What,
};

use crate::support::app::{App, PlayerState};
use crate::support::engine::Engine;
use crate::support::links::{golden, stored};
use crate::support::oracle;
use crate::support::preload::Preload;

/// A step with an exercise of the library.
pub(crate) fn step(id: u16, secs: u16) -> Step {
    Step::new(What::library(ExerciseId(id)).unwrap(), Amount::of_secs(secs))
}

/// A step that its maker describes.
fn described(name: &str, lines: &str) -> Step {
    let custom = Custom {
        name: Line::clean(name),
        lines: Note::clean(lines),
        area: Area::UpperBack,
        position: Position::Chair,
        two_sided: false,
    };
    Step::new(What::Custom(Box::new(custom)), Amount::of_secs(60))
}

pub(crate) fn routine(steps: Vec<Step>) -> SharedRoutine {
    SharedRoutine { title: Line::clean("Evening hips"), steps, ..SharedRoutine::default() }
}

pub(crate) fn address(routine: &SharedRoutine) -> String {
    [link::MARK, &link::encode(routine).unwrap()].concat()
}

/// Opens a link with a full page load.
pub(crate) async fn open(app: &App, routine: &SharedRoutine) {
    app.open(&address(routine)).await;
    app.wait_screen("shared").await;
}

/// From the page of the routine to its end; what was shown each second.
async fn play_to_the_end(app: &App) -> Vec<(u64, PlayerState)> {
    app.start_from_routine().await;
    let mut seen = Vec::new();
    // A driver waits two minutes for an answer, and a busy machine is slow.
    while seen.last().is_none_or(|(_, it): &(u64, PlayerState)| it.screen == "player") {
        assert!(seen.len() < 3_000, "it never ends");
        seen.extend(app.walk(1000, 59_000).await);
    }
    app.wait_screen("done").await;
    seen
}

/// The holds that were shown, in order: exercise and side.
fn holds(seen: &[(u64, PlayerState)]) -> Vec<(String, String)> {
    let mut holds: Vec<(String, String, u32)> = Vec::new();
    for (_, state) in seen.iter().filter(|(_, state)| state.phase == "work") {
        let hold = (state.exercise.clone(), state.side.clone(), state.step);
        if holds.last() != Some(&hold) {
            holds.push(hold);
        }
    }
    holds.into_iter().map(|(exercise, side, _)| (exercise, side)).collect()
}

async fn the_golden_link_plays(engine: Engine) {
    // The app is loaded once, then the server is gone; the link is opened in this fresh profile.
    let mut app = App::on(engine, Preload::held_clock().answered()).await;
    app.open("").await;
    app.wait_ready_offline().await;
    app.server.down();
    let link = golden("ten-steps");
    app.open(&format!("#r={link}")).await;
    app.wait_screen("shared").await;
    assert_eq!(app.browser.text("[data-screen=shared] h1").await, "Lower back, evenings");
    assert_eq!(
        app.browser.eval("return document.querySelectorAll('.their-steps > li').length;").await,
        json!(10)
    );
    let address = app.browser.eval("return location.href;").await;
    assert!(!address.as_str().unwrap().contains(&link[4..20]), "F6: {address}");
    let seen = play_to_the_end(&app).await;
    let holds = holds(&seen);
    assert_eq!(holds[0].1, "both", "{holds:?}");
    // Step 2 is for the right alone, step 3 begins with the right.
    assert!(holds.iter().any(|it| it.1 == "right"), "{holds:?}");
    assert_eq!(app.kept("unknot.history").await["finished"], 4);
    assert!(app.kept("unknot.replies").await["sessions"][0][2].as_array().unwrap().len() >= 10);
    app.press("finish").await;
    app.wait_screen("home").await;
    oracle::no_problems(&app.browser).await;
}

/// Fault: D7, D27
#[tokio::test]
async fn a_golden_link_plays_to_its_end_in_a_fresh_profile_with_the_server_gone() {
    // D7, D27
    the_golden_link_plays(Engine::Chromium).await;
}

/// Fault: D7
/// Engines: WebKitGTK
#[tokio::test]
async fn a_golden_link_plays_on_webkit_too() {
    if !Engine::WebKit.left_out() {
        the_golden_link_plays(Engine::WebKit).await;
    }
}

/// Fault: F6
#[tokio::test]
async fn nothing_is_kept_before_start_and_a_reload_shows_it_again() {
    // F6
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("").await;
    let before = stored(&app).await;
    open(&app, &routine(vec![step(102, 60), step(45, 60)])).await;
    assert_eq!(stored(&app).await, before);
    app.browser.reload().await;
    app.browser.wait("body[data-app=ready] [data-screen=shared]").await;
    assert_eq!(app.browser.text("h1").await, "Evening hips");
    assert_eq!(stored(&app).await, before);
    app.hold_time().await;
    app.press("start").await;
    app.wait_screen("check").await;
    assert_eq!(stored(&app).await, before, "looking at the set-up list keeps nothing");
    // The check's own entry can be loaded again as well.
    app.browser.reload().await;
    app.browser.wait("body[data-app=ready] [data-action=accept-check]").await;
    app.browser.driver().back().await.unwrap();
    app.wait_screen("shared").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn sides_sets_rests_pace_and_sound_are_as_its_maker_wrote() {
    // G8, G10
    let is_plain = |it: &&unknot::domain::exercise::Exercise| {
        it.sides == unknot::domain::side::Sides::Each
            && !it.needs_signoff
            && it.longest.secs() >= 60
    };
    let mut two_sided = unknot::catalog::exercises().iter().filter(is_plain);
    let mut first = step(two_sided.next().unwrap().id.0, 30);
    first.sides = SideChoice::RightFirst;
    first.rest = unknot::domain::shared::RestSecs::held(10);
    first.sets = Sets::held(2);
    let mut second = step(two_sided.next().unwrap().id.0, 30);
    second.sides = SideChoice::LeftOnly;
    let gap = GapSecs::held(5);
    let pace = Pace { first: gap, same_posture: gap, new_posture: GapSecs::held(20), switch: gap };
    let mut wanted = routine(vec![first, second]);
    wanted.pace = Some(pace);
    wanted.sound = Some(Sound::QuietBell);
    let app = App::new(Preload::held_clock().answered()).await;
    open(&app, &wanted).await;
    let before = app.kept("unknot.settings").await;
    let seen = play_to_the_end(&app).await;
    let sides: Vec<String> = holds(&seen).into_iter().map(|it| it.1).collect();
    assert_eq!(sides, ["right", "left", "right", "left", "left"]);
    assert_eq!(seen.iter().filter(|(_, it)| it.phase == "rest").count(), 20, "two rests of 10 s");
    let lead = seen.iter().take_while(|(_, it)| it.phase == "get-ready").count();
    assert_eq!(lead, 5, "the first get-ready is its maker's");
    let heard = app.heard().await;
    assert!(heard.of("say").is_empty(), "the bell alone: {:?}", heard.of("say"));
    assert!(!heard.of("tone").is_empty());
    assert_eq!(app.kept("unknot.settings").await, before, "a link changes no setting");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn full_voice_speaks_where_the_voice_is_off_and_never_above_the_makers_pressure() {
    // G4, G8
    let mut only = step(45, 60);
    only.pressure = Some(Pressure::held(1));
    let mut wanted = routine(vec![only]);
    wanted.sound = Some(Sound::FullVoice);
    let app = App::new(Preload::held_clock().answered()).await;
    open(&app, &wanted).await;
    app.start_from_routine().await;
    app.advance(14_000).await;
    assert!(app.browser.text("[data-role=limit]").await.contains("at most 1 of 10"));
    app.advance(20_000).await;
    let said = app.heard().await.of("say");
    let said: Vec<&str> = said.iter().map(|it| it.text.as_str()).collect();
    assert!(said.iter().any(|it| it.contains("One out of ten")), "{said:?}");
    for number in ["Two out", "Three out", "Four out", "Five"] {
        assert!(!said.iter().any(|it| it.contains(number)), "{said:?}");
    }
}

#[tokio::test]
async fn the_persons_own_answers_come_first_and_leave_out_what_they_must() {
    // G1, G6, G9
    let app = App::new(Preload::held_clock().practised()).await;
    let wanted = routine(vec![described("Towel row", "Sit tall."), step(102, 60)]);
    open(&app, &wanted).await;
    assert!(app.browser.text("[data-role=checked]").await.contains("few questions"));
    app.hold_time().await;
    app.press("start").await;
    app.wait_screen("check").await;
    app.answer_none_to_all().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    assert_eq!(app.browser.text("[data-role=step-name]").await, "Towel row");
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    // Somebody with a bruise somewhere: the described exercise may be on it, so it is left out, and it says why.
    let tell = "const h = JSON.parse(localStorage.getItem('unknot.health')); \
        h.marks = [['thigh', 'bruised', h.marked]]; localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(tell).await;
    open(&app, &wanted).await;
    let row = ".their-steps > li[data-kind=described] [data-change]";
    app.browser.wait(row).await;
    let kind = app.browser.attribute(row, "data-change").await;
    assert!(kind == "removed" || kind == "swapped", "{kind}");
    assert!(app.browser.text(row).await.len() > "For you: ".len() + 10);
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn a_described_exercise_is_held_short_and_light_with_its_makers_words() {
    // G6
    let app = App::new(Preload::held_clock().answered()).await;
    open(&app, &routine(vec![described("Towel row", "Sit tall.\nPull to the ribs.")])).await;
    let page = app.browser.text("[data-screen=shared] main").await;
    for words in
        ["Towel row", "Pull to the ribs.", "Nobody has checked this exercise", "45 s, not 60 s"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    app.start_from_routine().await;
    app.advance(11_000).await;
    let state = app.state().await;
    assert_eq!((state.phase.as_str(), state.seconds_left), ("work", 44));
    assert!(app.browser.text("[data-role=limit]").await.contains("at most 2 of 10"));
    app.advance(60_000).await;
    let said = app.heard().await.of("say");
    assert!(said.iter().any(|it| it.text.contains("Pull to the ribs.")), "{said:?}");
    assert!(said.iter().any(|it| it.text.contains("Towel row")), "{said:?}");
    oracle::no_problems(&app.browser).await;
}

/// Fault: C13
#[tokio::test]
async fn a_session_of_a_link_survives_reload_and_a_cold_start_without_it() {
    // C13
    let app = App::new(Preload::held_clock().answered()).await;
    let mut last = described("Towel row", "Sit tall.");
    last.amount = Amount::of_secs(40);
    open(&app, &routine(vec![step(102, 60), last])).await;
    app.start_from_routine().await;
    app.advance_until(200, |state| state.step == 2 && state.phase == "work").await;
    app.advance(7_000).await;
    let before = app.state().await;
    let app = app.restart_browser(Preload::held_clock()).await;
    app.open("").await;
    app.browser.wait("[data-role=resume-offer]").await;
    assert!(app.browser.text("[data-role=resume-offer]").await.contains("Evening hips"));
    app.hold_time().await;
    app.press("resume-session").await;
    app.wait_screen("player").await;
    let back = app.state().await;
    assert_eq!((back.step, &back.phase), (2, &before.phase));
    assert_eq!(app.browser.text("[data-role=step-name]").await, "Towel row");
    assert!(app.browser.text("[data-role=limit]").await.contains("at most 2 of 10"));
    app.press("resume").await;
    app.advance_until(120, |state| state.screen == "done").await;
    assert!(app.browser.text("[data-screen=done]").await.contains("Towel row"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn too_much_offers_the_easier_way_in_a_routine_from_a_link_too() {
    let app = App::new(Preload::held_clock().answered()).await;
    open(&app, &routine(vec![described("Towel row", ""), step(45, 60), step(102, 30)])).await;
    app.start_from_routine().await;
    app.advance(15_000).await;
    app.press("ease-off").await;
    assert!(app.browser.text("[data-role=too-much]").await.contains("Go lighter"));
    app.press("skip").await;
    app.advance_until(60, |state| state.step == 2 && state.phase == "work").await;
    app.press("ease-off").await;
    app.press("easier").await;
    // The third ease: it offers to end, and the person keeps on.
    app.press("keep-on").await;
    assert_ne!(app.state().await.exercise, "");
    app.advance_until(200, |state| state.screen == "done").await;
    let done = app.browser.text("[data-screen=done]").await;
    assert!(done.contains("too much"), "{done}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn what_waits_for_a_physio_is_played_only_when_the_person_says_they_asked() {
    // G5
    let flagged = unknot::catalog::exercises().iter().find(|it| it.needs_signoff).unwrap();
    let app = App::new(Preload::held_clock().answered()).await;
    open(&app, &routine(vec![step(flagged.id.0, 45), step(102, 60)])).await;
    let row = format!(".their-steps > li[data-exercise={}]", flagged.slug);
    app.browser.wait(&format!("{row} [data-change]")).await;
    let told = app.browser.text(&format!("{row} [data-change]")).await;
    assert!(told.contains("Ask a physio"), "{told}");
    app.browser.press("label:has([name=asked-physio])").await;
    app.browser
        .wait(&format!("{row}:not(:has([data-change=removed], [data-change=swapped]))"))
        .await;
    assert!(
        app.browser.eval("return document.querySelector('[name=asked-physio]').checked;").await
            == json!(true)
    );
    app.start_from_routine().await;
    assert_eq!(app.state().await.exercise, flagged.slug);
    oracle::no_problems(&app.browser).await;
}

/// Fault: D19
#[tokio::test]
async fn the_maker_is_named_as_unchecked_and_their_note_as_not_the_apps() {
    let app = App::new(Preload::real().answered()).await;
    let mut wanted = routine(vec![step(102, 60)]);
    wanted.from = Maker {
        name: Line::clean("Dr. A. Smith"),
        profession: Line::clean("Physiotherapist"),
        contact: Line::clean("+1 555 0100"),
    };
    wanted.note = Note::clean("Call me if it gets worse.\nhttp://evil.example");
    open(&app, &wanted).await;
    let page = app.browser.text("[data-screen=shared] main").await;
    for words in [
        "Dr. A. Smith",
        "Physiotherapist",
        "+1 555 0100",
        "We have not checked it",
        "not from the app",
        "Checked for you on",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let links = "return document.querySelectorAll('.their-words a, [data-screen=shared] a[href^=http], a[href^=tel]').length;";
    assert_eq!(app.browser.eval(links).await, json!(0));
    oracle::no_problems(&app.browser).await;
}
