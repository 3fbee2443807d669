//! What is wanted of a registry record, how that differs from what is there, and the writes that bring it there.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::{OauthProvider, OauthProviderFields};
use setup::{
    Change, Marker, Object, Ownership, Step, Undo, Verb, change::SECRET, journal::Landing,
    observed::FieldDifference, record::UNDO,
};

use crate::fields::difference;

pub const CREATE: &str = "create";
pub const UPDATE: &str = "update";
pub const UPDATE_BACK: &str = "undo-update";
pub const WRITE_SECRET: &str = "write-secret";
pub const DELETE: &str = "delete";
pub const CLIENT_SECRET: &str = "client_secret";
pub const KEY_ID: &str = "key-id";
const OBJECT: &str = "servicenow.oauth-provider";
const REDIRECT: &str = "redirect_url";

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    pub name: String,
    pub client_id: String,
    /// Full name of the secret.
    pub secret: String,
    pub grant_type: String,
    pub token_url: String,
    pub redirect_url: String,
    /// Other redirects that will do as well. Where tokens come for the client's own credentials, none is ever used.
    #[serde(default)]
    pub or_redirect_url: Vec<String>,
}

impl Parameters {
    pub fn fields(self, mark: String) -> OauthProviderFields {
        OauthProviderFields {
            name: self.name,
            client_id: self.client_id,
            default_grant_type: self.grant_type,
            token_url: self.token_url,
            redirect_url: self.redirect_url,
            comments: mark,
        }
    }
}

/// Key id of the secret that was last written into the record.
pub fn written_key<'a>(step: &'a Step<'_>, sys_id: &str) -> Option<&'a str> {
    let (_, landing) = step.record.landed(WRITE_SECRET)?;
    let same = landing.id.as_deref() == Some(sys_id);
    landing.gives.get(KEY_ID).filter(|_| same).map(String::as_str)
}

pub fn map(fields: &OauthProviderFields) -> BTreeMap<String, Value> {
    match json!(fields) {
        Value::Object(fields) => fields.into_iter().collect(),
        _ => BTreeMap::new(),
    }
}

/// Where the record is not as wanted, its secret included. Others know theirs by its name and comments: adopting it changes neither.
pub fn differences(
    step: &Step<'_>,
    record: &OauthProvider,
    wanted: Parameters,
    key_id: &str,
) -> Vec<FieldDifference> {
    let others = wanted.or_redirect_url.clone();
    let (is, wanted) = (map(&record.fields), map(&wanted.fields(step.mark())));
    let kept = |field: &str| step.record.adopted.is_some() && matches!(field, "name" | "comments");
    let mut fields: Vec<_> = wanted
        .iter()
        .filter(|(field, _)| !kept(field))
        .filter_map(|(field, wanted)| difference(field, &is[field], wanted))
        .filter(|field| !(field.field == REDIRECT && others.iter().any(|one| field.is == json!(one))))
        .collect();
    if written_key(step, &record.sys_id) != Some(key_id) {
        fields.push(FieldDifference { field: CLIENT_SECRET.into(), is: Value::Null, wanted: json!(SECRET) });
    }
    fields
}

pub fn created(step: &Step<'_>, wanted: Parameters) -> Vec<Change> {
    let name = wanted.name.clone();
    let after = map(&wanted.fields(step.mark()));
    vec![
        Change { after, ..change(step, CREATE, Verb::Create, &name, None) },
        secret_change(step, &name, None),
    ]
}

/// One write for the fields, and one for the secret, which the instance takes in another way.
pub fn brought_there(step: &Step<'_>, object: &Object, fields: &[FieldDifference]) -> Vec<Change> {
    let plain: Vec<_> = fields.iter().filter(|field| field.field != CLIENT_SECRET).collect();
    // Another's record keeps its own name.
    let (name, id) = (object.name.as_str(), Some(object.id.as_str()));
    let mut changes = Vec::new();
    if !plain.is_empty() {
        let values = |pick: fn(&FieldDifference) -> &Value| {
            plain.iter().map(|field| (field.field.clone(), pick(field).clone())).collect()
        };
        let undo = if step.record.adopted.is_some() { Undo::Automatic } else { Undo::WithObject };
        changes.push(Change {
            before: values(|field| &field.is),
            after: values(|field| &field.wanted),
            undo,
            ..change(step, UPDATE, Verb::Update, name, id)
        });
    }
    if plain.len() < fields.len() {
        changes.push(secret_change(step, name, id));
    }
    changes
}

/// Puts back what an update found in another's record.
pub fn put_back(step: &Step<'_>, update: &Change, object: &Object) -> Change {
    Change {
        before: update.after.clone(),
        after: update.before.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..change(step, &format!("{UNDO}{UPDATE}"), Verb::Update, &object.name, Some(&object.id))
    }
}

pub fn deleted(step: &Step<'_>, object: &Object) -> Change {
    Change {
        before: object.fields.clone(),
        undo: Undo::Impossible { because: "undo-of-undo".into() },
        ..change(step, DELETE, Verb::Delete, &object.name, Some(&object.id))
    }
}

pub fn object(step: &Step<'_>, record: &OauthProvider) -> Object {
    Object {
        ownership: match (step.record.owns(&record.sys_id), record.fields.comments == step.mark()) {
            (true, true) => Ownership::Ours,
            (false, false) => Ownership::Theirs,
            _ => Ownership::Unsure,
        },
        id: record.sys_id.clone(),
        name: record.fields.name.clone(),
        fields: map(&record.fields),
        gives: landing(&record.sys_id).gives,
    }
}

pub fn landing(sys_id: &str) -> Landing {
    Landing {
        id: Some(sys_id.to_owned()),
        gives: [("sys-id".to_owned(), sys_id.to_owned())].into(),
        ..Landing::default()
    }
}

pub fn secret_change(step: &Step<'_>, name: &str, id: Option<&str>) -> Change {
    let plain = change(step, WRITE_SECRET, Verb::Update, name, id);
    let after = [(CLIENT_SECRET.to_owned(), json!(SECRET))].into();
    if step.record.adopted.is_none() {
        return Change { after, undo: Undo::WithObject, ..plain };
    }
    // What stood there cannot be read, and so never put back. That it is ours by now is no reason to ask again.
    let theirs = id.is_some_and(|id| written_key(step, id).is_none());
    Change {
        after,
        undo: Undo::Impossible { because: "undo-secret-unreadable".into() },
        stays: [plain.stays.as_slice(), &["stays-overwritten-secret".to_owned()]].concat(),
        asks: theirs.then(|| "overwrite-secret".to_owned()),
        ..plain
    }
}

fn change(step: &Step<'_>, write: &str, verb: Verb, name: &str, id: Option<&str>) -> Change {
    Change {
        step: step.definition.id.clone(),
        write: write.into(),
        verb,
        object: OBJECT.into(),
        name: name.into(),
        id: id.map(str::to_owned),
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        marker: match step.record.adopted {
            None => step.marker("comments"),
            Some(_) => Marker::NoRoom { because: "no-room-adopted-record".into() },
        },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
