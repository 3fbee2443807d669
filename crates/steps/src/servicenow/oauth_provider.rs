//! `servicenow.oauth-provider`: an Application Registry entry for a third-party OAuth provider, and the secret in it.
//!
//! Two writes: the record, then its secret. An instance takes a secret only as a display value, and takes the other fields only as
//! stored ones. A secret cannot be read back; which one was written is remembered by its key id.

mod changes;

use std::time::Duration;

use futures_util::future::{BoxFuture, join3};
use serde_json::{Value, json};
use servicenow::{OauthProvider, OauthProviderFields};
use setup::{
    Applied, Change, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind,
    journal::Landing,
    kind::{Undoing, Verdict},
    problem::Result,
    record::Intent,
};

use self::changes::{
    CREATE, DELETE, KEY_ID, Parameters, UPDATE, UPDATE_BACK, WRITE_SECRET, brought_there, created, deleted,
    differences, landing, map, object, put_back, secret_change,
};
use super::{applied, instance, pause, preflight, read};
use crate::{
    fields::{fits, is_waiting},
    problem::not_held,
    services::Services,
};

pub struct OauthProviderKind(pub Services);

/// The instance makes the default profile at once or a moment later.
const PROFILE_LOOKS: u32 = 5;
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

impl StepKind for OauthProviderKind {
    fn name(&self) -> &'static str {
        "servicenow.oauth-provider"
    }

    fn adopts(&self) -> bool {
        true
    }

    /// A `sys_id`.
    fn object_id(&self, typed: &str) -> Option<String> {
        let typed = typed.trim().to_ascii_lowercase();
        (typed.len() == 32 && typed.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(typed)
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            if let Some(id) = step.record.adopted.as_deref()
                && self.find(step).await?.is_empty()
            {
                // Nothing is made in the place of what somebody pointed at.
                return Ok(Observed::Unseen { why: Problem::new("adopted-missing").arg("id", id) });
            }
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
            let fields = differences(step, &record, wanted, &key.id);
            let object = object(step, &record);
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        Ok(match observed {
            // How another's entry differs can be said only once the values are known: it is the next plan's.
            Observed::Waiting { .. } if step.record.adopted.is_some() => Vec::new(),
            Observed::Absent | Observed::Waiting { .. } => created(step, step.parameters()?),
            Observed::Differs { object, fields } => brought_there(step, object, fields),
            _ => Vec::new(),
        })
    }

    fn preflight<'a>(
        &'a self,
        step: &'a Step<'a>,
        changes: &'a [Change],
    ) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let name = changes.first().map_or("", |change| change.name.as_str());
            let rights = preflight::rights(&self.0, step, name, &["oauth_admin"]);
            let sets = preflight::update_set(&self.0, step);
            let (rights, mut notes, others) = join3(rights, sets, self.of_the_same_client(step)).await;
            rights?;
            notes.push(Problem::new("note-do-not-promote").arg("object", name));
            notes.extend(others);
            Ok(notes)
        })
    }

    fn afterwards<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let Some(record) = self.find(step).await?.pop() else { return Ok(Vec::new()) };
            preflight::captured(&self.0, step, "oauth_entity", &record.sys_id).await
        })
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match change.write.as_str() {
                CREATE => self.create(step, change).await,
                UPDATE | UPDATE_BACK => self.update(step, change).await,
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
                (UPDATE | UPDATE_BACK, Some(record)) => {
                    let is = map(&record.fields);
                    let landed =
                        intent.change.after.iter().all(|(field, value)| is.get(field) == Some(value));
                    if landed { Settled::Landed(landing(&record.sys_id)) } else { Settled::DidNotLand }
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
        for intent in step.record.standing() {
            match (intent.change.write.as_str(), observed.object()) {
                (CREATE | UPDATE, None) => undoing.gone.push(intent.id.clone()),
                (CREATE, Some(object)) => {
                    if object.ownership != Ownership::Ours {
                        undoing.questions.push(Problem::new("ownership-unsure").arg("object", &object.name));
                    }
                    undoing.changes.push(deleted(step, object));
                }
                // Only another's record is put back: ours goes as a whole.
                (UPDATE, Some(object)) => {
                    let same = |(field, value): (&String, &Value)| object.fields.get(field) == Some(value);
                    if !intent.change.after.iter().all(same) {
                        undoing.questions.push(Problem::new("changed-since").arg("object", &object.name));
                    }
                    undoing.changes.push(put_back(step, &intent.change, object));
                }
                _ => {}
            }
        }
        Ok(undoing)
    }
}

impl OauthProviderKind {
    async fn find(&self, step: &Step<'_>) -> Result<Vec<OauthProvider>> {
        if let Some(id) = step.record.adopted.as_deref() {
            let found =
                read(&self.0, step, |instance| async move { instance.oauth_provider(id).await }).await?;
            return Ok(found.into_iter().collect());
        }
        let mark = &step.mark();
        read(&self.0, step, |instance| async move { instance.oauth_providers(mark).await }).await
    }

    /// Whoever did it by hand before has a record of the same client ID: they may want that one used.
    async fn of_the_same_client(&self, step: &Step<'_>) -> Vec<Problem> {
        let Ok(wanted) = step.parameters::<Parameters>() else { return Vec::new() };
        if step.record.adopted.is_some() || is_waiting(step).is_some() {
            return Vec::new();
        }
        let client_id = wanted.client_id.as_str();
        let found =
            read(&self.0, step, |instance| async move { instance.oauth_providers_of(client_id).await });
        let others = found.await.unwrap_or_default();
        let others = others.into_iter().filter(|other| other.fields.comments != step.mark());
        others
            .map(|other| {
                Problem::new("note-same-client").arg("object", other.fields.name).arg("id", other.sys_id)
            })
            .collect()
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
