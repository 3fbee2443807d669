//! `entra.client-credentials`: the application signs in with its secret, the way the other service will. Writes nothing.

use std::{collections::BTreeMap, time::Duration};

use crate::fields::fits;
use entra::{Resource, client_credentials::v1_token_path};
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Object, Observed, Ownership, Problem, Step, StepKind,
    kind::Verdict,
    problem::Result,
    record::{KnownBy, StepState},
};

use super::{is_within, wait};
use crate::{fields::is_waiting, problem, services::Services};

pub struct ClientCredentialsKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parameters {
    client_id: String,
    /// Full name of the secret.
    secret: String,
    /// The v1 token endpoint of the setup's tenant; anything else is refused, as a secret goes there.
    token_url: String,
    /// Graph of the setup's cloud.
    resource: String,
}

/// A new secret may be refused for as long by a token endpoint that has not heard of it.
const PATIENCE: Duration = Duration::from_secs(120);

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
            let Some(version) = version(step, &wanted).await? else {
                return Ok(Observed::Waiting { needs: vec![wanted.secret] });
            };
            let proven = step.record.seen.as_ref().is_some_and(|(_, seen)| {
                seen.state == StepState::Done && seen.gives.get("key-id") == Some(&version)
            });
            if !proven {
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
            let Services { http, cloud, .. } = &self.0;
            let tenant = &step.head.tenant_domain;
            let wanted: Parameters = step.parameters()?;
            let endpoint = format!("{}{}", cloud.login, v1_token_path(tenant));
            if wanted.token_url != endpoint || wanted.resource != cloud.graph.to_string() {
                return Err(Problem::new("guide-parameters").arg("step", &step.definition.id));
            }
            let secret = step.secret(&wanted.secret).await?;
            let version = version(step, &wanted).await?.unwrap_or_default();
            let started = step.ports.clock.now();
            loop {
                let proof =
                    entra::prove(http, cloud, tenant, &wanted.client_id, &secret, Resource::Graph).await;
                match proof {
                    Ok(()) => {
                        let gives = gives(version);
                        return Ok(Some(Verdict::Holds { known_by: KnownBy::Proven, gives }));
                    }
                    Err(failure) if failure.is_passing() && is_within(step, started, PATIENCE) => {
                        wait(step).await;
                    }
                    Err(failure) => {
                        return Ok(Some(Verdict::Fails(problem::of_entra(&failure.error))));
                    }
                }
            }
        })
    }
}

/// Key id of the secret as sealed.
async fn version(step: &Step<'_>, wanted: &Parameters) -> Result<Option<String>> {
    let sealed = step.ports.journal.sealed(&step.head.id, &wanted.secret).await?;
    Ok(sealed.and_then(|sealed| sealed.about.get("key-id").cloned()))
}

fn gives(version: String) -> BTreeMap<String, String> {
    [("key-id".to_owned(), version)].into()
}
