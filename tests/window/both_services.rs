//! Both admins at one window: the client registered in the instance's form, both sign-ins, everything that Liaison does by itself,
//! proven, and taken back.

use serde_json::json;

use crate::{browser::Browser, home::Home, liaison::Liaison, registration};

/// Registers Liaison in the instance through the form that its link opens, and answers the client ID shown there.
async fn register_client(liaison: &Liaison, home: &Home, browser: &Browser) -> String {
    liaison.page.click("step-sign-in-client").await;
    liaison.page.find("next").await;
    liaison.page.screenshot("sign-in-client").await;
    liaison.page.click("link-sign-in-client").await;
    browser.follow(home).await;
    browser.page.click_containing("admin").await;
    browser.page.wait_visible("#submit").await;
    browser.page.screenshot("servicenow-form").await;
    browser.page.click_text("Submit").await;
    browser.page.wait_visible("#client-id").await;
    browser.page.text_of("#client-id").await
}

/// Registers Liaison in the instance and signs its admin in, from the setup's page and back to it.
pub async fn sign_in_to_the_instance(liaison: &Liaison, home: &Home, browser: &Browser) {
    let page = &liaison.page;
    let client = register_client(liaison, home, browser).await;
    page.paste("answer-servicenow-sign-in-client", &client).await;
    page.click("confirm-sign-in-client").await;
    // The window goes on to what comes next.
    page.wait_gone("state-sign-in-client").await;
    page.click("to-setup").await;
    page.find("done").await;

    page.click("sign-in-servicenow-admin-browser").await;
    browser.follow(home).await;
    browser.page.wait_visible("#allow").await;
    browser.page.screenshot("servicenow-consent").await;
    browser.page.click_text("Allow").await;
    page.wait_text("signed-in-servicenow-admin", "admin").await;
}

/// A setup of that name with both admins signed in and everything made that Liaison makes by itself.
pub async fn made(liaison: &Liaison, home: &Home, name: &str) {
    registration::begin(liaison, name).await;
    registration::sign_in(liaison, home).await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(liaison, home, &browser).await;
    browser.page.close().await;
    liaison.page.click("plan").await;
    liaison.page.click("apply").await;
    liaison.page.wait_text("state-registry-record", "Done").await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn two_admins_join_both_services_and_take_it_back() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Both").await;
    registration::sign_in(&liaison, &home).await;

    let browser = Browser::start().await;
    sign_in_to_the_instance(&liaison, &home, &browser).await;
    browser.page.close().await;

    page.click("plan").await;
    page.find("planned").await;
    page.screenshot("plan-both").await;
    page.click("apply").await;
    page.wait_text("result", "5 changes were made").await;
    for step in ["application", "service-principal", "client-secret", "registry-record"] {
        page.wait_text(&format!("state-{step}"), "Done").await;
    }
    page.screenshot("applied-both").await;
    page.click("verify").await;
    page.wait_text("result", "in order").await;
    page.wait_text("state-client-secret-proof", "Done").await;

    // No secret anywhere in the page: how Entra's secrets look, told by practice's pattern.
    let shown = page.script("return document.documentElement.outerHTML", vec![json!(null)]).await;
    assert!(!shown.as_str().unwrap().contains("8Q~"));

    page.click("undo-plan").await;
    page.find("undo").await;
    page.screenshot("undo-plan-both").await;
    page.click("undo").await;
    page.wait_text("result", "taken back").await;
    page.wait_text("state-registry-record", "Open").await;
    page.screenshot("undone-both").await;
    liaison.close().await;
}
