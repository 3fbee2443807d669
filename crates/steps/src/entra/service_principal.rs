//! `entra.service-principal`: an application's standing in the tenant. The portal makes it silently; Graph does not.

use std::collections::BTreeMap;

use crate::fields::{difference, fits};
use entra::ServicePrincipal;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Applied, Change, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo, Verb,
    journal::Landing,
    kind::Undoing,
    problem::Result,
    record::{Intent, UNDO},
};

use super::{applied, read, unknown_write};
use crate::{fields::is_waiting, services::Services};

pub struct ServicePrincipalKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parameters {
    /// Of the application.
    client_id: String,
    /// The application's display name, which the service principal takes over: what a plan calls it before either is there.
    name: Option<String>,
}

const OBJECT: &str = "entra.service-principal";
const ENABLE: &str = "enable";
const ENABLED: &str = "accountEnabled";

impl StepKind for ServicePrincipalKind {
    fn name(&self) -> &'static str {
        "entra.service-principal"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            if let Some(waiting) = is_waiting(step) {
                return Ok(waiting);
            }
            Ok(match self.find(step).await? {
                None => Observed::Absent,
                Some(found) => {
                    let object = object(step, &found);
                    // Absent means enabled ("servicePrincipal resource type").
                    let is = json!(found.account_enabled.unwrap_or(true));
                    match difference(ENABLED, &is, &json!(true)) {
                        Some(disabled) => Observed::Differs { object, fields: vec![disabled] },
                        None => Observed::Matches { object },
                    }
                }
            })
        })
    }

    fn drift(&self, step: &Step<'_>, observed: &Observed) -> Vec<String> {
        let made = step.record.ours().next().is_some();
        match observed {
            Observed::Differs { .. } => vec!["drift-principal-disabled".to_owned()],
            Observed::Absent if made => vec!["drift-principal-gone".to_owned()],
            _ => Vec::new(),
        }
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        match observed {
            Observed::Absent | Observed::Waiting { .. } => {
                let after = [("appId", json!(wanted.client_id)), ("tags", json!([step.mark()]))];
                let name = wanted.name.as_ref().unwrap_or(&wanted.client_id);
                Ok(vec![Change {
                    after: after.map(|(name, value)| (name.to_owned(), value)).into(),
                    ..change(step, "create", Verb::Create, name, None)
                }])
            }
            Observed::Differs { object, fields } => {
                let side = |value: fn(&setup::observed::FieldDifference) -> &Value| {
                    fields.iter().map(|one| (one.field.clone(), value(one).clone())).collect()
                };
                Ok(vec![Change {
                    before: side(|one| &one.is),
                    after: side(|one| &one.wanted),
                    stays: vec!["stays-audit-entries".into()],
                    ..change(step, ENABLE, Verb::Update, &object.name, Some(&object.id))
                }])
            }
            _ => Ok(Vec::new()),
        }
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match (change.verb, change.id.as_deref()) {
                (Verb::Create, _) => {
                    let app_id = change.after.get("appId").and_then(Value::as_str).unwrap_or_default();
                    let tags = &[step.mark()];
                    let made = super::graph(&self.0, step, |graph| async move {
                        graph.create_service_principal(app_id, tags).await
                    });
                    applied(made.await, |made| Outcome { landing: landing(&made), secret: None })
                }
                (Verb::Update, Some(id)) => {
                    let enabled = change.after.get(ENABLED).and_then(Value::as_bool).unwrap_or(true);
                    let done = super::graph(&self.0, step, |graph| async move {
                        graph.enable_service_principal(id, enabled).await
                    });
                    applied(done.await, |()| Outcome::default())
                }
                (Verb::Delete, Some(id)) => {
                    let gone = super::graph(&self.0, step, |graph| async move {
                        graph.delete_service_principal(id).await
                    });
                    applied(gone.await, |()| Outcome {
                        landing: Landing { id: Some(id.to_owned()), ..Landing::default() },
                        secret: None,
                    })
                }
                _ => unknown_write(change),
            }
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            // Deleting the application takes it along, and then there is no client id to ask by.
            let found = if step.pending.is_empty() { self.find(step).await? } else { None };
            Ok(match (intent.change.verb, found) {
                (Verb::Create, Some(found)) if found.tags.contains(&step.mark()) => {
                    Settled::Landed(landing(&found))
                }
                (Verb::Update, Some(found)) => {
                    let wanted = intent.change.after.get(ENABLED).and_then(Value::as_bool);
                    if found.account_enabled == wanted {
                        Settled::Landed(Landing { id: Some(found.id), ..Landing::default() })
                    } else {
                        Settled::DidNotLand
                    }
                }
                (Verb::Update, None) => Settled::DidNotLand,
                // A tenant has one service principal for an application, so trying again is safe.
                (Verb::Create, _) => Settled::DidNotLand,
                (_, Some(_)) => Settled::DidNotLand,
                (_, None) => Settled::Landed(Landing { id: intent.change.id.clone(), ..Landing::default() }),
            })
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        for intent in step.record.standing() {
            match observed.object() {
                // What was changed on one of our own goes with it; somebody else's is left as it was found.
                Some(object) if intent.change.verb == Verb::Update => {
                    if !step.record.owns(&object.id) {
                        undoing.changes.push(put_back(step, &intent.change, object));
                    }
                }
                None => undoing.gone.push(intent.id.clone()),
                Some(object) => {
                    if object.ownership != Ownership::Ours {
                        undoing.questions.push(Problem::new("ownership-unsure").arg("object", &object.name));
                    }
                    undoing.changes.push(Change {
                        before: object.fields.clone(),
                        undo: Undo::Impossible { because: "undo-of-undo".into() },
                        ..change(step, "delete", Verb::Delete, &object.name, Some(&object.id))
                    });
                }
            }
        }
        Ok(undoing)
    }
}

impl ServicePrincipalKind {
    async fn find(&self, step: &Step<'_>) -> Result<Option<ServicePrincipal>> {
        let wanted: Parameters = step.parameters()?;
        let client_id = &wanted.client_id;
        read(&self.0, step, |graph| async move { graph.service_principal(client_id).await }).await
    }
}

fn put_back(step: &Step<'_>, enabled: &Change, object: &Object) -> Change {
    Change {
        before: enabled.after.clone(),
        after: enabled.before.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        stays: vec!["stays-audit-entries".into()],
        ..change(step, &format!("{UNDO}{ENABLE}"), Verb::Update, &object.name, Some(&object.id))
    }
}

fn object(step: &Step<'_>, found: &ServicePrincipal) -> Object {
    let marked = found.tags.contains(&step.mark());
    Object {
        ownership: match (marked, step.record.owns(&found.id)) {
            (true, true) => Ownership::Ours,
            (false, false) => Ownership::Theirs,
            _ => Ownership::Unsure,
        },
        id: found.id.clone(),
        name: found.display_name.clone().unwrap_or_else(|| found.app_id.clone()),
        fields: [
            ("appId".to_owned(), json!(found.app_id)),
            ("accountEnabled".to_owned(), json!(found.account_enabled)),
            ("tags".to_owned(), json!(found.tags)),
        ]
        .into(),
        gives: [("object-id".to_owned(), found.id.clone())].into(),
    }
}

fn landing(made: &ServicePrincipal) -> Landing {
    Landing {
        id: Some(made.id.clone()),
        gives: [("object-id".to_owned(), made.id.clone())].into(),
        ..Landing::default()
    }
}

fn change(step: &Step<'_>, write: &str, verb: Verb, name: &str, id: Option<&str>) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name: name.into(),
        id: id.map(str::to_owned),
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: step.marker("tags"),
        undo: Undo::Automatic,
        stays: vec!["stays-soft-deleted-application".into(), "stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
