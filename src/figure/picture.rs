//! Writes a figure as SVG, and says how its parts move.

use super::sheet::{Face, Figure, Ink, Layer, Part};
use super::tone::Tone;

/// What to draw of a figure.
#[derive(Clone, Copy, Debug)]
pub struct Look<'l> {
    /// The picture's name for those who hear it.
    pub name: &'l str,
    /// Slug of the exercise.
    pub slug: &'l str,
    /// Word for the side that is worked: `left`, `right` or `both`.
    pub side: &'l str,
    /// Whether left and right change places; figures are drawn for the left side.
    pub is_mirrored: bool,
    /// Whether arrows are drawn.
    pub has_arrows: bool,
    /// The stop that it stands at; all of the motion where there is none.
    pub stop: Option<usize>,
}

/// A figure as SVG with the tracks of its marked parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The `svg` element; the parts that move carry `data-m`.
    pub markup: String,
    /// How they move, in the order in which they stand there.
    pub tracks: Vec<Track>,
}

/// How one part moves: what it is like at each stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Whether it comes and goes; else it turns, goes and stretches.
    pub is_opacity: bool,
    /// One value for each stop, as CSS writes it.
    pub frames: Vec<String>,
}

impl Figure {
    /// Draws it.
    pub fn draw(&self, look: &Look<'_>) -> Drawing {
        let mut pen = Pen { done: Drawing::default(), has_arrows: look.has_arrows };
        pen.open(self, look);
        let stops: Vec<usize> = match look.stop {
            Some(stop) => vec![stop.min(self.stops.len().saturating_sub(1))],
            None => (0..self.stops.len()).collect(),
        };
        for layer in &self.layers {
            pen.layer(layer, &stops);
        }
        pen.write(if look.is_mirrored { "</g></svg>" } else { "</svg>" });
        pen.done
    }

    /// The stops of its key poses, each look once, in the order of the motion; at least one.
    pub fn poses(&self) -> Vec<usize> {
        let mut poses: Vec<usize> = Vec::new();
        for (stop, it) in self.stops.iter().enumerate() {
            if it.is_key && !poses.iter().any(|seen| self.looks_alike(*seen, stop)) {
                poses.push(stop);
            }
        }
        if poses.is_empty() {
            poses.push(0);
        }
        poses
    }

    /// The stop that tells most about the exercise when only one is shown: the last key pose.
    pub fn telling(&self) -> usize {
        self.poses().last().copied().unwrap_or_default()
    }

    fn looks_alike(&self, one: usize, other: usize) -> bool {
        self.layers.iter().all(|layer| {
            let parts = if let Layer::Chain { parts, .. } = layer { parts.as_slice() } else { &[] };
            (0..parts.len().max(1)).all(|it| layer.lie(it, one) == layer.lie(it, other))
                && parts.iter().all(|part| part.face(one) == part.face(other))
        })
    }
}

struct Pen {
    done: Drawing,
    has_arrows: bool,
}

impl Pen {
    fn write(&mut self, text: &str) {
        self.done.markup.push_str(text);
    }

    fn open(&mut self, figure: &Figure, look: &Look<'_>) {
        let it = figure.view_box;
        self.write("<svg role=\"img\" focusable=\"false\" data-role=\"figure\" class=\"figure\"");
        self.attribute(" viewBox", &numbers(&[it.x, it.y, it.wide, it.tall]));
        self.attribute(" data-exercise", look.slug);
        self.attribute(" data-side", look.side);
        self.attribute(" aria-label", look.name);
        self.write(">");
        if look.is_mirrored {
            self.write("<g");
            let matrix = ["matrix(-1 0 0 1 ", &numbers(&[2 * it.x + it.wide]), " 0)"].concat();
            self.attribute(" transform", &matrix);
            self.write(">");
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.write(name);
        self.write("=\"");
        for letter in value.chars() {
            match letter {
                '"' => self.write("&quot;"),
                '&' => self.write("&amp;"),
                '<' => self.write("&lt;"),
                other => self.done.markup.push(other),
            }
        }
        self.write("\"");
    }

    fn layer(&mut self, layer: &Layer, stops: &[usize]) {
        match layer {
            Layer::Fixed(inks) => self.inks(inks.iter().copied(), false),
            Layer::Moving { inks, .. } => {
                self.group(frames(layer, 0, stops, Some((1, 1))));
                self.inks(inks.iter().copied(), false);
                self.write("</g>");
            }
            Layer::Chain { is_far, parts, .. } => {
                for (place, part) in parts.iter().enumerate() {
                    self.group(frames(layer, place, stops, None));
                    self.faces(layer, place, part, stops, *is_far);
                }
                for _ in parts {
                    self.write("</g>");
                }
            }
        }
    }

    /// Every look that a part has at these stops; only one of them is seen at a time.
    fn faces(&mut self, layer: &Layer, place: usize, part: &Part, stops: &[usize], is_far: bool) {
        let shown: Vec<Face> = stops.iter().filter_map(|stop| part.face(*stop)).collect();
        let mut drawn: Vec<Face> = Vec::new();
        for face in &shown {
            if drawn.contains(face) {
                continue;
            }
            drawn.push(*face);
            self.group(seen(&shown, face));
            self.group(sizes(layer, place, stops, face.mirror()));
            self.inks(face.inks(), is_far);
            self.write("</g></g>");
        }
    }

    /// Opens a group that goes through these frames; the first one is how it stands.
    fn group(&mut self, track: Track) {
        let Some(first) = track.frames.first() else { return self.write("<g>") };
        if track.frames.iter().any(|it| it != first) {
            self.write("<g data-m");
        } else {
            self.write("<g");
        }
        let usual = if track.is_opacity { "1" } else { "scale(1.00,1.00)" };
        if first != usual {
            self.write(if track.is_opacity { " opacity=\"" } else { " transform=\"" });
            self.without_units(first);
            self.write("\"");
        }
        self.write(">");
        if track.frames.iter().any(|it| it != first) {
            self.done.tracks.push(track);
        }
    }

    /// A CSS value as an attribute takes it: the words keep their letters, numbers lose their unit.
    fn without_units(&mut self, value: &str) {
        let mut is_number = false;
        for letter in value.chars() {
            if letter.is_ascii_digit() {
                is_number = true;
            } else if !letter.is_ascii_lowercase() {
                is_number = letter == '.';
            }
            if !(is_number && letter.is_ascii_lowercase()) {
                self.done.markup.push(letter);
            }
        }
    }

    fn inks(&mut self, inks: impl Iterator<Item = Ink>, is_far: bool) {
        for ink in inks {
            if ink.tone == Tone::Arrow && !self.has_arrows {
                continue;
            }
            self.write("<path class=\"");
            self.write(ink.tone.class());
            self.write(if is_far { " far\"" } else { "\"" });
            if ink.tone == Tone::Glow {
                // The one paint of all figures stands in index.html.
                self.write(" fill=\"url(#glow)\"");
            }
            self.write(" d=\"");
            self.write(ink.path);
            self.write("\"/>");
        }
    }
}

/// Where a part is at each stop, with its size where `mirror` is given.
fn frames(layer: &Layer, place: usize, stops: &[usize], mirror: Option<(i32, i32)>) -> Track {
    let frame = |stop: &usize| {
        let lie = layer.lie(place, *stop)?;
        let mut text = String::new();
        lie.write_place(&mut text);
        if let Some(mirror) = mirror {
            text.push(' ');
            lie.write_size(mirror, &mut text);
        }
        Some(text)
    };
    Track { is_opacity: false, frames: stops.iter().filter_map(frame).collect() }
}

/// The size of a part at each stop.
fn sizes(layer: &Layer, place: usize, stops: &[usize], mirror: (i32, i32)) -> Track {
    let frame = |stop: &usize| {
        let mut text = String::new();
        layer.lie(place, *stop)?.write_size(mirror, &mut text);
        Some(text)
    };
    Track { is_opacity: false, frames: stops.iter().filter_map(frame).collect() }
}

/// At which stops a face is the one that is seen.
fn seen(shown: &[Face], face: &Face) -> Track {
    let frame = |it: &Face| String::from(if it == face { "1" } else { "0" });
    Track { is_opacity: true, frames: shown.iter().map(frame).collect() }
}

fn numbers(list: &[i32]) -> String {
    let mut text = String::new();
    for (place, number) in list.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        text.push_str(&number.to_string());
    }
    text
}
