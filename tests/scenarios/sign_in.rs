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
