//! What the window says comes from the words, on every screen; and it says all of it in German.

use liaison_tests::pseudo;
use serde_json::json;

use crate::{
    both_services, browser::Browser, home::Home, liaison::Liaison, page::Page, registration,
    secrets_and_seats,
};

const VISIBLE: &str = include_str!("visible.js");

/// Holds everything that is visible or told to a screen reader now.
async fn hold(page: &Page, screen: &str, left: &mut Vec<String>) {
    let texts = page.script(VISIBLE, Vec::new()).await;
    let texts: Vec<&str> = texts.as_array().unwrap().iter().filter_map(|text| text.as_str()).collect();
    assert!(texts.iter().filter(|text| text.contains('⟦')).count() >= 5, "{screen}: {texts:?}");
    // What the setup and the languages are called, and the roles of practice's accounts.
    let values = [
        "Liaison",
        "Pseudo",
        "Seen",
        "Shared",
        "oauth_entity",
        "Deutsch",
        "English",
        "Cloud Application Administrator",
        "Global Administrator",
        "itil",
        // What practice suggests, and what was typed.
        "lumen-practice",
        "no domain",
        "admin",
    ]
    .map(str::to_owned);
    for text in texts {
        left.extend(pseudo::unmarked(text, &values).into_iter().map(|text| format!("{screen}: {text}")));
    }
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn no_screen_says_what_is_not_in_the_words() {
    let home = Home::new();
    let guide = home.path().join("pseudo");
    pseudo::guide(&guide);
    let mut environment = home.environment();
    environment.push(("LIAISON_GUIDES", guide.into()));
    let liaison = Liaison::in_environment(environment, &[]).await;
    let page = &liaison.page;
    let mut left = Vec::new();

    registration::begin(&liaison, "Pseudo").await;
    registration::sign_in(&liaison, &home).await;
    let browser = Browser::start().await;
    both_services::sign_in_to_the_instance(&liaison, &home, &browser).await;
    browser.page.close().await;
    // The guide's words are here since its first step was opened.
    hold(page, "setup", &mut left).await;
    for (screen, shows) in [
        ("home", "setup-Pseudo"),
        ("new-setup", "create"),
        ("settings", "settings-save"),
        ("doctor", "doctor-run"),
    ] {
        page.click(screen).await;
        page.find(shows).await;
        hold(page, screen, &mut left).await;
    }
    page.click("doctor-run").await;
    page.find("doctor-found").await;
    hold(page, "doctor, found", &mut left).await;
    page.click("home").await;
    page.click("new-setup").await;
    page.fill("setup-tenant", "no domain").await;
    page.click("create").await;
    page.find("problem").await;
    hold(page, "new-setup, refused", &mut left).await;
    page.click("home").await;
    page.click("setup-Pseudo").await;

    page.find("people-count").await;
    page.click("plan").await;
    page.find("planned").await;
    hold(page, "plan", &mut left).await;
    page.click("apply").await;
    page.wait_text("result", "5 changes were made").await;
    hold(page, "applied", &mut left).await;
    page.click("undo-plan").await;
    page.find("undo").await;
    hold(page, "undo plan", &mut left).await;
    let mut steps = 0;
    for id in pseudo::ids() {
        if page.has(&format!("step-{id}")).await {
            page.click(&format!("step-{id}")).await;
            page.find("to-setup").await;
            hold(page, &format!("step {id}"), &mut left).await;
            page.click("to-setup").await;
            page.find("done").await;
            steps += 1;
        }
    }
    assert!(steps > 20, "{steps}");
    page.click("step-wizard-scope").await;
    page.click("confirm-wizard-scope").await;
    page.wait_gone("state-wizard-scope").await;
    page.click("to-setup").await;
    page.click("step-wizard-scope").await;
    page.find("reopen").await;
    hold(page, "confirmed", &mut left).await;
    page.click("to-setup").await;
    page.click("step-administrator-role").await;
    // The setup's page has such a list, too.
    page.find("to-setup").await;
    page.fill("people-text", "nobody.known").await;
    page.click("people-save").await;
    page.find("people-count").await;
    page.click("plan").await;
    page.find("people-unresolved").await;
    hold(page, "people, nobody found", &mut left).await;
    assert!(left.is_empty(), "{}", left.join("\n"));
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn german_in_the_dark() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    page.click("settings").await;
    page.pick("settings-language", "Deutsch").await;
    page.pick("settings-theme", "Dark").await;
    page.click("settings-save").await;
    page.wait_text("settings-save", "Speichern").await;
    assert_eq!(page.script("return document.documentElement.lang", Vec::new()).await, json!("de"));
    page.screenshot("german-settings").await;
    page.click("doctor").await;
    page.click("doctor-run").await;
    page.find("doctor-found").await;
    page.screenshot("german-doctor").await;
    page.click("home").await;
    page.find("new-setup").await;
    page.screenshot("german-home").await;

    registration::begin(&liaison, "Lumen").await;
    page.screenshot("german-setup").await;
    for step in ["application", "registry-record", "wizard-tenant", "admin-basic"] {
        page.click(&format!("step-{step}")).await;
        page.find("to-setup").await;
        page.screenshot(&format!("german-{step}")).await;
        let picture = page.find("picture").await;
        page.script("arguments[0].scrollIntoView()", vec![json!(picture)]).await;
        page.screenshot(&format!("german-{step}-picture")).await;
        page.click("to-setup").await;
        page.find("done").await;
    }
    registration::sign_in(&liaison, &home).await;
    page.click("step-application").await;
    page.find("next").await;
    page.click("plan").await;
    page.wait_text("change", "App-Registrierung").await;
    page.screenshot("german-plan").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn secrets_seats_and_evidence_say_nothing_that_is_not_in_the_words() {
    let home = Home::new();
    let guide = home.path().join("pseudo");
    pseudo::guide(&guide);
    let mut environment = home.environment();
    environment.push(("LIAISON_GUIDES", guide.into()));
    let liaison = Liaison::in_environment(environment, &["--scene", "table-closed"]).await;
    let page = &liaison.page;
    let mut left = Vec::new();
    secrets_and_seats::begin(&liaison, &home).await;
    secrets_and_seats::own_yes(page, async |screen: &str| hold(page, screen, &mut left).await).await;
    secrets_and_seats::apply(page).await;
    let (_colleague, file) = secrets_and_seats::handed(page, &home).await;
    secrets_and_seats::visit(page, &file, async |screen: &str| hold(page, screen, &mut left).await).await;
    assert!(left.is_empty(), "{}", left.join("\n"));
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn german_secrets_seats_and_evidence() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "table-closed"]).await;
    let page = &liaison.page;
    page.click("settings").await;
    page.pick("settings-language", "Deutsch").await;
    page.click("settings-save").await;
    page.wait_text("settings-save", "Speichern").await;
    page.click("home").await;
    let look = async |screen: &str| page.screenshot(&format!("german/{screen}")).await;
    secrets_and_seats::begin(&liaison, &home).await;
    secrets_and_seats::own_yes(page, look).await;
    secrets_and_seats::apply(page).await;
    let (_colleague, file) = secrets_and_seats::handed(page, &home).await;
    secrets_and_seats::visit(page, &file, look).await;
    liaison.close().await;
}
