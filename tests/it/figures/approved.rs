//! Figures as they were looked at and approved: how each is written, drawn and measured, also with its body thrown
//! about, and which places a tool never presses.
//!
//! A figure changes on purpose or not at all. After such a change look at what `make figures` draws, then keep the new
//! state with `UNKNOT_APPROVE=1 cargo test --test it approved`.

use std::fmt::Write;
use std::path::Path;

use unknot::figure::body::{Half, Part};
use unknot::figure::check::{boxed, cut_off, no_go, spot_of, sunk, tangles, tool_gap, unbalanced};
use unknot::figure::frame::bounds;
use unknot::figure::limbs::miss;
use unknot::figure::math::{V3, v3};
use unknot::figure::picture::Look;
use unknot::figure::pose::{Figure, Spot};
use unknot::figure::ranges::strained;
use unknot::figure::scene::stops;
use unknot::figure::settle::{Settled, gap};
use unknot::figure::sheet::Sheet;
use unknot::figure::skeleton::Joint;
use unknot::figure::view::{Camera, round};
use unknot::figure::write::write;

use super::figures;

/// So many differences are told: more are seldom read.
const TOLD: usize = 5;

/// Compares lines with the fixture, or writes it anew when that is asked for.
fn assert_approved(name: &str, mut now: impl Iterator<Item = String>) {
    let path = Path::new("tests/fixtures/figures").join(name);
    if std::env::var_os("UNKNOT_APPROVE").is_some() {
        let lines: Vec<String> = now.by_ref().map(|it| it + "\n").collect();
        std::fs::write(&path, lines.concat()).expect("the fixture can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).expect("the fixture");
    let mut kept = kept.lines();
    let mut others = Vec::new();
    for line in now {
        let before = kept.next().unwrap_or("nothing");
        if before != line {
            others.push(format!("{before}\n  now {line}"));
        }
        assert!(others.len() < TOLD, "not as approved in {name}:\n{}", others.join("\n"));
    }
    assert!(others.is_empty(), "not as approved in {name}:\n{}", others.join("\n"));
    assert_eq!(kept.next(), None, "{name} has a line of what is gone");
}

/// A measure in thousandths: a whole number, which has no zero below zero.
fn thousandths(number: f64) -> i32 {
    round(number * 1_000.0)
}

/// FNV-1a, which is the same in every version of Rust.
fn digest(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A row of digests for each figure: one for each text of it.
fn rows(texts: impl Fn(u16, &Figure) -> Vec<String>) -> impl Iterator<Item = String> {
    figures().into_iter().map(move |(number, figure)| {
        let texts = texts(number, &figure).into_iter();
        let digests: Vec<String> = texts.map(|it| format!("\t{:016x}", digest(&it))).collect();
        figure.code + &digests.concat()
    })
}

/// Numbers between -1 and 1 that are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let sixteen = u16::try_from(self.0 >> 48).expect("sixteen bits");
        f64::from(sixteen) / 32_768.0 - 1.0
    }
}

/// The figure seen from elsewhere, with every joint bent by up to `most` degrees more.
fn thrown(number: u16, figure: &Figure, most: f64) -> Figure {
    let mut numbers = Numbers(u64::from(number));
    let mut thrown = figure.clone();
    for key in &mut thrown.keys {
        for angle in key.angles.iter_mut().flatten() {
            *angle += most * numbers.next();
        }
        key.root = key.root + v3(numbers.next(), numbers.next(), numbers.next()) * 0.1;
    }
    thrown.view.around += 90.0 * numbers.next();
    thrown.view.up += 30.0 * numbers.next();
    thrown
}

fn written(number: u16, figure: &Figure) -> String {
    write(&[(number, figure.clone())])
}

/// Everything that the rules measure of a body, sound or not.
fn measures(figure: &Figure, camera: &Camera, all: &[Settled]) -> String {
    let mut told = String::new();
    let frame = bounds(figure, camera, all);
    for settled in all {
        let tangled = tangles(&settled.body)
            .into_iter()
            .map(|(a, b, it)| format!("{a:?} {b:?} {}", thousandths(it)));
        let sunk = sunk(figure, settled)
            .into_iter()
            .map(|(a, b, it)| format!("{a:?} {b} {}", thousandths(it)));
        let boxed = boxed(figure, settled)
            .into_iter()
            .map(|(a, b, it)| format!("{a:?} {b:?} {}", thousandths(it)));
        let strained = strained(&settled.body)
            .into_iter()
            .map(|it| format!("{} {}", it.joint, thousandths(it.degrees)));
        let outside =
            cut_off(figure, camera, settled, &frame).into_iter().map(|it| format!("{it:?}"));
        let gaps =
            settled.pose.rests.iter().map(|it| thousandths(gap(&settled.body, it)).to_string());
        let missed = (0..4).map(|limb| format!("{:?}", miss(settled, limb).map(thousandths)));
        let tools = figure.props.iter().map(|it| {
            let far = tool_gap(it, settled).map(thousandths);
            format!("{far:?} {:?}", spot_of(it, settled).map(|it| it.part))
        });
        for line in tangled.chain(sunk).chain(boxed).chain(strained).chain(outside) {
            writeln!(told, "{line}").expect("it is text");
        }
        for line in gaps.chain(missed).chain(tools) {
            writeln!(told, "{line}").expect("it is text");
        }
        writeln!(told, "{}", thousandths(unbalanced(settled))).expect("it is text");
        places(settled, &mut told);
    }
    told
}

/// Where every part of a settled body is.
fn places(settled: &Settled, told: &mut String) {
    let mut tell = |it: V3| {
        let tenths = [it.x, it.y, it.z].map(|it| thousandths(10.0 * it));
        writeln!(told, "{tenths:?}").expect("it is text");
    };
    for part in Part::ALL {
        let body = &settled.body;
        for it in
            [body.start(part), body.axis(part), body.front(part), body.skin(part, 0.4, 50.0).0]
        {
            tell(it);
        }
        tell(v3(body.reach(part, V3::X), body.reach(part, -V3::Y), body.reach(part, V3::Z)));
    }
    for half in Half::BOTH {
        tell(settled.body.palm(half));
    }
    let turned = settled.pose.angles[Joint::Root.index()].map(thousandths);
    writeln!(told, "{turned:?}").expect("it is text");
}

fn measured(figure: &Figure) -> String {
    let camera = Camera::new(&figure.view);
    let all: Vec<Settled> = stops(figure, &camera).into_iter().map(|it| it.settled).collect();
    measures(figure, &camera, &all)
}

/// Everything that the app can make of a figure.
fn drawn(number: u16, figure: &Figure) -> String {
    let text: &'static str = Box::leak(written(number, figure).into_boxed_str());
    let figure = Sheet::read(text).expect("a sheet").figure(number).expect("its figure");
    let mut all = format!("{:?} {:?} {}\n", figure.pace(), figure.poses(), figure.telling());
    for stop in (0..=figure.stops.len()).map(Some).chain([None]) {
        for (is_mirrored, has_arrows) in [(false, true), (true, false)] {
            let look = Look { name: "n", slug: "s", side: "left", is_mirrored, has_arrows, stop };
            let drawing = figure.draw(&look);
            writeln!(all, "{}\n{:?}", drawing.markup, drawing.tracks).expect("it is text");
        }
    }
    all
}

#[test]
fn every_figure_is_written_drawn_and_measured_as_it_was_approved() {
    // F13
    let now = rows(|number, figure| {
        vec![written(number, figure), drawn(number, figure), measured(figure)]
    });
    assert_approved("approved.tsv", now);
}

#[test]
fn bodies_that_are_thrown_about_are_solved_written_and_measured_as_they_were() {
    // F2 to F11: what no figure that ships does, the rules must still see.
    let now = rows(|number, figure| {
        let [little, far] = [15.0, 70.0].map(|most| thrown(number, figure, most));
        vec![written(number, &little), measured(&little), written(number, &far), measured(&far)]
    });
    assert_approved("thrown.tsv", now);
}

/// The places around a part at `at` of its length, as runs of degrees.
fn around(part: Part, at: f64, is_roller: bool) -> String {
    let zone = |degree: i32| {
        no_go(Spot { part, at, around: f64::from(degree) }, is_roller).unwrap_or("free")
    };
    let mut runs: Vec<(&str, i32, i32)> = Vec::new();
    for degree in -180..180 {
        match runs.last_mut() {
            Some(run) if run.0 == zone(degree) => run.2 = degree,
            _ => runs.push((zone(degree), degree, degree)),
        }
    }
    let runs: Vec<String> =
        runs.into_iter().map(|(zone, from, to)| format!("{from}..{to} {zone}")).collect();
    runs.join(", ")
}

#[test]
fn the_places_that_are_never_pressed_are_as_they_were_approved() {
    // F6: hundredths of each part's length from its joint, and degrees around it: 0 is the front, 90 the outer side.
    let mut now = Vec::new();
    for part in Part::ALL {
        for is_roller in [false, true] {
            let tool = if is_roller { "roller" } else { "other tools" };
            let at = |it: i32| around(part, f64::from(it) / 100.0, is_roller);
            let mut from = -30;
            for it in -30..=100 {
                if it == 100 || at(it + 1) != at(it) {
                    let zones = at(it);
                    now.push(format!("{}\t{tool}\t{from}..{it}\t{zones}", part.name()));
                    from = it + 1;
                }
            }
        }
    }
    assert_approved("never-pressed.tsv", now.into_iter());
}
