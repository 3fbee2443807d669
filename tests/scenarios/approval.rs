//! Approval before apply, and the report of it: the plan as a document, only the approved one applied, no secret in any of it.

use crate::harness::Bench;

#[tokio::test]
async fn only_the_approved_plan_is_applied_and_the_report_says_whose_approval_it_was() {
    let bench = Bench::signed_in("ready").await;
    let liaison = &bench.liaison;
    let (_, plan) = liaison.json(&["plan", "s"]);
    let fingerprint = plan["fingerprint"].as_str().unwrap().to_owned();
    let document =
        |format: &str| liaison.run(&["plan", "s", "--out", "-", "--format", format]).expect_code(0).out;
    for format in ["markdown", "html", "json"] {
        let text = document(format);
        assert!(text.contains(&fingerprint), "{format}: {text}");
        assert!(
            text.contains("ServiceNow outbound (s)") && text.contains("AzureADMyOrg"),
            "{format}: {text}"
        );
    }
    assert!(document("markdown").contains("Nothing of this has been changed yet"));
    assert!(document("markdown").contains("The update set Support integration will record these changes."));
    assert!(bench.practice.writes().await.is_empty(), "a plan changes nothing");

    let approval = ["approval", "s", "--required", "yes", "--number", "CHG0042", "--approver", "Ines Change"];
    liaison.run(&approval).expect_code(0);
    let (code, refused) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("approval-missing")), "{refused:#}");
    let other = "0".repeat(64);
    liaison.run(&["approval", "s", "--fingerprint", &other]).expect_code(0);
    let (code, refused) = liaison.json(&["apply", "s", "--plan", &fingerprint]);
    assert_eq!(
        (code, refused["problem"]["code"].as_str()),
        (3, Some("approval-of-another-plan")),
        "{refused:#}"
    );
    // One step alone is another plan.
    liaison.run(&["approval", "s", "--fingerprint", &fingerprint]).expect_code(0);
    let (code, _) = liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!(code, 3);
    assert!(bench.practice.writes().await.is_empty(), "nothing of a plan that was not approved");

    let (code, applied) = liaison.json(&["apply", "s", "--plan", &fingerprint]);
    assert_eq!((code, applied["changes"].as_array().unwrap().len()), (0, 5), "{applied:#}");

    // What was approved is not a new secret.
    let (code, refused) = liaison.json(&["renew", "s", "--yes"]);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("plan-changed")), "{refused:#}");

    let state = bench.practice.state().await;
    let hint = state["applications"][0]["passwordCredentials"][0]["hint"].as_str().unwrap();
    // How the value begins: the three characters that Entra shows, and the three that all of Entra's secrets share.
    let secret = format!("{hint}8Q~");
    for format in ["html", "markdown", "json"] {
        let report = liaison.run(&["report", "s", "--format", format]).expect_code(0).out;
        assert!(!report.contains(&secret), "{format}");
        for part in ["CHG0042", "Ines Change", &fingerprint, "AzureADMyOrg"] {
            assert!(report.contains(part), "{format} lacks {part}: {report}");
        }
    }
    let page = liaison.run(&["report", "s", "--format", "html"]).out;
    assert!(page.contains("default-src 'none'; script-src 'none'") && !page.contains("<script"), "{page}");
    assert!(page.contains("Pictures were not searched") && page.contains("Open points"), "{page}");
}
