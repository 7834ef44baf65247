//! The facts of an exercise in a table: where, with what, how long, how strong.

use crate::app::library;
use crate::domain::exercise::Exercise;
use crate::domain::side::Sides;
use crate::domain::technique::Technique;
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{common, exercise as words};
use crate::i18n::words as plain;
use crate::ui::markup::{Node, Words, classed, worded};

/// Area, muscles, tool, position, sides, times and strength.
pub(super) fn facts(entry: &Exercise) -> Node {
    let longest = library::longest(entry.id).unwrap_or(entry.hold);
    let sides = match entry.sides {
        Sides::Together => words::TOGETHER,
        Sides::Each | Sides::LeftOnly | Sides::RightOnly | Sides::RightFirst => words::EACH,
    };
    let rows = [
        (words::AREA, plain::area(entry.area).into()),
        (words::MUSCLES, library::text(entry.id).muscles.into()),
        (words::TOOL, plain::tool(entry.tool).into()),
        (words::POSITION, plain::position(entry.position).into()),
        (words::SIDES, sides.into()),
        (words::TIME, time(entry, entry.hold.secs())),
        (words::LONGEST, time(entry, longest.secs())),
        (words::STRENGTH, strength(entry)),
    ];
    let cells = rows.into_iter().flat_map(|(name, value): (&'static str, Words)| {
        [worded("dt", "", name), worded("dd", "", value)]
    });
    classed("dl", "facts panel").children(cells).done()
}

fn time(entry: &Exercise, secs: u16) -> Words {
    let time = format::seconds(Span::from_secs(u32::from(secs)));
    Words::Owned(match entry.sides {
        Sides::Together => time,
        Sides::Each | Sides::LeftOnly | Sides::RightOnly | Sides::RightFirst => {
            format::fill(common::EACH_SIDE, &[&time])
        }
    })
}

/// What to aim for and what never to pass (clinical-evidence 1.1, 1.2).
fn strength(entry: &Exercise) -> Words {
    let Some(cap) = entry.pressure_cap else { return words::NO_STRENGTH.into() };
    let aim = match entry.technique {
        Technique::RollerBodyWeight
        | Technique::RollerLight
        | Technique::BallWall
        | Technique::BallLying
        | Technique::HandsFirm
            if cap.rating() >= 4 =>
        {
            Some(words::AIM_MASSAGE)
        }
        Technique::Stretch if cap.rating() >= 4 => Some(words::AIM_STRETCH),
        Technique::HandsLight if cap.rating() == 3 => Some(words::AIM_LIGHT),
        Technique::RollerBodyWeight
        | Technique::RollerLight
        | Technique::BallWall
        | Technique::BallLying
        | Technique::HandsLight
        | Technique::HandsFirm
        | Technique::Stretch
        | Technique::Mobility
        | Technique::Extension
        | Technique::NerveSlide
        | Technique::Breathing
        | Technique::Rest => None,
    };
    let cap = cap.rating().to_string();
    Words::Owned(match aim {
        Some(aim) => format::fill(words::AIM, &[aim, &cap]),
        None => format::fill(words::NEVER_ABOVE, &[&cap]),
    })
}
