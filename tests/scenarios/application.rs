//! One app registration: plan, apply, again, undo.

use crate::harness::Bench;

#[tokio::test]
async fn one_registration_is_planned_made_once_and_taken_back() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let step = ["--step", "application"];

    let (code, plan) = liaison.json(&["plan", "s", step[0], step[1]]);
    assert_eq!((code, plan["outcome"].as_str()), (1, Some("changes")), "{plan:#}");
    assert_eq!(plan["changes"].as_array().unwrap().len(), 1);
    assert!(practice.writes().await.is_empty(), "planning changes nothing");

    let fingerprint = plan["fingerprint"].as_str().unwrap();
    let (code, applied) = liaison.json(&["apply", "s", step[0], step[1], "--plan", fingerprint]);
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(applied["changes"].as_array().unwrap().len(), 1);

    let state = practice.state().await;
    let [application] = &state["applications"].as_array().unwrap()[..] else { panic!("{state:#}") };
    assert_eq!(application["signInAudience"], "AzureADMyOrg");
    let host = practice.text("instance").split_once("://").unwrap().1;
    assert_eq!(application["web"]["redirectUris"][0], format!("https://{host}/oauth_redirect.do"));
    assert!(application["uniqueName"].as_str().unwrap().starts_with("liaison-"));

    let before = practice.writes().await.len();
    let (code, again) = liaison.json(&["apply", "s", step[0], step[1], "--yes"]);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");
    assert_eq!(practice.writes().await.len(), before, "applying again writes nothing");

    let (code, undone) = liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    let state = practice.state().await;
    assert!(state["applications"].as_array().unwrap().is_empty(), "{state:#}");
    assert_eq!(state["deletedApplications"].as_array().unwrap().len(), 1);
    assert!(
        undone["stays"].as_array().unwrap().iter().any(|stays| stays == "stays-soft-deleted-application")
    );
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn a_plan_that_no_longer_holds_is_not_applied() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let wrong = "0".repeat(64);
    let (code, refused) = liaison.json(&["apply", "s", "--plan", &wrong]);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("plan-changed")), "{refused:#}");
    assert!(practice.writes().await.is_empty());
}

#[tokio::test]
async fn without_sign_in_nothing_is_asked_and_it_is_said_who_is_needed() {
    let practice = crate::harness::Practice::serve(&[]).await;
    let liaison = crate::harness::Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let (code, refused) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("sign-in-needed")), "{refused:#}");
    assert!(practice.writes().await.is_empty());
}
