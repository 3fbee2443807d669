//! The query options that Graph is asked with ("Use query parameters to customize responses").

use std::collections::BTreeMap;

use axum::Json;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::refusal::Refusal;

/// The options of one request.
pub(super) struct Query {
    options: BTreeMap<String, String>,
    eventual: bool,
}

impl Query {
    /// # Errors
    /// For options other than `known`, which practice does not simulate: 501.
    pub(super) fn of(uri: &Uri, headers: &HeaderMap, known: &[&str]) -> Result<Self, Refusal> {
        let options: BTreeMap<String, String> =
            url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        if let Some(unknown) = options.keys().find(|option| !known.contains(&option.as_str())) {
            return Err(Refusal::not_simulated(&format!("the query option {unknown}")));
        }
        let eventual = headers.get("consistencylevel").is_some_and(|level| level == "eventual");
        Ok(Self { options, eventual })
    }

    /// The value that `$filter` wants `property` to be equal to.
    ///
    /// # Errors
    /// For any other filter: 501.
    pub(super) fn equal_to(&self, property: &str) -> Result<Option<String>, Refusal> {
        let Some(filter) = self.options.get("$filter") else { return Ok(None) };
        let value = filter.strip_prefix(property).and_then(|rest| literal(rest.strip_prefix(" eq ")?));
        value.map(Some).ok_or_else(|| Refusal::not_simulated(&format!("the filter {filter}")))
    }

    /// # Errors
    /// Where the request is not marked as an advanced query: 400.
    pub(super) fn must_be_advanced(&self) -> Result<(), Refusal> {
        let counted = self.options.get("$count").is_some_and(|count| count == "true");
        if self.eventual && counted {
            return Ok(());
        }
        Err(Refusal::unsupported_query(
            "The specified filter to the reference property query is currently not supported without ConsistencyLevel:eventual and $count=true.",
        ))
    }

    fn selected(&self, object: &Value) -> Result<Value, Refusal> {
        let Some(select) = self.options.get("$select") else { return Ok(object.clone()) };
        let mut selected = Map::new();
        for property in select.split(',').map(str::trim) {
            // Only deleted objects have one; of others it is null.
            let value =
                if property == "deletedDateTime" { Some(&object[property]) } else { object.get(property) };
            let value = value.ok_or_else(|| {
                Refusal::bad_request(format!("Could not find a property named '{property}'."))
            })?;
            selected.insert(property.to_owned(), value.clone());
        }
        Ok(Value::Object(selected))
    }

    pub(super) fn one(&self, object: &Value) -> Result<Response, Refusal> {
        let mut selected = self.selected(object)?;
        selected["@odata.context"] = json!("$metadata#practice");
        Ok(Json(selected).into_response())
    }

    pub(super) fn list(&self, objects: &[Value]) -> Result<Response, Refusal> {
        let value = objects.iter().map(|object| self.selected(object)).collect::<Result<Vec<_>, _>>()?;
        let mut body = json!({ "@odata.context": "$metadata#practice", "value": value });
        if self.options.get("$count").is_some_and(|count| count == "true") {
            body["@odata.count"] = json!(objects.len());
        }
        Ok(Json(body).into_response())
    }
}

/// 201 with what was made.
pub(super) fn created(object: &Value) -> Response {
    (StatusCode::CREATED, Json(object)).into_response()
}

/// The text of an OData string literal.
pub(super) fn literal(quoted: &str) -> Option<String> {
    let inner = quoted.strip_prefix('\'')?.strip_suffix('\'')?;
    Some(inner.replace("''", "'"))
}

/// A JSON object whose fields practice knows.
///
/// # Errors
/// 400 for what is no JSON object; 501 for a field that practice does not simulate.
pub(super) fn object(body: &[u8], known: &[&str]) -> Result<Map<String, Value>, Refusal> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return Err(Refusal::bad_request("Unable to read JSON request payload."));
    };
    match fields.keys().find(|field| !known.contains(&field.as_str())) {
        Some(unknown) => Err(Refusal::not_simulated(&format!("the property {unknown}"))),
        None => Ok(fields),
    }
}

/// A text field; `None` where it is absent or null.
///
/// # Errors
/// 400 for another type.
pub(super) fn text(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Refusal::bad_request(format!("The property '{name}' must be a string."))),
    }
}
