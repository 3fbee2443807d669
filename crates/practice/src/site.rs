//! One simulated service at the root of its own port: guard, log, faults, then the service itself.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde::Serialize;
use serde_json::json;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::app::App;
use crate::faults::Act;
use crate::tls::H2;
use crate::{entra, refusal};

/// Requests larger than this are refused; nothing that practice simulates comes near it.
const LARGEST_BODY: usize = 4 << 20;

/// The services, by the names that the log and the faults use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Service {
    Login,
    Graph,
    Servicenow,
    EntraPortal,
    AdminCenter,
    Control,
}

impl Service {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Graph => "graph",
            Self::Servicenow => "servicenow",
            Self::EntraPortal => "entra-portal",
            Self::AdminCenter => "admin-center",
            Self::Control => "control",
        }
    }

    /// Whether the scene's throttling applies: Graph, and the instance's REST API but not its pages.
    fn throttled(self, path: &str) -> bool {
        self == Self::Graph || (self == Self::Servicenow && path.starts_with("/api/"))
    }
}

pub(crate) struct Site {
    service: Service,
    app: App,
    router: Router,
    tls: Option<TlsAcceptor>,
    /// The values of Host that name this site.
    hosts: [String; 2],
    /// The values of Origin that come from practice itself.
    origins: Vec<String>,
}

impl Site {
    /// `ports` are those of all sites: pages of one may link and post to another.
    pub(crate) fn new(
        service: Service,
        app: App,
        router: Router,
        tls: Option<TlsAcceptor>,
        port: u16,
        ports: &[u16],
    ) -> Self {
        let unknown = move |request: Request| async move { refusal::unknown(service, &request) };
        let scheme = if tls.is_some() { "https" } else { "http" };
        let names = ["127.0.0.1", "localhost"];
        Self {
            service,
            app,
            router: router.fallback(unknown).method_not_allowed_fallback(unknown),
            tls,
            hosts: names.map(|name| format!("{name}:{port}")),
            origins: ports
                .iter()
                .flat_map(|port| names.map(|name| format!("{scheme}://{name}:{port}")))
                .collect(),
        }
    }

    /// Takes connections until the task is aborted, and drops those open then.
    pub(crate) async fn run(self: Arc<Self>, listener: TcpListener) {
        let mut connections = JoinSet::new();
        loop {
            match listener.accept().await {
                Ok((stream, _)) => {
                    connections.spawn(Arc::clone(&self).connection(stream));
                }
                // A client that left before it was accepted, or no file handles for a moment.
                Err(error) => tracing::debug!(%error, service = self.service.name(), "accept failed"),
            }
            while connections.try_join_next().is_some() {}
        }
    }

    async fn connection(self: Arc<Self>, stream: TcpStream) {
        stream.set_nodelay(true).ok();
        match self.tls.clone() {
            None => self.converse(stream, |stream| stream).await,
            Some(tls) => match tls.accept(stream).await {
                Ok(stream) if stream.get_ref().1.alpn_protocol() == Some(H2) => {
                    self.converse_h2(stream).await
                }
                Ok(stream) => self.converse(stream, |stream| stream.get_ref().0).await,
                Err(error) => tracing::debug!(%error, "TLS handshake failed"),
            },
        }
    }

    async fn converse<S>(self: Arc<Self>, stream: S, tcp: fn(&S) -> &TcpStream)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let line = Line { number: self.app.traffic().connection(), reset: Arc::new(Notify::new()) };
        let reset = Arc::clone(&line.reset);
        let answer = service_fn(move |request| Arc::clone(&self).answer(line.clone(), request));
        let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
        tokio::select! {
            ended = &mut connection => {
                if let Err(error) = ended {
                    tracing::trace!(%error, "connection ended early");
                }
            }
            () = reset.notified() => {
                let stream = connection.into_parts().io.into_inner();
                // With no time to linger, closing sends RST.
                tcp(&stream).set_zero_linger().ok();
            }
        }
    }

    /// HTTP/2: all requests of a client in one connection. A fault that resets it only closes it here, which ends them all, too.
    async fn converse_h2<S>(self: Arc<Self>, stream: S)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let line = Line { number: self.app.traffic().connection(), reset: Arc::new(Notify::new()) };
        let reset = Arc::clone(&line.reset);
        let answer = service_fn(move |request| Arc::clone(&self).answer(line.clone(), request));
        let connection =
            http2::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), answer);
        tokio::select! {
            ended = connection => {
                if let Err(error) = ended {
                    tracing::trace!(%error, "connection ended early");
                }
            }
            () = reset.notified() => {}
        }
    }

    async fn answer(
        self: Arc<Self>,
        line: Line,
        request: hyper::Request<hyper::body::Incoming>,
    ) -> Result<Response, Infallible> {
        let mut request = request.map(Body::new);
        // HTTP/2 names the host in `:authority` (RFC 9113, section 8.3.1).
        let authority = request.uri().authority().and_then(|name| HeaderValue::from_str(name.as_str()).ok());
        if let Some(authority) = authority {
            request.headers_mut().entry(header::HOST).or_insert(authority);
        }
        if let Err(refused) = self.guard(request.headers()) {
            return Ok(refused);
        }
        if self.service == Service::Control {
            return Ok(self.act(request).await);
        }
        Ok(self.logged(line, request).await)
    }

    /// The course of a request that is logged and may meet faults.
    async fn logged(self: Arc<Self>, line: Line, request: Request) -> Response {
        let method = request.method().to_string();
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let begun = self.app.traffic().begin(line.number, self.service, &method, &path);
        let (parts, body) = request.into_parts();
        // Read as a whole first: only then does the connection notice a client that goes away while held.
        let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
            begun.answered(413);
            return refusal::of(self.service, StatusCode::PAYLOAD_TOO_LARGE, "The request is too large.");
        };
        let request = Request::from_parts(parts, Body::from(body));

        let acts = self.app.traffic().faults(self.service, &method, &path);
        let delays =
            acts.iter().filter_map(|act| if let Act::Delay(delay) = act { Some(*delay) } else { None });
        tokio::time::sleep(self.app.options().latency + delays.sum::<std::time::Duration>()).await;
        let fault = acts.into_iter().find(|act| !matches!(act, Act::Delay(_)));
        match fault {
            Some(Act::HoldBefore) => begun.hold().await,
            Some(Act::ResetBefore) => return line.cut().await,
            Some(Act::Status(status)) => {
                begun.answered(status.as_u16());
                return refusal::of(self.service, status, "Practice was told to refuse this request.");
            }
            Some(Act::Aadsts(code)) => {
                let refused = entra::refused(code);
                begun.answered(refused.status().as_u16());
                return refused;
            }
            Some(Act::Graph(status, ref code)) => {
                begun.answered(status.as_u16());
                let error = json!({ "code": code, "message": "Practice was told to refuse this request." });
                return (status, axum::Json(json!({ "error": error }))).into_response();
            }
            _ => {}
        }
        let request = if fault == Some(Act::IgnoreQuery) { without_query(request) } else { request };
        let answer = match self.throttle(&path) {
            Some(refused) => refused,
            None => Arc::clone(&self).carried_out(request).await,
        };
        let answer = match fault {
            Some(Act::HoldAfter) => {
                begun.hold().await;
                answer
            }
            Some(Act::ResetAfter) => return line.cut().await,
            Some(Act::Truncate) => truncated(answer).await,
            Some(Act::Garbage) => {
                ([(header::CONTENT_TYPE, "application/json")], "{\"value\": [\u{1}").into_response()
            }
            Some(Act::Html) => {
                axum::response::Html("<!doctype html><title>Practice</title><p>A web page.").into_response()
            }
            Some(Act::ErrorIn200) => {
                let error = json!({ "message": "Transaction cancelled", "detail": null });
                axum::Json(json!({ "error": error, "status": "failure" })).into_response()
            }
            Some(Act::EmptyPage) => {
                let (mut parts, _) = answer.into_parts();
                parts.headers.remove(header::CONTENT_LENGTH);
                Response::from_parts(parts, Body::from(r#"{"result":[]}"#))
            }
            _ => answer,
        };
        begun.answered(answer.status().as_u16());
        answer
    }

    fn throttle(&self, path: &str) -> Option<Response> {
        let every = self.app.scene().throttle_every.filter(|_| self.service.throttled(path))?;
        (self.app.traffic().count(self.service).is_multiple_of(every)).then(|| {
            let refused = refusal::of(self.service, StatusCode::TOO_MANY_REQUESTS, "Too many requests.");
            ([(header::RETRY_AFTER, "1")], refused).into_response()
        })
    }

    /// Acts on a task of its own, so that what has begun is finished though the client goes away, as in a real service.
    async fn carried_out(self: Arc<Self>, request: Request) -> Response {
        let service = self.service;
        match tokio::spawn(async move { self.act(request).await }).await {
            Ok(answer) => answer,
            Err(error) => {
                tracing::error!(%error, service = service.name(), "a request brought its handler down");
                refusal::of(
                    service,
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "Practice failed; this is a mistake in practice.",
                )
            }
        }
    }

    async fn act(&self, request: Request) -> Response {
        let answer = match self.router.clone().oneshot(request).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        };
        match self.app.save().await {
            Ok(()) => answer,
            Err(error) => {
                tracing::error!(%error, "practice could not save its world");
                refusal::of(
                    self.service,
                    StatusCode::INSUFFICIENT_STORAGE,
                    &format!("Practice could not save: {error}"),
                )
            }
        }
    }

    /// Web pages from elsewhere must not reach practice through the visitor's browser: a foreign name in Host (DNS
    /// rebinding) and a foreign Origin are refused.
    fn guard(&self, headers: &HeaderMap) -> Result<(), Response> {
        let text =
            |name| headers.get(name).map(|value: &header::HeaderValue| value.to_str().unwrap_or_default());
        let host = text(header::HOST).is_some_and(|host| self.hosts.iter().any(|ours| ours == host));
        let origin = text(header::ORIGIN).is_none_or(|origin| self.origins.iter().any(|ours| ours == origin));
        if host && origin {
            return Ok(());
        }
        let which = if host { "Origin" } else { "Host" };
        Err((StatusCode::FORBIDDEN, format!("Practice refuses requests with a foreign {which}.\n"))
            .into_response())
    }
}

/// One TCP connection.
#[derive(Clone)]
struct Line {
    number: u64,
    reset: Arc<Notify>,
}

impl Line {
    /// Has the connection reset; never comes back, as the connection goes away with whoever waits for this.
    async fn cut(&self) -> Response {
        self.reset.notify_one();
        std::future::pending().await
    }
}

/// The same request with another encoded query, of which nothing can be understood.
fn without_query(mut request: Request) -> Request {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "sysparm_query");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("sysparm_query", "no_such_field=x")
        .finish();
    if let Ok(uri) = format!("{}?{query}", request.uri().path()).parse() {
        *request.uri_mut() = uri;
    }
    request
}

/// The same head, with the full Content-Length, and half of the body before the connection closes.
async fn truncated(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let half = bytes.slice(..bytes.len() / 2);
    parts.headers.insert(header::CONTENT_LENGTH, bytes.len().into());
    let chunks = stream::unfold(Some(half), |half| async move {
        match half {
            Some(half) if !half.is_empty() => Some((Ok(half), Some(Bytes::new()))),
            // Nothing more can come. The pause lets what there is reach the client before the connection breaks.
            Some(_) => {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                Some((Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted)), None))
            }
            None => None,
        }
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}
