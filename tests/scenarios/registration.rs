//! The app registration among those of a real tenant: what is there already, what others change, what a change ticket asks for.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    harness::Bench,
    microsoft::{Colleague, the_application},
};

fn apply(bench: &Bench) -> Value {
    let (end, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
    applied
}

async fn application_path(bench: &Bench) -> String {
    format!("/applications/{}", the_application(&bench.practice.state().await)["id"].as_str().unwrap())
}

/// What a check of one step says, and how it ends.
fn check(bench: &Bench, step: &str) -> (i32, String) {
    let run = bench.liaison.run(&["check", "s", "--step", step]);
    (run.code, run.out)
}

#[tokio::test]
async fn a_candidate_is_shown_field_by_field_before_it_is_chosen_and_can_be_let_go() {
    let bench = Bench::signed_in("app-exists").await;
    let theirs = the_application(&bench.practice.state().await);
    let look = |id: &str| bench.liaison.json(&["step", "s", "application", "candidates", id]).1;
    // Either ID is the one that a person copies.
    for id in [&theirs["appId"], &theirs["id"]] {
        let found = look(id.as_str().unwrap());
        let [candidate] = &found["candidates"].as_array().unwrap()[..] else { panic!("{found:#}") };
        assert_eq!(candidate["object"]["name"], "ServiceNow outbound");
        let differs: Vec<&str> =
            candidate["fields"].as_array().unwrap().iter().filter_map(|one| one["field"].as_str()).collect();
        assert_eq!(differs, ["signInAudience", "web.redirectUris"], "its name stays: {found:#}");
    }
    let nobodys = "00000000-0000-0000-0000-00000000000a";
    let run = bench.liaison.run(&["step", "s", "application", "candidates", nobodys]).expect_code(3);
    assert!(run.err.contains("is not there"), "{}", run.err);
    let (_, step) = bench.liaison.json(&["step", "s", "application", "show"]);
    assert!(step["adopted"].is_null(), "looking chooses nothing");

    bench.liaison.run(&["step", "s", "application", "adopt", nobodys]).expect_code(0);
    let (end, refused) = bench.liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!((end, refused["problem"]["code"].as_str()), (3, Some("adopted-not-there")), "{refused:#}");
    assert!(bench.practice.writes().await.is_empty(), "no new one in place of what was pointed at");
    bench.liaison.run(&["step", "s", "application", "release"]).expect_code(0);
    bench.liaison.run(&["step", "s", "application", "adopt", theirs["id"].as_str().unwrap()]).expect_code(0);
    apply(&bench);
    assert_eq!(the_application(&bench.practice.state().await)["id"], theirs["id"]);
    let run = bench.liaison.run(&["step", "s", "application", "release"]).expect_code(3);
    assert!(run.err.contains("Undo it first"), "{}", run.err);
}

#[tokio::test]
async fn one_that_redirects_to_the_instance_is_found() {
    let bench = Bench::signed_in("app-exists").await;
    let look = || bench.liaison.json(&["step", "s", "application", "candidates"]).1;
    assert!(look()["candidates"].as_array().unwrap().is_empty(), "another name, another place");
    let host = bench.practice.text("instance").split_once("://").unwrap().1.to_owned();
    let redirects = json!({"web": {"redirectUris": [format!("https://{host}/auth_redirect.do")]}});
    let path = application_path(&bench).await;
    Colleague::of(&bench.practice).await.does(Method::PATCH, &path, Some(redirects)).await;
    assert_eq!(look()["candidates"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_others_did_to_the_registration_is_said_and_put_right() {
    let bench = Bench::signed_in("ready").await;
    apply(&bench);
    let colleague = Colleague::of(&bench.practice).await;
    let path = application_path(&bench).await;
    for (change, says) in [
        (json!({"web": {"redirectUris": []}}), "removed the redirect address"),
        (json!({"isDisabled": true}), "deactivated the application"),
        (json!({"signInAudience": "AzureADMultipleOrgs"}), "changed which accounts"),
        (json!({"displayName": "Something else"}), "renamed the registration"),
    ] {
        colleague.does(Method::PATCH, &path, Some(change)).await;
        let (end, said) = check(&bench, "application");
        assert!(end == 1 && said.contains(says), "{said}");
        apply(&bench);
        let (end, said) = check(&bench, "application");
        assert!(end == 0 && !said.contains(says), "{said}");
    }
    assert_eq!(the_application(&bench.practice.state().await)["isDisabled"], false);
}

#[tokio::test]
async fn a_disabled_enterprise_application_is_said_and_enabled_again() {
    let bench = Bench::signed_in("ready").await;
    apply(&bench);
    let colleague = Colleague::of(&bench.practice).await;
    let principal = bench.practice.state().await["servicePrincipals"][0].clone();
    let path = format!("/servicePrincipals/{}", principal["id"].as_str().unwrap());
    colleague.does(Method::PATCH, &path, Some(json!({"accountEnabled": false}))).await;
    let (end, said) = check(&bench, "service-principal");
    assert!(end == 1 && said.contains("disabled the enterprise application"), "{said}");
    let (end, proof) = bench.liaison.json(&["verify", "s", "--step", "client-secret-proof"]);
    let code = proof["problem"]["code"].as_str();
    assert_eq!((end, code), (1, Some("entra-application-disabled")), "{proof:#}");
    apply(&bench);
    assert_eq!(bench.practice.state().await["servicePrincipals"][0]["accountEnabled"], true);
    colleague.does(Method::DELETE, &path, None).await;
    let (_, said) = check(&bench, "service-principal");
    assert!(said.contains("deleted the enterprise application"), "{said}");
}

#[tokio::test]
async fn a_deleted_registration_and_a_removed_secret_are_said() {
    let bench = Bench::signed_in("ready").await;
    apply(&bench);
    let colleague = Colleague::of(&bench.practice).await;
    let path = application_path(&bench).await;
    let state = bench.practice.state().await;
    let key = &the_application(&state)["passwordCredentials"][0]["keyId"];
    colleague.does(Method::POST, &format!("{path}/removePassword"), Some(json!({"keyId": key}))).await;
    let (_, said) = check(&bench, "client-secret");
    assert!(said.contains("client secret that this setup made was removed"), "{said}");

    colleague.does(Method::DELETE, &path, None).await;
    let (_, said) = check(&bench, "application");
    assert!(said.contains("can be restored for 30 days"), "{said}");
    let deleted = path.replace("/applications/", "/directory/deletedItems/");
    colleague.does(Method::DELETE, &deleted, None).await;
    let (_, said) = check(&bench, "application");
    assert!(said.contains("gone for good"), "{said}");
}

#[tokio::test]
async fn notes_a_reference_and_owners_are_written_kept_up_and_go_with_it() {
    let bench = Bench::signed_in("ready").await;
    let max = Colleague::object_id(&bench.practice, "max.member").await;
    let gloria = Colleague::object_id(&bench.practice, "gloria.global").await;
    bench.liaison.run(&["set", "s", "application-owners=someone@example.com"]).expect_code(2);
    let owners = format!("application-owners={max}");
    let set = ["set", "s", "application-notes=CHG0030001", "application-reference=4711", &owners];
    bench.liaison.run(&set).expect_code(0);
    let (_, plan) = bench.liaison.json(&["plan", "s", "--step", "application"]);
    let changes = plan["changes"].as_array().unwrap();
    assert_eq!((changes.len(), &changes[0]["after"]["notes"]), (2, &json!("CHG0030001")), "{plan:#}");
    assert_eq!(changes[1]["after"]["owners"], json!([max]), "{plan:#}");
    apply(&bench);
    let made = the_application(&bench.practice.state().await);
    assert_eq!((&made["notes"], &made["serviceManagementReference"]), (&json!("CHG0030001"), &json!("4711")));

    let owners = format!("application-owners={max}, {gloria}");
    bench.liaison.run(&["set", "s", "application-notes=CHG0030002", &owners]).expect_code(0);
    assert_eq!(apply(&bench)["changes"].as_array().unwrap().len(), 2);
    assert_eq!(apply(&bench)["changes"].as_array().unwrap().len(), 0);
    // Emptied again, it is left alone.
    bench.liaison.run(&["set", "s", "application-notes="]).expect_code(0);
    assert_eq!(apply(&bench)["changes"].as_array().unwrap().len(), 0);
    crate::whole::nothing_is_left(&bench).await;
}

#[tokio::test]
async fn what_was_written_on_an_adopted_registration_is_put_back() {
    let bench = Bench::signed_in("app-exists").await;
    let theirs = the_application(&bench.practice.state().await);
    let max = Colleague::object_id(&bench.practice, "max.member").await;
    let colleague = Colleague::of(&bench.practice).await;
    let path = application_path(&bench).await;
    let principal = json!({"appId": theirs["appId"]});
    colleague.does(Method::POST, "/servicePrincipals", Some(principal)).await;
    colleague.does(Method::PATCH, &path, Some(json!({"notes": "theirs", "isDisabled": true}))).await;
    let at = bench.practice.state().await["servicePrincipals"][0]["id"].as_str().unwrap().to_owned();
    let disabled = json!({"accountEnabled": false});
    colleague.does(Method::PATCH, &format!("/servicePrincipals/{at}"), Some(disabled)).await;
    let before = bench.practice.state().await;

    bench.liaison.run(&["step", "s", "application", "adopt", theirs["id"].as_str().unwrap()]).expect_code(0);
    let owners = format!("application-owners={max}");
    bench.liaison.run(&["set", "s", "application-notes=ours", &owners]).expect_code(0);
    apply(&bench);
    let now = the_application(&bench.practice.state().await);
    assert_eq!((&now["notes"], &now["isDisabled"]), (&json!("ours"), &json!(false)));
    bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    let after = bench.practice.state().await;
    for what in ["applications", "servicePrincipals"] {
        assert_eq!(after[what], before[what]);
    }
    let owners = colleague.reads(&format!("{path}/owners")).await;
    assert!(!owners.to_string().contains(&max), "{owners:#}");
    bench.practice.nothing_was_unknown().await;
}
