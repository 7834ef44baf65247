//! Every figure that ships keeps every rule (`docs/spec/figures.md`, F2 to F12).

use unknot::figure::scene::split;

use super::rules::{
    drifting, falling, hasty, inside_things, missing_tool, off_glow, off_skin, off_surface,
    on_no_go, out_of_reach, outside_box, overbent, tangled,
};
use super::{assert_everywhere, figures, measured};

// F2
#[test]
fn what_bears_weight_lies_on_its_surface() {
    assert_everywhere(off_surface);
}

// F3
#[test]
fn hands_and_feet_reach_their_places() {
    assert_everywhere(out_of_reach);
}

// F4
#[test]
fn nothing_is_inside_floor_wall_or_furniture() {
    assert_everywhere(inside_things);
}

// F5
#[test]
fn no_limb_passes_through_the_body() {
    assert_everywhere(tangled);
}

// F6
#[test]
fn the_tool_touches_the_skin() {
    assert_everywhere(off_skin);
}

// F6
#[test]
fn no_tool_touches_a_place_that_is_never_pressed() {
    assert_everywhere(on_no_go);
}

// F6
#[test]
fn the_tool_presses_where_the_figure_glows() {
    assert_everywhere(off_glow);
}

// F6
#[test]
fn every_tool_of_an_exercise_is_in_its_figure() {
    for measured in measured() {
        let missing = missing_tool(&measured.figure);
        assert!(missing.is_none(), "{} shows no {missing:?}", measured.figure.code);
    }
}

// F7
#[test]
fn joints_stay_within_human_range() {
    assert_everywhere(overbent);
}

// F8
#[test]
fn who_does_not_lean_is_balanced() {
    assert_everywhere(falling);
}

// F10
#[test]
fn the_drawing_stays_near_the_solved_pose_between_its_stops() {
    for (_, figure) in figures() {
        let drifting = drifting(&figure, split);
        assert!(drifting.is_empty(), "{}", drifting.join("\n"));
    }
}

// F11
#[test]
fn the_drawing_stays_inside_its_box() {
    for measured in measured() {
        let cut = outside_box(&measured.figure, measured);
        assert!(cut.is_empty(), "{}", cut.join("\n"));
    }
}

// F12
#[test]
fn the_motion_is_as_slow_as_the_cues_say() {
    for (_, figure) in figures() {
        let hasty = hasty(&figure);
        assert!(hasty.is_empty(), "{}", hasty.join("\n"));
    }
}
