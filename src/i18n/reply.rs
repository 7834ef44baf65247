//! Words about the reply: choosing it, sending it, the report that a therapist sees, and its plain text.
//!
//! The report speaks of what was noted and of its size, never of what caused it (clinical-evidence 4.5).

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

use super::format::{date, fill};
use super::progress::{self, MANY_REASONS, change, half, label, sessions, tenths, times};
use super::{screening, sharing};
use crate::domain::exercise::ExerciseId;
use crate::domain::outcome::{Kind, Rating, What, pain_percent};
use crate::domain::report::{Part, Report, Summary, Trouble};

pub const HEADLINE: &str = "Reply to your therapist";
pub const LEAD: &str = "You choose what goes. Nothing leaves this phone until you send it.";
pub const NOBODY: &str = "Nobody is watching: no alert reaches a therapist by itself. If something worries you, call them or a doctor.";
pub const EMPTY: &str = "There is nothing to send yet. After your first session you can.";
pub const PERIOD: &str = "How far back";
pub const PERIODS: [(u16, &str); 3] = [(14, "2 weeks"), (42, "6 weeks"), (84, "12 weeks")];
pub const CHOOSE: &str = "What goes";
pub const CHOICE: &str = "{} ({})";
pub const WHO: &str = "Your name, as your therapist knows it";
pub const NOTE: &str = "A word to your therapist";
pub const PREVIEW: &str = "This is all that goes";
pub const SEND: &str = "Send it";

pub const SEALED: &str = "Sealed link";
pub const SEALED_FOR: &str = "For {}";
pub const SEALED_NOBODY: &str = "who made your routine";
pub const SEALED_WHY: &str = "Only the browser in which they made your routine can open it. Mail and message services cannot read it. They can see that you sent something. If your therapist loses that browser’s data, it stays closed for good.";
pub const MAKE_SEALED: &str = "Make the sealed link";
pub const MADE: &str = "The link is ready. It goes when you send it.";
pub const WORKING: &str = "One moment…";
pub const FIELD: &str = "Link to your reply";
pub const MESSAGE: &str = "My reply, from Unknot: ";
pub const TITLE: &str = "My reply";
pub const TOO_LONG: &str = "This is too long for a link. Choose fewer weeks, or send the file.";

pub const OTHERS: &str = "Without a link";
pub const OTHERS_WHY: &str = "Whoever gets the file, the page or the text can read it.";
pub const NO_KEY: &str = "Your routine came without a key, so nothing can be sealed. You can send a file, or take a printed page with you.";
pub const SEND_FILE: &str = "Send as a file";
pub const PRINT: &str = "Print";
pub const COPY: &str = "Copy as text";
pub const COPIED: &str = "Copied. Paste it into a message.";
pub const NOT_COPIED: &str = "Could not copy. Send the file instead.";
pub const NOT_SAVED: &str = "This browser does not save files here.";

pub const OPEN_LINK: &str = "A link that is not sealed";
pub const OPEN_WHY: &str = "Such a link holds your health notes in the open. Anybody who sees it can read them. It may stay in browser histories, in messages and in mail for years. A sealed link or a file is safer.";
pub const OPEN_GO: &str = "I know this. Make the open link";

pub const REPORT: &str = "Report";
pub const REPORT_OF: &str = "Report from {}";
pub const REPORT_LEAD: &str = "This is what the person chose to send, and no more. Nobody is watching: no alert reaches you by itself.";
pub const WAS_SEALED: &str = "It was sealed, and only this browser can open it. Nothing of it is kept here unless you save it.";
pub const WAS_OPEN: &str = "This link was not sealed: whoever has it can read it. Delete the message when you are done. Nothing of it is kept here unless you save it.";
pub const SAVE: &str = "Save as text";
pub const COPY_NOTES: &str = "Copy for your notes";
pub const COPIED_NOTES: &str = "Copied.";
pub const OPENING: &str = "The seal is being opened…";
pub const CLOSED: &str = "This reply cannot be opened here";
pub const WRONG_KEY: &str = "It is sealed for another browser: the one in which the routine was made. Open the link there. If that browser’s data was erased, take in a copy of it, in the settings. Without the key nobody can read it; ask for a new reply.";
pub const KEYS_UNREADABLE: &str = "The keys in this browser cannot be read now. Close other tabs with this app and load this page again. In a private window there are none.";
pub const NO_CRYPTO: &str = "This browser has no means to open seals here. Update it, or open the link in another browser that has the key.";
pub const NO_KEY_MADE: &str = "This browser makes no keys here, so replies cannot be sealed.";
pub const KEY_WRONG: &str =
    "The key in your routine cannot be used. Ask for its link again, or send a file.";
pub const NO_KEY_KEPT: &str = "This browser does not keep the key, so replies cannot be sealed.";

pub const ASK: &str = "Reply";
pub const ASK_SEALED: &str = "Ask for a sealed reply";
pub const ASK_WHY: &str = "The link then carries a key that was made here. After some weeks they can send back what they did and how they felt. Only this browser can open it. No alert comes by itself.";
pub const ASK_NOT_HERE: &str = "This routine carries a key that is not in this browser. Replies to it could not be opened here. Untick the box and tick it again to use this browser’s key.";
pub const ASK_LOST: &str = "Erase this browser’s data or lose this device, and replies stay closed for good. Save a copy of everything in the settings: the key is in it. Whoever has that file can open replies too.";

pub const UNKNOWN: &str = "An exercise that this app does not know";
pub const FILE: &str = "reply";
pub const IN_APP: &str =
    "\nTo see it with charts, open Unknot, choose “Open a link” and paste this whole text.";
const UNNAMED: &str = "A routine";
pub const DONE: &str = "What was done";
pub const FELT: &str = "Pain";
pub const ACTIVITIES: &str = "Activities, sleep, confidence";
pub const ALL_IN_ALL: &str = "All in all";
pub const TROUBLE: &str = "Skipped, eased or too much";
pub const EACH: &str = "Session by session";
pub const COLUMNS: [&str; 5] = ["Day", "Routine", "Minutes", "Before", "After"];

/// A part that can be left out.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Sessions => "Sessions and minutes, with your plan",
        Part::Felt => "Pain before and after sessions",
        Part::Steps => "What you skipped or found too much, and why",
        Part::Pain => "Pain of each day",
        Part::Week => "Activities, sleep and confidence",
        Part::Change => "How it is all in all",
    }
}

/// The headline of a report.
pub fn title(report: &Report) -> String {
    if report.who.is_empty() {
        REPORT.to_owned()
    } else {
        fill(REPORT_OF, &[&sharing::isolated(report.who.as_str())])
    }
}

/// Its days.
pub fn period(report: &Report) -> String {
    let days = progress::days(u32::from(report.days));
    fill("{} to {}, {}", &[&date(report.first()), &date(report.last), &days])
}

/// A part of the report under its heading.
pub type Told = (&'static str, Vec<String>);

/// All that a report says in words; parts with nothing in them are left out.
pub fn told(
    report: &Report,
    summary: &Summary,
    name: &dyn Fn(ExerciseId) -> &'static str,
) -> Vec<Told> {
    let trouble = summary.trouble.iter().map(|it| trouble(it, name(it.exercise))).collect();
    let all = vec![
        (DONE, done(summary)),
        (FELT, felt(summary)),
        (ACTIVITIES, weeks(report, summary)),
        (ALL_IN_ALL, changes(summary)),
        (TROUBLE, trouble),
    ];
    all.into_iter().filter(|it| !it.1.is_empty()).collect()
}

/// A report as plain text.
pub fn text(
    report: &Report,
    summary: &Summary,
    name: &dyn Fn(ExerciseId) -> &'static str,
) -> String {
    let mut out = [&title(report), "\n", &period(report), "\n"].concat();
    for line in report.note.lines() {
        out.push_str(&["> ", line, "\n"].concat());
    }
    for (heading, lines) in told(report, summary, name) {
        out.push_str(&["\n", heading, "\n"].concat());
        for line in lines {
            out.push_str(&["- ", &line, "\n"].concat());
        }
    }
    out.push_str(&["\n", MANY_REASONS, "\n"].concat());
    out
}

fn done(it: &Summary) -> Vec<String> {
    let mut lines = Vec::new();
    if it.sessions > 0 {
        let (days, minutes) = (progress::days(it.days), progress::minutes(it.minutes));
        lines.push(fill("{} on {}, {} in all.", &[&sessions(it.sessions), &days, &minutes]));
    }
    lines.extend(it.plan.map(|it| fill("Plan: {}.", &[&sharing::schedule(it)])));
    lines.extend(it.kept.map(|(done, meant)| {
        let line = "In the weeks that are over: {} of {} planned days.";
        fill(line, &[&done.to_string(), &meant.to_string()])
    }));
    lines
}

fn felt(it: &Summary) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(trend) = it.measures.pain {
        let (then, now) = (trend.baseline, trend.now);
        let percent = pain_percent(then.1, now.1).filter(|it| *it != 0);
        let percent = percent.map(|it| {
            let word = if it > 0 { "lower" } else { "higher" };
            fill(", {} % {}", &[&it.unsigned_abs().to_string(), word])
        });
        let parts = [
            fill("Middle of a week: {} ({})", &[&half(then.1), &progress::day(then.0)]),
            fill(", then {} ({})", &[&half(now.1), &progress::day(now.0)]),
            percent.unwrap_or_default(),
            [". ", label(trend.label), "."].concat(),
        ];
        lines.push(parts.concat());
    } else if let [first, .., last] = it.measures.days.as_slice() {
        let rated = |it: &(crate::domain::time::LocalDay, Rating)| {
            fill("{} ({})", &[&it.1.get().to_string(), &progress::day(it.0)])
        };
        lines.push(fill("Single days: {}, then {}.", &[&rated(first), &rated(last)]));
    }
    if it.pairs > 0 {
        let pairs = i32::try_from(it.pairs).unwrap_or(i32::MAX);
        let mean = tenths((10 * it.eased / pairs).unsigned_abs());
        let word = if it.eased < 0 { "higher" } else { "lower" };
        let line = "After sessions {} {} than before on average, {}. It says how it felt, not what the session did.";
        lines.push(fill(line, &[&mean, word, &sessions(it.pairs)]));
    }
    lines
}

/// Each activity first and last, the mean, sleep and confidence.
fn weeks(report: &Report, it: &Summary) -> Vec<String> {
    let weeks = report.journal.of_kind(Kind::Week);
    let line = |name: &str, of: &dyn Fn(&crate::domain::outcome::Week) -> Option<Rating>| {
        let mut rated = weeks
            .iter()
            .filter_map(|it| if let What::Week(week) = &it.what { of(week) } else { None });
        let first = rated.next()?.get().to_string();
        let last = rated.last().map(|it| it.get().to_string());
        Some(match last {
            Some(last) => fill("{}: {}, then {}", &[name, &first, &last]),
            None => fill("{}: {}", &[name, &first]),
        })
    };
    let mut lines = Vec::new();
    for activity in report.journal.of_kind(Kind::Activity) {
        let What::Activity(activity) = &activity.what else { continue };
        let name = sharing::isolated(activity.name.as_str());
        lines.extend(line(&name, &|week| {
            Some(week.activities.iter().find(|it| it.0 == activity.id)?.1)
        }));
    }
    lines.extend(it.measures.activities.map(|it| {
        let mean = |it: crate::domain::outcome::Activities| tenths(u32::from(it.mean_tenths()));
        let (then, now) = (mean(it.baseline.1), mean(it.now.1));
        fill("Mean of the activities: {}, then {}. {}.", &[&then, &now, label(it.label)])
    }));
    lines.extend(line("Sleep", &|week| week.sleep));
    lines.extend(line("Confidence", &|week| week.confidence));
    lines
}

fn changes(it: &Summary) -> Vec<String> {
    let each = it.measures.changes.iter();
    each.map(|it| fill("{}: {} (−5 to +5)", &[&progress::day(it.0), &change(it.1)])).collect()
}

/// What was said of one exercise.
fn trouble(it: &Trouble, name: &str) -> String {
    let counts = [(it.skipped, "skipped"), (it.too_much, "too much"), (it.eased, "eased")];
    let counts = counts.into_iter().filter(|it| it.0 > 0);
    let counts: Vec<String> =
        counts.map(|(count, word)| [word, " ", &times(count)].concat()).collect();
    let reasons = it
        .reasons
        .iter()
        .map(|(it, count)| [screening::complaint(*it), " (", &count.to_string(), ")"].concat());
    let reasons: Vec<String> = reasons.collect();
    let told = [counts.join(", "), reasons.join(", ")].into_iter().filter(|it| !it.is_empty());
    [name, ": ", &told.collect::<Vec<_>>().join(". ")].concat()
}

/// The name of a routine in a report.
pub fn routine(name: &str) -> &str {
    if name.is_empty() { UNNAMED } else { name }
}
