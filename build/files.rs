//! Reads the data files and finds the line that a problem is about.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::care::{self, Care};
use super::learn::{self, Learn};
use super::records::{AreaFile, ExerciseText, Numbers, RoutineFile, RoutineText, SourceRecord};

/// One data file: its path below the project and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Path with forward slashes, such as `data/exercises/hip.json`.
    pub(crate) path: String,
    /// Whole text.
    pub(crate) text: String,
}

/// Why the library cannot be built, with the place to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Path of the file.
    pub(crate) file: String,
    /// Line in it, from 1.
    pub(crate) line: usize,
    /// What is wrong, with the bound it breaks.
    pub(crate) message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl File {
    /// The line of the last of `needles`, each looked for after the one before; line 1 if none is found.
    ///
    /// A needle that is not there is passed over, so a missing field is reported at its record.
    pub(crate) fn line_of(&self, needles: &[&str]) -> usize {
        let mut at = 0;
        for needle in needles {
            let found = self.text.get(at..).and_then(|rest| rest.find(needle));
            at += found.unwrap_or(0);
        }
        self.text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
    }

    /// A problem at the line that [`File::line_of`] finds.
    pub(crate) fn problem(&self, needles: &[&str], message: String) -> Problem {
        Problem { file: self.path.clone(), line: self.line_of(needles), message }
    }
}

/// Every data file in its own shape, each with the file it came from.
#[derive(Clone, Debug)]
pub(crate) struct Library<'f> {
    /// `data/numbers.json`.
    pub(crate) numbers: (&'f File, Numbers),
    /// `data/sources.json`.
    pub(crate) sources: (&'f File, BTreeMap<String, SourceRecord>),
    /// `data/exercises/*.json`.
    pub(crate) areas: Vec<(&'f File, AreaFile)>,
    /// `data/routines/*.json`.
    pub(crate) routines: Vec<(&'f File, RoutineFile)>,
    /// `data/text/en/exercises/*.json`, by code.
    pub(crate) exercise_texts: Vec<(&'f File, BTreeMap<String, ExerciseText>)>,
    /// `data/text/en/routines.json`, by code.
    pub(crate) routine_texts: (&'f File, BTreeMap<String, RoutineText>),
    /// Articles.
    pub(crate) learn: Learn<'f>,
    /// After-care cards, places never to press and frequency plans.
    pub(crate) care: Care<'f>,
}

/// Reads every `.json` file below `folder`, in order of path.
///
/// # Errors
/// A folder or file that cannot be read.
pub(crate) fn read(folder: &Path) -> std::io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path)?;
            files.push(File { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Parses all files; words and numbers outside their sets and ranges are refused here, at their line.
///
/// # Errors
/// One problem for each file that cannot be read as its shape, and for each single file that is missing.
pub(crate) fn parse(files: &[File]) -> Result<Library<'_>, Vec<Problem>> {
    let mut problems = Vec::new();
    let areas = many(files, "data/exercises/", &mut problems);
    let routines = many(files, "data/routines/", &mut problems);
    let exercise_texts = many(files, "data/text/en/exercises/", &mut problems);
    let numbers = one(files, "data/numbers.json", &mut problems);
    let sources = one(files, "data/sources.json", &mut problems);
    let routine_texts = one(files, "data/text/en/routines.json", &mut problems);
    let learn = learn::parse(files, &mut problems);
    let care = care::parse(files, &mut problems);
    match (numbers, sources, routine_texts, learn, care) {
        (Some(numbers), Some(sources), Some(routine_texts), Some(learn), Some(care))
            if problems.is_empty() =>
        {
            Ok(Library {
                numbers,
                sources,
                areas,
                routines,
                exercise_texts,
                routine_texts,
                learn,
                care,
            })
        }
        _ => Err(problems),
    }
}

/// Every file of a folder in its shape, with a problem for each that has another one.
pub(crate) fn many<'f, T: DeserializeOwned>(
    files: &'f [File],
    folder: &str,
    problems: &mut Vec<Problem>,
) -> Vec<(&'f File, T)> {
    let mut parsed = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with(folder)) {
        match parse_one(file) {
            Ok(value) => parsed.push((file, value)),
            Err(problem) => problems.push(problem),
        }
    }
    parsed
}

/// The file of this path in its shape; `None` with a problem where it is missing or has another one.
pub(crate) fn one<'f, T: DeserializeOwned>(
    files: &'f [File],
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<(&'f File, T)> {
    let found = many(files, path, problems).into_iter().next();
    if found.is_none() && problems.is_empty() {
        problems.push(Problem {
            file: path.to_owned(),
            line: 1,
            message: "file is missing".to_owned(),
        });
    }
    found
}

fn parse_one<T: DeserializeOwned>(file: &File) -> Result<T, Problem> {
    serde_json::from_str(&file.text).map_err(|error| Problem {
        file: file.path.clone(),
        line: error.line().max(1),
        message: error.to_string(),
    })
}
