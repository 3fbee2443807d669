//! The Batch API: `POST /api/now/v1/batch`, several requests in one ("Batch API", ServiceNow REST API reference).

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Request, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::refusal::Refusal;
use super::table_api;
use crate::app::App;

/// Answers larger than this are not put into another.
const LARGEST: usize = 32 << 20;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/api/now/v1/batch", post(batch)).route("/api/now/batch", post(batch))
}

#[derive(Deserialize)]
struct Batch {
    /// Clients send a number as well; it comes back as text.
    batch_request_id: Value,
    rest_requests: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    id: String,
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Header>,
    /// Base64.
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    exclude_response_headers: bool,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

async fn batch(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response, Refusal> {
    let batch: Batch = serde_json::from_slice(&body)
        .map_err(|_| Refusal::bad_request("Exception while reading request", None))?;
    let mut serviced = Vec::new();
    // One after the other, each for itself: nothing is rolled back.
    for part in batch.rest_requests {
        serviced.push(part.carried_out(&app, &headers).await?);
    }
    let answer = json!({
        "batch_request_id": batch.batch_request_id.as_str().map_or_else(|| batch.batch_request_id.to_string(), str::to_owned),
        "serviced_requests": serviced,
        "unserviced_requests": [],
    });
    Ok(Json(answer).into_response())
}

impl Part {
    /// On behalf of whoever sent the batch.
    async fn carried_out(self, app: &App, outer: &HeaderMap) -> Result<Value, Refusal> {
        let unreadable = || Refusal::bad_request("Exception while reading request", Some(&self.id));
        let mut request = Request::builder().method(self.method.as_str()).uri(self.url.as_str());
        if let Some(authorization) = outer.get(header::AUTHORIZATION) {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        for Header { name, value } in &self.headers {
            request = request.header(name, value);
        }
        // ServiceNow's own clients leave it out here, where the batch itself says what it takes.
        if !self.headers.iter().any(|header| header.name.eq_ignore_ascii_case("accept")) {
            request = request.header(header::ACCEPT, "application/json");
        }
        let body = self.body.as_deref().unwrap_or_default();
        let body = STANDARD.decode(body).map_err(|_| unreadable())?;
        let request = request.body(Body::from(body)).map_err(|_| unreadable())?;
        let router = table_api::routes().with_state(app.clone());
        let answer = match router.oneshot(request).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        };
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, LARGEST).await.map_err(|_| unreadable())?;
        let headers: Vec<Value> = parts
            .headers
            .iter()
            .filter(|_| !self.exclude_response_headers)
            .map(|(name, value)| json!({"name": name.as_str(), "value": value.to_str().unwrap_or_default()}))
            .collect();
        Ok(json!({
            "id": self.id,
            "status_code": parts.status.as_u16(),
            "status_text": parts.status.canonical_reason().unwrap_or_default(),
            "headers": headers,
            "body": STANDARD.encode(body),
            "execution_time": 1,
        }))
    }
}
