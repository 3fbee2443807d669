//! The writes to a registration, as they are planned and as they are sent.

use std::collections::BTreeMap;

use entra::{ApplicationChanges, NewApplication};
use serde_json::{Value, json};
use setup::{Change, Marker, Object, Step, Undo, Verb, observed::FieldDifference, record::UNDO};

use super::{CREATE, OBJECT, Parameters, REDIRECTS, UPDATE, texts};

pub fn created(step: &Step<'_>, wanted: &Parameters) -> Change {
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
            ("notes", json!(wanted.notes)),
            ("serviceManagementReference", json!(wanted.reference)),
        ]
        .into_iter()
        .filter(|(_, value)| value != "")
        .map(|(name, value)| (name.to_owned(), value))
        .collect(),
        marker: step.marker("uniqueName"),
        undo: Undo::Automatic,
        stays: vec!["stays-soft-deleted-application".into(), "stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}

pub fn updated(step: &Step<'_>, object: &Object, differences: &[&FieldDifference]) -> Change {
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
pub fn brought_back(step: &Step<'_>, object: &Object) -> Change {
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

pub fn deleted(step: &Step<'_>, object: &Object) -> Change {
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
pub fn restored(update: &Change, object: &Object) -> Change {
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

pub fn new(step: &Step<'_>, change: &Change) -> NewApplication {
    let some = |field: &str| change.after.get(field).and_then(Value::as_str).map(str::to_owned);
    let text = |field: &str| change.after.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    NewApplication {
        display_name: text("displayName"),
        unique_name: step.mark(),
        sign_in_audience: text("signInAudience"),
        redirect_uris: texts(change.after.get("web.redirectUris")),
        notes: some("notes"),
        service_management_reference: some("serviceManagementReference"),
    }
}

pub fn changes(change: &Change) -> ApplicationChanges {
    // Null empties what was empty before.
    let maybe = |field: &str| change.after.get(field).map(|value| value.as_str().map(str::to_owned));
    let text = |field: &str| change.after.get(field).and_then(Value::as_str).map(str::to_owned);
    ApplicationChanges {
        display_name: text("displayName"),
        sign_in_audience: text("signInAudience"),
        redirect_uris: change.after.get("web.redirectUris").map(|list| texts(Some(list))),
        notes: maybe("notes"),
        service_management_reference: maybe("serviceManagementReference"),
        is_disabled: change.after.get("isDisabled").and_then(Value::as_bool),
    }
}
