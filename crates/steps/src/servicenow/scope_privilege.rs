//! `servicenow.scope-privilege`: an application may read tables of the Global scope. One write for each that is missing.

use std::collections::BTreeMap;

use futures_util::future::{BoxFuture, join};
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::ReadPrivilege;
use setup::{
    Applied, Change, Marker, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo,
    Verb,
    journal::Landing,
    kind::Undoing,
    observed::FieldDifference,
    problem::Result,
    record::{Intent, UNDO},
};

use super::{applied, instance, preflight, read, read_or_unseen};
use crate::{fields::fits, services::Services};

pub struct ScopePrivilegeKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// Of the application that reads, for example `x_app`.
    scope: String,
    /// Names of the tables.
    tables: Vec<String>,
}

const OBJECT: &str = "servicenow.scope-privilege";
const CREATE: &str = "create-";
const ALLOW: &str = "allow-";
const DELETE: &str = "delete-";
const ALLOWED: &str = "allowed";
const STATUS: &str = "status";

impl StepKind for ScopePrivilegeKind {
    fn name(&self) -> &'static str {
        OBJECT
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { scope, tables } = step.parameters()?;
            let name = &scope;
            let application =
                read_or_unseen(&self.0, step, |instance| async move { instance.application(name).await });
            let application = match application.await? {
                Ok(Some(application)) => application,
                // Installing the application brings its privileges.
                Ok(None) => return Ok(Observed::Waiting { needs: vec![scope] }),
                Err(why) => return Ok(Observed::Unseen { why }),
            };
            let (id, names) = (application.sys_id.as_str(), &names(&tables));
            let found =
                read_or_unseen(
                    &self.0,
                    step,
                    |instance| async move { instance.read_privileges(id, names).await },
                );
            let found = match found.await? {
                Ok(found) => found,
                Err(why) => return Ok(Observed::Unseen { why }),
            };
            let fields: Vec<_> = tables.iter().filter_map(|table| missing(table, &found)).collect();
            let object = object(&scope, id, &tables, &found);
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let Observed::Differs { object, fields } = observed else { return Ok(Vec::new()) };
        let of = |field: &FieldDifference| {
            let table = field.field.as_str();
            let (scope, allowed) = (json!(object.id), json!(ALLOWED));
            match object.fields.get(&id_of(table)).and_then(Value::as_str) {
                Some(sys_id) => Change {
                    id: Some(sys_id.to_owned()),
                    before: [(STATUS.to_owned(), field.is.clone())].into(),
                    after: [(STATUS.to_owned(), allowed)].into(),
                    ..change(step, &format!("{ALLOW}{table}"), Verb::Update, table)
                },
                None => Change {
                    after: [
                        ("source_scope", scope),
                        ("target_name", json!(table)),
                        ("operation", json!("read")),
                        (STATUS, allowed),
                    ]
                    .map(|(name, value)| (name.to_owned(), value))
                    .into(),
                    ..change(step, &format!("{CREATE}{table}"), Verb::Create, table)
                },
            }
        };
        Ok(fields.iter().map(of).collect())
    }

    fn preflight<'a>(
        &'a self,
        step: &'a Step<'a>,
        changes: &'a [Change],
    ) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let name = changes.first().map_or("", |change| change.name.as_str());
            let rights = preflight::rights(&self.0, step, name, &[]);
            let (rights, notes) = join(rights, preflight::update_set(&self.0, step)).await;
            rights.map(|()| notes)
        })
    }

    fn afterwards<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let mut notes = Vec::new();
            for intent in step.record.standing() {
                let landed = step.record.landed(&intent.change.write);
                let Some(sys_id) = landed.and_then(|(_, landing)| landing.id.as_deref()) else { continue };
                notes.extend(preflight::captured(&self.0, step, "sys_scope_privilege", sys_id).await?);
            }
            Ok(notes)
        })
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            let sys_id = change.id.as_deref().unwrap_or_default();
            let text = |name: &str| change.after.get(name).and_then(Value::as_str).unwrap_or_default();
            let (scope, table, status) = (text("source_scope"), text("target_name"), text(STATUS));
            let ended =
                match change.verb {
                    Verb::Create => {
                        let made = instance(&self.0, step, |instance| async move {
                            instance.allow_reading(scope, table).await
                        });
                        made.await.map(|made| made.map(|made| made.sys_id))
                    }
                    Verb::Update => {
                        let set = instance(&self.0, step, |instance| async move {
                            instance.set_privilege_status(sys_id, status).await
                        });
                        set.await.map(|set| set.map(|()| sys_id.to_owned()))
                    }
                    Verb::Delete | Verb::Restore => {
                        let gone = instance(&self.0, step, |instance| async move {
                            instance.delete_privilege(sys_id).await
                        });
                        gone.await.map(|gone| gone.map(|()| sys_id.to_owned()))
                    }
                };
            // As with the records of tables, a token never has the elevated role.
            if let Ok(Err(error)) = &ended
                && error.is_denied()
            {
                let problem = Problem::new("elevation-needed-privilege").arg("object", &change.name);
                return Applied::NotDone(problem.hint("hint-elevate-privilege"));
            }
            applied(ended, |id| Outcome { landing: landing(&id), secret: None })
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            let Parameters { scope, tables } = step.parameters()?;
            let name = &scope;
            let application =
                read(&self.0, step, |instance| async move { instance.application(name).await }).await?;
            let Some(application) = application else { return Ok(Settled::DidNotLand) };
            let (id, names) = (application.sys_id.as_str(), &names(&tables));
            let found =
                read(&self.0, step, |instance| async move { instance.read_privileges(id, names).await })
                    .await?;
            let of = |table: &str| found.iter().find(|one| one.target_name == table);
            let there = of(&intent.change.name);
            let wanted = intent.change.after.get(STATUS).and_then(Value::as_str);
            Ok(match (intent.change.verb, there) {
                (Verb::Create, Some(one)) => Settled::Landed(landing(&one.sys_id)),
                (Verb::Update, Some(one)) if Some(one.status.as_str()) == wanted => {
                    Settled::Landed(landing(&one.sys_id))
                }
                (Verb::Delete, None) => {
                    Settled::Landed(Landing { id: intent.change.id.clone(), ..Landing::default() })
                }
                _ => Settled::DidNotLand,
            })
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        let Some(object) = observed.object() else { return Ok(undoing) };
        for intent in step.record.standing() {
            let table = intent.change.name.as_str();
            let made = step.record.landed(&intent.change.write).and_then(|(_, landing)| landing.id.clone());
            let there = object.fields.get(&id_of(table)).and_then(Value::as_str);
            if there.is_none() || there != made.as_deref() {
                undoing.gone.push(intent.id.clone());
                continue;
            }
            let undo = Undo::Impossible { because: "undo-of-undo".into() };
            undoing.changes.push(match intent.change.verb {
                Verb::Create => Change {
                    id: made,
                    before: intent.change.after.clone(),
                    undo,
                    ..change(step, &format!("{DELETE}{table}"), Verb::Delete, table)
                },
                _ => Change {
                    id: made,
                    before: intent.change.after.clone(),
                    after: intent.change.before.clone(),
                    undo,
                    ..change(step, &format!("{UNDO}{}", intent.change.write), Verb::Update, table)
                },
            });
        }
        Ok(undoing)
    }
}

fn names(tables: &[String]) -> Vec<&str> {
    tables.iter().map(String::as_str).collect()
}

fn missing(table: &str, found: &[ReadPrivilege]) -> Option<FieldDifference> {
    let of: Vec<&ReadPrivilege> = found.iter().filter(|one| one.target_name == table).collect();
    if of.iter().any(|one| one.status == ALLOWED) {
        return None;
    }
    let is = of.first().map_or(Value::Null, |one| json!(one.status));
    Some(FieldDifference { field: table.into(), is, wanted: json!(ALLOWED) })
}

/// Name of the field that holds the `sys_id` of a table's privilege.
fn id_of(table: &str) -> String {
    format!("{table}.sys_id")
}

fn object(scope: &str, id: &str, tables: &[String], found: &[ReadPrivilege]) -> Object {
    let mut fields = BTreeMap::new();
    for table in tables {
        let mut of: Vec<&ReadPrivilege> = found.iter().filter(|one| one.target_name == *table).collect();
        of.sort_by_key(|one| one.status != ALLOWED);
        if let Some(one) = of.first() {
            fields.insert(table.clone(), json!(one.status));
            fields.insert(id_of(table), json!(one.sys_id));
        }
    }
    Object {
        id: id.to_owned(),
        name: scope.to_owned(),
        // The application's own, as installing it brings them.
        ownership: Ownership::Theirs,
        fields,
        gives: BTreeMap::new(),
    }
}

fn landing(sys_id: &str) -> Landing {
    Landing { id: Some(sys_id.to_owned()), ..Landing::default() }
}

fn change(step: &Step<'_>, write: &str, verb: Verb, table: &str) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name: table.into(),
        id: None,
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: Marker::NoRoom { because: "no-room-privilege".into() },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
