//! Refusals as Entra words them: an AADSTS number, a sentence, and the ids that support asks for.
//!
//! Shape and numbers: "Microsoft Entra authentication and authorization error codes" (reference-error-codes).

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::html;
use serde_json::json;

use crate::page::Page;
use crate::random;

/// Why Entra refuses a request.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    /// OAuth's word (RFC 6749, section 5.2; RFC 8628, section 3.5).
    error: &'static str,
    /// The number behind `AADSTS`.
    code: u32,
    message: String,
}

impl Refusal {
    /// Answered with 400, as nearly everything is.
    pub(super) fn new(error: &'static str, code: u32, message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error, code, message: message.into() }
    }

    /// The client is not who it says it is: 401.
    pub(super) fn client(code: u32, message: impl Into<String>) -> Self {
        Self { status: StatusCode::UNAUTHORIZED, ..Self::new("invalid_client", code, message) }
    }

    pub(super) fn unknown_tenant(name: &str) -> Self {
        Self::new(
            "invalid_tenant",
            90_002,
            format!("Tenant '{name}' not found. Check that it is the right tenant ID, and the right cloud."),
        )
    }

    pub(super) fn unknown_client(client_id: &str, tenant: &str) -> Self {
        Self {
            error: "unauthorized_client",
            ..Self::new(
                "",
                700_016,
                format!(
                    "Application with identifier '{client_id}' was not found in the directory '{tenant}'."
                ),
            )
        }
    }

    pub(super) fn malformed(what: &str) -> Self {
        Self::new(
            "invalid_request",
            900_144,
            format!("The request body must contain the following parameter: '{what}'."),
        )
    }

    /// `AADSTS…: …`, as pages and descriptions begin.
    pub(super) fn text(&self) -> String {
        format!("AADSTS{}: {}", self.code, self.message)
    }

    /// What a person sees in the browser. It stays there: nobody is sent to an address that was not checked.
    pub(super) fn page(&self) -> Response {
        let body = html! {
            p class="problem" id="refusal" { (self.text()) }
            p class="quiet" { "Request Id: " code { (random::guid()) } }
        };
        (self.status, Page::new("Sorry, but we're having trouble signing you in", body)).into_response()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (trace, correlation) = (random::guid(), random::guid());
        let at = Timestamp::now().strftime("%Y-%m-%d %H:%M:%SZ").to_string();
        let body = json!({
            "error": self.error,
            "error_description":
                format!("{} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {at}", self.text()),
            "error_codes": [self.code],
            "timestamp": at,
            "trace_id": trace,
            "correlation_id": correlation,
        });
        (self.status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
    }
}
