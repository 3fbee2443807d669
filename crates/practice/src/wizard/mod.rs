//! The setup wizard of the Microsoft 365 support integration, and its Link Account.

mod complete;
mod conditions;
mod link_account;
mod pages;
mod setup;
mod stage;

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;
use crate::random;
use crate::test_setup::Outcome;
use stage::Stage;

pub(crate) const SETUP: &str = "/x_mioms_m365_assis_setup.do";
pub(crate) const LINK_ACCOUNT: &str = "/x_mioms_m365_assis_link_account.do";

/// Where the integration takes requests from Microsoft, on the instance.
const ENDPOINT: &str = "/api/x_mioms_m365_assis/support";

/// How far the wizard is, and what it was told. Fields that an older world's file lacks are as in a fresh one.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wizard {
    stage: Stage,
    agreed: bool,
    test_environment: bool,
    tenant: Option<String>,
    /// The `sys_id` of the registry record that was chosen.
    oauth_entity: Option<String>,
    integration: Option<Integration>,
    tested: Option<Outcome>,
    /// One for the whole application. It is not the wizard's, so starting over leaves it.
    linked_account: Option<String>,
}

/// What the Microsoft side has to know of this instance. Made once, when the last page is reached the first time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Integration {
    pub repository_id: String,
    pub endpoint: String,
}

impl Integration {
    fn new(instance: &str) -> Self {
        Self { repository_id: random::guid(), endpoint: format!("{instance}{ENDPOINT}") }
    }
}

impl Wizard {
    /// What the control shows of it.
    pub(crate) fn state(&self) -> Value {
        let integration = self.integration.as_ref();
        json!({
            "page": self.stage.name(),
            "agreed": self.agreed,
            "testEnvironment": self.test_environment,
            "tenant": self.tenant,
            "oauthEntity": self.oauth_entity,
            "repositoryId": integration.map(|integration| &integration.repository_id),
            "endpoint": integration.map(|integration| &integration.endpoint),
            "tested": self.tested.as_ref().map(Outcome::name),
            "linkedAccount": self.linked_account,
        })
    }

    /// One page back. What a test said holds for the last page alone.
    fn back(&mut self) {
        self.stage = self.stage.back();
        self.tested = None;
    }

    /// The first page of a wizard that knows nothing.
    fn start_over(&mut self) {
        *self = Self { linked_account: self.linked_account.take(), ..Self::default() };
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(setup::routes()).merge(link_account::routes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_before_the_wizard_was_simulated_still_loads() {
        let wizard: Wizard = serde_json::from_str("{}").unwrap();
        assert_eq!(wizard.state()["page"], "agree");
    }

    #[test]
    fn starting_over_leaves_the_linked_account() {
        let mut wizard = Wizard {
            stage: Stage::Complete,
            agreed: true,
            linked_account: Some("support@example.com".to_owned()),
            ..Wizard::default()
        };
        wizard.start_over();
        let state = wizard.state();
        assert_eq!((&state["page"], &state["agreed"]), (&json!("agree"), &json!(false)));
        assert_eq!(state["linkedAccount"], "support@example.com");
    }
}
