//! Links of released versions: `tests/fixtures/links/golden/NAME.link` with all that is in it in `NAME.txt`.

use std::fs;
use std::path::{Path, PathBuf};

use unknot::codec::link::{MAX_CHARS, decode, encode};
use unknot::domain::shared::{Amount, GapSecs, SharedRoutine, Step, What};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links/golden")
}

/// Every golden link with its name.
pub(super) fn links() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder()).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|it| it == "link") {
            let link = fs::read_to_string(&path).unwrap().trim_end().to_owned();
            found.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), link));
        }
    }
    found.sort();
    found
}

/// All that is in a routine, a line each.
pub(super) fn told(routine: &SharedRoutine) -> String {
    let mut lines = vec![
        format!("title {:?}", routine.title.as_str()),
        format!("note {:?}", routine.note.as_str()),
        format!("aftercare {}", routine.aftercare.0.get()),
    ];
    if let Some(it) = routine.schedule {
        let (times, days, weeks) = (it.times.get(), it.days.get(), it.weeks.get());
        lines.push(format!("schedule {times} a day, {days} days, {weeks} weeks"));
    }
    let maker = &routine.from;
    let maker = [&maker.name, &maker.profession, &maker.contact].map(|it| it.as_str().to_owned());
    lines.push(format!("maker {maker:?}"));
    if let Some(it) = routine.pace {
        let gaps = [it.first, it.same_posture, it.new_posture, it.switch].map(GapSecs::get);
        lines.push(format!("pace {gaps:?}"));
    }
    lines.extend(routine.sound.map(|it| format!("sound {}", it.slug())));
    lines.extend(routine.dated.map(|it| format!("day {}", it.days_since_2025())));
    lines.extend(routine.reply_to.map(|it| format!("reply {:?}", it.0)));
    lines.extend(routine.steps.iter().map(step_told));
    lines.join("\n") + "\n"
}

fn step_told(step: &Step) -> String {
    let what = match &step.what {
        What::Library(number) => format!("{}", number.get()),
        What::Custom(it) => format!(
            "described {:?} {:?} {} {} {}",
            it.name.as_str(),
            it.lines.as_str(),
            it.area.slug(),
            it.position.slug(),
            if it.two_sided { "each" } else { "together" }
        ),
    };
    let amount = match step.amount {
        Amount::Secs(secs) => format!("{} s", secs.get()),
        Amount::Breaths(breaths) => format!("{} breaths", breaths.get()),
    };
    let pressure = step.pressure.map_or("-".to_owned(), |it| it.rating().to_string());
    format!(
        "step {what}, {amount}, sets {}, {}, rest {}, pressure {pressure}, name {:?}, note {:?}",
        step.sets.get(),
        step.sides.slug(),
        step.rest.get(),
        step.stated_name.as_str(),
        step.note.as_str(),
    )
}

/// Fault: D7
#[test]
fn every_golden_link_is_read_the_same_for_ever() {
    // K12, D7
    let links = links();
    assert!(links.len() >= 6, "golden links are missing");
    for (name, link) in links {
        let expected = fs::read_to_string(folder().join(&name).with_extension("txt")).unwrap();
        let opened = decode(&link).unwrap();
        assert_eq!(told(&opened.routine), expected, "{name}");
        assert!(opened.newer_parts == 0 && !opened.text_changed, "{name}");
    }
}

/// Fault: D7, H5
#[test]
fn every_golden_link_is_written_the_same_again_and_ends_in_a_letter_or_digit() {
    // K13, K14, K15
    for (name, link) in links() {
        assert_eq!(encode(&decode(&link).unwrap().routine).unwrap(), link, "{name}");
        assert!(link.len() <= MAX_CHARS, "{name}");
        assert!(link.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)));
        assert!(link.ends_with(|it: char| it.is_ascii_alphanumeric()), "{name}");
    }
}
