//! A handover file that the system hands over, because somebody double-clicked it.
//!
//! It is only noted here. The page is told that there is one, never where: it asks, and shows what it would mean before anything of
//! it counts.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// The place in the page where a file is confirmed.
pub const FRAGMENT: &str = "#handover";

/// The file that was handed over last and that nobody has asked for yet.
#[derive(Debug, Default)]
pub struct Handed(Mutex<Option<PathBuf>>);

impl Handed {
    /// Notes `file`, as it was named from `folder`.
    pub fn note(&self, folder: &Path, file: &Path) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.join(file));
    }

    /// The file, once.
    pub fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_file_is_given_out_once_and_whole() {
        let handed = Handed::default();
        handed.note(Path::new("/one"), Path::new("first.liaison"));
        handed.note(Path::new("/one"), Path::new("/two/second.liaison"));
        assert_eq!(handed.take(), Some(PathBuf::from("/two/second.liaison")));
        assert_eq!(handed.take(), None);
    }
}
