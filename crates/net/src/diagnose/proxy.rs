//! Which proxy stands between here and a service, and whether it lets us through.

use std::io;

use hyper::{
    Request, Response, StatusCode, Uri,
    body::Incoming,
    client::conn::http1,
    header::{HOST, HeaderMap, HeaderValue, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION},
};
use hyper_util::{client::proxy::matcher::Matcher, rt::TokioIo};
use tokio::{net::TcpStream, time::timeout};

use super::{Finding, Grade, PATIENCE};
use crate::{
    origin::Origin,
    settings::{HttpSettings, Proxy},
};

/// Asks the proxy that applies to `origin` for a tunnel there.
///
/// `proxy-none`, `proxy-open` (proxy), `proxy-unreached` (proxy), `proxy-auth` (proxy, schemes: those it offers, separated by
/// commas), `proxy-refused` (proxy, status), `proxy-unsupported` (proxy: a kind that is not HTTP, which is not looked into)
pub async fn proxy(settings: &HttpSettings, origin: &Origin) -> Finding {
    let Some(found) = Found::of(settings, origin) else {
        return Finding::new("proxy", "proxy-none", Grade::Ok);
    };
    let shown = found.shown();
    let finding = match found.uri.scheme_str() {
        Some("http") | None => match timeout(PATIENCE, found.tunnel(origin)).await {
            Ok(Ok((status, _))) if status.is_success() => Finding::new("proxy", "proxy-open", Grade::Ok),
            Ok(Ok((StatusCode::PROXY_AUTHENTICATION_REQUIRED, headers))) => {
                Finding::new("proxy", "proxy-auth", Grade::Fail).arg("schemes", schemes(&headers).join(", "))
            }
            Ok(Ok((status, _))) => {
                Finding::new("proxy", "proxy-refused", Grade::Fail).arg("status", status.as_u16())
            }
            _ => Finding::new("proxy", "proxy-unreached", Grade::Fail),
        },
        Some(_) => Finding::new("proxy", "proxy-unsupported", Grade::Warn),
    };
    finding.arg("proxy", shown)
}

/// The schemes by which the proxy before `origin` wants a sign-in, as far as it says.
pub(crate) async fn offered(settings: &HttpSettings, origin: &Origin) -> Vec<String> {
    let Some(found) = Found::of(settings, origin) else { return Vec::new() };
    match timeout(PATIENCE, found.tunnel(origin)).await {
        Ok(Ok((StatusCode::PROXY_AUTHENTICATION_REQUIRED, headers))) => schemes(&headers),
        _ => Vec::new(),
    }
}

struct Found {
    uri: Uri,
    authorization: Option<HeaderValue>,
}

impl Found {
    /// The same rules as reqwest follows, as they are the same code.
    fn of(settings: &HttpSettings, origin: &Origin) -> Option<Self> {
        if origin.is_loopback() {
            return None;
        }
        let matcher = match &settings.proxy {
            Proxy::None => return None,
            Proxy::System => Matcher::from_system(),
            Proxy::Url(url) => Matcher::builder().all(url.to_string()).build(),
        };
        let intercept = matcher.intercept(&origin.to_string().parse().ok()?)?;
        Some(Self { uri: intercept.uri().clone(), authorization: intercept.basic_auth().cloned() })
    }

    /// Host and port; user and password of the address stay out.
    fn shown(&self) -> String {
        let host = self.uri.host().unwrap_or_default();
        self.uri.port_u16().map_or(host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// RFC 9110, section 9.3.6. The tunnel is closed again at once.
    async fn tunnel(&self, origin: &Origin) -> io::Result<(StatusCode, HeaderMap)> {
        let target = format!("{}:{}", bracketed(origin.host_name()), origin.port());
        let host = self.uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let stream = TcpStream::connect((host, self.uri.port_u16().unwrap_or(80))).await?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
        let mut request = Request::connect(&target).header(HOST, &target);
        if let Some(authorization) = &self.authorization {
            request = request.header(PROXY_AUTHORIZATION, authorization);
        }
        let request = request.body(http_body_util::Empty::<bytes::Bytes>::new()).map_err(io::Error::other)?;
        let answer: Response<Incoming> = tokio::select! {
            answer = sender.send_request(request) => answer.map_err(io::Error::other)?,
            ended = connection => return Err(ended.err().map_or_else(|| io::ErrorKind::UnexpectedEof.into(), io::Error::other)),
        };
        Ok((answer.status(), answer.headers().clone()))
    }
}

fn bracketed(host: &str) -> String {
    if host.contains(':') { format!("[{host}]") } else { host.to_owned() }
}

/// Each challenge begins with the name of its scheme (RFC 9110, section 11.6.1).
fn schemes(headers: &HeaderMap) -> Vec<String> {
    let challenges = headers.get_all(PROXY_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
    challenges.filter_map(|challenge| challenge.split_whitespace().next()).map(str::to_owned).collect()
}
