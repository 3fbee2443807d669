//! `servicenow.role-grant`: the groups and people of the setup's list have a role.
//!
//! A bulk step: one change in the plan, one write for each who has not the role, each with a row in the store. A grant has no room for
//! a marker. Which ones are ours stands in those rows, with the record's own `sys_id`; a lost answer is settled by who made the record
//! and when.

mod list;
mod rows;
mod single;

use std::collections::BTreeMap;

use crate::fields::fits;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{
    Applied, Change, Marker, Object, Observed, Ownership, Problem, Settled, Step, StepKind, Undo, Verb,
    kind::{Undoing, Verdict},
    observed::FieldDifference,
    problem::Result,
    record::{Intent, KnownBy},
    rows::MISSING,
};

use self::list::{Look, UNRESOLVED};
use super::preflight;
use crate::services::Services;

pub struct RoleGrantKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// With its scope, for example `x_app.administrator`.
    role: String,
}

const OBJECT: &str = "servicenow.role-grant";
/// Both begin with [`setup::rows::EACH`].
const GRANT: &str = "each-grant";
const REVOKE: &str = "each-revoke";
/// Fields of those changes: the role as the instance numbers it, and by its name; how many, the first of them by name, and the digest
/// of all.
const ROLE_ID: &str = "role-sys-id";
const ROLE: &str = "role";
const COUNT: &str = "people";
const FIRST: &str = "first";
const LIST: &str = "list";

impl StepKind for RoleGrantKind {
    fn name(&self) -> &'static str {
        OBJECT
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { role } = step.parameters()?;
            let Some(look) = list::look(&self.0, step, &role).await? else {
                return Ok(Observed::Waiting { needs: vec!["people".into()] });
            };
            Ok(observed(look))
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let Observed::Differs { object, .. } = observed else { return Ok(Vec::new()) };
        if object.fields.get(MISSING).is_none_or(|missing| *missing == json!(0)) {
            return Ok(Vec::new());
        }
        let field = |name: &str| object.fields.get(name).cloned().unwrap_or_default();
        Ok(vec![Change {
            after: fields(object, [field(MISSING), field("missing-first"), field("missing-list")]),
            ..change(step, GRANT, Verb::Create, &object.name)
        }])
    }

    fn preflight<'a>(
        &'a self,
        step: &'a Step<'a>,
        changes: &'a [Change],
    ) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async move {
            let name = changes.first().map_or("", |change| change.name.as_str());
            preflight::rights(&self.0, step, name, &["user_admin"]).await?;
            Ok(Vec::new())
        })
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match change.write.as_str() {
                GRANT => rows::grant(&self.0, step, change).await,
                REVOKE => rows::revoke(&self.0, step, change).await,
                single::REVOKE => single::revoke(&self.0, step, change).await,
                _ => Applied::NotDone(
                    Problem::new("write-unknown").arg("step", &change.step).arg("write", &change.write),
                ),
            }
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            if intent.is_bulk() {
                rows::settle(&self.0, step, intent).await
            } else {
                single::settle(&self.0, step, intent).await
            }
        })
    }

    /// Whoever cannot be found by name is a person's to look at: waiting does not help.
    fn verify<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Option<Verdict>>> {
        Box::pin(async move {
            let Parameters { role } = step.parameters()?;
            let Some(look) = list::look(&self.0, step, &role).await? else { return Ok(None) };
            Ok(Some(if look.tally.of(MISSING) > 0 {
                Verdict::Fails(Problem::new("people-without-role").arg("count", look.tally.of(MISSING)))
            } else if look.unresolved() > 0 {
                Verdict::Fails(look.problem())
            } else {
                Verdict::Holds { known_by: KnownBy::ReadBack, gives: BTreeMap::new(), warning: None }
            }))
        })
    }

    fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
        let mut changes = single::undo(step);
        let field = |name: &str| {
            observed.object().and_then(|object| object.fields.get(name)).cloned().unwrap_or_default()
        };
        let made = field("made");
        let bulk = step.record.ours().any(|(intent, _)| intent.is_bulk());
        if let (true, Some(object)) = (bulk, observed.object()) {
            changes.push(Change {
                before: fields(object, [made, field("made-first"), field("made-list")]),
                undo: Undo::Impossible { because: "undo-of-undo".into() },
                ..change(step, REVOKE, Verb::Delete, &object.name)
            });
        }
        // Last granted, first taken back.
        changes.reverse();
        Ok(Undoing { changes, ..Undoing::default() })
    }
}

fn observed(look: Look) -> Observed {
    let tally = &look.tally;
    let missing = tally.of(MISSING);
    let object = Object {
        id: look.role.sys_id.clone(),
        name: look.role.name.clone(),
        ownership: Ownership::Theirs,
        fields: [
            ("people".to_owned(), json!(tally.words.values().sum::<u64>())),
            ("granted".to_owned(), json!(look.granted())),
            ("words".to_owned(), json!(tally.words)),
            (MISSING.to_owned(), json!(missing)),
            ("missing-first".to_owned(), json!(look.missing)),
            ("missing-list".to_owned(), json!(tally.missing)),
            ("made".to_owned(), json!(tally.made)),
            ("made-first".to_owned(), json!(look.made)),
            ("made-list".to_owned(), json!(tally.standing)),
            (UNRESOLVED.to_owned(), json!(look.first)),
        ]
        .into(),
        gives: BTreeMap::new(),
    };
    let difference = |field: &str, count: u64| {
        (count > 0).then(|| FieldDifference { field: field.into(), is: json!(count), wanted: json!(0) })
    };
    let fields: Vec<_> = [difference(MISSING, missing), difference(UNRESOLVED, look.unresolved())]
        .into_iter()
        .flatten()
        .collect();
    if fields.is_empty() { Observed::Matches { object } } else { Observed::Differs { object, fields } }
}

/// What a change of many says: of which role, and for how many, whom first, and the digest of all.
fn fields(role: &Object, [count, first, list]: [Value; 3]) -> BTreeMap<String, Value> {
    [
        (ROLE.to_owned(), json!(role.name)),
        (ROLE_ID.to_owned(), json!(role.id)),
        (COUNT.to_owned(), count),
        (FIRST.to_owned(), first),
        (LIST.to_owned(), list),
    ]
    .into()
}

/// The role's `sys_id`. Changes that an earlier version of Liaison journaled have it where now its name is.
fn role_id(fields: &BTreeMap<String, Value>) -> String {
    text(fields, if fields.contains_key(ROLE_ID) { ROLE_ID } else { ROLE })
}

fn text(fields: &BTreeMap<String, Value>, field: &str) -> String {
    fields.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn change(step: &Step<'_>, write: &str, verb: Verb, name: &str) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name: name.into(),
        id: None,
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: Marker::NoRoom { because: "no-room-role-grant".into() },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
