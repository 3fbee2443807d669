//! Owners of a registration that a person named: one write each, as Graph takes them one by one.

use serde_json::json;
use setup::{
    Applied, Change, Marker, Object, Outcome, Settled, Step, Undo, Verb, journal::Landing, problem::Result,
    record::UNDO,
};

use super::{OBJECT, OWNERS, Parameters, texts};
use crate::{
    entra::{applied, graph, read},
    services::Services,
};

/// Begins the write's name; the owner's object ID follows.
const ADD: &str = "add-owner-";

pub fn wanted(parameters: &Parameters) -> Vec<String> {
    parameters.owners.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

pub async fn read_of(services: &Services, step: &Step<'_>, application: &str) -> Result<Vec<String>> {
    read(services, step, |graph| async move { graph.owners(application).await }).await
}

/// A change for each that is wanted and not there. `application` is its object ID, where there is one already.
pub fn added(
    step: &Step<'_>,
    name: &str,
    application: Option<&str>,
    there: &[String],
    wanted: &[String],
) -> Vec<Change> {
    let mut all = there.to_vec();
    let missing = wanted.iter().filter(|owner| !there.contains(owner));
    let one = |owner: &String| {
        let before = all.clone();
        all.push(owner.clone());
        Change {
            step: step.definition.id.clone(),
            write: format!("{ADD}{owner}"),
            verb: Verb::Update,
            object: OBJECT.into(),
            name: name.to_owned(),
            id: application.map(str::to_owned),
            before: [(OWNERS.to_owned(), json!(before))].into(),
            after: [(OWNERS.to_owned(), json!(all))].into(),
            marker: Marker::NoRoom { because: "no-room-owner".into() },
            undo: if step.record.adopted.is_some() { Undo::Automatic } else { Undo::WithObject },
            stays: vec!["stays-audit-entries".into()],
            yields_secret: false,
            asks: None,
        }
    };
    missing.map(one).collect()
}

/// Takes ours out again; others may have added theirs since.
pub fn taken_out(added: &Change, object: &Object) -> Change {
    let before = texts(added.after.get(OWNERS));
    let owner = owner_of(added).unwrap_or_default();
    let after: Vec<&String> = before.iter().filter(|one| *one != owner).collect();
    Change {
        write: format!("{UNDO}{}", added.write),
        before: [(OWNERS.to_owned(), json!(before))].into(),
        after: [(OWNERS.to_owned(), json!(after))].into(),
        id: Some(object.id.clone()),
        name: object.name.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..added.clone()
    }
}

pub fn is_one(change: &Change) -> bool {
    owner_of(change).is_some()
}

pub async fn write(services: &Services, step: &Step<'_>, change: &Change, application: &str) -> Applied {
    let owner = owner_of(change).unwrap_or_default();
    let ended = if is_added(change) {
        graph(services, step, |graph| async move { graph.add_owner(application, owner).await }).await
    } else {
        graph(services, step, |graph| async move { graph.remove_owner(application, owner).await }).await
    };
    applied(ended, |()| Outcome::default())
}

pub async fn settle(
    services: &Services,
    step: &Step<'_>,
    change: &Change,
    application: &str,
) -> Result<Settled> {
    let owners = read_of(services, step, application).await?;
    let is_there = owners.iter().any(|one| Some(one.as_str()) == owner_of(change));
    Ok(if is_there == is_added(change) {
        Settled::Landed(Landing { id: change.id.clone(), ..Landing::default() })
    } else {
        Settled::DidNotLand
    })
}

fn is_added(change: &Change) -> bool {
    change.write.starts_with(ADD)
}

fn owner_of(change: &Change) -> Option<&str> {
    let write = change.write.strip_prefix(UNDO).unwrap_or(&change.write);
    write.strip_prefix(ADD)
}
