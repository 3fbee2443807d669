//! One seat's part as a page, for somebody who has no Liaison.

use crate::harness::Bench;

#[tokio::test]
async fn a_page_waits_for_its_values_and_names_the_step_that_gives_them() {
    let bench = Bench::signed_in("ready").await;
    let page = ["page", "s", "--seat", "m365-admin"];
    let waits_for = |step: &str| {
        let early = bench.liaison.run(&page).expect_code(3);
        assert!(early.err.contains(&format!("The step {step} gives it")), "{}", early.err);
        assert!(early.out.is_empty(), "{}", early.out);
    };
    waits_for("application");
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    waits_for("integration-values");

    let state = bench.practice.state().await;
    let endpoint = format!("{}/api/x", bench.practice.text("instance"));
    let values = [
        ("outbound-app-id", state["applications"][0]["appId"].as_str().unwrap()),
        ("repository-id", "0123456789abcdef0123456789abcdef"),
        ("endpoint", &endpoint),
    ];
    for (answer, value) in values {
        bench.liaison.run(&["set", "s", &format!("{answer}={value}")]).expect_code(0);
    }
    let page = bench.liaison.run(&page).expect_code(0);
    for (_, value) in values {
        assert!(page.out.contains(value), "{value}: {}", page.out);
    }
    assert!(page.out.contains("Practice"), "{}", page.out);
}
