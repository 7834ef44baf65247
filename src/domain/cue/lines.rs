//! The spoken lines of one segment, each at the moment it is due.

use super::CueKind;
use crate::domain::plan::SpokenLengths;
use crate::domain::session::Phase;
use crate::domain::time::Span;

/// A planned line: when it is due, counted from its segment's start, and how long it takes to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) at: Span,
    pub(crate) kind: CueKind,
    pub(crate) spoken: Span,
}

/// What a hold is opened with, in the get-ready or switch before it if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Name and set-up line.
    FirstSide,
    /// The switch line.
    OtherSide,
    /// The after-care line.
    Aftercare,
}

/// One segment, as far as its lines depend on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) phase: Phase,
    pub(crate) length: Span,
    pub(crate) opening: Opening,
    pub(crate) spoken: &'a SpokenLengths,
    pub(crate) aftercare_spoken: Span,
}

/// Least silence between two lines.
const GAP: Span = Span::from_millis(500);
/// Silence after a coaching or target line, so that there is room to breathe.
const QUIET: Span = Span::from_secs(4);
/// Silence after half-way and ten seconds.
const SHORT_QUIET: Span = Span::from_secs(2);
/// Earliest moment in a hold for the target line, after the bell.
const AFTER_BELL: Span = Span::from_millis(1500);
/// The last seconds of a hold belong to the count.
const COUNT: Span = Span::from_secs(3);
/// Shortest hold whose count is kept free of speech.
const COUNTED_HOLD: Span = Span::from_secs(10);
/// Shortest hold with a half-way line and tone.
pub(super) const HALF_WAY_HOLD: Span = Span::from_secs(40);
/// Shortest hold with a ten-seconds line.
const TEN_SECONDS_HOLD: Span = Span::from_secs(30);
/// How long before the end the ten-seconds line is due.
const TEN_SECONDS: Span = Span::from_secs(10);

/// Plans the lines of a segment in the order they are due.
///
/// `passed` holds the opening lines that were due in the get-ready or switch just before.
pub(crate) fn plan_lines(part: &Part<'_>, passed: &[CueKind]) -> Vec<Line> {
    let mut shelf = Shelf { lines: Vec::new(), end: part.length, talk_end: talk_end(part) };
    match part.phase {
        Phase::GetReady | Phase::Switch | Phase::Aftercare => open(part, passed, &mut shelf),
        Phase::Work => {
            open(part, passed, &mut shelf);
            fill_hold(part, &mut shelf);
        }
        Phase::Rest => {
            shelf.put(Line {
                at: Span::ZERO,
                kind: CueKind::Rest,
                spoken: CueKind::Rest.allowance(),
            });
        }
        Phase::Done => {}
    }
    put_in_order(&mut shelf.lines);
    shelf.lines
}

/// Puts lines in the order they are due; those due together keep theirs.
///
/// By insertion, since there are ten at most and the library's sort costs 4 KB of WebAssembly a type.
pub(crate) fn put_in_order(lines: &mut [Line]) {
    for unsorted in 1..lines.len() {
        let mut at = unsorted;
        while let Some([before, after]) = lines.get_mut(at.saturating_sub(1)..=at)
            && before.at > after.at
        {
            core::mem::swap(before, after);
            at -= 1;
        }
    }
}

/// The half-way and ten-seconds lines of a hold of this length.
pub(crate) fn fixed_lines(length: Span) -> impl Iterator<Item = Line> {
    let half = (length >= HALF_WAY_HOLD)
        .then(|| (Span::from_millis(length.millis() / 2), CueKind::HalfWay));
    let ten = (length >= TEN_SECONDS_HOLD).then(|| (length.less(TEN_SECONDS), CueKind::TenSeconds));
    ten.into_iter().chain(half).map(|(at, kind)| Line { at, kind, spoken: kind.allowance() })
}

fn open(part: &Part<'_>, passed: &[CueKind], shelf: &mut Shelf) {
    let lines: &[(CueKind, Span)] = match part.opening {
        Opening::FirstSide => {
            &[(CueKind::Name, part.spoken.name), (CueKind::SetUp, part.spoken.set_up)]
        }
        Opening::OtherSide => &[(CueKind::SwitchTo, CueKind::SwitchTo.allowance())],
        Opening::Aftercare => &[(CueKind::Aftercare, part.aftercare_spoken)],
    };
    let mut from = Span::ZERO;
    for &(kind, spoken) in lines {
        if passed.contains(&kind) {
            continue;
        }
        // A set-up line without its name before it would be about nothing, so the first that does not
        // fit holds the rest back; they open the hold instead.
        if !shelf.put(Line { at: from, kind, spoken }) {
            break;
        }
        from = from.plus(spoken).plus(GAP);
    }
}

fn fill_hold(part: &Part<'_>, shelf: &mut Shelf) {
    let mut from = AFTER_BELL;
    if let Some(spoken) = part.spoken.target
        && let Some(at) = shelf.put_from(from, CueKind::Target, spoken)
    {
        from = at.plus(spoken).plus(QUIET);
    }
    for line in fixed_lines(part.length) {
        shelf.put(line);
    }
    let count = u32::try_from(part.spoken.coaching.len()).unwrap_or(u32::MAX);
    let share = shelf.talk_end.less(from).millis() / count.max(1);
    let first = from;
    for (index, &spoken) in (0..=u8::MAX).zip(&part.spoken.coaching) {
        let ideal = first.plus(Span::from_millis(share.saturating_mul(u32::from(index))));
        if let Some(at) = shelf.put_near(from, from.max(ideal), CueKind::Coach(index), spoken) {
            from = at.plus(spoken).plus(QUIET);
        }
    }
}

fn talk_end(part: &Part<'_>) -> Span {
    let is_counted = part.phase == Phase::Work && part.length >= COUNTED_HOLD;
    if is_counted { part.length.less(COUNT) } else { part.length }
}

const fn quiet_after(kind: CueKind) -> Span {
    match kind {
        CueKind::Coach(_) | CueKind::Target => QUIET,
        CueKind::HalfWay | CueKind::TenSeconds => SHORT_QUIET,
        CueKind::Name
        | CueKind::SetUp
        | CueKind::SwitchTo
        | CueKind::Rest
        | CueKind::Aftercare
        | CueKind::Finished
        | CueKind::EaseOff
        | CueKind::Resumed => GAP,
    }
}

/// Lines already given their place; more important ones are put first.
struct Shelf {
    lines: Vec<Line>,
    /// End of the segment.
    end: Span,
    /// End of the time for lines that do not say where we are.
    talk_end: Span,
}

impl Shelf {
    /// Puts the line where it is, if it is free there and ends in time.
    fn put(&mut self, line: Line) -> bool {
        let free = self.ends_in_time(&line) && self.clash(&line).is_none();
        if free {
            self.lines.push(line);
        }
        free
    }

    /// Puts a line at the first free moment from `from` on, and answers the moment.
    fn put_from(&mut self, from: Span, kind: CueKind, spoken: Span) -> Option<Span> {
        let mut line = Line { at: from, kind, spoken };
        while let Some(later) = self.clash(&line) {
            line.at = later;
        }
        self.put(line).then_some(line.at)
    }

    /// Puts a line at `ideal`, or just before the line in the way there, or after it.
    fn put_near(&mut self, from: Span, ideal: Span, kind: CueKind, spoken: Span) -> Option<Span> {
        let needs = spoken.plus(quiet_after(kind));
        let blocked = |it: &&Line| it.at >= ideal && it.at < ideal.plus(needs);
        let before = self.lines.iter().find(blocked).map(|it| it.at.less(needs));
        let earlier = before.filter(|&at| at >= from).map(|at| Line { at, kind, spoken });
        match earlier {
            Some(line) if self.put(line) => Some(line.at),
            Some(_) | None => self.put_from(ideal, kind, spoken),
        }
    }

    fn ends_in_time(&self, line: &Line) -> bool {
        let over = line.at.plus(line.spoken);
        if line.kind.priority() >= super::Priority::Place {
            over <= self.end
        } else {
            over.plus(GAP) <= self.talk_end
        }
    }

    /// The end of the quiet after a line that is in the way, which is later than `line.at`.
    fn clash(&self, line: &Line) -> Option<Span> {
        let end = line.at.plus(line.spoken).plus(quiet_after(line.kind));
        self.lines.iter().find_map(|other| {
            let other_end = other.at.plus(other.spoken).plus(quiet_after(other.kind));
            (line.at < other_end && other.at < end).then_some(other_end)
        })
    }
}
