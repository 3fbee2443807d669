//! Grants that an earlier version of Liaison journaled one by one. None are made any more; those that stand can be taken back.

use std::collections::BTreeMap;

use servicenow::Grantee;
use setup::{Applied, Change, Outcome, Problem, Settled, Step, Undo, Verb, problem::Result, record::Intent};

use super::{super::applied, super::instance, super::read, change, rows, text};
use crate::services::Services;

pub const REVOKE: &str = "revoke";

pub fn undo(step: &Step<'_>) -> Vec<Change> {
    let ours = step.record.ours().filter(|(intent, _)| !intent.is_bulk());
    ours.map(|(intent, landing)| Change {
        before: intent.change.after.clone(),
        id: landing.id.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..change(step, REVOKE, Verb::Delete, &intent.change.name)
    })
    .collect()
}

/// Deletes only a grant that is still the one that was made: same user, same role.
pub async fn revoke(services: &Services, step: &Step<'_>, change: &Change) -> Applied {
    let id = change.id.as_deref().unwrap_or_default();
    let there =
        read(services, step, |instance| async move { instance.grants(Grantee::User, &[id]).await }).await;
    let there = match there {
        Ok(there) => there,
        Err(problem) => return Applied::NotDone(problem),
    };
    let is = |field: &str, value: &str| text(&change.before, field) == value;
    if there.first().is_some_and(|grant| !is("user", &grant.grantee) || !is("role", &grant.role)) {
        return Applied::NotDone(Problem::new("changed-since").arg("object", &change.name));
    }
    let gone =
        instance(services, step, |instance| async move { instance.revoke_role(Grantee::User, id).await });
    applied(gone.await, |()| Outcome { landing: rows::landing(Some(id), BTreeMap::new()), secret: None })
}

pub async fn settle(services: &Services, step: &Step<'_>, intent: &Intent) -> Result<Settled> {
    if let Some(id) = intent.change.id.as_deref() {
        let there =
            read(services, step, |instance| async move { instance.grants(Grantee::User, &[id]).await });
        let gone = there.await?.is_empty();
        let landing = rows::landing(Some(id), BTreeMap::new());
        return Ok(if gone { Settled::Landed(landing) } else { Settled::DidNotLand });
    }
    let (user, role) = (&text(&intent.change.after, "user"), &text(&intent.change.after, "role"));
    let found = read(services, step, |instance| async move {
        instance.role_grants(Grantee::User, role, &[user.as_str()]).await
    });
    let ours =
        found.await?.into_iter().find(|grant| rows::made_by(grant, intent.account.as_deref(), intent.at));
    Ok(ours.map_or(Settled::DidNotLand, |grant| {
        Settled::Landed(rows::landing(Some(&grant.sys_id), BTreeMap::new()))
    }))
}
