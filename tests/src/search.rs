//! Looks for a secret wherever it could have been left, in every form that it is likely to be left in.

use std::{fs, path::Path};

use base64::{
    Engine,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};

/// A secret that is known, and how it may be written.
pub struct Sought(Vec<(&'static str, Vec<u8>)>);

impl Sought {
    pub fn new(secret: &str) -> Self {
        let bytes = secret.as_bytes();
        let hex = |digits: fn(&u8) -> String| bytes.iter().map(digits).collect::<String>().into_bytes();
        let wide = |order: fn(u16) -> [u8; 2]| secret.encode_utf16().flat_map(order).collect();
        let mut forms = vec![
            ("as it is", bytes.to_vec()),
            ("reversed", bytes.iter().rev().copied().collect()),
            ("in hex", hex(|byte| format!("{byte:02x}"))),
            ("in capital hex", hex(|byte| format!("{byte:02X}"))),
            ("percent-encoded", percent(secret, |c| c.is_ascii_alphanumeric() || "-._~".contains(c))),
            ("percent-encoded, signs too", percent(secret, |c| c.is_ascii_alphanumeric())),
            ("percent-encoded, whole", percent(secret, |_| false)),
            ("in UTF-16, low byte first", wide(u16::to_le_bytes)),
            ("in UTF-16, high byte first", wide(u16::to_be_bytes)),
        ];
        for before in 0..3 {
            forms.push(("in base64", inner_base64(&STANDARD_NO_PAD, bytes, before)));
            forms.push(("in base64 for addresses", inner_base64(&URL_SAFE_NO_PAD, bytes, before)));
        }
        Self(forms)
    }

    /// In which form it is in there.
    pub fn form_in(&self, there: &[u8]) -> Option<&'static str> {
        let is_in = |form: &[u8]| there.windows(form.len()).any(|part| part == form);
        self.0.iter().find(|(_, form)| is_in(form)).map(|(name, _)| *name)
    }

    /// Files below `folder` that hold it, or are named so. What lies in a folder of one of the names in `but` is left out.
    pub fn in_folder(&self, folder: &Path, but: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(kind) = entry.file_type() else { continue };
            let name = entry.file_name();
            if kind.is_dir() && but.iter().any(|but| name == *but) {
                continue;
            }
            let mut note = |form: &str| found.push(format!("{} ({form})", path.display()));
            if let Some(form) = self.form_in(name.as_encoded_bytes()) {
                note(form);
            }
            if kind.is_dir() {
                found.extend(self.in_folder(&path, but));
            } else if kind.is_file()
                && let Some(form) = fs::read(&path).ok().and_then(|bytes| self.form_in(&bytes))
            {
                note(form);
            }
        }
        found
    }

    /// Processes that have it on their command line or in their environment, as far as they may be looked at.
    pub fn in_processes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            if !entry.file_name().to_string_lossy().chars().all(|c| c.is_ascii_digit()) {
                continue;
            }
            for part in ["cmdline", "environ"] {
                let path = entry.path().join(part);
                if let Some(form) = fs::read(&path).ok().and_then(|bytes| self.form_in(&bytes)) {
                    found.push(format!("{} ({form})", path.display()));
                }
            }
        }
        found
    }
}

fn percent(text: &str, stays: impl Fn(char) -> bool) -> Vec<u8> {
    let one = |c: char| if stays(c) { c.to_string() } else { format!("%{:02X}", u32::from(c)) };
    text.chars().map(one).collect::<String>().into_bytes()
}

/// What is the same of it in base64, whatever stands after it and `before` bytes (0 to 2) stand before it.
fn inner_base64(engine: &impl Engine, bytes: &[u8], before: usize) -> Vec<u8> {
    let padded: Vec<u8> = std::iter::repeat_n(0, before).chain(bytes.iter().copied()).collect();
    let text = engine.encode(&padded).into_bytes();
    let (from, to) = ((before * 8).div_ceil(6), padded.len() * 8 / 6);
    text[from..to].to_vec()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const SECRET: &str = "abc8Q~Made.up-for_this/test+1";

    #[test]
    fn each_form_is_found_wherever_it_stands() {
        let sought = Sought::new(SECRET);
        for before in ["", "x", "xy", "xyz"] {
            let text = format!("{before}{SECRET} and more");
            assert_eq!(sought.form_in(text.as_bytes()), Some("as it is"));
            for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
                assert!(sought.form_in(engine.encode(&text).as_bytes()).unwrap().starts_with("in base64"));
            }
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(sought.form_in(&wide), Some("in UTF-16, low byte first"));
            let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(sought.form_in(hex.as_bytes()), Some("in hex"));
        }
        let form = "secret=abc8Q~Made.up-for_this%2Ftest%2B1&next";
        assert_eq!(sought.form_in(form.as_bytes()), Some("percent-encoded"));
        assert_eq!(sought.form_in(b"abc8Q~Made.up-for_this/test+2"), None);
    }
}
