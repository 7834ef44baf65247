//! Motion arrows: as long as the motion, beside the body.

use super::body::Part;
use super::pose::{Arrow, Figure, Spot};
use super::scene::Layer;
use super::settle::{Settled, between};
use super::tone::Tone;
use super::view::{Camera, P2, p2, round, straight};

/// The lines of a figure's arrows, each with whether it has a head at its beginning too.
pub fn arrow_lines(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Vec<(bool, Vec<P2>)> {
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return Vec::new() };
    let trunk = camera.see(first.body.start(Part::Mid));
    let lines = figure.arrows.iter().map(|arrow| match *arrow {
        Arrow::Along(spot, away) => (false, way_of(camera, first, last, spot, away, trunk)),
        Arrow::Both(spot, away) => (true, way_of(camera, first, last, spot, away, trunk)),
        Arrow::Circle(spot, away) => {
            let centre = camera.see(first.body.skin(spot.part, spot.at, spot.around).0);
            let points = (0..=9)
                .map(|step| p2(away, 0.0).turned(f64::from(step) * 30.0 - 60.0).plus(centre));
            (false, points.collect())
        }
        Arrow::Out(spot, away) => {
            let (point, normal) = first.body.skin(spot.part, spot.at, spot.around);
            let way = camera.see(normal);
            let way = way.times(1.0 / way.len().max(1.0));
            let near = camera.see(point).plus(way.times(away));
            (true, vec![near, near.plus(way.times(90.0))])
        }
        Arrow::Slide(spot, away) => {
            let (point, normal) = first.body.skin(spot.part, spot.at, spot.around);
            let outward = camera.see(normal);
            let outward = outward.times(1.0 / outward.len().max(1.0));
            let along = camera.see(first.body.axis(spot.part));
            let along = along.times(1.0 / along.len().max(1.0));
            let centre = camera.see(point).plus(outward.times(away));
            (true, vec![centre.minus(along.times(55.0)), centre.plus(along.times(55.0))])
        }
    });
    lines.collect()
}

fn way_of(
    camera: &Camera,
    from: &Settled,
    to: &Settled,
    spot: Spot,
    away: f64,
    trunk: P2,
) -> Vec<P2> {
    let steps = 8;
    let mut points: Vec<P2> = (0..=steps)
        .map(|step| {
            let stop = between(from, to, f64::from(step) / f64::from(steps));
            camera.see(stop.body.skin(spot.part, spot.at, spot.around).0)
        })
        .collect();
    let (first, last) = (points[0], points[points.len() - 1]);
    let straight_way = last.minus(first);
    let short = straight_way.len();
    if short < 70.0 {
        let unit = if short < 1.0 { p2(0.0, -1.0) } else { straight_way.times(1.0 / short) };
        let middle = points[points.len() / 2];
        points = (0..=steps)
            .map(|step| {
                middle.plus(unit.times(f64::from(step - steps / 2) * 70.0 / f64::from(steps)))
            })
            .collect();
    }
    let middle = points[points.len() / 2];
    let chord = points[points.len() - 1].minus(points[0]);
    if away < 0.0 {
        let ahead = chord.times(-away / chord.len().max(1.0));
        return points.iter().map(|it| it.plus(ahead)).collect();
    }
    let square = p2(-chord.y, chord.x).times(1.0 / chord.len().max(1.0));
    let outward = middle.minus(trunk);
    let side = if square.x * outward.x + square.y * outward.y < 0.0 { -1.0 } else { 1.0 };
    points.iter().map(|it| it.plus(square.times(side * away))).collect()
}

/// Arrows, over everything.
pub fn arrows(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Vec<Layer> {
    let mut paths = Vec::new();
    for (both, points) in arrow_lines(figure, camera, stops) {
        let mut path = curve(&points);
        path.push_str(&head(&points));
        if both {
            let mut back = points.clone();
            back.reverse();
            path.push_str(&head(&back));
        }
        paths.push((Tone::Arrow, path));
    }
    if paths.is_empty() { Vec::new() } else { vec![Layer::Fixed(paths)] }
}

/// A curve through every second point, with the ones between as its bends.
fn curve(points: &[P2]) -> String {
    let mut path = String::new();
    let mut push = |letter: char, point: P2| {
        path.push(letter);
        path.push_str(&round(point.x).to_string());
        path.push(' ');
        path.push_str(&round(point.y).to_string());
    };
    let Some((first, rest)) = points.split_first() else { return path };
    push('M', *first);
    let mut from = *first;
    for pair in rest.chunks(2) {
        if let [middle, end] = pair {
            push('Q', middle.times(2.0).minus(from.plus(*end).times(0.5)));
            push(' ', *end);
            from = *end;
        } else if let [end] = pair {
            push('L', *end);
        }
    }
    path
}

fn head(points: &[P2]) -> String {
    let tip = points[points.len() - 1];
    let before = points[points.len().saturating_sub(3)];
    let back = before.minus(tip).angle();
    let one = tip.plus(p2(26.0, 0.0).turned(back + 38.0));
    let two = tip.plus(p2(26.0, 0.0).turned(back - 38.0));
    straight(&[one, tip, two], false)
}
