//! Making a reply: what goes into it, and the ways it goes.

use super::{Part, Replies, Report, State, summary};
use crate::app::context::App;
use crate::app::library;
use crate::app::problem::Problem;
use crate::codec::report::{MARK, encode, encode_sealed, to_bytes};
use crate::domain::exercise::ExerciseId;
use crate::domain::report::{count, report, whole_weeks};
use crate::domain::shared::{Line, Note, ReplyKey};
use crate::i18n::reply as words;
use crate::platform::seal;
use crate::platform::{clock, file, location, share, task};

/// What a person wants to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How many days, up to today; those that make the first week whole come on top.
    pub days: u16,
    /// Parts that are left out.
    pub without: Vec<Part>,
    /// Who it is from.
    pub who: Line,
    /// A word to the therapist.
    pub note: Note,
    /// Which of the known keys it is sealed to.
    pub to: usize,
}

impl Default for Wish {
    fn default() -> Self {
        let (who, note) = (Line::default(), Note::default());
        Self { days: 42, without: Vec::new(), who, note, to: 0 }
    }
}

impl Replies {
    /// What the person wants to send; tracked.
    pub fn wish(&self) -> Wish {
        self.wish.get()
    }

    /// Changes it; a link that was made before is not of it any more.
    pub fn change(&self, change: impl FnOnce(&mut Wish)) {
        self.wish.update(change);
        self.made.set(State::Nothing);
    }

    /// Takes a part in, or leaves it out.
    pub fn choose(&self, part: Part, on: bool) {
        self.change(|wish| {
            wish.without.retain(|it| *it != part);
            if !on {
                wish.without.push(part);
            }
        });
    }

    /// The link that was made, or why none or no key was; tracked.
    pub fn made(&self) -> State {
        self.made.get()
    }

    /// Makes the sealed link, for the person whose key is chosen.
    pub fn make_sealed(&'static self, app: &'static App, to: ReplyKey) {
        let bytes = to_bytes(&wanted(app));
        self.made.set(State::Working);
        task::run(async move {
            let made = match seal::seal(&to, &bytes).await {
                Ok(sealed) => link(encode_sealed(&sealed).ok(), true),
                Err(why) => State::Failed(why),
            };
            // What was wished may be another thing by now.
            if self.made.peek() == State::Working {
                self.made.set(made);
            }
        });
    }

    /// Makes the link that anybody can read.
    pub fn make_open(&self, app: &'static App) {
        self.made.set(link(encode(&wanted(app)).ok(), false));
    }
}

fn link(payload: Option<String>, sealed: bool) -> State {
    payload.map_or(State::Wrong(Problem::TooLong), |it| {
        State::Link([&location::page(), MARK, &it].concat(), sealed)
    })
}

/// The report as it is wished for; tracked.
pub fn wanted(app: &'static App) -> Report {
    let wish = app.replies.wish();
    let has = |part| !wish.without.contains(&part);
    let mut wanted = app.journal.read(|it| report(it, clock::today(), days_of(&wish), &has));
    wanted.who = wish.who.clone();
    wanted.note = wish.note.clone();
    wanted
}

fn days_of(wish: &Wish) -> u16 {
    whole_weeks(clock::today(), wish.days)
}

/// How much of a part the chosen days have; tracked.
pub fn entries(app: &'static App, part: Part) -> usize {
    let days = days_of(&app.replies.wish());
    app.journal.read(|it| count(it, clock::today(), days, part))
}

/// A report as plain text for clinical notes.
pub fn text(report: &Report) -> String {
    words::text(report, &summary(report), &name)
}

/// The name of an exercise in a report.
pub fn name(id: ExerciseId) -> &'static str {
    library::exercise(id).map_or(words::UNKNOWN, |it| library::name(it.id))
}

/// Hands on a report as a file, or saves it where the phone has no sheet for files; whether either was done. With `payload`
/// it holds what the app opens with charts, too.
pub fn send_file(report: &Report, with_payload: bool) -> bool {
    let mut text = text(report);
    if let Some(payload) = encode(report).ok().filter(|_| with_payload) {
        text.push_str(&[words::IN_APP, "\n", MARK, &payload, "\n"].concat());
    }
    let name = [words::FILE, "-", &crate::codec::csv::date(report.last), ".txt"].concat();
    share::share_file(&name, &text) || file::save(&name, "text/plain;charset=utf-8", &text)
}
