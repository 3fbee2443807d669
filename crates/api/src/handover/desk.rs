//! The window's side of a handover: a file that the desktop named, and the one that is being looked at.
//!
//! The page gives the bytes of a file or asks for the one that was double-clicked; it never learns where that is. What is taken is what
//! was looked at, as it is kept here in between.

use std::{path::PathBuf, sync::Mutex};

use secrecy::SecretString;
use setup::{Problem, problem::Result};

use super::{FromFile, file_name};
use crate::{
    app::{App, locked},
    downloads,
    view::{
        handover::{ClaimsView, GivenView},
        setup::SetupView,
    },
};

#[derive(Default)]
pub(crate) struct Desk {
    /// Double-clicked, and not looked at yet.
    handed: Mutex<Option<PathBuf>>,
    looked: Mutex<Option<FromFile>>,
}

impl Desk {
    pub fn has_file(&self) -> bool {
        locked(&self.handed).is_some()
    }
}

impl App {
    /// A file that the desktop named. It is only noted: nothing is opened before somebody asks.
    pub fn hand(&self, file: PathBuf) {
        *locked(&self.inner().handed.handed) = Some(file);
    }

    /// Looks at the bytes that the page read (base64), or at the file that was double-clicked, or once more at the last one with a phrase.
    ///
    /// # Errors
    /// As [`App::look_at_handover`]; `handover-no-file`.
    pub async fn look_from_page(
        &self,
        file: Option<&str>,
        phrase: Option<SecretString>,
    ) -> Result<ClaimsView> {
        let desk = &self.inner().handed;
        let before = locked(&desk.looked).take();
        let handed = locked(&desk.handed).take();
        let from = match (file, handed, before) {
            (Some(text), _, _) => FromFile::from_page(text, phrase)?,
            (None, Some(path), _) => FromFile::read(&path, phrase)?,
            (None, None, Some(before)) => FromFile { phrase, ..before },
            (None, None, None) => return Err(Problem::new("handover-no-file")),
        };
        let claims = self.look_at_handover(&from).await;
        // Kept in either case: what wants a phrase is asked for again with it.
        *locked(&desk.looked) = Some(from);
        claims
    }

    /// Takes in what was looked at.
    ///
    /// # Errors
    /// As [`App::take_seat`]; `handover-no-file`.
    pub async fn take_from_page(&self, compared: &str) -> Result<SetupView> {
        let desk = &self.inner().handed;
        let from = locked(&desk.looked).take().ok_or_else(|| Problem::new("handover-no-file"))?;
        let taken = self.take_seat(&from, compared, None).await;
        if taken.is_err() {
            *locked(&desk.looked) = Some(from);
        }
        taken
    }

    /// [`App::give_seat`], to a new file where downloads go.
    ///
    /// # Errors
    /// As [`App::give_seat`].
    pub async fn give_seat_from_page(
        &self,
        setup: &str,
        code: Option<&str>,
        seat: Option<&str>,
    ) -> Result<GivenView> {
        let name = file_name(&self.open(setup).await?.record.head.name);
        self.give(setup, code, seat, || downloads::begin(&name)).await
    }
}
