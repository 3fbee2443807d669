//! One connection from a browser, and what its requests get.

use std::{
    convert::Infallible,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode,
    body::Incoming,
    header::{HOST, HeaderName, LOCATION},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use secrecy::SecretString;
use tokio::{net::TcpStream, sync::Notify, time::timeout};

use super::{LoopbackEvent, Words};
use crate::oauth::{OAuthError, page::page, redirect};

/// A browser that has something to say says it within this.
const HEADERS: Duration = Duration::from_secs(5);

/// First byte of a TLS handshake record (RFC 8446, section 5.1). No HTTP request begins with it.
const TLS_HANDSHAKE: u8 = 0x16;

/// Where the browser is sent after its code was taken, so that no code stays in its history.
const DONE: &str = "/signed-in";
const FAILED: &str = "/not-signed-in";

/// One wait for one redirect.
pub(super) struct Visit<'a> {
    port: u16,
    path: &'a str,
    state: &'a str,
    words: &'a Words,
    tell: &'a (dyn Fn(LoopbackEvent) + Send + Sync),
    result: Mutex<Option<Result<SecretString, OAuthError>>>,
    taken: Notify,
    said_goodbye: AtomicBool,
    left: Notify,
}

impl<'a> Visit<'a> {
    pub fn new(
        port: u16,
        path: &'a str,
        state: &'a str,
        words: &'a Words,
        tell: &'a (dyn Fn(LoopbackEvent) + Send + Sync),
    ) -> Self {
        let path = if path.is_empty() { "/" } else { path };
        Self {
            port,
            path,
            state,
            words,
            tell,
            result: Mutex::default(),
            taken: Notify::new(),
            said_goodbye: AtomicBool::new(false),
            left: Notify::new(),
        }
    }

    pub fn into_result(self) -> Option<Result<SecretString, OAuthError>> {
        self.result.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first redirect counts.
    pub fn put(&self, result: Result<SecretString, OAuthError>) {
        self.result.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(result);
        self.taken.notify_one();
    }

    pub fn has_result(&self) -> bool {
        self.result.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Ends when the redirect has come.
    pub async fn taken(&self) {
        self.taken.notified().await;
    }

    /// Ends when the browser has its last page.
    pub async fn left(&self) {
        self.left.notified().await;
    }

    pub async fn serve(&self, stream: TcpStream) {
        let mut first = [0_u8];
        match timeout(HEADERS, stream.peek(&mut first)).await {
            Ok(Ok(1)) if first[0] == TLS_HANDSHAKE => (self.tell)(LoopbackEvent::TlsHello),
            Ok(Ok(1)) => {
                let service = service_fn(|request| async move { Ok::<_, Infallible>(self.answer(&request)) });
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(HEADERS)
                    .serve_connection(TokioIo::new(stream), service);
                // A browser that hangs up is no error of ours.
                let closed = connection.await.is_ok();
                tracing::trace!(closed, "loopback connection over");
                if self.said_goodbye.load(Ordering::Relaxed) {
                    self.left.notify_one();
                }
            }
            // Opened on suspicion and never used.
            _ => {}
        }
    }

    fn answer(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        let words = self.words;
        if !self.is_local(request) {
            // A name that somebody made point here (DNS rebinding).
            return plain(StatusCode::MISDIRECTED_REQUEST);
        }
        if request.method() != Method::GET {
            return plain(StatusCode::METHOD_NOT_ALLOWED);
        }
        match request.uri().path() {
            path if path == self.path => self.take(request.uri().query().unwrap_or_default()),
            DONE if self.has_result() => self.goodbye(&words.done_title, &words.done_text),
            FAILED if self.has_result() => self.goodbye(&words.failed_title, &words.failed_text),
            // Icons and the like.
            _ => plain(StatusCode::NOT_FOUND),
        }
    }

    fn goodbye(&self, title: &str, text: &str) -> Response<Full<Bytes>> {
        self.said_goodbye.store(true, Ordering::Relaxed);
        last(StatusCode::OK, &self.words.lang, title, text)
    }

    fn take(&self, query: &str) -> Response<Full<Bytes>> {
        let words = self.words;
        match redirect::read(query, self.state) {
            Ok(result) => {
                let clean = if result.is_ok() { DONE } else { FAILED };
                self.put(result);
                with(plain(StatusCode::SEE_OTHER), LOCATION, clean)
            }
            Err(_) => {
                (self.tell)(LoopbackEvent::ForeignRedirect);
                last(StatusCode::BAD_REQUEST, &words.lang, &words.failed_title, &words.failed_text)
            }
        }
    }

    fn is_local(&self, request: &Request<Incoming>) -> bool {
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .any(|name| host.strip_prefix(name).is_some_and(|rest| rest == format!(":{}", self.port)))
    }
}

fn plain(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    // A code must not stay in a cache, nor travel on as a referrer.
    let response = with(response, hyper::header::CACHE_CONTROL, "no-store");
    with(response, hyper::header::REFERRER_POLICY, "no-referrer")
}

fn last(status: StatusCode, lang: &str, title: &str, text: &str) -> Response<Full<Bytes>> {
    let mut response = plain(status);
    *response.body_mut() = Full::new(page(lang, title, text).into());
    let response = with(response, hyper::header::CONTENT_TYPE, "text/html; charset=utf-8");
    let response = with(response, hyper::header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    let response = with(response, hyper::header::CONTENT_SECURITY_POLICY, policy);
    // Nothing more to say here; the connection's end also tells that the page has gone out.
    with(response, hyper::header::CONNECTION, "close")
}

fn with(mut response: Response<Full<Bytes>>, name: HeaderName, value: &'static str) -> Response<Full<Bytes>> {
    response.headers_mut().insert(name, hyper::header::HeaderValue::from_static(value));
    response
}
