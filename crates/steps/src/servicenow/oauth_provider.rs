//! `servicenow.oauth-provider`: an Application Registry entry for a third-party OAuth provider, and the secret in it.
//!
//! Two writes: the record, then its secret. An instance takes a secret only as a display value, and takes the other fields only as
//! stored ones. A secret cannot be read back; which one was written is remembered by its key id.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::{OauthProvider, OauthProviderFields};
use setup::{
    Applied, Change, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo, Verb,
    change::SECRET, journal::Landing, kind::Undoing, observed::FieldDifference, problem::Result,
    record::Intent,
};

use super::{applied, instance, read};
use crate::{
    fields::{difference, fits, is_waiting},
    services::Services,
};

pub struct OauthProviderKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parameters {
    name: String,
    client_id: String,
    /// Full name of the secret.
    secret: String,
    grant_type: String,
    token_url: String,
    redirect_url: String,
}

impl Parameters {
    fn fields(self, mark: String) -> OauthProviderFields {
        OauthProviderFields {
            name: self.name,
            client_id: self.client_id,
            default_grant_type: self.grant_type,
            token_url: self.token_url,
            redirect_url: self.redirect_url,
            comments: mark,
        }
    }
}

const OBJECT: &str = "servicenow.oauth-provider";
const CREATE: &str = "create";
const UPDATE: &str = "update";
const WRITE_SECRET: &str = "write-secret";
const DELETE: &str = "delete";
const CLIENT_SECRET: &str = "client_secret";

impl StepKind for OauthProviderKind {
    fn name(&self) -> &'static str {
        "servicenow.oauth-provider"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            if let Some(waiting) = is_waiting(step) {
                return Ok(waiting);
            }
            let wanted: Parameters = step.parameters()?;
            let Some(key_id) = kept_key(step, &wanted.secret).await? else {
                return Ok(Observed::Waiting { needs: vec![wanted.secret] });
            };
            let mut found = self.find(step).await?;
            let Some(record) = found.pop() else { return Ok(Observed::Absent) };
            if !found.is_empty() {
                found.push(record);
                return Ok(Observed::Several {
                    candidates: found.iter().map(|record| object(step, record)).collect(),
                });
            }
            let mut fields = differences(&record.fields, &wanted.fields(step.mark()));
            if written_key(step, &record.sys_id) != Some(key_id.as_str()) {
                fields.push(FieldDifference {
                    field: CLIENT_SECRET.into(),
                    is: Value::Null,
                    wanted: json!(SECRET),
                });
            }
            let object = object(step, &record);
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        let name = wanted.name.clone();
        Ok(match observed {
            Observed::Absent | Observed::Waiting { .. } => {
                let after = map(&wanted.fields(step.mark()));
                vec![
                    Change { after, ..change(step, CREATE, Verb::Create, &name, None) },
                    secret_change(step, &name, None),
                ]
            }
            Observed::Differs { object, fields } => {
                let plain: Vec<_> = fields.iter().filter(|field| field.field != CLIENT_SECRET).collect();
                let mut changes = Vec::new();
                if !plain.is_empty() {
                    let values = |pick: fn(&FieldDifference) -> &Value| {
                        plain.iter().map(|field| (field.field.clone(), pick(field).clone())).collect()
                    };
                    changes.push(Change {
                        before: values(|field| &field.is),
                        after: values(|field| &field.wanted),
                        undo: Undo::WithObject,
                        ..change(step, UPDATE, Verb::Update, &name, Some(&object.id))
                    });
                }
                if plain.len() < fields.len() {
                    changes.push(secret_change(step, &name, Some(&object.id)));
                }
                changes
            }
            _ => Vec::new(),
        })
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match change.write.as_str() {
                CREATE => self.create(step, change).await,
                UPDATE => self.update(step, change).await,
                WRITE_SECRET => self.write_secret(step, change).await.unwrap_or_else(Applied::NotDone),
                DELETE => self.delete(step, change).await,
                _ => Applied::NotDone(
                    Problem::new("write-unknown").arg("step", &change.step).arg("write", &change.write),
                ),
            }
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            let found = self.find(step).await?.pop();
            Ok(match (intent.change.write.as_str(), found) {
                (CREATE, Some(record)) => Settled::Landed(landing(&record.sys_id)),
                (DELETE, None) => {
                    Settled::Landed(Landing { id: intent.change.id.clone(), ..Landing::default() })
                }
                // Fields are seen by the next check. A secret cannot be read back, and writing it again does no harm.
                _ => Settled::DidNotLand,
            })
        })
    }

    fn renewal(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        let written = observed.object().map(|object| secret_change(step, &wanted.name, Some(&object.id)));
        Ok(written.into_iter().collect())
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        for intent in step.record.standing().filter(|intent| intent.change.write == CREATE) {
            match observed.object() {
                None => undoing.gone.push(intent.id.clone()),
                Some(object) => {
                    if object.ownership != Ownership::Ours {
                        undoing.questions.push(Problem::new("ownership-unsure").arg("object", &object.name));
                    }
                    undoing.changes.push(Change {
                        before: object.fields.clone(),
                        undo: Undo::Impossible { because: "undo-of-undo".into() },
                        ..self::change(step, DELETE, Verb::Delete, &object.name, Some(&object.id))
                    });
                }
            }
        }
        Ok(undoing)
    }
}

impl OauthProviderKind {
    async fn find(&self, step: &Step<'_>) -> Result<Vec<OauthProvider>> {
        let mark = &step.mark();
        read(&self.0, step, |instance| async move { instance.oauth_providers(mark).await }).await
    }

    async fn create(&self, step: &Step<'_>, change: &Change) -> Applied {
        let fields: OauthProviderFields = match serde_json::from_value(json!(change.after)) {
            Ok(fields) => fields,
            Err(error) => {
                return Applied::NotDone(
                    Problem::new("guide-parameters").arg("step", &change.step).arg("detail", error),
                );
            }
        };
        let fields = &fields;
        let made =
            instance(&self.0, step, |instance| async move { instance.create_oauth_provider(fields).await });
        applied(made.await, |made| Outcome { landing: landing(&made.sys_id), secret: None })
    }

    async fn update(&self, step: &Step<'_>, change: &Change) -> Applied {
        let sys_id = change.id.as_deref().unwrap_or_default();
        let fields = &json!(change.after);
        let changed = instance(&self.0, step, |instance| async move {
            instance.update_oauth_provider(sys_id, fields).await
        });
        applied(changed.await, |()| Outcome { landing: landing(sys_id), secret: None })
    }

    async fn write_secret(&self, step: &Step<'_>, change: &Change) -> Result<Applied> {
        let wanted: Parameters = step.parameters()?;
        let sys_id = match &change.id {
            Some(id) => id.clone(),
            // Planned before the record was there.
            None => match self.find(step).await?.pop() {
                Some(record) => record.sys_id,
                None => return Err(Problem::new("servicenow-not-found")),
            },
        };
        let secret = &step.secret(&wanted.secret).await?;
        let key_id = kept_key(step, &wanted.secret).await?.unwrap_or_default();
        let id = sys_id.as_str();
        let written =
            instance(&self.0, step, |instance| async move { instance.set_client_secret(id, secret).await });
        Ok(applied(written.await, |()| {
            let mut landing = landing(id);
            landing.gives.insert(KEY_ID.into(), key_id);
            Outcome { landing, secret: None }
        }))
    }

    async fn delete(&self, step: &Step<'_>, change: &Change) -> Applied {
        let sys_id = change.id.as_deref().unwrap_or_default();
        let gone =
            instance(&self.0, step, |instance| async move { instance.delete_oauth_provider(sys_id).await });
        applied(gone.await, |()| Outcome {
            landing: Landing { id: Some(sys_id.to_owned()), ..Landing::default() },
            secret: None,
        })
    }
}

const KEY_ID: &str = "key-id";

/// Key id of the secret as sealed here.
async fn kept_key(step: &Step<'_>, secret: &str) -> Result<Option<String>> {
    let sealed = step.ports.journal.sealed(&step.head.id, secret).await?;
    Ok(sealed.and_then(|sealed| sealed.about.get(KEY_ID).cloned()))
}

/// Key id of the secret that was last written into the record.
fn written_key<'a>(step: &'a Step<'_>, sys_id: &str) -> Option<&'a str> {
    let (_, landing) = step.record.landed(WRITE_SECRET)?;
    let same = landing.id.as_deref() == Some(sys_id);
    landing.gives.get(KEY_ID).filter(|_| same).map(String::as_str)
}

fn map(fields: &OauthProviderFields) -> BTreeMap<String, Value> {
    match json!(fields) {
        Value::Object(fields) => fields.into_iter().collect(),
        _ => BTreeMap::new(),
    }
}

fn differences(is: &OauthProviderFields, wanted: &OauthProviderFields) -> Vec<FieldDifference> {
    let (is, wanted) = (map(is), map(wanted));
    wanted.iter().filter_map(|(field, wanted)| difference(field, &is[field], wanted)).collect()
}

fn object(step: &Step<'_>, record: &OauthProvider) -> Object {
    Object {
        ownership: if step.record.owns(&record.sys_id) { Ownership::Ours } else { Ownership::Unsure },
        id: record.sys_id.clone(),
        name: record.fields.name.clone(),
        fields: map(&record.fields),
        gives: landing(&record.sys_id).gives,
    }
}

fn landing(sys_id: &str) -> Landing {
    Landing {
        id: Some(sys_id.to_owned()),
        gives: [("sys-id".to_owned(), sys_id.to_owned())].into(),
        ..Landing::default()
    }
}

fn secret_change(step: &Step<'_>, name: &str, id: Option<&str>) -> Change {
    Change {
        after: [(CLIENT_SECRET.to_owned(), json!(SECRET))].into(),
        undo: Undo::WithObject,
        ..change(step, WRITE_SECRET, Verb::Update, name, id)
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
        marker: step.marker("comments"),
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
    }
}
