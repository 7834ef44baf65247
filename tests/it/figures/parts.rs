//! What figures are made of, by hand: points, frames, bounds, surfaces and things.

use unknot::figure::frame::Bounds;
use unknot::figure::math::{Frame, V3, v3};
use unknot::figure::pose::{Pose, Surface};
use unknot::figure::props::{Kind, Prop, Solid, Where};
use unknot::figure::settle::settle;
use unknot::figure::view::p2;

#[test]
fn a_point_is_turned_about_the_middle() {
    let turned = p2(3.0, 1.0).turned(30.0);
    let (root, half) = (3_f64.sqrt() / 2.0, 0.5);
    assert!((turned.x - (3.0 * root - half)).abs() < 1e-12, "{turned:?}");
    assert!((turned.y - (3.0 * half + root)).abs() < 1e-12, "{turned:?}");
}

#[test]
fn a_frame_tells_the_angles_it_was_turned_by() {
    for (z, x, y) in [(20.0, -30.0, 50.0), (-70.0, 10.0, -80.0), (0.0, 45.0, 0.0)] {
        let told = Frame::UPRIGHT.turned(z, x, y).angles();
        let off = [told.0 - z, told.1 - x, told.2 - y];
        assert!(off.iter().all(|it| it.abs() < 1e-9), "{told:?} for {z} {x} {y}");
    }
}

#[test]
fn a_frame_whose_front_would_be_its_up_gets_another_front() {
    for (up, front) in [(V3::X, V3::Y), (V3::Y, V3::X), (V3::Z, V3::X)] {
        let frame = Frame::up_front(up, up);
        assert_eq!((frame.y, frame.x), (up, front));
    }
}

#[test]
fn bounds_hold_what_is_inside_both_ways() {
    let bounds = Bounds { low: p2(-1.0, 10.0), high: p2(1.0, 20.0) };
    for (x, y, holds) in [
        (0.0, 15.0, true),
        (0.0, 9.0, false),
        (2.0, 15.0, false),
        (0.0, 21.0, false),
        (-2.0, 15.0, false),
    ] {
        assert_eq!(bounds.holds(p2(x, y)), holds, "{x} {y}");
    }
}

#[test]
fn surfaces_have_their_names_and_places() {
    let all = [
        ("floor", Surface::Floor, V3::Y),
        ("wall", Surface::Wall, V3::X),
        ("seat", Surface::Seat, V3::Y),
        ("backrest", Surface::Backrest, V3::X),
        ("table", Surface::Table, V3::Y),
        ("step", Surface::Step, V3::Y),
        ("pillow", Surface::Pillow, V3::Y),
    ];
    for (name, surface, out) in all {
        assert_eq!(Surface::from_name(name), Some(surface));
        assert_eq!(surface.plane().0, out, "{name}");
    }
    assert_eq!(Surface::from_name("ceiling"), None);
    // The back of a chair is behind the one who sits on it.
    assert!(Surface::Backrest.plane().1 < Surface::Wall.plane().1);
}

#[test]
fn a_warm_pack_is_flat_and_no_pillow() {
    let standing = settle(&Pose::standing());
    let lying = |name: &str| {
        let kind = Kind::from_name(name).expect("a thing");
        let place = Where::At(v3(0.0, 0.1, 0.0), 0.0);
        Prop { kind, place, turn: 0.0, size: None }.solids(&standing)
    };
    let half = |name: &str| match lying(name).as_slice() {
        [Solid::Soft(_, half, _)] => *half,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(half("warm-pack"), v3(0.06, 0.014, 0.09));
    assert_eq!(half("pillow"), v3(0.085, 0.026, 0.12));
}
