//! What well-known clients ask around Liaison's own requests: discovery of the cloud, addresses for every tenant, v1, other ways of
//! answering ("OpenID Connect on the Microsoft identity platform", "MSAL: authority").

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod instance_client;

use instance_client::{VERIFIER, challenge, http, location, parameter, start};
use liaison_practice::Practice;
use serde_json::{Value, json};
use url::Url;

const CLIENT: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
const REDIRECT: &str = "http://localhost:50123";

async fn read(address: &str) -> Value {
    serde_json::from_str(&http().get(address).send().await.unwrap().text().await.unwrap()).unwrap()
}

async fn post(address: &str, form: &[(&str, &str)]) -> Value {
    let form: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = http().post(address).header("content-type", "application/x-www-form-urlencoded");
    serde_json::from_str(&request.body(form).send().await.unwrap().text().await.unwrap()).unwrap()
}

fn login(practice: &Practice) -> &str {
    &practice.announcement().cloud.login
}

fn authorize(practice: &Practice, authority: &str, more: &[(&str, &str)]) -> Url {
    let challenge = challenge();
    let usual = [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("scope", "openid profile offline_access User.Read"),
        ("state", "abc"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ];
    let at = format!("{}/{authority}/oauth2/v2.0/authorize", login(practice));
    Url::parse_with_params(&at, usual.iter().chain(more)).unwrap()
}

#[tokio::test]
async fn a_cloud_is_discovered_by_one_of_its_hosts() {
    let practice = start("ready", true).await;
    let login = login(&practice);
    let ask = |of: &str| {
        let of: String = url::form_urlencoded::byte_serialize(of.as_bytes()).collect();
        format!("{login}/common/discovery/instance?api-version=1.1&authorization_endpoint={of}")
    };
    let found = read(&ask(&format!("{login}/organizations/oauth2/v2.0/authorize"))).await;
    let host = login.split_once("://").unwrap().1;
    assert_eq!(found["metadata"][0]["aliases"], json!([host]));
    let document = read(found["tenant_discovery_endpoint"].as_str().unwrap()).await;
    assert_eq!(document["issuer"], format!("{login}/{{tenantid}}/v2.0"));
    let foreign = read(&ask("https://login.example/common/oauth2/v2.0/authorize")).await;
    assert_eq!((&foreign["error"], &foreign["error_codes"]), (&json!("invalid_instance"), &json!([50_049])));
}

#[tokio::test]
async fn people_sign_in_at_the_addresses_for_every_tenant() {
    let practice = start("ready", true).await;
    for authority in ["common", "organizations"] {
        let to = http().get(authorize(&practice, authority, &[])).send().await.unwrap();
        let code = parameter(&location(&to), "code").unwrap();
        let form = [
            ("grant_type", "authorization_code"),
            ("client_id", CLIENT),
            ("code", &code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
            ("client_info", "1"),
        ];
        let token = format!("{}/{authority}/oauth2/v2.0/token", login(&practice));
        let tokens = post(&token, &form).await;
        assert!(tokens["client_info"].is_string() && tokens["id_token"].is_string(), "{tokens:#}");
        let refresh = tokens["refresh_token"].as_str().unwrap();
        let form = [("grant_type", "refresh_token"), ("client_id", CLIENT), ("refresh_token", refresh)];
        let renewed = post(&token, &form).await;
        assert!(renewed["access_token"].is_string() && renewed["client_info"].is_null(), "{renewed:#}");
    }
    let refused = http().get(authorize(&practice, "consumers", &[])).send().await.unwrap();
    assert!(refused.text().await.unwrap().contains("AADSTS50020"));
}

#[tokio::test]
async fn where_no_account_says_which_tenant_an_address_for_every_tenant_is_refused() {
    let practice = start("ready", true).await;
    let form = [("grant_type", "client_credentials"), ("client_id", CLIENT), ("client_secret", "x")];
    for (authority, code) in [("common", 9_001_023), ("organizations", 50_059)] {
        let refused = post(&format!("{}/{authority}/oauth2/token", login(&practice)), &form).await;
        assert_eq!(refused["error_codes"], json!([code]), "{authority}: {refused:#}");
    }
    let ask = [("client_id", CLIENT), ("scope", "openid User.Read")];
    let refused = post(&format!("{}/common/oauth2/v2.0/devicecode", login(&practice)), &ask).await;
    assert_eq!(refused["error_codes"], json!([90_133]), "{refused:#}");
    let fine = post(&format!("{}/organizations/oauth2/v2.0/devicecode", login(&practice)), &ask).await;
    assert!(fine["user_code"].is_string(), "{fine:#}");
}

#[tokio::test]
async fn the_older_metadata_names_the_older_issuer() {
    let practice = start("ready", true).await;
    let (login, tenant) = (login(&practice), &practice.announcement().tenant);
    let v1 = read(&format!("{login}/{tenant}/.well-known/openid-configuration")).await;
    let v2 = read(&format!("{login}/{tenant}/v2.0/.well-known/openid-configuration")).await;
    let id = v2["issuer"].as_str().unwrap().trim_end_matches("/v2.0").rsplit('/').next().unwrap();
    assert_eq!(v1["issuer"], format!("https://sts.windows.net/{id}/"));
    assert_eq!(v1["token_endpoint"], format!("{login}/{id}/oauth2/token"));
    let keys = read(v1["jwks_uri"].as_str().unwrap()).await;
    assert_eq!(keys, read(v2["jwks_uri"].as_str().unwrap()).await);
}

#[tokio::test]
async fn the_answer_comes_back_as_it_was_asked_for() {
    let practice = start("ready", true).await;
    let ask = |mode: &'static str| {
        http().get(authorize(&practice, "organizations", &[("response_mode", mode)])).send()
    };
    let in_fragment = Url::parse(&location(&ask("fragment").await.unwrap())).unwrap();
    assert!(in_fragment.query().is_none() && in_fragment.fragment().unwrap().starts_with("code="));
    let posted = ask("form_post").await.unwrap();
    assert_eq!(posted.status(), 200);
    let page = posted.text().await.unwrap();
    assert!(page.contains(r#"method="post" action="http://localhost:50123/""#), "{page}");
    assert!(page.contains(r#"name="code""#) && page.contains(r#"name="state" value="abc""#), "{page}");
    assert_eq!(ask("smoke_signal").await.unwrap().status(), 400);
}

/// With practice's clock a year passes in a moment.
#[tokio::test]
async fn a_secret_ends_when_its_time_is_over() {
    let practice = start("ready", true).await;
    let (login, graph) = (login(&practice), &practice.announcement().cloud.graph);
    let tenant = &practice.announcement().tenant;
    let scope = [("scope", "openid User.Read Application.ReadWrite.All")];
    let mut address = authorize(&practice, tenant, &[]);
    let kept: Vec<(String, String)> =
        address.query_pairs().into_owned().filter(|(name, _)| name != "scope").collect();
    address.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(scope);
    let code = parameter(&location(&http().get(address).send().await.unwrap()), "code").unwrap();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT),
        ("code", &code),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    let token = post(&format!("{login}/{tenant}/oauth2/v2.0/token"), &form).await;
    let token = token["access_token"].as_str().unwrap().to_owned();
    let write = async |path: &str, body: Value| -> Value {
        let request = http().post(format!("{graph}/v1.0{path}")).bearer_auth(&token);
        let request = request.header("content-type", "application/json").body(body.to_string());
        serde_json::from_str(&request.send().await.unwrap().text().await.unwrap()).unwrap()
    };
    let application = write("/applications", json!({"displayName": "x"})).await;
    write("/servicePrincipals", json!({"appId": application["appId"]})).await;
    let add = format!("/applications/{}/addPassword", application["id"].as_str().unwrap());
    let secret = write(&add, json!({})).await;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", application["appId"].as_str().unwrap()),
        ("client_secret", secret["secretText"].as_str().unwrap()),
    ];
    let at = format!("{login}/{tenant}/oauth2/token");
    assert!(post(&at, &form).await["access_token"].is_string());
    let clock = format!("{}/clock", practice.announcement().control);
    let two_years = json!({"advance_s": 2 * 365 * 24 * 3600 + 60}).to_string();
    http().post(clock).body(two_years).send().await.unwrap();
    let refused = post(&at, &form).await;
    assert_eq!(refused["error_codes"], json!([7_000_222]), "{refused:#}");
}
