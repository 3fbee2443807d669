//! Signing in to the practice instance over OAuth.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod instance_client;

use instance_client::{
    Rest, authorize_url, client_id, http, location, parameter, redeem, redirect_uri, start, token,
};
use serde_json::{Value, json};
use url::Url;

/// The address with one parameter changed, or removed when `value` is empty.
fn with(url: &Url, name: &str, value: &str) -> Url {
    let pairs: Vec<(String, String)> =
        url.query_pairs().into_owned().filter(|(key, _)| key != name).collect();
    let mut url = url.clone();
    url.query_pairs_mut().clear().extend_pairs(pairs);
    if !value.is_empty() {
        url.query_pairs_mut().append_pair(name, value);
    }
    url
}

#[tokio::test]
async fn a_code_becomes_tokens_once() {
    let practice = start("ready", true).await;
    let answer = http().get(authorize_url(&practice, "admin")).send().await.unwrap();
    assert_eq!(answer.status(), 302);
    let back = location(&answer);
    assert!(back.starts_with(&redirect_uri(&practice)));
    assert_eq!(parameter(&back, "state").as_deref(), Some("abc123"));
    let code = parameter(&back, "code").unwrap();
    let answer = redeem(&practice, &code).await;
    assert_eq!(answer.status(), 200);
    let body: Value = answer.json().await.unwrap();
    assert_eq!((&body["scope"], &body["token_type"]), (&json!("useraccount"), &json!("Bearer")));
    assert_eq!(body["expires_in"], 1799);

    let again = redeem(&practice, &code).await;
    assert_eq!(again.status(), 401);
    let refusal: Value = again.json().await.unwrap();
    assert_eq!(refusal, json!({ "error_description": "access_denied", "error": "server_error" }));

    let refresh = body["refresh_token"].as_str().unwrap();
    let client = client_id(&practice);
    let form = [("grant_type", "refresh_token"), ("refresh_token", refresh), ("client_id", &client)];
    assert_eq!(token(&practice, &form).await.status(), 200);
    let revoke = format!("{}/oauth_revoke_token.do", practice.announcement().instance);
    assert_eq!(http().post(&revoke).form(&[("token", refresh)]).send().await.unwrap().status(), 200);
    assert_eq!(token(&practice, &form).await.status(), 401);
    practice.stop().await;
}

#[tokio::test]
async fn what_is_wrong_stays_on_a_page_of_the_instance() {
    let practice = start("ready", true).await;
    let url = authorize_url(&practice, "admin");
    for (name, value) in [
        ("state", ""),
        ("state", "a b"),
        ("client_id", "no"),
        ("code_challenge", ""),
        ("response_type", "token"),
    ] {
        let answer = http().get(with(&url, name, value)).send().await.unwrap();
        assert_eq!(answer.status(), 400, "{name}={value}");
        assert!(answer.text().await.unwrap().contains("Sign-in request refused"));
    }
    // The trap: a redirect that is not registered is no error, the browser just goes elsewhere.
    let elsewhere = with(&url, "redirect_uri", "http://localhost:1/callback");
    let answer = http().get(elsewhere).send().await.unwrap();
    assert!(location(&answer).starts_with(&redirect_uri(&practice)));
    practice.stop().await;
}

#[tokio::test]
async fn a_token_ends_after_half_an_hour() {
    let practice = start("ready", true).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    assert_eq!(rest.get("table/sys_user").await.status(), 200);
    let clock = format!("{}/clock", practice.announcement().control);
    http().post(clock).json(&json!({ "advance_s": 1801 })).send().await.unwrap();
    let answer = rest.get("table/sys_user").await;
    assert_eq!(answer.status(), 401);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["message"], "User Not Authenticated");
    practice.stop().await;
}

#[tokio::test]
async fn a_verifier_that_does_not_fit_is_refused() {
    let practice = start("ready", true).await;
    let url = with(&authorize_url(&practice, "admin"), "code_challenge", "another-challenge");
    let answer = http().get(url).send().await.unwrap();
    let code = parameter(&location(&answer), "code").unwrap();
    assert_eq!(redeem(&practice, &code).await.status(), 401);
    practice.stop().await;
}

/// What scripts use: Basic at the REST API, and tokens for a password or for the client itself.
#[tokio::test]
async fn scripts_sign_in_without_a_browser() {
    let practice = start("ready", true).await;
    let table = |name: &str| format!("{}/api/now/table/{name}", practice.announcement().instance);
    let users = |password: &'static str| {
        let url = format!("{}?sysparm_query=user_name=admin", table("sys_user"));
        http().get(url).basic_auth("admin", Some(password)).header("Accept", "application/json").send()
    };
    assert_eq!(users("wrong").await.unwrap().status(), 401);
    let found: Value = users("practice").await.unwrap().json().await.unwrap();
    let admin = found["result"][0]["sys_id"].as_str().unwrap();

    let public = client_id(&practice);
    let by_password = |password: &'static str| {
        let form = [
            ("grant_type", "password"),
            ("client_id", public.as_str()),
            ("username", "admin"),
            ("password", password),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        http().post(format!("{}/oauth_token.do", practice.announcement().instance)).form(&form).send()
    };
    assert_eq!(by_password("practice").await.unwrap().status(), 200);
    assert_eq!(by_password("wrong").await.unwrap().status(), 401);

    // A client of its own, which acts for the user that its record names.
    let secret = format!("made-at-run-time-{}", std::process::id());
    let made: Value = http()
        .post(format!("{}?sysparm_input_display_value=true", table("oauth_entity")))
        .basic_auth("admin", Some("practice"))
        .header("Accept", "application/json")
        .json(&json!({"name": "Script", "type": "client", "client_secret": secret}))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let (sys_id, client) = (&made["result"]["sys_id"], made["result"]["client_id"].as_str().unwrap());
    let patched = http()
        .patch(format!("{}/{}", table("oauth_entity"), sys_id.as_str().unwrap()))
        .basic_auth("admin", Some("practice"))
        .header("Accept", "application/json")
        .json(&json!({"type": "client", "user": admin}))
        .send()
        .await
        .unwrap();
    assert_eq!(patched.status(), 200);
    let form = |secret: &'static str| {
        [("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret)]
    };
    assert_eq!(token(&practice, &form("wrong")).await.status(), 401);
    let form = [("grant_type", "client_credentials"), ("client_id", client), ("client_secret", &secret)];
    assert_eq!(token(&practice, &form).await.status(), 200);
    // A public client proves nothing about itself.
    let form = [("grant_type", "client_credentials"), ("client_id", public.as_str())];
    assert_eq!(token(&practice, &form).await.status(), 401);
    practice.stop().await;
}

#[tokio::test]
async fn basic_is_refused_with_a_plain_401_where_it_is_restricted() {
    let practice = start("basic-restricted", true).await;
    let url = format!("{}/api/now/table/sys_user", practice.announcement().instance);
    let call = http().get(url).basic_auth("admin", Some("practice")).header("Accept", "application/json");
    let answer = call.send().await.unwrap();
    assert_eq!(answer.status(), 401);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["message"], "User Not Authenticated");
    practice.stop().await;
}
