//! Both people sign in, and out.

use crate::harness::{Bench, Liaison, Practice};

const SERVICENOW: [&str; 4] = ["--seat", "servicenow-admin", "--with", "browser"];

#[tokio::test]
async fn the_servicenow_admin_signs_in_and_out() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let run = liaison.run(&[&["sign-in", "s"], &SERVICENOW[..]].concat()).expect_code(0);
    assert!(format!("{}{}", run.out, run.err).contains("admin"), "{}{}", run.out, run.err);
    let (code, setup) = liaison.json(&["setup", "show", "s"]);
    assert_eq!(code, 0);
    let seats = setup["seats"].as_array().unwrap();
    assert!(
        seats.iter().any(|seat| seat["id"] == "servicenow-admin" && seat["account"] == "admin"),
        "{setup:#}"
    );

    liaison.run(&["sign-out", "s", "--seat", "servicenow-admin"]).expect_code(0);
    let revoked = practice
        .requests()
        .await
        .iter()
        .filter(|request| request["path"] == "/oauth_revoke_token.do")
        .count();
    assert_eq!(revoked, 2, "both tokens are ended, and neither stands in an address");
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn without_a_registered_client_it_is_said_which_step_comes_first() {
    let practice = Practice::serve(&["--scene", "first-visit"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let run = liaison.run(&[&["sign-in", "s"], &SERVICENOW[..]].concat()).expect_code(3);
    assert!(run.err.contains("Go through the step"), "{}", run.err);
}

#[tokio::test]
async fn a_client_that_does_not_require_pkce_is_reported_after_the_sign_in() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let sign_in = [&["sign-in", "s"], &SERVICENOW[..]].concat();
    let said = liaison.run(&sign_in).expect_code(0).err;
    assert!(!said.contains("PKCE"), "{said}");
    let state = practice.state().await;
    let clients = state["tables"]["oauth_entity"].as_array().unwrap();
    let client = clients.iter().find(|row| row["type"] == "client").unwrap()["sys_id"].as_str().unwrap();
    let changed = serde_json::json!({"use_pkce": "false"});
    practice.does(reqwest::Method::PATCH, "oauth_entity", client, changed).await;
    let said = liaison.run(&sign_in).expect_code(0).err;
    assert!(said.contains("does not require PKCE") && said.contains("tick PKCE required"), "{said}");
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn a_device_code_is_said_not_to_exist_here() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let device = ["sign-in", "s", "--seat", "servicenow-admin", "--with", "device-code"];
    let said = liaison.run(&device).expect_code(2).err;
    assert!(said.contains("no sign-in with a code for another device"), "{said}");
    practice.nothing_was_unknown().await;
}
