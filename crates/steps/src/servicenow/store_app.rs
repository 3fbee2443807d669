//! `servicenow.store-app`: an application is installed, in a version that will do. A person installs it; here it is only seen.

use crate::fields::fits;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use servicenow::is_at_least;
use setup::{Object, Observed, Ownership, Step, StepKind, observed::FieldDifference, problem::Result};

use super::read_or_unseen;
use crate::services::Services;

pub struct StoreAppKind(pub Services);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// The application's scope, for example `x_app`.
    scope: String,
    /// The first version that will do.
    minimum: String,
}

impl StepKind for StoreAppKind {
    fn name(&self) -> &'static str {
        "servicenow.store-app"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn is_by_hand(&self) -> bool {
        true
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { scope, minimum } = step.parameters()?;
            let wanted = &scope;
            let found =
                read_or_unseen(&self.0, step, |instance| async move { instance.application(wanted).await });
            let found = match found.await? {
                Ok(found) => found,
                Err(why) => return Ok(Observed::Unseen { why }),
            };
            let (version, active) = match &found {
                Some(found) => (found.version.as_str(), found.active != "false"),
                None => ("", false),
            };
            let object = Object {
                id: found.as_ref().map_or_else(String::new, |found| found.sys_id.clone()),
                name: found.as_ref().map_or_else(|| scope.clone(), |found| found.name.clone()),
                ownership: Ownership::Theirs,
                fields: [("version".to_owned(), json!(version)), ("active".to_owned(), json!(active))].into(),
                gives: [("version".to_owned(), version.to_owned())].into(),
            };
            let mut fields = Vec::new();
            if !is_at_least(version, &minimum) {
                let is = if version.is_empty() { Value::Null } else { json!(version) };
                fields.push(FieldDifference { field: "version".into(), is, wanted: json!(minimum) });
            }
            if found.is_some() && !active {
                fields.push(FieldDifference {
                    field: "active".into(),
                    is: json!(false),
                    wanted: json!(true),
                });
            }
            Ok(if fields.is_empty() {
                Observed::Matches { object }
            } else {
                Observed::Differs { object, fields }
            })
        })
    }
}
