//! `servicenow.table-access`: scripts of other application scopes may read a table. One write, which undo puts back.

use std::collections::BTreeMap;

use crate::fields::fits;
use futures_util::future::{BoxFuture, join};
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::{TableAccess, TableAccessFields};
use setup::{
    Applied, Change, Marker, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo,
    Verb,
    journal::Landing,
    kind::Undoing,
    problem::Result,
    record::{Intent, UNDO},
};

use super::{applied, instance, preflight, read, read_or_unseen};
use crate::{fields::difference, services::Services};

pub struct TableAccessKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    table: String,
}

const OBJECT: &str = "servicenow.table-access";
const OPEN: &str = "open";

impl StepKind for TableAccessKind {
    fn name(&self) -> &'static str {
        OBJECT
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { table } = step.parameters()?;
            let name = &table;
            let found =
                read_or_unseen(&self.0, step, |instance| async move { instance.table_access(name).await });
            let found = match found.await? {
                Ok(Some(found)) => found,
                // Every table has such a record: one that is not shown is kept from the signed-in person.
                Ok(None) => return Ok(Observed::Unseen { why: Problem::new("servicenow-not-found") }),
                Err(why) => return Ok(Observed::Unseen { why }),
            };
            let is = map(&found.fields);
            let fields: Vec<_> = map(&wanted())
                .iter()
                .filter_map(|(field, wanted)| difference(field, &is[field], wanted))
                .collect();
            let object = object(&found);
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let Observed::Differs { object, fields } = observed else { return Ok(Vec::new()) };
        Ok(vec![Change {
            before: fields.iter().map(|field| (field.field.clone(), field.is.clone())).collect(),
            after: fields.iter().map(|field| (field.field.clone(), field.wanted.clone())).collect(),
            // Every application of the instance may read it then: a decision of its own.
            asks: Some("table-access".into()),
            ..change(step, OPEN, object)
        }])
    }

    fn preflight<'a>(
        &'a self,
        step: &'a Step<'a>,
        changes: &'a [Change],
    ) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let name = changes.first().map_or("", |change| change.name.as_str());
            let rights = preflight::rights(&self.0, step, name, &[]);
            let (rights, mut notes) = join(rights, preflight::update_set(&self.0, step)).await;
            rights?;
            notes.push(Problem::new("note-elevation").arg("object", name));
            Ok(notes)
        })
    }

    fn afterwards<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let Some((intent, _)) = step.record.landed(OPEN) else { return Ok(Vec::new()) };
            let sys_id = intent.change.id.as_deref().unwrap_or_default();
            preflight::captured(&self.0, step, "sys_db_object", sys_id).await
        })
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            let sys_id = change.id.as_deref().unwrap_or_default();
            let fields = &json!(change.after);
            let set =
                instance(
                    &self.0,
                    step,
                    |instance| async move { instance.set_table_access(sys_id, fields).await },
                );
            let set = set.await;
            // Records of tables want a role that nobody has by a token: a person elevates in the instance and does it there.
            if let Ok(Err(error)) = &set
                && error.is_denied()
            {
                let problem = Problem::new("elevation-needed").arg("object", &change.name);
                return Applied::NotDone(problem.hint("hint-elevate-table"));
            }
            applied(set, |()| Outcome {
                landing: Landing { id: Some(sys_id.to_owned()), ..Landing::default() },
                secret: None,
            })
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            let Parameters { table } = step.parameters()?;
            let name = &table;
            let found =
                read(&self.0, step, |instance| async move { instance.table_access(name).await }).await?;
            let landed = found.is_some_and(|found| {
                let is = map(&found.fields);
                intent.change.after.iter().all(|(field, wanted)| is.get(field) == Some(wanted))
            });
            Ok(if landed {
                Settled::Landed(Landing { id: intent.change.id.clone(), ..Landing::default() })
            } else {
                Settled::DidNotLand
            })
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut undoing = Undoing::default();
        for intent in step.record.standing() {
            let Some(object) = observed.object() else { continue };
            let same = |fields: &BTreeMap<String, Value>| {
                fields.iter().all(|(field, value)| object.fields.get(field) == Some(value))
            };
            if same(&intent.change.before) {
                // Somebody closed it again already.
                undoing.gone.push(intent.id.clone());
                continue;
            }
            if !same(&intent.change.after) {
                undoing.questions.push(Problem::new("changed-since").arg("object", &object.name));
            }
            undoing.changes.push(Change {
                before: intent.change.after.clone(),
                after: intent.change.before.clone(),
                undo: Undo::Impossible { because: "undo-of-undo".into() },
                ..change(step, &format!("{UNDO}{OPEN}"), object)
            });
        }
        Ok(undoing)
    }
}

/// "All application scopes", "Can read".
fn wanted() -> TableAccessFields {
    TableAccessFields { access: "public".into(), read_access: "true".into() }
}

fn map(fields: &TableAccessFields) -> BTreeMap<String, Value> {
    [("access".to_owned(), json!(fields.access)), ("read_access".to_owned(), json!(fields.read_access))]
        .into()
}

fn object(found: &TableAccess) -> Object {
    Object {
        id: found.sys_id.clone(),
        name: found.name.clone(),
        // The table is the platform's own, whoever opened it.
        ownership: Ownership::Theirs,
        fields: map(&found.fields),
        gives: BTreeMap::new(),
    }
}

fn change(step: &Step<'_>, write: &str, object: &Object) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb: Verb::Update,
        object: OBJECT.into(),
        name: object.name.clone(),
        id: Some(object.id.clone()),
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: Marker::NoRoom { because: "no-room-table".into() },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
