//! The client: sends calls, reads answers, and knows when asking again is safe.

use std::{error::Error as _, io, sync::Arc, time::Duration};

use bytes::BytesMut;
use reqwest::{
    Client, Url,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, LOCATION},
    redirect::Policy,
};
use secrecy::{ExposeSecret, SecretString};

use crate::{
    answer::Answer,
    backoff::{Repeat, after_answer, after_error},
    call::Call,
    diagnose,
    error::{NetError, NetErrorKind, Sent},
    first::{First, IDLE},
    settings::{HttpSettings, Proxy, SettingsError},
    timer::{Timer, TokioTimer},
    tls::{Issuers, client_config},
    watch::{RequestLine, Watch},
};

/// A silent host is given up on after this, so that the next attempt has time left.
const CONNECT: Duration = Duration::from_secs(10);

/// HTTP as one set of settings sees it. Clones share connections.
#[derive(Clone)]
pub struct Http {
    /// Through the proxy, if there is one.
    outward: Client,
    /// Past it: loopback only.
    loopback: Client,
    settings: Arc<HttpSettings>,
    issuers: Arc<Issuers>,
    first: Arc<First>,
    timer: Arc<dyn Timer>,
    watch: Option<Arc<dyn Watch>>,
}

impl Http {
    /// # Errors
    /// [`SettingsError`], when the extra CA, the proxy or the system's trust store cannot be used.
    pub fn new(settings: HttpSettings) -> Result<Self, SettingsError> {
        let issuers = Arc::new(Issuers::default());
        let tls = client_config(settings.extra_ca.as_deref(), issuers.clone())?;
        let builder = || {
            Client::builder()
                // A credential must never travel to where a service points.
                .redirect(Policy::none())
                .referer(false)
                .connect_timeout(CONNECT)
                .pool_idle_timeout(IDLE)
                .user_agent(settings.user_agent.clone())
                .tls_backend_preconfigured(tls.clone())
        };
        let build = |builder: reqwest::ClientBuilder| {
            builder.build().map_err(|error| SettingsError::Trust(error.without_url().to_string()))
        };
        let outward = match &settings.proxy {
            Proxy::System => builder(),
            Proxy::None => builder().no_proxy(),
            Proxy::Url(url) => {
                let proxy = reqwest::Proxy::all(url.clone()).map_err(|_| SettingsError::Proxy)?;
                builder().no_proxy().proxy(proxy)
            }
        };
        Ok(Self {
            outward: build(outward)?,
            loopback: build(builder().no_proxy())?,
            settings: Arc::new(settings),
            issuers,
            first: Arc::default(),
            timer: Arc::new(TokioTimer),
            watch: None,
        })
    }

    /// The same client, telling `watch` of each request.
    #[must_use]
    pub fn with_watch(mut self, watch: Arc<dyn Watch>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// The same client on another clock.
    #[must_use]
    pub fn with_timer(mut self, timer: Arc<dyn Timer>) -> Self {
        self.timer = timer;
        self
    }

    pub fn timer(&self) -> &dyn Timer {
        self.timer.as_ref()
    }

    pub fn settings(&self) -> &HttpSettings {
        &self.settings
    }

    /// Who signed the certificate that `host` (without port) last showed to this client.
    pub fn issuer(&self, host: &str) -> Option<String> {
        self.issuers.of(host)
    }

    /// Sends a call that changes nothing, again and again while what stops it is passing (429, 502, 503, 504, no connection, a
    /// broken one, no answer) and the call's deadline allows. An answer of any status but a redirect is `Ok`.
    ///
    /// # Errors
    /// [`NetError`], when no usable answer came.
    pub async fn read(&self, call: Call) -> Result<Answer, NetError> {
        self.repeat(Repeat::Read, call).await
    }

    /// Sends a call that changes something. It is sent again only when the service did not act: it answered 429, or what
    /// [`Call::refused_when`] knows, or no connection came about. An answer of any status but a redirect is `Ok`.
    ///
    /// # Errors
    /// [`NetError`], whose [`Sent`] says whether the service may have acted.
    pub async fn write(&self, call: Call) -> Result<Answer, NetError> {
        self.repeat(Repeat::Write, call).await
    }

    async fn repeat(&self, repeat: Repeat, call: Call) -> Result<Answer, NetError> {
        let url = call.origin.at(&call.path)?;
        let started = self.timer.now();
        let mut line = RequestLine {
            method: call.method.to_string(),
            host: call.origin.host(),
            path: url.path().to_owned(),
            attempt: 1,
        };
        loop {
            let left = call.deadline.saturating_sub(self.timer.now().duration_since(started));
            let limit = if repeat == Repeat::Read { left.min(call.attempt) } else { left };
            let result = self.attempt(&call, url.clone(), limit, &line).await;
            let wait = match &result {
                Ok(answer) => after_answer(repeat, answer, call.refusal, line.attempt),
                Err(error) => after_error(repeat, error, line.attempt),
            };
            let left = call.deadline.saturating_sub(self.timer.now().duration_since(started));
            // A wait that would outlast the deadline is not begun: what came is the more telling end.
            let Some((reason, wait)) = wait.filter(|(_, wait)| *wait < left) else {
                return result;
            };
            if let Some(watch) = &self.watch {
                watch.waiting(&line, reason, wait);
            }
            self.timer.sleep(wait).await;
            line.attempt += 1;
        }
    }

    async fn attempt(
        &self,
        call: &Call,
        url: Url,
        limit: Duration,
        line: &RequestLine,
    ) -> Result<Answer, NetError> {
        let client = if call.origin.is_loopback() { &self.loopback } else { &self.outward };
        let mut request =
            client.request(call.method.clone(), url).headers(call.headers.clone()).timeout(limit);
        if let Some(token) = &call.bearer {
            request = request.header(AUTHORIZATION, bearer(token, &line.host)?);
        }
        if let Some(body) = &call.body {
            // EXPOSE: the body goes to the origin of this call, over TLS or loopback.
            request =
                request.header(CONTENT_TYPE, body.content_type).body(body.text.expose_secret().to_owned());
        }
        if let Some(watch) = &self.watch {
            watch.sent(line);
        }
        let turn = self.first.turn(&call.origin).await;
        let started = self.timer.now();
        let result = match request.send().await {
            Ok(response) => {
                if let Some(turn) = turn {
                    turn.answered();
                }
                self.receive(response, call.limit, &line.host).await
            }
            Err(error) => match self.failure(&error, &call.origin) {
                // The library passes over what the proxy offers, so it is asked once more.
                NetError { kind: NetErrorKind::ProxyAuth { .. }, sent, host } => {
                    let schemes = diagnose::proxy::offered(&self.settings, &call.origin).await;
                    Err(NetError { kind: NetErrorKind::ProxyAuth { schemes }, sent, host })
                }
                failure => Err(failure),
            },
        };
        let took = self.timer.now().duration_since(started);
        let status = match &result {
            Ok(answer) => answer.status.as_u16(),
            Err(NetError { kind: NetErrorKind::Redirected { status, .. }, .. }) => *status,
            Err(error) => {
                tracing::warn!(method = %line.method, path = %line.path, attempt = line.attempt, ?took, %error, "no answer");
                if let Some(watch) = &self.watch {
                    watch.failed(line, error, took);
                }
                return result;
            }
        };
        tracing::debug!(method = %line.method, host = %line.host, path = %line.path, attempt = line.attempt, status, ?took);
        if let Some(watch) = &self.watch {
            watch.answered(line, status, took);
        }
        result
    }

    async fn receive(
        &self,
        mut response: reqwest::Response,
        limit: usize,
        host: &str,
    ) -> Result<Answer, NetError> {
        let status = response.status();
        let headers = response.headers().clone();
        if let 301 | 302 | 303 | 307 | 308 = status.as_u16() {
            let to = headers.get(LOCATION).and_then(|value| value.to_str().ok());
            let to = to.and_then(|to| response.url().join(to).ok()?.host_str().map(str::to_owned));
            // RFC 9110, sections 15.4.8 and 15.4.9: the request is to be made elsewhere as it is, so it was not acted on here.
            let sent = if let 307 | 308 = status.as_u16() { Sent::No } else { Sent::Unknown };
            return Err(NetError::new(NetErrorKind::Redirected { status: status.as_u16(), to }, sent, host));
        }
        let mut body = BytesMut::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > limit => {
                    return Err(NetError::new(NetErrorKind::TooLarge, Sent::Unknown, host));
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(error) => {
                    let kind = if error.is_timeout() { NetErrorKind::Timeout } else { NetErrorKind::Reset };
                    return Err(NetError::new(kind, Sent::Unknown, host));
                }
            }
        }
        let request_id = Answer::REQUEST_IDS
            .iter()
            .find_map(|name| headers.get(*name)?.to_str().ok())
            .map(|id| id.chars().take(128).collect());
        Ok(Answer { status, headers, body: body.freeze(), request_id, host: host.to_owned() })
    }

    /// Says what stopped a request, from the errors below reqwest's.
    fn failure(&self, error: &reqwest::Error, origin: &crate::Origin) -> NetError {
        let mut kind = None;
        let mut source = error.source();
        let mut detail = String::new();
        while let Some(cause) = source {
            detail = cause.to_string();
            if let Some(rustls::Error::InvalidCertificate(_)) = tls_cause(cause) {
                let issuer = self.issuers.of(origin.host_name());
                kind.get_or_insert(NetErrorKind::Tls { issuer });
            } else if let Some(io) = cause.downcast_ref::<io::Error>() {
                match io.kind() {
                    io::ErrorKind::ConnectionRefused => {
                        kind.get_or_insert(NetErrorKind::Refused);
                    }
                    io::ErrorKind::ConnectionReset
                    | io::ErrorKind::ConnectionAborted
                    | io::ErrorKind::BrokenPipe
                    | io::ErrorKind::UnexpectedEof => {
                        kind.get_or_insert(NetErrorKind::Reset);
                    }
                    _ => {}
                }
            } else if detail.ends_with("proxy authorization required") {
                // hyper-util keeps the type of this one to itself; its sentence is all there is.
                kind.get_or_insert(NetErrorKind::ProxyAuth { schemes: Vec::new() });
            }
            source = cause.source();
        }
        let sent = if error.is_connect() || error.is_builder() { Sent::No } else { Sent::Unknown };
        let kind = kind.unwrap_or_else(|| {
            if error.is_dns() {
                NetErrorKind::Dns
            } else if error.is_timeout() {
                NetErrorKind::Timeout
            } else if error.is_connect() || error.is_builder() {
                NetErrorKind::Other { detail }
            } else {
                // The connection ended without a whole answer.
                NetErrorKind::Reset
            }
        });
        NetError::new(kind, sent, origin.host())
    }
}

/// rustls' error, which travels inside an [`io::Error`], or in one within another: their `source` passes over what they hold.
fn tls_cause<'a>(cause: &'a (dyn std::error::Error + 'static)) -> Option<&'a rustls::Error> {
    cause.downcast_ref::<rustls::Error>().or_else(|| tls_cause(cause.downcast_ref::<io::Error>()?.get_ref()?))
}

fn bearer(token: &SecretString, host: &str) -> Result<HeaderValue, NetError> {
    // EXPOSE: into the authorization header of this one request, marked sensitive so that nothing prints it.
    let value = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret()));
    let mut value = value.map_err(|_| {
        let detail = "the access token has characters that a header cannot carry".into();
        NetError::new(NetErrorKind::Other { detail }, Sent::No, host)
    })?;
    value.set_sensitive(true);
    Ok(value)
}
