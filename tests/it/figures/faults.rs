//! Every rule can fail: one fault at a time is planted in a figure that ships, and its rule finds it.

use unknot::figure::pose::Figure;
use unknot::figure::scene::split;

use super::rules::{
    drifting, falling, hasty, inside_things, missing_tool, off_glow, off_skin, off_surface,
    on_no_go, out_of_reach, outside_box, overbent, tangled,
};
use super::{Measured, Moment, files, measure, numbers, poses, real};

type Rule = fn(&Figure, &Moment) -> Vec<String>;

/// In the figure of `code`, the first `from` becomes `to`; `rule` then finds something.
struct Fault {
    code: &'static str,
    from: &'static str,
    to: &'static str,
    rule: Rule,
}

#[rustfmt::skip]
const FAULTS: &[(&str, Fault)] = &[
    ("F2 the head hangs over its pillow", Fault { code: "MB13", from: "head pillow", to: "head table", rule: off_surface }),
    ("F3 the hand is to be out of reach", Fault { code: "HN09", from: "[17, 48, -8]", to: "[70, 48, -8]", rule: out_of_reach }),
    ("F4 the foot is in the floor", Fault { code: "FR09", from: "[-26, 4, 25]", to: "[-26, -4, 25]", rule: inside_things }),
    ("F4 the chair stands in the body", Fault { code: "BR04", from: "\"at\": [22, 0, 0]", to: "\"at\": [8, 0, 0]", rule: inside_things }),
    ("F5 the hand is in the belly", Fault { code: "HN09", from: "[17, 48, -8]", to: "[-1, 45, 0]", rule: tangled }),
    ("F6 the ball is under the thigh and told to be on it", Fault { code: "BL11", from: "l-thigh/180/0.42 seat", to: "l-thigh/0/0.42 seat", rule: off_skin }),
    ("F6 the ball is on the spine", Fault { code: "BL03", from: "low/138/0.45 wall", to: "low/175/0.45 wall", rule: on_no_go }),
    ("F6 it glows elsewhere", Fault { code: "BL03", from: "\"glow\": [\"low/150/0.4\"]", to: "\"glow\": [\"head/0/0\"]", rule: off_glow }),
    ("F7 the wrist bends farther than wrists do", Fault { code: "MB10", from: "\"point\": [1, 0, 0]", to: "\"point\": [-1, 0, 0]", rule: overbent }),
    ("F8 the hips do not go back", Fault { code: "MB15", from: "[-11, 49.5, 0]", to: "[6, 49.5, 0]", rule: falling }),
];

/// The figure of `code` as it is in the data with `from` replaced by `to` in its own record.
fn planted(code: &str, from: &str, to: &str) -> Measured {
    let mut files: Vec<files::File> = real();
    let start = format!("\"code\": \"{code}\"");
    let file =
        files.iter_mut().find(|it| it.path.starts_with(poses::FOLDER) && it.text.contains(&start));
    let file = file.unwrap_or_else(|| panic!("{code} has no figure"));
    let (before, record) = file.text.split_once(&start).expect("the record");
    assert!(record.contains(from), "{code} has no {from}");
    file.text = format!("{before}{start}{}", record.replacen(from, to, 1));
    let figures = poses::parse(&files, &numbers()).unwrap_or_else(|it| panic!("{code}: {it:?}"));
    let figure = figures.into_iter().map(|(_, it)| it).find(|it| it.code == code);
    measure(figure.expect("the figure"))
}

fn found(measured: &Measured, rule: Rule) -> Vec<(bool, String)> {
    let moments = measured.moments.iter();
    let lines =
        moments.flat_map(|it| rule(&measured.figure, it).into_iter().map(|line| (it.is_key, line)));
    lines.collect()
}

#[test]
fn a_fault_in_a_figure_is_found_by_its_rule() {
    // F2 to F8
    for (name, fault) in FAULTS {
        let measured = planted(fault.code, fault.from, fault.to);
        assert!(!found(&measured, fault.rule).is_empty(), "not found: {name}");
        let sound = planted(fault.code, "\"", "\"");
        assert!(found(&sound, fault.rule).is_empty(), "{name} is there without the fault");
    }
}

#[test]
fn a_fault_between_two_sound_key_poses_is_found() {
    // F9: the hand goes from the chest to behind the hip, through the trunk.
    let on_the_chest =
        "\"skin\": \"top/34/0.72\", \"bend\": [0.5, -1, 0.5], \"point\": [-0.2, 0.4, -1]";
    let measured =
        planted("HN14", on_the_chest, "\"world\": [-14, 50, 18], \"bend\": [-1, 0, 0.6]");
    let found = found(&measured, tangled);
    assert!(found.iter().any(|(is_key, _)| !is_key), "not found between the key poses");
    assert!(found.iter().all(|(is_key, _)| !is_key), "the key poses are sound: {found:?}");
}

#[test]
fn a_tool_that_is_not_shown_is_missed() {
    // F6
    let bare = planted("BL03", "{\"kind\": \"wall\"}, ", "");
    assert!(missing_tool(&bare.figure).is_some(), "no wall is shown");
}

#[test]
fn a_drawing_without_stops_between_drifts_away() {
    // F10
    let wide = planted("ST13", "\"", "\"");
    assert!(drifting(&wide.figure, split).is_empty());
    assert!(!drifting(&wide.figure, |_, _, _, _| Vec::new()).is_empty(), "an arm goes overhead");
}

#[test]
fn a_drawing_that_hangs_out_of_its_box_is_found() {
    // F11
    let whole = planted("ST13", "\"", "\"");
    let mut narrow = whole.figure.clone();
    narrow.frame.parts = vec![unknot::figure::body::Part::Head];
    assert!(outside_box(&whole.figure, &whole).is_empty());
    assert!(!outside_box(&narrow, &whole).is_empty(), "only the head has room");
}

#[test]
fn a_motion_faster_than_its_cue_is_found() {
    // F12
    let fast = planted(
        "MB01",
        "\"seconds\": 4, \"hold\": 0.5, \"joints\": {\"root\": 98",
        "\"seconds\": 1, \"hold\": 0.5, \"joints\": {\"root\": 98",
    );
    assert!(!hasty(&fast.figure).is_empty(), "the cue says four seconds each way");
}
