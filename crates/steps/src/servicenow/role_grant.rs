//! `servicenow.role-grant`: the people of the setup's list have a role. One write for each who has not.
//!
//! A grant has no room for a marker. Which ones are ours stands in the journal, with the record's own `sys_id`; a lost answer is
//! settled by who made the record and when.

use std::collections::BTreeMap;

use crate::fields::fits;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::{Match, Role, RoleGrant};
use setup::{
    Applied, Change, Marker, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo,
    Verb,
    journal::Landing,
    kind::{Undoing, Verdict},
    observed::FieldDifference,
    problem::Result,
    record::Intent,
};

use super::{applied, instance, read};
use crate::services::Services;

pub struct RoleGrantKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// With its scope, for example `x_app.administrator`.
    role: String,
}

const OBJECT: &str = "servicenow.role-grant";
const GRANT: &str = "grant";
const REVOKE: &str = "revoke";

/// People looked up at once: an address may not grow without end.
const PAGE: usize = 50;
/// How far the instance's clock and ours may differ.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// Names that a sentence may hold.
const NAMED: usize = 5;

impl StepKind for RoleGrantKind {
    fn name(&self) -> &'static str {
        OBJECT
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { role: name } = step.parameters()?;
            let found = Found::of_list(&self.0, step, &name).await?;
            let Some(found) = found else { return Ok(Observed::Waiting { needs: vec!["people".into()] }) };
            let Some(role) = found.role else {
                return Err(Problem::new("role-missing").arg("role", name));
            };
            let object = Object {
                id: role.sys_id.clone(),
                name,
                ownership: Ownership::Theirs,
                fields: [
                    ("people".to_owned(), json!(found.people)),
                    ("granted".to_owned(), json!(found.granted)),
                    ("unresolved".to_owned(), json!(found.unresolved)),
                ]
                .into(),
                gives: BTreeMap::new(),
            };
            let mut fields = found.missing;
            if !found.unresolved.is_empty() {
                fields.push(FieldDifference {
                    field: UNRESOLVED.into(),
                    is: json!(found.unresolved.len()),
                    wanted: json!(0),
                });
            }
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }

    fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
        let Observed::Differs { object, fields } = observed else { return Ok(Vec::new()) };
        Ok(fields
            .iter()
            .filter(|field| field.field != UNRESOLVED)
            .map(|field| Change {
                after: [("role".to_owned(), json!(object.id)), ("user".to_owned(), field.wanted.clone())]
                    .into(),
                ..change(step, GRANT, Verb::Create, format!("{}: {}", field.field, object.name), None)
            })
            .collect())
    }

    fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        Box::pin(async move {
            match (change.verb, change.id.as_deref()) {
                (Verb::Create, _) => {
                    let (user, role) = (&text(change, "user"), &text(change, "role"));
                    let made =
                        instance(
                            &self.0,
                            step,
                            |instance| async move { instance.grant_role(user, role).await },
                        );
                    applied(made.await, |made| Outcome { landing: landing(&made.sys_id), secret: None })
                }
                (Verb::Delete, Some(id)) => {
                    self.revoke(step, change, id).await.unwrap_or_else(Applied::NotDone)
                }
                _ => Applied::NotDone(
                    Problem::new("write-unknown").arg("step", &change.step).arg("write", &change.write),
                ),
            }
        })
    }

    fn settle<'a>(&'a self, step: &'a Step<'a>, intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async move {
            if let Some(id) = &intent.change.id {
                let there =
                    read(&self.0, step, |instance| async move { instance.role_grant(id).await }).await?;
                return Ok(if there.is_none() { Settled::Landed(landing(id)) } else { Settled::DidNotLand });
            }
            let (user, role) = (&text(&intent.change, "user"), &text(&intent.change, "role"));
            let found =
                read(
                    &self.0,
                    step,
                    |instance| async move { instance.role_grants(role, &[user.as_str()]).await },
                );
            let ours = found.await?.into_iter().find(|grant| made_by(grant, intent));
            Ok(ours.map_or(Settled::DidNotLand, |grant| Settled::Landed(landing(&grant.sys_id))))
        })
    }

    /// Whoever cannot be found by name is a person's to look at: waiting does not help.
    fn verify<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Option<Verdict>>> {
        Box::pin(async move {
            let Parameters { role } = step.parameters()?;
            let Some(found) = Found::of_list(&self.0, step, &role).await? else { return Ok(None) };
            if !found.missing.is_empty() || found.unresolved.is_empty() {
                return Ok(None);
            }
            let mut named: Vec<&str> =
                found.unresolved.iter().take(NAMED).map(|one| one.user.as_str()).collect();
            if found.unresolved.len() > NAMED {
                named.push("…");
            }
            Ok(Some(Verdict::Fails(
                Problem::new("people-unresolved")
                    .arg("count", found.unresolved.len())
                    .arg("people", named.join(", "))
                    .hint("hint-people"),
            )))
        })
    }

    fn undo(&self, step: &Step<'_>, _observed: &Observed) -> Result<Undoing> {
        let changes = step.record.ours().map(|(intent, landing)| Change {
            before: intent.change.after.clone(),
            undo: Undo::Impossible { because: "undo-of-undo".into() },
            ..change(step, REVOKE, Verb::Delete, intent.change.name.clone(), landing.id.as_deref())
        });
        // Last granted, first taken back.
        let mut changes: Vec<Change> = changes.collect();
        changes.reverse();
        Ok(Undoing { changes, ..Undoing::default() })
    }
}

impl RoleGrantKind {
    /// Deletes only a grant that is still the one that was made: same user, same role.
    async fn revoke(&self, step: &Step<'_>, change: &Change, id: &str) -> Result<Applied> {
        let there = read(&self.0, step, |instance| async move { instance.role_grant(id).await }).await?;
        let same = there.as_ref().is_none_or(|grant| {
            json!(grant.user) == change.before["user"] && json!(grant.role) == change.before["role"]
        });
        if !same {
            return Ok(Applied::NotDone(Problem::new("changed-since").arg("object", &change.name)));
        }
        let gone = instance(&self.0, step, |instance| async move { instance.revoke_role(id).await });
        Ok(applied(gone.await, |()| Outcome { landing: landing(id), secret: None }))
    }
}

const UNRESOLVED: &str = "unresolved";

/// Somebody of the list who is not exactly one active user.
#[derive(serde::Serialize)]
struct Unresolved {
    /// Place in the list, from 1.
    n: u64,
    /// As typed.
    user: String,
    /// Ends the message id `people-why-…`.
    why: &'static str,
}

/// The list held against the instance.
struct Found {
    /// None while the application that brings the role is not installed.
    role: Option<Role>,
    people: usize,
    granted: usize,
    /// `user_name`, and as the value wanted the user's `sys_id`.
    missing: Vec<FieldDifference>,
    unresolved: Vec<Unresolved>,
}

impl Found {
    /// None where nobody is listed for the role.
    async fn of_list(services: &Services, step: &Step<'_>, name: &str) -> Result<Option<Self>> {
        let mut found =
            Self { role: None, people: 0, granted: 0, missing: Vec::new(), unresolved: Vec::new() };
        let mut after = 0;
        loop {
            let page = step.ports.journal.people(&step.head.id, after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.n;
            let asked: Vec<(u64, String)> = page
                .into_iter()
                .filter(|person| person.roles.is_empty() || person.roles.iter().any(|role| role == name))
                .map(|person| (person.n, person.user))
                .collect();
            if asked.is_empty() {
                continue;
            }
            if found.role.is_none() {
                found.role =
                    read(services, step, |instance| async move { instance.role(name).await }).await?;
            }
            found.people += asked.len();
            if let Some(role) = found.role.clone() {
                found.add(services, step, &role, &asked).await?;
            }
        }
        Ok((found.people > 0).then_some(found))
    }

    async fn add(
        &mut self,
        services: &Services,
        step: &Step<'_>,
        role: &Role,
        asked: &[(u64, String)],
    ) -> Result<()> {
        let names: &Vec<&str> = &asked.iter().map(|(_, user)| user.as_str()).collect();
        let users = read(services, step, |instance| async move { instance.users_named(names).await }).await?;
        let mut resolved = Vec::new();
        for (n, user) in asked {
            let why = match Match::of(user, &users) {
                Match::One(one) => {
                    resolved.push(one);
                    continue;
                }
                Match::Nobody => "nobody",
                Match::Several => "several",
                Match::Inactive => "inactive",
                Match::LockedOut => "locked-out",
            };
            self.unresolved.push(Unresolved { n: *n, user: user.clone(), why });
        }
        if resolved.is_empty() {
            return Ok(());
        }
        let ids: &Vec<&str> = &resolved.iter().map(|user| user.sys_id.as_str()).collect();
        let role_id = role.sys_id.as_str();
        let grants =
            read(services, step, |instance| async move { instance.role_grants(role_id, ids).await }).await?;
        for user in resolved {
            if grants.iter().any(|grant| grant.user == user.sys_id) {
                self.granted += 1;
            // Two lines may mean one person: by user name, and by e-mail.
            } else if !self.missing.iter().any(|missing| missing.field == user.user_name) {
                self.missing.push(FieldDifference {
                    field: user.user_name.clone(),
                    is: Value::Null,
                    wanted: json!(user.sys_id),
                });
            }
        }
        Ok(())
    }
}

/// Whether a grant is the one that the intent asked for: made by the person who was signed in, and not before.
fn made_by(grant: &RoleGrant, intent: &Intent) -> bool {
    let by = intent.account.as_deref().is_none_or(|account| account == grant.sys_created_by);
    by && !grant.is_inherited() && created(grant).is_some_and(|at| at >= intent.at - SKEW)
}

fn created(grant: &RoleGrant) -> Option<Timestamp> {
    let at = DateTime::strptime("%Y-%m-%d %H:%M:%S", &grant.sys_created_on).ok()?;
    TimeZone::UTC.to_timestamp(at).ok()
}

fn text(change: &Change, field: &str) -> String {
    change.after.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn landing(sys_id: &str) -> Landing {
    Landing { id: Some(sys_id.to_owned()), ..Landing::default() }
}

fn change(step: &Step<'_>, write: &str, verb: Verb, name: String, id: Option<&str>) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name,
        id: id.map(str::to_owned),
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: Marker::NoRoom { because: "no-room-role-grant".into() },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
    }
}
