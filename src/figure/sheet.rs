//! Reads the sheet of figures that the build writes (`docs/spec/figures.md`).
//!
//! A line is read when its figure is shown. What cannot be read is passed over: the exercise then has its words
//! and no picture.

use super::tone::Tone;

/// The sheet: shapes that many figures share, and one line for each figure.
#[derive(Clone, Debug)]
pub struct Sheet {
    shapes: Vec<&'static str>,
    figures: Vec<(u16, &'static str)>,
}

/// Why a sheet was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// It is written in another form, or is no such file.
    OtherVersion,
    /// Its end is missing.
    CutShort,
}

/// What the picture shows, in thousandths of body height: the four numbers of a view box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub wide: i32,
    /// Height.
    pub tall: i32,
}

/// How a figure's motion goes on after the last stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// Back the way it came, again and again.
    Swing,
    /// It stays there; to show it again, go back the way it came.
    Stay,
    /// On from the first stop, which is the same.
    Round,
}

/// A moment of the motion for which every part has a transform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Tenths of a second from the beginning; between key poses, as if the way were gone evenly.
    pub at: u16,
    /// Whether the motion begins or ends here; it does not slow down at the others.
    pub is_key: bool,
}

/// A path and what it is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// Which colour.
    pub tone: Tone,
    /// The path, as SVG writes it.
    pub path: &'static str,
}

/// A shape as it is seen at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    shape: &'static str,
    /// Whether it is mirrored: `scale(-1, 1)` for a head, `scale(1, -1)` for the rest.
    pub is_mirrored: bool,
}

/// A rigid part of a chain.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it looks like: one face, or one for each stop where it turns.
    pub faces: Vec<Face>,
    turns: Vec<i32>,
    along: Vec<i32>,
    across: Vec<i32>,
}

/// What is drawn together, from back to front.
#[derive(Clone, Debug)]
pub enum Layer {
    /// Trunk, arm or leg: each part hangs on the one before, in whose group its own group stands.
    Chain {
        /// Whether it is on the far side and drawn pale.
        is_far: bool,
        /// Where the first part begins.
        places: Vec<(i32, i32)>,
        /// The parts.
        parts: Vec<Part>,
    },
    /// A tool or a glow, which moves as a whole.
    Moving {
        /// Where it is.
        places: Vec<(i32, i32)>,
        /// Half degrees clockwise.
        turns: Vec<i32>,
        /// Hundredths of its length.
        along: Vec<i32>,
        /// What it is drawn with.
        inks: Vec<Ink>,
    },
    /// Floor, wall, furniture and arrows.
    Fixed(Vec<Ink>),
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What the picture shows.
    pub view_box: ViewBox,
    /// How the motion goes on.
    pub cycle: Cycle,
    /// The moments that have transforms, at least one.
    pub stops: Vec<Stop>,
    /// What is drawn, from back to front.
    pub layers: Vec<Layer>,
}

/// How a part lies at one stop, seen from the part before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lie {
    /// To the right, in thousandths of body height.
    pub x: i32,
    /// Down.
    pub y: i32,
    /// Half degrees clockwise.
    pub turn: i32,
    /// Hundredths of its shape's length.
    pub along: i32,
    /// Hundredths of its shape's width.
    pub across: i32,
}

impl Sheet {
    /// Takes a sheet in.
    ///
    /// # Errors
    /// It is of another version, or its end is missing.
    pub fn read(text: &'static str) -> Result<Self, SheetError> {
        let mut sheet = Self { shapes: Vec::new(), figures: Vec::new() };
        let mut lines = text.split('\n');
        if lines.next() != Some("unknot figures 1") {
            return Err(SheetError::OtherVersion);
        }
        for line in lines {
            if line == "end" {
                return Ok(sheet);
            }
            match line.split_once('\t') {
                Some(("s", shape)) => sheet.shapes.push(shape),
                Some(("f", figure)) => {
                    if let Some((number, rest)) = figure.split_once('\t')
                        && let Ok(number) = number.parse()
                    {
                        sheet.figures.push((number, rest));
                    }
                }
                _ => {}
            }
        }
        Err(SheetError::CutShort)
    }

    /// The numbers of the exercises that have a figure.
    pub fn numbers(&self) -> impl Iterator<Item = u16> {
        self.figures.iter().map(|(number, _)| *number)
    }

    /// The figure of the exercise with this number; `None` where there is none or its line is damaged.
    pub fn figure(&self, number: u16) -> Option<Figure> {
        let line = self.figures.iter().find(|(it, _)| *it == number)?.1;
        let mut fields = line.split('\t');
        let [x, y, wide, tall] = numbers(fields.next()?)?[..] else { return None };
        let mut times = fields.next()?.split(' ');
        let cycle = match times.next()? {
            "w" => Cycle::Swing,
            "y" => Cycle::Stay,
            "r" => Cycle::Round,
            _ => return None,
        };
        let stops = times.map(stop).collect::<Option<Vec<_>>>()?;
        let layers = fields.map(|it| self.layer(it, stops.len())).collect::<Option<Vec<_>>>()?;
        if stops.is_empty() || wide <= 0 || tall <= 0 {
            return None;
        }
        Some(Figure { view_box: ViewBox { x, y, wide, tall }, cycle, stops, layers })
    }

    fn layer(&self, text: &'static str, stops: usize) -> Option<Layer> {
        let mut items = text.split('|');
        let head = items.next()?;
        let (kind, places) = head.split_at_checked(1)?;
        if kind == "x" {
            return Some(Layer::Fixed(items.map(ink).collect::<Option<_>>()?));
        }
        let places = pairs(&fitting(numbers(places)?, stops * 2, 2)?);
        match kind {
            "m" => {
                let turns = fitting(numbers(items.next()?)?, stops, 1)?;
                let along = fitting(numbers(items.next()?)?, stops, 1)?;
                let inks = items.map(ink).collect::<Option<_>>()?;
                Some(Layer::Moving { places, turns, along, inks })
            }
            "n" | "d" => {
                let parts = items.map(|it| self.part(it, stops)).collect::<Option<Vec<_>>>()?;
                Some(Layer::Chain { is_far: kind == "d", places, parts })
            }
            _ => None,
        }
    }

    fn part(&self, text: &'static str, stops: usize) -> Option<Part> {
        let mut fields = text.split(',');
        let faces =
            fields.next()?.split(' ').map(|it| self.face(it)).collect::<Option<Vec<_>>>()?;
        let mut list = || fitting(numbers(fields.next().unwrap_or(""))?, stops, 1);
        let part = Part { turns: list()?, along: list()?, across: list()?, faces };
        (part.faces.len() == 1 || part.faces.len() == stops).then_some(part)
    }

    fn face(&self, text: &'static str) -> Option<Face> {
        let (name, is_mirrored) =
            text.strip_suffix('\'').map_or((text, false), |name| (name, true));
        let number: u16 = name.parse().ok()?;
        let shape = *self.shapes.get(usize::from(number))?;
        Some(Face { shape, is_mirrored })
    }
}

impl Face {
    /// Length of its shape, where the next part begins, in thousandths of body height.
    pub fn length(&self) -> i32 {
        self.shape.split('\t').next().and_then(|it| it.parse().ok()).unwrap_or(0)
    }

    /// The paths it is drawn with, from back to front.
    pub fn inks(&self) -> impl Iterator<Item = Ink> {
        self.shape.split('\t').skip(1).filter_map(ink)
    }

    /// Whether it is a head, which is mirrored the other way.
    pub fn is_head(&self) -> bool {
        self.inks().any(|ink| ink.tone == Tone::Hair)
    }

    /// Its own scale, before the part's: -1 where it is mirrored.
    pub fn mirror(&self) -> (i32, i32) {
        match (self.is_mirrored, self.is_head()) {
            (false, _) => (1, 1),
            (true, true) => (-1, 1),
            (true, false) => (1, -1),
        }
    }
}

impl Part {
    /// The face it shows at a stop.
    pub fn face(&self, stop: usize) -> Option<Face> {
        self.faces.get(stop).or(self.faces.first()).copied()
    }

    /// Whether it ever turns or changes its length, and so needs an animation.
    pub fn moves(&self) -> bool {
        [&self.turns, &self.along, &self.across].iter().any(|list| list.len() > 1)
    }
}

impl Layer {
    /// How the part with this place in a chain lies at a stop; in a tool or glow, the whole of it (place 0).
    pub fn lie(&self, place: usize, stop: usize) -> Option<Lie> {
        let at =
            |list: &[i32], usual: i32| list.get(stop).or(list.first()).copied().unwrap_or(usual);
        let (x, y) = match (self, place) {
            (Self::Chain { places, .. } | Self::Moving { places, .. }, 0) => {
                *places.get(stop).or(places.first())?
            }
            (Self::Chain { parts, .. }, _) => {
                let before = parts.get(place - 1)?;
                let length = before.face(stop)?.length();
                ((length * at(&before.along, 100) + 50) / 100, 0)
            }
            _ => return None,
        };
        match self {
            Self::Chain { parts, .. } => {
                let part = parts.get(place)?;
                let (along, across) = (at(&part.along, 100), at(&part.across, 100));
                Some(Lie { x, y, turn: at(&part.turns, 0), along, across })
            }
            Self::Moving { turns, along, .. } => {
                Some(Lie { x, y, turn: at(turns, 0), along: at(along, 100), across: 100 })
            }
            Self::Fixed(_) => None,
        }
    }
}

impl Lie {
    /// Writes where it is and how it is turned, as a CSS transform.
    pub fn write_place(&self, out: &mut String) {
        out.push_str("translate(");
        push_number(out, self.x);
        out.push_str("px,");
        push_number(out, self.y);
        out.push_str("px) rotate(");
        push_number(out, self.turn / 2);
        if self.turn % 2 != 0 {
            // A half below zero has lost its minus with the whole part where that is zero.
            if self.turn == -1 {
                out.pop();
                out.push_str("-0");
            }
            out.push_str(".5");
        }
        out.push_str("deg)");
    }

    /// Writes its size and its face's mirroring, as a CSS transform.
    pub fn write_size(&self, mirror: (i32, i32), out: &mut String) {
        out.push_str("scale(");
        push_hundredths(out, self.along * mirror.0);
        out.push(',');
        push_hundredths(out, self.across * mirror.1);
        out.push(')');
    }
}

fn push_number(out: &mut String, number: i32) {
    out.push_str(&number.to_string());
}

fn push_hundredths(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    let number = number.abs();
    push_number(out, number / 100);
    out.push('.');
    if number % 100 < 10 {
        out.push('0');
    }
    push_number(out, number % 100);
}

fn stop(text: &str) -> Option<Stop> {
    let (at, is_key) = text.strip_prefix('~').map_or((text, true), |at| (at, false));
    Some(Stop { at: at.parse().ok()?, is_key })
}

fn ink(text: &'static str) -> Option<Ink> {
    let tone = Tone::from_letter(text.chars().next()?)?;
    Some(Ink { tone, path: text.get(1..)? })
}

/// Numbers apart by spaces; none of an empty text.
fn numbers(text: &str) -> Option<Vec<i32>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(' ').map(|it| it.parse().ok()).collect()
}

/// The list, if it has `all` numbers, or `one` for all stops, or none.
fn fitting(list: Vec<i32>, all: usize, one: usize) -> Option<Vec<i32>> {
    (list.is_empty() || list.len() == one || list.len() == all).then_some(list)
}

fn pairs(list: &[i32]) -> Vec<(i32, i32)> {
    list.chunks_exact(2).filter_map(|it| Some((*it.first()?, *it.get(1)?))).collect()
}
