//! "Test setup": whether what was set up on both sides really works together.
//!
//! The instance asks Entra for a token over HTTP, as its outbound OAuth client would, and Microsoft's side compares what it
//! was told in the admin center.

mod token_request;

use serde::{Deserialize, Serialize};

use crate::admin_center::{Settings, Tool};
use crate::app::App;
use crate::instance::business_rules::default_profile;
use crate::instance::tables::{Row, Tables};
use crate::wizard::Integration;
use token_request::TokenRequest;

/// What a test said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    Succeeded,
    /// What to fix, a sentence each.
    Failed(Vec<String>),
}

impl Outcome {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Succeeded => "succeeded",
            Self::Failed(_) => "failed",
        }
    }
}

/// Tests with the registry record of that `sys_id`. The world is locked before and after asking for a token, never while
/// doing so: who answers needs it too.
pub(crate) async fn run(app: &App, record: &str, integration: &Integration) -> Outcome {
    let registered = Registered::of(&app.world().await.instance.tables, record);
    let Registered { client_id, request, mut problems } = registered;
    if let Some(request) = request
        && let Err(problem) = request.send(app).await
    {
        problems.push(problem);
    }
    problems.extend(differences(app.world().await.admin_center.saved(), &client_id, integration));
    if problems.is_empty() { Outcome::Succeeded } else { Outcome::Failed(problems) }
}

/// What the registry holds.
struct Registered {
    client_id: String,
    /// Absent when there is a problem already.
    request: Option<TokenRequest>,
    problems: Vec<String>,
}

impl Registered {
    fn of(tables: &Tables, sys_id: &str) -> Self {
        let missing = Row::default();
        let row = tables.find("oauth_entity", "sys_id", sys_id).unwrap_or(&missing);
        let name = row.get("name");
        let mut problems = Vec::new();
        let secret = tables.keys.decrypt(row.get("client_secret"));
        if secret.is_none() {
            problems.push(format!(
                "The client secret stored in “{name}” cannot be used: enter it again in the Application Registry."
            ));
        }
        let profile = default_profile(tables, sys_id);
        if profile.is_none_or(|profile| profile.get("grant_type") != "client_credentials") {
            problems.push(format!(
                "“{name}” has no default OAuth Entity Profile with the grant type Client Credentials: correct its profiles in the Application Registry."
            ));
        }
        let request = secret.filter(|_| problems.is_empty()).map(|secret| TokenRequest {
            record: name.to_owned(),
            url: row.get("token_url").to_owned(),
            client_id: row.get("client_id").to_owned(),
            secret: secret.to_owned(),
        });
        Self { client_id: row.get("client_id").to_owned(), request, problems }
    }
}

/// Where the admin center was told something else than the wizard shows.
fn differences(saved: &Settings, client_id: &str, ours: &Integration) -> Vec<String> {
    const AT: &str = "in the Microsoft 365 admin center under Support integration";
    let mut problems = Vec::new();
    if saved.tool != Tool::ServiceNow {
        problems.push(format!(
            "Internal support tool is not ServiceNow: choose it and save {AT}, Basic information."
        ));
    }
    if !saved.application_id.eq_ignore_ascii_case(client_id) {
        problems.push(format!(
            "Application ID to issue Auth Token is not the Outbound App ID {client_id}: enter it and save {AT}, Basic information."
        ));
    }
    let same = |endpoint: &str| endpoint.trim_end_matches('/') == ours.endpoint.trim_end_matches('/');
    let id = &ours.repository_id;
    let mut repositories =
        saved.repositories.iter().filter(|repository| repository.repository == *id).peekable();
    if repositories.peek().is_none() {
        problems
            .push(format!("No repository has the Repository ID {id}: add it and save {AT}, Repositories."));
    } else if !repositories.any(|repository| same(&repository.endpoint)) {
        problems.push(format!(
            "The endpoint of repository {id} is not {}: correct it and save {AT}, Repositories.",
            ours.endpoint
        ));
    }
    problems
}
