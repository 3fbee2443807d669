//! What the tenant's policies allow, read beforehand by whoever consents to one more right. Its tokens are used for that one question
//! and not kept; without it the policy is not known, tried, and learnt from a refusal.

use std::collections::BTreeMap;

use entra::{Graph, READ_POLICIES, SecretPolicy};
use setup::{Event as Entry, Problem, problem::Result};

use super::{PATIENCE, Told, entra::kept, waiting::noted};
use crate::{
    app::App,
    view::{settings::EntraClient, setup::PolicyView, sign_in::SignInState},
};

/// Names of learned values.
const SECRETS: &str = "policy.secrets";
const SECRET_DAYS: &str = "policy.secret-days";

impl App {
    /// Sends the browser to ask for the right to read policies, reads the one on client secrets, and keeps what it says.
    ///
    /// # Errors
    /// `policies-not-readable` with Azure CLI, whose rights are fixed; `sign-in-…`, `graph-denied`. What was known before stays.
    pub async fn read_policies(&self, setup: &str, seat: &str, tell: Told<'_>) -> Result<PolicyView> {
        let opened = self.open(setup).await?;
        if self.settings().entra_client == EntraClient::AzureCli {
            return Err(Problem::new("policies-not-readable"));
        }
        let under_way = self.begin_sign_in(&opened, seat);
        let read = async {
            let mut sign_in = super::entra::prepare(self, &opened, &super::entra::chosen(self)).await?;
            sign_in.more.push(READ_POLICIES.to_owned());
            let waiting = sign_in.browser(&[]).await.map_err(|error| steps::problem::of_entra(&error))?;
            let host = sign_in.cloud.login.host();
            self.send_browser(waiting.url(), &host, waiting.paste_box(), &under_way, tell);
            let words = self.page_words(&opened);
            let signed_in = waiting.finish(&words, PATIENCE, &|event| tell(noted(event))).await;
            let session = kept(&sign_in, signed_in)?;
            let graph = Graph::new(sign_in.http, sign_in.cloud, session.access);
            graph.secret_policy().await.map_err(|error| steps::problem::of_entra(&error))
        };
        let ended = under_way.cancel.race(read).await;
        self.end_sign_in(&opened, seat, &under_way);
        let values = learned(ended?);
        self.append(&opened, vec![Entry::Learned { values: values.clone() }]).await?;
        Ok(of(&values))
    }

    /// The same for the window: how the sign-in goes on comes as events.
    ///
    /// # Errors
    /// As [`App::read_policies`].
    pub async fn ask_policies(&self, setup: &str, seat: &str) -> Result<PolicyView> {
        let id = self.open(setup).await?.record.head.id;
        let tell = |state: SignInState| {
            let event = crate::event::Event::SignIn { setup: id.clone(), seat: seat.to_owned(), state };
            self.inner().hub.send(event);
        };
        let read = self.read_policies(&id, seat, &tell).await;
        // Nobody was signed in or out by it.
        tell(SignInState::Cancelled);
        read
    }
}

fn learned(policy: SecretPolicy) -> BTreeMap<String, String> {
    let allowed = if policy.allowed { "yes" } else { "no" };
    let days = policy.longest_days.map(|days| days.to_string()).unwrap_or_default();
    [(SECRETS, allowed.to_owned()), (SECRET_DAYS, days)].map(|(name, value)| (name.to_owned(), value)).into()
}

/// What was learned of the policies so far.
pub(crate) fn of(values: &BTreeMap<String, String>) -> PolicyView {
    PolicyView {
        secrets: values.get(SECRETS).map(|allowed| allowed == "yes"),
        longest_days: values.get(SECRET_DAYS).and_then(|days| days.parse().ok()),
    }
}
