//! How long replies are.

use unknot::codec::report::{MARK, SEAL_BYTES, Sealed, encode, encode_sealed, to_bytes};
use unknot::domain::shared::ReplyKey;

use super::made::six_weeks_report;

/// Characters of a site's address.
const SITE: usize = 25;

#[test]
fn six_weeks_of_daily_sessions_stay_under_1200_characters_with_the_seal() {
    // A4
    let report = six_weeks_report();
    assert!(report.note.as_str().chars().count() >= 100);
    let open = SITE + MARK.len() + encode(&report).unwrap().len();
    let bytes = vec![0; to_bytes(&report).len() + SEAL_BYTES];
    let sealed = encode_sealed(&Sealed { once: ReplyKey([1; 64]), bytes }).unwrap();
    let sealed = SITE + MARK.len() + sealed.len();
    println!("open {open}, sealed {sealed}");
    assert!(open < sealed && sealed < 1200, "{open} and {sealed} characters");
}
