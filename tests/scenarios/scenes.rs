//! One app registration in each situation that practice can play.

use crate::harness::{Bench, Liaison, Practice};

const STEP: [&str; 2] = ["--step", "application"];

async fn applied_and_undone(scene: &str) -> Bench {
    let bench = Bench::in_scene(scene).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", STEP[0], STEP[1], "--yes"]);
    assert_eq!(code, 0, "{scene}: {applied:#}");
    let (code, again) = bench.liaison.json(&["apply", "s", STEP[0], STEP[1], "--yes"]);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{scene}: {again:#}");
    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{scene}: {undone:#}");
    bench.practice.nothing_was_unknown().await;
    bench
}

#[tokio::test]
async fn throttling_is_waited_out() {
    let bench = applied_and_undone("throttled").await;
    let refused = bench.practice.requests().await.iter().filter(|request| request["status"] == 429).count();
    assert!(refused > 0, "the scene throttles");
}

#[tokio::test]
async fn somebody_elses_registration_is_left_alone() {
    let bench = applied_and_undone("app-exists").await;
    let state = bench.practice.state().await;
    let [theirs] = &state["applications"].as_array().unwrap()[..] else { panic!("{state:#}") };
    assert_eq!(theirs["displayName"], "ServiceNow outbound");
}

#[tokio::test]
async fn without_the_right_to_register_nothing_is_made_and_it_is_said() {
    let Bench { practice, liaison } = Bench::in_scene("no-right-to-register").await;
    let (code, refused) = liaison.json(&["apply", "s", STEP[0], STEP[1], "--yes"]);
    assert_eq!(code, 3, "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none", "{refused:#}");
    assert_eq!(refused["problem"]["support"]["status"], 403, "{refused:#}");
    assert!(practice.state().await["applications"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_consent_that_policy_refuses_ends_the_sign_in() {
    let practice = Practice::serve(&["--scene", "consent-denied-by-policy"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let run = liaison.run(&["sign-in", "s", "--seat", "entra-admin", "--with", "browser"]).expect_code(3);
    assert!(run.err.contains("administrator") || run.out.contains("administrator"), "{}{}", run.out, run.err);
}

#[tokio::test]
async fn a_hibernating_instance_is_named_before_anything_is_kept() {
    let practice = Practice::serve(&["--scene", "hibernating"]).await;
    let liaison = Liaison::new();
    let run = liaison.create("s", &practice).expect_code(3);
    assert!(run.err.contains("hibernates"), "{}", run.err);
    assert_eq!(liaison.run(&["setup", "list"]).expect_code(0).out.trim(), "");
}
