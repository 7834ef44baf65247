//! Makes figures of the pose files (`docs/spec/figures.md`).

use std::collections::{BTreeMap, BTreeSet};

use super::figure::body::{Half, Part};
use super::figure::math::{V3, v3};
use super::figure::pose::{Arrow, Figure, Frame, Goal, Place, Pose, Spot, Surface, View};
use super::figure::props::{Kind, Prop, Where};
use super::files::{self, File, Problem};
use super::pose_records::{
    AreaPoses, ArrowRecord, BaseFile, FigureRecord, FingersName, JointKey, KeyRecord, Limb,
    PartName, PlaceRecord, PropRecord, SpotName, SurfaceName, ViewName, ViewRecord, spread,
};

/// Where pose files are.
pub(crate) const FOLDER: &str = "data/poses/";
const BASES: &str = "data/poses/bases.json";

fn vector([x, y, z]: [f64; 3]) -> V3 {
    v3(x, y, z)
}

/// Lengths in pose files are hundredths of body height.
fn length(given: [f64; 3]) -> V3 {
    vector(given) * 0.01
}

/// All figures of the pose files, each with its exercise's number, in order of number.
///
/// # Errors
/// A file that cannot be read, a base or exercise that is not there, a code that is there twice, no key pose.
pub(crate) fn parse(
    all: &[File],
    numbers: &BTreeMap<&str, u16>,
) -> Result<Vec<(u16, Figure)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let areas: Vec<File> =
        all.iter().filter(|it| it.path.starts_with(FOLDER) && it.path != BASES).cloned().collect();
    let bases: Option<(&File, BaseFile)> = files::one(all, BASES, &mut problems);
    let parsed: Vec<(&File, AreaPoses)> = files::many(&areas, FOLDER, &mut problems);
    let Some((_, bases)) = bases.filter(|_| problems.is_empty()) else { return Err(problems) };
    let mut figures = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, area) in &parsed {
        let Some(file) = all.iter().find(|it| it.path == file.path) else { continue };
        for record in &area.figures {
            let code = record.code.as_str();
            let mut report = |message: String| {
                problems
                    .push(file.problem(&[&format!("\"{code}\"")], format!("{code}: {message}")));
            };
            let number = numbers.get(code).copied();
            if number.is_none() {
                report("is not an exercise".to_owned());
            }
            if !seen.insert(code.to_owned()) {
                report("has two figures".to_owned());
            }
            if !(1..=4).contains(&record.keys.len()) {
                report(format!("{} key poses; 1 to 4", record.keys.len()));
            }
            match figure(record, &bases) {
                Ok(figure) => figures.push((number.unwrap_or(0), figure)),
                Err(message) => report(message),
            }
        }
    }
    figures.sort_by_key(|(number, _)| *number);
    if problems.is_empty() { Ok(figures) } else { Err(problems) }
}

fn figure(record: &FigureRecord, bases: &BaseFile) -> Result<Figure, String> {
    let mut now = base(&record.from, bases, 0)?;
    let mut keys = Vec::new();
    for key in &record.keys {
        if let Some(from) = &key.from {
            now = base(from, bases, 0)?;
        }
        apply(key, &mut now)?;
        keys.push(now.clone());
    }
    let spots = record.props.iter().filter_map(|it| it.spot).max().map_or(0, |it| it + 1);
    if keys.iter().any(|key| key.spots.len() < spots) {
        return Err("a prop has a spot that a key pose does not".to_owned());
    }
    let view = match record.view {
        ViewRecord::Named(ViewName(view)) => view,
        ViewRecord::Given([around, up, roll]) => View { around, up, roll },
    };
    let arrows = record.arrows.iter().map(arrow).collect::<Result<_, _>>()?;
    Ok(Figure {
        code: record.code.clone(),
        view,
        frame: Frame { parts: record.close.iter().map(|it| it.0).collect() },
        keys,
        cycle: record.cycle.0,
        props: record.props.iter().map(prop).collect(),
        glow: record.glow.iter().map(|it| it.0).collect(),
        arrows,
        order: record.order.clone(),
        leans: record.leans,
    })
}

fn base(name: &str, bases: &BaseFile, depth: usize) -> Result<Pose, String> {
    if name == "standing-straight" {
        return Ok(Pose::standing());
    }
    let record = bases.bases.get(name).filter(|_| depth < 4);
    let record = record.ok_or_else(|| format!("unknown base {name:?}"))?;
    let mut pose = base(record.from.as_deref().unwrap_or("standing-straight"), bases, depth + 1)?;
    apply(record, &mut pose)?;
    Ok(pose)
}

fn apply(key: &KeyRecord, pose: &mut Pose) -> Result<(), String> {
    if let Some(at) = key.at {
        pose.root = length(at);
    }
    for (joint, angles) in &key.joints.0 {
        match joint {
            JointKey::One(joint) => pose.angles[joint.index()] = *angles,
            JointKey::Both(joint) => {
                for half in Half::BOTH {
                    pose.angles[joint(half).index()] = *angles;
                }
            }
            JointKey::Spine => {
                for (joint, angles) in spread(*angles) {
                    pose.angles[joint.index()] = angles;
                }
            }
        }
    }
    if let Some(rests) = &key.rests {
        pose.rests = rests.iter().map(|it| it.0).collect();
    }
    for (limb, record) in &key.place {
        let given = record.as_ref().map(place).transpose()?;
        match limb.0 {
            Limb::One(limb) => pose.places[limb] = given,
            Limb::Both(hands) => {
                let first = if hands { 0 } else { 2 };
                pose.places[first] = given;
                pose.places[first + 1] = given.map(mirrored);
            }
        }
    }
    if let Some(fingers) = &key.fingers {
        match fingers[..] {
            [FingersName(both)] => pose.fingers = [both; 2],
            [FingersName(left), FingersName(right)] => pose.fingers = [left, right],
            _ => return Err("fingers are for both hands or for left and right".to_owned()),
        }
    }
    if let Some(spots) = &key.spots {
        pose.spots = spots.iter().map(|it| it.0).collect();
    }
    pose.seconds = key.seconds.unwrap_or(pose.seconds);
    pose.hold = key.hold.unwrap_or(pose.hold);
    Ok(())
}

fn place(record: &PlaceRecord) -> Result<Place, String> {
    let goal = if let Some(SurfaceName(on)) = record.on {
        let [a, b] = record.at.ok_or("a place on a surface needs \"at\"")?;
        Goal::Flat(on, a * 0.01, b * 0.01)
    } else if let Some(SpotName(spot)) = record.skin {
        Goal::Skin(spot)
    } else if let Some(air) = record.air {
        Goal::Air(length(air))
    } else if let Some(world) = record.world {
        Goal::World(length(world))
    } else if let Some([x, z]) = record.kneel {
        Goal::Folded(Surface::Floor, x * 0.01, z * 0.01)
    } else if let Some(SurfaceName(on)) = record.forearm {
        Goal::Folded(on, record.out, 0.0)
    } else {
        return Err("a place needs on, skin, air, world, kneel or forearm".to_owned());
    };
    Ok(Place {
        goal,
        point: record.point.map(vector),
        palm: record.palm.map(vector),
        bend: record.bend.map(vector),
        heel: record.heel,
        lift: record.lift * 0.01,
        tips: record.tips,
    })
}

/// The same place for the right hand or foot.
fn mirrored(place: Place) -> Place {
    let flip = |way: V3| v3(way.x, way.y, -way.z);
    let goal = match place.goal {
        Goal::Flat(on, a, b) => Goal::Flat(on, a, -b),
        Goal::Skin(spot) => Goal::Skin(mirrored_spot(spot)),
        Goal::Air(at) => Goal::Air(flip(at)),
        Goal::World(at) => Goal::World(flip(at)),
        Goal::Folded(on, a, b) => Goal::Folded(on, a, -b),
    };
    Place {
        goal,
        point: place.point.map(flip),
        palm: place.palm.map(flip),
        bend: place.bend.map(flip),
        ..place
    }
}

fn mirrored_spot(spot: Spot) -> Spot {
    match spot.part.half() {
        None => Spot { around: -spot.around, ..spot },
        Some(half) => {
            let name = spot.part.name();
            let other = if half == Half::Left { "r-" } else { "l-" };
            let part = name.get(2..).and_then(|rest| Part::from_name(&format!("{other}{rest}")));
            Spot { part: part.unwrap_or(spot.part), ..spot }
        }
    }
}

fn prop(record: &PropRecord) -> Prop {
    let place = if let Some(rest) = record.rest {
        Where::Rest(rest)
    } else if let Some(spot) = record.spot {
        Where::Spot(spot)
    } else if let Some(PartName(part)) = record.under {
        Where::Under(part)
    } else if let Some([SpotName(a), SpotName(b)]) = record.between {
        Where::Between(a, b)
    } else {
        Where::At(record.at.map_or(home(record.kind.0), length), record.turn)
    };
    Prop { kind: record.kind.0, place, turn: record.turn, size: record.size.map(length) }
}

/// Where a thing stands when nothing is said.
fn home(kind: Kind) -> V3 {
    if kind == Kind::Table { v3(0.38, 0.0, 0.0) } else { V3::ZERO }
}

/// Radius of a circling arrow when none is said, in thousandths of body height.
const CIRCLE: f64 = 46.0;

fn arrow(record: &ArrowRecord) -> Result<Arrow, String> {
    let away = record.away * 10.0;
    match (record.along, record.both, record.circle, record.slide, record.out) {
        (Some(SpotName(spot)), None, None, None, None) => Ok(Arrow::Along(spot, away)),
        (None, Some(SpotName(spot)), None, None, None) => Ok(Arrow::Both(spot, away)),
        (None, None, Some(SpotName(spot)), None, None) => {
            Ok(Arrow::Circle(spot, if away > 0.0 { away } else { CIRCLE }))
        }
        (None, None, None, Some(SpotName(spot)), None) => Ok(Arrow::Slide(spot, away)),
        (None, None, None, None, Some(SpotName(spot))) => Ok(Arrow::Out(spot, away)),
        _ => Err("an arrow is along, both, circle, slide or out".to_owned()),
    }
}
