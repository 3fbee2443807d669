//! The Microsoft side in the situations of real tenants: policies, roles that come and go, consent by somebody else, step-up.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    harness::{Bench, Hold, Liaison, Practice},
    whole::{nothing_is_left, stands_once},
};

fn apply(bench: &Bench, more: &[&str]) -> (i32, Value) {
    bench.liaison.json(&[&["apply", "s", "--yes"], more].concat())
}

fn code(run: &Value) -> Option<&str> {
    run["problem"]["code"].as_str()
}

/// A policy's refusal changes nothing, is explained, and goes by what the person can do.
pub async fn secrets_banned() {
    let bench = Bench::signed_in("secrets-banned").await;
    let said = bench.liaison.run(&["policies", "s"]).expect_code(0).out;
    assert!(said.contains("allows no new client secrets"), "{said}");
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (3, Some("graph-policy-secrets")), "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none");
    let run = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(3);
    assert!(run.err.contains("Application policies") && run.err.contains("stands already"), "{}", run.err);
    nothing_is_left(&bench).await;
}

pub async fn short_lifetimes_only() {
    let bench = Bench::signed_in("short-lifetimes-only").await;
    let known = || bench.liaison.json(&["setup", "show", "s"]).1["policy"].clone();
    assert_eq!(known(), json!({"secrets": null, "longest_days": null}), "not known by the usual rights");
    let said = bench.liaison.run(&["policies", "s"]).expect_code(0).out;
    assert!(said.contains("at most 90 days"), "{said}");
    assert_eq!(known(), json!({"secrets": true, "longest_days": 90}));
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (3, Some("graph-policy-lifetime")), "{refused:#}");
    for refused in ["secret-days=0", "secret-days=731", "secret-days=soon"] {
        bench.liaison.run(&["set", "s", refused]).expect_code(2);
    }
    bench.liaison.run(&["set", "s", "secret-days=90"]).expect_code(0);
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

pub async fn role_missing_then_active() {
    let bench = Bench::signed_in("role-missing-then-active").await;
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (3, Some("graph-denied")), "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none");
    let said = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(3).err;
    assert!(said.contains("Application Administrator") && said.contains("My roles"), "{said}");
    // Activated, and known everywhere only a moment later.
    let going = bench.liaison.start(&["apply", "s", "--yes", "--role-activated"]);
    tokio::time::sleep(Duration::from_secs(3)).await;
    bench.practice.advance(3600).await;
    let ended = going.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(ended.status.success() && said.contains("the role that was activated"), "{said}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

pub async fn role_ends_midway() {
    let bench = Bench::signed_in("role-ends-midway").await;
    // The plan was made with the role; the write comes too late.
    bench.practice.catch("graph", "POST", "/v1.0/applications", Hold::Before).await;
    let going = bench.liaison.start(&["apply", "s", "--yes", "--json"]);
    bench.practice.caught().await;
    bench.practice.advance(3600).await;
    bench.practice.clear().await;
    let refused: Value = serde_json::from_slice(&going.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(code(&refused), Some("graph-denied"), "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none");
    bench.practice.advance(3600).await;
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

pub async fn consent_by_another() {
    let practice = Practice::serve(&["--scene", "consent-by-another"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let sign_in = ["sign-in", "s", "--seat", "entra-admin", "--with", "browser"];
    let refused = liaison.run(&sign_in).expect_code(3).err;
    assert!(refused.contains("Only an administrator can consent"), "{refused}");
    // The link is for a colleague, in a browser of their own.
    let link = refused.split_whitespace().find(|word| word.contains("/adminconsent?")).unwrap();
    // It can take days: the setup knows what it waits for, and where that is given.
    let waits = || {
        let (_, setup) = liaison.json(&["setup", "show", "s"]);
        let seats = setup["seats"].as_array().unwrap();
        seats.iter().find(|seat| seat["id"] == "entra-admin").unwrap()["consent"]["link"].clone()
    };
    assert_eq!(waits(), link);
    let (_, home) = liaison.json(&["setup", "list"]);
    assert_eq!(home[0]["waits_for_consent"], true, "{home:#}");
    let shown = liaison.run(&["setup", "show", "s"]).expect_code(0).out;
    assert!(shown.contains("Waiting for an administrator") && shown.contains(link), "{shown}");
    let colleague = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    let answer = colleague.build().unwrap().get(link).send().await.unwrap();
    assert!(answer.headers()["location"].to_str().unwrap().contains("admin_consent=True"));
    liaison.run(&sign_in).expect_code(0);
    assert!(waits().is_null(), "it goes on from there");
    practice.nothing_was_unknown().await;
}

pub async fn claims_challenge() {
    let bench = Bench::signed_in("claims-challenge").await;
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (3, Some("sign-in-needed")), "{refused:#}");
    assert!(bench.practice.state().await["applications"].as_array().unwrap().is_empty());
    // The next sign-in carries what Graph asked for.
    bench.liaison.sign_in("s");
    let asked = bench.practice.requests().await;
    assert!(
        asked.iter().any(|request| request["path"].as_str().unwrap().contains("claims=%7B")),
        "{asked:#?}"
    );
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

/// The page says so and the waiting client hears nothing until the code ends; then the browser is the way.
pub async fn device_code_blocked() {
    let practice = Practice::serve(&["--scene", "device-code-blocked"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let by_code = ["sign-in", "s", "--seat", "entra-admin", "--with", "device-code"];
    let going = liaison.start(&by_code);
    tokio::time::sleep(Duration::from_secs(2)).await;
    practice.advance(901).await;
    let ended = going.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(ended.status.code() == Some(3) && said.contains("not used in time"), "{said}");
    liaison.sign_in("s");
    practice.nothing_was_unknown().await;
}

/// What Conditional Access blocks here may be let in from ServiceNow: no word against the secret.
pub async fn workload_blocked() {
    let bench = Bench::signed_in("workload-blocked").await;
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (1, Some("entra-conditional-access-workload")), "{refused:#}");
    assert_eq!(refused["problem"]["support"]["service_code"], "AADSTS53003");
    nothing_is_left(&bench).await;
}

/// The secret is proven with `resource`; that nothing comes without it is a warning.
pub async fn token_needs_resource() {
    let bench = Bench::signed_in("token-needs-resource").await;
    let run = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    assert!(run.err.contains("The secret is proven") && run.err.contains("AADSTS500011"), "{}", run.err);
    let (_, step) = bench.liaison.json(&["step", "s", "client-secret-proof", "show"]);
    assert_eq!(step["problem"]["code"], "proof-without-resource", "{step:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

pub async fn sovereign_tenant() {
    let practice = Practice::serve(&["--scene", "sovereign-tenant"]).await;
    let liaison = Liaison::new();
    let refused = liaison.create("s", &practice).expect_code(3);
    assert!(refused.err.contains("DoD") && refused.err.contains("regulated"), "{}", refused.err);
    assert_eq!(liaison.run(&["setup", "list"]).expect_code(0).out.trim(), "");
}

/// What Microsoft disabled is not ours to enable: it is said, nothing is written, and undo still takes back what was made.
pub async fn stopped_by_microsoft() {
    let bench = Bench::signed_in("stopped-by-microsoft").await;
    assert_eq!(apply(&bench, &[]).0, 0);
    bench.practice.advance(3600).await;
    let writes = bench.practice.writes().await.len();
    let run = bench.liaison.run(&["check", "s", "--step", "application"]).expect_code(3);
    assert!(run.out.contains("Microsoft disabled the application"), "{}", run.out);
    assert!(run.err.contains("terms of use"), "{}", run.err);
    let (end, refused) = bench.liaison.json(&["verify", "s", "--step", "client-secret-proof"]);
    assert_eq!((end, code(&refused)), (1, Some("entra-application-disabled")), "{refused:#}");
    assert_eq!(bench.practice.writes().await.len(), writes);
    // Changed since: who takes it back all the same was shown so.
    let (_, asked) = bench.liaison.json(&["undo", "s"]);
    let fingerprint = asked["problem"]["args"]["fingerprint"].as_str().unwrap();
    bench.liaison.run(&["undo", "s", "--plan", fingerprint]).expect_code(0);
    assert!(bench.practice.state().await["applications"].as_array().unwrap().is_empty());
}

pub async fn quota_reached() {
    let bench = Bench::signed_in("quota-reached").await;
    let (end, refused) = apply(&bench, &[]);
    assert_eq!((end, code(&refused)), (3, Some("graph-quota")), "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none");
    let said = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(3).err;
    assert!(said.contains("deleted ones included") && said.contains("Delete for good"), "{said}");
    nothing_is_left(&bench).await;
}

/// Said before there are two; who was shown the plan decides.
pub async fn name_taken() {
    let bench = Bench::signed_in("name-taken").await;
    let step = ["--step", "application"];
    let (end, refused) = apply(&bench, &step);
    assert_eq!((end, code(&refused)), (3, Some("namesakes")), "{refused:#}");
    assert!(bench.practice.writes().await.is_empty());
    let (_, found) = bench.liaison.json(&["step", "s", "application", "candidates"]);
    assert_eq!(found["candidates"].as_array().unwrap().len(), 1, "{found:#}");
    let (_, plan) = bench.liaison.json(&["plan", "s", "--step", "application"]);
    assert_eq!(code(&plan), Some("namesakes"), "{plan:#}");
    let fingerprint = plan["fingerprint"].as_str().unwrap();
    let (end, applied) = bench.liaison.json(&["apply", "s", step[0], step[1], "--plan", fingerprint]);
    assert_eq!(end, 0, "{applied:#}");
    assert_eq!(bench.practice.state().await["applications"].as_array().unwrap().len(), 2);
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "ours is known from now on: {applied:#}");
    bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    assert_eq!(the_application(&bench.practice.state().await)["displayName"], "ServiceNow outbound (s)");
}

/// Asked to slow down, it asks less often (RFC 8628, section 3.5), and gets there.
pub async fn device_slow_down() {
    let practice = Practice::serve(&["--scene", "device-slow-down"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    liaison.run(&["sign-in", "s", "--seat", "entra-admin", "--with", "device-code"]).expect_code(0);
    let requests = practice.requests().await;
    let polls: Vec<u64> = requests
        .iter()
        .filter(|one| one["path"].as_str().unwrap().ends_with("/oauth2/v2.0/token"))
        .map(|one| one["started_ms"].as_u64().unwrap())
        .collect();
    let [first, second] = polls[..] else { panic!("{polls:?}") };
    assert!(second - first >= 6_000, "one second was asked for, and five more since: {}", second - first);
}

/// Of the same name and not ours: it stays deleted, and ours is made beside it.
pub async fn soft_deleted_twin() {
    let bench = Bench::signed_in("soft-deleted-twin").await;
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn two_setups_of_one_tenant_never_take_each_others_objects() {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.create("t", &bench.practice).expect_code(0);
    bench.liaison.sign_in_both("t");
    assert_eq!(apply(&bench, &[]).0, 0);
    let (end, applied) = bench.liaison.json(&["apply", "t", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
    let names = |state: &Value| -> Vec<String> {
        let all = state["applications"].as_array().unwrap();
        all.iter().map(|application| application["uniqueName"].as_str().unwrap().to_owned()).collect()
    };
    let both = names(&bench.practice.state().await);
    assert_eq!(both.len(), 2, "{both:?}");
    bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    let left = names(&bench.practice.state().await);
    assert_eq!(left, both[1..], "the other's stays");
    let (end, verified) = bench.liaison.json(&["verify", "t"]);
    assert_eq!(end, 0, "{verified:#}");
}

#[tokio::test]
async fn the_proof_asks_twice_in_a_row_and_waits_for_a_secret_that_is_not_known_everywhere() {
    let bench = Bench::signed_in("ready").await;
    let stale = |nth: u32| json!({"service": "login", "method": "POST", "path": "*/oauth2/token", "nth": nth, "do": "aadsts:7000215"});
    // The second of a pair comes from a replica that lags behind.
    bench.practice.lay(json!([stale(2)])).await;
    let run = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    assert!(run.err.contains("makes the object known everywhere"), "{}", run.err);
    let asked = bench.practice.requests().await;
    let asked = asked.iter().filter(|request| request["path"].as_str().unwrap().ends_with("/oauth2/token"));
    assert_eq!(asked.count(), 4, "one pair that disagreed, and one that agrees");
}

/// Somebody else with the right to change applications.
pub struct Colleague {
    graph: String,
    token: String,
}

impl Colleague {
    pub async fn of(practice: &Practice) -> Self {
        let text = |name: &str| practice.announced["cloud"][name].as_str().unwrap().to_owned();
        let at = |rest: &str| format!("{}/{}/oauth2/v2.0/{rest}", text("login"), practice.text("tenant"));
        let client =
            [("client_id", "14d82eec-204b-4c2f-b7e8-296a70dab67e"), ("redirect_uri", "http://localhost:1")];
        let scope = ("scope", "openid User.Read Application.ReadWrite.All");
        let ask = [&client[..], &[scope, ("response_type", "code"), ("state", "1")]].concat();
        let browser = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let browser = browser.build().unwrap();
        let answer = browser.get(at("authorize")).query(&ask).send().await.unwrap();
        let to = answer.headers()["location"].to_str().unwrap().to_owned();
        let code = to.split("code=").nth(1).unwrap().split('&').next().unwrap();
        let form = [&client[..], &[("grant_type", "authorization_code"), ("code", code)]].concat();
        let answer = browser.post(at("token")).form(&form).send().await.unwrap().text().await.unwrap();
        let body: Value = serde_json::from_str(&answer).unwrap();
        Self { graph: text("graph"), token: body["access_token"].as_str().unwrap().to_owned() }
    }

    pub async fn does(&self, method: reqwest::Method, path: &str, body: Option<Value>) {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut request = http.request(method, format!("{}/v1.0{path}", self.graph)).bearer_auth(&self.token);
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
    }
}

impl Colleague {
    /// Of an account, as the portal shows it. Nobody looks people up through Graph here: the ID token says it.
    pub async fn object_id(practice: &Practice, name: &str) -> String {
        let login = practice.announced["cloud"]["login"].as_str().unwrap();
        let at = format!("{login}/{}/oauth2/v2.0", practice.text("tenant"));
        let client =
            [("client_id", "14d82eec-204b-4c2f-b7e8-296a70dab67e"), ("redirect_uri", "http://localhost:1")];
        let accounts = practice.announced["accounts"].as_array().unwrap();
        let account =
            accounts.iter().filter_map(|one| one["name"].as_str()).find(|one| one.starts_with(name));
        let ask = [
            &client[..],
            &[("scope", "openid User.Read"), ("response_type", "code"), ("login_hint", account.unwrap())],
        ];
        let browser = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let browser = browser.build().unwrap();
        let answer = browser.get(format!("{at}/authorize")).query(&ask.concat()).send().await.unwrap();
        let to = answer.headers()["location"].to_str().unwrap().to_owned();
        let code = to.split("code=").nth(1).unwrap().split('&').next().unwrap();
        let form =
            [&client[..], &[("grant_type", "authorization_code"), ("code", code), ("client_info", "1")]];
        let answer = browser.post(format!("{at}/token")).form(&form.concat()).send().await.unwrap();
        let body: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        let info = URL_SAFE_NO_PAD.decode(body["client_info"].as_str().unwrap()).unwrap();
        let info: Value = serde_json::from_slice(&info).unwrap();
        info["uid"].as_str().unwrap().to_owned()
    }

    pub async fn reads(&self, path: &str) -> Value {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = http.get(format!("{}/v1.0{path}", self.graph)).bearer_auth(&self.token).send().await;
        serde_json::from_str(&answer.unwrap().text().await.unwrap()).unwrap()
    }
}

pub fn the_application(state: &Value) -> Value {
    let [application] = &state["applications"].as_array().unwrap()[..] else { panic!("{state:#}") };
    application.clone()
}

#[tokio::test]
async fn a_registration_that_somebody_deleted_is_brought_back_with_its_secret() {
    let bench = Bench::signed_in("ready").await;
    assert_eq!(apply(&bench, &[]).0, 0);
    let before = the_application(&bench.practice.state().await);
    let path = format!("/applications/{}", before["id"].as_str().unwrap());
    Colleague::of(&bench.practice).await.does(reqwest::Method::DELETE, &path, None).await;
    let (end, plan) = bench.liaison.json(&["plan", "s", "--step", "application"]);
    assert_eq!((end, plan["changes"][0]["verb"].as_str()), (1, Some("restore")), "{plan:#}");
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    let after = the_application(&bench.practice.state().await);
    assert_eq!(
        (&after["id"], &after["passwordCredentials"]),
        (&before["id"], &before["passwordCredentials"])
    );
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn what_was_taken_back_can_be_applied_again() {
    let bench = Bench::signed_in("ready").await;
    assert_eq!(apply(&bench, &[]).0, 0);
    bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn an_adopted_registration_keeps_what_it_has_and_is_left_as_it_was_found() {
    let bench = Bench::signed_in("app-exists").await;
    let theirs = the_application(&bench.practice.state().await);
    let id = theirs["appId"].as_str().unwrap();
    bench.liaison.run(&["step", "s", "application", "adopt", "not-an-id"]).expect_code(3);
    bench.liaison.run(&["step", "s", "client-secret", "adopt", id]).expect_code(3);
    bench.liaison.run(&["step", "s", "application", "adopt", id]).expect_code(0);
    let path = format!("/applications/{}", theirs["id"].as_str().unwrap());
    let colleague = Colleague::of(&bench.practice).await;
    let redirects = |list: &[&str]| Some(json!({"web": {"redirectUris": list}}));
    colleague.does(reqwest::Method::PATCH, &path, redirects(&["https://theirs.example/one"])).await;

    let (_, plan) = bench.liaison.json(&["plan", "s", "--step", "application"]);
    let [change] = &plan["changes"].as_array().unwrap()[..] else { panic!("{plan:#}") };
    assert_eq!(change["before"]["signInAudience"], "AzureADandPersonalMicrosoftAccount", "field by field");
    assert!(change["after"]["displayName"].is_null(), "its name stays");
    let (end, applied) = apply(&bench, &[]);
    assert_eq!(end, 0, "{applied:#}");
    let now = the_application(&bench.practice.state().await);
    let list: Vec<&str> =
        now["web"]["redirectUris"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!((list.len(), list[0]), (2, "https://theirs.example/one"), "merged, never replaced");

    let more = [list[0], list[1], "https://theirs.example/two"];
    colleague.does(reqwest::Method::PATCH, &path, redirects(&more)).await;
    let (end, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(end, 0, "{undone:#}");
    let left = the_application(&bench.practice.state().await);
    assert_eq!(
        left["web"]["redirectUris"],
        json!(["https://theirs.example/one", "https://theirs.example/two"])
    );
    assert_eq!(left["signInAudience"], "AzureADandPersonalMicrosoftAccount");
    assert!(left["passwordCredentials"].as_array().unwrap().is_empty(), "{left:#}");
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn the_directory_is_written_to_one_change_at_a_time() {
    let practice = Practice::serve(&["--scene", "ready", "--latency-ms", "120"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    liaison.sign_in("s");
    liaison.run(&["apply", "s", "--yes"]);
    let requests = practice.requests().await;
    let writes: Vec<&Value> =
        requests.iter().filter(|one| one["service"] == "graph" && one["method"] != "GET").collect();
    assert_eq!(writes.len(), 3, "{writes:#?}");
    for two in writes.windows(2) {
        assert!(two[0]["ended_ms"].as_u64() <= two[1]["started_ms"].as_u64(), "{two:#?}");
    }
}
