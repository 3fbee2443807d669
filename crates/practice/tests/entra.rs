//! The practice tenant, asked over HTTP as Microsoft's documentation describes it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod instance_client;

use instance_client::{VERIFIER, challenge, http, location, parameter, start};
use liaison_practice::Practice;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use url::Url;

const CLIENT: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
const REDIRECT: &str = "http://localhost:50123";
const SCOPE: &str = "openid profile offline_access User.Read Application.ReadWrite.All";

async fn body(answer: Response) -> Value {
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

fn login(practice: &Practice, rest: &str) -> String {
    let announced = practice.announcement();
    format!("{}/{}/{rest}", announced.cloud.login, announced.tenant)
}

fn authorize(practice: &Practice, change: &[(&str, &str)]) -> Url {
    let mut parameters = vec![
        ("response_type", "code".to_owned()),
        ("client_id", CLIENT.to_owned()),
        ("redirect_uri", REDIRECT.to_owned()),
        ("scope", SCOPE.to_owned()),
        ("state", "abc".to_owned()),
        ("nonce", "n-1".to_owned()),
        ("code_challenge", challenge()),
        ("code_challenge_method", "S256".to_owned()),
    ];
    for (name, value) in change {
        parameters.retain(|(kept, _)| kept != name);
        parameters.push((name, (*value).to_owned()));
    }
    Url::parse_with_params(&login(practice, "oauth2/v2.0/authorize"), parameters).unwrap()
}

async fn token(practice: &Practice, form: &[(&str, &str)]) -> Response {
    let form: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = http().post(login(practice, "oauth2/v2.0/token")).body(form);
    request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap()
}

async fn redeem(practice: &Practice, code: &str, verifier: &str) -> Response {
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("code_verifier", verifier),
    ];
    token(practice, &form).await
}

async fn signed_in(practice: &Practice) -> Value {
    let answer = http().get(authorize(practice, &[])).send().await.unwrap();
    let code = parameter(&location(&answer), "code").unwrap();
    body(redeem(practice, &code, VERIFIER).await).await
}

async fn graph(
    practice: &Practice,
    token: &Value,
    method: &str,
    path: &str,
    json: Option<Value>,
) -> Response {
    let url = format!("{}/v1.0{path}", practice.announcement().cloud.graph);
    let mut request =
        http().request(method.parse().unwrap(), url).bearer_auth(token["access_token"].as_str().unwrap());
    if let Some(json) = json {
        request = request.header("content-type", "application/json").body(json.to_string());
    }
    request.send().await.unwrap()
}

#[tokio::test]
async fn a_code_is_good_once_and_only_with_its_verifier() {
    let practice = start("ready", true).await;
    let answer = http().get(authorize(&practice, &[])).send().await.unwrap();
    let back = location(&answer);
    assert!(back.starts_with(REDIRECT));
    assert_eq!(parameter(&back, "state").as_deref(), Some("abc"));
    let code = parameter(&back, "code").unwrap();

    let wrong = redeem(&practice, &code, "another-verifier-that-is-long-enough-0123456789012").await;
    assert_eq!(wrong.status(), StatusCode::BAD_REQUEST);
    assert_eq!(body(wrong).await["error"], "invalid_grant");
    let tokens = body(redeem(&practice, &code, VERIFIER).await).await;
    assert_eq!(tokens["token_type"], "Bearer");
    let again = body(redeem(&practice, &code, VERIFIER).await).await;
    assert_eq!(again["error_codes"], json!([54_005]));
}

#[tokio::test]
async fn the_id_token_can_be_verified_with_the_published_key() {
    use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, jwk::Jwk};
    let practice = start("ready", true).await;
    let tokens = signed_in(&practice).await;
    let metadata =
        body(http().get(login(&practice, "v2.0/.well-known/openid-configuration")).send().await.unwrap())
            .await;
    let keys = body(http().get(metadata["jwks_uri"].as_str().unwrap()).send().await.unwrap()).await;
    let key: Jwk = serde_json::from_value(keys["keys"][0].clone()).unwrap();
    let mut wanted = Validation::new(Algorithm::RS256);
    wanted.set_audience(&[CLIENT]);
    wanted.set_issuer(&[metadata["issuer"].as_str().unwrap()]);
    let token = tokens["id_token"].as_str().unwrap();
    let claims = decode::<Value>(token, &DecodingKey::from_jwk(&key).unwrap(), &wanted).unwrap().claims;
    assert_eq!(claims["nonce"], "n-1");
    assert!(claims["preferred_username"].as_str().unwrap().starts_with("ada.admin@"));
}

#[tokio::test]
async fn wrong_requests_stay_on_a_page() {
    let practice = start("ready", true).await;
    for (change, code) in [
        (("redirect_uri", "http://localhost:50123/elsewhere"), "AADSTS50011"),
        (("redirect_uri", "https://example.com"), "AADSTS50011"),
        (("client_id", "00000000-0000-0000-0000-000000000000"), "AADSTS700016"),
        (("code_challenge_method", "plain"), "AADSTS501491"),
    ] {
        let answer = http().get(authorize(&practice, &[change])).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
        assert!(answer.text().await.unwrap().contains(code), "{change:?}");
    }
    let nobody = format!(
        "{}/nobody.example/v2.0/.well-known/openid-configuration",
        practice.announcement().cloud.login
    );
    let answer = body(http().get(nobody).send().await.unwrap()).await;
    assert_eq!((&answer["error"], &answer["error_codes"]), (&json!("invalid_tenant"), &json!([90_002])));
}

#[tokio::test]
async fn the_azure_cli_asks_for_default_only() {
    const AZURE_CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    let practice = start("ready", true).await;
    let refused = http().get(authorize(&practice, &[("client_id", AZURE_CLI)])).send().await.unwrap();
    assert!(refused.text().await.unwrap().contains("AADSTS65002"));
    let default = format!("openid offline_access {}/.default", practice.announcement().cloud.graph);
    let fine = authorize(&practice, &[("client_id", AZURE_CLI), ("scope", &default)]);
    assert!(parameter(&location(&http().get(fine).send().await.unwrap()), "code").is_some());
}

#[tokio::test]
async fn an_application_lives_and_dies() {
    let practice = start("ready", true).await;
    let token = signed_in(&practice).await;
    let new = json!({"displayName": "Made up", "uniqueName": "made-up", "signInAudience": "AzureADMyOrg",
        "web": {"redirectUris": ["https://example.com/oauth_redirect.do"]}});
    let made = graph(&practice, &token, "POST", "/applications", Some(new.clone())).await;
    assert_eq!(made.status(), StatusCode::CREATED);
    let made = body(made).await;
    let (id, app_id) = (made["id"].as_str().unwrap(), made["appId"].as_str().unwrap());

    let twice = graph(&practice, &token, "POST", "/applications", Some(new)).await;
    assert_eq!(body(twice).await["error"]["code"], "Request_MultipleObjectsWithSameKeyValue");
    let found =
        body(graph(&practice, &token, "GET", "/applications(uniqueName='made-up')?$select=id", None).await)
            .await;
    assert_eq!(found["id"], id);
    assert!(found.get("appId").is_none(), "only what was selected: {found}");

    let path = format!("/applications/{id}/addPassword");
    let asked = json!({"passwordCredential": {"displayName": "x", "endDateTime": "2999-01-01T00:00:00Z"}});
    let added = body(graph(&practice, &token, "POST", &path, Some(asked)).await).await;
    let secret = added["secretText"].as_str().unwrap();
    let read =
        graph(&practice, &token, "GET", &format!("/applications/{id}"), None).await.text().await.unwrap();
    assert!(!read.contains(secret), "a secret is told once");

    let ask = |secret: String| {
        let form = [
            ("grant_type", "client_credentials".to_owned()),
            ("client_id", app_id.to_owned()),
            ("client_secret", secret),
            ("scope", format!("{}/.default", practice.announcement().cloud.graph)),
        ];
        let practice = &practice;
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = self::token(practice, &form).await;
            (answer.status(), body(answer).await)
        }
    };
    assert_eq!(ask(secret.to_owned()).await.1["error_codes"], json!([7_000_229]), "no service principal yet");
    let principal =
        graph(&practice, &token, "POST", "/servicePrincipals", Some(json!({"appId": app_id}))).await;
    assert_eq!(principal.status(), StatusCode::CREATED);
    assert_eq!(ask(secret.to_owned()).await.0, StatusCode::OK);
    let (status, wrong) = ask("made-up-and-wrong".to_owned()).await;
    assert_eq!((status, &wrong["error_codes"]), (StatusCode::UNAUTHORIZED, &json!([7_000_215])));

    assert_eq!(graph(&practice, &token, "DELETE", &format!("/applications/{id}"), None).await.status(), 204);
    assert_eq!(graph(&practice, &token, "GET", &format!("/applications/{id}"), None).await.status(), 404);
    assert_eq!(ask(secret.to_owned()).await.1["error_codes"], json!([700_016]));
    let restore = format!("/directory/deletedItems/{id}/restore");
    assert_eq!(graph(&practice, &token, "POST", &restore, Some(json!({}))).await.status(), 200);
    assert_eq!(graph(&practice, &token, "GET", &format!("/applications/{id}"), None).await.status(), 200);
    let principal = format!("/servicePrincipals(appId='{app_id}')");
    assert_eq!(
        graph(&practice, &token, "GET", &principal, None).await.status(),
        404,
        "it does not come back"
    );
}

#[tokio::test]
async fn what_is_not_simulated_is_said() {
    let practice = start("ready", true).await;
    let token = signed_in(&practice).await;
    for (method, path, json) in [
        ("GET", "/users", None),
        ("GET", "/applications?$top=5", None),
        ("GET", "/applications?$filter=startswith(displayName,'x')", None),
        ("POST", "/applications", Some(json!({"displayName": "x", "api": {}}))),
    ] {
        assert_eq!(graph(&practice, &token, method, path, json).await.status(), 501, "{method} {path}");
    }
    let nobody = json!({"access_token": "made-up"});
    assert_eq!(graph(&practice, &nobody, "GET", "/me", None).await.status(), 401);
}

#[tokio::test]
async fn readers_hear_late_in_the_slow_scene() {
    let practice = start("replication-slow", true).await;
    let token = signed_in(&practice).await;
    let made =
        body(graph(&practice, &token, "POST", "/applications", Some(json!({"displayName": "x"}))).await)
            .await;
    let path = format!("/applications/{}", made["id"].as_str().unwrap());
    assert_eq!(graph(&practice, &token, "GET", &path, None).await.status(), 404);
    let principal = json!({"appId": made["appId"]});
    let young = body(graph(&practice, &token, "POST", "/servicePrincipals", Some(principal)).await).await;
    assert_eq!(young["error"]["details"][0]["code"], "NoBackingApplicationObject");
    let clock = format!("{}/clock", practice.announcement().control);
    http().post(clock).body(json!({"advance_s": 31}).to_string()).send().await.unwrap();
    assert_eq!(graph(&practice, &token, "GET", &path, None).await.status(), 200);
}
