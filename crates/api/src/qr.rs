//! A QR code as a path that the page draws: no markup, no image.

use qrcode::{Color, EcLevel, QrCode};
use setup::{Problem, problem::Result};

use crate::view::qr::QrView;

/// The text as a code that a phone reads from a screen.
///
/// # Errors
/// `qr-too-long` for text of more than some 2,900 characters.
pub fn of(text: &str) -> Result<QrView> {
    // The least correction: a screen is not smudged, and larger modules are read from further away.
    let code =
        QrCode::with_error_correction_level(text, EcLevel::L).map_err(|_| Problem::new("qr-too-long"))?;
    let size = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(size).enumerate() {
        let mut x = 0;
        // Modules side by side are one rectangle.
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{x} {y}h{0}v1h-{0}z", run.len()));
            }
            x += run.len();
        }
    }
    Ok(QrView { size, path })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// The modules that a path darkens.
    fn drawn(view: &QrView) -> Vec<bool> {
        let mut modules = vec![false; view.size * view.size];
        for part in view.path.split('z').filter(|part| !part.is_empty()) {
            let numbers: Vec<usize> =
                part.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, ..] = numbers[..] else { panic!("{part}") };
            modules[y * view.size + x..][..width].fill(true);
        }
        modules
    }

    #[test]
    fn the_path_darkens_just_the_modules_of_the_code() {
        let text = "liaison-request-1-".to_owned() + &"a1".repeat(180);
        let view = of(&text).unwrap();
        let code = QrCode::with_error_correction_level(&text, EcLevel::L).unwrap();
        let expected: Vec<bool> = code.to_colors().iter().map(|color| *color == Color::Dark).collect();
        assert_eq!(drawn(&view), expected);
        assert!(view.path.bytes().all(|byte| b"Mhvz -0123456789".contains(&byte)));
        assert_eq!(of(&"a".repeat(5000)).unwrap_err().code, "qr-too-long");
    }
}
