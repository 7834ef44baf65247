//! What a person tells of their health and what the app does about it: worked cases, end to end.

use serde_json::json;

use crate::support::answers::{
    Case, HEALTH, asked, codes, exercise, played, routine_page, skips, tell, told,
};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

/// A routine with a roller.
const WITH_ROLLER: &str = "lower-back-30";

#[tokio::test]
async fn blood_thinners_take_ball_roller_and_firm_hands_out_and_say_why() {
    let case = Case { conditions: &["blood-thinners"], ..Case::default() };
    let app = told(ROUTINE, case).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    let played = played(&app).await;
    assert!(!played.is_empty());
    for slug in &played {
        assert!(!skips(slug, "anticoag"), "{slug} was played on blood thinners");
    }
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert_eq!(steps, played, "the page shows what is played");
    let ball = changes.iter().find(|(_, slug)| exercise(slug)["tool"] == "ball");
    assert!(ball.is_some(), "nothing is said of the ball: {changes:?}");
    let why = app.browser.text("[data-role=changes]").await;
    assert!(why.contains("You told us you take blood thinners or bruise easily."), "{why}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn someone_who_cannot_reach_the_floor_gets_no_floor_step() {
    let app = told(ROUTINE, Case { conditions: &["no-floor"], ..Case::default() }).await;
    let played = played(&app).await;
    for slug in &played {
        assert!(!skips(slug, "floor_no"), "{slug} needs the floor");
    }
    // What lay on the floor is breathing and shoulder rolls; nothing else is softer.
    assert_eq!(codes(&played), ["MB16", "HN05", "BL04", "BR02", "MB08", "BR02", "MB15"]);
    routine_page(&app, ROUTINE).await;
    assert!(!app.browser.shows("[data-mode]").await, "removing is not softening");
}

#[tokio::test]
async fn twenty_weeks_pregnant_with_a_roller_leaves_out_lying_flat_and_leg_pressure() {
    let case = Case { conditions: &["pregnant"], weeks: Some(20), ..Case::default() };
    let app = told(WITH_ROLLER, case).await;
    assert!(app.offers("accept-check").await);
    assert!(app.kept(HEALTH).await["told"].to_string().contains("20"));
    let played = played(&app).await;
    for slug in &played {
        assert!(!skips(slug, "preg_t23") && !skips(slug, "preg_t1"), "{slug}");
        assert_ne!(exercise(slug)["technique"], "roller-body-weight", "{slug}");
    }
    let (steps, changes) = routine_page(&app, WITH_ROLLER).await;
    assert_eq!(steps, played);
    let rolled = changes.iter().filter(|(_, slug)| exercise(slug)["tool"] == "roller").count();
    assert!(rolled > 2, "the roller's steps are said to be changed: {changes:?}");
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
    let mode = app.browser.text("[data-mode]").await;
    assert!(mode.contains("3 to 5 short sessions a week"), "{mode}");
}

#[tokio::test]
async fn back_pain_on_day_one_after_lifting_keeps_to_rest_and_easy_moves() {
    let case = Case { mark: Some(("injured", "lower-back")), ..Case::default() };
    let app = told(ROUTINE, case).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Comfort only today"));
    let played = played(&app).await;
    assert!(!played.is_empty());
    for slug in &played {
        let technique = exercise(slug)["technique"].as_str().unwrap_or_default().to_owned();
        assert!(["breathing", "rest", "mobility"].contains(&technique.as_str()), "{slug}");
    }
    let there = codes(&played);
    assert!(["MB02", "MB03"].iter().all(|it| there.iter().any(|at| at == it)), "{there:?}");
    let (_, changes) = routine_page(&app, ROUTINE).await;
    assert!(!changes.is_empty());
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "comfort");
    // Day 4 opens the tables: four days on, nothing is changed any more.
    let earlier = "const h = JSON.parse(localStorage.getItem('unknot.health')); \
        h.marks = h.marks.map(it => it.map((v, at) => at === it.length - 1 ? v - 4 : v)); \
        localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(earlier).await;
    app.browser.reload().await;
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert!(changes.is_empty(), "{changes:?}");
    // Nothing is said of changes, and no question is open either: the list is the routine's own.
    assert!(!app.browser.shows("[data-role=changes]").await);
    assert_eq!(codes(&steps), ["MB16", "HN05", "BL04", "MB02", "MB03", "ST02", "MB15"]);
}

#[tokio::test]
async fn fibromyalgia_is_gentle_and_offers_the_light_routines() {
    let app = told(ROUTINE, Case { conditions: &["touch-hurts"], ..Case::default() }).await;
    let played = played(&app).await;
    for slug in &played {
        let technique = exercise(slug)["technique"].clone();
        assert!(!skips(slug, "fibro") && technique != "roller-body-weight", "{slug}");
    }
    let (_, changes) = routine_page(&app, ROUTINE).await;
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
    assert!(app.browser.text("[data-mode]").await.contains("3 out of 10"), "{changes:?}");
    assert!(app.browser.shows("a[href='#/routine/gentle-whole-body-10']").await);
}

#[tokio::test]
async fn a_stable_disc_leads_to_the_movement_routines_and_one_that_spreads_to_a_lock() {
    let app = told(ROUTINE, Case { conditions: &["disc"], ..Case::default() }).await;
    for slug in played(&app).await {
        let row = exercise(&slug);
        let presses = ["ball", "roller", "hands"].iter().any(|tool| row["tool"] == *tool);
        let on_a_leg = ["thigh", "calf", "foot"].iter().any(|area| row["area"] == *area);
        assert!(!presses || !on_a_leg, "{slug}");
        assert!(!skips(&slug, "disc_stable"), "{slug}");
    }
    routine_page(&app, ROUTINE).await;
    assert!(app.browser.shows("a[href='#/routine/lower-back-movement-10']").await);
    // Told that it spreads, everything waits for a doctor.
    let worse = "const h = JSON.parse(localStorage.getItem('unknot.health')); \
        h.told = h.told.map(it => it[0] === 22 ? [22, true, it[2], it[3], null, []] : it); \
        localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(worse).await;
    app.open("#/check/slow-breathing").await;
    app.browser.wait("[data-level=urgent]").await;
    assert!(!app.offers("change").await);
}

#[tokio::test]
async fn inflammatory_arthritis_leaves_the_neck_alone_and_nothing_else() {
    let case = Case { conditions: &["inflamed-joints"], ..Case::default() };
    let app = told("upper-back-neck-10", case).await;
    for slug in played(&app).await {
        assert!(!skips(&slug, "ra_neck"), "{slug}");
    }
    let (_, changes) = routine_page(&app, "upper-back-neck-10").await;
    assert!(!changes.is_empty());
    assert!(changes.iter().all(|(_, slug)| skips(slug, "ra_neck")), "{changes:?}");
    assert!(!app.browser.shows("[data-mode]").await, "removing is not softening");
}

#[tokio::test]
async fn a_flare_is_gentle_and_leaves_the_named_joint_alone() {
    let conditions = &["inflamed-joints", "joint-flare"];
    let case = Case { conditions, place: Some("arm"), ..Case::default() };
    let app = told("upper-back-neck-10", case).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    for slug in played(&app).await {
        let (row, on_it) = (exercise(&slug), skips(&slug, "ra_neck"));
        assert!(!on_it && !skips(&slug, "ia_flare"), "{slug}");
        assert_ne!(row["area"], "arm", "{slug}");
    }
    routine_page(&app, "upper-back-neck-10").await;
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
}

#[tokio::test]
async fn a_swollen_shoulder_is_left_alone_and_to_be_checked_and_the_rest_goes_on() {
    // R39
    let case = Case { mark: Some(("swollen", "shoulder")), ..Case::default() };
    let app = told("upper-back-neck-10", case).await;
    assert!(!app.browser.shows("[data-level=urgent]").await);
    for slug in played(&app).await {
        assert_ne!(exercise(&slug)["area"], "shoulder", "{slug}");
    }
}

#[tokio::test]
async fn a_fever_asks_about_the_back_before_it_says_to_wait() {
    // R58
    let app = asked(ROUTINE).await;
    app.press("skip").await;
    app.browser.wait("[data-card=today]").await;
    app.browser.press("label[data-condition=fever-now]").await;
    app.press("continue").await;
    app.browser.wait("[data-condition=fever-and-back-pain] [data-action=yes]").await;
    // Not by another way either: the check without a routine, and breathing.
    for fragment in ["#/check", "#/check/slow-breathing"] {
        app.open(fragment).await;
        app.browser.wait("[data-condition=fever-and-back-pain] [data-action=yes]").await;
    }
    app.press("yes").await;
    app.browser.wait("[data-level=urgent]").await;
    assert!(!app.offers("change").await && !app.offers("accept-check").await);
}

#[tokio::test]
async fn a_leg_that_is_swollen_and_red_locks_everything_until_it_was_checked() {
    let case = Case { mark: Some(("swollen", "calf")), ..Case::default() };
    let app = told(ROUTINE, case).await;
    app.browser.wait("[data-level=urgent]").await;
    let words = app.browser.text("[data-level]").await;
    assert!(
        words.contains("You told us it is swollen") || words.contains("you told us it is swollen"),
        "{words}"
    );
    assert!(words.contains("111"), "{words}");
    for fragment in
        [format!("#/play/{ROUTINE}"), "#/check".to_owned(), "#/check/comfort-5".to_owned()]
    {
        app.open(&fragment).await;
        app.browser.wait("[data-level=urgent]").await;
        assert!(!app.offers("accept-check").await && !app.offers("change").await, "{fragment}");
    }
    // Without the tick nothing opens; with it the body is looked over again.
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.press("clear").await;
    assert!(app.browser.shows("[data-level=urgent]").await);
    app.browser.press("label:has([name=told-fine])").await;
    app.press("clear").await;
    app.browser.wait("[data-card=body], [data-card=pain]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn at_seventy_four_it_is_gentle_and_chair_and_wall_come_first() {
    let app = told(ROUTINE, Case { conditions: &["age-70"], ..Case::default() }).await;
    assert!(app.browser.text("[data-screen=check]").await.contains("Gentle today"));
    app.hold_time().await;
    app.press("accept-check").await;
    app.browser.wait("[data-screen=player][data-running=true]").await;
    // No step asks for more than 3 of 10.
    for _ in 0..40 {
        let state = app.state().await;
        if state.screen != "player" || state.phase == "aftercare" {
            break;
        }
        let limit = app.browser.text("[data-role=limit]").await;
        let cap = limit.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(cap.is_empty() || cap == "310" || cap == "210" || cap == "110", "{limit}");
        app.press("next").await;
    }
    let (_, changes) = routine_page(&app, ROUTINE).await;
    assert!(!changes.is_empty());
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
}

#[tokio::test]
async fn a_second_routine_says_what_is_known_to_change_before_its_own_questions() {
    // R68: what was told for one routine counts on the page of the next, whose questions are open still.
    let case = Case { conditions: &["blood-thinners"], ..Case::default() };
    let app = told("gentle-back-chair-5", case).await;
    let (steps, changes) = routine_page(&app, WITH_ROLLER).await;
    let known = |slug: &str| changes.contains(&("known".to_owned(), slug.to_owned()));
    for slug in &steps {
        assert_eq!(known(slug), skips(slug, "anticoag") || is_rolled(slug), "{slug}: {changes:?}");
    }
    assert!(steps.iter().any(|it| known(it)));
    assert_eq!(app.browser.attribute("[data-mode]", "data-mode").await, "gentle");
    let said = app.browser.text("[data-role=changes]").await;
    assert!(said.contains("come first") || said.contains("comes first"), "{said}");
    assert!(said.contains("You told us you take blood thinners or bruise easily."), "{said}");
    oracle::no_problems(&app.browser).await;
}

/// Whether the body lies on a tool, which gentle mode leaves out.
fn is_rolled(slug: &str) -> bool {
    exercise(slug)["technique"] == "roller-body-weight"
        || exercise(slug)["technique"] == "ball-lying"
}

#[tokio::test]
async fn someone_with_nothing_to_tell_plays_the_routine_as_it_is() {
    let app = told(ROUTINE, Case::default()).await;
    let (steps, changes) = routine_page(&app, ROUTINE).await;
    assert!(changes.is_empty(), "{changes:?}");
    assert!(!app.browser.shows("[data-role=changes]").await);
    app.press("start").await;
    app.answer_none_to_all().await;
    assert_eq!(played(&app).await, steps);
}

#[tokio::test]
async fn the_first_sessions_are_short_and_light() {
    let app = App::new(Preload::held_clock()).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.start_from_routine().await;
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    app.browser.wait("[data-mode=starter]").await;
    assert!(app.browser.shows("[data-role=changes] details").await);
}

#[tokio::test]
async fn a_heart_condition_waits_for_a_clinician_and_breathing_stays_open() {
    let app = told(ROUTINE, Case { conditions: &["heart"], ..Case::default() }).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("a[href='#/check/slow-breathing']").await;
    // One card at most, and no pain and no body for breathing (R59).
    app.browser.wait("[data-card=nerves]").await;
    app.press("none").await;
    app.browser.wait("[data-card=review]").await;
    app.press("continue").await;
    app.browser.wait("[data-action=accept-check]").await;
    assert_eq!(played(&app).await, ["seated-slow-breathing"]);
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-level=clear]").await;
    app.browser.press("label:has([name=told-fine])").await;
    // The doctor was asked three weeks ago, before anything was told here.
    let choose = "const s = document.querySelector('select[name=said-day]'); s.value = '21'; \
        s.dispatchEvent(new Event('change', { bubbles: true }));";
    app.browser.eval(choose).await;
    app.press("clear").await;
    app.browser.wait("[data-card]:not([data-card=next-day])").await;
    let cleared = app.kept(HEALTH).await["cleared"][0].clone();
    let day = |at: usize| cleared[at].as_i64().expect("a day");
    assert_eq!((&cleared[0], day(2) - day(1)), (&json!(13), 21), "{cleared}");
    // The settings name the clearance with its day.
    app.open("#/settings").await;
    let answers = app.browser.text("[data-role=answers]").await;
    assert!(answers.contains("Said to be fine 21 days ago"), "{answers}");
}

#[tokio::test]
async fn strong_pain_asks_the_signs_again_and_leaves_comfort_only() {
    let app = App::new(Preload::held_clock().answered()).await;
    app.open("#/settings").await;
    let forget = "const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain = null; \
        localStorage.setItem('unknot.health', JSON.stringify(h));";
    app.browser.eval(forget).await;
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.browser.wait("[data-card=pain]").await;
    app.browser.press("[data-action=pain][data-rating='8']").await;
    app.browser.press("[data-action=area][data-area=lower-back]").await;
    app.press("continue").await;
    app.browser.wait("[data-screen=check] .flags [name=RF1]").await;
    app.press("none").await;
    app.browser.wait("[data-action=accept-check]").await;
    for slug in played(&app).await {
        let technique = exercise(&slug)["technique"].as_str().unwrap_or_default().to_owned();
        assert!(
            ["breathing", "rest", "mobility", "hands-light"].contains(&technique.as_str()),
            "{slug}: {technique}"
        );
    }
}

#[tokio::test]
async fn an_arm_that_tingles_takes_neck_shoulder_upper_back_and_arm_out() {
    // R31, the gate of 5.2
    let case = Case { conditions: &["arm-nerve"], ..Case::default() };
    let app = told("upper-back-neck-10", case).await;
    let played = played(&app).await;
    assert!(!played.is_empty());
    for slug in &played {
        let row = exercise(slug);
        let at_rest =
            ["breathing", "rest"].contains(&row["technique"].as_str().unwrap_or_default());
        let area = row["area"].as_str().unwrap_or_default();
        let is_there = ["neck", "shoulder", "upper-back", "arm"].contains(&area);
        assert!(at_rest || !is_there, "{slug} works the {area}");
    }
    app.open("#/exercise/shoulder-rolls-and-squeezes").await;
    app.browser.wait("[data-role=left-out]").await;
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn back_pain_that_sitting_eases_is_led_to_the_chair_first_set() {
    // R31, the gate of 5.4
    let app = told(ROUTINE, Case { conditions: &["stenosis"], ..Case::default() }).await;
    routine_page(&app, ROUTINE).await;
    let links = "return [...document.querySelectorAll('section')].filter(it => it.querySelector('h2')?.innerText === 'These may suit you better') \
        .flatMap(it => [...it.querySelectorAll('.entries a')]).map(it => it.getAttribute('href'));";
    let links = app.browser.eval(links).await.to_string();
    assert!(links.contains("gentle-back-chair"), "{links}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn what_is_worth_knowing_about_an_answer_stays_on_the_exercises_that_it_guards() {
    // R31: INFO
    let case = Case { conditions: &["pregnant"], weeks: Some(12), ..Case::default() };
    let app = asked(ROUTINE).await;
    let words = "Call your maternity unit";
    let review = tell(&app, &case).await;
    assert!(review.contains(words), "{review}");
    app.open("#/exercise/pelvic-tilts").await;
    app.browser.wait("[data-role=to-know]").await;
    assert!(app.browser.text("[data-role=to-know]").await.contains(words));
}
