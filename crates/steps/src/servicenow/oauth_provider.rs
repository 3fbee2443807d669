//! `servicenow.oauth-provider`: an Application Registry entry for a third-party OAuth provider, and the secret in it.
//!
//! Two writes: the record, then its secret. An instance takes a secret only as a display value, and takes the other fields only as
//! stored ones. A secret cannot be read back; which one was written is remembered by its key id.

use std::{collections::BTreeMap, time::Duration};

use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::{OauthProvider, OauthProviderFields};
use setup::{
    Applied, Change, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo, Verb,
    change::SECRET,
    journal::Landing,
    kind::{Undoing, Verdict},
    observed::FieldDifference,
    problem::Result,
    record::Intent,
};

use super::{applied, instance, pause, read};
use crate::{
    fields::{difference, fits, is_waiting},
    problem::not_held,
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
    /// Other redirects that will do as well. Where tokens come for the client's own credentials, none is ever used.
    #[serde(default)]
    or_redirect_url: Vec<String>,
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
const REDIRECT: &str = "redirect_url";
/// The instance makes the default profile at once or a moment later.
const PROFILE_LOOKS: u32 = 5;
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

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
            let Some(key) = step.key(&wanted.secret).await? else {
                return Ok(Observed::Waiting { needs: vec![wanted.secret] });
            };
            let mut found = self.find(step).await?;
            let record = match found.pop() {
                Some(record) => record,
                None if key.held => return Ok(Observed::Absent),
                // What would be made has no secret to hold.
                None => return Ok(Observed::Unseen { why: not_held(&wanted.secret) }),
            };
            if !found.is_empty() {
                found.push(record);
                return Ok(Observed::Several {
                    candidates: found.iter().map(|record| object(step, record)).collect(),
                });
            }
            let others = wanted.or_redirect_url.clone();
            let mut fields = differences(&record.fields, &wanted.fields(step.mark()));
            fields.retain(|field| {
                !(field.field == REDIRECT && others.iter().any(|one| field.is == json!(one)))
            });
            if written_key(step, &record.sys_id) != Some(key.id.as_str()) {
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

    /// The record is of use only with its default profile, which the instance makes by itself.
    fn verify<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Option<Verdict>>> {
        Box::pin(async move {
            let wanted: Parameters = step.parameters()?;
            let Some(record) = self.find(step).await?.pop() else { return Ok(None) };
            let id = record.sys_id.as_str();
            for look in 1..=PROFILE_LOOKS {
                let found =
                    read(&self.0, step, |instance| async move { instance.default_grant_type(id).await });
                let problem = match found.await? {
                    // What the record itself says is read back by the engine.
                    Some(grant_type) if grant_type == wanted.grant_type => return Ok(None),
                    Some(grant_type) => Problem::new("registry-profile-differs")
                        .arg("is", grant_type)
                        .arg("wanted", &wanted.grant_type),
                    None if look < PROFILE_LOOKS => {
                        pause(step, "wait-profile", BETWEEN_LOOKS).await?;
                        continue;
                    }
                    None => Problem::new("registry-profile-missing"),
                };
                return Ok(Some(Verdict::Fails(
                    problem.arg("object", &record.fields.name).hint("hint-registry-profile"),
                )));
            }
            Ok(None)
        })
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

    /// Looked at once more before it is changed: the instance takes any id, and a clone of it may have put another record there.
    async fn still_marked(&self, step: &Step<'_>, change: &Change, sys_id: &str) -> Result<()> {
        if self.find(step).await?.iter().any(|record| record.sys_id == sys_id) {
            Ok(())
        } else {
            Err(Problem::new("changed-since").arg("object", &change.name))
        }
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
        if let Err(problem) = self.still_marked(step, change, sys_id).await {
            return Applied::NotDone(problem);
        }
        let fields = &json!(change.after);
        let changed = instance(&self.0, step, |instance| async move {
            instance.update_oauth_provider(sys_id, fields).await
        });
        applied(changed.await, |()| Outcome { landing: landing(sys_id), secret: None })
    }

    async fn write_secret(&self, step: &Step<'_>, change: &Change) -> Result<Applied> {
        let wanted: Parameters = step.parameters()?;
        let sys_id = match (&change.id, self.find(step).await?.pop()) {
            (Some(id), Some(record)) if record.sys_id == *id => record.sys_id,
            // Planned before the record was there.
            (None, Some(record)) => record.sys_id,
            (Some(_), _) => return Err(Problem::new("changed-since").arg("object", &change.name)),
            (None, None) => return Err(Problem::new("servicenow-not-found")),
        };
        let secret = &step.secret(&wanted.secret).await?;
        let key_id = step.key(&wanted.secret).await?.map(|key| key.id).unwrap_or_default();
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
        if let Err(problem) = self.still_marked(step, change, sys_id).await {
            return Applied::NotDone(problem);
        }
        let gone =
            instance(&self.0, step, |instance| async move { instance.delete_oauth_provider(sys_id).await });
        applied(gone.await, |()| Outcome {
            landing: Landing { id: Some(sys_id.to_owned()), ..Landing::default() },
            secret: None,
        })
    }
}

const KEY_ID: &str = "key-id";

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
