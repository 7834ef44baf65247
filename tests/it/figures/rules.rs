//! What makes a picture wrong, in words (`docs/spec/figures.md`, F2 to F12): one function a rule, each with a
//! line for everything it finds.

use unknot::catalog;
use unknot::domain::body::Position;
use unknot::domain::equipment::Tool;
use unknot::figure::check::{boxed, cut_off, no_go, spot_of, sunk, tangles, tool_gap, unbalanced};
use unknot::figure::frame::bounds;
use unknot::figure::limbs::miss;
use unknot::figure::pose::{Cycle, Figure, Spot};
use unknot::figure::props::Kind;
use unknot::figure::ranges::strained;
use unknot::figure::scene::{DRIFT, drift, stops, tenths};
use unknot::figure::settle::{Settled, between, gap, settle};
use unknot::figure::view::Camera;

use super::{Measured, Moment};

/// 1 % of body height.
const NEAR: f64 = 0.01;

/// F2: what bears weight is not on its surface.
pub(super) fn off_surface(_: &Figure, moment: &Moment) -> Vec<String> {
    let rests = moment.settled.pose.rests.iter();
    let off = rests.map(|rest| (rest, gap(&moment.settled.body, rest)));
    off.filter(|(_, gap)| gap.abs() > NEAR).map(|it| format!("{it:?}")).collect()
}

/// F3: a hand or foot is not at its place.
pub(super) fn out_of_reach(_: &Figure, moment: &Moment) -> Vec<String> {
    let limbs = (0..4).filter(|&limb| moment.stays[limb]);
    let missed = limbs.filter_map(|limb| Some((limb, miss(&moment.settled, limb)?)));
    missed.filter(|(_, far)| *far > NEAR).map(|it| format!("limb {it:?}")).collect()
}

/// F4: a part is inside floor, wall or furniture.
pub(super) fn inside_things(figure: &Figure, moment: &Moment) -> Vec<String> {
    let sunk = sunk(figure, &moment.settled).into_iter().map(|it| format!("{it:?}"));
    let boxed = boxed(figure, &moment.settled).into_iter().map(|it| format!("{it:?}"));
    sunk.chain(boxed).collect()
}

/// F5: a limb passes through the body.
pub(super) fn tangled(_: &Figure, moment: &Moment) -> Vec<String> {
    tangles(&moment.settled.body).into_iter().map(|it| format!("{it:?}")).collect()
}

/// F6: the tool does not touch the skin.
pub(super) fn off_skin(figure: &Figure, moment: &Moment) -> Vec<String> {
    let tools =
        figure.props.iter().filter_map(|it| Some((it.kind, tool_gap(it, &moment.settled)?)));
    tools.filter(|(_, gap)| gap.abs() > NEAR).map(|it| format!("{it:?}")).collect()
}

/// The spots that a tool presses: of two balls, the muscle on either side.
fn pressed(kind: Kind, spot: Spot) -> Vec<Spot> {
    if kind == Kind::TwoBalls {
        vec![
            Spot { around: spot.around - 18.0, ..spot },
            Spot { around: spot.around + 18.0, ..spot },
        ]
    } else {
        vec![spot]
    }
}

/// Whether `data/no-go.json` excepts an exercise from one of its places.
fn is_excepted(code: &str, zone: &str) -> bool {
    let text = std::fs::read_to_string("data/no-go.json").expect("data/no-go.json");
    let zones: serde_json::Value = serde_json::from_str(&text).expect("a list of places");
    let zones = zones.as_array().expect("a list");
    let zone = zones.iter().find(|it| it["slug"] == zone).unwrap_or_else(|| panic!("no {zone}"));
    zone["except"].as_array().is_some_and(|list| list.iter().any(|it| it == code))
}

/// F6: the tool is on a place that is never pressed.
pub(super) fn on_no_go(figure: &Figure, moment: &Moment) -> Vec<String> {
    let mut found = Vec::new();
    for prop in figure.props.iter().filter(|it| it.kind.is_tool()) {
        let spots = spot_of(prop, &moment.settled).map_or(Vec::new(), |it| pressed(prop.kind, it));
        for zone in spots.into_iter().filter_map(|it| no_go(it, prop.kind == Kind::Roller)) {
            if !is_excepted(&figure.code, zone) {
                found.push(format!("{:?} on {zone}", prop.kind));
            }
        }
    }
    found
}

/// F6: the tool presses far from every glow.
pub(super) fn off_glow(figure: &Figure, moment: &Moment) -> Vec<String> {
    let tools = figure.props.iter().filter(|it| it.kind.is_tool());
    let spots = tools.filter_map(|it| spot_of(it, &moment.settled));
    let body = &moment.settled.body;
    let place = |spot: Spot| body.skin(spot.part, spot.at, spot.around).0;
    let near = |spot: Spot| figure.glow.iter().any(|it| (place(*it) - place(spot)).len() < 0.13);
    spots.filter(|spot| !near(*spot)).map(|spot| format!("{spot:?}")).collect()
}

/// F6: what the exercise is done with and the figure does not show.
pub(super) fn missing_tool(figure: &Figure) -> Option<Kind> {
    let exercise = catalog::exercises().iter().find(|it| it.code == figure.code).expect("a row");
    let needed = match exercise.tool {
        Tool::Roller => Some(Kind::Roller),
        Tool::Ball => Some(Kind::Ball),
        Tool::TwoBalls => Some(Kind::TwoBalls),
        Tool::Strap => Some(Kind::Strap),
        Tool::Towel => Some(Kind::Towel),
        Tool::Chair => Some(Kind::Chair),
        Tool::Doorway => Some(Kind::Doorway),
        Tool::Wall => Some(Kind::Wall),
        Tool::Mat => Some(Kind::Mat),
        Tool::Hands | Tool::Nothing => None,
    };
    let wall = (exercise.position == Position::Wall).then_some(Kind::Wall);
    let has = |kind: Kind| figure.props.iter().any(|it| it.kind == kind);
    [needed, wall].into_iter().flatten().find(|kind| !has(*kind))
}

/// F7: a joint is bent farther than joints go.
pub(super) fn overbent(_: &Figure, moment: &Moment) -> Vec<String> {
    strained(&moment.settled.body).into_iter().map(|it| format!("{it:?}")).collect()
}

/// F8: the centre of mass is not above the ground that carries the body.
pub(super) fn falling(figure: &Figure, moment: &Moment) -> Vec<String> {
    let off = unbalanced(&moment.settled);
    if figure.leans || off < 0.015 { Vec::new() } else { vec![format!("off by {off:.3}")] }
}

/// Tenths of a way at which there are stops.
pub(super) type Split = fn(&Camera, &[Settled; 11], usize, usize) -> Vec<usize>;

/// F10: where the drawing is far from the solved pose, with the stops that `split` asks for.
pub(super) fn drifting(figure: &Figure, split: Split) -> Vec<String> {
    let camera = Camera::new(&figure.view);
    let mut keys: Vec<_> = figure.keys.iter().map(settle).collect();
    if figure.cycle == Cycle::Round {
        keys.extend(keys.first().cloned());
    }
    let mut found = Vec::new();
    for pair in keys.windows(2) {
        let way = tenths(&pair[0], &pair[1]);
        let mut stops = vec![0];
        stops.extend(split(&camera, &way, 0, 10));
        stops.push(10);
        for span in stops.windows(2) {
            let (low, high) = (span[0], span[1]);
            let whole = f64::from(u8::try_from(high - low).expect("ten at most"));
            // Every tenth between the stops, and the middle between two tenths.
            for half in 2 * low + 1..2 * high {
                let at = f64::from(u8::try_from(half).expect("twenty at most")) / 20.0;
                let share =
                    (at * 10.0 - f64::from(u8::try_from(low).expect("ten at most"))) / whole;
                let truth = between(&pair[0], &pair[1], at);
                let far = drift(&camera, &way[low], &way[high], share, &truth);
                if far > if half % 2 == 0 { DRIFT } else { DRIFT * 1.5 } {
                    found.push(format!("{}: {far:.1} thousandths at {at:.2}", figure.code));
                }
            }
        }
    }
    found
}

/// F11: parts that hang out of the picture that is drawn for `figure`.
pub(super) fn outside_box(figure: &Figure, measured: &Measured) -> Vec<String> {
    let camera = Camera::new(&figure.view);
    let stops: Vec<_> = stops(figure, &camera).into_iter().map(|it| it.settled).collect();
    let frame = bounds(figure, &camera, &stops);
    let mut found = Vec::new();
    for moment in &measured.moments {
        for part in cut_off(&measured.figure, &camera, &moment.settled, &frame) {
            found.push(format!("{}: {part:?} outside", moment.name));
        }
    }
    found
}

/// F12: ways between key poses that are faster or slower than the cue says.
pub(super) fn hasty(figure: &Figure) -> Vec<String> {
    let exercise = catalog::exercises().iter().find(|it| it.code == figure.code).expect("a row");
    let words = catalog::text(exercise.id);
    let says = |phrase: &str| words.cues.iter().any(|cue| cue.contains(phrase));
    let (least, most) = if says("four seconds each way") && !says("to four seconds each way") {
        (4.0, 4.0)
    } else if says("three to four seconds") {
        (3.0, 4.0)
    } else if says("two to four seconds each way") {
        (2.0, 4.0)
    } else if says("two seconds each way") {
        (2.0, 2.0)
    } else {
        return Vec::new();
    };
    let ways = figure.keys.iter().skip(1).map(|key| key.seconds);
    let wrong = ways.filter(|took| !(least..=most).contains(took));
    wrong.map(|took| format!("{}: {took} s a way", figure.code)).collect()
}
