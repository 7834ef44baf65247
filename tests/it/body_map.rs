//! The body to point at: its regions, its targets and the places never to press, by geometry.

use std::collections::BTreeSet;

use serde_json::Value;
use unknot::domain::body::Area;
use unknot::domain::body_map::{
    HEIGHT, Region, TARGET, Target, View, WIDTH, outline, polygon, regions, zone_marks,
};
use unknot::domain::side::Side;

type Point = (f64, f64);

/// The numbers of a path, and its letters.
fn numbers(path: &str) -> Vec<f64> {
    let words = path.split(|it: char| it.is_ascii_alphabetic() || it == ' ');
    words.filter(|it| !it.is_empty()).map(|it| it.parse().unwrap()).collect()
}

/// The outline as a polygon: each cubic curve in 16 pieces.
fn body() -> Vec<Point> {
    let path = outline();
    assert!(path.starts_with('M') && path.ends_with('Z') && !path.contains('L'));
    let points: Vec<Point> = numbers(&path).chunks(2).map(|it| (it[0], it[1])).collect();
    let mut body = vec![points[0]];
    for curve in points[1..].chunks(3) {
        let from = *body.last().unwrap();
        for step in 1..=16 {
            let t = f64::from(step) / 16.0;
            let at = |a: f64, b: f64, c: f64, d: f64| {
                let u = 1.0 - t;
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            body.push((
                at(from.0, curve[0].0, curve[1].0, curve[2].0),
                at(from.1, curve[0].1, curve[1].1, curve[2].1),
            ));
        }
    }
    body
}

/// Whether a polygon holds a point, by counting the edges to its right.
fn holds(polygon: &[Point], (x, y): Point) -> bool {
    let next = polygon.iter().cycle().skip(1);
    let crossed = polygon
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0);
    crossed.count() % 2 == 1
}

fn cell(region: &Region) -> Vec<Point> {
    region.cell.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect()
}

fn is_in(target: Target, (x, y): Point) -> bool {
    (f64::from(target.left)..=f64::from(target.right)).contains(&x)
        && (f64::from(target.top)..=f64::from(target.bottom)).contains(&y)
}

/// Points all over the body, off the lines of the grid.
fn points_of_the_body() -> Vec<Point> {
    let body = body();
    let mut points = Vec::new();
    for y in 0..HEIGHT {
        for x in -WIDTH / 2..WIDTH / 2 {
            let point = (f64::from(x) + 0.37, f64::from(y) + 0.41);
            if holds(&body, point) {
                points.push(point);
            }
        }
    }
    points
}

#[test]
fn the_regions_of_each_view_cover_the_body_and_do_not_overlap() {
    let points = points_of_the_body();
    assert!(points.len() > 15_000, "positive control: a body of {} points", points.len());
    for view in View::ALL {
        let cells: Vec<_> = regions(*view).iter().map(cell).collect();
        for &point in &points {
            let count = cells.iter().filter(|it| holds(it, point)).count();
            assert_eq!(count, 1, "{view:?} at {point:?}");
        }
    }
}

#[test]
fn the_body_stays_within_its_frame_and_is_the_same_on_both_sides() {
    let body = body();
    let half = f64::from(WIDTH) / 2.0;
    for &(x, y) in &body {
        assert!(x.abs() < half - 2.0 && y > 2.0 && y < f64::from(HEIGHT) - 2.0, "{x} {y}");
        let mirrored = |it: &&Point| (it.0 + x).abs() < 1e-6 && (it.1 - y).abs() < 1e-6;
        assert!(body.iter().any(|it| mirrored(&it)), "{x} {y} has no twin");
    }
}

#[test]
fn every_target_is_large_enough_for_a_thumb_within_the_frame_and_apart_from_the_others() {
    for view in View::ALL {
        let all = regions(*view);
        for (at, region) in all.iter().enumerate() {
            let it = region.target;
            let name = format!("{view:?} {:?} {:?}", region.area, region.side);
            let is_free = region.area.is_some();
            let width = it.right - it.left;
            let height = it.bottom - it.top;
            assert!(!is_free || (width >= TARGET && height >= TARGET), "{name} {width} x {height}");
            assert!(it.left >= -WIDTH / 2 && it.right <= WIDTH / 2 && it.top >= 0, "{name}");
            assert!(it.bottom <= HEIGHT, "{name}");
            for other in all[at + 1..].iter().filter(|it| is_free && it.area.is_some()) {
                let other = other.target;
                let apart = it.right <= other.left
                    || other.right <= it.left
                    || it.bottom <= other.top
                    || other.bottom <= it.top;
                assert!(apart, "{name} overlaps {other:?}");
            }
        }
    }
}

#[test]
fn a_tap_on_a_region_means_that_region() {
    let points = points_of_the_body();
    for view in View::ALL {
        let all = regions(*view);
        for region in all.iter().filter(|it| it.area.is_some()) {
            let cell = cell(region);
            let own: Vec<Point> = points.iter().copied().filter(|it| holds(&cell, *it)).collect();
            let count = |target: Target| own.iter().filter(|it| is_in(target, **it)).count();
            let share = |part: usize| part * 100 / own.len();
            let name = format!("{view:?} {:?} {:?}", region.area, region.side);
            assert!(own.len() > 300, "{name} is hardly there");
            assert!(share(count(region.target)) >= 65, "{name}: {} %", share(count(region.target)));
            let others = all.iter().filter(|it| it.area.is_some() && it.target != region.target);
            for other in others {
                let wrong = share(count(other.target));
                assert!(wrong <= 16, "{name}: {wrong} % is {:?}", other.area);
            }
        }
    }
}

#[test]
fn left_is_the_persons_left_from_the_front_and_from_behind() {
    for view in View::ALL {
        let all = regions(*view);
        for region in &all {
            let middle = region.target.left + region.target.right;
            let viewers_right = match view {
                View::Front => Side::Left,
                View::Back => Side::Right,
            };
            let expected = match middle {
                0 => Side::Both,
                1.. => viewers_right,
                _ => viewers_right.other(),
            };
            assert_eq!(region.side, expected, "{view:?} {:?}", region.area);
            let twin = |it: &&Region| it.area == region.area && it.side == region.side.other();
            let twin = all.iter().find(twin).unwrap();
            assert_eq!(
                (twin.target.left, twin.target.right),
                (-region.target.right, -region.target.left)
            );
            let mirrored: BTreeSet<_> = twin.cell.iter().map(|(x, y)| (-x, *y)).collect();
            assert_eq!(mirrored, region.cell.iter().copied().collect(), "{:?}", region.area);
        }
    }
}

#[test]
fn every_area_but_the_whole_body_can_be_pointed_at_on_both_sides() {
    let mut seen = BTreeSet::new();
    for view in View::ALL {
        let named: Vec<_> = regions(*view)
            .iter()
            .filter_map(|it| Some((it.area?.slug(), format!("{:?}", it.side))))
            .collect();
        let unique: BTreeSet<_> = named.iter().cloned().collect();
        assert_eq!(unique.len(), named.len(), "{view:?} has a place twice");
        seen.extend(unique);
    }
    for area in Area::ALL.iter().filter(|it| **it != Area::WholeBody) {
        let is_middle = matches!(area, Area::Head | Area::Neck);
        let sides: &[&str] = if is_middle { &["Both"] } else { &["Left", "Right"] };
        for side in sides {
            assert!(seen.contains(&(area.slug(), (*side).to_owned())), "{area:?} {side}");
        }
    }
    assert_eq!(seen.len(), 20);
    assert!(seen.iter().all(|(area, _)| *area != "whole-body"));
}

#[test]
fn every_place_never_to_press_is_drawn_where_it_is() {
    // clinical-evidence 3.4
    let rows: Value = serde_json::from_str(include_str!("../../data/no-go.json")).unwrap();
    let slugs = rows.as_array().unwrap().iter().map(|it| it["slug"].as_str().unwrap());
    // A lump may be anywhere.
    let wanted: BTreeSet<&str> = slugs.filter(|it| *it != "lump-vein-or-hot-skin").collect();
    let drawn: BTreeSet<&str> =
        View::ALL.iter().flat_map(|view| zone_marks(*view)).map(|it| it.slug).collect();
    assert_eq!(drawn, wanted);
    let body = body();
    let place = |view: View, slug: &str| -> BTreeSet<&'static str> {
        let all = regions(view);
        let marks = zone_marks(view).into_iter().filter(|it| it.slug == slug);
        marks
            .map(|it| {
                let path = numbers(&it.path);
                let middle = (path[0] + path[2], path[1] + 0.01);
                assert!(holds(&body, middle), "{slug} is beside the body");
                let region = all.iter().find(|it| holds(&cell(it), middle)).unwrap();
                region.area.map_or("belly", Area::slug)
            })
            .collect()
    };
    let front = [
        ("throat", "neck"),
        ("neck-front-and-sides", "neck"),
        ("eyes-and-temples", "head"),
        ("breast", "chest"),
        ("belly", "belly"),
        ("inner-elbow-and-arm", "arm"),
        ("below-outer-knee", "calf"),
    ];
    for (slug, area) in front {
        assert_eq!(place(View::Front, slug), BTreeSet::from([area]), "{slug}");
    }
    let back = [
        ("neck-front-and-sides", "neck"),
        ("lower-back", "lower-back"),
        ("lowest-ribs", "lower-back"),
        ("tailbone", "hip"),
        ("below-outer-knee", "calf"),
    ];
    for (slug, area) in back {
        assert_eq!(place(View::Back, slug), BTreeSet::from([area]), "{slug}");
    }
    assert!(place(View::Front, "groin").is_subset(&BTreeSet::from(["hip", "thigh"])));
    assert!(place(View::Back, "behind-knee").is_subset(&BTreeSet::from(["thigh", "calf"])));
    // One that lies beside the midline is there on both sides.
    for view in View::ALL {
        for mark in zone_marks(*view) {
            let (path, count) = (numbers(&mark.path), |slug: &str| {
                zone_marks(*view).iter().filter(|it| it.slug == slug).count()
            });
            let is_middle = (path[0] + path[2]).abs() < 0.5;
            assert_eq!(count(mark.slug), if is_middle { 1 } else { 2 }, "{}", mark.slug);
        }
    }
}

#[test]
fn a_polygon_is_written_as_a_path() {
    assert_eq!(polygon(&[(0, 1), (-2, 3), (4, 5)]), "M0 1 L-2 3 L4 5 Z");
}
