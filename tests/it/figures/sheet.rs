//! The sheet of figures, written and read.

use unknot::catalog;
use unknot::figure::draw::CHAINS;
use unknot::figure::scene::scene;
use unknot::figure::sheet::{Cycle, Layer, Sheet, SheetError};
use unknot::figure::tone::Tone;
use unknot::figure::view::{Camera, P2, p2};
use unknot::figure::write::write;

use super::figures;

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn sheet() -> (&'static str, Sheet) {
    let text = leaked(write(&figures()));
    (text, Sheet::read(text).expect("what is written can be read"))
}

#[test]
fn every_figure_that_is_written_is_read_again_whole() {
    // F13
    let (_, sheet) = sheet();
    let written = figures();
    assert_eq!(sheet.numbers().count(), written.len());
    for (number, figure) in written {
        let read = sheet.figure(number).unwrap_or_else(|| panic!("{} is not read", figure.code));
        assert!(read.view_box.wide > 100 && read.view_box.tall > 100, "{}", figure.code);
        assert!(read.stops.windows(2).all(|it| it[0].at <= it[1].at), "{}", figure.code);
        let parts = read.layers.iter().map(|it| match it {
            Layer::Chain { parts, .. } => parts.len(),
            Layer::Moving { .. } | Layer::Fixed(_) => 0,
        });
        assert_eq!(parts.sum::<usize>(), 18, "{}: the whole body", figure.code);
        for layer in &read.layers {
            let Layer::Chain { parts, .. } = layer else { continue };
            for (place, part) in parts.iter().enumerate() {
                for stop in 0..read.stops.len() {
                    assert!(layer.lie(place, stop).is_some(), "{}", figure.code);
                    let face = part.face(stop).expect("a face");
                    assert!(face.inks().count() > 0, "{}", figure.code);
                }
            }
        }
    }
}

/// Where each part of a chain begins in the picture, from what was read.
fn drawn(layer: &Layer, stop: usize) -> Vec<P2> {
    let Layer::Chain { parts, .. } = layer else { return Vec::new() };
    let (mut at, mut turn) = (p2(0.0, 0.0), 0.0);
    let mut starts = Vec::new();
    for place in 0..parts.len() {
        let lie = layer.lie(place, stop).expect("a lie");
        at = at.plus(p2(f64::from(lie.x), f64::from(lie.y)).turned(turn));
        turn += f64::from(lie.turn) / 2.0;
        starts.push(at);
    }
    starts
}

#[test]
fn what_is_read_is_where_the_solved_body_is() {
    // F13
    let (_, sheet) = sheet();
    for (number, figure) in figures() {
        let camera = Camera::new(&figure.view);
        let scene = scene(&figure);
        let read = sheet.figure(number).expect("the figure");
        let chains: Vec<&Layer> =
            read.layers.iter().filter(|it| matches!(it, Layer::Chain { .. })).collect();
        for (stop, solved) in scene.stops.iter().enumerate() {
            for part in CHAINS.iter().flat_map(|(_, parts)| parts.iter()) {
                let truth = camera.see(solved.settled.body.start(*part));
                let starts = chains.iter().flat_map(|it| drawn(it, stop));
                let nearest = starts.map(|it| it.minus(truth).len()).fold(f64::MAX, f64::min);
                assert!(nearest < 5.0, "{} stop {stop}: {part:?} off by {nearest:.1}", figure.code);
            }
        }
    }
}

#[test]
fn every_exercise_has_its_figure() {
    let (_, sheet) = sheet();
    for exercise in catalog::exercises() {
        assert!(sheet.figure(exercise.id.0).is_some(), "{} has no figure", exercise.code);
    }
}

#[test]
fn what_swings_or_stays_begins_and_ends_with_a_key_pose() {
    let (_, sheet) = sheet();
    for number in sheet.numbers() {
        let figure = sheet.figure(number).expect("a figure");
        assert!(figure.stops.first().is_some_and(|it| it.is_key && it.at == 0));
        assert!(figure.stops.last().is_some_and(|it| it.is_key));
        if figure.cycle == Cycle::Round {
            assert!(figure.stops.len() > 2, "{number} goes round");
        }
    }
}

#[test]
fn a_sheet_of_another_version_or_without_its_end_is_refused() {
    // F14
    let (text, _) = sheet();
    assert_eq!(Sheet::read("unknot figures 2\nend\n").unwrap_err(), SheetError::OtherVersion);
    assert_eq!(Sheet::read("").unwrap_err(), SheetError::OtherVersion);
    let cut = &text[..text.len() - 5];
    assert_eq!(Sheet::read(cut).unwrap_err(), SheetError::CutShort);
}

#[test]
fn a_figure_without_a_size_or_without_a_stop_is_not_shown() {
    // F14
    let read = |line: &str| {
        let text = leaked(format!("unknot figures 1\n{line}\nend\n"));
        Sheet::read(text).expect("a sheet").figure(7)
    };
    assert!(read("f\t7\t0 0 100 200\tw 0").is_some(), "control");
    for line in ["f\t7\t0 0 0 200\tw 0", "f\t7\t0 0 100 0\tw 0", "f\t7\t0 0 100 200\tw"] {
        assert!(read(line).is_none(), "{line}");
    }
}

#[test]
fn a_damaged_line_costs_its_figure_only_and_never_a_panic() {
    // F14
    let (text, sheet) = sheet();
    let number = sheet.numbers().nth(3).expect("a figure");
    let line = text.lines().find(|it| it.starts_with(&format!("f\t{number}\t"))).expect("its line");
    for at in (0..line.len()).step_by(7) {
        for with in ["", "\t", "|", "x", "9999999999", " ", ","] {
            let Some((before, after)) = line.split_at_checked(at) else { continue };
            let damaged = leaked(
                text.replace(line, &format!("{before}{with}{}", after.get(1..).unwrap_or(""))),
            );
            let read = Sheet::read(damaged).expect("the rest can be read");
            assert!(read.numbers().count() + 1 >= sheet.numbers().count());
            if let Some(figure) = read.figure(number) {
                for layer in &figure.layers {
                    for place in 0..7 {
                        assert!(layer.lie(place, 99).is_none_or(|it| it.along < i32::MAX));
                    }
                }
            }
        }
    }
}

#[test]
fn a_transform_is_written_as_css_reads_it() {
    // F13
    let text = "unknot figures 1\ns\t200\tgM0 0h9z\ns\t0\tsM0 0h9z\thM0 0h9z\nf\t7\t-5 -6 70 80\ty 0 30\tn1 2 3 4|0,-1 3,100 95|1',0\nend\n";
    let sheet = Sheet::read(text).expect("a small sheet");
    let figure = sheet.figure(7).expect("its figure");
    let layer = &figure.layers[0];
    let Layer::Chain { parts, is_far, .. } = layer else { panic!("a chain") };
    assert!(!is_far && parts[0].moves() && !parts[1].moves());
    let place = |part: usize, stop: usize| {
        let mut out = String::new();
        layer.lie(part, stop).expect("a lie").write_place(&mut out);
        out
    };
    assert_eq!(place(0, 0), "translate(1px,2px) rotate(-0.5deg)");
    assert_eq!(place(0, 1), "translate(3px,4px) rotate(1.5deg)");
    assert_eq!(place(1, 1), "translate(190px,0px) rotate(0deg)");
    let head = parts[1].face(0).expect("a face");
    let mut out = String::new();
    layer.lie(1, 0).expect("a lie").write_size(head.mirror(), &mut out);
    assert_eq!(out, "scale(-1.00,1.00)");
    assert_eq!(head.inks().map(|it| it.tone).collect::<Vec<_>>(), [Tone::Skin, Tone::Hair]);
}

#[test]
fn the_sheet_is_small_before_it_is_packed() {
    // F15: 30 KB when packed; `make figures` measures that.
    let (text, _) = sheet();
    assert!(text.len() < 150_000, "{} bytes", text.len());
}
