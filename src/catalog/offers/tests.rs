use super::*;

fn slugs(routines: &[&Routine]) -> Vec<&'static str> {
    routines.iter().map(|it| it.slug).collect()
}

fn choice(area: Option<Area>, minutes: Option<u8>, tool: Option<Tool>) -> Choice {
    Choice { area, minutes, tool }
}

#[test]
fn no_answer_offers_the_first_routine_and_leaves_nothing_out() {
    let all = offers(Choice::default());
    assert_eq!(all.best().map(|it| it.slug), Some("lower-back-10"));
    assert_eq!(all.fits.len(), routines().len());
    assert!(all.near.is_empty());
}

#[test]
fn an_area_alone_offers_its_ten_minutes_first() {
    let back = offers(choice(Some(Area::LowerBack), None, None));
    assert_eq!(back.best().map(|it| it.slug), Some("lower-back-10"));
    assert!(back.fits.iter().all(|it| it.area == Area::LowerBack), "{:?}", slugs(&back.fits));
    let neck = offers(choice(Some(Area::Neck), None, None));
    assert_eq!(neck.best().map(|it| it.slug), Some("upper-back-neck-10"));
}

#[test]
fn all_three_answers_narrow_to_what_fits_them() {
    let found = offers(choice(Some(Area::LowerBack), Some(5), Some(Tool::Chair)));
    assert_eq!(found.best().map(|it| it.slug), Some("lower-back-5"));
    assert!(found.fits.iter().all(|it| it.minutes == 5));
    assert!(found.fits.iter().all(|it| tools(it).iter().all(|tool| *tool == Tool::Chair)));
}

#[test]
fn a_roller_is_used_when_there_is_one_and_never_needed_when_there_is_none() {
    let back = |tool| offers(choice(Some(Area::LowerBack), None, Some(tool)));
    let best = back(Tool::Roller).best().map(tools).unwrap_or_default();
    assert!(best.contains(&Tool::Roller), "{best:?}");
    for tool in [Tool::Ball, Tool::Hands, Tool::Nothing, Tool::Chair] {
        assert!(back(tool).fits.iter().all(|it| !tools(it).contains(&Tool::Roller)), "{tool:?}");
    }
    for tool in [Tool::Hands, Tool::Nothing, Tool::Chair] {
        let fits = back(tool).fits;
        assert!(!fits.is_empty(), "{tool:?}");
        assert!(fits.iter().all(|it| !tools(it).contains(&Tool::Ball)), "{tool:?}");
    }
}

#[test]
fn when_nothing_fits_the_nearest_come_shorter_before_longer() {
    let hip = offers(choice(Some(Area::Hip), Some(30), Some(Tool::Chair)));
    assert!(hip.fits.is_empty(), "{:?}", slugs(&hip.fits));
    assert!(!hip.near.is_empty() && hip.near.len() <= Offers::MAX_NEAR);
    assert!(minutes_cost(15, 10) < minutes_cost(15, 20));
}

#[test]
fn every_choice_that_home_allows_offers_something() {
    for area in Area::ALL.iter().copied().map(Some).chain([None]) {
        for minutes in Choice::MINUTES.map(Some).into_iter().chain([None]) {
            for tool in Choice::TOOLS.map(Some).into_iter().chain([None]) {
                let asked = choice(area, minutes, tool);
                let found = offers(asked);
                assert!(found.best().is_some(), "{asked:?}");
                let fit = |it: &&Routine| minutes.is_none_or(|minutes| it.minutes == minutes);
                assert!(found.fits.iter().all(fit), "{asked:?}: {:?}", slugs(&found.fits));
            }
        }
    }
}

#[test]
fn comfort_and_gated_routines_are_not_offered_under_another_area() {
    for area in [Area::Calf, Area::Foot, Area::Head, Area::Arm, Area::Thigh] {
        let found = offers(choice(Some(area), None, None));
        let strange = found
            .fits
            .iter()
            .chain(&found.near)
            .find(|it| it.area != area && it.area != Area::WholeBody && it.goal != Goal::Ease);
        assert_eq!(strange.map(|it| it.slug), None, "{area:?}");
    }
}

/// Steps of `it` in `area`, and all of them.
fn there(area: Area, it: &Routine) -> (usize, usize) {
    (steps_of(it).filter(|it| it.area == area).count(), it.steps.len())
}

#[test]
fn an_area_without_a_routine_of_its_own_gets_those_with_most_steps_there() {
    let without = |area: &&Area| routines().iter().all(|it| it.area != **area);
    let (mut fitting, mut near) = (0, 0);
    for area in Area::ALL.iter().filter(without) {
        let ease = routines().iter().filter(|it| it.goal == Goal::Ease);
        let mut costs: Vec<(u32, usize, usize)> = Vec::new();
        for it in ease {
            let (there, of) = there(*area, it);
            match area_cost(*area, it) {
                Some(cost) => costs.push((cost, there, of)),
                None => assert_eq!(there, 0, "{area:?} {}", it.slug),
            }
        }
        for (cost, there, of) in &costs {
            assert!(*there > 0 && *cost >= 128, "behind one of its own");
            assert_eq!(*cost < MISFIT, there * 3 >= *of, "{area:?}: {there} of {of}");
            for (other, less, all) in &costs {
                let is_less = less * 128 / all < there * 128 / of;
                assert!(
                    !is_less || other > cost,
                    "{area:?}: {there} of {of} before {less} of {all}"
                );
            }
        }
        let fit = costs.iter().filter(|it| it.0 < MISFIT).count();
        (fitting, near) = (fitting + fit, near + costs.len() - fit);
        let last = costs.iter().map(|it| it.0).max().unwrap_or(0);
        for it in routines().iter().filter(|it| it.goal == Goal::Gentle) {
            let cost = area_cost(*area, it);
            assert_eq!(cost.is_some(), it.area == Area::WholeBody, "{area:?} {}", it.slug);
            assert!(cost.is_none_or(|it| it > last && it > 4 * MISFIT), "{area:?} {}", it.slug);
        }
    }
    assert!(fitting > 0 && near > 0, "control: {fitting} {near}");
    let back = routines().iter().filter(|it| it.area != Area::LowerBack && it.goal == Goal::Ease);
    assert!(back.map(|it| area_cost(Area::LowerBack, it)).all(|it| it.is_none()), "it has its own");
}

#[test]
fn a_minute_more_than_asked_costs_as_much_as_two_less() {
    assert_eq!(minutes_cost(15, 15), 0);
    assert_eq!(minutes_cost(15, 14), MISFIT + MISFIT / 4);
    assert_eq!(minutes_cost(15, 16), minutes_cost(15, 13));
    assert_eq!(minutes_cost(15, 20), minutes_cost(15, 5));
    assert!(minutes_cost(15, 5) > minutes_cost(15, 10));
}

#[test]
fn hands_are_used_by_who_names_them_and_left_alone_by_who_names_nothing() {
    let (mut with, mut without) = (0, 0);
    for it in routines() {
        let presses = tools(it).iter().any(|tool| PRESSING.contains(tool));
        let hands = steps_of(it).any(|step| step.tool == Tool::Hands);
        let costs = (tool_cost(Tool::Hands, it), tool_cost(Tool::Nothing, it));
        let behind = tool_cost(Tool::Roller, it);
        match (presses, hands) {
            (true, _) => assert!(costs.0 > 2 * MISFIT && costs.1 > 2 * MISFIT, "{}", it.slug),
            (false, true) => assert_eq!(costs, (0, behind), "{}", it.slug),
            (false, false) => assert_eq!(costs, (behind, 0), "{}", it.slug),
        }
        (with, without) = (with + usize::from(hands), without + usize::from(!hands));
        let has = |tool: Tool| tools(it).contains(&tool);
        let uses = !has(Tool::Roller) && (has(Tool::Ball) || has(Tool::TwoBalls));
        assert_eq!(tool_cost(Tool::Ball, it) == 0, uses, "{}", it.slug);
    }
    assert!(with > 0 && without > 0, "control: {with} {without}");
}

#[test]
fn what_fits_less_well_still_comes_before_gentle_and_gentle_before_comfort() {
    assert_eq!(goal_cost(Goal::Ease), 0);
    assert!(goal_cost(Goal::Gentle) > 256 + 64);
    assert!(goal_cost(Goal::Comfort) > goal_cost(Goal::Gentle) + 256 + 64);
    assert!(goal_cost(Goal::Comfort) < MISFIT);
}

#[test]
fn comfort_that_does_not_fit_comes_after_all_that_does_not_fit_either() {
    let asked = choice(Some(Area::LowerBack), Some(30), None);
    for it in routines().iter().filter(|it| it.area == Area::LowerBack && it.minutes != 30) {
        let sum = minutes_cost(30, it.minutes) + goal_cost(it.goal);
        let more = cost(asked, it).unwrap() - sum;
        assert_eq!(more, if it.goal == Goal::Comfort { 4 * MISFIT } else { 0 }, "{}", it.slug);
    }
    let fits = choice(Some(Area::LowerBack), None, None);
    let comfort = |it: &&&Routine| it.goal == Goal::Comfort;
    assert!(offers(fits).fits.iter().find(comfort).is_some(), "where it fits it is offered");
}

#[test]
fn every_exercise_that_needs_no_word_first_is_counted_in_its_area() {
    let all: usize = Area::ALL.iter().map(|area| exercises_of(*area)).sum();
    let free = super::super::exercises().iter().filter(|it| !it.needs_signoff).count();
    assert_eq!(all, free);
    assert!(exercises_of(Area::LowerBack) > exercises_of(Area::Head));
}
