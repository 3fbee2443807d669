//! The error envelope of the instance's REST API, and the known pairs of message and detail.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::business_rules::Aborted;
use super::query::NotSimulated;

/// A refused REST request: `{"error": {"message", "detail"}, "status": "failure"}`.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    message: String,
    detail: Option<String>,
}

impl Refusal {
    fn new(status: StatusCode, message: &str, detail: Option<&str>) -> Self {
        Self { status, message: message.to_owned(), detail: detail.map(str::to_owned) }
    }

    pub(super) fn not_authenticated() -> Self {
        let detail = "Required to provide Auth information";
        Self::new(StatusCode::UNAUTHORIZED, "User Not Authenticated", Some(detail))
    }

    pub(super) fn bad_request(message: &str, detail: Option<&str>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message, detail)
    }

    pub(super) fn unsupported_media_type(given: &str) -> Self {
        let detail = format!("This API takes and gives application/json, not {given}");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", Some(&detail))
    }

    pub(super) fn invalid_table(table: &str) -> Self {
        Self::bad_request(&format!("Invalid table {table}"), None)
    }

    /// The table is closed to web services (`ws_access`), for administrators too.
    pub(super) fn closed_to_web_services() -> Self {
        let detail = "Failed API level ACL Validation";
        Self::new(StatusCode::FORBIDDEN, "User Not Authorized", Some(detail))
    }

    pub(super) fn query_denied() -> Self {
        Self::new(StatusCode::FORBIDDEN, "Insufficient rights to query records", None)
    }

    /// `verb` is Insert, Update or Delete.
    pub(super) fn write_denied(verb: &str) -> Self {
        let detail = format!("ACL Exception {verb} Failed due to security constraints");
        Self::new(StatusCode::FORBIDDEN, "Operation Failed", Some(&detail))
    }

    /// Deliberately ambiguous: not there, or not to be seen.
    pub(super) fn no_record() -> Self {
        let detail = "Record doesn't exist or ACL restricts the record retrieval";
        Self::new(StatusCode::NOT_FOUND, "No Record found", Some(detail))
    }

    pub(super) fn not_simulated(what: &str) -> Self {
        let message = format!("Practice does not simulate {what}");
        Self::new(StatusCode::NOT_IMPLEMENTED, &message, None)
    }
}

impl From<Aborted> for Refusal {
    fn from(aborted: Aborted) -> Self {
        Self::new(StatusCode::FORBIDDEN, "Operation Failed", Some(&aborted.detail()))
    }
}

impl From<NotSimulated> for Refusal {
    fn from(NotSimulated(part): NotSimulated) -> Self {
        Self::not_simulated(&format!("the query {part}"))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({
            "error": { "message": self.message, "detail": self.detail },
            "status": "failure",
        });
        let mut answer = (self.status, Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let challenge = header::HeaderValue::from_static(r#"BASIC realm="Service-now""#);
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        answer
    }
}
