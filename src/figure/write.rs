//! The sheet: all figures as one text, shapes first, one line each.

use super::body::Part;
use super::draw::{Faced, Lie, Look};
use super::outline::outline;
use super::pose::{Cycle, Figure};
use super::scene::{Layer, Piece, Scene, drawn_length, scene};
use super::shapes::{foot, hand, head};
use super::tone::Tone;
use super::view::{P2, round};

/// A figure with the permanent number of its exercise.
pub type Numbered = (u16, Figure);

/// Writes the sheet of these figures.
pub fn write(figures: &[Numbered]) -> String {
    let mut shapes = Shapes::default();
    let mut lines = String::new();
    for (number, figure) in figures {
        let scene = scene(figure);
        lines.push_str(&line(*number, figure, &scene, &mut shapes));
        lines.push('\n');
    }
    format!("unknot figures 1\n{}{lines}end\n", shapes.lines)
}

#[derive(Default)]
struct Shapes {
    known: Vec<Look>,
    lines: String,
}

impl Shapes {
    fn number(&mut self, look: Look) -> usize {
        if let Some(at) = self.known.iter().position(|it| *it == look) {
            return at;
        }
        self.known.push(look);
        self.lines.push_str(&shape_line(look));
        self.lines.push('\n');
        self.known.len() - 1
    }
}

fn shape_line(look: Look) -> String {
    let mut line = format!("s\t{}", round(drawn_length(look)));
    for (tone, path) in paths(look) {
        line.push('\t');
        line.push(tone.letter());
        line.push_str(&path);
    }
    line
}

/// The paths of a shape.
pub fn paths(look: Look) -> Vec<(Tone, String)> {
    let drawn = |drawing: super::shapes::Drawing| {
        drawing.iter().map(|(tone, path)| (*tone, (*path).to_owned())).collect()
    };
    // A hand lies on skin, a foot in a hand: their edge is drawn, open where the limb goes on.
    let edged = |drawing: super::shapes::Drawing| {
        let mut all: Vec<(Tone, String)> = drawn(drawing);
        let edge = all.first().map(|(_, path)| path.trim_end_matches('z').to_owned());
        if let (Some(edge), Some((Tone::Line, lines))) = (edge, all.get_mut(1)) {
            lines.insert_str(0, &edge);
        }
        all
    };
    match look {
        Look::Limb(part, seen) => {
            let tone = if matches!(part, Part::Pelvis | Part::Thigh(_) | Part::Shank(_)) {
                Tone::Legs
            } else if matches!(part, Part::Low | Part::Mid | Part::Top) {
                Tone::Cloth
            } else {
                Tone::Skin
            };
            let mut all = vec![(tone, outline(part, seen, 0.0, 1.0, 0.0))];
            if matches!(part, Part::Arm(_)) {
                all.push((Tone::Sleeve, outline(part, seen, 0.0, 0.56, 0.004)));
            }
            if matches!(part, Part::Forearm(_)) {
                all.push((Tone::Line, super::outline::sides(part, seen)));
            }
            all
        }
        Look::Head(view) => drawn(head(view)),
        Look::Hand(view, fingers) => edged(hand(view, fingers)),
        Look::Foot(view) => edged(foot(view)),
    }
}

fn line(number: u16, figure: &Figure, scene: &Scene, shapes: &mut Shapes) -> String {
    let cycle = match figure.cycle {
        Cycle::Swing => 'w',
        Cycle::Stay => 'y',
        Cycle::Round => 'r',
    };
    let (low, high) = (scene.frame.low, scene.frame.high);
    let mut line = format!(
        "f\t{number}\t{} {} {} {}\t{cycle}",
        round(low.x),
        round(low.y),
        round(high.x - low.x),
        round(high.y - low.y)
    );
    for stop in &scene.stops {
        line.push_str(if stop.is_key { " " } else { " ~" });
        line.push_str(&round(stop.at * 10.0).to_string());
    }
    for layer in &scene.layers {
        line.push('\t');
        match layer {
            Layer::Chain(near, pieces) => line.push_str(&chain(*near, pieces, shapes)),
            Layer::Moving(paths, lies) => {
                line.push('m');
                line.push_str(&places(lies.iter().map(|it| it.start)));
                line.push('|');
                line.push_str(&list(lies.iter().map(|it| round(it.turn * 2.0)), 0));
                line.push('|');
                line.push_str(&list(lies.iter().map(|it| round(it.along * 100.0)), 100));
                line.push_str(&toned(paths));
            }
            Layer::Fixed(paths) => {
                line.push('x');
                line.push_str(&toned(paths));
            }
        }
    }
    line
}

fn toned(paths: &[(Tone, String)]) -> String {
    let mut text = String::new();
    for (tone, path) in paths {
        text.push('|');
        text.push(tone.letter());
        text.push_str(path);
    }
    text
}

fn chain(near: bool, pieces: &[Piece], shapes: &mut Shapes) -> String {
    let mut text = String::from(if near { "n" } else { "d" });
    let starts: Vec<P2> =
        pieces.first().map(|it| it.lies.iter().map(|lie| lie.start).collect()).unwrap_or_default();
    text.push_str(&places(starts.into_iter()));
    let mut held: Vec<i32> = vec![0; pieces.first().map_or(0, |it| it.lies.len())];
    for piece in pieces {
        // Turns are written from the part before; rounded from the world, so that errors do not add up.
        let turns: Vec<i32> = piece.lies.iter().map(|lie| round(lie.turn * 2.0)).collect();
        let own: Vec<i32> = turns.iter().zip(&held).map(|(turn, held)| turn - held).collect();
        let own = unwrapped(&own);
        text.push('|');
        text.push_str(&faces(&piece.looks, shapes));
        text.push(',');
        text.push_str(&list(own.iter().copied(), i32::MIN));
        let along = list(piece.lies.iter().map(|lie| coarse(lie.along)), 100);
        let across = list(piece.lies.iter().map(|lie: &Lie| coarse(lie.across)), 100);
        if !along.is_empty() || !across.is_empty() {
            text.push(',');
            text.push_str(&along);
        }
        if !across.is_empty() {
            text.push(',');
            text.push_str(&across);
        }
        held = held.iter().zip(&own).map(|(held, own)| held + own).collect();
    }
    text
}

/// Hundredths in steps of two: what a part is longer or shorter by is small, and alike numbers pack well.
fn coarse(share: f64) -> i32 {
    round(share * 50.0) * 2
}

/// Numbers of the shapes at each stop, mirrored ones with an apostrophe; a single one where all are alike.
fn faces(looks: &[Faced], shapes: &mut Shapes) -> String {
    let name = |(look, mirrored): &Faced, shapes: &mut Shapes| {
        format!("{}{}", shapes.number(*look), if *mirrored { "'" } else { "" })
    };
    let all: Vec<String> = looks.iter().map(|it| name(it, shapes)).collect();
    let same = all.windows(2).all(|pair| pair[0] == pair[1]);
    if same { all.first().cloned().unwrap_or_default() } else { all.join(" ") }
}

/// Half degrees, each on the short way from the one before, the first between -180 and 180 degrees.
fn unwrapped(turns: &[i32]) -> Vec<i32> {
    let mut before = 0;
    turns
        .iter()
        .map(|turn| {
            before += (turn - before + 360).rem_euclid(720) - 360;
            before
        })
        .collect()
}

fn places(points: impl Iterator<Item = P2>) -> String {
    let pairs: Vec<(i32, i32)> = points.map(|it| (round(it.x), round(it.y))).collect();
    let same = pairs.windows(2).all(|pair| pair[0] == pair[1]);
    let kept = if same { &pairs[..pairs.len().min(1)] } else { &pairs[..] };
    kept.iter().map(|(x, y)| format!("{x} {y}")).collect::<Vec<_>>().join(" ")
}

/// A list of numbers; a single one where all are alike, none where all are `usual`.
fn list(numbers: impl Iterator<Item = i32>, usual: i32) -> String {
    let numbers: Vec<i32> = numbers.collect();
    if numbers.iter().all(|it| *it == usual) {
        return String::new();
    }
    let same = numbers.windows(2).all(|pair| pair[0] == pair[1]);
    let kept = if same { &numbers[..1] } else { &numbers[..] };
    kept.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
