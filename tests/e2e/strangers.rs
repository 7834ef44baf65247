//! What other pages, and those who get a link, learn of the person: nothing.

use std::time::Duration;

use serde_json::{Value, json};
use unknot::catalog;
use unknot::codec::link::{MARK, encode, find};
use unknot::codec::record::{Kept, Origin};
use unknot::domain::shared::{Line, SharedRoutine, totals};
use unknot::domain::time::LocalDay;
use unknot::i18n::sharing;

use crate::receive::{routine, step};
use crate::support::app::App;
use crate::support::links::golden;
use crate::support::oracle;
use crate::support::preload::{ANSWERED, PRACTISED, Preload, SEED};
use crate::support::process::TempDir;
use crate::support::server::Server;
use crate::support::until;

/// A page of another origin that shows `address` in a frame.
fn framing(address: &str) -> (TempDir, Server) {
    let dir = TempDir::new("stranger");
    let page = format!(
        "<!doctype html><html lang=en><meta name=referrer content=no-referrer><link rel=icon href='data:,'><title>Elsewhere</title><p>Another site</p><iframe src='{address}'></iframe>"
    );
    std::fs::write(dir.path().join("index.html"), page).expect("the page is written");
    std::fs::write(dir.path().join("_headers"), "").expect("it sends no policy of its own");
    let server = Server::start(dir.path());
    (dir, server)
}

/// Whether the program was asked for within three seconds.
async fn starts(app: &App) -> bool {
    let asked = || async { app.server.log().iter().any(|it| it.target.contains("/unknot-")) };
    for _ in 0..15 {
        if asked().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    false
}

/// Fault: D29
#[tokio::test]
async fn another_site_can_neither_frame_the_app_nor_leave_it_anything() {
    let app = App::new(Preload::real()).await;
    app.browser.expect_problems(&["frame-ancestors"]);
    let link = golden("ten-steps");
    let (_dir, elsewhere) = framing(&format!("{}/#r={link}", app.server.origin()));
    let theirs = elsewhere.origin().replace("localhost", "127.0.0.1");
    app.server.forget();
    app.browser.goto(&theirs).await;
    assert!(!starts(&app).await, "the app started in a frame of another site");

    // What the other page wrote on the window is gone, and it cannot be reached.
    app.browser.eval("window.name = 'from elsewhere';").await;
    app.open(&format!("#r={link}")).await;
    let left = app.browser.eval("return [window.name, window.opener === null];").await;
    assert_eq!(left, json!(["", true]));

    // Control: without the policy it would.
    app.server.set_header("content-security-policy", None);
    app.server.forget();
    app.browser.goto(&theirs).await;
    assert!(starts(&app).await, "the frame is never asked for: the test proves nothing");
}

/// Fault: D29
#[tokio::test]
async fn a_window_that_another_site_opens_is_out_of_its_reach_and_bears_no_name_of_its() {
    // The control comes first: without our policy the other page would stay with ours, and so would the name.
    for (policy, wanted) in [
        (Some("unsafe-none"), json!([true, "a word from elsewhere", false])),
        (Some("same-origin"), json!([false, "", true])),
    ] {
        let app = App::new(Preload::real()).await;
        app.server.set_header("cross-origin-opener-policy", None);
        app.server.set_header("cross-origin-opener-policy", policy);
        let (_dir, elsewhere) = framing("about:blank");
        let theirs = elsewhere.origin().replace("localhost", "127.0.0.1");
        app.browser.goto(&theirs).await;
        let first = app.browser.driver().window().await.expect("there is a tab");
        let address = format!("{}/#r={}", app.server.origin(), golden("ten-steps"));
        let open = format!("window.made = open({}, 'a word from elsewhere');", json!(address));
        app.browser.eval(&open).await;
        let all = app.browser.driver().windows().await.expect("the tabs");
        let ours = all.into_iter().find(|it| *it != first).expect("a window was opened");
        app.browser.driver().switch_to_window(ours).await.expect("it can be gone to");
        app.browser.wait("body[data-app=ready] [data-screen=shared]").await;
        let seen = app.browser.eval("return [window.opener !== null, window.name];").await;
        app.browser.driver().switch_to_window(first).await.expect("it can be gone to");
        let closed = app.browser.eval("return made.closed;").await;
        assert_eq!(json!([seen[0], seen[1], closed]), wanted, "{policy:?}");
    }
}

/// Fault: D30
#[tokio::test]
async fn a_shared_link_is_the_same_whoever_shares_it() {
    let app = App::new(Preload::real()).await;
    let fresh = shared(&app).await;
    let person = [PRACTISED, ANSWERED].concat();
    app.browser.eval(&person).await;
    app.browser
        .eval("const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain[0] = 7; h.told[15][1] = true; localStorage.setItem('unknot.health', JSON.stringify(h));")
        .await;
    app.browser.eval(SEED).await;
    app.browser.settle("__seed({ weeks: 6 })").await;
    let known = shared(&app).await;
    assert_eq!(fresh, known, "the link tells of the person who shares it");

    // Control: the app does know this person now.
    app.open("#/progress").await;
    app.browser.wait("[data-role=this-week]").await;
}

/// What the share page of a routine of ours hands out, after a full load.
async fn shared(app: &App) -> String {
    app.open("#/share/lower-back-10").await;
    app.wait_screen("share").await;
    app.browser
        .eval("navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };")
        .await;
    app.press("copy-link").await;
    until("a copied link", Duration::from_secs(5), async || {
        let copied = app.browser.eval("return globalThis.copied ?? null;").await;
        copied.as_str().map(ToOwned::to_owned)
    })
    .await
}

/// Writes down whatever is handed to the clipboard, to another app and to the disk.
const SPY: &str = "globalThis.sent = []; const kept = URL.createObjectURL; \
    Object.defineProperty(navigator, 'share', { value: async (data) => { sent.push({ ...data }); } }); \
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { sent.push(text); } } }); \
    URL.createObjectURL = (blob) => { blob.text().then((text) => sent.push(text)); return kept.call(URL, blob); }; \
    HTMLAnchorElement.prototype.click = () => {};";

/// A word that only the phone knows.
const PRIVATE: &str = "Quince";

/// A browser of somebody with answers, pain, weeks of practice, a name said for other routines, and this routine in a
/// pack with a name of its own.
async fn private_person(kept: &SharedRoutine) -> App {
    let app = App::new(Preload::real().answered().script(SEED).script(SPY)).await;
    app.open("#/settings").await;
    app.browser
        .eval("const h = JSON.parse(localStorage.getItem('unknot.health')); h.pain[0] = 7; h.told[15][1] = true; localStorage.setItem('unknot.health', JSON.stringify(h));")
        .await;
    app.browser.settle("__seed({ weeks: 6 })").await;
    let making =
        json!({ "v": 1, "name": PRIVATE, "profession": PRIVATE, "contact": PRIVATE, "last": null });
    app.keep("unknot.making", &making.to_string()).await;
    for (id, title, routine) in [("my-1", "", kept.clone()), ("my-2", PRIVATE, kept.clone())] {
        let title = if title.is_empty() { routine.title.clone() } else { Line::clean(title) };
        let row = Kept {
            id: id.to_owned(),
            origin: Origin::Own,
            added: LocalDay::from_days(20_700),
            changed: LocalDay::from_days(20_710),
            is_draft: false,
            pack: PRIVATE.to_owned(),
            routine: SharedRoutine { title, ..routine },
        };
        let put = format!(
            "__store((_, routines) => {{ routines.put({}, {}); }})",
            json!(row.encode()),
            json!(id)
        );
        app.browser.settle(&put).await;
    }
    app
}

async fn sent(app: &App, count: usize) -> Vec<Value> {
    until("what is sent", Duration::from_secs(5), async || {
        let sent = app.browser.eval("return globalThis.sent;").await;
        sent.as_array().filter(|it| it.len() >= count).cloned()
    })
    .await
}

/// An address in an address as it was.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(it) = rest.next() {
        let mut hex = || char::from(rest.next().unwrap_or(b'x')).to_digit(16).expect("a digit");
        bytes.push(if it == b'%' { u8::try_from(hex() * 16 + hex()).unwrap_or(0) } else { it });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Fault: D30
#[tokio::test]
async fn all_that_the_share_page_hands_out_is_the_routine_and_nothing_else() {
    // K14
    let kept = routine(vec![step(102, 60), step(45, 40)]);
    let app = private_person(&kept).await;
    app.server.forget();
    app.open("#/share/my-1").await;
    app.wait_screen("share").await;
    app.browser.wait("[data-role=handout] [data-role=figure]").await;
    let link = [&app.server.origin(), "/", MARK, &encode(&kept).expect("a link")].concat();
    app.press("copy-link").await;
    app.press("share").await;
    app.press("copy-summary").await;
    let out = sent(&app, 3).await;
    assert_eq!(out[0], json!(link), "the copied link");
    assert_eq!(out[1], json!({ "title": "Evening hips", "url": link }), "for another app");
    let secs = totals(&kept, catalog::exercises()).secs;
    let name = |id| catalog::exercise(id).map(|it| catalog::name(it.id));
    let sided = |at: usize| {
        let unknot::domain::shared::What::Library(it) = &kept.steps[at].what else { return false };
        let id = unknot::domain::exercise::ExerciseId(it.get());
        catalog::exercise(id).is_some_and(|it| it.sides != unknot::domain::side::Sides::Together)
    };
    assert_eq!(out[2], json!(sharing::summary(&kept, secs, &sided, &name)), "for notes");
    let message = sharing::message(&kept, secs, &link);
    for (action, start) in [
        ("send-whatsapp", "https://wa.me/?text="),
        ("send-text", "sms:?&body="),
        ("send-mail", "mailto:?subject=Evening hips&body="),
    ] {
        let css = format!("[data-action={action}]");
        let href = decoded(&app.browser.attribute(&css, "href").await);
        assert_eq!(href, [start, &message].concat(), "{action}");
        let rel = app.browser.attribute(&css, "rel").await;
        assert_eq!(rel, "noopener noreferrer", "{action}");
    }
    // The page itself, its address, its name and what it leaves with the next page tell nothing more.
    let page = app.browser.eval("return [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state)].join();").await;
    assert!(
        !page.as_str().unwrap_or(PRIVATE).contains(PRIVATE),
        "something of the phone's own is on the page"
    );
    let place = app.browser.eval("return [document.title, location.href];").await.to_string();
    assert!(!place.contains(&link[link.len() - 12..]), "{place}");
    assert_eq!(
        app.browser
            .eval("return document.querySelector('meta[name=referrer]')?.content ?? '';")
            .await,
        json!("no-referrer")
    );
    oracle::nothing_was_sent(&app.server.log());
    oracle::no_problems(&app.browser).await;

    // Control: the phone does know these words, and shows them where they belong.
    app.open("#/routines").await;
    app.browser.wait("[data-kept=my-2]").await;
    assert!(app.browser.text("main").await.contains(PRIVATE));
}

/// Fault: D30
#[tokio::test]
async fn the_builder_puts_into_a_link_what_its_maker_wrote_and_says_whose_name_it_carries() {
    // K14, L11
    let slugs = ["cat-and-cow", "chin-tucks"];
    let ids = slugs.map(|it| catalog::exercise_by_slug(it).expect("it is ours"));
    let own = |from| SharedRoutine {
        steps: ids.iter().map(|it| step(it.id.0, it.hold.secs())).collect(),
        from,
        ..SharedRoutine::default()
    };
    for is_known in [false, true] {
        let nobody = SharedRoutine::default().from;
        let app = if is_known {
            private_person(&routine(vec![step(102, 60)])).await
        } else {
            App::new(Preload::real().answered().script(SPY)).await
        };
        app.open("#/builder").await;
        app.press("start-empty").await;
        super::builder::add(&app, &slugs).await;
        app.press("share").await;
        app.press("copy-link").await;
        app.press("send-link").await;
        let out = sent(&app, 2).await;
        let link = out[0].as_str().unwrap_or_default();
        let read = find(link).expect("a link").routine;
        let said = Line::clean(PRIVATE);
        let maker = unknot::domain::shared::Maker {
            name: said.clone(),
            profession: said.clone(),
            contact: said,
        };
        assert_eq!(read, own(if is_known { maker } else { nobody }));
        assert_eq!(
            link.split_once(MARK).map(|it| it.0),
            Some([&app.server.origin(), "/"].concat().as_str())
        );
        let keys = out[1].as_object().map(|it| it.keys().cloned().collect::<Vec<_>>());
        assert_eq!(
            (keys, &out[1]["url"]),
            (Some(vec!["title".to_owned(), "url".to_owned()]), &json!(link))
        );
        // A name that was said for another routine goes along only where one is told so before it is sent.
        let told = app
            .browser
            .eval("return document.querySelector('p[data-role=maker]')?.textContent ?? '';")
            .await;
        assert_eq!(told.as_str().unwrap_or_default().contains(PRIVATE), is_known, "{told}");
        oracle::no_problems(&app.browser).await;
    }
}
