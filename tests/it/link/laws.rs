//! What holds for every routine, and for every text that claims to be a link.

use proptest::prelude::*;
use unknot::codec::link::{LinkError, Opened, decode, encode, find};

use super::made::{any_routine, ten_steps};

proptest! {
    /// Fault: H5
    #[test]
    fn what_was_written_is_read_back_the_same(routine in any_routine()) {
        // K1
        let link = match encode(&routine) {
            Err(LinkError::TooLongInAll { .. }) => return Ok(()),
            other => other.unwrap(),
        };
        let whole = Opened { routine, newer_parts: 0, text_changed: false };
        prop_assert_eq!(decode(&link), Ok(whole));
    }
}

#[test]
fn ten_steps_are_read_back_the_same() {
    let routine = ten_steps();
    let link = encode(&routine).unwrap();
    let whole = Opened { routine, newer_parts: 0, text_changed: false };
    assert_eq!(decode(&link), Ok(whole.clone()));
    assert_eq!(find(&["see https://example.org/app/#r=", &link, "."].concat()), Ok(whole));
}
