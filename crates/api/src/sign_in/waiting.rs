//! A sign-in that waits for its person, and the other ways in and out of the browser.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use net::oauth::loopback::{LoopbackEvent, PasteBox};
use setup::{Cancel, Problem, problem::Result};
use url::Url;

use super::Told;
use crate::{
    app::{App, locked},
    clipboard, qr,
    setups::Opened,
    view::{
        qr::QrView,
        sign_in::{SignInNote, SignInState, SignInView},
    },
};

/// Who has not come back by now may be looking at a page of the service that leads nowhere.
pub(super) const SLOW: Duration = Duration::from_secs(60);

/// One sign-in under way. Clones are the same one.
#[derive(Clone, Default)]
pub(crate) struct UnderWay {
    pub cancel: Cancel,
    page: Arc<Mutex<Option<Page>>>,
    /// The page that takes a code.
    device: Arc<Mutex<Option<String>>>,
}

/// Where the browser was sent, and where its last address can be put.
struct Page {
    url: Url,
    back: PasteBox,
}

impl UnderWay {
    pub fn at_page(&self, url: &Url, back: PasteBox) {
        *locked(&self.page) = Some(Page { url: url.clone(), back });
    }

    pub fn at_device(&self, url: &str) {
        *locked(&self.device) = Some(url.to_owned());
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.page, &other.page)
    }
}

/// The same work; whoever watches is told once that it takes long.
pub(super) async fn telling_when_slow<T>(
    tell: Told<'_>,
    note: SignInNote,
    patience: Duration,
    work: impl Future<Output = T>,
) -> T {
    let mut work = std::pin::pin!(work);
    match tokio::time::timeout(patience, &mut work).await {
        Ok(ended) => ended,
        Err(_) => {
            tell(SignInState::Note { note });
            work.await
        }
    }
}

/// What the way back from the browser has to say.
pub(super) fn noted(event: LoopbackEvent) -> SignInState {
    let note = match event {
        LoopbackEvent::TlsHello => SignInNote::TlsHello,
        LoopbackEvent::ForeignRedirect => SignInNote::ForeignRedirect,
        LoopbackEvent::ForeignPaste => SignInNote::ForeignPaste,
    };
    SignInState::Note { note }
}

impl App {
    /// Takes the address that the browser ended at, where it could not come back by itself. Whether it is the right one shows in how
    /// the sign-in goes on.
    ///
    /// # Errors
    /// `sign-in-not-waiting`, when no browser is waited for; `sign-in-paste-refused` for what is no such address.
    pub async fn paste_sign_in(&self, setup: &str, seat: &str, address: &str) -> Result<SignInView> {
        let opened = self.open(setup).await?;
        let waiting = self.waiting(&opened, seat);
        let page = waiting.as_ref().map(|waiting| locked(&waiting.page));
        let page = page.as_ref().and_then(|page| page.as_ref()).ok_or_else(not_waiting)?;
        if !is_final_address(address) {
            return Err(Problem::new("sign-in-paste-refused"));
        }
        page.back.put(address.trim().to_owned());
        let state = SignInState::Browser { url: page.url.to_string(), opened: true };
        Ok(SignInView { seat: seat.into(), state })
    }

    /// Puts the address of the sign-in on the clipboard: for another profile of the browser, or a private window.
    ///
    /// # Errors
    /// `sign-in-not-waiting`, `clipboard-missing`
    pub async fn copy_sign_in_link(&self, setup: &str, seat: &str) -> Result<()> {
        clipboard::put(self.sign_in_link(setup, seat).await?).await
    }

    /// The same address for a phone to read.
    ///
    /// # Errors
    /// `sign-in-not-waiting`, `qr-too-long`
    pub async fn sign_in_qr(&self, setup: &str, seat: &str) -> Result<QrView> {
        qr::of(&self.sign_in_link(setup, seat).await?)
    }

    async fn sign_in_link(&self, setup: &str, seat: &str) -> Result<String> {
        let opened = self.open(setup).await?;
        let waiting = self.waiting(&opened, seat).ok_or_else(not_waiting)?;
        let page = locked(&waiting.page).as_ref().map(|page| page.url.to_string());
        page.or_else(|| locked(&waiting.device).clone()).ok_or_else(not_waiting)
    }

    pub(super) fn waiting(&self, opened: &Opened, seat: &str) -> Option<UnderWay> {
        locked(&self.inner().sign_ins).get(&(opened.record.head.id.clone(), seat.to_owned())).cloned()
    }

    pub(super) fn begin_sign_in(&self, opened: &Opened, seat: &str) -> UnderWay {
        let waiting = UnderWay::default();
        let key = (opened.record.head.id.clone(), seat.to_owned());
        if let Some(before) = locked(&self.inner().sign_ins).insert(key, waiting.clone()) {
            // Begun anew: the browser window of before is of no use any more.
            before.cancel.raise();
        }
        waiting
    }

    /// Another one may have begun meanwhile, and stays.
    pub(super) fn end_sign_in(&self, opened: &Opened, seat: &str, ended: &UnderWay) {
        let key = (opened.record.head.id.clone(), seat.to_owned());
        let mut all = locked(&self.inner().sign_ins);
        if all.get(&key).is_some_and(|waiting| waiting.is(ended)) {
            all.remove(&key);
        }
    }
}

fn not_waiting() -> Problem {
    Problem::new("sign-in-not-waiting")
}

/// Whether a text looks like the end of a sign-in (RFC 6749, sections 4.1.2 and 4.1.2.1) on this computer. What is in it is checked
/// where it is waited for.
fn is_final_address(text: &str) -> bool {
    let Ok(url) = Url::parse(text.trim()) else { return false };
    let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let has = |name: &str| url.query_pairs().any(|(key, _)| key == name);
    local && has("state") && (has("code") || has("error"))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// An instance says nothing where the redirect is not the client's: only that nobody comes back shows it.
    #[tokio::test]
    async fn whoever_does_not_come_back_is_told_once_what_may_be_wrong() {
        let told = Mutex::new(Vec::new());
        let tell = |state: SignInState| {
            if let SignInState::Note { note } = state {
                locked(&told).push(note);
            }
        };
        telling_when_slow(&tell, SignInNote::Elsewhere, SLOW, async {}).await;
        assert!(locked(&told).is_empty());
        let (patience, late) = (Duration::from_millis(5), tokio::time::sleep(Duration::from_millis(50)));
        telling_when_slow(&tell, SignInNote::Elsewhere, patience, late).await;
        assert_eq!(*locked(&told), [SignInNote::Elsewhere]);
    }
}
