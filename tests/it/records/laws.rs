//! What holds for every record, and for every text that claims to be one.

use proptest::prelude::*;
use unknot::codec::record::{
    AudioMode, Favourites, History, PastEnding, PastSession, Place, Record, Settings, SideOrder,
    StoredPlan, TextSize, Theme, ToneSet, Tones, Voice,
};
use unknot::domain::body::{Area, Posture};
use unknot::domain::choice::Choice;
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use unknot::domain::screening::{
    Check, Complaint, Flag, Gate, List, Question, Stopped, Waiting, gate,
};
use unknot::domain::session::{Outcome, Phase, Snapshot, StepRecord, Worked};
use unknot::domain::side::{Side, Sides};
use unknot::domain::time::Span;

use super::{GOLDEN, day, decode_as_all, round_trips};

fn any_routine() -> impl Strategy<Value = String> {
    "[a-z0-9-]{1,64}"
}

fn any_span() -> impl Strategy<Value = Span> {
    (0..=3_600_000_u32).prop_map(Span::from_millis)
}

fn any_gap() -> impl Strategy<Value = Span> {
    (0..=120_u32).prop_map(Span::from_secs)
}

fn any_posture() -> impl Strategy<Value = Posture> {
    prop::sample::select(vec![Posture::Floor, Posture::Chair, Posture::Standing])
}

prop_compose! {
    fn any_settings()(
        on in any::<bool>(),
        uri in prop::option::of("\\PC{0,60}"),
        rate_percent in 50_u8..=200,
        set in prop::sample::select(ToneSet::ALL),
        volume_percent in 0_u8..=100,
        mode in prop::sample::select(AudioMode::ALL),
        (theme, text, sides) in (
            prop::sample::select(Theme::ALL),
            prop::sample::select(TextSize::ALL),
            prop::sample::select(SideOrder::ALL),
        ),
        gaps in [any_gap(), any_gap(), any_gap(), any_gap()],
        rest in any::<[bool; 4]>(),
    ) -> Settings {
        let [first, same_posture, new_posture, switch] = gaps;
        let [vibration, keep_awake, install_offer_dismissed, reader] = rest;
        Settings {
            voice: Voice { on, uri, rate_percent, reader },
            tones: Tones { set, volume_percent, mode },
            vibration,
            theme,
            text,
            sides,
            timing: Timing { first, same_posture, new_posture, switch },
            keep_awake,
            install_offer_dismissed,
        }
    }
}

prop_compose! {
    fn any_check()(
        list in prop::sample::select(vec![List::Full, List::Short]),
        flags in prop::sample::subsequence(Flag::ALL, 0..=Flag::ALL.len()),
        asked in any::<i32>(),
        stopped in prop::option::of((prop::sample::select(Complaint::ALL), any::<i32>())),
        cleared in any::<Option<i32>>(),
        last_session in any::<Option<i32>>(),
        ask_full in any::<bool>(),
    ) -> Check {
        Check {
            list,
            ticked: flags.into_iter().collect(),
            asked: day(asked),
            stopped: stopped.map(|(complaint, on)| Stopped { complaint, day: day(on) }),
            cleared: cleared.map(day),
            last_session: last_session.map(day),
            ask_full,
        }
    }
}

prop_compose! {
    fn any_step()(
        exercise in any::<u16>(),
        posture in any_posture(),
        sides in prop::sample::select(vec![
            Sides::Each,
            Sides::Together,
            Sides::LeftOnly,
            Sides::RightOnly,
            Sides::RightFirst,
        ]),
        hold in any_span(),
        rest in any_span(),
        longest in any_span(),
        pressure in prop::option::of((0..=Pressure::CAP).prop_map(Pressure::held)),
    ) -> PlanStep {
        let spoken = SpokenLengths::default();
        PlanStep {
            exercise: ExerciseId(exercise),
            posture,
            sides,
            hold,
            rest,
            longest,
            is_pressed: false,
            pressure,
            spoken,
        }
    }
}

prop_compose! {
    fn any_plan()(
        routine in any_routine(),
        started in 0..=i64::MAX.unsigned_abs(),
        steps in prop::collection::vec(any_step(), 1..=100),
        gaps in [any_gap(), any_gap(), any_gap(), any_gap()],
        aftercare in any_span(),
        aftercare_posture in any_posture(),
    ) -> StoredPlan {
        let [first, same_posture, new_posture, switch] = gaps;
        let timing = Timing { first, same_posture, new_posture, switch };
        let aftercare_spoken = Span::ZERO;
        let plan = Plan { steps, timing, aftercare, aftercare_posture, aftercare_spoken };
        StoredPlan { routine, started, plan, shared: None }
    }
}

prop_compose! {
    fn any_record()(
        exercise in any::<u16>(),
        done in (0_u8..4).prop_filter_map("an outcome", Outcome::from_code),
        eases in any::<u8>(),
        worked in any::<u32>(),
    ) -> StepRecord {
        let worked = Span::from_millis(worked);
        StepRecord { exercise: ExerciseId(exercise), done, eases, worked }
    }
}

prop_compose! {
    fn any_place()(
        started in 0..=i64::MAX.unsigned_abs(),
        saved in 0..=i64::MAX.unsigned_abs(),
        step in any::<u16>(),
        phase in (0_u8..6).prop_filter_map("a phase", Phase::from_code),
        side in prop::sample::select(vec![Side::Left, Side::Right, Side::Both]),
        [elapsed, length] in any::<[u32; 2]>(),
        [eases, too_much] in any::<[u8; 2]>(),
        records in prop::collection::vec(any_record(), 0..=200),
        worked in prop::collection::vec(any::<[u32; 2]>(), 0..=100),
        asked in prop::option::of((
            prop::sample::select(Complaint::ALL),
            prop::sample::select(Question::ALL),
        )),
        enough in any::<bool>(),
    ) -> Place {
        let worked = worked.into_iter().map(|it| it.map(Span::from_millis));
        let worked = worked.map(|[left, right]| Worked { left, right }).collect();
        let snapshot =
            Snapshot { step, phase, side, elapsed, length, eases, too_much, records, worked };
        Place { started, saved, snapshot, waiting: Waiting { asked, enough } }
    }
}

prop_compose! {
    fn any_past_session()(
        routine in any_routine(),
        on in any::<i32>(),
        minutes in 0_u16..=600,
        ending in prop::sample::select(PastEnding::ALL),
    ) -> PastSession {
        PastSession { routine, day: day(on), minutes, ending }
    }
}

prop_compose! {
    fn any_history()(
        finished in any::<u32>(),
        last in any::<Option<i32>>(),
        recent in prop::collection::vec(any_past_session(), 0..=20),
    ) -> History {
        History { finished, last_day: last.map(day), recent }
    }
}

fn any_slugs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(any_routine(), 0..=20).prop_map(|set| set.into_iter().collect())
}

prop_compose! {
    fn any_favourites()(routines in any_slugs(), exercises in any_slugs()) -> Favourites {
        Favourites { routines, exercises }
    }
}

prop_compose! {
    fn any_choice()(
        area in prop::option::of(prop::sample::select(Area::ALL)),
        minutes in prop::option::of(prop::sample::select(Choice::MINUTES.to_vec())),
        tool in prop::option::of(prop::sample::select(Choice::TOOLS.to_vec())),
    ) -> Choice {
        Choice { area, minutes, tool }
    }
}

proptest! {
    /// Fault: H5
    #[test]
    fn every_record_that_was_written_is_read_back_the_same(
        settings in any_settings(),
        check in any_check(),
        plan in any_plan(),
        place in any_place(),
        history in any_history(),
        favourites in any_favourites(),
        choice in any_choice(),
    ) {
        // D1
        round_trips(&settings);
        round_trips(&check);
        round_trips(&plan);
        round_trips(&place);
        round_trips(&history);
        round_trips(&favourites);
        round_trips(&choice);
    }

    /// Fault: H4
    #[test]
    fn no_text_makes_any_record_panic(text in any::<String>()) {
        // D5
        decode_as_all(&text);
    }

    /// Fault: H4
    #[test]
    fn no_value_in_any_field_makes_a_record_panic(
        golden in prop::sample::select(GOLDEN.to_vec()),
        at in any::<prop::sample::Index>(),
        junk in "[\\[\\]{}\",:0-9a-z.eE+\\\\ -]{0,12}",
    ) {
        // D5
        let at = at.index(golden.len());
        decode_as_all(&format!("{}{}{}", &golden[..at], junk, &golden[at..]));
    }

    #[test]
    fn a_check_read_from_damaged_text_never_opens_the_gate(
        check in any_check(),
        at in any::<prop::sample::Index>(),
        today in any::<i32>(),
    ) {
        // D12, R4: with one byte lost it is refused, whole, or asks
        let text = check.encode();
        let at = at.index(text.len());
        let damaged = format!("{}{}", &text[..at], &text[at + 1..]);
        let Ok(decoded) = Check::decode(&damaged) else { return Ok(()) };
        if decoded.problems > 0 {
            prop_assert_ne!(gate(Some(&decoded.value), day(today)), Gate::Open);
        }
    }
}
