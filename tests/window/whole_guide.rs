//! A newcomer does the whole guide: every step in the window, every page in the browser, until Test setup succeeds; then proves it,
//! saves the report, and takes everything back.

use serde_json::Value;

use crate::{both_services, browser::Browser, home::Home, liaison::Liaison, page::Page, registration};

/// What the instance shows at the end of its wizard, and the admin center is given.
struct Shown {
    outbound_app_id: String,
    repository_id: String,
    endpoint: String,
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_newcomer_does_the_whole_guide() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Whole").await;
    registration::sign_in(&liaison, &home).await;
    let browser = Browser::start().await;
    both_services::sign_in_to_the_instance(&liaison, &home, &browser).await;

    page.click("plan").await;
    page.find("planned").await;
    page.click("apply").await;
    page.wait_text("result", "5 changes were made").await;
    page.wait_text("state-store-app", "Done").await;
    page.wait_text("state-table-access", "Done").await;

    wizard(&liaison, &home, &browser.page).await;
    let shown = integration_values(&liaison, &browser.page).await;
    admin_center(&liaison, &home, &browser.page, &shown).await;
    test_setup(&liaison, &home, &browser.page).await;
    people(&liaison).await;
    afterwards(&liaison, &home, &browser.page).await;
    everything_is_done(&liaison).await;
    nothing_is_left(&liaison).await;
    browser.page.close().await;
    liaison.close().await;
}

/// Says that the step is done; the window goes on to the next, or to the list where it is done.
async fn done(page: &Page, step: &str) {
    page.screenshot(&format!("by-hand-{step}")).await;
    page.click("confirm").await;
    let state = format!("state-{step}");
    page.wait_until("the window goes on", async || page.has("done").await || !page.has(&state).await).await;
}

/// Opens a step from the setup's page.
async fn open(page: &Page, step: &str) {
    to_setup(page).await;
    page.click(&format!("step-{step}")).await;
    page.find("to-setup").await;
}

/// Goes to the setup's page, wherever the window is.
async fn to_setup(page: &Page) {
    // A step's page may just be making way for the setup's.
    page.wait_until("a page is shown", async || page.has("to-setup").await != page.has("done").await).await;
    if page.has("to-setup").await {
        page.click("to-setup").await;
    }
    page.find("done").await;
}

async fn wizard(liaison: &Liaison, home: &Home, browser: &Page) {
    let page = &liaison.page;
    open(page, "wizard-scope").await;
    page.click("link-application-picker").await;
    browser.go(&home.opened_address().await).await;
    browser.click_text("Change").await;
    browser.choose("#application", "Microsoft 365 support integration").await;
    browser.press("#choose").await;
    browser.wait_visible("#user").await;
    done(page, "wizard-scope").await;

    page.click("link-instance").await;
    browser.go(&home.opened_address().await).await;
    browser.press("#menu-microsoft-365-setup").await;
    browser.wait_visible("#agree").await;
    browser.screenshot("wizard-agree").await;
    done(page, "wizard-open").await;

    browser.press("#agree").await;
    done(page, "wizard-agree").await;

    browser.wait_visible("#start-setup").await;
    browser.screenshot("wizard-environment").await;
    browser.press("#test_environment").await;
    browser.press("#start-setup").await;
    done(page, "wizard-environment").await;

    browser.type_into("#tenant", &page.text("value-tenant-domain").await).await;
    browser.screenshot("wizard-tenant").await;
    browser.press("#next").await;
    done(page, "wizard-tenant").await;

    browser.press("#done").await;
    done(page, "wizard-entra-app").await;

    let name = page.text("value-name").await;
    assert_eq!(name, "Microsoft 365 support (Whole)");
    browser.choose("#oauth_entity", &name).await;
    browser.screenshot("wizard-servicenow-app").await;
    browser.press("#next").await;
    browser.wait_visible("#outbound-app-id").await;
    browser.screenshot("wizard-complete").await;
    done(page, "wizard-servicenow-app").await;
}

async fn integration_values(liaison: &Liaison, browser: &Page) -> Shown {
    let shown = Shown {
        outbound_app_id: browser.text_of("#outbound-app-id").await,
        repository_id: browser.text_of("#repository-id").await,
        endpoint: browser.text_of("#endpoint").await,
    };
    let page = &liaison.page;
    page.fill("answer-outbound-app-id", &shown.outbound_app_id).await;
    page.fill("answer-repository-id", &shown.repository_id).await;
    page.fill("answer-endpoint", &shown.endpoint).await;
    page.screenshot("integration-values").await;
    page.click("answer-save").await;
    page.wait_text("state-integration-values", "Done").await;

    // Whoever works in the admin center needs no Liaison: their page can be sent.
    page.click("to-setup").await;
    page.click("seat-page-m365-admin").await;
    let saved = page.text("saved-path").await;
    let text = std::fs::read_to_string(path_in(&saved)).unwrap();
    for value in [&shown.outbound_app_id, &shown.repository_id, &shown.endpoint] {
        assert!(text.contains(value.as_str()), "{text}");
    }
    shown
}

async fn admin_center(liaison: &Liaison, home: &Home, browser: &Page, shown: &Shown) {
    let page = &liaison.page;
    open(page, "verify-values").await;
    // The Outbound App ID is the application that Liaison registered.
    assert_eq!(page.text("value-client-id").await, shown.outbound_app_id);
    done(page, "verify-values").await;

    page.click("link-admin-center").await;
    browser.go(&home.opened_address().await).await;
    browser.click_containing("gloria.global@").await;
    browser.press("#support-integration").await;
    browser.choose("#tool", "ServiceNow").await;
    browser.type_into("#application_id", &page.text("value-outbound-app-id").await).await;
    browser.screenshot("admin-center-basic").await;
    browser.press("#next").await;
    done(page, "admin-basic").await;

    browser.press("#new-repository").await;
    browser.type_into("#repository", &page.text("value-repository-id").await).await;
    browser.type_into("#endpoint", &page.text("value-endpoint").await).await;
    browser.screenshot("admin-center-repository").await;
    browser.press("#add").await;
    browser.wait_visible("#unsaved").await;
    done(page, "admin-repository").await;

    browser.press("#save").await;
    browser.wait_visible("#saved").await;
    browser.screenshot("admin-center-saved").await;
    done(page, "admin-save").await;
}

async fn test_setup(liaison: &Liaison, home: &Home, browser: &Page) {
    let page = &liaison.page;
    open(page, "test-setup").await;
    page.click("link-instance").await;
    browser.go(&home.opened_address().await).await;
    browser.press("#menu-microsoft-365-setup").await;
    browser.press("#test-setup").await;
    browser.wait_visible("#test-succeeded").await;
    assert!(browser.text_of("#test-succeeded").await.starts_with("Test setup succeeded"));
    browser.screenshot("test-setup-succeeded").await;
    done(page, "test-setup").await;
}

async fn people(liaison: &Liaison) {
    let page = &liaison.page;
    open(page, "administrator-role").await;
    page.fill("people-text", "amal.haddad\u{E007}elif.yildiz, insights_user").await;
    page.screenshot("people").await;
    page.click("people-save").await;
    page.wait_text("people-count", "2 people").await;
    for (step, changes) in
        [("administrator-role", "One change was made"), ("insights-role", "2 changes were made")]
    {
        open(page, step).await;
        page.click("plan").await;
        page.find("planned").await;
        page.screenshot(&format!("plan-{step}")).await;
        page.click("apply").await;
        page.wait_text("result", changes).await;
        page.wait_text(&format!("state-{step}"), "Done").await;
    }
    page.screenshot("roles-granted").await;
}

async fn afterwards(liaison: &Liaison, home: &Home, browser: &Page) {
    let page = &liaison.page;
    open(page, "link-account").await;
    page.click("link-instance").await;
    browser.go(&home.opened_address().await).await;
    browser.press("#menu-microsoft-365-link-account").await;
    browser.type_into("#account", "cases@lumen-practice.example").await;
    browser.press("#save").await;
    browser.wait_visible("#linked-account").await;
    done(page, "link-account").await;

    open(page, "test-environment-off").await;
    page.click("link-instance").await;
    browser.go(&home.opened_address().await).await;
    browser.press("#menu-microsoft-365-setup").await;
    browser.press("#test_environment").await;
    browser.press("#save-environment").await;
    done(page, "test-environment-off").await;

    open(page, "network").await;
    page.click("check").await;
    page.find("result").await;
    page.screenshot("network").await;
    done(page, "network").await;
}

async fn everything_is_done(liaison: &Liaison) {
    let page = &liaison.page;
    to_setup(page).await;
    let states = "return [...document.querySelector('lia-window').shadowRoot.querySelector('lia-setup').shadowRoot\
                  .querySelectorAll('[data-state]')].map((one) => one.dataset.state)";
    page.wait_until("every step is done", async || {
        let states: Vec<Value> =
            page.script(states, Vec::new()).await.as_array().cloned().unwrap_or_default();
        states.len() == 26 && states.iter().all(|state| state == "done")
    })
    .await;
    page.click("verify").await;
    page.wait_text("result", "in order").await;
    page.screenshot("whole-guide-done").await;

    page.click("report-save").await;
    page.wait_text("saved-path", "liaison-Whole").await;
    let report = std::fs::read_to_string(path_in(&page.text("saved-path").await)).unwrap();
    assert!(report.contains("Practice") && report.contains("amal.haddad"), "{report}");
    // How Entra's secrets look, told by practice's pattern.
    assert!(!report.contains("8Q~"));
}

async fn nothing_is_left(liaison: &Liaison) {
    let page = &liaison.page;
    page.click("undo-plan").await;
    page.find("undo").await;
    page.click("undo").await;
    page.wait_text("result", "7 changes were taken back").await;
    page.wait_text("state-registry-record", "Open").await;
    // What stood on it is open again, too.
    page.wait_text("state-test-setup", "Open").await;
    page.screenshot("whole-guide-undone").await;
}

/// The path at the end of a sentence.
fn path_in(sentence: &str) -> &str {
    sentence.find('/').map_or(sentence, |at| sentence[at..].trim_end_matches('.'))
}
