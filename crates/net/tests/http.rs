//! The client against servers that misbehave in every way a service or a network does.

#![allow(clippy::unwrap_used)]

mod loopback_server;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use liaison_net::{Answer, Call, Form, NetError, NetErrorKind, Origin, RequestLine, Sent, WaitReason, Watch};
use loopback_server::{Reply, Server, http};
use secrecy::SecretString;
use serde_json::{Value, json};

fn fake_secret() -> SecretString {
    SecretString::from(format!("fake-{}", std::process::id()))
}

#[tokio::test]
async fn a_credential_never_follows_a_redirect() {
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let foreign = Server::start(vec![Reply::json("{}")]).await;
        let location = format!("location: {}/taken?by=someone", foreign.origin);
        let server = Server::start(vec![Reply::new(status, &[&location], "")]).await;
        let (http, _) = http();
        let call = Call::post(&server.origin, "/token").bearer(&fake_secret());
        let error =
            http.write(call.form(Form::new().secret("client_secret", &fake_secret()))).await.unwrap_err();
        let code: u16 = status[..3].parse().unwrap();
        assert_eq!(error.kind, NetErrorKind::Redirected { status: code, to: Some("127.0.0.1".into()) });
        assert_eq!(error.sent, if code == 307 || code == 308 { Sent::No } else { Sent::Unknown });
        assert!(!error.to_string().contains("taken"), "{error}");
        assert!(foreign.requests().is_empty());
    }
}

#[tokio::test]
async fn a_read_is_repeated_on_what_passes() {
    let server = Server::start(vec![
        Reply::new("429 Too Many Requests", &["retry-after: 7"], ""),
        Reply::new("503 Service Unavailable", &["content-type: application/json"], "{}"),
        Reply::Abort,
        Reply::json(r#"{"value": 1}"#),
    ])
    .await;
    let (http, timer) = http();
    let answer = http.read(Call::get(&server.origin, "/x").bearer(&fake_secret())).await.unwrap();
    assert_eq!(answer.json::<Value>().unwrap(), json!({"value": 1}));
    assert_eq!(server.requests().len(), 4);
    // 7 s as asked, then 1 s and 2 s.
    assert_eq!(timer.waited(), Duration::from_secs(10));
}

#[tokio::test]
async fn a_read_gives_up_at_its_deadline_and_says_what_came() {
    let server = Server::start(vec![Reply::new("429 Too Many Requests", &["retry-after: 20"], "")]).await;
    let (http, timer) = http();
    let answer = http.read(Call::get(&server.origin, "/x")).await.unwrap();
    assert_eq!(answer.status, 429);
    assert_eq!(timer.waited(), Duration::from_secs(40));
}

#[tokio::test]
async fn a_web_page_in_place_of_a_service_is_given_back_at_once() {
    let page = "<!DOCTYPE html><html><head><title>\n Down for\n maintenance </title></head></html>";
    let server =
        Server::start(vec![Reply::new("503 Service Unavailable", &["content-type: text/html"], page)]).await;
    let (http, _) = http();
    let answer = http.read(Call::get(&server.origin, "/x")).await.unwrap();
    assert!(answer.is_html());
    let title = Some("Down for maintenance".to_owned());
    assert_eq!(answer.json::<Value>().unwrap_err().kind, NetErrorKind::WebPage { title });
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_write_is_sent_again_only_when_the_service_did_not_act() {
    let server = Server::start(vec![
        Reply::new("429 Too Many Requests", &["retry-after: 1"], ""),
        Reply::new("409 Conflict", &[], "busy"),
        Reply::new("503 Service Unavailable", &[], ""),
    ])
    .await;
    let (http, _) = http();
    let busy: fn(&Answer) -> bool = |answer| answer.status == 409 && answer.text() == "busy";
    let answer = http.write(Call::post(&server.origin, "/x").refused_when(busy)).await.unwrap();
    assert_eq!(answer.status, 503);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_write_without_an_answer_is_unknown_and_not_repeated() {
    let server = Server::start(vec![Reply::Abort]).await;
    let (http, _) = http();
    let error = http.write(Call::post(&server.origin, "/x")).await.unwrap_err();
    assert_eq!((error.kind, error.sent), (NetErrorKind::Reset, Sent::Unknown));
    assert_eq!(server.requests().len(), 1);

    let silent = Server::start(vec![Reply::Silence]).await;
    let error =
        http.write(Call::post(&silent.origin, "/x").deadline(Duration::from_millis(300))).await.unwrap_err();
    assert_eq!((error.kind, error.sent), (NetErrorKind::Timeout, Sent::Unknown));
}

#[tokio::test]
async fn a_cut_answer_is_unknown() {
    let cut =
        Reply::Raw("HTTP/1.1 200 OK\r\ncontent-length: 500\r\nconnection: close\r\n\r\n{\"half\":".into());
    let server = Server::start(vec![cut, Reply::Abort]).await;
    let (http, _) = http();
    let call = Call::post(&server.origin, "/x").deadline(Duration::from_millis(500));
    let error = http.write(call).await.unwrap_err();
    assert_eq!(error.sent, Sent::Unknown);
}

#[tokio::test]
async fn a_closed_port_is_tried_four_times_and_was_never_reached() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = Origin::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    drop(listener);
    let (http, timer) = http();
    let error = http.write(Call::post(&origin, "/x")).await.unwrap_err();
    assert_eq!((error.kind, error.sent), (NetErrorKind::Refused, Sent::No));
    assert_eq!(timer.waited(), Duration::from_millis(3500));
}

#[tokio::test]
async fn one_host_needs_one_connection() {
    let server = Server::start(vec![Reply::json("{}")]).await;
    let (http, _) = http();
    for _ in 0..5 {
        http.clone().read(Call::get(&server.origin, "/x")).await.unwrap();
    }
    assert_eq!((server.requests().len(), server.connections()), (5, 1));
}

#[tokio::test]
async fn an_endless_answer_is_refused() {
    let length = Answer::LIMIT + 1;
    let endless =
        Reply::Raw(format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{}", "x".repeat(length)));
    let server = Server::start(vec![endless]).await;
    let (http, _) = http();
    let error = http.read(Call::get(&server.origin, "/x")).await.unwrap_err();
    assert_eq!(error.kind, NetErrorKind::TooLarge);
}

#[tokio::test]
async fn what_goes_over_the_wire_is_encoded_and_signed() {
    let server = Server::start(vec![Reply::json("{}")]).await;
    let (http, _) = http();
    let call = Call::get(&server.origin, "/v1.0/applications")
        .query("$filter", "displayName eq 'a b&c+d#é'")
        .query("$count", "true")
        .bearer(&SecretString::from("fake-token"));
    assert!(!format!("{call:?}").contains("fake-token"));
    http.read(call).await.unwrap();
    let request = server.requests().remove(0);
    let expected =
        "GET /v1.0/applications?$filter=displayName%20eq%20%27a%20b%26c%2Bd%23%C3%A9%27&$count=true HTTP/1.1";
    assert_eq!(request.lines().next(), Some(expected));
    assert!(request.contains("authorization: Bearer fake-token\r\n"), "{request}");

    let form = Form::new().field("grant_type", "x").secret("client_secret", &SecretString::from("a~b c&d"));
    http.write(Call::post(&server.origin, "/token").form(form)).await.unwrap();
    assert!(server.requests()[1].ends_with("\r\n\r\ngrant_type=x&client_secret=a%7Eb+c%26d"));
}

#[derive(Default)]
struct Notes(Mutex<Vec<String>>);

impl Notes {
    fn add(&self, note: String) {
        self.0.lock().unwrap().push(note);
    }
}

impl Watch for Notes {
    fn sent(&self, request: &RequestLine) {
        self.add(format!("{} {} {}", request.attempt, request.method, request.path));
    }
    fn answered(&self, _: &RequestLine, status: u16, _: Duration) {
        self.add(status.to_string());
    }
    fn failed(&self, _: &RequestLine, error: &NetError, _: Duration) {
        self.add(error.name().into());
    }
    fn waiting(&self, _: &RequestLine, reason: WaitReason, wait: Duration) {
        self.add(format!("{} {}", reason.name(), wait.as_secs()));
    }
}

#[tokio::test]
async fn who_watches_sees_each_attempt_without_query() {
    let server =
        Server::start(vec![Reply::new("429 Too Many Requests", &["retry-after: 2"], ""), Reply::json("{}")])
            .await;
    let notes = Arc::new(Notes::default());
    let (http, _) = http();
    http.with_watch(notes.clone()).read(Call::get(&server.origin, "/x").query("code", "fake")).await.unwrap();
    assert_eq!(*notes.0.lock().unwrap(), ["1 GET /x", "429", "throttled 2", "2 GET /x", "200"]);
}

#[tokio::test]
async fn an_untrusted_certificate_is_named_by_its_issuer() {
    use std::sync::Arc;
    use tokio_rustls::{
        TlsAcceptor,
        rustls::{ServerConfig, crypto::aws_lc_rs, pki_types::PrivatePkcs8KeyDer},
    };
    let mut ca = rcgen::CertificateParams::default();
    ca.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    ca.distinguished_name.push(rcgen::DnType::CommonName, "Made-up Inspection CA");
    let ca_key = rcgen::KeyPair::generate().unwrap();
    let ca_pem = ca.self_signed(&ca_key).unwrap().pem();
    let issuer = rcgen::Issuer::new(ca, ca_key);
    let key = rcgen::KeyPair::generate().unwrap();
    let leaf =
        rcgen::CertificateParams::new(vec!["localhost".into()]).unwrap().signed_by(&key, &issuer).unwrap();

    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
        .unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin =
        Origin::parse(&format!("https://localhost:{}", listener.local_addr().unwrap().port())).unwrap();
    tokio::spawn(async move {
        let acceptor = TlsAcceptor::from(Arc::new(config));
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                use tokio::io::{AsyncReadExt, AsyncWriteExt};
                if let Ok(mut stream) = acceptor.accept(stream).await {
                    let _ = stream.read(&mut [0; 1024]).await;
                    let _ = stream
                        .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}")
                        .await;
                    let _ = stream.shutdown().await;
                }
            });
        }
    });

    let (http, timer) = http();
    let error = http.read(Call::get(&origin, "/x")).await.unwrap_err();
    assert_eq!(error.kind, NetErrorKind::Tls { issuer: Some("Made-up Inspection CA".into()) });
    assert_eq!((error.sent, timer.waited()), (Sent::No, Duration::ZERO));

    let settings = liaison_net::HttpSettings {
        extra_ca: Some(ca_pem.into_bytes()),
        proxy: liaison_net::Proxy::None,
        ..liaison_net::HttpSettings::default()
    };
    assert_eq!(
        liaison_net::Http::new(settings).unwrap().read(Call::get(&origin, "/x")).await.unwrap().status,
        200
    );

    let nonsense = liaison_net::HttpSettings {
        extra_ca: Some(b"nonsense".to_vec()),
        ..liaison_net::HttpSettings::default()
    };
    assert_eq!(liaison_net::Http::new(nonsense).err(), Some(liaison_net::SettingsError::ExtraCa));
}

#[tokio::test]
async fn a_proxy_that_wants_a_sign_in_is_named_with_what_it_offers() {
    let offers = [
        "proxy-authenticate: Negotiate",
        "proxy-authenticate: NTLM",
        "proxy-authenticate: Basic realm=\"x\"",
    ];
    let proxy = Server::start(vec![Reply::new("407 Proxy Authentication Required", &offers, "")]).await;
    let settings = liaison_net::HttpSettings {
        proxy: liaison_net::Proxy::Url(proxy.origin.to_string().parse().unwrap()),
        ..liaison_net::HttpSettings::default()
    };
    let http = liaison_net::Http::new(settings).unwrap();
    let elsewhere = Origin::parse("https://graph.example").unwrap();
    let error = http.write(Call::post(&elsewhere, "/x")).await.unwrap_err();
    let schemes = ["Negotiate", "NTLM", "Basic"].map(str::to_owned).to_vec();
    assert_eq!((error.kind, error.sent), (NetErrorKind::ProxyAuth { schemes }, Sent::No));
}
