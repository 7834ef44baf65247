//! Writes the file of words that the page fetches behind the first screen; `src/catalog/words.rs` reads it.

use std::collections::BTreeSet;

use super::check;
use super::files::Library;
use super::records::Standing;

/// Between the items of one field; the build lets no such character into a text.
const ITEM: &str = "\u{1f}";

/// The file's id, made from its content, and its text.
pub(crate) fn words(library: &Library<'_>) -> (String, String) {
    let mut lines = String::new();
    for (_, _, it) in &check::exercises(library) {
        let Some(text) = check::exercise_text(library, &it.code) else { continue };
        let (cues, cautions) = (text.cues.join(ITEM), text.cautions.join(ITEM));
        let number = it.number.to_string();
        let fields = [&text.muscles, &text.set_up, &cues, &text.feel, &cautions, &text.easier];
        line(&mut lines, "exercise", &number, &fields.map(String::as_str));
    }
    for (_, it) in &check::routines(library) {
        let Some(text) = library.routine_texts.1.get(&it.code) else { continue };
        line(&mut lines, "routine", &it.number.to_string(), &[&text.for_whom, &text.how_often]);
    }
    let used = used_sources(library);
    for (id, it) in library.sources.1.iter().filter(|(id, _)| used.contains(id.as_str())) {
        line(&mut lines, "source", id, &[standing(it.standing), &it.label]);
    }
    let id = format!("{:016x}", fnv(&lines));
    let text = format!("unknot words 1 {id}\n{lines}end\n");
    (id, text)
}

/// Ids of the sources that something in the library names.
fn used_sources<'l>(library: &'l Library<'_>) -> BTreeSet<&'l str> {
    let exercises = check::exercises(library).into_iter().flat_map(|(_, _, it)| &it.sources);
    let routines = check::routines(library).into_iter().flat_map(|(_, it)| &it.sources);
    exercises.chain(routines).map(String::as_str).collect()
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Seen => "seen",
        Standing::Background => "background",
        Standing::Known => "known",
        Standing::Rule => "rule",
    }
}

fn line(out: &mut String, kind: &str, key: &str, fields: &[&str]) {
    out.push_str(kind);
    for field in [key].iter().chain(fields) {
        out.push('\t');
        out.push_str(field);
    }
    out.push('\n');
}

/// FNV-1a, 64 bits: the same on every machine, and nobody gains by making two files collide.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
