//! What may stand before an instance: pages in place of it, and a limit to how often its REST API answers.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::any;
use jiff::Timestamp;

use super::situation::Front;
use crate::app::App;
use crate::refusal;
use crate::site::Service;

/// Every address answers alike. None where the instance itself answers.
pub(super) fn routes(front: Front) -> Option<Router<App>> {
    let answer: fn() -> Response = match front {
        Front::Nothing => return None,
        // Words of "Wake a hibernating instance"; the status was not documented, and gateways were seen to use this one.
        Front::OfflinePage => || {
            page(
                StatusCode::SERVICE_UNAVAILABLE,
                "Instance Offline page",
                "Your instance is currently offline",
            )
        },
        Front::SingleSignOn => || {
            Redirect::to("https://sign-in.lumen-practice.example/saml2?SAMLRequest=practice").into_response()
        },
        // "IP Address Access Control": a denied client gets 403.
        Front::AddressFilter => || page(StatusCode::FORBIDDEN, "Access restricted", "Access restricted"),
        Front::NoSuchInstance => || page(StatusCode::NOT_FOUND, "Instance not found", "Instance not found"),
    };
    let every = || any(move || async move { answer() });
    Some(Router::new().route("/", every()).route("/{*path}", every()))
}

fn page(status: StatusCode, title: &str, heading: &str) -> Response {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><h1>{heading}</h1><p>Practice.</p></body></html>\n"
    );
    (status, Html(page)).into_response()
}

/// Requests of signed-in callers in the hour that began with the first of them.
#[derive(Clone)]
struct Limit {
    app: App,
    an_hour: u64,
    window: Arc<Mutex<Option<(Timestamp, u64)>>>,
}

pub(super) fn limited(routes: Router<App>, app: &App) -> Router<App> {
    match app.scene().instance.requests_an_hour {
        None => routes,
        Some(an_hour) => {
            let limit = Limit { app: app.clone(), an_hour, window: Arc::default() };
            routes.layer(from_fn_with_state(limit, count))
        }
    }
}

async fn count(State(limit): State<Limit>, request: Request, next: Next) -> Response {
    let counts =
        request.uri().path().starts_with("/api/") && request.headers().contains_key(header::AUTHORIZATION);
    match if counts { limit.take() } else { None } {
        None => next.run(request).await,
        Some(seconds) => {
            let detail = format!("Rate limit of {} requests per hour for Table API exceeded", limit.an_hour);
            let mut refused = refusal::of(Service::Servicenow, StatusCode::TOO_MANY_REQUESTS, &detail);
            let reset = limit.app.clock().now().as_second() + seconds;
            for (name, value) in [
                ("retry-after", seconds),
                ("x-ratelimit-limit", i64::try_from(limit.an_hour).unwrap_or(i64::MAX)),
                ("x-ratelimit-reset", reset),
            ] {
                refused.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from(value));
            }
            refused
        }
    }
}

impl Limit {
    /// Counts one; seconds until the next hour begins where this one is used up.
    fn take(&self) -> Option<i64> {
        let now = self.app.clock().now();
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let (began, count) = match *window {
            Some((began, count)) if now.as_second() < began.as_second() + 3600 => (began, count),
            _ => (now, 0),
        };
        *window = Some((began, count + 1));
        (count >= self.an_hour).then(|| began.as_second() + 3600 - now.as_second())
    }
}
