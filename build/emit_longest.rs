//! Writes how long each exercise may be held at most, for its page.

use super::check;
use super::files::Library;

/// The static item that `src/catalog/longest.rs` includes: number and seconds, in order of number.
pub(crate) fn emit(library: &Library<'_>) -> String {
    let all = check::exercises(library);
    let rows: Vec<String> =
        all.iter().map(|(_, _, it)| format!("({}, {})", it.number, check::longest(it))).collect();
    format!("static LONGEST: [(u16, u16); {}] = [{}];\n", rows.len(), rows.join(", "))
}
