//! The root: the screen that the address names, and what may stand over any screen.

use leptos::prelude::{AnyView, Effect};

use crate::app::notices::Kind;
use crate::app::playable::Playable;
use crate::app::player::Unfinished;
use crate::app::routes::{Route, is_made};
use crate::app::{App, library};
use crate::i18n::body_map::point;
use crate::i18n::data as data_words;
use crate::i18n::format;
use crate::i18n::messages::{common, home as words, notice as notice_words};
use crate::i18n::received::open;
use crate::ui::components::{Look, action, link, offline_status_of_shell};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, tag, worded};
use crate::ui::screens;

/// The whole app.
pub fn root() -> AnyView {
    let app = App::start();
    Effect::new(move |ready: Option<bool>| {
        let route = app.route.get();
        app.show_from_top(&title(app, &route), ready.is_some());
        let stands_in = route == Route::Home && app.stand_in.stands(app.arrival.is_here());
        let usable = ready == Some(true) || stands_in || app.arrival.is_here_for(&route);
        if usable && ready != Some(true) {
            app.announce_ready();
        }
        usable
    });
    Effect::new(move |_: Option<()>| offline_status_of_shell(app));
    several(nodes![live(move || screen(app, app.route.get())), notices(app)]).view()
}

fn screen(app: &'static App, route: Route) -> Node {
    if route == Route::Home && app.stand_in.stands(app.arrival.is_here()) {
        return nothing();
    }
    app.stand_in.leave();
    if !app.arrival.is_here_for(&route) || !app.is_kept_here_for(&route) {
        return screens::waiting(app);
    }
    if let Route::Routine(slug) = &route
        && !is_made(slug)
    {
        return screens::routine(app, slug);
    }
    other_screen(app, route)
}

/// What nobody sees first. A function of its own, so that it comes with the rest of the program and not with the routine.
#[inline(never)]
fn other_screen(app: &'static App, route: Route) -> Node {
    match route {
        Route::Home => screens::home(app),
        Route::Library(_) => screens::library(app),
        Route::Exercise(slug) => screens::exercise(app, &slug),
        Route::Routine(slug) => screens::shared(app, &slug),
        Route::Play(slug) => screens::player(app, &slug),
        Route::Check(slug) => screens::check(app, slug.as_deref()),
        Route::Where => screens::point(app),
        Route::Learn => screens::learn(app),
        Route::Article(slug) => screens::article(app, &slug),
        Route::Routines => screens::routines(app),
        Route::Builder(id) => screens::builder(app, id),
        Route::Fork(fork) => screens::builder_fork(app, fork),
        Route::Share(slug) => screens::share(app, &slug),
        Route::Progress => screens::progress(app),
        Route::Reply => screens::reply(app),
        Route::Report => screens::report(app),
        Route::Settings => screens::settings(app),
        Route::Open(problem) => screens::open(app, problem),
        Route::NotFound => screens::not_found(app),
    }
}

fn title(app: &'static App, route: &Route) -> String {
    let about = match route {
        Route::Home | Route::NotFound | Route::Check(_) => None,
        Route::Library(_) => Some(common::LIBRARY),
        Route::Where => Some(point::HEADLINE),
        Route::Learn => Some(common::LEARN),
        Route::Article(slug) => library::article(slug).map(|it| it.title),
        Route::Routines => Some(crate::i18n::shelf::HEADLINE),
        Route::Builder(_) | Route::Fork(_) => Some(crate::i18n::builder::HEADLINE),
        Route::Progress => Some(common::PROGRESS),
        Route::Reply => Some(crate::i18n::reply::HEADLINE),
        Route::Report => Some(crate::i18n::reply::REPORT),
        Route::Settings => Some(common::SETTINGS),
        Route::Exercise(slug) => library::exercise_by_slug(slug).map(|it| library::name(it.id)),
        Route::Routine(slug) | Route::Play(slug) => app.playable(slug).map(Playable::name),
        Route::Open(_) => Some(open::HEADLINE),
        Route::Share(_) => Some(crate::i18n::share::HEADLINE),
    };
    about.map_or_else(|| common::NAME.to_owned(), |about| [about, " · ", common::NAME].concat())
}

/// Messages and the offer to carry on; never over a session.
fn notices(app: &'static App) -> Node {
    let offer = move || app.player.unfinished().map_or_else(nothing, |it| resume_offer(app, &it));
    let told = |kind: Kind| {
        live(move || if app.notices.stands(kind) { notice(app, kind) } else { nothing() })
    };
    let news = tag("div").set("role", "status").child(live(offer)).child(told(Kind::Update));
    classed("div", "notices")
        .hidden_while(move || app.player.is_active())
        .child(news)
        .children(Kind::TROUBLE.map(told))
        .done()
}

/// One message with its act, if it has one.
fn notice(app: &'static App, kind: Kind) -> Node {
    let update = (kind == Kind::Update).then(|| {
        action("update-now", notice_words::UPDATE_GO, Look::Plain, move || app.offline.update())
    });
    let data = kind
        .is_about_copies()
        .then(|| link("button", Route::Settings.fragment(), data_words::HEADING));
    let dismiss =
        action("dismiss", notice_words::OK, Look::Quiet, move || app.notices.dismiss(kind));
    let piece = classed("div", "notice rise")
        .set("data-role", "notice")
        .set("data-kind", kind.slug())
        .child(worded("p", "", kind.words()))
        .child(classed("div", "row").children(update).children(data).child(dismiss));
    // Not an empty box that waits for trouble: what reads the page's alert finds the one that is there.
    if kind.is_trouble() { piece.set("role", "alert").done() } else { piece.done() }
}

/// The session that was cut off, with routine, step and time left.
fn resume_offer(app: &'static App, unfinished: &Unfinished) -> Node {
    let name = unfinished.routine.name_in_words();
    let view = unfinished.view;
    let (step, steps) = (view.step.to_string(), view.steps.to_string());
    let place = format::fill(words::RESUME_WHERE, &[&step, &steps, &format::seconds(view.left)]);
    let drop = action("discard-session", words::RESUME_DROP, Look::Quiet, move || {
        app.player.discard_unfinished();
    });
    let go = action("resume-session", words::RESUME_GO, Look::Plain, move || {
        app.player.resume_unfinished(app);
    });
    classed("div", "notice rise")
        .set("data-role", "resume-offer")
        .set("data-routine", unfinished.routine.key())
        .child(worded("p", "", [format::fill(words::RESUME, &[&name]), place].join(" ")))
        .child(classed("div", "row").child(drop).child(go))
        .done()
}
