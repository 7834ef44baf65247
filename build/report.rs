//! Says what is wrong with one record, at its line; the checks that every kind of record shares.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{File, Problem};
use super::records::{ExerciseRecord, SourceRecord};

/// Reports problems of one record.
pub(crate) struct Reporter<'r, 'p> {
    file: &'r File,
    /// The field that the record is found by, such as `"code": "BL04"`.
    record: String,
    /// Its code or slug.
    pub(crate) name: &'r str,
    problems: &'p mut Vec<Problem>,
}

impl<'r, 'p> Reporter<'r, 'p> {
    /// For a record that is found by its code.
    pub(crate) fn code(file: &'r File, name: &'r str, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, record: format!("\"code\": \"{name}\""), name, problems }
    }

    /// For a record that is found by its slug.
    pub(crate) fn slug(file: &'r File, name: &'r str, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, record: format!("\"slug\": \"{name}\""), name, problems }
    }

    /// For words that stand under their code or slug.
    pub(crate) fn words(file: &'r File, name: &'r str, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, record: format!("\"{name}\""), name, problems }
    }

    /// Reports at the line of `field`, or at the record where the field is missing.
    pub(crate) fn report(&mut self, field: &str, message: &str) {
        self.report_at(&[&format!("\"{field}\"")], message);
    }

    /// Reports at the last of `needles`, each looked for after the one before.
    pub(crate) fn report_at(&mut self, needles: &[&str], message: &str) {
        let mut all = vec![self.record.as_str()];
        all.extend(needles);
        let message = format!("{}: {message}", self.name);
        self.problems.push(self.file.problem(&all, message));
    }

    /// The number is the one that is reserved for the code.
    pub(crate) fn check_number(&mut self, numbers: &BTreeMap<String, u16>, number: u16) {
        match numbers.get(self.name) {
            None => self.report("code", "is not in data/numbers.json"),
            Some(reserved) if *reserved != number => {
                self.report("number", &format!("{number} is not its permanent number {reserved}"));
            }
            Some(_) => {}
        }
    }

    /// The slug holds only a to z, 0 to 9 and -.
    pub(crate) fn check_slug(&mut self, slug: &str) {
        let plain = !slug.is_empty()
            && slug
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !plain {
            self.report("slug", &format!("\"{slug}\" may hold only a to z, 0 to 9 and -"));
        }
    }

    /// The code or slug was not there before.
    pub(crate) fn check_once(&mut self, field: &str, seen: &mut BTreeSet<&'r str>) {
        if !seen.insert(self.name) {
            self.report(field, &format!("{field} {} is there twice", self.name));
        }
    }

    /// There is at least one source, and each is known.
    pub(crate) fn check_sources(
        &mut self,
        known: &BTreeMap<String, SourceRecord>,
        sources: &[String],
    ) {
        for message in source_problems(known, sources) {
            self.report("sources", &message);
        }
    }

    /// Each exercise is in the library, and none is named twice.
    pub(crate) fn check_exercises(
        &mut self,
        by_code: &BTreeMap<&str, &ExerciseRecord>,
        field: &str,
        codes: &[String],
    ) {
        let field = format!("\"{field}\"");
        for (index, code) in codes.iter().enumerate() {
            let at = [field.as_str(), &format!("\"{code}\"")];
            if !by_code.contains_key(code.as_str()) {
                self.report_at(&at, &format!("{code} is not in the library"));
            }
            if codes.iter().take(index).any(|earlier| earlier == code) {
                self.report_at(&at, &format!("{code} is named twice"));
            }
        }
    }
}

/// What is wrong with a list of source ids.
pub(crate) fn source_problems(
    known: &BTreeMap<String, SourceRecord>,
    sources: &[String],
) -> Vec<String> {
    if sources.is_empty() {
        return vec!["has no source".to_owned()];
    }
    let unknown = sources.iter().filter(|id| !known.contains_key(*id));
    unknown.map(|id| format!("source {id} is not in data/sources.json")).collect()
}
