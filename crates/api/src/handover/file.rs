//! A file from somebody else, as it was read: what is looked at is what is taken.

use std::{io::Read, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::SecretString;
use setup::{Problem, handover::LARGEST, problem::Result};

/// A file, and what opens it where that is no request of ours.
pub struct FromFile {
    pub(super) bytes: Vec<u8>,
    pub(super) phrase: Option<SecretString>,
}

impl FromFile {
    /// Reads at most as much as a file may have.
    ///
    /// # Errors
    /// `file-unreadable`
    pub fn read(file: &Path, phrase: Option<SecretString>) -> Result<Self> {
        let problem = |error: std::io::Error| {
            Problem::new("file-unreadable").arg("file", file.display()).arg("detail", error)
        };
        let mut bytes = Vec::new();
        let open = std::fs::File::open(file).map_err(problem)?;
        // One more than is read, so that a larger one is seen to be larger.
        open.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(problem)?;
        Ok(Self { bytes, phrase })
    }

    /// What the page read: base64.
    ///
    /// # Errors
    /// `handover-too-large`, `handover-unreadable`
    pub(super) fn from_page(text: &str, phrase: Option<SecretString>) -> Result<Self> {
        // A page that was told to read less did not: nothing of it is decoded.
        if text.len() > LARGEST.div_ceil(3) * 4 {
            return Err(Problem::new("handover-too-large"));
        }
        let bytes = STANDARD.decode(text).map_err(|_| Problem::new("handover-unreadable"))?;
        Ok(Self { bytes, phrase })
    }
}
