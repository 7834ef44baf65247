//! Keys: in rows, in routines that are kept, and in the backup.

use unknot::codec::backup::{Backup, import, read, write};
use unknot::codec::record::{Record, ReplyTo};
use unknot::codec::report::{OwnKey, from_text, to_text};
use unknot::domain::outcome::Journal;
use unknot::domain::shared::{Line, ReplyKey};

const KEPT: &str = include_str!("../../fixtures/records/reply-to-v1.json");
const KEY: &str = include_str!("../../fixtures/replies/sealed.key");

fn row() -> (String, String) {
    let (public, secret) = KEY.trim_end().split_once('\n').unwrap();
    (public.to_owned(), secret.to_owned())
}

fn golden() -> ReplyTo {
    let mut all = ReplyTo::default();
    all.add(Line::default(), ReplyKey([7; 64]));
    all.add(Line::clean("Ana Pérez"), OwnKey::of_row(&row()).unwrap().public);
    all
}

#[test]
fn a_key_is_read_from_its_row_and_from_its_parts_the_same() {
    // A14
    let key = OwnKey::of_row(&row()).unwrap();
    assert_eq!(key.row(), row());
    let [x, y, secret] = key.parts();
    assert_eq!((x.len(), y.len()), (43, 43));
    assert_eq!(OwnKey::of(&x, &y, &secret), Some(key));
    let (public, secret) = row();
    for (public, secret) in [
        (public[1..].to_owned(), secret.clone()),
        (public.clone(), secret[1..].to_owned()),
        (public.clone(), [&secret, "A"].concat()),
        (public.replace(&public[..1], "+"), secret),
        (public, String::new()),
    ] {
        assert_eq!(OwnKey::of_row(&(public, secret)), None);
    }
}

#[test]
fn bytes_as_text_are_base64url() {
    assert_eq!(to_text(b"\xfb\xff\x00"), "-_8A");
    assert_eq!(from_text(&to_text(b"any 7 c")), Some(*b"any 7 c"));
    assert_eq!(from_text::<2>("-_9"), None, "bits are left over");
}

#[test]
fn the_shipped_record_of_keys_is_read_and_written_the_same() {
    // D9, D41
    let decoded = ReplyTo::decode(KEPT).unwrap();
    assert_eq!((decoded.value, decoded.problems), (golden(), 0));
    assert_eq!(golden().encode(), KEPT.trim_end());
}

#[test]
fn a_key_that_cannot_be_read_is_left_out_and_the_newest_ten_stay() {
    // D41
    let text = KEPT.replacen("\"to\":[", "\"to\":[[\"x\",\"short\"],7,", 1);
    let decoded = ReplyTo::decode(&text).unwrap();
    assert_eq!((decoded.value, decoded.problems), (golden(), 2));
    let mut many = ReplyTo::default();
    for nth in 0..12 {
        many.add(Line::default(), ReplyKey([nth; 64]));
    }
    many.add(Line::default(), ReplyKey([5; 64]));
    assert_eq!((many.all.len(), many.all[0].1), (ReplyTo::MAX, ReplyKey([5; 64])));
    assert_eq!(ReplyTo::decode(&many.encode()).unwrap().value, many);
}

#[test]
fn of_a_record_with_too_many_keys_or_one_twice_the_first_are_read_and_the_rest_counted() {
    // D41
    let keys = |all: &[u8]| {
        let all = all.iter().map(|it| (Line::default(), ReplyKey([*it; 64]))).collect();
        ReplyTo { all, plans: vec![] }
    };
    let first = |count: u8| (0..count).collect::<Vec<u8>>();
    for (written, read, problems) in [
        (first(10), first(10), 0),
        (first(11), first(10), 1),
        (vec![1, 2, 1], vec![1, 2], 1),
        ([first(10), vec![0, 10]].concat(), first(10), 2),
    ] {
        let decoded = ReplyTo::decode(&keys(&written).encode()).unwrap();
        assert_eq!((decoded.value, decoded.problems), (keys(&read), problems), "{written:?}");
    }
}

#[test]
fn a_plan_is_begun_once_and_is_there_again_after_a_reload() {
    // D41, P16
    let mut known = golden();
    assert!(known.plan("link-00c0ffee") && known.plan("link-2"));
    assert!(!known.plan("link-00c0ffee"));
    assert_eq!(known.plans, ["link-2", "link-00c0ffee"]);
    assert_eq!(ReplyTo::decode(&known.encode()).unwrap().value, known);
    let wild = known.encode().replace("\"link-2\"", "7,\"../x\",\"link-2\"");
    assert_eq!(ReplyTo::decode(&wild).unwrap().value, known);
    for nth in 0..60 {
        known.plan(&format!("link-{nth}"));
    }
    assert_eq!(known.plans.len(), ReplyTo::MAX_PLANS);
}

#[test]
fn the_backup_carries_keys_and_one_without_them_is_as_it_was() {
    // A14, U11
    let file = Backup { keys: vec![row()], ..Backup::default() };
    assert_eq!(read(&write(&file)), Ok(file.clone()));
    assert!(!write(&Backup::default()).contains("keys"));
    let none = Backup::default();
    let plan = |file: &Backup, here: &Backup| import(file, here, &Journal::default(), |_| Ok(()));
    assert_eq!(plan(&file, &none).keys, [row()]);
    assert!(plan(&file, &file).is_nothing());
    let wrong = Backup { keys: vec![("x".to_owned(), row().1)], ..Backup::default() };
    let left = plan(&wrong, &none);
    assert!(left.is_nothing() && left.unreadable == 1);
}
