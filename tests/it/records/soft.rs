//! Records that are read as far as they can be: settings, check and history.

use unknot::codec::record::{
    Favourites, History, Missing, PastEnding, PastSession, Record, RecordError, Settings, Theme,
    Voice,
};
use unknot::domain::choice::Choice;
use unknot::domain::equipment::Tool;
use unknot::domain::screening::{Answers, Check, Complaint, Flag, FlagSet, Gate, List, gate};
use unknot::domain::time::Span;

use super::{HISTORY, SETTINGS, day, golden_history, golden_settings, round_trips};

#[test]
fn a_wrong_setting_takes_its_default_and_the_others_stay() {
    // D8, D10
    let text = SETTINGS
        .replace("\"theme\":\"dark\"", "\"theme\":\"plaid\"")
        .replace("\"volume\":55", "\"volume\":null")
        .replace("\"vibration\":false", "\"vibration\":0");
    let decoded = Settings::decode(&text).unwrap();
    let mut expected = golden_settings();
    expected.theme = Theme::Auto;
    expected.tones.volume_percent = 70;
    expected.vibration = true;
    assert_eq!((decoded.value, decoded.problems), (expected, 3));
}

#[test]
fn settings_with_nothing_in_them_are_the_defaults_each_counted() {
    // D10
    let decoded = Settings::decode(r#"{"v":1}"#).unwrap();
    assert_eq!((decoded.value, decoded.problems), (Settings::default(), 14));
}

#[test]
fn numbers_out_of_range_are_held_at_the_nearest_end_and_counted() {
    // D10, D11
    let with = |from: &str, to: &str| Settings::decode(&SETTINGS.replace(from, to)).unwrap();
    let rate = |to: &str| {
        let decoded = with("\"rate\":90", &format!("\"rate\":{to}"));
        (decoded.value.voice.rate_percent, decoded.problems)
    };
    assert_eq!(rate("49"), (50, 1));
    assert_eq!(rate("50"), (50, 0));
    assert_eq!(rate("200"), (200, 0));
    assert_eq!(rate("201"), (200, 1));
    assert_eq!(rate("-9223372036854775808"), (50, 1));
    let first = with("\"first\":15", "\"first\":121");
    assert_eq!((first.value.timing.first, first.problems), (Span::from_secs(120), 1));
}

#[test]
fn a_voice_address_is_kept_up_to_its_limit_and_no_longer() {
    // D11
    let settings = |bytes: usize| {
        let mut settings = Settings::default();
        settings.voice.uri = Some("u".repeat(bytes));
        settings
    };
    round_trips(&settings(Voice::MAX_URI_BYTES));
    let cut = Settings::decode(&settings(Voice::MAX_URI_BYTES + 1).encode()).unwrap();
    assert_eq!(cut.value.voice.uri, None);
    let long = format!("\"voice_uri\":\"{}\"", "u".repeat(Voice::MAX_URI_BYTES + 1));
    let read = SETTINGS.replace("\"voice_uri\":\"urn:voice:Ann \\\"B\\\"\"", &long);
    assert_eq!(Settings::decode(&read).unwrap().problems, 1);
}

#[test]
fn a_check_with_anything_wrong_asks_the_full_list() {
    // D12, R4
    let clear = Check::record(None, &Answers::none_of_these(List::Full, day(20_410))).encode();
    let today = day(20_411);
    let whole = Check::decode(&clear).unwrap().value;
    assert_eq!(gate(Some(&whole), today), Gate::Open, "positive control");
    let broken = [
        ("\"ticked\":[]", "\"ticked\":[\"RF99\"]"),
        ("\"ticked\":[]", "\"ticked\":[null]"),
        ("\"day\":20410", "\"day\":\"yesterday\""),
        ("\"list\":\"full\"", "\"list\":\"nerve\""),
        ("\"stopped\":null", "\"stopped\":{\"complaint\":\"itch\"}"),
        ("\"cleared\":null", "\"cleared\":1e9"),
        ("\"last_session\":null,", ""),
        ("\"ask_full\":false", "\"ask_full\":\"no\""),
    ];
    for (from, to) in broken {
        assert!(clear.contains(from), "{from} in {clear}");
        let decoded = Check::decode(&clear.replace(from, to)).unwrap();
        assert_eq!(decoded.problems, 1, "{to}");
        assert_eq!(gate(Some(&decoded.value), today), Gate::AskFull, "{to}");
    }
    for (from, to) in [("\"ticked\":[]", "\"ticked\":{}"), ("\"ticked\":[],", "")] {
        let unreadable = Check::decode(&clear.replace(from, to)).unwrap_err();
        assert_eq!(unreadable, RecordError::Unreadable { field: "ticked" });
    }
}

#[test]
fn a_lock_outlives_damage_to_everything_but_its_tick() {
    // D12
    let locked = Check::record(
        None,
        &Answers::ticked(List::Full, FlagSet::EMPTY.with(Flag::Saddle), day(20_410)).unwrap(),
    );
    let text = locked.encode().replace("\"RF1\"", "7,\"RF1\",\"RF0\"").replace("20410", "[]");
    let decoded = Check::decode(&text).unwrap();
    assert_eq!(decoded.problems, 3);
    assert!(matches!(gate(Some(&decoded.value), day(20_411)), Gate::Locked(_)));
    let stopped = Check::stopped_by(None, Complaint::Chest, day(20_410)).encode();
    let text = stopped.replace("\"complaint\":\"chest\",\"day\":20410", "\"complaint\":\"chest\"");
    assert_ne!(text, stopped);
    let decoded = Check::decode(&text).unwrap();
    assert_eq!(decoded.problems, 1);
    assert!(matches!(gate(Some(&decoded.value), day(20_411)), Gate::Locked(_)));
}

#[test]
fn a_row_of_the_history_that_cannot_be_read_is_left_out_and_the_rest_stays() {
    // D15
    let text = HISTORY.replace("\"minutes\":5", "\"minutes\":\"five\"");
    let decoded = History::decode(&text).unwrap();
    let mut expected = golden_history();
    expected.recent.remove(1);
    assert_eq!((decoded.value, decoded.problems), (expected, 1));
}

#[test]
fn the_history_keeps_the_20_newest_and_counts_only_finished_ones() {
    // D15
    let mut history = History::default();
    for on in 0..25 {
        let ending = if on % 5 == 0 { PastEnding::EndedEarly } else { PastEnding::Completed };
        history.add(PastSession {
            routine: "comfort-5".to_owned(),
            day: day(on),
            minutes: 5,
            ending,
        });
    }
    assert_eq!((history.finished, history.last_day), (20, Some(day(24))));
    assert_eq!(history.recent.len(), History::MAX_RECENT);
    assert_eq!(history.recent[0].day, day(24));
    round_trips(&history);
    let row = "{\"routine\":\"a\",\"day\":1,\"minutes\":601,\"ending\":\"stopped\"},";
    let long = history.encode().replace("\"recent\":[", &format!("\"recent\":[{row}"));
    assert_eq!(History::decode(&long).unwrap().problems, 1, "601 minutes");
    let full = long.replace("601", "600");
    assert_eq!(History::decode(&full).unwrap().value.recent.len(), History::MAX_RECENT);
    let more = history.encode().replace("\"recent\":[", "\"recent\":[\"x\",");
    let decoded = History::decode(&more).unwrap();
    assert_eq!((decoded.value, decoded.problems), (history, 1));
}

#[test]
fn a_mark_that_cannot_be_read_is_left_out_and_the_rest_stays() {
    // D18
    let text = r#"{"v":1,"routines":["lower-back-10",7,"Cat!","lower-back-10",""],"exercises":{}}"#;
    let decoded = Favourites::decode(text).unwrap();
    assert_eq!(decoded.value.routines, ["lower-back-10"]);
    assert!(decoded.value.exercises.is_empty());
    assert_eq!(decoded.problems, 5);
    let many: Vec<String> = (0..=Favourites::MAX).map(|at| format!("r-{at}")).collect();
    let full = Favourites { routines: many, exercises: Vec::new() };
    let decoded = Favourites::decode(&full.encode()).unwrap();
    assert_eq!((decoded.value.routines.len(), decoded.problems), (Favourites::MAX, 1));
}

#[test]
fn a_mark_put_twice_is_taken_away_again_and_the_newest_stands_first() {
    // D18
    let mut list = Vec::new();
    for slug in ["a", "b", "c"] {
        Favourites::toggle(&mut list, slug);
    }
    assert_eq!(list, ["c", "b", "a"]);
    Favourites::toggle(&mut list, "b");
    assert_eq!(list, ["c", "a"]);
    let mut full: Vec<String> = (0..Favourites::MAX).map(|at| format!("r-{at}")).collect();
    Favourites::toggle(&mut full, "new");
    assert_eq!((full.len(), full[0].as_str()), (Favourites::MAX, "new"));
}

#[test]
fn a_tool_that_cannot_be_missing_is_left_out_and_the_rest_stays() {
    // D20
    let text = r#"{"v":1,"tools":["roller","hands","nothing","sword",3,"roller","ball"]}"#;
    let decoded = Missing::decode(text).unwrap();
    let hands_and_more = decoded.value.at_hand();
    assert_eq!(decoded.problems, 5);
    for tool in [Tool::Roller, Tool::Ball] {
        assert!(!hands_and_more.has(tool), "{tool:?}");
    }
    assert!(hands_and_more.has(Tool::Hands) && hands_and_more.has(Tool::Chair));
    let mut missing = decoded.value;
    missing.set(Tool::Hands, true);
    missing.set(Tool::Roller, false);
    assert!(missing.at_hand().has(Tool::Hands) && missing.at_hand().has(Tool::Roller));
    round_trips(&missing);
    let unreadable = Missing::decode(r#"{"v":1}"#).unwrap_err();
    assert_eq!(unreadable, RecordError::Unreadable { field: "tools" });
}

#[test]
fn an_answer_that_home_does_not_offer_is_an_open_question() {
    // D19
    let decoded = Choice::decode(r#"{"v":1,"area":"elbow","minutes":12,"tool":"strap"}"#).unwrap();
    assert_eq!((decoded.value, decoded.problems), (Choice::default(), 3));
    let decoded = Choice::decode(r#"{"v":1,"area":null,"minutes":null,"tool":"roller"}"#).unwrap();
    let expected = Choice { tool: Some(Tool::Roller), ..Choice::default() };
    assert_eq!((decoded.value, decoded.problems), (expected, 0));
    assert_eq!(Choice::decode(r#"{"v":1}"#).unwrap().problems, 3);
}
