//! What wants a yes of its own: it is said what it means, and done only when the box is ticked.

use crate::{
    beside_the_command_line, both_services::sign_in_to_the_instance, browser::Browser,
    handover::command_line, home::Home, liaison::Liaison, registration,
};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_table_is_opened_only_with_a_yes_of_its_own() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "table-closed"]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Closed").await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(&liaison, &home, &browser).await;
    browser.page.close().await;

    // Of the whole setup, as nobody is signed in at Microsoft's side: this is all that can be done.
    page.click("plan").await;
    page.find("planned").await;
    page.find("note-note-update-set").await;
    page.screenshot("plan-own-yes").await;
    page.click("apply").await;
    assert!(page.text("planned").await.contains("One change is planned"), "nothing happens without it");
    page.click("accept-table-access").await;
    page.click("apply").await;
    // The instance says itself that it was written.
    page.find("note-note-captured").await;
    page.screenshot("applied-own-yes").await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn an_endpoint_at_another_host_is_taken_only_with_a_yes_of_its_own() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "ready"]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Elsewhere").await;
    let app_id = "outbound-app-id=0a1b2c3d-0000-4000-8000-000000000001";
    let before = "endpoint=https://first.example/x";
    command_line(
        &home,
        &["set", "Elsewhere", app_id, "repository-id=r-1", before, "--accept", "first.example"],
    );
    page.click("step-integration-values").await;
    page.fill("answer-endpoint", "https://api.other.example/x").await;
    page.click("answer-save").await;
    page.wait_text("problem", "Endpoint is expected at 127.0.0.1, and this one is at api.other.example")
        .await;
    page.screenshot("answer-other-host").await;
    page.click("yes").await;
    page.click("answer-save").await;
    page.wait_gone("problem").await;
    let (_, shown) =
        beside_the_command_line::command_line(&home, &["step", "Elsewhere", "verify-values", "show"]);
    assert_eq!(shown["known"]["endpoint"], "https://api.other.example/x", "{shown:#}");
}
