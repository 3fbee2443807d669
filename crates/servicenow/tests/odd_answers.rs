//! Answers of an instance that look like something else: the client against practice, over HTTP.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use liaison_servicenow::{Grantee, Instance, InstanceAddress, ServicenowError};
use net::{Http, HttpSettings};
use practice::{Options, Practice};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Debug, Deserialize)]
struct Row {
    sys_id: String,
    #[serde(default)]
    active: String,
}

struct Bench {
    practice: Practice,
    instance: Instance,
}

impl Bench {
    async fn start(scene: &str) -> Self {
        let options = Options { scene: Some(scene.to_owned()), auto_approve: true, ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let announced = practice.announcement();
        let address = InstanceAddress::parse(&announced.instance).unwrap();
        let client = announced.set["servicenow.sign-in.client"].as_str();
        let form = [
            ("grant_type", "password"),
            ("client_id", client),
            ("username", "admin"),
            ("password", "practice"),
        ];
        let url = format!("{}/oauth_token.do", announced.instance);
        let answer = browser().post(url).form(&form).send().await.unwrap();
        let answer: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        let token = SecretString::from(answer["access_token"].as_str().unwrap());
        let http = Http::new(HttpSettings::default()).unwrap();
        Self { instance: Instance::new(http, address, token), practice }
    }

    /// From now on the `nth` request of that kind meets `act`.
    async fn lay(&self, method: &str, path: &str, nth: u64, act: &str) {
        let faults =
            json!([{"service": "servicenow", "method": method, "path": path, "nth": nth, "do": act}]);
        let url = format!("{}/faults", self.practice.announcement().control);
        let laid = browser().put(url).body(faults.to_string()).send().await.unwrap();
        assert!(laid.status().is_success());
    }
}

fn browser() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// "sysparm_limit" is applied before access is looked at, so that a page may be empty with more to come.
#[tokio::test]
async fn an_empty_page_is_not_the_end() {
    let bench = Bench::start("crowd").await;
    bench.lay("GET", "/api/now/table/sys_user", 2, "empty-page").await;
    let found: Vec<Row> =
        bench.instance.rows("sys_user", "user_nameSTARTSWITHuser.0", "sys_id,active").await.unwrap();
    // user.00001 to user.09999, without the thousand of the page that was empty.
    assert_eq!(found.len(), 8_999);
    assert!(
        found.iter().all(|row| row.active == "true" && row.sys_id.len() == 32),
        "every value is a string"
    );
}

#[tokio::test]
async fn an_error_that_comes_with_200_is_an_error() {
    let bench = Bench::start("ready").await;
    bench.lay("GET", "/api/now/table/sys_user_role", 1, "error-in-200").await;
    let error = bench.instance.role("admin").await.unwrap_err();
    assert!(matches!(&error, ServicenowError::Refused(refused) if refused.status == 200), "{error:?}");

    let user = bench.instance.users_named(&["amal.haddad"]).await.unwrap().remove(0);
    let role = bench.instance.role("itil").await.unwrap().unwrap();
    bench.lay("POST", "/api/now/table/sys_user_has_role", 1, "error-in-200").await;
    let error = bench.instance.grant_role(Grantee::User, &user.sys_id, &role.sys_id).await.unwrap_err();
    assert!(!error.did_not_act(), "such an answer promises nothing: whoever sent it looks again");
}

/// A query part that the instance does not understand is dropped, and the rest is run.
#[tokio::test]
async fn what_a_dropped_query_brings_is_not_taken_for_what_was_asked() {
    let bench = Bench::start("ready").await;
    let all: Vec<Row> = bench.instance.rows("sys_user_role", "", "sys_id").await.unwrap();
    let dropped: Vec<Row> = bench.instance.rows("sys_user_role", "no_such_field=x", "sys_id").await.unwrap();
    assert_eq!(dropped.len(), all.len());
    // The same answer where a name was asked for: every row is held against the name again.
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(bench.instance.role("no.such.role").await.unwrap().is_none());
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(bench.instance.oauth_providers("liaison-nothing").await.unwrap().is_empty());
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(
        bench.instance.grants(Grantee::User, &["0123456789abcdef0123456789abcdef"]).await.unwrap().is_empty()
    );
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(bench.instance.table_access("no_such_table").await.unwrap().is_none());
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(bench.instance.sign_in_client("0123456789abcdef0123456789abcdef").await.unwrap().is_none());
    bench.lay("GET", "/api/now/table/*", 1, "ignore-query").await;
    assert!(bench.instance.read_privileges("global", &["oauth_entity"]).await.unwrap().is_empty());
}

/// 404 says "not there" and "not to be seen" alike.
#[tokio::test]
async fn not_found_may_mean_not_allowed() {
    let bench = Bench::start("ready").await;
    let nothing = "0123456789abcdef0123456789abcdef";
    let error = bench.instance.set_privilege_status(nothing, "allowed").await.unwrap_err();
    assert!(error.is_not_found() && error.did_not_act(), "{error:?}");
    // Only for a deletion it is as good as done.
    bench.instance.delete_privilege(nothing).await.unwrap();
}

#[tokio::test]
async fn a_closed_table_is_told_from_an_empty_one() {
    let bench = Bench::start("closed-to-web-services").await;
    let error = bench.instance.table_access("oauth_entity").await.unwrap_err();
    assert!(error.is_denied() && error.did_not_act(), "{error:?}");
}
