//! Everything that Liaison does by itself, on both services: made once, proven, and taken back.

use serde_json::Value;

use crate::harness::{Bench, Hold};

/// The registry records with our marker.
pub fn records(state: &Value) -> Vec<&Value> {
    let rows = state["tables"]["oauth_entity"].as_array().unwrap_or_else(|| panic!("{:#}", state["tables"]));
    rows.iter()
        .filter(|row| row["comments"].as_str().is_some_and(|text| text.starts_with("liaison-")))
        .collect()
}

pub fn count(run: &Value) -> usize {
    run["changes"].as_array().unwrap().len()
}

/// Applied as often as needed ends with one of everything, the instance holding the secret that Entra knows.
pub async fn stands_once(bench: &Bench) {
    let state = bench.practice.state().await;
    let [application] = &state["applications"].as_array().unwrap()[..] else { panic!("{state:#}") };
    let [credential] = &application["passwordCredentials"].as_array().unwrap()[..] else {
        panic!("{state:#}")
    };
    assert_eq!(state["servicePrincipals"].as_array().unwrap().len(), 1);
    let records = records(&state);
    let [record] = &records[..] else { panic!("{records:#?}") };
    assert_eq!(record["client_id"], application["appId"]);
    assert_eq!(record["default_grant_type"], "client_credentials");
    assert_eq!(record["secret_of"], credential["keyId"], "{record:#}");
    bench.practice.nothing_was_unknown().await;
}

pub async fn nothing_is_left(bench: &Bench) {
    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    let steps = undone["steps"].as_array().unwrap();
    assert!(
        steps.iter().all(|step| step["known_by"] != "proven"),
        "a secret that is gone proves nothing: {steps:#?}"
    );
    let state = bench.practice.state().await;
    assert!(state["applications"].as_array().unwrap().is_empty(), "{state:#}");
    assert!(state["servicePrincipals"].as_array().unwrap().is_empty(), "{state:#}");
    assert!(records(&state).is_empty(), "{state:#}");
    let (code, again) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!((code, count(&again)), (0, 0), "{again:#}");
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn applied_again_without_change_verified_and_taken_back() {
    let bench = Bench::signed_in("ready").await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(count(&applied), 5, "{applied:#}");
    stands_once(&bench).await;

    let writes = bench.practice.writes().await.len();
    let (code, again) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, count(&again)), (0, 0), "{again:#}");
    let (code, verified) = bench.liaison.json(&["verify", "s"]);
    assert_eq!(code, 0, "{verified:#}");
    assert_eq!(bench.practice.writes().await.len(), writes, "neither writes anything");
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn killed_at_each_write_before_and_after_it_acted() {
    let writes = [
        ("graph", "POST", "/v1.0/applications"),
        ("graph", "POST", "/v1.0/servicePrincipals"),
        ("graph", "POST", "/v1.0/applications/*/addPassword"),
        ("servicenow", "POST", "/api/now/table/oauth_entity*"),
        ("servicenow", "PATCH", "/api/now/table/oauth_entity/*"),
    ];
    for (service, method, path) in writes {
        for hold in [Hold::Before, Hold::After] {
            let bench = Bench::signed_in("ready").await;
            bench.practice.catch(service, method, path, hold).await;
            let mut child = bench.liaison.start(&["apply", "s", "--yes"]);
            bench.practice.caught().await;
            child.kill().unwrap();
            child.wait().unwrap();
            bench.practice.clear().await;

            let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
            assert_eq!(code, 0, "{method} {path} {hold:?}: {applied:#}");
            stands_once(&bench).await;
            nothing_is_left(&bench).await;
        }
    }
}

#[tokio::test]
async fn a_throttled_service_is_waited_for() {
    let bench = Bench::signed_in("throttled").await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    stands_once(&bench).await;
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn no_secret_is_in_what_is_said_or_logged() {
    let bench = Bench::signed_in("ready").await;
    let run = bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    let state = bench.practice.state().await;
    let hint = state["applications"][0]["passwordCredentials"][0]["hint"].as_str().unwrap();
    // How the value begins: its three characters that Entra shows, and the three that all of Entra's secrets share.
    let beginning = format!("{hint}8Q~");
    let has_secret = |text: &str| text.contains(&beginning);
    assert!(!has_secret(&run.out) && !has_secret(&run.err), "{}{}", run.out, run.err);
    let mut folders = vec![bench.liaison.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let bytes = std::fs::read(entry.path()).unwrap();
                assert!(
                    !bytes.windows(6).any(|part| part == beginning.as_bytes()),
                    "{}",
                    entry.path().display()
                );
            }
        }
    }
    for request in bench.practice.requests().await {
        assert!(!has_secret(request["path"].as_str().unwrap()), "{request}");
    }
}
