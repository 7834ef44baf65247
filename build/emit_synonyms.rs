//! Writes the checked synonyms as static Rust.

use std::collections::BTreeMap;

use super::check;
use super::files::Library;
use super::synonyms::{Group, Means, Synonyms};

/// The static items that `src/catalog/synonyms.rs` includes.
pub(crate) fn emit(library: &Library<'_>, synonyms: &Synonyms) -> String {
    let numbers: BTreeMap<&str, u16> =
        check::exercises(library).iter().map(|(_, _, it)| (it.code.as_str(), it.number)).collect();
    let rows: Vec<String> = synonyms.groups.iter().map(|it| row(it, &numbers)).collect();
    format!(
        "pub(super) static GROUPS: [Group; {}] = [\n    {},\n];\n\
         pub(super) const BODY_GROUPS: usize = {};\n\
         pub(super) static FILLER: &str = {:?};\n\
         pub(super) static CONDITIONS: &str = {:?};\n",
        rows.len(),
        rows.join(",\n    "),
        synonyms.body_groups,
        synonyms.filler,
        synonyms.conditions,
    )
}

fn row(group: &Group, numbers: &BTreeMap<&str, u16>) -> String {
    let means = match &group.means {
        Means::Variant(set, variant) => format!("Means::{set}({set}::{variant})"),
        Means::Exercises(codes) => {
            let ids = codes.iter().filter_map(|code| numbers.get(code.as_str()));
            let ids: Vec<String> = ids.map(|id| format!("ExerciseId({id})")).collect();
            format!("Means::Exercises(&[{}])", ids.join(", "))
        }
    };
    format!("Group {{ words: {:?}, means: {means} }}", group.words)
}
