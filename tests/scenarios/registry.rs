//! Application Registry entries that are there already: adopted with a diff, and left as they were found.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{harness::Bench, whole::records};

const STEP: [&str; 2] = ["--step", "registry-record"];

fn entry<'a>(state: &'a Value, sys_id: &str) -> &'a Value {
    let rows = state["tables"]["oauth_entity"].as_array().unwrap();
    rows.iter().find(|row| row["sys_id"] == sys_id).unwrap_or_else(|| panic!("{rows:#?}"))
}

/// The entry that somebody else made by hand.
fn theirs(state: &Value) -> Value {
    let rows = state["tables"]["oauth_entity"].as_array().unwrap();
    rows.iter().find(|row| row["comments"].as_str().unwrap().contains("Greta")).unwrap().clone()
}

/// The other half, up to the secret.
fn made_in_entra(bench: &Bench) {
    bench.liaison.json(&["check", "s"]);
    for step in ["application", "service-principal", "client-secret"] {
        bench.liaison.run(&["apply", "s", "--yes", "--step", step]).expect_code(0);
    }
}

#[tokio::test]
async fn an_adopted_entry_is_changed_field_by_field_and_its_secret_only_with_a_yes_of_its_own() {
    let bench = Bench::signed_in("app-exists").await;
    let before = theirs(&bench.practice.state().await);
    let id = before["sys_id"].as_str().unwrap();
    let adopt = |id: &str| bench.liaison.run(&["step", "s", "registry-record", "adopt", id]);
    adopt("00000000-0000-0000-0000-000000000000").expect_code(3);
    adopt(&id.to_uppercase()).expect_code(0);

    made_in_entra(&bench);
    let (_, plan) = bench.liaison.json(&[&["plan", "s"], &STEP[..]].concat());
    let [fields, secret] = &plan["changes"].as_array().unwrap()[..] else { panic!("{plan:#}") };
    assert_eq!(fields["before"]["client_id"], before["client_id"], "field by field");
    assert!(fields["after"]["name"].is_null() && fields["after"]["comments"].is_null(), "{fields:#}");
    assert!(fields["after"]["default_grant_type"].is_null(), "what is right already is left out");
    assert_eq!((&secret["asks"], &secret["undo"]["is"]), (&"overwrite-secret".into(), &"impossible".into()));
    assert!(plan["stays"].as_array().unwrap().iter().any(|stays| stays == "stays-overwritten-secret"));

    let writes = bench.practice.writes().await.len();
    let apply = [&["apply", "s", "--yes"], &STEP[..]].concat();
    let (code, refused) = bench.liaison.json(&apply);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("acceptance-missing")), "{refused:#}");
    assert_eq!(bench.practice.writes().await.len(), writes);
    let (code, applied) = bench.liaison.json(&[&apply[..], &["--accept", "overwrite-secret"]].concat());
    assert_eq!(code, 0, "{applied:#}");
    let state = bench.practice.state().await;
    let now = entry(&state, id);
    assert_eq!(now["secret_of"], state["applications"][1]["passwordCredentials"][0]["keyId"], "{now:#}");
    assert_eq!((&now["name"], &now["comments"]), (&before["name"], &before["comments"]));
    assert!(records(&state).is_empty(), "no second one is made");
    let (code, again) = bench.liaison.json(&apply);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");

    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    let state = bench.practice.state().await;
    let left = entry(&state, id);
    for field in ["name", "comments", "client_id", "default_grant_type", "token_url", "redirect_url"] {
        assert_eq!(left[field], before[field], "{field}");
    }
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn an_entry_that_is_not_there_is_not_made_in_its_place() {
    let bench = Bench::signed_in("ready").await;
    let nothing = "0123456789abcdef0123456789abcdef";
    bench.liaison.run(&["step", "s", "registry-record", "adopt", nothing]).expect_code(0);
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (3, Some("adopted-missing")), "{applied:#}");
    assert!(records(&bench.practice.state().await).is_empty());
}

/// Instances and tools write one of two types, and the document another redirect than the instance itself.
#[tokio::test]
async fn either_type_and_either_redirect_will_do() {
    let bench = Bench::signed_in("ready").await;
    assert_eq!(bench.liaison.json(&["apply", "s", "--yes"]).0, 0);
    let state = bench.practice.state().await;
    let record = records(&state)[0].clone();
    let redirect = record["redirect_url"].as_str().unwrap().replace("oauth_redirect.do", "auth_redirect.do");
    let changed = json!({"type": "consumer", "redirect_url": redirect});
    bench.practice.does(Method::PATCH, "oauth_entity", record["sys_id"].as_str().unwrap(), changed).await;
    let (code, again) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");
    assert_eq!(bench.liaison.json(&["undo", "s", "--yes"]).0, 0);
    assert!(records(&bench.practice.state().await).is_empty());
}

/// Somebody who did it by hand before is told of their entry, and how to have it used.
#[tokio::test]
async fn another_entry_of_the_same_client_is_named_in_the_plan() {
    let bench = Bench::signed_in("app-exists").await;
    made_in_entra(&bench);
    let state = bench.practice.state().await;
    let (before, client) = (theirs(&state), &state["applications"][1]["appId"]);
    let id = before["sys_id"].as_str().unwrap();
    bench.practice.does(Method::PATCH, "oauth_entity", id, json!({"client_id": client})).await;
    let (_, plan) = bench.liaison.json(&[&["plan", "s"], &STEP[..]].concat());
    let notes = plan["notes"].as_array().unwrap();
    let note = notes.iter().find(|note| note["code"] == "note-same-client");
    assert_eq!(note.unwrap_or_else(|| panic!("{plan:#}"))["args"]["id"], id);
    assert_eq!(plan["changes"][0]["verb"], "create", "a new one is the default");
}
