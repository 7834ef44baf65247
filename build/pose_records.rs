//! The shapes and words of the pose files; a word or angle that cannot be is refused where it stands.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::figure::body::{Half, Part};
use super::figure::pose::{Cycle, Fingers, Rest, Round, Spot, Surface, Touch, View};
use super::figure::props::Kind;
use super::figure::ranges::out_of_range;
use super::figure::skeleton::Joint;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BaseFile {
    pub(crate) bases: BTreeMap<String, KeyRecord>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaPoses {
    pub(crate) figures: Vec<FigureRecord>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureRecord {
    pub(crate) code: String,
    pub(crate) view: ViewRecord,
    pub(crate) from: String,
    #[serde(default)]
    pub(crate) close: Vec<PartName>,
    pub(crate) cycle: CycleName,
    #[serde(default)]
    pub(crate) props: Vec<PropRecord>,
    #[serde(default)]
    pub(crate) glow: Vec<SpotName>,
    #[serde(default)]
    pub(crate) arrows: Vec<ArrowRecord>,
    #[serde(default)]
    pub(crate) order: Vec<String>,
    #[serde(default)]
    pub(crate) leans: bool,
    pub(crate) keys: Vec<KeyRecord>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct KeyRecord {
    pub(crate) from: Option<String>,
    pub(crate) at: Option<[f64; 3]>,
    pub(crate) joints: Joints,
    pub(crate) rests: Option<Vec<RestName>>,
    pub(crate) place: BTreeMap<LimbName, Option<PlaceRecord>>,
    pub(crate) fingers: Option<Vec<FingersName>>,
    pub(crate) spots: Option<Vec<SpotName>>,
    pub(crate) seconds: Option<f64>,
    pub(crate) hold: Option<f64>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PlaceRecord {
    pub(crate) on: Option<SurfaceName>,
    pub(crate) at: Option<[f64; 2]>,
    pub(crate) skin: Option<SpotName>,
    pub(crate) air: Option<[f64; 3]>,
    pub(crate) world: Option<[f64; 3]>,
    pub(crate) kneel: Option<[f64; 2]>,
    pub(crate) forearm: Option<SurfaceName>,
    pub(crate) out: f64,
    pub(crate) point: Option<[f64; 3]>,
    pub(crate) palm: Option<[f64; 3]>,
    pub(crate) bend: Option<[f64; 3]>,
    pub(crate) heel: f64,
    pub(crate) lift: f64,
    pub(crate) tips: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PropRecord {
    pub(crate) kind: KindName,
    #[serde(default)]
    pub(crate) at: Option<[f64; 3]>,
    #[serde(default)]
    pub(crate) turn: f64,
    #[serde(default)]
    pub(crate) rest: Option<usize>,
    #[serde(default)]
    pub(crate) spot: Option<usize>,
    #[serde(default)]
    pub(crate) under: Option<PartName>,
    #[serde(default)]
    pub(crate) between: Option<[SpotName; 2]>,
    #[serde(default)]
    pub(crate) size: Option<[f64; 3]>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArrowRecord {
    #[serde(default)]
    pub(crate) along: Option<SpotName>,
    #[serde(default)]
    pub(crate) both: Option<SpotName>,
    #[serde(default)]
    pub(crate) circle: Option<SpotName>,
    #[serde(default)]
    pub(crate) slide: Option<SpotName>,
    #[serde(default)]
    pub(crate) out: Option<SpotName>,
    #[serde(default)]
    pub(crate) away: f64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum ViewRecord {
    Named(ViewName),
    Given([f64; 3]),
}

/// A word of a closed set; any other is refused where it stands.
macro_rules! named {
    ($($name:ident($inner:ty) = $read:expr, $what:literal;)+) => {$(
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) $inner);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let word = String::deserialize(from)?;
                let read: fn(&str) -> Option<$inner> = $read;
                read(&word).map(Self).ok_or_else(|| D::Error::custom(format!("unknown {} {word:?}", $what)))
            }
        }
    )+};
}

named! {
    PartName(Part) = Part::from_name, "part";
    SpotName(Spot) = Spot::read, "spot";
    SurfaceName(Surface) = Surface::from_name, "surface";
    KindName(Kind) = Kind::from_name, "prop";
    RestName(Rest) = read_rest, "rest";
    LimbName(Limb) = read_limb, "limb";
    JointName(JointKey) = read_joint, "joint";
    CycleName(Cycle) = read_cycle, "cycle";
    FingersName(Fingers) = read_fingers, "fingers";
    ViewName(View) = read_view, "view";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Limb {
    // Read first, so that a single hand or foot can differ.
    Both(bool),
    One(usize),
}

impl PartialEq for LimbName {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl Eq for LimbName {}
impl PartialOrd for LimbName {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for LimbName {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum JointKey {
    One(Joint),
    Both(fn(Half) -> Joint),
    Spine,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Joints(pub(crate) Vec<(JointKey, [f64; 3])>);

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Degrees {
    One(f64),
    Two([f64; 2]),
    Three([f64; 3]),
}

impl<'de> Deserialize<'de> for Joints {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Joints;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("joints with their angles")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Joints, A::Error> {
                let mut joints = Vec::new();
                while let Some((JointName(key), degrees)) =
                    map.next_entry::<JointName, Degrees>()?
                {
                    let angles = match degrees {
                        Degrees::One(a) => [a, 0.0, 0.0],
                        Degrees::Two([a, b]) => [a, b, 0.0],
                        Degrees::Three(all) => all,
                    };
                    check_range(key, angles).map_err(A::Error::custom)?;
                    joints.push((key, angles));
                }
                Ok(Joints(joints))
            }
        }
        from.deserialize_map(Reader)
    }
}

fn check_range(key: JointKey, angles: [f64; 3]) -> Result<(), String> {
    let broken = match key {
        JointKey::One(joint) => out_of_range(joint, angles),
        JointKey::Both(joint) => out_of_range(joint(Half::Left), angles),
        JointKey::Spine => {
            spread(angles).into_iter().find_map(|(joint, part)| out_of_range(joint, part))
        }
    };
    broken.map_or(Ok(()), |(angle, (low, high))| {
        Err(format!("{angle} degrees is out of range, {low} to {high}"))
    })
}

/// The spine's angles, spread over its three parts: bending mostly low, turning mostly high.
pub(crate) fn spread([flex, side, turn]: [f64; 3]) -> [(Joint, [f64; 3]); 3] {
    [
        (Joint::Low, [flex * 0.4, side * 0.36, turn * 0.16]),
        (Joint::Mid, [flex * 0.32, side * 0.33, turn * 0.42]),
        (Joint::Top, [flex * 0.28, side * 0.31, turn * 0.42]),
    ]
}

fn read_rest(text: &str) -> Option<Rest> {
    let mut words = text.split(' ');
    let touch = words.next()?;
    let touch = match Part::from_name(touch) {
        Some(part) => Touch::Part(part),
        None => Touch::Spot(Spot::read(touch)?),
    };
    let on = Surface::from_name(words.next()?)?;
    let via = match words.next() {
        None => None,
        Some("roller") => Some(Round::Roller),
        Some("ball") => Some(Round::Ball),
        Some(_) => return None,
    };
    Some(Rest { touch, on, via })
}

fn read_limb(name: &str) -> Option<Limb> {
    Some(match name {
        "l-hand" => Limb::One(0),
        "r-hand" => Limb::One(1),
        "l-foot" => Limb::One(2),
        "r-foot" => Limb::One(3),
        "hands" => Limb::Both(true),
        "feet" => Limb::Both(false),
        _ => return None,
    })
}

fn read_joint(name: &str) -> Option<JointKey> {
    let (half, joint) = match name.split_at_checked(2) {
        Some(("l-", rest)) => (Some(Half::Left), rest),
        Some(("r-", rest)) => (Some(Half::Right), rest),
        _ => (None, name),
    };
    let paired: Option<fn(Half) -> Joint> = match joint {
        "blade" => Some(Joint::Blade),
        "shoulder" => Some(Joint::Shoulder),
        "elbow" => Some(Joint::Elbow),
        "wrist" => Some(Joint::Wrist),
        "hip" => Some(Joint::Hip),
        "knee" => Some(Joint::Knee),
        "ankle" => Some(Joint::Ankle),
        _ => None,
    };
    Some(match (paired, half, joint) {
        (Some(joint), Some(half), _) => JointKey::One(joint(half)),
        (Some(joint), None, _) => JointKey::Both(joint),
        (None, None, "root") => JointKey::One(Joint::Root),
        (None, None, "facing") => JointKey::One(Joint::Facing),
        (None, None, "low") => JointKey::One(Joint::Low),
        (None, None, "mid") => JointKey::One(Joint::Mid),
        (None, None, "top") => JointKey::One(Joint::Top),
        (None, None, "neck") => JointKey::One(Joint::Neck),
        (None, None, "head") => JointKey::One(Joint::Head),
        (None, None, "spine") => JointKey::Spine,
        _ => return None,
    })
}

fn read_cycle(name: &str) -> Option<Cycle> {
    Some(match name {
        "swing" => Cycle::Swing,
        "stay" => Cycle::Stay,
        "round" => Cycle::Round,
        _ => return None,
    })
}

fn read_fingers(name: &str) -> Option<Fingers> {
    Some(match name {
        "flat" => Fingers::Flat,
        "loose" => Fingers::Loose,
        "grip" => Fingers::Grip,
        "fist" => Fingers::Fist,
        "thumb" => Fingers::Thumb,
        _ => return None,
    })
}

fn read_view(name: &str) -> Option<View> {
    let (around, up, roll) = match name {
        "side" => (90.0, 0.0, 0.0),
        "other-side" => (-90.0, 0.0, 0.0),
        "front" => (0.0, 0.0, 0.0),
        "back" => (180.0, 0.0, 0.0),
        "above" => (90.0, 90.0, 0.0),
        "quarter" => (40.0, 14.0, 0.0),
        "other-quarter" => (-40.0, 14.0, 0.0),
        "back-quarter" => (145.0, 14.0, 0.0),
        _ => return None,
    };
    Some(View { around, up, roll })
}
