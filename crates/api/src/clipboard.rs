//! The clipboard. Every call runs on a thread of its own: some systems answer it from an event loop that must not be blocked.
//!
//! A secret is put there marked as one, where the system has a mark for that, and taken away again. Neither binds anybody: a clipboard
//! manager that ignores the mark, a remote desktop or another program of the same person may have a copy by then. The doors say so.

mod secret;

use setup::{Problem, problem::Result};

pub(crate) use secret::{Concealed, SECONDS};

/// Puts text on the clipboard.
///
/// # Errors
/// `clipboard-missing`
pub async fn put(text: String) -> Result<()> {
    with_board(move |board| board.set_text(text)).await
}

/// # Errors
/// `clipboard-missing`
async fn with_board<T: Send + 'static>(
    act: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(move || KEPT.with_board(act));
    done.await.ok().flatten().ok_or_else(|| Problem::new("clipboard-missing"))
}

/// On X11 and Wayland what was copied is gone when its owner is, so the board lives as long as the process.
static KEPT: Board = Board(std::sync::Mutex::new(None));

struct Board(std::sync::Mutex<Option<arboard::Clipboard>>);

impl Board {
    fn with_board<T>(
        &self,
        act: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>,
    ) -> Option<T> {
        let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.is_none() {
            *kept = arboard::Clipboard::new().ok();
        }
        let done = act(kept.as_mut()?);
        if done.is_err() {
            // A display server that went away: begin anew next time.
            *kept = None;
        }
        done.ok()
    }
}
