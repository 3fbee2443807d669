//! Signing in the person of one seat, and out again.

mod consent;
mod entra;
mod explain;
mod policies;
mod servicenow;
mod token;
mod waiting;

pub(crate) use entra::refresh as refresh_entra;
pub use explain::known_codes;
pub(crate) use policies::of as policies_of;
pub(crate) use servicenow::refresh as refresh_servicenow;
pub(crate) use waiting::UnderWay;

use std::{collections::BTreeMap, time::Duration};

use net::oauth::loopback::{PasteBox, Words as PageWords};
use setup::{
    Event as Entry, Problem,
    guide::{SeatId, Service},
    ports::Journal,
    problem::Result,
};

use crate::{
    app::{App, locked},
    event::Event,
    request::SignInWay,
    session::{Session, sealed_name},
    setups::{Opened, service_of},
    view::{
        setup::SetupView,
        sign_in::{SignInNote, SignInState, SignInView},
    },
};

/// How long a browser may take to come back: long enough for a second factor and a colleague's consent.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// Hears how a sign-in goes on.
pub(crate) type Told<'a> = &'a (dyn Fn(SignInState) + Send + Sync);

/// Who signed in, and what there is to know about it.
#[derive(Debug)]
pub struct SignedIn {
    pub account: String,
    pub notes: Vec<Problem>,
}

impl App {
    /// Signs in and waits for it.
    ///
    /// # Errors
    /// `seat-unknown`, `servicenow-no-device-code`, `sign-in-…`, or why what was given cannot be kept. Nothing of it is kept then.
    pub async fn sign_in_to_end(
        &self,
        setup: &str,
        seat: &str,
        way: SignInWay,
        tell: Told<'_>,
    ) -> Result<SignedIn> {
        let opened = self.open(setup).await?;
        let service = service_of(&opened.told.guide, seat)?;
        // Nobody is sent through a sign-in whose result could not be kept.
        setup::ports::Vault::prove(&*self.inner().vault).await?;
        let waiting = self.begin_sign_in(&opened, seat);
        let signed_in = async {
            match (service, way) {
                (Service::Entra, SignInWay::Browser) => {
                    entra::browser(self, &opened, seat, &waiting, tell).await
                }
                (Service::Entra, SignInWay::DeviceCode) => entra::device(self, &opened, &waiting, tell).await,
                (Service::Servicenow, SignInWay::Browser) => {
                    servicenow::browser(self, &opened, &waiting, tell).await
                }
                (Service::Servicenow, SignInWay::DeviceCode) => {
                    Err(Problem::new("servicenow-no-device-code"))
                }
            }
        };
        // "If no match is made, the instance uses the first redirect URL" ("Create an endpoint for external clients").
        let slow = if service == Service::Servicenow { SignInNote::Elsewhere } else { SignInNote::Slow };
        let ended =
            waiting.cancel.race(waiting::telling_when_slow(tell, slow, waiting::SLOW, signed_in)).await;
        self.end_sign_in(&opened, seat, &waiting);
        match ended {
            Ok(session) => self.signed_in(&opened, seat, session, way_name(way)).await,
            Err(problem) => {
                self.await_consent(&opened, seat, &problem).await?;
                Err(problem)
            }
        }
    }

    /// Keeps the session, and sees what there is to know about who has it.
    pub(super) async fn signed_in(
        &self,
        opened: &Opened,
        seat: &str,
        session: Session,
        with: &str,
    ) -> Result<SignedIn> {
        let notes = match service_of(&opened.told.guide, seat)? {
            Service::Servicenow => servicenow::notes(self, opened, &session).await,
            Service::Entra => Vec::new(),
        };
        let account = self.keep(opened, seat, session, with).await?;
        Ok(SignedIn { account, notes })
    }

    /// Begins to sign in. How it goes on comes as events; what is known at once is answered.
    ///
    /// # Errors
    /// `seat-unknown`
    pub async fn sign_in(&self, setup: &str, seat: &str, way: SignInWay) -> Result<SignInView> {
        let opened = self.open(setup).await?;
        service_of(&opened.told.guide, seat)?;
        let id = opened.record.head.id.clone();
        let (first, first_state) = tokio::sync::oneshot::channel();
        let first = std::sync::Mutex::new(Some(first));
        let app = self.clone();
        let seat_id: SeatId = seat.to_owned();
        tokio::spawn(async move {
            let tell = |state: SignInState| {
                if let Some(first) = locked(&first).take() {
                    let _ = first.send(state.clone());
                }
                let event = Event::SignIn { setup: id.clone(), seat: seat_id.clone(), state };
                app.inner().hub.send(event);
            };
            match app.sign_in_to_end(&id, &seat_id, way, &tell).await {
                Ok(SignedIn { account, notes }) => tell(SignInState::SignedIn { account, notes }),
                Err(problem) if problem.code == "cancelled" => tell(SignInState::Cancelled),
                Err(problem) => tell(SignInState::Failed { problem }),
            }
        });
        let state = first_state.await.map_err(|_| Problem::new("sign-in-impossible"))?;
        Ok(SignInView { seat: seat.into(), state })
    }

    /// # Errors
    /// `setup-unknown`
    pub async fn cancel_sign_in(&self, setup: &str, seat: &str) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        if let Some(waiting) = self.waiting(&opened, seat) {
            waiting.cancel.raise();
        }
        self.show(setup).await
    }

    /// Forgets the seat's session here. What the service can revoke is revoked.
    ///
    /// # Errors
    /// `seat-unknown`
    pub async fn sign_out(&self, setup: &str, seat: &str) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let service = service_of(&opened.told.guide, seat)?;
        let id = &opened.record.head.id;
        if service == Service::Servicenow
            && let Ok(session) = self.sessions(&opened).session(&seat.to_owned()).await
        {
            // An instance that does not answer must not keep anyone signed in here.
            servicenow::revoke(self, &opened, &session).await;
        }
        opened.store.forget(id, &sealed_name(seat)).await?;
        self.append(&opened, vec![Entry::SignedOut { seat: seat.into() }]).await?;
        self.show(setup).await
    }

    async fn keep(&self, opened: &Opened, seat: &str, session: Session, with: &str) -> Result<String> {
        let account = session.account.clone();
        let sealed = self.sessions(opened).seal(&seat.to_owned(), &session).await?;
        let event = Entry::SignedIn { seat: seat.into(), account: account.clone(), with: with.into() };
        opened.store.append(&opened.record.head.id, vec![event], vec![sealed]).await?;
        self.changed(&opened.record.head.id);
        Ok(account)
    }

    /// Opens an address of a sign-in, which may only be on `host`. `back` takes what the browser ends at, if it cannot come back.
    fn send_browser(&self, url: &url::Url, host: &str, back: PasteBox, waiting: &UnderWay, tell: Told<'_>) {
        waiting.at_page(url, back);
        let opened = self.inner().browser.open(url.as_str(), &[host]).is_ok();
        tell(SignInState::Browser { url: url.to_string(), opened });
    }

    /// What the browser shows when it has been here.
    fn page_words(&self, opened: &Opened) -> PageWords {
        let words = self.words(&opened.told.words);
        let say = |id: &str| words.say(id, &BTreeMap::new());
        PageWords {
            lang: words.language().to_owned(),
            done_title: say("page-signed-in"),
            done_text: say("page-signed-in.what"),
            failed_title: say("page-not-signed-in"),
            failed_text: say("page-not-signed-in.what"),
        }
    }
}

fn way_name(way: SignInWay) -> &'static str {
    match way {
        SignInWay::Browser => "browser",
        SignInWay::DeviceCode => "device-code",
    }
}
