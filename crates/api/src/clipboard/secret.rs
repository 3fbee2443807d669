//! A secret on the clipboard: concealed, and taken away after a minute or when Liaison ends, if it is still ours.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use setup::problem::Result;

use super::with_board;
use crate::app::locked;

/// How long a secret stays on the clipboard, in seconds: long enough to change windows and paste.
pub const SECONDS: u64 = 60;

/// What is on the clipboard by us.
pub struct Concealed {
    stays: Duration,
    secret: Mutex<Option<SecretString>>,
    /// Counts what was put there, so that the minute of one secret does not end another's.
    turn: AtomicU64,
}

impl Default for Concealed {
    fn default() -> Self {
        Self::for_a_time(Duration::from_secs(SECONDS))
    }
}

impl Concealed {
    fn for_a_time(stays: Duration) -> Self {
        Self { stays, secret: Mutex::default(), turn: AtomicU64::default() }
    }

    /// Puts `secret` on the clipboard. The number names it for [`Concealed::take_away`].
    ///
    /// # Errors
    /// `clipboard-missing`
    pub async fn put(&self, secret: SecretString) -> Result<u64> {
        let ours = secret.clone();
        // EXPOSE: to the clipboard, as the person asked for it by name.
        with_board(move |board| put_concealed(board, secret.expose_secret())).await?;
        *locked(&self.secret) = Some(ours);
        Ok(self.turn.fetch_add(1, Ordering::SeqCst) + 1)
    }

    /// After its time, unless something else was put there meanwhile.
    pub async fn take_away_later(&self, turn: u64) {
        tokio::time::sleep(self.stays).await;
        if self.turn.load(Ordering::SeqCst) == turn {
            self.take_away().await;
        }
    }

    /// Empties the clipboard if our secret is still on it.
    pub async fn take_away(&self) {
        let Some(secret) = locked(&self.secret).take() else { return };
        // Without a clipboard there is nothing to take away.
        let _ = with_board(move |board| {
            let is_ours = match board.get_text().map(Zeroizing::new) {
                // EXPOSE: to a comparison with what is on the clipboard.
                Ok(text) => text.as_str() == secret.expose_secret(),
                Err(_) => false,
            };
            if is_ours { board.clear() } else { Ok(()) }
        })
        .await;
    }
}

/// `x-kde-passwordManagerHint`, which the clipboard managers of KDE and others heed.
#[cfg(target_os = "linux")]
fn put_concealed(board: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    board.set().exclude_from_history().text(text)
}

/// `ExcludeClipboardContentFromMonitorProcessing`, `CanIncludeInClipboardHistory` and `CanUploadToCloudClipboard`:
/// <https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats>.
#[cfg(windows)]
fn put_concealed(board: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    board.set().exclude_from_monitoring().exclude_from_history().exclude_from_cloud().text(text)
}

/// `org.nspasteboard.ConcealedType` (<http://nspasteboard.org>), and on this Mac only.
#[cfg(target_os = "macos")]
fn put_concealed(_board: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use objc2_app_kit::{NSPasteboard, NSPasteboardContentsOptions};
    use objc2_foundation::{NSString, ns_string};
    // Not by arboard, which empties the board itself: what follows would be a part of Universal Clipboard again.
    let board = NSPasteboard::generalPasteboard();
    board.prepareForNewContentsWithOptions(NSPasteboardContentsOptions::CurrentHostOnly);
    let put = board.setString_forType(ns_string!(""), ns_string!("org.nspasteboard.ConcealedType"))
        // The value of NSPasteboardTypeString.
        && board.setString_forType(&NSString::from_str(text), ns_string!("public.utf8-plain-text"));
    if put { Ok(()) } else { Err(arboard::Error::ContentNotAvailable) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    async fn text() -> Option<String> {
        with_board(|board| Ok(board.get_text().ok())).await.unwrap()
    }

    #[tokio::test]
    #[ignore = "needs a display: ./dev test"]
    async fn it_is_taken_away_in_time_and_only_while_it_is_ours() {
        let concealed = Concealed::for_a_time(Duration::from_millis(100));
        let first = concealed.put(SecretString::from("made up")).await.unwrap();
        assert_eq!(text().await.as_deref(), Some("made up"));
        concealed.take_away_later(first).await;
        assert_eq!(text().await, None);

        // What somebody copied meanwhile stays.
        let second = concealed.put(SecretString::from("made up")).await.unwrap();
        super::super::put("something else".into()).await.unwrap();
        concealed.take_away_later(second).await;
        assert_eq!(text().await.as_deref(), Some("something else"));

        // The time of an earlier one does not end a later one; leaving does.
        let earlier = concealed.put(SecretString::from("made up")).await.unwrap();
        concealed.put(SecretString::from("made up later")).await.unwrap();
        concealed.take_away_later(earlier).await;
        assert_eq!(text().await.as_deref(), Some("made up later"));
        concealed.take_away().await;
        assert_eq!(text().await, None);
    }
}
