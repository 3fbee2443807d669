//! A registration held against what is wanted, field by field.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use setup::{Object, Observed, Ownership, Step, journal::Landing};

use super::{Found, OWNERS, Parameters, REDIRECTS, owners};
use crate::fields::difference;

/// Nothing that Liaison could write.
pub const STOPPED: &str = "disabledByMicrosoftStatus";
const DISABLED: &str = "isDisabled";

/// The step's own, or what it has adopted.
pub fn compared(step: &Step<'_>, wanted: &Parameters, found: &Found) -> Observed {
    held(step, wanted, found, step.record.adopted.is_some())
}

/// What adopting it would come to.
pub fn adopting(step: &Step<'_>, wanted: &Parameters, found: &Found) -> Observed {
    held(step, wanted, found, true)
}

fn held(step: &Step<'_>, wanted: &Parameters, found: &Found, is_adopted: bool) -> Observed {
    let object = object(step, found);
    let application = &found.application;
    let mut differences = Vec::new();
    let mut hold = |field: &str, is: Value, wanted: Value| {
        differences.extend(difference(field, &is, &wanted));
    };
    // Others know their application by its name: adopting it does not rename it.
    if !is_adopted {
        hold("displayName", json!(application.display_name), json!(wanted.name));
    }
    hold("signInAudience", json!(application.sign_in_audience), json!(wanted.audience));
    if !application.web.redirect_uris.contains(&wanted.redirect) {
        // Added to what is there: others may rely on theirs.
        let mut merged = application.web.redirect_uris.clone();
        merged.push(wanted.redirect.clone());
        hold(REDIRECTS, json!(application.web.redirect_uris), json!(merged));
    }
    if !wanted.notes.is_empty() {
        hold("notes", json!(application.notes), json!(wanted.notes));
    }
    if !wanted.reference.is_empty() {
        hold(
            "serviceManagementReference",
            json!(application.service_management_reference),
            json!(wanted.reference),
        );
    }
    hold(DISABLED, json!(application.is_disabled.unwrap_or_default()), json!(false));
    hold(STOPPED, json!(application.stopped_by_microsoft()), Value::Null);
    let mut all = found.owners.clone();
    all.extend(owners::wanted(wanted).into_iter().filter(|owner| !found.owners.contains(owner)));
    hold(OWNERS, json!(found.owners), json!(all));
    if differences.is_empty() {
        Observed::Matches { object }
    } else {
        Observed::Differs { object, fields: differences }
    }
}

/// What others did to it since this setup made it.
pub fn drift(step: &Step<'_>, observed: &Observed) -> Vec<String> {
    let made = step.record.ours().next().is_some() || step.record.standing().next().is_some();
    match observed {
        _ if !made => Vec::new(),
        Observed::Deleted { .. } => vec!["drift-application-deleted".to_owned()],
        Observed::Absent => vec!["drift-application-gone".to_owned()],
        Observed::Differs { fields, .. } => {
            let worded = fields.iter().filter_map(|one| match one.field.as_str() {
                STOPPED => Some("drift-application-stopped"),
                DISABLED => Some("drift-application-disabled"),
                REDIRECTS => Some("drift-application-redirect"),
                "signInAudience" => Some("drift-application-audience"),
                "displayName" => Some("drift-application-renamed"),
                _ => None,
            });
            worded.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

pub fn object(step: &Step<'_>, found: &Found) -> Object {
    let application = &found.application;
    let marked = application.unique_name.as_deref() == Some(&step.mark());
    Object {
        ownership: match (marked, step.record.owns(&application.id)) {
            (true, true) => Ownership::Ours,
            (false, false) => Ownership::Theirs,
            _ => Ownership::Unsure,
        },
        id: application.id.clone(),
        name: application.display_name.clone(),
        fields: fields(found),
        gives: gives(application),
    }
}

pub fn fields(found: &Found) -> BTreeMap<String, Value> {
    let application = &found.application;
    [
        ("displayName", json!(application.display_name)),
        ("signInAudience", json!(application.sign_in_audience)),
        ("uniqueName", json!(application.unique_name)),
        ("web.redirectUris", json!(application.web.redirect_uris)),
        ("notes", json!(application.notes)),
        ("serviceManagementReference", json!(application.service_management_reference)),
        ("isDisabled", json!(application.is_disabled.unwrap_or_default())),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn gives(found: &entra::Application) -> BTreeMap<String, String> {
    [("client-id".to_owned(), found.app_id.clone()), ("object-id".to_owned(), found.id.clone())].into()
}

pub fn landing(made: &entra::Application) -> Landing {
    Landing { id: Some(made.id.clone()), gives: gives(made), ..Landing::default() }
}
