//! A secret that ends is seen, replaced, put back with one click, and replaced for good.

use serde_json::json;

use crate::{
    both_services::sign_in_to_the_instance, browser::Browser, home::Home, liaison::Liaison, registration,
};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_secret_is_replaced_put_back_and_replaced_for_good() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Renewed").await;
    registration::sign_in(&liaison, &home).await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(&liaison, &home, &browser).await;
    browser.page.close().await;
    page.click("plan").await;
    page.click("apply").await;
    page.wait_text("state-registry-record", "Done").await;
    page.wait_text("ends-client-secret", "days").await;

    page.click("renew").await;
    page.find("renew-planned").await;
    page.screenshot("renew-plan").await;
    page.click("renew-apply").await;
    page.wait_text("renewal-stage", "both secrets are valid").await;
    page.screenshot("renew-waiting").await;
    page.click("renew-back").await;
    page.find("renew").await;

    page.click("renew").await;
    page.click("renew-apply").await;
    page.wait_text("renewal-stage", "both secrets are valid").await;
    page.click("renew-used").await;
    page.find("renew").await;
    page.screenshot("renewed").await;
    let shown = page.script("return document.documentElement.outerHTML", vec![json!(null)]).await;
    assert!(!shown.as_str().unwrap().contains("8Q~"));
    liaison.close().await;
}
