//! Figures: every pose that ships is solved and measured, at its key poses and at every tenth between them.

mod approved;
mod faults;
mod geometry;
mod parts;
mod picture;
mod planted;
mod rules;
mod sheet;

#[path = "../../build/pose_records.rs"]
mod pose_records;
#[path = "../../build/poses.rs"]
mod poses;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use unknot::catalog;
use unknot::figure;
use unknot::figure::pose::{Cycle, Figure};
use unknot::figure::scene::tenths;
use unknot::figure::settle::{Settled, settle};

use crate::catalog::planted::files;

/// A pose of a figure: key poses have whole places, those between them the tenth after the point.
struct Moment {
    name: String,
    settled: Settled,
    /// Whether each hand and foot stays on one place here; at key poses all do.
    stays: [bool; 4],
    is_key: bool,
}

struct Measured {
    figure: Figure,
    moments: Vec<Moment>,
}

fn numbers() -> BTreeMap<&'static str, u16> {
    catalog::exercises().iter().map(|it| (it.code, it.id.0)).collect()
}

fn real() -> Vec<files::File> {
    files::read(Path::new("data")).unwrap_or_else(|error| panic!("data: {error}"))
}

fn figures() -> Vec<(u16, Figure)> {
    poses::parse(&real(), &numbers()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Every figure that ships with its moments, solved once for all tests.
fn measured() -> &'static [Measured] {
    static MEASURED: OnceLock<Vec<Measured>> = OnceLock::new();
    MEASURED.get_or_init(|| figures().into_iter().map(|(_, figure)| measure(figure)).collect())
}

fn measure(figure: Figure) -> Measured {
    let keys: Vec<Settled> = figure.keys.iter().map(settle).collect();
    let mut moments = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        let name = format!("{} at {}", figure.code, index + 1);
        moments.push(Moment { name, settled: key.clone(), stays: [true; 4], is_key: true });
        let goes_on = figure.cycle == Cycle::Round && keys.len() > 1;
        let next = keys.get(index + 1).or_else(|| keys.first().filter(|_| goes_on));
        let Some(next) = next else { continue };
        let stays = std::array::from_fn(|limb| key.pose.places[limb] == next.pose.places[limb]);
        for (tenth, settled) in tenths(key, next).into_iter().enumerate().take(10).skip(1) {
            let name = format!("{} at {}.{tenth}", figure.code, index + 1);
            moments.push(Moment { name, settled, stays, is_key: false });
        }
    }
    Measured { figure, moments }
}

/// Fails with every line that `wrong` finds in any moment.
fn assert_everywhere(wrong: impl Fn(&Figure, &Moment) -> Vec<String>) {
    let mut found = Vec::new();
    for measured in measured() {
        for moment in &measured.moments {
            let lines = wrong(&measured.figure, moment);
            found.extend(lines.into_iter().map(|line| format!("{}: {line}", moment.name)));
        }
    }
    assert!(found.is_empty(), "{} wrong:\n{}", found.len(), found.join("\n"));
}
