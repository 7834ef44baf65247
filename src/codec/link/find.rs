//! Where in a text links begin.

/// Most places that are tried in one text.
const MAX_STARTS: usize = 8;

/// Where what follows `mark` begins, each place in turn; the mark may be percent-encoded once.
pub(in crate::codec) fn starts(text: &str, mark: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, it) in text.char_indices() {
        if (it == '#' || it == '%') && found.len() < MAX_STARTS {
            let mut rest = text.get(at..).unwrap_or_default();
            if mark.chars().all(|it| take(&mut rest, it)) {
                found.push(text.len() - rest.len());
            }
        }
    }
    found
}

/// Takes a character off the front, as it is or percent-encoded; whether it was there.
fn take(rest: &mut &str, wanted: char) -> bool {
    if let Some(after) = rest.strip_prefix(wanted) {
        *rest = after;
        return true;
    }
    let code = rest.strip_prefix('%').and_then(|it| it.get(..2));
    let is_it = code.and_then(|it| u32::from_str_radix(it, 16).ok()) == Some(u32::from(wanted));
    if is_it {
        *rest = rest.get(3..).unwrap_or_default();
    }
    is_it
}
