//! `entra.application`: an app registration of one tenant with a Web redirect address.

mod compared;
mod owners;
mod writes;

use entra::Application;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::Value;
use setup::{
    Applied, Change, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Verb, journal::Landing,
    kind::Undoing, observed::FieldDifference, problem::Result, record::Intent,
};

use super::{applied, read, unknown_write};
use crate::{
    fields::{fits, is_waiting},
    services::Services,
};
use compared::{STOPPED, compared, fields, landing, object};
use writes::{brought_back, changes, created, deleted, new, restored, updated};

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
    /// For the change ticket; what is left empty is left alone.
    #[serde(default)]
    notes: String,
    /// `serviceManagementReference`: its number in a service or asset database.
    #[serde(default)]
    reference: String,
    /// Object IDs of more owners, with commas between.
    #[serde(default)]
    owners: String,
    /// Questions that a person answers here; their values come in by template.
    #[serde(default, rename = "answers")]
    _answers: Vec<String>,
}

/// A registration, with its owners where they are asked for.
struct Found {
    application: Application,
    owners: Vec<String>,
}

const OBJECT: &str = "entra.application";
const CREATE: &str = "create";
const UPDATE: &str = "update";
const REDIRECTS: &str = "web.redirectUris";
const OWNERS: &str = "owners";

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
            if let Some(found) = self.find(step).await? {
                return Ok(compared(step, &wanted, &self.with_owners(step, &wanted, found).await?));
            }
            if let Some(application) = self.deleted(step).await? {
                return Ok(Observed::Deleted {
                    object: object(step, &Found { application, owners: Vec::new() }),
                });
            }
            // One of ours that cannot be seen yet, or any more, and what somebody pointed at: the name says nothing there.
            if step.record.adopted.is_some() || step.record.ours().next().is_some() {
                return Ok(Observed::Absent);
            }
            // Nothing keeps two from sharing a name, and people find theirs by it: said before there are two.
            let candidates = self.namesakes(step, &wanted).await?;
            Ok(if candidates.is_empty() { Observed::Absent } else { Observed::Several { candidates } })
        })
    }

    fn has_candidates(&self) -> bool {
        true
    }

    fn candidates<'a>(
        &'a self,
        step: &'a Step<'a>,
        id: Option<&'a str>,
    ) -> BoxFuture<'a, Result<Vec<Observed>>> {
        Box::pin(async move {
            let wanted: Parameters = step.parameters()?;
            let found = match id {
                Some(id) => self.pointed_at(step, id).await?.into_iter().collect(),
                None => self.alike(step, &wanted).await?,
            };
            let mut candidates = Vec::new();
            for application in found {
                candidates.push(compared::adopting(
                    step,
                    &wanted,
                    &self.with_owners(step, &wanted, application).await?,
                ));
            }
            Ok(candidates)
        })
    }

    fn drift(&self, step: &Step<'_>, observed: &Observed) -> Vec<String> {
        compared::drift(step, observed)
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let wanted: Parameters = step.parameters()?;
        match observed {
            // What was pointed at and is gone is not replaced by something that nobody asked for.
            Observed::Absent if step.record.adopted.is_some() => Err(Problem::new("adopted-not-there")
                .arg("step", &step.definition.id)
                .hint("hint-adopted-not-there")),
            Observed::Absent | Observed::Waiting { .. } | Observed::Several { .. } => {
                let mut all = vec![created(step, &wanted)];
                all.extend(owners::added(step, &wanted.name, None, &[], &owners::wanted(&wanted)));
                Ok(all)
            }
            Observed::Differs { object, .. } if object.ownership == Ownership::Unsure => {
                Err(Problem::new("ownership-unsure").arg("object", &object.name))
            }
            Observed::Differs { object, fields } if fields.iter().any(|one| one.field == STOPPED) => {
                Err(Problem::new("application-stopped")
                    .arg("object", &object.name)
                    .hint("hint-application-stopped"))
            }
            Observed::Differs { object, fields } => {
                let (owners, own): (Vec<&FieldDifference>, Vec<&FieldDifference>) =
                    fields.iter().partition(|one| one.field == OWNERS);
                let mut all = Vec::new();
                if !own.is_empty() {
                    all.push(updated(step, object, &own));
                }
                if let Some(difference) = owners.first() {
                    let there = texts(Some(&difference.is));
                    all.extend(owners::added(
                        step,
                        &object.name,
                        Some(&object.id),
                        &there,
                        &owners::wanted(&wanted),
                    ));
                }
                Ok(all)
            }
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
                (Verb::Update, id) if owners::is_one(change) => {
                    // Planned together with the registration, it has the id that this one got.
                    match id.or_else(|| step.record.created().next()) {
                        Some(id) => owners::write(&self.0, step, change, id).await,
                        None => unknown_write(change),
                    }
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
            let change = &intent.change;
            let mut found = self.find(step).await?;
            if owners::is_one(change) {
                let Some(application) = found.take() else { return Ok(Settled::DidNotLand) };
                return owners::settle(&self.0, step, change, &application.id).await;
            }
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
                    let now = fields(&Found { application: found, owners: Vec::new() });
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
                (_, Some(object)) if owners::is_one(&intent.change) => {
                    undoing.changes.push(owners::taken_out(&intent.change, object));
                }
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
            Some(id) => self.pointed_at(step, id).await,
            None => {
                let mark = &step.mark();
                read(&self.0, step, |graph| async move { graph.application_by_unique_name(mark).await }).await
            }
        }
    }

    /// A person copies either of the two ids.
    async fn pointed_at(&self, step: &Step<'_>, id: &str) -> Result<Option<Application>> {
        read(&self.0, step, |graph| async move {
            match graph.application_by_app_id(id).await? {
                Some(found) => Ok(Some(found)),
                None => graph.application(id).await,
            }
        })
        .await
    }

    /// What this setup made and somebody deleted less than 30 days ago.
    async fn deleted(&self, step: &Step<'_>) -> Result<Option<Application>> {
        let Some(id) = step.record.created().next() else { return Ok(None) };
        read(&self.0, step, |graph| async move { graph.deleted_application(id).await }).await
    }

    /// Others of the same name.
    async fn namesakes(&self, step: &Step<'_>, wanted: &Parameters) -> Result<Vec<setup::Object>> {
        let name = wanted.name.as_str();
        let mut found =
            read(&self.0, step, |graph| async move { graph.applications_named(name).await }).await?;
        found.retain(|one| one.unique_name.as_deref() != Some(&step.mark()));
        let found = found.into_iter().map(|application| Found { application, owners: Vec::new() });
        Ok(found.map(|found| object(step, &found)).collect())
    }

    /// What a person could mean: others of the same name, and those that send people to the same place already.
    async fn alike(&self, step: &Step<'_>, wanted: &Parameters) -> Result<Vec<Application>> {
        let host = entra::portal::host_of(&wanted.redirect);
        let name = wanted.name.as_str();
        let mut found =
            read(&self.0, step, |graph| async move { graph.applications_redirecting_to(host).await }).await?;
        let named = read(&self.0, step, |graph| async move { graph.applications_named(name).await }).await?;
        found.extend(named);
        found.retain(|one| one.unique_name.as_deref() != Some(&step.mark()));
        found.sort_by(|one, other| (&one.display_name, &one.id).cmp(&(&other.display_name, &other.id)));
        found.dedup_by(|one, other| one.id == other.id);
        Ok(found)
    }

    async fn with_owners(
        &self,
        step: &Step<'_>,
        wanted: &Parameters,
        application: Application,
    ) -> Result<Found> {
        let owners = match owners::wanted(wanted).is_empty() {
            true => Vec::new(),
            false => owners::read_of(&self.0, step, &application.id).await?,
        };
        Ok(Found { application, owners })
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
