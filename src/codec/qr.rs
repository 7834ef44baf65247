//! The square code of a link (QR, ISO/IEC 18004) as one SVG path.
//!
//! Rules Q1 to Q3 in `docs/spec/link.md`; why a library draws it, `docs/decisions/qr.md`.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, which readers need (ISO/IEC 18004: four).
pub const QUIET: u32 = 4;
/// The largest version that is offered: 25, 117 modules wide. More than that a phone rarely reads from paper.
const MAX_VERSION: u8 = 25;

/// A square code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its width and height in modules, the quiet zone included.
    pub side: u32,
    /// The dark modules as an SVG path, one unit a module.
    pub path: String,
}

/// The code of a text; `None` where it is longer than about 1,000 characters, which no phone reads from paper.
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    if code.version().value() > MAX_VERSION {
        return None;
    }
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut length = 0;
        // Outside the code every module is light: that ends a run at its edge.
        for x in 0..=size {
            if code.get_module(x, y) {
                length += 1;
            } else if length > 0 {
                row(&mut path, (x - length, y), length);
                length = 0;
            }
        }
    }
    let wide = u32::try_from(size).ok()?;
    Some(Code { side: wide.saturating_add(2 * QUIET), path })
}

fn row(path: &mut String, (x, y): (i32, i32), length: i32) {
    let quiet = i32::try_from(QUIET).unwrap_or_default();
    let (x, y, length) = ((x + quiet).to_string(), (y + quiet).to_string(), length.to_string());
    for part in ["M", &x, " ", &y, "h", &length, "v1h-", &length, "z"] {
        path.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_ten_step_link_has_modules_of_half_a_millimetre_at_three_centimetres() {
        // Q1: 160 characters are what a ten-step link may have (K2).
        let code =
            code(&["https://unknot.example/#r=", &"aB3-".repeat(33), "xx"].concat()).unwrap();
        assert!(code.side <= 65, "{} modules", code.side);
    }

    #[test]
    fn every_code_has_its_quiet_zone_and_its_three_corners() {
        // Q2
        let code = code("https://unknot.example/#r=1AB").unwrap();
        let far = code.side - QUIET - 7;
        for corner in ["M4 4h7v".to_owned(), format!("M{far} 4h7v"), format!("M4 {far}h7v")] {
            assert!(code.path.contains(&corner), "{corner}");
        }
        assert!(!code.path.contains("M0 ") && !code.path.contains("M3 "));
    }

    #[test]
    fn the_path_draws_each_dark_module_once_and_nothing_else() {
        // Q2
        let text = "https://unknot.example/#r=1AB";
        let quiet = i32::try_from(QUIET).unwrap();
        let number = |it: &str| it.parse::<i32>().unwrap();
        let mut drawn = Vec::new();
        let path = code(text).unwrap().path;
        for run in path.trim_start_matches('M').trim_end_matches('z').split("zM") {
            let (place, lengths) = run.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (there, back) = lengths.split_once("v1h-").unwrap();
            assert!(there == back && number(there) > 0, "{run}");
            let x = number(x) - quiet;
            drawn.extend((x..x + number(there)).map(|x| (x, number(y) - quiet)));
        }
        let modules = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).unwrap();
        let all = (0..modules.size()).flat_map(|y| (0..modules.size()).map(move |x| (x, y)));
        let dark: Vec<(i32, i32)> = all.filter(|it| modules.get_module(it.0, it.1)).collect();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn what_is_too_long_for_paper_has_no_code() {
        // Q3
        // Version 25 at level M holds 997 bytes (ISO/IEC 18004, table 7).
        assert_eq!(code(&"x".repeat(997)).unwrap().side, 117 + 2 * QUIET);
        assert_eq!(code(&"x".repeat(998)), None);
        assert_eq!(code(&"x".repeat(8_192)), None);
    }
}
