//! `entra.application`: an app registration of one tenant with a Web redirect address.

use std::collections::BTreeMap;

use entra::{Application, ApplicationChanges, NewApplication};
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Applied, Change, Marker, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo,
    Verb,
    journal::Landing,
    kind::Undoing,
    observed::FieldDifference,
    problem::Result,
    record::{Intent, UNDO},
};

use super::{applied, read, unknown_write};
use crate::{
    fields::{difference, fits, is_waiting},
    services::Services,
};

pub struct ApplicationKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// Display name.
    name: String,
    /// `signInAudience`, as Graph spells it.
    audience: String,
    /// Web redirect address.
    redirect: String,
}

const OBJECT: &str = "entra.application";
const CREATE: &str = "create";
const UPDATE: &str = "update";
const REDIRECTS: &str = "web.redirectUris";

impl StepKind for ApplicationKind {
    fn name(&self) -> &'static str {
        "entra.application"
    }

    fn adopts(&self) -> bool {
        true
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
            Ok(match self.find(step).await? {
                Some(found) => compared(step, &wanted, &found),
                None => match self.deleted(step).await? {
                    Some(found) => Observed::Deleted { object: object(step, &found) },
                    None => Observed::Absent,
                },
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        match observed {
            Observed::Absent | Observed::Waiting { .. } => Ok(vec![created(step, &wanted)]),
            Observed::Differs { object, .. } if object.ownership == Ownership::Unsure => {
                Err(Problem::new("ownership-unsure").arg("object", &object.name))
            }
            Observed::Differs { object, fields } => Ok(vec![updated(step, object, fields)]),
            Observed::Deleted { object } => Ok(vec![brought_back(step, object)]),
            _ => Ok(Vec::new()),
        }
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match (change.verb, change.id.as_deref()) {
                (Verb::Create, _) => {
                    let new = new(step, change);
                    let new = &new;
                    let made =
                        super::graph(
                            &self.0,
                            step,
                            |graph| async move { graph.create_application(new).await },
                        )
                        .await;
                    applied(made, |made| Outcome { landing: landing(&made), secret: None })
                }
                (Verb::Update, Some(id)) => {
                    let changes = &changes(change);
                    let done = super::graph(&self.0, step, |graph| async move {
                        graph.update_application(id, changes).await
                    });
                    applied(done.await, |()| Outcome::default())
                }
                (Verb::Restore, Some(id)) => {
                    let back =
                        super::graph(
                            &self.0,
                            step,
                            |graph| async move { graph.restore_application(id).await },
                        );
                    applied(back.await, |back| Outcome { landing: landing(&back), secret: None })
                }
                (Verb::Delete, Some(id)) => {
                    let gone =
                        super::graph(
                            &self.0,
                            step,
                            |graph| async move { graph.delete_application(id).await },
                        )
                        .await;
                    applied(gone, |()| Outcome {
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
            let found = self.find(step).await?;
            let change = &intent.change;
            Ok(match (change.verb, found) {
                // Not there yet is no proof that it never will be; but its unique name refuses a second one, so trying again is safe.
                (Verb::Create, None) => Settled::DidNotLand,
                (Verb::Create, Some(found)) => Settled::Landed(landing(&found)),
                (Verb::Restore, Some(found)) => Settled::Landed(landing(&found)),
                (Verb::Delete, Some(_)) => Settled::DidNotLand,
                (Verb::Delete, None) => {
                    Settled::Landed(Landing { id: change.id.clone(), ..Landing::default() })
                }
                (_, Some(found)) => {
                    let now = fields(&found);
                    if change.after.iter().all(|(field, value)| now.get(field) == Some(value)) {
                        Settled::Landed(Landing { id: change.id.clone(), ..Landing::default() })
                    } else {
                        Settled::DidNotLand
                    }
                }
                (_, None) => Settled::DidNotLand,
            })
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        // What lies among the deleted is taken back already.
        let object = observed.object().filter(|_| !matches!(observed, Observed::Deleted { .. }));
        for intent in step.record.standing() {
            match (intent.change.verb, object) {
                (_, None) => undoing.gone.push(intent.id.clone()),
                (Verb::Create, Some(object)) => {
                    if object.ownership != Ownership::Ours {
                        undoing.questions.push(Problem::new("ownership-unsure").arg("object", &object.name));
                    } else if matches!(observed, Observed::Differs { .. }) {
                        undoing.questions.push(Problem::new("changed-since").arg("object", &object.name));
                    }
                    undoing.changes.push(deleted(step, object));
                }
                // What we changed on an object of our own goes with it.
                (_, Some(object)) if step.record.owns(&object.id) => {}
                (_, Some(object)) => undoing.changes.push(restored(&intent.change, object)),
            }
        }
        // The object goes last: what was changed on it is put back first.
        undoing.changes.sort_by_key(|change| change.verb == Verb::Delete);
        Ok(undoing)
    }
}

impl ApplicationKind {
    async fn find(&self, step: &Step<'_>) -> Result<Option<Application>> {
        match step.record.adopted.as_deref() {
            // A person copies either of the two ids.
            Some(id) => {
                read(&self.0, step, |graph| async move {
                    match graph.application_by_app_id(id).await? {
                        Some(found) => Ok(Some(found)),
                        None => graph.application(id).await,
                    }
                })
                .await
            }
            None => {
                let mark = &step.mark();
                read(&self.0, step, |graph| async move { graph.application_by_unique_name(mark).await }).await
            }
        }
    }
}

impl ApplicationKind {
    /// What this setup made and somebody deleted less than 30 days ago.
    async fn deleted(&self, step: &Step<'_>) -> Result<Option<Application>> {
        let Some(id) = step.record.created().next() else { return Ok(None) };
        read(&self.0, step, |graph| async move { graph.deleted_application(id).await }).await
    }
}

fn compared(step: &Step<'_>, wanted: &Parameters, found: &Application) -> Observed {
    let object = object(step, found);
    let mut differences = Vec::new();
    // Others know their application by its name: adopting it does not rename it.
    if step.record.adopted.is_none() {
        differences.extend(difference("displayName", &json!(found.display_name), &json!(wanted.name)));
    }
    differences.extend(difference("signInAudience", &json!(found.sign_in_audience), &json!(wanted.audience)));
    if !found.web.redirect_uris.contains(&wanted.redirect) {
        // Added to what is there: others may rely on theirs.
        let mut merged = found.web.redirect_uris.clone();
        merged.push(wanted.redirect.clone());
        differences.extend(difference("web.redirectUris", &json!(found.web.redirect_uris), &json!(merged)));
    }
    if differences.is_empty() {
        Observed::Matches { object }
    } else {
        Observed::Differs { object, fields: differences }
    }
}

fn object(step: &Step<'_>, found: &Application) -> Object {
    let marked = found.unique_name.as_deref() == Some(&step.mark());
    Object {
        ownership: match (marked, step.record.owns(&found.id)) {
            (true, true) => Ownership::Ours,
            (false, false) => Ownership::Theirs,
            _ => Ownership::Unsure,
        },
        id: found.id.clone(),
        name: found.display_name.clone(),
        fields: fields(found),
        gives: gives(found),
    }
}

fn fields(found: &Application) -> BTreeMap<String, Value> {
    [
        ("displayName", json!(found.display_name)),
        ("signInAudience", json!(found.sign_in_audience)),
        ("uniqueName", json!(found.unique_name)),
        ("web.redirectUris", json!(found.web.redirect_uris)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn gives(found: &Application) -> BTreeMap<String, String> {
    [("client-id".to_owned(), found.app_id.clone()), ("object-id".to_owned(), found.id.clone())].into()
}

fn landing(made: &Application) -> Landing {
    Landing { id: Some(made.id.clone()), gives: gives(made), ..Landing::default() }
}

fn created(step: &Step<'_>, wanted: &Parameters) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: CREATE.into(),
        verb: Verb::Create,
        object: OBJECT.into(),
        name: wanted.name.clone(),
        id: None,
        before: BTreeMap::new(),
        after: [
            ("displayName", json!(wanted.name)),
            ("signInAudience", json!(wanted.audience)),
            ("uniqueName", json!(step.mark())),
            ("web.redirectUris", json!([wanted.redirect])),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
        marker: step.marker("uniqueName"),
        undo: Undo::Automatic,
        stays: vec!["stays-soft-deleted-application".into(), "stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}

fn updated(step: &Step<'_>, object: &Object, differences: &[FieldDifference]) -> Change {
    let side = |pick: fn(&FieldDifference) -> &Value| {
        differences.iter().map(|one| (one.field.clone(), pick(one).clone())).collect()
    };
    Change {
        step: step.definition.id.clone(),
        write: UPDATE.into(),
        verb: Verb::Update,
        object: OBJECT.into(),
        name: object.name.clone(),
        id: Some(object.id.clone()),
        before: side(|one| &one.is),
        after: side(|one| &one.wanted),
        marker: match step.record.adopted {
            None => step.marker("uniqueName"),
            Some(_) => Marker::NoRoom { because: "no-room-adopted".into() },
        },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}

/// Its secrets come back with it, its service principal does not.
fn brought_back(step: &Step<'_>, object: &Object) -> Change {
    Change {
        write: "restore".into(),
        verb: Verb::Restore,
        before: BTreeMap::new(),
        after: object.fields.clone(),
        // What was created stands again, and is taken back as that.
        undo: Undo::WithObject,
        stays: vec!["stays-audit-entries".into()],
        ..deleted(step, object)
    }
}

fn deleted(step: &Step<'_>, object: &Object) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: "delete".into(),
        verb: Verb::Delete,
        object: OBJECT.into(),
        name: object.name.clone(),
        id: Some(object.id.clone()),
        before: object.fields.clone(),
        after: BTreeMap::new(),
        marker: step.marker("uniqueName"),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        stays: vec!["stays-soft-deleted-application".into(), "stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}

/// Puts back what an update of ours found. Of a list of addresses only ours are taken out: others may have added theirs since.
fn restored(update: &Change, object: &Object) -> Change {
    let now = |field: &str| object.fields.get(field).cloned().unwrap_or_default();
    let mut after = update.before.clone();
    if let Some(before) = after.get_mut(REDIRECTS) {
        let (had, made) = (texts(Some(before)), texts(update.after.get(REDIRECTS)));
        let mut kept = texts(Some(&now(REDIRECTS)));
        kept.retain(|address| had.contains(address) || !made.contains(address));
        *before = json!(kept);
    }
    Change {
        write: format!("{UNDO}{}", update.write),
        before: update.after.keys().map(|field| (field.clone(), now(field))).collect(),
        after,
        name: object.name.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..update.clone()
    }
}

fn new(step: &Step<'_>, change: &Change) -> NewApplication {
    let text = |field: &str| change.after.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    NewApplication {
        display_name: text("displayName"),
        unique_name: step.mark(),
        sign_in_audience: text("signInAudience"),
        redirect_uris: texts(change.after.get("web.redirectUris")),
        notes: None,
        service_management_reference: None,
    }
}

fn changes(change: &Change) -> ApplicationChanges {
    let text = |field: &str| change.after.get(field).and_then(Value::as_str).map(str::to_owned);
    ApplicationChanges {
        display_name: text("displayName"),
        sign_in_audience: text("signInAudience"),
        redirect_uris: change.after.get("web.redirectUris").map(|list| texts(Some(list))),
        ..ApplicationChanges::default()
    }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
