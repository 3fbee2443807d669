//! `entra.client-credentials`: the application signs in with its secret, the way the other service will. Writes nothing.

use std::{collections::BTreeMap, time::Duration};

use crate::fields::fits;
use entra::{ProofFailure, Resource, TokenPath};
use futures_util::future::BoxFuture;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Effect, Object, Observed, Ownership, Problem, Step, StepKind,
    kind::Verdict,
    problem::Result,
    record::{KnownBy, StepState},
};

use super::{is_within, is_young, wait};
use crate::{fields::is_waiting, problem, services::Services};

pub struct ClientCredentialsKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parameters {
    client_id: String,
    /// Full name of the secret.
    secret: String,
    /// A token endpoint of the setup's tenant, named by its domain or GUID; anything else is refused, as a secret goes there.
    token_url: String,
    /// Graph of the setup's cloud.
    resource: String,
}

/// A new secret may be refused for as long by a token endpoint that has not heard of it.
const PATIENCE: Duration = Duration::from_secs(90);

impl StepKind for ClientCredentialsKind {
    fn name(&self) -> &'static str {
        "entra.client-credentials"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn proves(&self) -> bool {
        true
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            if let Some(waiting) = is_waiting(step) {
                return Ok(waiting);
            }
            let wanted: Parameters = step.parameters()?;
            let Some(version) = step.key(&wanted.secret).await?.map(|key| key.id) else {
                return Ok(Observed::Waiting { needs: vec![wanted.secret] });
            };
            if !is_proven(step, &version) {
                return Ok(Observed::Unproven);
            }
            let object = Object {
                id: version.clone(),
                name: wanted.client_id,
                ownership: Ownership::Ours,
                fields: [("keyId".to_owned(), json!(version))].into(),
                gives: gives(version),
            };
            Ok(Observed::Matches { object })
        })
    }

    fn verify<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Option<Verdict>>> {
        Box::pin(async move {
            let wanted: Parameters = step.parameters()?;
            let tenant_id = step.values.get("tenant.id").map(String::as_str);
            let names: Vec<&str> =
                std::iter::once(step.head.tenant_domain.as_str()).chain(tenant_id).collect();
            let path = TokenPath::of(&wanted.token_url, &self.0.cloud, &names)
                .filter(|_| wanted.resource == self.0.cloud.graph.to_string())
                .ok_or_else(|| Problem::new("guide-parameters").arg("step", &step.definition.id))?;
            let Some(key) = step.key(&wanted.secret).await? else {
                return Err(Problem::new("secret-missing").arg("secret", &wanted.secret));
            };
            let version = key.id;
            if !key.held {
                // Without its value it cannot be used again; what was proven of it still is.
                let why = problem::not_held(&wanted.secret);
                return if is_proven(step, &version) {
                    let gives = gives(version);
                    Ok(Some(Verdict::Holds { known_by: KnownBy::Proven, gives, warning: Some(why) }))
                } else {
                    Err(why)
                };
            }
            let secret = step.secret(&wanted.secret).await?;
            let asking = Asking { services: &self.0, path, client_id: &wanted.client_id, secret };
            let holds =
                |warning| Verdict::Holds { known_by: KnownBy::Proven, gives: gives(version), warning };
            Ok(Some(match asking.patiently(step).await {
                Ok(warning) => holds(warning),
                Err(failure) => Verdict::Fails(problem::of_proof(&failure)),
            }))
        })
    }
}

/// One secret at one token endpoint.
struct Asking<'a> {
    services: &'a Services,
    path: TokenPath,
    client_id: &'a str,
    secret: SecretString,
}

impl Asking<'_> {
    async fn once(&self, resource: Resource) -> Result<(), ProofFailure> {
        let Services { http, cloud, .. } = self.services;
        entra::prove(http, cloud, &self.path, self.client_id, &self.secret, resource).await
    }

    /// Two tokens in a row, as an answer may come from a replica that lags behind the one before. With `resource` the secret is
    /// proven; the second time it is left out, as whoever will use the secret may leave it out. That this alone is refused says
    /// nothing against the secret and is a warning.
    async fn patiently(&self, step: &Step<'_>) -> Result<Option<Problem>, ProofFailure> {
        let started = step.ports.clock.now();
        loop {
            let failure = match self.twice().await {
                Ok(warning) => return Ok(warning),
                Err(failure) => failure,
            };
            let late = failure.may_be_replication() && is_young(step);
            if !(late || failure.is_passing()) || !is_within(step, started, PATIENCE) {
                return Err(failure);
            }
            wait(step).await;
        }
    }

    async fn twice(&self) -> Result<Option<Problem>, ProofFailure> {
        if !self.path.takes_resource() {
            self.once(Resource::Unsaid).await?;
            return self.once(Resource::Unsaid).await.map(|()| None);
        }
        self.once(Resource::Graph).await?;
        match self.once(Resource::Unsaid).await {
            Ok(()) => Ok(None),
            Err(failure) if failure.is_passing() || failure.may_be_replication() => Err(failure),
            Err(failure) => {
                self.once(Resource::Graph).await?;
                let said = problem::of_proof(&failure);
                let code = said.support.as_ref().and_then(|support| support.service_code.clone());
                let warning = Problem::new("proof-without-resource")
                    .arg("code", code.unwrap_or_else(|| said.code.clone()))
                    .hint("hint-proof-without-resource")
                    .effect(Effect::None);
                Ok(Some(Problem { support: said.support, ..warning }))
            }
        }
    }
}

/// Whether the secret of that key id was proven by use before.
fn is_proven(step: &Step<'_>, version: &str) -> bool {
    step.record.seen.as_ref().is_some_and(|(_, seen)| {
        seen.state == StepState::Done && seen.gives.get("key-id").is_some_and(|proven| proven == version)
    })
}

fn gives(version: String) -> BTreeMap<String, String> {
    [("key-id".to_owned(), version)].into()
}
