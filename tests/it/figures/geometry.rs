//! What a wrong picture fails on (`docs/spec/figures.md`, F2 to F11).

use unknot::catalog;
use unknot::domain::body::Position;
use unknot::domain::equipment::Tool;
use unknot::figure::check::{boxed, cut_off, no_go, spot_of, sunk, tangles, tool_gap, unbalanced};
use unknot::figure::frame::bounds;
use unknot::figure::limbs::miss;
use unknot::figure::pose::{Figure, Pose, Spot};
use unknot::figure::props::Kind;
use unknot::figure::ranges::strained;
use unknot::figure::scene::{DRIFT, drift, split, stops, tenths};
use unknot::figure::settle::{between, gap, settle};
use unknot::figure::view::Camera;

use super::{assert_everywhere, figures, measured};

/// 1 % of body height.
const NEAR: f64 = 0.01;

/// Rows that `data/no-go.json` excepts from a place, and the place.
const EXCEPT: &[(&str, &str)] =
    &[("FR01", "spine-bones"), ("FR02", "spine-bones"), ("FR13", "spine-bones")];

#[test]
fn what_bears_weight_lies_on_its_surface() {
    // F2
    assert_everywhere(|_, moment| {
        let rests = moment.settled.pose.rests.iter();
        let off = rests.map(|rest| (rest, gap(&moment.settled.body, rest)));
        off.filter(|(_, gap)| gap.abs() > NEAR).map(|it| format!("{it:?}")).collect()
    });
}

#[test]
fn hands_and_feet_reach_their_places() {
    // F3
    assert_everywhere(|_, moment| {
        let limbs = (0..4).filter(|&limb| moment.stays[limb]);
        let missed = limbs.filter_map(|limb| Some((limb, miss(&moment.settled, limb)?)));
        missed.filter(|(_, far)| *far > NEAR).map(|it| format!("limb {it:?}")).collect()
    });
}

#[test]
fn nothing_is_inside_floor_wall_or_furniture() {
    // F4
    assert_everywhere(|figure, moment| {
        let sunk = sunk(figure, &moment.settled).into_iter().map(|it| format!("{it:?}"));
        let boxed = boxed(figure, &moment.settled).into_iter().map(|it| format!("{it:?}"));
        sunk.chain(boxed).collect()
    });
}

#[test]
fn no_limb_passes_through_the_body() {
    // F5
    assert_everywhere(|_, moment| {
        tangles(&moment.settled.body).into_iter().map(|it| format!("{it:?}")).collect()
    });
}

#[test]
fn the_tool_touches_the_skin() {
    // F6
    assert_everywhere(|figure, moment| {
        let tools =
            figure.props.iter().filter_map(|it| Some((it.kind, tool_gap(it, &moment.settled)?)));
        tools.filter(|(_, gap)| gap.abs() > NEAR).map(|it| format!("{it:?}")).collect()
    });
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

#[test]
fn no_tool_touches_a_place_that_is_never_pressed() {
    // F6
    assert_everywhere(|figure, moment| {
        let mut found = Vec::new();
        for prop in figure.props.iter().filter(|it| it.kind.is_tool()) {
            let spots =
                spot_of(prop, &moment.settled).map_or(Vec::new(), |it| pressed(prop.kind, it));
            for zone in spots.into_iter().filter_map(|it| no_go(it, prop.kind == Kind::Roller)) {
                if !EXCEPT.contains(&(figure.code.as_str(), zone)) {
                    found.push(format!("{:?} on {zone}", prop.kind));
                }
            }
        }
        found
    });
}

#[test]
fn the_tool_presses_where_the_figure_glows() {
    // F6
    assert_everywhere(|figure, moment| {
        let tools = figure.props.iter().filter(|it| it.kind.is_tool());
        let spots = tools.filter_map(|it| spot_of(it, &moment.settled));
        let body = &moment.settled.body;
        let place = |spot: Spot| body.skin(spot.part, spot.at, spot.around).0;
        let near =
            |spot: Spot| figure.glow.iter().any(|it| (place(*it) - place(spot)).len() < 0.13);
        spots.filter(|spot| !near(*spot)).map(|spot| format!("{spot:?}")).collect()
    });
}

#[test]
fn every_tool_of_an_exercise_is_in_its_figure() {
    // F6
    for measured in measured() {
        let figure = &measured.figure;
        let exercise = catalog::exercises().iter().find(|it| it.code == figure.code).unwrap();
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
        let has = |kind: Kind| figure.props.iter().any(|it| it.kind == kind);
        assert!(needed.is_none_or(has), "{} shows no {needed:?}", figure.code);
        let wall = exercise.position == Position::Wall;
        assert!(!wall || has(Kind::Wall), "{} shows no wall", figure.code);
    }
}

#[test]
fn joints_stay_within_human_range() {
    // F7
    assert_everywhere(|_, moment| {
        strained(&moment.settled.body).into_iter().map(|it| format!("{it:?}")).collect()
    });
}

#[test]
fn who_does_not_lean_is_balanced() {
    // F8
    assert_everywhere(|figure, moment| {
        let off = unbalanced(&moment.settled);
        if figure.leans || off < 0.015 { Vec::new() } else { vec![format!("off by {off:.3}")] }
    });
}

#[test]
fn the_drawing_stays_near_the_solved_pose_between_its_stops() {
    // F10
    for (_, figure) in figures() {
        let camera = Camera::new(&figure.view);
        let keys: Vec<_> = figure.keys.iter().map(settle).collect();
        for pair in keys.windows(2) {
            let way = tenths(&pair[0], &pair[1]);
            let mut stops = vec![0];
            stops.extend(split(&camera, &way, 0, 10));
            stops.push(10);
            for span in stops.windows(2) {
                let (low, high) = (span[0], span[1]);
                let whole = f64::from(u8::try_from(high - low).unwrap());
                // Every tenth between the stops, and the middle where there is none.
                for half in 2 * low + 1..2 * high {
                    let at = f64::from(u8::try_from(half).unwrap()) / 20.0;
                    let share = (at * 10.0 - f64::from(u8::try_from(low).unwrap())) / whole;
                    let truth = between(&pair[0], &pair[1], at);
                    let far = drift(&camera, &way[low], &way[high], share, &truth);
                    let limit = if half % 2 == 0 { DRIFT } else { DRIFT * 1.5 };
                    assert!(far <= limit, "{}: {far:.1} thousandths at {at:.2}", figure.code);
                }
            }
        }
    }
}

#[test]
fn the_drawing_stays_inside_its_box() {
    // F11
    for measured in measured() {
        let camera = Camera::new(&measured.figure.view);
        let stops: Vec<_> =
            stops(&measured.figure, &camera).into_iter().map(|it| it.settled).collect();
        let frame = bounds(&measured.figure, &camera, &stops);
        for moment in &measured.moments {
            let cut = cut_off(&measured.figure, &camera, &moment.settled, &frame);
            assert!(cut.is_empty(), "{}: {cut:?} outside", moment.name);
        }
    }
}

#[test]
fn the_motion_is_as_slow_as_the_cues_say() {
    // F12
    let seconds = |code: &str| -> Vec<f64> {
        let all = figures();
        let figure = all.into_iter().map(|(_, it)| it).find(|it| it.code == code);
        figure.map_or(Vec::new(), |it| it.keys.iter().skip(1).map(|key| key.seconds).collect())
    };
    for exercise in catalog::exercises() {
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
            continue;
        };
        for took in seconds(exercise.code) {
            assert!((least..=most).contains(&took), "{}: {took} s a way", exercise.code);
        }
    }
}

/// Proves that each measure can fail: a standing body is put wrong on purpose.
#[test]
fn wrong_bodies_are_found() {
    let figure = |pose: Pose| Figure { keys: vec![pose], ..plain() };
    let mut low = Pose::standing();
    low.root.y -= 0.05;
    let settled = settle(&low);
    assert!(!sunk(&figure(low), &settled).is_empty(), "feet in the floor");

    let mut lame = Pose::standing();
    lame.root.x += 0.4;
    let settled = settle(&lame);
    assert!(unbalanced(&settled) < 0.015, "it stands where its feet are");
    let mut falling = Pose::standing();
    falling.angles[0] = [35.0, 0.0, 0.0];
    assert!(unbalanced(&settle(&falling)) > 0.015, "it would fall");

    let mut through = Pose::standing();
    through.angles
        [unknot::figure::skeleton::Joint::Shoulder(unknot::figure::body::Half::Left).index()] =
        [0.0, -40.0, 0.0];
    assert!(!tangles(&settle(&through).body).is_empty(), "the arm is in the body");

    let mut bent = Pose::standing();
    bent.angles[unknot::figure::skeleton::Joint::Knee(unknot::figure::body::Half::Left).index()] =
        [170.0, 0.0, 0.0];
    assert!(!strained(&settle(&bent).body).is_empty(), "no knee bends so far");

    let spine = Spot::read("low/180/0.5").unwrap();
    assert_eq!(no_go(spine, false), Some("spine-bones"));
    assert_eq!(no_go(Spot::read("l-shank/180/0.1").unwrap(), true), Some("behind-knee"));
    assert_eq!(no_go(Spot::read("l-shank/180/0.4").unwrap(), true), None);
}

fn plain() -> Figure {
    let mut figure = figures().swap_remove(0).1;
    figure.props.truncate(0);
    figure.props.push(unknot::figure::props::Prop {
        kind: Kind::Floor,
        place: unknot::figure::props::Where::At(unknot::figure::math::V3::ZERO, 0.0),
        turn: 0.0,
        size: None,
    });
    figure
}
