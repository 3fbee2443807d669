//! A client of the practice instance for tests: browser and REST client in one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use liaison_practice::{Options, Practice};
use reqwest::header::{ACCEPT, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

pub const VERIFIER: &str = "a-verifier-that-is-long-enough-to-pass-for-one-0123456789";

pub fn challenge() -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER))
}

pub async fn start(scene: &str, auto_approve: bool) -> Practice {
    let options = Options { scene: Some(scene.to_owned()), auto_approve, ..Options::default() };
    Practice::start(options).await.unwrap()
}

/// A client that follows no redirect and keeps no cookie.
pub fn http() -> Client {
    Client::builder().redirect(Policy::none()).no_proxy().build().unwrap()
}

pub fn location(answer: &Response) -> String {
    answer.headers().get(LOCATION).expect("a redirect").to_str().unwrap().to_owned()
}

/// The parameter of that name in an address's query.
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let url = Url::parse(address).unwrap();
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

pub fn redirect_uri(practice: &Practice) -> String {
    format!("http://localhost:{}/callback", practice.announcement().set["servicenow.sign-in.port"])
}

pub fn client_id(practice: &Practice) -> String {
    practice.announcement().set["servicenow.sign-in.client"].clone()
}

pub fn authorize_url(practice: &Practice, user: &str) -> Url {
    let mut url = Url::parse(&format!("{}/oauth_auth.do", practice.announcement().instance)).unwrap();
    url.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("client_id", &client_id(practice)),
        ("redirect_uri", &redirect_uri(practice)),
        ("state", "abc123"),
        ("code_challenge", &challenge()),
        ("code_challenge_method", "S256"),
        ("login_hint", user),
    ]);
    url
}

pub async fn token(practice: &Practice, form: &[(&str, &str)]) -> Response {
    let url = format!("{}/oauth_token.do", practice.announcement().instance);
    http().post(url).form(form).send().await.unwrap()
}

/// The form that exchanges a code.
pub async fn redeem(practice: &Practice, code: &str) -> Response {
    token(
        practice,
        &[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &redirect_uri(practice)),
            ("client_id", &client_id(practice)),
            ("code_verifier", VERIFIER),
        ],
    )
    .await
}

/// The state that control shows.
pub async fn state(practice: &Practice) -> Value {
    let url = format!("{}/state", practice.announcement().control);
    http().get(url).send().await.unwrap().json().await.unwrap()
}

/// A REST client signed in as a user of a practice that approves by itself.
pub struct Rest {
    pub instance: String,
    pub token: String,
    http: Client,
}

impl Rest {
    pub async fn sign_in(practice: &Practice, user: &str) -> Self {
        let answer = http().get(authorize_url(practice, user)).send().await.unwrap();
        let code = parameter(&location(&answer), "code").expect("a code");
        let body: Value = redeem(practice, &code).await.json().await.unwrap();
        let token = body["access_token"].as_str().unwrap().to_owned();
        Self { instance: practice.announcement().instance.clone(), token, http: http() }
    }

    /// `path` is what comes after `/api/now/`.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}/api/now/{path}", self.instance);
        self.http.request(method, url).bearer_auth(&self.token).header(ACCEPT, "application/json")
    }

    pub async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    /// The rows of a query, asserted to be answered with 200.
    pub async fn rows(&self, table: &str, query: &str) -> Vec<Value> {
        let request = self.request(Method::GET, &format!("table/{table}"));
        let answer = request.query(&[("sysparm_query", query), ("sysparm_exclude_reference_link", "true")]);
        let answer = answer.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let body: Value = answer.json().await.unwrap();
        body["result"].as_array().unwrap().clone()
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let answer = self.request(method, path).json(body).send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or(Value::Null))
    }

    /// Inserts a row, asserted to be answered with 201, and answers it.
    pub async fn insert(&self, table: &str, body: &Value) -> Value {
        let (status, answer) = self.send(Method::POST, &format!("table/{table}"), body).await;
        assert_eq!(status, 201, "{answer}");
        answer["result"].clone()
    }
}
