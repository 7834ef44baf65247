//! When a figure is at which of its stops, and how it gathers way and comes to rest between key poses.

use super::sheet::{Cycle, Figure, Stop};

/// The course of a motion in time, the same for every part.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// How long it takes from the first stop to the last, in milliseconds; never 0.
    pub millis: u32,
    /// Where each stop stands in that time, 0 to 1, never falling.
    pub offsets: Vec<f64>,
    /// How it goes on from each stop to the next, as a CSS easing function.
    pub easings: Vec<String>,
}

impl Figure {
    /// The course of its motion; `None` where it has only one pose.
    pub fn pace(&self) -> Option<Pace> {
        let all = f64::from(self.stops.last()?.at);
        if self.stops.len() < 2 || all <= 0.0 {
            return None;
        }
        let mut pace = Pace {
            millis: u32::from(self.stops.last()?.at) * 100,
            offsets: Vec::with_capacity(self.stops.len()),
            easings: Vec::with_capacity(self.stops.len()),
        };
        // A circle has no end to come to rest at.
        let is_even = self.cycle == Cycle::Round;
        let mut rest = self.stops.as_slice();
        while let Some((from, later)) = rest.split_first() {
            let to = later.iter().position(|it| it.is_key).unwrap_or(later.len().saturating_sub(1));
            let Some(way) = rest.get(..=to + 1) else {
                pace.offsets.push(1.0);
                pace.easings.push(String::from("linear"));
                break;
            };
            add_way(&mut pace, way, f64::from(from.at) / all, all, is_even);
            rest = rest.get(to + 1..).unwrap_or_default();
        }
        Some(pace)
    }
}

/// Adds the stops of the way from one key pose to the next, but for its last.
fn add_way(pace: &mut Pace, way: &[Stop], start: f64, all: f64, is_even: bool) {
    let (first, last) = match way {
        [first, .., last] => (f64::from(first.at), f64::from(last.at)),
        _ => return,
    };
    let length = last - first;
    let done = |stop: &Stop| if length > 0.0 { (f64::from(stop.at) - first) / length } else { 0.0 };
    for pair in way.windows(2) {
        let [from, to] = pair else { continue };
        let (from, to) = (done(from), done(to));
        let (leaves, arrives) = if is_even { (from, to) } else { (time_of(from), time_of(to)) };
        pace.offsets.push(start + leaves * length / all);
        pace.easings.push(if is_even || to <= from {
            String::from("linear")
        } else {
            // A piece of a cubic is a cubic: the whole way is one smooth curve through all its stops.
            let third = (arrives - leaves) / (to - from) / 3.0;
            bezier(speed(leaves) * third, 1.0 - speed(arrives) * third)
        });
    }
}

/// How much of the way is done at a share of its time: slow, fast, slow.
fn way_at(time: f64) -> f64 {
    time * time * (3.0 - 2.0 * time)
}

fn speed(time: f64) -> f64 {
    6.0 * time * (1.0 - time)
}

/// The share of the time at which this share of the way is done.
fn time_of(way: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if way_at(middle) < way { low = middle } else { high = middle }
    }
    // The ends are exact.
    if way <= 0.0 {
        0.0
    } else if way >= 1.0 {
        1.0
    } else {
        high
    }
}

fn bezier(first: f64, second: f64) -> String {
    let mut text = String::from("cubic-bezier(.333,");
    push_thousandths(&mut text, first);
    text.push_str(",.667,");
    push_thousandths(&mut text, second);
    text.push(')');
    text
}

/// Writes a number between 0 and 1 with three places.
fn push_thousandths(text: &mut String, number: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 0 and 1000"
    )]
    let thousandths = (number * 1000.0).clamp(0.0, 1000.0) as u32;
    if thousandths >= 1000 {
        text.push('1');
        return;
    }
    text.push('.');
    for digit in [thousandths / 100, thousandths / 10 % 10, thousandths % 10] {
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::sheet::ViewBox;

    fn figure(cycle: Cycle, stops: &[(u16, bool)]) -> Figure {
        Figure {
            view_box: ViewBox { x: 0, y: 0, wide: 1, tall: 1 },
            cycle,
            stops: stops.iter().map(|&(at, is_key)| Stop { at, is_key }).collect(),
            layers: Vec::new(),
        }
    }

    #[test]
    fn a_single_pose_has_no_pace() {
        assert_eq!(figure(Cycle::Stay, &[(0, true)]).pace(), None);
        assert_eq!(figure(Cycle::Stay, &[(0, true), (0, true)]).pace(), None);
    }

    #[test]
    fn key_poses_keep_their_time_and_the_way_between_them_is_slow_at_both_ends() {
        let pace =
            figure(Cycle::Swing, &[(0, true), (10, true), (25, false), (40, true)]).pace().unwrap();
        assert_eq!(pace.millis, 4000);
        // Half of the way is done at half of the time; the curve is symmetrical.
        let expected = [0.0, 0.25, 0.625, 1.0];
        for (offset, wanted) in pace.offsets.iter().zip(expected) {
            assert!((offset - wanted).abs() < 1e-6, "{:?}", pace.offsets);
        }
        assert_eq!(pace.easings[1], "cubic-bezier(.333,.000,.667,.500)");
        assert_eq!(pace.easings[2], "cubic-bezier(.333,.500,.667,1)");
    }

    #[test]
    fn a_stop_near_a_key_pose_is_reached_later_than_at_even_speed() {
        let pace = figure(Cycle::Swing, &[(0, true), (3, false), (30, true)]).pace().unwrap();
        let time = pace.offsets[1];
        assert!(time > 0.1 && (way_at(time) - 0.1).abs() < 1e-6, "{time}");
    }

    #[test]
    fn a_circle_goes_on_evenly() {
        let pace = figure(Cycle::Round, &[(0, true), (10, true), (15, false), (20, true)]).pace();
        let pace = pace.unwrap();
        assert_eq!(pace.offsets, [0.0, 0.5, 0.75, 1.0]);
        assert!(pace.easings.iter().all(|it| it == "linear"));
    }

    #[test]
    fn two_stops_at_one_moment_break_nothing() {
        let stops = [(0, true), (7, false), (7, false), (10, true)];
        let pace = figure(Cycle::Swing, &stops).pace().unwrap();
        assert!(pace.offsets.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", pace.offsets);
        assert_eq!((pace.offsets.len(), pace.easings.len()), (4, 4));
    }
}
