//! Figures as SVG: what the app puts into the page, and how it moves.

use unknot::figure::picture::{Drawing, Look, Track};
use unknot::figure::sheet::{Figure, Layer, Sheet};
use unknot::figure::write::write;

use super::figures;

fn all() -> Vec<(u16, Figure)> {
    let text: &'static str = Box::leak(write(&figures()).into_boxed_str());
    let sheet = Sheet::read(text).expect("what is written can be read");
    sheet.numbers().map(|it| (it, sheet.figure(it).expect("a figure"))).collect()
}

fn look(stop: Option<usize>) -> Look<'static> {
    Look { name: "Name", slug: "slug", side: "left", is_mirrored: false, has_arrows: true, stop }
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

/// Checks that every group is closed, and that marks and tracks are as many.
fn check(number: u16, drawing: &Drawing) {
    let text = &drawing.markup;
    assert_eq!(count(text, "<g"), count(text, "</g>"), "{number}");
    assert_eq!(count(text, " data-m"), drawing.tracks.len(), "{number}");
    assert!(text.starts_with("<svg role=\"img\"") && text.ends_with("</svg>"), "{number}");
    assert!(!text.contains("px") && !text.contains("deg"), "{number}: CSS in an attribute");
    // The policy refuses style attributes.
    assert!(!text.contains("style="), "{number}");
}

#[test]
fn every_figure_is_drawn_at_every_stop_and_in_motion() {
    for (number, figure) in all() {
        for stop in 0..figure.stops.len() {
            let drawing = figure.draw(&look(Some(stop)));
            check(number, &drawing);
            assert!(drawing.tracks.is_empty(), "{number}: what stands has no tracks");
            assert!(count(&drawing.markup, "<path") > 20, "{number}: hardly anything is drawn");
        }
        let drawing = figure.draw(&look(None));
        check(number, &drawing);
        assert_eq!(figure.pace().is_some(), !drawing.tracks.is_empty(), "{number}");
        for Track { frames, .. } in &drawing.tracks {
            assert_eq!(frames.len(), figure.stops.len(), "{number}");
        }
    }
}

#[test]
fn a_part_shows_exactly_one_of_its_faces_at_each_stop() {
    let mut turning = 0;
    for (number, figure) in all() {
        let tracks = figure.draw(&look(None)).tracks;
        let faces: Vec<&Track> = tracks.iter().filter(|it| it.is_opacity).collect();
        let mut parts = 0;
        for layer in &figure.layers {
            let Layer::Chain { parts: chain, .. } = layer else { continue };
            parts += chain.iter().filter(|it| it.faces.windows(2).any(|it| it[0] != it[1])).count();
        }
        turning += parts;
        for stop in 0..figure.stops.len() {
            let seen = faces.iter().filter(|it| it.frames[stop] == "1").count();
            assert_eq!(seen, parts, "{number} at {stop}");
        }
    }
    assert!(turning > 0, "no figure has a part with two faces, so this proves nothing");
}

#[test]
fn the_right_side_is_the_mirror_image_of_the_left() {
    let (_, figure) = all().swap_remove(0);
    let left = figure.draw(&look(Some(0))).markup;
    let mirrored = Look { is_mirrored: true, side: "right", ..look(Some(0)) };
    let right = figure.draw(&mirrored).markup;
    let it = figure.view_box;
    let matrix = format!("<g transform=\"matrix(-1 0 0 1 {} 0)\">", 2 * it.x + it.wide);
    assert!(!left.contains("matrix(") && right.contains(&matrix), "{right}");
    let inside = |text: &str| text.split_once('>').map(|it| it.1.to_owned()).unwrap_or_default();
    let unwrapped = inside(&right).replace(&matrix, "").replace("</g></svg>", "</svg>");
    assert_eq!(unwrapped, inside(&left));
}

#[test]
fn arrows_can_be_left_out() {
    let with_arrows: Vec<_> = all()
        .into_iter()
        .filter(|(_, it)| it.draw(&look(Some(0))).markup.contains("class=\"arrow"))
        .collect();
    assert!(with_arrows.len() > 60, "most figures have an arrow");
    for (number, figure) in with_arrows {
        let bare = figure.draw(&Look { has_arrows: false, ..look(Some(0)) });
        assert!(!bare.markup.contains("class=\"arrow"), "{number}");
    }
}

#[test]
fn a_name_cannot_break_out_of_its_attribute() {
    let (_, figure) = all().swap_remove(0);
    let name = "\"><script>&";
    let text = figure.draw(&Look { name, ..look(Some(0)) }).markup;
    assert!(text.contains("aria-label=\"&quot;>&lt;script>&amp;\""), "{text}");
}

#[test]
fn key_poses_are_told_apart_and_the_last_of_them_tells_most() {
    for (number, figure) in all() {
        let poses = figure.poses();
        assert!((1..=4).contains(&poses.len()), "{number}: {} key poses", poses.len());
        assert!(poses.windows(2).all(|it| it[0] < it[1]), "{number}");
        assert_eq!(figure.telling(), poses[poses.len() - 1]);
        let looks: Vec<String> =
            poses.iter().map(|it| figure.draw(&look(Some(*it))).markup).collect();
        for (at, one) in looks.iter().enumerate() {
            assert!(!looks[..at].contains(one), "{number}: two key poses are one");
        }
    }
}

#[test]
fn a_stop_that_is_not_there_is_drawn_as_the_last_one() {
    let (_, figure) = all().swap_remove(0);
    let last = figure.stops.len() - 1;
    assert_eq!(figure.draw(&look(Some(99))), figure.draw(&look(Some(last))));
}
