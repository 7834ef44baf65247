//! Names for files that people save.

/// Longest name, in bytes, without its ending.
const MAX_BYTES: usize = 40;
/// Names that some systems keep for devices.
const KEPT: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// A file name from a title that somebody else wrote: small letters, digits and `-`, then the ending.
///
/// It is never hidden, a path or a device, and is `routine` where nothing of the title is left.
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for it in title.chars() {
        if it.is_ascii_alphanumeric() {
            name.push(it.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() == MAX_BYTES {
            break;
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    let bare = name.trim_end_matches(|it: char| it.is_ascii_digit());
    if bare.is_empty() || KEPT.contains(&bare) {
        name.insert_str(0, if name.is_empty() { "routine" } else { "routine-" });
    }
    [&name, ".", ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fault: D24
    #[test]
    fn no_title_makes_a_path_a_device_a_hidden_file_or_another_ending() {
        // reliability D24
        let cases = [
            ("Lower back, evenings", "lower-back-evenings.ics"),
            ("../../x", "x.ics"),
            ("CON", "routine-con.ics"),
            ("com1", "routine-com1.ics"),
            ("a\r\nb", "a-b.ics"),
            (".html", "html.ics"),
            ("גב", "routine.ics"),
            ("", "routine.ics"),
            ("2026", "routine-2026.ics"),
        ];
        for (title, expected) in cases {
            assert_eq!(file_name(title, "ics"), expected);
        }
        assert_eq!(file_name(&"ab ".repeat(40), "txt").len(), MAX_BYTES + 4);
    }
}
