//! A whole figure: settled stops in time, and what is drawn in which order.

use super::body::{Half, Part};
use super::draw::{CHAINS, Faced, Lie, Look, glow, lie, look_at, looks};
use super::frame::{Bounds, bounds};
use super::pose::{Cycle, Figure};
use super::settle::{Settled, between, settle};
use super::tone::Tone;
use super::view::{Camera, P2, p2};
use super::{arrows, stage};

/// A settled pose and when it is taken.
#[derive(Clone, Debug)]
pub struct Stop {
    /// Seconds from the beginning of a round, as if the way from key pose to key pose were gone evenly.
    pub at: f64,
    /// The pose.
    pub settled: Settled,
    /// Whether it is a key pose, and not one between two.
    pub is_key: bool,
}

/// A part of a group: what it looks like and how it lies at each stop.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it looks like at each stop.
    pub looks: Vec<Faced>,
    /// How it lies; degrees go on past 360, so that it turns the short way.
    pub lies: Vec<Lie>,
}

/// What is drawn together.
#[derive(Clone, Debug)]
pub enum Layer {
    /// A chain of the body's parts; each hangs on the one before.
    Chain(bool, Vec<Piece>),
    /// Paths of its own that move as a whole.
    Moving(Vec<(Tone, String)>, Vec<Lie>),
    /// Paths that stay where they are.
    Fixed(Vec<(Tone, String)>),
}

/// A figure ready to be written.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What the picture shows.
    pub frame: Bounds,
    /// The stops.
    pub stops: Vec<Stop>,
    /// The layers from back to front.
    pub layers: Vec<Layer>,
}

/// Farthest that a part may be from its true place between two stops, in thousandths of body height.
pub const DRIFT: f64 = 8.0;

/// Settles and draws a figure.
pub fn scene(figure: &Figure) -> Scene {
    let camera = Camera::new(&figure.view);
    let stops = stops(figure, &camera);
    let settled: Vec<Settled> = stops.iter().map(|stop| stop.settled.clone()).collect();
    let frame = bounds(figure, &camera, &settled);
    let mut layers = stage::background(figure, &camera, &settled, &frame);
    layers.extend(order(figure, named(figure, &camera, &settled)));
    layers.extend(arrows::arrows(figure, &camera, &settled));
    Scene { frame, stops, layers }
}

/// Key poses settled, with as many between as the rigid parts need to stay near their true way.
pub fn stops(figure: &Figure, camera: &Camera) -> Vec<Stop> {
    let keys: Vec<Settled> = figure.keys.iter().map(settle).collect();
    let mut stops = Vec::new();
    let mut now = 0.0;
    let mut legs: Vec<(&Settled, &Settled)> =
        keys.windows(2).map(|pair| (&pair[0], &pair[1])).collect();
    if let (Cycle::Round, [first, .., last]) = (figure.cycle, &keys[..]) {
        legs.push((last, first));
    }
    if let Some(first) = keys.first() {
        stops.push(Stop { at: 0.0, settled: first.clone(), is_key: true });
        now += first.pose.hold;
    }
    for (from, to) in legs {
        if from.pose.hold > 0.0 {
            stops.push(Stop { at: now, settled: from.clone(), is_key: true });
        }
        let seconds = to.pose.seconds;
        let way = tenths(from, to);
        for tenth in split(camera, &way, 0, 10) {
            let share = f64::from(u8::try_from(tenth).unwrap_or(0)) / 10.0;
            stops.push(Stop {
                at: now + share * seconds,
                settled: way[tenth].clone(),
                is_key: false,
            });
        }
        now += seconds;
        stops.push(Stop { at: now, settled: to.clone(), is_key: true });
        now += to.pose.hold;
    }
    if let Some(last) = stops.last().cloned()
        && last.settled.pose.hold > 0.0
        && figure.cycle != Cycle::Round
        && keys.len() > 1
    {
        stops.push(Stop { at: now, ..last });
    }
    stops
}

/// The tenths of a way at which a stop is needed between two of them.
pub fn split(camera: &Camera, way: &[Settled; 11], low: usize, high: usize) -> Vec<usize> {
    if high - low < 2 {
        return Vec::new();
    }
    let (from, to) = (&way[low], &way[high]);
    let span = f64::from(u8::try_from(high - low).unwrap_or(1));
    let worst = way[low + 1..high]
        .iter()
        .zip(1u8..)
        .map(|(truth, step)| drift(camera, from, to, f64::from(step) / span, truth));
    if !head_turns(camera, from, to) && worst.fold(0.0, f64::max) <= DRIFT * 0.8 {
        return Vec::new();
    }
    let middle = usize::midpoint(low, high);
    let mut tenths = split(camera, way, low, middle);
    tenths.push(middle);
    tenths.extend(split(camera, way, middle, high));
    tenths
}

/// The ways between two poses at every tenth.
pub fn tenths(from: &Settled, to: &Settled) -> [Settled; 11] {
    std::array::from_fn(|tenth| {
        between(from, to, f64::from(u8::try_from(tenth).unwrap_or(0)) / 10.0)
    })
}

/// Whether the head is seen from quite another side, so that a look between is missing.
fn head_turns(camera: &Camera, from: &Settled, to: &Settled) -> bool {
    let step = |stop: &Settled| match look_at(camera, stop, Part::Head) {
        (Look::Head(view), mirrored) => {
            if mirrored {
                -(view as i8)
            } else {
                view as i8
            }
        }
        _ => 0,
    };
    (step(from) - step(to)).abs() > 1
}

/// How far the drawing between two stops is from the true pose there, in thousandths of body height.
pub fn drift(camera: &Camera, from: &Settled, to: &Settled, share: f64, truth: &Settled) -> f64 {
    let mut worst: f64 = 0.0;
    for (_, parts) in CHAINS {
        let mut joint: Option<P2> = None;
        for &part in parts {
            let (view, _) = look_at(camera, from, part);
            let Look::Limb(..) = view else { continue };
            let mut pair = vec![lie(camera, from, part, view), lie(camera, to, part, view)];
            unwrap(&mut pair);
            let now = mix(&pair[0], &pair[1], share);
            let start = joint.unwrap_or(now.start);
            worst = worst.max(start.minus(camera.see(truth.body.start(part))).len());
            let end = start.plus(p2(now.along * drawn_length(view), 0.0).turned(now.turn));
            worst = worst.max(end.minus(camera.see(truth.body.end(part))).len());
            joint = Some(end);
        }
    }
    worst
}

/// Length of a limb's shape from joint to joint.
pub fn drawn_length(look: Look) -> f64 {
    match look {
        Look::Limb(part, seen) => part.length() * 1000.0 * f64::from(seen.tilt).to_radians().cos(),
        Look::Head(_) | Look::Hand(..) | Look::Foot(_) => 0.0,
    }
}

fn mix(a: &Lie, b: &Lie, share: f64) -> Lie {
    let mix = |a: f64, b: f64| a + (b - a) * share;
    Lie {
        start: p2(mix(a.start.x, b.start.x), mix(a.start.y, b.start.y)),
        turn: mix(a.turn, b.turn),
        along: mix(a.along, b.along),
        across: mix(a.across, b.across),
    }
}

/// Lets every turn follow the one before on the short way round.
pub fn unwrap(lies: &mut [Lie]) {
    for index in 1..lies.len() {
        let before = lies[index - 1].turn;
        let turn = &mut lies[index].turn;
        *turn = before + (*turn - before + 540.0).rem_euclid(360.0) - 180.0;
    }
}

fn chain(camera: &Camera, stops: &[Settled], parts: &[Part], near: bool) -> Layer {
    let pieces = parts.iter().map(|&part| {
        let looks = looks(camera, stops, part);
        let seen = stops.iter().zip(&looks);
        let mut lies: Vec<Lie> =
            seen.map(|(stop, (look, _))| lie(camera, stop, part, *look)).collect();
        unwrap(&mut lies);
        Piece { looks, lies }
    });
    Layer::Chain(near, pieces.collect())
}

/// The movable layers by name, from back to front as their depth says.
fn named(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Vec<(String, Layer)> {
    let mut layers: Vec<(f64, String, Layer)> = Vec::new();
    for (name, parts) in CHAINS {
        let depth = mean(stops, |stop| chain_depth(camera, stop, parts));
        // A limb that is worked is never pale.
        let worked = figure.glow.iter().any(|spot| parts.contains(&spot.part));
        let near = worked || is_near(camera, stops, parts);
        // A hand that the figure names is drawn apart, so that it may lie where its arm does not.
        let hand = parts.last().filter(|part| figure.order.iter().any(|it| it == part.name()));
        let limb = &parts[..parts.len() - usize::from(hand.is_some())];
        layers.push((depth, name.to_owned(), chain(camera, stops, limb, near)));
        if let Some(hand) = hand {
            let alone = chain(camera, stops, std::slice::from_ref(hand), near);
            layers.push((depth, hand.name().to_owned(), alone));
        }
    }
    layers.extend(stage::tools(figure, camera, stops));
    layers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut layers: Vec<(String, Layer)> =
        layers.into_iter().map(|(_, name, it)| (name, it)).collect();
    for (owner, layer) in glows(figure, camera, stops) {
        // On the far side of the body it only shines round the edge.
        let after = layers.iter().rposition(|(name, _)| owner.contains(&name.as_str()));
        layers.insert(after.map_or(0, |at| at + 1), ("glow".to_owned(), layer));
    }
    layers
}

fn mean(stops: &[Settled], of: impl Fn(&Settled) -> f64) -> f64 {
    let count = f64::from(u32::try_from(stops.len().max(1)).unwrap_or(1));
    stops.iter().map(of).sum::<f64>() / count
}

fn chain_depth(camera: &Camera, stop: &Settled, parts: &[Part]) -> f64 {
    let middle = |part: Part| camera.depth(stop.body.start(part).toward(stop.body.end(part), 0.5));
    match parts {
        [Part::Pelvis, ..] => f64::midpoint(middle(Part::Mid), middle(Part::Low)),
        [upper, lower, _] => f64::midpoint(middle(*upper), middle(*lower)),
        _ => 0.0,
    }
}

fn is_near(camera: &Camera, stops: &[Settled], parts: &[Part]) -> bool {
    let (Some(half), Some(first)) = (parts[0].half(), stops.first()) else { return true };
    let part = if matches!(parts[0], Part::Arm(_)) { Part::Top } else { Part::Pelvis };
    let left = -first.body.frame(part).z.dot(camera.near);
    half.mirrored(left) > if part == Part::Top { -0.9 } else { -0.55 }
}

/// Glows, each with the names of the layers it must lie over.
fn glows(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Vec<(Vec<&'static str>, Layer)> {
    let mut layers = Vec::new();
    for spot in &figure.glow {
        let turn = |stop: &Settled| camera.see(stop.body.axis(spot.part)).angle();
        let mut lies: Vec<Lie> = stops
            .iter()
            .map(|stop| Lie {
                start: glow(camera, stop, *spot),
                turn: turn(stop),
                along: 1.0,
                across: 1.0,
            })
            .collect();
        unwrap(&mut lies);
        let small = matches!(spot.part, Part::Hand(_) | Part::Foot(_) | Part::Forearm(_));
        let path = if spot.part == Part::Head {
            "M-19 0a19 19 0 1 1 38 0a19 19 0 1 1-38 0z"
        } else if spot.part == Part::Neck {
            "M-24 0a24 15 0 1 1 48 0a24 15 0 1 1-48 0z"
        } else if small {
            "M-28 0a28 22 0 1 1 56 0a28 22 0 1 1-56 0z"
        } else {
            "M-40 0a40 30 0 1 1 80 0a40 30 0 1 1-80 0z"
        };
        let hidden = stops
            .iter()
            .all(|stop| stop.body.skin(spot.part, spot.at, spot.around).1.dot(camera.near) < -0.3);
        let owner = match spot.part {
            _ if hidden => vec![],
            Part::Pelvis | Part::Low => vec!["trunk", "l-leg", "r-leg"],
            Part::Mid | Part::Top | Part::Neck | Part::Head => vec!["trunk"],
            Part::Arm(Half::Left) | Part::Forearm(Half::Left) | Part::Hand(Half::Left) => {
                vec!["l-arm"]
            }
            Part::Arm(Half::Right) | Part::Forearm(Half::Right) | Part::Hand(Half::Right) => {
                vec!["r-arm"]
            }
            Part::Thigh(Half::Left) | Part::Shank(Half::Left) | Part::Foot(Half::Left) => {
                vec!["l-leg"]
            }
            Part::Thigh(Half::Right) | Part::Shank(Half::Right) | Part::Foot(Half::Right) => {
                vec!["r-leg"]
            }
        };
        layers.push((owner, Layer::Moving(vec![(Tone::Glow, path.to_owned())], lies)));
    }
    layers
}

/// Puts the layers that the figure names into the order it names them in, in the places they hold.
fn order(figure: &Figure, layers: Vec<(String, Layer)>) -> Vec<Layer> {
    let is_named = |name: &String| figure.order.contains(name);
    let mut wanted = Vec::new();
    for name in &figure.order {
        wanted.extend(layers.iter().filter(|(it, _)| it == name).map(|(_, layer)| layer.clone()));
    }
    let mut wanted = wanted.into_iter();
    layers
        .into_iter()
        .filter_map(|(name, layer)| if is_named(&name) { wanted.next() } else { Some(layer) })
        .collect()
}
