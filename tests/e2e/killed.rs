//! The browser is killed in a session, or at its end, at many points: what was told is there once or not at all.
//!
//! A browser that is killed loses what it has not written to the disk, which no page can hurry: so a session is offered
//! again from the place that was on the disk, and what has reached the database stays.

use std::time::Duration;

use crate::progress::{rate, rows};
use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::{Preload, SEED};

fn preload() -> Preload {
    Preload::held_clock().answered().script(SEED)
}

/// A session in its second step, on the disk: the browser was closed in an orderly way.
async fn begun(app: App) -> App {
    app.begin(ROUTINE).await;
    app.advance_until(200, |state| state.step == 2 && state.phase == "work").await;
    app.restart_browser(preload()).await
}

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

async fn killed_at(points: u32) {
    let mut dice = Dice(0x5eed_0b15);
    let mut app = begun(App::new(preload()).await).await;
    let (mut offered_again, mut finished) = (0, 0);
    for nth in 0..points {
        app.open("").await;
        app.browser.wait("[data-role=resume-offer]").await;
        let started = app.kept("unknot.place").await["started"].as_u64().expect("it began");
        app.hold_time().await;
        app.press("resume-session").await;
        app.wait_screen("player").await;
        if !app.state().await.running {
            app.press("resume").await;
        }
        // Past the first minute, so that a session that ends here counts.
        app.advance(30_000 + dice.below(120_000)).await;
        // In the middle, at the end of the session, or after a rating: each at another moment.
        if nth % 3 > 0 {
            app.press("end").await;
            app.press("end-now").await;
        }
        if nth % 3 > 1 {
            app.wait_screen("done").await;
            rate(&app, "felt-after", 3).await;
        }
        tokio::time::sleep(Duration::from_millis(dice.below(40))).await;
        app = app.kill_browser(preload()).await;

        app.open("#/progress").await;
        app.browser.wait("[data-role=check-pain]").await;
        let is_offered = app.browser.shows("[data-role=resume-offer]").await;
        let counts = (rows(&app, "session").await, rows(&app, "after").await);
        let point = format!("point {nth}: offered {is_offered}, sessions and ratings {counts:?}");
        let at = format!("session-{started}");
        let keys = app.browser.settle("__store((journal) => journal.getAllKeys())").await;
        let is_there = keys.as_array().into_iter().flatten().any(|it| *it == at);
        assert!(is_offered || is_there, "{point}: the session is lost");
        assert!(counts.0 <= finished + 1 && counts.1 <= finished + 1, "{point}");
        if counts.0 > 0 {
            let line = app.browser.text("[data-role=week-line]").await;
            let said = if counts.0 == 1 {
                "1 session,".to_owned()
            } else {
                format!("{} sessions,", counts.0)
            };
            assert!(line.starts_with(&said), "{point}: {line}");
        }
        oracle::no_problems(&app.browser).await;
        if is_offered {
            offered_again += 1;
        } else {
            finished += 1;
            app = begun(app).await;
        }
    }
    println!("{points} kills: {offered_again} times offered again, {finished} sessions over");
    assert!(offered_again > 0, "no kill came before the end was on the disk");
}

/// Fault: B15
#[tokio::test]
async fn a_browser_that_is_killed_offers_the_session_again_and_counts_nothing_twice() {
    killed_at(8).await;
}

/// Fault: B15
#[tokio::test]
#[ignore = "fifty browsers take minutes; `make soak`"]
async fn a_browser_that_is_killed_at_fifty_points_counts_nothing_twice() {
    killed_at(50).await;
}
