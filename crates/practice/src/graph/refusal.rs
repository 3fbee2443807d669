//! Refusals as Graph words them ("Microsoft Graph error responses and resource types").

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::json;

use crate::random;

#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
    /// A finer code, in `details`.
    detail: Option<&'static str>,
    challenge: bool,
}

/// What a sign-in must carry to pass the challenge.
pub(crate) const STEP_UP: &str = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), detail: None, challenge: false }
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_BadRequest", message)
    }

    pub(super) fn unsupported_query(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_UnsupportedQuery", message)
    }

    pub(super) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "InvalidAuthenticationToken",
            "Access token is empty, expired or not one of this tenant's.",
        )
    }

    /// A claims challenge ("Claims challenges, claims requests and client capabilities"): the authentication context `c1`.
    pub(super) fn step_up() -> Self {
        Self {
            challenge: true,
            ..Self::new(
                StatusCode::UNAUTHORIZED,
                "InvalidAuthenticationToken",
                "Continuous access evaluation resulted in challenge with result: InteractionRequired.",
            )
        }
    }

    /// What the tenant's app management policy forbids. The codes are those that Microsoft's own tools look for.
    pub(super) fn policy(code: &'static str, message: &str) -> Self {
        let message = format!("{message} not allowed as per assigned policy '{}'.", random::guid());
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    pub(super) fn denied() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "Authorization_RequestDenied",
            "Insufficient privileges to complete the operation.",
        )
    }

    /// Members without a role may have 250 objects, deleted ones included ("Microsoft Entra service limits and restrictions").
    pub(super) fn quota() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "Directory_QuotaExceeded",
            "The directory object quota limit for the Principal has been exceeded.",
        )
    }

    pub(super) fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "Request_ResourceNotFound",
            format!(
                "Resource '{what}' does not exist or one of its queried reference-property objects are not present."
            ),
        )
    }

    pub(super) fn same_key(property: &str) -> Self {
        let message = format!("Another object with the same value for property {property} already exists.");
        Self {
            detail: Some("ObjectConflict"),
            ..Self::new(StatusCode::CONFLICT, "Request_MultipleObjectsWithSameKeyValue", message)
        }
    }

    /// A service principal whose application this replica has not heard of.
    pub(super) fn no_backing_application(app_id: &str) -> Self {
        Self {
            detail: Some("NoBackingApplicationObject"),
            ..Self::bad_request(format!(
                "The appId '{app_id}' of the service principal does not reference a valid application object."
            ))
        }
    }

    /// 501: tests treat it as a failure.
    pub(super) fn not_simulated(what: &str) -> Self {
        Self::new(StatusCode::NOT_IMPLEMENTED, "notImplemented", format!("Practice does not simulate {what}"))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let request_id = random::guid();
        let mut error = json!({
            "code": self.code,
            "message": self.message,
            "innerError": {
                "date": Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
                "request-id": request_id,
                "client-request-id": request_id,
            },
        });
        if let Some(detail) = self.detail {
            error["details"] = json!([{ "code": detail, "message": self.message }]);
        }
        let mut answer =
            (self.status, [("request-id", request_id)], Json(json!({ "error": error }))).into_response();
        let challenge = format!(
            "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{}\"",
            STANDARD.encode(STEP_UP)
        );
        if let Some(challenge) = HeaderValue::from_str(&challenge).ok().filter(|_| self.challenge) {
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        answer
    }
}
