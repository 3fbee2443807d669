//! A registration that is there already, and consent that somebody else has to give.

use crate::{
    browser::Browser,
    home::Home,
    liaison::Liaison,
    registration::{begin, sign_in},
};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_registration_is_pointed_at_seen_field_by_field_and_used() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "name-taken"]).await;
    let page = &liaison.page;
    // The very name that somebody else's registration has.
    begin(&liaison, "s").await;
    sign_in(&liaison, &home).await;
    page.click("step-application").await;
    page.find("next").await;
    page.click("plan").await;
    page.find("planned").await;
    page.wait_text("problem", "of the same name").await;
    page.screenshot("name-taken").await;

    page.find("adopt").await;
    page.click("adopt-find").await;
    page.wait_text("candidate", "ServiceNow outbound (s)").await;
    let candidate = page.text("candidate").await;
    assert!(candidate.contains("signInAudience") && candidate.contains("AzureADMyOrg"), "{candidate}");
    page.screenshot("candidates").await;
    page.click("adopt-use").await;
    page.wait_text("adopted", "instead of a new one").await;
    page.click("plan").await;
    page.wait_text("change", "signInAudience").await;
    page.screenshot("adopted").await;
    page.click("apply").await;
    page.wait_text("state-application", "Done").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn consent_that_somebody_else_gives_is_waited_for_and_remembered() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "consent-by-another"]).await;
    begin(&liaison, "Waiting").await;
    let browser = Browser::start().await;
    liaison.page.click("sign-in-entra-admin-browser").await;
    browser.follow(&home).await;
    browser.page.click_containing("ada.admin@").await;
    // The page says it, and the person tells what it says.
    liaison.page.fill("sign-in-explain", "AADSTS90094").await;
    liaison.page.click("sign-in-explain-send").await;
    liaison.page.wait_text("consent-entra-admin", "Waiting for an administrator").await;
    liaison.page.screenshot("consent-awaited").await;
    let link = liaison.page.script(CONSENT_LINK, Vec::new()).await;
    liaison.close().await;

    let liaison = Liaison::practice(&home, &["--scene", "consent-by-another"]).await;
    liaison.page.wait_text("consent-Waiting", "Waiting for consent").await;
    liaison.page.screenshot("home-waits-for-consent").await;
    liaison.page.click("setup-Waiting").await;
    liaison.page.find("consent-entra-admin").await;
    assert!(link.as_str().unwrap().contains("/adminconsent?"), "{link}");
    browser.page.close().await;
    liaison.close().await;
}

const CONSENT_LINK: &str = "
    const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    return all(document).find((one) => one.dataset?.test === 'consent-link')?.textContent ?? '';";
