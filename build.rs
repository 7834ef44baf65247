//! Turns the library in `data/` into static Rust, or says with file and line why it cannot.

#[path = "build/care.rs"]
mod care;
#[path = "build/check.rs"]
mod check;
#[path = "build/conditions.rs"]
mod conditions;
#[path = "build/domain.rs"]
pub mod domain;
#[path = "build/emit.rs"]
mod emit;
#[path = "build/emit_conditions.rs"]
mod emit_conditions;
#[path = "build/emit_longest.rs"]
mod emit_longest;
#[path = "build/emit_synonyms.rs"]
mod emit_synonyms;
#[path = "src/figure/mod.rs"]
pub mod figure;
#[path = "build/files.rs"]
mod files;
#[path = "build/learn.rs"]
mod learn;
#[path = "build/limits.rs"]
mod limits;
#[path = "build/pose_records.rs"]
mod pose_records;
#[path = "build/poses.rs"]
mod poses;
#[path = "build/records.rs"]
mod records;
#[path = "build/report.rs"]
mod report;
#[path = "build/synonyms.rs"]
mod synonyms;
#[path = "build/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/figure");
    if std::env::var("TARGET").is_ok_and(|it| it.starts_with("wasm32")) {
        // Which data each function uses: tools/site/linked.mjs reads it, and the finished site has none of it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        // Half of what is usual: the addresses behind it then take a byte less wherever code names one.
        println!("cargo::rustc-link-arg-bins=-zstack-size=524288");
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let out = std::env::var("OUT_DIR").map_err(|error| vec![format!("OUT_DIR: {error}")])?;
    let files = files::read(Path::new("data")).map_err(|error| vec![format!("data: {error}")])?;
    let library = files::parse(&files).map_err(|problems| lines(&problems))?;
    let conditions = conditions::parse(&files).map_err(|problems| lines(&problems))?;
    let mut problems = check::check(&library);
    problems.extend(conditions::check(&conditions, &library.sources.1));
    if !problems.is_empty() {
        return Err(lines(&problems));
    }
    let figures = poses::parse(&files, &numbers_by_code(&library)).map_err(|it| lines(&it))?;
    let synonyms = synonyms::read(&files, &library).map_err(|problems| lines(&problems))?;
    let (id, words) = words::words(&library, &conditions);
    write(&out, "figures.txt", &figure::write::write(&figures))?;
    write(&out, "words-en.txt", &words)?;
    write(&out, "library.rs", &emit::emit(&library, &id))?;
    write(&out, "longest.rs", &emit_longest::emit(&library))?;
    write(&out, "synonyms.rs", &emit_synonyms::emit(&library, &synonyms))?;
    write(&out, "conditions.rs", &emit_conditions::emit(&conditions))
}

/// The permanent number of every exercise, by its code.
fn numbers_by_code<'l>(library: &'l files::Library<'_>) -> BTreeMap<&'l str, u16> {
    check::exercises(library).iter().map(|(_, _, it)| (it.code.as_str(), it.number)).collect()
}

fn write(out: &str, name: &str, text: &str) -> Result<(), Vec<String>> {
    let path = Path::new(out).join(name);
    std::fs::write(&path, text).map_err(|error| vec![format!("{}: {error}", path.display())])
}

fn lines(problems: &[files::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
