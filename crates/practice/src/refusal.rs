//! Refusals that come from the site and not from the service's own logic, in the service's own error shape.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::page::Page;
use crate::site::Service;

/// A request that practice does not simulate: 501, named. Tests treat it as a failure.
pub(crate) fn unknown(service: Service, request: &Request) -> Response {
    let message = format!("Practice does not simulate {} {}", request.method(), request.uri().path());
    of(service, StatusCode::NOT_IMPLEMENTED, &message)
}

/// `status` with `message`, as `service` words errors.
pub(crate) fn of(service: Service, status: StatusCode, message: &str) -> Response {
    match service {
        Service::Login => {
            let error = match status {
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => "temporarily_unavailable",
                StatusCode::NOT_IMPLEMENTED => "not_implemented",
                _ => "server_error",
            };
            (status, Json(json!({ "error": error, "error_description": message }))).into_response()
        }
        Service::Graph => {
            let code = match status {
                StatusCode::NOT_IMPLEMENTED => "notImplemented",
                StatusCode::TOO_MANY_REQUESTS => "TooManyRequests",
                StatusCode::SERVICE_UNAVAILABLE => "serviceNotAvailable",
                StatusCode::CONFLICT => "Directory_ConcurrencyViolation",
                StatusCode::FORBIDDEN => "Authorization_RequestDenied",
                StatusCode::UNAUTHORIZED => "InvalidAuthenticationToken",
                StatusCode::NOT_FOUND => "Request_ResourceNotFound",
                _ => "generalException",
            };
            (status, Json(json!({ "error": { "code": code, "message": message } }))).into_response()
        }
        Service::Servicenow => {
            let body = json!({ "error": { "message": message, "detail": null }, "status": "failure" });
            (status, Json(body)).into_response()
        }
        Service::EntraPortal | Service::AdminCenter => {
            let page = Page::new("Practice", maud::html! { p { (message) } });
            (status, page).into_response()
        }
        Service::Control => (StatusCode::NOT_FOUND, Json(json!({ "error": message }))).into_response(),
    }
}
