//! Tokens for runs: opened, renewed in time, asked for again when nothing else helps.

use std::{collections::HashMap, sync::Arc};

use futures_util::future::BoxFuture;
use secrecy::SecretString;
use setup::{
    Problem,
    guide::{Guide, SeatId, Service},
    ports::{Access, Journal, Sealed, Vault as _},
    problem::Result,
    record::SetupHead,
};
use store::Store;
use tokio::sync::Mutex;

use super::{Session, sealed_name};
use crate::{
    app::{App, locked},
    setups::{Opened, service_of},
    sign_in,
};

/// Opened sessions of every setup, so that the keychain is asked once and not for each request.
#[derive(Default)]
pub struct Sessions(Mutex<HashMap<String, (Vec<u8>, Session)>>);

/// The sessions of one setup.
pub(crate) struct SetupSessions {
    app: App,
    store: Store,
    head: SetupHead,
    guide: Arc<crate::guides::Told>,
    accounts: std::collections::BTreeMap<SeatId, String>,
    tenant_id: String,
}

impl App {
    pub(crate) fn sessions(&self, opened: &Opened) -> SetupSessions {
        SetupSessions {
            app: self.clone(),
            store: opened.store.clone(),
            head: opened.record.head.clone(),
            guide: opened.told.clone(),
            accounts: opened.record.accounts.clone(),
            tenant_id: opened.record.learned.get("tenant.id").cloned().unwrap_or_default(),
        }
    }
}

impl SetupSessions {
    fn guide(&self) -> &Guide {
        &self.guide.guide
    }

    fn needed(&self, seat: &SeatId) -> Problem {
        Problem::new("sign-in-needed").arg("seat", seat).hint("hint-sign-in")
    }

    /// Seals a session for the seat.
    pub async fn seal(&self, seat: &SeatId, session: &Session) -> Result<Sealed> {
        let about = [("account".to_owned(), session.account.clone())].into();
        self.app.inner().vault.seal(&sealed_name(seat), about, &session.to_sealable()?).await
    }

    /// The session as kept, whether its token is still good or not.
    pub async fn session(&self, seat: &SeatId) -> Result<Session> {
        let name = sealed_name(seat);
        let sealed = self.store.sealed(&self.head.id, &name).await?.ok_or_else(|| self.needed(seat))?;
        let key = format!("{}.{name}", self.head.id);
        let mut opened = self.app.inner().sessions.0.lock().await;
        match opened.get(&key) {
            // Another process may have signed in or renewed since: then the sealed text differs.
            Some((blob, session)) if *blob == sealed.blob => Ok(session.clone()),
            _ => {
                let text = self.app.inner().vault.open(&sealed).await.map_err(|problem| {
                    match problem.code.as_str() {
                        // Sealed by an identity that is gone (another machine, memory of an earlier run): only signing in helps.
                        "secret-sealed-by-another-identity" => self.needed(seat),
                        _ => problem,
                    }
                })?;
                let session = Session::from_sealable(&text)?;
                opened.insert(key, (sealed.blob, session.clone()));
                Ok(session)
            }
        }
    }

    async fn refresh(&self, seat: &SeatId, session: &Session) -> Result<SecretString> {
        if session.refresh.is_none() {
            return Err(self.needed(seat));
        }
        let renewed = match service_of(self.guide(), seat)? {
            Service::Entra => sign_in::refresh_entra(&self.app, &self.head, &self.tenant_id, session).await,
            Service::Servicenow => sign_in::refresh_servicenow(&self.app, &self.head, session).await,
        };
        let renewed = match renewed {
            Ok(renewed) => renewed,
            // Refused: the person has to come again. A network that is down is another matter.
            Err(problem) if is_refusal(&problem) => return Err(self.needed(seat)),
            Err(problem) => return Err(problem),
        };
        let sealed = self.seal(seat, &renewed).await?;
        self.store.append(&self.head.id, Vec::new(), vec![sealed]).await?;
        Ok(renewed.access)
    }
}

impl Access for SetupSessions {
    fn token<'a>(&'a self, seat: &'a SeatId) -> BoxFuture<'a, Result<SecretString>> {
        Box::pin(async move {
            let session = self.session(seat).await?;
            if session.claims.is_some() {
                return Err(self.needed(seat));
            }
            if session.is_fresh(jiff::Timestamp::now()) {
                return Ok(session.access);
            }
            self.renew(seat, &session.access).await
        })
    }

    fn renew<'a>(
        &'a self,
        seat: &'a SeatId,
        refused: &'a SecretString,
    ) -> BoxFuture<'a, Result<SecretString>> {
        Box::pin(async move {
            // One at a time: a refresh token may be good for one use only.
            static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());
            let _turn = ONE_AT_A_TIME.lock().await;
            let session = self.session(seat).await?;
            if !same(&session.access, refused) {
                // Somebody else was quicker.
                return Ok(session.access);
            }
            self.refresh(seat, &session).await
        })
    }

    fn challenged<'a>(&'a self, seat: &'a SeatId, claims: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let session = Session { claims: Some(claims.to_owned()), ..self.session(seat).await? };
            let sealed = self.seal(seat, &session).await?;
            self.store.append(&self.head.id, Vec::new(), vec![sealed]).await.map(drop)
        })
    }

    fn waits_for_role(&self, _seat: &SeatId) -> bool {
        let roles = locked(&self.app.inner().roles);
        roles.get(&self.head.id).is_some_and(|until| std::time::Instant::now() < *until)
    }

    fn account<'a>(&'a self, seat: &'a SeatId) -> BoxFuture<'a, Option<String>> {
        Box::pin(async move { self.accounts.get(seat).cloned() })
    }
}

/// Said by the service; everything that starts with `network-` or `service-` was not.
fn is_refusal(problem: &Problem) -> bool {
    !problem.code.starts_with("network-") && !problem.code.starts_with("service-")
}

fn same(one: &SecretString, other: &SecretString) -> bool {
    use secrecy::ExposeSecret;
    // EXPOSE: compared with each other, both already held here.
    one.expose_secret() == other.expose_secret()
}
