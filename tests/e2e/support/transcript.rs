//! What the app said and sounded, as the stand-ins wrote it down.

use serde_json::Value;

/// One thing the stand-ins were told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heard {
    /// Milliseconds on the test's clock.
    pub(crate) at: f64,
    /// `say`, `said`, `cut`, `tone`, `vibrate` or `lock`.
    pub(crate) kind: String,
    /// The words, or the vibration pattern.
    pub(crate) text: String,
}

/// Everything heard since the page began, in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Transcript(pub(crate) Vec<Heard>);

impl Transcript {
    /// Reads the page's `__log`.
    pub(crate) fn read(log: &Value) -> Self {
        let mut all: Vec<Heard> = log
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| Heard {
                at: entry["at"].as_f64().unwrap_or(f64::NAN),
                kind: entry["kind"].as_str().unwrap_or_default().to_owned(),
                text: entry["text"].as_str().unwrap_or_default().to_owned(),
            })
            .collect();
        all.sort_by(|a, b| a.at.total_cmp(&b.at));
        Self(all)
    }

    /// Those of one kind.
    pub(crate) fn of(&self, kind: &str) -> Vec<Heard> {
        self.0.iter().filter(|heard| heard.kind == kind).cloned().collect()
    }

    /// What was heard from `from` on, in milliseconds.
    pub(crate) fn since(&self, from: f64) -> Self {
        Self(self.0.iter().filter(|heard| heard.at >= from).cloned().collect())
    }

    /// The times at which a tone began; the partials of a bell and the two strokes of a signal count once.
    pub(crate) fn strikes(&self) -> Vec<f64> {
        let mut times: Vec<f64> = self.of("tone").iter().map(|tone| tone.at).collect();
        times.dedup_by(|later, earlier| *later - *earlier < 450.0);
        times
    }

    /// The most lines spoken within any `window` milliseconds: a burst shows here.
    pub(crate) fn densest(&self, kind: &str, window: f64) -> usize {
        let times: Vec<f64> = self.of(kind).iter().map(|heard| heard.at).collect();
        times
            .iter()
            .map(|start| times.iter().filter(|at| (*start..*start + window).contains(*at)).count())
            .max()
            .unwrap_or(0)
    }
}
