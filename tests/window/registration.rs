//! One app registration through the window: begin a setup, sign in, see the plan, apply it, take it back.

use serde_json::{Value, json};

use crate::{browser::Browser, home::Home, liaison::Liaison};

/// Signs the Microsoft admin in with the browser, clicking what a person clicks there.
pub async fn sign_in(liaison: &Liaison, home: &Home) {
    let browser = Browser::start().await;
    liaison.page.click("sign-in-entra-admin-browser").await;
    browser.follow(home).await;
    browser.page.click_containing("ada.admin@").await;
    browser.page.screenshot("entra-consent").await;
    browser.page.click_text("Accept").await;
    liaison.page.wait_text("signed-in-entra-admin", "ada.admin@").await;
    browser.page.screenshot("entra-signed-in").await;
    browser.page.close().await;
}

pub async fn begin(liaison: &Liaison, name: &str) {
    liaison.page.click("new-setup").await;
    liaison.page.fill("setup-name", name).await;
    liaison.page.screenshot("new-setup").await;
    liaison.page.click("create").await;
    liaison.page.find("sign-in-entra-admin-browser").await;
    liaison.page.screenshot("setup").await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_registration_is_planned_made_and_taken_back() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    page.find("practice-banner").await;
    begin(&liaison, "Lumen").await;
    sign_in(&liaison, &home).await;

    page.click("step-application").await;
    // The setup's own page has a plan, too: only a step's page leads to the next.
    page.find("next").await;
    page.click("plan").await;
    page.find("planned").await;
    let plan = page.text("change").await;
    assert!(
        plan.contains("create app registration") && plan.contains("ServiceNow outbound (Lumen)"),
        "{plan}"
    );
    assert!(plan.contains("AzureADMyOrg"), "{plan}");
    page.screenshot("plan").await;
    page.click("apply").await;
    page.wait_text("result", "One change was made").await;
    page.wait_text("state-application", "Done").await;
    page.screenshot("applied").await;

    page.click("plan").await;
    page.wait_text("nothing", "Nothing to change").await;

    page.click("undo-plan").await;
    page.find("undo").await;
    page.screenshot("undo-plan").await;
    page.click("undo").await;
    page.wait_text("result", "One change was taken back").await;
    page.wait_text("stays", "deleted").await;
    page.wait_text("state-application", "Open").await;
    page.screenshot("undone").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_code_signs_in_too() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    begin(&liaison, "By code").await;
    liaison.page.click("sign-in-entra-admin-device-code").await;
    let (link, code) = (liaison.page.text("device-link").await, liaison.page.text("device-code").await);
    liaison.page.screenshot("device-code").await;

    liaison.page.find("device-left").await;
    let browser = Browser::start().await;
    browser.page.go(&link).await;
    browser.page.script("document.querySelector('#code').value = arguments[0]", vec![json!(code)]).await;
    browser.page.click_text("Next").await;
    browser.page.click_containing("ada.admin@").await;
    browser.page.click_text("Accept").await;
    liaison.page.wait_text("signed-in-entra-admin", "ada.admin@").await;
    browser.page.close().await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_setup_outlives_the_window_and_a_wrong_answer_is_said() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.click("new-setup").await;
    liaison.page.fill("setup-name", "Kept").await;
    liaison.page.fill("setup-tenant", "nobody.example").await;
    liaison.page.click("create").await;
    liaison.page.wait_text("problem", "knows no tenant").await;
    liaison.page.screenshot("unknown-tenant").await;
    liaison.page.fill("setup-tenant", "lumen-practice.example").await;
    liaison.page.click("create").await;
    liaison.page.find("sign-in-entra-admin-browser").await;
    liaison.close().await;

    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.click("setup-Kept").await;
    liaison.page.find("step-application").await;
    // Every step is on a page that says something, alone or with those that belong to it, and each page leads to the next.
    liaison.page.click("step-application").await;
    liaison.page.find("next").await;
    let (mut pages, mut steps) = (1, steps_shown(&liaison).await);
    while liaison.page.has("next").await {
        let title = title(&liaison).await;
        liaison.page.click("next").await;
        liaison
            .page
            .wait_until("the next step is shown", async || title != self::title(&liaison).await)
            .await;
        pages += 1;
        steps += steps_shown(&liaison).await;
        liaison.page.screenshot(&format!("step-{pages:02}")).await;
    }
    assert_eq!(steps, 27, "on {pages} pages");
    liaison.close().await;
}

async fn steps_shown(liaison: &Liaison) -> u64 {
    let script =
        "const page = document.querySelector('lia-window').shadowRoot.querySelector('lia-step').shadowRoot;
                  return Math.max(1, page.querySelectorAll('section[aria-labelledby^=title-]').length);";
    liaison.page.script(script, Vec::new()).await.as_u64().unwrap()
}

async fn title(liaison: &Liaison) -> Value {
    liaison
        .page
        .script(
            "return document.querySelector('lia-window').shadowRoot.querySelector('lia-step').shadowRoot.querySelector('h1').textContent",
            Vec::new(),
        )
        .await
}

/// For another profile of the browser: what is on the clipboard is the whole address.
#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn the_sign_in_link_is_copied_whole() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    begin(&liaison, "Copied").await;
    liaison.page.click("sign-in-entra-admin-browser").await;
    liaison.page.click("sign-in-copy").await;
    liaison.page.find("sign-in-done").await;
    let copied = crate::clipboard::text().unwrap_or_default();
    assert!(copied.contains("/oauth2/v2.0/authorize?") && copied.contains("state="), "{copied}");
    assert_eq!(copied, home.opened_address().await);
    liaison.page.click("sign-in-cancel").await;
    liaison.close().await;
}
