//! What holds for every person and every routine, whoever made it.

use proptest::prelude::*;
use unknot::catalog;
use unknot::domain::body::{Area, AreaSet};
use unknot::domain::condition::{Act, Condition, ConditionId, Trouble};
use unknot::domain::dose::HoldSecs;
use unknot::domain::equipment::{Tool, ToolSet};
use unknot::domain::exercise::Exercise;
use unknot::domain::muscle::{Muscle, muscles};
use unknot::domain::routine::RoutineStep;
use unknot::domain::screening::{
    Cause, Complaint, Done, DoneStep, Fit, Health, Person, Replied, Replies, Reply, Request, Said,
    Screen, Shape, Shaped, Standing,
};
use unknot::domain::session::Outcome;
use unknot::domain::technique::Technique;

use super::day;
use super::people::{TODAY, library, rules};

const DAY_MILLIS: u64 = 86_400_000;

/// How one condition was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    No,
    Yes { areas: bool, cleared: bool },
}

fn any_answer() -> impl Strategy<Value = Told> {
    prop_oneof![
        1 => Just(Told::Nothing),
        12 => Just(Told::No),
        3 => (any::<bool>(), any::<bool>())
            .prop_map(|(areas, cleared)| Told::Yes { areas, cleared }),
    ]
}

/// Answers to all conditions; nothing is left unanswered.
fn all_answers() -> impl Strategy<Value = Vec<Told>> {
    let answer = prop_oneof![
        9 => Just(Told::No),
        1 => (any::<bool>(), Just(true)).prop_map(|(areas, cleared)| Told::Yes { areas, cleared }),
    ];
    prop::collection::vec(answer, catalog::conditions().len())
}

fn any_marks() -> impl Strategy<Value = Vec<(Area, Trouble)>> {
    let mark = (prop::sample::select(Area::ALL), prop::sample::select(Trouble::ALL));
    prop::collection::vec(mark, 0..3)
}

fn any_pain() -> impl Strategy<Value = Option<(u8, Option<Area>)>> {
    prop::option::of((0_u8..=10, prop::option::of(prop::sample::select(Area::ALL))))
}

fn tell(health: &mut Health, it: &Condition, said: Told) {
    let on = day(TODAY);
    match said {
        Told::Nothing => {}
        Told::No => {
            health.answer(rules(), it.id, false, on);
        }
        Told::Yes { areas, cleared } => {
            health.answer(rules(), it.id, true, on);
            if areas {
                health.set_areas(it.id, AreaSet::of(&[Area::Calf, Area::Arm]));
            }
            if cleared && it.highest().is_some_and(|act| act < Act::Urgent) {
                let clearable = health.clear(it, on, on);
                assert_eq!(clearable.is_ok(), it.does(Act::Clear), "{}", it.slug);
            }
        }
    }
}

/// A person's health; a follow-up is only told after a "yes".
fn health(answers: &[Told], marks: &[(Area, Trouble)], pain: Option<(u8, Option<Area>)>) -> Health {
    let mut health = Health::default();
    for (it, said) in catalog::conditions().iter().zip(answers) {
        let is_reached = it.after.is_none_or(|id| health.find(id).is_some_and(|told| told.yes));
        if is_reached {
            tell(&mut health, it, *said);
        }
    }
    for &(area, trouble) in marks {
        health.mark(area, trouble, day(TODAY));
    }
    health.looked_over(day(TODAY));
    if let Some((rating, area)) = pain {
        health.feel(rating, area, day(TODAY));
    }
    health
}

fn any_replies() -> impl Strategy<Value = Replies> {
    let complaint = prop::sample::select(Complaint::ALL);
    let exercise = (0..library().len()).prop_map(|at| library()[at].id);
    let step = (exercise, 0_u8..3, 0_u8..3).prop_map(|(exercise, outcome, eases)| DoneStep {
        exercise,
        outcome: Outcome::from_code(outcome).unwrap(),
        eases,
    });
    let session = (
        prop::collection::vec(step, 1..5),
        prop::option::of((0_usize..5, complaint)),
        prop::option::of(prop::sample::select(Reply::ALL)),
        any::<bool>(),
    );
    prop::collection::vec(session, 0..6).prop_map(|sessions| {
        let mut replies = Replies::default();
        let count = sessions.len();
        for (at, (steps, said, reply, enough)) in sessions.into_iter().enumerate() {
            let ago = i32::try_from(count - at).unwrap() * 2;
            let ended = (200 - u64::try_from(ago).unwrap()) * DAY_MILLIS;
            let said = said.map(|(at, complaint)| Said {
                exercise: steps[at % steps.len()].exercise,
                complaint,
            });
            replies.add(Done {
                ended,
                day: day(TODAY - ago),
                said: said.into_iter().collect(),
                steps,
                enough: enough && ago % 3 == 0,
                reply: None,
                still: None,
            });
            if let Some(reply) = reply {
                replies.reply(rules(), reply, ended + DAY_MILLIS, day(TODAY - ago + 1));
            }
        }
        replies
    })
}

fn any_steps() -> impl Strategy<Value = Vec<RoutineStep>> {
    let step = (0..library().len(), 5_u16..=600).prop_map(|(at, secs)| RoutineStep {
        exercise: library()[at].id,
        hold: HoldSecs::new(secs).unwrap(),
    });
    prop::collection::vec(step, 1..14)
}

fn any_tools() -> impl Strategy<Value = ToolSet> {
    let any =
        prop::sample::subsequence(Tool::ALL, 0..=Tool::ALL.len()).prop_map(ToolSet::from_iter);
    prop_oneof![Just(ToolSet::ALL), any]
}

fn person<'a>(health: &'a Health, standing: &'a Standing, sessions: u32) -> Person<'a> {
    Person { health, standing, sessions, today: day(TODAY) }
}

fn fits(health: &Health) -> Vec<Fit> {
    let standing = Standing::default();
    let screen = Screen::new(rules(), person(health, &standing, 10));
    library().iter().map(|it| screen.judge(it).fit).collect()
}

/// Every exercise is at least as far from allowed as before.
fn assert_no_more(before: &[Fit], after: &[Fit], what: &str) {
    for ((before, after), it) in before.iter().zip(after).zip(library()) {
        assert!(after >= before, "{what} takes {} from {before:?} to {after:?}", it.code);
    }
}

fn needs_tool(it: &Exercise, tools: ToolSet) -> bool {
    !tools.has(it.tool)
}

fn assert_lawful(screen: &Screen<'_>, request: &Request<'_>, shaped: &Shaped) {
    let mut massage: Vec<(Exercise, u16)> = Vec::new();
    let mut last = None;
    for it in &shaped.steps {
        let exercise = rules().exercise(it.step.exercise).unwrap();
        assert_eq!(screen.judge(exercise).fit, Fit::Allowed, "{}", exercise.code);
        assert!(!needs_tool(exercise, request.tools), "{} has no tool", exercise.code);
        assert!(last.is_none_or(|at| at < it.at), "order");
        assert_eq!(request.steps[it.at], it.was);
        last = Some(it.at);
        let limits = screen.limits();
        assert!(it.step.hold.secs() <= limits.longest(exercise), "{}", exercise.code);
        assert!(it.pressure.is_none_or(|cap| cap <= limits.pressure_cap && cap.rating() <= 5));
        assert_eq!(it.pressure.is_some(), exercise.pressure_cap.is_some());
        if it.is_swapped() {
            assert!(!exercise.needs_signoff, "{} waits for sign-off", exercise.code);
            assert!(!it.why.is_empty());
        }
        if exercise.technique.is_massage() {
            massage.push((*exercise, it.step.hold.secs()));
        }
    }
    for (exercise, _) in &massage {
        let same = massage.iter().filter(|(it, _)| it.id == exercise.id);
        let sum: u16 = same.map(|(_, secs)| secs).sum();
        assert!(sum <= exercise.longest.secs() && sum <= 180, "{} {sum} s", exercise.code);
    }
    for muscle in Muscle::ALL {
        let on = |it: &&unknot::domain::screening::ShapedStep| {
            it.pressure.is_some() && muscles(it.step.exercise).contains(muscle)
        };
        let sum: u16 = shaped.steps.iter().filter(on).map(|it| it.step.hold.secs()).sum();
        assert!(sum <= 180, "{muscle:?} {sum} s");
    }
    let out: Vec<usize> = shaped.left_out.iter().map(|it| it.at).collect();
    let mut all: Vec<usize> = shaped.steps.iter().map(|it| it.at).chain(out).collect();
    all.sort_unstable();
    assert_eq!(all, (0..request.steps.len()).collect::<Vec<_>>(), "every step is accounted for");
    assert!(shaped.left_out.is_sorted_by_key(|it| it.at));
    assert!(shaped.left_out.iter().all(|it| !it.why.is_empty()));
    let most = request.budget_secs.min(screen.limits().session_secs);
    assert!(shaped.total_secs <= most, "{} s of {most} s", shaped.total_secs);
}

proptest! {
    #[test]
    fn a_yes_never_allows_more_than_a_no(
        answers in all_answers(),
        marks in any_marks(),
        pain in any_pain(),
        which in any::<prop::sample::Index>(),
        areas in any::<bool>(),
    ) {
        // R33, law 1
        let at = which.index(answers.len());
        let mut no = answers.clone();
        no[at] = Told::No;
        let mut yes = answers;
        yes[at] = Told::Yes { areas, cleared: false };
        let name = catalog::conditions()[at].slug;
        assert_no_more(&fits(&health(&no, &marks, pain)), &fits(&health(&yes, &marks, pain)), name);
    }

    #[test]
    fn a_mark_or_stronger_pain_never_allows_more(
        answers in prop::collection::vec(any_answer(), catalog::conditions().len()),
        marks in any_marks(),
        pain in any_pain(),
        area in prop::sample::select(Area::ALL),
        trouble in prop::sample::select(Trouble::ALL),
    ) {
        // R39, R44, law 1
        let before = fits(&health(&answers, &marks, pain));
        let mut more = marks.clone();
        more.push((area, trouble));
        let name = format!("{trouble:?} on {area:?}");
        assert_no_more(&before, &fits(&health(&answers, &more, pain)), &name);
        let strong = pain.map_or((10, None), |(_, area)| (10, area));
        let name = "pain of 10";
        assert_no_more(&before, &fits(&health(&answers, &marks, Some(strong))), name);
    }

    #[test]
    fn an_unanswered_question_is_never_a_no_for_what_a_yes_would_change(
        answers in all_answers(),
        marks in any_marks(),
        which in any::<prop::sample::Index>(),
    ) {
        // R33, law 2
        let at = which.index(answers.len());
        let told = |said| {
            let mut answers = answers.clone();
            answers[at] = said;
            health(&answers, &marks, None)
        };
        let (no, yes, open) = (
            fits(&told(Told::No)),
            fits(&told(Told::Yes { areas: true, cleared: false })),
            fits(&told(Told::Nothing)),
        );
        let it = &catalog::conditions()[at];
        for (index, exercise) in library().iter().enumerate() {
            let softens = it.does(Act::Gentle) && !exercise.technique.is_rest();
            let is_reached = it.after.is_none_or(|id| told(Told::No).find(id).is_some_and(|told| told.yes));
            if is_reached && (no[index] != yes[index] || softens) {
                prop_assert!(open[index] > Fit::Allowed, "{} {}", it.slug, exercise.code);
            }
            prop_assert!(open[index] >= no[index]);
        }
    }

    #[test]
    fn a_fitted_routine_holds_nothing_forbidden_keeps_its_order_and_stays_within_its_time(
        answers in all_answers(),
        marks in any_marks(),
        pain in any_pain(),
        replies in any_replies(),
        sessions in 0_u32..6,
        steps in any_steps(),
        minutes in 5_u32..=30,
        tools in any_tools(),
    ) {
        // R60 to R67, laws 3 and 4
        let health = health(&answers, &marks, pain);
        let standing = Standing::of(&replies, rules(), day(TODAY), health.ill);
        let screen = Screen::new(rules(), person(&health, &standing, sessions));
        let request =
            Request { steps: &steps, aftercare_secs: 15, budget_secs: minutes * 60, tools };
        if let Shape::Ready(shaped) = screen.shape(&request) {
            assert_lawful(&screen, &request, &shaped);
        }
    }

    #[test]
    fn what_the_prompts_ask_is_enough_to_open_or_lock_a_routine(
        answers in prop::collection::vec(any_answer(), catalog::conditions().len()),
        steps in any_steps(),
    ) {
        // R38: answering what is asked, each time with no, always comes to an end.
        let mut health = health(&answers, &[], None);
        health.marked = None;
        let standing = Standing::default();
        for _ in 0..200 {
            let screen = Screen::new(rules(), person(&health, &standing, 10));
            let request = Request { steps: &steps, aftercare_secs: 15, budget_secs: 1800, tools: ToolSet::ALL };
            let Shape::Ask(prompts) = screen.shape(&request) else { return Ok(()) };
            answer_no(&mut health, prompts.first().unwrap());
        }
        prop_assert!(false, "still asking");
    }

    #[test]
    fn what_locks_locks_everything_but_breathing_where_the_table_keeps_it(
        answers in all_answers(),
        marks in any_marks(),
    ) {
        // R32, law 5
        let health = health(&answers, &marks, None);
        let standing = Standing::default();
        let screen = Screen::new(rules(), person(&health, &standing, 10));
        let Some(lock) = screen.lock() else { return Ok(()) };
        for exercise in library() {
            let fit = screen.judge(exercise).fit;
            if lock.keeps_breathing && exercise.technique == Technique::Breathing {
                prop_assert!(!matches!(fit, Fit::Locked(_)), "{}", exercise.code);
            } else {
                prop_assert_eq!(fit, Fit::Locked(lock.act), "{}", exercise.code);
            }
        }
        if lock.act >= Act::Urgent {
            prop_assert!(!lock.keeps_breathing);
        }
    }

    #[test]
    fn no_reply_or_complaint_allows_more_than_a_clean_record(
        answers in all_answers(),
        replies in any_replies(),
    ) {
        // R50 to R55
        let health = health(&answers, &[], None);
        let clean = fits(&health);
        let standing = Standing::of(&replies, rules(), day(TODAY), None);
        let screen = Screen::new(rules(), person(&health, &standing, 10));
        let after: Vec<Fit> = library().iter().map(|it| screen.judge(it).fit).collect();
        assert_no_more(&clean, &after, "a record");
    }
}

fn answer_no(health: &mut Health, prompt: &unknot::domain::screening::Prompt) {
    use unknot::domain::screening::Prompt;
    let today = day(TODAY);
    match prompt {
        Prompt::FollowUp(id) => {
            health.answer(rules(), *id, false, today);
        }
        Prompt::Where(id) => health.set_areas(*id, AreaSet::of(&[Area::WholeBody])),
        Prompt::Card { lines, .. } | Prompt::Few(lines) => {
            let lines: Vec<ConditionId> = lines.clone();
            health.none_of(rules(), &lines, today);
        }
        Prompt::Body => health.looked_over(today),
    }
}

#[test]
fn a_worse_reply_is_kept_with_the_reason_it_changed_something() {
    // R40, R52; a positive control for the laws above.
    let mut replies = Replies::default();
    let press = library().iter().find(|it| it.code == "BL04").unwrap();
    replies.add(Done {
        ended: 100 * DAY_MILLIS,
        day: day(TODAY - 1),
        steps: vec![DoneStep { exercise: press.id, outcome: Outcome::Done, eases: 0 }],
        said: vec![],
        enough: false,
        reply: Some(Replied { reply: Reply::Worse, at: 101 * DAY_MILLIS, day: day(TODAY) }),
        still: None,
    });
    let health = super::people::well();
    let standing = Standing::of(&replies, rules(), day(TODAY), None);
    let screen = Screen::new(rules(), person(&health, &standing, 10));
    assert_eq!(screen.judge(press).why, [Cause::Worse]);
}
