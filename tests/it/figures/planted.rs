//! Pose files with one fault planted at a time: each is refused with its file and line.

use super::{files, numbers, poses, real};

const LOW_BACK: &str = "data/poses/lower-back.json";
const BASES: &str = "data/poses/bases.json";

/// In `file`, the first `from` becomes `to`; a problem then says `says` at a line that holds `line`.
struct Plant {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static str,
    line: &'static str,
}

#[rustfmt::skip]
const PLANTS: &[Plant] = &[
    Plant { file: LOW_BACK, from: "\"spine\"", to: "\"spline\"", says: "unknown joint \"spline\"", line: "spline" },
    Plant { file: LOW_BACK, from: "\"root\": -7", to: "\"root\": -187", says: "-187 degrees is out of range, -180 to 180", line: "-187" },
    Plant { file: LOW_BACK, from: "\"l-knee\": 100", to: "\"l-knee\": 160", says: "160 degrees is out of range, 0 to 150", line: "160" },
    Plant { file: BASES, from: "\"knee\": 86", to: "\"knee\": -5", says: "-5 degrees is out of range", line: "-5" },
    Plant { file: LOW_BACK, from: "\"ball\"", to: "\"bowl\"", says: "unknown prop \"bowl\"", line: "bowl" },
    Plant { file: LOW_BACK, from: "\"stand-back-to-wall\"", to: "\"handstand\"", says: "BL03: unknown base \"handstand\"", line: "BL03" },
    Plant { file: LOW_BACK, from: "\"keys\": [", to: "\"keys\": [], \"old\": [", says: "unknown field `old`", line: "old" },
    Plant { file: LOW_BACK, from: "\"keys\": [", to: "\"kays\": [", says: "unknown field `kays`", line: "kays" },
    Plant { file: LOW_BACK, from: "\"BL03\"", to: "\"BL93\"", says: "BL93: is not an exercise", line: "BL93" },
    Plant { file: LOW_BACK, from: "\"BL03\"", to: "\"HN05\"", says: "HN05: has two figures", line: "HN05" },
    Plant { file: LOW_BACK, from: "\"swing\"", to: "\"spin\"", says: "unknown cycle \"spin\"", line: "spin" },
    Plant { file: LOW_BACK, from: "wall ball", to: "sky ball", says: "unknown rest", line: "sky ball" },
    Plant { file: LOW_BACK, from: "low/150/0.4", to: "tail/150/0.4", says: "unknown spot", line: "tail" },
    Plant { file: LOW_BACK, from: "\"side\"", to: "\"inside\"", says: "ViewRecord", line: "inside" },
];

#[test]
fn a_fault_in_a_pose_file_is_refused_with_file_and_line() {
    // F1
    let real = real();
    for plant in PLANTS {
        let mut files: Vec<files::File> = real.clone();
        let file = files.iter_mut().find(|it| it.path == plant.file).expect("the pose file");
        assert!(file.text.contains(plant.from), "{} is not in {}", plant.from, plant.file);
        file.text = file.text.replacen(plant.from, plant.to, 1);
        let text = file.text.clone();
        let problems = poses::parse(&files, &numbers()).expect_err(plant.says);
        let told = problems.iter().find(|it| it.message.contains(plant.says));
        let told = told.unwrap_or_else(|| panic!("{} was not said: {problems:?}", plant.says));
        assert_eq!(told.file, plant.file);
        let line = text.lines().nth(told.line - 1).unwrap_or_default();
        assert!(line.contains(plant.line), "{told} points at: {line}");
    }
}

#[test]
fn a_figure_without_a_key_pose_is_refused() {
    // F1
    let mut files = real();
    let file = files.iter_mut().find(|it| it.path == LOW_BACK).expect("the pose file");
    let (before, rest) = file.text.split_once("\"keys\": [").expect("keys");
    let (_, after) = rest.split_once("\n      ]").expect("the end of the keys");
    file.text = format!("{before}\"keys\": []{after}");
    let problems = poses::parse(&files, &numbers()).expect_err("no key pose");
    assert!(problems.iter().any(|it| it.message.contains("0 key poses; 1 to 4")), "{problems:?}");
}
