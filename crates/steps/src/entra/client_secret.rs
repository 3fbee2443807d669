//! `entra.client-secret`: a client secret of an application, sealed the moment it is answered and shown to nobody.

use std::collections::BTreeMap;

use crate::fields::fits;
use entra::PasswordCredential;
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Applied, Change, Object, Observed, Outcome, Ownership, Settled, Step, StepKind, Undo, Verb,
    change::SECRET,
    journal::Landing,
    kind::{NewSecret, Undoing},
    observed::FieldDifference,
    problem::Result,
    record::Intent,
    renewal::ALSO_VALID,
};

use super::{applied, read, unknown_write};
use crate::{fields::is_waiting, services::Services};

pub struct ClientSecretKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parameters {
    /// Object id of the application.
    application: String,
    #[serde(rename = "client-id")]
    _client_id: String,
    /// As people know the application.
    name: String,
    /// How long the secret is good for.
    days: String,
    /// Questions that a person answers here; their values come in by template.
    #[serde(default, rename = "answers")]
    _answers: Vec<String>,
}

const OBJECT: &str = "entra.client-secret";
/// The secret's short name; its full name is `<step>.secret`.
const SECRET_NAME: &str = "secret";
/// Field of an observation: key ids of ours that nobody has the value of.
const LEFTOVERS: &str = "leftovers";

impl StepKind for ClientSecretKind {
    fn name(&self) -> &'static str {
        "entra.client-secret"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            if let Some(waiting) = is_waiting(step) {
                return Ok(waiting);
            }
            let credentials = self.credentials(step).await?;
            let kept = kept_key(step).await?;
            let now = step.ports.clock.now();
            let current = credentials.iter().find(|one| {
                Some(&one.key_id) == kept.as_ref() && one.end_date_time.is_none_or(|end| end > now)
            });
            // Ours by the journal or by the marker, and of no use: an answer that was lost, a value that was not kept.
            // The other one of a renewal is of use until it is over.
            let (beside, leftovers): (Vec<&str>, Vec<&str>) = credentials
                .iter()
                .filter(|one| current.is_none_or(|current| current.key_id != one.key_id))
                .filter(|one| is_ours(step, one))
                .map(|one| one.key_id.as_str())
                .partition(|key| step.record.renewal.as_ref().is_some_and(|renewal| renewal.protects(key)));
            let with_beside = |mut object: Object| {
                object.fields.insert(ALSO_VALID.into(), json!(beside));
                object
            };
            Ok(match (current, leftovers.is_empty()) {
                (None, true) if beside.is_empty() => Observed::Absent,
                (Some(current), true) => {
                    Observed::Matches { object: with_beside(object(step, current, &[])) }
                }
                (current, _) => Observed::Differs {
                    object: with_beside(match current {
                        Some(current) => object(step, current, &leftovers),
                        None => no_object(step, &leftovers),
                    }),
                    fields: vec![FieldDifference {
                        field: LEFTOVERS.into(),
                        is: json!(leftovers),
                        wanted: json!([]),
                    }],
                },
            })
        })
    }

    fn drift(&self, step: &Step<'_>, observed: &Observed) -> Vec<String> {
        let has_current = observed.object().is_some_and(|object| !object.id.is_empty());
        let looked = matches!(observed, Observed::Absent | Observed::Differs { .. });
        if looked && !has_current && step.record.ours().next().is_some() {
            return vec!["drift-secret-gone".to_owned()];
        }
        Vec::new()
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        let mut changes: Vec<Change> = Vec::new();
        if let Observed::Differs { object, .. } = observed {
            changes.extend(keys(object, LEFTOVERS).map(|key_id| deleted(step, &wanted, key_id)));
        }
        let has_current = observed.object().is_some_and(|object| !object.id.is_empty());
        if !has_current {
            changes.push(created(step, &wanted));
        }
        Ok(changes)
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            let wanted: Parameters = match step.parameters() {
                Ok(wanted) => wanted,
                Err(problem) => return Applied::NotDone(problem),
            };
            let application = wanted.application.as_str();
            match (change.verb, change.id.as_deref()) {
                (Verb::Create, _) => {
                    let days = wanted.days.parse().unwrap_or(180);
                    let now = step.ports.clock.now();
                    let end = now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(now);
                    let mark = &step.mark();
                    let made = super::graph(&self.0, step, |graph| async move {
                        graph.add_password(application, mark, end).await
                    });
                    applied(made.await, |made| {
                        let gives = gives(&made.key_id, made.end);
                        Outcome {
                            landing: Landing {
                                id: Some(made.key_id),
                                gives: gives.clone(),
                                ..Landing::default()
                            },
                            secret: Some(NewSecret {
                                name: SECRET_NAME.into(),
                                value: made.secret_text,
                                about: gives,
                            }),
                        }
                    })
                }
                (Verb::Delete, Some(key_id)) => {
                    let gone = super::graph(&self.0, step, |graph| async move {
                        graph.remove_password(application, key_id).await
                    });
                    applied(gone.await, |()| Outcome {
                        landing: Landing { id: Some(key_id.to_owned()), ..Landing::default() },
                        secret: None,
                    })
                }
                _ => unknown_write(change),
            }
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            // Without its application there is no credential either.
            let credentials =
                if step.pending.is_empty() { self.credentials(step).await? } else { Vec::new() };
            let change = &intent.change;
            if change.verb == Verb::Delete {
                let there = credentials.iter().any(|one| Some(&one.key_id) == change.id.as_ref());
                return Ok(if there {
                    Settled::DidNotLand
                } else {
                    Settled::Landed(Landing { id: change.id.clone(), ..Landing::default() })
                });
            }
            // Its value is lost with the answer, so the credential goes. One that shows itself later is swept by a check.
            let kept = kept_key(step).await?;
            let lost = credentials.iter().find(|one| {
                is_marked(step, one) && !step.record.owns(&one.key_id) && Some(&one.key_id) != kept.as_ref()
            });
            Ok(match lost {
                Some(lost) => Settled::Leftover(Box::new(deleted(step, &step.parameters()?, &lost.key_id))),
                None => Settled::DidNotLand,
            })
        })
    }

    fn renews(&self) -> bool {
        true
    }

    fn renewal(&self, step: &Step<'_>, _observed: &Observed) -> Result<Vec<Change>> {
        // Without one of ours there is nothing to renew: apply makes the first.
        Ok(match step.record.ours().next() {
            Some(_) => vec![created(step, &step.parameters()?)],
            None => Vec::new(),
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        let object = observed.object();
        for (intent, landing) in step.record.ours() {
            let Some(key_id) = landing.id.as_deref() else { continue };
            let there = object.is_some_and(|object| {
                object.id == key_id
                    || keys(object, LEFTOVERS).chain(keys(object, ALSO_VALID)).any(|key| key == key_id)
            });
            if there {
                undoing.changes.push(deleted(step, &step.parameters()?, key_id));
            } else {
                undoing.gone.push(intent.id.clone());
            }
        }
        // Marked as ours without an entry of the journal: an answer that was lost.
        let lost = object.into_iter().flat_map(|object| keys(object, LEFTOVERS));
        for key_id in lost.filter(|key_id| !step.record.owns(key_id)) {
            undoing.changes.push(deleted(step, &step.parameters()?, key_id));
        }
        Ok(undoing)
    }
}

impl ClientSecretKind {
    async fn credentials(&self, step: &Step<'_>) -> Result<Vec<PasswordCredential>> {
        let wanted: Parameters = step.parameters()?;
        let id = wanted.application.as_str();
        let found = read(&self.0, step, |graph| async move {
            match graph.application(id).await? {
                Some(found) => Ok(Some(found)),
                // Restored with their application, they are good again.
                None => graph.deleted_application(id).await,
            }
        })
        .await?;
        Ok(found.map(|application| application.password_credentials).unwrap_or_default())
    }
}

/// Key id of the credential whose value is kept here, or else of the one that its users have. Without either a new one is made.
async fn kept_key(step: &Step<'_>) -> Result<Option<String>> {
    let key = step.key(&format!("{}.{SECRET_NAME}", step.definition.id)).await?;
    Ok(key.map(|key| key.id))
}

fn is_marked(step: &Step<'_>, credential: &PasswordCredential) -> bool {
    credential.display_name.as_deref() == Some(&step.mark())
}

fn is_ours(step: &Step<'_>, credential: &PasswordCredential) -> bool {
    is_marked(step, credential) || step.record.owns(&credential.key_id)
}

fn keys<'a>(object: &'a Object, field: &str) -> impl Iterator<Item = &'a str> {
    object.fields.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn gives(key_id: &str, end: Option<jiff::Timestamp>) -> BTreeMap<String, String> {
    let mut gives = BTreeMap::from([("key-id".to_owned(), key_id.to_owned())]);
    gives.extend(end.map(|end| ("ends-at".to_owned(), end.to_string())));
    gives
}

fn object(step: &Step<'_>, current: &PasswordCredential, leftovers: &[&str]) -> Object {
    Object {
        id: current.key_id.clone(),
        name: current.display_name.clone().unwrap_or_default(),
        ownership: if step.record.owns(&current.key_id) { Ownership::Ours } else { Ownership::Unsure },
        fields: [
            ("displayName".to_owned(), json!(current.display_name)),
            ("endDateTime".to_owned(), json!(current.end_date_time)),
            (LEFTOVERS.to_owned(), json!(leftovers)),
        ]
        .into(),
        gives: gives(&current.key_id, current.end_date_time),
    }
}

/// Only leftovers: nothing that later steps may build on.
fn no_object(step: &Step<'_>, leftovers: &[&str]) -> Object {
    Object {
        id: String::new(),
        name: step.mark(),
        ownership: Ownership::Ours,
        fields: [(LEFTOVERS.to_owned(), json!(leftovers))].into(),
        gives: BTreeMap::new(),
    }
}

fn created(step: &Step<'_>, wanted: &Parameters) -> Change {
    Change {
        after: [
            ("displayName", json!(step.mark())),
            ("days", json!(wanted.days)),
            (SECRET_NAME, json!(SECRET)),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
        yields_secret: true,
        asks: None,
        ..change(step, wanted, "create", Verb::Create)
    }
}

fn deleted(step: &Step<'_>, wanted: &Parameters, key_id: &str) -> Change {
    Change {
        id: Some(key_id.to_owned()),
        before: [("keyId".to_owned(), json!(key_id))].into(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..change(step, wanted, "delete", Verb::Delete)
    }
}

fn change(step: &Step<'_>, wanted: &Parameters, write: &str, verb: Verb) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name: wanted.name.clone(),
        id: None,
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: step.marker("displayName"),
        undo: Undo::Automatic,
        stays: vec!["stays-issued-tokens".into(), "stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
