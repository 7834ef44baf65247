//! A second writer of version, length and check, from `docs/spec/link.md` alone.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// CRC-21/CAN-FD.
pub(crate) fn check(text: &str) -> u32 {
    let mut sum = 0_u32;
    for byte in text.bytes() {
        for bit in (0..8).rev() {
            let carry = (sum >> 20 ^ u32::from(byte) >> bit) & 1;
            sum = sum << 1 & 0x1f_ffff;
            if carry == 1 {
                sum ^= 0x10_2899;
            }
        }
    }
    sum
}

/// A payload around bits, six to a number.
pub(crate) fn close(sixes: &[usize]) -> String {
    let length = sixes.len();
    let head = if length < 2048 {
        vec![length >> 6, length & 63]
    } else {
        vec![32 | length >> 12, length >> 6 & 63, length & 63]
    };
    let body = head.iter().chain(sixes).map(|it| char::from(ALPHABET[*it]));
    let link: String = std::iter::once('1').chain(body).collect();
    let sum = check(&link) as usize;
    let digits = [sum / 62 / 62 / 62, sum / 62 / 62 % 62, sum / 62 % 62, sum % 62];
    let digits: String = digits.iter().map(|it| char::from(ALPHABET[*it])).collect();
    link + &digits
}

#[test]
fn the_check_is_the_one_that_catalogues_list() {
    assert_eq!(check("123456789"), 0x0e_d841);
}
