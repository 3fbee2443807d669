//! A secret that ends is seen, replaced, put back with one click, and replaced for good.

use serde_json::json;

use crate::{both_services, home::Home, liaison::Liaison};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_secret_is_replaced_put_back_and_replaced_for_good() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    both_services::made(&liaison, &home, "Renewed").await;
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
